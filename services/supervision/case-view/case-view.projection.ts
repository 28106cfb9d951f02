import type { CaseState } from '#libs/contracts/case-states.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { AssignmentEvent, RoutingDecision } from '#libs/contracts/routing.events.js';
import type { ClockEvent } from '#libs/contracts/supervision.events.js';
import type { PaymentEvent } from '#libs/contracts/resolution.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { isAfter } from '#libs/contracts/time.js';
import type { LadderLine } from '../escalation/ladder-line.projection.js';
import { ladderKeys, ladderLine, ladderSum } from '../escalation/ladder-line.projection.js';
import { moves } from '../supervision.process.js';
import { stateAfter } from './case-state.projection.js';

/** One deadline as the page of a case shows it. */
export interface ClockLine {
  readonly kind: string;
  readonly order: number | null;
  /** Of assistance: the body and its place. */
  readonly part?: string;
  readonly startedAt: string;
  readonly due: string;
  readonly provisionalDue: string | null;
  readonly breachAt: Instant | null;
  readonly status: 'running' | 'suspended' | 'met' | 'cancelled';
  readonly warned: boolean;
  readonly breached: boolean;
  readonly onTime: boolean | null;
  readonly level: string;
  readonly duty: string;
}

/** One order of the case and who holds it. */
export interface OrderLine {
  readonly order: number;
  readonly matter: string | null;
  readonly kind: string;
  readonly department: string | null;
  readonly division: string;
  readonly assist: readonly string[];
  readonly signed: boolean;
  readonly officer: string | null;
  readonly concluded: boolean;
}

/** The page of one case and its line on the board. Derived from the log alone: dropped and rebuilt at any hour. */
export interface CaseRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly division: string;
  readonly handlingDivision: string;
  readonly state: CaseState;
  readonly channel: string;
  readonly channelOrders: readonly { channel: string; channelNumber: string }[];
  readonly origin: string;
  readonly receivedAt: Instant;
  readonly category: string | null;
  readonly mode: string | null;
  readonly lead: string | null;
  readonly orders: readonly OrderLine[];
  readonly guide: readonly string[];
  readonly rules: readonly string[];
  readonly flags: Readonly<Record<string, unknown>>;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly employer: string | null;
  readonly project: string | null;
  readonly missing: readonly { field: string; zh: string; en: string }[];
  readonly clocks: Readonly<Record<string, ClockLine>>;
  /** The authority's next open limit, for the board's order. */
  readonly nextClock: string | null;
  readonly nextDueAt: Instant | null;
  readonly breached: number;
  readonly warned: number;
  readonly escalation: number;
  /** Conditions that put it on the ladder: an order that nobody holds, no movement for too long, an order that came back too often. */
  readonly ownerless: boolean;
  readonly stuck: boolean;
  readonly returnedTwice: boolean;
  /** Its ways up the ladder by their ids; warnings that are over are left out. */
  readonly ladder: Readonly<Record<string, LadderLine>>;
  readonly listed: boolean;
  readonly owed: Readonly<Record<string, number>>;
  readonly paid: Readonly<Record<string, number>>;
  readonly unpaid: number;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
  /** When something was last done about it, by the time of the record. */
  readonly movedAt: Instant;
  readonly closed: boolean;
  readonly position: string;
}

/** The next row; a case's first event makes one. It shows what it knows and never refuses a fact. */
export function caseView(row: CaseRow | undefined, event: PublishedEvent): CaseRow | undefined {
  const data = event.data as { type: string; at: Instant; order?: number };
  const at = data.at;
  if (event.type === 'intake.claim-filed.v1') return opened(event, event.data as unknown as Filed);
  if (!row) return undefined;
  const state = (data.order ?? 0) === 0 ? stateAfter(event, row) : row.state;
  const change = changes(row, event);
  return {
    ...row, ...change, ...(change.clocks && limits(change.clocks)), state, position: event.position, changedAt: later(row.changedAt, at), movedAt: moves(event.type) ? later(row.movedAt, event.recordedAt) : row.movedAt,
    closed: state === 'CLOSED' || state === 'ARCHIVED',
  };
}

type Filed = Omit<Extract<ClaimEvent, { type: 'ClaimFiled' }>, 'type'>;

function opened(event: PublishedEvent, filed: Filed): CaseRow {
  const { channel, channelNumber, origin, receivedAt, category, division, facts, employer, project, missing, caseNumber, at } = filed;
  return {
    caseId: event.caseId, caseNumber, division, handlingDivision: division, state: 'REGISTERED', channel, channelOrders: [{ channel, channelNumber }],
    origin, receivedAt, category, mode: null, lead: null, orders: [], guide: [], rules: [], flags: {}, facts, missing,
    employer: employer?.name ?? null, project: project?.name ?? null, clocks: {}, nextClock: null, nextDueAt: null, breached: 0, warned: 0,
    escalation: 0, ownerless: false, stuck: false, returnedTwice: false, ladder: {}, listed: false, owed: {}, paid: {}, unpaid: 0, openedAt: at, changedAt: at, movedAt: event.recordedAt, closed: false, position: event.position,
  };
}

function changes(row: CaseRow, event: PublishedEvent): Partial<CaseRow> {
  const [service] = event.type.split('.', 1);
  switch (service) {
    case 'intake': return claimChange(row, event);
    case 'routing': return assignmentChange(row, event);
    case 'supervision': return event.type.startsWith('supervision.clock') ? clockChange(row, event) : escalationChange(row, event);
    case 'resolution': return resolutionChange(row, event);
    default: return {};
  }
}

function claimChange(row: CaseRow, event: PublishedEvent): Partial<CaseRow> {
  const data = event.data as never as { channel: string; channelNumber: string; facts: Record<string, unknown>; missing: CaseRow['missing'] };
  switch (event.type) {
    case 'intake.duplicate-linked.v1': return { channelOrders: [...row.channelOrders, { channel: data.channel, channelNumber: data.channelNumber }] };
    case 'intake.duplicate-separated.v1': return { channelOrders: row.channelOrders.filter((each) => each.channel !== data.channel || each.channelNumber !== data.channelNumber) };
    case 'intake.personal-data-corrected.v1': return { missing: data.missing };
    case 'intake.claim-supplemented.v1': return { facts: { ...row.facts, ...data.facts }, missing: data.missing };
    default: return {};
  }
}

function assignmentChange(row: CaseRow, event: PublishedEvent): Partial<CaseRow> {
  const data = event.data as never as AssignmentEvent & { decision: RoutingDecision };
  switch (event.type) {
    case 'routing.case-routed.v1': return { ...decided(row, data.decision), orders: data.decision.orders.map((order) => line(order, data.decision.handlingDivision)) };
    case 'routing.case-rerouted.v1': return redecided(row, data.decision);
    case 'routing.case-assigned.v1': return assignedChange(row, event.data as never);
    case 'routing.routing-overridden.v1':
    case 'routing.case-redispatched.v1':
    case 'routing.case-transferred.v1': {
      const { order, to } = event.data as never as { order: number; to: { department: string; division: string } };
      return { ...held(row, order, { department: to.department, division: to.division, signed: false, officer: null }), ...(order === 0 ? { lead: to.department, handlingDivision: to.division } : {}) };
    }
    case 'routing.transfer-returned.v1': {
      const { order, to } = event.data as never as { order: number; to: { department: string; division: string } | null };
      return to ? { ...held(row, order, { ...to, signed: false, officer: null }), ...(order === 0 ? { lead: to.department, handlingDivision: to.division } : {}) } : held(row, order, { officer: null });
    }
    case 'routing.order-signed.v1':
    case 'routing.transfer-accepted.v1': return held(row, (event.data as never as { order: number }).order, { signed: true });
    case 'routing.officer-named.v1': return held(row, (event.data as never as { order: number }).order, { officer: (event.data as never as { officer: string }).officer });
    case 'routing.officer-released.v1': return held(row, (event.data as never as { order: number }).order, { officer: null });
    case 'routing.order-split.v1': {
      const { order, matter, kind, unit } = event.data as never as { order: number; matter: string; kind: string; unit: { department: string; division: string } };
      return { orders: [...row.orders, { order, matter, kind, ...unit, assist: [], signed: false, officer: null, concluded: false }] };
    }
    default: return {};
  }
}

function decided(row: CaseRow, decision: RoutingDecision): Partial<CaseRow> {
  const first = decision.orders[0];
  return {
    mode: decision.mode, lead: first?.lead ?? null, handlingDivision: decision.handlingDivision, flags: decision.flags,
    category: first?.category ?? row.category, guide: first?.guide ?? [], rules: [...new Set(decision.orders.flatMap(({ rules }) => rules))],
  };
}

function line(order: RoutingDecision['orders'][number], division: string): OrderLine {
  const { matter, kind, lead, assist } = order;
  return { order: order.order, matter, kind, department: lead, division, assist, signed: false, officer: null, concluded: false };
}

/** New facts change what is known; who holds an order changes only by an assignment. */
function redecided(row: CaseRow, decision: RoutingDecision): Partial<CaseRow> {
  const orders = decision.orders.map((order) => ({ ...line(order, decision.handlingDivision), ...kept(row.orders[order.order], row.mode) })).concat(row.orders.slice(decision.orders.length));
  const [first] = orders;
  return { ...decided(row, decision), orders, ...(first && { lead: first.department, handlingDivision: first.division }) };
}

/** Who was given an order has it; who was only named to the person has none. */
function kept(before: OrderLine | undefined, mode: string | null): Partial<OrderLine> {
  if (!before || before.department === null || !(before.signed || ORDERING.includes(mode ?? ''))) return {};
  const { department, division, signed, officer, concluded } = before;
  return { department, division, signed, officer, concluded };
}

const ORDERING: readonly string[] = ['dispatch', 'transfer', 'handover', 'refuse'];

function assignedChange(row: CaseRow, { order, role, unit, officer }: { order: number; role: string; unit: { department: string; division: string }; officer: string | null }): Partial<CaseRow> {
  if (role === 'lead') return { ...held(row, order, { ...unit, officer }), ...(order === 0 && { lead: unit.department, handlingDivision: unit.division }) };
  const assist = row.orders[order]?.assist ?? [];
  return assist.includes(unit.department) ? {} : held(row, order, { assist: [...assist, unit.department] });
}

function held(row: CaseRow, order: number, change: Partial<OrderLine>): Pick<CaseRow, 'orders'> {
  return { orders: row.orders.map((one) => (one.order === order ? { ...one, ...change } : one)) };
}

function clockChange(row: CaseRow, event: PublishedEvent): Partial<CaseRow> {
  const data = event.data as never as ClockEvent & { clock: string };
  if (event.type === 'supervision.clocks-opened.v1') return {};
  const before = row.clocks[data.clock];
  const clock = clockLine(before, event);
  return clock ? { clocks: { ...row.clocks, [data.clock]: clock } } : {};
}

/** A clock's line after one of its events. */
export function clockLine(before: ClockLine | undefined, event: PublishedEvent): ClockLine | undefined {
  const data = event.data as never as Extract<ClockEvent, { type: 'ClockStarted' }> & { onTime: boolean };
  const { due, provisionalDue, breachAt } = data;
  if (event.type === 'supervision.clock-started.v1') {
    const { kind, order, part, startedAt, rule } = data;
    return { kind, order, ...(part !== undefined && { part }), startedAt, due, provisionalDue, breachAt, status: 'running', warned: false, breached: false, onTime: null, level: rule.level, duty: rule.duty };
  }
  if (!before) return undefined;
  const stays = before.due === due; // Then what was warned of or breached is so still.
  const moved = { due, provisionalDue, breachAt: stays && before.breached ? before.breachAt : breachAt, warned: stays && before.warned, breached: stays && before.breached };
  switch (event.type) {
    case 'supervision.clock-restarted.v1': return { ...before, due, provisionalDue, breachAt, warned: false, breached: false, startedAt: data.startedAt }; // What stands still goes on standing.
    case 'supervision.clock-extended.v1':
    case 'supervision.clock-rescheduled.v1': return { ...before, ...moved };
    case 'supervision.clock-resumed.v1': return { ...before, ...moved, status: 'running' };
    case 'supervision.clock-suspended.v1': return { ...before, status: 'suspended' };
    case 'supervision.clock-satisfied.v1': return { ...before, status: 'met', onTime: data.onTime };
    case 'supervision.clock-cancelled.v1': return { ...before, status: 'cancelled' };
    case 'supervision.clock-warned.v1': return { ...before, warned: true };
    case 'supervision.clock-breached.v1': return { ...before, breached: true };
    default: return before;
  }
}

function escalationChange(row: CaseRow, event: PublishedEvent): Partial<CaseRow> {
  const [id] = ladderKeys(event);
  const line = id === undefined ? undefined : ladderLine(row.ladder[id], event);
  const listed = event.type === 'supervision.supervision-listed.v1' || (row.listed && event.type !== 'supervision.supervision-delisted.v1');
  if (id === undefined || !line) return { listed, ...(event.type === 'supervision.escalation-settled.v1' && { escalation: 0 }) }; // Of a row from before lines were kept.
  const { [id]: _, ...others } = row.ladder;
  const ladder = line.status === 'settled' && line.measure === 'warning' ? others : { ...others, [id]: line };
  return { ladder, listed, ...ladderSum(ladder) };
}

function resolutionChange(row: CaseRow, event: PublishedEvent): Partial<CaseRow> {
  switch (event.type) {
    case 'resolution.payment-due.v1': {
      const { owed } = event.data as never as Extract<PaymentEvent, { type: 'PaymentDue' }>;
      return money(row, { ...row.owed, ...Object.fromEntries(owed.map(({ worker, amount }) => [worker, Math.max(row.owed[worker] ?? 0, amount)])) }, row.paid); // One debt on two grounds is owed once.
    }
    case 'resolution.wage-paid.v1': {
      const { worker, amount } = event.data as never as Extract<PaymentEvent, { type: 'WagePaid' }>;
      return money(row, row.owed, { ...row.paid, [worker]: (row.paid[worker] ?? 0) + amount });
    }
    case 'resolution.wages-owed-corrected.v1': {
      const { worker, amount } = event.data as never as Extract<PaymentEvent, { type: 'WagesOwedCorrected' }>;
      return money(row, { ...row.owed, [worker]: amount }, row.paid);
    }
    case 'resolution.wage-paid-corrected.v1':
    case 'resolution.held-wages-paid-corrected.v1': {
      const { worker, was, amount } = event.data as never as Extract<PaymentEvent, { type: 'WagePaidCorrected' | 'HeldWagesPaidCorrected' }>;
      return money(row, row.owed, { ...row.paid, [worker]: (row.paid[worker] ?? 0) + amount - was });
    }
    case 'resolution.held-wages-paid.v1': { // What is kept for a worker who cannot be found is still unpaid here: the worker does not have it.
      const { worker, amount } = event.data as never as Extract<PaymentEvent, { type: 'HeldWagesPaid' }>;
      return money(row, row.owed, { ...row.paid, [worker]: (row.paid[worker] ?? 0) + amount });
    }
    case 'resolution.order-concluded.v1': return held(row, (event.data as never as { order: number }).order, { concluded: true });
    case 'resolution.case-reopened.v1': {
      const { orders: back } = event.data as never as { orders?: readonly number[] };
      return { orders: row.orders.map((one) => (!back || back.includes(one.order) ? { ...one, concluded: false } : one)) };
    }
    default: return {};
  }
}

function money(row: CaseRow, owed: CaseRow['owed'], paid: CaseRow['paid']): Partial<CaseRow> {
  const unpaid = Object.entries(owed).reduce((sum, [worker, amount]) => sum + Math.max(0, amount - (paid[worker] ?? 0)), 0);
  return { owed, paid, unpaid };
}

/** What the board orders by: the authority's open limits only. */
function limits(clocks: CaseRow['clocks']): Pick<CaseRow, 'nextClock' | 'nextDueAt' | 'breached' | 'warned'> {
  const open = Object.values(clocks).filter(({ status, duty }) => status === 'running' && duty === 'authority');
  const next = soonest(open);
  return {
    nextClock: next?.kind ?? null, nextDueAt: next?.breachAt ?? null,
    breached: open.filter(({ breached }) => breached).length, warned: open.filter(({ warned, breached }) => warned && !breached).length,
  };
}

/** The clock that is broken first; of two at once, by their kinds: the table keeps no order of keys. */
export function soonest(clocks: readonly ClockLine[]): ClockLine | undefined {
  let first: ClockLine | undefined;
  for (const clock of clocks) {
    if (clock.breachAt === null) continue;
    if (!first || isAfter(first.breachAt!, clock.breachAt) || (clock.kind < first.kind && !isAfter(clock.breachAt, first.breachAt!))) first = clock;
  }
  return first;
}

function later(a: Instant, b: Instant): Instant {
  return isAfter(b, a) ? b : a;
}
