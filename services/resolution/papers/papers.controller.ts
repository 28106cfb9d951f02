import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { Pool } from 'pg';
import { isUuid } from '#libs/contracts/uuid.js';
import { CurrentCaller, Reads, Roles } from '#libs/runtime/auth.guard.js';
import { ensureInScope } from '#libs/runtime/case-scope.js';
import { refuse as refuseCase } from '#libs/runtime/case-scope.refusals.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { inWhichOf } from '#libs/security/roles.js';
import type { Form } from './papers.handler.js';
import { PapersHandler } from './papers.handler.js';
import { refuse } from './papers.refusals.js';

const ISSUED_BY = ['officer', 'mediator', 'arbitrator', 'inspector', 'relief', 'legal-aid', 'supervisor'] as const;
const LISTED_TO = [...ISSUED_BY, 'coordinator', 'auditor'] as const;
/** Those who may see personal data in the clear. */
const READ_BY = ['officer', 'mediator', 'arbitrator', 'inspector', 'relief', 'legal-aid'] as const;

const MEDIA: Readonly<Record<Form, string>> = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };

export class PapersQuery {
  /** Number of the worker in the case; 1 is who filed. */
  @IsOptional() @Matches(/^[1-9]\d{0,4}$/)
  worker?: string;
}

export class PaperQuery {
  @IsOptional() @IsIn(['zh', 'en'])
  language?: 'zh' | 'en';
}

export class IssuePaperRequest {
  /** Number of the worker in the case; 1 is who filed. */
  @IsOptional() @IsInt() @Min(1) @Max(99_999)
  worker?: number;

  /** The paper in whose place this one comes. */
  @IsOptional() @IsUUID()
  replaces?: string;
}

/** Papers made of a case by the templates of its pack: which can be made, which were, each made again for whoever may read it. */
@Controller('v1/resolution/cases/:caseId/papers')
export class PapersController {
  constructor(private readonly pool: Pool, private readonly handler: PapersHandler) {}

  @Get() @Roles(...LISTED_TO)
  async list(@Param('caseId') caseId: string, @Query() { worker }: PapersQuery, @CurrentCaller() caller: Caller): Promise<object> {
    await this.#ensureSeen(caller, caseId);
    const { offered, issued } = await this.handler.offered(caseId, Number(worker ?? 1));
    return {
      caseId, papers: offered.map(({ roles, ...one }) => ({ ...one, roles, yours: caller.roles.some((role) => roles.includes(role)) })),
      issued: issued.map(({ paper, at, by, kind, number, worker: about, replaces }) => ({ paper, at, by, kind, number, worker: about, replaces, replaced: issued.some((other) => other.replaces === paper), pdf: `/v1/resolution/cases/${caseId}/papers/${paper}.pdf`, docx: `/v1/resolution/cases/${caseId}/papers/${paper}.docx` })),
    };
  }

  @Post(':kind') @HttpCode(200) @Roles(...ISSUED_BY)
  async issue(@Param('caseId') caseId: string, @Param('kind') kind: string, @Body() { worker = 1, replaces }: IssuePaperRequest, @CurrentCaller() caller: Caller): Promise<object> {
    await this.#ensureSeen(caller, caseId);
    const { paper: { paper, number }, position, outcome } = await this.handler.issue(caseId, kind, { worker, replaces: replaces ?? null }, caller);
    return { caseId, paper, kind, number, position, outcome };
  }

  @ApiProduces(...Object.values(MEDIA))
  @Get(':file') @Roles(...READ_BY) @Reads('paper')
  async read(@Param('caseId') caseId: string, @Param('file') file: string, @Query() { language = 'zh' }: PaperQuery, @CurrentCaller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    await this.#ensureSeen(caller, caseId);
    const [, paper = '', form = ''] = /^([0-9a-f-]{36})\.(pdf|docx)$/.exec(file) ?? [];
    if (!isUuid(paper)) throw refuse('NO_SUCH_PAPER');
    const { bytes, issued } = await this.handler.read(caseId, paper, form as Form, language, causeOf(caller, inWhichOf(caller.roles, READ_BY)));
    await reply.headers({
      'content-type': MEDIA[form as Form], 'content-disposition': `attachment; filename="${issued.kind}-${paper.slice(-12)}.${form}"`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'content-language': language === 'zh' ? 'zh-CN' : 'en',
    }).send(bytes);
  }

  async #ensureSeen(caller: Caller, caseId: string): Promise<void> {
    if (!isUuid(caseId)) throw refuseCase('NO_SUCH_CASE');
    await ensureInScope(this.pool, caller, caseId);
  }
}
