import type { ClientBase } from 'pg';
import type { LogEvent } from '#libs/contracts/audit.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { batchStatement } from '#libs/event-store/batch.js';
import { head, readStream } from '#libs/event-store/read.js';
import { published } from '#libs/event-store/streams.js';
import { refuse } from './restore.refusals.js';

/** Who says how the log goes on, and why. */
export interface Said {
  readonly by: string;
  readonly reason: string;
  readonly now: Instant;
}

/** The log as it was looked at, held until the transaction ends: nobody appends. Throws where it has changed since. */
export async function hold(owner: ClientBase, lookedAt: number): Promise<void> {
  await owner.query('SELECT pg_advisory_xact_lock(727001)');
  if (Number(await head(owner)) !== lookedAt) throw refuse('LOG_CHANGED_MEANWHILE');
}

/** The log lives in this database from here on, and the turn of whoever relays or seals it ends, so that both look anew. */
export async function comeHome(owner: ClientBase): Promise<void> {
  await owner.query('UPDATE es.log SET home = es.here()');
  await owner.query(`UPDATE es.lease SET epoch = epoch + 1, owner = NULL, until = '-infinity' WHERE name IN ('relay', 'seal', 'clocks')`);
  await owner.query('UPDATE es.relay SET epoch = (SELECT epoch FROM es.lease WHERE name = \'relay\')');
}

/** What was decided becomes a fact of the log itself; the last statement of the transaction. */
export async function record(owner: ClientBase, bornAs: string, event: LogEvent, { by, reason, now }: Said): Promise<void> {
  const id = uuidv5(`log/${bornAs}`);
  const expected = (await readStream(owner, `log/${id}`)).length;
  await owner.query(batchStatement([{ stream: `log/${id}`, caseId: id, expected, meta: { actor: by, reason }, events: [{ ...published('audit', event), recordedAt: now }] }]));
}

/** All or nothing. */
export async function inTransaction<T>(owner: ClientBase, work: () => Promise<T>): Promise<T> {
  await owner.query('BEGIN');
  try {
    const result = await work();
    await owner.query('COMMIT');
    return result;
  } catch (error) {
    await owner.query('ROLLBACK').catch(() => undefined); // The session may be what failed.
    throw error;
  }
}
