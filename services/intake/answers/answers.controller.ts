import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Pool } from 'pg';
import { instantOf } from '#libs/contracts/time.js';
import { isUuid } from '#libs/contracts/uuid.js';
import type { Answer } from '#libs/policy/answers.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { ensureInScope } from '#libs/runtime/case-scope.js';
import { refuse as refuseCase } from '#libs/runtime/case-scope.refusals.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import type { FoundAnswers } from './answers.handler.js';
import { Answers } from './answers.handler.js';
import { AnswersQuery, GiveAnswerRequest, PassOnRequest } from './answers.requests.js';
import { ReadReply } from './read-reply.js';

const AGENTS = ['officer', 'coordinator'] as const;
const READERS = ['officer', 'coordinator', 'inspector', 'mediator', 'relief', 'legal-aid', 'supervisor'] as const;

/** For the agents of 12333 and 12345: a question is answered with its entry, source and version, and what the base does not know is passed on. */
@Controller('v1/intake')
export class AnswersController {
  constructor(private readonly answers: Answers, private readonly replies: ReadReply, private readonly pool: Pool) {}

  /** Entries for a question, best first. Nothing of the question is kept. */
  @Get('answers') @Roles(...READERS)
  find(@Query() { q, division, limit }: AnswersQuery, @CurrentCaller() caller: Caller): FoundAnswers {
    return this.answers.find(q, division, caller, limit === undefined ? undefined : Number(limit));
  }

  /** Records that an entry was told to a caller, and gives it back as it was told. */
  @Post('answers') @HttpCode(200) @Roles(...AGENTS)
  async give(@Body() request: GiveAnswerRequest, @CurrentCaller() caller: Caller): Promise<{ enquiry: string; position: string; outcome: string; answer: Answer }> {
    const { given, answer } = await this.answers.give(request, caller);
    return { enquiry: request.enquiry, position: given.position, outcome: given.events.length > 0 ? 'recorded' : 'unchanged', answer };
  }

  /** Passes on what no entry answers: a case, a tracking code, and two working days. */
  @Post('enquiries') @HttpCode(202) @Roles(...AGENTS)
  async passOn(@Body() request: PassOnRequest, @CurrentCaller() caller: Caller): Promise<object> {
    const { caseId, caseNumber, trackingCode } = await this.answers.passOn(request, caller);
    return { caseId, caseNumber, trackingCode };
  }

  /** Enquiries that were passed on in the caller's divisions, those without an answer first, by when it is due. */
  @Get('enquiries') @Roles(...READERS)
  async passedOn(@CurrentCaller() caller: Caller): Promise<object> {
    const { rows } = await this.pool.query<{ askedAt: Date; answeredAt: Date | null }>(
      `SELECT "caseId", "caseNumber", division, category, channel, section, by, "askedAt", due, "answeredAt" FROM intake.enquiry
       WHERE division LIKE ANY($1) ORDER BY "answeredAt" IS NOT NULL, due NULLS LAST, "askedAt" LIMIT 200`, [scopeOf(caller).patterns()]);
    return { enquiries: rows.map((row) => ({ ...row, askedAt: instantOf(row.askedAt.getTime()), answeredAt: row.answeredAt && instantOf(row.answeredAt.getTime()) })) };
  }

  /** The section's answer, for the agent who calls back; the look is recorded. */
  @Post('enquiries/:caseId/reply') @HttpCode(200) @Roles(...AGENTS)
  async reply(@Param('caseId') caseId: string, @CurrentCaller() caller: Caller): Promise<object> {
    if (!isUuid(caseId)) throw refuseCase('NO_SUCH_CASE');
    await ensureInScope(this.pool, caller, caseId);
    return { caseId, ...(await this.replies.read(caseId, causeOf(caller))) };
  }
}
