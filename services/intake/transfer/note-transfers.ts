import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { AssignmentEvent, RoutingDecision, Unit } from '#libs/contracts/routing.events.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { Config } from '#libs/runtime/config.js';
import { peerFor } from '#libs/runtime/peer-logs.js';
import type { Product } from '#libs/runtime/product.js';
import type { Effect } from '#libs/runtime/service.js';

/** What a call to another log says besides what the log of this one holds. */
export interface HandOver {
  readonly order: number;
  /** The other orders that the same decision sent there: the case goes once, and what is heard of it is heard of all of them. */
  readonly with?: readonly number[];
  readonly from: Unit | null; readonly to: Unit; readonly ground: string; readonly at: string;
}
export interface Answer { readonly transfer: string; readonly outcome: 'taken' | 'returned'; readonly at: string; readonly unit: Unit | null; readonly ground?: string; readonly reason?: string }

interface Call { readonly id: string; readonly kind: 'handOver' | 'answer'; readonly peer: string; readonly caseId: string; readonly transfer: string; readonly position: string; readonly said: HandOver | Answer }

/** Somebody has an order in these modes; in the others the person is told the way, and nobody here will sign for what came from another log. */
const WORKED_ON: readonly string[] = ['dispatch', 'transfer', 'handover', 'triage', 'refuse'];

/** Writes down what other logs are to be told, in the transaction of the consumer: each under an id that stays the same however often the fact comes. */
export function noteTransfers({ config }: Pick<Product, 'config'>): Effect {
  return async (chunk, tx) => {
    if (Object.keys(config.PEER_LOGS).length === 0) return;
    await noteArrivals(chunk, tx);
    await noteCalls([...(await handOvers(chunk, tx, config)), ...(await answers(chunk, tx))], tx);
  };
}

/** The orders that a hand-over concerns. */
export function ordersOf({ order, with: others = [] }: Pick<HandOver, 'order' | 'with'>): readonly number[] {
  return [order, ...others];
}

/**
 * An order that is sent to a place of another log goes there, with those that the same decision sent to it. What itself came from a log is sent on by a person alone,
 * whatever the rules of two places and the tables of two logs say.
 */
async function handOvers(chunk: readonly PublishedEvent[], tx: ClientBase, config: Pick<Config, 'PEER_LOGS'>): Promise<Call[]> {
  const leaving = chunk.flatMap((event) => {
    const said = movedBy(event);
    const peer = said && peerFor(config, said.to.division);
    return peer === undefined ? [] : [{ event, said: said!, peer, assigned: event.type === 'routing.case-assigned.v1' }];
  });
  const arrived = new Set((await arrivedOf(leaving.filter(({ assigned }) => assigned).map(({ event }) => event), tx)).map(({ caseId }) => caseId));
  const calls = new Map<string, Call>();
  for (const { event, said, peer, assigned } of leaving) {
    const { caseId, position, meta } = event;
    if (assigned && arrived.has(caseId)) continue;
    const id = uuidv5(meta.actor.startsWith('process:') && meta.cause !== undefined ? `transfer/${caseId}/${peer}/${meta.cause}` : `transfer/${event.id}`);
    const before = calls.get(id)?.said as HandOver | undefined;
    calls.set(id, before ? { ...calls.get(id)!, said: { ...before, with: [...(before.with ?? []), said.order] } } : { id, kind: 'handOver', peer, caseId, transfer: id, position, said });
  }
  return [...calls.values()];
}

function movedBy({ type, data }: PublishedEvent): HandOver | undefined {
  if (type === 'routing.case-transferred.v1') {
    const { order, from, to, ground, at } = data as never as Extract<AssignmentEvent, { type: 'CaseTransferred' }>;
    return { order, from, to, ground, at };
  }
  if (type !== 'routing.case-assigned.v1') return undefined;
  const { order, role, unit, at } = data as never as Extract<AssignmentEvent, { type: 'CaseAssigned' }>;
  return role === 'lead' ? { order, from: null, to: unit, ground: 'LSR 13', at } : undefined; // Of a routing that does not know the other logs.
}

async function noteArrivals(chunk: readonly PublishedEvent[], tx: ClientBase): Promise<void> {
  for (const { caseId, data } of chunk.filter(({ type }) => type === 'intake.claim-filed.v1')) {
    const { cameFrom }: Extract<ClaimEvent, { type: 'ClaimFiled' }> = data as never;
    if (cameFrom) await tx.query('INSERT INTO intake.transfer_in ("caseId", transfer, peer) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [caseId, cameFrom.transfer, cameFrom.log]);
  }
}

/** Those of the cases that came from another log. */
async function arrivedOf(events: readonly PublishedEvent[], tx: ClientBase): Promise<readonly { readonly caseId: string; readonly transfer: string; readonly peer: string }[]> {
  if (events.length === 0) return [];
  const { rows } = await tx.query<{ caseId: string; transfer: string; peer: string }>('SELECT "caseId", transfer, peer FROM intake.transfer_in WHERE "caseId" = ANY($1::uuid[])', [events.map(({ caseId }) => caseId)]);
  return rows;
}

/** What the log from which a case came hears of it: that it is taken, or that it comes back and why. */
async function answers(chunk: readonly PublishedEvent[], tx: ClientBase): Promise<Call[]> {
  const said = chunk.flatMap((event) => {
    const answer = answerBy(event);
    return answer ? [{ event, answer }] : [];
  });
  const arrived = await arrivedOf(said.map(({ event }) => event), tx);
  return said.flatMap(({ event, answer }) => arrived.filter(({ caseId }) => caseId === event.caseId).map(({ caseId, transfer, peer }) => ({
    id: uuidv5(`transfer-answer/${event.id}`), kind: 'answer' as const, peer, caseId, transfer, position: event.position, said: { transfer, ...answer },
  })));
}

function answerBy({ type, data }: PublishedEvent): Omit<Answer, 'transfer'> | undefined {
  const { order, at, unit, to, ground, reason } = data as { order: number; at: string; unit: Unit; to: Unit | null; ground: string; reason: string };
  switch (type) {
    case 'routing.order-signed.v1':
    case 'routing.transfer-accepted.v1': return order === 0 ? { outcome: 'taken', at, unit } : undefined;
    case 'routing.transfer-returned.v1': return order === 0 && to === null ? { outcome: 'returned', at, unit, ground, reason } : undefined;
    case 'routing.case-routed.v1': {
      const { mode, reason: why } = data['decision'] as RoutingDecision;
      return WORKED_ON.includes(mode) ? undefined : { outcome: 'returned', at, unit: null, ground: mode, reason: why.zh.slice(0, 500) };
    }
    default: return undefined;
  }
}

/** Orders of one hand-over that come in two chunks are one call all the same. */
async function noteCalls(calls: readonly Call[], tx: ClientBase): Promise<void> {
  if (calls.length === 0) return;
  await tx.query(
    `INSERT INTO intake.transfer_call (id, kind, peer, "caseId", transfer, position, said) SELECT id, kind, peer, "caseId", transfer, position, said
     FROM jsonb_populate_recordset(NULL::intake.transfer_call, $1::jsonb)
     ON CONFLICT (id) DO UPDATE SET said = transfer_call.said || jsonb_build_object('with', (SELECT coalesce(jsonb_agg(DISTINCT n), '[]')
       FROM jsonb_array_elements(coalesce(transfer_call.said->'with', '[]') || (excluded.said->'order') || coalesce(excluded.said->'with', '[]')) n WHERE n <> transfer_call.said->'order'))
       WHERE excluded.kind = 'handOver'`, [JSON.stringify(calls)]);
}
