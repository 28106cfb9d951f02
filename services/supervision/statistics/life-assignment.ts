import type { PublishedEvent } from '#libs/contracts/event.js';
import type { RoutingDecision, Unit } from '#libs/contracts/routing.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Life } from './life.js';
import { countedOnce, recategorised } from './life.js';

interface Moved { readonly at: Instant; readonly order: number; readonly from: Unit | null; readonly to: Unit }

/** Who holds which order, and how often it changed hands. The parent order alone is counted: a case is one, whatever it was split into. */
export function afterAssignment(life: Life, event: PublishedEvent): Life {
  switch (event.type) {
    case 'routing.case-routed.v1':
    case 'routing.case-rerouted.v1': return decided(life, event);
    case 'routing.case-assigned.v1': {
      const { order, role, unit } = event.data as never as { order: number; role: string; unit: Unit };
      if (role !== 'lead') return life;
      return dispatched(holding(life, order, unit), order, event);
    }
    case 'routing.routing-overridden.v1':
    case 'routing.case-redispatched.v1': {
      const { order, from, to } = event.data as never as Moved;
      const given = dispatched(holding(life, order, to), order, event); // A person gave it where the rules gave it to nobody.
      return order === 0 && from !== null && life.facts['dispatched'] && (from.department !== to.department || from.division !== to.division) ? countedOnce(given, 'redispatched', event) : given;
    }
    case 'routing.case-transferred.v1': {
      const { order, to } = event.data as never as Moved;
      return holding(life, order, to); // Given to nobody here: neither precise nor imprecise.
    }
    case 'routing.transfer-returned.v1': {
      const { order, to } = event.data as never as { order: number; to: Unit | null };
      return to ? holding(life, order, to) : life;
    }
    case 'routing.order-split.v1': {
      const { order, unit } = event.data as never as { order: number; unit: Unit };
      return holding(life, order, unit);
    }
    case 'routing.dispatch-objected.v1': return (event.data as never as Moved).order === 0 ? countedOnce(life, 'objected', event) : life;
    default: return life;
  }
}

function decided(life: Life, event: PublishedEvent): Life {
  const { decision, at, demand } = event.data as never as { decision: RoutingDecision; at: Instant; demand?: { migrantWorker: boolean | null } };
  const { mode, orders, handlingDivision, flags, inputs } = decision;
  const holders = { ...life.holders };
  for (const { order, lead } of orders) {
    if (!life.facts['dispatched'] || !holders[order]) holders[order] = { department: lead ?? '', division: handlingDivision };
  }
  const matters = [...new Set([...life.matters, ...orders.flatMap(({ matter }) => matter ?? [])])];
  const clearZero = flags['clearZeroClass'];
  const known: Life = {
    ...recategorised(life, orders[0]?.category ?? null), holders, matters, merged: mode === 'merge', migrant: demand?.migrantWorker ?? life.migrant,
    clearZero: typeof clearZero === 'string' ? clearZero : null, arrearsYear: yearOf(inputs, dayOf(at)),
  };
  return mode === 'merge' || mode === 'triage' ? known : countedOnce(known, 'accepted', event);
}

/** The year in which the arrears arose, as far as it is known; else the one in which the case was decided (as `clock-law.ts` counts it). */
function yearOf({ caseYear, periodTo }: Readonly<Record<string, unknown>>, on: string): number {
  return typeof caseYear === 'number' ? caseYear : Number((typeof periodTo === 'string' ? periodTo : on).slice(0, 4));
}

function holding(life: Life, order: number, { department, division }: Unit): Life {
  return { ...life, holders: { ...life.holders, [order]: { department, division } } };
}

function dispatched(life: Life, order: number, event: PublishedEvent): Life {
  return order === 0 ? countedOnce(life, 'dispatched', event) : life;
}
