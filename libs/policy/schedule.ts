import type { CountUnit } from '#libs/calendar/explain.js';
import type { Calendar } from '#libs/calendar/working-days.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import type { ClockRow, Parameters } from './clock-rows.js';
import { countRule, warning } from './clock-rows.js';
import type { Pause } from './due.js';
import { dueOf, startOfBreach, warnAt } from './due.js';

/** The rules that a case's clocks run by: those of the pack that its routing was decided under. */
export interface ClockLaw {
  readonly rows: ReadonlyMap<string, ClockRow>;
  readonly parameters: Parameters;
  readonly calendar: Calendar;
  /** The first day of the pack. */
  readonly from?: Day;
}

/** When a clock is due, and when it warns and breaches. A date without an announced calendar year counts for nothing yet. */
export interface Schedule {
  readonly due: Day | Instant | 'PENDING_CALENDAR';
  readonly provisionalDue: Day | null;
  readonly warnAt: Instant | null;
  readonly breachAt: Instant | null;
  /** Version of the calendar that it was computed by. */
  readonly calendar: string;
}

/**
 * The schedule of a clock that started then, with what extended and paused it. Where a statute says only 日, its other reading counts too:
 * the clock warns by the earlier of the two days and breaches after the later (b.1 rule 7), whichever the pack shows as due.
 */
export function scheduleOf(row: ClockRow, startedAt: Day | Instant, law: ClockLaw, extension = 0, suspended: readonly Pause[] = []): Schedule {
  const rule = countRule(row, law.parameters);
  const count = (unit: CountUnit) => dueOf({ ...rule, unit, extension, suspended }, startedAt, law.calendar);
  const { due, provisionalDue, calendar } = count(rule.unit);
  const other = row.unit === 'bareDays' ? count(rule.unit === 'workingDays' ? 'calendarDays' : 'workingDays').due : due;
  if (due === 'PENDING_CALENDAR') return { due, provisionalDue: provisionalDue ?? null, warnAt: null, breachAt: null, calendar };
  if (other === 'PENDING_CALENDAR') return { due, provisionalDue: null, warnAt: warnAt(due, warning(row, rule.n), law.calendar), breachAt: null, calendar };
  const [earlier, later] = due < other ? [due, other] : [other, due];
  return { due, provisionalDue: null, warnAt: warnAt(earlier, warning(row, rule.n), law.calendar), breachAt: startOfBreach(later), calendar };
}

/** Of a clock that stands still: it has a date, and nothing warns or breaches by it. */
export function standingStill(schedule: Schedule): Schedule {
  return { ...schedule, warnAt: null, breachAt: null };
}
