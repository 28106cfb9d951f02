import type { Client } from 'pg';
import { streamEvent } from '#libs/event-store/streams.js';
import { upcast } from '#libs/event-store/upcast.js';
import type { Armed } from '../../supervision/clocks/armed.projection.js';
import { armsOf } from '../../supervision/clocks/armed.projection.js';
import { copyOut } from './copy-out.js';
import type { Finding } from './leaves.js';

/** A time that stands armed: said by an event at a position, or by a row of the table. */
interface Standing { readonly caseId: string; readonly kind: string; readonly dueMs: number; readonly note: string }
type Arms = (event: { readonly type: string }, id: string) => readonly Armed[];

const FINDINGS_MAX = 100;
const EPOCH_MICROS = 946_684_800_000_000n;
const STREAMS = Object.keys(armsOf);
/** One statement, for it sees both at one moment: events that may arm or settle, in the order of the log, and what stands armed. */
const BOTH = `SELECT * FROM (SELECT pos, case_id, stream_id, type, schema_v::int, data, NULL::uuid AS clock, NULL::timestamptz AS due FROM es.events
  WHERE type LIKE 'supervision.%' AND split_part(stream_id, '/', 1) IN (${STREAMS.map((stream) => `'${stream}'`).join(', ')}) ORDER BY pos) e
  UNION ALL SELECT NULL, case_id, NULL, kind, NULL, note, clock_id, due_at FROM es.clocks`;

/** Whether the times that stand armed are those that the events of the log arm, no more and no fewer; answers how many stand, too. */
export async function checkedClocks(client: Client): Promise<{ readonly findings: readonly Finding[]; readonly armed: number }> {
  const fold = new ArmedFold();
  const rows = new Map<string, Standing>();
  await copyOut(client, BOTH, (bytes, at) => {
    const [pos, caseId, stream, type, schema, data, clock, due] = fieldsOf(bytes, at);
    if (clock) rows.set(uuidOf(clock), { caseId: caseId ? uuidOf(caseId) : '', kind: text(type), dueMs: due ? Number((due.readBigInt64BE() + EPOCH_MICROS) / 1_000n) : Number.NaN, note: text(data) });
    else if (pos && caseId && stream && type && schema && data) fold.take(Number(pos.readBigInt64BE()), uuidOf(caseId), text(stream), text(type), schema.readInt32BE(), text(data));
  });
  return { findings: [...differences(fold, rows)].slice(0, FINDINGS_MAX), armed: rows.size };
}

/** Which times stand armed after the events so far, each with the position that armed it; and what settled those that do not. */
class ArmedFold {
  readonly standing = new Map<string, Standing & { readonly position: number }>();
  readonly settledAt = new Map<string, number>();

  take(position: number, caseId: string, stream: string, name: string, schema: number, text: string): void {
    const [kind, id] = [stream.slice(0, stream.indexOf('/')), stream.slice(stream.indexOf('/') + 1)];
    for (const { id: clock, kind: what, due, note } of armsIn(kind, id, name, schema, text)) {
      if (due === null) {
        if (this.standing.delete(clock)) this.settledAt.set(clock, position);
      } else {
        this.standing.set(clock, { caseId, kind: what, dueMs: Date.parse(due), note, position });
      }
    }
  }
}

/** An event that cannot be read arms nothing: that it cannot is found by its hash. */
function armsIn(kind: string, id: string, name: string, schema: number, text: string): readonly Armed[] {
  try {
    return (armsOf as unknown as Readonly<Record<string, Arms>>)[kind]!(streamEvent(upcast(name, schema, JSON.parse(text) as Record<string, unknown>)), id);
  } catch {
    return [];
  }
}

function* differences({ standing, settledAt }: ArmedFold, rows: ReadonlyMap<string, Standing>): Iterable<Finding> {
  for (const [id, { position, ...told }] of standing) {
    const row = rows.get(id);
    if (!row) yield { position, rule: 'clock', at: `es.clocks ${id}`, what: `missing: the event here arms ${told.kind}, and nothing settled it` };
    else if (row.dueMs !== told.dueMs) yield { position, rule: 'clock', at: `es.clocks ${id} due_at`, what: 'is not when the event here says' };
    else if (row.kind !== told.kind || row.note !== told.note || row.caseId !== told.caseId) yield { position, rule: 'clock', at: `es.clocks ${id} ${row.kind !== told.kind ? 'kind' : row.note !== told.note ? 'note' : 'case_id'}`, what: 'is not what the event here says' };
  }
  for (const [id, { kind }] of rows) {
    const settled = settledAt.get(id);
    if (!standing.has(id)) yield { ...(settled !== undefined && { position: settled }), rule: 'clock', at: `es.clocks ${id}`, what: settled === undefined ? `stands armed as ${kind}, and no event armed it` : 'stands armed, though the event here settled it' };
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
