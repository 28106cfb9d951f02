/** A calendar day in Asia/Shanghai: `2026-03-02`. Text, so that no time zone can shift it and `<` sorts it. */
export type Day = string;

const FIRST = -719_162; // 0001-01-01
const LAST = 2_932_896; // 9999-12-31
/** The days of 2000 to 2059 as text, each kept once it was written: a derivation names dozens. */
const KEPT_FROM = 10_957;
const kept = new Array<Day | undefined>(21_915);
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** True for a day that exists: 2026-02-29 does not. */
export function isDay(text: unknown): text is Day {
  return typeof text === 'string' && !Number.isNaN(numberIfDay(text));
}

/**
 * Days since 1970-01-01: counting is done on these whole numbers, never on time objects, which are several times slower.
 * Throws a `RangeError` for text that is no day.
 */
export function numberOf(day: Day): number {
  const number = numberIfDay(day);
  if (Number.isNaN(number)) throw new RangeError('Not a day such as 2026-03-02.');
  return number;
}

/** As `numberOf`, but NaN for text that is no day. Years begin in March here, so that the leap day is the last of its year. */
export function numberIfDay(text: string): number {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const date = digits(text, 8, 10);
  if (!(year > 0 && month > 0 && month < 13 && date > 0 && date <= lengthOfMonth(year, month))) return NaN;
  const fromMarch = month < 3 ? year - 1 : year;
  return fromMarch * 365 + leapDays(fromMarch) + daysBeforeMonth((month + 9) % 12) + date - 719_469;
}

/** The day of a number of days since 1970-01-01. */
export function dayAt(number: number): Day {
  const slot = number - KEPT_FROM;
  return slot >= 0 && slot < kept.length ? kept[slot] ??= dayWritten(number) : dayWritten(number);
}

function dayWritten(number: number): Day {
  if (!(number >= FIRST && number <= LAST)) throw new RangeError(`No day in the years 1 to 9999: ${number}`);
  const fromMarch = number + 719_468; // Days since 0000-03-01.
  let year = Math.floor(fromMarch / 365.2425);
  if (fromMarch < year * 365 + leapDays(year)) year--;
  else if (fromMarch >= (year + 1) * 365 + leapDays(year + 1)) year++;
  const dayOfYear = fromMarch - year * 365 - leapDays(year);
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - daysBeforeMonth(month) + 1;
  return written(month < 10 ? year : year + 1, month < 10 ? month + 3 : month - 9, date);
}

export function addDays(day: Day, days: number): Day {
  return dayAt(numberOf(day) + days);
}

/** The corresponding day of a later month; where there is none, the last day of that month (CC 202). */
export function addMonths(day: Day, months: number): Day {
  const total = digits(day, 0, 4) * 12 + digits(day, 5, 7) - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`No day in the years 1 to 9999: ${day} and ${months} months`);
  return written(year, month, Math.min(digits(day, 8, 10), lengthOfMonth(year, month)));
}

export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** Negative where `a` is earlier, 0 for the same day, positive where `a` is later. */
export function compare(a: Day, b: Day): number {
  return numberOf(a) - numberOf(b);
}

/** Days from one day to another, the first not counted: from Monday to Tuesday is 1. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(day: Day): number {
  return weekdayOfNumber(numberOf(day));
}

export function isWeekend(number: number): boolean {
  return weekdayOfNumber(number) > 5;
}

function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1; // 1970-01-01 was a Thursday.
}

function lengthOfMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : MONTH_LENGTHS[month - 1]!;
}

/** Leap days before a year that begins in March. */
function leapDays(year: number): number {
  return Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

/** Days before a month of a year that begins in March, which is month 0: 0, 31, 61, 92 … */
function daysBeforeMonth(month: number): number {
  return Math.floor((153 * month + 2) / 5);
}

/** NaN where a character is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : NaN;
  }
  return value;
}

function written(year: number, month: number, date: number): Day {
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}
