import type { ClientBase, Pool } from 'pg';
import { PARTITIONS, partitionOf } from './topics.js';

const WINDOW = 2_000;

/** The last position at or below `position` in each partition of a log's topic; without those that have none. */
export async function lastOfEachPartition(pool: Pick<Pool, 'query'> | ClientBase, position: bigint): Promise<Map<number, bigint>> {
  const last = new Map<number, bigint>();
  for (let from = position; from > 0n && last.size < PARTITIONS; from -= BigInt(WINDOW)) {
    const { rows } = await (pool as Pool).query<{ pos: string; case_id: string }>(
      'SELECT pos, case_id FROM es.events WHERE pos <= $1 AND pos > $1::bigint - $2::bigint ORDER BY pos DESC', [String(from), WINDOW]);
    for (const row of rows) {
      const partition = partitionOf(row.case_id);
      if (!last.has(partition)) last.set(partition, BigInt(row.pos));
    }
  }
  return last;
}
