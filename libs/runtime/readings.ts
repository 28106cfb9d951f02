import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Pool } from 'pg';
import type { ServiceName } from '#libs/contracts/event.js';
import { head } from '#libs/event-store/read.js';
import type { Relay } from '#libs/messaging/relay.js';
import type { Consuming } from './consuming.js';
import { httpSeconds, standardGauges } from './metrics.js';
import type { Product } from './product.js';

/** What this process can measure of the product: read when somebody scrapes, never by a timer. */
export function measure({ pool }: Product, relay: Relay, consuming: ReadonlyMap<ServiceName, Consuming>): void {
  const each = async (read: (one: Consuming) => Promise<number>): Promise<ReadonlyMap<string, number>> =>
    new Map(await Promise.all([...consuming].map(async ([name, one]): Promise<[string, number]> => [name, await read(one)])));
  standardGauges({
    relayLag: async () => Number(BigInt(await head(pool)) - BigInt(relay.position())),
    consumerLag: () => each(async ({ consumer }) => Number(await consumer.lag())),
    parked: () => each(async ({ parked }) => (await parked.list(1000)).reduce((sum, { events }) => sum + events, 0)),
    armed: () => counted(pool, 'SELECT count(*)::int AS n FROM es.clocks'),
    ...(consuming.has('supervision') && {
      openCases: () => byWord(pool, 'SELECT state AS word, count(*)::int AS n FROM supervision.case_view WHERE NOT closed GROUP BY state'),
      breached: () => byWord(pool, `SELECT kind AS word, count(*)::int AS n FROM supervision.clock_view WHERE breached AND status = 'running' AND duty = 'authority' GROUP BY kind`),
    }),
    ...(consuming.has('intake') && { deliveriesWaiting: () => byWord(pool, `SELECT channel AS word, count(*)::int AS n FROM intake.delivery WHERE status = 'waiting' GROUP BY channel`) }),
  });
}

/** How long requests take, by route pattern and class of answer. */
export function timeRequests(app: NestFastifyApplication): void {
  app.getHttpAdapter().getInstance().addHook('onResponse', (request, reply, done) => {
    httpSeconds.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: `${Math.floor(reply.statusCode / 100)}xx` }, reply.elapsedTime / 1000);
    done();
  });
}

async function counted(pool: Pool, sql: string): Promise<number> {
  return (await pool.query<{ n: number }>(sql)).rows[0]?.n ?? 0;
}

async function byWord(pool: Pool, sql: string): Promise<ReadonlyMap<string, number>> {
  return new Map((await pool.query<{ word: string; n: number }>(sql)).rows.map(({ word, n }) => [word, n]));
}
