import { numberOf } from './day.js';
import type { Step } from './explain.js';
import type { Of, Sentence, Words } from './sentences.js';
import { daysOff, sentenceOf, weeksWorked } from './sentences.js';

/** A sentence and the steps that it tells, by their places: `first` to `last`. */
export interface Told extends Sentence {
  readonly first: number;
  readonly last: number;
}

/** A derivation as a person reads it: days in a row that are alike share a sentence, and weeks with nothing but weekends in them too. */
export function sentencesOf(steps: readonly Step[], words: Words = {}): readonly Told[] {
  const told: Told[] = [];
  for (let first = 0; first < steps.length;) {
    const last = Math.max(endOfWeeks(steps, first), endOfDaysOff(steps, first));
    told.push({ ...inOne(steps.slice(first, last + 1), words), first, last });
    first = last + 1;
  }
  return told;
}

function inOne(steps: readonly Step[], words: Words): Sentence {
  const [first] = steps;
  const last = steps.at(-1);
  if (first?.kind === 'skipped' && last?.kind === 'skipped') return daysOff(first, last);
  const weekend = steps.find((step) => step.kind === 'skipped');
  if (first?.kind === 'counted' && last?.kind === 'counted' && weekend) return weeksWorked(first, last, weekend.source);
  return sentenceOf(first!, words);
}

/** Where ordinary working days and weekends follow each other from a working day on, the place of the last working day; else no later than here. */
function endOfWeeks(steps: readonly Step[], first: number): number {
  let last = first;
  for (let at = first; steps[first]!.kind === 'counted' && isOrdinary(steps[at]) && (at === first || adjoins(steps[at - 1]!, steps[at]!)); at++) {
    if (steps[at]!.kind === 'counted') last = at;
  }
  return last;
}

function isOrdinary(step: Step | undefined): step is Of<'counted' | 'skipped'> {
  return step?.kind === 'counted' || (step?.kind === 'skipped' && !step.festival);
}

/** Where days off for one festival, or the two of a weekend, follow each other from here, the place of the last. */
function endOfDaysOff(steps: readonly Step[], first: number): number {
  const begin = steps[first]!;
  let last = first;
  if (begin.kind !== 'skipped') return last;
  for (let at = first + 1; at < steps.length; at++) {
    const step = steps[at]!;
    if (step.kind !== 'skipped' || step.source !== begin.source || step.festival?.zh !== begin.festival?.zh || !adjoins(steps[at - 1]!, step)) break;
    last = at;
  }
  return last;
}

/** True where the second step's days come next to the first's, in either direction. */
function adjoins(a: Step, b: Step): boolean {
  const end = a.kind === 'counted' ? a.to : a.kind === 'skipped' ? a.day : undefined;
  const begin = b.kind === 'counted' ? b.from : b.kind === 'skipped' ? b.day : undefined;
  return end !== undefined && begin !== undefined && Math.abs(numberOf(end) - numberOf(begin)) === 1;
}
