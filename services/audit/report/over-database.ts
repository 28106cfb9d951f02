import type { Pool } from 'pg';
import { withSession } from '#libs/event-store/session.js';
import type { Verifier } from '#libs/merkle/note.js';
import type { Kept } from '../cli/claims.js';
import { claimsOf } from '../cli/claims.js';
import { shownFrom } from '../cli/opened.js';
import type { Verification } from '../cli/verify.js';
import { verifiedBy } from '../cli/verify.js';
import type { Report, ReportWanted } from './report.js';
import { reportOf } from './report.js';
import { tablesIn } from './tables.js';

/** Verifies the whole log in its database, with every copy that can be read, and reports on it up to the checkpoint at or before `wanted.at`. */
export async function reportOver(db: Pool, keys: readonly Verifier[], wanted: ReportWanted, verification: Partial<Verification> = {}): Promise<Report> {
  const log = await shownFrom(db, wanted.at);
  return withSession(db, async (client) => {
    const { findings } = await verifiedBy(client, { database: '', threads: 0, keys, ...verification });
    const sealed = Number(log.note.split('\n')[1]);
    const { rows: [row] } = await db.query<{ n: number }>('SELECT count(*)::int AS n FROM es.checkpoint WHERE size <= $1', [sealed]);
    const copies = [{ where: 'es.checkpoint', checkpoints: row!.n }];
    for (const kept of [...(verification.files ?? []), ...(verification.topic ? [verification.topic] : [])]) copies.push({ where: kept.where, checkpoints: await within(kept, keys, sealed) });
    return await reportOf(log, keys, wanted, { by: 'database', findings, copies }, tablesIn(db));
  });
}

async function within({ where, notes }: Kept, keys: readonly Verifier[], sealed: number): Promise<number> {
  let count = 0;
  for await (const note of await notes()) count += claimsOf(where, [note], keys, []).filter(({ size }) => size <= sealed).length;
  return count;
}
