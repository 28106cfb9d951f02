import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Reading } from '#libs/contracts/audit.events.js';
import { dayOf } from '#libs/contracts/time.js';
import { isUuid, uuidv5 } from '#libs/contracts/uuid.js';
import { Appender } from '#libs/event-store/append.js';
import { readStream } from '#libs/event-store/read.js';
import { published } from '#libs/event-store/streams.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { Clock } from './clock.js';
import { log, traceOf } from './logger.js';
import type { Problem } from './problem.js';

const TRIES_MAX = 3;
/** So many of one caller are kept in an hour by one process; whoever tries more is a flood, which the metrics and the log of the process show. */
const OF_CALLER_MAX = 60;
const CALLERS_MAX = 10_000;
const HOUR_MS = 3_600_000;

/**
 * Keeps who asked for what is a person's and was refused: in the case, where there is one, else under the caller. Of each caller, kind of reading and case one a
 * day. Before the answer, so that nobody is told no unseen; but where the log cannot take it, the no stands all the same.
 */
@Injectable()
export class RefusedReads {
  readonly #counted = new Map<string, { readonly until: number; count: number }>();

  constructor(private readonly pool: Pool, private readonly appender: Appender, private readonly clock: Clock) {}

  async note(reading: Reading, caller: Caller, asked: unknown, { status, code }: Pick<Problem, 'status' | 'code'>): Promise<void> {
    if ((status !== 403 && status !== 404) || !this.#within(caller.subject)) return;
    try {
      const caseId = typeof asked === 'string' && isUuid(asked) && (await this.#exists(asked)) ? asked : undefined;
      const [stream, id, type] = caseId === undefined ? [`looking/${lookerOf(caller)}`, lookerOf(caller), 'LookRefused'] : [`access/${caseId}`, caseId, 'ReadingRefused'];
      await this.#append(stream, id, { type, at: this.clock.now(), by: causeOf(caller).actor, reading, code }, caller);
    } catch (error) {
      log.error({ reading, code, error: traceOf(error) }, 'a refused reading could not be recorded');
    }
  }

  async #append(stream: string, caseId: string, event: { readonly type: string; readonly at: string; readonly by: string; readonly reading: Reading; readonly code: string }, caller: Caller): Promise<void> {
    const { type, data } = published('audit', event);
    for (let attempt = 0; attempt < TRIES_MAX; attempt++) {
      const before = await readStream(this.pool, stream);
      const isKnown = before.some((one) => one.type === type && one.data['by'] === event.by && one.data['reading'] === event.reading && dayOf(one.recordedAt) === dayOf(event.at));
      if (isKnown) return;
      const { outcome } = await this.appender.append({ stream, caseId, expected: before.length, meta: causeOf(caller), events: [{ type, data, recordedAt: event.at }] });
      if (outcome !== 'conflict') return;
    }
  }

  async #exists(caseId: string): Promise<boolean> {
    const { rowCount } = await this.pool.query('SELECT 1 FROM es.streams WHERE stream_id = $1', [`claim/${caseId}`]);
    return rowCount === 1;
  }

  #within(subject: string): boolean {
    const now = performance.now();
    const known = this.#counted.get(subject);
    if (known && known.until > now) return ++known.count <= OF_CALLER_MAX;
    this.#counted.delete(subject);
    if (this.#counted.size >= CALLERS_MAX) this.#counted.delete(this.#counted.keys().next().value!);
    this.#counted.set(subject, { until: now + HOUR_MS, count: 1 });
    return true;
  }
}

/** The id under which is kept what one caller asked for that is of no single case. */
export function lookerOf({ subject }: Pick<Caller, 'subject'>): string {
  return uuidv5(`looker/${subject}`);
}
