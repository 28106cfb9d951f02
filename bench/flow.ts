import { setTimeout as pause } from 'node:timers/promises';
import { startIssuer } from '../demo/people.js';
import { openPool, serverSettings, withDatabase } from './databases.js';
import { percentile } from './intake.js';
import type { Finding, Part } from './measure.js';
import { Caller, numberOf, workOrder } from './orders.js';
import { serve } from './processes.js';
import type { Served } from './processes.js';
import { CHANNEL_SECRET, productIn } from './product.js';

const ORDERS = Number(process.env['BENCH_ORDERS'] ?? 5_000);
export const SERVICES = ['intake', 'routing', 'resolution', 'supervision', 'audit'] as const;
const CONNECTIONS = 32;
/** Orders on their way from the door to the board. */
const UNDER_WAY = 400;
const LOOK_MS = 25;
const WAIT_MS_MAX = 60_000;

/**
 * Work orders from the HTTP call to the board, each service a process of its own, with PostgreSQL and Kafka on the same processors: routed, clocks armed, and in the line of the
 * case. As many are under way as the product takes without falling behind. Needs DATABASE_URL and KAFKA_BROKERS.
 */
export const part: Part = { name: 'flow', run };

async function run(): Promise<Finding> {
  const server = process.env['DATABASE_URL'];
  if (!server || !process.env['KAFKA_BROKERS']) return { part: 'flow', figures: {}, ratios: {}, notes: ['Skipped: DATABASE_URL or KAFKA_BROKERS is not set.'] };
  return withDatabase(server, async (url, name) => {
    const issuer = await startIssuer();
    const environment = await productIn(url, name.replaceAll('_', '-'), { OIDC_ISSUER: issuer.issuer });
    const served = new Map<string, Served>();
    try {
      for (const service of SERVICES) served.set(service, await serve(`services/${service}/main.js`, environment));
      const atRest = memoryOf(served, 'at_rest');
      await filed(served.get('intake')!, url, { orders: 200, first: 0 }); // Warms up, and waits until every consumer runs.
      const { seconds, secondHalf, refused, doors, boards } = await filed(served.get('intake')!, url, { orders: ORDERS, first: 200 });
      return {
        part: 'flow', ratios: {},
        figures: {
          cases_per_second: ORDERS / seconds, cases_per_second_in_second_half: ORDERS / 2 / secondHalf, refused, door_p50_ms: percentile(doors, 0.5), door_p99_ms: percentile(doors, 0.99), board_p50_ms: percentile(boards, 0.5), board_p99_ms: percentile(boards, 0.99),
          ...Object.fromEntries([...served].map(([service, { startedInMs }]) => [`${service}_started_in_ms`, startedInMs])), ...atRest, ...memoryOf(served, 'under_load'),
        },
        notes: [`${ORDERS.toLocaleString('en')} orders, at most ${UNDER_WAY} between door and board, ${CONNECTIONS} connections; the five services as five processes. ${await serverSettings(url)}.`],
      };
    } finally {
      await Promise.all([...served.values()].map((one) => one.stop()));
      await issuer.stop();
    }
  });
}

function memoryOf(served: ReadonlyMap<string, Served>, when: string): Record<string, number> {
  return Object.fromEntries([...served].map(([service, one]) => [`${service}_${when}_mib`, one.memory()]));
}

export interface Filing {
  readonly orders: number;
  readonly first: number;
  /** So many a second at most; without it, as many as go. */
  readonly perSecond?: number;
}

export interface Filed {
  readonly seconds: number;
  /** From the instant at which half of the orders stood on the board. */
  readonly secondHalf: number;
  /** Calls answered 503, and made again when they were told to. */
  readonly refused: number;
  /** Of each order the milliseconds to its receipt, and to its line on the board. */
  readonly doors: readonly number[];
  readonly boards: readonly number[];
}

/** Files so many orders and follows each to the board. */
export async function filed(intake: Served, url: string, { orders, first, perSecond = Infinity }: Filing): Promise<Filed> {
  const pool = openPool(url, 1);
  const caller = new Caller(intake.url, CHANNEL_SECRET, CONNECTIONS);
  const sent = new Map<string, number>();
  const [doors, boards]: [number[], number[]] = [[], []];
  const began = performance.now();
  let [next, refused, half] = [first, 0, began];
  const file = async (): Promise<void> => {
    while (next < first + orders) {
      while (sent.size >= UNDER_WAY) await pause(5);
      const n = next++;
      const due = began + ((n - first) * 1000) / perSecond;
      if (due > performance.now()) await pause(due - performance.now());
      sent.set(numberOf(n), performance.now());
      const order = workOrder(n);
      let answer = await caller.file(order);
      for (; answer.status === 503; answer = await caller.file(order)) {
        refused++;
        await pause((answer.retryAfter ?? 1) * 1_000);
      }
      if (answer.status !== 202) throw new Error(JSON.stringify(answer.body));
      doors.push(answer.ms);
    }
  };
  const look = async (): Promise<void> => {
    for (let last = performance.now(); boards.length < orders;) {
      await pause(LOOK_MS);
      const { rows } = await pool.query<{ number: string }>(
        `SELECT "channelOrders"->0->>'channelNumber' AS number FROM supervision.case_view WHERE "nextDueAt" IS NOT NULL AND lead IS NOT NULL AND "channelOrders"->0->>'channelNumber' = ANY($1)`, [[...sent.keys()]]);
      const now = performance.now();
      for (const { number } of rows) {
        boards.push(now - sent.get(number)!);
        sent.delete(number);
        last = now;
      }
      if (half === began && boards.length >= orders / 2) half = now;
      if (now - last > WAIT_MS_MAX) throw new Error(`${orders - boards.length} orders did not come to the board.`);
    }
  };
  try {
    await pool.query(`CREATE INDEX IF NOT EXISTS bench_number ON supervision.case_view(("channelOrders"->0->>'channelNumber'))`); // For us alone.
    await Promise.all([look(), ...Array.from({ length: CONNECTIONS }, file)]);
    const now = performance.now();
    return { seconds: (now - began) / 1000, secondHalf: (now - half) / 1000, refused, doors, boards };
  } finally {
    caller.close();
    await pool.end();
  }
}
