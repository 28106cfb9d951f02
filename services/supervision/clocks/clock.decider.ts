import type { PackRef } from '#libs/contracts/routing.events.js';
import type { ClockEvent } from '#libs/contracts/supervision.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { dayOf, epochMs } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';
import { refuse } from './clock.refusals.js';

export type { ClockEvent } from '#libs/contracts/supervision.events.js';

type Started = Extract<ClockEvent, { type: 'ClockStarted' }>;

/** When a clock is due, and when it warns and breaches: computed once, by the calendar in force. */
export type Schedule = Pick<Started, 'due' | 'provisionalDue' | 'warnAt' | 'breachAt' | 'calendar'>;
export type ClockRule = Started['rule'];

/** What a fact does to one clock. Worked out from the pack before the decision (`moves.ts`), so that the decision needs no law. */
export type Move =
  | { readonly move: 'start'; readonly clock: string; readonly kind: string; readonly order: number | null; readonly startedAt: string; readonly rule: ClockRule; readonly schedule: Schedule }
  | { readonly move: 'restart'; readonly clock: string; readonly startedAt: string; readonly schedule: Schedule }
  | { readonly move: 'suspend'; readonly clock: string; readonly from: string; readonly reason: string }
  | { readonly move: 'resume'; readonly clock: string; readonly to: string; readonly schedule: Schedule }
  | { readonly move: 'extend'; readonly clock: string; readonly by: number; readonly approvedBy: string; readonly schedule: Schedule }
  | { readonly move: 'reschedule'; readonly clock: string; readonly schedule: Schedule }
  | { readonly move: 'satisfy' | 'cancel'; readonly clock: string };

export type ClockCommand =
  | { readonly type: 'OpenClocks'; readonly at: Instant; readonly division: string; readonly pack: PackRef; readonly receivedAt: Instant; readonly causedBy: string; readonly moves: readonly Move[] }
  | { readonly type: 'MoveClocks'; readonly at: Instant; readonly causedBy: string; readonly moves: readonly Move[] }
  | { readonly type: 'WarnOfClock'; readonly at: Instant; readonly clock: string }
  | { readonly type: 'BreachClock'; readonly at: Instant; readonly clock: string };

/** One clock as it stands. */
export interface Clock extends Schedule {
  readonly kind: string;
  readonly order: number | null;
  readonly status: 'running' | 'suspended' | 'met' | 'cancelled';
  readonly startedAt: string;
  readonly rule: ClockRule;
  readonly pauses: readonly { readonly from: string; readonly to: string }[];
  readonly suspendedFrom: string | null;
  readonly extension: number;
  readonly warned: boolean;
  readonly breached: boolean;
  /** Event that last started, restarted, paused or extended it: the same event does so once. */
  readonly movedBy: string;
}

export interface Clocks {
  readonly pack: PackRef | null;
  readonly division: string;
  readonly clocks: ReadonlyMap<string, Clock>;
}

export const clocks: Decider<Clocks, ClockCommand, ClockEvent> = {
  initial: { pack: null, division: '', clocks: new Map() }, decide, evolve, may: {},
};

function decide(command: ClockCommand, state: Clocks): readonly ClockEvent[] {
  switch (command.type) {
    case 'OpenClocks': {
      if (state.pack) return [];
      const { at, division, pack, receivedAt, causedBy, moves } = command;
      return [{ type: 'ClocksOpened', at, division, pack, receivedAt }, ...moves.flatMap((move) => moved(move, at, causedBy, state))];
    }
    case 'MoveClocks':
      if (!state.pack) throw refuse('CLOCKS_NOT_OPEN');
      return command.moves.flatMap((move) => moved(move, command.at, command.causedBy, state));
    case 'WarnOfClock': {
      const clock = clockOf(state, command.clock);
      if (clock.status !== 'running' || clock.warned || clock.warnAt === null || epochMs(clock.warnAt) > epochMs(command.at)) return []; // It moved or was met meanwhile.
      return [{ type: 'ClockWarned', at: command.at, clock: command.clock, kind: clock.kind, order: clock.order, due: clock.due, warnAt: clock.warnAt }];
    }
    case 'BreachClock': {
      const clock = clockOf(state, command.clock);
      if (clock.status !== 'running' || clock.breached || clock.breachAt === null || epochMs(clock.breachAt) > epochMs(command.at)) return [];
      const lagMs = epochMs(command.at) - epochMs(clock.breachAt);
      return [{ type: 'ClockBreached', at: command.at, clock: command.clock, kind: clock.kind, duty: clock.rule.duty, order: clock.order, due: clock.due, breachAt: clock.breachAt, lagMs }];
    }
    default: return never(command);
  }
}

function moved(move: Move, at: Instant, causedBy: string, state: Clocks): readonly ClockEvent[] {
  if (move.move === 'start') {
    if (state.clocks.has(move.clock)) return []; // Its id names the event that started it.
    const { clock, kind, order, startedAt, rule, schedule } = move;
    return [{ type: 'ClockStarted', at, clock, kind, order, startedAt, rule, ...schedule, causedBy }];
  }
  const { clock } = move;
  const { kind, status, due, movedBy } = clockOf(state, clock);
  if (status === 'met' || status === 'cancelled') return [];
  switch (move.move) {
    case 'restart': return movedBy === causedBy ? [] : [{ type: 'ClockRestarted', at, clock, kind, startedAt: move.startedAt, ...move.schedule, causedBy }];
    case 'suspend': return status === 'suspended' ? [] : [{ type: 'ClockSuspended', at, clock, kind, from: move.from, reason: move.reason, causedBy }];
    case 'resume': return status === 'running' ? [] : [{ type: 'ClockResumed', at, clock, kind, to: move.to, ...move.schedule, causedBy }];
    case 'extend': return movedBy === causedBy ? [] : [{ type: 'ClockExtended', at, clock, kind, by: move.by, ...move.schedule, approvedBy: move.approvedBy, causedBy }];
    case 'reschedule': return move.schedule.due === due ? [] : [{ type: 'ClockRescheduled', at, clock, kind, before: due, ...move.schedule }];
    case 'satisfy': return [{ type: 'ClockSatisfied', at, clock, kind, onTime: onTime(due, at), causedBy }];
    case 'cancel': return [{ type: 'ClockCancelled', at, clock, kind, causedBy }];
    default: return never(move);
  }
}

/** By the time of the fact, not of its record: what was done in time and written down late was done in time. */
function onTime(due: string, at: Instant): boolean {
  if (due === 'PENDING_CALENDAR') return true;
  return due.length === 10 ? dayOf(at) <= (due) : epochMs(at) <= epochMs(due);
}

function clockOf(state: Clocks, clock: string): Clock {
  const found = state.clocks.get(clock);
  if (!found) throw refuse('NO_SUCH_CLOCK', { clock });
  return found;
}

function evolve(state: Clocks, event: ClockEvent): Clocks {
  if (event.type === 'ClocksOpened') return { ...state, pack: event.pack, division: event.division };
  const next = new Map(state.clocks);
  next.set(event.clock, evolveClock(state.clocks.get(event.clock), event));
  return { ...state, clocks: next };
}

function evolveClock(clock: Clock | undefined, event: Exclude<ClockEvent, { type: 'ClocksOpened' }>): Clock {
  if (event.type === 'ClockStarted') {
    const { kind, order, startedAt, rule, due, provisionalDue, warnAt, breachAt, calendar, causedBy } = event;
    return {
      kind, order, startedAt, rule, due, provisionalDue, warnAt, breachAt, calendar, movedBy: causedBy,
      status: 'running', pauses: [], suspendedFrom: null, extension: 0, warned: false, breached: false,
    };
  }
  if (!clock) throw new Error(`A clock moved before it started: ${event.clock}`);
  const scheduled = (): Partial<Clock> => {
    const { due, provisionalDue, warnAt, breachAt, calendar } = event as Schedule;
    return { due, provisionalDue, warnAt, breachAt, calendar, warned: false, breached: false };
  };
  switch (event.type) {
    case 'ClockRestarted': return { ...clock, ...scheduled(), startedAt: event.startedAt, pauses: [], extension: 0, suspendedFrom: null, status: 'running', movedBy: event.causedBy };
    case 'ClockSuspended': return { ...clock, status: 'suspended', suspendedFrom: event.from, movedBy: event.causedBy };
    case 'ClockResumed': return { ...clock, ...scheduled(), status: 'running', pauses: [...clock.pauses, { from: clock.suspendedFrom!, to: event.to }], suspendedFrom: null, movedBy: event.causedBy };
    case 'ClockExtended': return { ...clock, ...scheduled(), extension: clock.extension + event.by, movedBy: event.causedBy };
    case 'ClockRescheduled': return { ...clock, ...scheduled() };
    case 'ClockSatisfied': return { ...clock, status: 'met' };
    case 'ClockCancelled': return { ...clock, status: 'cancelled' };
    case 'ClockWarned': return { ...clock, warned: true };
    case 'ClockBreached': return { ...clock, breached: true };
    default: return never(event);
  }
}
