import { changeOf, compositeOf, figuresOf } from './evaluate.js';
import type { Figure } from './evaluate.js';
import { leagueOf } from './league.js';
import { metricsOf } from './metrics.js';
import { monthsOf, periodOf, previousOf, samePeriodLastYear } from './period.js';

const weights = { response: 0.3, resolution: 0.35, satisfaction: 0.35 };
const bands = [{ grade: 'A', least: 90 }, { grade: 'B', least: 75 }, { grade: 'C', least: 0 }];
const rate = (metric: string, numerator: number, denominator: number): Figure => ({ metric, numerator, denominator, value: denominator === 0 ? null : (100 * numerator) / denominator });
const place = (group: string, good: number, of = 100) => {
  const figures = ['response', 'resolution', 'satisfaction'].map((metric) => rate(metric, good, of));
  return { group, figures: [...figures, compositeOf(figures, weights)] };
};
const table = (places: readonly ReturnType<typeof place>[], ranked = true) => leagueOf(places, { weights, minimumSample: 30, bands }, ranked);

describe('A league table', () => {
  it('gives equal scores one rank and skips the next: 1, 2, 2, 4', () => {
    expect(table([place('c', 80), place('a', 95), place('d', 60), place('b', 80)]).map(({ group, rank, grade }) => [group, rank, grade])).toEqual([['a', 1, 'A'], ['b', 2, 'B'], ['c', 2, 'B'], ['d', 4, 'C']]);
  });
  it('offers bands without ranks', () => expect(table([place('a', 95), place('b', 80)], false).map(({ rank, grade }) => [rank, grade])).toEqual([[null, 'A'], [null, 'B']]));
  it('judges nobody by too small a sample, and puts them last', () => {
    expect(table([place('tiny', 29, 29), place('a', 50, 100), place('least', 30, 30)]).map(({ group, rank, grade, sample }) => [group, rank, grade, sample])).toEqual([['least', 1, 'A', 30], ['a', 2, 'C', 100], ['tiny', null, null, 29]]);
  });
  it('judges nobody of whom one of the three rates has no base', () => expect(table([{ group: 'a', figures: [rate('response', 1, 1), rate('resolution', 0, 0), rate('satisfaction', 1, 1), compositeOf([rate('response', 1, 1), rate('resolution', 0, 0), rate('satisfaction', 1, 1)], weights)] }])).toMatchObject([{ value: null, rank: null, grade: null }]));
  it('takes a score on the border into the better band', () => expect(table([place('a', 90), place('b', 75)]).map(({ grade }) => grade)).toEqual(['A', 'B']));
});

describe('A composite', () => {
  it('weighs 0.30, 0.35, 0.35', () => expect(compositeOf([rate('response', 9, 10), rate('resolution', 8, 10), rate('satisfaction', 7, 10)], weights).value).toBe(79.5)); // 27 + 28 + 24.5
  it('is nothing without one of its parts', () => expect(compositeOf([rate('response', 9, 10), rate('resolution', 8, 10)], weights).value).toBeNull());
});

describe('A comparison', () => {
  it.each([[110, 100, 10], [90, 100, -10], [1, 3, -66.67], [5, 0, null], [null, 4, null], [4, null, null], [0, 4, -100]])('of %s with %s is %s %%', (value, base, change) => expect(changeOf(value, base)).toBe(change));
});

describe('A period', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31', '2025', '2025'], ['2026-H2', '2026-07-01', '2026-12-31', '2026-H1', '2025-H2'], ['2026-Q1', '2026-01-01', '2026-03-31', '2025-Q4', '2025-Q1'], ['2026-01', '2026-01-01', '2026-01-31', '2025-12', '2025-01'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024-01', '2023-02'], ['2024-02-01..2024-02-29', '2024-02-01', '2024-02-29', '2024-01-03..2024-01-31', '2023-02-01..2023-02-28'],
  ])('%s is from %s to %s, after %s, a year after %s', (name, from, to, previous, last) => {
    const period = periodOf(name)!;
    expect([period.from, period.to, previousOf(period).name, samePeriodLastYear(period).name]).toEqual([from, to, previous, last]);
  });
  it.each(['2026-13', '2026-Q5', '2026-3', '26', '2026-02-30..2026-03-01', '2026-03-02..2026-03-01', '2026-03-01..2026-03-02..2026-03-03', '', 'x', '0026'])('is not %j', (name) => expect(periodOf(name)).toBeUndefined());
  it('is cut into its months', () => expect(monthsOf(periodOf('2025-12-20..2026-02-03')!).map(({ from, to }) => [from, to])).toEqual([['2025-12-20', '2025-12-31'], ['2026-01-01', '2026-01-31'], ['2026-02-01', '2026-02-03']]));
});

describe('Every metric', () => {
  it('is null, never 0 % or 100 %, where nothing is to be divided by', () => {
    for (const { metric, value, denominator } of figuresOf(metricsOf(['satisfied']), [], periodOf('2026')!, '2027-01-01', weights)) expect([metric, value]).toEqual([metric, denominator === null && metric !== 'composite' ? 0 : null]);
  });
  it('counts a limit when its day is over', () => {
    const sums = [{ kind: 'clockMet', group: '', part: 'HOT-7D', on: '2026-03-09', n: 3, amount: 0 }, { kind: 'clockOverdue', group: '', part: 'HOT-7D', on: '2026-03-08', n: 1, amount: 0 }] as const;
    const onTime = (on: string) => figuresOf(metricsOf([]), sums, periodOf('2026-03')!, on).find(({ metric }) => metric === 'onTime');
    expect([onTime('2026-03-09'), onTime('2026-03-10')]).toMatchObject([{ numerator: 0, denominator: 1, value: 0 }, { numerator: 3, denominator: 4, value: 75 }]);
  });
  it('takes “basically satisfied” for satisfied only where the pack says so', () => {
    const sums = [{ kind: 'satisfied', group: '', part: '', on: '2026-03-09', n: 5, amount: 0 }, { kind: 'basicallySatisfied', group: '', part: '', on: '2026-03-09', n: 3, amount: 0 }, { kind: 'dissatisfied', group: '', part: '', on: '2026-03-09', n: 2, amount: 0 }] as const;
    const of = (grades: readonly string[]) => figuresOf(metricsOf(grades), sums, periodOf('2026-03')!, '2026-04-01').find(({ metric }) => metric === 'satisfaction')?.value;
    expect([of(['satisfied']), of(['satisfied', 'basicallySatisfied'])]).toEqual([50, 80]);
  });
});
