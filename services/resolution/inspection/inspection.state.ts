import type { InspectionEvent } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { never } from '#libs/decider/decider.js';
import type { Refusal } from '#libs/decider/refusal.js';
import type { Demands } from './inspection.demands.js';
import { evolveDemands, isDemand, noDemands } from './inspection.demands.js';
import { refuse } from './inspection.refusals.js';
import type { Sequel } from './inspection.sequel.js';
import { evolveSequel, isSequel, sequelStart } from './inspection.sequel.js';

export interface Owed {
  readonly worker: number;
  readonly amount: number;
}

export interface Inspection {
  readonly phase: 'none' | 'received' | 'refused' | 'accepted' | 'filed' | 'completed' | 'withdrawn';
  readonly division: string | undefined;
  /** The order that this body leads; null where it assists. */
  readonly order: number | null;
  /** The day of the last step of the investigation; a later step cannot lie before it. */
  readonly since: Day | undefined;
  readonly extended: { readonly at: Instant; readonly days: number } | undefined;
  readonly suspended: boolean;
  readonly resumedAt: Instant | undefined;
  /** The last order to pay. */
  readonly payOrder: { readonly servedOn: Day; readonly dueOn: Day; readonly owed: readonly Owed[]; readonly expired: boolean } | undefined;
  readonly handled: boolean;
  readonly penalised: boolean;
  readonly crime: 'none' | 'reported' | 'approved' | 'declined' | 'transferred' | 'policeFiled' | 'policeRefused' | 'reconsidering' | 'reconsidered';
  /** When the last step towards the police happened: the 24 hours of TRF 5 are hours. */
  readonly crimeAt: Instant | undefined;
  readonly enforcementApplied: boolean;
  /** Where the transfer was last forwarded to by a police body that was not competent (TRF 7). */
  readonly forwardedTo: string | undefined;
  readonly supplements: 'none' | 'requested' | 'received';
  /** The one list that was asked for. */
  readonly gaps: readonly string[];
  readonly sequel: Sequel;
  readonly demands: Demands;
}

export const initial: Inspection = {
  phase: 'none', division: undefined, order: null, since: undefined, extended: undefined, suspended: false, resumedAt: undefined, payOrder: undefined,
  handled: false, penalised: false, crime: 'none', crimeAt: undefined, enforcementApplied: false, forwardedTo: undefined, supplements: 'none', gaps: [], sequel: sequelStart, demands: noDemands,
};

export function evolve(state: Inspection, event: InspectionEvent): Inspection {
  const since = dayOf(event.at);
  if (isSequel(event)) return { ...state, sequel: evolveSequel(state.sequel, event) };
  if (isDemand(event)) return { ...state, demands: evolveDemands(state.demands, event) };
  switch (event.type) {
    case 'ComplaintReceived':       return { ...state, phase: 'received', since, division: event.division, order: event.order, supplements: 'none' };
    case 'ComplaintAccepted':       return { ...state, phase: 'accepted', since };
    case 'SupplementsRequested':    return { ...state, since, supplements: 'requested', gaps: event.gaps };
    case 'SupplementsReceived':     return { ...state, since, supplements: 'received' };
    case 'ComplaintRefused':        return { ...state, phase: 'refused', since };
    case 'InspectionFiled':         return { ...state, phase: 'filed', since };
    case 'InvestigationExtended':   return { ...state, extended: { at: event.at, days: event.days } };
    case 'InvestigationSuspended':  return { ...state, since, suspended: true };
    case 'InvestigationResumed':    return { ...state, since, suspended: false, resumedAt: event.at };
    case 'InvestigationCompleted':  return { ...state, phase: 'completed', since };
    case 'PayOrdered':              return { ...state, payOrder: { servedOn: since, dueOn: event.dueOn, owed: event.owed, expired: false } };
    case 'PayOrderExpired':         return state.payOrder ? { ...state, payOrder: { ...state.payOrder, expired: true } } : state;
    case 'HandlingDecided':         return { ...state, handled: true };
    case 'PenaltyDecided':          return { ...state, penalised: true };
    case 'FilingWithdrawn':         return { ...state, phase: 'withdrawn', since };
    case 'CrimeReported':           return { ...state, crime: 'reported', crimeAt: event.at };
    case 'TransferApproved':        return { ...state, crime: 'approved', crimeAt: event.at };
    case 'TransferDeclined':        return { ...state, crime: 'declined', crimeAt: event.at };
    case 'TransferredToPolice':     return { ...state, crime: 'transferred', crimeAt: event.at };
    case 'PoliceForwarded':         return { ...state, crimeAt: event.at, forwardedTo: event.to };
    case 'ReconsiderationRequested': return { ...state, crime: 'reconsidering', crimeAt: event.at };
    case 'ReconsiderationRefused':  return { ...state, crime: 'reconsidered', crimeAt: event.at };
    case 'PoliceFiled':             return { ...state, crime: 'policeFiled', crimeAt: event.at };
    case 'PoliceRefused':           return { ...state, crime: 'policeRefused', crimeAt: event.at };
    case 'CourtEnforcementApplied': return { ...state, enforcementApplied: true };
    default:                        return never(event);
  }
}

type Guard = (state: Inspection) => Refusal | undefined;

/** Each guard in the order of the procedure, so that the first thing missing is the one named. */
export const may = {
  AcceptComplaint: (state) => {
    if (state.phase === 'none') return refuse('COMPLAINT_NOT_RECEIVED');
    return underWay(state) ? refuse('COMPLAINT_ALREADY_ACCEPTED') : withdrawn(state); // A refusal may be corrected: LSR-IR 18.
  },
  RefuseComplaint: (state) => {
    if (state.phase === 'none') return refuse('COMPLAINT_NOT_RECEIVED');
    if (state.phase === 'refused') return refuse('COMPLAINT_ALREADY_REFUSED');
    return state.phase === 'received' ? undefined : refuse('COMPLAINT_ALREADY_ACCEPTED');
  },
  RequestSupplements: (state) => {
    if (state.phase === 'none') return refuse('COMPLAINT_NOT_RECEIVED');
    if (state.phase !== 'received') return refuse(state.phase === 'refused' ? 'COMPLAINT_ALREADY_REFUSED' : 'COMPLAINT_ALREADY_ACCEPTED');
    return state.supplements === 'none' ? undefined : refuse('SUPPLEMENTS_ALREADY_REQUESTED');
  },
  ReceiveSupplements: (state) => (state.phase === 'received' && state.supplements === 'requested' ? undefined : refuse('SUPPLEMENTS_NOT_REQUESTED')),
  FileInspection: (state) => {
    if (state.phase === 'none') return refuse('COMPLAINT_NOT_RECEIVED');
    if (state.phase === 'refused') return refuse('COMPLAINT_ALREADY_REFUSED');
    return filed(state) ? refuse('INSPECTION_ALREADY_FILED') : withdrawn(state);
  },
  ExtendInvestigation: (state) => notInvestigating(state) ?? (state.extended ? refuse('INVESTIGATION_ALREADY_EXTENDED') : undefined),
  SuspendInvestigation: (state) => notInvestigating(state) ?? suspended(state),
  ResumeInvestigation: (state) => notInvestigating(state) ?? (state.suspended ? undefined : refuse('INVESTIGATION_NOT_SUSPENDED')),
  CompleteInvestigation: (state) => notInvestigating(state) ?? suspended(state),
  OrderPayment: (state) => withdrawn(state) ?? (underWay(state) ? undefined : refuse('COMPLAINT_NOT_ACCEPTED')),
  DecideHandling: (state) => notCompleted(state) ?? (state.handled ? refuse('HANDLING_ALREADY_DECIDED') : undefined),
  DecidePenalty: (state) => notCompleted(state) ?? (state.penalised ? refuse('PENALTY_ALREADY_DECIDED') : undefined),
  WithdrawFiling: (state) => {
    if (!filed(state)) return withdrawn(state) ?? refuse('INSPECTION_NOT_FILED');
    return state.handled || state.penalised ? refuse('DECISION_ALREADY_MADE') : undefined;
  },
  ReportCrime: (state) => {
    if (!state.payOrder) return refuse('PAY_ORDER_NOT_GIVEN');
    return ['none', 'declined', 'policeRefused', 'reconsidered'].includes(state.crime) ? undefined : refuse('CRIME_ALREADY_REPORTED'); // New evidence may reopen a no.
  },
  ApproveTransfer: (state) => (state.crime === 'reported' ? undefined : refuse('CRIME_NOT_REPORTED')),
  DeclineTransfer: (state) => (state.crime === 'reported' ? undefined : refuse('CRIME_NOT_REPORTED')),
  TransferToPolice: (state) => (state.crime === 'approved' ? undefined : refuse('TRANSFER_NOT_APPROVED')),
  ForwardByPolice: (state) => (state.crime === 'transferred' ? undefined : refuse('NOT_TRANSFERRED')),
  RecordPoliceFiling: (state) => (state.crime === 'transferred' ? undefined : refuse('NOT_TRANSFERRED')),
  RecordPoliceRefusal: (state) => (state.crime === 'transferred' ? undefined : refuse('NOT_TRANSFERRED')),
  RequestReconsideration: (state) => (state.crime === 'policeRefused' ? undefined : refuse('NO_POLICE_REFUSAL')),
  RecordReconsideration: (state) => (state.crime === 'reconsidering' ? undefined : refuse('RECONSIDERATION_NOT_REQUESTED')),
  ApplyForCourtEnforcement: (state) => {
    if (state.enforcementApplied) return refuse('ENFORCEMENT_ALREADY_APPLIED');
    return state.handled || state.payOrder ? undefined : refuse('NOTHING_TO_ENFORCE');
  },
} satisfies Readonly<Record<string, Guard>>;

export function filed(state: Inspection): boolean {
  return state.phase === 'filed' || state.phase === 'completed';
}

function underWay(state: Inspection): boolean {
  return state.phase === 'accepted' || filed(state);
}

function withdrawn(state: Inspection): Refusal | undefined {
  return state.phase === 'withdrawn' ? refuse('FILING_ALREADY_WITHDRAWN') : undefined;
}

function suspended(state: Inspection): Refusal | undefined {
  return state.suspended ? refuse('INVESTIGATION_SUSPENDED') : undefined;
}

function notInvestigating(state: Inspection): Refusal | undefined {
  if (state.phase === 'filed') return undefined;
  return withdrawn(state) ?? refuse(state.phase === 'completed' ? 'INVESTIGATION_NOT_OPEN' : 'INSPECTION_NOT_FILED');
}

function notCompleted(state: Inspection): Refusal | undefined {
  return withdrawn(state) ?? (state.phase === 'completed' ? undefined : refuse('INVESTIGATION_NOT_COMPLETED'));
}
