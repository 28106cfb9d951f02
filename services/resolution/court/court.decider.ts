import type { CourtEvent } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { ensure, never } from '#libs/decider/decider.js';
import type { Decider } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { refuse } from './court.refusals.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
}

export type CourtRoute = 'paymentOrder' | 'lawsuit' | 'enforcement' | 'costDispute';
type Title = NonNullable<Extract<CourtEvent, { type: 'EnforcementApplied' }>['title']>;

export type CourtCommand = Given & (
  | { readonly type: 'AdviseCourtRoute'; readonly route: CourtRoute }
  | { readonly type: 'ApplyForPaymentOrder' }
  | { readonly type: 'AcceptPaymentOrder' }
  | { readonly type: 'IssuePaymentOrder' }
  | { readonly type: 'ServePaymentOrder' }
  | { readonly type: 'LapsePaymentOrder'; readonly reason: string }
  | { readonly type: 'TakePaymentOrderEffect' }
  /** `onlyPromised`: all that the payment desk knows is an agreement or a promise, which binds but is not enforced; read at the door. */
  | { readonly type: 'ApplyForEnforcement'; readonly title?: Title | undefined; readonly onlyPromised?: boolean | undefined }
  | { readonly type: 'TerminateEnforcement' }
);

interface Court {
  readonly advised: readonly CourtRoute[];
  readonly order: 'none' | 'applied' | 'accepted' | 'issued' | 'served' | 'effective' | 'lapsed';
  readonly orderSince: Day | undefined;
  readonly enforcement: 'none' | 'applied' | 'terminated';
  readonly enforcementSince: Day | undefined;
}

type Steps = { readonly [T in CourtCommand['type']]: (command: Extract<CourtCommand, { readonly type: T }>, state: Court) => readonly CourtEvent[] };

const initial: Court = { advised: [], order: 'none', orderSince: undefined, enforcement: 'none', enforcementSince: undefined };

const STAGES = ['none', 'applied', 'accepted', 'issued', 'served', 'effective', 'lapsed'] as const;
const MISSING = { applied: 'PAYMENT_ORDER_NOT_APPLIED', accepted: 'PAYMENT_ORDER_NOT_ACCEPTED', issued: 'PAYMENT_ORDER_NOT_ISSUED' } as const;

const may = {
  // A person may go to court whether or not anybody has shown the way.
  ApplyForPaymentOrder: (state: Court) => lapsed(state) ?? (state.order === 'none' ? undefined : refuse('PAYMENT_ORDER_ALREADY_APPLIED')),
  AcceptPaymentOrder: (state: Court) => lapsed(state) ?? needs('applied', state) ?? (reached('accepted', state) ? refuse('PAYMENT_ORDER_ALREADY_ACCEPTED') : undefined),
  IssuePaymentOrder: (state: Court) => lapsed(state) ?? needs('accepted', state) ?? (reached('issued', state) ? refuse('PAYMENT_ORDER_ALREADY_ISSUED') : undefined),
  ServePaymentOrder: (state: Court) => lapsed(state) ?? needs('issued', state) ?? (reached('served', state) ? refuse('PAYMENT_ORDER_ALREADY_SERVED') : undefined),
  LapsePaymentOrder: (state: Court) => lapsed(state) ?? needs('issued', state),
  ApplyForEnforcement: (state: Court) => (state.enforcement === 'applied' ? refuse('ENFORCEMENT_ALREADY_APPLIED_FOR') : undefined), // Resumed when assets are found.
  TerminateEnforcement: (state: Court) => (state.enforcement === 'applied' ? undefined : refuse('ENFORCEMENT_NOT_APPLIED')),
};

export const court: Decider<Court, CourtCommand, CourtEvent> = { initial, decide, evolve, may };

const steps: Steps = {
  AdviseCourtRoute: ({ at, route }, state) => (state.advised.includes(route) ? [] : [{ type: 'CourtRouteAdvised', at, route }]),
  ApplyForPaymentOrder(command, state) {
    if (state.order === 'applied') return [];
    ensure(may, command, state);
    return [{ type: 'PaymentOrderApplied', at: command.at, by: command.by }];
  },
  AcceptPaymentOrder(command, state) {
    if (state.order === 'accepted') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.orderSince);
    return [{ type: 'PaymentOrderAccepted', at: command.at, by: command.by }];
  },
  IssuePaymentOrder(command, state) {
    if (state.order === 'issued') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.orderSince);
    return [{ type: 'PaymentOrderIssued', at: command.at, by: command.by }];
  },
  ServePaymentOrder(command, state) {
    if (state.order === 'served') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.orderSince);
    return [{ type: 'PaymentOrderServed', at: command.at, by: command.by }];
  },
  LapsePaymentOrder(command, state) {
    if (state.order === 'lapsed') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.orderSince);
    return [{ type: 'PaymentOrderLapsed', at: command.at, reason: command.reason, by: command.by }];
  },
  TakePaymentOrderEffect: ({ at }, state) => (state.order === 'served' ? [{ type: 'PaymentOrderTookEffect', at }] : []), // The debtor may have objected on the last day.
  ApplyForEnforcement(command, state) {
    if (state.enforcement === 'applied') return [];
    ensure(may, command, state);
    const { at, by, title, onlyPromised } = command;
    if (onlyPromised && !title && state.order !== 'effective') throw refuse('NO_ENFORCEABLE_TITLE');
    inOrder(dayOf(at), state.enforcementSince);
    return [{ type: 'EnforcementApplied', at, ...(title && { title }), by }];
  },
  TerminateEnforcement(command, state) {
    if (state.enforcement === 'terminated') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.enforcementSince);
    return [{ type: 'EnforcementTerminated', at: command.at, by: command.by }];
  },
};

function decide(command: CourtCommand, state: Court): readonly CourtEvent[] {
  return (steps[command.type] as (command: CourtCommand, state: Court) => readonly CourtEvent[])(command, state);
}

function evolve(state: Court, event: CourtEvent): Court {
  const orderSince = dayOf(event.at);
  switch (event.type) {
    case 'CourtRouteAdvised':     return { ...state, advised: [...state.advised, event.route] };
    case 'PaymentOrderApplied':   return { ...state, order: 'applied', orderSince };
    case 'PaymentOrderAccepted':  return { ...state, order: 'accepted', orderSince };
    case 'PaymentOrderIssued':    return { ...state, order: 'issued', orderSince };
    case 'PaymentOrderServed':    return { ...state, order: 'served', orderSince };
    case 'PaymentOrderLapsed':    return { ...state, order: 'lapsed', orderSince };
    case 'PaymentOrderTookEffect': return { ...state, order: 'effective' };
    case 'EnforcementApplied':    return { ...state, enforcement: 'applied', enforcementSince: dayOf(event.at) };
    case 'EnforcementTerminated': return { ...state, enforcement: 'terminated', enforcementSince: dayOf(event.at) };
    default:                      return never(event);
  }
}

function reached(stage: Court['order'], state: Court): boolean {
  return STAGES.indexOf(state.order) >= STAGES.indexOf(stage);
}

function needs(stage: keyof typeof MISSING, state: Court): Refusal | undefined {
  return reached(stage, state) ? undefined : refuse(MISSING[stage]);
}

function lapsed(state: Court): Refusal | undefined {
  return state.order === 'lapsed' ? refuse('PAYMENT_ORDER_LAPSED') : undefined;
}
