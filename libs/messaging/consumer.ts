import type { Pool } from 'pg';
import { backoff, Bell } from './backoff.js';
import type { Arrival } from './chunk.js';
import { arrivalOf, OfAnotherLog } from './chunk.js';
import type { Handle, Share } from './effects.js';
import { Effects, Hole } from './effects.js';
import { describeFailure, failureKind } from './handling-failure.js';
import { nameOf } from './kafka-errors.js';
import { lastOfEachPartition } from './partitions-of-log.js';
import { topicOf } from './topics.js';
import type { Batch, EventTransport, Subscription } from './transport.js';

export interface ConsumerOptions {
  readonly transport: EventTransport;
  readonly pool: Pool;
  readonly logId: string;
  /** The Postgres schema with `high_water` and `parked`. */
  readonly service: string;
  /** Names the consumer group and its marks. */
  readonly name: string;
  readonly handle: Handle;
  /** How many messages are handled in one transaction, of all partitions together. */
  readonly chunkMax?: number;
  /** How often a transient failure is tried before the event is to blame. */
  readonly triesMax?: number;
  /** Called after each commit that put new events into the log. */
  readonly onAppended?: () => void;
}

export interface ConsumerHealth {
  /** `waiting`: the database is away, or a person must act. */
  readonly state: 'starting' | 'running' | 'rebuilding' | 'waiting' | 'stopped';
  readonly reason?: string;
}

/** So much of a batch as is done at one stroke. */
interface Portion extends Share {
  readonly batch: Batch;
}

const RETRY_MS_MIN = 20;
const RETRY_MS_MAX = 2_000;
const COMMIT_MS = 1_000;
const LOOK_MS = 20;

/** Handles every event of a log exactly once, as far as the database can tell, in the order of each case. */
export class Consumer {
  private readonly effects: Effects;
  private readonly transport: EventTransport;
  private readonly topic: string;
  private readonly logId: string;
  private readonly group: string;
  private readonly chunkMax: number;
  private readonly triesMax: number;
  private readonly progress = new Set<Bell>();
  private readonly soughtTo = new Map<number, bigint>();
  private readonly committedAt = new Map<number, number>();
  private readonly waits = new Map<number, string>();
  private readonly gathering: Batch[] = [];
  private round: Promise<void> | undefined;
  private assigned: readonly number[] = [];
  private subscription: Subscription | undefined;

  constructor(private readonly options: ConsumerOptions) {
    const { transport, pool, logId, service, name, handle, chunkMax = 500, triesMax = 5 } = options;
    this.transport = transport;
    this.topic = topicOf(logId);
    this.logId = logId;
    this.group = name;
    this.chunkMax = chunkMax;
    this.triesMax = triesMax;
    this.effects = new Effects({ pool, schema: service, consumer: name, topic: this.topic, logId, handle });
  }

  start(): void {
    this.subscription ??= this.transport.subscribe({
      group: this.group, topic: this.topic,
      onBatch: (batch) => this.takeUp(batch),
      onAssigned: (partitions) => this.beginAt(partitions),
    });
  }

  /** The position up to which each partition is done; without those never begun. */
  async position(): Promise<ReadonlyMap<number, string>> {
    const marks = await this.effects.marks();
    return new Map([...marks].map(([partition, { position }]) => [partition, String(position)]));
  }

  /** How many messages of the topic are not yet done. */
  async lag(): Promise<bigint> {
    const [extent, marks] = [await this.transport.extent(this.topic), await this.effects.marks()];
    return extent?.ends.reduce((sum, end, partition) => sum + max(0n, end - (marks.get(partition)?.nextOffset ?? 0n)), 0n) ?? 0n;
  }

  /** The position up to which everything is done, of all that was published up to `published`: where partitions lag, the least of their marks. */
  async doneUpTo(published: string): Promise<string> {
    const wanted = await lastOfEachPartition(this.options.pool, BigInt(published));
    const marks = await this.effects.marks();
    const behind = [...wanted].map(([partition, last]) => [last, marks.get(partition)?.position ?? 0n] as const).filter(([last, mark]) => mark < last).map(([, mark]) => mark);
    return String(behind.reduce((least, mark) => (mark < least ? mark : least), BigInt(published)));
  }

  /** True once everything up to a position of the log is done, here or by another member of the group; false when the time is over. */
  async whenCaughtUp(position: string, timeoutMs: number): Promise<boolean> {
    const end = performance.now() + timeoutMs;
    const wanted = await lastOfEachPartition(this.options.pool, BigInt(position));
    const bell = new Bell();
    this.progress.add(bell);
    try {
      for (;;) {
        const marks = await this.effects.marks();
        if ([...wanted].every(([partition, last]) => (marks.get(partition)?.position ?? 0n) >= last)) return true;
        if (performance.now() > end) return false;
        await bell.wait(LOOK_MS);
      }
    } finally {
      this.progress.delete(bell);
    }
  }

  health(): ConsumerHealth {
    const transport = this.subscription?.health() ?? { state: 'starting' as const };
    const [reason] = this.waits.values();
    return transport.state === 'running' && reason !== undefined ? { state: 'waiting', reason } : transport;
  }

  /** How many partitions of the topic are this member's; the others are those of the group's other members. */
  partitions(): number {
    return this.subscription?.health().state === 'running' ? this.assigned.length : 0;
  }

  /** Lets the chunk in hand finish. */
  async stop(): Promise<void> {
    await this.subscription?.stop();
  }

  /** The broker's offset may be ahead of a database that was restored, or behind: the mark in the database says where to go on. */
  private async beginAt(partitions: readonly number[]): Promise<void> {
    this.assigned = partitions;
    try {
      const [marks, committed] = [await this.effects.marks(), await this.transport.committed(this.group, this.topic)];
      for (const partition of partitions) {
        const told = committed.get(partition); // Never told: it begins at the first message, and repeats are dropped.
        const next = marks.get(partition)?.nextOffset ?? 0n;
        if (told !== undefined && BigInt(told) > next) this.subscription?.seek(partition, String(next));
      }
    } catch {
      // The database or the broker is away. `Hole` finds the same difference when the first batch comes.
    }
  }

  /** One fetch brings batches of several partitions, all handed over in the same turn: they are gone through together. */
  private takeUp(batch: Batch): Promise<void> {
    this.gathering.push(batch);
    this.round ??= new Promise<void>((done) => setImmediate(done)).then(() => {
      this.round = undefined;
      return this.goThrough(this.gathering.splice(0));
    });
    return this.round.finally(() => this.waits.delete(batch.partition)); // Whoever has the partition next says whether it waits.
  }

  /** A chunk of each batch in one transaction, then the next of each, until all are done. */
  private async goThrough(batches: readonly Batch[]): Promise<void> {
    let open = batches.map((batch) => ({ batch, from: 0 }));
    while ((open = open.filter(({ batch, from }) => batch.live() && from < batch.messages.length)).length > 0) {
      const each = Math.max(1, Math.floor(this.chunkMax / open.length));
      const portions = open.map(({ batch, from }) => ({ batch, partition: batch.partition, arrivals: batch.messages.slice(from, from + each).map((message) => arrivalOf(message, batch.partition, this.logId)) }));
      const done = await this.portionsDone(portions);
      for (const { batch, arrivals } of done) batch.done(String(arrivals.at(-1)!.offset));
      for (const bell of this.progress) bell.wake();
      for (const { batch, arrivals } of done) {
        await batch.heartbeat();
        await this.tellBroker(batch, String(arrivals.at(-1)!.offset + 1n));
      }
      open = open.filter(({ batch }) => done.some((one) => one.batch === batch)).map(({ batch, from }) => ({ batch, from: from + each }));
    }
  }

  /** Which of the portions are done: all at one stroke, as a rule; where that fails, each by itself, so that what one waits for or breaks at is its own matter. */
  private async portionsDone(portions: readonly Portion[]): Promise<readonly Portion[]> {
    if (portions.length > 1) {
      try {
        if (await this.effects.apply(portions, undefined, false)) this.options.onAppended?.();
        return portions;
      } catch (error) {
        if (error instanceof OfAnotherLog) this.effects.lookAgain();
      }
    }
    const done: Portion[] = [];
    for (const portion of portions) if (await this.handled(portion.arrivals, portion.batch)) done.push(portion);
    return done;
  }

  /**
   * Tries the arrivals as one; where they fail for good, halves them until the one to blame is alone, and parks that. What
   * comes before it is thereby done, and what comes after follows, in order. False where the partition is no longer ours to go on with.
   */
  private async handled(arrivals: readonly Arrival[], batch: Batch, acceptHole = false): Promise<boolean> {
    let condemned: { error: string; attempts: number } | undefined;
    for (let tries = 1, waited = 0; batch.live();) {
      try {
        if (await this.effects.apply([{ partition: batch.partition, arrivals }], condemned, acceptHole)) this.options.onAppended?.();
        this.waits.delete(batch.partition);
        return true;
      } catch (error) {
        if (error instanceof Hole && error.partition === batch.partition) {
          const fill = await this.fill(error);
          if (fill === 'sought') return false;
          acceptHole = fill === 'accept';
        } else if (error instanceof OfAnotherLog || failureKind(error) === 'outage') {
          if (error instanceof OfAnotherLog) this.effects.lookAgain();
          this.waits.set(batch.partition, error instanceof OfAnotherLog ? error.message : nameOf(error));
        } else if (failureKind(error) === 'transient' && tries < this.triesMax) {
          tries += 1;
        } else if (arrivals.length > 1) {
          const middle = arrivals.length >> 1;
          return (await this.handled(arrivals.slice(0, middle), batch, acceptHole)) && this.handled(arrivals.slice(middle), batch, acceptHole);
        } else {
          condemned = { error: describeFailure(error), attempts: tries };
          continue;
        }
        await new Bell().wait(backoff(waited++, RETRY_MS_MIN, RETRY_MS_MAX));
        await batch.heartbeat();
      }
    }
    return false;
  }

  /** The batch begins after what is done: go back, unless there is nothing to go back to. */
  private async fill({ partition, from }: Hole): Promise<'sought' | 'accept' | 'wait'> {
    const start = (await this.transport.extent(this.topic))?.starts[partition];
    if (start === undefined) return 'wait';
    if (start > from) {
      this.waits.set(partition, `The topic begins at offset ${start} of partition ${partition}, after offset ${from} that is next: refill it from the log.`);
      return 'wait';
    }
    if (this.soughtTo.get(partition) === from) return 'accept'; // There is no message in between, only a gap in the broker's counting.
    this.soughtTo.set(partition, from);
    this.subscription?.seek(partition, String(from));
    return 'sought';
  }

  private async tellBroker(batch: Batch, nextOffset: string): Promise<void> {
    const now = performance.now();
    if (now - (this.committedAt.get(batch.partition) ?? -Infinity) < COMMIT_MS) return;
    this.committedAt.set(batch.partition, now);
    await batch.commit(nextOffset);
  }
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
