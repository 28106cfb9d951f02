import { setTimeout as pause } from 'node:timers/promises';
import { epochMs } from '#libs/contracts/time.js';
import { head } from '#libs/event-store/read.js';
import { Clock } from '#libs/runtime/clock.js';
import { readConfig } from '#libs/runtime/config.js';
import { startServices } from '#libs/runtime/start.js';
import { startIssuer, tokenFor } from '../demo/people.js';
import { allServices } from '../demo/services.js';
import { withDatabase } from './databases.js';
import { percentile } from './intake.js';
import { NOW_MS } from './lives.js';
import type { Finding, Part } from './measure.js';
import { Caller, workOrder } from './orders.js';
import { CHANNEL_SECRET, productIn } from './product.js';

const ORDERS = 100;
const DAY_MS = 86_400_000;
/** An order so often, and so do their limits pass. */
const EVERY_MS = 150;
const CALLED = '2026-03-02T09:15:00+08:00';
/** So long after the clock was put forward the first of them passes. */
const FIRST_MS = 5_000;
/** For what follows from the last orders. */
const SETTLE_MS = 3_000;
const WAIT_MS_MAX = 90_000;

interface Line { readonly caseId: string; readonly clocks: Readonly<Record<string, { readonly kind: string; readonly breachAt: string | null; readonly breached: boolean }>> }

/** Goes on as time does, and is put forward once: nobody waits for a day. */
class ForwardClock extends Clock {
  #aheadMs = NOW_MS - performance.now();

  nowMs(): number {
    return Math.floor(performance.now() + this.#aheadMs);
  }

  forward(ms: number): void {
    this.#aheadMs += ms;
  }
}

/** From the instant at which a limit of 24 hours passes to the line of the case in a supervisor's open board (server-sent events). Needs DATABASE_URL and KAFKA_BROKERS. */
export const part: Part = { name: 'breach', run };

async function run(): Promise<Finding> {
  const server = process.env['DATABASE_URL'];
  if (!server || !process.env['KAFKA_BROKERS']) return { part: 'breach', figures: {}, ratios: {}, notes: ['Skipped: DATABASE_URL or KAFKA_BROKERS is not set.'] };
  return withDatabase(server, async (url, name) => {
    const issuer = await startIssuer();
    const clock = new ForwardClock();
    const running = await startServices(allServices, readConfig(await productIn(url, name.replaceAll('_', '-'), { OIDC_ISSUER: issuer.issuer })), { clock });
    const caller = new Caller(running.url, CHANNEL_SECRET, 8);
    const watching = new AbortController();
    try {
      const late = new Map<string, number>();
      const token = await tokenFor(issuer, { id: 'supervisor', role: 'supervisor', division: '439900' });
      const board = watch(running.url, token, watching.signal, ({ caseId, clocks }) => {
        const passed = Object.values(clocks).find(({ breached }) => breached);
        if (passed && !late.has(caseId)) late.set(caseId, clock.nowMs() - epochMs(passed.breachAt!));
      });
      const began = clock.nowMs();
      for (let n = 0; n < ORDERS; n++) {
        const { status, body } = await caller.file(workOrder(n, CALLED));
        if (status !== 202) throw new Error(JSON.stringify(body));
        await pause(Math.max(0, began + (n + 1) * EVERY_MS - clock.nowMs()));
      }
      await running.whenCaughtUp(await head(running.product.pool), WAIT_MS_MAX);
      await pause(SETTLE_MS);
      clock.forward(DAY_MS - FIRST_MS - (clock.nowMs() - began));
      for (const end = performance.now() + WAIT_MS_MAX; late.size < ORDERS; await pause(100)) {
        if (performance.now() > end) throw new Error(`${ORDERS - late.size} breaches did not come to the board.`);
      }
      watching.abort();
      await board;
      const ms = [...late.values()];
      return {
        part: 'breach', ratios: {}, figures: { breach_to_board_p50_ms: percentile(ms, 0.5), breach_to_board_p95_ms: percentile(ms, 0.95), breach_to_board_worst_ms: Math.max(...ms) },
        notes: [`${ORDERS} limits, one every ${EVERY_MS} ms; all services in one process.`],
      };
    } finally {
      watching.abort();
      caller.close();
      await running.stop();
      await issuer.stop();
    }
  });
}

/** Reads the live board until it is told to stop. */
async function watch(url: string, token: string, signal: AbortSignal, seen: (line: Line) => void): Promise<void> {
  try {
    const response = await fetch(`${url}/v1/supervision/stream`, { headers: { authorization: `Bearer ${token}` }, signal });
    let text = '';
    for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
      const messages = (text + part).split('\n\n');
      text = messages.pop()!;
      for (const message of messages) if (message.includes('event: case')) seen(JSON.parse(/^data: (.*)$/m.exec(message)![1]!) as Line);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
