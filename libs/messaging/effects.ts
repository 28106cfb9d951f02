import type { Pool, PoolClient } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import { batchStatement } from '#libs/event-store/batch.js';
import type { Lineage } from '#libs/event-store/lineage.js';
import { readLineage } from '#libs/event-store/lineage.js';
import type { Begun } from '#libs/event-store/trace.js';
import { tracedAppend } from '#libs/event-store/trace.js';
import type { Arrival, Mark, Parking, Plan } from './chunk.js';
import { OfAnotherLog, plan } from './chunk.js';
import { schemaName } from './consumer-tables.js';
import { failureKind } from './handling-failure.js';
import { consuming } from './spans.js';

/**
 * What a service does with events: writes its rows by `tx` and answers the commands to append. All of it, and the mark that it is done, is one transaction. May be
 * called again with the same events after a rollback; all that a call means for one stream is one command.
 */
export type Handle = (events: readonly PublishedEvent[], tx: PoolClient) => Promise<readonly AppendCommand[]>;

/** The chunk begins after the next offset that the database knows of: something in between was never handled. */
export class Hole extends Error {
  override readonly name = 'Hole';

  constructor(readonly partition: number, readonly from: bigint) {
    super(`Messages from offset ${from} of partition ${partition} were left out.`);
  }
}

export interface Where {
  readonly pool: Pool;
  readonly schema: string;
  readonly consumer: string;
  readonly topic: string;
  readonly logId: string;
  readonly handle: Handle;
}

const VERSIONS_MAX = 20_000;
/** The mark's row is held for as long as the handler works; nobody else waits for it but a zombie. */
const BEGIN = `BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '2s'; SET LOCAL statement_timeout = '5s'; SET LOCAL idle_in_transaction_session_timeout = '10s'`;

/** Carries out chunks: the handler's rows, what is parked, the mark and the appended events, all or nothing. */
export class Effects {
  private readonly schema: string;
  /** By partition: the versions of its streams, good as long as the mark stands where we left it. */
  private lineage: Lineage | undefined;
  private readonly seen = new Map<number, { readonly at: bigint; readonly versions: Map<string, number> }>();

  constructor(private readonly where: Where) {
    this.schema = schemaName(where.schema);
  }

  /** True where events were appended. */
  async apply(arrivals: readonly Arrival[], partition: number, condemned: { error: string; attempts: number } | undefined, acceptHole: boolean): Promise<boolean> {
    let steps: Plan | undefined;
    let appends = false;
    let unread: ReadonlyMap<string, number> = new Map();
    const spans: Begun[] = [];
    const work = transaction(this.where.pool, async (tx) => {
      const mark = await this.lockedMark(tx, partition);
      if (!acceptHole && arrivals[0]!.offset > mark.nextOffset) throw new Hole(partition, mark.nextOffset);
      const [parked, before] = [await this.parkedAmong(tx, arrivals), await this.versionsBefore(tx, arrivals, partition, mark)];
      this.lineage ??= await readLineage(tx);
      const { handle, park, taken, mark: reached } = (steps = plan(await this.believed(tx, arrivals), mark, this.lineage, partition, parked, before, condemned));
      await this.assertOfTheLog(tx, taken);
      unread = await this.versionsUnread(tx, taken);
      spans.push(...consuming(handle, arrivals, { ...this.where, partition }));
      const commands = handle.length > 0 ? (await this.where.handle(handle, tx)).map((command) => (command.meta.traceparent === undefined ? { command } : tracedAppend(command))) : []; // What follows from an event without a trace begins none.
      spans.push(...commands.flatMap((each) => ('span' in each ? [each.span] : [])));
      appends = commands.length > 0;
      const append = appends ? batchStatement(commands.map(({ command }) => command)) : undefined;
      return () => [
        this.park(tx, partition, park), this.moveMark(tx, partition, reached),
        append && tx.query(append), // Last: it holds the log's one lock until the commit, which follows at once.
      ];
    });
    await work.then(() => endAll(spans), (error: unknown) => {
      endAll(spans, error);
      throw error;
    });
    this.remember(partition, steps!, unread);
    return appends;
  }

  /** The log is read anew: it has perhaps taken another way meanwhile. */
  lookAgain(): void {
    this.lineage = undefined;
  }

  /** A place that only an unreadable message names is believed where the log holds an event of its case there: else it would carry the mark past events that are still to come. */
  private async believed(tx: PoolClient, arrivals: readonly Arrival[]): Promise<readonly Arrival[]> {
    const doubtful = arrivals.filter(({ address, event }) => address && !event);
    if (doubtful.length === 0) return arrivals;
    const { rows } = await tx.query<{ pos: string }>('SELECT e.pos FROM unnest($1::bigint[], $2::uuid[]) AS u(pos, case_id) JOIN es.events e USING (pos, case_id)',
      [doubtful.map(({ address }) => String(address!.position)), doubtful.map(({ caseId }) => caseId)]);
    const known = new Set(rows.map(({ pos }) => pos));
    return arrivals.map((arrival) => {
      const { address, ...placeless } = arrival;
      return address && !arrival.event && !known.has(String(address.position)) ? placeless : arrival;
    });
  }

  /** Every event is in the log before it is published. One that is not there came from a log of which this is an older state or a copy: it must have no effect here. */
  private async assertOfTheLog(tx: PoolClient, taken: readonly Arrival[]): Promise<void> {
    const those = taken.filter(({ leafHash }) => leafHash);
    if (those.length === 0) return;
    const { rows } = await tx.query<{ pos: string }>(
      'SELECT u.pos FROM unnest($1::bigint[], $2::bytea[]) AS u(pos, leaf) LEFT JOIN es.events e ON e.pos = u.pos WHERE e.leaf_hash IS DISTINCT FROM u.leaf ORDER BY 1 LIMIT 1',
      [those.map(({ address }) => String(address!.position)), those.map(({ leafHash }) => leafHash)]);
    if (rows[0]) throw new OfAnotherLog(`The topic holds an event at position ${rows[0].pos} that the log does not have: the log was restored from an older state, or the event is not of this log.`);
  }

  async marks(): Promise<Map<number, Mark>> {
    const { rows } = await this.where.pool.query<MarkRow & { part: number }>(
      `SELECT part, pos, next_offset, log_epoch FROM ${this.schema}.high_water WHERE consumer = $1 AND topic = $2 AND log_id = $3`, this.key());
    return new Map(rows.map((row) => [row.part, markOf(row)]));
  }

  /** Whoever holds the row is the one that goes on; a zombie waits here, and then finds that its messages are repeats. */
  async lockedMark(tx: PoolClient, partition: number): Promise<Mark> {
    const values = [...this.key(), partition];
    const text = `SELECT pos, next_offset, log_epoch FROM ${this.schema}.high_water WHERE consumer = $1 AND topic = $2 AND log_id = $3 AND part = $4 FOR UPDATE`;
    const found = await tx.query<MarkRow>(text, values);
    if (found.rows[0]) return markOf(found.rows[0]);
    await tx.query(`INSERT INTO ${this.schema}.high_water(consumer, topic, log_id, part, pos, next_offset) VALUES ($1, $2, $3, $4, 0, 0) ON CONFLICT DO NOTHING`, values);
    return markOf((await tx.query<MarkRow>(text, values)).rows[0]!);
  }

  private async parkedAmong(tx: PoolClient, arrivals: readonly Arrival[]): Promise<Set<string>> {
    const { rows } = await tx.query<{ case_id: string }>(
      `SELECT DISTINCT case_id FROM ${this.schema}.parked WHERE consumer = $1 AND log_id = $2 AND case_id = ANY($3)`,
      [this.where.consumer, this.where.logId, [...new Set(arrivals.map(({ caseId }) => caseId))]]);
    return new Set(rows.map((row) => row.case_id));
  }

  /**
   * The last version seen of each stream. Of a stream not seen lately the log is asked: where the version before lies at or below the mark it was seen, else it
   * was left out, and what came before it is the last that was seen, one lower at least.
   */
  private async versionsBefore(tx: PoolClient, arrivals: readonly Arrival[], partition: number, mark: Mark): Promise<(stream: string) => number | undefined> {
    if (this.seen.get(partition)?.at !== mark.position) this.seen.delete(partition); // Another member has gone on, or our last commit is in doubt.
    const seen = this.seen.get(partition)?.versions ?? new Map<string, number>();
    const first = new Map<string, number>();
    for (const { event, address } of arrivals) {
      if (event && address!.position > mark.position && !seen.has(event.stream) && !first.has(event.stream)) first.set(event.stream, event.version);
    }
    const found = new Map([...first].filter(([, version]) => version === 1).map(([stream]) => [stream, 0]));
    const unknown = [...first].filter(([, version]) => version > 1);
    if (unknown.length > 0) {
      const { rows } = await tx.query<{ stream_id: string; version: number }>(
        `SELECT u.stream_id, count(e.pos)::int AS version FROM unnest($1::text[], $2::int[]) AS u(stream_id, version)
         LEFT JOIN es.events e ON e.stream_id = u.stream_id AND e.version < u.version AND e.pos <= $3 GROUP BY u.stream_id`,
        [unknown.map(([stream]) => stream), unknown.map(([, version]) => version), String(mark.position)]);
      for (const row of rows) found.set(row.stream_id, row.version);
    }
    return (stream) => seen.get(stream) ?? found.get(stream);
  }

  /** Of the events that could not be read, by the log: they are parked, and when somebody has seen to that, what follows in their streams follows them. */
  private async versionsUnread(tx: PoolClient, taken: readonly Arrival[]): Promise<ReadonlyMap<string, number>> {
    const positions = taken.filter(({ event }) => !event).map(({ address }) => String(address!.position));
    if (positions.length === 0) return new Map();
    const { rows } = await tx.query<{ stream_id: string; version: number }>('SELECT stream_id, max(version) AS version FROM es.events WHERE pos = ANY($1::bigint[]) GROUP BY stream_id', [positions]);
    return new Map(rows.map(({ stream_id, version }) => [stream_id, version]));
  }

  private async park(tx: PoolClient, partition: number, parkings: readonly Parking[]): Promise<unknown> {
    if (parkings.length === 0) return;
    return tx.query(
      `INSERT INTO ${this.schema}.parked(consumer, log_id, topic, part, case_id, pos, "offset", attempts, error)
       SELECT $1, $2, $3, $4, * FROM unnest($5::uuid[], $6::bigint[], $7::bigint[], $8::int[], $9::text[]) ON CONFLICT DO NOTHING`,
      [this.where.consumer, this.where.logId, this.where.topic, partition, parkings.map((one) => one.caseId), parkings.map((one) => String(one.position)),
        parkings.map((one) => String(one.offset)), parkings.map((one) => one.attempts), parkings.map((one) => one.error)]);
  }

  private async moveMark(tx: PoolClient, partition: number, { position, nextOffset, epoch }: Mark): Promise<unknown> {
    return tx.query(
      `UPDATE ${this.schema}.high_water SET pos = $5, next_offset = $6, log_epoch = $7 WHERE consumer = $1 AND topic = $2 AND log_id = $3 AND part = $4`,
      [...this.key(), partition, String(position), String(nextOffset), epoch ?? null]);
  }

  private remember(partition: number, { versions: read, mark }: Plan, unread: ReadonlyMap<string, number>): void {
    const versions = new Map(read);
    for (const [stream, version] of unread) versions.set(stream, Math.max(version, versions.get(stream) ?? 0));
    const seen = this.seen.get(partition)?.versions ?? new Map<string, number>();
    this.seen.set(partition, { at: mark.position, versions: seen });
    for (const [stream, version] of versions) {
      seen.delete(stream); // Set anew at the end: the least recently seen goes first.
      seen.set(stream, version);
    }
    for (const stream of seen.keys()) {
      if (seen.size <= VERSIONS_MAX) break;
      seen.delete(stream);
    }
  }

  private key(): [string, string, string] {
    return [this.where.consumer, this.where.topic, this.where.logId];
  }
}

function endAll(spans: readonly Begun[], error?: unknown): void {
  for (const span of [...spans].reverse()) span.end(error);
}

/** Runs the work, then sends the writes that it answers, and the COMMIT, without waiting in between: the server never waits for us inside a lock. */
export async function transaction(pool: Pool, work: (tx: PoolClient) => Promise<() => (Promise<unknown> | undefined)[]>): Promise<void> {
  const tx = await pool.connect();
  const pipelined = tx as { pipeline: boolean };
  let broken: Error | undefined;
  const onError = (error: Error): void => { broken = error; };
  tx.on('error', onError);
  try {
    await tx.query(BEGIN);
    const writes = await work(tx);
    pipelined.pipeline = true;
    const results = await Promise.allSettled([...writes(), tx.query('COMMIT')]);
    pipelined.pipeline = false;
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  } catch (error) {
    if (failureKind(error) === 'outage') broken ??= error as Error; // A session that may still be at work is closed, not asked to roll back.
    if (broken === undefined) await tx.query('ROLLBACK').catch((failure: Error) => { broken = failure; });
    throw error;
  } finally {
    if (broken === undefined) tx.off('error', onError); // What a session says while it is thrown away is nobody's error.
    tx.release(broken);
  }
}

interface MarkRow { readonly pos: string; readonly next_offset: string; readonly log_epoch: string | null }

function markOf(row: MarkRow): Mark {
  return { position: BigInt(row.pos), nextOffset: BigInt(row.next_offset), epoch: row.log_epoch ?? undefined };
}
