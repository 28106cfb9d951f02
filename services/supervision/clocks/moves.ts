import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClockStart, RoutingDecision } from '#libs/contracts/routing.events.js';
import { dayOf } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { ClockRow, Trigger } from '#libs/policy/clock-rows.js';
import { beginsOn, countRule, extensionAllowed, meets } from '#libs/policy/clock-rows.js';
import type { ClockLaw, Schedule } from '#libs/policy/schedule.js';
import { scheduleOf, standingStill } from '#libs/policy/schedule.js';
import type { Clock, ClockRule, Clocks, Move, Notice } from './clock.decider.js';
import { isOver } from './clock.decider.js';

type Data = Readonly<Record<string, unknown>>;

/** What a published fact does to the clocks of its case, in the order: end, pause, move, begin. Pure. */
export function movesOf(event: PublishedEvent, state: Clocks, law: ClockLaw): readonly Move[] {
  const data = event.data as Data;
  const moves: Move[] = [];
  const ended = new Set<string>();
  for (const [id, clock] of state.clocks) {
    const row = law.rows.get(clock.kind);
    if (!row || clock.status === 'met' || !sameOrder(clock, data) || !samePart(clock, row, data)) continue;
    const own = clock.status === 'cancelled' ? goingOn(event, id, clock, row, law, state) : movesOfClock(event, id, clock, row, law);
    if (own.some(({ move }) => move === 'satisfy' || move === 'cancel')) ended.add(id);
    moves.push(...own);
  }
  const runs = (kind: string, order: number | null, part?: string): boolean =>
    [...state.clocks].some(([id, clock]) => clock.kind === kind && clock.order === order && clock.part === part && !ended.has(id) && isOpen(clock));
  for (const row of law.rows.values()) {
    const trigger = find(row.starts, event);
    if (trigger && !runs(row.id, orderOf(data), partOf(row, data)) && begins(row, data, state, law)) moves.push(start(event, row, startOf(trigger, data, row), orderOf(data), '', law));
  }
  const ever = (kind: string, order: number | null): boolean => [...state.clocks.values()].some((clock) => clock.kind === kind && clock.order === order);
  /** Legal aid that was decided is decided, whoever has the order then; what ends where the order is sent to another body is each body's own. */
  const isDone = (kind: string, order: number | null): boolean =>
    !law.rows.get(kind)?.cancels.some(({ on }) => on === 'routing.case-redispatched.v1') && [...state.clocks.values()].some((clock) => clock.kind === kind && clock.order === order && clock.status === 'met');
  for (const { id, startedAt, order, unless } of listed(event)) {
    const row = law.rows.get(id);
    const there = unless === 'ever' ? ever(id, order) : unless === 'running' && (runs(id, order) || isDone(id, order));
    if (row && !there && begins(row, data, state, law)) moves.push(start(event, row, startedAt, order, unless === 'never' ? String(data['channelNumber']) : '', law));
  }
  return moves;
}

/** What a new calendar does to the open clocks of a case: each is counted again from its own history, by the law that it runs under. Pure. */
export function reissueOf(state: Clocks, law: ClockLaw, notice: Notice): readonly Move[] {
  const moves: Move[] = [];
  for (const [clock, standing] of state.clocks) {
    const row = law.rows.get(standing.kind);
    // A breach is a fact of the past, judged by the calendar that everybody had: no later notice takes it back. What is met or ended has no date to move.
    if (!row || standing.breached || !isOpen(standing)) continue;
    const schedule = recounted(row, standing, law, {});
    if (schedule.due !== standing.due || schedule.provisionalDue !== standing.provisionalDue) moves.push({ move: 'reschedule', clock, schedule, notice });
  }
  return moves;
}

/** An end goes before a pause, a pause before a change; one fact may end a pause and begin the time anew. */
function movesOfClock(event: PublishedEvent, id: string, clock: Clock, row: ClockRow, law: ClockLaw): readonly Move[] {
  const data = event.data as Data;
  const at = String(data['at']);
  if (find(row.cancels, event)) return [{ move: 'cancel', clock: id, fact: event.type }];
  if (find(row.satisfies, event)) return [{ move: 'satisfy', clock: id }];
  const moment = row.unit === 'hours' ? at : dayOf(at);
  const by = whoOf(data);
  const pause = find(row.suspends, event);
  if (pause) return [{ move: 'suspend', clock: id, from: moment, reason: textOf(data, 'ground', 'reason') || event.type, ground: pause.on, ...by }];
  const { move: resumed, clock: standing } = resumedBy(event, id, clock, row, moment, by, law);
  const extension = find(row.extends, event);
  if (extension) return [...resumed, extend(extension, event, id, standing, row, law)];
  const restart = find(row.restarts, event);
  if (restart) {
    const startedAt = startOf(restart, data, row);
    const pauses = standing.pauses.filter(({ to }) => to > startedAt);
    return [...resumed, { move: 'restart', clock: id, startedAt, schedule: recounted(row, standing, law, { startedAt, extension: 0, pauses }) }];
  }
  return resumed;
}

/** A clock goes on from where it began, as if nothing had ended it, where a fact takes back what did. */
function goingOn(event: PublishedEvent, id: string, clock: Clock, row: ClockRow, law: ClockLaw, { clocks }: Clocks): readonly Move[] {
  const isTakenBack = row.resumes.some((trigger) => trigger.on === event.type && trigger.ends !== undefined && trigger.ends === clock.endedBy && meets(trigger, event.data));
  const another = [...clocks.values()].some((one) => one.kind === clock.kind && one.order === clock.order && one.part === clock.part && isOpen(one)); // Begun anew meanwhile.
  if (!isTakenBack || another) return [];
  const at = String(event.data['at']);
  const to = row.unit === 'hours' ? at : dayOf(at);
  const pauses = [...clock.pauses, ...clock.open.map(({ from }) => ({ from, to: to < from ? from : to }))];
  return [{ move: 'goOn', clock: id, to, schedule: recounted(row, { ...clock, open: [], pauses }, law, {}), ...whoOf(event.data) }];
}

function isOpen({ status }: Clock): boolean {
  return status === 'running' || status === 'suspended';
}

function whoOf(data: Data): { readonly by?: string } {
  const who = textOf(data, 'by', 'approvedBy');
  return who ? { by: who } : {};
}

/** The pauses that a fact ends, and the clock as it stands after it: it runs on once no ground is left. */
function resumedBy(event: PublishedEvent, id: string, clock: Clock, row: ClockRow, moment: string, by: { readonly by?: string }, law: ClockLaw): { readonly move: readonly Move[]; readonly clock: Clock } {
  const triggers = row.resumes.filter((trigger) => trigger.on === event.type && meets(trigger, event.data as Data) && !row.cancels.some(({ on }) => on === trigger.ends));
  const ending = clock.open.filter(({ ground }) => triggers.some(({ ends }) => ends === undefined || ground === '' || ends === ground));
  if (ending.length === 0) return { move: [], clock };
  const to = ending.reduce((latest, { from }) => (from > latest ? from : latest), moment); // A fact that is dated before its pause ends it where it began.
  const open = clock.open.filter((one) => !ending.includes(one));
  const pauses = [...clock.pauses, ...ending.map(({ from }) => ({ from, to }))];
  const after: Clock = { ...clock, open, pauses, status: open.length > 0 ? 'suspended' : 'running' };
  if (open.length > 0) return { move: ending.map(({ ground }) => ({ move: 'endPause', clock: id, ground, to, ...by })), clock: after };
  return { move: [{ move: 'resume', clock: id, to, schedule: recounted(row, after, law, {}), ...by }], clock: after };
}

function extend(trigger: Trigger, event: PublishedEvent, id: string, clock: Clock, row: ClockRow, law: ClockLaw): Move {
  const data = event.data as Data;
  const given = data[trigger.by ?? 'days'];
  const by = typeof given === 'number' && Number.isFinite(given) ? given : null;
  const approvedBy = textOf(data, 'approvedBy', 'by');
  const approver = typeof data['approver'] === 'string' ? data['approver'] : undefined;
  const limit = isOver(clock, String(data['at'])) ? 'ended' : extensionAllowed(row, { by, before: clock.extensions, approvedBy, approver });
  if (limit) return { move: 'refuseExtension', clock: id, by, limit, allowed: row.extension ?? null, approvedBy };
  const ground = textOf(data, 'ground', 'reason');
  return { move: 'extend', clock: id, by: by!, approvedBy, ...(ground && { ground }), schedule: recounted(row, clock, law, { extension: clock.extension + by! }) };
}

/** The date of a clock, with what changes now. While it stands still, nothing warns or breaches by it. */
function recounted(row: ClockRow, clock: Clock, law: ClockLaw, change: Partial<Pick<Clock, 'startedAt' | 'extension' | 'pauses'>>): Schedule {
  const { startedAt, extension, pauses, open } = { ...clock, ...change };
  const schedule = scheduleOf(row, startedAt, law, extension, pauses);
  return open.length > 0 ? standingStill(schedule) : schedule;
}

function begins(row: ClockRow, data: Data, { clocks }: Clocks, law: ClockLaw): boolean {
  const barred = row.notWhile?.some((kind) => [...clocks.values()].some((clock) => clock.kind === kind && isOpen(clock))) ?? false;
  return !barred && beginsOn(row, dayOf(String(data['at'])), law.from);
}

function start(event: PublishedEvent, row: ClockRow, startedAt: string, order: number | null, part: string, law: ClockLaw): Move {
  return {
    move: 'start', kind: row.id, order, startedAt,
    clock: uuidv5(`${event.caseId}/${row.id}/${event.id}/${order ?? ''}/${part}`),
    ...partly(partOf(row, event.data)), rule: ruleOf(row, law), schedule: scheduleOf(row, startedAt, law),
  };
}

function ruleOf(row: ClockRow, law: ClockLaw): ClockRule {
  const { n, unit } = countRule(row, law.parameters);
  return { n: row.n === null ? null : n, unit, roll: row.roll, source: row.source, level: row.level, duty: row.duty };
}

/** `unless`: a re-decided case starts what it never had; a new holder starts what does not run and is not done; another channel's order always has its own. */
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
    case 'routing.transfer-returned.v1':
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
  const value = String(data[trigger.at ?? 'at'] ?? data['at']);
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

/** What tells a clock apart from others of its kind on the order; undefined where its row names nothing, or the fact does not say it. */
function partOf({ apart }: Pick<ClockRow, 'apart'>, data: Data): string | undefined {
  const values = apart?.map((field) => data[field]);
  return values?.every((value) => typeof value === 'string' || typeof value === 'number') ? values.join(' ') : undefined;
}

function partly(part: string | undefined): { part?: string } {
  return part === undefined ? {} : { part };
}

/** A fact about one part moves that part's clock only; a fact that names none moves them all. */
function samePart({ part }: Clock, row: ClockRow, data: Data): boolean {
  const named = partOf(row, data);
  return named === undefined || part === undefined || part === named;
}

function orderOf(data: Data): number | null {
  return typeof data['order'] === 'number' ? data['order'] : null;
}
