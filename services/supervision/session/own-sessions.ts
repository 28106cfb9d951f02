import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { EndedSessions } from '#libs/runtime/ended-sessions.js';
import type { Caller } from '#libs/security/caller.js';
import { ABSOLUTE_MS, IDLE_MS, stands } from '#libs/security/session.js';
import type { Session } from '#libs/security/session.js';
import { browserOf } from './browser.js';

type Times = Pick<Session, 'startedAt' | 'usedAt'>;

export interface OwnSession {
  /** When it began, in milliseconds since 1970: by this it is ended. */
  readonly session: string;
  readonly startedAt: string;
  readonly usedAt: string;
  /** As far as the browser says: `Firefox`, `Windows`. */
  readonly browser: string | null;
  readonly system: string | null;
}

/** Where somebody is signed in, for that person alone. Kept no longer than the session lives, and of the browser no more than its family. */
@Injectable()
export class OwnSessions {
  constructor(private readonly pool: Pool, private readonly ended: EndedSessions) {}

  /** A sign-in, or a sign of life of one. */
  async note({ startedAt, usedAt }: Times, { subject }: Pick<Caller, 'subject'>, userAgent: string | undefined): Promise<void> {
    const { browser, system } = browserOf(userAgent);
    await this.pool.query('DELETE FROM supervision.own_session WHERE "startedAt" <= $1 OR "usedAt" <= $2', [usedAt - ABSOLUTE_MS, usedAt - IDLE_MS]);
    await this.pool.query(
      `INSERT INTO supervision.own_session AS s (person, "startedAt", "usedAt", browser, system) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (person, "startedAt") DO UPDATE SET "usedAt" = greatest(s."usedAt", excluded."usedAt")`, [personOf(subject), startedAt, usedAt, browser, system]);
  }

  /** Those that still stand, the newest first. */
  async of({ subject }: Pick<Caller, 'subject'>, nowMs: number): Promise<readonly OwnSession[]> {
    const { rows } = await this.pool.query<{ startedAt: string; usedAt: string; browser: string | null; system: string | null }>(
      'SELECT "startedAt", "usedAt", browser, system FROM supervision.own_session WHERE person = $1 ORDER BY "startedAt" DESC', [personOf(subject)]);
    const live = await Promise.all(rows.map(async (row) => {
      const times: Times = { startedAt: Number(row.startedAt), usedAt: Number(row.usedAt) };
      return stands(times, nowMs) && !(await this.ended.has(times, { subject })) ? [{ session: row.startedAt, startedAt: isoOf(times.startedAt), usedAt: isoOf(times.usedAt), browser: row.browser, system: row.system }] : [];
    }));
    return live.flat();
  }

  /** All of the person's where no beginning is named. */
  async forget({ subject }: Pick<Caller, 'subject'>, startedAt?: number): Promise<void> {
    await this.pool.query('DELETE FROM supervision.own_session WHERE person = $1 AND ($2::bigint IS NULL OR "startedAt" = $2)', [personOf(subject), startedAt ?? null]);
  }
}

function personOf(subject: string): string {
  return uuidv5(`session/${subject}`);
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
