import type { MediationEvent, Payer } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import { ensure } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { OfType } from './mediation.commands.js';
import { refuse } from './mediation.refusals.js';
import { ensureOwnParty } from './mediation.sessions.js';
import type { AgreementTerms, Mediation } from './mediation.state.js';
import { EXPIRED, may, signature } from './mediation.state.js';
import { ensureTerms, sameTerms, settling, termsOf } from './mediation.terms.js';

type Agreeing = 'DraftAgreement' | 'SignAgreement' | 'RecordAgreement' | 'ApplyForArbitralReview' | 'DecideArbitralReview' | 'ApplyForJudicialConfirmation' | 'DecideJudicialConfirmation';
type Steps = { readonly [T in Agreeing]: (command: OfType<T>, state: Mediation) => readonly MediationEvent[] };

/** The agreement: drafted, signed by each side, in effect, and confirmed or not. */
export const agreement: Steps = {
  DraftAgreement(command, state) {
    if (state.draft && sameTerms(state.draft.terms, command)) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), notBefore(state));
    ensureTerms(command, command.at);
    return [{ type: 'AgreementDrafted', at: command.at, ...termsOf(command), by: command.by }]; // Whoever signed the one before signs again.
  },
  SignAgreement(command, state) {
    const { at, by, party, means } = command;
    const worker = by.startsWith('worker:') ? 1 : party === 'worker' ? command.worker : undefined; // Who signs as a worker signs for the worker who filed.
    ensureOwnParty(by, party);
    if (state.draft?.signed.includes(signature(party, worker))) return [];
    if (!state.draft && state.phase === 'agreed') return [];
    ensure(may, command, state);
    const { terms, signed } = state.draft!;
    if (!signatories(terms).includes(party) || (worker !== undefined && !settling(terms).includes(worker))) throw refuse('NO_SIGNATORY', { party });
    inOrder(dayOf(at), notBefore(state));
    const done: MediationEvent = { type: 'AgreementSigned', at, party, ...(worker !== undefined && { worker }), means, by };
    if (!complete(terms, [...signed, signature(party, worker)])) return [done];
    ensureTerms(terms, at); // A day that was ahead when it was drafted may have passed.
    return [done, mediated(at, by, terms)];
  },
  /** On paper, signed by both: it is recorded as it stands. */
  RecordAgreement(command, state) {
    if (state.agreement && sameTerms(state.agreement, command)) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), notBefore(state));
    ensureTerms(command, command.at);
    return [mediated(command.at, command.by, command)];
  },
  ApplyForArbitralReview(command, state) {
    if (state.review === 'applied') return [];
    ensure(may, command, state);
    ensureInTime(command, state);
    return [{ type: 'ArbitralReviewApplied', at: command.at, by: command.by }];
  },
  DecideArbitralReview: (command, state) => decided('arbitralReview', state.review, command, state),
  ApplyForJudicialConfirmation(command, state) {
    if (state.confirmation === 'applied') return [];
    ensure(may, command, state);
    ensureInTime(command, state);
    return [{ type: 'JudicialConfirmationApplied', at: command.at, by: command.by }];
  },
  DecideJudicialConfirmation: (command, state) => decided('judicial', state.confirmation, command, state),
};

function mediated(at: string, by: string, terms: AgreementTerms): MediationEvent {
  return { type: 'CaseMediated', at, amount: terms.owed.reduce((sum, each) => sum + each.amount, 0), by, ...termsOf(terms) };
}

function decided(route: 'arbitralReview' | 'judicial', stage: Mediation['review'], command: OfType<'DecideArbitralReview' | 'DecideJudicialConfirmation'>, state: Mediation): readonly MediationEvent[] {
  const { at, by, confirmed, ground } = command;
  if (stage === (confirmed ? 'confirmed' : 'refused')) return [];
  ensure(may, command, state);
  inOrder(dayOf(at), state.since);
  if (!confirmed) {
    if (!ground?.trim()) throw refuse('GROUND_MISSING');
    return [{ type: 'AgreementConfirmationRefused', at, route, ground, by }];
  }
  const { performBy, owed, plan, acceleration, payers } = termsOf(state.agreement!);
  return [{ type: 'AgreementConfirmed', at, route, performBy, owed, ...(plan && { plan }), ...(acceleration !== undefined && { acceleration }), ...(payers && { payers }), by }];
}

function ensureInTime({ at, lastDay }: OfType<'ApplyForArbitralReview' | 'ApplyForJudicialConfirmation'>, state: Mediation): void {
  inOrder(dayOf(at), state.since);
  if (lastDay !== undefined && dayOf(at) > lastDay) throw refuse('CONFIRMATION_TOO_LATE', { lastDay });
}

/** It may have been reached before the time ran out. */
function notBefore({ phase, since }: Mediation): string | undefined {
  return phase === EXPIRED ? undefined : since;
}

function payersOf({ payers = ['employer'] }: AgreementTerms): readonly Payer[] {
  return payers;
}

function signatories(terms: AgreementTerms): readonly string[] {
  return ['worker', ...payersOf(terms)];
}

/** LDMA 14: in effect once both sides have signed: each worker or their representative, and everybody who is to pay. */
function complete(terms: AgreementTerms, signed: readonly string[]): boolean {
  const workers = signed.includes('worker') || settling(terms).every((worker) => signed.includes(signature('worker', worker)));
  return workers && payersOf(terms).every((payer) => signed.includes(payer));
}
