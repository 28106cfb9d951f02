import type { Log } from '#libs/event-store/log.js';
import { RELAY_TOPIC } from './topics.js';
import type { EventTransport, OutgoingMessage } from './transport.js';

/** How far the world has been told, kept where a restore of the database cannot reach it. */
export interface RelayNote {
  readonly logEpoch: string;
  readonly position: string;
  readonly leafHash: Buffer;
}

/** Sent in one request with the events up to `last`. */
export function noteMessage({ logId, logEpoch }: Log, last: { readonly position: string; readonly leafHash: Buffer }): OutgoingMessage {
  const value = JSON.stringify({ logEpoch, position: last.position, leafHash: last.leafHash.toString('base64') });
  return { topic: RELAY_TOPIC, partition: 0, key: logId, value, headers: { 'content-type': 'application/json' } };
}

/** Of each epoch the note with the highest position, for a zombie may have noted a lower one later. */
export async function lastNotes(transport: EventTransport, logId: string): Promise<readonly RelayNote[]> {
  const last = new Map<string, RelayNote>();
  for (const { key, value } of await transport.readAll(RELAY_TOPIC)) {
    if (key?.toString() !== logId || value === null) continue;
    const note = parsed(value);
    const before = last.get(note.logEpoch);
    if (before === undefined || BigInt(note.position) > BigInt(before.position)) last.set(note.logEpoch, note);
  }
  return [...last.values()];
}

function parsed(value: Buffer): RelayNote {
  const { logEpoch, position, leafHash } = JSON.parse(value.toString()) as { logEpoch: string; position: string; leafHash: string };
  if (typeof logEpoch !== 'string' || !/^\d{1,18}$/.test(position) || typeof leafHash !== 'string') throw new Error(`${RELAY_TOPIC} holds a note that is none.`);
  return { logEpoch, position, leafHash: Buffer.from(leafHash, 'base64') };
}
