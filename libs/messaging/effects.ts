import type { Pool, PoolClient } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import { batchStatement } from '#libs/event-store/batch.js';
import type { Lineage } from '#libs/event-store/lineage.js';
import { readLineage } from '#libs/event-store/lineage.js';
import type { Begun } from '#libs/event-store/trace.js';
import { tracedAppend } from '#libs/event-store/trace.js';
import type { Arrival, Mark, Plan } from './chunk.js';
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

/** What is to be done of one partition, in its order. */
export interface Share {
  readonly partition: number;
  readonly arrivals: readonly Arrival[];
}

interface Planned {
  readonly partition: number;
  readonly steps: Plan;
}

export interface Where {
  readonly pool: Pool;
  readonly schema: string;
  readonly consumer: string;
  readonly topic: string;
  readonly logId: string;
  readonly handle: Handle;
}

/** Of each partition: some minutes of work. Of a stream that was let go the database is asked. */
const VERSIONS_MAX = 5_000;
/** The mark's row is held for as long as the handler works; nobody else waits for it but a zombie. */
const BEGIN = `BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '2s'; SET LOCAL statement_timeout = '5s'; SET LOCAL idle_in_transaction_session_timeout = '10s'`;

/** Carries out chunks: the handler's rows, what is parked, the marks and the appended events, all or nothing. */
export class Effects {
  private readonly schema: string;
  /** By partition: the versions of its streams, good as long as the mark stands where we left it. */
  private lineage: Lineage | undefined;
  private readonly seen = new Map<number, { readonly at: bigint; readonly versions: Map<string, number> }>();

  constructor(private readonly where: Where) {
    this.schema = schemaName(where.schema);
  }

  /** What came of several partitions, in one transaction: a round trip costs the same for one as for all. True where events were appended. */
  async apply(shares: readonly Share[], condemned: { error: string; attempts: number } | undefined, acceptHole: boolean): Promise<boolean> {
    let plans: readonly Planned[] = [];
    let appends = false;
    let unread: ReadonlyMap<string, number> = new Map();
    const spans: Begun[] = [];
    const work = transaction(this.where.pool, async (tx) => {
      const marks = await this.lockedMarks(tx, shares.map(({ partition }) => partition));
      const hole = acceptHole ? undefined : shares.find(({ partition, arrivals }) => arrivals[0]!.offset > marks.get(partition)!.nextOffset);
      if (hole) throw new Hole(hole.partition, marks.get(hole.partition)!.nextOffset);
      const [parked, before] = [await this.parkedAmong(tx, shares), await this.versionsBefore(tx, shares, marks)];
      const lineage = (this.lineage ??= await readLineage(tx));
      const believed = await this.believed(tx, shares);
      plans = believed.map(({ partition, arrivals }) => ({ partition, steps: plan(arrivals, marks.get(partition)!, lineage, partition, parked, before, condemned) }));
      const taken = plans.flatMap(({ steps }) => steps.taken);
      await this.assertOfTheLog(tx, taken);
      unread = await this.versionsUnread(tx, taken);
      for (const [at, { partition, steps }] of plans.entries()) spans.push(...consuming(steps.handle, shares[at]!.arrivals, { ...this.where, partition }));
      const handle = plans.flatMap(({ steps }) => steps.handle).sort(byPosition);
      const commands = handle.length > 0 ? (await this.where.handle(handle, tx)).map((command) => (command.meta.traceparent === undefined ? { command } : tracedAppend(command))) : []; // What follows from an event without a trace begins none.
      spans.push(...commands.flatMap((each) => ('span' in each ? [each.span] : [])));
      appends = commands.length > 0;
      const append = appends ? batchStatement(commands.map(({ command }) => command)) : undefined;
      return () => [
        this.park(tx, plans), this.moveMarks(tx, plans),
        append && tx.query(append), // Last: it holds the log's one lock until the commit, which follows at once.
      ];
    });
    await work.then(() => endAll(spans), (error: unknown) => {
      endAll(spans, error);
      throw error;
    });
    for (const { partition, steps } of plans) this.remember(partition, steps, unread);
    return appends;
  }

  /** The log is read anew: it has perhaps taken another way meanwhile. */
  lookAgain(): void {
    this.lineage = undefined;
  }

  /** A place that only an unreadable message names is believed where the log holds an event of its case there: else it would carry the mark past events that are still to come. */
  private async believed(tx: PoolClient, shares: readonly Share[]): Promise<readonly Share[]> {
    const doubtful = shares.flatMap(({ arrivals }) => arrivals.filter(({ address, event }) => address && !event));
    if (doubtful.length === 0) return shares;
    const { rows } = await tx.query<{ pos: string }>('SELECT e.pos FROM unnest($1::bigint[], $2::uuid[]) AS u(pos, case_id) JOIN es.events e USING (pos, case_id)',
      [doubtful.map(({ address }) => String(address!.position)), doubtful.map(({ caseId }) => caseId)]);
    const known = new Set(rows.map(({ pos }) => pos));
    const believe = (arrival: Arrival): Arrival => {
      const { address, ...placeless } = arrival;
      return address && !arrival.event && !known.has(String(address.position)) ? placeless : arrival;
    };
    return shares.map(({ partition, arrivals }) => ({ partition, arrivals: arrivals.map(believe) }));
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

  /** Whoever holds the rows is the one that goes on; a zombie waits here, and then finds that its messages are repeats. */
  async lockedMarks(tx: PoolClient, partitions: readonly number[]): Promise<ReadonlyMap<number, Mark>> {
    const values = [...this.key(), partitions];
    const text = `SELECT part, pos, next_offset, log_epoch FROM ${this.schema}.high_water WHERE consumer = $1 AND topic = $2 AND log_id = $3 AND part = ANY($4) ORDER BY part FOR UPDATE`;
    const find = async (): Promise<Map<number, Mark>> => new Map((await tx.query<MarkRow & { part: number }>(text, values)).rows.map((row) => [row.part, markOf(row)]));
    const found = await find();
    if (found.size === partitions.length) return found;
    await tx.query(`INSERT INTO ${this.schema}.high_water(consumer, topic, log_id, part, pos, next_offset) SELECT $1, $2, $3, part, 0, 0 FROM unnest($4::int[]) AS part ORDER BY part ON CONFLICT DO NOTHING`, values);
    return find();
  }

  private async parkedAmong(tx: PoolClient, shares: readonly Share[]): Promise<Set<string>> {
    const { rows } = await tx.query<{ case_id: string }>(
      `SELECT DISTINCT case_id FROM ${this.schema}.parked WHERE consumer = $1 AND log_id = $2 AND case_id = ANY($3)`,
      [this.where.consumer, this.where.logId, [...new Set(shares.flatMap(({ arrivals }) => arrivals.map(({ caseId }) => caseId)))]]);
    return new Set(rows.map((row) => row.case_id));
  }

  /**
   * The last version seen of each stream. Of a stream not seen lately the log is asked: where the version before lies at or below the mark it was seen, else it
   * was left out, and what came before it is the last that was seen, one lower at least.
   */
  private async versionsBefore(tx: PoolClient, shares: readonly Share[], marks: ReadonlyMap<number, Mark>): Promise<(stream: string) => number | undefined> {
    const known = new Map<string, number>();
    const unknown = new Map<string, { readonly version: number; readonly upTo: bigint }>();
    for (const { partition, arrivals } of shares) {
      const { position: upTo } = marks.get(partition)!;
      if (this.seen.get(partition)?.at !== upTo) this.seen.delete(partition); // Another member has gone on, or our last commit is in doubt.
      const versions = this.seen.get(partition)?.versions;
      for (const { event, address } of arrivals) {
        if (!event || address!.position <= upTo || known.has(event.stream) || unknown.has(event.stream)) continue;
        const seen = versions?.get(event.stream) ?? (event.version === 1 ? 0 : undefined);
        if (seen === undefined) unknown.set(event.stream, { version: event.version, upTo });
        else known.set(event.stream, seen);
      }
    }
    if (unknown.size > 0) {
      const { rows } = await tx.query<{ stream_id: string; version: number }>(
        `SELECT u.stream_id, count(e.pos)::int AS version FROM unnest($1::text[], $2::int[], $3::bigint[]) AS u(stream_id, version, up_to)
         LEFT JOIN es.events e ON e.stream_id = u.stream_id AND e.version < u.version AND e.pos <= u.up_to GROUP BY u.stream_id`,
        [[...unknown.keys()], [...unknown.values()].map(({ version }) => version), [...unknown.values()].map(({ upTo }) => String(upTo))]);
      for (const row of rows) known.set(row.stream_id, row.version);
    }
    return (stream) => known.get(stream);
  }

  /** Of the events that could not be read, by the log: they are parked, and when somebody has seen to that, what follows in their streams follows them. */
  private async versionsUnread(tx: PoolClient, taken: readonly Arrival[]): Promise<ReadonlyMap<string, number>> {
    const positions = taken.filter(({ event }) => !event).map(({ address }) => String(address!.position));
    if (positions.length === 0) return new Map();
    const { rows } = await tx.query<{ stream_id: string; version: number }>('SELECT stream_id, max(version) AS version FROM es.events WHERE pos = ANY($1::bigint[]) GROUP BY stream_id', [positions]);
    return new Map(rows.map(({ stream_id, version }) => [stream_id, version]));
  }

  private async park(tx: PoolClient, plans: readonly Planned[]): Promise<unknown> {
    const parkings = plans.flatMap(({ partition, steps }) => steps.park.map((one) => ({ ...one, partition })));
    if (parkings.length === 0) return;
    return tx.query(
      `INSERT INTO ${this.schema}.parked(consumer, log_id, topic, part, case_id, pos, "offset", attempts, error)
       SELECT $1, $2, $3, * FROM unnest($4::int[], $5::uuid[], $6::bigint[], $7::bigint[], $8::int[], $9::text[]) ON CONFLICT DO NOTHING`,
      [this.where.consumer, this.where.logId, this.where.topic, parkings.map((one) => one.partition), parkings.map((one) => one.caseId), parkings.map((one) => String(one.position)),
        parkings.map((one) => String(one.offset)), parkings.map((one) => one.attempts), parkings.map((one) => one.error)]);
  }

  private async moveMarks(tx: PoolClient, plans: readonly Planned[]): Promise<unknown> {
    const reached = plans.map(({ steps }) => steps.mark);
    return tx.query(
      `UPDATE ${this.schema}.high_water h SET pos = u.pos, next_offset = u.next_offset, log_epoch = u.log_epoch FROM unnest($4::int[], $5::bigint[], $6::bigint[], $7::uuid[]) AS u(part, pos, next_offset, log_epoch)
       WHERE h.consumer = $1 AND h.topic = $2 AND h.log_id = $3 AND h.part = u.part`,
      [...this.key(), plans.map(({ partition }) => partition), reached.map(({ position }) => String(position)), reached.map(({ nextOffset }) => String(nextOffset)), reached.map(({ epoch }) => epoch ?? null)]);
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

/** In the order of the log: of one case that is the order in which it came, and between cases the order in which a handler would have met them one by one. */
function byPosition({ position: a }: PublishedEvent, { position: b }: PublishedEvent): number {
  return a.length - b.length || (a < b ? -1 : 1);
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
