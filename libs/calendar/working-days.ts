import type { Day } from './day.js';
import { dayAt, isWeekend, numberOf } from './day.js';
import type { Festival, NamedDay } from './notice.js';
import { InvalidCalendar } from './notice.js';
import type { CalendarFile } from './layers.js';
import { fileAt, layersOf } from './layers.js';

export { InvalidCalendar } from './notice.js';

/** What a day is, and the notice or law that makes it so. */
export type DayKind =
  | { readonly kind: 'working' }
  /** A Saturday or Sunday on which people work in return for a bridging day off (调休上班). */
  | { readonly kind: 'makeUp'; readonly festival: Festival; readonly source: string }
  /** Without `festival`: a weekend. */
  | { readonly kind: 'rest'; readonly festival?: Festival; readonly source: string }
  /** The year has no notice: whether people work on this day is not known. */
  | { readonly kind: 'uncovered'; readonly year: number };

/** The working days of the years for which the State Council has published a notice, and of a region what its own notices add. */
export interface Calendar {
  /** Names the newest notice, and after a `+` that of each region. Whatever is computed stores it: `at` finds the calendar again. */
  readonly version: string;
  /** The years with a national notice, ascending. A region's notice covers no year by itself. */
  readonly years: readonly number[];
  /** The law that makes Saturday and Sunday days of rest. */
  readonly weekend: string;
  kindOf(day: Day): DayKind;
  /** The same for a day given as its number (`numberOf`). */
  kindAt(number: number): DayKind;
  /** Whether people work on a day, given as its number; undefined in a year without notice. */
  worksOn(number: number): boolean | undefined;
  /** The calendar as it was in a version that it had: a date is explained by what was known when it was computed. Undefined for a version that it never had. */
  at(version: string): Calendar | undefined;
}

const WORKING = 1;
const REST = 2;
const ORDINARY: DayKind = { kind: 'working' };

/** Reads and checks a `calendar.json`, a region's days laid over it or not. Throws `InvalidCalendar`. */
export function calendarOf(json: unknown): Calendar {
  const { version, weekend: law, layers } = layersOf(json);
  const [nation] = layers;
  const years = [...nation!.notices.keys()];
  if (years.length === 0) throw new InvalidCalendar('years', 'at least one year');
  const named = new Map<number, NamedDay>();
  // A notice may name days of the December before it (the one for 2023 did): the later notice prevails, and a region's over the nation's.
  for (const { notices } of layers) for (const days of notices.values()) for (const [number, kind] of days) named.set(number, kind);
  const first = numberOf(`${years[0]!}-01-01`);
  const table = tableOf(years, first, named);
  const weekend: DayKind = { kind: 'rest', source: law };
  const kindAt = (number: number): DayKind => {
    const kind = table[number - first];
    if (!kind) return { kind: 'uncovered', year: Number(dayAt(number).slice(0, 4)) };
    return named.get(number) ?? (kind === WORKING ? ORDINARY : weekend);
  };
  return {
    version, years, weekend: law, kindAt,
    kindOf: (day) => kindAt(numberOf(day)),
    worksOn: (number) => {
      const kind = table[number - first];
      return kind ? kind === WORKING : undefined;
    },
    at: (then) => {
      const file = fileAt(json as CalendarFile, then);
      return file && calendarOf(file);
    },
  };
}

/** One byte for each day from the first covered year to the last: the due dates of a million clocks are looked up here. */
function tableOf(years: readonly number[], first: number, named: ReadonlyMap<number, NamedDay>): Uint8Array {
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
