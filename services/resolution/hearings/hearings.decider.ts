import type { HearingsEvent } from '#libs/contracts/tribunal.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';
import { refuse } from './hearings.refusals.js';

type Booked = Extract<HearingsEvent, { type: 'HearingBooked' }>;
export type Booking = Pick<Booked, 'case' | 'room' | 'online' | 'from' | 'to'> & { readonly arbitrators: readonly string[] };

/** What the register and the calendar say of a day, read at the door. */
export interface DayLaw {
  readonly workingDay: boolean;
  /** Null where the room is not in use. */
  readonly open: { readonly opens: string; readonly closes: string; readonly online: boolean } | null;
  /** Of those who would sit, who is away. */
  readonly away: readonly string[];
}

export type HearingsCommand = { readonly at: Instant; readonly by: string } & (
  | { readonly type: 'BookHearing' } & Booking & DayLaw & Pick<Booked, 'division' | 'on' | 'moved' | 'replaces'>
  | { readonly type: 'ReleaseHearing'; readonly case: string }
);

export interface Hearings {
  readonly on: Day | undefined;
  readonly bookings: readonly Booking[];
}

/** Whether there is a time, the fields say: no step is closed by the state alone. */
const may = {};

/** The hearings of one division on one day. Its version decides between two who reach for the same time. */
export const hearings: Decider<Hearings, HearingsCommand, HearingsEvent> = { initial: { on: undefined, bookings: [] }, decide, evolve, may };

function decide(command: HearingsCommand, state: Hearings): readonly HearingsEvent[] {
  const { at, by } = command;
  const standing = state.bookings.find((one) => one.case === command.case);
  switch (command.type) {
    case 'BookHearing': {
      const { division, on, room, online, from, to, moved, replaces } = command;
      const arbitrators = [...command.arbitrators].sort();
      if (standing && same(standing, { ...command, arbitrators })) return [];
      checkDay(command);
      const others = state.bookings.filter((one) => one !== standing && one.from < to && from < one.to);
      if (others.some((one) => one.room === room)) throw refuse('ROOM_TAKEN', { room, from, to });
      const busy = arbitrators.filter((one) => others.some((other) => other.arbitrators.includes(one)));
      if (busy.length > 0) throw refuse('ARBITRATOR_TAKEN', { arbitrators: busy, from, to });
      if ((standing || replaces) && !moved) throw refuse('MOVE_NEEDS_REASON');
      return [{ type: 'HearingBooked', at, division, on, case: command.case, room, online, from, to, arbitrators, moved, replaces, by }];
    }
    case 'ReleaseHearing': {
      if (!standing || !state.on || dayOf(at) > state.on) return []; // The list of a day that has passed says what was heard.
      if (by.startsWith('process:') && dayOf(at) === state.on) return [];
      return [{ type: 'HearingReleased', at, case: command.case, by }];
    }
    default: return never(command);
  }
}

function evolve(state: Hearings, event: HearingsEvent): Hearings {
  const others = state.bookings.filter((one) => one.case !== event.case);
  switch (event.type) {
    case 'HearingBooked': {
      const { room, online, from, to, arbitrators } = event;
      return { on: event.on, bookings: [...others, { case: event.case, room, online, from, to, arbitrators }] };
    }
    case 'HearingReleased': return { ...state, bookings: others };
    default:                return never(event);
  }
}

function checkDay({ on, room, online, from, to, open, workingDay, away }: Extract<HearingsCommand, { type: 'BookHearing' }>): void {
  if (!open) throw refuse('ROOM_NOT_OPEN', { room });
  if (online && !open.online) throw refuse('ROOM_NOT_FIT_FOR_ONLINE', { room });
  if (!workingDay) throw refuse('NOT_A_WORKING_DAY', { on });
  if (to <= from || from < open.opens || to > open.closes) throw refuse('OUTSIDE_OPENING_HOURS', { opens: open.opens, closes: open.closes });
  if (away.length > 0) throw refuse('ARBITRATOR_NOT_THERE', { arbitrators: away });
}

function same(a: Booking, b: Booking): boolean {
  return a.room === b.room && a.online === b.online && a.from === b.from && a.to === b.to && String(a.arbitrators) === String(b.arbitrators);
}
