import type { Payer, PaymentEvent } from '#libs/contracts/resolution.events.js';
import type { Day } from '#libs/contracts/time.js';
import { never } from '#libs/decider/decider.js';
import type { Instalment } from '../payment-plan.refusals.js';

type Of<T extends PaymentEvent['type']> = Extract<PaymentEvent, { readonly type: T }>;
export type Basis = Of<'PaymentDue'>['basis'];
export type Source = Of<'WagePaid'>['source'];
export type Offer = NonNullable<Of<'PaymentDefaulted'>['offers']>[number];

export interface Owed {
  readonly worker: number;
  readonly amount: number;
}
/** How what is owed is to be paid, where more was agreed than a day. */
export interface Promised {
  readonly plan?: readonly Instalment[] | undefined;
  readonly acceleration?: boolean | undefined;
  readonly payers?: readonly Payer[] | undefined;
}

type Sums = Readonly<Record<number, number>>;

export interface Payment {
  /** By the worker's number, in Fen. */
  readonly due: Sums;
  readonly paid: Sums;
  /** What the debtor has paid for a worker who cannot be found. */
  readonly held: Sums;
  /** Amount by kind, worker and evidence: what tells a retry from a second payment. */
  readonly receipts: Readonly<Record<string, number>>;
  readonly bases: readonly string[];
  readonly grounds: readonly Basis[];
  /** Workers of the case with whom not everything is settled: nothing is due to them yet, or only a part of what they claim. */
  readonly unsettled: readonly number[];
  readonly performBy: Day | undefined;
  readonly plan: readonly Instalment[];
  readonly acceleration: boolean;
  /** The instalment that runs, from 1; undefined without a plan and when its last was paid or missed. */
  readonly instalment: number | undefined;
  readonly completed: boolean;
  readonly defaulted: boolean;
}

export const initial: Payment = {
  due: {}, paid: {}, held: {}, receipts: {}, bases: [], grounds: [], unsettled: [], performBy: undefined, plan: [], acceleration: false, instalment: undefined, completed: false, defaulted: false,
};

export function evolve(state: Payment, event: PaymentEvent): Payment {
  switch (event.type) {
    case 'PaymentDue':          return fallenDue(state, event);
    case 'InstalmentOpened':    return { ...state, instalment: event.number };
    case 'InstalmentMet':       return { ...state, instalment: undefined };
    case 'InstalmentDefaulted': return { ...state, instalment: undefined };
    case 'WagePaid':            return { ...state, paid: plus(state.paid, event.worker, event.amount), receipts: { ...state.receipts, [receipt('paid', event.worker, event.evidence)]: event.amount } };
    case 'WagePaidCorrected':   return { ...state, paid: plus(state.paid, event.worker, event.amount - event.was), receipts: { ...state.receipts, [receipt('paid', event.worker, event.evidence)]: event.amount } };
    case 'WagesHeld':           return { ...state, held: plus(state.held, event.worker, event.amount), receipts: { ...state.receipts, [receipt('held', event.worker, event.evidence)]: event.amount } };
    case 'HeldWagesPaid':       return { ...state, held: plus(state.held, event.worker, -event.amount), paid: plus(state.paid, event.worker, event.amount), receipts: { ...state.receipts, [receipt('claimed', event.worker, event.evidence)]: event.amount } };
    case 'PaymentCompleted':    return { ...state, completed: true };
    case 'PaymentReopened':     return { ...state, completed: false, defaulted: false };
    case 'PaymentDefaulted':    return { ...state, defaulted: true };
    default:                    return never(event);
  }
}

function fallenDue(state: Payment, { basis, performBy, owed, plan = [], acceleration = false, unsettled = [], ...rest }: Of<'PaymentDue'>): Payment {
  const due = { ...state.due };
  for (const { worker, amount } of owed) due[worker] = Math.max(due[worker] ?? 0, amount); // One debt on two grounds is owed once.
  const here = new Set(owed.map(({ worker }) => worker));
  const open = [...new Set([...state.unsettled, ...unsettled])].filter((worker) => (here.has(worker) ? unsettled.includes(worker) : state.unsettled.includes(worker) || due[worker] === undefined));
  const kept = keepsPlan(state, owed, plan) && { plan: state.plan, acceleration: state.acceleration, instalment: state.instalment };
  return {
    ...state, due, bases: [...state.bases, named({ basis, performBy, owed, plan, payers: rest.payers, unsettled })], grounds: [...state.grounds, basis], unsettled: open,
    performBy, plan, acceleration, instalment: undefined, completed: false, defaulted: false, ...kept,
  };
}

/** A ground about other workers, without parts of its own, leaves those to whom parts were promised theirs. */
export function keepsPlan(state: Pick<Payment, 'plan'>, owed: readonly Owed[], plan: readonly Instalment[]): boolean {
  return state.plan.length > 0 && plan.length === 0 && !owed.some(({ worker }) => state.plan.some((part) => part.worker === worker));
}

function plus(sums: Sums, worker: number, amount: number): Sums {
  return { ...sums, [worker]: (sums[worker] ?? 0) + amount };
}

/** What is still unpaid by those who must pay, in Fen: the closure desk may not conclude a money order as paid while it is above zero. */
export function unpaidOf(state: Payment): number {
  return workersOf(state).reduce((sum, worker) => sum + unpaidBy(state, worker), 0);
}

/** What the workers do not have: what is kept for them is not in their hands. */
export function notInHandOf(state: Payment): number {
  return workersOf(state).reduce((sum, worker) => sum + Math.max(0, state.due[worker]! - (state.paid[worker] ?? 0)), 0);
}

/** What lies ready for workers who have not been found. */
export function heldOf(state: Payment): number {
  return Object.values(state.held).reduce((sum, amount) => sum + amount, 0);
}

export function unpaidBy(state: Payment, worker: number): number {
  return Math.max(0, (state.due[worker] ?? 0) - (state.paid[worker] ?? 0) - (state.held[worker] ?? 0));
}

export function workersOf(state: Payment): readonly number[] {
  return Object.keys(state.due).map(Number);
}

export function unpaidWorkers(state: Payment): number {
  return workersOf(state).filter((worker) => unpaidBy(state, worker) > 0).length;
}

export function receipt(kind: 'paid' | 'held' | 'claimed', worker: number, evidence: string): string {
  return `${kind} ${worker} ${evidence}`;
}

/** One ground with one content, told once. The same sums are another content where nothing more is open with a worker. */
export function named({ basis, performBy, owed, plan = [], payers, unsettled = [] }: { basis: Basis; performBy: Day; owed: readonly Owed[]; unsettled?: readonly number[] | undefined } & Promised): string {
  return JSON.stringify([basis, performBy, owed.map(({ worker, amount }) => [worker, amount]), plan.map(({ worker, on, amount }) => [worker, on, amount]), payers, unsettled]);
}
