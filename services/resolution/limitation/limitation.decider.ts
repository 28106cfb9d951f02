import type { LimitationEvent, Right } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { ensure, never } from '#libs/decider/decider.js';
import type { Decider } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { refuse } from './limitation.refusals.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
}
interface OfRight extends Given {
  readonly order: number;
  readonly right: Right;
}
/** LDMA 27: what makes the time run anew. */
export type Interruption = 'claimToObligor' | 'requestToAuthority' | 'admission';

export type LimitationCommand =
  | OfRight & { readonly type: 'BeginLimitation'; readonly from: Day }
  /** `lapsed`: the time had run out before this, by the law of the place, read at the door. */
  | OfRight & { readonly type: 'InterruptLimitation'; readonly ground: Interruption; readonly lapsed?: boolean | undefined }
  | OfRight & { readonly type: 'SuspendLimitation'; readonly reason: string; readonly lapsed?: boolean | undefined }
  | OfRight & { readonly type: 'ResumeLimitation' }
  /** A fact of the case interrupts whatever runs; `lapsed` are those that had run out. */
  | Given & { readonly type: 'InterruptAll'; readonly ground: Interruption; readonly lapsed?: readonly string[] | undefined };

/** One right of one order. Where its beginning was never said, `from` is missing and nothing is known to have lapsed. */
export interface Limitation {
  readonly order: number;
  readonly right: Right;
  readonly from: Day | undefined;
  /** From when the time last ran anew. */
  readonly since: Day | undefined;
  readonly pauses: readonly { readonly from: Day; readonly to: Day }[];
  readonly suspendedOn: Day | undefined;
  readonly resumedAt: Instant | undefined;
  readonly interruptedBy: string | undefined;
}

export interface Limitations {
  readonly rights: Readonly<Record<string, Limitation>>;
}

const may = {
  ResumeLimitation: (state: Limitations): Refusal | undefined =>
    (Object.values(state.rights).some(({ suspendedOn }) => suspendedOn !== undefined) ? undefined : refuse('LIMITATION_NOT_SUSPENDED')),
};

export const limitation: Decider<Limitations, LimitationCommand, LimitationEvent> = { initial: { rights: {} }, decide, evolve, may };

function decide(command: LimitationCommand, state: Limitations): readonly LimitationEvent[] {
  switch (command.type) {
    case 'BeginLimitation':     return begin(command, state);
    case 'InterruptLimitation': return interrupt(command, state);
    case 'SuspendLimitation':   return suspend(command, state);
    case 'ResumeLimitation':    return resume(command, state);
    case 'InterruptAll':        return interruptAll(command, state);
    default:                    return never(command);
  }
}

function begin({ at, order, right, from, by }: Extract<LimitationCommand, { type: 'BeginLimitation' }>, state: Limitations): readonly LimitationEvent[] {
  const known = state.rights[key(order, right)]?.from;
  if (known === from || (known !== undefined && by.startsWith('process:'))) return [];
  if (known !== undefined) throw refuse('LIMITATION_BEGAN_OTHERWISE', { order, right, from: known });
  if (from > dayOf(at)) throw refuse('LIMITATION_BEGINS_LATER', { from });
  return [{ type: 'LimitationBegan', at, order, right, from, by }];
}

function interrupt(command: Extract<LimitationCommand, { type: 'InterruptLimitation' }>, state: Limitations): readonly LimitationEvent[] {
  const { at, order, right, ground, by } = command;
  const known = state.rights[key(order, right)];
  if (known?.interruptedBy === `${ground} ${at}`) return [];
  if (known?.suspendedOn) throw refuse('LIMITATION_ALREADY_SUSPENDED', { order, right });
  inOrder(dayOf(at), known?.since);
  if (command.lapsed) throw refuse('LIMITATION_LAPSED', { order, right });
  return [{ type: 'LimitationInterrupted', at, order, right, ground, by }];
}

function suspend(command: Extract<LimitationCommand, { type: 'SuspendLimitation' }>, state: Limitations): readonly LimitationEvent[] {
  const { at, order, right, reason, by } = command;
  const known = state.rights[key(order, right)];
  if (known?.suspendedOn) return [];
  inOrder(dayOf(at), known?.since);
  if (command.lapsed) throw refuse('LIMITATION_LAPSED', { order, right });
  return [{ type: 'LimitationSuspended', at, order, right, reason, by }];
}

function resume(command: Extract<LimitationCommand, { type: 'ResumeLimitation' }>, state: Limitations): readonly LimitationEvent[] {
  const { at, order, right, by } = command;
  const known = state.rights[key(order, right)];
  if (known && !known.suspendedOn && known.resumedAt === at) return [];
  ensure(may, command, state);
  if (!known?.suspendedOn) throw refuse('LIMITATION_NOT_SUSPENDED', { order, right });
  inOrder(dayOf(at), known.suspendedOn);
  return [{ type: 'LimitationResumed', at, order, right, by }];
}

/** A request to an authority, or money that the employer pays: what has lapsed, stands still or was interrupted later stays as it is. */
function interruptAll({ at, ground, lapsed = [], by }: Extract<LimitationCommand, { type: 'InterruptAll' }>, state: Limitations): readonly LimitationEvent[] {
  return Object.entries(state.rights).flatMap(([name, { order, right, since, suspendedOn }]) => {
    if (lapsed.includes(name) || suspendedOn || (since !== undefined && since >= dayOf(at))) return [];
    return [{ type: 'LimitationInterrupted' as const, at, order, right, ground, by }];
  });
}

function evolve(state: Limitations, event: LimitationEvent): Limitations {
  const on = dayOf(event.at);
  const name = key(event.order, event.right);
  const before: Limitation = state.rights[name]
    ?? { order: event.order, right: event.right, from: undefined, since: undefined, pauses: [], suspendedOn: undefined, resumedAt: undefined, interruptedBy: undefined };
  return { rights: { ...state.rights, [name]: changed(before, event, on) } };
}

function changed(before: Limitation, event: LimitationEvent, on: Day): Limitation {
  switch (event.type) {
    case 'LimitationBegan':       return { ...before, from: event.from, since: before.since ?? event.from };
    case 'LimitationInterrupted': return { ...before, since: on, pauses: [], interruptedBy: `${event.ground} ${event.at}` };
    case 'LimitationSuspended':   return { ...before, suspendedOn: on };
    case 'LimitationResumed':     return { ...before, pauses: [...before.pauses, { from: before.suspendedOn ?? on, to: on }], suspendedOn: undefined, resumedAt: event.at };
    default:                      return never(event);
  }
}

/** How a right of an order is named among the others. */
export function key(order: number, right: Right): string {
  return `${order} ${right}`;
}
