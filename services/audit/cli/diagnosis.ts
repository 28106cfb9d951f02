import type { Client } from 'pg';
import { eventKinds } from '#libs/contracts/event.js';
import type { StoredRow } from '#libs/event-store/read.js';
import { readRows } from '#libs/event-store/read.js';
import { canonicalJson, entryOf, leafHash } from '#libs/merkle/entry.js';
import { HASH_BYTES, TILE_WIDTH } from '#libs/merkle/tiles.js';
import type { Finding } from './leaves.js';

type Column = keyof typeof NAMES;
const NAMES = { caseId: 'case_id', stream: 'stream_id', version: 'version', eventId: 'event_id', type: 'type', schemaVersion: 'schema_v', data: 'data', meta: 'meta', recordedAtMicros: 'recorded_at' } as const;

/** Which column of a row was changed. The hash says only that one was: so each is set to what it should be, or to what a neighbour holds, until the hash fits. */
export async function diagnosed(client: Client, position: number): Promise<Finding> {
  const around = await readRows(client, String(Math.max(0, position - 3)), 5);
  const row = around.find((one) => one.position === String(position))!;
  const computed = leafHash(entryOf(row));
  const { rows: [tile] } = await client.query<{ hashes: Buffer }>('SELECT hashes FROM es.tile WHERE level = 0 AND index = $1', [Math.floor((position - 1) / TILE_WIDTH)]);
  const at = ((position - 1) % TILE_WIDTH) * HASH_BYTES;
  const inTile = tile?.hashes.subarray(at, at + HASH_BYTES);
  if (inTile?.equals(computed)) return { position, rule: 'column', at: 'leaf_hash', what: 'is not the hash of the columns, which the tile holds' };
  for (const [column, value] of [...candidates(row, around, await expectedVersion(client, row))]) {
    const repaired = hashOf({ ...row, [column]: value });
    if (!repaired) continue;
    if (repaired.equals(row.leafHash) || (inTile && repaired.equals(inTile))) return { position, rule: 'column', at: NAMES[column], what: 'was changed: with what belongs there the hash fits' };
  }
  const [column] = implausible(row);
  if (column) return { position, rule: 'column', at: NAMES[column], what: 'was changed: it is not what the product writes' };
  return { position, rule: 'column', at: inTile ? 'event_id, data, meta or recorded_at' : 'event_id, data, meta, recorded_at or leaf_hash', what: 'the columns do not hash to the leaf: one of these was changed' };
}

/** undefined where the value could not stand there at all. */
function hashOf(row: StoredRow): Buffer | undefined {
  try {
    return leafHash(entryOf(row));
  } catch {
    return undefined;
  }
}

function* candidates(row: StoredRow, around: readonly StoredRow[], version: number): Iterable<[Column, unknown]> {
  yield ['version', version];
  yield ['caseId', row.stream.slice(row.stream.indexOf('/') + 1)];
  for (const kind of eventKinds.values()) yield ['type', kind.type.replace(/\.v\d+$/, '')];
  for (let schema = 0; schema < 20; schema++) yield ['schemaVersion', schema];
  for (const other of around) yield ['stream', `${other.stream.split('/')[0]}/${row.caseId}`];
  yield ['recordedAtMicros', BigInt(`0x${row.eventId.replaceAll('-', '').slice(0, 12)}`) * 1_000n]; // A version 7 id holds the time at which it was made.
  yield ['recordedAtMicros', (row.recordedAtMicros / 1_000n) * 1_000n];
  for (const other of around) for (const column of Object.keys(NAMES) as Column[]) yield [column, other[column]];
  for (const text of ['data', 'meta'] as const) yield [text, canonicalOf(row[text]) ?? row[text]];
}

/** Columns that break a rule of their own, whatever the hash says. */
function implausible({ data, meta, eventId, recordedAtMicros }: StoredRow): readonly Column[] {
  const made = BigInt(`0x${eventId.replaceAll('-', '').slice(0, 12)}`) * 1_000n;
  return [
    ...(canonicalOf(data) === data ? [] : ['data' as const]), ...(canonicalOf(meta) === meta ? [] : ['meta' as const]),
    ...(eventId[14] === '7' && made !== recordedAtMicros ? ['eventId' as const] : []),
  ];
}

async function expectedVersion(client: Client, { stream, position }: StoredRow): Promise<number> {
  const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM es.events WHERE stream_id = $1 AND pos < $2', [stream, position]);
  return rows[0]!.n + 1;
}

function canonicalOf(text: string): string | undefined {
  try {
    return canonicalJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}
