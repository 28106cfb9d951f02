import type { ClosureEvent } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { never } from '#libs/decider/decider.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { refuse } from './closure.refusals.js';

export interface Order {
  /** `advised`: nobody could be ordered, the person was told the legal route. */
  readonly step: 'open' | 'advised' | 'concluded';
  readonly result: string | undefined;
  /** It is about money owed to workers. */
  readonly money: boolean;
  /** An answer concludes it. */
  readonly enquiry: boolean;
  readonly reached: boolean;
  readonly lastTryAt: Instant | undefined;
  readonly lastReplyAt: Instant | undefined;
  /** Until when the person was told that the law gives time. */
  readonly longerUntil: Day | undefined;
  /** The section that an enquiry was passed on to. */
  readonly section: string | undefined;
}

export interface Closure {
  readonly phase: 'none' | 'open' | 'carried' | 'resolved' | 'closed' | 'archived';
  readonly orders: Readonly<Record<number, Order>>;
  /** The day of the last change of phase; a later step cannot lie before it. */
  readonly since: Day | undefined;
  /** The day on which it was closed: the time to ask for reopening runs from it, whatever is said or seen after it. */
  readonly closedOn: Day | undefined;
  readonly unreached: number;
  /** Calls without answer after which a supervisor may close. */
  readonly tries: number;
  /** Every return visit, made or tried, by its time: the same call told again is none. */
  readonly calls: readonly Instant[];
  readonly carried: { readonly reason: string; readonly reviewOn: Day } | undefined;
  readonly resumedAt: Instant | undefined;
}

/** Where the law of the case says nothing else (`hotline.callbackTries`). */
const TRIES = 3;

export const initial: Closure = {
  phase: 'none', orders: {}, since: undefined, closedOn: undefined, unreached: 0, tries: TRIES, calls: [], carried: undefined, resumedAt: undefined,
};

export function evolve(state: Closure, event: ClosureEvent): Closure {
  const since = dayOf(event.at);
  switch (event.type) {
    case 'CaseOpened':         return opened(state, event, since);
    case 'RequesterContacted': return { ...withOrder(state, event.order, { reached: event.reached, lastTryAt: event.at }), ...(event.reached && state.phase === 'carried' && { phase: 'open' as const, carried: undefined }) };
    case 'ReplyGiven':         return withOrder(state, event.order, { lastReplyAt: event.at });
    case 'LongerLimitTold':    return withOrder(state, event.order, { longerUntil: event.until });
    case 'EnquiryPassedOn':    return withOrder(state, event.order, { section: event.section });
    case 'AnsweredOnLine':     return state; // The conclusion follows in the same breath.
    case 'LegalRouteAdvised':  return event.orders.reduce((next, order) => withOrder(next, order, { step: 'advised' }), state);
    case 'OrderConcluded':     return withOrder(state, event.order, { step: 'concluded', result: event.result });
    case 'CaseResolved':       return { ...state, phase: 'resolved', since, unreached: 0, carried: undefined };
    case 'CallbackMade':       return { ...state, calls: [...state.calls, event.at] };
    case 'CallbackUnreached':  return { ...state, unreached: event.attempt, tries: event.tries ?? TRIES, calls: [...state.calls, event.at] };
    case 'CaseReopened':       return { ...state, phase: state.phase === 'carried' ? 'carried' : 'open', since: later(since, state.since), closedOn: undefined, unreached: 0, orders: reopened(state.orders, event.orders) };
    case 'CaseCarriedForward': return { ...state, phase: 'carried', carried: { reason: event.reason, reviewOn: event.reviewOn } };
    case 'CaseResumed':        return { ...state, phase: 'open', carried: undefined, resumedAt: event.at };
    case 'CaseClosed':         return { ...state, phase: 'closed', since, closedOn: since };
    case 'CaseArchived':       return { ...state, phase: 'archived', since };
    default:                   return never(event);
  }
}

type Guard = (state: Closure) => Refusal | undefined;

export const may = {
  ContactRequester: (state) => atWork(state),
  GiveReply: (state) => atWork(state),
  TellLongerLimit: (state) => atWork(state),
  PassEnquiryOn: (state) => atWork(state) ?? noEnquiry(state),
  AnswerOnLine: (state) => atWork(state) ?? noEnquiry(state),
  ConcludeOrder: (state) => atWork(state),
  RecordCallback: (state) => notAwaitingCallback(state),
  RecordCallbackUnreached: (state) => notAwaitingCallback(state),
  CloseCase: (state) => notAwaitingCallback(state) ?? (state.phase === 'resolved' && state.unreached < state.tries ? refuse('CALLBACK_OUTSTANDING') : undefined),
  ReopenCase: (state) => {
    if (state.phase === 'archived') return refuse('CASE_ARCHIVED');
    return state.phase === 'resolved' || state.phase === 'closed' ? undefined : refuse('NOT_RESOLVED');
  },
  CarryForward: (state) => atWork(state),
  ResumeCase: (state) => atWork(state) ?? (state.phase === 'carried' ? undefined : refuse('NOT_CARRIED')),
  ArchiveCase: (state) => {
    if (state.phase === 'archived') return refuse('CASE_ARCHIVED');
    return state.phase === 'closed' ? undefined : refuse('NOT_CLOSED');
  },
} satisfies Readonly<Record<string, Guard>>;

function noEnquiry(state: Closure): Refusal | undefined {
  return Object.values(state.orders).some((order) => order.enquiry && order.step !== 'concluded') ? undefined : refuse('NOT_AN_ENQUIRY');
}

/** Open or carried forward: somebody still works on it. */
function atWork(state: Closure): Refusal | undefined {
  switch (state.phase) {
    case 'none':     return refuse('CASE_NOT_OPEN');
    case 'resolved': return refuse('CASE_RESOLVED');
    case 'closed':   return refuse('CASE_CLOSED');
    case 'archived': return refuse('CASE_ARCHIVED');
    default:         return undefined;
  }
}

/** Resolved, or told the legal route with nothing left to do. */
function notAwaitingCallback(state: Closure): Refusal | undefined {
  if (state.phase === 'resolved') return undefined;
  const refusal = atWork(state);
  if (refusal) return refusal;
  return Object.values(state.orders).some((order) => order.step === 'open') ? refuse('NOT_RESOLVED') : undefined;
}

function opened(state: Closure, event: Extract<ClosureEvent, { type: 'CaseOpened' }>, since: Day): Closure {
  const orders = { ...state.orders };
  for (const order of event.orders) {
    const known = orders[order] ?? { step: 'open', result: undefined, money: false, enquiry: false, reached: false, lastTryAt: undefined, lastReplyAt: undefined, longerUntil: undefined, section: undefined };
    const step = known.step === 'advised' ? 'open' : known.step; // Somebody is ordered after all: being told the way no longer ends it.
    orders[order] = { ...known, step, money: known.money || event.money.includes(order), enquiry: known.enquiry || event.enquiries.includes(order) };
  }
  const anew = event.orders.some((order) => (state.orders[order]?.step ?? 'advised') === 'advised');
  return anew && state.phase !== 'carried' ? { ...state, phase: 'open', since: state.since ?? since, orders } : { ...state, orders };
}

function reopened(orders: Closure['orders'], back: readonly number[] | undefined): Closure['orders'] {
  return Object.fromEntries(Object.entries(orders).map(([number, order]) => [number, back && !back.includes(Number(number)) ? order : { ...order, step: 'open', result: undefined, reached: false, longerUntil: undefined, section: undefined }]));
}

/** Days are written `2026-03-02`, which sorts as it counts. */
function later(one: Day, other: Day | undefined): Day {
  return other !== undefined && other > one ? other : one;
}

function withOrder(state: Closure, number: number, change: Partial<Order>): Closure {
  const order = state.orders[number];
  return order ? { ...state, orders: { ...state.orders, [number]: { ...order, ...change } } } : state;
}
