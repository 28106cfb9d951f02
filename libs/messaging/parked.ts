import type { ClientBase, Pool, PoolClient } from 'pg';
import { batchStatement } from '#libs/event-store/batch.js';
import { readFrom } from '#libs/event-store/read.js';
import { unfit } from './chunk.js';
import { schemaName } from './consumer-tables.js';
import type { Handle } from './effects.js';
import { Effects, transaction } from './effects.js';
import { describeFailure, failureKind } from './handling-failure.js';
import { partitionOf, topicOf } from './topics.js';

export interface ParkedCase {
  readonly caseId: string;
  readonly events: number;
  readonly firstPosition: string;
  /** Of the first, the one to blame. */
  readonly error: string;
  readonly since: Date;
}

export interface ParkedEvent {
  readonly position: string;
  readonly partition: number;
  readonly offset: string;
  readonly attempts: number;
  readonly error: string;
  readonly at: Date;
}

export interface Retried {
  readonly replayed: number;
  readonly remaining: number;
  /** Why the first of those that remain failed again. */
  readonly error?: string;
}

/** What the event that records a skip needs; the caller appends it in the same transaction. */
export interface Skipped {
  readonly consumer: string;
  readonly logId: string;
  readonly caseId: string;
  readonly position: string;
  readonly error: string;
  readonly reason: string;
}

export interface ParkedOptions {
  readonly pool: Pool;
  readonly logId: string;
  readonly service: string;
  readonly name: string;
  /** The consumer's own. */
  readonly handle: Handle;
}

const TRIES_MAX = 5;
const OF_CASE = 'consumer = $1 AND log_id = $2 AND case_id = $3';
/** Positions first; what names no position has a negative one and nothing in the log to replay. */
const IN_ORDER = 'ORDER BY pos < 0, pos';

class NothingToReplay extends Error {
  override readonly name = 'NothingToReplay';
}

/** What a consumer has set aside, and the three things a person can do about it: look, retry, skip. */
export class Parked {
  private readonly table: string;
  private readonly effects: Effects;

  constructor(private readonly options: ParkedOptions) {
    const { pool, logId, service, name, handle } = options;
    this.table = `${schemaName(service)}.parked`;
    this.effects = new Effects({ pool, schema: service, consumer: name, topic: topicOf(logId), logId, handle });
  }

  /** How many events are set aside. */
  async count(): Promise<number> {
    const { rows } = await this.options.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${this.table} WHERE consumer = $1 AND log_id = $2`, [this.options.name, this.options.logId]);
    return rows[0]!.n;
  }

  /** The cases that stand still, the longest first. */
  async list(limit = 100): Promise<ParkedCase[]> {
    const { rows } = await this.options.pool.query<{ case_id: string; n: number; first: string; error: string; since: Date }>(
      `SELECT case_id, count(*)::int AS n, (array_agg(pos ${IN_ORDER}))[1] AS first, (array_agg(error ${IN_ORDER}))[1] AS error, min(at) AS since
       FROM ${this.table} WHERE consumer = $1 AND log_id = $2 GROUP BY case_id ORDER BY min(at), case_id LIMIT $3`, [this.options.name, this.options.logId, limit]);
    return rows.map((row) => ({ caseId: row.case_id, events: row.n, firstPosition: row.first, error: row.error, since: row.since }));
  }

  /** The parked events of a case in the order in which they would be replayed. */
  async show(caseId: string): Promise<ParkedEvent[]> {
    const { rows } = await this.options.pool.query<{ pos: string; part: number; offset: string; attempts: number; error: string; at: Date }>(
      `SELECT pos, part, "offset", attempts, error, at FROM ${this.table} WHERE ${OF_CASE} ${IN_ORDER}`, this.key(caseId));
    return rows.map((row) => ({ position: row.pos, partition: row.part, offset: row.offset, attempts: row.attempts, error: row.error, at: row.at }));
  }

  /**
   * Handles the parked events of a case again, from the log and in its order, each in a transaction under the lock of the consumer's mark, so that newer
   * events of the case keep parking behind until the last is done. Stops at the first that fails.
   */
  async retryKey(caseId: string): Promise<Retried> {
    let replayed = 0;
    let error: string | undefined;
    for (let tries = 1; error === undefined;) {
      try {
        if (!(await this.replayFirst(caseId))) break;
        replayed += 1;
        tries = 1;
      } catch (failure) {
        if (failureKind(failure) === 'outage') throw failure;
        if (failureKind(failure) === 'transient' && tries++ < TRIES_MAX) continue;
        error = describeFailure(failure);
      }
    }
    if (error !== undefined) {
      await this.options.pool.query(
        `UPDATE ${this.table} SET attempts = attempts + 1, error = $4 WHERE ${OF_CASE} AND pos = (SELECT pos FROM ${this.table} WHERE ${OF_CASE} ${IN_ORDER} LIMIT 1)`,
        [...this.key(caseId), error]);
    }
    const { length: remaining } = await this.show(caseId);
    return { replayed, remaining, ...(error === undefined ? {} : { error }) };
  }

  /** Gives one parked event up, in the caller's transaction, which then appends the event that says so. undefined where it is not parked. */
  async skip(tx: PoolClient, caseId: string, position: string, reason: string): Promise<Skipped | undefined> {
    if (reason.trim() === '') throw new TypeError('reason: a skip needs one.');
    await this.effects.lockedMarks(tx, [partitionOf(caseId)]);
    const { rows } = await (tx as ClientBase).query<{ error: string }>(`DELETE FROM ${this.table} WHERE ${OF_CASE} AND pos = $4 RETURNING error`, [...this.key(caseId), position]);
    const { name: consumer, logId } = this.options;
    return rows[0] && { consumer, logId, caseId, position, error: rows[0].error, reason };
  }

  /** False where nothing is parked any more. */
  private async replayFirst(caseId: string): Promise<boolean> {
    let found = true;
    await transaction(this.options.pool, async (tx) => {
      await this.effects.lockedMarks(tx, [partitionOf(caseId)]);
      const { rows } = await tx.query<{ pos: string }>(`SELECT pos FROM ${this.table} WHERE ${OF_CASE} ${IN_ORDER} LIMIT 1`, this.key(caseId));
      const [first] = rows;
      if (!first) {
        found = false;
        return () => [];
      }
      const [event] = await readFrom(tx, String(BigInt(first.pos) - 1n), 1, first.pos);
      if (event?.caseId !== caseId) throw new NothingToReplay('The log holds no event of this case at that position: it can only be skipped.');
      const reason = unfit(event);
      if (reason !== undefined) throw new NothingToReplay(reason);
      const commands = await this.options.handle([event], tx);
      const append = commands.length > 0 ? batchStatement(commands) : undefined;
      return () => [tx.query(`DELETE FROM ${this.table} WHERE ${OF_CASE} AND pos = $4`, [...this.key(caseId), first.pos]), append && tx.query(append)];
    });
    return found;
  }

  private key(caseId: string): [string, string, string] {
    return [this.options.name, this.options.logId, caseId];
  }
}
