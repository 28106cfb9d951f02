import { dayOf } from '#libs/contracts/time.js';
import { ensure } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import { checkTerms } from './arbitration.award.js';
import type { Steps } from './arbitration.commands.js';
import { may } from './arbitration.guards.js';
import { refuse } from './arbitration.refusals.js';

/** Mediation inside the arbitration (LDMA 42), pay before other claims. It stops and restarts no limit. */
export const mediation: Steps<'OfferMediation' | 'AttendMediation' | 'EndMediation' | 'ServePartialInstrument'> = {
  OfferMediation(command, state) {
    const first = [...(command.first ?? [])];
    if (state.mediation && String(state.mediation.first) === String(first)) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'MediationOffered', at: command.at, first, by: command.by }];
  },
  AttendMediation(command, state) {
    const parties = [...new Set(command.parties)].sort();
    if (state.mediation && String(state.mediation.attended) === String(parties)) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'MediationAttended', at: command.at, parties, by: command.by }];
  },
  EndMediation(command, state) {
    if (state.mediationEnded === command.outcome) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'MediationEnded', at: command.at, outcome: command.outcome, by: command.by }];
  },
  ServePartialInstrument(command, state) {
    const { at, performBy, by } = command;
    const kinds = [...new Set(command.kinds)];
    if (kinds.every((kind) => state.settledKinds.includes(kind))) return [];
    ensure(may, command, state);
    if (kinds.some((kind) => state.settledKinds.includes(kind))) throw refuse('CLAIM_ALREADY_SETTLED');
    inOrder(dayOf(at), state.since);
    checkTerms(dayOf(at), performBy, command.owed);
    return [{ type: 'PartialInstrumentServed', at, kinds, performBy, owed: command.owed.map(({ worker, amount }) => ({ worker, amount })), by }];
  },
};
