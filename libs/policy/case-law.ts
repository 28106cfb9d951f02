import type { PublishedEvent } from '#libs/contracts/event.js';
import type { AssignmentEvent, RoutingDecision } from '#libs/contracts/routing.events.js';
import type { Day } from '#libs/contracts/time.js';
import type { Demand } from './decide.js';
import { decide } from './decide.js';
import type { Entitlements } from './entitlements.js';
import { entitlementsOf } from './entitlements.js';
import type { Policies } from './in-force.js';
import type { Limit } from './limits/limit.js';
import { limitsOf } from './limits/limits.js';
import type { Pack } from './pack.js';
import type { PastCase } from './what-if/past-case.js';
import { pastCaseOf } from './what-if/past-case.js';

/** The limits of law of a running case, and what its person is entitled to, counted on a day. */
export interface LawOfCase {
  readonly limits: readonly Limit[];
  readonly entitlements: Entitlements;
}

/** The demand and the decision that a case stands by: those of its latest decision. */
export function standingOf(history: readonly PublishedEvent[], policies: Policies): { readonly pack: Pack; readonly demand: Demand; readonly decision: RoutingDecision } | undefined {
  const known = latest(history);
  const pack = known && policies.packNamed(known.recorded.pack.division, known.recorded.pack.version);
  return pack && { pack, demand: known.demand, decision: known.recorded };
}

/** From the history of a case: by the facts of its latest decision and by the pack that it keeps. undefined before it was routed. */
export function lawOfCase(history: readonly PublishedEvent[], policies: Policies, on: Day): LawOfCase | undefined {
  const known = standingOf(history, policies);
  if (!known) return undefined;
  const { pack, demand } = known;
  const decision = decide(pack, demand);
  return { limits: limitsOf(pack, demand, decision, on), entitlements: entitlementsOf(pack, demand, decision, on) };
}

type Rerouted = Extract<AssignmentEvent, { type: 'CaseRerouted' }>;

function latest(history: readonly PublishedEvent[]): PastCase | undefined {
  const routed = history.find(({ type }) => type === 'routing.case-routed.v1');
  const first = routed && pastCaseOf(routed, history.find(({ type }) => type === 'intake.claim-filed.v1'));
  const again = history.filter(({ type }) => type === 'routing.case-rerouted.v1').at(-1)?.data as unknown as Rerouted | undefined;
  return first && again ? { ...first, recorded: again.decision, demand: { ...first.demand, facts: again.decision.inputs } } : first;
}
