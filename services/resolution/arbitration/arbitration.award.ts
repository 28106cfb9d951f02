import { sameAmounts } from '#libs/contracts/money.js';
import type { ArbitrationEvent } from '#libs/contracts/resolution.events.js';
import { dayOf, epochMs, startOfDay } from '#libs/contracts/time.js';
import type { Day } from '#libs/contracts/time.js';
import { ensure } from '#libs/decider/decider.js';
import { inOrder } from '#libs/decider/in-order.js';
import { isFinalItem } from '#libs/policy/thresholds.js';
import type { ClaimAwarded, Steps } from './arbitration.commands.js';
import { checkAgreed, checkStated } from './arbitration.elements.js';
import { may } from './arbitration.guards.js';
import { refuse } from './arbitration.refusals.js';
import { checkService, checkServices } from './arbitration.service.js';
import { inAll } from './arbitration.state.js';
import type { Arbitration, Award, Owed } from './arbitration.state.js';
import { ensureEachWorkerOnce } from '../wages-owed.refusals.js';

const DAYS_TO_SUE = 15; // LDMA 48, 50
const DAY_MS = 86_400_000;

/** How the arbitration ends, and what may be done against its end. */
export const award: Steps<
  'MakePartialAward' | 'ApplyForAdvanceEnforcement' | 'RuleAdvanceEnforcement' | 'MakeAward' | 'ServeAward' | 'TakeEffect' | 'ServeMediationInstrument' | 'FileSuit' | 'ApplyToSetAside' | 'RuleOnSetAside'
> = {
  MakePartialAward(command, state) {
    const { at, amount, kind, performBy, by } = command;
    if (state.partialAwards.includes(`${at} ${amount}`)) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.since);
    const cited = [...(command.elements ?? [])];
    checkAgreed(cited, state); // LDMA 43: only what is clear already.
    if (kind && state.settledKinds.includes(kind)) throw refuse('CLAIM_ALREADY_SETTLED');
    const owed = listed(command.owed ?? []);
    if (performBy) checkTerms(dayOf(at), performBy, owed);
    if (owed.length > 0 && sumOf(owed) !== amount) throw refuse('ITEMS_DIFFER_FROM_OWED');
    const final = kind ? isFinalItem({ kind, amount }, command.most) ?? null : null;
    return [{ type: 'PartialAwardMade', at, amount, ...(kind && { kind, final }), ...(cited.length > 0 && { elements: cited }), ...(performBy && owed.length > 0 && { performBy, owed }), by }];
  },
  ApplyForAdvanceEnforcement(command, state) {
    if (state.advanceApplied) return [];
    ensure(may, command, state);
    inOrder(dayOf(command.at), state.since);
    return [{ type: 'AdvanceEnforcementApplied', at: command.at, by: command.by }];
  },
  RuleAdvanceEnforcement(command, state) {
    const { at, amount, rightsClear, lifeAffected, by } = command;
    if (state.advances.includes(`${at} ${amount}`)) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.since);
    if (!state.advanceApplied && !command.appliedFor) throw refuse('ADVANCE_NOT_APPLIED');
    if (rightsClear !== true || lifeAffected !== true) throw refuse('ADVANCE_CONDITIONS_UNMET');
    return [{ type: 'AdvanceEnforcementRuled', at, amount, rightsClear, lifeAffected, by }];
  },
  MakeAward(command, state) {
    const { at, final, performBy, grounds, by } = command;
    const owed = listed(command.owed);
    if (state.award?.final === final && same(state.award, { performBy, owed })) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.hearing?.held ? state.hearing.on : state.since);
    checkTerms(dayOf(at), performBy, owed);
    const items = command.items?.map((item) => itemOf(item, command.most ?? null)) ?? [];
    checkItems(items, final, owed, state);
    return [{ type: 'AwardMade', at, final, performBy, owed, ...(items.length > 0 && { items }), ...(grounds && { grounds }), by }];
  },
  ServeAward(command, state) {
    const party = unservedOf(command.party, state.award);
    if (state.award && !party) return [];
    ensure(may, command, state);
    if (!state.award || !party) return [];
    inOrder(dayOf(command.at), state.award.madeOn);
    checkService(command.means, state, 'instrumentOrAward');
    const service: Extract<ArbitrationEvent, { type: 'AwardServed' }> = { type: 'AwardServed', at: command.at, party, final: state.award.final, ...(command.means && { means: command.means }), ...(command.proof && { proof: command.proof }), by: command.by };
    const binds = state.award.final && !state.award.effectiveOn && !state.award.suits.length && !state.award.setAside?.annulled; // LDMA 47
    return binds ? [service, tookEffect(command.at, state.award, state)] : [service];
  },
  TakeEffect({ at }, state) {
    const { award } = state;
    if (!award || award.final || award.effectiveOn || award.suits.length) return [];
    const { worker, employer } = award.servedOn;
    if (!worker || !employer) return [];
    const last = worker > employer ? worker : employer;
    if (daysBetween(last, dayOf(at)) <= DAYS_TO_SUE) return []; // The other party's time still runs: LDMA 50 gives each its own.
    return [tookEffect(at, award, state)];
  },
  ServeMediationInstrument(command, state) {
    const { at, performBy, by } = command;
    const owed = listed(command.owed);
    if (state.settlement && same(state.settlement, { performBy, owed })) return [];
    ensure(may, command, state);
    inOrder(dayOf(at), state.since);
    checkTerms(dayOf(at), performBy, owed);
    const services = checkServices(command.services, state, 'instrumentOrAward');
    return [{ type: 'MediationInstrumentServed', at, performBy, owed, ...(services && { services }), by }];
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

/** What each is owed in all: what was settled or awarded in part before is another debt than this one. */
function tookEffect(at: string, { performBy, owed }: Award, { owedInPart, awardedInPart }: Arbitration): ArbitrationEvent {
  return { type: 'AwardTookEffect', at, performBy, owed: inAll(owed, owedInPart, awardedInPart) };
}

type Item = NonNullable<Extract<ArbitrationEvent, { type: 'AwardMade' }>['items']>[number];

/** LDMA 47: by the amount that the award fixes for each claim (SPC1 19); on labour standards whatever the amount. */
function itemOf({ kind, claimed, awarded, law, elements }: ClaimAwarded, most: number | null): Item {
  const final = kind === 'labourStandards' ? true : isFinalItem({ kind, amount: awarded }, most ?? undefined) ?? null;
  return { kind, claimed, awarded, final, most, elements: [...(elements ?? [])], law };
}

function checkItems(items: readonly Item[], final: boolean, owed: readonly Owed[], state: Arbitration): void {
  if (items.length === 0) return;
  if (new Set(items.map(({ kind }) => kind)).size < items.length) throw refuse('ITEM_NAMED_TWICE');
  if (items.some(({ kind }) => state.settledKinds.includes(kind))) throw refuse('CLAIM_ALREADY_SETTLED');
  checkStated(items.flatMap(({ elements }) => elements), state);
  if (items.reduce((sum, { awarded }) => sum + awarded, 0) !== sumOf(owed)) throw refuse('ITEMS_DIFFER_FROM_OWED');
  const isUnknown = items.some((item) => item.final === null) && items.every((item) => item.final !== false);
  if (!isUnknown && final !== items.every((item) => item.final === true)) throw refuse('FINALITY_NOT_LAW'); // SPC1 20: a mixed award is none.
}

function sumOf(owed: readonly Owed[]): number {
  return owed.reduce((sum, { amount }) => sum + amount, 0);
}

/** Whom this service reaches for the first time. */
function unservedOf(party: 'worker' | 'employer' | 'both', award: Arbitration['award']): 'worker' | 'employer' | 'both' | undefined {
  const worker = party !== 'employer' && !award?.servedOn.worker;
  const employer = party !== 'worker' && !award?.servedOn.employer;
  if (worker && employer) return 'both';
  return worker ? 'worker' : employer ? 'employer' : undefined;
}

export function checkTerms(on: Day, performBy: Day, owed: readonly Owed[]): void {
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
