import { readFileSync } from 'node:fs';
import { numberOf } from './day.js';
import type { Step } from './explain.js';
import { Derivation } from './explain.js';
import { calendarOf } from './working-days.js';

const nation = calendarOf(JSON.parse(readFileSync(new URL('../../policies/000000/2026-01-01/calendar.json', import.meta.url), 'utf8')));
const spring = { zh: '春节', en: 'Spring Festival' };
const source = '国办发明电〔2025〕7号';
const weekend = '国务院关于职工工作时间的规定第七条';

function derived(...days: readonly (readonly [day: string, count?: number])[]): readonly Step[] {
  const derivation = new Derivation(nation);
  for (const [day, count] of days) derivation.day(numberOf(day), count);
  return derivation.steps;
}

describe('A derivation', () => {
  it('joins ordinary working days in a row, forwards and backwards, and names every other day', () => {
    expect(derived(['2026-02-11', 1], ['2026-02-12', 2], ['2026-02-13', 3], ['2026-02-14', 4], ['2026-02-15', 4], ['2026-02-24', 5])).toEqual([
      { kind: 'counted', from: '2026-02-11', to: '2026-02-13', count: 3 },
      { kind: 'makeUp', day: '2026-02-14', count: 4, festival: spring, source },
      { kind: 'skipped', day: '2026-02-15', festival: spring, source },
      { kind: 'counted', from: '2026-02-24', to: '2026-02-24', count: 5 },
    ]);
    expect(derived(['2026-03-03', 1], ['2026-03-02', 2], ['2026-03-01', 2])).toEqual([
      { kind: 'counted', from: '2026-03-03', to: '2026-03-02', count: 2 }, { kind: 'skipped', day: '2026-03-01', source: weekend },
    ]);
  });

  it('does not join working days that a pause or a weekend parts', () => {
    expect(derived(['2026-03-06', 1], ['2026-03-09', 2])).toHaveLength(2);
    const derivation = new Derivation(nation);
    derivation.day(numberOf('2026-03-03'), 1);
    derivation.add({ kind: 'uncovered', year: 2031 });
    derivation.day(numberOf('2026-03-04'), 2);
    expect(derivation.steps.map(({ kind }) => kind)).toEqual(['counted', 'uncovered', 'counted']);
  });

  it('names a year without notice once, and takes its weekends for days of rest', () => {
    expect(derived(['2027-01-01', 1], ['2027-01-02', 1], ['2027-01-04', 2])).toEqual([
      { kind: 'uncovered', year: 2027 }, { kind: 'counted', from: '2027-01-01', to: '2027-01-01', count: 1 },
      { kind: 'skipped', day: '2027-01-02', source: weekend }, { kind: 'counted', from: '2027-01-04', to: '2027-01-04', count: 2 },
    ]);
  });

  it('says nothing of an ordinary working day that only ends a period', () => expect(derived(['2026-03-02'])).toEqual([]));
});
