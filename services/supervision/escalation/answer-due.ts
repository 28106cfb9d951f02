import type { Calendar } from '#libs/calendar/working-days.js';
import type { Instant } from '#libs/contracts/time.js';
import { dayOf, epochMs, instantOf } from '#libs/contracts/time.js';
import { dueOf, startOfBreach } from '#libs/policy/due.js';
import type { Period } from '#libs/policy/ladder.js';

const HOUR_MS = 3_600_000;

/** The instant at which a period from a moment on is over; a year without notice counts as one whose only days of rest are weekends. */
export function after({ n, unit }: Period, from: Instant, calendar: Calendar): Instant {
  if (unit === 'hours') return instantOf(epochMs(from) + n * HOUR_MS);
  const { due, provisionalDue } = dueOf({ n, unit }, dayOf(from), calendar);
  return startOfBreach(due === 'PENDING_CALENDAR' ? provisionalDue! : due);
}
