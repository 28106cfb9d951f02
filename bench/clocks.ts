import type { Pool } from 'pg';
import type { Instant } from '#libs/contracts/time.js';
import { instantOf } from '#libs/contracts/time.js';
import { uuidv7 } from '#libs/contracts/uuid.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import { published } from '#libs/event-store/streams.js';
import { SetClock } from '#libs/runtime/clock.js';
import { readConfig } from '#libs/runtime/config.js';
import type { AnyDesk } from '#libs/runtime/desk.js';
import { migrateAll } from '#libs/runtime/migrations.js';
import type { Product } from '#libs/runtime/product.js';
import { openProduct } from '#libs/runtime/product.js';
import { allServices } from '../demo/services.js';
import { clocks } from '../services/supervision/clocks/clock.decider.js';
import { Firer } from '../services/supervision/clocks/fire.js';
import { supervisionDesks } from '../services/supervision/desks.js';
import { openPool, serverSettings, withDatabase } from './databases.js';
import { NOW_MS } from './lives.js';
import type { Finding, Part } from './measure.js';

const ARMED = Number(process.env['BENCH_ARMED'] ?? 1_000_000);
const DUE = Number(process.env['BENCH_DUE'] ?? 50_000);
const HOUR_MS = 3_600_000;
const STORED_AT_ONCE = 2_000;

/** So many clocks armed, and many of them due in one instant: how long until the last breach stands in the log, each once and in order. Needs DATABASE_URL. */
export const part: Part = { name: 'clocks', run };

async function run(): Promise<Finding> {
  const server = process.env['DATABASE_URL'];
  if (!server) return { part: 'clocks', figures: {}, ratios: {}, notes: ['Skipped: DATABASE_URL names no PostgreSQL.'] };
  return withDatabase(server, async (url, name) => {
    const logId = name.replaceAll('_', '-');
    await migrateAll(url, logId, allServices);
    const clock = new SetClock(instantOf(NOW_MS));
    const product = await openProduct(readConfig({ NODE_ENV: 'test', DATABASE_URL: url, KAFKA_BROKERS: '127.0.0.1:1', LOG_ID: logId }), { clock });
    const desks = new Map(supervisionDesks(product).map((one) => [one.stream, one]));
    const firer = new Firer(product, desks);
    const owner = openPool(url, 1);
    try {
      await arm(product, desks.get('clocks')!, instantOf(NOW_MS + HOUR_MS));
      await armFarAway(owner, ARMED - DUE);
      clock.advance(HOUR_MS);
      const began = performance.now();
      while ((await firer.fire()) > 0);
      const seconds = (performance.now() - began) / 1000;
      await ensureOnce(owner);
      return {
        part: 'clocks', ratios: {}, figures: { armed: ARMED, due_in_one_instant: DUE, last_breach_after_seconds: seconds, clocks_fired_per_second: DUE / seconds },
        notes: [`Each clock of another case, one event for each; fired by one holder of the lease, in order. ${await serverSettings(url)}.`],
      };
    } finally {
      await firer.stop();
      await product.close();
      await owner.end();
    }
  });
}

/** Cases with one limit of an hour each, by the decider and the desk of the product. */
async function arm(product: Product, desk: AnyDesk, breachAt: Instant): Promise<void> {
  for (let from = 0; from < DUE; from += STORED_AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(STORED_AT_ONCE, DUE - from) }, () => product.appender.append(opening(product, desk, breachAt))));
  }
}

function opening(product: Product, desk: AnyDesk, breachAt: Instant): AppendCommand {
  const [at, caseId, clock] = [product.clock.now(), uuidv7(), uuidv7()];
  const rule = { n: 1, unit: 'hours', roll: false, source: 'bench', level: 'target', duty: 'authority' } as const;
  const events = clocks.decide({
    type: 'OpenClocks', at, division: '439901', pack: product.policies.packFor('439901', at.slice(0, 10))!.ref, receivedAt: at, causedBy: clock,
    moves: [{ move: 'start', clock, kind: 'HOT-SIGN', order: 0, startedAt: at, rule, schedule: { due: breachAt, provisionalDue: null, warnAt: null, breachAt, calendar: 'bench' } }],
  }, clocks.initial);
  return {
    stream: `clocks/${caseId}`, caseId, expected: 0, meta: { actor: 'process:bench' },
    events: events.map((event) => ({ ...published('supervision', event), recordedAt: at })), arms: events.flatMap((event) => desk.arms!(event, caseId)),
  };
}

/** The others, as rows alone: nothing is due of them, and nobody reads their streams. */
async function armFarAway(pool: Pool, count: number): Promise<void> {
  await pool.query(
    `INSERT INTO es.clocks(clock_id, case_id, kind, due_at, note)
     SELECT gen_random_uuid(), gen_random_uuid(), c.kind, c.due_at + make_interval(days => 1, secs => n), c.note FROM (SELECT * FROM es.clocks LIMIT 1) c, generate_series(1, $1::int) AS n`, [count]);
  await pool.query('VACUUM ANALYZE es.clocks');
}

async function ensureOnce(pool: Pool): Promise<void> {
  const { rows: [found] } = await pool.query<{ fired: number; distinct: number; armed: number }>(
    `SELECT count(*)::int AS fired, count(DISTINCT stream_id)::int AS distinct, (SELECT count(*)::int FROM es.clocks) AS armed FROM es.events WHERE type = 'supervision.clock-breached'`);
  if (found!.fired !== DUE || found!.distinct !== DUE || found!.armed !== ARMED - DUE) throw new Error(`Not each clock was fired once: ${JSON.stringify(found)}`);
}
