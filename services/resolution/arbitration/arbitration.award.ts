import { sameAmounts } from '#libs/contracts/money.js';
import type { ArbitrationEvent } from '#libs/contracts/resolution.events.js';
import { dayOf, epochMs, startOfDay } from '#libs/contracts/time.js';
import type { Day } from '#libs/contracts/time.js';
import { ensure } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import type { Steps } from './arbitration.commands.js';
import { may } from './arbitration.guards.js';
import { refuse } from './arbitration.refusals.js';
import type { Arbitration, Award, Owed } from './arbitration.state.js';
import { ensureEachWorkerOnce } from '../wages-owed.refusals.js';

const DAYS_TO_SUE = 15; // LDMA 48, 50
const DAY_MS = 86_400_000;

/** How the arbitration ends, and what may be done against its end. */
export const award: Steps<
  'MakePartialAward' | 'RuleAdvanceEnforcement' | 'MakeAward' | 'ServeAward' | 'TakeEffect' | 'ServeMediationInstrument' | 'FileSuit' | 'ApplyToSetAside' | 'RuleOnSetAside'
> = {
  MakePartialAward(command, state) {
    const { at, amount, by } = command;
    if (state.partialAwards.includes(`${at} ${amount}`)) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.since);
    return [{ type: 'PartialAwardMade', at, amount, by }];
  },
  RuleAdvanceEnforcement(command, state) {
    const { at, amount, by } = command;
    if (state.advances.includes(`${at} ${amount}`)) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.since);
    return [{ type: 'AdvanceEnforcementRuled', at, amount, by }];
  },
  MakeAward(command, state) {
    const { at, final, performBy, by } = command;
    const owed = listed(command.owed);
    if (state.award?.final === final && same(state.award, { performBy, owed })) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.hearing?.held ? state.hearing.on : state.since);
    checkTerms(dayOf(at), performBy, owed);
    return [{ type: 'AwardMade', at, final, performBy, owed, by }];
  },
  ServeAward(command, state) {
    const party = unservedOf(command.party, state.award);
    if (state.award && !party) return [];
    ensure(may, command, state);
    if (!state.award || !party) return [];
    inOrder(dayOf(command.at), state.award.madeOn);
    const service: Extract<ArbitrationEvent, { type: 'AwardServed' }> = { type: 'AwardServed', at: command.at, party, final: state.award.final, by: command.by };
    const binds = state.award.final && !state.award.effectiveOn && !state.award.suits.length && !state.award.setAside?.annulled; // LDMA 47
    return binds ? [service, tookEffect(command.at, state.award)] : [service];
  },
  TakeEffect({ at }, state) {
    const { award } = state;
    if (!award || award.final || award.effectiveOn || award.suits.length) return [];
    const { worker, employer } = award.servedOn;
    if (!worker || !employer) return [];
    const last = worker > employer ? worker : employer;
    if (daysBetween(last, dayOf(at)) <= DAYS_TO_SUE) return []; // The other party's time still runs: LDMA 50 gives each its own.
    return [tookEffect(at, award)];
  },
  ServeMediationInstrument(command, state) {
    const { at, performBy, by } = command;
    const owed = listed(command.owed);
    if (state.settlement && same(state.settlement, { performBy, owed })) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.since);
    checkTerms(dayOf(at), performBy, owed);
    return [{ type: 'MediationInstrumentServed', at, performBy, owed, by }];
  },
  FileSuit(command, state) {
    const { at, party, by } = command;
    if (state.award?.suits.includes(party)) return [];
    ensure(may, command, state);
    const { award } = state;
    if (award?.final && !award.setAside?.annulled && party === 'employer') throw refuse('EMPLOYER_MAY_ONLY_SET_ASIDE');
    inOrder(dayOf(at), award?.final && party === 'employer' ? award.setAside?.on : award?.madeOn); // After an annulment either party may sue: LDMA 49.
    if (award && !award.final && award.effectiveOn && dayOf(at) >= award.effectiveOn) throw refuse('AWARD_IN_EFFECT', { since: award.effectiveOn }); // One filed in time and recorded late still counts.
    return [{ type: 'SuitFiled', at, party, by }];
  },
  ApplyToSetAside(command, state) {
    if (state.award?.setAsideAppliedOn) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.award?.madeOn);
    return [{ type: 'SetAsideApplied', at: command.at, by: command.by }];
  },
  RuleOnSetAside(command, state) {
    const { at, annulled, by } = command;
    if (state.award?.setAside?.annulled === annulled) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.award?.setAsideAppliedOn);
    return [{ type: 'SetAsideRuled', at, annulled, by }];
  },
};

function tookEffect(at: string, { performBy, owed }: Award): ArbitrationEvent {
  return { type: 'AwardTookEffect', at, performBy, owed: listed(owed) };
}

/** Whom this service reaches for the first time. */
function unservedOf(party: 'worker' | 'employer' | 'both', award: Arbitration['award']): 'worker' | 'employer' | 'both' | undefined {
  const worker = party !== 'employer' && !award?.servedOn.worker;
  const employer = party !== 'worker' && !award?.servedOn.employer;
  if (worker && employer) return 'both';
  return worker ? 'worker' : employer ? 'employer' : undefined;
}

function checkTerms(on: Day, performBy: Day, owed: readonly Owed[]): void {
  if (performBy < on) throw refuse('PERFORMANCE_BEFORE_AWARD', { performBy });
  ensureEachWorkerOnce(owed);
}

interface Terms {
  readonly performBy: Day;
  readonly owed: readonly Owed[];
}

function same(a: Terms, b: Terms): boolean {
  return a.performBy === b.performBy && sameAmounts(a.owed, b.owed);
}

/** Field by field, in one order, so that two lists can be compared as text. */
function listed(owed: readonly Owed[]): Owed[] {
  return owed.map(({ worker, amount }) => ({ worker, amount }));
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((epochMs(startOfDay(to)) - epochMs(startOfDay(from))) / DAY_MS);
}
