import type { MediationEvent, Party } from '#libs/contracts/resolution.events.js';
import { dayOf } from '#libs/contracts/time.js';
import { ensure } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { OfType } from './mediation.commands.js';
import { refuse } from './mediation.refusals.js';
import type { Mediation, Session } from './mediation.state.js';
import { may, pending } from './mediation.state.js';

type Meeting = 'InviteParty' | 'AnswerInvitation' | 'ScheduleSession' | 'JoinSessionOnline' | 'HoldSession' | 'AdjournSession' | 'RecordNoShow';
type Steps = { readonly [T in Meeting]: (command: OfType<T>, state: Mediation) => readonly MediationEvent[] };

/** How the parties come together: invited with proof, heard on site or online, or not come at all. */
export const sessions: Steps = {
  InviteParty(command, state) {
    const { at, by, party, means, proof = null } = command;
    if (state.parties[party]?.invitedAt === at) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.since);
    return [{ type: 'PartyInvited', at, party, means, proof, by }];
  },
  AnswerInvitation(command, state) {
    const { at, by, party, answer } = command;
    ensureOwnParty(by, party);
    if (state.parties[party]?.answer === answer) return [];
    ensure(may, command, state);
    const invited = invitedOf(party, state);
    inOrder(dayOf(at), dayOf(invited.invitedAt));
    const answered: MediationEvent = { type: 'PartyAnswered', at, party, answer, by };
    return answer === 'declines' && leavesNobody(party, state) ? [answered, failed(at, by, 'declined', state)] : [answered]; // Nobody is mediated against their will.
  },
  ScheduleSession(command, state) {
    const { at, by, startsAt, mode } = command;
    if (pending(state)?.startsAt === startsAt) return [];
    ensure(may, command, state);
    const place = command.place?.trim() ? command.place : null;
    if (mode === 'onSite' && place === null) throw refuse('SESSION_PLACE');
    inOrder(dayOf(at), state.since);
    inOrder(dayOf(startsAt), state.since);
    return [{ type: 'MediationSessionScheduled', at, session: state.sessions.length + 1, startsAt, mode, place, by }];
  },
  JoinSessionOnline(command, state) {
    const { at, by, party } = command;
    ensureOwnParty(by, party);
    if (pending(state)?.joined.includes(party)) return [];
    ensure(may, command, state);
    const { number, startsAt } = pending(state)!;
    inOrder(dayOf(at), dayOf(startsAt));
    return [{ type: 'PartyJoinedOnline', at, session: number, party, by }];
  },
  HoldSession(command, state) {
    const { at, by, minutes = null } = command;
    if (endedThen(state, 'held', at)) return [];
    ensure(may, command, state);
    const { number, startsAt, joined } = pending(state)!;
    const attended = [...new Set([...joined, ...command.attended])];
    if (!attended.includes('worker') || attended.every((party) => party === 'worker')) throw refuse('SIDE_ABSENT', { attended });
    inOrder(dayOf(at), dayOf(startsAt));
    return [{ type: 'MediationSessionHeld', at, session: number, attended, minutes, by }];
  },
  AdjournSession(command, state) {
    const { at, by, reason = null } = command;
    if (endedThen(state, 'adjourned', at)) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.since);
    return [{ type: 'MediationSessionAdjourned', at, session: pending(state)!.number, reason, by }];
  },
  RecordNoShow(command, state) {
    const { at, by, party } = command;
    if (endedThen(state, 'missed', at)) return [];
    ensure(may, command, state);
    const { number, startsAt, joined } = pending(state)!;
    invitedOf(party, state);
    if (joined.includes(party)) throw refuse('PARTY_PRESENT', { party });
    inOrder(dayOf(at), dayOf(startsAt));
    return [{ type: 'MediationSessionMissed', at, session: number, party, by }, failed(at, by, 'noShow', state)]; // To give another chance, adjourn.
  },
};

/** Who came online as a worker speaks for nobody else. */
export function ensureOwnParty(by: string, party: Party): void {
  if (by.startsWith('worker:') && party !== 'worker') throw refuse('NOT_FOR_ANOTHER_PARTY', { party });
}

/** The mediation has ended by what happened, and the case moves on as the worker wished when it was applied for. */
export function failed(at: string, by: string, reason: string, { thenArbitration }: Pick<Mediation, 'thenArbitration'>): MediationEvent {
  return { type: 'MediationFailed', at, reason, wantsArbitration: thenArbitration, by };
}

function invitedOf(party: Party, state: Mediation): NonNullable<Mediation['parties'][Party]> {
  const invited = state.parties[party];
  if (!invited) throw refuse('PARTY_NOT_INVITED', { party });
  return invited;
}

/** True where with this party one side is gone: the worker, or the last of those who might pay. */
function leavesNobody(party: Party, state: Mediation): boolean {
  if (party === 'worker') return true;
  const others = (Object.keys(state.parties) as Party[]).filter((one) => one !== 'worker' && one !== party);
  return others.every((one) => state.parties[one]?.answer === 'declines');
}

function endedThen(state: Mediation, how: NonNullable<Session['ended']>['how'], at: string): boolean {
  const last = state.sessions.at(-1);
  return last?.ended?.how === how && last.ended.at === at;
}
