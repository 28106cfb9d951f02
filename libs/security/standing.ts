import type { Holders, Holding } from '#libs/contracts/holders.js';
import type { Unit } from '#libs/contracts/routing.events.js';
import type { Refusal } from '#libs/decider/refusal.js';
import type { Caller } from './caller.js';
import { inScope } from './scope.js';
import { refuse } from './standing.refusals.js';

/**
 * On which side of an order a step is taken. `holder`: the body that holds it; `contact`: that body, or the first that had it; `sender`: whoever
 * dispatches, and never the body whose own refusal is decided; `superior`: the office that decides between bodies that both refuse.
 * A step without one is open to every place that has to do with the case now.
 */
export type Hand = 'holder' | 'contact' | 'sender' | 'superior';

/** Why this caller, whatever its role and whatever the state, may not take a step on an order of this case; undefined where it may. */
export function standing(caller: Pick<Caller, 'divisions' | 'departments'>, hand: Hand | undefined, { division, orders, assisting }: Holders, order?: number): Refusal | undefined {
  if (division === null) return undefined; // Nobody holds it yet: whoever sees it.
  const held = hand && orders[order ?? 0];
  if (held) return onOrder(caller, hand, held);
  const concerned = [division, ...orders.flatMap(({ unit, disputedBefore }) => [unit?.division ?? division, disputedBefore ?? division]), ...assisting.map((unit) => unit.division)];
  return concerned.some((each) => inScope(caller.divisions, each)) ? undefined : refuse('NOT_YOUR_ORDER');
}

/** Whether the caller's body holds, held first, or assists in an order of the case; of a case that nobody holds yet, whoever sees it. */
export function isConcerned(caller: Pick<Caller, 'divisions' | 'departments'>, { division, orders, assisting }: Holders): boolean {
  return division === null || [...orders.flatMap(({ unit, first }) => [unit, first]), ...assisting].some((unit) => unit !== null && isOf(caller, unit));
}

function onOrder(caller: Pick<Caller, 'divisions' | 'departments'>, hand: Hand, { unit, first, disputedBefore }: Holding): Refusal | undefined {
  if (unit === null) return undefined; // The decider says so.
  switch (hand) {
    case 'holder': return isOf(caller, unit) ? undefined : refuse('NOT_YOUR_ORDER');
    case 'contact': return isOf(caller, unit) || (first !== null && isOf(caller, first)) ? undefined : refuse('NOT_YOUR_ORDER');
    case 'sender': return caller.departments?.includes(unit.department) ? refuse('OWN_REFUSAL') : undefined;
    case 'superior': return disputedBefore === null || inScope(caller.divisions, disputedBefore) ? undefined : refuse('NOT_THE_SUPERIOR');
  }
}

/** A caller without departments speaks for every body of its divisions. */
export function isOf({ divisions, departments }: Pick<Caller, 'divisions' | 'departments'>, unit: Unit): boolean {
  return inScope(divisions, unit.division) && (departments === undefined || departments.includes(unit.department));
}
