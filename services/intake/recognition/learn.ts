import type { Evidence } from './evidence.js';
import { evidenceOf } from './evidence.js';
import type { Class, Model } from './model.js';
import { classes, classify, weightsOf } from './model.js';

/** A text and where it belongs. */
export interface Lesson {
  readonly text: string;
  readonly category: Class;
}

const ROUNDS = 100;
const RATE = 0.5;
/** How fast a weight moves, and how firmly it is held to what the lexicon says of the word; a row of characters, of which nothing is known, to 0. */
const HELD = { known: { pace: 0.4, firmness: 0.004 }, characters: { pace: 0.15, firmness: 0.012 } };
const GRAM_SEEN_IN = 3;
const FOLDS = 5;
const BIAS_NONE = 1.5;
const WORTH_KEEPING = 0.1;
/** The lexicon was written with the lessons at hand, so unseen lessons are easier than life: what they allow of sureness is not taken beyond this. */
const COOLEST = 0.75;

/**
 * Multinomial logistic regression that begins at the weights of the lexicon and is held to them: a word that no lesson has keeps its weight.
 * Nothing is drawn by lot, so the same lessons give the same table.
 */
export function learn(lessons: readonly Lesson[], knownWords: Iterable<readonly [string, Evidence['known']]>): Model {
  return { ...fit(lessons, knownWords), temperature: temperatureFor(judgedUnseen(lessons, knownWords)) };
}

/** Each lesson as judged by a model that was learned without it. */
export function judgedUnseen(lessons: readonly Lesson[], knownWords: Iterable<readonly [string, Evidence['known']]>): readonly { lesson: Lesson; judge: (temperature: number) => ReturnType<typeof classify> }[] {
  const words = [...knownWords];
  return Array.from({ length: FOLDS }, (_, fold) => {
    const without = weightsOf(fit(lessons.filter((_lesson, i) => i % FOLDS !== fold), words));
    return lessons.filter((_lesson, i) => i % FOLDS === fold).map((lesson) => {
      const evidence = evidenceOf(lesson.text, without.grams);
      return { lesson, judge: (temperature: number) => classify({ ...without, temperature }, evidence) };
    });
  }).flat();
}

/** Of a row of temperatures the one under which the right answers were least surprising. */
function temperatureFor(judged: ReturnType<typeof judgedUnseen>): number {
  const surprise = (temperature: number) => judged.reduce((sum, { lesson, judge }) => sum - Math.log(Math.max(1e-9, probabilityOf(judge(temperature), lesson.category))), 0);
  const candidates = Array.from({ length: 21 }, (_, i) => Math.round((COOLEST + i * 0.05) * 100) / 100);
  return candidates.reduce((best, each) => (surprise(each) < surprise(best) ? each : best));
}

function probabilityOf({ ranked }: ReturnType<typeof classify>, category: Class): number {
  return ranked.find(([each]) => each === category)![1];
}

/** The weight of one feature, what it is held to, and how. */
interface Cell {
  readonly weights: Float64Array;
  readonly prior: Float64Array;
  readonly pace: number;
  readonly firmness: number;
}

interface Row {
  readonly cells: readonly Cell[];
  readonly right: number;
}

function fit(lessons: readonly Lesson[], knownWords: Iterable<readonly [string, Evidence['known']]>): Model {
  const cells = new Map<string, Cell>();
  const cellOf = (feature: string, known: Evidence['known']): Cell => {
    const cell = cells.get(feature) ?? { weights: priorOf(known), prior: priorOf(known), ...(feature.startsWith('~') ? HELD.characters : HELD.known) };
    cells.set(feature, cell);
    return cell;
  };
  for (const [feature, known] of knownWords) cellOf(feature, known);
  const grams = gramsWorthLearning(lessons);
  const rows = lessons.map(({ text, category }): Row => ({ cells: evidenceOf(text, grams).map(({ feature, known }) => cellOf(feature, known)), right: classes.indexOf(category) }));
  const bias = Float64Array.from(classes, (each) => (each === 'none' ? BIAS_NONE : 0));
  for (let round = 0; round < ROUNDS; round++) step(rows, bias, RATE / (1 + round / 50));
  const words = [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([feature, { weights }]) => [feature, named(weights)] as const);
  return { temperature: 1, bias: named(bias), words: Object.fromEntries(words.filter(([, weights]) => Object.keys(weights).length > 0)) };
}

/** One pass through the lessons, each moving the weights of its own evidence. */
function step(rows: readonly Row[], bias: Float64Array, rate: number): void {
  const slope = new Float64Array(classes.length);
  for (const { cells, right } of rows) {
    slope.set(bias);
    for (const { weights } of cells) for (let k = 0; k < slope.length; k++) slope[k]! += weights[k]!;
    const highest = Math.max(...slope);
    let sum = 0;
    for (let k = 0; k < slope.length; k++) sum += slope[k] = Math.exp(slope[k]! - highest);
    for (let k = 0; k < slope.length; k++) slope[k] = slope[k]! / sum - (k === right ? 1 : 0);
    for (const { weights, prior, pace, firmness } of cells) {
      for (let k = 0; k < slope.length; k++) weights[k]! -= rate * (pace * slope[k]! + firmness * (weights[k]! - prior[k]!));
    }
  }
}

function gramsWorthLearning(lessons: readonly Lesson[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const { text } of lessons) for (const gram of new Set(gramsOf(text))) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  return new Set([...seen].flatMap(([gram, times]) => (times >= GRAM_SEEN_IN ? [gram] : [])));
}

function priorOf(known: Evidence['known']): Float64Array {
  const prior = new Float64Array(classes.length);
  if (known && known.weight > 0) prior[classes.indexOf(known.category ?? 'none')] = known.weight;
  return prior;
}

function named(weights: Float64Array): Partial<Record<Class, number>> {
  return Object.fromEntries([...weights].map((weight, k): [Class, number] => [classes[k]!, Math.round(weight * 100) / 100]).filter(([, weight]) => Math.abs(weight) >= WORTH_KEEPING));
}

/** Two and three Chinese characters in a row. */
function gramsOf(text: string): readonly string[] {
  return [2, 3].flatMap((length) => Array.from({ length: Math.max(0, text.length - length + 1) }, (_, i) => text.slice(i, i + length))).filter((gram) => /^\p{Script=Han}+$/u.test(gram));
}
