import type { Allotment, AssignmentEvent, BodyRefusal, ClockStart, RoutedDemand, RoutingDecision, Unit } from '#libs/contracts/routing.events.js';
import { superiorOf } from '#libs/contracts/superior.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { ensure, never } from '#libs/decider/decider.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { refuse } from './assignment.refusals.js';
import type { Leaving } from './dispatches.js';
import { ORDERING, assigned, assistants, differences, dispatches, sent } from './dispatches.js';

export type { AssignmentEvent } from '#libs/contracts/routing.events.js';

interface Asked { readonly at: Instant; readonly by: string }
interface OnOrder extends Asked { readonly order: number }

export type AssignmentCommand =
  | Asked & { readonly type: 'RouteCase'; readonly receivedAt: Instant; readonly division: string; readonly decision: RoutingDecision; readonly demand: RoutedDemand; readonly caseNumber?: string; readonly fromLog?: string; readonly toLog?: string }
  | Asked & { readonly type: 'RerouteCase'; readonly decision: RoutingDecision; readonly demand: RoutedDemand; readonly toLog?: string }
  | Asked & { readonly type: 'RouteDuplicate'; readonly channel: string; readonly channelNumber: string; readonly clocks: readonly ClockStart[] }
  | OnOrder & { readonly type: 'SignOrder' }
  | OnOrder & NameOfficer
  | OnOrder & { readonly type: 'ReleaseOfficer'; readonly officer: string }
  | OnOrder & { readonly type: 'ObjectToDispatch'; readonly ground: string; readonly reason: string }
  | OnOrder & { readonly type: 'MaintainDispatch'; readonly ground: string; readonly reason: string }
  | OnOrder & { readonly type: 'DesignateBody'; readonly to: Unit; readonly clocks: readonly ClockStart[]; readonly ground: string; readonly reason: string }
  | OnOrder & { readonly type: 'RedispatchOrder'; readonly to: Unit; readonly clocks: readonly ClockStart[]; readonly ground: string; readonly reason: string }
  | OnOrder & { readonly type: 'OverrideRouting'; readonly to: Unit; readonly assist: readonly string[]; readonly clocks: readonly ClockStart[]; readonly reason: string }
  | OnOrder & { readonly type: 'TransferOrder'; readonly to: Unit; readonly ground: string }
  | OnOrder & { readonly type: 'AcceptTransfer'; readonly clocks: readonly ClockStart[] }
  | OnOrder & { readonly type: 'ReturnTransfer'; readonly clocks: readonly ClockStart[]; readonly ground: string; readonly reason: string }
  | OnOrder & { readonly type: 'SplitOrder'; readonly matter: string; readonly kind: string; readonly category: string; readonly to: Unit; readonly clocks: readonly ClockStart[]; readonly reason: string };

/** By a person, or by the unit's staff (`staff/…`), which says why this one and in whose place: where another was named meanwhile, that stands. */
interface NameOfficer {
  readonly type: 'NameOfficer';
  readonly officer: string;
  readonly reason?: string;
  readonly instead?: string | null;
  readonly receipt?: Allotment;
}

/** Who holds one order, and what is open between the two sides. */
interface Held {
  readonly unit: Unit | null;
  readonly step: 'dispatched' | 'signed' | 'objected' | 'transferring' | 'unheld';
  /** Once a dispatch was maintained or a body designated, the order may not be returned again (BJ-REG 12). */
  readonly returnBarred: boolean;
  readonly officer: string | null;
  /** Who sent it to another place. */
  readonly sender: Unit | null;
  /** Who had it first, and the bodies that have refused it since it was sent out or decided. */
  readonly first: Unit | null;
  readonly refusals: readonly BodyRefusal[];
  /** The division whose office decides, where two bodies refuse (LSR 13). */
  readonly disputedBefore: string | null;
}

export interface Assignment {
  readonly division: string;
  /** The number by which people call the case, for those who read this stream alone. */
  readonly caseNumber?: string;
  readonly decision: RoutingDecision | null;
  /** The log of another region from which the case came. */
  readonly fromLog?: string;
  readonly orders: readonly Held[];
  readonly duplicates: readonly string[];
  /** Child orders by parent, matter, kind and the unit first ordered: the same wish again is nothing. */
  readonly splits: readonly string[];
}

type OnHeld = 'SignOrder' | 'NameOfficer' | 'ReleaseOfficer' | 'ObjectToDispatch' | 'MaintainDispatch' | 'DesignateBody' | 'RedispatchOrder' | 'TransferOrder' | 'AcceptTransfer' | 'ReturnTransfer';

/** Why a step on one order cannot be taken as that order stands; undefined where it can. The guard and the decision ask the same. */
const onHeld: { readonly [Type in OnHeld]: (held: Held, state: Assignment) => Refusal | undefined } = {
  SignOrder: ({ step }) => (step === 'objected' ? refuse('OBJECTION_PENDING') : step === 'dispatched' ? undefined : refuse('ORDER_NOT_AWAITING_SIGNATURE')),
  NameOfficer: ({ step }) => (step === 'transferring' ? refuse('ORDER_NOT_HELD') : undefined), // Whoever accepts it names their own.
  ReleaseOfficer: ({ officer }) => (officer === null ? refuse('ORDER_NOT_HELD') : undefined),
  ObjectToDispatch: ({ step, returnBarred }) => {
    if (step === 'signed') return refuse('ALREADY_SIGNED');
    if (step !== 'dispatched') return step === 'objected' ? refuse('OBJECTION_PENDING') : refuse('ORDER_NOT_AWAITING_SIGNATURE');
    return returnBarred ? refuse('RETURN_BARRED') : undefined;
  },
  MaintainDispatch: ({ step, disputedBefore }) => (disputedBefore !== null ? refuse('DISPUTE_PENDING') : step === 'objected' ? undefined : refuse('NO_OBJECTION')),
  DesignateBody: ({ disputedBefore }) => (disputedBefore === null ? refuse('NO_DISPUTE') : undefined),
  RedispatchOrder: (held) => movable(held),
  TransferOrder: (held) => (held.step === 'transferring' ? refuse('TRANSFER_PENDING') : movable(held)),
  AcceptTransfer: ({ step }) => (step === 'transferring' ? undefined : refuse('TRANSFER_NOT_PENDING')),
  // What came from another log lies here as any order does; it goes back before it is signed for.
  ReturnTransfer: ({ step }, { fromLog }) => (step === 'transferring' || (step === 'dispatched' && fromLog !== undefined) ? undefined : refuse('TRANSFER_NOT_PENDING')),
};

function movable({ step, disputedBefore }: Held): Refusal | undefined {
  if (disputedBefore !== null) return refuse('DISPUTE_PENDING'); // The office above decides, and nobody goes round it.
  return step === 'transferring' ? refuse('TRANSFER_PENDING') : undefined;
}

const routed = (state: Assignment): Refusal | undefined => (state.decision ? undefined : refuse('NOT_ROUTED'));

/** As one order stands, or, where none is named, as any does; then the no of the lead order is told. */
function on(type: OnHeld): (state: Assignment, order?: number) => Refusal | undefined {
  return (state, order) => {
    const one = (held: Held | undefined): Refusal | undefined => (held === undefined ? refuse('NO_SUCH_ORDER') : held.unit === null ? refuse('ORDER_NOT_HELD') : onHeld[type](held, state));
    if (!state.decision) return refuse('NOT_ROUTED');
    if (order !== undefined) return one(state.orders[order]);
    return state.orders.some((held) => !one(held)) ? undefined : one(state.orders[0]);
  };
}

const may: Decider<Assignment, AssignmentCommand, AssignmentEvent>['may'] = {
  RerouteCase: routed,
  RouteDuplicate: routed,
  SignOrder: on('SignOrder'),
  NameOfficer: on('NameOfficer'),
  ReleaseOfficer: on('ReleaseOfficer'),
  ObjectToDispatch: on('ObjectToDispatch'),
  MaintainDispatch: on('MaintainDispatch'),
  DesignateBody: on('DesignateBody'),
  RedispatchOrder: on('RedispatchOrder'),
  OverrideRouting: (state, order) => routed(state) ?? (order === undefined ? undefined : overridable(state.orders[order])),
  TransferOrder: on('TransferOrder'),
  AcceptTransfer: on('AcceptTransfer'),
  ReturnTransfer: on('ReturnTransfer'),
  SplitOrder: (state, order) => routed(state) ?? (order === undefined || state.orders[order] ? undefined : refuse('NO_SUCH_ORDER')),
};

function overridable(held: Held | undefined): Refusal | undefined {
  return held === undefined ? refuse('NO_SUCH_ORDER') : movable(held);
}

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
  const { at, receivedAt, division, decision, demand, fromLog } = command;
  return [
    { type: 'CaseRouted', at, receivedAt, division, decision, demand, ...numbered(command), ...(fromLog !== undefined && { fromLog }), ...bound(command) },
    ...dispatches(at, decision, leaving(command, division)),
  ];
}

/** New facts can change the decision. What has been signed for stays where it is; flags, assistants and untouched orders follow the facts. */
function reroute(command: AssignmentCommand & { type: 'RerouteCase' }, state: Assignment): readonly AssignmentEvent[] {
  ensure(may, command, state);
  const { at, by, decision, demand } = command;
  const away = leaving(command, state.division);
  const changed = differences(state.decision!, decision);
  if (changed.length === 0) return [];
  const events: AssignmentEvent[] = [{ type: 'CaseRerouted', at, decision, changed, demand, ...numbered(state), ...bound(command) }];
  if (!ORDERING.includes(decision.mode)) return events;
  for (const now of decision.orders) {
    const { order, lead } = now;
    const before = state.decision!.orders[order];
    const held = state.orders[order];
    const from = held?.step === 'dispatched' ? held.unit : null; // Where a person sent it, it stays under the same lead and place.
    const moves = from !== null && before?.lead !== lead && from.department !== lead;
    const leaves = from !== null && from.division === state.decision!.handlingDivision && from.division !== decision.handlingDivision;
    if (lead !== null && (held === undefined || held.step === 'unheld' || moves || leaves)) {
      const goes = away !== undefined || (leaves && decision.mode === 'transfer');
      events.push(goes ? sent(at, now, from ?? { department: lead, division: state.division }, decision, by) : assigned(at, order, 'lead', { department: lead, division: decision.handlingDivision }));
    }
    const helped = before === undefined ? [] : assistants(before, state.decision!);
    for (const unit of assistants(now, decision, away !== undefined)) {
      if (!helped.some(({ department, division }) => department === unit.department && (division === unit.division || unit.division === decision.handlingDivision))) events.push(assigned(at, order, 'assist', unit));
    }
  }
  return events;
}

function override(command: AssignmentCommand & { type: 'OverrideRouting' }, state: Assignment): readonly AssignmentEvent[] {
  ensure(may, command, state);
  const { at, by, order, to, assist, clocks, reason } = command;
  const held = state.orders[order];
  const refusal = overridable(held);
  if (!held || refusal) throw refusal!;
  if (reason.trim() === '') throw refuse('REASON_REQUIRED');
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
  return [{ type: 'OrderSplit', at, order: state.orders.length, parent, matter, kind, category, unit: to, clocks: [...clocks], reason, by, ...numbered(state) }];
}

function bound({ toLog }: { readonly toLog?: string | undefined }): { readonly toLog?: string } {
  return toLog === undefined ? {} : { toLog };
}

function leaving({ toLog, by }: { readonly toLog?: string | undefined; readonly by: string }, from: string): Leaving | undefined {
  return toLog === undefined ? undefined : { from, by };
}

function numbered({ caseNumber }: { readonly caseNumber?: string | undefined }): { readonly caseNumber?: string } {
  return caseNumber === undefined ? {} : { caseNumber };
}

/** What is asked twice is nothing: it holds already. */
function repeated(command: OnHeldCommand, held: Held): boolean {
  switch (command.type) {
    case 'SignOrder': return held.step === 'signed';
    case 'ObjectToDispatch': return held.step === 'objected';
    case 'TransferOrder': return held.step === 'transferring';
    // Whoever decided by who had the order before is late where another has it.
    case 'NameOfficer': return held.officer === command.officer || (command.instead !== undefined && command.instead !== held.officer);
    case 'ReleaseOfficer': return held.officer !== command.officer;
    default: return false;
  }
}

type OnHeldCommand = Extract<AssignmentCommand, { type: OnHeld }>;

function onOrder(command: OnHeldCommand, state: Assignment): readonly AssignmentEvent[] {
  const { at, by, order } = command;
  if (!state.decision) throw refuse('NOT_ROUTED');
  const held = state.orders[order];
  if (!held) throw refuse('NO_SUCH_ORDER', { order });
  if (!held.unit) throw refuse('ORDER_NOT_HELD', { order });
  if (repeated(command, held)) return [];
  const refusal = onHeld[command.type](held, state);
  if (refusal) throw refusal;
  const { unit } = held;
  switch (command.type) {
    case 'SignOrder': return [{ type: 'OrderSigned', at, order, unit, by }];
    case 'NameOfficer': return named(command, held, unit);
    case 'ReleaseOfficer': return [{ type: 'OfficerReleased', at, order, officer: command.officer, by }];
    case 'ObjectToDispatch': return object(command, held, unit);
    case 'MaintainDispatch': return [{ type: 'DispatchMaintained', at, order, ground: command.ground, reason: command.reason, by }];
    case 'DesignateBody': {
      const { to, clocks, ground, reason } = command;
      const decided: AssignmentEvent = { type: 'DisputeDecided', at, order, division: held.disputedBefore!, unit: to, ground, reason, by };
      if (sameUnit(unit, to)) return [decided, { type: 'DispatchMaintained', at, order, ground, reason, by }];
      return [decided, { type: 'CaseRedispatched', at, order, from: unit, to, clocks: [...clocks], ground, reason, by }];
    }
    case 'RedispatchOrder': {
      const { to, clocks, ground, reason } = command;
      if (sameUnit(unit, to)) throw refuse('SAME_UNIT');
      return [{ type: 'CaseRedispatched', at, order, from: unit, to, clocks: [...clocks], ground, reason, by }];
    }
    case 'TransferOrder': {
      const { to, ground } = command;
      if (to.division === unit.division) throw refuse('SAME_DIVISION');
      return [{ type: 'CaseTransferred', at, order, from: unit, to, ground, by }];
    }
    case 'ReturnTransfer': {
      const { clocks, ground, reason } = command;
      if (ground.trim() === '') throw refuse('GROUND_REQUIRED');
      const to = backTo(held, state);
      const returned: AssignmentEvent = { type: 'TransferReturned', at, order, unit, to, ...(to && { clocks: [...clocks] }), ground, reason, by };
      return [returned, ...(to === null && order === 0 ? goingAlong(state).map((along): AssignmentEvent => ({ ...returned, ...along })) : [])];
    }
    case 'AcceptTransfer': return [{ type: 'TransferAccepted', at, order, unit, clocks: [...command.clocks], by }];
    default: return never(command);
  }
}

/** The first officer needs no reason; whoever puts another in an officer's place gives one. */
function named({ at, by, order, officer, reason, instead, receipt }: OnHeldCommand & { type: 'NameOfficer' }, held: Held, unit: Unit): readonly AssignmentEvent[] {
  if (instead === undefined && held.officer !== null && !reason?.trim()) throw refuse('REASON_REQUIRED');
  return [{ type: 'OfficerNamed', at, order, officer, unit, instead: held.officer, by, ...(reason !== undefined && { reason }), ...(receipt && { receipt }) }];
}

/** The second body that refuses an order opens the dispute: not a third guess, but the office above both decides (LSR 13; BJ-REG 12). */
function object(command: OnHeldCommand & { type: 'ObjectToDispatch' }, held: Held, unit: Unit): readonly AssignmentEvent[] {
  const { at, by, order, ground, reason } = command;
  if (ground.trim() === '') throw refuse('GROUND_REQUIRED');
  const objected: AssignmentEvent = { type: 'DispatchObjected', at, order, unit, ground, reason, by };
  const before = held.refusals.filter((one) => !sameUnit(one.unit, unit));
  if (before.length === 0) return [objected];
  const refusals = [...before, { at, unit, ground, reason, by }];
  return [objected, { type: 'DisputeOpened', at, order, division: superiorOf(refusals.map((one) => one.unit.division)), first: held.first ?? unit, refusals }];
}

/** Who has a transferred order where it is sent back: who sent it; null where that is another log. On receipt no body of the place had it yet: the one of its kind there has it now. */
export function backTo({ step, sender, unit }: Held, { division }: Assignment): Unit | null {
  return step === 'transferring' && unit ? sender ?? { department: unit.department, division } : null;
}

/** What another log handed over goes back as it came: with its lead order go the others that nobody has signed for. */
function goingAlong({ orders }: Assignment): readonly { readonly order: number; readonly unit: Unit }[] {
  return orders.flatMap(({ unit, step }, order) => (order > 0 && unit && step === 'dispatched' ? [{ order, unit }] : []));
}

function sameUnit(a: Unit, b: Unit): boolean {
  return a.department === b.department && a.division === b.division;
}

function splitOff(parent: number, matter: string, kind: string, { department, division }: Unit): string {
  return JSON.stringify([parent, matter, kind, department, division]);
}

const unheld: Held = { unit: null, step: 'unheld', returnBarred: false, officer: null, sender: null, first: null, refusals: [], disputedBefore: null };

function evolve(state: Assignment, event: AssignmentEvent): Assignment {
  switch (event.type) {
    case 'CaseRouted':
      return { ...state, ...numbered(event), ...(event.fromLog !== undefined && { fromLog: event.fromLog }), division: event.division, decision: event.decision, orders: event.decision.orders.map(() => unheld) };
    case 'CaseRerouted':
      return { ...state, decision: event.decision, orders: event.decision.orders.map(({ order }) => state.orders[order] ?? unheld).concat(state.orders.slice(event.decision.orders.length)) };
    case 'DuplicateRouted':
      return { ...state, duplicates: [...state.duplicates, `${event.channel}/${event.channelNumber}`] };
    case 'CaseAssigned':
      if (event.role === 'assist') return state;
      // In a transfer the order is on its way: it is held when the other place accepts it.
      return hold(state, event.order, { unit: event.unit, step: state.decision?.mode === 'transfer' ? 'transferring' : 'dispatched', officer: event.officer });
    case 'RoutingOverridden': return hold(state, event.order, { unit: event.to, step: 'dispatched', officer: null });
    case 'OrderSigned': return hold(state, event.order, { step: 'signed', refusals: [] });
    case 'OfficerNamed': return hold(state, event.order, { officer: event.officer });
    case 'OfficerReleased': return hold(state, event.order, { officer: null });
    case 'DispatchObjected': {
      const { order, at, unit, ground, reason, by } = event;
      return hold(state, order, { step: 'objected', refusals: [...(state.orders[order]?.refusals ?? []), { at, unit, ground, reason, by }] });
    }
    case 'DispatchMaintained': return hold(state, event.order, { step: 'dispatched', returnBarred: true, refusals: [] });
    case 'DisputeOpened': return hold(state, event.order, { disputedBefore: event.division });
    case 'DisputeDecided': return hold(state, event.order, { disputedBefore: null, returnBarred: true, refusals: [] });
    case 'CaseRedispatched': return hold(state, event.order, { unit: event.to, step: 'dispatched', officer: null });
    case 'CaseTransferred': return hold(state, event.order, { unit: event.to, step: 'transferring', officer: null, sender: event.from });
    case 'TransferAccepted': return hold(state, event.order, { step: 'signed', refusals: [] });
    case 'TransferReturned': return hold(state, event.order, { unit: event.to, step: event.to ? 'dispatched' : 'unheld', officer: null, sender: null });
    case 'OrderSplit': return { ...state, orders: [...state.orders, { ...unheld, unit: event.unit, step: 'dispatched', first: event.unit }], splits: [...state.splits, splitOff(event.parent, event.matter, event.kind, event.unit)] };
    default: return never(event);
  }
}

function hold(state: Assignment, order: number, change: Partial<Held>): Assignment {
  return { ...state, orders: state.orders.map((held, index) => (index === order ? { ...held, ...change, first: held.first ?? change.unit ?? null } : held)) };
}
