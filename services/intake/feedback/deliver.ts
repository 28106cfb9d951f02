import { setMaxListeners } from 'node:events';
import { SpanKind } from '@opentelemetry/api';
import { begin, traceFrom, traceparentOf } from '#libs/event-store/trace.js';
import { log, traceOf } from '#libs/runtime/logger.js';
import { deliveryTries } from '#libs/runtime/metrics.js';
import type { Product } from '#libs/runtime/product.js';
import { GONE, verdictOf } from './retries.js';
import { callSigned } from './signed-call.js';
import { stopTelling } from './subscriptions.js';

interface Waiting {
  readonly id: string;
  readonly channel: string;
  readonly caseId: string;
  readonly payload: unknown;
  readonly attempts: number;
  readonly traceparent: string | null;
}

const BATCH = 20;
const POLL_MS = 300;
/** Nobody else takes a delivery that is under way: longer than a try lasts. */
const HELD_MS = 60_000;
/** How long the end of the process waits for a slow channel; what was broken off is sent again, under the same id. */
const ENDING_MS = 2_000;

interface Given {
  /** Milliseconds since 1970, by which retries are counted. */
  readonly nowMs?: () => number;
  /** Between 0 and 1. */
  readonly random?: () => number;
}

/**
 * Tells the channels, by signed webhooks. At least once, with the same `webhook-id` at every try; for one case in the order of its events: a later one waits until
 * the earlier has been delivered or given up. Each channel has a lane of its own, so that a slow one keeps only itself waiting.
 */
export class Deliverer {
  #running = true;
  #loop: Promise<void> | undefined;
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #ending = new AbortController();
  readonly #nowMs: () => number;
  readonly #random: () => number;

  constructor(private readonly product: Pick<Product, 'config' | 'pool' | 'channels'>, { nowMs = Date.now, random = Math.random }: Given = {}) {
    this.#nowMs = nowMs;
    this.#random = random;
  }

  start(): this {
    setMaxListeners(0, this.#ending.signal); // One for each call under way.
    this.#loop = this.#run();
    return this;
  }

  async stop(): Promise<void> {
    this.#running = false;
    const timer = setTimeout(() => this.#ending.abort(), ENDING_MS);
    await this.#loop;
    await Promise.all(this.#lanes.values());
    clearTimeout(timer);
  }

  async #run(): Promise<void> {
    while (this.#running) {
      for (const channel of await this.#due().catch(waits)) {
        if (!this.#lanes.has(channel)) this.#lanes.set(channel, this.#lane(channel).catch(waits).then(() => void this.#lanes.delete(channel)));
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** Channels that have something to be told now, and have not said that nothing more shall come (410). */
  async #due(): Promise<readonly string[]> {
    const { rows } = await this.product.pool.query<{ channel: string }>(
      `SELECT DISTINCT channel FROM intake.delivery d WHERE status = 'waiting' AND "nextAt" <= to_timestamp($1 / 1000.0)
         AND NOT EXISTS (SELECT 1 FROM intake.subscription s WHERE s.channel = d.channel AND s."stoppedAt" IS NOT NULL)`, [this.#nowMs()]);
    return rows.map(({ channel }) => channel);
  }

  async #lane(channel: string): Promise<void> {
    while (this.#running && (await this.#batch(channel)) === BATCH);
  }

  /** Takes some deliveries for a while, so that another process does not send them too, and sends them. */
  async #batch(channel: string): Promise<number> {
    const { rows } = await this.product.pool.query<Waiting>(
      `UPDATE intake.delivery d SET "nextAt" = to_timestamp($1 / 1000.0) FROM (
         SELECT w.id FROM intake.delivery w WHERE w.status = 'waiting' AND w.channel = $3 AND w."nextAt" <= to_timestamp($2 / 1000.0)
           AND NOT EXISTS (SELECT 1 FROM intake.delivery e WHERE e."caseId" = w."caseId" AND e.channel = w.channel AND e."channelNumber" = w."channelNumber" AND e.status = 'waiting' AND e.position < w.position)
         ORDER BY w."nextAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) due
       WHERE d.id = due.id RETURNING d.id, d.channel, d."caseId", d.payload, d.attempts, d.traceparent`, [this.#nowMs() + HELD_MS, this.#nowMs(), channel]);
    await Promise.all(rows.map((row) => this.#deliver(row)));
    return rows.length;
  }

  async #deliver({ id, channel, payload, attempts, traceparent }: Waiting): Promise<void> {
    const { channels } = this.product;
    const [url, secrets] = [channels.listening().get(channel), channels.secretsOf(channel)];
    const parent = traceFrom(traceparent ?? undefined);
    const span = parent && begin('deliver feedback', SpanKind.CLIENT, { 'http.request.method': 'POST', 'anxin.channel': channel, 'anxin.attempt': attempts + 1 }, parent);
    const outcome = url && secrets.length > 0
      ? await callSigned({ url, secrets, id, body: JSON.stringify(payload), traceparent: span && traceparentOf(span.at), allowPrivate: this.product.config.FEEDBACK_ALLOW_PRIVATE, signal: this.#ending.signal })
      : { problem: 'the channel has no address' };
    span?.end('problem' in outcome || outcome.status >= 300 ? new Error('not delivered') : undefined);
    const status = 'status' in outcome ? outcome.status : null;
    const { next, afterSeconds } = verdictOf(status, attempts, this.#random());
    deliveryTries.inc({ channel, outcome: next === 'waiting' ? 'failed' : next });
    await this.product.pool.query(
      `UPDATE intake.delivery SET status = $2, attempts = attempts + 1, "lastStatus" = $3, "lastProblem" = $4,
         "nextAt" = to_timestamp($5 / 1000.0), "doneAt" = CASE WHEN $2 <> 'waiting' THEN clock_timestamp() END WHERE id = $1`,
      [id, next, status, 'problem' in outcome ? outcome.problem : null, afterSeconds === undefined ? null : this.#nowMs() + afterSeconds * 1000]);
    if (status === GONE) await stopTelling(this.product.pool, channel);
  }
}

function waits(error: unknown): readonly string[] {
  log.warn({ error: traceOf(error) }, 'feedback waits for the database');
  return [];
}
