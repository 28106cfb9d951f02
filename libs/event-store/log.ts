import type { Pool } from 'pg';
import type { Instant } from '#libs/contracts/time.js';

/** Who this log is. The epoch changes only when a restored log takes another way than the one that was published. */
export interface Log {
  readonly logId: string;
  readonly logEpoch: string;
}

/** Throws where the database holds no log yet. */
export async function openLog(pool: Pool): Promise<Log> {
  const { rows } = await pool.query<{ log_id: string; log_epoch: string }>('SELECT log_id, log_epoch FROM es.log');
  const [row] = rows;
  if (!row) throw new Error('The database holds no log: run the migration first.');
  return { logId: row.log_id, logEpoch: row.log_epoch };
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
