import { readFileSync } from 'node:fs';
import { numberOf } from './day.js';
import type { Step } from './explain.js';
import { Derivation, sentenceOf } from './explain.js';
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
  });

  it('names a year without notice once, and takes its weekends for days of rest', () => {
    expect(derived(['2027-01-01', 1], ['2027-01-02', 1], ['2027-01-04', 2])).toEqual([
      { kind: 'uncovered', year: 2027 }, { kind: 'counted', from: '2027-01-01', to: '2027-01-01', count: 1 },
      { kind: 'skipped', day: '2027-01-02', source: weekend }, { kind: 'counted', from: '2027-01-04', to: '2027-01-04', count: 2 },
    ]);
  });

  it('says nothing of an ordinary working day that only ends a period', () => expect(derived(['2026-03-02'])).toEqual([]));
});

describe('A step in words', () => {
  it.each<[Step, string, string]>([
    [{ kind: 'start', at: '2026-02-12', n: 5, unit: 'workingDays' }, '2026-02-12当日不计入，自次日起算5个工作日（民法典第二百零一条）。', '5 working days from the day after 2026-02-12; the day itself is not counted (Civil Code art. 201).'],
    [{ kind: 'start', at: '2025-02-28', n: 1, unit: 'years' }, '2025-02-28当日不计入，自次日起算1年（民法典第二百零一条）。', '1 year from the day after 2025-02-28; the day itself is not counted (Civil Code art. 201).'],
    [{ kind: 'start', at: '2026-10-01T22:15:00+08:00', n: 24, unit: 'hours' }, '自2026-10-01T22:15:00+08:00起算24小时，夜间和节假日连续计算（民法典第二百零一条）。', '24 hours from 2026-10-01T22:15:00+08:00, running through nights and holidays (Civil Code art. 201).'],
    [{ kind: 'start', at: '2026-10-12', n: 5, unit: 'backwardWorkingDays' }, '自2026-10-12向前数5个工作日，当日不计。', '5 working days back from 2026-10-12, that day not counted.'],
    [{ kind: 'start', at: '2026-05-31', n: 0, unit: 'date' }, '期限为指定之日2026-05-31，不顺延。', 'The date is fixed: 2026-05-31. It is not rolled.'],
    [{ kind: 'extended', n: 15, unit: 'calendarDays' }, '延长15日，与原期间合并计算。', 'Extended by 15 calendar days, counted with the original period as one.'],
    [{ kind: 'extended', n: 30, unit: 'workingDays', reason: '案情复杂', by: 'supervisor:9' }, '延长30个工作日，与原期间合并计算（理由：案情复杂；经办：supervisor:9）。', 'Extended by 30 working days, counted with the original period as one (reason: 案情复杂; by: supervisor:9).'],
    [{ kind: 'counted', from: '2026-03-03', to: '2026-03-06', count: 4 }, '2026-03-03至2026-03-06：工作日，累计4个。', '2026-03-03 to 2026-03-06 are working days: 4 counted so far.'],
    [{ kind: 'counted', from: '2026-03-09', to: '2026-03-09', count: 5 }, '2026-03-09：工作日，累计5个。', '2026-03-09 is a working day: 5 counted so far.'],
    [{ kind: 'makeUp', day: '2026-02-14', count: 2, festival: spring, source }, '2026-02-14（周六）为春节调休上班日，是工作日（国办发明电〔2025〕7号），累计2个。', '2026-02-14 is a make-up working day for Spring Festival (国办发明电〔2025〕7号): 2 counted so far.'],
    [{ kind: 'makeUp', day: '2026-02-28', festival: spring, source }, '2026-02-28（周六）为春节调休上班日，是工作日（国办发明电〔2025〕7号）。', '2026-02-28 is a make-up working day for Spring Festival (国办发明电〔2025〕7号).'],
    [{ kind: 'skipped', day: '2026-02-16', festival: spring, source }, '2026-02-16春节放假，跳过（国办发明电〔2025〕7号）。', '2026-02-16 is off for Spring Festival (国办发明电〔2025〕7号) and is passed over.'],
    [{ kind: 'skipped', day: '2026-03-01', source: weekend }, '2026-03-01（周日）休息，跳过（国务院关于职工工作时间的规定第七条）。', '2026-03-01 is a weekend day (国务院关于职工工作时间的规定第七条) and is passed over.'],
    [{ kind: 'paused', from: '2026-03-20', to: '2026-04-10', amount: 21, unit: 'calendarDays', reason: '公告送达' }, '2026-03-20中止，2026-04-10恢复，扣除21日（理由：公告送达）。', 'Suspended on 2026-03-20, resumed on 2026-04-10: 21 calendar days not counted (reason: 公告送达).'],
    [{ kind: 'paused', from: '2026-03-20T10:00:00+08:00', to: '2026-03-21T11:30:15+08:00', amount: 91_815_000, unit: 'milliseconds', by: 'officer:3' }, '2026-03-20T10:00:00+08:00中止，2026-03-21T11:30:15+08:00恢复，扣除25小时30分15秒（经办：officer:3）。', 'Suspended on 2026-03-20T10:00:00+08:00, resumed on 2026-03-21T11:30:15+08:00: 25 h 30 min 15 s not counted (by: officer:3).'],
    [{ kind: 'uncovered', year: 2027 }, '2027年的放假安排尚未公布，暂按只有周末休息推算。', 'The notice for 2027 has not been published; for now only weekends are taken as days of rest.'],
    [{ kind: 'lastDay', day: '2026-02-19' }, '期间最后一日为2026-02-19。', 'The last day of the period is 2026-02-19.'],
    [{ kind: 'rolled', from: '2026-02-19', to: '2026-02-24' }, '2026-02-19是休息日，顺延至其后第一个工作日2026-02-24（民法典第二百零三条）。', '2026-02-19 is a day of rest, so the period ends on the next working day, 2026-02-24 (Civil Code art. 203).'],
    [{ kind: 'due', due: '2026-02-24', provisional: false }, '到期：2026-02-24二十四时。', 'Due: 2026-02-24, at 24:00.'],
    [{ kind: 'due', due: '2026-10-02T22:15:00+08:00', provisional: false }, '到期：2026-10-02T22:15:00+08:00。', 'Due: 2026-10-02T22:15:00+08:00.'],
    [{ kind: 'due', due: '2027-02-12', provisional: true }, '暂定到期：2027-02-12；放假安排公布后重新计算。', 'Provisionally due: 2027-02-12; counted again once the notice is published.'],
  ])('%j', (step, zh, en) => expect(sentenceOf(step)).toEqual({ zh, en }));
});
