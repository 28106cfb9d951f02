import { fileURLToPath } from 'node:url';
import { clockRow } from './clock-rows.js';
import { loadPolicies } from './in-force.js';
import { scheduleOf } from './schedule.js';

const pack = loadPolicies(fileURLToPath(new URL('../../policies', import.meta.url))).packNamed('439900', '2026-01-01')!;
const row = (over: object) => clockRow.parse({ id: 'T-X', zh: '试', en: 'test', n: 5, unit: 'bareDays', level: 'law', source: 'LDMA 29', confidence: 'A', ...over });
const law = (bareDayUnit: Record<string, string> = {}) => ({ rows: pack.clocks, calendar: pack.calendar, parameters: { ...pack.parameters, bareDayUnit } });

describe('A statute that says only 日', () => {
  // From Monday 2026-04-20: five calendar days end on Saturday 25 April and roll to Monday 27 April; five working days end on Monday 27 April.
  // From Wednesday 2026-04-22: calendar days end on Monday 27 April; working days on Wednesday 29 April.
  it('warns by the earlier reading and breaches after the later, whichever is shown', () => {
    const asWorking = scheduleOf(row({}), '2026-04-22', law());
    const asCalendar = scheduleOf(row({}), '2026-04-22', law({ 5: 'calendarDays' }));
    expect([asWorking.due, asCalendar.due]).toEqual(['2026-04-29', '2026-04-27']);
    for (const { warnAt, breachAt } of [asWorking, asCalendar]) expect([warnAt, breachAt]).toEqual(['2026-04-24T09:00:00+08:00', '2026-04-30T00:00:00+08:00']);
  });

  it('has one reading where the unit is said', () => {
    expect(scheduleOf(row({ unit: 'workingDays' }), '2026-04-22', law())).toMatchObject({ warnAt: '2026-04-28T09:00:00+08:00', breachAt: '2026-04-30T00:00:00+08:00' });
  });
});

describe('A warning', () => {
  it('comes a quarter of its hours before, in whole hours', () => {
    expect(scheduleOf(row({ unit: 'hours', n: 2 }), '2026-04-22T10:00:00+08:00', law()).warnAt).toBe('2026-04-22T11:00:00+08:00');
  });
});
