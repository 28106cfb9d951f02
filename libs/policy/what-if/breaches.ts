import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';
import { epochMs } from '#libs/contracts/time.js';
import type { ClockRow } from '../clock-rows.js';
import { meets } from '../clock-rows.js';
import type { Due } from '../due.js';
import { startOfBreach } from '../due.js';
import type { Laws } from './law-under.js';
import type { Pack } from '../pack.js';
import type { Difference, JudgedClock } from './what-if.js';

/** The kinds of event that tell whether the clocks of a difference were met. */
export function endingsOf({ clocks }: Difference, { before, after }: Laws): readonly string[] {
  const rows = clocks.flatMap(({ id }) => [before.clocks.get(id), after.clocks.get(id)]).filter((row) => row !== undefined);
  return [...new Set(rows.flatMap(({ satisfies, cancels }) => [...satisfies, ...cancels].map(({ on }) => on)))];
}

/**
 * Whether each clock was missed under either law: by the first fact of the case that meets it, or by `until` where none does. Later
 * pauses and extensions are left out, so that both sides are measured alike.
 */
export function judged(difference: Difference, laws: Laws, later: readonly PublishedEvent[], until: Instant): Difference {
  const clocks = difference.clocks.map((clock): JudgedClock => ({
    ...clock,
    breachedBefore: wasMissed(clock, clock.before, laws.before, later, until),
    breachedAfter: wasMissed(clock, clock.after, laws.after, later, until),
  }));
  return { ...difference, clocks };
}

function wasMissed({ id, order }: JudgedClock, due: Due['due'] | null, { clocks }: Pack, later: readonly PublishedEvent[], until: Instant): boolean | null {
  const row = clocks.get(id);
  if (due === null || due === 'PENDING_CALENDAR' || !row) return null;
  const ended = later.find((event) => endsIt(row, order, event));
  const breach = epochMs(startOfBreach(due));
  return epochMs(ended ? (ended.data['at'] as Instant | undefined) ?? ended.recordedAt : until) >= breach;
}

function endsIt({ satisfies, cancels }: ClockRow, order: number, { type, data }: PublishedEvent): boolean {
  const ofAnother = typeof data['order'] === 'number' && data['order'] !== order;
  return !ofAnother && [...satisfies, ...cancels].some((trigger) => trigger.on === type && meets(trigger, data));
}
