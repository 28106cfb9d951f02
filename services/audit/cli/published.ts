import type { Client } from 'pg';
import type { Epoch } from '#libs/event-store/lineage.js';
import { readLineage } from '#libs/event-store/lineage.js';
import { partitionOf } from '#libs/messaging/topics.js';
import type { RelayNote } from '#libs/messaging/relay-note.js';
import type { IncomingMessage } from '#libs/messaging/transport.js';
import type { Finding } from './leaves.js';

/** What Kafka says was published: the relay's notes there, and the last messages of each partition. */
export interface Published {
  /** Of each way that the log has taken, the last. */
  readonly notes: () => Promise<readonly RelayNote[]>;
  readonly tail: () => Promise<readonly Pick<IncomingMessage, 'headers'>[]>;
}

/** So many of the last events are looked for in their partitions. */
const TAIL = 500;

/** Whether what is marked as published is a beginning of the log, and Kafka holds it: the mark, the relay's note and the ends of the partitions each name a position and its hash. */
export async function checkedRelay(client: Client, published: Published | undefined): Promise<readonly Finding[]> {
  const { rows: [mark] } = await client.query<{ pos: string | null; leaf: Buffer | null }>('SELECT pos, leaf_hash AS leaf FROM es.relay'); // Before Kafka, which is ahead of it.
  const lineage = await readLineage(client);
  const [notes, messages] = [await published?.notes() ?? [], (await published?.tail())?.flatMap((message) => placeOf(message) ?? []) ?? []];
  if (!mark || mark.pos === null) return [{ rule: 'relay', at: 'es.relay', what: 'has no mark of what was published' }];
  const marked = Number(mark.pos);
  const gone = (epoch: string, position: number): Epoch | undefined => lineage.givenUpBy(lineage.named(epoch)?.n ?? Infinity, BigInt(position)); // Of a way that the log does not know, everything is looked for.
  const told = Math.max(Number(lineage.current.from) - 1, 0, ...notes.map(({ logEpoch, position }) => { const later = gone(logEpoch, Number(position)); return later ? Number(later.from) - 1 : Number(position); }));
  const tail = messages.filter(({ epoch, position }) => !gone(epoch, position));
  const seen = [
    ...(marked > 0 ? [{ position: marked, leaf: mark.leaf ?? Buffer.alloc(0), at: 'es.relay' }] : []),
    ...notes.filter(({ logEpoch, position }) => !gone(logEpoch, Number(position))).map(({ position, leafHash }) => ({ position: Number(position), leaf: leafHash, at: 'Kafka: note of the relay' })),
    ...tail.map((each) => ({ ...each, at: 'Kafka' })),
  ];
  const { rows } = await client.query<{ pos: string; leaf: Buffer | null }>('SELECT pos, leaf_hash AS leaf FROM es.events WHERE pos = ANY($1::bigint[])', [seen.map(({ position }) => position)]);
  const stored = new Map(rows.map(({ pos, leaf }) => [Number(pos), leaf]));
  const findings = seen.flatMap(({ position, leaf, at }): Finding[] => {
    if (!stored.has(position)) return [{ position, rule: 'relay', at, what: 'was published, and the log has no such position' }];
    return stored.get(position)?.equals(leaf) ? [] : [{ position, rule: 'relay', at, what: 'holds another hash than the event: another one was published' }];
  });
  if (published && marked > told) findings.push({ position: told + 1, to: marked, rule: 'relay', at: 'es.relay pos', what: `marks ${marked} positions as published; Kafka was told of ${told}` });
  return published && marked > 0 ? [...findings, ...await unpublished(client, marked, tail, lineage.current)] : findings;
}

/** Of the last events of the present way that are marked, those behind the end of their partition. */
async function unpublished(client: Client, marked: number, tail: readonly { readonly position: number; readonly caseId: string }[], { from }: Epoch): Promise<readonly Finding[]> {
  const ends = new Map<number, number>();
  for (const { position, caseId } of tail) ends.set(partitionOf(caseId), Math.max(position, ends.get(partitionOf(caseId)) ?? 0));
  const { rows } = await client.query<{ pos: string; caseId: string | null }>('SELECT pos, case_id AS "caseId" FROM es.events WHERE pos <= $1 AND pos >= $3 ORDER BY pos DESC LIMIT $2', [marked, TAIL, String(from)]);
  const behind = rows.filter(({ pos, caseId }) => caseId !== null && Number(pos) > (ends.get(partitionOf(caseId)) ?? 0)).map(({ pos }) => Number(pos));
  return behind.length === 0 ? [] : [{ position: Math.min(...behind), rule: 'relay', at: 'Kafka', what: `is marked as published, and its partition ends before it: ${behind.length} of the last ${rows.length} events` }];
}

function placeOf({ headers }: Pick<IncomingMessage, 'headers'>): { readonly position: number; readonly leaf: Buffer; readonly caseId: string; readonly epoch: string } | undefined {
  const said = (name: string): string => String(headers[name] ?? '');
  const position = said('ce_position');
  return /^\d{1,15}$/.test(position) ? { position: Number(position), leaf: Buffer.from(said('ce_leafhash'), 'base64'), caseId: said('ce_subject'), epoch: said('ce_logepoch') } : undefined;
}
