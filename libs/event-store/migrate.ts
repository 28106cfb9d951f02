import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ClientBase } from 'pg';

const MIGRATION_LOCK = 727_000;

/**
 * Brings the connected database to the log's schema; doing it twice, or from two processes at once, does it once. The connecting role becomes the owner.
 * A log is given its id and its epoch the first time; a later `logId` is ignored.
 */
export async function migrate(client: ClientBase, { logId = 'anxin' }: { readonly logId?: string } = {}): Promise<void> {
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(logId)) throw new TypeError('logId: lower-case letters, digits and hyphens, at most 40.'); // It becomes part of a topic's name.
  const sql = readFileSync(schemaPath(), 'utf8');
  const digest = createHash('sha256').update(sql).digest('hex');
  await client.query('BEGIN');
  try {
    await client.query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await client.query('CREATE SCHEMA IF NOT EXISTS es');
    await client.query('CREATE TABLE IF NOT EXISTS es.migration(digest text PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock_timestamp())');
    const done = await client.query('SELECT 1 FROM es.migration WHERE digest = $1', [digest]);
    if (done.rowCount === 0) {
      await client.query(sql);
      await client.query('INSERT INTO es.migration(digest) VALUES ($1)', [digest]);
    }
    await client.query('INSERT INTO es.log(log_id, log_epoch, created_at) VALUES ($1, $2, clock_timestamp()) ON CONFLICT DO NOTHING', [logId, randomUUID()]);
    await client.query('UPDATE es.log SET home = coalesce(home, es.here()), born_as = coalesce(born_as, log_id) WHERE home IS NULL OR born_as IS NULL');
    await client.query('INSERT INTO es.epoch(n, epoch, from_pos, lost_to) SELECT 0, log_epoch, 1, 0 FROM es.log WHERE NOT EXISTS (SELECT FROM es.epoch)');
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** The compiler copies no SQL: the compiled file reads the one in the source tree. */
function schemaPath(): string {
  return fileURLToPath(new URL('./schema.sql', import.meta.url)).replace(/([\\/])dist([\\/]libs[\\/])/, '$2');
}
