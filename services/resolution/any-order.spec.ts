import fc from 'fast-check';
import { arbitrationEvents, closureEvents, courtEvents, handoverEvents, inspectionEvents, limitationEvents, mediationEvents, paymentEvents, procedure, right } from '#libs/contracts/resolution.events.js';
import { hearingsEvents, tribunalEvents } from '#libs/contracts/tribunal.events.js';
import { arbitration } from './arbitration/arbitration.decider.js';
import { closure } from './closure/closure.decider.js';
import { court } from './court/court.decider.js';
import { handover } from './handover/handover.decider.js';
import { hearings } from './hearings/hearings.decider.js';
import { inspection } from './inspection/inspection.decider.js';
import { limitation } from './limitation/limitation.decider.js';
import { mediation } from './mediation/mediation.decider.js';
import { payment } from './payment/payment.decider.js';
import { tribunal } from './tribunal/tribunal.decider.js';
import { someDay, someFen, someOrder, someOwed, someText, standsAnyOrder } from './any-order.js';

const nothing = fc.constant({});
const bool = fc.boolean();
const track = fc.constantFrom('speedy' as const, 'ordinary' as const);
const side = fc.constantFrom('worker' as const, 'employer' as const);
const someMeans = fc.constantFrom('inPerson' as const, 'mail' as const, 'sms' as const);
const someTime = fc.constantFrom('09:00', '10:00');
const fingerprint = fc.constantFrom('a'.repeat(64), 'b'.repeat(64));
const someCase = fc.constantFrom('0d2a1f4e-6b1c-5d3a-9a51-3f2d7c9b8e01', '0d2a1f4e-6b1c-5d3a-9a51-3f2d7c9b8e02');
const names = fc.array(someText, { maxLength: 3 });
const someReason = fc.record({ reason: someText });
const ground = fc.record({ ground: someText });
const orders = fc.uniqueArray(someOrder, { minLength: 1 });
const anyProcedure = fc.constantFrom(...procedure.options);
const oneOrder = fc.record({ order: someOrder });
const oneHelp = { order: someOrder, department: someText, division: someText };
const oneMatter = { order: someOrder, procedure: anyProcedure };
const someGaps = fc.array(someText, { minLength: 1, maxLength: 2 });
const decision = fc.constantFrom('handling' as const, 'penalty' as const);
const oneRight = { order: fc.constantFrom(0, 1), right: fc.constantFrom(...right.options) };
const interruption = fc.constantFrom('claimToObligor' as const, 'requestToAuthority' as const, 'admission' as const);

const someParty = fc.constantFrom('worker' as const, 'employer' as const, 'generalContractor' as const);
const oneSlip = { worker: fc.integer({ min: 1, max: 3 }), amount: someFen, evidence: someText };
const someMoney = { worker: fc.integer({ min: 1, max: 3 }), amount: fc.constantFrom(100_000, 200_000), source: fc.constant('employer' as const), evidence: someText };
const somePlanned = fc.tuple(someDay, someDay, bool).map(([one, two, acceleration]) => ({
  basis: 'agreement' as const, performBy: one > two ? one : two, owed: [{ worker: 1, amount: 300_000 }], plan: [{ worker: 1, on: one, amount: 100_000 }, { worker: 1, on: two, amount: 200_000 }], acceleration,
}));
const someTerms = fc.record({ performBy: someDay, owed: someOwed, plan: fc.option(fc.array(fc.record({ worker: fc.integer({ min: 1, max: 3 }), on: someDay, amount: someFen }), { minLength: 1, maxLength: 3 }), { nil: undefined }), acceleration: bool });

describe('Each desk, asked anything in any order, answers with lawful events, with nothing, or with a refusal', () => {
  it('mediation', () => standsAnyOrder(mediation, mediationEvents, {
    ApplyForMediation: fc.oneof(fc.record({ organisation: someText, thenArbitration: bool }), fc.record({ organisation: someText, kind: fc.constant('joint' as const), bodies: names }), fc.record({ organisation: someText, kind: fc.constant('roving' as const), roundOn: someDay, roundPlace: someText })),
    AnswerJointMediation: fc.record({ body: someText, takesPart: bool }), StartMediation: fc.record({ mediator: someText, noConflict: bool }), ReplaceMediator: fc.record({ mediator: someText, noConflict: bool }),
    InviteParty: fc.record({ party: someParty, means: fc.constant('phone' as const) }), AnswerInvitation: fc.record({ party: someParty, answer: fc.constantFrom('attends' as const, 'declines' as const, 'notReached' as const) }),
    ScheduleSession: fc.record({ startsAt: someDay.map((day) => `${day}T09:00:00+08:00`), mode: fc.constantFrom('onSite' as const, 'online' as const), place: someText }),
    JoinSessionOnline: fc.record({ party: someParty }), HoldSession: fc.record({ attended: fc.uniqueArray(someParty, { minLength: 1 }) }), AdjournSession: nothing, RecordNoShow: fc.record({ party: someParty }),
    ExtendMediation: fc.record({ days: fc.constantFrom(5, 15), bothAgree: bool }), DraftAgreement: someTerms, SignAgreement: fc.record({ party: someParty, means: fc.constant('paper' as const) }), RecordAgreement: someTerms,
    FailMediation: fc.record({ reason: someText, wantsArbitration: bool }), WithdrawFromMediation: fc.record({ party: someParty }), ExpireMediation: nothing, CloseMediation: nothing, CertifyFailure: fc.constant({ to: 'both' as const }),
    ApplyForArbitralReview: nothing, DecideArbitralReview: fc.record({ confirmed: bool, ground: someText }), ApplyForJudicialConfirmation: fc.record({ lastDay: fc.option(someDay, { nil: undefined }) }),
    DecideJudicialConfirmation: fc.record({ confirmed: bool, ground: someText }), ConfirmRelation: nothing,
  }));

  it('inspection', () => standsAnyOrder(inspection, inspectionEvents, {
    ReceiveComplaint: fc.record({ division: someText, order: fc.option(someOrder) }), AcceptComplaint: nothing,
    RefuseComplaint: fc.record({ ground: someText, otherRoutes: names }), FileInspection: fc.record({ inspectors: names }),
    ExtendInvestigation: fc.record({ days: fc.constantFrom(30, 31), approvedBy: someText }), SuspendInvestigation: someReason, ResumeInvestigation: nothing,
    CompleteInvestigation: nothing, OrderPayment: fc.record({ owed: someOwed.filter((owed) => owed.length > 0), dueOn: someDay, service: fc.constant('posted' as const) }),
    ExpirePayOrder: nothing, DecideHandling: fc.record({ amount: someFen, additionalCompensation: someFen }), DecidePenalty: fc.record({ fine: someFen }),
    WithdrawFiling: someReason, ReportCrime: nothing, ApproveTransfer: fc.record({ approvedBy: someText }), DeclineTransfer: someReason,
    TransferToPolice: nothing, RecordPoliceFiling: nothing, RecordPoliceRefusal: someReason, ApplyForCourtEnforcement: nothing,
    RequestSupplements: fc.record({ gaps: someGaps }), ReceiveSupplements: nothing, ForwardByPolice: fc.record({ to: someText }), RequestReconsideration: nothing,
    RecordReconsideration: fc.record({ filed: bool, reason: someText }), NotifySanctionListing: nothing, ObjectToSanctionListing: ground, ExtendSanctionListing: fc.record({ days: fc.constantFrom(5, 20), approvedBy: someText }),
    ListForSanctions: nothing, DeclineSanctionListing: someReason, FindMajorViolation: fc.record({ publishing: fc.constantFrom('local' as const, 'provincial' as const) }), PublishViolation: nothing,
    RemoveFromSanctionList: fc.record({ ground: fc.constantFrom('termEnded' as const, 'early' as const, 'revoked' as const), correctedOn: someDay, promised: bool }),
    CallDeposit: fc.record({ amount: someFen }), RecordDepositUsed: nothing, RecordDepositRefilled: nothing, AnnounceAccountClosure: nothing, CloseWageAccount: nothing,
    AnnounceDecision: fc.record({ decision }), ServeDecision: fc.record({ decision }),
    OrderRectification: fc.record({ matters: someGaps, dueOn: someDay }), ExpireRectification: nothing, RecordRectified: fc.record({ proof: someText }),
    DemandRecords: fc.record({ records: fc.constantFrom(['roster' as const], ['contract' as const]), dueOn: someDay }), ReceiveRecords: nothing, MakeAdverseFinding: nothing,
  }));

  it('arbitration', () => standsAnyOrder(arbitration, arbitrationEvents, {
    ApplyForArbitration: fc.record({ collective: bool, track, simplified: bool }, { requiredKeys: ['collective', 'track', 'simplified'] }),
    RequireCorrections: fc.record({ gaps: fc.array(someText, { minLength: 1, maxLength: 2 }) }), CompleteCorrections: nothing,
    AcceptApplication: fc.record({ track: fc.option(track), pendingDocuments: fc.option(names), promisedUntil: fc.option(someDay) }), RefuseApplication: ground,
    ReceivePendingDocument: fc.record({ document: someText }), RecordBrokenPromise: fc.record({ document: someText, consequence: fc.constantFrom('decidedWithout' as const, 'leavesSpeedy' as const) }),
    RequestRecusal: fc.record({ arbitrator: someText, party: side, ground: fc.constant('interest' as const) }), RuleOnRecusal: fc.record({ arbitrator: someText, granted: bool }),
    OfferMediation: fc.record({ first: fc.option(names) }), AttendMediation: fc.record({ parties: fc.array(side, { minLength: 1, maxLength: 2 }) }), EndMediation: fc.record({ outcome: fc.constantFrom('absent' as const, 'noAgreement' as const) }),
    ServePartialInstrument: fc.record({ kinds: fc.array(someText, { minLength: 1, maxLength: 2 }), performBy: someDay, owed: someOwed.filter((owed) => owed.length > 0) }),
    StateElements: fc.record({ party: side, statements: fc.array(fc.record({ element: someText, value: fc.oneof(someFen, bool) }), { minLength: 1, maxLength: 2 }) }), FixIssues: nothing, DeemWithdrawn: nothing, ApplyForAdvanceEnforcement: nothing,
    ServeCopy: fc.record({ proof: someText, means: fc.option(someMeans) }), WaiveAnswerPeriod: nothing, ReceiveAnswer: nothing, ForwardAnswer: nothing,
    FormPanel: fc.record({ arbitrators: fc.uniqueArray(someText, { minLength: 1, maxLength: 3 }) }), NotifyCollective: nothing,
    ScheduleHearing: fc.record({ hearingOn: someDay, room: someText, from: fc.option(someTime), to: fc.option(someTime), noticeBy: fc.option(someDay) }), NotifyHearing: fc.record({ services: fc.option(fc.array(fc.record({ party: side, means: someMeans, proof: someText }), { maxLength: 2 })) }),
    HoldHearing: fc.record({ absent: fc.option(fc.constant('employer' as const)), heard: fc.option(names) }),
    ExtendAwardDeadline: fc.record({ days: fc.constantFrom(15, 16), approvedBy: fc.constantFrom('a', ' ') }), PassAwardLimit: nothing,
    StayArbitration: ground, ResumeArbitration: nothing, PublishNotice: nothing, EndNotice: nothing,
    ChangeClaims: fc.record({ change: fc.constantFrom('addedParty' as const, 'changedClaims' as const) }), ConvertToOrdinary: ground,
    MakePartialAward: fc.record({ amount: someFen, kind: fc.option(fc.constantFrom('wages', 'other')), elements: fc.option(names), most: fc.option(someFen) }), RuleAdvanceEnforcement: fc.record({ amount: someFen, rightsClear: bool, lifeAffected: bool, appliedFor: bool }),
    MakeAward: fc.record({ final: bool, performBy: someDay, owed: someOwed, items: fc.option(fc.array(fc.record({ kind: fc.constantFrom('wages', 'other'), claimed: someFen, awarded: someFen, law: someText }), { maxLength: 2 })), most: fc.option(someFen) }), ServeAward: fc.record({ party: fc.constantFrom('worker' as const, 'employer' as const, 'both' as const) }),
    TakeEffect: nothing, ServeMediationInstrument: fc.record({ performBy: someDay, owed: someOwed }), WithdrawApplication: fc.record({ settled: bool }),
    FileSuit: fc.record({ party: side }), ApplyToSetAside: nothing, RuleOnSetAside: fc.record({ annulled: bool }), RequestAdjournment: fc.record({ party: side, reason: someText, lastDay: fc.option(someDay) }),
  }));

  it('tribunal', () => standsAnyOrder(tribunal, tribunalEvents, {
    RegisterArbitrator: fc.record({ division: fc.constant('439901'), arbitrator: someText, specialities: names }), NoteAbsence: fc.record({ arbitrator: someText, from: someDay, to: someDay }), RecordLeaving: fc.record({ arbitrator: someText }),
    DeclareConflict: fc.record({ arbitrator: someText, employer: fingerprint, ground: fc.constant('interest' as const) }), LiftConflict: fc.record({ arbitrator: someText, employer: fingerprint }),
    OpenRoom: fc.record({ division: fc.constant('439901'), room: someText, opens: someTime, closes: someTime, online: bool }), CloseRoom: fc.record({ room: someText }),
  }));

  it('hearings', () => standsAnyOrder(hearings, hearingsEvents, {
    BookHearing: fc.record({
      case: someCase, division: fc.constant('439901'), on: fc.constant('2026-06-01'), room: someText, online: bool, from: someTime, to: someTime, arbitrators: fc.uniqueArray(someText, { minLength: 1 }), workingDay: bool, away: fc.constantFrom([], ['a']),
      open: fc.option(fc.record({ opens: fc.constant('09:00'), closes: someTime, online: bool })), moved: fc.option(fc.constant('room' as const)), replaces: fc.constant(null),
    }),
    ReleaseHearing: fc.record({ case: someCase }),
  }));

  it('court', () => standsAnyOrder(court, courtEvents, {
    AdviseCourtRoute: fc.record({ route: fc.constantFrom('paymentOrder' as const, 'lawsuit' as const) }), ApplyForPaymentOrder: nothing, AcceptPaymentOrder: nothing,
    IssuePaymentOrder: nothing, ServePaymentOrder: nothing, LapsePaymentOrder: someReason, TakePaymentOrderEffect: nothing, ApplyForEnforcement: fc.record({ onlyPromised: bool }), TerminateEnforcement: nothing,
  }));

  it('handover', () => standsAnyOrder(handover, handoverEvents, {
    HandOver: fc.record({ order: someOrder, department: someText, division: someText, role: fc.constantFrom('lead' as const, 'assist' as const), procedure: fc.option(anyProcedure, { nil: undefined }) }),
    ApplyForProcedure: fc.record({ order: someOrder, procedure: anyProcedure, urgent: fc.option(bool, { nil: undefined }) }), AcceptProcedure: fc.record({ order: someOrder, procedure: anyProcedure, factsClear: fc.option(bool, { nil: undefined }) }),
    RefuseProcedure: fc.record({ ...oneMatter, ground: someText }), ForwardProcedure: fc.record({ ...oneMatter, department: someText }), ReturnProcedure: fc.record({ ...oneMatter, ground: someText }),
    RequestMaterials: fc.record({ ...oneMatter, gaps: someGaps }), ReceiveMaterials: fc.record(oneMatter), SuspendProcedure: fc.record({ ...oneMatter, reason: someText }), ResumeProcedure: fc.record(oneMatter),
    ExtendProcedure: fc.record({ ...oneMatter, days: fc.constantFrom(15, 30), reason: someText, approvedBy: someText }), ChallengeProcedure: fc.record({ ...oneMatter, route: fc.constantFrom('lawsuit' as const, 'reconsideration' as const) }),
    HelpFirst: fc.record({ order: someOrder, ground: fc.constantFrom('limitEnds' as const, 'preservation' as const) }), ObjectToAidRefusal: oneOrder, ReviewAidRefusal: fc.record({ order: someOrder, upheld: bool }),
    GiveRelief: fc.record({ order: someOrder, amount: someFen }), CompleteReliefPapers: oneOrder, GrantLegalAid: oneOrder,
    RefuseLegalAid: fc.record({ order: someOrder, ground: someText }), AssignLawyer: oneOrder, VerifyClue: fc.record({ order: someOrder, conclusion: someText }),
    ConcludeMatter: fc.record({ order: someOrder, procedure: anyProcedure, result: someText }),
    TakeOver: oneOrder, GrantRelief: fc.record({ order: someOrder, amount: someFen }), LapseReliefPapers: oneOrder, NoteProgress: fc.record(oneMatter),
    EscortToStation: fc.record({ order: someOrder, escort: fc.constantFrom('police' as const, 'none' as const), vulnerable: fc.option(fc.constant('minor' as const)) }),
    RequestAssistance: fc.record(oneHelp), AcceptAssistance: fc.record(oneHelp), ContributeAssistance: fc.record(oneHelp), DeclineAssistance: fc.record({ ...oneHelp, ground: someText }),
    MakeOffers: fc.record({ offers: fc.array(fc.record({ ...oneHelp, offer: someText, procedure: fc.option(anyProcedure), source: someText })) }), AcceptOffer: fc.record({ offer: someText }), DeclineOffer: fc.record({ offer: someText }),
  }));

  it('payment', () => standsAnyOrder(payment, paymentEvents, {
    DuePayment: fc.oneof(fc.record({ basis: fc.constantFrom('agreement' as const, 'award' as const), performBy: someDay, owed: someOwed }), somePlanned), StateWagesOwed: fc.record({ performBy: someDay, owed: someOwed }),
    RecordWagePaid: fc.record({ ...someMoney, beyondOwed: bool }), CorrectWagePaid: fc.record(oneSlip), CorrectWagesHeld: fc.record(oneSlip), CorrectHeldWagesPaid: fc.record(oneSlip), CorrectWagesOwed: fc.record({ worker: someMoney.worker, amount: someFen }), HoldWages: fc.record({ ...someMoney, holder: someText }),
    PayHeldWages: fc.record(someMoney), DefaultPayment: nothing, DefaultInstalment: nothing,
  }));

  it('limitation', () => standsAnyOrder(limitation, limitationEvents, {
    BeginLimitation: fc.record({ ...oneRight, from: someDay }), InterruptLimitation: fc.record({ ...oneRight, ground: interruption, lapsed: bool }), SuspendLimitation: fc.record({ ...oneRight, reason: someText, lapsed: bool }),
    ResumeLimitation: fc.record(oneRight), InterruptAll: fc.record({ ground: interruption, lapsed: fc.constantFrom([], ['0 wages']) }),
  }));

  it('closure', () => standsAnyOrder(closure, closureEvents, {
    OpenCase: fc.record({ orders, money: orders, enquiries: orders }), AdviseLegalRoute: fc.record({ orders, route: names }),
    ContactRequester: fc.record({ order: someOrder, reached: bool }), TellLongerLimit: fc.record({ order: someOrder, until: someDay, ground: someText }), PassEnquiryOn: fc.record({ order: someOrder, section: someText }), GiveReply: oneOrder, AnswerOnLine: oneOrder,
    ConcludeOrder: fc.record({ order: someOrder, result: fc.constantFrom('paid', 'solved', 'refused', 'transferred'), unpaid: someFen, lacking: fc.constantFrom([], [['replyGiven']]) }), ConcludePaid: nothing,
    ConcludeCase: fc.record({ result: someText }), RecordCallback: fc.record({ solved: fc.option(bool), satisfied: fc.option(fc.constantFrom('satisfied' as const, 'dissatisfied' as const)) }),
    RecordCallbackUnreached: nothing, CloseCase: fc.record({ reason: fc.option(someText) }), ReopenCase: someReason, ReopenUnpaid: fc.record({ reason: someText, unpaid: someFen, notInHand: someFen }),
    CarryForward: fc.record({ reason: someText, reviewOn: someDay }), ResumeCase: someReason, ArchiveCase: fc.record({ retainUntil: someDay }),
  }));
});
