import type { Pool } from 'pg';
import type { FileStore } from './storage/file-store.js';

const HOUR_MS = 3_600_000;
const ASKED_AT_ONCE = 500;

/** The files that no event names: left by a crash, or by a race, between storing and telling. Only those older than some hours: a younger one may be told of yet. */
export async function orphansIn(store: FileStore, pool: Pool, olderThanHours: number): Promise<readonly string[]> {
  const now = (await pool.query<{ ms: number }>('SELECT (extract(epoch FROM now()) * 1000)::float8 AS ms')).rows[0]!.ms; // Real time: files are as old as they are, whatever a demo's clock says.
  const orphans: string[] = [];
  let asked: string[] = [];
  const ask = async (): Promise<void> => {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT i.id FROM unnest($1::text[]) AS i(id) WHERE NOT EXISTS (SELECT FROM es.events e WHERE e.type = 'intake.evidence-added' AND e.data::jsonb ->> 'evidence' = i.id)`, [asked]);
    orphans.push(...rows.map(({ id }) => id));
    asked = [];
  };
  for await (const { id, storedAtMs } of store.list()) {
    if (now - storedAtMs < olderThanHours * HOUR_MS) continue;
    if (asked.push(id) === ASKED_AT_ONCE) await ask();
  }
  if (asked.length > 0) await ask();
  return orphans;
}
