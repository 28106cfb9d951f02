import type { Pool } from 'pg';
import { holderName } from '#libs/event-store/instance.js';

/**
 * Lets one process do what one is enough for. It saves work; nothing may depend on it for its correctness, for a holder that was
 * frozen does not know that its time is over. The database's clock alone counts.
 */
export class Lease {
  private readonly owner = holderName();
  private epoch: string | undefined;
  private renewAt = 0;

  constructor(private readonly pool: Pool, private readonly name: 'relay' | 'seal' | 'clocks' | 'verify', private readonly ms = 5_000) {}

  /** The epoch, higher than that of every earlier holder; undefined while another holds it. A lease that would end after five minutes, as none does, was taken while the clock was wrong: it is nobody's. */
  async acquire(): Promise<string | undefined> {
    const { rows } = await this.pool.query<{ epoch: string }>(
      `UPDATE es.lease SET owner = $2, epoch = epoch + 1, until = clock_timestamp() + $3 * interval '1 ms'
       WHERE name = $1 AND (until < clock_timestamp() OR until > clock_timestamp() + interval '5 minutes') RETURNING epoch`,
      [this.name, this.owner, this.ms]);
    this.epoch = rows[0]?.epoch;
    this.renewAt = performance.now() + this.ms / 5;
    return this.epoch;
  }

  /** Call it often: it asks the database five times in a lease. False once another holds it. */
  async keep(): Promise<boolean> {
    if (this.epoch === undefined) return false;
    if (performance.now() < this.renewAt) return true;
    this.renewAt = performance.now() + this.ms / 5;
    const { rowCount } = await this.pool.query(
      `UPDATE es.lease SET until = clock_timestamp() + $4 * interval '1 ms' WHERE name = $1 AND owner = $2 AND epoch = $3`, [this.name, this.owner, this.epoch, this.ms]);
    if (rowCount === 0) this.epoch = undefined;
    return rowCount === 1;
  }

  /** So that the next holder need not wait. */
  async release(): Promise<void> {
    if (this.epoch === undefined) return;
    const epoch = this.epoch;
    this.epoch = undefined;
    await this.pool.query('UPDATE es.lease SET until = clock_timestamp() WHERE name = $1 AND owner = $2 AND epoch = $3', [this.name, this.owner, epoch]);
  }
}
