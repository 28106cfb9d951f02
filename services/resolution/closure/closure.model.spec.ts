import fc from 'fast-check';
import type { Law } from '#libs/decider/model.js';
import { Past } from '#libs/decider/model.js';
import { someFen, someOrder, someText } from '../any-order.js';
import { at, day, obeys, someDay } from '../random-commands.js';
import type { ClosureCommand } from './closure.decider.js';
import { closure } from './closure.decider.js';

type Before = Past<ClosureCommand>;
type Unpaid = Pick<Extract<ClosureCommand, { readonly type: 'ReopenUnpaid' }>, 'unpaid' | 'notInHand'>;
const UNREACHED = 3; // P: calls without answer after which a supervisor may close

/** What the answers at the return visit come to: closed, sent back, or nothing. */
const answered = (each: ClosureCommand): 'closed' | 'reopened' | undefined =>
  each.type !== 'RecordCallback' ? undefined : each.solved === false || unsolved(each).length > 0 || each.satisfied === 'dissatisfied' ? 'reopened' : each.solved ? 'closed' : undefined;
const unsolved = ({ answers = [] }: { readonly answers?: readonly { readonly order: number; readonly solved: boolean }[] | undefined }): readonly number[] => answers.filter(({ solved }) => !solved).map(({ order }) => order);
const subject = (by: string): string => by.split(':')[1]!;

/** The orders that somebody must still do something about, and with which result the others were concluded. */
function ordersOf(past: Before): { readonly open: ReadonlySet<number>; readonly results: ReadonlyMap<number, string> } {
  const open = new Set<number>();
  const known = new Set<number>();
  const advised = new Set<number>();
  const aboutMoney = new Set<number>();
  const results = new Map<number, string>();
  const concluded = (orders: Iterable<number>, result: string): void => [...orders].filter((order) => !results.has(order)).forEach((order) => { open.delete(order), advised.delete(order), results.set(order, result); });
  const back = (orders: Iterable<number>): void => [...orders].forEach((order) => { open.add(order), advised.delete(order), results.delete(order); });
  for (const each of past.done) {
    if (each.type === 'OpenCase') for (const order of each.orders) if (!known.has(order) || advised.has(order)) known.add(order), open.add(order), advised.delete(order);
    if (each.type === 'OpenCase') each.orders.filter((order) => each.money.includes(order)).forEach((order) => aboutMoney.add(order));
    if (each.type === 'ConcludePaid') concluded(aboutMoney.size > 0 ? aboutMoney : [...open, ...advised], 'paid');
    if (each.type === 'AdviseLegalRoute') each.orders.filter((order) => open.delete(order)).forEach((order) => advised.add(order));
    if (each.type === 'ConcludeOrder') concluded([each.order], each.result);
    if (each.type === 'AnswerOnLine') concluded([each.order], 'answered');
    if (each.type === 'ConcludeCase') concluded([...open, ...advised], each.result);
    if (each.type === 'ReopenUnpaid') back([...results].filter(([order, result]) => contradicted(result, aboutMoney.has(order), each)).map(([order]) => order));
    if (each.type === 'ReopenCase') back(known);
    if (answered(each) === 'reopened' && each.type === 'RecordCallback') back(unsolved(each).length > 0 ? unsolved(each) : known);
  }
  return { open, results };
}
/** Paid is who has it in hand; solved is what nobody owes any more. */
const contradicted = (result: string, aboutMoney: boolean, { unpaid = 0, notInHand = 0 }: Unpaid): boolean => (result === 'paid' ? notInHand > 0 : result === 'solved' && aboutMoney && unpaid > 0);
const openOrders = (past: Before): readonly number[] => [...ordersOf(past).open];
/** Orders that were concluded as what the money contradicts. */
const thoughtPaid = (past: Before, said: Unpaid): readonly number[] => [...ordersOf(past).results].filter(([order, result]) => contradicted(result, money(order, past), said)).map(([order]) => order);
/** What was done since an order last went back to its handler. */
function sinceBack(order: number, past: Before): Before {
  const isBack = (each: ClosureCommand, n: number): boolean => each.type === 'ReopenCase' || (each.type === 'RecordCallback' && answered(each) === 'reopened' && (unsolved(each).length === 0 || unsolved(each).includes(order)))
    || (each.type === 'ReopenUnpaid' && thoughtPaid(new Past(past.done.slice(0, n)), each).includes(order));
  return new Past(past.done.slice(past.done.map(isBack).lastIndexOf(true) + 1));
}
const told = (past: Before): readonly number[] => [...new Set(past.all('OpenCase').flatMap(({ orders }) => orders))];
const money = (order: number, past: Before): boolean => past.all('OpenCase').some((each) => each.money.includes(order) && each.orders.includes(order));
const enquiry = (order: number, past: Before): boolean => past.all('OpenCase').some((each) => each.enquiries.includes(order) && each.orders.includes(order));
const archived = (past: Before): boolean => past.has('ArchiveCase');

/** CLOSED: by a yes at the return visit or by a supervisor, and not sent back since. */
function closed(past: Before): boolean {
  const last = past.done.filter((each) => each.type === 'CloseCase' || each.type === 'ReopenCase' || each.type === 'ReopenUnpaid' || answered(each) !== undefined).at(-1);
  return last !== undefined && (last.type === 'CloseCase' || answered(last) === 'closed');
}
const opened = (past: Before): boolean => past.has('OpenCase');
const atWork = (past: Before): boolean => opened(past) && !closed(past) && openOrders(past).length > 0;
/** All concluded; or advised, which is "ADVISED_CLOSED": both await the return visit. */
const awaits = (past: Before): boolean => opened(past) && !closed(past) && openOrders(past).length === 0;
const unreached = (past: Before): number => past.after('ConcludeOrder', 'ConcludeCase', 'AnswerOnLine', 'ConcludePaid', 'ReopenCase', 'ReopenUnpaid').all('RecordCallbackUnreached').length;
const visited = (on: string, past: Before): boolean => [...past.all('RecordCallback'), ...past.all('RecordCallbackUnreached')].some((each) => each.at === on);
const advisedOnly = (past: Before): boolean => past.has('AdviseLegalRoute');
const workOn = (order: number, past: Before): boolean | undefined => (!atWork(past) ? (advisedOnly(past) && awaits(past) ? undefined : false) : told(past).includes(order) ? undefined : false);

/** The life cycle from CONTACTED to ARCHIVED; BJ-REG 14, 23; JN 27; WPR 3 and the notice of 2020. Silence never closes a case. */
const law: Law<ClosureCommand> = {
  OpenCase: ({ orders }, past) => (closed(past) || archived(past) ? false : orders.some((order) => !told(past).includes(order)) ? ['CaseOpened'] : undefined),
  AdviseLegalRoute: ({ orders }, past) => (atWork(past) && orders.some((order) => openOrders(past).includes(order)) ? ['LegalRouteAdvised'] : false),
  ContactRequester: ({ order, at: on }, past) => {
    const since = sinceBack(order, past).all('ContactRequester').filter((each) => each.order === order);
    return workOn(order, past) === undefined && openOrders(past).includes(order) && !since.some((each) => each.reached || each.at === on) ? ['RequesterContacted'] : workOn(order, past);
  },
  GiveReply: ({ order }, past) => workOn(order, past),
  TellLongerLimit: ({ order, until, at: on }, past) => (until <= on.slice(0, 10) ? false : workOn(order, past)),
  PassEnquiryOn: ({ order }, past) => (enquiry(order, past) ? workOn(order, past) : false),
  AnswerOnLine: ({ order }, past) => (enquiry(order, past) ? workOn(order, past) : false),
  ConcludeOrder: ({ order, result, unpaid = 0, lacking = [] }, past) => {
    if (result === 'transferred') return false; // Transfer to another body is not resolution.
    if (lacking.length > 0) return false; // A result rests on what was recorded.
    if (money(order, past) && unpaid > 0 && (result === 'paid' || result === 'solved')) return false; // Arrears not solved are not written off.
    if (!atWork(past)) return workOn(order, past);
    if (!openOrders(past).includes(order)) return workOn(order, past);
    return openOrders(past).length === 1 ? ['OrderConcluded', 'CaseResolved'] : ['OrderConcluded']; // The parent closes when all close.
  },
  ConcludePaid: (_, past) => { // PAID leads to RESOLVED; what was not about money was not paid for.
    if (advisedOnly(past)) return undefined;
    const paid = openOrders(past).filter((order) => money(order, past));
    if (!atWork(past) || (told(past).some((order) => money(order, past)) && paid.length === 0)) return false;
    return paid.length === 1 ? (openOrders(past).length === 1 ? ['OrderConcluded', 'CaseResolved'] : ['OrderConcluded']) : undefined;
  },
  ConcludeCase: (_, past) => (atWork(past) ? undefined : advisedOnly(past) && awaits(past) ? undefined : false),
  RecordCallback: (command, past) => {
    if (!awaits(past) || command.handledBy?.includes(subject(command.by))) return false; // Asked by somebody else than the handler.
    if ((command.answers ?? []).some(({ order }) => !told(past).includes(order))) return false;
    if (visited(command.at, past)) return false;
    const next = { closed: 'CaseClosed', reopened: 'CaseReopened', none: undefined }[answered(command) ?? 'none'];
    return next ? ['CallbackMade', next] : ['CallbackMade'];
  },
  RecordCallbackUnreached: ({ at: on, by, handledBy }, past) => (awaits(past) && !handledBy?.includes(subject(by)) && !visited(on, past) ? ['CallbackUnreached'] : false), // Each try once, whatever was told between.
  CloseCase: ({ by, reason }, past) => {
    if (!awaits(past)) return false;
    if (advisedOnly(past)) return undefined;
    return unreached(past) >= UNREACHED && by.startsWith('supervisor:') && Boolean(reason) ? ['CaseClosed'] : false;
  },
  ReopenCase: ({ at: on, by, until }, past) => {
    if (archived(past) || !(closed(past) || awaits(past))) return false;
    const inTime = !closed(past) || until === undefined || on.slice(0, 10) <= until;
    if (!inTime && by.startsWith('officer:')) return false; // Neither a supplement nor a call has moved the end of the window.
    return !advisedOnly(past) && inTime ? ['CaseReopened'] : undefined;
  },
  ReopenUnpaid: (command, past) => { // Arrears not solved are not written off, whatever else of the case is still open.
    if (archived(past)) return false;
    if (advisedOnly(past)) return undefined;
    return thoughtPaid(past, command).length > 0 ? ['CaseReopened'] : false;
  },
  CarryForward: ({ reviewOn, at: on }, past) => {
    if (reviewOn <= on.slice(0, 10) || !opened(past)) return false;
    return atWork(past) ? (past.done.at(-1)?.type === 'CarryForward' ? undefined : ['CaseCarriedForward']) : advisedOnly(past) && awaits(past) ? undefined : false;
  },
  ResumeCase: (_, past) => (past.has('CarryForward') && !closed(past) ? undefined : false),
  ArchiveCase: ({ retainUntil, keepUntil, at: on }, past) => {
    const until = retainUntil ?? keepUntil;
    return closed(past) && !archived(past) && until !== undefined && until > on.slice(0, 10) && until >= (keepUntil ?? until) ? ['CaseArchived'] : false;
  },
};

describe('Closure against the law', () => {
  const by = 'supervisor:b';
  const open: ClosureCommand = { type: 'OpenCase', at: at(0), by, orders: [0, 1], money: [0], enquiries: [1] };
  const conclude = (n: number, order: number, result: string): ClosureCommand => ({ type: 'ConcludeOrder', at: at(n), by, order, result, unpaid: 0 });
  const unanswered = (n: number): ClosureCommand => ({ type: 'RecordCallbackUnreached', at: at(n), by });
  const work: readonly ClosureCommand[] = [open, { type: 'ContactRequester', at: at(1), by, order: 0, reached: true }, conclude(20, 0, 'paid'), conclude(21, 1, 'solved')];
  const silent: readonly ClosureCommand[] = [...work, unanswered(30), unanswered(31), unanswered(32), { type: 'CloseCase', at: at(33), by, reason: 'a' }, { type: 'ArchiveCase', at: at(60), by, retainUntil: day(149) }];
  const satisfied: readonly ClosureCommand[] = [...work, { type: 'RecordCallback', at: at(30), by, solved: true, satisfied: 'satisfied' }, { type: 'ReopenCase', at: at(40), by, reason: 'a' }];
  const carried: readonly ClosureCommand[] = [open, { type: 'CarryForward', at: at(3), by, reason: 'a', reviewOn: day(60) }, { type: 'ResumeCase', at: at(60), by, reason: 'a' }, conclude(70, 0, 'paid'), conclude(71, 1, 'solved')];
  const handledBy = fc.option(fc.constantFrom(['a'], ['b', 'x']), { nil: undefined });
  const orders = fc.uniqueArray(someOrder, { minLength: 1 });
  const oneOrder = fc.record({ order: someOrder });
  const grade = fc.option(fc.constantFrom('satisfied' as const, 'basicallySatisfied' as const, 'dissatisfied' as const), { nil: undefined });

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(closure, law, {
    OpenCase: fc.record({ orders, money: orders, enquiries: orders }), AdviseLegalRoute: fc.record({ orders, route: fc.constant(['a']) }),
    ContactRequester: fc.record({ order: someOrder, reached: fc.boolean() }), TellLongerLimit: fc.record({ order: someOrder, until: someDay, ground: someText }),
    PassEnquiryOn: fc.record({ order: someOrder, section: someText }), GiveReply: oneOrder, AnswerOnLine: oneOrder,
    ConcludeOrder: fc.record({ order: someOrder, result: fc.constantFrom('paid', 'solved', 'refused', 'transferred'), unpaid: someFen, lacking: fc.constantFrom(undefined, [], [['replyGiven']]) }), ConcludePaid: fc.constant({}),
    ConcludeCase: fc.record({ result: someText }), RecordCallback: fc.record({ solved: fc.option(fc.boolean(), { nil: undefined }), satisfied: grade, answers: fc.option(fc.array(fc.record({ order: someOrder, solved: fc.boolean() }), { maxLength: 2 }), { nil: undefined }), handledBy }),
    RecordCallbackUnreached: fc.record({ handledBy }), CloseCase: fc.record({ reason: fc.option(someText, { nil: undefined }) }), ReopenCase: fc.record({ reason: someText, until: fc.option(someDay, { nil: undefined }) }),
    ReopenUnpaid: fc.record({ reason: someText, unpaid: someFen, notInHand: someFen }),
    CarryForward: fc.record({ reason: someText, reviewOn: someDay }), ResumeCase: fc.record({ reason: someText }), ArchiveCase: fc.record({ retainUntil: fc.option(someDay, { nil: undefined }), keepUntil: fc.option(someDay, { nil: undefined }) }),
  }, [silent, satisfied, carried], ['ORDER_CONCLUDED_OTHERWISE', 'WAGES_UNPAID', 'REOPENING_WINDOW_PASSED']));
});
