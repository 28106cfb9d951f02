import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { newestCheckpoint, tilesIn } from '#libs/event-store/checkpoints.js';
import { migrate } from '#libs/event-store/migrate.js';
import { canonicalJson, entryOf, leafHash } from '#libs/merkle/entry.js';
import { newSigningKey, signerOf } from '#libs/merkle/note.js';
import { inclusionProofFrom } from '#libs/merkle/proof.js';
import { uuidv7 } from '#libs/contracts/uuid.js';
import { logKeys } from '../services/audit/log/log-keys.js';
import { Sealer } from '../services/audit/log/sealer.js';
import { WitnessTopic } from '../services/audit/log/witness-topic.js';
import { verifyDatabase } from '../services/audit/cli/verify.js';
import type { Finding, Part } from './measure.js';
import { median } from './measure.js';

const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 400_000);
const PER_STREAM = 6;
const CHUNK = 5_000;
const ROUNDS = 3;

/** The whole log verified: every leaf from its columns, tiles, roots, signatures; beside it, sealing a backlog, and one inclusion proof. Needs DATABASE_URL. */
export const part: Part = { name: 'verify', run };

async function run(): Promise<Finding> {
  const server = process.env['DATABASE_URL'];
  if (!server) return { part: 'verify', figures: {}, ratios: {}, notes: ['Skipped: DATABASE_URL names no PostgreSQL.'] };
  const name = `bench_${randomBytes(4).toString('hex')}`;
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  await administer(server, `CREATE DATABASE ${name}`);
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  try {
    const client = await pool.connect();
    await migrate(client, { logId: name.replace('_', '-') });
    client.release();
    await fill(pool);
    return await measured(pool, url, name.replace('_', '-'));
  } finally {
    await pool.end();
    await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

async function measured(pool: pg.Pool, database: string, logId: string): Promise<Finding> {
  const key = newSigningKey(`bench.invalid/${logId}`).privateKey;
  const keys = logKeys({ NODE_ENV: 'production', LOG_SIGNING_KEYS: [key], LOG_SIGNING_KEY_FILE: undefined, LOG_VERIFIER_KEYS: [] }, logId);
  const nowhere = { createTopic: () => Promise.resolve(), readAll: () => Promise.resolve([]), publish: () => Promise.resolve() };
  let began = performance.now();
  const sealer = new Sealer({ pool, keys, topic: new WitnessTopic(nowhere as never, logId) }).start();
  while ((await newestCheckpoint(pool))?.size !== EVENTS) await pause(20);
  const sealing = (EVENTS * 1000) / (performance.now() - began);
  await sealer.stop();
  const rates: number[] = [];
  const cpu: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    began = performance.now();
    const before = process.cpuUsage();
    const { findings } = await verifyDatabase({ database, keys: [signerOf(key).verifier], threads: 2 });
    if (findings.length > 0) throw new Error(JSON.stringify(findings[0]));
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / EVENTS);
    rates.push((EVENTS * 1000) / (performance.now() - began));
  }
  const proofs: number[] = [];
  for (let proof = 0; proof < 200; proof++) {
    began = performance.now();
    await inclusionProofFrom(tilesIn(pool), Math.floor((EVENTS * proof) / 200), EVENTS);
    proofs.push(performance.now() - began);
  }
  return {
    part: 'verify', ratios: {},
    figures: { events_verified_per_second: median(rates), verifier_cpu_us_per_event: median(cpu), events_sealed_per_second: sealing, inclusion_proof_ms: median(proofs) },
    notes: [`${EVENTS.toLocaleString('en')} events of about 700 bytes, ${PER_STREAM} a stream, two threads; PostgreSQL works on the same processors.`],
  };
}

/** Events as the product writes them, straight into the table: the append is measured elsewhere. */
async function fill(pool: pg.Pool): Promise<void> {
  const meta = canonicalJson({ actor: 'process:bench', cause: uuidv7() });
  const at = Date.UTC(2026, 2, 2);
  for (let from = 0; from < EVENTS; from += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, EVENTS - from) }, (_, n) => {
      const position = from + n + 1;
      const caseId = `00000000-0000-7000-8000-${String(Math.floor((position - 1) / PER_STREAM)).padStart(12, '0')}`;
      const event = {
        caseId, stream: `claim/${caseId}`, version: ((position - 1) % PER_STREAM) + 1, eventId: uuidv7(at + position), type: 'intake.claim-filed', schemaVersion: 1,
        data: canonicalJson({ n: position, text: 'x'.repeat(420) }), meta, recordedAtMicros: BigInt(at + position) * 1_000n,
      };
      return { ...event, position, leaf: leafHash(entryOf(event)), at: new Date(at + position) };
    });
    await pool.query(
      `INSERT INTO es.events(pos, case_id, stream_id, version, event_id, type, schema_v, data, meta, recorded_at, leaf_hash)
       SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::int[], $5::uuid[], $6::text[], $7::smallint[], $8::text[], $9::text[], $10::timestamptz[], $11::bytea[])`,
      [rows.map((r) => r.position), rows.map((r) => r.caseId), rows.map((r) => r.stream), rows.map((r) => r.version), rows.map((r) => r.eventId), rows.map((r) => r.type), rows.map((r) => r.schemaVersion),
        rows.map((r) => r.data), rows.map((r) => r.meta), rows.map((r) => r.at), rows.map((r) => r.leaf)]);
  }
  await pool.query('VACUUM (ANALYZE) es.events');
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
