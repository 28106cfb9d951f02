import type { Payer, PaymentEvent } from '#libs/contracts/resolution.events.js';
import type { Day } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
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
/** Zero clearance, where it is known: the class of the arrears and their day, read at the door. */
export interface Clearing {
  readonly clearZeroClass?: 'A' | 'B' | undefined;
  readonly clearBy?: Day | undefined;
}
/** How what is owed is to be paid, where more was agreed than a day. */
export interface Promised {
  readonly plan?: readonly Instalment[] | undefined;
  readonly acceleration?: boolean | undefined;
  readonly payers?: readonly Payer[] | undefined;
}

type Sums = Readonly<Record<number, number>>;

export interface Payment {
  /** By the worker's number, in Fen: the greater of what the employer stated and of what was agreed, ordered or awarded. */
  readonly due: Sums;
  /** Of it what was agreed, ordered or awarded: no correction at this desk goes below it. */
  readonly decided: Sums;
  readonly paid: Sums;
  /** What the debtor has paid for a worker who cannot be found. */
  readonly held: Sums;
  /** Amount by kind, worker and evidence: what tells a retry from a second payment. */
  readonly receipts: Readonly<Record<string, number>>;
  readonly bases: readonly string[];
  readonly grounds: readonly Basis[];
  /** Workers of the case with whom not everything is settled: nothing is due to them yet, or only a part of what they claim. */
  readonly unsettled: readonly number[];
  /** By when each worker is to be paid, by the last ground that names the worker; of all who have missed an instalment that made the rest due, at once. */
  readonly days: Readonly<Record<number, Day>>;
  /** The day that runs: the first by which somebody is to be paid still. */
  readonly performBy: Day | undefined;
  readonly clearing: Clearing;
  readonly plan: readonly Instalment[];
  readonly acceleration: boolean;
  /** The instalment that runs or is about to be opened, from 1; undefined without a plan and when its last was paid or missed. */
  readonly instalment: number | undefined;
  readonly completed: boolean;
  /** Workers of whom it was told that their day has passed. */
  readonly defaulted: readonly number[];
}

export const initial: Payment = {
  due: {}, decided: {}, paid: {}, held: {}, receipts: {}, bases: [], grounds: [], unsettled: [], days: {}, performBy: undefined, clearing: {}, plan: [], acceleration: false, instalment: undefined, completed: false, defaulted: [],
};

export function evolve(state: Payment, event: PaymentEvent): Payment {
  switch (event.type) {
    case 'PaymentDue':          return fallenDue(state, event);
    case 'WagesOwedCorrected':  return { ...state, due: { ...state.due, [event.worker]: event.amount } };
    case 'InstalmentOpened':    return { ...state, instalment: event.number };
    case 'InstalmentMet':       return { ...state, instalment: undefined };
    case 'InstalmentDefaulted': return { ...state, instalment: undefined, ...(event.accelerated && { days: atOnce(state, event.number) }) };
    case 'PerformanceDayMoved': return { ...state, performBy: event.performBy };
    case 'WagePaid':            return { ...state, paid: plus(state.paid, event.worker, event.amount), receipts: { ...state.receipts, [receipt('paid', event.worker, event.evidence)]: event.amount } };
    case 'WagePaidCorrected':   return { ...state, paid: plus(state.paid, event.worker, event.amount - event.was), receipts: { ...state.receipts, [receipt('paid', event.worker, event.evidence)]: event.amount } };
    case 'WagesHeld':           return kept(state, event, event.amount);
    case 'WagesHeldCorrected':  return kept(state, event, event.amount - event.was);
    case 'HeldWagesPaid':       return fetched(state, event, event.amount);
    case 'HeldWagesPaidCorrected': return fetched(state, event, event.amount - event.was);
    case 'PaymentCompleted':    return { ...state, completed: true };
    case 'PaymentReopened':     return { ...state, performBy: event.performBy, completed: false, defaulted: [] };
    case 'PaymentDefaulted':    return { ...state, defaulted: [...state.defaulted, ...overdueOn(state, dayOf(event.at))] };
    default:                    return never(event);
  }
}

interface Slip { readonly worker: number; readonly evidence: string; readonly amount: number }

function kept(state: Payment, { worker, evidence, amount }: Slip, more: number): Payment {
  return { ...state, held: plus(state.held, worker, more), receipts: { ...state.receipts, [receipt('held', worker, evidence)]: amount } };
}

/** Where less was fetched than was said, the rest is kept again: the debtor owes nothing more, and the workers do not have it. */
function fetched(state: Payment, { worker, evidence, amount }: Slip, more: number): Payment {
  const after = { ...state, held: plus(state.held, worker, -more), paid: plus(state.paid, worker, more), receipts: { ...state.receipts, [receipt('claimed', worker, evidence)]: amount } };
  return { ...after, completed: state.completed && notInHandOf(after) === 0 };
}

function fallenDue(state: Payment, { basis, performBy, owed, plan = [], acceleration = false, unsettled = [], ...rest }: Of<'PaymentDue'>): Payment {
  const due = raised(state.due, owed);
  const decided = basis === 'voluntary' ? state.decided : raised(state.decided, owed);
  const here = new Set(owed.map(({ worker }) => worker));
  const open = [...new Set([...state.unsettled, ...unsettled])].filter((worker) => (here.has(worker) ? unsettled.includes(worker) : state.unsettled.includes(worker) || due[worker] === undefined));
  return {
    ...state, due, decided, bases: [...state.bases, named({ basis, performBy, owed, plan, payers: rest.payers, unsettled })], grounds: [...state.grounds, basis], unsettled: open,
    days: { ...state.days, ...Object.fromEntries(owed.map(({ worker }) => [worker, performBy])) }, performBy, clearing: rest.clearBy ? { clearZeroClass: rest.clearZeroClass, clearBy: rest.clearBy } : state.clearing, completed: false, defaulted: state.defaulted.filter((worker) => !here.has(worker)), ...promisedAfter(state, here, plan, acceleration),
  };
}

/** A ground says how its own workers are paid; the others keep the parts that they were promised, as long as one of those runs. `instalment`: the one to open. */
function promisedAfter(state: Payment, here: ReadonlySet<number>, plan: readonly Instalment[], acceleration: boolean): Pick<Payment, 'plan' | 'acceleration' | 'instalment'> {
  const others = state.plan.filter(({ worker }) => !here.has(worker));
  if (plan.length === 0 && others.length === state.plan.length) return { plan: state.plan, acceleration: state.acceleration, instalment: state.instalment };
  const kept = state.instalment === undefined ? [] : others;
  const after = [...kept, ...plan];
  const from = [...(kept.length > 0 ? [daysOf(state.plan)[state.instalment! - 1]!] : []), ...plan.map(({ on }) => on)].sort()[0]; // What was met or missed before stays so.
  const next = daysOf(after).findIndex((on) => from !== undefined && on >= from);
  return { plan: after, acceleration: plan.length > 0 ? acceleration : after.length > 0 && state.acceleration, instalment: next < 0 ? undefined : next + 1 };
}

/** With the missed instalment the rest is due, to everybody. */
function atOnce({ days, plan }: Payment, number: number): Payment['days'] {
  const on = daysOf(plan)[number - 1]!;
  return Object.fromEntries(Object.entries(days).map(([worker, day]) => [worker, day < on ? day : on]));
}

/** Who is unpaid though the day has passed, and of whom that was not told yet. */
export function overdueOn(state: Payment, day: Day): readonly number[] {
  return waiting(state).filter((worker) => state.days[worker]! < day);
}

/** The first day by which somebody is to be paid still; none where nobody is unpaid, or all are in default. */
export function firstDayOf(state: Payment): Day | undefined {
  return waiting(state).map((worker) => state.days[worker]!).sort()[0];
}

function waiting(state: Payment): readonly number[] {
  return workersOf(state).filter((worker) => unpaidBy(state, worker) > 0 && !state.defaulted.includes(worker));
}

/** The days of a plan, each an instalment, from 1. */
export function daysOf(plan: readonly Instalment[]): readonly Day[] {
  return [...new Set(plan.map(({ on }) => on))].sort();
}

/** One debt on two grounds is owed once. */
function raised(sums: Sums, owed: readonly Owed[]): Sums {
  const all: Record<number, number> = { ...sums };
  for (const { worker, amount } of owed) all[worker] = Math.max(all[worker] ?? 0, amount);
  return all;
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

export type Kind = 'paid' | 'held' | 'claimed';

export function receipt(kind: Kind, worker: number, evidence: string): string {
  return `${kind} ${worker} ${evidence}`;
}

/** One ground with one content, told once. The same sums are another content where nothing more is open with a worker. */
export function named({ basis, performBy, owed, plan = [], payers, unsettled = [] }: { basis: Basis; performBy: Day; owed: readonly Owed[]; unsettled?: readonly number[] | undefined } & Promised): string {
  return JSON.stringify([basis, performBy, owed.map(({ worker, amount }) => [worker, amount]), plan.map(({ worker, on, amount }) => [worker, on, amount]), payers, unsettled]);
}
