import type { Day } from '#libs/contracts/time.js';
import type { Category, Matter } from '#libs/policy/matters.js';
import { matters as matterTable } from '#libs/policy/matters.js';
import { circumstancesIn } from './circumstances.js';
import { datedFactsIn } from './dated-facts.js';
import type { Evidence, Span } from './evidence.js';
import { evidenceOf } from './evidence.js';
import { kindIn } from './kinds.js';
import type { Verdict, Weights } from './model.js';
import { classify, learned, weightOf } from './model.js';
import { plainDigits } from './numbers.js';
import type { DecidingWord, Proposal } from './proposal.js';
import { wageFactsIn } from './wage-facts.js';
import type { Stated } from './wage-facts.js';

/** One of the demands of a text. */
interface Read {
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
  readonly category: Category | null;
  readonly matter: { readonly name: Matter; readonly weight: number; readonly words: readonly DecidingWord[] } | undefined;
  readonly text: string;
  /** Where this part begins in the whole. */
  readonly at: number;
}

/** Reads one text that came in on a day, by which dates without a year are placed. Pure; the same text reads the same everywhere. */
export function recognise(raw: string, on?: Day, weights: Weights = learned): Proposal {
  const text = plainDigits(raw);
  const [first, ...others] = demandsIn(text, weights);
  const { category, verdict } = first!;
  const all = [first!, ...others];
  const kinds = all.map((each) => kindIn(each.text, each.category));
  const stated = statedIn(text, category, on);
  return {
    category, confidence: category === null ? 0 : Math.round(verdict.confidence * 1000) / 1000, candidates: candidatesOf(verdict),
    // Kinds are paired with matters: one that is not plain is a complaint, as where nothing is said at all.
    kinds: kinds.every((kind) => kind === undefined) ? [] : kinds.map((kind) => kind?.kind ?? 'complaint'),
    matters: all.flatMap(({ matter }) => (matter ? [matter.name] : [])),
    facts: Object.fromEntries(stated.map(({ key, value }) => [key, value])),
    words: [
      ...(category === null ? [] : decidingWords(first!, weights)),
      ...all.flatMap(({ matter }) => matter?.words ?? []),
      ...kinds.flatMap((kind, i) => (kind ? [{ start: kind.start + all[i]!.at, end: kind.end + all[i]!.at, for: 'kinds' }] : [])),
      ...stated.map(({ key, start, end }) => ({ start, end, for: `facts.${key}` })),
    ],
  };
}

/** A fact once; the first reading of a key holds. */
function statedIn(text: string, category: Category | null, on: Day | undefined): readonly Stated[] {
  const isWork = category === 'D01' || category === 'D02';
  const stated = [...(category === 'D01' ? wageFactsIn(text, on) : []), ...circumstancesIn(text, isWork), ...datedFactsIn(text, on)];
  const once = new Map<string, Stated>();
  for (const each of stated) if (!once.has(each.key) && (each.key !== 'accidentOn' || isWork)) once.set(each.key, each);
  return [...once.values()];
}

const ANOTHER_DEMAND = /另反映|并反映|同时反映|还反映|另外|此外|另咨询|并咨询|同时咨询|还想问|顺便(?:问|咨询|反映)|[，。；,;](?=还|也|并且|而且|同时)/g;
/** What a matter must have in its own part of the text; more where only `，还…` leads to it. */
const ENOUGH = { said: 1.5, soft: 2.5 };
const DEMANDS_MOST = 4;
const WAGES_LEAD = 5;

/** The demands of a text, the first first. A further one counts only where its own words name another matter. */
function demandsIn(text: string, weights: Weights): readonly Read[] {
  const cuts = [...text.matchAll(ANOTHER_DEMAND)].slice(0, DEMANDS_MOST - 1);
  const whole = readPart(text, 0, weights);
  if (cuts.length === 0) return [whole];
  const bounds = [0, ...cuts.map(({ index }) => index), text.length];
  const parts = bounds.slice(0, -1).map((from, i) => ({ read: readPart(text.slice(from, bounds[i + 1]), from, weights), isSoft: i > 0 && cuts[i - 1]![0].length === 1 }));
  const first = parts[0]!.read;
  if (!first.matter || first.category === null) return [whole];
  const named = new Set<Matter>([first.matter.name]);
  const others = parts.slice(1).filter(({ read: { matter, category }, isSoft }) => {
    if (!matter || category === null || named.has(matter.name) || matter.weight < (isSoft ? ENOUGH.soft : ENOUGH.said)) return false;
    if (isSoft && (category !== 'D01' || first.category !== 'D01')) return false; // `，还…` tells of the same case but where another claim against the employer follows.
    named.add(matter.name);
    return true;
  });
  return others.length === 0 ? [whole] : [first, ...others.map(({ read }) => read)];
}

function readPart(text: string, at: number, weights: Weights): Read {
  const evidence = evidenceOf(text, weights.grams);
  const verdict = classify(weights, evidence);
  const category = isNamed(verdict.best, evidence) ? verdict.best : null;
  return { verdict, evidence, category, matter: category === null ? undefined : matterOf(category, evidence, at), text, at };
}

/** Within its category, the matter that most is said of. */
function matterOf(category: Category, evidence: readonly Evidence[], at: number): Read['matter'] {
  const sums = new Map<Matter, number>();
  for (const { known } of evidence) if (known?.matter && known.weight >= 1 && matterTable[known.matter].category === category) sums.set(known.matter, (sums.get(known.matter) ?? 0) + known.weight);
  const ranked = [...sums].sort(([, a], [, b]) => b - a);
  // Unpaid wages lead whatever else is claimed of the employer; who lost his home to a fire asks for relief too, and the blow is the matter.
  const best = ranked.find(([name, weight]) => name === 'wages' && weight >= WAGES_LEAD) ?? ranked.find(([name, weight]) => name !== 'relief' && weight >= ENOUGH.soft) ?? ranked[0];
  if (!best) return undefined;
  const [name, weight] = best;
  const words = evidence.filter(({ known }) => known?.matter === name && known.weight >= 1).flatMap(({ spans, known }) => spans.map(({ start, end }) => ({ start: start + at, end: end + at, for: 'matters', weight: known!.weight })));
  return { name, weight, words: words.slice(0, WORDS_MOST) };
}

/** Where no word of the lexicon names the category, rows of characters and passing hints are not enough to propose it. */
function isNamed(best: Verdict['best'], evidence: readonly Evidence[]): best is Category {
  return best !== 'none' && evidence.some(({ known }) => known?.category === best && known.weight >= 1);
}

function candidatesOf({ ranked }: Verdict): Proposal['candidates'] {
  return ranked.flatMap(([category, p]) => (category !== 'none' && p >= 0.05 ? [{ category, confidence: Math.round(p * 1000) / 1000 }] : [])).slice(0, 3);
}

const WORDS_MOST = 12;
const WORTH_SHOWING = 0.3;

/** What spoke for the category, the strongest first; a row of characters inside a word adds to that word. */
function decidingWords({ evidence, verdict: { best, second }, at }: Read, weights: Weights): readonly DecidingWord[] {
  const weighed = evidence.map(({ feature, known, spans }) => ({ known, spans, isPair: known !== undefined && 'tags' in known, weight: weightOf(weights, feature, best, second) }));
  const words = weighed.filter(({ known }) => known);
  const holderAt = new Map<number, (typeof words)[number]>();
  for (const word of words) if (!word.isPair) for (const { start, end } of word.spans) for (let i = start; i < end; i++) holderAt.set(i, word);
  const rows: typeof words = [];
  for (const row of weighed.filter(({ known }) => !known)) {
    const [{ start, end }] = row.spans as readonly [Span];
    const holder = holderAt.get(start);
    if (holder && holderAt.get(end - 1) === holder) holder.weight += row.weight;
    else rows.push(row);
  }
  return [...words, ...rows].filter(({ weight }) => weight >= WORTH_SHOWING).sort((a, b) => b.weight - a.weight)
    .flatMap(({ spans, weight }) => spans.map(({ start, end }) => ({ start: start + at, end: end + at, for: 'category', weight: Math.round(weight * 100) / 100 })))
    .slice(0, WORDS_MOST);
}
