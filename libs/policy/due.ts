import type { CountUnit, Ground, PausedUnit, Step } from '#libs/calendar/explain.js';
import { Derivation } from '#libs/calendar/explain.js';
import { addDays, addMonths, dayAt, isDay, isWeekend, numberOf } from '#libs/calendar/day.js';
import type { Calendar } from '#libs/calendar/working-days.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { dayOf, epochMs, instantOf, isInstant, startOfDay } from '#libs/contracts/time.js';
import { refuseClock } from './due.refusals.js';

/** How long a period is. `roll` (default true) moves the end of calendar days, months and years off a day of rest; the other units never roll. */
export interface CountRule {
  readonly n: number;
  readonly unit: CountUnit;
  readonly roll?: boolean;
}

/** Time that is not counted: the day it begins is counted, the day it ends is not. */
export interface Pause extends Ground {
  readonly from: Day | Instant;
  readonly to: Day | Instant;
}

/** A rule with what happened to the clock since: `extension` in the unit of the clock, added before the end is rolled; the pauses that are over. */
export interface Period extends CountRule {
  readonly extension?: number;
  readonly extensionGround?: Ground;
  readonly suspended?: readonly Pause[];
}

export interface Due {
  /** A day ends at 24:00; an instant for a clock of hours; pending where a year on the way has no notice yet, for a date is never guessed. */
  readonly due: Day | Instant | 'PENDING_CALENDAR';
  /** Only where `due` is pending: the date if years without notice had no day of rest but weekends. For people to look at; it never breaches. */
  readonly provisionalDue?: Day;
  /** The unrolled last day of calendar days, months or years. */
  readonly raw?: Day;
  /** The version of the calendar that was asked. */
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
  const due = new Count(period, startedAt, calendar, derivation).due();
  derivation.add({ kind: 'due', due: due.provisionalDue ?? due.due, provisional: due.provisionalDue !== undefined });
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
  if (rule.unit === 'hours') return instantOf(epochMs(startOfBreach(due)) - whole(rule.n, 'n', MOST.hours) * HOUR);
  const { due: day, provisionalDue } = dueOf({ n: rule.n, unit: 'backwardWorkingDays' }, due, calendar);
  return `${provisionalDue ?? day}T09:00:00+08:00`;
}

const HOUR = 3_600_000;
const PAUSES_MOST = 1000;
/** More than any law asks for, and little enough to count at once. */
const MOST: Readonly<Record<CountUnit, number>> = {
  calendarDays: 36_600, workingDays: 3660, backwardWorkingDays: 3660, hours: 87_840, months: 1200, years: 100, date: 3660,
};

/** A pause as numbers of days or milliseconds: what lies after `from` up to and including `to`, and in no earlier stretch. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly pause: Pause;
}

/** One computation. It counts in numbers of days, and remembers whether it had to guess about a year without notice. */
class Count {
  private guessed = false;
  private readonly n: number;

  constructor(
    private readonly period: Period, private readonly startedAt: Day | Instant,
    private readonly calendar: Calendar, private readonly derivation?: Derivation,
  ) {
    const { n, unit, extension = 0, suspended = [] } = period;
    if (!Object.hasOwn(MOST, unit)) invalid('unit', Object.keys(MOST).join(', '));
    if (extension !== 0 && (unit === 'date' || unit === 'backwardWorkingDays')) invalid('extension', 'none: only a new date moves this one');
    this.n = whole(n, 'n', MOST[unit]) + whole(extension, 'extension', MOST[unit]);
    if (!Array.isArray(suspended) || suspended.length > PAUSES_MOST) invalid('suspended', `a list of at most ${PAUSES_MOST} pauses`);
    if (!isMoment(startedAt)) invalid('startedAt', 'a day or an instant of the years 1900 to 2199');
  }

  due(): Due {
    const { n, unit } = this.period;
    if (unit === 'hours') return this.inHours();
    const start = dayOfMoment(this.startedAt);
    this.derivation?.add({ kind: 'start', at: start, n, unit });
    this.noteExtension();
    switch (unit) {
      case 'date': return this.result(numberOf(start));
      case 'backwardWorkingDays': return this.result(this.backward(numberOf(start)));
      case 'workingDays': return this.result(this.forward(numberOf(start)));
      case 'months': return this.rolled(start, addMonths(start, this.n));
      case 'years': return this.rolled(start, addMonths(start, this.n * 12));
      case 'calendarDays': return this.rolled(start, addDays(start, this.n));
    }
  }

  private inHours(): Due {
    const { n, unit, suspended } = this.period;
    if (isDay(this.startedAt)) invalid('startedAt', 'an instant, for a clock of hours');
    this.derivation?.add({ kind: 'start', at: this.startedAt, n, unit });
    this.noteExtension();
    const start = epochMs(this.startedAt);
    let end = start + this.n * HOUR;
    for (const { from, to, pause } of stretches(suspended, start, endMs)) {
      if (from >= end) break; // The time had run out before.
      end += to - from;
      this.notePause(pause, pause, to - from, 'milliseconds');
    }
    return { due: instantOf(end), calendar: this.calendar.version };
  }

  private forward(start: number): number {
    const pauses = stretches(this.period.suspended, start, dayNumber);
    let day = start;
    for (let counted = 0, next = 0; counted < this.n;) {
      const pause = pauses[next];
      if (pause?.from === day) {
        if (this.derivation) this.notePause(pause.pause, daysOf(pause.pause), this.workingDaysIn(pause), 'workingDays');
        day = pause.to;
        next++;
        continue;
      }
      if (this.works(++day)) counted++;
      this.derivation?.day(day, counted);
    }
    return day;
  }

  private backward(start: number): number {
    let day = start;
    for (let counted = 0; counted < this.n;) {
      if (this.works(--day)) counted++;
      this.derivation?.day(day, counted);
    }
    return day;
  }

  /** Ends of calendar periods: pauses shift the unrolled end, which is rolled once. */
  private rolled(start: Day, unpaused: Day): Due {
    const roll = this.period.roll ?? true;
    let raw = numberOf(unpaused);
    let until: number | undefined;
    for (const { from, to, pause } of stretches(this.period.suspended, numberOf(start), dayNumber)) {
      const running = from <= raw || from === until || (roll && from <= this.firstWorkingDay(raw));
      if (!running) break; // The period was over before.
      raw += to - from;
      until = to;
      this.notePause(pause, daysOf(pause), to - from, 'calendarDays');
    }
    this.derivation?.add({ kind: 'lastDay', day: dayAt(raw) });
    if (!roll) return this.result(raw, raw);
    const end = this.firstWorkingDay(raw);
    if (this.derivation) this.noteRoll(this.derivation, raw, end);
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
    const due: Due = this.guessed ? { due: 'PENDING_CALENDAR', provisionalDue: day, calendar } : { due: day, calendar };
    return raw === undefined ? due : { ...due, raw: dayAt(raw) };
  }

  private noteRoll(derivation: Derivation, raw: number, end: number): void {
    for (let day = raw; day <= end; day++) derivation.day(day);
    if (end > raw) derivation.add({ kind: 'rolled', from: dayAt(raw), to: dayAt(end) });
  }

  private noteExtension(): void {
    const { extension = 0, extensionGround, unit } = this.period;
    if (extension > 0) this.derivation?.add({ kind: 'extended', n: extension, unit, ...extensionGround });
  }

  private notePause({ reason, by }: Pause, { from, to }: Pause, amount: number, unit: PausedUnit): void {
    this.derivation?.add({ kind: 'paused', from, to, amount, unit, ...(reason !== undefined && { reason }), ...(by !== undefined && { by }) });
  }

  /** For the derivation only: days that are not counted need no notice. */
  private workingDaysIn({ from, to }: Stretch): number {
    let count = 0;
    for (let day = from + 1; day <= to; day++) if (this.calendar.worksOn(day) ?? !isWeekend(day)) count++;
    return count;
  }
}

/** Pauses in order, cut where they overlap and where they begin before the clock does. */
function stretches(pauses: readonly Pause[] | undefined, start: number, numberOfMoment: (moment: Day | Instant) => number): readonly Stretch[] {
  if (!pauses?.length) return [];
  const read = pauses.map((pause, index) => {
    if (!isMoment(pause?.from)) invalid(`suspended[${index}].from`, 'a day or an instant');
    if (!isMoment(pause.to)) invalid(`suspended[${index}].to`, 'a day or an instant');
    const stretch = { from: numberOfMoment(pause.from), to: numberOfMoment(pause.to), pause };
    if (stretch.to < stretch.from) invalid(`suspended[${index}].to`, 'a time not before from');
    return stretch;
  });
  const apart: Stretch[] = [];
  let until = start;
  for (const { from, to, pause } of read.sort((a, b) => a.from - b.from)) {
    if (to <= until) continue;
    apart.push({ from: Math.max(from, until), to, pause });
    until = to;
  }
  return apart;
}

function isMoment(moment: unknown): moment is Day | Instant {
  return (isDay(moment) || isInstant(moment)) && moment >= '1900' && moment < '2200';
}

function dayOfMoment(moment: Day | Instant): Day {
  if (moment.length === 10) return moment;
  return moment.endsWith('+08:00') ? moment.slice(0, 10) : dayOf(moment); // As written by us, without building a time object.
}

function daysOf({ from, to }: Pause): Pause {
  return { from: dayOfMoment(from), to: dayOfMoment(to) };
}

function dayNumber(moment: Day | Instant): number {
  return numberOf(dayOfMoment(moment));
}

/** A pause given in days begins and ends with the end of a day, as it does for clocks of days. */
function endMs(moment: Day | Instant): number {
  return epochMs(startOfBreach(moment));
}

function whole(value: unknown, field: string, most: number): number {
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > most) invalid(field, `a whole number from 0 to ${most}`);
  return value as number;
}

function invalid(field: string, expected: string): never {
  throw refuseClock('CLOCK_RULE_INVALID', { field, expected });
}
