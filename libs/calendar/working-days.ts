import type { Day } from './day.js';
import { dayAt, isDay, isWeekend, numberOf } from './day.js';

/** The name of a holiday for readers of either language. */
export interface Festival {
  readonly zh: string;
  readonly en: string;
}

/** What a day is, and the notice or law that makes it so. */
export type DayKind =
  | { readonly kind: 'working' }
  /** A Saturday or Sunday on which people work in return for a bridging day off (调休上班). */
  | { readonly kind: 'makeUp'; readonly festival: Festival; readonly source: string }
  /** Without `festival`: a weekend. */
  | { readonly kind: 'rest'; readonly festival?: Festival; readonly source: string }
  /** The year has no notice yet: whether people work on this day is not known. */
  | { readonly kind: 'uncovered'; readonly year: number };

/** The working days of the years for which the State Council has published a notice. */
export interface Calendar {
  readonly version: string;
  /** The years with a notice, ascending. */
  readonly years: readonly number[];
  /** The law that makes Saturday and Sunday days of rest. */
  readonly weekend: string;
  kindOf(day: Day): DayKind;
  /** Whether people work on a day, given as its number (`numberOf`); undefined in a year without notice. */
  worksOn(number: number): boolean | undefined;
}

/** A calendar file that does not say what a calendar must; `field` is where. */
export class InvalidCalendar extends Error {
  constructor(readonly field: string, expected: string) {
    super(`${field}: expected ${expected}`);
    this.name = 'InvalidCalendar';
  }
}

const WORKING = 1;
const REST = 2;
type Named = Extract<DayKind, { kind: 'makeUp' | 'rest' }>;
type Fields = Readonly<Record<string, unknown>>;

/** Reads and checks a `calendar.json`. Throws `InvalidCalendar`. */
export function calendarOf(json: unknown): Calendar {
  const { version, weekend, years: notices } = fields(json, 'calendar', ['version', 'weekend', 'years']);
  const law = text(weekend, 'weekend');
  const byYear = fields(notices, 'years');
  const years = Object.keys(byYear).map((key) => yearOf(key)).sort((a, b) => a - b);
  if (years.length === 0) throw new InvalidCalendar('years', 'at least one year');
  const named = new Map<number, Named>();
  // A notice may name days of the December before it (the one for 2019 did): the later notice prevails.
  for (const year of years) for (const [number, kind] of daysNamedBy(byYear[year], year)) named.set(number, kind);
  const first = numberOf(`${years[0]!}-01-01`);
  const table = tableOf(years, first, named);
  return {
    version: text(version, 'version'), years, weekend: law,
    worksOn: (number) => {
      const kind = table[number - first];
      return kind ? kind === WORKING : undefined;
    },
    kindOf: (day) => {
      const number = numberOf(day);
      const kind = table[number - first];
      if (!kind) return { kind: 'uncovered', year: Number(day.slice(0, 4)) };
      return named.get(number) ?? (kind === WORKING ? { kind: 'working' } : { kind: 'rest', source: law });
    },
  };
}

/** One byte for each day from the first covered year to the last: the due dates of a million clocks are looked up here. */
function tableOf(years: readonly number[], first: number, named: ReadonlyMap<number, Named>): Uint8Array {
  const table = new Uint8Array(numberOf(`${years.at(-1)! + 1}-01-01`) - first);
  for (const year of years) {
    const end = numberOf(`${year + 1}-01-01`);
    for (let number = numberOf(`${year}-01-01`); number < end; number++) {
      const kind = named.get(number)?.kind ?? (isWeekend(number) ? 'rest' : 'working');
      table[number - first] = kind === 'rest' ? REST : WORKING;
    }
  }
  return table;
}

function daysNamedBy(json: unknown, year: number): Map<number, Named> {
  const at = `years.${year}`;
  const { notice, title, issuedOn, off, workingDays } = fields(json, at, ['notice', 'title', 'issuedOn', 'off', 'workingDays']);
  const source = text(notice, `${at}.notice`);
  text(title, `${at}.title`);
  dayIn(issuedOn, `${at}.issuedOn`);
  const named = new Map<number, Named>();
  const name = (number: number, kind: Named, field: string) => {
    if (named.has(number)) throw new InvalidCalendar(field, `${dayAt(number)} to be named once`);
    named.set(number, kind);
  };
  list(off, `${at}.off`).forEach((entry, index) => {
    const field = `${at}.off[${index}]`;
    const { from, to, zh, en } = fields(entry, field, ['from', 'to', 'zh', 'en']);
    const festival = { zh: text(zh, `${field}.zh`), en: text(en, `${field}.en`) };
    const last = dayIn(to, `${field}.to`, year);
    const start = dayIn(from, `${field}.from`, year);
    if (last < start) throw new InvalidCalendar(`${field}.to`, 'a day not before from');
    for (let number = start; number <= last; number++) name(number, { kind: 'rest', festival, source }, field);
  });
  list(workingDays, `${at}.workingDays`).forEach((entry, index) => {
    const field = `${at}.workingDays[${index}]`;
    const { day, zh, en } = fields(entry, field, ['day', 'zh', 'en']);
    const number = dayIn(day, `${field}.day`, year);
    if (!isWeekend(number)) throw new InvalidCalendar(`${field}.day`, 'a Saturday or Sunday');
    name(number, { kind: 'makeUp', festival: { zh: text(zh, `${field}.zh`), en: text(en, `${field}.en`) }, source }, field);
  });
  return named;
}

function yearOf(key: string): number {
  if (!/^(19|20|21)\d{2}$/.test(key)) throw new InvalidCalendar(`years.${key.slice(0, 10)}`, 'a year from 1900 to 2199');
  return Number(key);
}

/** A day; with `year`, one of that year or of the December before. */
function dayIn(value: unknown, field: string, year?: number): number {
  if (!isDay(value)) throw new InvalidCalendar(field, 'a day such as 2026-03-02');
  if (year !== undefined && value.slice(0, 4) !== `${year}` && value.slice(0, 7) !== `${year - 1}-12`) {
    throw new InvalidCalendar(field, `a day of ${year} or of the December before`);
  }
  return numberOf(value);
}

function text(value: unknown, field: string): string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > 200) throw new InvalidCalendar(field, 'a text of 1 to 200 characters');
  return value;
}

function list(value: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length > 366) throw new InvalidCalendar(field, 'a list of at most 366 entries');
  return value;
}

/** An object; with `names`, one with exactly these fields. */
function fields(value: unknown, field: string, names?: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InvalidCalendar(field, 'an object');
  const unknown = names && Object.keys(value).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new InvalidCalendar(`${field}.${unknown.slice(0, 40)}`, 'no such field');
  return value as Fields;
}
