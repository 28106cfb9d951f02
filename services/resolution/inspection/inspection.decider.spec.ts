import type { InspectionEvent } from '#libs/contracts/resolution.events.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import { inspection } from './inspection.decider.js';

const given = specify(inspection);
const by = 'inspector:1';
const on = (day: number, time = '09:00'): string => `2026-04-${String(day).padStart(2, '0')}T${time}:00+08:00`;
const owed = [{ worker: 1, amount: 3_000_000 }];

const received: InspectionEvent = { type: 'ComplaintReceived', at: on(7), division: '439901', order: 0 };
const accepted: InspectionEvent = { type: 'ComplaintAccepted', at: on(8), by };
const refused: InspectionEvent = { type: 'ComplaintRefused', at: on(8), order: 0, ground: 'LSR 20', otherRoutes: ['arbOffice'], by };
const filed: InspectionEvent = { type: 'InspectionFiled', at: on(8), inspectors: ['i1', 'i2'], by };
const extended: InspectionEvent = { type: 'InvestigationExtended', at: on(9), days: 30, approvedBy: 'head' };
const suspended: InspectionEvent = { type: 'InvestigationSuspended', at: on(9), reason: 'absconded', by };
const resumed: InspectionEvent = { type: 'InvestigationResumed', at: on(12), by };
const completed: InspectionEvent = { type: 'InvestigationCompleted', at: on(15), by };
const ordered: InspectionEvent = { type: 'PayOrdered', at: on(10), owed, dueOn: '2026-04-17', service: 'posted', by };
const expired: InspectionEvent = { type: 'PayOrderExpired', at: on(18, '00:00'), dueOn: '2026-04-17' };
const handled: InspectionEvent = { type: 'HandlingDecided', at: on(20), amount: 3_000_000, additionalCompensation: 1_500_000, by };
const penalised: InspectionEvent = { type: 'PenaltyDecided', at: on(20), fine: 2_000_000, by };
const withdrawn: InspectionEvent = { type: 'FilingWithdrawn', at: on(16), order: 0, reason: 'corrected', by };
const reported: InspectionEvent = { type: 'CrimeReported', at: on(20), by };
const approved: InspectionEvent = { type: 'TransferApproved', at: on(22, '15:00'), approvedBy: 'head' };
const declined: InspectionEvent = { type: 'TransferDeclined', at: on(22), reason: 'no evidence', by };
const transferred: InspectionEvent = { type: 'TransferredToPolice', at: on(23), by };
const policeFiled: InspectionEvent = { type: 'PoliceFiled', at: on(24), by };
const policeRefused: InspectionEvent = { type: 'PoliceRefused', at: on(24), reason: 'paid', by };
const gapsAsked: InspectionEvent = { type: 'SupplementsRequested', at: on(8), gaps: ['contract'], by };
const gapsGiven: InspectionEvent = { type: 'SupplementsReceived', at: on(10), by };
const announced: InspectionEvent = { type: 'DecisionAnnounced', at: on(21), decision: 'handling', by };
const decisionServed: InspectionEvent = { type: 'DecisionServed', at: on(24), decision: 'handling', by };
const forwarded: InspectionEvent = { type: 'PoliceForwarded', at: on(24), to: 'district police', by };
const askedAgain: InspectionEvent = { type: 'ReconsiderationRequested', at: on(26), by };
const refusedAgain: InspectionEvent = { type: 'ReconsiderationRefused', at: on(28), reason: 'paid', by };
const listingNoticed: InspectionEvent = { type: 'SanctionListingNotified', at: on(20), orderDueOn: '2026-04-17', by };
const listingObjected: InspectionEvent = { type: 'SanctionListingObjected', at: on(22), ground: 'paid', by };
const listingExtended: InspectionEvent = { type: 'SanctionListingExtended', at: on(23), days: 20, approvedBy: 'head' };
const onList: InspectionEvent = { type: 'SanctionListed', at: on(25), by };
const listingDeclined: InspectionEvent = { type: 'SanctionListingDeclined', at: on(25), reason: 'paid', by };
const offList: InspectionEvent = { type: 'SanctionListRemoved', at: '2029-04-26T00:00:00+08:00', ground: 'termEnded', by: 'process:resolution' };
const violation: InspectionEvent = { type: 'MajorViolationFound', at: on(21), publishing: 'local', periodEnd: '2026-06-30', by };
const published: InspectionEvent = { type: 'ViolationPublished', at: '2026-07-10T09:00:00+08:00', by };
const depositCalled: InspectionEvent = { type: 'DepositCalled', at: on(20), amount: 3_000_000, by };
const depositUsed: InspectionEvent = { type: 'DepositUsed', at: on(24), by };
const depositFull: InspectionEvent = { type: 'DepositRefilled', at: on(30), by };
const closing: InspectionEvent = { type: 'AccountClosureAnnounced', at: on(1), by };
const accountClosed: InspectionEvent = { type: 'WageAccountClosed', at: '2026-05-02T09:00:00+08:00', by };
const enforced: InspectionEvent = { type: 'CourtEnforcementApplied', at: on(25), by };

const receive = { type: 'ReceiveComplaint', at: on(7), by: 'process:resolution', division: '439901', order: 0 } as const;
const accept = { type: 'AcceptComplaint', at: on(8), by } as const;
const refuseIt = { type: 'RefuseComplaint', at: on(8), by, ground: 'LSR 20', otherRoutes: ['arbOffice'] } as const;
const file = { type: 'FileInspection', at: on(8), by, inspectors: ['i1', 'i2'] } as const;
const extend = { type: 'ExtendInvestigation', at: on(9), by, days: 30, approvedBy: 'head' } as const;
const suspend = { type: 'SuspendInvestigation', at: on(9), by, reason: 'absconded' } as const;
const resume = { type: 'ResumeInvestigation', at: on(12), by } as const;
const complete = { type: 'CompleteInvestigation', at: on(15), by } as const;
const order = { type: 'OrderPayment', at: on(10), by, owed, dueOn: '2026-04-17', service: 'posted' } as const;
const expire = { type: 'ExpirePayOrder', at: on(18, '00:00'), by: 'process:resolution' } as const;
const handle = { type: 'DecideHandling', at: on(20), by, amount: 3_000_000, additionalCompensation: 1_500_000 } as const;
const penalise = { type: 'DecidePenalty', at: on(20), by, fine: 2_000_000 } as const;
const withdraw = { type: 'WithdrawFiling', at: on(16), by, reason: 'corrected' } as const;
const report = { type: 'ReportCrime', at: on(20), by } as const;
const approve = { type: 'ApproveTransfer', at: on(22, '15:00'), by, approvedBy: 'head' } as const;
const decline = { type: 'DeclineTransfer', at: on(22), by, reason: 'no evidence' } as const;
const transfer = { type: 'TransferToPolice', at: on(23), by } as const;
const recordFiling = { type: 'RecordPoliceFiling', at: on(24), by } as const;
const recordRefusal = { type: 'RecordPoliceRefusal', at: on(24), by, reason: 'paid' } as const;
const askGaps = { type: 'RequestSupplements', at: on(8), by, gaps: ['contract'] } as const;
const takeGaps = { type: 'ReceiveSupplements', at: on(10), by } as const;
const announce = { type: 'AnnounceDecision', at: on(21), by, decision: 'handling' } as const;
const serveIt = { type: 'ServeDecision', at: on(24), by, decision: 'handling' } as const;
const forward = { type: 'ForwardByPolice', at: on(24), by, to: 'district police' } as const;
const askAgain = { type: 'RequestReconsideration', at: on(26), by } as const;
const recordAgain = { type: 'RecordReconsideration', at: on(28), by, filed: false, reason: 'paid' } as const;
const noticeListing = { type: 'NotifySanctionListing', at: on(20), by } as const;
const objectListing = { type: 'ObjectToSanctionListing', at: on(22), by, ground: 'paid' } as const;
const extendListing = { type: 'ExtendSanctionListing', at: on(23), by, days: 20, approvedBy: 'head' } as const;
const listIt = { type: 'ListForSanctions', at: on(25), by } as const;
const declineListing = { type: 'DeclineSanctionListing', at: on(25), by, reason: 'paid' } as const;
const unlist = { type: 'RemoveFromSanctionList', at: '2029-04-26T00:00:00+08:00', by: 'process:resolution', ground: 'termEnded' } as const;
const findViolation = { type: 'FindMajorViolation', at: on(21), by, publishing: 'local' } as const;
const publish = { type: 'PublishViolation', at: '2026-07-10T09:00:00+08:00', by } as const;
const callDeposit = { type: 'CallDeposit', at: on(20), by, amount: 3_000_000 } as const;
const useDeposit = { type: 'RecordDepositUsed', at: on(24), by } as const;
const refill = { type: 'RecordDepositRefilled', at: on(30), by } as const;
const announceClosing = { type: 'AnnounceAccountClosure', at: on(1), by } as const;
const closeAccount = { type: 'CloseWageAccount', at: '2026-05-02T09:00:00+08:00', by } as const;
const enforce = { type: 'ApplyForCourtEnforcement', at: on(25), by } as const;

const toCorrect: InspectionEvent = { type: 'RectificationOrdered', at: on(9), matters: ['contracts'], dueOn: '2026-04-19', by };
const lateToCorrect: InspectionEvent = { type: 'RectificationExpired', at: on(20, '00:00'), dueOn: '2026-04-19' };
const correctedIt: InspectionEvent = { type: 'Rectified', at: on(15), proof: 'ZG-1', by };
const demanded: InspectionEvent = { type: 'RecordsDemanded', at: on(9), records: ['roster', 'wageLedger'], dueOn: '2026-04-14', by };
const produced: InspectionEvent = { type: 'RecordsProduced', at: on(14), by };
const adverse: InspectionEvent = { type: 'AdverseFindingMade', at: on(15), records: ['roster', 'wageLedger'], by };
const orderCorrection = { type: 'OrderRectification', at: on(9), by, matters: ['contracts'], dueOn: '2026-04-19' } as const;
const expireCorrection = { type: 'ExpireRectification', at: on(20, '00:00'), by: 'process:resolution' } as const;
const noteCorrection = { type: 'RecordRectified', at: on(15), by, proof: 'ZG-1' } as const;
const demandRecords = { type: 'DemandRecords', at: on(9), by, records: ['roster', 'wageLedger'], dueOn: '2026-04-14' } as const;
const takeRecords = { type: 'ReceiveRecords', at: on(14), by } as const;
const findAdverse = { type: 'MakeAdverseFinding', at: on(15), by } as const;

const open = [received, accepted, filed];
const closed = [...open, completed];
const decidedOn = [...closed, ordered, handled];
const toPolice = [...open, ordered, reported, approved, transferred];
const listing = [...open, ordered, listingNoticed];

describe('Labour inspection', () => {
  it('comes to another body that it was passed on to, refused or not by the one before', () => {
    const elsewhere = { ...receive, at: on(20), division: '439902' };
    const there = { ...received, at: on(20), division: '439902' };
    given(received).when(elsewhere).then(there);
    given(received, refused).when(elsewhere).then(there); // LSR-IR 18: its five working days run from its own receipt.
    given(received, refused, there).when({ ...accept, at: on(21) }).then({ ...accepted, at: on(21) });
    given(received, refused).when({ ...receive, at: on(20) }).thenNothing();
  });
  it('receives a complaint', () => given().when(receive).then(received));
  it('receives it anew where another body takes over', () => given(received).when({ ...receive, division: '439902' }).then({ ...received, division: '439902' }));
  it('keeps a filed case, whatever routing repeats', () => given(...open).when({ ...receive, division: '439902' }).thenNothing());
  it('accepts it', () => given(received).when(accept).then(accepted));
  it('accepts and files in one act, on one day', () => given(received).when(file).then({ ...accepted, at: on(8) }, filed));
  it('refuses in writing and names other routes', () => given(received).when(refuseIt).then(refused));
  it('corrects a refusal', () => given(received, refused).when({ ...accept, at: on(9) }).then({ ...accepted, at: on(9) }));
  it('orders payment by posting, before the case is filed', () => given(received, accepted).when(order).then(ordered));
  it('may have ordered before the complaint came', () => given(received, accepted).when({ ...order, at: on(1) }).then({ ...ordered, at: on(1) }));
  it('lets payment fall due on the day of service', () => given(...open).when({ ...order, dueOn: '2026-04-10' }).then({ ...ordered, dueOn: '2026-04-10' }));
  it('holds an order expired on the day after the last', () => given(...open, ordered).when(expire).then(expired));
  it('holds none expired on the last day', () => given(...open, ordered).when({ ...expire, at: on(17) }).thenNothing());
  it('holds none expired that was never given', () => given(...open).when(expire).thenNothing());
  it('reports a crime the day after the order ran out, though the clock has not rung', () => given(...open, ordered).when({ ...report, at: on(18) }).then({ ...reported, at: on(18) }));
  it('reports again after the police refused', () => given(...open, ordered, reported, approved, transferred, policeRefused).when({ ...report, at: on(28) }).then({ ...reported, at: on(28) }));
  it('adds half of the wages at least', () => given(...closed, ordered, expired).when(handle).then(handled));
  it('adds all of the wages at most', () => given(...closed, ordered).when({ ...handle, additionalCompensation: 3_000_000 }).then({ ...handled, additionalCompensation: 3_000_000 }));
  it('decides without compensation where no order ran out', () => given(...closed).when({ ...handle, additionalCompensation: 0 }).then({ ...handled, additionalCompensation: 0 }));
  it('asks the court to enforce an order that ran out', () => given(...open, ordered).when(enforce).then(enforced));

  it('does not ask again with another list', () => given(received, gapsAsked).when({ ...askGaps, gaps: ['contract', 'bank slips'] }).thenRefused('SUPPLEMENTS_ALREADY_REQUESTED'));
  it('asks once for supplements, and accepts when they are there', () => given(received, gapsAsked, gapsGiven).when({ ...accept, at: on(10) }).then({ ...accepted, at: on(10) }));
  it('serves a decision on a party that was there, without announcing it first', () => given(...decidedOn).when(serveIt).then(decisionServed));
  it('lets the competent police body begin its own three days', () => given(...toPolice).when(forward).then(forwarded));
  it('lets the police change their mind', () => given(...toPolice, policeRefused, askedAgain).when({ ...recordAgain, filed: true }).then({ ...policeFiled, at: on(28) }));
  it('reports anew after a reconsideration that failed', () => given(...toPolice, policeRefused, askedAgain, refusedAgain).when({ ...report, at: on(29) }).then({ ...reported, at: on(29) }));
  it('notifies of a listing on the day after the order ran out', () => given(...open, ordered).when({ ...noticeListing, at: on(18) }).then({ ...listingNoticed, at: on(18) }));
  it('lists in spite of an objection', () => given(...listing, listingObjected).when(listIt).then(onList));
  it('takes off the list after three years', () => given(...listing, onList).when(unlist).then(offList));
  it('keeps silent where the clock of the list rings after an early removal', () => given(...listing, onList, { ...offList, at: on(30), ground: 'early', by }).when(unlist).thenNothing());
  it('takes off early six months after the correction, on a written promise', () =>
    given(...listing, onList).when({ ...unlist, by, at: '2026-11-05T09:00:00+08:00', ground: 'early', correctedOn: '2026-05-05', promised: true }).then({ ...offList, by, at: '2026-11-05T09:00:00+08:00', ground: 'early' }));
  it('lists the same employer again', () => given(...listing, listingDeclined).when({ ...noticeListing, at: on(27) }).then({ ...listingNoticed, at: on(27) }));
  it.each([['local', on(21), '2026-06-30'], ['local', '2026-12-31T09:00:00+08:00', '2026-12-31'], ['provincial', on(21), '2026-06-30'], ['provincial', '2026-07-01T09:00:00+08:00', '2026-12-31']] as const)(
    'publishes %s with the period of %s', (publishing, at, periodEnd) => given(...decidedOn).when({ ...findViolation, at, publishing }).then({ ...violation, at, publishing, periodEnd }));
  it('calls a deposit that was refilled again', () => given(...open, ordered, depositCalled, depositUsed, depositFull).when({ ...callDeposit, at: '2026-05-20T09:00:00+08:00' }).then({ ...depositCalled, at: '2026-05-20T09:00:00+08:00' }));

  it('keeps that the inspectors declared no interest', () => given(received, accepted).when({ ...file, noInterest: true }).then({ ...filed, noInterest: true } as InspectionEvent));
  it('orders a correction before the case is filed, and again when the first ran out or was obeyed', () => {
    given(received, accepted).when(orderCorrection).then(toCorrect);
    given(...open, toCorrect, lateToCorrect).when({ ...orderCorrection, at: on(21), dueOn: '2026-04-30' }).then({ ...toCorrect, at: on(21), dueOn: '2026-04-30' });
    given(...open, toCorrect, correctedIt).when({ ...orderCorrection, at: on(21), dueOn: '2026-04-30' }).then({ ...toCorrect, at: on(21), dueOn: '2026-04-30' });
  });
  it('holds an order to correct expired on the day after its last, and takes the correction all the same', () => {
    given(...open, toCorrect).when({ ...expireCorrection, at: on(19, '23:59') }).thenNothing();
    given(...open, toCorrect, correctedIt).when(expireCorrection).thenNothing();
    given(...open, toCorrect, lateToCorrect).when({ ...noteCorrection, at: on(22) }).then({ ...correctedIt, at: on(22) });
  });
  it('holds records against the employer from the day after their last (WPR 50)', () => {
    given(...open, demanded).when(findAdverse).then(adverse);
    given(...open, demanded, produced).when({ ...demandRecords, at: on(16), records: ['attendance'], dueOn: '2026-04-20' }).then({ ...demanded, at: on(16), records: ['attendance'], dueOn: '2026-04-20' });
  });

  takesEffectOnce(inspection, {
    OrderRectification: [open, orderCorrection], ExpireRectification: [[...open, toCorrect], expireCorrection], RecordRectified: [[...open, toCorrect], noteCorrection],
    DemandRecords: [open, demandRecords], ReceiveRecords: [[...open, demanded], takeRecords], MakeAdverseFinding: [[...open, demanded], findAdverse],
    RequestSupplements: [[received], askGaps], ReceiveSupplements: [[received, gapsAsked], takeGaps], AnnounceDecision: [decidedOn, announce], ServeDecision: [[...decidedOn, announced], serveIt],
    ForwardByPolice: [toPolice, forward], RequestReconsideration: [[...toPolice, policeRefused], askAgain], RecordReconsideration: [[...toPolice, policeRefused, askedAgain], recordAgain],
    NotifySanctionListing: [[...open, ordered], noticeListing], ObjectToSanctionListing: [listing, objectListing], ExtendSanctionListing: [listing, extendListing], ListForSanctions: [listing, listIt],
    DeclineSanctionListing: [listing, declineListing], RemoveFromSanctionList: [[...listing, onList], unlist], FindMajorViolation: [decidedOn, findViolation], PublishViolation: [[...decidedOn, violation], publish],
    CallDeposit: [[...open, ordered], callDeposit], RecordDepositUsed: [[...open, ordered, depositCalled], useDeposit], RecordDepositRefilled: [[...open, ordered, depositCalled, depositUsed], refill],
    AnnounceAccountClosure: [[received], announceClosing], CloseWageAccount: [[closing], closeAccount],
    ReceiveComplaint: [[], receive], AcceptComplaint: [[received], accept], RefuseComplaint: [[received], refuseIt], FileInspection: [[received, accepted], file],
    ExtendInvestigation: [open, extend], SuspendInvestigation: [open, suspend], ResumeInvestigation: [[...open, suspended], resume], CompleteInvestigation: [open, complete],
    OrderPayment: [open, order], ExpirePayOrder: [[...open, ordered], expire], DecideHandling: [[...closed, ordered], handle], DecidePenalty: [closed, penalise],
    WithdrawFiling: [closed, withdraw], ReportCrime: [[...open, ordered], report], ApproveTransfer: [[...open, ordered, reported], approve], DeclineTransfer: [[...open, ordered, reported], decline],
    TransferToPolice: [[...open, ordered, reported, approved], transfer], RecordPoliceFiling: [[...open, ordered, reported, approved, transferred], recordFiling],
    RecordPoliceRefusal: [[...open, ordered, reported, approved, transferred], recordRefusal], ApplyForCourtEnforcement: [[...closed, handled], enforce],
  });

  refusesWith(inspection, [
    ['INSPECTOR_HAS_INTEREST', [received], { ...file, noInterest: false }],
    ['RECTIFICATION_OPEN', [...open, toCorrect], { ...orderCorrection, dueOn: '2026-04-30' }],
    ['RECTIFICATION_NOT_ORDERED', open, noteCorrection],
    ['RECTIFICATION_NOT_ORDERED', [...open, toCorrect, correctedIt], 'RecordRectified'],
    ['DUE_BEFORE_ORDER', open, { ...orderCorrection, dueOn: '2026-04-08' }],
    ['DUE_BEFORE_ORDER', open, { ...demandRecords, dueOn: '2026-04-08' }],
    ['COMPLAINT_NOT_ACCEPTED', [received], orderCorrection],
    ['FILING_ALREADY_WITHDRAWN', [...closed, withdrawn], demandRecords],
    ['RECORDS_ALREADY_DEMANDED', [...open, demanded], { ...demandRecords, records: ['contract'] }],
    ['RECORDS_NOT_DEMANDED', [...open, demanded, adverse], takeRecords],
    ['RECORDS_NOT_DEMANDED', open, findAdverse],
    ['RECORDS_STILL_DUE', [...open, demanded], { ...findAdverse, at: on(14, '23:59') }],
    ['COMPLAINT_NOT_RECEIVED', [], accept],
    ['COMPLAINT_NOT_RECEIVED', [], refuseIt],
    ['COMPLAINT_NOT_RECEIVED', [], file],
    ['COMPLAINT_ALREADY_ACCEPTED', [received, accepted], refuseIt],
    ['COMPLAINT_ALREADY_REFUSED', [received, refused], file],
    ['COMPLAINT_NOT_ACCEPTED', [received], order],
    ['TWO_INSPECTORS', [received], { ...file, inspectors: ['i1'] }],
    ['TWO_INSPECTORS', [received], { ...file, inspectors: ['i1', 'i1'] }],
    ['INSPECTION_ALREADY_FILED', open, 'FileInspection'],
    ['INSPECTION_NOT_FILED', [received, accepted], extend],
    ['INSPECTION_NOT_FILED', [received], complete],
    ['INSPECTION_NOT_FILED', [received], withdraw],
    ['INVESTIGATION_NOT_OPEN', closed, extend],
    ['INVESTIGATION_ALREADY_EXTENDED', [...open, extended], { ...extend, at: on(11) }],
    ['EXTENSION_OVER_30_WORKING_DAYS', open, { ...extend, days: 31 }],
    ['INVESTIGATION_SUSPENDED', [...open, suspended], complete],
    ['INVESTIGATION_NOT_SUSPENDED', open, resume],
    ['INVESTIGATION_NOT_SUSPENDED', [...open, suspended, resumed], { ...resume, at: on(13) }],
    ['INVESTIGATION_NOT_COMPLETED', open, penalise],
    ['INVESTIGATION_NOT_COMPLETED', open, handle],
    ['PAY_DUE_BEFORE_SERVICE', open, { ...order, dueOn: '2026-04-09' }],
    ['WORKER_NAMED_TWICE', open, { ...order, owed: [...owed, ...owed] }],
    ['COMPENSATION_OUT_OF_RANGE', [...closed, ordered], { ...handle, additionalCompensation: 1_499_999 }],
    ['COMPENSATION_OUT_OF_RANGE', [...closed, ordered], { ...handle, additionalCompensation: 3_000_001 }],
    ['PAY_ORDER_NOT_GIVEN', closed, handle],
    ['PAY_ORDER_NOT_GIVEN', open, report],
    ['PAY_ORDER_NOT_EXPIRED', [...open, ordered], { ...report, at: on(17, '23:59') }],
    ['PAY_ORDER_NOT_EXPIRED', [...closed, ordered], { ...handle, at: on(17) }],
    ['PAY_ORDER_NOT_EXPIRED', [...open, ordered], { ...enforce, at: on(17) }],
    ['HANDLING_ALREADY_DECIDED', [...closed, handled], 'DecideHandling'],
    ['PENALTY_ALREADY_DECIDED', [...closed, penalised], 'DecidePenalty'],
    ['FILING_ALREADY_WITHDRAWN', [...closed, withdrawn], penalise],
    ['FILING_ALREADY_WITHDRAWN', [...closed, withdrawn], order],
    ['DECISION_ALREADY_MADE', [...closed, penalised], withdraw],
    ['CRIME_ALREADY_REPORTED', [...open, ordered, reported, approved], report],
    ['CRIME_NOT_REPORTED', [...open, ordered], approve],
    ['CRIME_NOT_REPORTED', [...open, ordered, reported, declined], approve],
    ['CRIME_NOT_REPORTED', [...open, ordered], decline],
    ['TRANSFER_NOT_APPROVED', [...open, ordered, reported], transfer],
    ['TRANSFER_BEFORE_APPROVAL', [...open, ordered, reported, approved], { ...transfer, at: on(22, '14:59') }],
    ['NOT_TRANSFERRED', [...open, ordered, reported, approved], recordFiling],
    ['NOT_TRANSFERRED', [...open, ordered, reported, approved, transferred, policeFiled], recordRefusal],
    ['NOTHING_TO_ENFORCE', closed, enforce],
    ['ENFORCEMENT_ALREADY_APPLIED', [...closed, handled, enforced], 'ApplyForCourtEnforcement'],
    ['SUPPLEMENTS_ALREADY_REQUESTED', [received, gapsAsked, gapsGiven], { ...askGaps, at: on(11) }],
    ['SUPPLEMENTS_NOT_REQUESTED', [received], takeGaps],
    ['NO_POLICE_REFUSAL', toPolice, askAgain],
    ['RECONSIDERATION_NOT_REQUESTED', [...toPolice, policeRefused], recordAgain],
    ['NOTHING_DECIDED', closed, announce],
    ['NOTHING_DECIDED', [...closed, penalised], serveIt],
    ['NOTHING_DECIDED', open, findViolation],
    ['DECISION_ALREADY_SERVED', [...decidedOn, decisionServed], announce],
    ['PAY_ORDER_NOT_GIVEN', open, noticeListing],
    ['PAY_ORDER_NOT_GIVEN', open, callDeposit],
    ['PAY_ORDER_NOT_EXPIRED', [...open, ordered], { ...noticeListing, at: on(17) }],
    ['SANCTION_LISTING_UNDER_WAY', [...listing, onList], noticeListing],
    ['SANCTION_LISTING_NOT_OPEN', [...open, ordered], listIt],
    ['SANCTION_LISTING_NOT_OPEN', [...listing, onList], 'ExtendSanctionListing'],
    ['SANCTION_LISTING_ALREADY_EXTENDED', [...listing, listingExtended], { ...extendListing, at: on(24) }],
    ['NOT_ON_SANCTION_LIST', listing, { ...unlist, by }],
    ['SANCTION_TERM_RUNS', [...listing, onList], { ...unlist, at: '2029-04-24T09:00:00+08:00' }],
    ['EARLY_REMOVAL_TOO_EARLY', [...listing, onList], { ...unlist, by, at: '2026-11-04T09:00:00+08:00', ground: 'early', correctedOn: '2026-05-05', promised: true }],
    ['EARLY_REMOVAL_TOO_EARLY', [...listing, onList], { ...unlist, by, ground: 'early', correctedOn: '2026-05-05' }],
    ['VIOLATION_ALREADY_FOUND', [...decidedOn, violation, published], findViolation],
    ['NO_VIOLATION_TO_PUBLISH', decidedOn, publish],
    ['DEPOSIT_IN_USE', [...open, ordered, depositCalled, depositUsed], callDeposit],
    ['DEPOSIT_NOT_CALLED', [...open, ordered], useDeposit],
    ['DEPOSIT_NOT_USED', [...open, ordered, depositCalled], refill],
    ['ACCOUNT_CLOSURE_ANNOUNCED', [received, closing, accountClosed], announceClosing],
    ['COMPLAINT_NOT_RECEIVED', [], announceClosing],
    ['ACCOUNT_CLOSURE_NOT_ANNOUNCED', [], closeAccount],
    ['ACCOUNT_NOTICE_RUNS', [closing], { ...closeAccount, at: '2026-05-01T09:00:00+08:00' }],
    ['FACT_OUT_OF_ORDER', [received], { ...accept, at: on(6) }],
    ['FACT_OUT_OF_ORDER', open, { ...complete, at: on(7) }],
  ]);
});
