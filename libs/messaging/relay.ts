import type { Pool } from 'pg';
import type { Log } from '#libs/event-store/log.js';
import { openLog, promoted } from '#libs/event-store/log.js';
import type { Lineage } from '#libs/event-store/lineage.js';
import { readLineage } from '#libs/event-store/lineage.js';
import type { StoredRow } from '#libs/event-store/read.js';
import { head, readRows } from '#libs/event-store/read.js';
import { backoff, Bell } from './backoff.js';
import { messageOf } from './cloud-event.js';
import { nameOf } from './kafka-errors.js';
import { Lease } from './lease.js';
import { lastNotes, noteMessage } from './relay-note.js';
import { publishing } from './spans.js';
import { assertExtent, createCaseTopic, ensureTopics, partitionOf, topicOf, TopicRefused } from './topics.js';
import type { EventTransport } from './transport.js';

export interface RelayHealth {
  /** `refused`: it will not publish until a person has acted; it looks again every few seconds. */
  readonly state: 'starting' | 'standby' | 'leading' | 'retrying' | 'refused' | 'stopped';
  readonly reason?: string;
  readonly differs?: Differs;
}

/** How this log is another than the one that the world was told of, and in which positions: from the first that is missing or other here to the last that is known outside. */
export interface Differs {
  /** `elsewhere`: another server or database than the log's, so a copy or a restored dump. `restored`: it ends too early. `forked`: it holds other events. */
  readonly how: 'elsewhere' | 'restored' | 'forked';
  readonly from?: string;
  readonly to?: string;
}

export interface RelayOptions {
  readonly pool: Pool;
  readonly transport: EventTransport;
  readonly leaseMs?: number;
  /** How long it waits after a refusal, and at most after a failure, before it looks again. */
  readonly lookAgainMs?: number;
  /** Called once for each reason to refuse. */
  readonly onRefused?: (reason: string) => void;
}

/** Publishing would contradict what the world has seen already. */
export class RelayRefused extends Error {
  override readonly name = 'RelayRefused';

  constructor(message: string, readonly differs?: Differs) {
    super(message);
  }
}

const EVENTS_MAX = 1_000;
/** Below the broker's limit of 1 MB for what one send puts into one partition. */
const BYTES_MAX = 900_000;
const HEADERS_BYTES = 700;
const POLL_MS_MIN = 5;
const POLL_MS_MAX = 50;
const STANDBY_MS = 1_000;
const EXTENT_MS = 10_000;

/**
 * Publishes the log in its order. One send is in flight and awaited, and every relay starts at or below what is published and sends
 * consecutive positions: so each partition always holds a beginning of its events, in order, repeats aside, even with two relays at work.
 */
export class Relay {
  private readonly pool: Pool;
  private readonly transport: EventTransport;
  private readonly lease: Lease;
  private readonly lookAgainMs: number;
  private readonly onRefused: (reason: string) => void;
  private readonly bell = new Bell();
  private state: RelayHealth = { state: 'starting' };
  private published = '0';
  private pollMs = POLL_MS_MIN;
  private failures = 0;
  private stopping = false;
  private running: Promise<void> | undefined;

  constructor({ pool, transport, leaseMs = 5_000, lookAgainMs = 5_000, onRefused = () => undefined }: RelayOptions) {
    this.lookAgainMs = lookAgainMs;
    this.onRefused = onRefused;
    this.pool = pool;
    this.transport = transport;
    this.lease = new Lease(pool, 'relay', leaseMs);
  }

  /** Works in the background until stopped, whatever happens to Kafka or the database. */
  start(): void {
    this.running ??= this.run();
  }

  /** There is something new in the log: look now instead of at the next poll. */
  wake(): void {
    this.bell.wake();
  }

  /** The last position that this relay knows to be published. */
  position(): string {
    return this.published;
  }

  health(): RelayHealth {
    return this.state;
  }

  /** Finishes the send in flight, notes how far it came, and gives the lease to the next. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.bell.wake();
    await this.running;
    this.state = { state: 'stopped' };
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.lead();
      } catch (error) {
        const refused = error instanceof RelayRefused || error instanceof TopicRefused;
        if (refused && this.state.reason !== error.message) this.onRefused(error.message);
        const differs = error instanceof RelayRefused ? error.differs : undefined;
        this.state = refused ? { state: 'refused', reason: error.message, ...(differs && { differs }) } : { state: 'retrying', reason: nameOf(error) };
        await this.pauseUnlessStopping(refused ? this.lookAgainMs : backoff(this.failures++, 100, this.lookAgainMs));
      }
    }
  }

  /** Until the lease is lost or the relay stops. Throws on every failure. */
  private async lead(): Promise<void> {
    const epoch = await this.lease.acquire();
    if (epoch === undefined) {
      if (this.state.state !== 'refused') this.state = { state: 'standby' };
      return this.pauseUnlessStopping(STANDBY_MS);
    }
    try {
      await this.pool.query('UPDATE es.relay SET epoch = $1 WHERE epoch < $1', [epoch]);
      const log = await openLog(this.pool);
      await this.begin(log);
      this.state = { state: 'leading' };
      await this.publishAll(log, epoch);
    } finally {
      await this.lease.release().catch(() => undefined); // It runs out by itself.
    }
  }

  private async begin(log: Log): Promise<void> {
    const { rows } = await this.pool.query<{ pos: string; leaf_hash: Buffer }>('SELECT pos, leaf_hash FROM es.relay');
    const { pos, leaf_hash: leafHash } = rows[0]!;
    await ensureTopics(this.transport, log.logId, pos);
    const lineage = await readLineage(this.pool);
    await this.assertNoFork(lineage, { position: pos, leafHash, logEpoch: log.logEpoch }, 'the checkpoint');
    for (const note of await lastNotes(this.transport, log.logId)) await this.assertNoFork(lineage, note, 'Kafka');
    if (!(await promoted(this.pool))) throw new RelayRefused('This database is not where the log lives: it is a copy, or was restored from a dump. A person must say which.', { how: 'elsewhere' });
    this.published = pos;
  }

  /** A restored or failed-over database may hold other events at positions that the world has already seen. What a later epoch gave up is no matter any more. */
  private async assertNoFork(lineage: Lineage, seen: { position: string; leafHash: Buffer; logEpoch: string }, where: string): Promise<void> {
    const { logEpoch, position, leafHash } = seen;
    const epoch = lineage.named(logEpoch);
    if (!epoch) throw new RelayRefused(`The log has another epoch than ${where}: it was restored from a state before it was forked, and is not the log any more.`, { how: 'forked', to: position });
    if (position === '0' || lineage.givenUpBy(epoch.n, BigInt(position))) return;
    const { rows } = await this.pool.query<{ leaf_hash: Buffer }>('SELECT leaf_hash FROM es.events WHERE pos = $1', [position]);
    if (!rows[0]) {
      const end = await head(this.pool);
      throw new RelayRefused(`The log ends before position ${position}, which ${where} says was published: it was restored from an older state. Positions ${BigInt(end) + 1n} to ${position} are known outside and not here.`,
        { how: 'restored', from: String(BigInt(end) + 1n), to: position });
    }
    if (!rows[0].leaf_hash.equals(leafHash)) throw new RelayRefused(`Position ${position} holds another event than ${where} says was published: the log has forked.`, { how: 'forked', to: position });
  }

  private async publishAll(log: Log, epoch: string): Promise<void> {
    const topic = topicOf(log.logId);
    let limit = EVENTS_MAX;
    let extentAt = performance.now() + EXTENT_MS;
    while (!this.stopping && await this.lease.keep()) {
      if (performance.now() > extentAt) {
        extentAt = performance.now() + EXTENT_MS;
        const extent = await this.transport.extent(topic);
        if (!extent) throw new TopicRefused(`The topic ${topic} is gone.`);
        assertExtent(topic, extent, this.published);
      }
      const rows = await readRows(this.pool, this.published, limit);
      if (rows.length === 0) {
        await this.idle();
        continue;
      }
      assertConsecutive(rows, this.published);
      const batch = rows.slice(0, fitting(rows));
      limit = batch.length < rows.length ? batch.length + 16 : Math.min(EVENTS_MAX, limit * 2);
      const last = batch[batch.length - 1]!;
      await this.send(batch, log, topic);
      if (!(await this.checkpoint(epoch, last))) return;
      this.pollMs = POLL_MS_MIN;
      this.failures = 0;
    }
  }

  private async send(batch: readonly StoredRow[], log: Log, topic: string): Promise<void> {
    const spans = batch.map((row) => publishing(row, topic, partitionOf(row.caseId)));
    try {
      await this.transport.publish([...batch.map((row, at) => messageOf(row, log.logEpoch, topic, spans[at]!.traceparent)), noteMessage(log, batch.at(-1)!)]);
    } catch (error) {
      for (const span of spans) span.end(error);
      throw error;
    }
    for (const span of spans) span.end();
  }

  /** False where another relay has moved it meanwhile: then that one leads. */
  private async checkpoint(epoch: string, last: StoredRow): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'UPDATE es.relay SET pos = $1, leaf_hash = $2 WHERE epoch = $3 AND pos = $4', [last.position, last.leafHash, epoch, this.published]);
    if (rowCount === 1) this.published = last.position;
    return rowCount === 1;
  }

  private async idle(): Promise<void> {
    await this.bell.wait(this.pollMs);
    this.pollMs = Math.min(POLL_MS_MAX, this.pollMs * 2);
  }

  private async pauseUnlessStopping(ms: number): Promise<void> {
    const end = performance.now() + ms;
    while (!this.stopping && performance.now() < end) await this.bell.wait(end - performance.now()); // A wake is for new events, not for this.
  }
}

/** The operator's answer to a deleted topic: makes it again and has the relay publish the whole log to it. Consumers drop what they have had. */
export async function refillTopic(pool: Pool, transport: EventTransport): Promise<void> {
  const { logId } = await openLog(pool);
  await createCaseTopic(transport, logId);
  // The epochs end the turn of a relay that is still at work.
  await pool.query(`WITH turn AS (UPDATE es.lease SET epoch = epoch + 1 WHERE name = 'relay') UPDATE es.relay SET pos = 0, leaf_hash = '', epoch = epoch + 1`);
}

function assertConsecutive(rows: readonly StoredRow[], after: string): void {
  let expected = BigInt(after);
  for (const { position } of rows) {
    expected += 1n;
    if (BigInt(position) !== expected) throw new RelayRefused(`The log has no event at position ${expected}, but one at ${position}: it has been damaged.`);
  }
}

/** How many of the rows one send may carry; at least one. */
function fitting(rows: readonly StoredRow[]): number {
  let bytes = 0;
  let count = 0;
  for (const { data, meta } of rows) {
    bytes += Buffer.byteLength(data) + Buffer.byteLength(meta) + HEADERS_BYTES;
    if (count > 0 && bytes > BYTES_MAX) break;
    count += 1;
  }
  return count;
}
