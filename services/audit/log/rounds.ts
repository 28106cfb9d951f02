import pg from 'pg';
import type { Pool } from 'pg';
import { Frontier } from '#libs/merkle/tiles.js';
import type { Verifier } from '#libs/merkle/note.js';
import { backoff, Bell } from '#libs/messaging/backoff.js';
import { nameOf } from '#libs/messaging/kafka-errors.js';
import { Lease } from '#libs/messaging/lease.js';
import { log } from '#libs/runtime/logger.js';
import type { Kept } from '../cli/claims.js';
import { Clocks } from '../cli/clocks.js';
import type { Finding } from '../cli/leaves.js';
import { RANGE } from '../cli/range.js';
import { verifiedBy } from '../cli/verify.js';

export interface RoundsHealth {
  /** `damaged`: the last whole round found the log otherwise than it was sealed; it goes on looking, and says so until a round finds it whole. */
  readonly state: 'starting' | 'standby' | 'verifying' | 'damaged' | 'retrying' | 'stopped';
  readonly reason?: string;
}
export interface RoundsOptions {
  readonly pool: Pool;
  /** Of its own connection: what it reads in one statement takes longer than a request may. */
  readonly connection: pg.ClientConfig;
  readonly keys: readonly Verifier[];
  readonly files?: readonly Kept[];
  /** Between two rounds. */
  readonly restMs?: number;
  /** For each moment of reading, so many of rest. */
  readonly restFactor?: number;
  readonly inFlightMs?: number;
}

const REST_MS = 15_000;
const REST_FACTOR = 7;
const STANDBY_MS = 2_000;
const LEASE_MS = 60_000;
const LOOK_AGAIN_MS = 10_000;
const REASONS_MAX = 3;

/**
 * Verifies the whole log again and again, slowly, as `anxin-audit verify` does: one holder of the lease reads 65,536 positions and rests seven times as long, so
 * that it takes an eighth of one core at most. How far a long round has come is kept in the database: a new holder goes on there.
 */
export class Rounds {
  readonly #options: RoundsOptions;
  readonly #lease: Lease;
  readonly #bell = new Bell();
  readonly #clocks = new Clocks();
  #state: RoundsHealth = { state: 'starting' };
  #findings = 0;
  #endedAt: number | undefined;
  #failures = 0;
  #stopping = false;
  #running: Promise<void> | undefined;

  constructor(options: RoundsOptions) {
    this.#options = options;
    this.#lease = new Lease(options.pool, 'verify', LEASE_MS);
  }

  start(): this {
    this.#running ??= this.#run();
    return this;
  }

  health(): RoundsHealth {
    return this.#state;
  }

  /** Of the last whole round; 0 where the log was whole. */
  findings(): number {
    return this.#findings;
  }

  /** Since the last whole round ended, in seconds; NaN before the first. */
  ageSeconds(): number {
    return this.#endedAt === undefined ? Number.NaN : (performance.now() - this.#endedAt) / 1000;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#bell.wake();
    await this.#running;
    this.#state = { state: 'stopped' };
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      try {
        if ((await this.#lease.acquire()) === undefined) {
          if (this.#state.state !== 'damaged') this.#state = { state: 'standby' };
          await this.#pause(STANDBY_MS);
          continue;
        }
        if (this.#state.state !== 'damaged') this.#state = { state: 'verifying' };
        while (!this.#stopping && await this.#lease.keep()) {
          await this.#round();
          this.#failures = 0;
          await this.#pause(this.#options.restMs ?? REST_MS);
        }
      } catch (error) {
        if (!(error instanceof Stopped)) {
          if (this.#state.state !== 'damaged') this.#state = { state: 'retrying', reason: nameOf(error) };
          await this.#pause(backoff(this.#failures++, 100, LOOK_AGAIN_MS));
        }
      } finally {
        await this.#lease.release().catch(() => undefined); // It runs out by itself.
      }
    }
  }

  async #round(): Promise<void> {
    const { pool, connection, keys, files, restFactor = REST_FACTOR, inFlightMs } = this.#options;
    const client = new pg.Client(connection);
    client.on('error', () => undefined); // The server may end it while we rest: the next reading says so, and no process ends.
    await client.connect();
    try {
      const { rows: [kept] } = await pool.query<{ size: string; root: Buffer }>('SELECT size, root FROM es.verified');
      let [began, recorded] = [performance.now(), Number(kept?.size ?? 0)];
      const { findings } = await verifiedBy(client, {
        database: '', threads: 0, keys, clocks: this.#clocks, ...(files && { files }), ...(inFlightMs !== undefined && { inFlightMs }), done: kept && { size: Number(kept.size), root: kept.root },
        onProgress: async (size, _, root, isClean) => {
          if (isClean && size > 0 && size % RANGE === 0) await this.#keep(recorded = size, root()); // What was found is found again by whoever goes on.
        },
        pace: async () => {
          await this.#pause((performance.now() - began) * restFactor);
          if (this.#stopping || !(await this.#lease.keep())) throw new Stopped();
          began = performance.now();
        },
      });
      if (recorded > 0) await this.#keep(0, new Frontier().root()); // The next begins at the first position.
      this.#tell(findings);
    } finally {
      await client.end();
    }
  }

  #tell(findings: readonly Finding[]): void {
    this.#findings = findings.length;
    this.#endedAt = performance.now();
    const reason = findings.slice(0, REASONS_MAX).map(({ position, rule, at }) => `${position ?? ''} ${rule} ${at}`.trim()).join('; ');
    if (findings.length > 0 && this.#state.reason !== reason) log.error({ findings: findings.length, reason }, 'the log is not what was sealed');
    if (findings.length === 0 && this.#state.state === 'damaged') log.warn({}, 'the log is whole again');
    this.#state = findings.length === 0 ? { state: 'verifying' } : { state: 'damaged', reason };
  }

  async #keep(size: number, root: Buffer): Promise<void> {
    await this.#options.pool.query('INSERT INTO es.verified(size, root) VALUES ($1, $2) ON CONFLICT (one) DO UPDATE SET size = excluded.size, root = excluded.root', [size, root]);
  }

  async #pause(ms: number): Promise<void> {
    const end = performance.now() + ms;
    while (!this.#stopping && performance.now() < end) await this.#bell.wait(end - performance.now());
  }
}

/** The round is broken off: the process ends, or another goes on. */
class Stopped extends Error {}
