import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { isInside } from '#libs/contracts/divisions.js';
import type { PolicyEvent } from '#libs/contracts/policy.events.js';
import { fold } from '#libs/decider/decider.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import type { Lease } from '#libs/event-store/clocks.js';
import { lease } from '#libs/event-store/clocks.js';
import { holderName } from '#libs/event-store/instance.js';
import { head, readStreams } from '#libs/event-store/read.js';
import { published, streamEvent } from '#libs/event-store/streams.js';
import { lastOfEachPartition } from '#libs/messaging/partitions-of-log.js';
import type { AnyDesk } from '#libs/runtime/desk.js';
import { log } from '#libs/runtime/logger.js';
import type { Product } from '#libs/runtime/product.js';
import type { ClockEvent, Notice } from '../clocks/clock.decider.js';
import { clocks } from '../clocks/clock.decider.js';
import { reissueOf } from '../clocks/moves.js';
import { lawFor } from '../desks.js';
import { casesToReissue } from './open-clocks.js';

/** How far the re-issue of one notice has come. */
export interface Progress extends Notice {
  readonly notice: string;
  readonly position: string;
  /** The version of the law that holds the notice. */
  readonly law: number;
  readonly step: 'walk' | 'sweep';
  readonly cursor: string | null;
  readonly swept: string | null;
  /** Seconds since it arrived. */
  readonly age: number;
}

const CASES = 500;
const EVENTS = 5_000;
const ATTEMPTS = 5;
const LEASE_SECONDS = 10;
const LOOK_MS = 500;
const BACKOFF_MS = 2_000;
/** A process that had not yet read the notice may still have stored a date of the old calendar: it reads the law twice a second, and no handler lives longer than this. */
const SETTLED_SECONDS = 20;
/** What gives a clock its date. */
const DATED = ['supervision.clock-started', 'supervision.clock-restarted', 'supervision.clock-resumed', 'supervision.clock-extended'];

/** Notes each announced notice, in the transaction in which its event is taken in: from then on the re-issue is owed, whoever crashes. */
export async function noteNotices(chunk: readonly PublishedEvent[], tx: ClientBase): Promise<void> {
  for (const { type, id, position, version: law, data } of chunk) {
    if (type !== 'routing.calendar-announced.v1') continue;
    const { division, year, version } = data as never as Extract<PolicyEvent, { type: 'CalendarAnnounced' }>;
    await tx.query('INSERT INTO supervision.reissue(notice, position, law, division, year, version) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING', [id, position, law, division, year, version]);
  }
}

/**
 * Counts open clocks again when a calendar was announced, notice after notice, case after case. Where it stands is a row; a crash loses
 * at most one batch, and doing that again moves nothing, for a date that stands is not issued twice. One holder of the lease does it,
 * for economy: a second one would meet conflicts and find nothing left to do.
 */
export class Reissuer {
  #running = true;
  #loop: Promise<void> | undefined;

  /** `settledSeconds`: how long after a notice nobody stores a date of the old calendar any more. */
  constructor(private readonly product: Product, private readonly desk: AnyDesk, private readonly settledSeconds = SETTLED_SECONDS) {}

  start(): this {
    this.#loop = this.#run();
    return this;
  }

  async stop(): Promise<void> {
    this.#running = false;
    await this.#loop;
  }

  async #run(): Promise<void> {
    const owner = holderName();
    let held: Lease | undefined;
    while (this.#running) {
      let busy = false;
      try {
        const owed = (await this.#owed()) !== undefined;
        if (owed) held = held && (await held.renew()) ? held : await lease(this.product.pool, 'calendar', owner, LEASE_SECONDS);
        busy = owed && held !== undefined && (await this.turn());
      } catch (error) {
        held = undefined;
        log.warn({ problem: (error as Error).name }, 'the re-issue of clocks waits for the store');
        await pause(BACKOFF_MS);
      }
      if (!busy) await pause(LOOK_MS);
    }
    await held?.release().catch(() => undefined); // It runs out by itself.
  }

  /** One batch of the oldest notice that is owed; false where there is nothing to do now. */
  async turn(): Promise<boolean> {
    const { pool, law } = this.product;
    const progress = await this.#owed();
    if (!progress) return false;
    await law.upTo(progress.law);
    if (progress.step === 'walk') return (await this.#takenIn(progress.position)) && this.#walk(progress);
    return this.#sweep(progress, await head(pool));
  }

  async #owed(): Promise<Progress | undefined> {
    const { rows } = await this.product.pool.query<Progress>(
      `SELECT notice, position, law, division, year, version, step, cursor, swept, extract(epoch FROM clock_timestamp() - "arrivedAt")::float8 AS age
       FROM supervision.reissue WHERE "doneAt" IS NULL ORDER BY position LIMIT 1`);
    return rows[0];
  }

  /** The read table by which the walk finds open clocks must hold everything that was there before the notice. */
  async #takenIn(position: string): Promise<boolean> {
    const { pool, log: { logId } } = this.product;
    const { rows } = await pool.query<{ part: number; pos: string }>('SELECT part, pos FROM supervision.high_water WHERE consumer = $1 AND log_id = $2', [`${logId}-supervision`, logId]);
    const done = new Map(rows.map(({ part, pos }) => [part, BigInt(pos)]));
    return [...(await lastOfEachPartition(pool, BigInt(position)))].every(([part, last]) => (done.get(part) ?? 0n) >= last);
  }

  async #walk(progress: Progress): Promise<boolean> {
    const cases = await casesToReissue(this.product.pool, progress, progress.cursor, CASES);
    const moved = await this.#reissue(progress, cases);
    const end = cases.length < CASES;
    await this.#note(progress, moved, end ? `step = 'sweep', swept = position` : 'cursor = $3', end ? [] : [cases.at(-1)]);
    return true;
  }

  /** Dates that were stored after the notice by whoever had not read it yet. */
  async #sweep(progress: Progress, to: string): Promise<boolean> {
    const { pool } = this.product;
    const from = BigInt(progress.swept!);
    const until = from + BigInt(EVENTS) < BigInt(to) ? from + BigInt(EVENTS) : BigInt(to);
    if (until === from) {
      if (progress.age < this.settledSeconds) return false;
      await this.#note(progress, 0, '"doneAt" = clock_timestamp()', []);
      log.info({ calendar: progress.version, division: progress.division }, 'open clocks are counted by the new calendar');
      return true;
    }
    const { rows } = await pool.query<{ id: string }>('SELECT DISTINCT case_id AS id FROM es.events WHERE pos > $1 AND pos <= $2 AND type = ANY($3)', [String(from), String(until), DATED]);
    const moved = await this.#reissue(progress, rows.map(({ id }) => id));
    await this.#note(progress, moved, 'swept = $3', [String(until)]);
    return true;
  }

  async #note({ notice }: Progress, moved: number, change: string, values: readonly unknown[]): Promise<void> {
    await this.product.pool.query(`UPDATE supervision.reissue SET moved = moved + $2, ${change} WHERE notice = $1`, [notice, moved, ...values]);
  }

  /** Decides each case on what stands in the log now; a stream that moved meanwhile is read again. Answers how many clocks were moved. */
  async #reissue(progress: Progress, cases: readonly string[]): Promise<number> {
    let moved = 0;
    let left = cases;
    for (let attempt = 0; left.length > 0; attempt++) {
      if (attempt === ATTEMPTS) throw new Error('The streams of some cases do not come to rest.');
      const commands = await this.#commands(progress, left);
      const outcomes = await Promise.all(commands.map((command) => this.product.appender.append(command)));
      left = commands.filter((_, i) => outcomes[i]!.outcome !== 'appended').map(({ caseId }) => caseId);
      moved += commands.reduce((sum, { events }, i) => sum + (outcomes[i]!.outcome === 'appended' ? events.length : 0), 0);
    }
    return moved;
  }

  async #commands({ notice: cause, division, year, version }: Progress, cases: readonly string[]): Promise<readonly AppendCommand[]> {
    const { pool, policies, clock } = this.product;
    const histories = await readStreams(pool, cases.map((caseId) => `clocks/${caseId}`));
    const now = clock.now();
    return cases.flatMap((caseId) => {
      const history = histories.get(`clocks/${caseId}`) ?? [];
      const state = fold(clocks, history.map((event) => streamEvent<ClockEvent>(event)));
      const pack = state.pack && policies.packNamed(state.pack.division, state.pack.version);
      if (!pack || !isInside(state.division, division)) return [];
      const moves = reissueOf(state, lawFor(policies, state.division, pack), { division, year, version });
      const events = clocks.decide({ type: 'MoveClocks', at: now, causedBy: cause, moves }, state);
      if (events.length === 0) return [];
      return [{
        stream: `clocks/${caseId}`, caseId, expected: history.length, meta: { actor: 'process:calendar', cause },
        events: events.map((event) => ({ ...published('supervision', event), recordedAt: now })), arms: events.flatMap((event) => this.desk.arms?.(event, caseId) ?? []),
      }];
    });
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
