import { z } from 'zod';
import type { EventsOf } from './event.js';
import { day, fen, instant, stream } from './event.js';
import { sealed } from './sealed.js';

const at = instant;
const by = z.string();
const reason = z.string();
const order = z.int().min(0);
/** The order that this desk leads; null where it only assists, so that its end does not end the order. */
const leads = order.nullable();

/** What one worker is owed: the worker is a number in the claim (1 is the person who filed), never a name. */
const owed = z.strictObject({ worker: z.int().min(1), amount: fen });

/** Those who may have to pay (WPR 16 to 37; SPC2 1, 2), and beside them the worker. */
export const payer = z.enum(['employer', 'subcontractor', 'generalContractor', 'projectOwner', 'qualificationLender', 'licensedContractor', 'dispatcher', 'userUnit', 'investor']);
export type Payer = z.infer<typeof payer>;
export const mediationParty = z.enum(['worker', ...payer.options]);
export type Party = z.infer<typeof mediationParty>;

/** One worker's part of one instalment. */
const instalment = z.strictObject({ worker: z.int().min(1), on: day, amount: fen });
/** How what is owed is paid: `acceleration` is a term of the parties, not of the law: one instalment missed makes the rest due. */
const promise = { plan: z.array(instalment).min(1).optional(), acceleration: z.boolean().optional(), payers: z.array(payer).min(1).optional() };
export const claimItem = z.enum(['wages', 'overtime', 'annualLeave', 'severance', 'injuryMedical', 'damages', 'other']);
/** What an agreement says besides sum and day. `unsettled`: workers of the case with whom nothing was agreed. */
const terms = {
  ...promise, items: z.array(z.strictObject({ worker: z.int().min(1), kind: claimItem, amount: fen })).min(1).optional(),
  unsettled: z.array(z.strictObject({ worker: z.int().min(1), wantsArbitration: z.boolean() })).min(1).optional(), text: sealed.nullable().optional(),
};
export const mediationKind = z.enum(['single', 'joint', 'roving']);
const confirmationRoute = z.enum(['arbitralReview', 'judicial']);

/** mediation/<caseId> */
export const mediationEvents = stream('resolution', 'mediation', {
  /** `bodies`: who mediates jointly; `round`: where and when the roving mediation comes by; `thenArbitration`: the worker's wish should it fail. */
  MediationApplied: ['已申请调解', z.strictObject({
    at, by, organisation: z.string(), kind: mediationKind.optional(), bodies: z.array(z.string()).min(1).optional(), round: z.strictObject({ on: day, place: z.string() }).optional(),
    applicant: z.enum(['worker', 'employer', 'both']).optional(), online: z.boolean().optional(), thenArbitration: z.boolean().optional(),
  })],
  MediationBodyAnswered: ['联合调解单位已答复', z.strictObject({ at, body: z.string(), takesPart: z.boolean(), by })],
  MediationStarted: ['调解开始', z.strictObject({ at, mediator: z.string(), noConflict: z.boolean().optional() })],
  MediatorReplaced: ['已更换调解员', z.strictObject({ at, mediator: z.string(), replaces: z.string(), noConflict: z.boolean(), reason: sealed.nullable(), by })],
  MediationExtended: ['双方同意延长调解', z.strictObject({ at, days: z.int().min(1), by })],
  PartyInvited: ['已邀请当事人参加调解', z.strictObject({ at, party: mediationParty, means: z.enum(['phone', 'message', 'mail', 'inPerson', 'online', 'posted']), proof: sealed.nullable(), by })],
  PartyAnswered: ['当事人已答复调解邀请', z.strictObject({ at, party: mediationParty, answer: z.enum(['attends', 'declines', 'notReached']), by })],
  MediationSessionScheduled: ['已安排调解', z.strictObject({ at, session: z.int().min(1), startsAt: instant, mode: z.enum(['onSite', 'online']), place: z.string().nullable(), by })],
  PartyJoinedOnline: ['当事人已在线参加调解', z.strictObject({ at, session: z.int().min(1), party: mediationParty, by })],
  MediationSessionHeld: ['已进行调解', z.strictObject({ at, session: z.int().min(1), attended: z.array(mediationParty).min(1), minutes: sealed.nullable(), by })],
  MediationSessionAdjourned: ['调解改期', z.strictObject({ at, session: z.int().min(1), reason: sealed.nullable(), by })],
  MediationSessionMissed: ['当事人未参加调解', z.strictObject({ at, session: z.int().min(1), party: mediationParty, by })],
  AgreementDrafted: ['调解协议已拟定', z.strictObject({ at, performBy: day, owed: z.array(owed), ...terms, by })],
  /** `worker`: which of several workers signed; without it the whole side, by its representative. */
  AgreementSigned: ['当事人已签署调解协议', z.strictObject({ at, party: mediationParty, worker: z.int().min(1).optional(), means: z.enum(['paper', 'online']), by })],
  CaseMediated: ['达成调解协议', z.strictObject({ at, amount: fen, performBy: day, owed: z.array(owed), by, ...terms })],
  MediationFailed: ['调解不成', z.strictObject({ at, reason, wantsArbitration: z.boolean(), by })],
  MediationFailureCertified: ['已出具调解不成证明', z.strictObject({ at, to: z.enum(['worker', 'employer', 'both']), by })],
  ArbitralReviewApplied: ['共同申请仲裁审查', z.strictObject({ at, by })],
  JudicialConfirmationApplied: ['共同申请司法确认', z.strictObject({ at, by })],
  /** It can be enforced from now on, with the terms that it had. */
  AgreementConfirmed: ['调解协议已获确认', z.strictObject({ at, route: confirmationRoute, performBy: day, owed: z.array(owed), ...promise, by })],
  AgreementConfirmationRefused: ['调解协议未获确认', z.strictObject({ at, route: confirmationRoute, ground: z.string(), by })],
  RelationConfirmed: ['劳动关系得到确认', z.strictObject({ at, by })],
});
export type MediationEvent = EventsOf<typeof mediationEvents>;

/** Records that the employer must keep (WPR 50). */
export const employerRecord = z.enum(['contract', 'roster', 'wageLedger', 'payList', 'attendance']);
const inspectionDecision = z.enum(['handling', 'penalty']);

/** inspection/<caseId> */
export const inspectionEvents = stream('resolution', 'inspection', {
  ComplaintReceived: ['投诉已到监察机构', z.strictObject({ at, division: z.string(), order: leads })],
  ComplaintAccepted: ['投诉已受理', z.strictObject({ at, by })],
  SupplementsRequested: ['一次性告知补充材料', z.strictObject({ at, gaps: z.array(z.string()).min(1), by })],
  SupplementsReceived: ['补充材料已收到', z.strictObject({ at, by })],
  ComplaintRefused: ['书面不予受理', z.strictObject({ at, order: leads, ground: z.string(), otherRoutes: z.array(z.string()), by })],
  /** `noInterest`: each inspector declared to have no direct interest in the matter (LSR 16). */
  InspectionFiled: ['已立案', z.strictObject({ at, inspectors: z.array(z.string()).min(2), noInterest: z.literal(true).optional(), by })],
  InvestigationExtended: ['调查期限已延长', z.strictObject({ at, days: z.int().min(1), approvedBy: z.string() })],
  InvestigationSuspended: ['调查中止', z.strictObject({ at, reason, by })],
  InvestigationResumed: ['调查恢复', z.strictObject({ at, by })],
  InvestigationCompleted: ['调查终结', z.strictObject({ at, by })],
  PayOrdered: ['已责令支付', z.strictObject({ at, owed: z.array(owed).min(1), dueOn: day, service: z.enum(['inPerson', 'posted', 'mail', 'notice']), by })],
  PayOrderExpired: ['责令支付期满未付', z.strictObject({ at, dueOn: day })],
  HandlingDecided: ['已作行政处理决定', z.strictObject({ at, amount: fen, additionalCompensation: fen, by })],
  PenaltyDecided: ['已作行政处罚决定', z.strictObject({ at, fine: fen, by })],
  DecisionAnnounced: ['决定已宣告，当事人不在场', z.strictObject({ at, decision: inspectionDecision, by })],
  DecisionServed: ['决定书已送达', z.strictObject({ at, decision: inspectionDecision, by })],
  FilingWithdrawn: ['已撤销立案', z.strictObject({ at, order: leads, reason, by })],
  CrimeReported: ['涉嫌犯罪已报负责人', z.strictObject({ at, by })],
  TransferApproved: ['批准移送公安', z.strictObject({ at, approvedBy: z.string() })],
  TransferDeclined: ['不批准移送', z.strictObject({ at, reason, by })],
  TransferredToPolice: ['已移送公安', z.strictObject({ at, by })],
  PoliceForwarded: ['公安机关已转送有管辖权的机关', z.strictObject({ at, to: z.string(), by })],
  PoliceFiled: ['公安已立案', z.strictObject({ at, by })],
  PoliceRefused: ['公安不予立案', z.strictObject({ at, reason, by })],
  ReconsiderationRequested: ['已提请公安机关复议', z.strictObject({ at, by })],
  ReconsiderationRefused: ['公安机关复议维持不予立案', z.strictObject({ at, reason, by })],
  CourtEnforcementApplied: ['已申请法院强制执行', z.strictObject({ at, by })],
  /** `orderDueOn`: last day of the order to pay, from which the time to decide on the listing runs (BL 8). */
  SanctionListingNotified: ['已告知拟列入失信联合惩戒名单', z.strictObject({ at, orderDueOn: day, by })],
  SanctionListingObjected: ['对拟列入失信名单提出异议', z.strictObject({ at, ground: z.string(), by })],
  SanctionListingExtended: ['列入决定期限已延长', z.strictObject({ at, days: z.int().min(1), approvedBy: z.string() })],
  SanctionListed: ['已列入失信联合惩戒名单', z.strictObject({ at, by })],
  SanctionListingDeclined: ['决定不列入失信名单', z.strictObject({ at, reason, by })],
  SanctionListRemoved: ['已移出失信联合惩戒名单', z.strictObject({ at, ground: z.enum(['termEnded', 'early', 'revoked']), by })],
  /** `publishing`: whose publication it goes into: quarterly in county and city, half-yearly in province and ministry. */
  MajorViolationFound: ['已认定重大劳动保障违法行为', z.strictObject({ at, publishing: z.enum(['local', 'provincial']), periodEnd: day, by })],
  ViolationPublished: ['重大违法行为已向社会公布', z.strictObject({ at, by })],
  DepositCalled: ['已通知银行支付工资保证金', z.strictObject({ at, amount: fen, by })],
  DepositUsed: ['工资保证金已支付', z.strictObject({ at, by })],
  DepositRefilled: ['工资保证金已补足', z.strictObject({ at, by })],
  AccountClosureAnnounced: ['专户销户公示开始', z.strictObject({ at, by })],
  WageAccountClosed: ['工资专用账户已注销', z.strictObject({ at, by })],
  RectificationOrdered: ['已责令限期改正', z.strictObject({ at, matters: z.array(z.string()).min(1), dueOn: day, by })],
  RectificationExpired: ['限期改正期满未改正', z.strictObject({ at, dueOn: day })],
  Rectified: ['已按要求改正', z.strictObject({ at, proof: z.string(), by })],
  RecordsDemanded: ['已责令提供用工和工资资料', z.strictObject({ at, records: z.array(employerRecord).min(1), dueOn: day, by })],
  RecordsProduced: ['用人单位已提供资料', z.strictObject({ at, by })],
  /** The employer keeps the records and did not produce them: what the worker says of these is held against it (WPR 50). */
  AdverseFindingMade: ['已认定用人单位承担不利后果', z.strictObject({ at, records: z.array(employerRecord).min(1), by })],
});
export type InspectionEvent = EventsOf<typeof inspectionEvents>;

const party = z.enum(['worker', 'employer']);
/** How a paper reached a party, with the number of its proof: phone, SMS and e-mail in the simplified procedure only, and never for instrument and award (CHR 58-60). */
const service = z.strictObject({ party, means: z.enum(['inPerson', 'posted', 'mail', 'notice', 'phone', 'sms', 'email']), proof: z.string() });
/** A clock time of the day: 09:30. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const moved = z.enum(['party', 'arbitrator', 'room', 'service', 'other']);
/** What a party says of one point of the form: money in Fen. */
const statement = z.strictObject({ element: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) });
/** `final` by LDMA 47(1), item by item; null where the minimum wage of the place is not known. `most`: twelve times that wage. */
const awardItem = z.strictObject({ kind: z.string(), claimed: fen, awarded: fen, final: z.boolean().nullable(), most: fen.nullable(), elements: z.array(z.string()), law: z.string() });

/** arbitration/<caseId>; `track` speedy or ordinary, `procedure` simplified or ordinary (CHR 56). */
export const arbitrationEvents = stream('resolution', 'arbitration', {
  ArbitrationApplied: ['已申请仲裁', z.strictObject({ at, order: leads, collective: z.boolean(), track: z.enum(['speedy', 'ordinary']), simplified: z.boolean(), by })],
  CorrectionsRequired: ['一次性告知补正', z.strictObject({ at, gaps: z.array(z.string()).min(1), by })],
  CorrectionsCompleted: ['补正完成', z.strictObject({ at, by })],
  ApplicationAccepted: ['仲裁申请已受理', z.strictObject({ at, track: z.enum(['speedy', 'ordinary']), simplified: z.boolean(), collective: z.boolean(), pendingDocuments: z.array(z.string()), by })],
  ApplicationRefused: ['仲裁不予受理', z.strictObject({ at, order: leads, ground: z.string(), by })],
  /** With the acceptance: the papers promised in writing, and until when. */
  DocumentsPromised: ['容缺材料已书面承诺', z.strictObject({ at, documents: z.array(z.string()).min(1), until: day, by })],
  /** `last`: nothing promised is outstanding any more. */
  PendingDocumentReceived: ['容缺材料已补交', z.strictObject({ at, document: z.string(), last: z.boolean(), by })],
  DocumentPromiseBroken: ['容缺承诺未兑现', z.strictObject({ at, document: z.string(), consequence: z.enum(['decidedWithout', 'leavesSpeedy']), last: z.boolean(), by })],
  CopyServed: ['申请书副本已送达', z.strictObject({ at, proof: z.string(), means: service.shape.means.optional(), by })],
  AnswerPeriodWaived: ['被申请人同意缩短或放弃答辩期', z.strictObject({ at, by })],
  AnswerReceived: ['已收答辩书', z.strictObject({ at, by })],
  AnswerForwarded: ['答辩书副本已送申请人', z.strictObject({ at, by })],
  /** `presiding`: of three. `proposed`: whom the register proposed by fair load, and how many weighted cases each had open; another choice has its reason. */
  PanelFormed: ['已组庭', z.strictObject({
    at, arbitrators: z.array(z.string()).min(1), presiding: z.string().optional(), proposed: z.array(z.strictObject({ arbitrator: z.string(), open: z.int().min(0) })).optional(), overrideReason: sealed.nullable().optional(), by,
  })],
  RecusalRequested: ['已申请仲裁员回避', z.strictObject({ at, arbitrator: z.string(), party: z.enum(['worker', 'employer', 'self']), ground: z.enum(['partyOrRelative', 'interest', 'otherRelation', 'privateMeeting']), reason: sealed.nullable(), by })],
  RecusalRuled: ['回避申请已决定', z.strictObject({ at, arbitrator: z.string(), granted: z.boolean(), by })],
  /** `first`: the kinds of claim that are talked about first, pay before the rest. */
  MediationOffered: ['已邀请庭前调解', z.strictObject({ at, first: z.array(z.string()), by })],
  MediationAttended: ['双方到场调解', z.strictObject({ at, parties: z.array(party).min(1), by })],
  MediationEnded: ['仲裁调解未成', z.strictObject({ at, outcome: z.enum(['declined', 'absent', 'noAgreement']), by })],
  /** Some of several claims are settled; the others go on. */
  PartialInstrumentServed: ['部分请求调解书已签收', z.strictObject({ at, kinds: z.array(z.string()).min(1), performBy: day, owed: z.array(owed).min(1), by })],
  ElementsStated: ['要素已陈述', z.strictObject({ at, party, statements: z.array(statement).min(1), remark: sealed.nullable(), by })],
  IssuesFixed: ['争议要素已确定', z.strictObject({ at, agreed: z.array(z.string()), disputed: z.array(z.string()), by })],
  CollectiveNoticeServed: ['集体案件事项已一次通知', z.strictObject({ at, by })],
  /** `list`: the calendar of hearings that holds its time; `replaces`: the one that holds the time it leaves, `moved` why. */
  HearingScheduled: ['已定开庭', z.strictObject({
    at, hearingOn: day, room: z.string(), from: time.optional(), to: time.optional(), online: z.boolean().optional(), list: z.uuid().optional(), replaces: z.uuid().nullable().optional(), moved: moved.nullable().optional(), by,
  })],
  HearingNotified: ['开庭通知已送达', z.strictObject({ at, services: z.array(service).optional(), by })],
  AdjournmentRequested: ['已请求延期开庭', z.strictObject({ at, party: z.enum(['worker', 'employer']), reason, by })],
  /** `absent`: heard by default, who was properly called stayed away. `heard`: the disputed points that were gone into. */
  HearingHeld: ['已开庭', z.strictObject({ at, absent: z.literal('employer').optional(), heard: z.array(z.string()).optional(), by })],
  AwardDeadlineExtended: ['审限已延长', z.strictObject({ at, days: z.int().min(1), approvedBy: z.string() })],
  AwardLimitPassed: ['审限已届满', z.strictObject({ at })],
  ArbitrationStayed: ['中止审理', z.strictObject({ at, ground: z.string(), by })],
  ArbitrationResumed: ['恢复审理', z.strictObject({ at, by })],
  NoticePublished: ['公告送达开始', z.strictObject({ at, collective: z.boolean().optional(), by })],
  NoticeEnded: ['公告期满', z.strictObject({ at, by })],
  ClaimsChanged: ['请求变更已受理', z.strictObject({ at, change: z.enum(['addedParty', 'changedClaims', 'counterClaim', 'transferredCase']), by })],
  ConvertedToOrdinary: ['转为普通程序', z.strictObject({ at, ground: z.string(), by })],
  /** `final`: binds when it is made (LDMA 47); then it is owed by `performBy`. */
  PartialAwardMade: ['已先行裁决', z.strictObject({
    at, amount: fen, kind: z.string().optional(), elements: z.array(z.string()).optional(), final: z.boolean().nullable().optional(), performBy: day.optional(), owed: z.array(owed).optional(), by,
  })],
  AdvanceEnforcementApplied: ['已申请先予执行', z.strictObject({ at, by })],
  AdvanceEnforcementRuled: ['已裁决先予执行', z.strictObject({ at, amount: fen, rightsClear: z.boolean().optional(), lifeAffected: z.boolean().optional(), by })],
  AwardMade: ['已裁决', z.strictObject({ at, final: z.boolean(), performBy: day, owed: z.array(owed), items: z.array(awardItem).optional(), grounds: sealed.nullable().optional(), by })],
  AwardServed: ['裁决书已送达', z.strictObject({ at, party: z.enum(['worker', 'employer', 'both']), final: z.boolean(), means: service.shape.means.optional(), proof: z.string().optional(), by })],
  /** What is owed in all: with what was settled or awarded in part before. */
  AwardTookEffect: ['裁决已生效', z.strictObject({ at, performBy: day, owed: z.array(owed) })],
  MediationInstrumentServed: ['仲裁调解书已签收', z.strictObject({ at, performBy: day, owed: z.array(owed), services: z.array(service).optional(), by })],
  /** `deemed`: the applicant was called and stayed away, or left (LDMA 36). */
  ApplicationWithdrawn: ['申请已撤回', z.strictObject({ at, order: leads, settled: z.boolean(), deemed: z.boolean().optional(), by })],
  SuitFiled: ['已起诉', z.strictObject({ at, party: z.enum(['worker', 'employer']), by })],
  SetAsideApplied: ['已申请撤销裁决', z.strictObject({ at, by })],
  /** At the time when the party received the ruling. */
  SetAsideRuled: ['撤销申请已裁定', z.strictObject({ at, annulled: z.boolean(), by })],
});
export type ArbitrationEvent = EventsOf<typeof arbitrationEvents>;

/** What a court enforces (LDMA 51; CPL 227): the paper that the applicant names. */
export const enforceableTitle = z.enum(['award', 'instrument', 'confirmation', 'paymentOrder', 'judgment']);

/** court/<caseId>: the roads that lead to a court. */
export const courtEvents = stream('resolution', 'court', {
  CourtRouteAdvised: ['已引导至法院', z.strictObject({ at, route: z.enum(['paymentOrder', 'lawsuit', 'enforcement', 'costDispute']) })],
  PaymentOrderApplied: ['已申请支付令', z.strictObject({ at, by })],
  PaymentOrderAccepted: ['支付令申请已受理', z.strictObject({ at, by })],
  PaymentOrderIssued: ['支付令已发出', z.strictObject({ at, by })],
  PaymentOrderServed: ['债务人已收支付令', z.strictObject({ at, by })],
  PaymentOrderLapsed: ['支付令失效', z.strictObject({ at, reason, by })],
  /** CPL 227: fifteen days without objection; it is enforced like a judgment. */
  PaymentOrderTookEffect: ['支付令已生效', z.strictObject({ at })],
  EnforcementApplied: ['已申请强制执行', z.strictObject({ at, title: enforceableTitle.optional(), by })],
  EnforcementTerminated: ['终结本次执行', z.strictObject({ at, by })],
});
export type CourtEvent = EventsOf<typeof courtEvents>;

/** handover/<caseId>: what other departments do: injury recognition, residence permit, land arbitration, relief, legal aid, or an answer. */
export const procedure = z.enum(['general', 'workInjury', 'capacityAppraisal', 'residencePermit', 'landArbitration', 'relief', 'legalAid', 'petition']);
export type Procedure = z.infer<typeof procedure>;
/** Whether the department leads the order or helps with it: only the lead's conclusion concludes the order. */
const role = z.enum(['lead', 'assist']);
/** Whether the body has decided on it for the first time or again. */
const instance = z.enum(['first', 'second']);
/** What a conclusion on a clue rests on: wages found owed, where the clue belongs, which case or paper shows it. */
const clueFacts = z.strictObject({ amount: fen.optional(), workers: z.int().min(1).optional(), division: z.string().optional(), reference: z.string().optional() });
export type ClueFacts = z.infer<typeof clueFacts>;
const assisting = { order, department: z.string(), division: z.string() };
export const handoverEvents = stream('resolution', 'handover', {
  MatterHandedOver: ['已交职能部门', z.strictObject({ at, order, role, department: z.string(), division: z.string(), procedure })],
  ProcedureApplied: ['已提出申请', z.strictObject({ at, order, procedure, urgent: z.boolean().optional(), by })],
  ProcedureAccepted: ['部门已受理', z.strictObject({ at, order, procedure, factsClear: z.boolean().optional(), by })],
  ProcedureRefused: ['部门书面不予受理', z.strictObject({ at, order, role, procedure, ground: z.string(), by })],
  ProcedureForwarded: ['已转送有权处理机关', z.strictObject({ at, order, procedure, department: z.string(), by })],
  ProcedureReturned: ['对转送提出异议，已退回', z.strictObject({ at, order, procedure, ground: z.string(), by })],
  MaterialsRequested: ['一次性告知补正材料', z.strictObject({ at, order, procedure, gaps: z.array(z.string()).min(1), by })],
  MaterialsReceived: ['补正材料已收到', z.strictObject({ at, order, procedure, by })],
  /** `limit`: whether the time to apply or the time to decide grew. */
  ProcedureExtended: ['办理期限已延长', z.strictObject({ at, order, procedure, limit: z.enum(['apply', 'decide']), days: z.int().min(1), reason, approvedBy: z.string() })],
  ProcedureSuspended: ['办理中止', z.strictObject({ at, order, procedure, reason, by })],
  ProcedureResumed: ['办理恢复', z.strictObject({ at, order, procedure, by })],
  ProcedureChallenged: ['已就处理结果起诉或申请复议', z.strictObject({ at, order, procedure, route: z.enum(['lawsuit', 'reconsideration']), by })],
  /** `basis`: which place gives it: where the emergency arose, where the person lives, or by a rule of the region. */
  ReliefGiven: ['已先行救助', z.strictObject({ at, order, amount: fen, basis: z.enum(['emergencyPlace', 'habitualResidence', 'regionalRule']).optional(), form: z.enum(['cash', 'kind', 'shelter']).optional(), by })],
  ReliefGranted: ['审核后给予救助', z.strictObject({ at, order, amount: fen, by })],
  ReliefPapersLapsed: ['救助手续逾期未补齐', z.strictObject({ at, order })],
  EscortedToStation: ['已送至救助管理机构', z.strictObject({ at, order, escort: z.enum(['police', 'civilAffairs', 'none']), vulnerable: z.enum(['minor', 'elder', 'disabled', 'ill']).nullable(), by })],
  ReliefPapersCompleted: ['救助手续已补齐', z.strictObject({ at, order, by })],
  LegalAidGranted: ['已给予法律援助', z.strictObject({ at, order, by })],
  LegalAidRefused: ['不予法律援助', z.strictObject({ at, order, ground: z.string(), cause: z.enum(['means', 'scope', 'merit', 'other']).optional(), by })],
  LegalAidGivenFirst: ['已先行提供法律援助', z.strictObject({ at, order, ground: z.enum(['limitEnds', 'preservation', 'advanceEnforcement', 'other']), by })],
  LegalAidObjected: ['对不予法律援助提出异议', z.strictObject({ at, order, by })],
  LegalAidReviewed: ['司法行政部门已审查异议', z.strictObject({ at, order, upheld: z.boolean(), by })],
  /** `lawyer`: the lawyer's licence number or id, never a name. */
  LawyerAssigned: ['已指派律师', z.strictObject({ at, order, lawyer: z.string().optional(), by })],
  /** `arrears`, `resolved` and `name` as the pack said of the conclusion; `facts`: those that it asks for. */
  ClueVerified: ['线索已核查', z.strictObject({
    at, order, conclusion: z.string(), arrears: z.boolean().optional(), resolved: z.boolean().optional(), name: z.strictObject({ zh: z.string(), en: z.string() }).optional(), facts: clueFacts.optional(), by,
  })],
  MatterConcluded: ['部门已办结', z.strictObject({ at, order, role, procedure, result: z.string(), reply: sealed.nullable(), instance: instance.optional(), by })],
  /** The order went to another body or another kind of desk: the matter ends here, the order does not. */
  MatterTakenOver: ['事项已改由其他机关办理', z.strictObject({ at, order, role, procedure, by })],
  ProgressNoted: ['已告知办理进展', z.strictObject({ at, order, procedure, note: sealed.nullable(), by })],
  /** Another body or another place is asked to help with an order. */
  AssistanceRequested: ['已请求协办', z.strictObject({ at, ...assisting })],
  AssistanceAccepted: ['协办单位已接收', z.strictObject({ at, ...assisting, by })],
  AssistanceContributed: ['协办单位已反馈', z.strictObject({ at, ...assisting, note: sealed.nullable(), by })],
  AssistanceDeclined: ['协办单位说明不能协办', z.strictObject({ at, ...assisting, ground: z.string(), by })],
  /** What the person gets without asking (免申即享): `offer` is the rule of the pack that offers it. */
  OfferMade: ['已主动告知可享事项', z.strictObject({ at, order, offer: z.string(), procedure: procedure.nullable(), department: z.string().nullable(), division: z.string(), source: z.string() })],
  OfferAccepted: ['已接受可享事项', z.strictObject({ at, order, offer: z.string(), by })],
  OfferDeclined: ['已谢绝可享事项', z.strictObject({ at, order, offer: z.string(), by })],
});
export type HandoverEvent = EventsOf<typeof handoverEvents>;

/** Zero clearance: the class of the arrears, and the day by which they are to be paid; both or neither. */
const clearing = { clearZeroClass: z.enum(['A', 'B']).optional(), clearBy: day.optional() };

/** From which money: who paid is said beside it. */
export const moneySource = z.enum(['employer', 'generalContractor', 'projectOwner', 'deposit', 'emergencyFund', 'court', 'wageAccount', 'otherParty']);
/** What the pack offers where money did not come, as it was read on that day. */
const offer = z.strictObject({ step: z.string(), zh: z.string(), en: z.string(), source: z.string() });
const worker = z.int().min(1);

/** payment/<caseId>: the money, worker by worker, until nothing is unpaid. An agreement is not payment. */
export const paymentEvents = stream('resolution', 'payment', {
  /** `unsettled`: workers of the case for whom nothing is due yet, or only a part of what they claim; the case is not paid before the rest is said of them. */
  PaymentDue: ['应付款项已确定', z.strictObject({
    at, basis: z.enum(['agreement', 'award', 'instrument', 'payOrder', 'voluntary', 'confirmation']), performBy: day, owed: z.array(owed).min(1), ...promise, unsettled: z.array(worker).min(1).optional(), ...clearing,
  })],
  /** The employer's statement had been recorded too high: what the worker was owed by all grounds together (`was`), and what is owed in truth. */
  WagesOwedCorrected: ['应付工资已更正', z.strictObject({ at, worker, was: fen, amount: fen, reason: sealed.nullable(), by })],
  /** Grounds may give several workers several days: the day that runs now, where it is another than that of the newest ground. */
  PerformanceDayMoved: ['履行期限已转至下一日期', z.strictObject({ at, performBy: day })],
  /** Each instalment in its turn: the next opens when the one before was paid or missed. */
  InstalmentOpened: ['分期付款进入下一期', z.strictObject({ at, number: z.int().min(1), on: day, owed: z.array(owed).min(1) })],
  InstalmentMet: ['本期款项已付清', z.strictObject({ at, number: z.int().min(1) })],
  InstalmentDefaulted: ['本期款项逾期未付', z.strictObject({ at, number: z.int().min(1), unpaid: fen, workers: z.int().min(1), accelerated: z.boolean() })],
  WagePaid: ['工资已支付', z.strictObject({ at, worker, amount: fen, source: moneySource, evidence: z.string(), by, payer: payer.optional(), beyondOwed: z.boolean().optional() })],
  /** The record was wrong: what it said (`was`), and what is true. */
  WagePaidCorrected: ['工资支付记录已更正', z.strictObject({ at, worker, evidence: z.string(), was: fen, amount: fen, reason: sealed.nullable(), by })],
  /** The debtor has paid, the worker cannot be found: the money is kept for the worker. */
  WagesHeld: ['工资代为保管，待劳动者领取', z.strictObject({ at, worker, amount: fen, holder: z.string(), source: moneySource, evidence: z.string(), payer: payer.optional(), by })],
  WagesHeldCorrected: ['工资代管记录已更正', z.strictObject({ at, worker, evidence: z.string(), was: fen, amount: fen, reason: sealed.nullable(), by })],
  HeldWagesPaid: ['代管工资已由劳动者领取', z.strictObject({ at, worker, amount: fen, evidence: z.string(), by })],
  HeldWagesPaidCorrected: ['代管工资领取记录已更正', z.strictObject({ at, worker, evidence: z.string(), was: fen, amount: fen, reason: sealed.nullable(), by })],
  PaymentCompleted: ['已全部付清', z.strictObject({ at, total: fen, workers: z.int().min(1) })],
  /** A correction showed that it was not paid in full. */
  PaymentReopened: ['更正后仍有工资未付', z.strictObject({ at, performBy: day, unpaid: fen, workers: z.int().min(1), ...clearing })],
  PaymentDefaulted: ['逾期未付', z.strictObject({ at, unpaid: fen, workers: z.int().min(1), offers: z.array(offer).optional() })],
});
export type PaymentEvent = EventsOf<typeof paymentEvents>;

/** closure/<caseId>: the person's side of the case: contacted, told, called back, closed, reopened, archived. */
export const closureEvents = stream('resolution', 'closure', {
  /** `money`: orders about money owed to workers; `enquiries`: orders that an answer concludes. Comes again for orders that join later. */
  CaseOpened: ['开始办理', z.strictObject({ at, orders: z.array(order).min(1), money: z.array(order), enquiries: z.array(order) })],
  RequesterContacted: ['已首次联系', z.strictObject({ at, order, reached: z.boolean(), by })],
  ReplyGiven: ['已答复诉求人', z.strictObject({ at, order, reply: sealed.nullable(), by })],
  /** A statute gives longer than the hotline promises: the person was told until when, and how far the matter is. */
  LongerLimitTold: ['已告知法定期限和办理进展', z.strictObject({ at, order, until: day, ground: z.string(), reply: sealed.nullable(), by })],
  EnquiryPassedOn: ['疑难咨询已转业务科室', z.strictObject({ at, order, section: z.string(), by })],
  AnsweredOnLine: ['已即时答复', z.strictObject({ at, order, reply: sealed.nullable(), by })],
  LegalRouteAdvised: ['已告知法定途径', z.strictObject({ at, orders: z.array(order), route: z.array(z.string()), by })],
  OrderConcluded: ['子工单已办结', z.strictObject({ at, order, result: z.string(), by })],
  CaseResolved: ['案件已办结', z.strictObject({ at, result: z.string(), by })],
  CallbackMade: ['已回访', z.strictObject({ at, solved: z.boolean().nullable(), satisfied: z.enum(['satisfied', 'basicallySatisfied', 'dissatisfied']).nullable(), answers: z.array(z.strictObject({ order, solved: z.boolean() })).optional(), by })],
  /** `tries`: after how many of them a supervisor may close the case. */
  CallbackUnreached: ['回访未接通', z.strictObject({ at, attempt: z.int().min(1), tries: z.int().min(1).optional(), by })],
  /** `orders`: those that go back; absent: all. */
  CaseReopened: ['退回重办', z.strictObject({ at, reason, orders: z.array(order).optional(), by })],
  CaseCarriedForward: ['挂账', z.strictObject({ at, reason, reviewOn: day, by })],
  CaseResumed: ['挂账案件恢复办理', z.strictObject({ at, reason, by })],
  CaseClosed: ['已结案', z.strictObject({ at, reason: reason.nullable(), by })],
  /** `file`: the kind of file, which tells how long it is kept at least. */
  CaseArchived: ['已归档', z.strictObject({ at, retainUntil: day, file: z.enum(['award', 'arbitration', 'inspection', 'hotline']).optional(), by })],
});
export type ClosureEvent = EventsOf<typeof closureEvents>;

/** limitation/<caseId>: how the time in which a right must be claimed began, was interrupted or stood still. */
export const right = z.enum(['labour', 'wages', 'land', 'enforcement']);
export type Right = z.infer<typeof right>;
export const limitationEvents = stream('resolution', 'limitation', {
  /** `from`: the day on which the person knew or should have known, or on which the labour relation ended. */
  LimitationBegan: ['时效开始计算', z.strictObject({ at, order, right, from: day, by })],
  LimitationInterrupted: ['时效中断', z.strictObject({ at, order, right, ground: z.enum(['claimToObligor', 'requestToAuthority', 'admission']), by })],
  LimitationSuspended: ['时效中止', z.strictObject({ at, order, right, reason, by })],
  LimitationResumed: ['时效恢复计算', z.strictObject({ at, order, right, by })],
});
export type LimitationEvent = EventsOf<typeof limitationEvents>;

/**
 * papers/<caseId>: papers made from templates. None is kept: it is made again from the log up to `asOf`, by the template of the pack, byte for byte. `pdf` and
 * `docx` are its keyed fingerprints, by which that is checked: of a plain hash of a form everybody could find out the one name that is unknown in it.
 */
export const paperEvents = stream('resolution', 'papers', {
  PaperIssued: ['文书已出具', z.strictObject({
    at, by, paper: z.uuid(), kind: z.string(), number: z.string(), worker: z.int().min(1), pack: z.strictObject({ division: z.string(), version: z.string() }), template: z.string(),
    basis: z.string(), asOf: z.string(), opened: z.array(z.string()), pdf: z.string(), docx: z.string(), replaces: z.uuid().nullable(),
  })],
  /** Made again for somebody, with the personal fields that it names. */
  PaperRead: ['文书已查阅', z.strictObject({ at, by, paper: z.uuid(), form: z.enum(['pdf', 'docx']), opened: z.array(z.string()) })],
});
export type PaperEvent = EventsOf<typeof paperEvents>;
