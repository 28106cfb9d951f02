import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { AccessEvent } from '#libs/contracts/audit.events.js';
import type { Cause } from '#libs/contracts/cause.js';
import { Appender } from '#libs/event-store/append.js';
import { StoreBusy } from '#libs/event-store/failures.js';
import { readStream } from '#libs/event-store/read.js';
import { published } from '#libs/event-store/streams.js';
import { backoff } from '#libs/messaging/backoff.js';
import { Clock } from './clock.js';

/** Who reads one case at the same time as many others waits for them, and not for long. */
const TRIES_MAX = 20;
const WAIT_MS = [2, 50] as const;

type Read = Extract<AccessEvent, { type: 'PersonalDataRead' }>;
type Exported = Extract<AccessEvent, { type: 'PersonalDataExported' }>;

/** Keeps that somebody read words that may name a person and stand in no case, by whose own stream it would be kept: recorded before anything is shown. */
@Injectable()
export class RecordedReads {
  constructor(private readonly pool: Pool, private readonly appender: Appender, private readonly clock: Clock) {}

  /** `id`: of what was read, a place that is visited. Each reading is a fact of its own. */
  async note(id: string, fields: readonly string[], reason: string, cause: Cause): Promise<void> {
    await this.#append(id, { type: 'PersonalDataRead', at: this.clock.now(), by: cause.actor, fields: [...fields], reason }, cause);
  }

  /** A copy for the person, in the history of each case that it tells of. */
  async noteExport(copy: Pick<Exported, 'subject' | 'cases' | 'fields' | 'reason' | 'format'>, cause: Cause): Promise<void> {
    const at = this.clock.now();
    for (const caseId of copy.cases) await this.#append(caseId, { type: 'PersonalDataExported', at, by: cause.actor, ...copy }, cause);
  }

  async #append(id: string, event: Read | Exported, cause: Cause): Promise<void> {
    const { type, data } = published('audit', event);
    const stream = `access/${id}`;
    for (let attempt = 0; attempt < TRIES_MAX; attempt++) {
      const { length: expected } = await readStream(this.pool, stream);
      const { outcome } = await this.appender.append({ stream, caseId: id, expected, meta: cause, events: [{ type, data, recordedAt: event.at }] });
      if (outcome !== 'conflict') return;
      await pause(backoff(attempt, ...WAIT_MS));
    }
    throw new StoreBusy();
  }
}
