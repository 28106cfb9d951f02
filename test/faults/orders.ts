import { randomInt } from 'node:crypto';
import type pg from 'pg';
import { chance, nextOrder } from '../../demo/orders.js';

/** When the orders of these tests came in. */
export const RECEIVED = '2026-03-02T10:15:00+08:00';
export const NOW = '2026-03-02T10:20:00+08:00';

/** Different orders on all channels, none of them the same complaint as another. */
export function orders(count: number, from = 1): { channel: string; order: object }[] {
  return Array.from({ length: count }, (_, at) => nextOrder(from + at, RECEIVED));
}

/** A seed from `SEED` or drawn, printed so that the same run can be made again. */
export function seeded(test: string): () => number {
  const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));
  process.stderr.write(`${test}: SEED=${seed}\n`);
  return chance(seed);
}

/** Rows of one column. */
export async function column<T>(database: pg.Pool, text: string, values: unknown[] = []): Promise<T[]> {
  const { rows } = await database.query<[T]>({ text, values, rowMode: 'array' });
  return rows.map(([value]) => value);
}

export async function one<T>(database: pg.Pool, text: string, values: unknown[] = []): Promise<T> {
  return (await column<T>(database, text, values))[0]!;
}

/** Cases that are not routed exactly once; those that another order was joined to are routed with it. */
export function notRoutedOnce(database: pg.Pool): Promise<string[]> {
  return column(database, `SELECT f.case_id::text FROM es.events f LEFT JOIN es.events r ON r.case_id = f.case_id AND r.type = 'routing.case-routed'
    WHERE f.type = 'intake.claim-filed' GROUP BY f.case_id HAVING count(r.pos) <> 1`);
}

/** Positions are 1..N without a gap, and so are the versions of each stream. */
export function isContiguous(database: pg.Pool): Promise<boolean> {
  return one(database, `SELECT (SELECT count(*) = coalesce(max(pos), 0) FROM es.events)
    AND NOT EXISTS (SELECT FROM es.events GROUP BY stream_id HAVING count(*) <> max(version) OR min(version) <> 1)
    AND NOT EXISTS (SELECT FROM es.streams s WHERE s.version <> (SELECT max(version) FROM es.events e WHERE e.stream_id = s.stream_id))`);
}
