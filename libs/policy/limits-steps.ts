import type { FactKey } from './facts.js';
import type { Answer, LimitStep, TestLimit } from './limit.js';

type Told = Pick<LimitStep, 'point' | 'zh' | 'en' | 'source'> & Partial<LimitStep>;

export function step({ way = '', answer = null, excludes = false, wanted = null, found = null, facts = [], ...told }: Told): LimitStep {
  return { ...told, way, answer, excludes, wanted, found, facts };
}

export function answerOf(value: boolean | undefined): Answer {
  return value === undefined ? 'unknown' : value ? 'met' : 'unmet';
}

/** The answer of a whole test: every point shown in one of its ways, and nothing that excludes it. */
export function outcomeOf(steps: readonly LimitStep[]): Answer {
  if (steps.some(({ excludes, answer }) => excludes && answer === 'met')) return 'unmet';
  const conditions = steps.filter(({ excludes, answer }) => !excludes && answer !== null);
  const points = grouped(conditions, ({ point }) => point).map((ways) => best(grouped(ways, ({ way }) => way).map((each) => worst(each.map(({ answer }) => answer!)))));
  return worst(points);
}

/** The facts that would decide a test still open, each once. */
export function lackingFacts(steps: readonly LimitStep[]): readonly FactKey[] {
  return [...new Set(steps.filter(({ answer }) => answer === 'unknown').flatMap(({ facts }) => facts))];
}

/** The parts of a test that follow from its steps. */
export function test(id: string, zh: string, en: string, steps: readonly LimitStep[]): Pick<TestLimit, 'kind' | 'id' | 'title' | 'answer' | 'steps'> {
  return { kind: 'test', id, title: { zh, en }, answer: outcomeOf(steps), steps };
}

/** The sentence of a test: what follows, what does not, or what is still to be found out. */
export function outcome(steps: readonly LimitStep[], met: readonly [string, string], unmet: readonly [string, string]): { zh: string; en: string } {
  const answer = outcomeOf(steps);
  if (answer !== 'unknown') return answer === 'met' ? { zh: met[0], en: met[1] } : { zh: unmet[0], en: unmet[1] };
  const open = steps.filter((each) => each.answer === 'unknown' && !each.excludes);
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
  for (const each of list) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return [...groups.values()];
}
