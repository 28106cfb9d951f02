import { addDays, addMonths } from '#libs/calendar/day.js';
import type { InspectionEvent } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day } from '#libs/contracts/time.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { Refusal } from '#libs/decider/refusal.js';
import type { FollowUpCommand, Steps } from './inspection.commands.js';
import { refuse } from './inspection.refusals.js';
import type { Thread } from './inspection.sequel.js';
import { stepDay, stepOf } from './inspection.sequel.js';
import type { Inspection } from './inspection.state.js';

/** One step of a thread: what must stand before it, what is said where it does not, and the step it comes to. */
interface Turn {
  readonly thread: Thread;
  readonly from: readonly string[];
  readonly to: string;
  readonly otherwise: Parameters<typeof refuse>[0];
}

/** What follows a decision or an order to pay, as data: each thread is a line of steps. */
const turns = {
  NotifySanctionListing:   { thread: 'sanction',  from: ['none', 'declined', 'removed'], to: 'notified',  otherwise: 'SANCTION_LISTING_UNDER_WAY' },
  ObjectToSanctionListing: { thread: 'sanction',  from: ['notified'],                    to: 'objected',  otherwise: 'SANCTION_LISTING_NOT_OPEN' },
  ListForSanctions:        { thread: 'sanction',  from: ['notified', 'objected'],        to: 'listed',    otherwise: 'SANCTION_LISTING_NOT_OPEN' },
  DeclineSanctionListing:  { thread: 'sanction',  from: ['notified', 'objected'],        to: 'declined',  otherwise: 'SANCTION_LISTING_NOT_OPEN' },
  RemoveFromSanctionList:  { thread: 'sanction',  from: ['listed'],                      to: 'removed',   otherwise: 'NOT_ON_SANCTION_LIST' },
  FindMajorViolation:      { thread: 'violation', from: ['none'],                        to: 'found',     otherwise: 'VIOLATION_ALREADY_FOUND' },
  PublishViolation:        { thread: 'violation', from: ['found'],                       to: 'published', otherwise: 'NO_VIOLATION_TO_PUBLISH' },
  CallDeposit:             { thread: 'deposit',   from: ['none', 'refilled'],            to: 'called',    otherwise: 'DEPOSIT_IN_USE' },
  RecordDepositUsed:       { thread: 'deposit',   from: ['called'],                      to: 'used',      otherwise: 'DEPOSIT_NOT_CALLED' },
  RecordDepositRefilled:   { thread: 'deposit',   from: ['used'],                        to: 'refilled',  otherwise: 'DEPOSIT_NOT_USED' },
  AnnounceAccountClosure:  { thread: 'account',   from: ['none'],                        to: 'announced', otherwise: 'ACCOUNT_CLOSURE_ANNOUNCED' },
  CloseWageAccount:        { thread: 'account',   from: ['announced'],                   to: 'closed',    otherwise: 'ACCOUNT_CLOSURE_NOT_ANNOUNCED' },
} as const satisfies Readonly<Record<string, Turn>>;
type Turning = keyof typeof turns;

const EARLY_REMOVAL_MONTHS = 6; // BL: correction six months before
const LISTED_MONTHS = 36;
const ACCOUNT_NOTICE_DAYS = 30; // WPR 27

/** Guards of what follows, by the same table. */
export const mayFollow = {
  ...(Object.fromEntries(Object.entries(turns).map(([type, turn]) => [type, (state: Inspection) => outOfTurn(turn, state) ?? lacking(type as Turning, state)])) as Readonly<Record<Turning, (state: Inspection) => Refusal | undefined>>),
  ExtendSanctionListing: (state: Inspection) =>
    (['notified', 'objected'].includes(stepOf(state.sequel, 'sanction')) ? undefined : refuse('SANCTION_LISTING_NOT_OPEN'))
    ?? (state.sequel.listingExtended ? refuse('SANCTION_LISTING_ALREADY_EXTENDED') : undefined),
  AnnounceDecision: (state: Inspection) => undecided(state),
  ServeDecision: (state: Inspection) => undecided(state),
};

/** What else must be there before a thread may begin. */
function lacking(type: Turning, state: Inspection): Refusal | undefined {
  if (type === 'NotifySanctionListing' || type === 'CallDeposit') return state.payOrder ? undefined : refuse('PAY_ORDER_NOT_GIVEN');
  if (type === 'AnnounceAccountClosure') return state.phase === 'none' ? refuse('COMPLAINT_NOT_RECEIVED') : undefined;
  return type === 'FindMajorViolation' ? undecided(state) : undefined;
}

export const followUp: Steps<FollowUpCommand['type']> = {
  NotifySanctionListing: (command, state) => turn(command, state, ({ at, by }) => {
    const { dueOn } = state.payOrder!;
    if (dayOf(at) <= dueOn) throw refuse('PAY_ORDER_NOT_EXPIRED', { dueOn });
    return { type: 'SanctionListingNotified', at, orderDueOn: dueOn, by };
  }),
  ObjectToSanctionListing: (command, state) => turn(command, state, ({ at, ground, by }) => ({ type: 'SanctionListingObjected', at, ground, by })),
  ExtendSanctionListing(command, state) {
    const { at, days, approvedBy } = command;
    if (state.sequel.listingExtended === `${at} ${days}`) return [];
    const refusal = mayFollow.ExtendSanctionListing(state);
    if (refusal) throw refusal;
    inOrder(dayOf(at), stepDay(state.sequel, 'sanction'));
    return [{ type: 'SanctionListingExtended', at, days, approvedBy }];
  },
  ListForSanctions: (command, state) => turn(command, state, ({ at, by }) => ({ type: 'SanctionListed', at, by })),
  DeclineSanctionListing: (command, state) => turn(command, state, ({ at, reason, by }) => ({ type: 'SanctionListingDeclined', at, reason, by })),
  RemoveFromSanctionList(command, state) {
    if (command.by.startsWith('process:') && stepOf(state.sequel, 'sanction') !== 'listed') return []; // The clock may ring after an early removal.
    return turn(command, state, ({ at, ground, correctedOn, promised, by }) => {
      const listedOn = stepDay(state.sequel, 'sanction')!;
      if (ground === 'termEnded' && dayOf(at) < addMonths(listedOn, LISTED_MONTHS)) throw refuse('SANCTION_TERM_RUNS', { until: addMonths(listedOn, LISTED_MONTHS) });
      if (ground === 'early' && !(promised && correctedOn && correctedOn <= dayOf(at) && dayOf(at) >= addMonths(correctedOn, EARLY_REMOVAL_MONTHS))) throw refuse('EARLY_REMOVAL_TOO_EARLY', { correctedOn });
      return { type: 'SanctionListRemoved', at, ground, by };
    });
  },
  FindMajorViolation: (command, state) => turn(command, state, ({ at, publishing, by }) =>
    ({ type: 'MajorViolationFound', at, publishing, periodEnd: periodEndOf(dayOf(at), publishing === 'local' ? 3 : 6), by })),
  PublishViolation: (command, state) => turn(command, state, ({ at, by }) => ({ type: 'ViolationPublished', at, by })),
  CallDeposit: (command, state) => turn(command, state, ({ at, amount, by }) => ({ type: 'DepositCalled', at, amount, by })),
  RecordDepositUsed: (command, state) => turn(command, state, ({ at, by }) => ({ type: 'DepositUsed', at, by })),
  RecordDepositRefilled: (command, state) => turn(command, state, ({ at, by }) => ({ type: 'DepositRefilled', at, by })),
  AnnounceAccountClosure: (command, state) => turn(command, state, ({ at, by }) => ({ type: 'AccountClosureAnnounced', at, by })),
  CloseWageAccount: (command, state) => turn(command, state, ({ at, noticeUntil, by }) => {
    const last = noticeUntil ?? addDays(stepDay(state.sequel, 'account')!, ACCOUNT_NOTICE_DAYS);
    if (dayOf(at) <= last) throw refuse('ACCOUNT_NOTICE_RUNS', { until: last });
    return { type: 'WageAccountClosed', at, by };
  }),
  AnnounceDecision: ({ at, decision, by }, state) => {
    if (stepOf(state.sequel, decision) === 'announced') return [];
    ensureDecided(decision, state);
    if (stepOf(state.sequel, decision) === 'served') throw refuse('DECISION_ALREADY_SERVED', { decision });
    return [{ type: 'DecisionAnnounced', at, decision, by }];
  },
  ServeDecision: ({ at, decision, by }, state) => {
    if (stepOf(state.sequel, decision) === 'served') return [];
    ensureDecided(decision, state);
    inOrder(dayOf(at), stepDay(state.sequel, decision));
    return [{ type: 'DecisionServed', at, decision, by }];
  },
};

/** A step of a thread: nothing where it is reached already, refused out of turn, else the event. */
function turn<C extends Extract<FollowUpCommand, { readonly type: Turning }>>(command: C, state: Inspection, made: (command: C) => InspectionEvent): readonly InspectionEvent[] {
  const { thread, to } = turns[command.type];
  if (stepOf(state.sequel, thread) === to) return [];
  const refusal = mayFollow[command.type](state);
  if (refusal) throw refusal;
  inOrder(dayOf(command.at), stepDay(state.sequel, thread));
  return [made(command)];
}

function outOfTurn({ thread, from, otherwise }: Turn, state: Inspection): Refusal | undefined {
  return from.includes(stepOf(state.sequel, thread)) ? undefined : refuse(otherwise);
}

function undecided(state: Inspection): Refusal | undefined {
  return state.handled || state.penalised ? undefined : refuse('NOTHING_DECIDED');
}

function ensureDecided(decision: 'handling' | 'penalty', state: Inspection): void {
  if (!(decision === 'handling' ? state.handled : state.penalised)) throw refuse('NOTHING_DECIDED', { decision });
}

/** Last day of the quarter or half-year in which a day lies. */
function periodEndOf(on: Day, months: number): Day {
  const last = Math.ceil(Number(on.slice(5, 7)) / months) * months;
  return addDays(addMonths(`${on.slice(0, 4)}-${String(last).padStart(2, '0')}-01`, 1), -1);
}
