import { actions } from '#libs/runtime/action.js';
import { fieldsOf } from '#libs/runtime/validation.js';
import './arbitration/arbitration.requests.js';
import './closure/closure.requests.js';
import './coordination/coordination.requests.js';
import './court/court.requests.js';
import './employment/employment.requests.js';
import './fund/fund.requests.js';
import './handover/handover.help.requests.js';
import './handover/handover.requests.js';
import './inspection/inspection.requests.js';
import './limitation/limitation.requests.js';
import './mediation/mediation.requests.js';
import './payment/payment.requests.js';
import './regulator/regulator.requests.js';
import type { ArbitrationCommand } from './arbitration/arbitration.commands.js';
import type { ClosureCommand } from './closure/closure.decider.js';
import type { CoordinationCommand } from './coordination/coordination.decider.js';
import type { CourtCommand } from './court/court.decider.js';
import type { EmploymentCommand } from './employment/employment.decider.js';
import type { FundCommand } from './fund/fund.decider.js';
import type { HandoverCommand } from './handover/handover.decider.js';
import type { InspectionCommand } from './inspection/inspection.decider.js';
import type { LimitationCommand } from './limitation/limitation.decider.js';
import type { MediationCommand } from './mediation/mediation.decider.js';
import type { PaymentCommand } from './payment/payment.decider.js';
import type { RegulatorCommand } from './regulator/regulator.decider.js';

type Command = ArbitrationCommand | ClosureCommand | CourtCommand | HandoverCommand | InspectionCommand | LimitationCommand | MediationCommand | PaymentCommand | FundCommand | RegulatorCommand | CoordinationCommand | EmploymentCommand;
/** Who gives each command; the compiler sees that none is forgotten. */
const giver: Record<Command['type'], 'person' | 'process'> = {
  ApplyForMediation: 'person', StartMediation: 'person', ExtendMediation: 'person', RecordAgreement: 'person', FailMediation: 'person', ExpireMediation: 'process',
  ApplyForArbitralReview: 'person', ApplyForJudicialConfirmation: 'person', ConfirmRelation: 'person',
  AnswerJointMediation: 'person', ReplaceMediator: 'person', InviteParty: 'person', AnswerInvitation: 'person', ScheduleSession: 'person', JoinSessionOnline: 'person', HoldSession: 'person', AdjournSession: 'person', RecordNoShow: 'person',
  DraftAgreement: 'person', SignAgreement: 'person', WithdrawFromMediation: 'person', CloseMediation: 'process', CertifyFailure: 'person', DecideArbitralReview: 'person', DecideJudicialConfirmation: 'person',
  ReceiveComplaint: 'process', AcceptComplaint: 'person', RefuseComplaint: 'person', FileInspection: 'person', ExtendInvestigation: 'person', SuspendInvestigation: 'person',
  ResumeInvestigation: 'person', CompleteInvestigation: 'person', OrderPayment: 'person', ExpirePayOrder: 'process', DecideHandling: 'person', DecidePenalty: 'person', WithdrawFiling: 'person',
  ReportCrime: 'person', ApproveTransfer: 'person', DeclineTransfer: 'person', TransferToPolice: 'person', RecordPoliceFiling: 'person', RecordPoliceRefusal: 'person', ApplyForCourtEnforcement: 'person',
  RequestSupplements: 'person', ReceiveSupplements: 'person', ForwardByPolice: 'person', RequestReconsideration: 'person', RecordReconsideration: 'person', AnnounceDecision: 'person', ServeDecision: 'person',
  NotifySanctionListing: 'person', ObjectToSanctionListing: 'person', ExtendSanctionListing: 'person', ListForSanctions: 'person', DeclineSanctionListing: 'person', RemoveFromSanctionList: 'person',
  FindMajorViolation: 'person', PublishViolation: 'person', CallDeposit: 'person', RecordDepositUsed: 'person', RecordDepositRefilled: 'person', AnnounceAccountClosure: 'person', CloseWageAccount: 'person',
  OrderRectification: 'person', ExpireRectification: 'process', RecordRectified: 'person', DemandRecords: 'person', ReceiveRecords: 'person', MakeAdverseFinding: 'person',
  RequestAdjournment: 'person', RuleOnSetAside: 'person', TellLongerLimit: 'person', PassEnquiryOn: 'person',
  RefuseProcedure: 'person', ForwardProcedure: 'person', ReturnProcedure: 'person', RequestMaterials: 'person', ReceiveMaterials: 'person', ExtendProcedure: 'person', SuspendProcedure: 'person',
  ResumeProcedure: 'person', ChallengeProcedure: 'person', HelpFirst: 'person', ObjectToAidRefusal: 'person', ReviewAidRefusal: 'person',
  BeginLimitation: 'person', InterruptLimitation: 'person', SuspendLimitation: 'person', ResumeLimitation: 'person', InterruptAll: 'process',
  ApplyForArbitration: 'person', RequireCorrections: 'person', CompleteCorrections: 'person', AcceptApplication: 'person', RefuseApplication: 'person', ServeCopy: 'person', WaiveAnswerPeriod: 'person',
  ReceiveAnswer: 'person', ForwardAnswer: 'person', FormPanel: 'person', NotifyCollective: 'person', ScheduleHearing: 'person', NotifyHearing: 'person', HoldHearing: 'person', ExtendAwardDeadline: 'person',
  PassAwardLimit: 'process', StayArbitration: 'person', ResumeArbitration: 'person', PublishNotice: 'person', EndNotice: 'person', ChangeClaims: 'person', ConvertToOrdinary: 'person', MakePartialAward: 'person',
  RuleAdvanceEnforcement: 'person', MakeAward: 'person', ServeAward: 'person', TakeEffect: 'process', ServeMediationInstrument: 'person', WithdrawApplication: 'person', FileSuit: 'person', ApplyToSetAside: 'person',
  ReceivePendingDocument: 'person', RecordBrokenPromise: 'person', RequestRecusal: 'person', RuleOnRecusal: 'person', OfferMediation: 'person', AttendMediation: 'person', EndMediation: 'person', ServePartialInstrument: 'person',
  StateElements: 'person', FixIssues: 'person', DeemWithdrawn: 'person', ApplyForAdvanceEnforcement: 'person',
  AdviseCourtRoute: 'process', ApplyForPaymentOrder: 'person', AcceptPaymentOrder: 'person', IssuePaymentOrder: 'person', ServePaymentOrder: 'person', LapsePaymentOrder: 'person', ApplyForEnforcement: 'person', TerminateEnforcement: 'person',
  ApplyForFund: 'person', ApproveFund: 'person', DeclineFund: 'person', AdvanceFromFund: 'person', ClaimRecourse: 'person', RecordRecourse: 'person',
  AskRegulator: 'person', AnswerRegulator: 'person', HoldFirstMediation: 'person', FollowUpPayment: 'person', ExplainRules: 'person', ReferJobSeeker: 'person', AcceptReferral: 'person', ConcludeReferral: 'person',
  HandOver: 'process', TakeOver: 'process', LapseReliefPapers: 'process', GrantRelief: 'person', EscortToStation: 'person', NoteProgress: 'person', RequestAssistance: 'process', AcceptAssistance: 'person',
  ContributeAssistance: 'person', DeclineAssistance: 'person', MakeOffers: 'process', AcceptOffer: 'person', DeclineOffer: 'person', ApplyForProcedure: 'person', AcceptProcedure: 'person', GiveRelief: 'person', CompleteReliefPapers: 'person', GrantLegalAid: 'person', RefuseLegalAid: 'person', AssignLawyer: 'person', VerifyClue: 'person', ConcludeMatter: 'person',
  DuePayment: 'process', StateWagesOwed: 'person', RecordWagePaid: 'person', DefaultPayment: 'process', CorrectWagesOwed: 'person', CorrectWagePaid: 'person', CorrectWagesHeld: 'person', CorrectHeldWagesPaid: 'person', HoldWages: 'person', PayHeldWages: 'person', DefaultInstalment: 'process', TakePaymentOrderEffect: 'process',
  OpenCase: 'process', AdviseLegalRoute: 'process', ContactRequester: 'person', GiveReply: 'person', AnswerOnLine: 'person', ConcludeOrder: 'person', ConcludePaid: 'process', ConcludeCase: 'process', RecordCallback: 'person',
  RecordCallbackUnreached: 'person', CloseCase: 'person', ReopenCase: 'person', ReopenUnpaid: 'process', CarryForward: 'person', ResumeCase: 'person', ArchiveCase: 'person',
};

describe('The requests of the desks', () => {
  const declared = [...actions.values()];

  it('are those of every command that a person gives, and of no other', () => {
    const wanted = Object.entries(giver).flatMap(([type, who]) => (who === 'person' ? [type] : []));
    expect(declared.map(({ command }) => command).sort()).toEqual(wanted.sort());
  });

  it.each(declared.map((action) => [action.command, action] as const))('%s names and bounds its fields', (_, action) => {
    const { properties = {} } = fieldsOf(action.request, 'en');
    for (const [name, schema] of Object.entries(properties)) {
      if (name === 'at') continue;
      expect([name, typeof schema.description]).toEqual([name, 'string']);
      const bounded = 'maxLength' in schema || 'maximum' in schema || 'enum' in schema || 'maxItems' in schema || 'format' in schema || [schema.type].flat().includes('boolean');
      expect([name, bounded]).toEqual([name, true]);
    }
    expect(action.ground).not.toBe('');
    expect(action.zh).toMatch(/\p{Script=Han}/u);
  });
});
