import type { Refusal } from '#libs/decider/refusal.js';
import { refuse } from './arbitration.refusals.js';
import type { Arbitration } from './arbitration.state.js';

type Guard = (state: Arbitration) => Refusal | undefined;

/** Each guard in the order of the procedure, so that the first thing missing is the one named. */
export const may = {
  ApplyForArbitration: (state) => (['none', 'refused', 'withdrawn'].includes(state.phase) ? undefined : refuse('ARBITRATION_UNDER_WAY')),
  RequireCorrections: (state) => notPending(state) ?? (state.gaps ? refuse('CORRECTIONS_ALREADY_REQUIRED') : undefined),
  CompleteCorrections: (state) => notPending(state) ?? (state.phase === 'correcting' ? undefined : refuse('NO_CORRECTIONS_OUTSTANDING')),
  AcceptApplication: (state) => notPending(state) ?? (state.phase === 'correcting' && state.track !== 'speedy' ? refuse('CORRECTIONS_OUTSTANDING') : undefined),
  RefuseApplication: (state) => notPending(state),
  ReceivePendingDocument: (state) => notHearing(state) ?? nothingPromised(state),
  RecordBrokenPromise: (state) => notHearing(state) ?? nothingPromised(state),
  ServeCopy: (state) => notHearing(state) ?? (state.copyServedOn ? refuse('COPY_ALREADY_SERVED') : undefined),
  WaiveAnswerPeriod: (state) => notAnswerable(state) ?? (state.simplified ? undefined : refuse('ANSWER_PERIOD_NOT_WAIVABLE')),
  ReceiveAnswer: (state) => (state.answer === 'waived' ? notHearing(state) : notAnswerable(state)), // A waiver forbids nobody to answer after all.
  ForwardAnswer: (state) => notHearing(state) ?? answerHere(state),
  FormPanel: (state) => notHearing(state),
  RequestRecusal: (state) => notHearing(state) ?? noPanel(state),
  RuleOnRecusal: (state) => notHearing(state) ?? (recusalAsked(state) ? undefined : refuse('RECUSAL_NOT_REQUESTED')),
  OfferMediation: (state) => notProceeding(state) ?? (state.mediation ? refuse('MEDIATION_OFFERED_ALREADY') : undefined),
  AttendMediation: (state) => notProceeding(state) ?? noMediation(state),
  EndMediation: (state) => notHearing(state) ?? noMediation(state),
  ServePartialInstrument: (state) => notHearing(state) ?? noMediation(state),
  StateElements: (state) => notProceeding(state),
  FixIssues: (state) => notProceeding(state) ?? nobodyStated(state),
  NotifyCollective: (state) => notHearing(state) ?? (state.collective ? undefined : refuse('NOT_COLLECTIVE')) ?? (state.noticed ? refuse('COLLECTIVE_NOTICE_ALREADY_SERVED') : undefined),
  ScheduleHearing: (state) => notProceeding(state) ?? noPanel(state),
  NotifyHearing: (state) => notProceeding(state) ?? noHearing(state) ?? (state.hearing?.notified ? refuse('HEARING_ALREADY_NOTIFIED') : undefined),
  RequestAdjournment: (state) => notProceeding(state) ?? noHearing(state),
  HoldHearing: (state) => notProceeding(state) ?? noHearing(state) ?? noPanel(state) ?? recusalPending(state),
  DeemWithdrawn: (state) => notProceeding(state) ?? noHearing(state),
  ExtendAwardDeadline: (state) => notHearing(state) ?? (state.extended ? refuse('AWARD_ALREADY_EXTENDED') : undefined),
  StayArbitration: (state) => notProceeding(state),
  ResumeArbitration: (state) => notHearing(state) ?? (state.stayedOn ? undefined : refuse('ARBITRATION_NOT_STAYED')),
  PublishNotice: (state) => (state.phase === 'awarded' ? undefined : notHearing(state)) ?? (noticeRuns(state) ? refuse('NOTICE_RUNNING') : undefined), // The award too may be served so.
  EndNotice: (state) => (state.phase === 'awarded' ? undefined : notHearing(state)) ?? (noticeRuns(state) ? undefined : refuse('NOTICE_NOT_PUBLISHED')),
  ChangeClaims: (state) => notHearing(state),
  ConvertToOrdinary: (state) => notHearing(state) ?? (state.simplified || state.track === 'speedy' ? undefined : refuse('ALREADY_ORDINARY')),
  MakePartialAward: (state) => notProceeding(state) ?? noPanel(state) ?? recusalPending(state),
  ApplyForAdvanceEnforcement: (state) => notHearing(state),
  RuleAdvanceEnforcement: (state) => notProceeding(state) ?? noPanel(state),
  MakeAward: (state) => notProceeding(state) ?? noPanel(state) ?? recusalPending(state) ?? unheard(state),
  ServeAward: (state) => notAwarded(state) ?? (state.award?.servedOn.worker && state.award.servedOn.employer ? refuse('AWARD_ALREADY_SERVED') : undefined),
  ServeMediationInstrument: (state) => notHearing(state),
  WithdrawApplication: (state) => (state.phase === 'applied' || state.phase === 'correcting' ? undefined : notHearing(state)),
  FileSuit: (state) => notAwarded(state) ?? unserved(state),
  ApplyToSetAside: (state) => notAwarded(state) ?? unserved(state) ?? settingAside(state),
  RuleOnSetAside: (state) => notAwarded(state) ?? (state.award?.setAsideAppliedOn ? undefined : refuse('SET_ASIDE_NOT_APPLIED')) ?? (state.award?.setAside ? refuse('SET_ASIDE_ALREADY_RULED') : undefined),
} satisfies Readonly<Record<string, Guard>>;

/** An application lies, neither accepted nor refused. */
function notPending(state: Arbitration): Refusal | undefined {
  if (state.phase === 'none') return refuse('ARBITRATION_NOT_APPLIED');
  if (state.phase === 'applied' || state.phase === 'correcting') return undefined;
  return state.phase === 'accepted' || state.phase === 'awarded' ? refuse('ARBITRATION_ALREADY_ACCEPTED') : refuse('ARBITRATION_CLOSED');
}

/** Accepted, and neither awarded nor otherwise ended. */
function notHearing(state: Arbitration): Refusal | undefined {
  if (state.phase === 'none') return refuse('ARBITRATION_NOT_APPLIED');
  if (state.phase === 'accepted') return undefined;
  if (state.phase === 'awarded') return refuse('AWARD_ALREADY_MADE');
  return state.phase === 'applied' || state.phase === 'correcting' ? refuse('ARBITRATION_NOT_ACCEPTED') : refuse('ARBITRATION_CLOSED');
}

function notProceeding(state: Arbitration): Refusal | undefined {
  return notHearing(state) ?? (state.stayedOn ? refuse('ARBITRATION_STAYED') : undefined);
}

function notAnswerable(state: Arbitration): Refusal | undefined {
  const refusal = notHearing(state) ?? (state.copyServedOn ? undefined : refuse('COPY_NOT_SERVED'));
  return refusal ?? (state.answer === 'awaited' ? undefined : refuse('ANSWER_PERIOD_ALREADY_OVER'));
}

function nothingPromised(state: Arbitration): Refusal | undefined {
  return state.pending.length > 0 ? undefined : refuse('NO_DOCUMENT_PENDING');
}

function noPanel(state: Arbitration): Refusal | undefined {
  return state.panel.length > 0 ? undefined : refuse('PANEL_NOT_FORMED');
}

function recusalAsked({ recusals }: Arbitration): boolean {
  return Object.values(recusals).includes('asked');
}

/** Who is asked to withdraw takes no part until that is decided; only what is urgent goes on (LDMA 33, 44). */
function recusalPending(state: Arbitration): Refusal | undefined {
  return recusalAsked(state) ? refuse('RECUSAL_PENDING') : undefined;
}

function noMediation(state: Arbitration): Refusal | undefined {
  return state.mediation ? undefined : refuse('NO_MEDIATION_UNDER_WAY');
}

function nobodyStated({ stated }: Arbitration): Refusal | undefined {
  return Object.keys(stated.worker).length > 0 ? undefined : refuse('ELEMENTS_NOT_STATED');
}

function answerHere(state: Arbitration): Refusal | undefined {
  if (state.answer === 'forwarded') return refuse('ANSWER_ALREADY_FORWARDED');
  return state.answer === 'received' ? undefined : refuse('ANSWER_NOT_RECEIVED');
}

function noHearing(state: Arbitration): Refusal | undefined {
  return state.hearing && !state.hearing.held ? undefined : refuse('HEARING_NOT_SCHEDULED');
}

/** In the simplified procedure the tribunal shapes the hearing itself (CHR 60); otherwise it must have sat. */
function unheard(state: Arbitration): Refusal | undefined {
  return state.heard || state.simplified ? undefined : refuse('HEARING_NOT_HELD');
}

function noticeRuns(state: Arbitration): boolean {
  return state.noticeOn !== undefined && !state.noticeEnded;
}

function notAwarded(state: Arbitration): Refusal | undefined {
  if (state.phase === 'none') return refuse('ARBITRATION_NOT_APPLIED');
  return state.award ? undefined : refuse('AWARD_NOT_MADE');
}

function unserved(state: Arbitration): Refusal | undefined {
  return state.award?.servedOn.worker || state.award?.servedOn.employer ? undefined : refuse('AWARD_NOT_SERVED');
}

function settingAside(state: Arbitration): Refusal | undefined {
  if (!state.award?.final) return refuse('SET_ASIDE_FINAL_ONLY');
  if (state.award.suits.includes('worker')) return refuse('WORKER_HAS_SUED');
  return state.award.setAsideAppliedOn ? refuse('SET_ASIDE_ALREADY_APPLIED') : undefined;
}
