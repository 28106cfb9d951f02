import { Controller, Get, Param, Query } from '@nestjs/common';
import { IsOptional, IsString, Length } from 'class-validator';
import { Pool } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { isInstant } from '#libs/contracts/time.js';
import { isUuid } from '#libs/contracts/uuid.js';
import { readCase } from '#libs/event-store/read.js';
import { CurrentCaller, Reads, Roles } from '#libs/runtime/auth.guard.js';
import { ensureInScope } from '#libs/runtime/case-scope.js';
import { refuse as refuseCase } from '#libs/runtime/case-scope.refusals.js';
import type { Caller } from '#libs/security/caller.js';
import { refuse } from './replay.refusals.js';
import { stepsOf } from './steps.js';

export class ReplayQuery {
  @IsOptional() @IsString() @Length(1, 40) asOf?: string;
}

/** A case folded again from nothing, step by step: what each fact changed, and the case as it stood at the end. */
@Controller('v1/audit/cases/:caseId')
export class ReplayController {
  constructor(private readonly pool: Pool) {}

  @Get('replay') @Roles('auditor', 'supervisor') @Reads('replay')
  async replay(@Param('caseId') caseId: string, @Query() { asOf }: ReplayQuery, @CurrentCaller() caller: Caller): Promise<object> {
    if (!isUuid(caseId)) throw refuseCase('NO_SUCH_CASE');
    await ensureInScope(this.pool, caller, caseId);
    return { caseId, ...stepsOf(await this.#events(caseId, asOf)) };
  }

  #events(caseId: string, asOf: string | undefined): Promise<PublishedEvent[]> {
    if (asOf === undefined) return readCase(this.pool, caseId);
    if (/^\d{1,18}$/.test(asOf)) return readCase(this.pool, caseId, { upToPosition: asOf });
    if (isInstant(asOf)) return readCase(this.pool, caseId, { upToInstant: asOf });
    throw refuse('REPLAY_AS_OF_MALFORMED');
  }
}
