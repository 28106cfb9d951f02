import type { Pool } from 'pg';
import { epochMs, instantOf } from '#libs/contracts/time.js';
import type { Instant } from '#libs/contracts/time.js';

/** The only source of the current time for anything with a legal effect. */
export abstract class Clock {
  /** Whole milliseconds since 1970-01-01T00:00:00Z. */
  abstract nowMs(): number;

  now(): Instant {
    return instantOf(this.nowMs());
  }
}

const REFRESH_MS = 30_000;
/** A correction this small is drift, not a changed clock: time then stands still for a moment instead of going back. */
const DRIFT_MS = 1000;

/** The clock of the database, so that all processes agree: read twice a minute, carried on by the monotonic clock between. */
export class DatabaseClock extends Clock {
  #offsetMs: number | undefined;
  #last = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly pool: Pool) {
    super();
  }

  /** Reads the database's clock and goes on doing so. Rejects where the database cannot be reached. */
  async start(): Promise<this> {
    await this.refresh();
    this.#timer ??= setInterval(() => void this.refresh().catch(() => undefined), REFRESH_MS); // The database being away: the last reading goes on.
    this.#timer.unref();
    return this;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  nowMs(): number {
    if (this.#offsetMs === undefined) throw new Error('The clock has not been started.');
    const now = Math.floor(performance.now() + this.#offsetMs);
    this.#last = now < this.#last - DRIFT_MS ? now : Math.max(now, this.#last); // A clock that was put right is followed at once.
    return this.#last;
  }

  async refresh(): Promise<void> {
    const before = performance.now();
    const { rows } = await this.pool.query<{ ms: number }>('SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms');
    this.#offsetMs = rows[0]!.ms - (before + performance.now()) / 2; // Wrong by half the round trip at most.
  }
}

/** The clock of a demo: starts at an instant and runs `factor` times faster than real time. */
export class ScaledClock extends Clock {
  readonly #begunAt = performance.now();

  constructor(private readonly startMs: number, private readonly factor: number) {
    super();
    if (!(factor > 0)) throw new RangeError('A clock runs forward.');
  }

  nowMs(): number {
    return Math.floor(this.startMs + (performance.now() - this.#begunAt) * this.factor);
  }
}

/** The clock of a test: stands where it is put. */
export class SetClock extends Clock {
  #nowMs: number;

  constructor(at: Instant) {
    super();
    this.#nowMs = epochMs(at);
  }

  nowMs(): number {
    return this.#nowMs;
  }

  set(at: Instant): void {
    this.#nowMs = epochMs(at);
  }

  advance(ms: number): void {
    this.#nowMs += ms;
  }
}
