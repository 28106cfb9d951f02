import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Cause } from '#libs/contracts/cause.js';
import type { PublishedEvent, ServiceName } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { batchStatement } from '#libs/event-store/batch.js';
import { head, readBeginningsFrom, readFrom, readStream } from '#libs/event-store/read.js';
import { published } from '#libs/event-store/streams.js';
import { lastOfEachPartition } from '#libs/messaging/partitions-of-log.js';
import { PARTITIONS, partitionOf, topicOf } from '#libs/messaging/topics.js';
import { SESSION } from './product.js';
import { Rows } from './projection.js';
import type { AnyProjection } from './projection.js';
import { refuse } from './rebuild.refusals.js';

export interface Rebuilding {
  readonly databaseUrl: string;
  readonly logId: string;
  readonly service: ServiceName;
  readonly projection: AnyProjection;
  readonly cause: Cause;
  readonly now: () => Instant;
  /** Looks and tells alone: the table in use stays as it is, and nothing is recorded. */
  readonly check?: boolean;
  readonly onProgress?: (position: number, of: number) => void;
  readonly behindMs?: number;
}

export interface Rebuilt {
  readonly projection: string;
  /** Everything up to here is in both; behind it, what each partition had done. */
  readonly position: string;
  readonly events: number;
  readonly rows: number;
  readonly digest: string;
  readonly differing: number;
  readonly firstKey: string | null;
}

const CHUNK = 2_000;
/** Of the shadow in memory: a row of the board with its clocks takes some four kilobytes. */
const ROWS_MAX = 25_000;
const NEAR = 2_000;
const ROUNDS_MAX = 1_000;
const BEHIND_MS = 60_000;
const LOOK_MS = 50;
const LOCK = 727_020;
const SHADOW = 'pg_temp.shadow';

/**
 * Makes a read table again from the log beside the one in use, holds the two against each other at one position, and puts right what differs, in one transaction.
 * The shadow lives in this session alone: whatever ends it, the table in use is untouched, and the next run begins anew. Readers never wait, for rows are exchanged and
 * not the table; the service's consumer waits while the two are compared. Throws refusals.
 */
export async function rebuild(wanted: Rebuilding): Promise<Rebuilt> {
  const session = (): pg.Client => {
    const one = new pg.Client({ connectionString: wanted.databaseUrl, options: SESSION.options, connectionTimeoutMillis: SESSION.connectionTimeoutMillis, keepAlive: true });
    return one.on('error', () => undefined); // The next question says so: a session that ends between two must end no service.
  };
  const [client, reader] = [session(), session()];
  try {
    await Promise.all([client.connect(), reader.connect()]);
    const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1, hashtext($2)) AS free', [LOCK, wanted.projection.table]);
    if (!rows[0]!.free) throw refuse('REBUILD_RUNNING');
    return await new Rebuild(client, reader, wanted).run();
  } finally {
    await Promise.all([client.end(), reader.end()]);
  }
}

/** The id of the stream in which is kept when a table was made again. */
export function idOfTable(table: string): string {
  return uuidv5(`rebuild/${table}`);
}

class Rebuild {
  readonly #consumer: readonly [string, string, string];
  readonly #schema: string;
  readonly #rows: Rows;
  #position = '0';
  #events = 0;

  constructor(private readonly client: pg.Client, private readonly reader: pg.Client, private readonly wanted: Rebuilding) {
    const { logId, service } = wanted;
    this.#consumer = [`${logId}-${service}`, topicOf(logId), logId];
    this.#schema = service;
    this.#rows = new Rows(client, { ...wanted.projection, table: SHADOW }, true);
  }

  async run(): Promise<Rebuilt> {
    const { client } = this;
    await this.#makeShadow();
    const aside = await this.#aside();
    await this.#load(aside);
    await this.#caughtUp();
    await client.query('BEGIN');
    try {
      const marks = await this.#locked();
      if (digestOf(await this.#aside()) !== digestOf(aside)) throw refuse('REBUILD_DISTURBED');
      await this.#loadTo(marks, aside);
      await this.#rows.write();
      const rebuilt = await this.#compared(marks);
      if (this.wanted.check !== true) await this.#exchange(rebuilt);
      await client.query('COMMIT');
      return rebuilt;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined); // The session may be what failed.
      throw error;
    }
  }

  /** No index but those by which it is read: each one more would be written with every row. */
  async #makeShadow(): Promise<void> {
    const { table, key, byCase } = this.wanted.projection;
    await this.client.query(`CREATE TEMP TABLE shadow (LIKE ${table} INCLUDING DEFAULTS); ALTER TABLE ${SHADOW} ADD PRIMARY KEY ("${key}")`);
    if (byCase && key !== 'caseId') await this.client.query(`CREATE INDEX ON ${SHADOW} ("caseId")`);
  }

  /** The log from its beginning, until little is left. */
  async #load(aside: ReadonlySet<string>): Promise<void> {
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const until = await head(this.client);
      if (BigInt(until) - BigInt(this.#position) < NEAR && round > 0) return;
      for await (const chunk of this.#ahead(until)) {
        await this.#fold(chunk.filter(({ position }) => !aside.has(position)));
        this.#position = chunk.at(-1)!.position;
        this.wanted.onProgress?.(Number(this.#position), Number(until));
      }
      this.#position = until;
    }
    throw refuse('REBUILD_BEHIND');
  }

  /** The log up to a position in chunks, the next one read while one is folded. */
  async* #ahead(until: string): AsyncGenerator<readonly PublishedEvent[]> {
    const next = (from: string): Promise<readonly PublishedEvent[]> => {
      const read = BigInt(from) < BigInt(until) ? this.#read(this.reader, from, until) : Promise.resolve([]);
      read.catch(() => undefined); // Whoever comes for it hears of it; nobody comes where the fold failed first.
      return read;
    };
    for (let coming = next(this.#position); ;) {
      const chunk = await coming;
      const last = chunk.at(-1);
      if (!last) return;
      coming = next(last.position);
      yield chunk;
    }
  }

  #read(session: pg.Client, from: string, until: string): Promise<PublishedEvent[]> {
    const { of } = this.wanted.projection;
    return of ? readBeginningsFrom(session, of, from, CHUNK, until) : readFrom(session, from, CHUNK, until);
  }

  /** Waits until the consumer has done what is in the shadow already. */
  async #caughtUp(): Promise<void> {
    const end = performance.now() + (this.wanted.behindMs ?? BEHIND_MS);
    const wanted = await lastOfEachPartition(this.client, BigInt(this.#position));
    for (;;) {
      const marks = await this.#marks('');
      if ([...wanted].every(([partition, last]) => (marks.get(partition) ?? 0n) >= last)) return;
      if (performance.now() > end) throw refuse('REBUILD_BEHIND');
      await pause(LOOK_MS);
    }
  }

  /** The marks of all partitions, held: whoever would write to the table waits for us. */
  async #locked(): Promise<ReadonlyMap<number, bigint>> {
    await this.client.query(
      `INSERT INTO ${this.#schema}.high_water(consumer, topic, log_id, part, pos, next_offset) SELECT $1, $2, $3, part, 0, 0 FROM generate_series(0, $4::int) AS part ON CONFLICT DO NOTHING`, [...this.#consumer, PARTITIONS - 1]);
    return this.#marks('FOR UPDATE');
  }

  async #marks(lock: 'FOR UPDATE' | ''): Promise<ReadonlyMap<number, bigint>> {
    const { rows } = await this.client.query<{ part: number; pos: string }>(
      `SELECT part, pos FROM ${this.#schema}.high_water WHERE consumer = $1 AND topic = $2 AND log_id = $3 ORDER BY part ${lock}`, [...this.#consumer]);
    return new Map(rows.map(({ part, pos }) => [part, BigInt(pos)]));
  }

  async #loadTo(marks: ReadonlyMap<number, bigint>, aside: ReadonlySet<string>): Promise<void> {
    const last = [...marks.values()].reduce((a, b) => (a > b ? a : b), 0n);
    for (let position = this.#position; ;) {
      const chunk = await this.#read(this.client, position, String(last));
      if (chunk.length === 0) return;
      await this.#fold(chunk.filter((event) => BigInt(event.position) <= marks.get(partitionOf(event.caseId))! && !aside.has(event.position)));
      position = chunk.at(-1)!.position;
    }
  }

  async #fold(chunk: readonly PublishedEvent[]): Promise<void> {
    await this.#rows.take(chunk);
    this.#events += chunk.length;
    if (this.#rows.size > ROWS_MAX) await this.#rows.letGo();
  }

  /** Positions that the table in use does not hold: parked ones, and those that a person gave up. */
  async #aside(): Promise<ReadonlySet<string>> {
    const [consumer, , logId] = this.#consumer;
    const { rows } = await this.client.query<{ pos: string }>(
      `SELECT pos::text FROM ${this.#schema}.parked WHERE consumer = $1 AND log_id = $2 AND pos > 0
       UNION SELECT data::jsonb ->> 'position' FROM es.events WHERE stream_id >= 'parking/' AND stream_id < 'parking0' AND type = 'audit.parked-event-skipped' AND data::jsonb ->> 'consumer' LIKE '%-' || $3 ORDER BY 1`, [consumer, logId, this.#schema]);
    return new Set(rows.map(({ pos }) => pos));
  }

  async #compared(marks: ReadonlyMap<number, bigint>): Promise<Rebuilt> {
    const { projection: { table, key } } = this.wanted;
    const [shadow, live] = await Promise.all([this.#digest(this.client, SHADOW), this.#digest(this.reader, table)]); // Whoever writes to the table waits: two sessions see the same.
    const { rows } = shadow.digest === live.digest ? { rows: [] } : await this.client.query<{ key: string; n: number }>(
      `SELECT coalesce(l."${key}", s."${key}")::text AS key, (count(*) OVER ())::int AS n FROM ${table} l FULL JOIN ${SHADOW} s USING ("${key}") WHERE l::text IS DISTINCT FROM s::text ORDER BY 1 LIMIT 1`);
    return { projection: table, position: await this.#wholeTo(marks), events: this.#events, rows: shadow.rows, digest: shadow.digest, differing: rows[0]?.n ?? 0, firstKey: rows[0]?.key ?? null };
  }

  /** Before the first event that some partition has not done yet. */
  async #wholeTo(marks: ReadonlyMap<number, bigint>): Promise<string> {
    const chunk = await readFrom(this.client, this.#position, CHUNK);
    const next = chunk.find(({ position, caseId }) => BigInt(position) > marks.get(partitionOf(caseId))!);
    return next ? String(BigInt(next.position) - 1n) : (chunk.at(-1)?.position ?? this.#position);
  }

  async #digest(session: pg.Client, table: string): Promise<{ readonly rows: number; readonly digest: string }> {
    const { key } = this.wanted.projection;
    const { rows } = await session.query<{ rows: number; digest: string }>(
      `SELECT count(*)::int AS rows, encode(sha256(coalesce(string_agg(sha256(convert_to(t::text, 'UTF8')), ''::bytea ORDER BY t."${key}"), ''::bytea)), 'hex') AS digest FROM ${table} t`);
    return rows[0]!;
  }

  /** What differs is exchanged, row by row, and that it was is a fact; all with one commit. */
  async #exchange(rebuilt: Rebuilt): Promise<void> {
    const { projection: { table, key }, cause, now } = this.wanted;
    if (rebuilt.differing > 0) {
      await this.client.query(`DELETE FROM ${table} l WHERE NOT EXISTS (SELECT 1 FROM ${SHADOW} s WHERE s."${key}" = l."${key}" AND s::text = l::text)`);
      await this.client.query(`INSERT INTO ${table} SELECT s.* FROM ${SHADOW} s WHERE NOT EXISTS (SELECT 1 FROM ${table} l WHERE l."${key}" = s."${key}")`);
    }
    const [id, at] = [idOfTable(table), now()];
    const expected = (await readStream(this.client, `rebuild/${id}`)).length;
    const event = published('audit', { type: 'ProjectionRebuilt', at, by: cause.actor, ...rebuilt });
    await this.client.query(batchStatement([{ stream: `rebuild/${id}`, caseId: id, expected, meta: cause, events: [{ ...event, recordedAt: at }] }]));
  }
}

function digestOf(positions: ReadonlySet<string>): string {
  return createHash('sha256').update([...positions].sort().join()).digest('hex');
}
