import type { ClosureEvent } from '#libs/contracts/resolution.events.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { ensure } from '#libs/decider/decider.js';
import type { Decider } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import { outcomeFacts } from '#libs/policy/outcomes.js';
import type { OutcomeFact } from '#libs/policy/outcomes.js';
import { refuse } from './closure.refusals.js';
import { evolve, initial, may } from './closure.state.js';
import type { Closure, Order } from './closure.state.js';
import type { FileKind } from './retention.js';

interface Given {
  readonly at: Instant;
  /** `<role>:<subject>`, `process:<service>` */
  readonly by: string;
}
type Grade = 'satisfied' | 'basicallySatisfied' | 'dissatisfied';

export type ClosureCommand = Given & (
  /** `advised`: orders in which nobody is ordered, so that what the person was told stands. `passedOn`: who passed the enquiry on before there was a case, read at the door. */
  | { readonly type: 'OpenCase'; readonly orders: readonly number[]; readonly money: readonly number[]; readonly enquiries: readonly number[]; readonly advised?: readonly number[] | undefined; readonly passedOn?: { readonly by: string; readonly section: string } | undefined }
  | { readonly type: 'AdviseLegalRoute'; readonly orders: readonly number[]; readonly route: readonly string[] }
  | { readonly type: 'ContactRequester'; readonly order: number; readonly reached: boolean }
  | { readonly type: 'GiveReply'; readonly order: number; readonly reply?: Sealed | null | undefined }
  /** A statute gives the authority longer than the hotline promises: the person is told until when, and how far the matter is. */
  | { readonly type: 'TellLongerLimit'; readonly order: number; readonly until: Day; readonly ground: string; readonly reply?: Sealed | null | undefined }
  | { readonly type: 'PassEnquiryOn'; readonly order: number; readonly section: string }
  | { readonly type: 'AnswerOnLine'; readonly order: number; readonly reply?: Sealed | null | undefined }
  /** Read at the door: `unpaid` in Fen, 0 where absent; `lacking`, what the pack asks of this result and no desk has recorded: of each list one fact. */
  | { readonly type: 'ConcludeOrder'; readonly order: number; readonly result: string; readonly unpaid?: number | undefined; readonly lacking?: readonly (readonly string[])[] | undefined }
  | { readonly type: 'ConcludePaid' }
  /** In Fen, read at the door: `unpaid` by who must pay; `notInHand`, with what is kept for workers who cannot be found. */
  | { readonly type: 'ReopenUnpaid'; readonly reason: string; readonly unpaid?: number | undefined; readonly notInHand?: number | undefined }
  | { readonly type: 'ConcludeCase'; readonly result: string }
  | Calling & { readonly type: 'RecordCallback'; readonly solved?: boolean | undefined; readonly satisfied?: Grade | undefined; readonly answers?: readonly Answer[] | undefined }
  /** `tries`: after how many a supervisor may close, as the law of the case says at the door. */
  | Calling & { readonly type: 'RecordCallbackUnreached'; readonly tries?: number | undefined }
  | { readonly type: 'CloseCase'; readonly reason?: string | undefined }
  /** `until`: the last day on which it may be asked for, counted at the door from the day of closing by the clock of the law. */
  | { readonly type: 'ReopenCase'; readonly reason: string; readonly until?: Day | undefined }
  | { readonly type: 'CarryForward'; readonly reason: string; readonly reviewOn: Day }
  | { readonly type: 'ResumeCase'; readonly reason: string }
  /** `file` and `keepUntil`: the kind of file, and until when it is kept at least, as the law of the case says at the door. */
  | { readonly type: 'ArchiveCase'; readonly retainUntil?: Day | undefined; readonly file?: FileKind | undefined; readonly keepUntil?: Day | undefined }
);

interface Answer { readonly order: number; readonly solved: boolean }
/** `handledBy`: who had any order of the case in hand, read at the door. */
interface Calling { readonly handledBy?: readonly string[] | undefined }

type Step<C> = (command: C, state: Closure) => readonly ClosureEvent[];
type Steps<T extends ClosureCommand['type']> = { readonly [Type in T]: Step<Extract<ClosureCommand, { readonly type: Type }>> };


export const closure: Decider<Closure, ClosureCommand, ClosureEvent> = { initial, decide, evolve, may };

function decide(command: ClosureCommand, state: Closure): readonly ClosureEvent[] {
  return (steps[command.type] as Step<ClosureCommand>)(command, state);
}

/** What is done while the case is open. */
const work: Steps<'OpenCase' | 'AdviseLegalRoute' | 'ContactRequester' | 'GiveReply' | 'TellLongerLimit' | 'PassEnquiryOn' | 'AnswerOnLine' | 'ConcludeOrder' | 'ConcludePaid' | 'ConcludeCase' | 'CarryForward' | 'ResumeCase'> = {
  OpenCase({ at, orders, money, enquiries, advised = [], passedOn }, state) {
    if (state.phase === 'closed' || state.phase === 'archived') return [];
    const isNews = (order: number, known: Order | undefined): boolean => !known || (!advised.includes(order) && (known.step === 'advised' || (money.includes(order) && !known.money)));
    const news = orders.filter((order) => isNews(order, state.orders[order]));
    if (news.length === 0) return [];
    const asking = news.filter((order) => enquiries.includes(order));
    const opened: ClosureEvent = { type: 'CaseOpened', at, orders: news, money: news.filter((order) => money.includes(order)), enquiries: asking };
    return [opened, ...(passedOn ? asking.map((order): ClosureEvent => ({ type: 'EnquiryPassedOn', at, order, section: passedOn.section, by: passedOn.by })) : [])];
  },
  AdviseLegalRoute({ at, orders, route, by }, state) {
    const open = orders.filter((order) => state.orders[order]?.step === 'open');
    if (open.length === 0 || (state.phase !== 'open' && state.phase !== 'carried')) return [];
    return [{ type: 'LegalRouteAdvised', at, orders: open, route: [...route], by }];
  },
  ContactRequester(command, state) {
    const { at, order, reached, by } = command;
    if (state.orders[order]?.reached || state.orders[order]?.lastTryAt === at) return []; // The first contact is what counts; each failed try is told apart by its time.
    ensure(may, command, state);
    orderOf(state, order);
    inOrder(dayOf(at), state.since);
    return [{ type: 'RequesterContacted', at, order, reached, by }];
  },
  GiveReply(command, state) {
    const { at, order, by } = command;
    if (state.orders[order]?.lastReplyAt === at) return [];
    ensure(may, command, state);
    orderOf(state, order);
    inOrder(dayOf(at), state.since);
    return [{ type: 'ReplyGiven', at, order, reply: command.reply ?? null, by }]; // A reply on progress or result; it concludes nothing.
  },
  TellLongerLimit(command, state) {
    const { at, order, until, ground, by } = command;
    if (state.orders[order]?.longerUntil === until) return [];
    ensure(may, command, state);
    orderOf(state, order);
    if (until <= dayOf(at)) throw refuse('LIMIT_NOT_LATER', { until });
    inOrder(dayOf(at), state.since);
    return [{ type: 'LongerLimitTold', at, order, until, ground, reply: command.reply ?? null, by }];
  },
  PassEnquiryOn(command, state) {
    const { at, order, section, by } = command;
    if (state.orders[order]?.section === section) return [];
    ensure(may, command, state);
    if (!orderOf(state, order).enquiry) throw refuse('NOT_AN_ENQUIRY', { order });
    inOrder(dayOf(at), state.since);
    return [{ type: 'EnquiryPassedOn', at, order, section, by }];
  },
  AnswerOnLine(command, state) {
    const { at, order, by } = command;
    if (state.orders[order]?.result === ANSWERED) return [];
    ensure(may, command, state);
    const { enquiry, step, result } = orderOf(state, order);
    if (!enquiry) throw refuse('NOT_AN_ENQUIRY', { order });
    if (step === 'concluded') throw refuse('ORDER_CONCLUDED_OTHERWISE', { order, result });
    const answered: ClosureEvent = { type: 'AnsweredOnLine', at, order, reply: command.reply ?? null, by };
    return [answered, ...concluded({ at, by }, [order], ANSWERED, state)];
  },
  ConcludeOrder(command, state) {
    const { order, result } = command;
    const known = state.orders[order];
    if (known?.step === 'concluded' && known.result === result) return [];
    if (command.by.startsWith('process:') && result === 'settled' && known?.money && (command.unpaid ?? 0) > 0) return []; // They have settled, and what is known to be owed has not come: paid, it concludes the order.
    ensure(may, command, state);
    if (orderOf(state, order).step === 'concluded') throw refuse('ORDER_CONCLUDED_OTHERWISE', { order, result: known?.result });
    if (result === 'transferred') throw refuse('TRANSFER_IS_NO_RESOLUTION');
    if (known?.money && SETTLED.includes(result) && (command.unpaid ?? 0) > 0) throw refuse('WAGES_UNPAID', { order, unpaid: command.unpaid });
    if (command.lacking && command.lacking.length > 0) throw refuse('FACTS_LACKING', { order, result, ...lackingWords(command.lacking) });
    inOrder(dayOf(command.at), state.since);
    return concluded(command, [order], result, state);
  },
  ConcludePaid(command, state) {
    if (state.phase !== 'open' && state.phase !== 'carried') return [];
    const open = unconcluded(state);
    const money = open.filter((order) => state.orders[order]?.money);
    const named = Object.values(state.orders).some((order) => order.money); // Where one is about money, no other was paid for.
    const paid = named ? money : open;
    if (paid.length !== 1) return []; // Which of several was paid for, their desks know; they conclude them.
    return concluded(command, paid, 'paid', state);
  },
  ConcludeCase(command, state) {
    if (state.phase !== 'open' && state.phase !== 'carried') return [];
    return concluded(command, unconcluded(state), command.result, state);
  },
  CarryForward(command, state) {
    const { at, reason, reviewOn, by } = command;
    if (state.phase === 'carried' && state.carried?.reason === reason && state.carried.reviewOn === reviewOn) return [];
    ensure(may, command, state);
    if (reviewOn <= dayOf(at)) throw refuse('REVIEW_NOT_LATER', { reviewOn });
    inOrder(dayOf(at), state.since);
    return [{ type: 'CaseCarriedForward', at, reason, reviewOn, by }];
  },
  ResumeCase(command, state) {
    const { at, reason, by } = command;
    if (state.resumedAt === at) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.since);
    return [{ type: 'CaseResumed', at, reason, by }];
  },
};

/** What follows when the work is done. */
const aftermath: Steps<'RecordCallback' | 'RecordCallbackUnreached' | 'CloseCase' | 'ReopenCase' | 'ReopenUnpaid' | 'ArchiveCase'> = {
  RecordCallback(command, state) {
    const { at, solved = null, satisfied = null, answers = [], by } = command;
    if (state.calls.includes(at)) return [];
    ensure(may, command, state);
    ensureIndependent(command);
    for (const { order } of answers) orderOf(state, order);
    inOrder(dayOf(at), state.since);
    const back = answers.flatMap((answer) => (answer.solved ? [] : [answer.order]));
    const said = answers.length > 0 && { answers: answers.map(({ order, solved: done }) => ({ order, solved: done })) };
    const made: ClosureEvent = { type: 'CallbackMade', at, solved: back.length > 0 ? false : solved, satisfied, ...said, by };
    const orders = back.length > 0 && { orders: back };
    if (solved === false || back.length > 0) return [made, { type: 'CaseReopened', at, reason: 'notSolved', ...orders, by }];
    if (satisfied === 'dissatisfied') return [made, { type: 'CaseReopened', at, reason: 'dissatisfied', by }]; // JN 27: dissatisfied or not done goes back to the handler.
    return solved ? [made, { type: 'CaseClosed', at, reason: null, by }] : [made]; // No answer on "solved?" closes nothing.
  },
  RecordCallbackUnreached(command, state) {
    const { at, tries, by } = command;
    if (state.calls.includes(at)) return [];
    ensure(may, command, state);
    ensureIndependent(command);
    inOrder(dayOf(at), state.since);
    return [{ type: 'CallbackUnreached', at, attempt: state.unreached + 1, ...(tries !== undefined && { tries }), by }]; // However many: silence never closes a worker's case.
  },
  CloseCase(command, state) {
    const { at, by } = command;
    if (state.phase === 'closed') return [];
    ensure(may, command, state);
    const reason = command.reason?.trim() ? command.reason : null;
    if (state.phase === 'resolved' && !by.startsWith('supervisor:')) throw refuse('SUPERVISOR_MUST_CLOSE');
    if (state.phase === 'resolved' && reason === null) throw refuse('REASON_MISSING');
    inOrder(dayOf(at), state.since);
    return [{ type: 'CaseClosed', at, reason, by }];
  },
  ReopenCase(command, state) {
    const { at, reason, by } = command;
    const itself = by.startsWith('process:');
    if (state.phase === 'open' || (itself && state.phase !== 'resolved' && state.phase !== 'closed')) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.since);
    const late = state.closedOn !== undefined && command.until !== undefined && dayOf(at) > command.until;
    if (late && !itself && !by.startsWith('supervisor:')) throw refuse('REOPENING_WINDOW_PASSED', { until: command.until });
    return [{ type: 'CaseReopened', at, reason, by }];
  },
  /** What was concluded because nothing was unpaid goes on, whichever phase the case has come to; its other orders stay as they are. */
  ReopenUnpaid(command, state) {
    if (state.phase === 'archived') return [];
    const { at, reason, by } = command;
    const orders = Object.keys(state.orders).map(Number).filter((order) => thoughtPaid(state.orders[order]!, command));
    return orders.length > 0 ? [{ type: 'CaseReopened', at, reason, orders, by }] : []; // However early the fact is dated: a correction is often of an earlier day.
  },
  ArchiveCase(command, state) {
    if (state.phase === 'archived') return [];
    ensure(may, command, state);
    const { at, file, keepUntil, by } = command;
    const retainUntil = command.retainUntil ?? keepUntil;
    if (retainUntil === undefined || retainUntil <= dayOf(at)) throw refuse('RETENTION_ENDED', { retainUntil });
    if (keepUntil !== undefined && retainUntil < keepUntil) throw refuse('RETENTION_TOO_SHORT', { file, keepUntil });
    inOrder(dayOf(at), state.since);
    return [{ type: 'CaseArchived', at, retainUntil, ...(file && { file }), by }];
  },
};

/** Who had the case in hand does not ask the person how it was handled. */
function ensureIndependent({ by, handledBy = [] }: Given & Calling): void {
  if (handledBy.includes(by.slice(by.indexOf(':') + 1))) throw refuse('CALLBACK_BY_HANDLER');
}

const steps: Steps<ClosureCommand['type']> = { ...work, ...aftermath };

const ANSWERED = 'answered';
const SETTLED: readonly string[] = ['paid', 'solved'];
/** Results that say of an order about money that nothing is unpaid. */
const NOTHING_UNPAID: readonly string[] = ['solved', 'settled', 'awarded', 'unclaimed'];

/** What is missing, so that a person knows what to record: of each condition the facts that would meet it. */
function lackingWords(lacking: readonly (readonly string[])[]): Readonly<Record<'lacking' | 'lackingZh' | 'lackingEn', readonly string[]>> {
  const told = (language: 'zh' | 'en', or: string): readonly string[] => lacking.map((any) => any.map((fact) => outcomeFacts[fact as OutcomeFact][language]).join(or));
  return { lacking: lacking.map((any) => any.join('|')), lackingZh: told('zh', '，或者'), lackingEn: told('en', ', or ') };
}

/** The orders concluded, and the case resolved with the last of them: a parent closes when all close. */
function concluded({ at, by }: { at: Instant; by: string }, orders: readonly number[], result: string, state: Closure): readonly ClosureEvent[] {
  const events: ClosureEvent[] = orders.map((order) => ({ type: 'OrderConcluded', at, order, result, by }));
  const after = events.reduce(evolve, state);
  if (events.length === 0 || Object.values(after.orders).some((order) => order.step === 'open')) return events;
  const results = new Set(Object.values(after.orders).flatMap((order) => order.result ?? []));
  return [...events, { type: 'CaseResolved', at, result: results.size === 1 ? result : 'several', by }];
}

/** Concluded as something that the money contradicts. */
function thoughtPaid({ step, result = '', money }: Order, { unpaid = 0, notInHand = 0 }: { readonly unpaid?: number | undefined; readonly notInHand?: number | undefined }): boolean {
  if (step !== 'concluded') return false;
  return result === 'paid' ? notInHand > 0 : money && NOTHING_UNPAID.includes(result) && unpaid > 0;
}

function unconcluded(state: Closure): readonly number[] {
  return Object.keys(state.orders).map(Number).filter((order) => state.orders[order]!.step !== 'concluded');
}

function orderOf(state: Closure, order: number): Order {
  const known = state.orders[order];
  if (!known) throw refuse('ORDER_UNKNOWN', { order });
  return known;
}
