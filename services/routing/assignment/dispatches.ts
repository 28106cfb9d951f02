import type { AssignmentEvent, RoutingDecision, Unit } from '#libs/contracts/routing.events.js';
import type { Instant } from '#libs/contracts/time.js';

/** In these somebody is given an order; in the others nobody can be. */
export const ORDERING: readonly string[] = ['dispatch', 'transfer', 'handover', 'refuse'];

/** Orders that go to the log of another region: the place that they leave, and who sends them. */
export interface Leaving { readonly from: string; readonly by: string }

export function dispatches(at: Instant, decision: RoutingDecision, leaving?: Leaving): AssignmentEvent[] {
  if (!ORDERING.includes(decision.mode)) return [];
  return decision.orders.flatMap((order) => order.lead === null ? [] : [
    leaving ? sent(at, order, { department: order.lead, division: leaving.from }, decision, leaving.by) : assigned(at, order.order, 'lead', { department: order.lead, division: decision.handlingDivision }),
    ...assistants(order, decision, leaving !== undefined).map((unit) => assigned(at, order.order, 'assist', unit)),
  ]);
}

/** The bodies of the handling division that assist, unless the log of that place asks them, and those of other places. */
export function assistants({ assist, places = [] }: RoutingDecision['orders'][number], { handlingDivision }: RoutingDecision, leaves = false): readonly Unit[] {
  const elsewhere = places.filter(({ role }) => role === 'assist').map(({ department, division }) => ({ department, division }));
  return leaves ? elsewhere.filter(({ division }) => division !== handlingDivision) : [...assist.map((department) => ({ department, division: handlingDivision })), ...elsewhere];
}

export function assigned(at: Instant, order: number, role: 'lead' | 'assist', unit: Unit): AssignmentEvent {
  return { type: 'CaseAssigned', at, order, role, unit, officer: null };
}

const GROUND_LENGTH_MAX = 200;

/** By the rules an order goes to the body of its kind at another place, which has yet to take it. */
export function sent(at: Instant, { order, lead, rules }: RoutingDecision['orders'][number], from: Unit, { handlingDivision }: RoutingDecision, by: string): AssignmentEvent {
  return { type: 'CaseTransferred', at, order, from, to: { department: lead ?? from.department, division: handlingDivision }, ground: rules.join(', ').slice(0, GROUND_LENGTH_MAX) || 'LSR 13', by };
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
