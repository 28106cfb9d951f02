import type { AssignmentEvent, RoutingDecision, Unit } from '#libs/contracts/routing.events.js';
import type { Instant } from '#libs/contracts/time.js';

/** In these somebody is given an order; in the others nobody can be. */
export const ORDERING: readonly string[] = ['dispatch', 'transfer', 'handover', 'refuse'];

export function dispatches(at: Instant, decision: RoutingDecision): AssignmentEvent[] {
  if (!ORDERING.includes(decision.mode)) return [];
  return decision.orders.flatMap((order) => order.lead === null ? [] : [
    assigned(at, order.order, 'lead', { department: order.lead, division: decision.handlingDivision }),
    ...assistants(order, decision).map((unit) => assigned(at, order.order, 'assist', unit)),
  ]);
}

/** The bodies of the handling division that assist, and those of other places. */
export function assistants({ assist, places = [] }: RoutingDecision['orders'][number], { handlingDivision }: RoutingDecision): readonly Unit[] {
  const elsewhere = places.filter(({ role }) => role === 'assist').map(({ department, division }) => ({ department, division }));
  return [...assist.map((department) => ({ department, division: handlingDivision })), ...elsewhere];
}

export function assigned(at: Instant, order: number, role: 'lead' | 'assist', unit: Unit): AssignmentEvent {
  return { type: 'CaseAssigned', at, order, role, unit, officer: null };
}

/** Names of what two decisions differ in: `lead`, `assist`, `rules`, `clocks`, `places`, or a flag by its name. */
export function differences(before: RoutingDecision, after: RoutingDecision): string[] {
  const changed: string[] = [];
  const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
  if (before.mode !== after.mode) changed.push('mode');
  for (const part of ['lead', 'assist', 'rules', 'clocks', 'places'] as const) {
    if (differ(before.orders.map((order) => order[part]), after.orders.map((order) => order[part]))) changed.push(part);
  }
  for (const flag of new Set([...Object.keys(before.flags), ...Object.keys(after.flags)])) {
    if (before.flags[flag] !== after.flags[flag]) changed.push(flag);
  }
  return changed;
}
