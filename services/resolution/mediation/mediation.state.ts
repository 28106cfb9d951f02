import type { MediationEvent, Party, Payer } from '#libs/contracts/resolution.events.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { never } from '#libs/decider/decider.js';
import type { Refusal } from '#libs/decider/refusal.js';
import type { Instalment } from '../payment-plan.refusals.js';
import { refuse } from './mediation.refusals.js';

type Of<T extends MediationEvent['type']> = Extract<MediationEvent, { readonly type: T }>;
export type MediationKind = NonNullable<Of<'MediationApplied'>['kind']>;
export type InvitationMeans = Of<'PartyInvited'>['means'];
export type InvitationAnswer = Of<'PartyAnswered'>['answer'];
export type ClaimItem = NonNullable<Of<'CaseMediated'>['items']>[number];

/** What is agreed: who gets what, by when, in which parts, from whom; and with whom nothing was agreed. */
export interface AgreementTerms {
  readonly performBy: Day;
  readonly owed: readonly { readonly worker: number; readonly amount: number }[];
  readonly items?: readonly ClaimItem[] | undefined;
  readonly plan?: readonly Instalment[] | undefined;
  readonly acceleration?: boolean | undefined;
  readonly payers?: readonly Payer[] | undefined;
  readonly unsettled?: readonly { readonly worker: number; readonly wantsArbitration: boolean }[] | undefined;
  readonly text?: Sealed | null | undefined;
}

export interface Session {
  readonly number: number;
  readonly startsAt: Instant;
  readonly mode: 'onSite' | 'online';
  readonly joined: readonly Party[];
  /** How it ended and when, by which a repeat is known; undefined while it lies ahead. */
  readonly ended: { readonly how: 'held' | 'adjourned' | 'missed'; readonly at: Instant } | undefined;
}

type Confirmation = 'none' | 'applied' | 'confirmed' | 'refused';

export interface Mediation {
  readonly phase: 'none' | 'applied' | 'started' | 'agreed' | 'failed' | 'expired';
  /** The day of the last step; a later step cannot lie before it. */
  readonly since: Day | undefined;
  readonly organisation: string | undefined;
  readonly kind: MediationKind;
  /** Bodies of a joint mediation, and whether each takes part; null while it has not said. */
  readonly bodies: Readonly<Record<string, boolean | null>>;
  readonly thenArbitration: boolean;
  readonly mediator: string | undefined;
  readonly extended: { readonly at: Instant; readonly days: number } | undefined;
  readonly parties: Readonly<Partial<Record<Party, { readonly invitedAt: Instant; readonly answer: InvitationAnswer | undefined }>>>;
  readonly sessions: readonly Session[];
  readonly draft: { readonly terms: AgreementTerms; readonly signed: readonly string[] } | undefined;
  readonly agreement: AgreementTerms | undefined;
  readonly certified: boolean;
  readonly review: Confirmation;
  readonly confirmation: Confirmation;
  readonly relationConfirmed: boolean;
}

export const initial: Mediation = {
  phase: 'none', since: undefined, organisation: undefined, kind: 'single', bodies: {}, thenArbitration: false, mediator: undefined, extended: undefined,
  parties: {}, sessions: [], draft: undefined, agreement: undefined, certified: false, review: 'none', confirmation: 'none', relationConfirmed: false,
};

/** Why a mediation ended without a person saying so. */
export const EXPIRED = 'expired';

export function evolve(state: Mediation, event: MediationEvent): Mediation {
  const since = dayOf(event.at);
  switch (event.type) {
    case 'MediationApplied':            return applied(state, event, since);
    case 'MediationBodyAnswered':       return { ...state, bodies: { ...state.bodies, [event.body]: event.takesPart } };
    case 'MediationStarted':            return { ...state, phase: 'started', since, mediator: event.mediator };
    case 'MediatorReplaced':            return { ...state, mediator: event.mediator };
    case 'MediationExtended':           return { ...state, extended: { at: event.at, days: event.days } };
    case 'PartyInvited':                return { ...state, parties: { ...state.parties, [event.party]: { invitedAt: event.at, answer: undefined } } };
    case 'PartyAnswered':               return { ...state, parties: { ...state.parties, [event.party]: { invitedAt: state.parties[event.party]?.invitedAt ?? event.at, answer: event.answer } } };
    case 'MediationSessionScheduled':   return { ...state, sessions: [...state.sessions, { number: event.session, startsAt: event.startsAt, mode: event.mode, joined: [], ended: undefined }] };
    case 'PartyJoinedOnline':           return lastSession(state, ({ joined }) => ({ joined: [...joined, event.party] }));
    case 'MediationSessionHeld':        return lastSession(state, () => ({ ended: { how: 'held', at: event.at } }));
    case 'MediationSessionAdjourned':   return lastSession(state, () => ({ ended: { how: 'adjourned', at: event.at } }));
    case 'MediationSessionMissed':      return lastSession(state, () => ({ ended: { how: 'missed', at: event.at } }));
    case 'AgreementDrafted':            return { ...state, draft: { terms: event, signed: [] } };
    case 'AgreementSigned':             return state.draft ? { ...state, draft: { ...state.draft, signed: [...state.draft.signed, signature(event.party, event.worker)] } } : state;
    case 'CaseMediated':                return { ...state, phase: 'agreed', since, agreement: event, draft: undefined };
    case 'MediationFailed':             return { ...state, phase: event.reason === EXPIRED ? 'expired' : 'failed', since };
    case 'MediationFailureCertified':   return { ...state, certified: true };
    case 'ArbitralReviewApplied':       return { ...state, review: 'applied' };
    case 'JudicialConfirmationApplied': return { ...state, confirmation: 'applied' };
    case 'AgreementConfirmed':          return { ...state, [event.route === 'judicial' ? 'confirmation' : 'review']: 'confirmed' };
    case 'AgreementConfirmationRefused': return { ...state, [event.route === 'judicial' ? 'confirmation' : 'review']: 'refused' };
    case 'RelationConfirmed':           return { ...state, relationConfirmed: true };
    default:                            return never(event);
  }
}

/** Another try begins anew; what was confirmed of the labour relation stays so. */
function applied(state: Mediation, event: Of<'MediationApplied'>, since: Day): Mediation {
  const { organisation, kind = 'single', bodies = [], thenArbitration = false } = event;
  return { ...initial, relationConfirmed: state.relationConfirmed, phase: 'applied', since, organisation, kind, bodies: Object.fromEntries(bodies.map((body) => [body, null])), thenArbitration };
}

function lastSession(state: Mediation, change: (session: Session) => Partial<Session>): Mediation {
  const last = state.sessions.at(-1);
  return last ? { ...state, sessions: [...state.sessions.slice(0, -1), { ...last, ...change(last) }] } : state;
}

/** Whose signature it is: of a whole side, or of one worker. */
export function signature(party: Party, worker: number | undefined): string {
  return worker === undefined ? party : `${party}:${worker}`;
}

export function isOpen(state: Mediation): boolean {
  return state.phase === 'applied' || state.phase === 'started';
}

/** The session that lies ahead. */
export function pending(state: Mediation): Session | undefined {
  const last = state.sessions.at(-1);
  return last && !last.ended ? last : undefined;
}

type Guard = (state: Mediation) => Refusal | undefined;

export const may = {
  ApplyForMediation: (state) => {
    if (isOpen(state)) return refuse('MEDIATION_UNDER_WAY');
    return state.phase === 'agreed' ? refuse('AGREEMENT_STANDS') : undefined; // After a failure the parties may try again.
  },
  AnswerJointMediation: (state) => notOpen(state) ?? (state.kind === 'joint' ? undefined : refuse('NOT_JOINT')),
  StartMediation: (state) => {
    if (state.phase === 'started') return refuse('MEDIATION_ALREADY_STARTED');
    return notOpen(state) ?? (Object.values(state.bodies).includes(null) ? refuse('BODIES_UNANSWERED') : undefined);
  },
  ReplaceMediator: (state) => notStarted(state),
  ExtendMediation: (state) => notOpen(state) ?? (state.extended ? refuse('MEDIATION_ALREADY_EXTENDED') : undefined),
  InviteParty: (state) => notOpen(state),
  AnswerInvitation: (state) => notOpen(state),
  ScheduleSession: (state) => notOpen(state) ?? (pending(state) ? refuse('SESSION_PENDING') : undefined),
  JoinSessionOnline: (state) => notOpen(state) ?? noSession(state) ?? (pending(state)?.mode === 'online' ? undefined : refuse('SESSION_NOT_ONLINE')),
  HoldSession: (state) => notStarted(state) ?? noSession(state),
  AdjournSession: (state) => notOpen(state) ?? noSession(state),
  RecordNoShow: (state) => notOpen(state) ?? noSession(state),
  // The 15 days of LDMA 14 open the way to arbitration; they do not forbid the parties to agree after them.
  DraftAgreement: (state) => notOpenOrExpired(state),
  SignAgreement: (state) => notOpenOrExpired(state) ?? (state.draft ? undefined : refuse('AGREEMENT_NOT_DRAFTED')),
  RecordAgreement: (state) => (state.agreement ? refuse('AGREEMENT_DIFFERS') : notOpenOrExpired(state)), // The same agreement again is nothing.
  FailMediation: (state) => notOpenOrExpired(state),
  WithdrawFromMediation: (state) => notOpen(state),
  CertifyFailure: (state) => {
    if (state.phase !== 'failed' && state.phase !== 'expired') return refuse('MEDIATION_NOT_FAILED');
    return state.certified ? refuse('FAILURE_ALREADY_CERTIFIED') : undefined;
  },
  ApplyForArbitralReview: (state) => notAgreed(state) ?? (state.review === 'none' ? undefined : refuse('REVIEW_ALREADY_APPLIED')),
  DecideArbitralReview: (state) => undecided(state, state.review),
  ApplyForJudicialConfirmation: (state) => notAgreed(state) ?? (state.confirmation === 'none' ? undefined : refuse('CONFIRMATION_ALREADY_APPLIED')),
  DecideJudicialConfirmation: (state) => undecided(state, state.confirmation),
  ConfirmRelation: (state) => (state.relationConfirmed ? refuse('RELATION_ALREADY_CONFIRMED') : undefined),
} satisfies Readonly<Record<string, Guard>>;

function notOpen(state: Mediation): Refusal | undefined {
  if (state.phase === 'none') return refuse('MEDIATION_NOT_APPLIED');
  if (state.phase === 'agreed') return refuse('AGREEMENT_STANDS');
  return isOpen(state) ? undefined : refuse('MEDIATION_NOT_OPEN');
}

function notOpenOrExpired(state: Mediation): Refusal | undefined {
  return state.phase === 'expired' ? undefined : notOpen(state);
}

function notStarted(state: Mediation): Refusal | undefined {
  return notOpen(state) ?? (state.phase === 'started' ? undefined : refuse('MEDIATION_NOT_STARTED'));
}

function noSession(state: Mediation): Refusal | undefined {
  return pending(state) ? undefined : refuse('SESSION_NOT_SCHEDULED');
}

function notAgreed(state: Mediation): Refusal | undefined {
  return state.phase === 'agreed' ? undefined : refuse('NO_AGREEMENT');
}

function undecided(state: Mediation, stage: Confirmation): Refusal | undefined {
  if (stage === 'none') return notAgreed(state) ?? refuse('CONFIRMATION_NOT_APPLIED');
  return stage === 'applied' ? undefined : refuse('CONFIRMATION_DECIDED');
}
