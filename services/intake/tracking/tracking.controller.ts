import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Pool } from 'pg';
import { isTrackingCode } from '#libs/contracts/ids.js';
import { caseOfClaim, readCase } from '#libs/event-store/read.js';
import type { Policies } from '#libs/policy/in-force.js';
import { Public } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import { languageOf } from '#libs/runtime/problem.js';
import { POLICIES } from '#libs/runtime/product.js';
import { trackedOf } from './tracked.js';
import { textOf } from './tracked-text.js';
import { refuse } from './tracking.refusals.js';

class TrackQuery {
  /** `text`: plain lines, for a text message or the telephone; so is `Accept: text/plain`. */
  @IsOptional() @IsIn(['text', 'json']) as?: 'text' | 'json';
  @IsOptional() @IsIn(['zh', 'en']) lang?: 'zh' | 'en';
}

/** Where is my case? The code is the key: whoever has it sees the way of the case and nothing personal. */
@Controller('v1/track')
export class TrackingController {
  constructor(private readonly pool: Pool, @Inject(POLICIES) private readonly policies: Policies, private readonly clock: Clock) {}

  @Get(':trackingCode') @Public()
  async track(
    @Param('trackingCode') code: string, @Query() query: TrackQuery, @Headers('accept') accept: string | undefined, @Headers('accept-language') language: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | string> {
    const caseId = isTrackingCode(code) ? await caseOfClaim(this.pool, 'tracking-code', code) : undefined;
    const tracked = caseId && trackedOf(await readCase(this.pool, caseId), this.policies, this.clock.now());
    if (!tracked) throw refuse('UNKNOWN_TRACKING_CODE');
    if (!isText(query.as, accept)) return tracked;
    void reply.type('text/plain; charset=utf-8');
    return textOf(tracked, query.lang ?? languageOf(language));
  }
}

function isText(as: TrackQuery['as'], accept = ''): boolean {
  return as === undefined ? /\btext\/plain\b/.test(accept) && !/\bapplication\/json\b/.test(accept) : as === 'text';
}
