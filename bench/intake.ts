import { openPool, serverSettings, withDatabase } from './databases.js';
import type { Finding, Part } from './measure.js';
import { median } from './measure.js';
import { Caller, workOrder } from './orders.js';
import { serve } from './processes.js';
import { CHANNEL_SECRET, productIn } from './product.js';

const CONNECTIONS = 64;
const ROUNDS = 5;
const ROUND_MS = 3_000;

/**
 * A work order over HTTP, answered when it is durable: ours is signed, checked, sealed under the person's key, looked up among repeats and stored as an event; the floor checks
 * fields and stores the body with one `INSERT`. Each is a process of its own, driven in turn. Needs DATABASE_URL; Kafka is not asked.
 */
export const part: Part = { name: 'intake', run };

async function run(): Promise<Finding> {
  const server = process.env['DATABASE_URL'];
  if (!server) return { part: 'intake', figures: {}, ratios: {}, notes: ['Skipped: DATABASE_URL names no PostgreSQL.'] };
  return withDatabase(server, (ours, name) => withDatabase(server, async (floorUrl) => {
    const environment = await productIn(ours, name.replaceAll('_', '-'), { KAFKA_BROKERS: '127.0.0.1:1' });
    const intake = await serve('services/intake/main.js', environment);
    const floor = await serve('bench/floor.js', { DATABASE_URL: floorUrl });
    try {
      const rates = { intake: [] as number[], floor: [] as number[] };
      const times = { intake: [] as number[], floor: [] as number[] };
      const callers = { intake: new Caller(intake.url, CHANNEL_SECRET, CONNECTIONS), floor: new Caller(floor.url, CHANNEL_SECRET, CONNECTIONS) };
      const atRest = intake.memory();
      await round(callers.floor); // Warms up, as the next does.
      let acknowledged = (await round(callers.intake)).ms.length;
      for (let n = 0; n < ROUNDS; n++) {
        for (const which of n % 2 === 0 ? (['intake', 'floor'] as const) : (['floor', 'intake'] as const)) {
          const { rate, ms } = await round(callers[which]);
          rates[which].push(rate);
          times[which].push(...ms);
          if (which === 'intake') acknowledged += ms.length;
        }
      }
      for (const caller of Object.values(callers)) caller.close();
      const pool = openPool(ours, 1);
      const { rows } = await pool.query<{ claims: number }>(`SELECT count(*)::int AS claims FROM es.events WHERE type = 'intake.claim-filed'`);
      await pool.end();
      if (rows[0]!.claims !== acknowledged) throw new Error(`${acknowledged} were acknowledged, ${rows[0]!.claims} are stored.`);
      return {
        part: 'intake', ratios: { [`intake_insert_${CONNECTIONS}`]: median(rates.intake) / median(rates.floor) },
        figures: {
          intake_per_second: median(rates.intake), floor_per_second: median(rates.floor), intake_p99_ms: percentile(times.intake, 0.99), floor_p99_ms: percentile(times.floor, 0.99),
          intake_started_in_ms: intake.startedInMs, intake_at_rest_mib: atRest, intake_under_load_mib: intake.memory(),
        },
        notes: [`${CONNECTIONS} connections, ${ROUNDS} rounds of ${ROUND_MS / 1000} s each; ${acknowledged} claims acknowledged, and as many in the log. ${await serverSettings(ours)}.`],
      };
    } finally {
      await Promise.all([intake.stop(), floor.stop()]);
    }
  }));
}

let filed = 0;

/** Files for a while on all connections at once; every order must be taken. */
async function round(caller: Caller): Promise<{ rate: number; ms: readonly number[] }> {
  const ms: number[] = [];
  const began = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    while (performance.now() - began < ROUND_MS) {
      const answer = await caller.file(workOrder(filed++));
      if (answer.status !== 202) throw new Error(JSON.stringify(answer));
      ms.push(answer.ms);
    }
  }));
  return { rate: (ms.length * 1000) / (performance.now() - began), ms };
}

export function percentile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * part)]!;
}
