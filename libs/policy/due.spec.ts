import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween } from '#libs/calendar/day.js';
import type { Step } from '#libs/calendar/explain.js';
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
    ['startedAt', '2026-03-02', { n: 24, unit: 'hours' }, 'a day for a clock of hours'], ['suspended', '2026-03-02', { n: 1, unit: 'years', suspended: {} as never }, 'no list'],
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
    expect(five(from('2026-03-09', '2026-03-13'))).toMatchObject({ raw: '2026-03-11', due: '2026-03-11' });
    expect(five(from('2026-03-10', '2026-03-13'), from('2026-03-09', '2026-03-10'))).toMatchObject({ raw: '2026-03-11', due: '2026-03-11' });
    expect(five(from('2026-03-10', '2026-03-13'))).toMatchObject({ raw: '2026-03-07', due: '2026-03-09' });
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
    ['is pending when counted back into one', { n: 3, unit: 'backwardWorkingDays' }, '2025-01-03', 'PENDING_CALENDAR', '2024-12-30'],
    ['needs none for days that are not counted', { n: 1, unit: 'workingDays', suspended: [{ from: '2024-12-02', to: '2025-01-01' }] }, '2024-12-02', '2025-01-02', ''],
  ])('%s: %j from %s', (_, period, startedAt, expected, provisional) => {
    const { due: date, provisionalDue = '' } = dueOf(period, startedAt, nation);
    expect([date, provisionalDue]).toEqual([expected, provisional]);
  });

  it('is due once the notice is there', () => {
    const json = file();
    json.years['2027'] = { notice: 'N', title: 'T', issuedOn: '2026-11-25', off: [{ from: '2027-01-01', to: '2027-01-03', zh: '元旦', en: "New Year's Day" }], workingDays: [] };
    expect(dueOf({ n: 60, unit: 'workingDays' }, '2026-11-20', calendarOf(json))).toEqual({ due: '2027-02-15', calendar: 'cn-2025-11-04' });
  });
});

describe('An explained date', () => {
  const spring = { festival: { zh: '春节', en: 'Spring Festival' }, source: '国办发明电〔2025〕7号' };
  const weekend = { source: '国务院关于职工工作时间的规定第七条' };

  it('shows each day on the way', () => {
    expect(explain({ n: 5, unit: 'workingDays' }, '2026-02-12', nation).steps).toEqual([
      { kind: 'start', at: '2026-02-12', n: 5, unit: 'workingDays' }, { kind: 'counted', from: '2026-02-13', to: '2026-02-13', count: 1 },
      { kind: 'makeUp', day: '2026-02-14', count: 2, ...spring },
      ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((date) => ({ kind: 'skipped', day: `2026-02-${date}`, ...spring })),
      { kind: 'counted', from: '2026-02-24', to: '2026-02-26', count: 5 }, { kind: 'due', due: '2026-02-26', provisional: false },
    ]);
  });

  it('shows extension, pause with its ground, last day and roll', () => {
    const suspended = [{ from: '2026-06-10T09:00:00+08:00', to: '2026-07-10', reason: '公告送达', by: 'arbitrator:7' }];
    expect(explain({ n: 45, unit: 'calendarDays', extension: 1, extensionGround: { by: 'director:1' }, suspended }, '2026-06-02', nation).steps).toEqual([
      { kind: 'start', at: '2026-06-02', n: 45, unit: 'calendarDays' }, { kind: 'extended', n: 1, unit: 'calendarDays', by: 'director:1' },
      { kind: 'paused', from: '2026-06-10', to: '2026-07-10', amount: 30, unit: 'calendarDays', reason: '公告送达', by: 'arbitrator:7' }, { kind: 'lastDay', day: '2026-08-17' },
      { kind: 'due', due: '2026-08-17', provisional: false },
    ]);
    expect(explain({ n: 45, unit: 'calendarDays' }, '2026-03-11', nation).steps.slice(1)).toEqual([
      { kind: 'lastDay', day: '2026-04-25' }, { kind: 'skipped', day: '2026-04-25', ...weekend }, { kind: 'skipped', day: '2026-04-26', ...weekend },
      { kind: 'rolled', from: '2026-04-25', to: '2026-04-27' }, { kind: 'due', due: '2026-04-27', provisional: false },
    ]);
    expect(explain({ n: 1, unit: 'years' }, '2025-02-28', nation).steps).toContainEqual({ kind: 'makeUp', day: '2026-02-28', ...spring });
  });

  it('shows the working days that a pause took', () => {
    expect(explain({ n: 2, unit: 'workingDays', suspended: [{ from: '2026-03-03', to: '2026-03-09' }] }, '2026-03-02', nation).steps.slice(1, 3)).toEqual([
      { kind: 'counted', from: '2026-03-03', to: '2026-03-03', count: 1 }, { kind: 'paused', from: '2026-03-03', to: '2026-03-09', amount: 4, unit: 'workingDays' },
    ]);
  });

  it('says from where on it had to guess', () => {
    expect(explain({ n: 2, unit: 'workingDays' }, '2026-12-30', nation).steps.slice(1)).toEqual([
      { kind: 'counted', from: '2026-12-31', to: '2026-12-31', count: 1 }, { kind: 'uncovered', year: 2027 },
      { kind: 'counted', from: '2027-01-01', to: '2027-01-01', count: 2 }, { kind: 'due', due: '2027-01-01', provisional: true },
    ]);
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

describe('Every due date', () => {
  const day = fc.integer({ min: -40, max: 760 }).map((offset) => addDays('2025-01-01', offset));
  const pause = fc.tuple(fc.integer({ min: -10, max: 90 }), fc.integer({ min: 0, max: 40 }));
  const rule = fc.oneof(
    fc.record({ n: fc.integer({ min: 0, max: 90 }), unit: fc.constantFrom('calendarDays' as const, 'workingDays' as const), extension: fc.integer({ min: 0, max: 30 }) }),
    fc.record({ n: fc.integer({ min: 0, max: 3 }), unit: fc.constantFrom('months' as const, 'years' as const), extension: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ n: fc.integer({ min: 0, max: 30 }), unit: fc.constant('backwardWorkingDays' as const) }),
  );

  it('is what counting day by day gives, explained or not', () => {
    fc.assert(fc.property(rule, fc.boolean(), day, fc.array(pause, { maxLength: 3 }), (counted, roll, start, offsets) => {
      const suspended = offsets.map(([from, length]) => ({ from: addDays(start, from), to: addDays(start, from + length) }));
      const period = { ...counted, roll, suspended };
      const { due: date, provisionalDue, ...rest } = dueOf(period, start, nation);
      expect([provisionalDue ?? date, date === 'PENDING_CALENDAR']).toEqual(naive(period, start));
      const { steps, ...explained } = explain(period, start, nation);
      expect(explained).toEqual({ due: date, ...(provisionalDue && { provisionalDue }), ...rest });
      expect(steps.at(-1)).toEqual({ kind: 'due', due: provisionalDue ?? date, provisional: provisionalDue !== undefined });
      if (period.unit === 'workingDays') expect(daysShown(steps, start)).toEqual(daysFrom(start, provisionalDue ?? date));
    }), { numRuns: 2000 });
  });

  it('of hours is what counting minute by minute gives', () => {
    const at = (minute: number) => Temporal.Instant.from('2026-02-13T22:15:00+08:00').add({ minutes: minute }).toZonedDateTimeISO('Asia/Shanghai').toString({ timeZoneName: 'never' });
    fc.assert(fc.property(fc.integer({ min: 0, max: 30 }), fc.array(fc.tuple(fc.integer({ min: -600, max: 2400 }), fc.integer({ min: 0, max: 900 })), { maxLength: 3 }), (n, offsets) => {
      let minute = 0;
      for (let left = n * 60; left > 0; minute++) if (!offsets.some(([from, length]) => minute >= from && minute < from + length)) left--;
      expect(due({ n, unit: 'hours', suspended: offsets.map(([from, length]) => ({ from: at(from), to: at(from + length) })) }, at(0))).toBe(at(minute));
    }), { numRuns: 300 });
  });
});

function daysFrom(start: string, end: string): readonly string[] {
  return Array.from({ length: daysBetween(start, end) }, (_, index) => addDays(start, index + 1));
}

/** The days that the steps speak of, each once, those of pauses among them, cut to the days after the start. */
function daysShown(steps: readonly Step[], start: string): readonly string[] {
  const shown = steps.flatMap((step) => {
    if (step.kind === 'makeUp' || step.kind === 'skipped') return [step.day];
    if (step.kind === 'counted') return daysFrom(addDays(step.from, -1), step.to);
    return step.kind === 'paused' ? daysFrom(step.from, step.to) : [];
  });
  return [...new Set(shown)].filter((day) => day > start).sort();
}

const OFF_2025 = '01-01 01-28…02-04 04-04…04-06 05-01…05-05 05-31…06-02 10-01…10-08';
const OFF_2026 = '01-01…01-03 02-15…02-23 04-04…04-06 05-01…05-05 06-19…06-21 09-25…09-27 10-01…10-07';
const WORKED = '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10'.split(' ');

/** Counts on a wall calendar, one day after the other: [date, whether a year without notice was looked at]. */
function naive({ n, unit, extension = 0, roll, suspended = [] }: Period, startedAt: string): [string, boolean] {
  const next = (day: string, step = 1) => new Date(Date.parse(day) + step * 86_400_000).toISOString().slice(0, 10);
  let guessed = false;
  const works = (day: string) => {
    const year = day.slice(0, 4);
    if (year !== '2025' && year !== '2026') guessed = true;
    const off = (year === '2025' ? OFF_2025 : year === '2026' ? OFF_2026 : '').split(' ').map((range) => range.split('…'));
    if (off.some(([from = '', to = from]) => day.slice(5) >= from && day.slice(5) <= to)) return false;
    return WORKED.includes(day) || ![0, 6].includes(new Date(day).getUTCDay());
  };
  const excluded = new Set<string>();
  for (const { from, to } of suspended) for (let day = next(from); day <= to; day = next(day)) if (day > startedAt) excluded.add(day);
  let day = startedAt;
  if (unit === 'workingDays' || unit === 'backwardWorkingDays') {
    const back = unit === 'backwardWorkingDays';
    for (let left = n + extension; left > 0;) {
      day = next(day, back ? -1 : 1);
      if ((back || !excluded.has(day)) && works(day)) left--;
    }
    return [day, guessed];
  }
  const length = unit === 'calendarDays' ? { days: n + extension } : unit === 'months' ? { months: n + extension } : { years: n + extension };
  day = Temporal.PlainDate.from(startedAt).add(length).toString();
  const rolled = (last: string) => {
    while (roll && !works(last)) last = next(last);
    return last;
  };
  for (const first of [...excluded].sort().filter((one) => !excluded.has(next(one, -1)))) {
    if (next(first, -1) > day && next(first, -1) > rolled(day)) break;
    for (let gone = first; excluded.has(gone); gone = next(gone)) day = next(day);
  }
  return [rolled(day), guessed];
}
