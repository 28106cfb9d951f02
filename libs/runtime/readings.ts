import type { StatsFs } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Pool } from 'pg';
import type { ServiceName } from '#libs/contracts/event.js';
import { dayOf, epochMs, startOfDay } from '#libs/contracts/time.js';
import { INSTANCE } from '#libs/event-store/instance.js';
import { head } from '#libs/event-store/read.js';
import type { Differs, Relay } from '#libs/messaging/relay.js';
import { certificateEnds } from './certificates.js';
import type { Admission } from './admission.js';
import type { Consuming } from './consuming.js';
import { appendBatch, appendedEvents, appendSeconds, httpSeconds, standardGauges } from './metrics.js';
import type { Product } from './product.js';

/** The promise is that what is due fires within two seconds. */
const LATE_MS = 2_000;
const NATION = '000000';

/** What this process can measure of the product: read when somebody scrapes, never by a timer. */
export function measure(product: Product, relay: Relay, consuming: ReadonlyMap<ServiceName, Consuming>, admission: Admission): void {
  const { pool, clock } = product;
  const each = async (read: (one: Consuming) => Promise<number> | number): Promise<ReadonlyMap<string, number>> =>
    new Map(await Promise.all([...consuming].map(async ([name, one]): Promise<[string, number]> => [name, await read(one)])));
  standardGauges({
    head: async () => Number(await head(pool)),
    relayLag: async () => Number(BigInt(await head(pool)) - BigInt(await publishedUpTo(pool))),
    relayLagSeconds: () => oldestUnpublished(product),
    relayRefused: () => (relay.health().state === 'refused' ? 1 : 0),
    logMissing: () => missing(relay.health().differs),
    consumerLag: async () => {
      const published = await publishedUpTo(pool);
      return each(async ({ consumer }) => Number(BigInt(published) - BigInt(await consumer.doneUpTo(published))));
    },
    consumerWaiting: () => each(({ consumer }) => (consumer.health().state === 'waiting' ? 1 : 0)),
    partitions: () => each(({ consumer }) => consumer.partitions()),
    leases: () => byWord(pool, "SELECT name AS word, 1 AS n FROM es.lease WHERE until > clock_timestamp() AND starts_with(owner, $1)", [`${INSTANCE}/`]),
    parked: () => each(({ parked }) => parked.count()),
    certificate: () => certificateEnds(product.config),
    calendarEnd: () => calendarEnd(product),
    databaseSize: () => one(pool, 'SELECT pg_database_size(current_database())::float8 AS n'),
    underWay: () => new Map([['request', admission.requests], ['stream', admission.streams], ['command', product.appender.queued]]),
    connections: () => new Map([['open', pool.totalCount], ['idle', pool.idleCount], ['waiting', pool.waitingCount]]),
    diskFree: () => ofDisks(product, ({ bavail, bsize }) => bavail * bsize),
    diskSize: () => ofDisks(product, ({ blocks, bsize }) => blocks * bsize),
    ...(consuming.has('supervision') && ofSupervision(product)),
    ...(consuming.has('intake') && ofIntake(product)),
  });
  product.appender.onAppended((_, { commands, events }) => {
    appendBatch.observe(commands);
    appendedEvents.inc(events);
  });
  product.appender.onAnswered((outcome, ms) => appendSeconds.observe({ outcome }, ms / 1000));
  const armed = async (): Promise<{ all: number; due: number; late: number; oldest: number }> => {
    const now = new Date(clock.nowMs());
    const { rows } = await pool.query<{ all: number; due: number; late: number; first: Date | null }>(
      'SELECT count(*)::int AS all, (count(*) FILTER (WHERE due_at <= $1))::int AS due, (count(*) FILTER (WHERE due_at <= $2))::int AS late, min(due_at) AS first FROM es.clocks', [now, new Date(now.getTime() - LATE_MS)]);
    const { first, ...counts } = rows[0]!;
    return { ...counts, oldest: first === null ? 0 : Math.max(0, (now.getTime() - first.getTime()) / 1000) };
  };
  if (!consuming.has('supervision')) return;
  const read = together(armed); // Four gauges, one look.
  standardGauges({
    clocksArmed: async () => (await read()).all, clocksDue: async () => (await read()).due, clocksLate: async () => (await read()).late, clocksLateness: async () => (await read()).oldest,
  });
}

function ofSupervision({ pool, clock }: Product): Parameters<typeof standardGauges>[0] {
  const running = `FROM supervision.clock_view WHERE status = 'running' AND duty = 'authority'`;
  return {
    openCases: () => byWord(pool, 'SELECT state AS word, sum(cases)::int AS n FROM supervision.case_tally WHERE NOT closed GROUP BY state HAVING sum(cases) > 0'),
    breached: () => byWord(pool, `SELECT kind AS word, count(*)::int AS n ${running} AND breached GROUP BY kind`),
    dueSoon: () => byWord(pool, `SELECT kind AS word, count(*)::int AS n ${running} AND NOT breached AND "breachAt" <= $1::timestamptz + interval '24 hours' GROUP BY kind`, [clock.now()]),
  };
}

/** A channel that is told of its cases has a number in each, none pending being the number 0: no series would look like no channel. */
function ofIntake({ pool, config, channels }: Product): Parameters<typeof standardGauges>[0] {
  type Queue = { readonly channel: string; readonly pending: number; readonly failed: number; readonly oldest: number };
  const read = together(async () => (await pool.query<Queue>(
    `SELECT channel, (count(d.id) FILTER (WHERE status = 'waiting'))::int AS pending, (count(d.id) FILTER (WHERE status = 'abandoned'))::int AS failed,
            coalesce(extract(epoch FROM clock_timestamp() - min("createdAt") FILTER (WHERE status = 'waiting')), 0)::float8 AS oldest
     FROM unnest($1::text[]) AS c(channel) FULL JOIN (SELECT * FROM intake.delivery WHERE status IN ('waiting', 'abandoned')) d USING (channel) GROUP BY channel`, [[...channels.listening().keys()]])).rows);
  const each = async (number: (queue: Queue) => number): Promise<ReadonlyMap<string, number>> => new Map((await read()).map((queue) => [queue.channel, number(queue)]));
  return {
    deliveriesPending: () => each(({ pending }) => pending), deliveriesFailed: () => each(({ failed }) => failed), deliveriesOldest: () => each(({ oldest }) => oldest),
    olderKeys: () => one(pool, 'SELECT count(*)::int AS n FROM pii.subject_key WHERE wrapped_dek IS NOT NULL AND kek_id <> $1', [config.MASTER_KEY_ID]),
  };
}

/** How long requests take, by route pattern and class of answer. */
export function timeRequests(app: NestFastifyApplication): void {
  app.getHttpAdapter().getInstance().addHook('onResponse', (request, reply, done) => {
    httpSeconds.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: `${Math.floor(reply.statusCode / 100)}xx` }, reply.elapsedTime / 1000);
    done();
  });
}

/** At least so many: of a log that went another way only the last position that differs is known. */
function missing(differs: Differs | undefined): number {
  return differs?.to === undefined ? 0 : Number(BigInt(differs.to) - BigInt(differs.from ?? differs.to)) + 1;
}

/** As the database says: the relay that publishes may be another process's. */
async function publishedUpTo(pool: Pool): Promise<string> {
  return (await pool.query<{ pos: string }>('SELECT pos FROM es.relay')).rows[0]?.pos ?? '0';
}

async function oldestUnpublished({ pool, clock }: Product): Promise<number> {
  const { rows } = await pool.query<{ at: Date }>('SELECT recorded_at AS at FROM es.events WHERE pos = (SELECT pos + 1 FROM es.relay)');
  return rows[0] ? Math.max(0, (clock.nowMs() - rows[0].at.getTime()) / 1000) : 0;
}

function calendarEnd({ policies, clock }: Product): number {
  const pack = policies.packFor(NATION, dayOf(clock.now()));
  const year = pack && policies.calendarFor(NATION, pack).years.at(-1);
  return year === undefined ? Number.NaN : epochMs(startOfDay(`${year + 1}-01-01`)) / 1000;
}

/** Where files of ours lie; the database's disks are its own matter. */
async function ofDisks({ config: { EVIDENCE_STORE, WITNESS_FILE } }: Product, read: (disk: StatsFs) => number): Promise<ReadonlyMap<string, number>> {
  const places = [['temporary', tmpdir()], ...(EVIDENCE_STORE.includes('://') ? [] : [['evidence', EVIDENCE_STORE]]), ...(WITNESS_FILE === undefined ? [] : [['witness', dirname(WITNESS_FILE)]])] as const;
  const found = await Promise.all(places.map(async ([place, path]) => statfs(path).then((disk) => [[place, read(disk)] as const], () => [])));
  return new Map(found.flat());
}

/** One reading for all who ask in the same scrape. */
function together<T>(read: () => Promise<T>): () => Promise<T> {
  let under: Promise<T> | undefined;
  return () => (under ??= read().finally(() => { under = undefined; }));
}

async function one(pool: Pool, sql: string, values: readonly unknown[] = []): Promise<number> {
  return (await pool.query<{ n: number }>(sql, [...values])).rows[0]?.n ?? 0;
}

async function byWord(pool: Pool, sql: string, values: readonly unknown[] = []): Promise<ReadonlyMap<string, number>> {
  return new Map((await pool.query<{ word: string; n: number }>(sql, [...values])).rows.map(({ word, n }) => [word, n]));
}
