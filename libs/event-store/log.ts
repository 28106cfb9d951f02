import type { Pool } from 'pg';
import type { Instant } from '#libs/contracts/time.js';

/** Who this log is. The epoch changes only when a restored log takes another way than the one that was published. */
export interface Log {
  readonly logId: string;
  readonly logEpoch: string;
  /** The id that it was begun under; its own streams, as that of the law, are named after it. Another than `logId` in a copy. */
  readonly bornAs: string;
}

/** Throws where the database holds no log yet. */
export async function openLog(pool: Pool): Promise<Log> {
  const { rows } = await pool.query<{ log_id: string; log_epoch: string; born_as: string }>('SELECT log_id, log_epoch, born_as FROM es.log');
  const [row] = rows;
  if (!row) throw new Error('The database holds no log: run the migration first.');
  return { logId: row.log_id, logEpoch: row.log_epoch, bornAs: row.born_as };
}

/** False where the database was restored, copied or promoted since the log was last told where it lives: then nothing is appended here. */
export async function isAtHome(db: Pool): Promise<boolean> {
  const { rows } = await db.query<{ home: boolean }>('SELECT home = es.here() AS home FROM es.log');
  return rows[0]?.home === true;
}

/** As far as nothing outside speaks against it: the same database after a failover is at home again. False where a person must say so. */
export async function promoted(db: Pool): Promise<boolean> {
  const { rows } = await db.query<{ home: boolean }>('SELECT es.promoted() AS home');
  return rows[0]?.home === true;
}

const SWEEPS_MAX = 1_000;

/** Forgets the command keys stored before an instant, the end of the retention of the door; answers how many. */
export async function sweepCommandKeys(pool: Pool, before: Instant): Promise<number> {
  let swept = 0;
  for (let sweep = 0; sweep < SWEEPS_MAX; sweep++) {
    const { rows } = await pool.query<{ n: number }>('SELECT es.sweep_command_keys($1) AS n', [before]);
    const n = rows[0]?.n ?? 0;
    swept += n;
    if (n === 0) break;
  }
  return swept;
}
