import type { MediationEvent } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import { ensure } from '#libs/decider/decider.js';
import type { Decider } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import { agreement } from './mediation.agreement.js';
import type { MediationCommand, OfType } from './mediation.commands.js';
import { refuse } from './mediation.refusals.js';
import { ensureOwnParty, failed, sessions } from './mediation.sessions.js';
import type { Mediation } from './mediation.state.js';
import { EXPIRED, evolve, initial, isOpen, may } from './mediation.state.js';

export type { MediationCommand } from './mediation.commands.js';

type Steps = { readonly [T in MediationCommand['type']]: (command: OfType<T>, state: Mediation) => readonly MediationEvent[] };

export const mediation: Decider<Mediation, MediationCommand, MediationEvent> = { initial, decide, evolve, may };

const steps: Steps = {
  ...sessions, ...agreement,
  ApplyForMediation(command, state) {
    if (isOpen(state) && state.organisation === command.organisation) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [applied(command)];
  },
  AnswerJointMediation(command, state) {
    const { at, by, body, takesPart } = command;
    if (state.bodies[body] === takesPart) return [];
    ensure(may, command, state);
    if (state.bodies[body] === undefined) throw refuse('BODY_NOT_NAMED', { body });
    inOrder(dayOf(at), state.since);
    return [{ type: 'MediationBodyAnswered', at, body, takesPart, by }];
  },
  StartMediation(command, state) {
    if (state.phase === 'started') return [];
    ensure(may, command, state);
    const { at, mediator, noConflict } = command;
    if (noConflict === false) throw refuse('CONFLICT_OF_INTEREST', { mediator });
    inOrder(dayOf(at), state.since);
    return [{ type: 'MediationStarted', at, mediator, ...(noConflict !== undefined && { noConflict }) }];
  },
  ReplaceMediator(command, state) {
    const { at, by, mediator, noConflict, reason = null } = command;
    if (state.mediator === mediator) return [];
    ensure(may, command, state);
    if (!noConflict) throw refuse('CONFLICT_OF_INTEREST', { mediator });
    inOrder(dayOf(at), state.since);
    return [{ type: 'MediatorReplaced', at, mediator, replaces: state.mediator!, noConflict, reason, by }];
  },
  ExtendMediation(command, state) {
    if (state.extended?.at === command.at && state.extended.days === command.days) return [];
    ensure(may, command, state);
    if (!command.bothAgree) throw refuse('BOTH_MUST_AGREE');
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'MediationExtended', at: command.at, days: command.days, by: command.by }];
  },
  FailMediation(command, state) {
    if (state.phase === 'failed') return [];
    ensure(may, command, state);
    const { at, reason, wantsArbitration, by } = command;
    inOrder(dayOf(at), state.phase === EXPIRED ? undefined : state.since);
    return [{ type: 'MediationFailed', at, reason, wantsArbitration, by }];
  },
  WithdrawFromMediation(command, state) {
    ensureOwnParty(command.by, command.party);
    if (state.phase === 'failed') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [failed(command.at, command.by, 'withdrawn', state)];
  },
  // LDMA 14: either may now apply; nobody is made to, so that only the worker's own wish leads on to arbitration.
  ExpireMediation: ({ at, by }, state) => (isOpen(state) ? [failed(at, by, EXPIRED, state)] : []), // The clock may ring after the parties have agreed or parted.
  CloseMediation: ({ at, by }, state) => (isOpen(state) ? [failed(at, by, 'withdrawn', { thenArbitration: false })] : []),
  CertifyFailure(command, state) {
    if (state.certified) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'MediationFailureCertified', at: command.at, to: command.to, by: command.by }];
  },
  ConfirmRelation(command, state) {
    return state.relationConfirmed ? [] : [{ type: 'RelationConfirmed', at: command.at, by: command.by }];
  },
};

function decide(command: MediationCommand, state: Mediation): readonly MediationEvent[] {
  return (steps[command.type] as (command: MediationCommand, state: Mediation) => readonly MediationEvent[])(command, state);
}

function applied({ at, by, organisation, kind, bodies, roundOn, roundPlace, applicant, online, thenArbitration }: OfType<'ApplyForMediation'>): MediationEvent {
  const named = [...new Set(bodies ?? [])].filter((body) => body !== organisation);
  if ((kind === 'joint') !== (named.length > 0)) throw refuse('BODIES_MISSING');
  const round = roundOn !== undefined && roundPlace !== undefined ? { on: roundOn, place: roundPlace } : undefined;
  if ((kind === 'roving') !== (round !== undefined) || (roundOn === undefined) !== (roundPlace === undefined)) throw refuse('ROUND_MISSING');
  if (round && round.on < dayOf(at)) throw refuse('ROUND_PASSED', { roundOn: round.on });
  return {
    type: 'MediationApplied', at, by, organisation, ...(kind && { kind }), ...(named.length > 0 && { bodies: named }), ...(round && { round }),
    ...(applicant && { applicant }), ...(online !== undefined && { online }), ...(thenArbitration !== undefined && { thenArbitration }),
  };
}
