import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { RoutedDemand, RoutingDecision } from '#libs/contracts/routing.events.js';
import type { Demand } from './decide.js';
import type { Decision } from './decision.js';

type Filed = Pick<Extract<ClaimEvent, { type: 'ClaimFiled' }>, 'receivedAt' | 'division' | 'origin' | 'category' | 'kinds' | 'matters' | 'facts'> & { readonly requester: { readonly migrantWorker: boolean } | null };

/** A claim as a decision sees it: what the order says of kind and matter stands beside the facts, and gives way to them. */
export function demandOf(claim: Filed, duplicateOf: string | null = null): Demand {
  const { receivedAt, division, origin, category, kinds, matters, facts, requester } = claim;
  const several = matters.length > 1;
  const said = {
    ...(several ? { matters } : matters[0] !== undefined && { matter: matters[0] }),
    ...(several && kinds.length === matters.length && { kinds }),
  };
  return {
    receivedAt, division, origin, category: category ?? '', migrantWorker: requester?.migrantWorker,
    ...(kinds[0] !== undefined && { kind: kinds[0] }),
    facts: { ...said, ...facts, ...(duplicateOf !== null && { duplicateOf }) },
  };
}

/** A decision as its event records it: the lead order is number 0, child orders follow. Nothing leads where nobody does: then the receiving division keeps it. */
export function recordOf(decision: Decision, division: string): RoutingDecision {
  const { mode, matter, kind, category, lead, leadAlternatives, assist, guide, rules, ownClocks, children, handover, flags, handlingRegion, liableParties, mergedInto, pack, rows, nearest, places, inputs, reason } = decision;
  const first = { order: 0, matter, kind, category, lead, leadAlternatives, assist, guide, rules, clocks: ownClocks, places };
  return structuredClone({
    mode, orders: [first, ...children], handover, handlingDivision: handlingRegion ?? division, flags, liableParties, mergedInto, pack, rows, nearest, inputs: { ...inputs }, reason,
  }) as RoutingDecision;
}

/** What an event records of a demand besides its facts, so that it can be decided again as it was known. */
export function demandRecord({ origin, category, kind, migrantWorker, complex, decidedOn }: Demand): RoutedDemand {
  return { origin, category, kind: kind ?? null, migrantWorker: migrantWorker ?? null, complex: complex === true, decidedOn: decidedOn ?? null };
}
