import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { openLog } from '#libs/event-store/log.js';
import { head, readFrom } from '#libs/event-store/read.js';
import { lastOfEachPartition } from '#libs/messaging/partitions-of-log.js';
import { topicOf } from '#libs/messaging/topics.js';
import { SetClock } from '#libs/runtime/clock.js';
import { readConfig } from '#libs/runtime/config.js';
import { migrateAll } from '#libs/runtime/migrations.js';
import { SESSION } from '#libs/runtime/product.js';
import { project } from '#libs/runtime/projection.js';
import { startServices } from '#libs/runtime/start.js';
import { instantOf } from '#libs/contracts/time.js';
import { AUDIENCE, startIssuer, tokenFor } from '../demo/people.js';
import { allServices } from '../demo/services.js';
import { keepFacts } from '../services/supervision/statistics/keep-facts.js';
import { sumBlocks } from '../services/supervision/statistics/blocks.js';
import { supervision } from '../services/supervision/supervision.module.js';
import { administer } from './databases.js';
import { lifeOf, NOW_MS, storeLives } from './lives.js';
import type { Finding, Part } from './measure.js';

const CASES = Number(process.env['BENCH_CASES'] ?? 20_000);
const CHUNK = 4_000;
const ASKED = 40;

/**
 * The supervisor's pages over a filled log: `BENCH_CASES=1000000` for the size that is promised. Needs DATABASE_URL; Kafka is not asked.
 * A million cases take most of an hour to fill: with BENCH_DATABASE a database of that name is filled, or filled on from where it stands, and kept.
 */
export const part: Part = { name: 'board', run };

async function run(): Promise<Finding> {
  const server = process.env['DATABASE_URL'];
  if (!server) return { part: 'board', figures: {}, ratios: {}, notes: ['Skipped: DATABASE_URL names no PostgreSQL.'] };
  const kept = process.env['BENCH_DATABASE'];
  const name = kept ?? `bench_${randomBytes(4).toString('hex')}`;
  const [url, logId] = [Object.assign(new URL(server), { pathname: `/${name}` }).href, name.replaceAll('_', '-')];
  const known = await administer(server, `SELECT 1 FROM pg_database WHERE datname = '${name}'`);
  if (known.length === 0) await administer(server, `CREATE DATABASE ${name}`);
  try {
    await migrateAll(url, logId, allServices);
    const filled = await fill(url);
    const asked = await ask(url, logId);
    return {
      part: 'board', ratios: {}, figures: { ...filled, ...asked },
      notes: [`${CASES.toLocaleString('en')} cases with ${(CASES * 5).toLocaleString('en')} clocks, one year, stored through the appender and folded by the service's own projections; ${ASKED} requests of each kind, one after the other; milliseconds, 95th percentile.`],
    };
  } finally {
    if (kept === undefined) await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

/** Every life through the appender, then every event through the projections of supervision. A database that is filled already is gone on with. */
async function fill(url: string): Promise<Record<string, number>> {
  const pool = new pg.Pool({ connectionString: url, max: 6, ...SESSION, query_timeout: 0, options: '-c timezone=UTC' });
  try {
    const before = Number(await head(pool));
    const [stored, storedMs] = [await storeLives(pool, CASES), performance.now()];
    const events = Number(await head(pool));
    const folded = await fold(pool);
    await markDone(pool, 'supervision', String(events));
    const began = performance.now();
    const blocks = await sumBlocks(pool, String(events));
    const summedMs = performance.now() - began;
    await pool.query('VACUUM (ANALYZE)'); // As autovacuum would have by then.
    const cells = (await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM supervision.case_tally')).rows[0]!.n;
    return {
      events, cells_of_the_tally: cells, ...(events > before && { events_stored_per_second: ((events - before) * 1000) / (storedMs - stored) }),
      ...(folded && { events_folded_per_second: folded }), ...(blocks > 0 && { block_of_figures_ms: summedMs / blocks }),
    };
  } finally {
    await pool.end();
  }
}

/** The events that no read table has yet; answers how many a second. */
async function fold(pool: pg.Pool): Promise<number | undefined> {
  await pool.query('CREATE TABLE IF NOT EXISTS supervision.bench_folded(position bigint PRIMARY KEY)');
  let position = (await pool.query<{ position: string }>('SELECT coalesce(max(position), 0)::text AS position FROM supervision.bench_folded')).rows[0]!.position;
  const from = Number(position);
  const began = performance.now();
  for (let chunk = await readFrom(pool, position, CHUNK); chunk.length > 0; chunk = await readFrom(pool, position, CHUNK)) {
    const tx = await pool.connect();
    await tx.query('BEGIN');
    for (const projection of supervision.projections) await project(tx, projection, chunk);
    await keepFacts(chunk, tx);
    position = chunk.at(-1)!.position;
    await tx.query('INSERT INTO supervision.bench_folded VALUES ($1)', [position]);
    await tx.query('COMMIT');
    tx.release();
  }
  return Number(position) > from ? ((Number(position) - from) * 1000) / (performance.now() - began) : undefined;
}

/** What the consumer of a service would have noted: up to here every partition is done. */
export async function markDone(pool: pg.Pool, service: string, position: string): Promise<void> {
  const { logId } = await openLog(pool);
  for (const [partition, last] of await lastOfEachPartition(pool, BigInt(position))) {
    await pool.query(
      `INSERT INTO ${service}.high_water(consumer, topic, part, log_id, pos, next_offset) VALUES ($1, $2, $3, $4, $5, 0) ON CONFLICT (consumer, topic, part, log_id) DO UPDATE SET pos = excluded.pos`,
      [`${logId}-${service}`, topicOf(logId), partition, logId, String(last)]);
  }
}

async function ask(url: string, logId: string): Promise<Record<string, number>> {
  const issuer = await startIssuer();
  const key = (): string => randomBytes(32).toString('base64');
  const config = readConfig({
    NODE_ENV: 'test', DATABASE_URL: url, KAFKA_BROKERS: '127.0.0.1:1', LOG_ID: logId, PORT: '0', OIDC_ISSUER: issuer.issuer, OIDC_AUDIENCE: AUDIENCE, MASTER_KEY: key(), BLIND_INDEX_SECRET: key(), CHANNEL_KEYS: '{}',
  });
  const running = await startServices([{ ...supervision, background: async () => () => Promise.resolve() }], config, { clock: new SetClock(instantOf(NOW_MS)) });
  try {
    const figures: Record<string, number> = {};
    for (const [who, division] of [['city', '439900'], ['district', '439901']] as const) {
      const authorization = `Bearer ${await tokenFor(issuer, { id: `supervisor-${division}`, role: 'supervisor', division })}`;
      for (const [what, path] of Object.entries(QUESTIONS)) {
        const times: number[] = [];
        for (let n = 0; n < ASKED; n++) {
          const began = performance.now();
          const response = await fetch(`${running.url}${path(n)}`, { headers: { authorization } });
          await response.arrayBuffer();
          if (!response.ok) throw new Error(`${path(n)}: ${response.status}`);
          times.push(performance.now() - began);
        }
        figures[`${who}_${what}_p95_ms`] = times.sort((a, b) => a - b)[Math.floor(ASKED * 0.95)]!;
      }
    }
    return figures;
  } finally {
    await running.stop();
    await issuer.stop();
  }
}

/** A case of the district that both see. */
const seen = Array.from({ length: 500 }, (_, n) => n).filter((n) => JSON.stringify(lifeOf(n)[0]!.events[0]!.data).includes('"division":"439901"'));
const QUESTIONS: Readonly<Record<string, (n: number) => string>> = {
  board: () => '/v1/cases?limit=50',
  tiles: () => '/v1/supervision/statistics',
  attention: () => '/v1/supervision/attention',
  names: () => '/v1/supervision/names',
  breached: () => '/v1/cases?breached=true',
  colour: () => '/v1/cases?colour=yellow',
  due: () => `/v1/cases?dueBefore=${encodeURIComponent(instantOf(NOW_MS + 86_400_000))}`,
  category_of_a_place: () => '/v1/cases?category=D05&division=439901',
  state: () => '/v1/cases?state=SIGNED',
  lead: () => '/v1/cases?lead=inspectionBody',
  closed_unpaid: () => '/v1/cases?closed=true&unpaid=true',
  breaches: () => '/v1/supervision/breaches?limit=50',
  clocks: () => '/v1/supervision/clocks?limit=50',
  no_movement: () => '/v1/supervision/no-movement',
  season: () => '/v1/supervision/season',
  figures_of_a_year: () => '/v1/supervision/statistics?period=2025',
  figures_by_division: () => '/v1/supervision/statistics?period=2025&by=division',
  league: () => '/v1/supervision/statistics/league?period=2025',
  case_page: (n) => `/v1/cases/${uuidv5(`bench/${seen[n % seen.length]}`)}`,
  history: (n) => `/v1/cases/${uuidv5(`bench/${seen[n % seen.length]}`)}/history`,
  actions: (n) => `/v1/cases/${uuidv5(`bench/${seen[n % seen.length]}`)}/actions`,
};
