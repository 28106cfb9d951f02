import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClockStart, RoutingDecision } from '#libs/contracts/routing.events.js';
import { dayOf } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { ClockRow, Trigger } from '#libs/policy/clock-rows.js';
import { countRule, meets } from '#libs/policy/clock-rows.js';
import type { ClockLaw } from '#libs/policy/schedule.js';
import { scheduleOf } from '#libs/policy/schedule.js';
import type { Clock, ClockRule, Clocks, Move } from './clock.decider.js';

type Data = Readonly<Record<string, unknown>>;

/** What a published fact does to the clocks of its case, in the order: end, pause, move, begin. Pure. */
export function movesOf(event: PublishedEvent, state: Clocks, law: ClockLaw): readonly Move[] {
  const data = event.data as Data;
  const moves: Move[] = [];
  const ended = new Set<string>();
  for (const [id, clock] of state.clocks) {
    const row = law.rows.get(clock.kind);
    if (!row || clock.status === 'met' || clock.status === 'cancelled' || !sameOrder(clock, data)) continue;
    const move = moveOf(event, id, clock, row, law);
    if (!move) continue;
    if (move.move === 'satisfy' || move.move === 'cancel') ended.add(id);
    moves.push(move);
  }
  const runs = (kind: string, order: number | null): boolean =>
    [...state.clocks].some(([id, clock]) => clock.kind === kind && clock.order === order && !ended.has(id) && (clock.status === 'running' || clock.status === 'suspended'));
  for (const row of law.rows.values()) {
    const trigger = find(row.starts, event);
    if (trigger && !runs(row.id, orderOf(data))) moves.push(start(event, row, startOf(trigger, data, row), orderOf(data), '', law));
  }
  const ever = (kind: string, order: number | null): boolean => [...state.clocks.values()].some((clock) => clock.kind === kind && clock.order === order);
  for (const { id, startedAt, order, unless } of listed(event)) {
    const row = law.rows.get(id);
    const there = unless === 'ever' ? ever(id, order) : unless === 'running' && runs(id, order);
    if (row && !there) moves.push(start(event, row, startedAt, order, unless === 'never' ? String(data['channelNumber']) : '', law));
  }
  return moves;
}

/** At most one move for a running clock: an end goes before a pause, a pause before a change. */
function moveOf(event: PublishedEvent, id: string, clock: Clock, row: ClockRow, law: ClockLaw): Move | undefined {
  const data = event.data as Data;
  const at = String(data['at']);
  if (find(row.cancels, event)) return { move: 'cancel', clock: id };
  if (find(row.satisfies, event)) return { move: 'satisfy', clock: id };
  const moment = row.unit === 'hours' ? at : dayOf(at);
  if (find(row.suspends, event) && clock.status === 'running') return { move: 'suspend', clock: id, from: moment, reason: textOf(data, 'ground', 'reason') || event.type };
  if (find(row.resumes, event) && clock.status === 'suspended') {
    const pauses = [...clock.pauses, { from: clock.suspendedFrom!, to: moment }];
    return { move: 'resume', clock: id, to: moment, schedule: scheduleOf(row, clock.startedAt, law, clock.extension, pauses) };
  }
  const extension = find(row.extends, event);
  if (extension) {
    const by = Number(data[extension.by ?? 'days']);
    return { move: 'extend', clock: id, by, approvedBy: textOf(data, 'approvedBy', 'by'), schedule: scheduleOf(row, clock.startedAt, law, clock.extension + by, clock.pauses) };
  }
  const restart = find(row.restarts, event);
  if (restart) {
    const startedAt = startOf(restart, data, row);
    return { move: 'restart', clock: id, startedAt, schedule: scheduleOf(row, startedAt, law) };
  }
  return undefined;
}

function start(event: PublishedEvent, row: ClockRow, startedAt: string, order: number | null, part: string, law: ClockLaw): Move {
  return {
    move: 'start', kind: row.id, order, startedAt,
    clock: uuidv5(`${event.caseId}/${row.id}/${event.id}/${order ?? ''}/${part}`),
    rule: ruleOf(row, law), schedule: scheduleOf(row, startedAt, law),
  };
}

function ruleOf(row: ClockRow, law: ClockLaw): ClockRule {
  const { n, unit } = countRule(row, law.parameters);
  return { n: row.n === null ? null : n, unit, roll: row.roll, source: row.source, level: row.level, duty: row.duty };
}

/** `unless`: a re-decided case starts what it never had; a new holder starts what does not run; another channel's order always has its own. */
type Listed = ClockStart & { readonly order: number | null; readonly unless: 'ever' | 'running' | 'never' };

/** Clocks that a routing decision lists: with the receipt, with a transfer or a new unit, or for another channel's order of the same complaint. */
function listed(event: PublishedEvent): readonly Listed[] {
  const data = event.data as { decision?: RoutingDecision; clocks?: readonly ClockStart[]; order?: number };
  switch (event.type) {
    case 'routing.case-routed.v1':
    case 'routing.case-rerouted.v1':
      return (data.decision?.orders ?? []).flatMap(({ order, clocks }) => clocks.map((clock) => ({ ...clock, order, unless: 'ever' as const })));
    case 'routing.duplicate-routed.v1':
      return (data.clocks ?? []).map((clock) => ({ ...clock, order: 0, unless: 'never' as const }));
    case 'routing.transfer-accepted.v1':
    case 'routing.case-redispatched.v1':
    case 'routing.routing-overridden.v1':
    case 'routing.order-split.v1':
      return (data.clocks ?? []).map((clock) => ({ ...clock, order: data.order ?? 0, unless: 'running' as const }));
    default: return [];
  }
}

function find(triggers: readonly Trigger[], event: PublishedEvent): Trigger | undefined {
  return triggers.find((trigger) => trigger.on === event.type && meets(trigger, event.data as Data));
}

/** The day (or, for hours, the instant) that a trigger gives. */
function startOf(trigger: Trigger, data: Data, row: ClockRow): string {
  const value = String(data[trigger.at ?? 'at']);
  return row.unit === 'hours' || value.length === 10 ? value : dayOf(value);
}

/** The first of these fields that holds a text; empty where none does. */
function textOf(data: Data, ...fields: readonly string[]): string {
  return fields.map((field) => data[field]).find((value) => typeof value === 'string') ?? '';
}

/** A fact about one order moves that order's clocks only; a fact about the whole case moves them all. */
function sameOrder(clock: Clock, data: Data): boolean {
  const order = orderOf(data);
  return order === null || clock.order === null || clock.order === order;
}

function orderOf(data: Data): number | null {
  return typeof data['order'] === 'number' ? data['order'] : null;
}
