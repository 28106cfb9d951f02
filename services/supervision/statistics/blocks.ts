import type { Pool } from 'pg';
import { lease } from '#libs/event-store/clocks.js';
import { holderName } from '#libs/event-store/instance.js';
import { head } from '#libs/event-store/read.js';
import { inTransaction } from '#libs/event-store/session.js';
import { lastOfEachPartition } from '#libs/messaging/partitions-of-log.js';
import { partitionOf } from '#libs/messaging/topics.js';
import { log } from '#libs/runtime/logger.js';
import type { Product } from '#libs/runtime/product.js';

/** Positions whose facts are summed together, once: a year of a million cases is some fifty blocks, and each is summed in a second or two. */
export const BLOCK = 524_288;
/** Beside the place: what the sums of a block are told apart by, one at a time. All at once would be as many sums as facts. */
export const aspects = ['none', 'department', 'track', 'category', 'channel'] as const;
export type Aspect = (typeof aspects)[number];
const LOOK_MS = 5_000;
const WINDOW = 2_000;

/** The last position up to which supervision has taken in every event, whatever its partition; parked ones count as taken in. */
export async function coveredPosition(pool: Pool, logId: string): Promise<string> {
  const until = await head(pool);
  const { rows } = await pool.query<{ part: number; pos: string }>('SELECT part, pos FROM supervision.high_water WHERE consumer = $1 AND log_id = $2', [`${logId}-supervision`, logId]);
  const marks = new Map(rows.map(({ part, pos }) => [part, BigInt(pos)]));
  const behind = [...(await lastOfEachPartition(pool, BigInt(until)))].flatMap(([partition, last]) => { const done = marks.get(partition) ?? 0n; return done < last ? [[partition, done] as const] : []; });
  return behind.length === 0 ? until : String((await firstAfter(pool, new Map(behind))) - 1n);
}

/** The first event of these partitions that lies after what each has done: there is one. */
async function firstAfter(pool: Pool, done: ReadonlyMap<number, bigint>): Promise<bigint> {
  for (let from = [...done.values()].reduce((a, b) => (a < b ? a : b)); ;) {
    const { rows } = await pool.query<{ pos: string; case_id: string }>('SELECT pos, case_id FROM es.events WHERE pos > $1 ORDER BY pos LIMIT $2', [String(from), WINDOW]);
    const first = rows.find(({ pos, case_id }) => BigInt(pos) > (done.get(partitionOf(case_id)) ?? BigInt(pos)));
    if (first) return BigInt(first.pos);
    from = BigInt(rows.at(-1)!.pos);
  }
}

/** Up to here nothing can come any more, not even a parked event that is released: what is summed stays so. */
async function completePosition(pool: Pool, logId: string): Promise<string> {
  const covered = await coveredPosition(pool, logId);
  const { first } = await parkedUpTo(pool, logId, covered);
  return first === null ? covered : String(BigInt(first) - 1n);
}

/** How many parked events lie at or below a position, and the first of all: what they say is in no figure yet. */
export async function parkedUpTo(pool: Pool, logId: string, position: string): Promise<{ readonly events: number; readonly first: string | null }> {
  const { rows } = await pool.query<{ events: number; first: string | null }>('SELECT count(*)::int AS events, min(pos) AS first FROM supervision.parked WHERE consumer = $1 AND log_id = $2 AND pos > 0 AND pos <= $3', [`${logId}-supervision`, logId, position]);
  return rows[0]!;
}

/** Sums the blocks of positions that are whole and not summed yet; answers how many it summed. `size` is a test's. */
export async function sumBlocks(pool: Pool, covered: string, size = BLOCK): Promise<number> {
  const whole = Math.floor(Number(covered) / size);
  const { rows } = await pool.query<{ block: number }>('SELECT b AS block FROM generate_series(0, $1::int - 1) AS b WHERE NOT EXISTS (SELECT FROM supervision.fact_blocks_done d WHERE d.block = b) ORDER BY b', [whole]);
  for (const { block } of rows) await sumBlock(pool, block, size);
  return rows.length;
}

async function sumBlock(pool: Pool, block: number, size: number): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const done = await tx.query('INSERT INTO supervision.fact_blocks_done(block) VALUES ($1) ON CONFLICT DO NOTHING', [block]);
    if (done.rowCount !== 1) return;
    await tx.query(
      `INSERT INTO supervision.fact_blocks(aspect, block, kind, month, division, value, part, n, amount)
       WITH changed AS MATERIALIZED (
         SELECT kind, date_trunc('month', day)::date AS month, cell, sum(n) AS n, sum(n * amount) AS amount FROM (
           SELECT kind, day, cell, amount, 1 AS n FROM supervision.case_facts WHERE since > $2 AND since <= $3
           UNION ALL SELECT kind, day, cell, amount, -1 FROM supervision.case_facts WHERE until > $2 AND until <= $3) f GROUP BY 1, 2, 3)
       SELECT a.aspect, $1, s.kind, s.month, c.division, CASE a.aspect WHEN 'department' THEN c.department WHEN 'track' THEN c.track WHEN 'category' THEN c.category WHEN 'channel' THEN c.channel ELSE '' END, c.part, sum(s.n), sum(s.amount)
       FROM changed s JOIN supervision.fact_cells c USING (cell) CROSS JOIN unnest($4::text[]) AS a(aspect) GROUP BY 1, 3, 4, 5, 6, 7 HAVING sum(s.n) <> 0 OR sum(s.amount) <> 0`, [block, block * size, (block + 1) * size, aspects]);
  });
}

/** Looks now and then whether another block is whole. One instance does it, for economy: two would only find it done. */
export class BlockSummer {
  #running = true;
  #loop: Promise<void> | undefined;
  #wake = (): void => undefined;

  constructor(private readonly product: Product) {}

  start(): this {
    this.#loop = this.#run();
    return this;
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.#wake();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { pool, log: { logId } } = this.product;
    const owner = holderName();
    while (this.#running) {
      try {
        const held = await lease(pool, 'figures', owner, 60);
        if (held) await sumBlocks(pool, await completePosition(pool, logId));
        await held?.release();
      } catch (error) {
        log.warn({ problem: (error as Error).name }, 'the sums of figures wait for the store');
      }
      await new Promise<void>((resolve) => { const timer = setTimeout(resolve, LOOK_MS); this.#wake = () => { clearTimeout(timer); resolve(); }; });
    }
  }
}
