import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { insertOf } from './add-rows.js';

/** A read table and the fold that fills it: a row and a fact make the next row. Columns are named as the row's fields. */
export interface Projection<Row extends object = object> {
  /** `supervision.case_view` */
  readonly table: string;
  /** The key column, a field of the row. */
  readonly key: string;
  /** How the types or the streams of the events begin that may concern it, where these are few: a rebuild reads no others. */
  readonly of?: readonly string[];
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
  const rows = new Rows(tx, projection);
  await rows.take(chunk);
  await rows.write();
}

const WRITTEN_AT_ONCE = 1_000;

/** Rows of a read table in memory: read when an event first concerns them, folded, and written together. Of an empty table nothing is read until rows of it were let go. */
export class Rows<Row extends object = object> {
  readonly #known = new Map<string, Row>();
  /** With `byCase`, the keys of a case's rows. */
  readonly #ofCase = new Map<string, Set<string>>();
  readonly #asked = new Set<string>();
  readonly #changed = new Set<string>();

  constructor(private readonly tx: ClientBase, private readonly projection: Projection<Row>, private empty = false) {}

  get size(): number {
    return this.#known.size;
  }

  async take(chunk: readonly PublishedEvent[]): Promise<void> {
    const { keysOf, byCase } = this.projection;
    const concerned = chunk.map((event) => ({ event, keys: keysOf(event) })).filter(({ keys }) => byCase || keys.length > 0);
    await this.#read(byCase ? concerned.map(({ event }) => event.caseId) : concerned.flatMap(({ keys }) => keys));
    for (const { event, keys } of concerned) {
      const others = byCase ? this.#ofCase.get(event.caseId) : undefined;
      for (const key of others || keys.length > 1 ? new Set([...keys, ...(others ?? [])]) : keys) this.#fold(key, event);
    }
  }

  async write(): Promise<void> {
    const changed = [...this.#changed];
    for (let from = 0; from < changed.length; from += WRITTEN_AT_ONCE) {
      const { table, key } = this.projection;
      await upsert(this.tx, table, key, changed.slice(from, from + WRITTEN_AT_ONCE).map((at) => this.#known.get(at)!));
    }
    this.#changed.clear();
  }

  /** Writes, and begins with an empty memory. */
  async letGo(): Promise<void> {
    await this.write();
    for (const each of [this.#known, this.#ofCase, this.#asked]) each.clear();
    this.empty = false;
  }

  #fold(key: string, event: PublishedEvent): void {
    const before = this.#known.get(key);
    const after = this.projection.fold(before, event, key);
    if (!after || after === before) return;
    this.#changed.add(key);
    this.#known.set(key, after);
    if (this.projection.byCase && !before) this.#note(event.caseId, key);
  }

  async #read(wanted: readonly string[]): Promise<void> {
    const missing = [...new Set(wanted)].filter((one) => !this.#asked.has(one));
    for (const one of missing) this.#asked.add(one);
    if (this.empty || missing.length === 0) return;
    const { table, key, byCase } = this.projection;
    const { rows } = await this.tx.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE "${byCase ? 'caseId' : key}" = ANY($1::uuid[])`, [missing]);
    for (const { row } of rows) {
      const at = String(row[key as keyof Row]);
      this.#known.set(at, row);
      if (byCase) this.#note((row as { caseId: string }).caseId, at);
    }
  }

  #note(caseId: string, key: string): void {
    const keys = this.#ofCase.get(caseId);
    if (keys) keys.add(key);
    else this.#ofCase.set(caseId, new Set([key]));
  }
}

async function upsert(tx: ClientBase, table: string, key: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0]!);
  const changes = columns.filter((column) => column !== key).map((column) => `"${column}" = excluded."${column}"`);
  await tx.query(`${insertOf(table, columns)} ON CONFLICT ("${key}") DO UPDATE SET ${changes.join(', ')}`, [JSON.stringify(rows)]);
}
