import type { Day } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Demand } from '../decide.js';
import type { Decision } from '../decision.js';
import { knownFacts } from '../facts.js';
import type { Limit } from './limit.js';
import { aidLimits } from './aid.js';
import { arbitrationLimits } from './arbitration.js';
import type { Case } from './case.js';
import { caseOf } from './case.js';
import { handlingLimits } from './handling.js';
import { payerLimits } from './payers.js';
import { periodLimits } from './periods.js';
import { sanctionLimits } from './sanctions.js';
import { topicsOf } from '../matters.js';
import type { Pack } from '../pack.js';

/**
 * The limits of law that a demand meets, each with the steps that led to it: plain data, which events and pages can carry.
 * `on` is the day on which days left are counted; the day of the receipt where missing, which is the day of the decision's flags.
 */
export function limitsOf(pack: Pack, demand: Demand, decision: Decision, on?: Day): readonly Limit[] {
  const facts = knownFacts(demand.facts);
  const received = on === undefined ? demand : { ...demand, decidedOn: on };
  const today = on ?? dayOf(demand.receivedAt);
  const topics = topicsOf({ category: demand.category, kind: demand.kind, facts });
  return bestOfEach(topics.flatMap((topic) => limitsOfCase(caseOf(pack, received, facts, topic, decision, today))));
}

function limitsOfCase(one: Case): readonly Limit[] {
  return [...periodLimits(one), ...arbitrationLimits(one), ...sanctionLimits(one), ...payerLimits(one), ...aidLimits(one), ...handlingLimits(one)];
}

/** Several matters of one order: what holds for one of them holds for the order, as with flags. */
function bestOfEach(limits: readonly Limit[]): readonly Limit[] {
  const found = new Map<string, Limit>();
  for (const limit of limits) {
    const before = found.get(limit.id);
    if (!before || rank(limit) > rank(before)) found.set(limit.id, limit);
  }
  return [...found.values()];
}

function rank(limit: Limit): number {
  if (limit.kind === 'period') return limit.state === 'unknown' ? 0 : 1;
  return 'answer' in limit ? ['unmet', 'unknown', 'met'].indexOf(limit.answer) : 0;
}
