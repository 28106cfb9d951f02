import fc from 'fast-check';
import type { Law, Past, Verdict } from '#libs/decider/model.js';
import { someFen, someOrder, someOwed, someText } from '../any-order.js';
import { at, day, obeys, someDay } from '../random-commands.js';
import type { InspectionCommand } from './inspection.decider.js';
import { inspection } from './inspection.decider.js';

type Before = Past<InspectionCommand>;
type Type = InspectionCommand['type'];

const dayOf = (on: string): string => on.slice(0, 10);
const received = (past: Before): boolean => past.has('ReceiveComplaint');
/** By the body that has it now: a complaint that moved is accepted or refused there (b.1 rule 10). */
const accepted = (past: Before): boolean => past.after('ReceiveComplaint').has('AcceptComplaint', 'FileInspection');
const refused = (past: Before): boolean => past.after('ReceiveComplaint').last('AcceptComplaint', 'FileInspection', 'RefuseComplaint')?.type === 'RefuseComplaint';
const filed = (past: Before): boolean => past.has('FileInspection') && !past.has('WithdrawFiling');
const completed = (past: Before): boolean => past.has('CompleteInvestigation');
const investigating = (past: Before): boolean => filed(past) && !completed(past);
const suspended = (past: Before): boolean => past.last('SuspendInvestigation', 'ResumeInvestigation')?.type === 'SuspendInvestigation';
const decided = (past: Before): boolean => past.has('DecideHandling', 'DecidePenalty');
/** The debtor's last day has passed; undefined where nobody ordered payment. */
const ranOut = (on: string, past: Before): boolean => {
  const order = past.last('OrderPayment');
  return order !== undefined && order.dueOn < dayOf(on);
};
/** Where the way to the police stands: TRF 5 to 9. */
const crime = (past: Before): Type | 'policeFiled' | undefined => {
  const last = past.last('ReportCrime', 'ApproveTransfer', 'DeclineTransfer', 'TransferToPolice', 'RecordPoliceFiling', 'RecordPoliceRefusal', 'RequestReconsideration', 'RecordReconsideration');
  return last?.type === 'RecordReconsideration' && last.filed ? 'policeFiled' : last?.type === 'RecordPoliceFiling' ? 'policeFiled' : last?.type;
};
const follows = (before: Type, event: string) => (_: unknown, past: Before): Verdict => (crime(past) === before ? [event] : false);
const sanction = (past: Before): Type | undefined => past.last('NotifySanctionListing', 'ObjectToSanctionListing', 'ListForSanctions', 'DeclineSanctionListing', 'RemoveFromSanctionList')?.type;
const listing = (past: Before): boolean => sanction(past) === 'NotifySanctionListing' || sanction(past) === 'ObjectToSanctionListing';
const deposit = (past: Before): Type | undefined => past.last('CallDeposit', 'RecordDepositUsed', 'RecordDepositRefilled')?.type;
const named = (owed: readonly { readonly worker: number }[]): number => new Set(owed.map(({ worker }) => worker)).size;
const laterBy = (months: number, from: string): string => {
  const date = new Date(`${from}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
};

/** LSR 16 to 18, 20, 26; LSR-IR 18: from the complaint to the end of the investigation. */
const investigation = {
  ReceiveComplaint: (_, past) => (received(past) ? undefined : ['ComplaintReceived']),
  RequestSupplements: (_, past) => (received(past) && !accepted(past) && !refused(past) ? (past.after('ReceiveComplaint').has('RequestSupplements') ? false : ['SupplementsRequested']) : false),
  ReceiveSupplements: (_, past) => !accepted(past) && !refused(past) && past.last('ReceiveComplaint', 'RequestSupplements', 'ReceiveSupplements')?.type === 'RequestSupplements',
  AcceptComplaint: (_, past) => (!received(past) || accepted(past) ? false : refused(past) ? undefined : ['ComplaintAccepted']),
  RefuseComplaint: (_, past) => (!received(past) || refused(past) || accepted(past) ? false : ['ComplaintRefused']),
  FileInspection: ({ inspectors }, past) => {
    if (!received(past) || refused(past) || past.has('FileInspection') || new Set(inspectors).size < 2) return false; // LSR 16: two or more.
    return accepted(past) ? ['InspectionFiled'] : ['ComplaintAccepted', 'InspectionFiled']; // Accepted and filed on one day.
  },
  ExtendInvestigation: ({ days }, past) => (investigating(past) && days <= 30 && !past.has('ExtendInvestigation') ? ['InvestigationExtended'] : false), // Once, by 30 at most.
  SuspendInvestigation: (_, past) => investigating(past) && !suspended(past),
  ResumeInvestigation: (_, past) => investigating(past) && suspended(past),
  CompleteInvestigation: (_, past) => investigating(past) && !suspended(past),
  OrderPayment: ({ at: on, owed, dueOn }, past) => {
    if (!accepted(past) || past.has('WithdrawFiling') || dueOn < dayOf(on)) return false;
    const last = past.last('OrderPayment');
    return named(owed) < owed.length ? undefined : !(last?.dueOn === dueOn && JSON.stringify(last.owed) === JSON.stringify(owed));
  },
  ExpirePayOrder: ({ at: on }, past) => (ranOut(on, past) && !past.after('OrderPayment').has('ExpirePayOrder') ? ['PayOrderExpired'] : false),
  DecideHandling: ({ at: on, amount, additionalCompensation: more }, past) => {
    if (!completed(past) || past.has('DecideHandling', 'WithdrawFiling')) return false;
    return more === 0 || (ranOut(on, past) && more * 2 >= amount && more <= amount) ? ['HandlingDecided'] : false; // 50 to 100 per cent, after the order.
  },
  DecidePenalty: (_, past) => (completed(past) && !past.has('DecidePenalty', 'WithdrawFiling') ? ['PenaltyDecided'] : false),
  WithdrawFiling: (_, past) => (filed(past) && !decided(past) ? ['FilingWithdrawn'] : false),
  ApplyForCourtEnforcement: ({ at: on }, past) => (past.has('DecideHandling') || ranOut(on, past)) && !past.has('ApplyForCourtEnforcement'), // WPR 42
  AnnounceDecision: ({ decision }, past) => {
    const events = past.done.filter((each) => (each.type === 'AnnounceDecision' || each.type === 'ServeDecision') && each.decision === decision);
    return past.has(decision === 'handling' ? 'DecideHandling' : 'DecidePenalty') && events.length === 0;
  },
  ServeDecision: ({ decision }, past) => past.has(decision === 'handling' ? 'DecideHandling' : 'DecidePenalty') && !past.all('ServeDecision').some((each) => each.decision === decision),
} satisfies Partial<Law<InspectionCommand>>;

/** CRIM, CRIM-I 3, 4; TRF 5 to 9; BL 6, 8; WPR 27, 32: what follows an order to pay that was not obeyed. */
const sequel = {
  ReportCrime: ({ at: on }, past) => {
    if (!ranOut(on, past)) return false;
    const stands = crime(past);
    return stands === undefined ? ['CrimeReported'] : ['DeclineTransfer', 'RecordPoliceRefusal', 'RecordReconsideration'].includes(stands) ? undefined : false;
  },
  ApproveTransfer: follows('ReportCrime', 'TransferApproved'),
  DeclineTransfer: follows('ReportCrime', 'TransferDeclined'),
  TransferToPolice: follows('ApproveTransfer', 'TransferredToPolice'),
  ForwardByPolice: ({ to }, past) => (crime(past) === 'TransferToPolice' ? (past.has('ForwardByPolice') && past.last('ForwardByPolice')?.to === to ? undefined : ['PoliceForwarded']) : false),
  RecordPoliceFiling: follows('TransferToPolice', 'PoliceFiled'),
  RecordPoliceRefusal: follows('TransferToPolice', 'PoliceRefused'),
  RequestReconsideration: follows('RecordPoliceRefusal', 'ReconsiderationRequested'),
  RecordReconsideration: ({ filed: files }, past) => (crime(past) === 'RequestReconsideration' ? [files ? 'PoliceFiled' : 'ReconsiderationRefused'] : false),
  NotifySanctionListing: ({ at: on }, past) => (ranOut(on, past) && (sanction(past) === undefined || sanction(past) === 'DeclineSanctionListing' || sanction(past) === 'RemoveFromSanctionList') ? ['SanctionListingNotified'] : false),
  ObjectToSanctionListing: (_, past) => sanction(past) === 'NotifySanctionListing',
  ExtendSanctionListing: (_, past) => listing(past) && !past.after('NotifySanctionListing').has('ExtendSanctionListing'),
  ListForSanctions: (_, past) => listing(past),
  DeclineSanctionListing: (_, past) => listing(past),
  RemoveFromSanctionList: ({ at: on, ground, correctedOn, promised }, past) => {
    if (sanction(past) !== 'ListForSanctions') return false;
    if (ground === 'revoked') return true;
    if (ground === 'termEnded') return dayOf(on) >= laterBy(36, dayOf(past.last('ListForSanctions')!.at)); // BL-TERM: three years.
    return promised === true && correctedOn !== undefined && laterBy(6, correctedOn) <= dayOf(on);
  },
  FindMajorViolation: (_, past) => (past.has('FindMajorViolation') ? false : decided(past) ? true : undefined),
  PublishViolation: (_, past) => past.has('FindMajorViolation') && !past.has('PublishViolation'),
  CallDeposit: (_, past) => (past.has('OrderPayment') && (deposit(past) === undefined || deposit(past) === 'RecordDepositRefilled') ? true : deposit(past) === undefined ? undefined : false),
  RecordDepositUsed: (_, past) => deposit(past) === 'CallDeposit',
  RecordDepositRefilled: (_, past) => deposit(past) === 'RecordDepositUsed',
  AnnounceAccountClosure: (_, past) => (past.has('AnnounceAccountClosure') ? false : received(past) || undefined),
  CloseWageAccount: ({ at: on }, past) => { // WPR 27: thirty days' public notice first.
    const notice = past.last('AnnounceAccountClosure');
    return notice !== undefined && !past.has('CloseWageAccount') && Date.parse(dayOf(on)) - Date.parse(dayOf(notice.at)) > 30 * 86_400_000;
  },
} satisfies Partial<Law<InspectionCommand>>;

const demand = (past: Before): Type | undefined => past.last('DemandRecords', 'ReceiveRecords', 'MakeAdverseFinding')?.type;
const rectification = (past: Before): Type | undefined => past.last('OrderRectification', 'ExpireRectification', 'RecordRectified')?.type;
const inHand = (past: Before): boolean => accepted(past) && !past.has('WithdrawFiling');
/** LSR 18: told to correct by a day; WPR 50: told to produce records by a day. The last day is the employer's. */
const demands = {
  OrderRectification: ({ at: on, dueOn }, past) => (inHand(past) && dueOn >= dayOf(on) && rectification(past) !== 'OrderRectification' ? ['RectificationOrdered'] : false),
  ExpireRectification: ({ at: on }, past) => (rectification(past) === 'OrderRectification' && past.last('OrderRectification')!.dueOn < dayOf(on) ? ['RectificationExpired'] : false),
  RecordRectified: (_, past) => ['OrderRectification', 'ExpireRectification'].includes(rectification(past) ?? ''),
  DemandRecords: ({ at: on, dueOn }, past) => (inHand(past) && dueOn >= dayOf(on) && demand(past) !== 'DemandRecords' ? ['RecordsDemanded'] : false),
  ReceiveRecords: (_, past) => demand(past) === 'DemandRecords',
  MakeAdverseFinding: ({ at: on }, past) => (demand(past) === 'DemandRecords' && past.last('DemandRecords')!.dueOn < dayOf(on) ? ['AdverseFindingMade'] : false),
} satisfies Partial<Law<InspectionCommand>>;

describe('Inspection against the law', () => {
  const by = 'officer:a';
  const owed = [{ worker: 1, amount: 100_000 }];
  const bare = (n: number, type: 'CompleteInvestigation' | 'ReportCrime' | 'TransferToPolice' | 'RequestReconsideration' | 'NotifySanctionListing' | 'ListForSanctions' | 'PublishViolation' | 'RecordDepositUsed' | 'RecordDepositRefilled' | 'AnnounceAccountClosure' | 'CloseWageAccount'): InspectionCommand => ({ type, at: at(n), by });
  const start: readonly InspectionCommand[] = [
    { type: 'ReceiveComplaint', at: at(0), by, division: 'a', order: 0 }, { type: 'FileInspection', at: at(3), by, inspectors: ['a', 'b'] },
    { type: 'OrderPayment', at: at(5), by, owed, dueOn: day(15), service: 'posted' },
  ];
  const punished: readonly InspectionCommand[] = [
    ...start, bare(20, 'CompleteInvestigation'), { type: 'DecideHandling', at: at(22), by, amount: 200_000, additionalCompensation: 100_000 }, { type: 'ServeDecision', at: at(24), by, decision: 'handling' },
    { type: 'FindMajorViolation', at: at(30), by, publishing: 'local' }, bare(40, 'PublishViolation'), bare(41, 'NotifySanctionListing'), bare(50, 'ListForSanctions'), { type: 'RemoveFromSanctionList', at: at(60), by, ground: 'revoked' },
  ];
  const reported: readonly InspectionCommand[] = [
    ...start, bare(17, 'ReportCrime'), { type: 'ApproveTransfer', at: at(18), by, approvedBy: 'head' }, bare(19, 'TransferToPolice'), { type: 'RecordPoliceRefusal', at: at(22), by, reason: 'a' },
    bare(23, 'RequestReconsideration'), { type: 'RecordReconsideration', at: at(26), by, filed: false, reason: 'a' }, { type: 'CallDeposit', at: at(30), by, amount: 1 }, bare(35, 'RecordDepositUsed'), bare(40, 'RecordDepositRefilled'),
    bare(50, 'AnnounceAccountClosure'), bare(90, 'CloseWageAccount'),
  ];
  const told: readonly InspectionCommand[] = [
    ...start, { type: 'OrderRectification', at: at(6), by, matters: ['a'], dueOn: day(10) }, { type: 'DemandRecords', at: at(6), by, records: ['roster'], dueOn: day(8) }, { type: 'MakeAdverseFinding', at: at(9), by },
    { type: 'ExpireRectification', at: at(11), by }, { type: 'RecordRectified', at: at(12), by, proof: 'a' }, { type: 'DemandRecords', at: at(12), by, records: ['roster'], dueOn: day(18) }, { type: 'ReceiveRecords', at: at(13), by },
  ];
  const nothing = fc.constant({});
  const reason = fc.record({ reason: someText });
  const decision = fc.record({ decision: fc.constantFrom('handling' as const, 'penalty' as const) });

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(inspection, { ...investigation, ...sequel, ...demands } as Law<InspectionCommand>, {
    ReceiveComplaint: fc.record({ division: someText, order: fc.option(someOrder) }), RequestSupplements: fc.constantFrom({ gaps: ['a'] }, { gaps: ['a', 'b'] }), ReceiveSupplements: nothing, AcceptComplaint: nothing,
    RefuseComplaint: fc.record({ ground: someText, otherRoutes: fc.constant(['a']) }), FileInspection: fc.record({ inspectors: fc.constantFrom(['a'], ['a', 'a'], ['a', 'b']) }),
    ExtendInvestigation: fc.record({ days: fc.constantFrom(30, 31), approvedBy: someText }), SuspendInvestigation: reason, ResumeInvestigation: nothing, CompleteInvestigation: nothing,
    OrderPayment: fc.record({ owed: someOwed.filter((some) => some.length > 0), dueOn: someDay, service: fc.constant('posted' as const) }), ExpirePayOrder: nothing,
    DecideHandling: fc.record({ amount: someFen, additionalCompensation: someFen }), DecidePenalty: fc.record({ fine: someFen }), WithdrawFiling: reason, ApplyForCourtEnforcement: nothing,
    ReportCrime: nothing, ApproveTransfer: fc.record({ approvedBy: someText }), DeclineTransfer: reason, TransferToPolice: nothing, ForwardByPolice: fc.record({ to: someText }), RecordPoliceFiling: nothing, RecordPoliceRefusal: reason,
    RequestReconsideration: nothing, RecordReconsideration: fc.record({ filed: fc.boolean(), reason: someText }), NotifySanctionListing: nothing, ObjectToSanctionListing: fc.record({ ground: someText }),
    ExtendSanctionListing: fc.record({ days: fc.constantFrom(5, 20), approvedBy: someText }), ListForSanctions: nothing, DeclineSanctionListing: reason,
    RemoveFromSanctionList: fc.record({ ground: fc.constantFrom('termEnded' as const, 'early' as const, 'revoked' as const), correctedOn: fc.oneof(someDay, fc.constant('2025-10-01')), promised: fc.boolean() }),
    FindMajorViolation: fc.record({ publishing: fc.constantFrom('local' as const, 'provincial' as const) }), PublishViolation: nothing, CallDeposit: fc.record({ amount: someFen }), RecordDepositUsed: nothing, RecordDepositRefilled: nothing,
    AnnounceAccountClosure: nothing, CloseWageAccount: nothing, AnnounceDecision: decision, ServeDecision: decision,
    OrderRectification: fc.record({ matters: fc.constant(['a']), dueOn: someDay }), ExpireRectification: nothing, RecordRectified: fc.record({ proof: someText }),
    DemandRecords: fc.record({ records: fc.constant(['roster' as const]), dueOn: someDay }), ReceiveRecords: nothing, MakeAdverseFinding: nothing,
  }, [punished, reported, told, start], ['NOTHING_DECIDED', 'DECISION_ALREADY_SERVED', 'PAY_ORDER_NOT_GIVEN']));
});
