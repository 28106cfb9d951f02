import type { CountUnit, Ground, PausedUnit, Step } from '#libs/calendar/explain.js';
import { Derivation } from '#libs/calendar/explain.js';
import { addDays, addMonths, dayAt, isDay, isWeekend, numberOf } from '#libs/calendar/day.js';
import type { Calendar } from '#libs/calendar/working-days.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { startOfDay } from '#libs/contracts/time.js';
import { lawOfCounting } from './due-law.js';
import type { Pause, Reading, Stretch } from './due-pauses.js';
import { dayNumber, endMs, instantAt, instantMs, invalid, stretches } from './due-pauses.js';

export type { Pause } from './due-pauses.js';

/** How long a period is. `roll` (default true) moves the end of calendar days, months and years off a day of rest; the other units never roll. */
export interface CountRule {
  readonly n: number;
  readonly unit: CountUnit;
  readonly roll?: boolean;
  /** What the limit itself rests on (`LDMA 43; CHR 45`): it says which law the counting follows. */
  readonly source?: string;
}

/** An extension in the unit of the clock, and who granted it why. */
export interface Extension extends Ground {
  readonly n: number;
}

/** That a clock began anew (an added party, changed claims): what had run since `from` no longer counts. */
export interface Restart extends Ground {
  readonly from: Day | Instant;
  readonly at: Day | Instant;
}

/** A rule with what happened to the clock since: extensions, added before the end is rolled; the pauses that are over. */
export interface Period extends CountRule {
  readonly extension?: number | readonly Extension[];
  readonly suspended?: readonly Pause[];
  /** Told by `explain`, and changing no date: the starts before the last, and the pause that is not over. */
  readonly restarts?: readonly Restart[];
  readonly suspendedSince?: Ground & { readonly from: Day | Instant };
}

export interface Due {
  /** A day ends at 24:00; an instant for a clock of hours; pending where a year on the way has no notice yet, for a date is never guessed. */
  readonly due: Day | Instant | 'PENDING_CALENDAR';
  /** Only where `due` is pending: the date if years without notice had no day of rest but weekends. For people to look at; it never breaches. */
  readonly provisionalDue?: Day;
  /** The unrolled last day of calendar days, months or years. */
  readonly raw?: Day;
  /** The version of the calendar that was asked: `Calendar.at` finds it again, to explain the date later by what was known then. */
  readonly calendar: string;
}

export interface ExplainedDue extends Due {
  readonly steps: readonly Step[];
}

/**
 * The date on which a period ends. A fixed date and a backward count are moved by nothing but a new date: pauses leave them alone,
 * an extension is refused. Throws the refusal `CLOCK_RULE_INVALID` with the field.
 */
export function dueOf(period: Period, startedAt: Day | Instant, calendar: Calendar): Due {
  return new Count(period, startedAt, calendar).due();
}

/** The same date with every step that led to it. */
export function explain(period: Period, startedAt: Day | Instant, calendar: Calendar): ExplainedDue {
  const derivation = new Derivation(calendar);
  const { unit, restarts = [], suspendedSince } = period;
  for (const [index, restart] of restarts.entries()) {
    const { from, at } = restart;
    derivation.add({ kind: 'restarted', from: momentIn(unit, from, `restarts[${index}].from`), at: momentIn(unit, at, `restarts[${index}].at`), ...groundOf(restart) });
  }
  const due = new Count(period, startedAt, calendar, derivation).due();
  derivation.add({ kind: 'due', due: due.provisionalDue ?? due.due, unit, provisional: due.provisionalDue !== undefined });
  if (suspendedSince) derivation.add({ kind: 'suspended', from: momentIn(unit, suspendedSince.from, 'suspendedSince.from'), ...groundOf(suspendedSince) });
  return { ...due, steps: derivation.steps };
}

/** The instant from which a deadline is missed: the end of its day, 24:00, or the instant itself. */
export function startOfBreach(due: Day | Instant): Instant {
  return isDay(due) ? startOfDay(addDays(due, 1)) : due;
}

/**
 * When to warn of a deadline: at 09:00, n working days before its day, or n hours before the breach.
 * A warning is no deadline, so a year without notice counts as one whose only days of rest are weekends.
 */
export function warnAt(due: Day | Instant, rule: { readonly n: number; readonly unit: 'workingDays' | 'hours' }, calendar: Calendar): Instant {
  if (rule.unit === 'hours') return instantAt(read(endMs, due, 'due') - whole(rule.n, 'n', MOST.hours) * HOUR);
  const { due: day, provisionalDue } = dueOf({ n: rule.n, unit: 'backwardWorkingDays' }, due, calendar);
  return `${provisionalDue ?? day}T09:00:00+08:00`;
}

const HOUR = 3_600_000;
const EXTENSIONS_MOST = 100;
/** More than any law asks for, and little enough to count at once. */
const MOST: Readonly<Record<CountUnit, number>> = {
  calendarDays: 36_600, workingDays: 3660, backwardWorkingDays: 3660, hours: 87_840, months: 1200, years: 100, date: 3660,
};

/** One computation. It counts in numbers of days, and remembers whether it had to guess about a year without notice. */
class Count {
  private guessed = false;
  /** The length with every extension. */
  private readonly length: number;

  constructor(
    private readonly period: Period, private readonly startedAt: Day | Instant,
    private readonly calendar: Calendar, private readonly derivation?: Derivation,
  ) {
    const { n, unit, extension } = period;
    if (!Object.hasOwn(MOST, unit)) invalid('unit', Object.keys(MOST).join(', '));
    this.length = whole(n, 'n', MOST[unit]) + (extension === undefined ? 0 : extended(extension, unit));
  }

  due(): Due {
    const { unit, suspended } = this.period;
    if (unit === 'hours') return this.inHours();
    const start = read(dayNumber, this.startedAt, 'startedAt');
    const pauses = stretches(suspended, start, dayNumber);
    if (this.derivation) this.noteStart(this.derivation, dayAt(start));
    switch (unit) {
      case 'date': return this.result(start);
      case 'backwardWorkingDays': return this.result(this.backward(start));
      case 'workingDays': return this.result(this.forward(start, pauses));
      case 'calendarDays': return this.rolled(start + this.length, pauses);
      case 'months': return this.rolled(this.monthsAfter(dayAt(start), this.length), pauses);
      case 'years': return this.rolled(this.monthsAfter(dayAt(start), this.length * 12), pauses);
    }
  }

  private inHours(): Due {
    const start = typeof this.startedAt === 'string' ? instantMs(this.startedAt) : NaN;
    if (Number.isNaN(start)) invalid('startedAt', 'an instant of the years 1900 to 2199, for a clock of hours');
    if (this.derivation) this.noteStart(this.derivation, instantAt(start));
    let end = start + this.length * HOUR;
    for (const stretch of stretches(this.period.suspended, start, endMs)) {
      if (stretch.from >= end) break; // The time had run out before.
      end += stretch.to - stretch.from;
      if (this.derivation) this.notePause(this.derivation, stretch, stretch.to - stretch.from, 'milliseconds');
    }
    return { due: instantAt(end), calendar: this.calendar.version };
  }

  private forward(start: number, pauses: readonly Stretch[]): number {
    const { derivation, length } = this;
    let day = start;
    let next = 0;
    for (let counted = 0; counted < length;) {
      const pause = pauses[next];
      if (pause?.from === day) {
        if (derivation) this.notePause(derivation, pause, this.workingDaysIn(pause), 'workingDays');
        day = pause.to;
        next++;
        continue;
      }
      if (this.works(++day)) counted++;
      derivation?.day(day, counted);
    }
    return this.pausedOnLastDay(day, pauses.slice(next));
  }

  /** A clock that stood when its last day ended runs until the end of the day on which it resumes, or of the first working day after. */
  private pausedOnLastDay(last: number, pauses: readonly Stretch[]): number {
    let end = last;
    for (const pause of pauses) {
      if (pause.from > end) break; // The period was over before.
      end = this.firstWorkingDay(pause.to);
      if (!this.derivation) continue;
      this.notePause(this.derivation, pause, this.workingDaysIn(pause), 'workingDays');
      this.derivation.add({ kind: 'resumedOnLast', day: dayAt(pause.to) });
      this.noteRoll(this.derivation, pause.to, end);
    }
    return end;
  }

  private backward(start: number): number {
    let day = start;
    for (let counted = 0; counted < this.length;) {
      if (this.works(--day)) counted++;
      this.derivation?.day(day, counted);
    }
    return day;
  }

  /** The corresponding day of a later month, or its last. */
  private monthsAfter(start: Day, months: number): number {
    const last = addMonths(start, months);
    const monthEnd = last.slice(8) < start.slice(8);
    this.derivation?.add({ kind: 'lastDay', day: last, ...(monthEnd && { monthEnd }), source: 'CC 202' });
    return numberOf(last);
  }

  /** Ends of calendar periods: pauses shift the unrolled end, which is rolled once. A period still runs on the days to which it is rolled. */
  private rolled(unpaused: number, pauses: readonly Stretch[]): Due {
    const { derivation } = this;
    const roll = this.period.roll ?? true;
    if (derivation && this.period.unit === 'calendarDays') derivation.add({ kind: 'lastDay', day: dayAt(unpaused) });
    let raw = unpaused;
    let shifted = 0;
    for (const stretch of pauses) {
      const days = stretch.to - stretch.from;
      if (stretch.from > raw && !(roll && stretch.from <= this.firstWorkingDay(raw))) break; // The period was over before.
      for (let day = raw; day < stretch.from; day++) derivation?.looked(day);
      if (derivation) this.notePause(derivation, stretch, days, 'calendarDays');
      if (stretch.from >= raw) derivation?.add({ kind: 'resumedOnLast', day: dayAt(stretch.to) });
      shifted = stretch.from >= raw ? 0 : shifted + days;
      raw = stretch.from >= raw ? stretch.to : raw + days;
    }
    const end = roll ? this.firstWorkingDay(raw) : raw;
    if (derivation) {
      if (shifted > 0) derivation.add({ kind: 'shifted', day: dayAt(raw), days: shifted });
      if (roll) this.noteRoll(derivation, raw, end);
      else if (this.calendar.worksOn(raw) === false) derivation.add({ kind: 'unrolled', day: dayAt(raw) });
    }
    return this.result(end, raw);
  }

  private firstWorkingDay(from: number): number {
    let day = from;
    while (!this.works(day)) day++;
    return day;
  }

  private works(day: number): boolean {
    const known = this.calendar.worksOn(day);
    if (known !== undefined) return known;
    this.guessed = true;
    return !isWeekend(day);
  }

  private result(end: number, raw?: number): Due {
    const day = dayAt(end);
    const calendar = this.calendar.version;
    if (this.guessed) return raw === undefined ? { due: 'PENDING_CALENDAR', provisionalDue: day, calendar } : { due: 'PENDING_CALENDAR', provisionalDue: day, raw: dayAt(raw), calendar };
    return raw === undefined ? { due: day, calendar } : { due: day, raw: dayAt(raw), calendar };
  }

  private noteStart(derivation: Derivation, at: Day | Instant): void {
    const { n, unit, extension = 0, source } = this.period;
    const law = lawOfCounting(unit, source, 'start');
    derivation.add({ kind: 'start', at, n, unit, ...(law && { source: law }) });
    for (const one of typeof extension === 'number' ? [{ n: extension }] : extension) {
      if (one.n > 0) derivation.add({ kind: 'extended', n: one.n, unit, ...groundOf(one) });
    }
  }

  private noteRoll(derivation: Derivation, raw: number, end: number): void {
    for (let day = raw; day <= end; day++) derivation.day(day);
    if (end > raw) derivation.add({ kind: 'rolled', from: dayAt(raw), to: dayAt(end), source: lawOfCounting(this.period.unit, this.period.source, 'end') });
  }

  private notePause(derivation: Derivation, { from, to, pause }: Stretch, amount: number, unit: PausedUnit): void {
    const hours = unit === 'milliseconds';
    const told = hours ? instantAt : dayAt;
    const reading = hours ? endMs : dayNumber;
    derivation.add({
      kind: 'paused', from: told(reading(pause.from)), to: told(reading(pause.to)),
      first: told(hours ? from : from + 1), last: told(to), amount, unit, ...groundOf(pause),
    });
  }

  /** For the derivation only: days that are not counted need no notice. */
  private workingDaysIn({ from, to }: Stretch): number {
    let count = 0;
    for (let day = from + 1; day <= to; day++) if (this.calendar.worksOn(day) ?? !isWeekend(day)) count++;
    return count;
  }
}

/** The sum of the extensions. */
function extended(extension: number | readonly Extension[], unit: CountUnit): number {
  const list: readonly Extension[] = typeof extension === 'object' ? extension : [{ n: extension }];
  if (!Array.isArray(list) || list.length > EXTENSIONS_MOST) invalid('extension', `a number, or a list of at most ${EXTENSIONS_MOST} extensions`);
  const sum = list.reduce((total, one, index) => total + whole(one?.n, typeof extension === 'object' ? `extension[${index}].n` : 'extension', MOST[unit]), 0);
  if (sum > 0 && (unit === 'date' || unit === 'backwardWorkingDays')) invalid('extension', 'none: only a new date moves this one');
  return whole(sum, 'extension', MOST[unit]);
}

function momentIn(unit: CountUnit, moment: Day | Instant, field: string): string {
  return unit === 'hours' ? instantAt(read(endMs, moment, field)) : dayAt(read(dayNumber, moment, field));
}

function read(reading: Reading, moment: unknown, field: string): number {
  const number = reading(moment);
  return Number.isNaN(number) ? invalid(field, 'a day or an instant of the years 1900 to 2199') : number;
}

function groundOf({ reason, by, approvedBy }: Ground): Ground {
  return { ...(reason !== undefined && { reason }), ...(by !== undefined && { by }), ...(approvedBy !== undefined && { approvedBy }) };
}

function whole(value: unknown, field: string, most: number): number {
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > most) invalid(field, `a whole number from 0 to ${most}`);
  return value as number;
}
