import type { Payer, PaymentEvent } from '#libs/contracts/resolution.events.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { ensurePlan } from '../payment-plan.refusals.js';
import { ensureEachWorkerOnce } from '../wages-owed.refusals.js';
import { advance, begin, missed } from './payment.plan.js';
import { refuse } from './payment.refusals.js';
import type { Basis, Clearing, Kind, Offer, Owed, Payment, Promised, Source } from './payment.state.js';
import { evolve, firstDayOf, initial, named, notInHandOf, overdueOn, receipt, unpaidBy, unpaidOf, unpaidWorkers, workersOf } from './payment.state.js';

/** For other services: a decider is open to all. */
export { unpaidOf } from './payment.state.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
}

/** What the law of the case offers by the ground of what is unpaid, read at the door. */
interface Offering {
  readonly offers?: readonly Offer[] | undefined;
}
interface Money {
  readonly worker: number;
  readonly amount: number;
  readonly source: Source;
  readonly evidence: string;
  /** Who paid, where the source does not say it. */
  readonly payer?: Payer | undefined;
}

/** A record of money was wrong: what its slip says in truth. */
interface Correction {
  readonly worker: number;
  readonly evidence: string;
  readonly amount: number;
  readonly reason?: Sealed | null | undefined;
}

export type PaymentCommand = Given & (
  | Clearing & Promised & { readonly type: 'DuePayment'; readonly basis: Basis; readonly performBy: Day; readonly owed: readonly Owed[]; readonly unsettled?: readonly number[] | undefined }
  /** What the employer admits and promises, without agreement, order or award. */
  | Clearing & Promised & { readonly type: 'StateWagesOwed'; readonly performBy: Day; readonly owed: readonly Owed[] }
  /** `beyondOwed`: the office has seen that it is more than was owed; the money came nevertheless. */
  | { readonly type: 'RecordWagePaid'; readonly beyondOwed?: boolean | undefined } & Money
  /** The employer's statement was recorded too high; what was agreed, ordered or awarded is corrected by who made it. */
  | { readonly type: 'CorrectWagesOwed'; readonly worker: number; readonly amount: number; readonly reason?: Sealed | null | undefined }
  | Correction & { readonly type: 'CorrectWagePaid' }
  | Correction & { readonly type: 'CorrectWagesHeld' }
  | Correction & { readonly type: 'CorrectHeldWagesPaid' }
  | { readonly type: 'HoldWages'; readonly holder: string } & Money
  | { readonly type: 'PayHeldWages'; readonly worker: number; readonly amount: number; readonly evidence: string }
  | Offering & { readonly type: 'DefaultPayment' }
  | Offering & { readonly type: 'DefaultInstalment' }
);

type OfType<T extends PaymentCommand['type']> = Extract<PaymentCommand, { readonly type: T }>;
type Steps = { readonly [T in PaymentCommand['type']]: (command: OfType<T>, state: Payment) => readonly PaymentEvent[] };

/** None of these depends on the state alone: money that was handed over is a fact at any time. */
const may = {};

export const payment: Decider<Payment, PaymentCommand, PaymentEvent> = { initial, decide, evolve, may };

const steps: Steps = {
  DuePayment: (command, state) => becomeDue(command, command.basis, state),
  StateWagesOwed(command, state) {
    const { at, performBy, owed, plan } = command;
    ensureEachWorkerOnce(owed);
    if (performBy < dayOf(at)) throw refuse('DUE_BEFORE_STATED', { performBy });
    if (plan) ensurePlan(plan, owed, dayOf(at), performBy);
    return becomeDue(command, 'voluntary', state);
  },
  /**
   * Money may come before anything is due: it is a fact of one worker (domain life cycle, PAID) and counts against what
   * becomes due later. By itself it completes nothing, because a part paid of one's own accord does not say what was owed.
   */
  RecordWagePaid(command, state) {
    const { at, worker, amount, source, evidence, payer, beyondOwed, by } = command;
    if (told('paid', command, state)) return [];
    const advanced = by.startsWith('process:'); // The fund has handed it over: what came meanwhile from elsewhere makes it too much, and not undone.
    if (!advanced) ensureOwed(worker, state);
    if (!advanced && !beyondOwed) ensureNotBeyond(worker, amount, state);
    const isBeyond = beyondOwed || (advanced && isMoreThanUnpaid(worker, amount, state));
    return followed(state, { type: 'WagePaid', at, worker, amount, source, evidence, by, ...(payer && { payer }), ...(isBeyond && { beyondOwed: true }) });
  },
  CorrectWagesOwed({ at, worker, amount, reason = null, by }, state) {
    const [was, decided] = [state.due[worker], state.decided[worker] ?? 0];
    if (was === undefined) throw refuse('WORKER_NOT_OWED', { worker });
    if (amount === was) return [];
    if (amount > was) throw refuse('STATED_AS_MORE', { worker, owed: was });
    if (amount < decided) throw refuse('OWED_BY_DECISION', { worker, decided });
    return followed(state, { type: 'WagesOwedCorrected', at, worker, was, amount, reason, by });
  },
  CorrectWagePaid(command, state) {
    const { correction, more } = corrected('paid', command, state);
    if (more === 0) return [];
    ensureNotBeyond(command.worker, more, state);
    return followed(state, { type: 'WagePaidCorrected', ...correction });
  },
  CorrectWagesHeld(command, state) {
    const { correction, more } = corrected('held', command, state);
    if (more === 0) return [];
    const left = (state.held[command.worker] ?? 0) + more;
    if (left < 0) throw refuse('FETCHED_ALREADY', { worker: command.worker, least: command.amount - left });
    ensureNotBeyond(command.worker, more, state);
    return followed(state, { type: 'WagesHeldCorrected', ...correction });
  },
  CorrectHeldWagesPaid(command, state) {
    const { correction, more } = corrected('claimed', command, state);
    if (more === 0) return [];
    const held = state.held[command.worker] ?? 0;
    if (more > held) throw refuse('NOT_HELD', { worker: command.worker, held: held + correction.was });
    return followed(state, { type: 'HeldWagesPaidCorrected', ...correction });
  },
  HoldWages(command, state) {
    const { at, worker, amount, holder, source, evidence, payer, by } = command;
    if (told('held', command, state)) return [];
    if (state.due[worker] === undefined) throw refuse('WORKER_NOT_OWED', { worker });
    ensureNotBeyond(worker, amount, state);
    return followed(state, { type: 'WagesHeld', at, worker, amount, holder, source, evidence, ...(payer && { payer }), by });
  },
  PayHeldWages(command, state) {
    const { at, worker, amount, evidence, by } = command;
    if (told('claimed', command, state)) return [];
    const held = state.held[worker] ?? 0;
    if (amount > held) throw refuse('NOT_HELD', { worker, held });
    return followed(state, { type: 'HeldWagesPaid', at, worker, amount, evidence, by });
  },
  DefaultPayment({ at, offers }, state) {
    return defaulted(at, offers, state);
  },
  DefaultInstalment({ at, offers }, state) {
    const events = missed(at, state);
    return events.some((event) => event.type === 'InstalmentDefaulted' && event.accelerated) ? [...events, ...defaulted(at, offers, events.reduce(evolve, state))] : events;
  },
};

function decide(command: PaymentCommand, state: Payment): readonly PaymentEvent[] {
  const events = (steps[command.type] as (command: PaymentCommand, state: Payment) => readonly PaymentEvent[])(command, state);
  return events.length > 0 ? [...events, ...running(command.at, events.reduce(evolve, state))] : [];
}

/** One day runs at a time, the first by which somebody is to be paid: a ground that gives one worker longer gives no other longer. */
function running(at: Instant, state: Payment): readonly PaymentEvent[] {
  const first = firstDayOf(state);
  return first === undefined || first === state.performBy ? [] : [{ type: 'PerformanceDayMoved', at, performBy: first }];
}

function becomeDue(command: Clearing & Promised & { at: Instant; performBy: Day; owed: readonly Owed[]; unsettled?: readonly number[] | undefined }, basis: Basis, state: Payment): readonly PaymentEvent[] {
  const { at, performBy, owed, plan, acceleration, payers, unsettled, clearZeroClass, clearBy } = command;
  const isKnown = state.bases.includes(named({ ...command, basis })) && owed.every(({ worker, amount }) => state.due[worker]! >= amount); // Unless it was lowered since.
  if (owed.length === 0 || isKnown) return []; // An agreement may be about something else than money.
  const event: PaymentEvent = {
    type: 'PaymentDue', at, basis, performBy, owed: owed.map(({ worker, amount }) => ({ worker, amount })),
    ...(plan && { plan: plan.map(({ worker, on, amount }) => ({ worker, on, amount })), ...(acceleration !== undefined && { acceleration }) }),
    ...(payers && { payers: [...payers] }), ...(unsettled && unsettled.length > 0 && { unsettled: [...unsettled] }), ...(clearZeroClass && clearBy && { clearZeroClass, clearBy }),
  };
  const after = evolve(state, event);
  const parts = begin(at, after);
  return [event, ...parts, ...completion(at, parts.reduce(evolve, after))]; // It may have been paid before it was put on paper.
}

/** What money that came, went or was counted wrongly leads to: instalments met, everything paid, or not after all. */
function followed(state: Payment, event: PaymentEvent): readonly PaymentEvent[] {
  const after = evolve(state, event);
  const parts = advance(event.at, after);
  return [event, ...parts, ...completion(event.at, parts.reduce(evolve, after)), ...reopening(event.at, after)];
}

function completion(at: Instant, state: Payment): readonly PaymentEvent[] {
  if (state.completed || state.bases.length === 0 || state.unsettled.length > 0 || !allPaid(state)) return [];
  const workers = workersOf(state);
  return [{ type: 'PaymentCompleted', at, total: workers.reduce((sum, worker) => sum + state.due[worker]!, 0), workers: workers.length }];
}

function reopening(at: Instant, state: Payment): readonly PaymentEvent[] {
  if (!state.completed || allPaid(state)) return [];
  return [{ type: 'PaymentReopened', at, performBy: firstDayOf({ ...state, defaulted: [] })!, unpaid: unpaidOf(state), workers: unpaidWorkers(state), ...state.clearing }];
}

function defaulted(at: Instant, offers: readonly Offer[] | undefined, state: Payment): readonly PaymentEvent[] {
  const overdue = overdueOn(state, dayOf(at)); // A later ground may have given more time.
  if (overdue.length === 0) return [];
  const unpaid = overdue.reduce((sum, worker) => sum + unpaidBy(state, worker), 0);
  return [{ type: 'PaymentDefaulted', at, unpaid, workers: overdue.length, ...(offers && offers.length > 0 && { offers: offers.map(({ step, zh, en, source }) => ({ step, zh, en, source })) }) }];
}

/** In the workers' own hands: what is kept for them is not. */
function allPaid(state: Payment): boolean {
  return notInHandOf(state) === 0;
}

/** True for a retry; one slip proves one payment. */
function told(kind: Kind, { worker, evidence, amount }: { worker: number; evidence: string; amount: number }, state: Payment): boolean {
  const known = state.receipts[receipt(kind, worker, evidence)];
  if (known !== undefined && known !== amount) throw refuse('EVIDENCE_USED', { worker });
  return known === amount;
}

/** What a slip said and says in truth, and how much more that is. */
function corrected(kind: Kind, { at, worker, evidence, amount, reason = null, by }: Given & Correction, state: Payment) {
  const was = state.receipts[receipt(kind, worker, evidence)];
  if (was === undefined) throw refuse('PAYMENT_NOT_RECORDED', { worker });
  return { correction: { at, worker, evidence, was, amount, reason, by }, more: amount - was };
}

function ensureOwed(worker: number, state: Payment): void {
  if (state.due[worker] === undefined && state.bases.length > 0) throw refuse('WORKER_NOT_OWED', { worker });
}

function ensureNotBeyond(worker: number, more: number, state: Payment): void {
  if (isMoreThanUnpaid(worker, more, state)) throw refuse('OVERPAID', { worker, unpaid: unpaidBy(state, worker) });
}

function isMoreThanUnpaid(worker: number, more: number, state: Payment): boolean {
  return state.due[worker] !== undefined && more > 0 && more > unpaidBy(state, worker);
}
