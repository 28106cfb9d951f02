import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { log, traceOf } from '#libs/runtime/logger.js';
import type { Product } from '#libs/runtime/product.js';
import { safeTarget } from '#libs/security/egress.js';
import { signWebhook } from '#libs/security/webhook.js';

interface Waiting {
  readonly id: string;
  readonly channel: string;
  readonly caseId: string;
  readonly payload: unknown;
  readonly attempts: number;
}

/** Seconds until the next try after each failure: eleven tries over a day, then a person sees it. */
export const RETRY_SECONDS = [5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800, 28_800] as const;
const BATCH = 20;
const POLL_MS = 300;
const TIMEOUT_MS = 10_000;
const ANSWER_BYTES_MAX = 64 * 1024;

/**
 * Tells the channels, by signed webhooks. At least once, with the same `webhook-id` at every try; for one case in the order of its events:
 * a later one waits until the earlier has been delivered or given up.
 */
export class Deliverer {
  #running = true;
  #loop: Promise<void> | undefined;

  constructor(private readonly product: Product) {}

  start(): this {
    this.#loop = this.#run();
    return this;
  }

  async stop(): Promise<void> {
    this.#running = false;
    await this.#loop;
  }

  async #run(): Promise<void> {
    while (this.#running) {
      const sent = await this.#batch().catch((error: unknown) => {
        log.warn({ error: traceOf(error) }, 'feedback waits for the database');
        return 0;
      });
      if (sent < BATCH) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** Takes some deliveries for a while, so that another process does not send them too, and sends them. */
  async #batch(): Promise<number> {
    const { rows } = await this.product.pool.query<Waiting>(
      `UPDATE intake.delivery d SET "nextAt" = clock_timestamp() + interval '1 minute' FROM (
         SELECT w.id FROM intake.delivery w WHERE w.status = 'waiting' AND w."nextAt" <= clock_timestamp()
           AND NOT EXISTS (SELECT 1 FROM intake.delivery e WHERE e."caseId" = w."caseId" AND e.channel = w.channel AND e."channelNumber" = w."channelNumber" AND e.status = 'waiting' AND e.position < w.position)
         ORDER BY w."nextAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) due
       WHERE d.id = due.id RETURNING d.id, d.channel, d."caseId", d.payload, d.attempts`);
    await Promise.all(rows.map((row) => this.#deliver(row)));
    return rows.length;
  }

  async #deliver({ id, channel, payload, attempts }: Waiting): Promise<void> {
    const key = this.product.config.CHANNEL_KEYS[channel];
    const outcome = key?.feedbackUrl ? await this.#post(key.feedbackUrl, key.secrets[0]!, id, JSON.stringify(payload)) : { problem: 'the channel has no address' };
    const status = 'status' in outcome ? outcome.status : null;
    const delivered = status !== null && status >= 200 && status < 300;
    const wait = RETRY_SECONDS[attempts];
    const next = delivered ? 'delivered' : status === 410 || wait === undefined ? 'abandoned' : 'waiting';
    await this.product.pool.query(
      `UPDATE intake.delivery SET status = $2, attempts = attempts + 1, "lastStatus" = $3, "lastProblem" = $4,
         "nextAt" = CASE WHEN $2 = 'waiting' THEN clock_timestamp() + make_interval(secs => $5) END, "doneAt" = CASE WHEN $2 <> 'waiting' THEN clock_timestamp() END WHERE id = $1`,
      [id, next, status, 'problem' in outcome ? outcome.problem : null, (wait ?? 0) * (0.8 + 0.4 * Math.random())]);
  }

  /** One try. The address is checked and pinned each time: a name may point elsewhere since. No redirect is followed. */
  async #post(url: string, secret: string, id: string, body: string): Promise<{ status: number } | { problem: string }> {
    try {
      const target = await safeTarget(url, { allowPrivate: this.product.config.FEEDBACK_ALLOW_PRIVATE });
      const headers = { ...signWebhook(secret, id, Math.floor(Date.now() / 1000), body), 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), host: target.url.host };
      return { status: await post(target, headers, body) };
    } catch (error) {
      return { problem: (error as { code?: string }).code ?? (error as Error).name };
    }
  }
}

type Target = Awaited<ReturnType<typeof safeTarget>>;

function post(target: Target, headers: Record<string, string | number>, body: string): Promise<number> {
  const { url, address } = target;
  const ask = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const call = ask({ host: address, servername: url.hostname, port: url.port || (url.protocol === 'https:' ? 443 : 80), path: `${url.pathname}${url.search}`, method: 'POST', headers, timeout: TIMEOUT_MS, agent: false }, (answer) => {
      let size = 0;
      answer.on('data', (part: Buffer) => (size += part.length) > ANSWER_BYTES_MAX && answer.destroy());
      answer.on('close', () => resolve(answer.statusCode ?? 0));
    });
    call.on('timeout', () => call.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })));
    call.on('error', reject);
    call.end(body);
  });
}
