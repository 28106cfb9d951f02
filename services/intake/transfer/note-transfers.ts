import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { AssignmentEvent, RoutingDecision, Unit } from '#libs/contracts/routing.events.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { Config } from '#libs/runtime/config.js';
import type { Product } from '#libs/runtime/product.js';
import type { Effect } from '#libs/runtime/service.js';
import { inScope } from '#libs/security/scope.js';

/** What a call to another log says besides what the log of this one holds. */
export interface HandOver { readonly order: number; readonly from: Unit | null; readonly to: Unit; readonly ground: string; readonly at: string }
export interface Answer { readonly transfer: string; readonly outcome: 'taken' | 'returned'; readonly at: string; readonly unit: Unit | null; readonly ground?: string; readonly reason?: string }

interface Call { readonly id: string; readonly kind: 'handOver' | 'answer'; readonly peer: string; readonly caseId: string; readonly transfer: string; readonly position: string; readonly said: HandOver | Answer }

/** Somebody has an order in these modes; in the others the person is told the way, and nobody here will sign for what came from another log. */
const WORKED_ON: readonly string[] = ['dispatch', 'transfer', 'handover', 'triage', 'refuse'];

/** Writes down what other logs are to be told, in the transaction of the consumer: each under an id that stays the same however often the fact comes. */
export function noteTransfers({ config }: Pick<Product, 'config'>): Effect {
  return async (chunk, tx) => {
    if (Object.keys(config.PEER_LOGS).length === 0) return;
    await noteArrivals(chunk, tx);
    await noteCalls([...chunk.flatMap((event) => handOvers(event, config)), ...(await answers(chunk, tx))], tx);
  };
}

/** The log of another region to which a place belongs; undefined where it is ours. */
export function peerFor({ PEER_LOGS }: Pick<Config, 'PEER_LOGS'>, division: string): string | undefined {
  return Object.entries(PEER_LOGS).find(([, { divisions }]) => inScope(divisions, division))?.[0];
}

/** An order that is sent to a place of another log goes there. */
function handOvers(event: PublishedEvent, config: Pick<Config, 'PEER_LOGS'>): Call[] {
  const moved = movedBy(event);
  const peer = moved && peerFor(config, moved.to.division);
  if (!moved || peer === undefined) return [];
  const id = uuidv5(`transfer/${event.id}`);
  return [{ id, kind: 'handOver', peer, caseId: event.caseId, transfer: id, position: event.position, said: moved }];
}

function movedBy({ type, data }: PublishedEvent): HandOver | undefined {
  if (type === 'routing.case-transferred.v1') {
    const { order, from, to, ground, at } = data as never as Extract<AssignmentEvent, { type: 'CaseTransferred' }>;
    return { order, from, to, ground, at };
  }
  if (type !== 'routing.case-assigned.v1') return undefined;
  const { order, role, unit, at } = data as never as Extract<AssignmentEvent, { type: 'CaseAssigned' }>;
  return role === 'lead' ? { order, from: null, to: unit, ground: 'LSR 13', at } : undefined; // A place of another log is only given an order by a transfer on receipt.
}

async function noteArrivals(chunk: readonly PublishedEvent[], tx: ClientBase): Promise<void> {
  for (const { caseId, data } of chunk.filter(({ type }) => type === 'intake.claim-filed.v1')) {
    const { cameFrom }: Extract<ClaimEvent, { type: 'ClaimFiled' }> = data as never;
    if (cameFrom) await tx.query('INSERT INTO intake.transfer_in ("caseId", transfer, peer) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [caseId, cameFrom.transfer, cameFrom.log]);
  }
}

/** What the log from which a case came hears of it: that it is taken, or that it comes back and why. */
async function answers(chunk: readonly PublishedEvent[], tx: ClientBase): Promise<Call[]> {
  const said = chunk.flatMap((event) => {
    const answer = answerBy(event);
    return answer ? [{ event, answer }] : [];
  });
  if (said.length === 0) return [];
  const { rows } = await tx.query<{ caseId: string; transfer: string; peer: string }>('SELECT "caseId", transfer, peer FROM intake.transfer_in WHERE "caseId" = ANY($1::uuid[])', [said.map(({ event }) => event.caseId)]);
  return said.flatMap(({ event, answer }) => rows.filter(({ caseId }) => caseId === event.caseId).map(({ caseId, transfer, peer }) => ({
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

async function noteCalls(calls: readonly Call[], tx: ClientBase): Promise<void> {
  if (calls.length === 0) return;
  await tx.query(
    `INSERT INTO intake.transfer_call (id, kind, peer, "caseId", transfer, position, said) SELECT id, kind, peer, "caseId", transfer, position, said
     FROM jsonb_populate_recordset(NULL::intake.transfer_call, $1::jsonb) ON CONFLICT DO NOTHING`, [JSON.stringify(calls)]);
}
