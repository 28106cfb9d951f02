import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { formatCaseNumber } from '#libs/contracts/ids.js';

/** Numbers that a process takes at a time: a restart leaves at most this many unused. */
const BLOCK = 50;

/** Case numbers `{region6}-{yyyy}-{kind}-{seq6}`: one sequence for each place, year and kind, taken in blocks so that no claim waits for another. */
@Injectable()
export class CaseNumbers {
  readonly #blocks = new Map<string, Promise<{ next: number; end: number }>>();

  constructor(private readonly pool: Pool) {}

  async next(division: string, year: number, kind: string): Promise<string> {
    const region = division.slice(0, 6);
    const name = `${region}-${year}-${kind}`;
    for (;;) {
      const waiting = this.#blocks.get(name) ?? this.#take(name);
      this.#blocks.set(name, waiting);
      const block = await waiting.catch((error: unknown) => {
        this.#blocks.delete(name);
        throw error;
      });
      if (block.next < block.end) return formatCaseNumber({ region, year, kind, sequence: block.next++ });
      if (this.#blocks.get(name) === waiting) this.#blocks.delete(name);
    }
  }

  async #take(name: string): Promise<{ next: number; end: number }> {
    const { rows } = await this.pool.query<{ end: number }>(
      `INSERT INTO intake.case_number AS c (name, taken) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET taken = c.taken + $2 RETURNING taken AS end`, [name, BLOCK]);
    const end = rows[0]!.end + 1;
    return { next: end - BLOCK, end };
  }
}
