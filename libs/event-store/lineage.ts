import type { ClientBase, Pool } from 'pg';

/** One way that the log has taken. `from` is its first position that is another than before; up to `lostTo` the way before had held others. */
export interface Epoch {
  readonly n: number;
  readonly epoch: string;
  readonly from: bigint;
  readonly lostTo: bigint;
}

/** The ways that a log has taken, the present one last: what of each of them still stands. */
export class Lineage {
  constructor(readonly epochs: readonly Epoch[]) {}

  get current(): Epoch {
    return this.epochs.at(-1)!;
  }

  named(epoch: string): Epoch | undefined {
    return this.epochs.find((one) => one.epoch === epoch);
  }

  /** Where a later way began, so that a position, or a tree of this many positions, of way `n` is no part of the log any more; undefined where it stands. */
  givenUpBy(n: number, position: bigint): Epoch | undefined {
    return this.epochs.find((later) => later.n > n && later.from <= position);
  }
}

/** Throws where the database holds no log. */
export async function readLineage(db: Pool | ClientBase): Promise<Lineage> {
  const { rows } = await (db as Pool).query<{ n: number; epoch: string; from_pos: string; lost_to: string }>('SELECT n, epoch, from_pos, lost_to FROM es.epoch ORDER BY n');
  if (rows.length === 0) throw new Error('The database holds no log: run the migration first.');
  return new Lineage(rows.map((row) => ({ n: row.n, epoch: row.epoch, from: BigInt(row.from_pos), lostTo: BigInt(row.lost_to) })));
}
