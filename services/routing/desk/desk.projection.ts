import type { PublishedEvent } from '#libs/contracts/event.js';
import type { AssignmentEvent, RoutingDecision, Unit } from '#libs/contracts/routing.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { isAfter } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { ClockLine } from '../../supervision/case-view/case-view.projection.js';
import { clockLine, soonest } from '../../supervision/case-view/case-view.projection.js';

export const deskSteps = ['unheld', 'dispatched', 'signed', 'objected', 'disputed', 'transferring', 'concluded'] as const;
/** Whose turn it is: the sender's, the office's above, the unit's, its officer's, the other place's, the requester's or the employer's. */
export const waitingFor = ['sender', 'superior', 'unit', 'officer', 'receivingUnit', 'person', 'employer', 'nobody'] as const;

/** One order as it lies on a desk. Only time flows back: what is due is supervision's word, read from its published clocks. */
export interface DeskRow {
  readonly id: string;
  readonly caseId: string;
  readonly order: number;
  readonly caseNumber: string | null;
  /** Null while nobody can be given the order: a person must decide. */
  readonly department: string | null;
  readonly division: string;
  /** Bodies that had it before, as `department@division`. */
  readonly heldBefore: readonly string[];
  readonly step: (typeof deskSteps)[number];
  readonly officer: string | null;
  readonly category: string | null;
  readonly matter: string | null;
  readonly kind: string | null;
  /** The stream in which it is worked on: mediation, inspection, arbitration. */
  readonly track: string | null;
  readonly since: Instant;
  /** When a person last did something about it. */
  readonly movedAt: Instant;
  readonly clocks: Readonly<Record<string, ClockLine>>;
  readonly nextClock: string | null;
  /** When the authority's next open limit is broken; `infinity` where none runs, so that a list can go on from it. */
  readonly dueAt: string;
  readonly breached: number;
  readonly warned: number;
  readonly waitsFor: (typeof waitingFor)[number];
  readonly open: boolean;
  readonly position: string;
}

const NEVER = 'infinity';
/** In these somebody holds the order; in triage a person must say who. In the others there is nothing on a desk. */
const ON_A_DESK: readonly string[] = ['dispatch', 'transfer', 'handover', 'refuse', 'triage'];
const TRACKS: readonly string[] = ['mediation', 'inspection', 'arbitration', 'court', 'handover'];

/** The orders that an event makes; every later event of the case is folded into the rows that there are. */
export function deskKeys({ type, caseId, data }: PublishedEvent): readonly string[] {
  const key = (order: number): string => uuidv5(`desk/${caseId}/${order}`);
  if (type === 'routing.case-routed.v1' || type === 'routing.case-rerouted.v1') {
    const { mode, orders } = data['decision'] as RoutingDecision;
    return ON_A_DESK.includes(mode) ? orders.map(({ order }) => key(order)) : [];
  }
  return type === 'routing.order-split.v1' ? [key(data['order'] as number)] : [];
}

export function desk(row: DeskRow | undefined, event: PublishedEvent, id: string): DeskRow | undefined {
  if (!row) return begun(event, id);
  if (Number(event.position) <= Number(row.position)) return row; // Seen already, by whoever filled the table.
  const order = (event.data as { order?: unknown }).order;
  if (typeof order === 'number' && order !== row.order) return row;
  const change = { ...changes(row, event), ...moves(row, event) };
  if ((Object.keys(change) as (keyof DeskRow)[]).every((key) => change[key] === row[key])) return row;
  const next = { ...row, ...change, position: event.position };
  return Object.assign(next, standing(next));
}

function begun(event: PublishedEvent, id: string): DeskRow | undefined {
  const { caseId, position } = event;
  const data = event.data as never as Extract<AssignmentEvent, { type: 'CaseRouted' | 'CaseRerouted' | 'OrderSplit' }>;
  const empty = {
    id, caseId, caseNumber: data.caseNumber ?? null, heldBefore: [], officer: null, track: null, since: data.at, movedAt: data.at, clocks: {}, nextClock: null, dueAt: NEVER, breached: 0, warned: 0, open: true, position,
  };
  if ('unit' in data) {
    const { order, matter, kind, category, unit } = data;
    return { ...empty, order, matter, kind, category, ...unit, step: 'dispatched', waitsFor: 'unit' };
  }
  const found = data.decision?.orders.find(({ order }) => uuidv5(`desk/${caseId}/${order}`) === id);
  if (!found) return undefined;
  const { order, matter, kind, category } = found;
  const transferring = data.decision.mode === 'transfer';
  return { ...empty, order, matter, kind, category, department: null, division: data.decision.handlingDivision, step: transferring ? 'transferring' : 'unheld', waitsFor: transferring ? 'receivingUnit' : 'sender' };
}

function changes(row: DeskRow, event: PublishedEvent): Partial<DeskRow> {
  const data = event.data as never as AssignmentEvent & { at: Instant; unit: Unit; to: Unit; officer: string; role: string; decision: RoutingDecision };
  const step = (now: DeskRow['step']): Partial<DeskRow> => ({ step: now, since: data.at });
  const held = ({ department, division }: Unit, now: DeskRow['step']): Partial<DeskRow> => ({
    department, division, officer: null, ...step(now), heldBefore: row.department === null ? row.heldBefore : [...new Set([...row.heldBefore, `${row.department}@${row.division}`])],
  });
  switch (event.type) {
    case 'routing.case-rerouted.v1': return reclassified(row, data.decision);
    case 'routing.case-assigned.v1': return data.role === 'lead' ? held(data.unit, row.step === 'transferring' ? 'transferring' : 'dispatched') : {};
    case 'routing.routing-overridden.v1':
    case 'routing.case-redispatched.v1': return held(data.to, 'dispatched');
    case 'routing.case-transferred.v1': return held(data.to, 'transferring');
    case 'routing.transfer-returned.v1': return data.to ? held(data.to, 'dispatched') : { officer: null, ...step('concluded') };
    case 'routing.order-signed.v1':
    case 'routing.transfer-accepted.v1': return step('signed');
    case 'routing.dispatch-objected.v1': return step('objected');
    case 'routing.dispute-opened.v1': return step('disputed');
    case 'routing.dispatch-maintained.v1': return step('dispatched');
    case 'routing.officer-named.v1': return { officer: data.officer };
    case 'routing.officer-released.v1': return { officer: null };
    case 'resolution.order-concluded.v1': return step('concluded');
    case 'resolution.case-reopened.v1': return step('signed');
    case 'resolution.case-closed.v1':
    case 'intake.claim-withdrawn.v1': return row.step === 'concluded' ? {} : step('concluded');
    default: return event.type.startsWith('supervision.clock-') ? ticked(row, event) : {};
  }
}

/** What the order is about, where new facts say it otherwise. */
function reclassified(row: DeskRow, { orders }: RoutingDecision): Partial<DeskRow> {
  const found = orders[row.order];
  return found ? { matter: found.matter, kind: found.kind, category: found.category } : {};
}

function ticked(row: DeskRow, event: PublishedEvent): Partial<DeskRow> {
  const clock = String(event.data['clock']);
  const line = clockLine(row.clocks[clock], event);
  return line && line !== row.clocks[clock] ? { clocks: { ...row.clocks, [clock]: line } } : {};
}

/** What people do about a case moves it; what the system does by itself, and what time does, does not. */
function moves(row: DeskRow, { type, stream, data, meta }: PublishedEvent): Partial<DeskRow> {
  const room = type.startsWith('resolution.') && row.order === 0 ? stream.slice(0, stream.indexOf('/')) : '';
  const at = data['at'];
  return { ...(TRACKS.includes(room) && { track: room }), ...(!meta.actor.startsWith('process:') && typeof at === 'string' && isAfter(at, row.movedAt) && { movedAt: at }) };
}

/** What follows from the step and the clocks. */
function standing(row: DeskRow): Partial<DeskRow> {
  const running = Object.values(row.clocks).filter(({ status }) => status === 'running');
  const own = running.filter(({ duty }) => duty === 'authority');
  const next = soonest(own);
  return {
    nextClock: next?.kind ?? null, dueAt: next?.breachAt ?? NEVER, open: row.step !== 'concluded',
    breached: own.filter(({ breached }) => breached).length, warned: own.filter(({ warned, breached }) => warned && !breached).length, waitsFor: turnOf(row, running),
  };
}

/** The step says it; of an order that is worked on, the clocks do: one that stands still waits for the person, and one of the person's or the employer's own for them. */
function turnOf({ step, officer, clocks }: DeskRow, running: readonly ClockLine[]): DeskRow['waitsFor'] {
  switch (step) {
    case 'unheld': case 'objected': return 'sender';
    case 'disputed': return 'superior';
    case 'dispatched': return 'unit';
    case 'transferring': return 'receivingUnit';
    case 'concluded': return 'nobody';
    case 'signed': {
      if (running.some(({ duty }) => duty === 'authority')) return officer === null ? 'unit' : 'officer';
      if (Object.values(clocks).some(({ status, duty }) => status === 'suspended' && duty === 'authority')) return 'person';
      return soonest(running)?.duty === 'employer' ? 'employer' : officer === null ? 'unit' : 'officer';
    }
  }
}
