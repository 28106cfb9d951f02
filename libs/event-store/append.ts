import type { Pool, PoolClient } from 'pg';
import type { AppendCommand, Appended } from './append-command.js';
import type { PreparedCommand } from './batch.js';
import { CALL, parametersOf, prepared } from './batch.js';
import { AppendRejected, StoreBusy, StoreUnavailable, failureOf } from './failures.js';
import type { Log } from './log.js';
import { holderOfClaims, resultOfKey } from './read.js';
import { tracedAppend } from './trace.js';

export interface AppenderOptions {
  readonly connections?: 1 | 2;
  readonly queueMax?: number;
  readonly batchMax?: number;
}

/** What became of one call of the store. */
export interface Stored {
  readonly commands: number;
  /** How many events were stored. */
  readonly events: number;
}

interface Waiting {
  readonly prepared: PreparedCommand;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: Error) => void;
}
interface Lane {
  client: PoolClient | undefined;
  busy: boolean;
}
type Row = [cmd: string, outcome: Appended['outcome'] | 'again', firstVersion: string | null, lastPosition: string | null];

const BATCH_BYTES_MAX = 1_000_000;
/** The server gives up first, after 5 s; this is for a server that cannot be reached any more. */
const ANSWER_MS_MAX = 8_000;
const SESSION = "SET statement_timeout = '5s'; SET lock_timeout = '2s'; SET idle_in_transaction_session_timeout = '2s'";
const STATEMENT = { name: 'es.append', text: `SELECT cmd, outcome, first_version, last_pos FROM ${CALL}` };
const RAW = { getTypeParser: () => (value: string) => value };

/**
 * Group commit: commands that arrive while a batch is under way are stored together in the next, one round trip and one commit for all.
 * `append` rejects with `StoreBusy`, `StoreUnavailable` (whether the command was stored is then unknown: repeat it by its key, or reload) or `AppendRejected`.
 */
export class Appender {
  private waiting: Waiting[] = [];
  private readonly streamsUnderWay = new Set<string>();
  private readonly lanes: readonly Lane[];
  private readonly listeners = new Set<(position: string, stored: Stored) => void>();
  private readonly answered = new Set<(outcome: string, ms: number) => void>();
  private readonly queueMax: number;
  private readonly batchMax: number;
  private scheduled = false;
  private closing = false;
  private whenIdle: (() => void) | undefined;

  constructor(private readonly pool: Pool, readonly log: Log, { connections = 2, queueMax = 4096, batchMax = 128 }: AppenderOptions = {}) {
    this.lanes = Array.from({ length: connections }, () => ({ client: undefined, busy: false }));
    this.queueMax = queueMax;
    this.batchMax = batchMax;
  }

  async append(command: AppendCommand): Promise<Appended> {
    const begun = performance.now();
    const tell = (outcome: string): void => { for (const listener of this.answered) listener(outcome, performance.now() - begun); };
    try {
      const appended = await this.taken(command);
      tell(appended.outcome);
      return appended;
    } catch (error) {
      tell(error instanceof StoreBusy ? 'busy' : error instanceof StoreUnavailable ? 'unavailable' : 'rejected');
      throw error;
    }
  }

  private async taken(command: AppendCommand): Promise<Appended> {
    if (this.closing) throw new StoreUnavailable('closing');
    if (this.waiting.length >= this.queueMax) throw new StoreBusy();
    const { command: traced, span } = tracedAppend(command);
    try {
      const [one] = prepared([traced]);
      const appended = await new Promise<Appended>((resolve, reject) => {
        this.waiting.push({ prepared: one!, resolve, reject });
        this.schedule();
      });
      span.end();
      return appended;
    } catch (error) {
      span.end(error);
      throw error;
    }
  }

  /** Calls the listener with the newest position, and how much was stored, after each batch that stored something. Returns how to stop it. */
  onAppended(listener: (position: string, stored: Stored) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Calls the listener with what became of each command, and after how many milliseconds; `busy`, `unavailable` and `rejected` are the failures. */
  onAnswered(listener: (outcome: string, ms: number) => void): void {
    this.answered.add(listener);
  }

  /** How many commands wait for a batch. */
  get queued(): number {
    return this.waiting.length;
  }

  /** Takes no more commands, stores those that wait, and gives its connections back. */
  async close(): Promise<void> {
    this.closing = true;
    if (this.waiting.length > 0 || this.lanes.some((lane) => lane.busy)) await new Promise<void>((resolve) => (this.whenIdle = resolve));
    for (const lane of this.lanes) drop(lane);
  }

  /** Waits until everything that is ready to append has done so: callers answered by one batch come back together. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.pump();
    });
  }

  private pump(): void {
    for (const lane of this.lanes) {
      if (lane.busy) continue;
      const alone = this.lanes.every((other) => !other.busy);
      if (!alone && this.waiting.length < this.batchMax / 2) break; // Two small batches cost more than one.
      const batch = this.take();
      if (batch.length === 0) break;
      lane.busy = true;
      void this.run(lane, batch);
    }
    if (this.waiting.length === 0 && this.lanes.every((lane) => !lane.busy)) this.whenIdle?.();
  }

  /** At most one command a stream is under way: the second would only meet a conflict. */
  private take(): Waiting[] {
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    let bytes = 0;
    for (const waiting of this.waiting) {
      const { stream } = waiting.prepared.command;
      const fits = batch.length < this.batchMax && (batch.length === 0 || bytes + waiting.prepared.bytes <= BATCH_BYTES_MAX);
      if (!fits || this.streamsUnderWay.has(stream)) {
        rest.push(waiting);
        continue;
      }
      batch.push(waiting);
      bytes += waiting.prepared.bytes;
      this.streamsUnderWay.add(stream);
    }
    this.waiting = rest;
    return batch;
  }

  private async run(lane: Lane, batch: readonly Waiting[]): Promise<void> {
    const open = new Set(batch);
    try {
      lane.client ??= await this.connected(lane);
      await this.store(lane.client, batch, open);
    } catch (error) {
      drop(lane);
      const outage = error instanceof StoreUnavailable ? error : new StoreUnavailable(failureOf(error).code);
      for (const waiting of open) waiting.reject(outage);
    }
    for (const waiting of batch) this.streamsUnderWay.delete(waiting.prepared.command.stream);
    lane.busy = false;
    this.schedule();
  }

  private async connected(lane: Lane): Promise<PoolClient> {
    const client = await this.pool.connect();
    client.on('error', () => {
      if (lane.client === client && !lane.busy) drop(lane); // A batch under way meets the error itself.
    });
    try {
      await client.query(SESSION);
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Stores a batch; where one command spoils it, halves it until that command is alone. Throws an outage. */
  private async store(client: PoolClient, batch: readonly Waiting[], open: Set<Waiting>, retried = false): Promise<void> {
    let rows: Row[];
    try {
      const values = parametersOf(batch.map((waiting) => waiting.prepared));
      const call = { ...STATEMENT, rowMode: 'array' as const, types: RAW, query_timeout: ANSWER_MS_MAX, values };
      ({ rows } = await client.query<Row>(call));
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'raced' && !retried) return this.store(client, batch, open, true);
      if (failure.kind === 'outage') throw new StoreUnavailable(failure.code);
      if (batch.length === 1) {
        open.delete(batch[0]!);
        return batch[0]!.reject(new AppendRejected(batch[0]!.prepared.command.stream.split('/')[0]!, failure.code));
      }
      const middle = batch.length >> 1;
      await this.store(client, batch.slice(0, middle), open);
      return this.store(client, batch.slice(middle), open);
    }
    await this.settle(client, batch, rows, open);
  }

  private async settle(client: PoolClient, batch: readonly Waiting[], rows: readonly Row[], open: Set<Waiting>): Promise<void> {
    const again: Waiting[] = [];
    const stoodBefore: Waiting[] = [];
    let newest = '';
    let events = 0;
    for (const [cmd, outcome, firstVersion, lastPosition] of rows) {
      const waiting = batch[Number(cmd) - 1]!;
      if (outcome === 'duplicate' || outcome === 'taken') {
        stoodBefore.push(waiting);
        continue;
      }
      open.delete(waiting);
      if (outcome === 'again') again.push(waiting);
      else if (outcome !== 'appended') waiting.resolve({ outcome, ...NOTHING_STORED });
      else {
        newest = lastPosition!;
        events += waiting.prepared.events.length;
        waiting.resolve({ outcome, firstVersion: Number(firstVersion), lastPosition: newest, count: waiting.prepared.events.length });
      }
    }
    this.waiting = again.concat(this.waiting);
    if (newest) for (const listener of this.listeners) listener(newest, { commands: batch.length, events });
    for (const waiting of stoodBefore) {
      const appended = await whatStands(client, waiting.prepared.command);
      open.delete(waiting);
      waiting.resolve(appended);
    }
  }
}

const NOTHING_STORED = { firstVersion: 0, lastPosition: '0', count: 0 };

/** The first result of a repeated command, else the holder of what it claims. The key is looked up first, as the store does. */
async function whatStands(client: PoolClient, { key, claims = [] }: AppendCommand): Promise<Appended> {
  const first = key && await resultOfKey(client, key);
  if (first?.sameRequest) return { outcome: 'duplicate', firstVersion: first.firstVersion, lastPosition: first.lastPosition, count: first.count, stream: first.stream };
  const takenBy = await holderOfClaims(client, claims);
  return { outcome: takenBy ? 'taken' : 'conflict', ...NOTHING_STORED, ...(takenBy && { takenBy }) };
}

function drop(lane: Lane): void {
  const { client } = lane;
  lane.client = undefined;
  client?.release(true);
}
