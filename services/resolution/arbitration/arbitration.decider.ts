import type { ArbitrationEvent } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import { ensure } from '#libs/decider/decider.js';
import type { Decider } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import { award } from './arbitration.award.js';
import type { ArbitrationCommand, Step, Steps } from './arbitration.commands.js';
import { may } from './arbitration.guards.js';
import { documents, promised } from './arbitration.documents.js';
import { elements } from './arbitration.elements.js';
import { hearing } from './arbitration.hearing.js';
import { mediation } from './arbitration.mediation.js';
import { tribunal } from './arbitration.panel.js';
import { refuse } from './arbitration.refusals.js';
import { checkService } from './arbitration.service.js';
import { evolve, initial } from './arbitration.state.js';
import type { Arbitration } from './arbitration.state.js';

export const arbitration: Decider<Arbitration, ArbitrationCommand, ArbitrationEvent> = { initial, decide, evolve, may };

function decide(command: ArbitrationCommand, state: Arbitration): readonly ArbitrationEvent[] {
  return (steps[command.type] as Step<ArbitrationCommand>)(command, state);
}

/** From the application to the respondent's answer. */
const application: Steps<
  'ApplyForArbitration' | 'RequireCorrections' | 'CompleteCorrections' | 'AcceptApplication' | 'RefuseApplication' | 'WithdrawApplication'
  | 'ServeCopy' | 'WaiveAnswerPeriod' | 'ReceiveAnswer' | 'ForwardAnswer'
> = {
  ApplyForArbitration(command, state) {
    const { at, collective, track, simplified, by } = command;
    const again = command.renewed === true && (state.phase === 'refused' || state.phase === 'withdrawn');
    if (state.phase !== 'none' && !again) return [];
    inOrder(dayOf(at), state.since);
    return [{ type: 'ArbitrationApplied', at, order: command.order ?? 0, collective, track, simplified, by }];
  },
  RequireCorrections(command, state) {
    if (state.phase === 'correcting' && String(state.gaps) === String(command.gaps)) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'CorrectionsRequired', at: command.at, gaps: [...command.gaps], by: command.by }];
  },
  CompleteCorrections(command, state) {
    if (state.phase === 'applied' && state.gaps) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'CorrectionsCompleted', at: command.at, by: command.by }];
  },
  AcceptApplication(command, state) {
    if (state.phase === 'accepted') return [];
    ensure(may, command, state);
    const { at, by } = command;
    const track = command.track ?? state.track;
    const simplified = command.simplified ?? state.simplified;
    const collective = command.collective ?? state.collective;
    const pendingDocuments = command.pendingDocuments ?? [];
    if (track !== 'speedy' && state.phase === 'correcting') throw refuse('CORRECTIONS_OUTSTANDING');
    if (track !== 'speedy' && pendingDocuments.length) throw refuse('PENDING_DOCUMENTS_SPEEDY_ONLY');
    if (state.phase === 'correcting' && !pendingDocuments.length) throw refuse('CORRECTIONS_OUTSTANDING'); // Promised in writing, or supplied.
    inOrder(dayOf(at), state.since);
    const accepted: ArbitrationEvent = { type: 'ApplicationAccepted', at, track, simplified, collective, pendingDocuments: [...new Set(pendingDocuments)], by };
    return [accepted, ...promised(command, accepted.pendingDocuments)];
  },
  RefuseApplication(command, state) {
    if (state.phase === 'refused') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'ApplicationRefused', at: command.at, order: state.order, ground: command.ground, by: command.by }];
  },
  WithdrawApplication(command, state) {
    if (state.phase === 'withdrawn') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'ApplicationWithdrawn', at: command.at, order: state.order, settled: command.settled, by: command.by }];
  },
  ServeCopy(command, state) {
    if (state.copyServedOn) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    checkService(command.means, state);
    return [{ type: 'CopyServed', at: command.at, proof: command.proof, ...(command.means && { means: command.means }), by: command.by }];
  },
  WaiveAnswerPeriod(command, state) {
    if (state.answer === 'waived') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.copyServedOn);
    return [{ type: 'AnswerPeriodWaived', at: command.at, by: command.by }];
  },
  ReceiveAnswer(command, state) {
    if (state.answer === 'received' || state.answer === 'forwarded') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.copyServedOn);
    return [{ type: 'AnswerReceived', at: command.at, by: command.by }];
  },
  ForwardAnswer(command, state) {
    if (state.answer === 'forwarded') return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.answeredOn);
    return [{ type: 'AnswerForwarded', at: command.at, by: command.by }];
  },
};

const steps: Steps<ArbitrationCommand['type']> = { ...application, ...documents, ...tribunal, ...mediation, ...elements, ...hearing, ...award };
