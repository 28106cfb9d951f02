import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Cause } from '#libs/contracts/cause.js';
import type { CheckpointRow } from '#libs/event-store/checkpoints.js';
import { checkpointAtMost, newestCheckpoint } from '#libs/event-store/checkpoints.js';
import { readFrom } from '#libs/event-store/read.js';

const FRESH_MS = 500;

/** What of the log was sealed when a call was taken. Every receipt tells it, so that each channel is a witness of the log. */
@Injectable()
export class SealedBefore {
  #newest: Promise<CheckpointRow | undefined> | undefined;
  #readAt = 0;

  constructor(private readonly pool: Pool) {}

  /** The newest checkpoint, or one that was the newest a moment ago. */
  now(): Promise<CheckpointRow | undefined> {
    if (!this.#newest || performance.now() - this.#readAt > FRESH_MS) {
      this.#readAt = performance.now();
      this.#newest = newestCheckpoint(this.pool);
      this.#newest.catch(() => { this.#newest = undefined; });
    }
    return this.#newest;
  }

  /** The signed note that went out with the event of this cause. */
  async noteOf({ sealed }: Cause): Promise<{ checkpoint?: string }> {
    if (sealed === undefined) return {};
    const newest = await this.now();
    const row = newest?.size === Number(sealed) ? newest : await checkpointAtMost(this.pool, Number(sealed));
    return row ? { checkpoint: row.note } : {};
  }

  async noteAt(position: string): Promise<{ checkpoint?: string }> {
    const [event] = await readFrom(this.pool, String(BigInt(position) - 1n), 1);
    return event ? this.noteOf(event.meta) : {};
  }
}
