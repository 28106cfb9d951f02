import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Pool } from 'pg';
import type { ErasureEvent } from '#libs/contracts/intake.events.js';
import { isUuid } from '#libs/contracts/uuid.js';
import { dayOf } from '#libs/contracts/time.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { casesInScope, ensureInScope } from '#libs/runtime/case-scope.js';
import { Clock } from '#libs/runtime/clock.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { scopeOf, scopeWhere } from '#libs/security/scope.js';
import { refuse as refuseCase } from '#libs/runtime/case-scope.refusals.js';
import { ErasureHandler } from './erasure.handler.js';
import type { PersonFile } from './erasure.handler.js';
import { refuse } from './erasure.refusals.js';
import { AskErasure, RejectErasure } from './erasures.requests.js';

const DUE_MAX = 200;
const OPEN_MAX = 200;
const DECIDED_BY = ['supervisor'] as const;

interface Due { readonly subject: string; readonly cases: readonly { readonly caseId: string; readonly caseNumber: string; readonly file: string | null; readonly keptUntil: string }[] }

/** Who is to be erased, who asked, and who decides. The list of what is due erases nobody: a person asks, and a second one decides. */
@Controller('v1/intake/erasures')
export class ErasuresController {
  constructor(private readonly pool: Pool, private readonly handler: ErasureHandler, private readonly clock: Clock) {}

  @Get() @Roles('supervisor', 'auditor')
  @ApiOperation({ summary: 'Erasures that wait for a decision, and persons whose files have been kept for their term: oldest first' })
  async list(@CurrentCaller() caller: Caller): Promise<object> {
    const [open, due] = await Promise.all([this.#open(caller), this.#due(caller)]);
    return { open, due: due.filter(({ subject }) => !open.some((one) => one.subject === subject)) };
  }

  @Post() @HttpCode(201) @Roles(...DECIDED_BY)
  @ApiOperation({ summary: 'Asks to have the person of a case erased; a second person decides' })
  async ask(@Body() { caseId, basis, reason }: AskErasure, @CurrentCaller() caller: Caller): Promise<object> {
    await ensureInScope(this.pool, caller, caseId);
    const { rows } = await this.pool.query<{ subject: string }>('SELECT subject FROM intake.retention WHERE "caseId" = $1', [caseId]);
    const subject = rows[0]?.subject;
    if (subject === undefined) throw refuseCase('NO_SUCH_CASE');
    const { outcome } = await this.handler.request(subject, await this.#filesOf(subject, caller), { basis, reason }, causeOf(caller, 'supervisor'));
    return { subject, outcome };
  }

  @Post(':subject/approve') @HttpCode(200) @Roles(...DECIDED_BY)
  @ApiOperation({ summary: 'Destroys the key and the index of the person, in one transaction with the facts that say so. Cannot be undone' })
  async approve(@Param('subject') subject: string, @CurrentCaller() caller: Caller): Promise<object> {
    await this.#filesOf(subject, caller);
    const { erased, cases } = await this.handler.approve(subject, causeOf(caller, 'supervisor'));
    return { subject, outcome: erased ? 'appended' : 'unchanged', cases };
  }

  @Post(':subject/reject') @HttpCode(200) @Roles(...DECIDED_BY)
  async reject(@Param('subject') subject: string, @Body() { reason }: RejectErasure, @CurrentCaller() caller: Caller): Promise<object> {
    await this.#filesOf(subject, caller);
    const { outcome } = await this.handler.reject(subject, reason, causeOf(caller, 'supervisor'));
    return { subject, outcome };
  }

  /** All of the person's files: whoever decides must be competent for each of them. */
  async #filesOf(subject: string, caller: Caller): Promise<readonly PersonFile[]> {
    const files = isUuid(subject) ? await this.handler.filesOf(subject) : [];
    const inside = files.length > 0 ? await casesInScope(this.pool, caller, files.map(({ caseId }) => caseId)) : new Set<string>();
    if (files.length === 0 || !files.every(({ caseId }) => inside.has(caseId))) throw refuse('NO_SUCH_ERASURE');
    return files;
  }

  async #due(caller: Caller): Promise<readonly Due[]> {
    const { sql, values } = scopeWhere(scopeOf(caller), 'division', 2);
    const { rows } = await this.pool.query<Due>(
      `SELECT subject, json_agg(json_build_object('caseId', "caseId", 'caseNumber', "caseNumber", 'file', file, 'keptUntil', "keptUntil") ORDER BY "keptUntil") AS cases
       FROM intake.retention WHERE subject IN (SELECT subject FROM intake.retention WHERE "keptUntil" < $1 AND "erasedAt" IS NULL AND ${sql})
       GROUP BY subject HAVING bool_and("keptUntil" IS NOT NULL AND "keptUntil" < $1 AND NOT held AND "erasedAt" IS NULL AND ${sql}) ORDER BY max("keptUntil"), subject LIMIT ${DUE_MAX}`, [dayOf(this.clock.now()), ...values]);
    return rows;
  }

  /** By the last fact of each stream; only of persons all of whose files lie in the caller's divisions. */
  async #open(caller: Caller): Promise<readonly Extract<ErasureEvent, { type: 'ErasureRequested' }>[]> {
    const { rows } = await this.pool.query<{ data: string }>(
      `SELECT e.data FROM es.streams s JOIN es.events e ON e.stream_id = s.stream_id AND e.version = s.version
       WHERE s.stream_id >= 'erasure/' AND s.stream_id < 'erasure0' AND e.type = 'intake.erasure-requested' ORDER BY e.pos LIMIT ${OPEN_MAX}`);
    const open = rows.map(({ data }) => JSON.parse(data) as Extract<ErasureEvent, { type: 'ErasureRequested' }>);
    const inside = await casesInScope(this.pool, caller, open.flatMap(({ cases }) => cases));
    return open.filter(({ cases }) => cases.every((caseId) => inside.has(caseId)));
  }
}
