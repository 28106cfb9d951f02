import type { AssignmentEvent, ClockStart, RoutedDemand, RoutingDecision, Unit } from '#libs/contracts/routing.events.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { ensure, never } from '#libs/decider/decider.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { refuse } from './assignment.refusals.js';

export type { AssignmentEvent } from '#libs/contracts/routing.events.js';

interface Asked { readonly at: Instant; readonly by: string }
interface OnOrder extends Asked { readonly order: number }

export type AssignmentCommand =
  | Asked & { readonly type: 'RouteCase'; readonly receivedAt: Instant; readonly division: string; readonly decision: RoutingDecision; readonly demand: RoutedDemand }
  | Asked & { readonly type: 'RerouteCase'; readonly decision: RoutingDecision; readonly demand: RoutedDemand }
  | Asked & { readonly type: 'RouteDuplicate'; readonly channel: string; readonly channelNumber: string; readonly clocks: readonly ClockStart[] }
  | OnOrder & { readonly type: 'SignOrder' }
  | OnOrder & { readonly type: 'NameOfficer'; readonly officer: string }
  | OnOrder & { readonly type: 'ObjectToDispatch'; readonly ground: string; readonly reason: string }
  | OnOrder & { readonly type: 'MaintainDispatch'; readonly ground: string; readonly reason: string }
  | OnOrder & { readonly type: 'RedispatchOrder'; readonly to: Unit; readonly clocks: readonly ClockStart[]; readonly ground: string; readonly reason: string }
  | OnOrder & { readonly type: 'OverrideRouting'; readonly to: Unit; readonly assist: readonly string[]; readonly clocks: readonly ClockStart[]; readonly reason: string }
  | OnOrder & { readonly type: 'TransferOrder'; readonly to: Unit; readonly ground: string }
  | OnOrder & { readonly type: 'AcceptTransfer'; readonly clocks: readonly ClockStart[] }
  | OnOrder & { readonly type: 'SplitOrder'; readonly matter: string; readonly kind: string; readonly category: string; readonly to: Unit; readonly clocks: readonly ClockStart[]; readonly reason: string };

/** Who holds one order, and what is open between the two sides. */
interface Held {
  readonly unit: Unit | null;
  readonly step: 'dispatched' | 'signed' | 'objected' | 'transferring' | 'unheld';
  /** Once a dispatch was maintained, the order may not be returned again (BJ-REG 12). */
  readonly returnBarred: boolean;
  readonly officer: string | null;
}

export interface Assignment {
  readonly division: string;
  readonly decision: RoutingDecision | null;
  readonly orders: readonly Held[];
  readonly duplicates: readonly string[];
  /** Child orders by parent, matter, kind and the unit first ordered: the same wish again is nothing. */
  readonly splits: readonly string[];
}

type May = (state: Assignment) => Refusal | undefined;
const routed: May = (state) => (state.decision ? undefined : refuse('NOT_ROUTED'));
const some = (step: readonly Held['step'][], otherwise: () => Refusal): May => (state) =>
  routed(state) ?? (state.orders.some((held) => step.includes(held.step)) ? undefined : otherwise());

const may: Decider<Assignment, AssignmentCommand, AssignmentEvent>['may'] = {
  RerouteCase: routed,
  RouteDuplicate: routed,
  SignOrder: some(['dispatched'], () => refuse('ORDER_NOT_AWAITING_SIGNATURE')),
  NameOfficer: some(['dispatched', 'signed', 'objected'], () => refuse('ORDER_NOT_HELD')),
  ObjectToDispatch: some(['dispatched'], () => refuse('ORDER_NOT_AWAITING_SIGNATURE')),
  MaintainDispatch: some(['objected'], () => refuse('NO_OBJECTION')),
  RedispatchOrder: some(['dispatched', 'signed', 'objected'], () => refuse('ORDER_NOT_HELD')),
  OverrideRouting: routed,
  TransferOrder: some(['dispatched', 'signed', 'objected'], () => refuse('ORDER_NOT_HELD')),
  AcceptTransfer: some(['transferring'], () => refuse('TRANSFER_NOT_PENDING')),
  SplitOrder: routed,
};

export const assignment: Decider<Assignment, AssignmentCommand, AssignmentEvent> = {
  initial: { division: '', decision: null, orders: [], duplicates: [], splits: [] }, decide, evolve, may,
};

function decide(command: AssignmentCommand, state: Assignment): readonly AssignmentEvent[] {
  switch (command.type) {
    case 'RouteCase': return route(command, state);
    case 'RerouteCase': return reroute(command, state);
    case 'RouteDuplicate': {
      ensure(may, command, state);
      const { at, channel, channelNumber, clocks } = command;
      if (state.duplicates.includes(`${channel}/${channelNumber}`)) return [];
      return [{ type: 'DuplicateRouted', at, channel, channelNumber, clocks: [...clocks], pack: state.decision!.pack }];
    }
    case 'OverrideRouting': return override(command, state);
    case 'SplitOrder': return split(command, state);
    default: return onOrder(command, state);
  }
}

/** First decision of a case: the receipt, then who holds what. Where a person must be told the way or decide, nobody is given an order. */
function route(command: AssignmentCommand & { type: 'RouteCase' }, state: Assignment): readonly AssignmentEvent[] {
  if (state.decision) return []; // Delivered twice, routed once.
  const { at, receivedAt, division, decision, demand } = command;
  return [{ type: 'CaseRouted', at, receivedAt, division, decision, demand }, ...dispatches(at, decision)];
}

/** In these somebody is given an order; in the others nobody can be. */
const ORDERING: readonly string[] = ['dispatch', 'transfer', 'handover', 'refuse'];

function dispatches(at: Instant, decision: RoutingDecision): AssignmentEvent[] {
  if (!ORDERING.includes(decision.mode)) return [];
  return decision.orders.flatMap((order) => order.lead === null ? [] : [
    assigned(at, order.order, 'lead', { department: order.lead, division: decision.handlingDivision }),
    ...assistants(order, decision).map((unit) => assigned(at, order.order, 'assist', unit)),
  ]);
}

/** The bodies of the handling division that assist, and those of other places. */
function assistants({ assist, places = [] }: RoutingDecision['orders'][number], { handlingDivision }: RoutingDecision): readonly Unit[] {
  const elsewhere = places.filter(({ role }) => role === 'assist').map(({ department, division }) => ({ department, division }));
  return [...assist.map((department) => ({ department, division: handlingDivision })), ...elsewhere];
}

function assigned(at: Instant, order: number, role: 'lead' | 'assist', unit: Unit): AssignmentEvent {
  return { type: 'CaseAssigned', at, order, role, unit, officer: null };
}

/** New facts can change the decision. What has been signed for stays where it is; flags, assistants and untouched orders follow the facts. */
function reroute(command: AssignmentCommand & { type: 'RerouteCase' }, state: Assignment): readonly AssignmentEvent[] {
  ensure(may, command, state);
  const { at, by, decision, demand } = command;
  const changed = differences(state.decision!, decision);
  if (changed.length === 0) return [];
  const events: AssignmentEvent[] = [{ type: 'CaseRerouted', at, decision, changed, demand }];
  if (!ORDERING.includes(decision.mode)) return events;
  for (const now of decision.orders) {
    const { order, lead, rules } = now;
    const before = state.decision!.orders[order];
    const held = state.orders[order];
    const from = held?.step === 'dispatched' ? held.unit : null; // Where a person sent it, it stays under the same lead and place.
    const moves = from !== null && before?.lead !== lead && from.department !== lead;
    const leaves = from !== null && from.division === state.decision!.handlingDivision && from.division !== decision.handlingDivision;
    if (lead !== null && leaves && decision.mode === 'transfer') {
      events.push({ type: 'CaseTransferred', at, order, from, to: { department: lead, division: decision.handlingDivision }, ground: rules.join(', '), by });
    } else if (lead !== null && (held === undefined || held.step === 'unheld' || moves || leaves)) {
      events.push(assigned(at, order, 'lead', { department: lead, division: decision.handlingDivision }));
    }
    const helped = before === undefined ? [] : assistants(before, state.decision!);
    for (const unit of assistants(now, decision)) {
      if (!helped.some(({ department, division }) => department === unit.department && (division === unit.division || unit.division === decision.handlingDivision))) events.push(assigned(at, order, 'assist', unit));
    }
  }
  return events;
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

function override(command: AssignmentCommand & { type: 'OverrideRouting' }, state: Assignment): readonly AssignmentEvent[] {
  ensure(may, command, state);
  const { at, by, order, to, assist, clocks, reason } = command;
  if (reason.trim() === '') throw refuse('REASON_REQUIRED');
  const held = state.orders[order];
  if (held === undefined) throw refuse('NO_SUCH_ORDER', { order });
  if (held.step === 'transferring') throw refuse('TRANSFER_PENDING');
  if (held.unit && sameUnit(held.unit, to)) return [];
  return [
    { type: 'RoutingOverridden', at, order, from: held.unit, to, assist: [...assist], clocks: [...clocks], reason, by },
    ...assist.map((department) => assigned(at, order, 'assist', { department, division: to.division })),
  ];
}

function split(command: AssignmentCommand & { type: 'SplitOrder' }, state: Assignment): readonly AssignmentEvent[] {
  ensure(may, command, state);
  const { at, by, order: parent, matter, kind, category, to, clocks, reason } = command;
  if (!state.orders[parent]) throw refuse('NO_SUCH_ORDER', { order: parent });
  if (reason.trim() === '') throw refuse('REASON_REQUIRED');
  if (state.splits.includes(splitOff(parent, matter, kind, to))) return [];
  return [{ type: 'OrderSplit', at, order: state.orders.length, parent, matter, kind, category, unit: to, clocks: [...clocks], reason, by }];
}

function onOrder(command: Exclude<AssignmentCommand, { type: 'RouteCase' | 'RerouteCase' | 'RouteDuplicate' | 'OverrideRouting' | 'SplitOrder' }>, state: Assignment): readonly AssignmentEvent[] {
  const { at, by, order } = command;
  if (!state.decision) throw refuse('NOT_ROUTED');
  const held = state.orders[order];
  if (!held) throw refuse('NO_SUCH_ORDER', { order });
  if (!held.unit) throw refuse('ORDER_NOT_HELD', { order });
  const { unit } = held;
  switch (command.type) {
    case 'SignOrder':
      if (held.step === 'signed') return [];
      if (held.step === 'objected') throw refuse('OBJECTION_PENDING');
      if (held.step !== 'dispatched') throw refuse('ORDER_NOT_AWAITING_SIGNATURE');
      return [{ type: 'OrderSigned', at, order, unit, by }];
    case 'NameOfficer':
      if (held.step === 'transferring') throw refuse('ORDER_NOT_HELD', { order }); // Whoever accepts it names their own.
      return held.officer === command.officer ? [] : [{ type: 'OfficerNamed', at, order, officer: command.officer }];
    case 'ObjectToDispatch':
      return object(command, held, unit);
    case 'MaintainDispatch':
      if (held.step !== 'objected') throw refuse('NO_OBJECTION');
      return [{ type: 'DispatchMaintained', at, order, ground: command.ground, reason: command.reason, by }];
    case 'RedispatchOrder': {
      const { to, clocks, ground, reason } = command;
      if (held.step === 'transferring') throw refuse('TRANSFER_PENDING');
      if (sameUnit(unit, to)) throw refuse('SAME_UNIT');
      return [{ type: 'CaseRedispatched', at, order, from: unit, to, clocks: [...clocks], ground, reason, by }];
    }
    case 'TransferOrder': {
      const { to, ground } = command;
      if (held.step === 'transferring') return [];
      if (to.division === unit.division) throw refuse('SAME_DIVISION');
      return [{ type: 'CaseTransferred', at, order, from: unit, to, ground, by }];
    }
    case 'AcceptTransfer':
      if (held.step !== 'transferring') throw refuse('TRANSFER_NOT_PENDING');
      return [{ type: 'TransferAccepted', at, order, unit, clocks: [...command.clocks], by }];
    default: return never(command);
  }
}

function object(command: AssignmentCommand & { type: 'ObjectToDispatch' }, held: Held, unit: Unit): readonly AssignmentEvent[] {
  const { at, by, order, ground, reason } = command;
  if (held.step === 'objected') return [];
  if (held.step === 'signed') throw refuse('ALREADY_SIGNED');
  if (held.step !== 'dispatched') throw refuse('ORDER_NOT_AWAITING_SIGNATURE');
  if (held.returnBarred) throw refuse('RETURN_BARRED');
  if (ground.trim() === '') throw refuse('GROUND_REQUIRED');
  return [{ type: 'DispatchObjected', at, order, unit, ground, reason, by }];
}

function sameUnit(a: Unit, b: Unit): boolean {
  return a.department === b.department && a.division === b.division;
}

function splitOff(parent: number, matter: string, kind: string, { department, division }: Unit): string {
  return JSON.stringify([parent, matter, kind, department, division]);
}

const unheld: Held = { unit: null, step: 'unheld', returnBarred: false, officer: null };

function evolve(state: Assignment, event: AssignmentEvent): Assignment {
  switch (event.type) {
    case 'CaseRouted':
      return { ...state, division: event.division, decision: event.decision, orders: event.decision.orders.map(() => unheld) };
    case 'CaseRerouted':
      return { ...state, decision: event.decision, orders: event.decision.orders.map(({ order }) => state.orders[order] ?? unheld).concat(state.orders.slice(event.decision.orders.length)) };
    case 'DuplicateRouted':
      return { ...state, duplicates: [...state.duplicates, `${event.channel}/${event.channelNumber}`] };
    case 'CaseAssigned':
      if (event.role === 'assist') return state;
      // In a transfer the order is on its way: it is held when the other place accepts it.
      return hold(state, event.order, { unit: event.unit, step: state.decision?.mode === 'transfer' ? 'transferring' : 'dispatched', officer: event.officer });
    case 'RoutingOverridden': return hold(state, event.order, { unit: event.to, step: 'dispatched', officer: null });
    case 'OrderSigned': return hold(state, event.order, { step: 'signed' });
    case 'OfficerNamed': return hold(state, event.order, { officer: event.officer });
    case 'DispatchObjected': return hold(state, event.order, { step: 'objected' });
    case 'DispatchMaintained': return hold(state, event.order, { step: 'dispatched', returnBarred: true });
    case 'CaseRedispatched': return hold(state, event.order, { unit: event.to, step: 'dispatched', officer: null });
    case 'CaseTransferred': return hold(state, event.order, { unit: event.to, step: 'transferring', officer: null });
    case 'TransferAccepted': return hold(state, event.order, { step: 'signed' });
    case 'OrderSplit': return { ...state, orders: [...state.orders, { ...unheld, unit: event.unit, step: 'dispatched' }], splits: [...state.splits, splitOff(event.parent, event.matter, event.kind, event.unit)] };
    default: return never(event);
  }
}

function hold(state: Assignment, order: number, change: Partial<Held>): Assignment {
  return { ...state, orders: state.orders.map((held, index) => (index === order ? { ...held, ...change } : held)) };
}
