import type { Step } from './explain.js';
import type { Words } from './sentences.js';
import { sentenceOf } from './sentences.js';
import { sentencesOf } from './told.js';

const spring = { zh: '春节', en: 'Spring Festival' };
const source = '国办发明电〔2025〕7号';
const weekend = '国务院关于职工工作时间的规定第七条';

describe('A step in words', () => {
  it.each<[Step, string, string]>([
    [{ kind: 'start', at: '2026-02-12', n: 5, unit: 'workingDays', source: 'CC 201' }, '2026-02-12当日不计入，自次日2026-02-13起算5个工作日（民法典第二百零一条）。', '5 working days counted from 2026-02-13; the day it began, 2026-02-12, is not counted (Civil Code art. 201).'],
    [{ kind: 'start', at: '2026-03-02', n: 45, unit: 'calendarDays', source: 'CPL 85' }, '2026-03-02当日不计入，自次日2026-03-03起算45日（民事诉讼法第八十五条）。', '45 calendar days counted from 2026-03-03; the day it began, 2026-03-02, is not counted (Civil Procedure Law art. 85).'],
    [{ kind: 'start', at: '2025-02-28', n: 1, unit: 'years', source: 'CC 201' }, '2025-02-28当日不计入，自次日2025-03-01起算1年（民法典第二百零一条）。', '1 year counted from 2025-03-01; the day it began, 2025-02-28, is not counted (Civil Code art. 201).'],
    [{ kind: 'start', at: '2026-10-01T22:15:00+08:00', n: 24, unit: 'hours', source: 'CC 201' }, '自2026-10-01 22:15起算24小时（民法典第二百零一条），夜间、周末和节假日照常计算。', '24 hours from 2026-10-01 22:15 (Civil Code art. 201), running through nights, weekends and holidays.'],
    [{ kind: 'start', at: '2026-10-12', n: 5, unit: 'backwardWorkingDays' }, '自2026-10-12向前倒数5个工作日，当日不计入。', '5 working days counted back from 2026-10-12, that day not counted.'],
    [{ kind: 'start', at: '2026-05-31', n: 0, unit: 'date' }, '到期日已指定为2026-05-31，不另行推算，遇休息日不顺延。', 'The day is fixed: 2026-05-31. Nothing is counted, and it is not moved off a day of rest.'],
    [{ kind: 'start', at: '2026-05-29', n: 0, unit: 'workingDays', source: 'CC 201' }, '期间自2026-05-29起，当日届满。', 'The period begins on 2026-05-29 and ends on the same day.'],
    [{ kind: 'restarted', from: '2026-01-05', at: '2026-03-02', reason: 'claimsChanged', by: 'arbitrator:7' }, '自2026-01-05起算的期间不再计算，自2026-03-02重新起算（原因：claimsChanged；经办：arbitrator:7）。', 'The period that began on 2026-01-05 no longer counts; it began anew on 2026-03-02 (reason: claimsChanged; by: arbitrator:7).'],
    [{ kind: 'extended', n: 15, unit: 'calendarDays' }, '延长15日，与原期间合并连续计算。', 'Extended by 15 calendar days, counted with the original period as one.'],
    [{ kind: 'extended', n: 30, unit: 'workingDays', reason: '案情复杂', by: 'inspector:3', approvedBy: 'head:9' }, '延长30个工作日，与原期间合并连续计算（原因：案情复杂；经办：inspector:3；批准：head:9）。', 'Extended by 30 working days, counted with the original period as one (reason: 案情复杂; by: inspector:3; approved by: head:9).'],
    [{ kind: 'counted', from: '2026-03-03', to: '2026-03-06', count: 4 }, '2026-03-03至03-06为工作日，累计4个。', '2026-03-03 to 2026-03-06 are working days; 4 counted so far.'],
    [{ kind: 'counted', from: '2026-12-31', to: '2027-01-01', count: 4 }, '2026-12-31至2027-01-01为工作日，累计4个。', '2026-12-31 to 2027-01-01 are working days; 4 counted so far.'],
    [{ kind: 'counted', from: '2026-03-06', to: '2026-03-03', count: 4 }, '2026-03-06倒数至03-03为工作日，累计4个。', '2026-03-06 back to 2026-03-03 are working days; 4 counted so far.'],
    [{ kind: 'counted', from: '2026-03-09', to: '2026-03-09', count: 5 }, '2026-03-09为工作日，累计5个。', '2026-03-09 is a working day; 5 counted so far.'],
    [{ kind: 'makeUp', day: '2026-02-14', count: 2, festival: spring, source }, '2026-02-14（周六）因春节调休上班，是工作日（国办发明电〔2025〕7号），累计2个。', '2026-02-14 (Saturday) is worked in return for Spring Festival, so it is a working day (国办发明电〔2025〕7号); 2 counted so far.'],
    [{ kind: 'makeUp', day: '2026-02-28', festival: spring, source }, '2026-02-28（周六）因春节调休上班，是工作日（国办发明电〔2025〕7号）。', '2026-02-28 (Saturday) is worked in return for Spring Festival, so it is a working day (国办发明电〔2025〕7号).'],
    [{ kind: 'skipped', day: '2026-02-16', festival: spring, source }, '2026-02-16春节放假，不是工作日（国办发明电〔2025〕7号）。', '2026-02-16 is off for Spring Festival, no working day (国办发明电〔2025〕7号).'],
    [{ kind: 'skipped', day: '2026-03-01', source: weekend }, '2026-03-01（周日）休息，不是工作日（国务院关于职工工作时间的规定第七条）。', '2026-03-01 (Sunday) is no working day (国务院关于职工工作时间的规定第七条).'],
    [{ kind: 'paused', from: '2026-03-20', to: '2026-04-10', first: '2026-03-21', last: '2026-04-10', amount: 21, unit: 'calendarDays', reason: '公告送达', by: 'arbitrator:7' }, '2026-03-20起中止，2026-04-10恢复（原因：公告送达；经办：arbitrator:7），2026-03-21至04-10共21日不计入。', 'Suspended on 2026-03-20, resumed on 2026-04-10 (reason: 公告送达; by: arbitrator:7): 2026-03-21 to 2026-04-10, 21 calendar days, not counted.'],
    [{ kind: 'paused', from: '2026-03-04', to: '2026-03-11', first: '2026-03-05', last: '2026-03-11', amount: 5, unit: 'workingDays' }, '2026-03-04起中止，2026-03-11恢复，2026-03-05至03-11中的5个工作日不计入。', 'Suspended on 2026-03-04, resumed on 2026-03-11: of 2026-03-05 to 2026-03-11, 5 working days not counted.'],
    [{ kind: 'paused', from: '2026-03-13', to: '2026-03-15', first: '2026-03-14', last: '2026-03-15', amount: 0, unit: 'workingDays' }, '2026-03-13起中止，2026-03-15恢复，2026-03-14至03-15没有工作日，期限不受影响。', 'Suspended on 2026-03-13, resumed on 2026-03-15: 2026-03-14 to 2026-03-15, no working day is lost.'],
    [{ kind: 'paused', from: '2026-03-20T10:00:00+08:00', to: '2026-03-21T11:30:15+08:00', first: '2026-03-20T10:00:00+08:00', last: '2026-03-21T11:30:15+08:00', amount: 91_815_000, unit: 'milliseconds', by: 'officer:3' }, '2026-03-20 10:00起中止，2026-03-21 11:30:15恢复（经办：officer:3），其间25小时30分钟15秒不计入。', 'Suspended on 2026-03-20 10:00, resumed on 2026-03-21 11:30:15 (by: officer:3): 25 h 30 min 15 s not counted.'],
    [{ kind: 'paused', from: '2026-03-20T10:00:00+08:00', to: '2026-03-20T12:00:00+08:00', first: '2026-03-20T11:00:00+08:00', last: '2026-03-20T12:00:00+08:00', amount: 3_600_000, unit: 'milliseconds' }, '2026-03-20 10:00起中止，2026-03-20 12:00恢复，其中2026-03-20 11:00至2026-03-20 12:00的1小时不计入。', 'Suspended on 2026-03-20 10:00, resumed on 2026-03-20 12:00: 1 h not counted (2026-03-20 11:00 to 2026-03-20 12:00; the rest was left out before).'],
    [{ kind: 'uncovered', year: 2027 }, '日历中没有2027年的放假安排（尚未公布或者尚未录入），该年暂按只有周六、周日休息推算。', 'The calendar has no notice for 2027 (not announced or not imported yet); for now only its Saturdays and Sundays are taken as days of rest.'],
    [{ kind: 'lastDay', day: '2026-02-19' }, '期间的最后一日为2026-02-19。', 'The last day of the period is 2026-02-19.'],
    [{ kind: 'lastDay', day: '2026-02-28', source: 'CC 202' }, '到期月的对应日2026-02-28为期间的最后一日（民法典第二百零二条）。', 'The corresponding day, 2026-02-28, is the last day of the period (Civil Code art. 202).'],
    [{ kind: 'lastDay', day: '2025-02-28', monthEnd: true, source: 'CC 202' }, '到期月没有对应日，以月末日2025-02-28为期间的最后一日（民法典第二百零二条）。', 'The last month has no corresponding day, so its last day, 2025-02-28, is the last day of the period (Civil Code art. 202).'],
    [{ kind: 'shifted', day: '2026-05-07', days: 21 }, '加上不计入的21日，期间的最后一日为2026-05-07。', 'With the 21 days not counted, the last day of the period is 2026-05-07.'],
    [{ kind: 'resumedOnLast', day: '2026-03-18' }, '中止时已是期间的最后一日，故以恢复之日2026-03-18为最后一日。', 'It was the last day of the period when it was suspended, so the day of resumption, 2026-03-18, is the last.'],
    [{ kind: 'rolled', from: '2026-02-19', to: '2026-02-24', source: 'CC 203' }, '2026-02-19是法定休假日，期间的最后一日顺延至休假结束后的第一个工作日2026-02-24（民法典第二百零三条）。', '2026-02-19 is a statutory day of rest, so the period ends on the first working day after it, 2026-02-24 (Civil Code art. 203).'],
    [{ kind: 'unrolled', day: '2026-03-08' }, '2026-03-08（周日）是休息日，但本期限不因休息日顺延。', '2026-03-08 (Sunday) is a day of rest, but this limit is not moved off days of rest.'],
    [{ kind: 'due', due: '2026-02-24', unit: 'calendarDays', provisional: false }, '期限于2026-02-24（周二）二十四时届满；有业务时间的，至当日停止业务活动时止（民法典第二百零三条）。', 'The period ends on 2026-02-24 (Tuesday) at 24:00, or at the close of business where the office keeps hours (Civil Code art. 203).'],
    [{ kind: 'due', due: '2026-09-29', unit: 'backwardWorkingDays', provisional: false }, '最迟应于2026-09-29（周二）完成。', 'It must be done by 2026-09-29 (Tuesday).'],
    [{ kind: 'due', due: '2026-10-02T22:15:00+08:00', unit: 'hours', provisional: false }, '期限于2026-10-02 22:15届满。', 'The period ends at 2026-10-02 22:15, Beijing time.'],
    [{ kind: 'due', due: '2027-02-12', unit: 'workingDays', provisional: true }, '暂推算至2027-02-12（周五）届满，仅供参考，不据此认定逾期；放假安排录入后重新计算。', 'Provisionally the period ends on 2027-02-12 (Friday): for orientation only, nobody is late by it. It is counted again once the notice is imported.'],
    [{ kind: 'suspended', from: '2026-03-20', reason: '公告送达' }, '自2026-03-20起中止，尚未恢复（原因：公告送达）；恢复后重新计算到期日。', 'Suspended since 2026-03-20 and not resumed yet (reason: 公告送达); the date is counted again when it resumes.'],
  ])('%j', (step, zh, en) => expect(sentenceOf(step)).toEqual({ zh, en }));

  it('has words for codes and actors where there are any', () => {
    const words: Words = { reason: (code) => (code === 'publicNotice' ? { zh: '公告送达', en: 'public notice' } : undefined), actor: (id) => (id === 'arbitrator:7' ? { zh: '仲裁员', en: 'the arbitrator' } : undefined) };
    expect(sentenceOf({ kind: 'extended', n: 1, unit: 'hours', reason: 'publicNotice', by: 'arbitrator:7', approvedBy: 'unknown' }, words)).toEqual({
      zh: '延长1小时，与原期间合并连续计算（原因：公告送达；经办：仲裁员；批准：unknown）。', en: 'Extended by 1 hour, counted with the original period as one (reason: public notice; by: the arbitrator; approved by: unknown).',
    });
  });
});

describe('A derivation as a person reads it', () => {
  const rest = (...days: string[]): Step[] => days.map((day) => ({ kind: 'skipped', day, source: weekend }));
  const off = (...days: string[]): Step[] => days.map((day) => ({ kind: 'skipped', day, festival: spring, source }));
  const work = (from: string, to: string, count: number): Step => ({ kind: 'counted', from, to, count });
  const zh = (...steps: Step[]) => sentencesOf(steps).map((told) => [told.zh, told.first, told.last]);

  it('tells days off for one festival in one sentence, and says which steps it tells', () => {
    expect(sentencesOf(off('2026-02-15', '2026-02-16', '2026-02-17'))).toEqual([
      { zh: '2026-02-15至02-17春节放假，不是工作日（国办发明电〔2025〕7号）。', en: '2026-02-15 to 2026-02-17 are off for Spring Festival, no working days (国办发明电〔2025〕7号).', first: 0, last: 2 },
    ]);
    expect(zh(...off('2026-02-17', '2026-02-16', '2026-02-15'))).toEqual([['2026-02-15至02-17春节放假，不是工作日（国办发明电〔2025〕7号）。', 0, 2]]);
  });

  it('tells a weekend in one sentence', () => {
    expect(sentencesOf(rest('2026-03-07', '2026-03-08'))[0]).toMatchObject({
      zh: '2026-03-07至03-08（周六、周日）休息，不是工作日（国务院关于职工工作时间的规定第七条）。', en: '2026-03-07 to 2026-03-08 (Saturday and Sunday) are no working days (国务院关于职工工作时间的规定第七条).', last: 1,
    });
  });

  it('tells weeks with nothing but weekends in them in one sentence', () => {
    expect(zh(work('2026-03-03', '2026-03-06', 4), ...rest('2026-03-07', '2026-03-08'), work('2026-03-09', '2026-03-13', 9), ...rest('2026-03-14', '2026-03-15'))).toEqual([
      ['2026-03-03至03-13除周六、周日休息（国务院关于职工工作时间的规定第七条）外均为工作日，累计9个。', 0, 3], ['2026-03-14至03-15（周六、周日）休息，不是工作日（国务院关于职工工作时间的规定第七条）。', 4, 5],
    ]);
    expect(zh(work('2026-03-13', '2026-03-09', 5), ...rest('2026-03-08', '2026-03-07'), work('2026-03-06', '2026-03-06', 6))).toEqual([['2026-03-13倒数至03-06除周六、周日休息（国务院关于职工工作时间的规定第七条）外均为工作日，累计6个。', 0, 3]]);
  });

  it('joins nothing over a festival, a make-up day, a pause or a gap', () => {
    const makeUp: Step = { kind: 'makeUp', day: '2026-02-14', count: 2, festival: spring, source };
    expect(zh(work('2026-02-13', '2026-02-13', 1), makeUp, ...off('2026-02-15'), work('2026-02-16', '2026-02-16', 3))).toHaveLength(4);
    expect(zh(...off('2026-02-15'), { kind: 'skipped', day: '2026-02-16', festival: { zh: '清明节', en: 'x' }, source }, { kind: 'skipped', day: '2026-02-17', festival: { zh: '清明节', en: 'x' }, source: 'another' })).toHaveLength(3);
    expect(zh(work('2026-03-06', '2026-03-06', 1), ...rest('2026-03-08'), work('2026-03-09', '2026-03-09', 2))).toHaveLength(3); // Saturday lies in a pause.
    expect(zh(...rest('2026-03-07', '2026-03-08', '2026-03-14'))).toHaveLength(2);
  });

  it('leaves no step out', () => {
    const told = sentencesOf([work('2026-03-06', '2026-03-06', 1), ...rest('2026-03-07', '2026-03-08'), ...off('2026-03-09', '2026-03-10'), { kind: 'lastDay', day: '2026-03-11' }]);
    expect(told.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(sentencesOf([])).toEqual([]);
  });
});
