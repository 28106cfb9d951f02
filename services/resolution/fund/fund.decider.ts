import { sameAmounts } from '#libs/contracts/money.js';
import type { FundEvent } from '#libs/contracts/project.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { ensure, never } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import { ensureEachWorkerOnce } from '../wages-owed.refusals.js';
import { refuse } from './fund.refusals.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
}
type Amounts = readonly { readonly worker: number; readonly amount: number }[];

export type FundCommand = Given & (
  | { readonly type: 'ApplyForFund'; readonly ground: 'unable' | 'absconded'; readonly asked: Amounts }
  | { readonly type: 'ApproveFund'; readonly approved: Amounts; readonly approvedBy: string }
  | { readonly type: 'DeclineFund'; readonly reason: string }
  /** `unpaid`: what the worker is still owed, read at the door; absent where nothing is due yet. */
  | { readonly type: 'AdvanceFromFund'; readonly worker: number; readonly amount: number; readonly evidence: string; readonly unpaid?: number | undefined }
  | { readonly type: 'ClaimRecourse'; readonly amount: number }
  | { readonly type: 'RecordRecourse'; readonly amount: number; readonly evidence: string }
);

export interface Fund {
  readonly phase: 'none' | 'applied' | 'approved' | 'declined';
  readonly on: Day | undefined;
  readonly asked: Amounts;
  readonly ground: string | undefined;
  /** By worker: approved in the current round and not yet advanced. */
  readonly left: Readonly<Record<number, number>>;
  /** What has been advanced and not been recovered, in Fen. */
  readonly out: number;
  readonly advancedEver: boolean;
  /** Amount by evidence: what tells a retry from a second one. */
  readonly evidence: Readonly<Record<string, number>>;
  readonly claimed: number | undefined;
}

const initial: Fund = { phase: 'none', on: undefined, asked: [], ground: undefined, left: {}, out: 0, advancedEver: false, evidence: {}, claimed: undefined };

const may = {
  ApplyForFund: (state: Fund) => (state.phase === 'applied' || some(state) ? refuse('FUND_APPLICATION_OPEN') : undefined),
  ApproveFund: (state: Fund) => (state.phase === 'applied' ? undefined : refuse('FUND_NOT_APPLIED')),
  DeclineFund: (state: Fund) => (state.phase === 'applied' ? undefined : refuse('FUND_NOT_APPLIED')),
  AdvanceFromFund: (state: Fund) => (some(state) ? undefined : refuse('FUND_NOT_APPROVED')),
  ClaimRecourse: (state: Fund) => (state.out > 0 ? undefined : refuse('NOTHING_ADVANCED')),
  RecordRecourse: (state: Fund) => (state.advancedEver ? undefined : refuse('NOTHING_ADVANCED')),
};

/** The emergency revolving fund (应急周转金): the government advances part of the wages, then goes after the employer (WPR 63). */
export const fund: Decider<Fund, FundCommand, FundEvent> = { initial, decide, evolve, may };

function decide(command: FundCommand, state: Fund): readonly FundEvent[] {
  const { at, by } = command;
  switch (command.type) {
    case 'ApplyForFund': {
      const asked = copied(command.asked);
      if (state.phase === 'applied' && state.ground === command.ground && sameAmounts(state.asked, asked)) return [];
      ensure(may, command, state);
      ensureEachWorkerOnce(asked);
      inOrder(dayOf(at), state.on);
      return [{ type: 'FundApplied', at, ground: command.ground, asked, by }];
    }
    case 'ApproveFund': return approve(command, state);
    case 'DeclineFund': {
      if (state.phase === 'declined') return [];
      ensure(may, command, state);
      inOrder(dayOf(at), state.on);
      return [{ type: 'FundDeclined', at, reason: command.reason, by }];
    }
    case 'AdvanceFromFund': return advance(command, state);
    case 'ClaimRecourse': {
      if (state.claimed === command.amount) return [];
      ensure(may, command, state);
      if (command.amount > state.out) throw refuse('RECOURSE_BEYOND_ADVANCE', { out: state.out });
      inOrder(dayOf(at), state.on);
      return [{ type: 'RecourseClaimed', at, amount: command.amount, by }];
    }
    case 'RecordRecourse': {
      const { amount, evidence } = command;
      if (isKnown(state, `back ${evidence}`, amount)) return [];
      ensure(may, command, state);
      if (amount > state.out) throw refuse('RECOURSE_BEYOND_ADVANCE', { out: state.out });
      inOrder(dayOf(at), state.on);
      return [{ type: 'RecourseRecovered', at, amount, evidence, by }];
    }
    default: return never(command);
  }
}

function approve(command: Extract<FundCommand, { type: 'ApproveFund' }>, state: Fund): readonly FundEvent[] {
  const { at, approvedBy } = command;
  const approved = copied(command.approved);
  if (state.phase === 'approved' && sameAmounts(state.asked, approved)) return [];
  ensure(may, command, state);
  ensureEachWorkerOnce(approved);
  const asked = new Map(state.asked.map(({ worker, amount }) => [worker, amount]));
  if (approved.some(({ worker, amount }) => amount > (asked.get(worker) ?? 0))) throw refuse('FUND_BEYOND_APPLICATION');
  inOrder(dayOf(at), state.on);
  return [{ type: 'FundApproved', at, approved, approvedBy }];
}

function advance(command: Extract<FundCommand, { type: 'AdvanceFromFund' }>, state: Fund): readonly FundEvent[] {
  const { at, worker, amount, evidence, unpaid, by } = command;
  if (isKnown(state, `${worker} ${evidence}`, amount)) return [];
  ensure(may, command, state);
  if (amount > (state.left[worker] ?? 0)) throw refuse('FUND_BEYOND_APPROVAL', { worker, left: state.left[worker] ?? 0 });
  if (unpaid !== undefined && amount > unpaid) throw refuse('FUND_BEYOND_WAGES', { worker, unpaid });
  inOrder(dayOf(at), state.on);
  return [{ type: 'FundAdvanced', at, worker, amount, evidence, by }];
}

function evolve(state: Fund, event: FundEvent): Fund {
  const on = dayOf(event.at);
  switch (event.type) {
    case 'FundApplied': return { ...state, phase: 'applied', on, asked: event.asked, ground: event.ground, left: {} };
    case 'FundApproved': return { ...state, phase: 'approved', on, asked: event.approved, left: Object.fromEntries(event.approved.map(({ worker, amount }) => [worker, amount])) };
    case 'FundDeclined': return { ...state, phase: 'declined', on };
    case 'FundAdvanced': {
      const { worker, amount, evidence } = event;
      return { ...state, on, out: state.out + amount, advancedEver: true, left: { ...state.left, [worker]: (state.left[worker] ?? 0) - amount }, evidence: { ...state.evidence, [`${worker} ${evidence}`]: amount }, claimed: undefined };
    }
    case 'RecourseClaimed': return { ...state, on, claimed: event.amount };
    case 'RecourseRecovered': return { ...state, on, out: state.out - event.amount, evidence: { ...state.evidence, [`back ${event.evidence}`]: event.amount } };
    default: return never(event);
  }
}

/** Something was approved and not yet advanced. */
function some({ phase, left }: Fund): boolean {
  return phase === 'approved' && Object.values(left).some((amount) => amount > 0);
}

/** The same evidence for the same amount is a retry; for another it is refused. */
function isKnown({ evidence }: Fund, key: string, amount: number): boolean {
  const known = evidence[key];
  if (known !== undefined && known !== amount) throw refuse('FUND_EVIDENCE_USED');
  return known === amount;
}

function copied(amounts: Amounts): { worker: number; amount: number }[] {
  return amounts.map(({ worker, amount }) => ({ worker, amount }));
}
