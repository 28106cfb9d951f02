import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, addMonths, addYears, compare, dayAt, daysBetween, isDay, isWeekend, numberOf, weekday } from './day.js';

const aDay = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('A day', () => {
  it.each(['2026-03-02', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true);
    expect(dayAt(numberOf(text))).toBe(text);
  });

  it.each([
    '2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01', '2026-3-02', '20260302', '2026/03/02', '2026-03-02 ',
    '2026-03-02T00:00:00Z', '２０２６-03-02', 'not a day.', '', undefined, null, 20260302, ['2026-03-02'], {},
  ])('%p is none', (value) => {
    expect(isDay(value)).toBe(false);
    if (typeof value === 'string') expect(() => numberOf(value)).toThrow(RangeError);
  });

  it('is counted from 1970-01-01 and never leaves the years 1 to 9999', () => {
    expect([numberOf('1970-01-01'), numberOf('1969-12-31'), numberOf('2026-01-01')]).toEqual([0, -1, 20_454]);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addMonths('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addYears('0001-01-01', -1)).toThrow(RangeError);
    expect(() => dayAt(NaN)).toThrow(RangeError);
  });

  it('has a weekday, 1 for Monday to 7 for Sunday', () => {
    expect(['2026-03-02', '2026-02-28', '2026-03-01', '1969-12-28'].map(weekday)).toEqual([1, 6, 7, 7]);
    expect(['2026-03-02', '2026-02-27', '2026-02-28', '2026-03-01'].map((day) => isWeekend(numberOf(day)))).toEqual([false, false, true, true]);
  });

  it.each([
    ['2024-02-29', 12, '2025-02-28'], ['2024-02-29', 48, '2028-02-29'], ['2026-01-31', 1, '2026-02-28'], ['2026-12-31', 2, '2027-02-28'],
    ['2026-08-31', 1, '2026-09-30'], ['2026-03-31', -1, '2026-02-28'], ['2026-01-15', -1, '2025-12-15'], ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %i months is %s: without a corresponding day, the last of the month (CC 202)', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('of 29 February has its year on 28 February', () => expect(addYears('2024-02-29', 1)).toBe('2025-02-28'));

  it('agrees with Temporal', () => {
    fc.assert(fc.property(aDay, aDay, fc.integer({ min: -500, max: 500 }), (a, b, n) => {
      const date = Temporal.PlainDate.from(a);
      expect(isDay(a)).toBe(true);
      expect(weekday(a)).toBe(date.dayOfWeek);
      expect(daysBetween(a, b)).toBe(date.until(b).days);
      expect(Math.sign(compare(a, b))).toBe(Temporal.PlainDate.compare(a, b));
      if (date.year > 50 && date.year < 9900) {
        expect(addDays(a, n)).toBe(date.add({ days: n }).toString());
        expect(addMonths(a, n)).toBe(date.add({ months: n }).toString());
        expect(addYears(a, n % 50)).toBe(date.add({ years: n % 50 }).toString());
      }
    }), { numRuns: 2000 });
  });
});
