import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { instantOf } from '#libs/contracts/time.js';
import { lastOfEachPartition } from '#libs/messaging/partitions-of-log.js';
import { rebuild } from '#libs/runtime/rebuild.js';
import type { Verifier } from '#libs/merkle/note.js';
import { allServices } from '../../demo/services.js';
import { verifyDatabase } from '../../services/audit/cli/verify.js';
import { withCopies } from '../../services/audit/cli/witnesses.js';
import type { Ear } from '../../simulator/hotline.js';
import type { Ledger } from './load.js';
import { column, one } from './orders.js';
import type { Tally } from './scenario.js';

export interface World {
  readonly databaseUrl: string;
  readonly pool: pg.Pool;
  readonly logId: string;
  readonly load: Ledger;
  readonly ear: Ear;
  readonly keys: readonly Verifier[];
  readonly witness: string;
  readonly brokers: readonly string[];
}

const STUCK_MS = 30_000;
/** A clock may breach so long after it was due, or the system was there again. */
const LATE_MS = 2_000;
/** A process reads the database's clock twice a minute; over a bad wire it may be wrong by half the time that this took. */
const READING_MS = 250;
const CONSUMERS = ['intake', 'routing', 'resolution', 'supervision'];

/** Waits until nothing moves any more; answers what still stands still with work before it after 30 s. */
export async function settled(world: World): Promise<readonly string[]> {
  const { pool } = world;
  // What a killed process had in hand of its deliveries is taken up again after a minute: this minute is not waited for.
  await pool.query(`UPDATE intake.delivery SET "nextAt" = clock_timestamp() WHERE status = 'waiting'`);
  const end = performance.now() + STUCK_MS;
  let quietSince = performance.now();
  let before = '';
  for (;;) {
    const head = await one<string>(pool, 'SELECT coalesce(max(pos), 0)::text FROM es.events');
    if (head !== before) [before, quietSince] = [head, performance.now()];
    const stuck = await standing(world, head);
    if (stuck.length === 0 && performance.now() - quietSince > 400) return [];
    if (performance.now() > end && stuck.length > 0) return stuck.map((what) => `stuck after 30 s: ${what}`);
    if (performance.now() > end + STUCK_MS) return ['the log does not come to rest'];
    await pause(60);
  }
}

async function standing({ pool, load, logId }: World, head: string): Promise<string[]> {
  const stuck: string[] = [];
  const wanted = await lastOfEachPartition(pool, BigInt(head));
  for (const service of CONSUMERS) {
    const { rows } = await pool.query<{ part: number; pos: string }>(`SELECT part, pos FROM ${service}.high_water WHERE consumer = $1`, [`${logId}-${service}`]);
    const marks = new Map(rows.map(({ part, pos }) => [part, BigInt(pos)]));
    const behind = [...wanted].filter(([part, last]) => (marks.get(part) ?? 0n) < last);
    if (behind.length > 0) stuck.push(`${service} has not done all of ${behind.length} partitions up to ${head}`);
  }
  const waiting = await one<number>(pool, `SELECT count(*)::int FROM intake.delivery WHERE status = 'waiting' AND "nextAt" < clock_timestamp() + interval '35 s'`);
  if (waiting > 0) stuck.push(`${waiting} deliveries wait`);
  const unfired = await one<number>(pool, `SELECT count(*)::int FROM unnest($1::uuid[]) AS c(clock) WHERE NOT EXISTS (SELECT FROM es.events WHERE type = 'supervision.clock-breached' AND data::jsonb->>'clock' = c.clock::text)`, [load.armed.map(({ clock }) => clock)]);
  if (unfired > 0) stuck.push(`${unfired} clocks have not breached`);
  const sealed = await one<string>(pool, 'SELECT coalesce(max(size), 0)::text FROM es.checkpoint');
  if (BigInt(sealed) < BigInt(head)) stuck.push(`the log is sealed up to ${sealed} of ${head}`);
  return stuck;
}

/** All that must hold after a fault. `backAt`: when clocks were fired again, in milliseconds since 1970. */
export async function counted(world: World, backAt: number): Promise<Pick<Tally, 'lost' | 'duplicated' | 'late' | 'broken'>> {
  const { pool, load } = world;
  const broken = [...(await settled(world)), ...load.wrong.splice(0).map((answer) => `a client was answered ${answer}`)];
  const [lost, duplicated, unlawful] = [await lostOf(world), await twiceOf(world), await logOf(pool)];
  broken.push(...unlawful, ...(await rebuiltOf(world)), ...(await proofsOf(world)));
  for (const service of CONSUMERS) {
    const parked = await column<string>(pool, `SELECT error FROM ${service}.parked LIMIT 3`);
    broken.push(...parked.map((error) => `${service} parked an event: ${error}`));
  }
  const { late, early } = await timesOf(world, backAt);
  if (early > 0) broken.push(`${early} clocks breached before they were due`);
  return { lost, duplicated, late, broken };
}

/** Of what was acknowledged, that which the log does not hold. */
async function lostOf({ pool, load }: World): Promise<number> {
  const of = (wanted: 'filed' | 'signed'): string[] => load.acknowledged.filter(({ what }) => what === wanted).map(({ caseId }) => caseId);
  const missing = (caseIds: readonly string[], type: string): Promise<number> => one(pool, `SELECT count(*)::int FROM unnest($1::uuid[]) AS a(id) WHERE NOT EXISTS (SELECT FROM es.events WHERE case_id = a.id AND type = $2)`, [caseIds, type]);
  const unrouted = await missing(of('filed'), 'routing.case-routed');
  return (await missing(of('filed'), 'intake.claim-filed')) + (await missing(of('signed'), 'routing.order-signed')) + unrouted;
}

/** Effects that are there twice, or that nobody asked for. */
async function twiceOf({ pool, load, ear }: World): Promise<number> {
  const filed = await one<number>(pool, `SELECT count(*)::int FROM es.events WHERE type = 'intake.claim-filed'`);
  const unasked = filed - load.acknowledged.filter(({ what }) => what === 'filed').length; // All that was sent was insisted on, and answered.
  const twice = await one<number>(pool, `SELECT coalesce(sum(n - 1), 0)::int FROM (
    SELECT count(*) AS n FROM es.events WHERE type IN ('intake.claim-filed', 'routing.case-routed', 'supervision.clocks-opened', 'routing.order-signed') GROUP BY type, case_id
    UNION ALL SELECT count(*) FROM es.events WHERE type = 'supervision.clock-breached' GROUP BY data::jsonb->>'clock'
    UNION ALL SELECT count(*) FROM intake.delivery GROUP BY channel, "caseId", event, position) x WHERE n > 1`);
  const known = new Set(await column<string>(pool, 'SELECT id::text FROM intake.delivery'));
  return Math.max(0, unasked) + twice + ear.heard.filter(({ webhookId }) => !known.has(webhookId)).length;
}

/** Positions 1..N, versions 1..k, each event once. */
async function logOf(pool: pg.Pool): Promise<string[]> {
  const holds = await one<boolean>(pool, `SELECT (SELECT count(*) = coalesce(max(pos), 0) AND count(DISTINCT event_id) = count(*) FROM es.events)
    AND NOT EXISTS (SELECT FROM (SELECT version, row_number() OVER (PARTITION BY stream_id ORDER BY pos) AS k FROM es.events) e WHERE version <> k)
    AND NOT EXISTS (SELECT FROM es.streams s WHERE s.version <> (SELECT max(version) FROM es.events e WHERE e.stream_id = s.stream_id))`);
  return holds ? [] : ['positions or versions of the log have a gap, or an event stands there twice'];
}

/** Read tables that are not what the log makes of them. */
async function rebuiltOf({ databaseUrl, logId }: World): Promise<string[]> {
  const wanted = allServices.flatMap(({ name, projections }) => projections.map((projection) => ({ service: name, projection })));
  const broken: string[] = [];
  for (const { service, projection } of wanted) {
    try {
      const { differing, firstKey } = await rebuild({ databaseUrl, logId, service, projection, check: true, behindMs: 5_000, cause: { actor: 'operator:faults' }, now: () => instantOf(Date.now()) });
      if (differing > 0) broken.push(`${projection.table} differs from its rebuild in ${differing} rows, the first ${firstKey}`);
    } catch (error) {
      broken.push(`${projection.table} could not be rebuilt: ${(error as Error).message}`);
    }
  }
  return broken;
}

/** Every leaf, tile, root and signature; the witness file; what Kafka was told. */
async function proofsOf({ databaseUrl, keys, witness, brokers }: World): Promise<string[]> {
  const { findings } = await withCopies({ witness: [witness], kafka: brokers.join(',') }, keys, (held) => verifyDatabase({ database: databaseUrl, keys, threads: 1, ...held }));
  return findings.slice(0, 3).map(({ rule, at, what, position }) => `proof (${rule}) at ${position ?? '-'}: ${at} ${what}`);
}

/** When each clock's breach was committed, by the database's own record of it. */
async function timesOf({ pool, load }: World, backAt: number): Promise<{ late: number; early: number }> {
  const { rows } = await pool.query<{ clock: string; at: number }>(
    `SELECT data::jsonb->>'clock' AS clock, (extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000)::float8 AS at FROM es.events WHERE type = 'supervision.clock-breached' AND data::jsonb->>'clock' = ANY($1)`, [load.armed.map(({ clock }) => clock)]);
  const at = new Map(rows.map((row) => [row.clock, row.at]));
  const fired = load.armed.flatMap(({ clock, dueMs }) => (at.has(clock) ? [{ dueMs, ms: at.get(clock)! }] : []));
  const times = { late: fired.filter(({ dueMs, ms }) => ms > Math.max(dueMs, backAt) + LATE_MS).length, early: fired.filter(({ dueMs, ms }) => ms < dueMs - READING_MS).length };
  load.armed.length = 0; // Looked at once: the next fault has its own.
  return times;
}
