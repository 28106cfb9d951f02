import type { FactKey } from '../facts.js';
import type { Answer, LimitStep, TestLimit } from './limit.js';

type Told = Pick<LimitStep, 'point' | 'zh' | 'en' | 'source'> & Partial<LimitStep>;

export function step({ point, zh, en, source, way = '', answer = null, excludes = false, wanted = null, found = null, facts = [] }: Told): LimitStep {
  return { point, way, zh, en, answer, excludes, wanted, found, facts, source };
}

export function answerOf(value: boolean | undefined): Answer {
  return value === undefined ? 'unknown' : value ? 'met' : 'unmet';
}

/** The answer of a whole test: every point shown in one of its ways, and nothing that excludes it. */
export function outcomeOf(steps: readonly LimitStep[]): Answer {
  if (steps.some(({ excludes, answer }) => excludes && answer === 'met')) return 'unmet';
  return worst(pointsOf(steps).map(answerOfPoint));
}

/** The steps that would decide a test: what is unknown of the points that are neither shown nor refuted. */
export function openSteps(steps: readonly LimitStep[]): readonly LimitStep[] {
  return pointsOf(steps).filter((point) => answerOfPoint(point) === 'unknown').flatMap(waysOf)
    .filter((way) => worst(way.map(({ answer }) => answer!)) === 'unknown').flat().filter(({ answer }) => answer === 'unknown');
}

/** The facts that would decide a test still open, each once. */
export function lackingFacts(steps: readonly LimitStep[]): readonly FactKey[] {
  return [...new Set(openSteps(steps).flatMap(({ facts }) => facts))];
}

function pointsOf(steps: readonly LimitStep[]): readonly (readonly LimitStep[])[] {
  return grouped(steps.filter(({ excludes, answer }) => !excludes && answer !== null), ({ point }) => point);
}

function waysOf(point: readonly LimitStep[]): readonly (readonly LimitStep[])[] {
  return grouped(point, ({ way }) => way);
}

function answerOfPoint(point: readonly LimitStep[]): Answer {
  return best(waysOf(point).map((way) => worst(way.map(({ answer }) => answer!))));
}

/** The parts of a test that follow from its steps. */
export function test(id: string, zh: string, en: string, steps: readonly LimitStep[]): Pick<TestLimit, 'kind' | 'id' | 'title' | 'answer' | 'steps'> {
  return { kind: 'test', id, title: { zh, en }, answer: outcomeOf(steps), steps };
}

/** The sentence of a test: what follows, what does not, or what is still to be found out. */
export function outcome(steps: readonly LimitStep[], met: readonly [string, string], unmet: readonly [string, string]): { zh: string; en: string } {
  const answer = outcomeOf(steps);
  if (answer !== 'unknown') return answer === 'met' ? { zh: met[0], en: met[1] } : { zh: unmet[0], en: unmet[1] };
  const open = openSteps(steps);
  return { zh: `尚待查明：${open.map(({ zh }) => zh).join('；')}。`, en: `Still to be found out: ${open.map(({ en }) => en).join('; ')}.` };
}

const ranks: Readonly<Record<Answer, number>> = { met: 2, unknown: 1, unmet: 0 };

export function best(answers: readonly Answer[]): Answer {
  return answers.reduce((a, b) => (ranks[b] > ranks[a] ? b : a), 'unmet');
}

export function worst(answers: readonly Answer[]): Answer {
  return answers.reduce((a, b) => (ranks[b] < ranks[a] ? b : a), 'met');
}

function grouped<T>(list: readonly T[], keyOf: (each: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return [...groups.values()];
}
