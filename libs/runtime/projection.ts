import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';

/** A read table and the fold that fills it: a row and a fact make the next row. Columns are named as the row's fields. */
export interface Projection<Row extends object = object> {
  /** `supervision.case_view` */
  readonly table: string;
  /** The key column, a field of the row. */
  readonly key: string;
  /** The keys of the rows that an event may make or change. */
  readonly keysOf: (event: PublishedEvent) => readonly string[];
  /** Rows keep the case in a column `caseId`, and every event of a case concerns all its rows: what a clock says of an order names the clock only. */
  readonly byCase?: true;
  readonly fold: (row: Row | undefined, event: PublishedEvent, key: string) => Row | undefined;
}

// Rows differ from table to table; whoever runs them all sees only that each is a fold.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyProjection = Projection<any>;

/** Folds a chunk of events into a read table with one read and one write, inside the consumer's transaction. */
export async function project<Row extends object>(tx: ClientBase, projection: Projection<Row>, chunk: readonly PublishedEvent[]): Promise<void> {
  const { table, key, keysOf, fold, byCase } = projection;
  const concerned = chunk.map((event) => ({ event, keys: keysOf(event) })).filter(({ keys }) => byCase || keys.length > 0);
  if (concerned.length === 0) return;
  const wanted = byCase ? [...new Set(chunk.map(({ caseId }) => caseId))] : [...new Set(concerned.flatMap(({ keys }) => keys))];
  const { rows } = await tx.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE "${byCase ? 'caseId' : key}" = ANY($1::uuid[])`, [wanted]);
  const known = new Map<string, Row>(rows.map(({ row }) => [String(row[key as keyof Row]), row]));
  const ofCase = new Map<string, Set<string>>();
  if (byCase) for (const [at, row] of known) noted(ofCase, (row as { caseId: string }).caseId, at);
  const changed = new Set<string>();
  for (const { event, keys } of concerned) {
    for (const at of new Set([...keys, ...(ofCase.get(event.caseId) ?? [])])) {
      const before = known.get(at);
      const after = fold(before, event, at);
      if (!after || after === before) continue;
      known.set(at, after);
      changed.add(at);
      if (byCase) noted(ofCase, event.caseId, at);
    }
  }
  if (changed.size > 0) await upsert(tx, table, key, [...changed].map((at) => known.get(at)!));
}

function noted(ofCase: Map<string, Set<string>>, caseId: string, key: string): void {
  ofCase.set(caseId, (ofCase.get(caseId) ?? new Set()).add(key));
}

async function upsert(tx: ClientBase, table: string, key: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0]!).map((column) => `"${column}"`);
  const changes = columns.filter((column) => column !== `"${key}"`).map((column) => `${column} = excluded.${column}`);
  await tx.query(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)
     ON CONFLICT ("${key}") DO UPDATE SET ${changes.join(', ')}`, [JSON.stringify(rows)]);
}
