import type { PaymentEvent } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { never } from '#libs/decider/decider.js';
import type { Decider } from '#libs/decider/decider.js';
import { refuse } from './payment.refusals.js';
import { ensureEachWorkerOnce } from '../wages-owed.refusals.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
}
interface Owed {
  readonly worker: number;
  readonly amount: number;
}
type Basis = 'agreement' | 'award' | 'instrument' | 'payOrder' | 'voluntary';
type Source = 'employer' | 'generalContractor' | 'projectOwner' | 'deposit' | 'emergencyFund' | 'court';

/** Zero clearance, where it is known: the class of the arrears and their day, read at the door. */
interface Clearing {
  readonly clearZeroClass?: 'A' | 'B' | undefined;
  readonly clearBy?: Day | undefined;
}

export type PaymentCommand = Given & (
  | Clearing & { readonly type: 'DuePayment'; readonly basis: Basis; readonly performBy: Day; readonly owed: readonly Owed[] }
  /** What the employer admits and promises, without agreement, order or award. */
  | Clearing & { readonly type: 'StateWagesOwed'; readonly performBy: Day; readonly owed: readonly Owed[] }
  | { readonly type: 'RecordWagePaid'; readonly worker: number; readonly amount: number; readonly source: Source; readonly evidence: string }
  | { readonly type: 'DefaultPayment' }
);

export interface Payment {
  /** By the worker's number, in Fen. */
  readonly due: Readonly<Record<number, number>>;
  readonly paid: Readonly<Record<number, number>>;
  /** Amount by worker and evidence: what tells a retry from a second payment. */
  readonly receipts: Readonly<Record<string, number>>;
  readonly bases: readonly string[];
  readonly performBy: Day | undefined;
  readonly completed: boolean;
  readonly defaulted: boolean;
}

const initial: Payment = { due: {}, paid: {}, receipts: {}, bases: [], performBy: undefined, completed: false, defaulted: false };

/** None of these depends on the state alone: money that was handed over is a fact at any time. */
const may = {};

export const payment: Decider<Payment, PaymentCommand, PaymentEvent> = { initial, decide, evolve, may };

function decide(command: PaymentCommand, state: Payment): readonly PaymentEvent[] {
  switch (command.type) {
    case 'DuePayment':     return becomeDue(command, command.basis, state);
    case 'StateWagesOwed': return stateOwed(command, state);
    case 'RecordWagePaid': return pay(command, state);
    case 'DefaultPayment': return runOut(command.at, state);
    default:               return never(command);
  }
}

function evolve(state: Payment, event: PaymentEvent): Payment {
  switch (event.type) {
    case 'PaymentDue': {
      const due = { ...state.due };
      for (const { worker, amount } of event.owed) due[worker] = Math.max(due[worker] ?? 0, amount); // One debt on two grounds is owed once.
      return { ...state, due, bases: [...state.bases, named(event.basis, event.performBy, event.owed)], performBy: event.performBy, completed: false, defaulted: false };
    }
    case 'WagePaid': {
      const { worker, amount, evidence } = event;
      return { ...state, paid: { ...state.paid, [worker]: (state.paid[worker] ?? 0) + amount }, receipts: { ...state.receipts, [receipt(worker, evidence)]: amount } };
    }
    case 'PaymentCompleted': return { ...state, completed: true };
    case 'PaymentDefaulted': return { ...state, defaulted: true };
    default:                 return never(event);
  }
}

function becomeDue({ at, performBy, owed, clearZeroClass, clearBy }: Clearing & { at: Instant; performBy: Day; owed: readonly Owed[] }, basis: Basis, state: Payment): readonly PaymentEvent[] {
  if (owed.length === 0 || state.bases.includes(named(basis, performBy, owed))) return []; // An agreement may be about something else than money.
  const event: PaymentEvent = { type: 'PaymentDue', at, basis, performBy, owed: owed.map(({ worker, amount }) => ({ worker, amount })), ...(clearZeroClass && clearBy && { clearZeroClass, clearBy }) };
  return [event, ...completion(at, evolve(state, event))]; // It may have been paid before it was put on paper.
}

function stateOwed(command: Extract<PaymentCommand, { type: 'StateWagesOwed' }>, state: Payment): readonly PaymentEvent[] {
  const { at, performBy, owed } = command;
  ensureEachWorkerOnce(owed);
  if (performBy < dayOf(at)) throw refuse('DUE_BEFORE_STATED', { performBy });
  return becomeDue(command, 'voluntary', state);
}

/**
 * Money may come before anything is due: it is a fact of one worker (domain life cycle, PAID) and counts against what
 * becomes due later. By itself it completes nothing, because a part paid of one's own accord does not say what was owed.
 */
function pay(command: Extract<PaymentCommand, { type: 'RecordWagePaid' }>, state: Payment): readonly PaymentEvent[] {
  const { at, worker, amount, source, evidence, by } = command;
  const known = state.receipts[receipt(worker, evidence)];
  if (known === amount) return [];
  if (known !== undefined) throw refuse('EVIDENCE_USED', { worker });
  const due = state.due[worker];
  if (due === undefined && state.bases.length > 0) throw refuse('WORKER_NOT_OWED', { worker });
  const unpaid = due === undefined ? undefined : unpaidBy(state, worker);
  if (unpaid !== undefined && amount > unpaid) throw refuse('OVERPAID', { worker, unpaid });
  const event: PaymentEvent = { type: 'WagePaid', at, worker, amount, source, evidence, by };
  return [event, ...completion(at, evolve(state, event))];
}

function runOut(at: Instant, state: Payment): readonly PaymentEvent[] {
  if (state.defaulted || state.performBy === undefined || dayOf(at) <= state.performBy) return []; // A later basis gave more time.
  const unpaid = unpaidOf(state);
  if (unpaid === 0) return [];
  return [{ type: 'PaymentDefaulted', at, unpaid, workers: workersOf(state).filter((worker) => unpaidBy(state, worker) > 0).length }];
}

function completion(at: Instant, state: Payment): readonly PaymentEvent[] {
  if (state.completed || state.bases.length === 0 || unpaidOf(state) > 0) return [];
  const workers = workersOf(state);
  return [{ type: 'PaymentCompleted', at, total: workers.reduce((sum, worker) => sum + state.due[worker]!, 0), workers: workers.length }];
}

/** What is still unpaid, in Fen: the closure desk may not conclude a money order as paid while it is above zero. */
export function unpaidOf(state: Payment): number {
  return workersOf(state).reduce((sum, worker) => sum + unpaidBy(state, worker), 0);
}

function unpaidBy(state: Payment, worker: number): number {
  return Math.max(0, (state.due[worker] ?? 0) - (state.paid[worker] ?? 0));
}

function workersOf(state: Payment): readonly number[] {
  return Object.keys(state.due).map(Number);
}

function receipt(worker: number, evidence: string): string {
  return `${worker} ${evidence}`;
}

function named(basis: Basis, performBy: Day, owed: readonly Owed[]): string {
  return JSON.stringify([basis, performBy, owed.map(({ worker, amount }) => [worker, amount])]);
}
