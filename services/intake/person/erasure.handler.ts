import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Pool } from 'pg';
import type { PoolClient } from 'pg';
import type { Cause } from '#libs/contracts/cause.js';
import type { ErasureBasis, ErasureEvent, RetentionEvent } from '#libs/contracts/intake.events.js';
import type { Day } from '#libs/contracts/time.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import { batchStatement } from '#libs/event-store/batch.js';
import { published, Streams } from '#libs/event-store/streams.js';
import { transaction } from '#libs/messaging/effects.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import type { Given } from '#libs/runtime/give-command.js';
import { Keyring } from '#libs/security/keyring.js';
import type { ErasureCommand, File } from './erasure.decider.js';
import { erasure } from './erasure.decider.js';
import { retention } from './retention.decider.js';
import { subjectOfNobody } from './retention.projection.js';

export interface PersonFile extends File {
  readonly caseNumber: string;
  readonly division: string;
  readonly file: string | null;
}

/** The person's cases by the read table, and what only the index knows yet: a case filed a moment ago is open. */
const FILES = `SELECT r."caseId", r."caseNumber", r.division, r.file, r."keptUntil"::text AS "keptUntil", r.held FROM intake.retention r WHERE r.subject = $1
  UNION ALL SELECT DISTINCT b.case_id, '', '', NULL, NULL::text, false FROM pii.blind_index b JOIN es.streams s ON s.stream_id = 'claim/' || b.case_id
    WHERE b.subject_id = $1 AND NOT EXISTS (SELECT 1 FROM intake.retention r WHERE r."caseId" = b.case_id)
  ORDER BY 1`;
const TRIES_MAX = 3;
const CONFLICT = '40001';

/** Erases a person: the facts that say so and the end of the key are one transaction. */
@Injectable()
export class ErasureHandler {
  constructor(private readonly pool: Pool, private readonly streams: Streams, private readonly commands: CommandBus, private readonly keyring: Keyring, private readonly clock: Clock) {}

  async filesOf(subject: string, db: Pool | PoolClient = this.pool): Promise<readonly PersonFile[]> {
    const { rows } = await db.query<Omit<PersonFile, 'keptUntil'> & { keptUntil: Day | null }>(FILES, [subject]);
    return rows.map(({ keptUntil, ...file }) => ({ ...file, keptUntil: keptUntil ?? undefined }));
  }

  request(subject: string, files: readonly File[], { basis, reason }: { readonly basis: ErasureBasis; readonly reason: string }, cause: Cause): Promise<Given> {
    return this.#give({ type: 'RequestErasure', at: this.clock.now(), by: cause.actor, subject, files, basis, reason }, cause);
  }

  reject(subject: string, reason: string, cause: Cause): Promise<Given> {
    return this.#give({ type: 'RejectErasure', at: this.clock.now(), by: cause.actor, subject, reason }, cause);
  }

  /** What a hold or a new case changes meanwhile is looked at again. Answers with the cases; false where the person had been erased before. */
  async approve(subject: string, cause: Cause): Promise<{ readonly erased: boolean; readonly cases: readonly string[] }> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#approve(subject, cause);
      } catch (error) {
        if ((error as { code?: unknown }).code !== CONFLICT || attempt === TRIES_MAX) throw error;
      }
    }
  }

  async #approve(subject: string, cause: Cause): Promise<{ readonly erased: boolean; readonly cases: readonly string[] }> {
    const at = this.clock.now();
    let cases: readonly string[] = [];
    let erased = false;
    await transaction(this.pool, async (tx) => {
      const known = await this.streams.load<Parameters<typeof erasure.decide>[1], ErasureEvent>(`erasure/${subject}`, erasure);
      await tx.query('SELECT 1 FROM pii.subject_key WHERE subject_id = $1 FOR UPDATE', [subject]); // Two at once would be two facts.
      const files = await this.#held(await this.filesOf(subject, tx));
      cases = files.map(({ caseId }) => caseId);
      const events = erasure.decide({ type: 'ApproveErasure', at, by: cause.actor, subject, files }, known.state);
      if (events.length === 0) return () => [];
      erased = true;
      const keys = [subject, ...cases.map(subjectOfNobody)];
      const append = batchStatement([this.#command(`erasure/${subject}`, subject, known.version, events, cause, at), ...(await this.#casesErased(files, subject, cause, at))]);
      for (const key of keys) await this.keyring.erase(key, tx);
      return () => [tx.query(append)];
    });
    for (const key of [subject, ...cases.map(subjectOfNobody)]) this.keyring.forget(key); // Read again by another request before the commit.
    return { erased, cases };
  }

  /** A hold as its stream says it now: the read table may be a moment late. */
  async #held(files: readonly PersonFile[]): Promise<readonly PersonFile[]> {
    return Promise.all(files.map(async (file) => ({ ...file, held: (await this.streams.load(`retention/${file.caseId}`, retention)).state.held })));
  }

  async #casesErased(files: readonly File[], subject: string, cause: Cause, at: string): Promise<readonly AppendCommand[]> {
    const told = await Promise.all(files.map(async ({ caseId }) => {
      const { state, version } = await this.streams.load<Parameters<typeof retention.decide>[1], RetentionEvent>(`retention/${caseId}`, retention);
      const events = retention.decide({ type: 'ErasePersonalData', at, by: cause.actor, subject }, state);
      return events.length === 0 ? [] : [this.#command(`retention/${caseId}`, caseId, version, events, cause, at)];
    }));
    return told.flat();
  }

  #command(stream: string, caseId: string, expected: number, events: readonly { readonly type: string }[], meta: Cause, recordedAt: string): AppendCommand {
    return { stream, caseId, expected, meta, events: events.map((event) => ({ ...published('intake', event), recordedAt })) };
  }

  #give(command: ErasureCommand, cause: Cause): Promise<Given> {
    return this.commands.execute(new GiveCommand('erasure', command.subject, command, cause));
  }
}
