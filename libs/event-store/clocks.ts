import type { Pool } from 'pg';
import type { Instant } from '#libs/contracts/time.js';
import { instantOf } from '#libs/contracts/time.js';

export interface ArmedClock {
  readonly id: string;
  readonly caseId: string;
  readonly kind: string;
  readonly due: Instant;
  readonly note: string;
}

/** Armed clocks that are due, the oldest first, from behind one of them on. Read without a lock: the expected version of the stream that settles them decides. */
export async function dueClocks(pool: Pool, now: Instant, limit: number, after?: ArmedClock): Promise<ArmedClock[]> {
  const { rows } = await pool.query<{ clock_id: string; case_id: string; kind: string; due_at: Date; note: string }>(
    `SELECT clock_id, case_id, kind, due_at, note FROM es.clocks WHERE due_at <= $1 ${after ? 'AND (due_at, clock_id) > ($3, $4)' : ''} ORDER BY due_at, clock_id LIMIT $2`, [now, limit, ...(after ? [after.due, after.id] : [])]);
  return rows.map((row) => ({ id: row.clock_id, caseId: row.case_id, kind: row.kind, due: instantOf(row.due_at.getTime()), note: row.note }));
}

/** The right to do a thing alone, for economy: whatever it guards must stay correct beside a holder that does not know it has lost it. */
export interface Lease {
  /** Higher with every new holder. */
  readonly epoch: string;
  /** Prolongs it; false where another has taken it, and the holder must stop. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

/** Takes the lease for some seconds of the database's clock; undefined while another holds it. One that would end after five minutes, as none does, was taken while the clock was wrong: it is nobody's. */
export async function lease(pool: Pool, name: string, owner: string, seconds: number): Promise<Lease | undefined> {
  const { rows } = await pool.query<{ epoch: string }>(
    `INSERT INTO es.lease AS l (name, owner, epoch, until) VALUES ($1, $2, 1, clock_timestamp() + make_interval(secs => $3))
     ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, epoch = l.epoch + 1, until = clock_timestamp() + make_interval(secs => $3)
       WHERE l.until < clock_timestamp() OR l.until > clock_timestamp() + interval '5 minutes'
     RETURNING epoch`, [name, owner, seconds]);
  const epoch = rows[0]?.epoch;
  if (epoch === undefined) return undefined;
  const mine = 'name = $1 AND owner = $2 AND epoch = $3';
  return {
    epoch,
    renew: async () => {
      const renewed = await pool.query(`UPDATE es.lease SET until = clock_timestamp() + make_interval(secs => $4) WHERE ${mine}`, [name, owner, epoch, seconds]);
      return renewed.rowCount === 1;
    },
    release: async () => {
      await pool.query(`UPDATE es.lease SET until = '-infinity' WHERE ${mine}`, [name, owner, epoch]);
    },
  };
}
