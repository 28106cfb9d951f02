import type { MediationEvent } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { ensure, never } from '#libs/decider/decider.js';
import type { Decider } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { refuse } from './mediation.refusals.js';
import { ensureEachWorkerOnce } from '../wages-owed.refusals.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
}
interface Owed {
  readonly worker: number;
  readonly amount: number;
}

export type MediationCommand = Given & (
  | { readonly type: 'ApplyForMediation'; readonly organisation: string }
  | { readonly type: 'StartMediation'; readonly mediator: string }
  | { readonly type: 'ExtendMediation'; readonly days: number; readonly bothAgree: boolean }
  | { readonly type: 'RecordAgreement'; readonly performBy: Day; readonly owed: readonly Owed[] }
  | { readonly type: 'FailMediation'; readonly reason: string; readonly wantsArbitration: boolean }
  | { readonly type: 'ExpireMediation' }
  | { readonly type: 'ApplyForArbitralReview' }
  | { readonly type: 'ApplyForJudicialConfirmation' }
  | { readonly type: 'ConfirmRelation' }
);

interface Mediation {
  readonly phase: 'none' | 'applied' | 'started' | 'agreed' | 'failed' | 'expired';
  /** The day of the last step; a later step cannot lie before it. */
  readonly since: Day | undefined;
  readonly organisation: string | undefined;
  readonly extended: { readonly at: Instant; readonly days: number } | undefined;
  readonly agreement: { readonly performBy: Day; readonly owed: readonly Owed[] } | undefined;
  readonly reviewApplied: boolean;
  readonly confirmationApplied: boolean;
  readonly relationConfirmed: boolean;
}

type Steps = { readonly [T in MediationCommand['type']]: (command: Extract<MediationCommand, { readonly type: T }>, state: Mediation) => readonly MediationEvent[] };

const initial: Mediation = {
  phase: 'none', since: undefined, organisation: undefined, extended: undefined, agreement: undefined,
  reviewApplied: false, confirmationApplied: false, relationConfirmed: false,
};

const may = {
  ApplyForMediation: (state: Mediation) => {
    if (open(state)) return refuse('MEDIATION_UNDER_WAY');
    return state.phase === 'agreed' ? refuse('AGREEMENT_STANDS') : undefined; // After a failure the parties may try again.
  },
  StartMediation: (state: Mediation) => (state.phase === 'started' ? refuse('MEDIATION_ALREADY_STARTED') : notOpen(state)),
  ExtendMediation: (state: Mediation) => notOpen(state) ?? (state.extended ? refuse('MEDIATION_ALREADY_EXTENDED') : undefined),
  // The 15 days of LDMA 14 open the way to arbitration; they do not forbid the parties to agree after them.
  RecordAgreement: (state: Mediation) => (state.agreement ? refuse('AGREEMENT_DIFFERS') : state.phase === 'expired' ? undefined : notOpen(state)), // The same agreement again is nothing.
  FailMediation: (state: Mediation) => (state.phase === 'expired' ? undefined : notOpen(state)),
  ApplyForArbitralReview: (state: Mediation) => notAgreed(state) ?? (state.reviewApplied ? refuse('REVIEW_ALREADY_APPLIED') : undefined),
  ApplyForJudicialConfirmation: (state: Mediation) => notAgreed(state) ?? (state.confirmationApplied ? refuse('CONFIRMATION_ALREADY_APPLIED') : undefined),
  ConfirmRelation: (state: Mediation) => (state.relationConfirmed ? refuse('RELATION_ALREADY_CONFIRMED') : undefined),
};

export const mediation: Decider<Mediation, MediationCommand, MediationEvent> = { initial, decide, evolve, may };

const steps: Steps = {
  ApplyForMediation(command, state) {
    if (open(state) && state.organisation === command.organisation) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'MediationApplied', at: command.at, by: command.by, organisation: command.organisation }];
  },
  StartMediation(command, state) {
    if (state.phase === 'started') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'MediationStarted', at: command.at, mediator: command.mediator }];
  },
  ExtendMediation(command, state) {
    if (state.extended?.at === command.at && state.extended.days === command.days) return [];
    ensure(may, command, state);
    if (!command.bothAgree) throw refuse('BOTH_MUST_AGREE');
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'MediationExtended', at: command.at, days: command.days, by: command.by }];
  },
  RecordAgreement(command, state) {
    const { at, performBy, by } = command;
    if (state.agreement) {
      if (same(state.agreement, command)) return [];
    }
    ensure(may, command, state);
    inOrder(dayOf(at), state.phase === 'expired' ? undefined : state.since); // It may have been reached before the time ran out.
    if (performBy < dayOf(at)) throw refuse('PERFORMANCE_BEFORE_AGREEMENT', { performBy });
    ensureEachWorkerOnce(command.owed);
    const owed = command.owed.map(({ worker, amount }) => ({ worker, amount }));
    return [{ type: 'CaseMediated', at, amount: owed.reduce((sum, each) => sum + each.amount, 0), performBy, owed, by }];
  },
  FailMediation(command, state) {
    if (state.phase === 'failed') return [];
    ensure(may, command, state);
    const { at, reason, wantsArbitration, by } = command;
    inOrder(dayOf(at), state.phase === 'expired' ? undefined : state.since);
    return [{ type: 'MediationFailed', at, reason, wantsArbitration, by }];
  },
  ExpireMediation(command, state) {
    if (!open(state)) return []; // The clock may ring after the parties have agreed or parted.
    return [{ type: 'MediationFailed', at: command.at, reason: EXPIRED, wantsArbitration: false, by: command.by }]; // LDMA 14: either may now apply; nobody is made to.
  },
  ApplyForArbitralReview(command, state) {
    if (state.reviewApplied) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'ArbitralReviewApplied', at: command.at, by: command.by }];
  },
  ApplyForJudicialConfirmation(command, state) {
    if (state.confirmationApplied) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'JudicialConfirmationApplied', at: command.at, by: command.by }];
  },
  ConfirmRelation(command, state) {
    return state.relationConfirmed ? [] : [{ type: 'RelationConfirmed', at: command.at, by: command.by }];
  },
};

const EXPIRED = 'expired';

function decide(command: MediationCommand, state: Mediation): readonly MediationEvent[] {
  return (steps[command.type] as (command: MediationCommand, state: Mediation) => readonly MediationEvent[])(command, state);
}

function evolve(state: Mediation, event: MediationEvent): Mediation {
  const since = dayOf(event.at);
  switch (event.type) {
    case 'MediationApplied':            return { ...state, phase: 'applied', since, organisation: event.organisation, extended: undefined };
    case 'MediationStarted':            return { ...state, phase: 'started', since };
    case 'MediationExtended':           return { ...state, extended: { at: event.at, days: event.days } };
    case 'CaseMediated':                return { ...state, phase: 'agreed', since, agreement: { performBy: event.performBy, owed: event.owed } };
    case 'MediationFailed':             return { ...state, phase: event.reason === EXPIRED ? 'expired' : 'failed', since };
    case 'ArbitralReviewApplied':       return { ...state, reviewApplied: true };
    case 'JudicialConfirmationApplied': return { ...state, confirmationApplied: true };
    case 'RelationConfirmed':           return { ...state, relationConfirmed: true };
    default:                            return never(event);
  }
}

function open(state: Mediation): boolean {
  return state.phase === 'applied' || state.phase === 'started';
}

function notOpen(state: Mediation): Refusal | undefined {
  if (state.phase === 'none') return refuse('MEDIATION_NOT_APPLIED');
  if (state.phase === 'agreed') return refuse('AGREEMENT_STANDS');
  return open(state) ? undefined : refuse('MEDIATION_NOT_OPEN');
}

function notAgreed(state: Mediation): Refusal | undefined {
  return state.phase === 'agreed' ? undefined : refuse('NO_AGREEMENT');
}

function same(agreement: NonNullable<Mediation['agreement']>, other: { readonly performBy: Day; readonly owed: readonly Owed[] }): boolean {
  return agreement.performBy === other.performBy && JSON.stringify(byWorker(agreement.owed)) === JSON.stringify(byWorker(other.owed));
}

function byWorker(owed: readonly Owed[]): readonly (readonly [number, number])[] {
  return owed.map(({ worker, amount }) => [worker, amount] as const).sort((a, b) => a[0] - b[0]);
}
