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

export type Notice = NonNullable<Extract<ClockEvent, { type: 'ClockRescheduled' }>['notice']>;
type Refused = Extract<ClockEvent, { type: 'ClockExtensionRefused' }>;

/** What a fact does to one clock. Worked out from the pack before the decision (`moves.ts`), so that the decision needs no law. */
export type Move =
  | { readonly move: 'start'; readonly clock: string; readonly kind: string; readonly order: number | null; readonly part?: string; readonly startedAt: string; readonly rule: ClockRule; readonly schedule: Schedule }
  | { readonly move: 'restart'; readonly clock: string; readonly startedAt: string; readonly schedule: Schedule }
  | { readonly move: 'suspend'; readonly clock: string; readonly from: string; readonly reason: string; readonly ground: string; readonly by?: string }
  | { readonly move: 'endPause'; readonly clock: string; readonly ground: string; readonly to: string; readonly by?: string }
  | { readonly move: 'resume'; readonly clock: string; readonly to: string; readonly schedule: Schedule; readonly by?: string }
  | { readonly move: 'extend'; readonly clock: string; readonly by: number; readonly approvedBy: string; readonly ground?: string; readonly schedule: Schedule }
  | ({ readonly move: 'refuseExtension'; readonly clock: string } & Pick<Refused, 'by' | 'limit' | 'allowed' | 'approvedBy'>)
  | { readonly move: 'reschedule'; readonly clock: string; readonly schedule: Schedule; readonly notice?: Notice }
  | { readonly move: 'satisfy'; readonly clock: string }
  /** `fact`: the type of what ends it. */
  | { readonly move: 'cancel'; readonly clock: string; readonly fact: string }
  /** What had ended it was taken back. */
  | { readonly move: 'goOn'; readonly clock: string; readonly to: string; readonly schedule: Schedule; readonly by?: string };

export type ClockCommand =
  | { readonly type: 'OpenClocks'; readonly at: Instant; readonly division: string; readonly pack: PackRef; readonly receivedAt: Instant; readonly causedBy: string; readonly moves: readonly Move[] }
  | { readonly type: 'MoveClocks'; readonly at: Instant; readonly causedBy: string; readonly moves: readonly Move[] }
  | { readonly type: 'WarnOfClock'; readonly at: Instant; readonly clock: string }
  | { readonly type: 'BreachClock'; readonly at: Instant; readonly clock: string };

/** One clock as it stands. */
export interface Clock extends Schedule {
  readonly kind: string;
  readonly order: number | null;
  /** What tells it from others of its kind on the order: `housingDept 439901`. */
  readonly part?: string;
  readonly status: 'running' | 'suspended' | 'met' | 'cancelled';
  /** The type of the fact that cancelled it. */
  readonly endedBy?: string | undefined;
  readonly startedAt: string;
  readonly rule: ClockRule;
  /** Pauses that are over, since it last began. */
  readonly pauses: readonly { readonly from: string; readonly to: string }[];
  /** Grounds on which it stands still now; it runs while there is none. */
  readonly open: readonly { readonly ground: string; readonly from: string }[];
  /** Days or hours added since it last began, and how often. */
  readonly extension: number;
  readonly extensions: number;
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
      return [{ type: 'ClockWarned', at: command.at, clock: command.clock, kind: clock.kind, duty: clock.rule.duty, order: clock.order, due: clock.due, warnAt: clock.warnAt }];
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
    const { clock, kind, order, part, startedAt, rule, schedule } = move;
    return [{ type: 'ClockStarted', at, clock, kind, order, ...(part !== undefined && { part }), startedAt, rule, ...schedule, causedBy }];
  }
  const found = clockOf(state, move.clock);
  if (move.move === 'goOn') {
    const { clock, to, schedule, by } = move;
    return found.status === 'cancelled' && found.movedBy !== causedBy ? [{ type: 'ClockResumed', at, clock, kind: found.kind, to, ...unlessDone(schedule, found), ...(by !== undefined && { by }), causedBy }] : [];
  }
  return found.status === 'met' || found.status === 'cancelled' ? [] : movedClock(move, at, causedBy, found);
}

/** A pause or an extension of a time that had run out moves nothing; a breach that stands is left by a new calendar as it is. */
function movedClock(move: Exclude<Move, { move: 'start' | 'goOn' }>, at: Instant, causedBy: string, found: Clock): readonly ClockEvent[] {
  const { clock } = move;
  const { kind, due, movedBy, open } = found;
  const who = 'by' in move && typeof move.by === 'string' ? { by: move.by } : {};
  switch (move.move) {
    case 'restart': return movedBy === causedBy ? [] : [{ type: 'ClockRestarted', at, clock, kind, startedAt: move.startedAt, ...move.schedule, causedBy }];
    case 'suspend': {
      if (isOver(found, at) || open.some(({ ground }) => ground === move.ground)) return [];
      return [{ type: 'ClockSuspended', at, clock, kind, from: move.from, reason: move.reason, ...who, ground: move.ground, causedBy }];
    }
    case 'endPause': return open.length < 2 || !open.some(({ ground }) => ground === move.ground) ? [] : [{ type: 'ClockPauseEnded', at, clock, kind, ground: move.ground, to: move.to, ...who, causedBy }];
    case 'resume': return open.length === 0 ? [] : [{ type: 'ClockResumed', at, clock, kind, to: move.to, ...unlessDone(move.schedule, found), ...who, causedBy }];
    case 'extend': {
      if (movedBy === causedBy) return [];
      const { by, approvedBy, ground, schedule } = move;
      return [{ type: 'ClockExtended', at, clock, kind, by, ...unlessDone(schedule, found), approvedBy, ...(ground !== undefined && { ground }), causedBy }];
    }
    case 'refuseExtension': {
      const { by, limit, allowed, approvedBy } = move;
      return movedBy === causedBy ? [] : [{ type: 'ClockExtensionRefused', at, clock, kind, by, limit, allowed, approvedBy, causedBy }];
    }
    case 'reschedule': {
      const { schedule, notice } = move;
      if (found.breached || (schedule.due === due && schedule.provisionalDue === found.provisionalDue)) return [];
      return [{ type: 'ClockRescheduled', at, clock, kind, before: due, beforeProvisional: found.provisionalDue, ...schedule, ...(notice && { notice, causedBy }) }];
    }
    case 'satisfy': return [{ type: 'ClockSatisfied', at, clock, kind, onTime: !isOver(found, at), causedBy }];
    case 'cancel': return [{ type: 'ClockCancelled', at, clock, kind, causedBy, fact: move.fact }];
    default: return never(move);
  }
}

/**
 * True where its time had run out, by the time of the fact and not of its record: what was done in time and written down late was done
 * in time. A clock that stands still has not run out, whatever its last date was.
 */
export function isOver({ status, due }: Pick<Clock, 'status' | 'due'>, at: Instant): boolean {
  if (status === 'suspended' || due === 'PENDING_CALENDAR') return false;
  return due.length === 10 ? dayOf(at) > due : epochMs(at) > epochMs(due);
}

/** What was warned of or breached is so once: where the date stays, its times are not armed again. */
function unlessDone(schedule: Schedule, { due, warned, breached }: Clock): Schedule {
  if (schedule.due !== due) return schedule;
  return { ...schedule, warnAt: warned ? null : schedule.warnAt, breachAt: breached ? null : schedule.breachAt };
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
    const { kind, order, part, startedAt, rule, due, provisionalDue, warnAt, breachAt, calendar, causedBy } = event;
    return {
      kind, order, ...(part !== undefined && { part }), startedAt, rule, due, provisionalDue, warnAt, breachAt, calendar, movedBy: causedBy,
      status: 'running', pauses: [], open: [], extension: 0, extensions: 0, warned: false, breached: false,
    };
  }
  if (!clock) throw new Error(`A clock moved before it started: ${event.clock}`);
  const scheduled = (): Partial<Clock> => {
    const { due, provisionalDue, warnAt, breachAt, calendar } = event as Schedule;
    const stays = due === clock.due;
    return { due, provisionalDue, warnAt, breachAt, calendar, warned: stays && clock.warned, breached: stays && clock.breached };
  };
  switch (event.type) {
    case 'ClockRestarted': // What stands still goes on standing, and what was paused after the new beginning stays uncounted.
      return { ...clock, ...scheduled(), warned: false, breached: false, startedAt: event.startedAt, pauses: clock.pauses.filter(({ to }) => to > event.startedAt), extension: 0, extensions: 0, movedBy: event.causedBy };
    case 'ClockSuspended': return { ...clock, status: 'suspended', open: [...clock.open, { ground: event.ground ?? '', from: event.from }], movedBy: event.causedBy };
    case 'ClockPauseEnded': {
      const ended = clock.open.filter(({ ground }) => ground === event.ground).map(({ from }) => ({ from, to: event.to }));
      return { ...clock, pauses: [...clock.pauses, ...ended], open: clock.open.filter(({ ground }) => ground !== event.ground), movedBy: event.causedBy };
    }
    case 'ClockResumed': return { ...clock, ...scheduled(), status: 'running', endedBy: undefined, pauses: [...clock.pauses, ...clock.open.map(({ from }) => ({ from, to: event.to }))], open: [], movedBy: event.causedBy };
    case 'ClockExtended': return { ...clock, ...scheduled(), extension: clock.extension + event.by, extensions: clock.extensions + 1, movedBy: event.causedBy };
    case 'ClockExtensionRefused': return { ...clock, movedBy: event.causedBy };
    case 'ClockRescheduled': return { ...clock, ...scheduled() };
    case 'ClockSatisfied': return { ...clock, status: 'met' };
    case 'ClockCancelled': return { ...clock, status: 'cancelled', endedBy: event.fact };
    case 'ClockWarned': return { ...clock, warned: true };
    case 'ClockBreached': return { ...clock, breached: true };
    default: return never(event);
  }
}
