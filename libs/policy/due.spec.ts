import { readFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { withNotice } from '#libs/calendar/versions.js';
import { calendarOf } from '#libs/calendar/working-days.js';
import { Refusal } from '#libs/decider/refusal.js';
import type { Pause, Period } from './due.js';
import { dueOf, explain, startOfBreach, warnAt } from './due.js';

const file = () => JSON.parse(readFileSync(new URL('../../policies/000000/2026-01-01/calendar.json', import.meta.url), 'utf8'));
const nation = calendarOf(file());
const due = (period: Period, startedAt: string) => dueOf(period, startedAt, nation).due;

/** The counting examples, by number. */
const counting: readonly [string, string, Period, string][] = [
  ['1', '2026-01-05', { n: 45, unit: 'calendarDays' }, '2026-02-24'], ['2', '2026-01-05', { n: 45, unit: 'calendarDays', extension: 15 }, '2026-03-06'],
  ['3', '2026-02-12', { n: 5, unit: 'workingDays' }, '2026-02-26'], ['4', '2026-02-14', { n: 1, unit: 'workingDays' }, '2026-02-24'],
  ['5', '2026-09-18', { n: 10, unit: 'workingDays' }, '2026-10-09'], ['6', '2026-09-20', { n: 15, unit: 'calendarDays' }, '2026-10-08'],
  ['7', '2025-02-28', { n: 1, unit: 'years' }, '2026-02-28'], ['8', '2024-02-29', { n: 1, unit: 'years' }, '2025-02-28'],
  ['9', '2025-10-05', { n: 1, unit: 'years' }, '2026-10-08'], ['10', '2026-10-01T22:15:00+08:00', { n: 24, unit: 'hours' }, '2026-10-02T22:15:00+08:00'],
  ['11', '2026-10-12', { n: 5, unit: 'backwardWorkingDays' }, '2026-09-29'], ['12', '2026-01-04', { n: 60, unit: 'workingDays' }, '2026-04-02'],
  ['13', '2026-03-02', { n: 45, unit: 'calendarDays', suspended: [{ from: '2026-03-20', to: '2026-04-10' }] }, '2026-05-07'], ['14', '2026-11-20', { n: 60, unit: 'workingDays' }, 'PENDING_CALENDAR'],
];

/** The dated clocks of the sample cases S01 to S36: case, clock, start, due date. */
const sampleCases = ([
  [{ n: 7, unit: 'calendarDays', roll: false }, 'S01 HOT-7D 2026-03-02 2026-03-09, S11 HOT-7D 2026-07-06 2026-07-13, S12 HOT-7D 2026-03-16 2026-03-23, S15 HOT-7D 2026-04-08 2026-04-15, S16 HOT-7D 2026-08-03 2026-08-10, S22 HOT-7D 2026-08-24 2026-08-31, S23 HOT-7D 2026-11-02 2026-11-09, S24 HOT-7D 2026-05-08 2026-05-15'],
  [{ n: 7, unit: 'calendarDays', roll: false }, 'S25 HOT-7D 2026-09-07 2026-09-14, S30 HOT-7D 2026-03-23 2026-03-30, S32 HOT-7D 2026-03-03 2026-03-10, S36 HOT-7D 2026-03-18 2026-03-25'],
  [{ n: 5, unit: 'workingDays' }, 'S01 INSP-ACCEPT 2026-03-02 2026-03-09, S02 INSP-ACCEPT 2026-01-15 2026-01-22, S03 INSP-ACCEPT 2026-11-10 2026-11-17, S04 INSP-ACCEPT 2026-04-07 2026-04-14, S05 ARB-ACCEPT 2026-09-18 2026-09-24, S05 ARB-SERVE 2026-09-21 2026-09-29, S06 ARB-ACCEPT 2026-03-09 2026-03-16'],
  [{ n: 5, unit: 'workingDays' }, 'S07 ARB-ACCEPT 2026-04-21 2026-04-28, S08 ARB-COLL-ACCEPT 2026-05-06 2026-05-12, S08 ARB-COLL-NOTICE 2026-05-07 2026-05-13, S09 ARB-ACCEPT 2026-06-01 2026-06-08, S14 INSP-ACCEPT 2026-03-02 2026-03-09, S17 INSP-ACCEPT 2026-09-14 2026-09-20, S20 HOT-5WD 2026-10-09 2026-10-15'],
  [{ n: 5, unit: 'workingDays' }, 'S21 HOT-5WD 2026-02-12 2026-02-26, S24 HOT-5WD 2026-05-08 2026-05-14, S25 HOT-5WD 2026-09-07 2026-09-14, S27 HOT-5WD 2026-04-03 2026-04-13, S28 HOT-5WD 2026-10-12 2026-10-19, S30 LAND-ACCEPT 2026-04-01 2026-04-09, S32 INSP-ACCEPT 2026-03-04 2026-03-11, S33 INSP-ACCEPT 2026-03-04 2026-03-11'],
  [{ n: 5, unit: 'workingDays' }, 'S34 INSP-ACCEPT 2026-02-13 2026-02-27'],
  [{ n: 2, unit: 'hours' }, 'S02 HOT-2H 2026-01-15T09:30:00+08:00 2026-01-15T11:30:00+08:00, S19 HOT-2H 2026-06-26T14:10:00+08:00 2026-06-26T16:10:00+08:00, S34 HOT-2H 2026-02-13T17:20:00+08:00 2026-02-13T19:20:00+08:00'],
  [{ n: 60, unit: 'workingDays' }, 'S02 INSP-INVEST 2026-01-16 2026-04-17, S35 INSP-INVEST 2026-11-20 PENDING_CALENDAR'],
  [{ n: 60, unit: 'workingDays', extension: 30 }, 'S02 INSP-INVEST 2026-01-16 2026-06-02'],
  [{ n: 10, unit: 'workingDays' }, 'S03 CLUE-VERIFY 2026-11-10 2026-11-24, S14 CLUE-VERIFY 2026-03-05 2026-03-19, S31 RELIEF-PAPERS 2026-12-04 2026-12-18'],
  [{ n: 24, unit: 'hours' }, 'S04 HOT-24H 2026-04-07T09:05:00+08:00 2026-04-08T09:05:00+08:00, S04 CRIM-TRANSFER 2026-04-22T15:00:00+08:00 2026-04-23T15:00:00+08:00, S22 HOT-24H 2026-08-24T08:40:00+08:00 2026-08-25T08:40:00+08:00, S29 HOT-24H 2026-01-30T21:10:00+08:00 2026-01-31T21:10:00+08:00'],
  [{ n: 24, unit: 'hours' }, 'S31 RELIEF-24H 2026-12-03T22:30:00+08:00 2026-12-04T22:30:00+08:00'],
  [{ n: 3, unit: 'calendarDays' }, 'S04 CRIM-DECIDE 2026-04-20 2026-04-23, S04 CRIM-POLICE 2026-04-23 2026-04-27'],
  [{ n: 1, unit: 'years' }, 'S05 ARB-LIMIT-WAGE 2025-10-05 2026-10-08, S18 WI-WORKER 2025-06-10 2026-06-10'],
  [{ n: 3, unit: 'workingDays' }, 'S05 ARB-SPEEDY-ACCEPT 2026-09-18 2026-09-22'],
  [{ n: 30, unit: 'calendarDays' }, 'S05 ARB-SPEEDY30 2026-09-21 2026-10-21, S06 ARB-SPEEDY30 2026-03-11 2026-04-10, S10 MED-JUDCONF 2026-05-06 2026-06-05'],
  [{ n: 45, unit: 'calendarDays' }, 'S05 ARB-AWARD 2026-09-21 2026-11-05, S06 ARB-AWARD 2026-03-11 2026-04-27, S08 ARB-AWARD 2026-05-07 2026-06-22, S13 ARB-AWARD 2026-03-10 2026-04-24'],
  [{ n: 15, unit: 'calendarDays' }, 'S07 ARB-SUE 2026-05-20 2026-06-04, S10 MED-ARBREVIEW 2026-05-06 2026-05-21, S10 PO-ISSUE 2026-06-05 2026-06-22, S10 PO-OBJECT 2026-06-12 2026-06-29, S16 MED-15D 2026-08-04 2026-08-19, S27 RES-PERMIT 2026-04-07 2026-04-22'],
  [{ n: 45, unit: 'calendarDays', suspended: [{ from: '2026-06-10', to: '2026-07-10' }] }, 'S09 ARB-AWARD 2026-06-03 2026-08-17'],
  [{ n: 5, unit: 'calendarDays' }, 'S10 PO-NOTIFY 2026-06-02 2026-06-08'],
  [{ n: 7, unit: 'calendarDays' }, 'S18 LA-DECIDE 2026-06-04 2026-06-11'],
  [{ n: 60, unit: 'calendarDays' }, 'S18 WI-DECIDE 2026-06-09 2026-08-10, S30 LAND-AWARD 2026-04-08 2026-06-08'],
  [{ n: 15, unit: 'calendarDays', roll: false }, 'S26 HOT-15D 2026-07-20 2026-08-04'],
  [{ n: 2, unit: 'years', roll: false }, 'S33 INSP-LOOKBACK 2023-12-20 2025-12-20'],
] satisfies [Period, string][]).flatMap(([period, lines]) => lines.split(', ').map((line) => {
  const [sample, clock, startedAt = '', expected] = line.split(' ');
  return [`${clock} in ${sample}`, startedAt, period as Period, expected] as const;
}));

describe('A due date', () => {
  it.each(counting)('of counting example %s, from %s, %j, is %s', (_, startedAt, period, expected) => expect(due(period, startedAt)).toBe(expected));
  it.each(sampleCases)('of %s, from %s, %j, is %s', (_, startedAt, period, expected) => expect(due(period, startedAt)).toBe(expected));

  it('counts 13 working days over Spring Festival 2025, where weekdays less holidays would say 20 February', () => {
    expect(due({ n: 13, unit: 'workingDays' }, '2025-01-24')).toBe('2025-02-18');
    const weekdaysLessHolidays = calendarOf({ ...file(), years: { 2025: { ...file().years[2025], workingDays: [] } }, version: 'cn-2024-11-12' });
    expect(dueOf({ n: 13, unit: 'workingDays' }, '2025-01-24', weekdaysLessHolidays).due).toBe('2025-02-20');
  });

  it('of working days is that of an independent package, from 2020 to 2026', () => {
    fc.assert(fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2026-09-01'), noInvalidDate: true }), fc.integer({ min: 1, max: 60 }), (date, n) => {
      const start = date.toISOString().slice(0, 10);
      expect(due({ n, unit: 'workingDays' }, start)).toBe(chineseDays.findWorkday(n, start));
      if (start > '2020-06-01') expect(due({ n, unit: 'backwardWorkingDays' }, start)).toBe(chineseDays.findWorkday(-n, start));
    }), { numRuns: 1000 });
  });

  it('names the unrolled last day of a rolled period and the version of the calendar', () => {
    expect(dueOf({ n: 45, unit: 'calendarDays' }, '2026-01-05', nation)).toEqual({ due: '2026-02-24', raw: '2026-02-19', calendar: 'cn-2025-11-04' });
    expect(dueOf({ n: 5, unit: 'workingDays' }, '2026-02-12', nation)).toEqual({ due: '2026-02-26', calendar: 'cn-2025-11-04' });
  });

  it.each([['2026-02-11', '2026-02-13'], ['2026-02-12', '2026-02-14'], ['2026-02-13', '2026-02-24'], ['2026-02-21', '2026-02-24'], ['2026-02-22', '2026-02-24'], ['2026-02-23', '2026-02-25']])(
    'two calendar days after %s is %s: the make-up Saturday stands, the festival rolls', (startedAt, expected) => expect(due({ n: 2, unit: 'calendarDays' }, startedAt)).toBe(expected));

  it('counts from the day in Shanghai on which the trigger lies', () => {
    const two: Period = { n: 2, unit: 'workingDays' };
    expect(due(two, '2026-03-02T23:59:59+08:00')).toBe('2026-03-04');
    expect(due(two, '2026-03-02T15:59:59Z')).toBe('2026-03-04');
    expect(due(two, '2026-03-02T16:00:00Z')).toBe('2026-03-05');
  });

  it('is the day itself where the date is fixed or nothing is counted, even a day of rest', () => {
    expect([due({ n: 0, unit: 'date' }, '2026-05-31'), due({ n: 0, unit: 'workingDays' }, '2026-03-01')]).toEqual(['2026-05-31', '2026-03-01']);
  });
  it.each<[string, string, Period, string]>([
    ['n', '2026-03-02', { n: -1, unit: 'workingDays' }, 'negative'], ['n', '2026-03-02', { n: 1.5, unit: 'calendarDays' }, 'a fraction'],
    ['n', '2026-03-02', { n: 1e9, unit: 'workingDays' }, 'endless'], ['n', '2026-03-02', { n: NaN, unit: 'years' }, 'no number'],
    ['n', '2026-03-02', { n: '5' as never, unit: 'workingDays' }, 'text'], ['extension', '2026-03-02', { n: 1, unit: 'years', extension: 101 }, 'too much'],
    ['extension', '2026-03-02', { n: 0, unit: 'date', extension: 1 }, 'of a fixed date'], ['extension', '2026-03-02', { n: 5, unit: 'backwardWorkingDays', extension: 1 }, 'of a backward count'],
    ['unit', '2026-03-02', { n: 1, unit: 'toString' as never }, 'inherited'], ['unit', '2026-03-02', { n: 1, unit: 'weeks' as never }, 'unknown'],
    ['startedAt', '2026-02-29', { n: 1, unit: 'workingDays' }, 'no day'], ['startedAt', '9999-12-31', { n: 1, unit: 'calendarDays' }, 'beyond all clocks'],
    ['startedAt', '2026-03-02', { n: 24, unit: 'hours' }, 'a day for a clock of hours'], ['startedAt', '2026-03-02T25:00:00+08:00', { n: 24, unit: 'hours' }, 'hour 25'],
    ['startedAt', '2026-03-02T09:60:00+08:00', { n: 24, unit: 'hours' }, 'minute 60'], ['startedAt', '2026-02-29T09:00:00+08:00', { n: 5, unit: 'workingDays' }, 'no day, with a time'], ['startedAt', 20260302 as never, { n: 5, unit: 'workingDays' }, 'a number'],
    ['extension[1].n', '2026-03-02', { n: 1, unit: 'years', extension: [{ n: 1 }, { n: -1 }] }, 'negative'], ['extension[0].n', '2026-03-02', { n: 1, unit: 'years', extension: [null as never] }, 'nothing'],
    ['extension', '2026-03-02', { n: 1, unit: 'years', extension: [{ n: 60 }, { n: 60 }] }, 'too much together'], ['extension', '2026-03-02', { n: 1, unit: 'years', extension: new Array(101).fill({ n: 0 }) }, 'too many'],
    ['suspended[0].from', '2026-03-02', { n: 9, unit: 'workingDays', suspended: [null as never] }, 'no pause'], ['suspended', '2026-03-02', { n: 9, unit: 'workingDays', suspended: new Array(1001).fill({ from: '2026-03-05', to: '2026-03-06' }) }, 'too many'], ['suspended', '2026-03-02', { n: 1, unit: 'years', suspended: {} as never }, 'no list'],
    ['suspended[0].to', '2026-03-02', { n: 9, unit: 'workingDays', suspended: [{ from: '2026-03-05', to: '2026-03-04' }] }, 'backwards'],
    ['suspended[1].from', '2026-03-02', { n: 9, unit: 'calendarDays', suspended: [{ from: '2026-03-05', to: '2026-03-06' }, { from: 'x', to: '2026-03-06' }] }, 'no day'],
  ])('is refused by the field %s: from %s, %j (%s)', (field, startedAt, period) => {
    expect(() => due(period, startedAt)).toThrow(Refusal);
    expect(() => due(period, startedAt)).toThrow(expect.objectContaining({ code: 'CLOCK_RULE_INVALID', details: expect.objectContaining({ field }) }));
  });
});

describe('A suspended clock', () => {
  const paused = (...suspended: readonly Pause[]) => ({
    calendar: due({ n: 10, unit: 'calendarDays', suspended }, '2026-03-02'), working: due({ n: 10, unit: 'workingDays', suspended }, '2026-03-02'),
  });
  const from = (from: string, to: string): Pause => ({ from, to });

  it.each<[string, readonly Pause[], string, string]>([
    ['is not moved by none', [], '2026-03-12', '2026-03-16'],
    ['does not count the days after the first up to and including the last', [from('2026-03-04', '2026-03-06')], '2026-03-16', '2026-03-18'],
    ['is not moved by a pause within one day', [from('2026-03-04T09:00:00+08:00', '2026-03-04T17:00:00+08:00')], '2026-03-12', '2026-03-16'],
    ['counts no working day of a weekend twice', [from('2026-03-06', '2026-03-08')], '2026-03-16', '2026-03-16'],
    ['may pause from its first day', [from('2026-03-02', '2026-03-03')], '2026-03-13', '2026-03-17'],
    ['leaves out what lies before its start', [from('2026-02-01', '2026-03-03')], '2026-03-13', '2026-03-17'],
    ['takes overlapping pauses once', [from('2026-03-05', '2026-03-09'), from('2026-03-04', '2026-03-06')], '2026-03-17', '2026-03-19'],
    ['takes a pause inside another once', [from('2026-03-04', '2026-03-09'), from('2026-03-05', '2026-03-06')], '2026-03-17', '2026-03-19'],
    ['takes pauses that touch as one', [from('2026-03-04', '2026-03-06'), from('2026-03-06', '2026-03-09')], '2026-03-17', '2026-03-19'],
    ['adds pauses apart', [from('2026-03-10', '2026-03-11'), from('2026-03-04', '2026-03-05')], '2026-03-16', '2026-03-18'],
    ['is not moved by a pause after its end', [from('2026-03-17', '2026-03-20')], '2026-03-12', '2026-03-16'],
  ])('%s: %j', (_, pauses, calendar, working) => expect(paused(...pauses)).toEqual({ calendar, working }));

  it('runs until its rolled end, so that a pause may begin there, in one piece or in two', () => {
    const five = (...suspended: readonly Pause[]) => dueOf({ n: 5, unit: 'calendarDays', suspended }, '2026-03-02', nation); // Ends on Saturday, rolls to Monday 9 March.
    expect(five(from('2026-03-09', '2026-03-13'))).toMatchObject({ raw: '2026-03-13', due: '2026-03-13' });
    expect(five(from('2026-03-10', '2026-03-13'), from('2026-03-09', '2026-03-10'))).toMatchObject({ raw: '2026-03-13', due: '2026-03-13' });
    expect(five(from('2026-03-10', '2026-03-13'))).toMatchObject({ raw: '2026-03-07', due: '2026-03-09' });
  });

  it('that stood at the end of its last day is due when it resumes, or on the first working day after', () => {
    expect(paused(from('2026-03-12', '2026-03-18')).calendar).toBe('2026-03-18');
    expect(paused(from('2026-03-16', '2026-03-18')).working).toBe('2026-03-18');
    expect(paused(from('2026-03-16', '2026-03-21'))).toMatchObject({ working: '2026-03-23' });
    expect(paused(from('2026-03-16', '2026-03-21'), from('2026-03-23', '2026-03-24'))).toMatchObject({ working: '2026-03-24' });
  });

  it('loses no working day by a pause over the festival alone, and six of the nine days off by calendar', () => {
    const suspended = [from('2026-02-14', '2026-02-20')];
    expect(due({ n: 5, unit: 'workingDays', suspended }, '2026-02-12')).toBe('2026-02-26');
    expect(due({ n: 15, unit: 'calendarDays', suspended }, '2026-02-12')).toBe('2026-03-05');
  });

  it('of hours moves by the time that passed', () => {
    const suspended = [from('2026-10-02T08:00:00+08:00', '2026-10-02T10:30:00+08:00'), from('2026-10-02T09:00:00+08:00', '2026-10-02T11:00:00+08:00'), from('2026-10-05', '2026-10-06')];
    expect(due({ n: 24, unit: 'hours', suspended, extension: 2 }, '2026-10-01T22:15:00+08:00')).toBe('2026-10-03T03:15:00+08:00');
    expect(due({ n: 24, unit: 'hours', suspended: [from('2026-10-01', '2026-10-03')] }, '2026-10-01T22:15:00+08:00')).toBe('2026-10-04T22:15:00+08:00');
  });

  it('keeps a fixed date', () => expect(due({ n: 0, unit: 'date', suspended: [from('2026-05-01', '2026-05-20')] }, '2026-05-31')).toBe('2026-05-31'));
});

describe('A date that needs a year without notice', () => {
  it.each<[string, Period, string, string, string]>([
    ['has a provisional date', { n: 60, unit: 'workingDays' }, '2026-11-20', 'PENDING_CALENDAR', '2027-02-12'],
    ['stands on the last covered day', { n: 1, unit: 'workingDays' }, '2026-12-30', '2026-12-31', ''],
    ['is pending the day after', { n: 1, unit: 'workingDays' }, '2026-12-31', 'PENDING_CALENDAR', '2027-01-01'],
    ['is pending where only the last day lies beyond', { n: 45, unit: 'calendarDays' }, '2026-11-18', 'PENDING_CALENDAR', '2027-01-04'],
    ['needs no notice for the days between', { n: 3, unit: 'years' }, '2023-03-02', '2026-03-02', ''],
    ['needs none where it is not rolled', { n: 2, unit: 'years', roll: false }, '2026-12-20', '2028-12-20', ''],
    ['is pending when counted back into one', { n: 3, unit: 'backwardWorkingDays' }, '2020-01-03', 'PENDING_CALENDAR', '2019-12-30'],
    ['needs none for days that are not counted', { n: 1, unit: 'workingDays', suspended: [{ from: '2019-12-02', to: '2020-01-01' }] }, '2019-12-02', '2020-01-02', ''],
  ])('%s: %j from %s', (_, period, startedAt, expected, provisional) => {
    const { due: date, provisionalDue = '' } = dueOf(period, startedAt, nation);
    expect([date, provisionalDue]).toEqual([expected, provisional]);
  });

  it('is due once the notice is there', () => {
    const off = [['01-01', '01-03'], ['05-01', '05-05'], ['10-01', '10-07']].map(([from, to]) => ({ from: `2027-${from}`, to: `2027-${to}`, zh: '节', en: 'festival' }));
    const announced = calendarOf(withNotice(file(), 2027, { notice: 'N', title: 'T', issuedOn: '2026-11-25', off, workingDays: [] }));
    expect(dueOf({ n: 60, unit: 'workingDays' }, '2026-11-20', announced)).toEqual({ due: '2027-02-15', calendar: 'cn-2026-11-25' });
    const before = announced.at('cn-2025-11-04')!; // As it was when the date was still pending: so that it can be explained.
    expect(explain({ n: 60, unit: 'workingDays' }, '2026-11-20', before)).toMatchObject({ due: 'PENDING_CALENDAR', provisionalDue: '2027-02-12', calendar: 'cn-2025-11-04' });
  });
});

describe('An explained date', () => {
  const spring = { festival: { zh: '春节', en: 'Spring Festival' }, source: '国办发明电〔2025〕7号' };
  const weekend = { source: '国务院关于职工工作时间的规定第七条' };
  const stepsOf = (period: Period, startedAt: string) => explain(period, startedAt, nation).steps;

  it('shows each day on the way', () => {
    expect(stepsOf({ n: 5, unit: 'workingDays' }, '2026-02-12')).toEqual([
      { kind: 'start', at: '2026-02-12', n: 5, unit: 'workingDays', source: 'CC 201' }, { kind: 'counted', from: '2026-02-13', to: '2026-02-13', count: 1 },
      { kind: 'makeUp', day: '2026-02-14', count: 2, ...spring },
      ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((date) => ({ kind: 'skipped', day: `2026-02-${date}`, ...spring })),
      { kind: 'counted', from: '2026-02-24', to: '2026-02-26', count: 5 }, { kind: 'due', due: '2026-02-26', unit: 'workingDays', provisional: false },
    ]);
  });

  it('shows extensions, pauses with their grounds, last day and roll', () => {
    const suspended = [{ from: '2026-06-10T09:00:00+08:00', to: '2026-07-10', reason: 'publicNotice', by: 'arbitrator:7' }];
    const extension = [{ n: 1, reason: 'complex', by: 'arbitrator:7', approvedBy: 'director:1' }, { n: 0 }, { n: 2, approvedBy: 'director:2' }];
    expect(stepsOf({ n: 45, unit: 'calendarDays', extension, suspended, source: 'LDMA 43; CHR 45, 46' }, '2026-06-02')).toEqual([
      { kind: 'start', at: '2026-06-02', n: 45, unit: 'calendarDays', source: 'CPL 85' },
      { kind: 'extended', n: 1, unit: 'calendarDays', reason: 'complex', by: 'arbitrator:7', approvedBy: 'director:1' }, { kind: 'extended', n: 2, unit: 'calendarDays', approvedBy: 'director:2' },
      { kind: 'lastDay', day: '2026-07-20' },
      { kind: 'paused', from: '2026-06-10', to: '2026-07-10', first: '2026-06-11', last: '2026-07-10', amount: 30, unit: 'calendarDays', reason: 'publicNotice', by: 'arbitrator:7' },
      { kind: 'shifted', day: '2026-08-19', days: 30 }, { kind: 'due', due: '2026-08-19', unit: 'calendarDays', provisional: false },
    ]);
    expect(stepsOf({ n: 45, unit: 'calendarDays', source: 'LDMA 43; CHR 45, 46' }, '2026-03-11').slice(1)).toEqual([
      { kind: 'lastDay', day: '2026-04-25' }, { kind: 'skipped', day: '2026-04-25', ...weekend }, { kind: 'skipped', day: '2026-04-26', ...weekend },
      { kind: 'rolled', from: '2026-04-25', to: '2026-04-27', source: 'CPL 85' }, { kind: 'due', due: '2026-04-27', unit: 'calendarDays', provisional: false },
    ]);
    expect(stepsOf({ n: 1, unit: 'years' }, '2025-02-28')).toContainEqual({ kind: 'makeUp', day: '2026-02-28', ...spring });
  });

  it('shows the corresponding day, or that there is none, and a last day that is not moved', () => {
    expect(stepsOf({ n: 1, unit: 'years', source: 'LDMA 27' }, '2024-02-29')).toEqual([
      { kind: 'start', at: '2024-02-29', n: 1, unit: 'years', source: 'CC 201' }, { kind: 'lastDay', day: '2025-02-28', monthEnd: true, source: 'CC 202' }, { kind: 'due', due: '2025-02-28', unit: 'years', provisional: false },
    ]);
    expect(stepsOf({ n: 7, unit: 'calendarDays', roll: false }, '2026-03-01').slice(1)).toEqual([
      { kind: 'lastDay', day: '2026-03-08' }, { kind: 'unrolled', day: '2026-03-08' }, { kind: 'due', due: '2026-03-08', unit: 'calendarDays', provisional: false },
    ]);
  });

  it('shows the working days that a pause took, and of overlapping pauses each day once', () => {
    expect(stepsOf({ n: 2, unit: 'workingDays', suspended: [{ from: '2026-03-03', to: '2026-03-09' }, { from: '2026-03-05', to: '2026-03-10', reason: 'x' }] }, '2026-03-02').slice(1, -1)).toEqual([
      { kind: 'counted', from: '2026-03-03', to: '2026-03-03', count: 1 },
      { kind: 'paused', from: '2026-03-03', to: '2026-03-09', first: '2026-03-04', last: '2026-03-09', amount: 4, unit: 'workingDays' },
      { kind: 'paused', from: '2026-03-05', to: '2026-03-10', first: '2026-03-10', last: '2026-03-10', amount: 1, unit: 'workingDays', reason: 'x' },
      { kind: 'counted', from: '2026-03-11', to: '2026-03-11', count: 2 },
    ]);
  });

  it('shows that a clock stood on its last day', () => {
    expect(stepsOf({ n: 5, unit: 'workingDays', suspended: [{ from: '2026-03-09', to: '2026-03-14' }] }, '2026-03-02').slice(-6)).toEqual([
      { kind: 'paused', from: '2026-03-09', to: '2026-03-14', first: '2026-03-10', last: '2026-03-14', amount: 4, unit: 'workingDays' },
      { kind: 'resumedOnLast', day: '2026-03-14' }, { kind: 'skipped', day: '2026-03-14', ...weekend }, { kind: 'skipped', day: '2026-03-15', ...weekend },
      { kind: 'rolled', from: '2026-03-14', to: '2026-03-16', source: 'CC 203' }, { kind: 'due', due: '2026-03-16', unit: 'workingDays', provisional: false },
    ]);
    expect(stepsOf({ n: 7, unit: 'calendarDays', suspended: [{ from: '2026-03-09', to: '2026-03-11' }] }, '2026-03-02').slice(1)).toEqual([
      { kind: 'lastDay', day: '2026-03-09' }, { kind: 'paused', from: '2026-03-09', to: '2026-03-11', first: '2026-03-10', last: '2026-03-11', amount: 2, unit: 'calendarDays' },
      { kind: 'resumedOnLast', day: '2026-03-11' }, { kind: 'due', due: '2026-03-11', unit: 'calendarDays', provisional: false },
    ]);
  });

  it('tells the starts before the last, and a pause that is not over', () => {
    const restarts = [{ from: '2026-01-05', at: '2026-03-02T09:30:00+08:00', reason: 'claims changed', by: 'arbitrator:7' }];
    const suspendedSince = { from: '2026-03-20', reason: 'stayed', by: 'arbitrator:7' };
    const { steps, ...explained } = explain({ n: 45, unit: 'calendarDays', restarts, suspendedSince }, '2026-03-02', nation);
    expect([steps[0], steps.at(-1)]).toEqual([
      { kind: 'restarted', from: '2026-01-05', at: '2026-03-02', reason: 'claims changed', by: 'arbitrator:7' }, { kind: 'suspended', from: '2026-03-20', reason: 'stayed', by: 'arbitrator:7' },
    ]);
    expect(explained).toEqual(dueOf({ n: 45, unit: 'calendarDays' }, '2026-03-02', nation));
  });

  it('says from where on it had to guess', () => {
    expect(stepsOf({ n: 2, unit: 'workingDays' }, '2026-12-30').slice(1)).toEqual([
      { kind: 'counted', from: '2026-12-31', to: '2026-12-31', count: 1 }, { kind: 'uncovered', year: 2027 },
      { kind: 'counted', from: '2027-01-01', to: '2027-01-01', count: 2 }, { kind: 'due', due: '2027-01-01', unit: 'workingDays', provisional: true },
    ]);
  });

  it.each<[string, Period['unit'], string | undefined, string | undefined]>([
    ['LDMA 43; CHR 45, 46', 'calendarDays', 'CPL 85', 'CPL 85'], ['CPL 226', 'calendarDays', 'CPL 85', 'CPL 85'], ['CHR 64', 'workingDays', 'CPL 85', undefined], ['ZJ-ARB 35, 41', 'calendarDays', 'CPL 85', 'CPL 85'],
    ['LDMA 14; ZJ-ARB 10', 'calendarDays', 'CC 201', 'CC 203'], ['LSR 17; ZJ-INSP 30', 'workingDays', 'CC 201', undefined], ['LDMA 27', 'years', 'CC 201', 'CC 203'], ['LDMA 51; CPL 250', 'years', 'CC 201', 'CC 203'],
    ['TRF 5', 'hours', 'CC 201', undefined], ['LDMA 35', 'backwardWorkingDays', undefined, undefined], ['LDMA 15, 16', 'date', undefined, undefined],
  ])('of %s in %s is begun under %s and rolled under %s', (source, unit, begun, rolls) => {
    const { steps } = explain({ n: 1, unit, source }, unit === 'hours' ? '2026-03-06T09:00:00+08:00' : unit === 'years' ? '2025-03-08' : '2026-03-06', nation);
    const sourceOf = (kind: string) => steps.flatMap((step) => (step.kind === kind && 'source' in step ? [step.source] : []))[0];
    expect([sourceOf('start'), sourceOf('rolled')]).toEqual([begun, rolls]);
  });
});

describe('A deadline', () => {
  it('is missed at the end of its day, or at its instant', () => {
    expect(startOfBreach('2026-02-28')).toBe('2026-03-01T00:00:00+08:00');
    expect(startOfBreach('2026-10-02T22:15:00+08:00')).toBe('2026-10-02T22:15:00+08:00');
  });

  it.each([
    ['2026-02-26', 3, 'workingDays', '2026-02-14T09:00:00+08:00'], ['2026-02-26', 0, 'workingDays', '2026-02-26T09:00:00+08:00'],
    ['2026-10-02T22:15:00+08:00', 1, 'workingDays', '2026-09-30T09:00:00+08:00'], ['2026-10-02T22:15:00+08:00', 4, 'hours', '2026-10-02T18:15:00+08:00'],
    ['2026-02-26', 4, 'hours', '2026-02-26T20:00:00+08:00'], ['2025-01-02', 1, 'workingDays', '2024-12-31T09:00:00+08:00'],
  ] as const)('of %s is warned of %i %s before, at %s', (date, n, unit, expected) => expect(warnAt(date, { n, unit }, nation)).toBe(expected));
});
