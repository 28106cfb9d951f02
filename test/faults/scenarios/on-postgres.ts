import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { City } from '../city.js';
import { diskOfTheCity, inTheCity, noSmallDisk } from '../in-the-city.js';
import type { Chance, Scenario } from '../scenario.js';

const SERVER_CONNECTIONS_MAX = 300;
const HELD_MS = 4_000;
const LOG_LOCK = 727_001;

/** Ways in which the server itself goes away; it recovers from its log. */
async function crash(city: City, chance: Chance, round: number): Promise<number> {
  await pause(chance() * 1_000);
  if (round % 3 === 2) {
    await city.postgres.crash(); // One backend dies of SIGKILL: the server ends all others and recovers by itself.
    return 1;
  }
  await city.postgres.end(round % 3 === 0 ? 'immediate' : 'kill');
  await pause(chance() * 2_000);
  await city.postgres.begin();
  return 1;
}

/** Ends sessions of the product, some by some, in the middle of whatever they do. */
async function terminate(city: City, chance: Chance): Promise<number> {
  let ended = 0;
  for (let time = 0; time < 5; time++) {
    await pause(chance() * 400);
    const { rowCount } = await city.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = '' AND (state <> 'idle' OR random() < 0.3)`);
    ended += rowCount ? 1 : 0;
  }
  return ended;
}

/** Somebody else takes every connection that the server has. */
async function exhaust(city: City): Promise<number> {
  const taken: pg.Client[] = [];
  try {
    await city.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`);
    for (let refused = 0; refused < 20 && taken.length < SERVER_CONNECTIONS_MAX;) {
      const clients = Array.from({ length: 20 }, () => new pg.Client({ connectionString: city.postgres.url, application_name: 'thief' }));
      const opened = await Promise.allSettled(clients.map((client) => client.on('error', () => undefined).connect()));
      refused = opened.filter(({ status }) => status === 'rejected').length;
      taken.push(...clients.filter((_, at) => opened[at]!.status === 'fulfilled'));
    }
    await pause(HELD_MS);
  } finally {
    await Promise.all(taken.map((client) => client.end()));
  }
  return 1;
}

/** Somebody holds what every append takes last, or a table that every service reads. */
async function lock(city: City, _chance: Chance, round: number): Promise<number> {
  const client = new pg.Client({ connectionString: city.postgres.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(round % 2 === 0 ? `SELECT pg_advisory_xact_lock(${LOG_LOCK})` : 'LOCK TABLE es.streams IN ACCESS EXCLUSIVE MODE');
    await pause(HELD_MS);
    await client.query('ROLLBACK');
  } finally {
    await client.end();
  }
  return 1;
}

/** The disk of PostgreSQL is full for a while; where that ends the server, it is started again, as whoever made room would. */
async function fillDisk(city: City): Promise<number> {
  const ballast = join(diskOfTheCity(), 'ballast');
  const file = openSync(ballast, 'w');
  try {
    for (const block = Buffer.alloc(1_048_576, 1); writeSync(file, block) === block.length;);
  } catch {
    // Full, as is wanted.
  } finally {
    closeSync(file);
  }
  await pause(HELD_MS);
  rmSync(ballast);
  await pause(500);
  if (!(await city.postgres.answers())) {
    await city.postgres.end('immediate');
    await city.postgres.begin();
  }
  return 1;
}

export const onPostgres: readonly Scenario[] = [
  inTheCity({ name: 'postgres-crash', does: 'PostgreSQL stopped at once, killed, or one backend killed; then it recovers', faults: { commit: 1, prove: 3 }, finds: ['commit-not-durable', 'positions-by-sequence'], fault: crash }),
  inTheCity({ name: 'postgres-sessions', does: 'sessions of the services terminated in the middle of their work', faults: { commit: 5, prove: 10 }, finds: ['positions-by-sequence', 'consumer-marks-first'], fault: terminate }),
  inTheCity({ name: 'postgres-full', does: 'every connection of the server taken by somebody else', faults: { commit: 1, prove: 1 }, finds: [], fault: exhaust }),
  inTheCity({ name: 'postgres-lock', does: 'the lock of the log, or a table of it, held for seconds', faults: { commit: 1, prove: 2 }, finds: [], fault: lock }),
  inTheCity({ name: 'disk-full', does: 'the disk of PostgreSQL full for seconds', faults: { commit: 0, prove: 1 }, finds: [], kind: 'small disk', impossible: noSmallDisk, fault: fillDisk }),
];
