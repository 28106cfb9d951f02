import type { Client } from 'pg';
import { streamEvent } from '#libs/event-store/streams.js';
import { upcast } from '#libs/event-store/upcast.js';
import type { Armed } from '../../supervision/clocks/armed.projection.js';
import { armsOf } from '../../supervision/clocks/armed.projection.js';
import type { Standing } from './clock-sums.js';
import { copyOut } from './copy-out.js';
import { RANGE } from './range.js';

/** What the last event about a time said, and where: it stands, or was settled. */
export interface Said { readonly position: number; readonly standing?: Standing }
export type Told = ReadonlyMap<string, Said>;
type Arms = (event: { readonly type: string }, id: string) => readonly Armed[] | undefined;
type Columns = readonly [pos: string, caseId: string, stream: string, type: string, schema: string, data: string];

const EPOCH_MICROS = 946_684_800_000_000n;
const STREAMS = Object.keys(armsOf);
/** Streams that are read at once. */
const AT_ONCE = 512;
const MAY_ARM = `type LIKE 'supervision.%' AND split_part(stream_id, '/', 1) = ANY('{${STREAMS.join(',')}}')`;
const RAW = { getTypeParser: () => (value: string) => value };

/** The rows that stand armed, all or those of some parts up to so many, in the order of their ids; and the last position of the log, both at one moment. */
export async function readArmed(client: Client, onRow: (id: string, row: Standing) => void, parts?: readonly number[], limit?: number): Promise<number> {
  const some = parts ? `WHERE coalesce(('x' || left(clock_id::text, 3))::bit(12)::int, 0) IN (${parts.join(', ')}) ORDER BY clock_id LIMIT ${limit}` : '';
  let head = 0;
  await copyOut(client, `SELECT NULL::uuid, NULL::uuid, NULL::text, NULL::timestamptz, NULL::text, coalesce(max(pos), 0) FROM es.events
    UNION ALL (SELECT clock_id, case_id, kind, due_at, note, NULL FROM es.clocks ${some})`, (bytes, at) => {
    const [id, caseId, kind, due, note, pos] = fieldsOf(bytes, at);
    if (pos) head = Number(pos.readBigInt64BE());
    else onRow(id ? uuidOf(id) : '', { caseId: caseId ? uuidOf(caseId) : '', kind: text(kind), dueMs: due ? Number((due.readBigInt64BE() + EPOCH_MICROS) / 1_000n) : Number.NaN, note: text(note) });
  });
  return head;
}

/** The streams that arm and have an event behind one position and up to another, a few at a time; of the whole log each once, a window of positions after the other otherwise. */
export async function* streamsIn(client: Client, after: number, to: number, step = RANGE): AsyncGenerator<{ readonly names: readonly string[]; readonly from: number; readonly to: number }> {
  const isWhole = after === 0;
  for (let from = after; from < to; from += step) {
    const until = Math.min(from + step, to);
    const { rows } = await client.query<{ stream: string }>(`SELECT DISTINCT stream_id AS stream FROM es.events WHERE pos > $1 AND pos <= $2 AND ${MAY_ARM} ${isWhole ? 'AND version = 1' : ''}`, [from, until]);
    for (let at = 0; at < rows.length; at += AT_ONCE) yield { names: rows.slice(at, at + AT_ONCE).map(({ stream }) => stream), from, to: until };
  }
}

/** What the events of some streams said of times, up to each of two positions. */
export async function toldBy(client: Client, streams: readonly string[], earlier: number, later: number): Promise<readonly [earlier: Told, later: Told]> {
  const { rows } = await client.query<Columns & unknown[]>({
    text: `SELECT e.pos, e.case_id, e.stream_id, e.type, e.schema_v, e.data FROM unnest($1::text[]) AS s(id)
      CROSS JOIN LATERAL (SELECT * FROM es.events WHERE stream_id = s.id AND ${MAY_ARM} ORDER BY version OFFSET 0) e WHERE e.pos <= $2 AND e.case_id IS NOT NULL AND e.schema_v IS NOT NULL AND e.data IS NOT NULL`,
    values: [streams, later], rowMode: 'array', types: RAW,
  });
  const [before, after] = [new Map<string, Said>(), new Map<string, Said>()];
  for (const [pos, caseId, stream, type, schema, data] of rows) {
    const position = Number(pos);
    for (const armed of armsIn(stream, type, Number(schema), data)) {
      for (const told of position <= earlier ? [before, after] : [after]) say(told, position, caseId, armed);
    }
  }
  return [before, after];
}

/** What is settled already stays settled where it was. */
function say(told: Map<string, Said>, position: number, caseId: string, { id, kind, due, note }: Armed): void {
  if (due !== null) told.set(id, { position, standing: { caseId, kind, dueMs: Date.parse(due), note } });
  else if (told.get(id)?.standing) told.set(id, { position });
}

/** An event that cannot be read, or that nobody knows, arms nothing: that it is none of ours is found by its hash. */
function armsIn(stream: string, name: string, schema: number, data: string): readonly Armed[] {
  const [kind, id] = [stream.slice(0, stream.indexOf('/')), stream.slice(stream.indexOf('/') + 1)];
  try {
    return (armsOf as unknown as Readonly<Record<string, Arms>>)[kind]!(streamEvent(upcast(name, schema, JSON.parse(data) as Record<string, unknown>)), id) ?? [];
  } catch {
    return [];
  }
}

/** The fields of one row of a binary COPY; undefined for null. */
function fieldsOf(bytes: Buffer, start: number): readonly (Buffer | undefined)[] {
  const fields: (Buffer | undefined)[] = [];
  let at = start + 2;
  for (let field = bytes.readInt16BE(start); field > 0; field--) {
    const length = bytes.readInt32BE(at);
    at += 4;
    fields.push(length < 0 ? undefined : bytes.subarray(at, at + length));
    at += Math.max(0, length);
  }
  return fields;
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function text(bytes: Buffer | undefined): string {
  return bytes?.toString() ?? '';
}
