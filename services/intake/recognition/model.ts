import { readFileSync } from 'node:fs';
import type { Category } from '#libs/policy/matters.js';
import { categories } from '#libs/policy/matters.js';
import type { Evidence } from './evidence.js';

/** The sixteen categories, and `none`: what this system does not answer for. */
export const classes = [...(Object.keys(categories) as Category[]), 'none'] as const;
export type Class = (typeof classes)[number];

/** Weights in nats: a word of weight 1 makes its category e times as likely. */
export interface Model {
  /** Divides the scores, so that of the answers given with confidence 0.9 nine in ten are right. */
  readonly temperature: number;
  readonly bias: Readonly<Partial<Record<Class, number>>>;
  /** A row of characters begins with `~`, two words together are joined with `+`. */
  readonly words: Readonly<Record<string, Readonly<Partial<Record<Class, number>>>>>;
}

/** A model laid out for reading: a row of weights by class for each feature. */
export interface Weights {
  readonly temperature: number;
  readonly bias: Float64Array;
  readonly rows: ReadonlyMap<string, Float64Array>;
  /** Rows of two and three characters, without their `~`. */
  readonly grams: ReadonlyMap<string, Float64Array>;
}

export function weightsOf({ temperature, bias, words }: Model): Weights {
  const row = (named: Model['bias']) => Float64Array.from(classes, (each) => named[each] ?? 0);
  const rows = new Map(Object.entries(words).map(([feature, named]) => [feature, row(named)]));
  return { temperature, bias: row(bias), rows, grams: new Map([...rows].flatMap(([feature, weights]) => (feature.startsWith('~') ? [[feature.slice(1), weights] as const] : []))) };
}

export interface Verdict {
  readonly best: Class;
  /** Of the best. */
  readonly confidence: number;
  readonly second: Class;
  /** By class, the likeliest first. */
  readonly ranked: readonly (readonly [Class, number])[];
}

/** Learned by `learn.ts` from `labelled/training.json`; readable, and checked against what is learned anew by its spec. */
export const learned = weightsOf(JSON.parse(readFileSync(new URL('./weights.json', import.meta.url), 'utf8')) as Model);

export function classify({ temperature, bias, rows }: Weights, evidence: readonly Evidence[]): Verdict {
  const scores = bias.slice();
  for (const { feature } of evidence) {
    const weights = rows.get(feature);
    if (weights) for (let k = 0; k < scores.length; k++) scores[k]! += weights[k]!;
  }
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  let sum = 0;
  for (const power of powers) sum += power;
  const ranked = classes.map((each, k) => [each, powers[k]! / sum] as const).sort(([, a], [, b]) => b - a);
  return { best: ranked[0]![0], second: ranked[1]![0], confidence: 1 / sum, ranked };
}

/** How far a feature speaks for one class rather than the other. */
export function weightOf({ rows }: Weights, feature: string, best: Class, second: Class): number {
  const weights = rows.get(feature);
  return weights ? weights[classes.indexOf(best)]! - weights[classes.indexOf(second)]! : 0;
}
