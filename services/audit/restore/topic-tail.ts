import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Lineage } from '#libs/event-store/lineage.js';
import { published } from '#libs/event-store/read.js';
import type { StoredEvent } from '#libs/merkle/entry.js';
import { eventIn, leafHash } from '#libs/merkle/entry.js';
import type { Decoded } from '#libs/messaging/cloud-event.js';
import { decode, Undecodable } from '#libs/messaging/cloud-event.js';
import { partitionOf, topicOf } from '#libs/messaging/topics.js';
import type { EventTransport, IncomingMessage } from '#libs/messaging/transport.js';
import { shownIn } from '../cli/blocks.js';
import { entriesOf } from '../cli/whole-log.js';

/** An event that something outside the database still has, byte for byte as it was stored. */
export interface Found {
  readonly stored: StoredEvent;
  readonly leafHash: Buffer;
}

/** As everybody else sees it. */
export function publishedOf({ stored, leafHash: leaf }: Found, position: number, logId: string): PublishedEvent {
  return published([{ ...stored, position: String(position), logId, leafHash: leaf }])[0]!;
}

const LAST_OF_EACH = 2_000;

/** What the topic holds of the present way of the log behind a position. Reads it from its end, and further back until every partition has come to that position. */
export async function topicTail(transport: EventTransport, logId: string, lineage: Lineage, after: number): Promise<ReadonlyMap<number, Found>> {
  const topic = topicOf(logId);
  const extent = await transport.extent(topic);
  if (!extent) return new Map();
  for (let last = LAST_OF_EACH; ; last *= 8) {
    const oldest = new Map<number, number>();
    const found = new Map<number, Found>();
    for (const message of await transport.readAll(topic, last)) {
      const { decoded, partition } = read(message, logId) ?? {};
      if (!decoded || partition === undefined) continue;
      const { address: { position, logEpoch }, stored, leafHash } = decoded;
      if (lineage.givenUpBy(lineage.named(logEpoch)?.n ?? 0, position)) continue;
      const at = Number(position);
      if (at > after) found.set(at, { stored, leafHash });
      if (BigInt(message.offset) < extent.ends[partition]! - BigInt(last)) continue; // Read by the way: what lies between is not known.
      oldest.set(partition, Math.min(at, oldest.get(partition) ?? Infinity));
    }
    const whole = extent.ends.every((end, partition) => end - extent.starts[partition]! <= BigInt(last) || (oldest.get(partition) ?? Infinity) <= after);
    if (whole) return found;
  }
}

function read(message: IncomingMessage, logId: string): { decoded: Decoded; partition: number } | undefined {
  if (message.key === null) return undefined;
  const partition = partitionOf(message.key.toString());
  const decoded = decode(message, partition);
  return decoded instanceof Undecodable || decoded.address.logId !== logId ? undefined : { decoded, partition };
}

/** What an export holds behind a position. */
export async function exported(path: string, after: number): Promise<ReadonlyMap<number, Found>> {
  const found = new Map<number, Found>();
  for await (const { position, entry } of entriesOf(shownIn(path), Infinity)) if (position > after) found.set(position, { stored: eventIn(entry), leafHash: leafHash(entry) });
  return found;
}
