import type { Day } from './day.js';
import { dayAt, isDay, isWeekend, numberOf } from './day.js';

/** The name of a holiday for readers of either language. */
export interface Festival {
  readonly zh: string;
  readonly en: string;
}

/** One year's notice as a file holds it: the days off, and the weekend days worked in return. */
export interface Notice {
  /** Its number: 国办发明电〔2025〕7号. */
  readonly notice: string;
  readonly title: string;
  readonly issuedOn: Day;
  readonly off: readonly ({ readonly from: Day; readonly to: Day } & Festival)[];
  readonly workingDays: readonly ({ readonly day: Day } & Festival)[];
  /** The number of the notice of the same year that this one takes the place of (the Spring Festival of 2020 was prolonged while it ran). */
  readonly replaces?: string;
}

/** A day that a notice names. */
export type NamedDay =
  | { readonly kind: 'makeUp'; readonly festival: Festival; readonly source: string }
  | { readonly kind: 'rest'; readonly festival: Festival; readonly source: string };

/** A calendar file or notice that does not say what it must; `field` is where. */
export class InvalidCalendar extends Error {
  constructor(readonly field: string, expected: string) {
    super(`${field}: expected ${expected}`);
    this.name = 'InvalidCalendar';
  }
}

/** What each day that a notice names is, by the day's number. Throws `InvalidCalendar` with the field, below `at`. */
export function daysNamedBy(json: unknown, year: number, at: string): ReadonlyMap<number, NamedDay> {
  const { notice, title, issuedOn, off, workingDays, replaces } = fields(json, at, ['notice', 'title', 'issuedOn', 'off', 'workingDays', 'replaces']);
  const source = text(notice, `${at}.notice`);
  text(title, `${at}.title`);
  issueDay(issuedOn, `${at}.issuedOn`, year);
  if (replaces !== undefined) text(replaces, `${at}.replaces`);
  const named = new Map<number, NamedDay>();
  const name = (number: number, kind: NamedDay, field: string) => {
    if (named.has(number)) throw new InvalidCalendar(field, `${dayAt(number)} to be named once`);
    named.set(number, kind);
  };
  list(off, `${at}.off`).forEach((entry, index) => {
    const field = `${at}.off[${index}]`;
    const { from, to, zh, en } = fields(entry, field, ['from', 'to', 'zh', 'en']);
    const kind = { kind: 'rest', festival: festival(zh, en, field), source } as const;
    const last = dayIn(to, `${field}.to`, year);
    const start = dayIn(from, `${field}.from`, year);
    if (last < start) throw new InvalidCalendar(`${field}.to`, 'a day not before from');
    for (let number = start; number <= last; number++) name(number, kind, field);
  });
  list(workingDays, `${at}.workingDays`).forEach((entry, index) => {
    const field = `${at}.workingDays[${index}]`;
    const { day, zh, en } = fields(entry, field, ['day', 'zh', 'en']);
    const number = dayIn(day, `${field}.day`, year);
    if (!isWeekend(number)) throw new InvalidCalendar(`${field}.day`, 'a Saturday or Sunday');
    name(number, { kind: 'makeUp', festival: festival(zh, en, field), source }, field);
  });
  return named;
}

type Fields = Readonly<Record<string, unknown>>;

/** An object; with `names`, one with no other fields than these. */
export function fields(value: unknown, field: string, names?: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InvalidCalendar(field, 'an object');
  const unknown = names && Object.keys(value).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new InvalidCalendar(`${field}.${unknown.slice(0, 40)}`, 'no such field');
  return value as Fields;
}

export function text(value: unknown, field: string): string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > 200) throw new InvalidCalendar(field, 'a text of 1 to 200 characters');
  return value;
}

export function list(value: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length > 366) throw new InvalidCalendar(field, 'a list of at most 366 entries');
  return value;
}

export function yearOf(value: unknown, field: string): number {
  const year = typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value;
  if (!Number.isInteger(year) || (year as number) < 1900 || (year as number) > 2199) throw new InvalidCalendar(field, 'a year from 1900 to 2199');
  return year as number;
}

/** A day of the year, or of the December before: the notice for 2023 begins with 31 December 2022. */
function dayIn(value: unknown, field: string, year: number): number {
  if (!isDay(value)) throw new InvalidCalendar(field, 'a day such as 2026-03-02');
  if (value.slice(0, 4) !== `${year}` && value.slice(0, 7) !== `${year - 1}-12`) throw new InvalidCalendar(field, `a day of ${year} or of the December before`);
  return numberOf(value);
}

/** A notice comes out in the autumn before, or amends in the year itself. */
function issueDay(value: unknown, field: string, year: number): void {
  if (!isDay(value)) throw new InvalidCalendar(field, 'a day such as 2026-03-02');
  const issued = Number(value.slice(0, 4));
  if (issued !== year && issued !== year - 1) throw new InvalidCalendar(field, `a day of ${year - 1} or ${year}`);
}

function festival(zh: unknown, en: unknown, field: string): Festival {
  return { zh: text(zh, `${field}.zh`), en: text(en, `${field}.en`) };
}
