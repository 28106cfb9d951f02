import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';

/** A read table and the fold that fills it: a row and a fact make the next row. Columns are named as the row's fields. */
export interface Projection<Row extends object = object> {
  /** `supervision.case_view` */
  readonly table: string;
  /** The key column, a field of the row. */
  readonly key: string;
  /** The keys of the rows that an event may change. */
  readonly keysOf: (event: PublishedEvent) => readonly string[];
  readonly fold: (row: Row | undefined, event: PublishedEvent, key: string) => Row | undefined;
}

// Rows differ from table to table; whoever runs them all sees only that each is a fold.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyProjection = Projection<any>;

/** Folds a chunk of events into a read table with one read and one write, inside the consumer's transaction. */
export async function project<Row extends object>(tx: ClientBase, projection: Projection<Row>, chunk: readonly PublishedEvent[]): Promise<void> {
  const { table, key, keysOf, fold } = projection;
  const concerned = chunk.flatMap((event) => keysOf(event).map((at) => ({ at, event })));
  if (concerned.length === 0) return;
  const keys = [...new Set(concerned.map(({ at }) => at))];
  const { rows } = await tx.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE "${key}" = ANY($1::uuid[])`, [keys]);
  const known = new Map<string, Row>(rows.map(({ row }) => [String(row[key as keyof Row]), row]));
  const changed = new Set<string>();
  for (const { at, event } of concerned) {
    const before = known.get(at);
    const after = fold(before, event, at);
    if (!after || after === before) continue;
    known.set(at, after);
    changed.add(at);
  }
  if (changed.size > 0) await upsert(tx, table, key, [...changed].map((at) => known.get(at)!));
}

async function upsert(tx: ClientBase, table: string, key: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0]!).map((column) => `"${column}"`);
  const changes = columns.filter((column) => column !== `"${key}"`).map((column) => `${column} = excluded.${column}`);
  await tx.query(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)
     ON CONFLICT ("${key}") DO UPDATE SET ${changes.join(', ')}`, [JSON.stringify(rows)]);
}
