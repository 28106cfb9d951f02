import { hash, randomBytes } from 'node:crypto';

/** A time that stands armed: said by an event, or by a row of the table. */
export interface Standing { readonly caseId: string; readonly kind: string; readonly dueMs: number; readonly note: string }

/** Armed times fall into so many parts, by the first three digits of their ids. */
const PARTS = 4_096;
const LANES = 4;
const LANE_BYTES = 4;

export function partOf(id: string): number {
  return parseInt(id.slice(0, 3), 16) || 0;
}

/**
 * What stands armed, however much it is, in 64 KiB: of each part the sum of the hashes of its times. Two sets whose sums are equal are equal, for whoever would make
 * others of the same sum must know the key, which is chosen at random and leaves this process never.
 */
export class ClockSums {
  private constructor(private readonly key: string, private readonly lanes: Uint32Array) {}

  static none(key = randomBytes(32).toString('latin1')): ClockSums {
    return new ClockSums(key, new Uint32Array(PARTS * LANES));
  }

  /** Of nothing, and to be compared with these. */
  empty(): ClockSums {
    return ClockSums.none(this.key);
  }

  copy(): ClockSums {
    return new ClockSums(this.key, this.lanes.slice());
  }

  add(id: string, standing: Standing): void {
    this.#count(id, standing, 1);
  }

  take(id: string, standing: Standing): void {
    this.#count(id, standing, -1);
  }

  /** The parts in which something else stands. */
  unlike(other: ClockSums): number[] {
    return Array.from({ length: PARTS }, (_, part) => part).filter((part) => {
      const at = part * LANES;
      return this.lanes.subarray(at, at + LANES).some((sum, lane) => sum !== other.lanes[at + lane]);
    });
  }

  #count(id: string, { caseId, kind, dueMs, note }: Standing, times: 1 | -1): void {
    const digest = hash('sha256', `${this.key}${id}\0${caseId}\0${kind}\0${dueMs}\0${note}`, 'buffer'); // No text of the database holds a \0.
    const at = partOf(id) * LANES;
    for (let lane = 0; lane < LANES; lane++) this.lanes[at + lane] = this.lanes[at + lane]! + times * digest.readUInt32LE(lane * LANE_BYTES); // Modulo 2^32.
  }
}
