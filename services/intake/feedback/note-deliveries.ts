import { ROOT_CONTEXT } from '@opentelemetry/api';
import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import { dayOf } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { traceOf, traceparentOf } from '#libs/event-store/trace.js';
import { addRows } from '#libs/runtime/add-rows.js';
import type { Product } from '#libs/runtime/product.js';
import type { Effect } from '#libs/runtime/service.js';
import { isTold, payloadOf } from './feedback.process.js';
import { subscriptionsOf } from './subscriptions.js';

/** Writes down whom to tell, in the transaction of the consumer: one delivery for each fact and channel order, under an id that stays the same however often the fact comes. */
export function noteDeliveries({ channels }: Pick<Product, 'channels'>): Effect {
  return async (chunk, tx) => {
    await noteChannelOrders(chunk, tx);
    const told = chunk.filter(isTold);
    const listening = [...channels.listening().keys()];
    if (told.length === 0 || listening.length === 0) return;
    const { rows } = await tx.query<{ caseId: string; channel: string; channelNumber: string; caseNumber: string }>(
      'SELECT "caseId", channel, "channelNumber", "caseNumber" FROM intake.channel_order WHERE "caseId" = ANY($1::uuid[]) AND channel = ANY($2)', [[...new Set(told.map(({ caseId }) => caseId))], listening]);
    const chosen = await subscriptionsOf(tx, listening);
    const wants = (channel: string, type: string): boolean => chosen.get(channel)!.events?.includes(type) ?? true;
    const deliveries = told.flatMap((event) => rows.filter(({ caseId, channel }) => caseId === event.caseId && wants(channel, event.type)).map(({ channel, channelNumber, caseNumber }) => ({
      id: uuidv5(`delivery/${event.id}/${channel}/${channelNumber}`), channel, channelNumber, caseId: event.caseId, position: event.position, event: event.type,
      payload: payloadOf(event, channelNumber, caseNumber), status: 'waiting', traceparent: traceparentOf(traceOf(event) ?? ROOT_CONTEXT) ?? null,
    })));
    if (deliveries.length === 0) return;
    await tx.query(
      `INSERT INTO intake.delivery (id, channel, "channelNumber", "caseId", position, event, payload, status, traceparent, "nextAt")
       SELECT id, channel, "channelNumber", "caseId", position, event, payload, status, traceparent, clock_timestamp() FROM jsonb_populate_recordset(NULL::intake.delivery, $1::jsonb) ON CONFLICT DO NOTHING`, [JSON.stringify(deliveries)]);
  };
}

async function noteChannelOrders(chunk: readonly PublishedEvent[], tx: ClientBase): Promise<void> {
  const filed = chunk.filter(({ type }) => type === 'intake.claim-filed.v1').map(({ caseId, data, recordedAt }) => {
    const { channel, channelNumber, caseNumber } = data as never as Extract<ClaimEvent, { type: 'ClaimFiled' }>;
    return { caseId, channel, channelNumber, caseNumber, takenOn: dayOf(recordedAt) };
  });
  await addRows(tx, 'intake.channel_order', filed);
  const linked = chunk.filter(({ type }) => type === 'intake.duplicate-linked.v1').map(({ caseId, data, recordedAt }) => ({ caseId, channel: data['channel'], channelNumber: data['channelNumber'], takenOn: dayOf(recordedAt) }));
  if (linked.length > 0) {
    await tx.query(
      `INSERT INTO intake.channel_order ("caseId", channel, "channelNumber", "caseNumber", "takenOn")
       SELECT n."caseId", n.channel, n."channelNumber", (SELECT o."caseNumber" FROM intake.channel_order o WHERE o."caseId" = n."caseId" LIMIT 1), n."takenOn"
       FROM jsonb_populate_recordset(NULL::intake.channel_order, $1::jsonb) n ON CONFLICT DO NOTHING`, [JSON.stringify(linked)]);
  }
  for (const { type, caseId, data } of chunk) { // It is an order of another case now; that one's own filing brings its row.
    if (type === 'intake.duplicate-separated.v1') await tx.query('DELETE FROM intake.channel_order WHERE "caseId" = $1 AND channel = $2 AND "channelNumber" = $3', [caseId, data['channel'], data['channelNumber']]);
  }
}
