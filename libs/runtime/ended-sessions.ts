import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { SessionEvent } from '#libs/contracts/session.events.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { Appender } from '#libs/event-store/append.js';
import { readStream } from '#libs/event-store/read.js';
import { published } from '#libs/event-store/streams.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import type { Session } from '#libs/security/session.js';
import { Clock } from './clock.js';

const TRIES_MAX = 5;
/** More sign-outs than a person makes while one session can last. */
const LATEST = 200;

/** Which sessions were ended before their time: a cookie that was copied opens nothing once its person has signed out (ASVS 7.4.1). One look by index for each call of a browser. */
@Injectable()
export class EndedSessions {
  constructor(private readonly pool: Pool, private readonly appender: Appender, private readonly clock: Clock) {}

  async has({ startedAt }: Pick<Session, 'startedAt'>, { subject }: Pick<Caller, 'subject'>): Promise<boolean> {
    const { rows } = await this.pool.query<{ data: string }>('SELECT data FROM es.events WHERE stream_id = $1 ORDER BY version DESC LIMIT $2', [`session/${idOf(subject)}`, LATEST]);
    return rows.map(({ data }) => JSON.parse(data) as SessionEvent).some((ended) => ended.startedAt === startedAt || (ended.startedAt === null && startedAt <= ended.endedAt));
  }

  /** `everywhere`: every session of the person that has begun. `nowMs`: of real time. */
  async end({ startedAt }: Pick<Session, 'startedAt'>, caller: Caller, everywhere: boolean, nowMs: number): Promise<void> {
    const at = this.clock.now();
    const event: SessionEvent = { type: 'SessionEnded', at, by: causeOf(caller).actor, startedAt: everywhere ? null : startedAt, endedAt: nowMs };
    const { type, data } = published('supervision', event);
    const [stream, caseId] = [`session/${idOf(caller.subject)}`, idOf(caller.subject)];
    for (let attempt = 0; attempt < TRIES_MAX; attempt++) {
      const { length: expected } = await readStream(this.pool, stream);
      const { outcome } = await this.appender.append({ stream, caseId, expected, meta: causeOf(caller), events: [{ type, data, recordedAt: at }] });
      if (outcome !== 'conflict') return;
    }
    throw new Error('A session could not be ended: others of the same person end at the same time.');
  }
}

function idOf(subject: string): string {
  return uuidv5(`session/${subject}`);
}
