import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiProduces } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import { readCase } from '#libs/event-store/read.js';
import type { Policies } from '#libs/policy/in-force.js';
import { Public } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import { languageOf } from '#libs/runtime/problem.js';
import { POLICIES } from '#libs/runtime/product.js';
import { CodeDoor } from './code-door.js';
import { CorrectionByCode, CorrectionRequest } from './correction.js';
import type { CorrectionOutcome } from './correction.js';
import { OwnPerson } from './own-person.js';
import { BY_CODE, SupplementByCode, SupplementRequest } from './supplement.js';
import { trackedOf } from './tracked.js';
import { textOf } from './tracked-text.js';
import { refuse } from './tracking.refusals.js';

class TrackQuery {
  /** `text`: plain lines, for a text message or the telephone; so is `Accept: text/plain`. */
  @IsOptional() @IsIn(['text', 'json']) as?: 'text' | 'json';
  @IsOptional() @IsIn(['zh', 'en']) lang?: 'zh' | 'en';
}

/** A gang behind one address may look all at once. */
const LOOKED_PER_MINUTE = 300;

/** Where is my case? The code is the key: whoever has it sees the way of the case and nothing personal. */
@Controller('v1/track')
export class TrackingController {
  constructor(private readonly pool: Pool, @Inject(POLICIES) private readonly policies: Policies, private readonly clock: Clock, private readonly supplements: SupplementByCode, private readonly corrections: CorrectionByCode, private readonly door: CodeDoor, private readonly own: OwnPerson, private readonly commands: CommandBus) {}

  @ApiProduces('application/json', 'text/plain')
  @Get(':trackingCode') @Public() @RouteConfig({ rateLimit: { max: LOOKED_PER_MINUTE, timeWindow: '1 minute' } })
  async track(
    @Param('trackingCode') code: string, @Query() query: TrackQuery, @Headers('accept') accept: string | undefined, @Headers('accept-language') language: string | undefined,
    @Req() { ip }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | string> {
    const tracked = trackedOf(await readCase(this.pool, await this.door.caseOf(code, ip)), this.policies, this.clock.now());
    if (!tracked) throw refuse('UNKNOWN_TRACKING_CODE');
    if (!isText(query.as, accept)) return tracked;
    void reply.type('text/plain; charset=utf-8');
    return textOf(tracked, query.lang ?? languageOf(language));
  }

  /** What the worker adds in words; the same words again change nothing. */
  @Post(':trackingCode/supplements') @HttpCode(201) @Public() @RouteConfig({ rateLimit: { max: 20, timeWindow: '10 minutes' } })
  async supplement(@Param('trackingCode') code: string, @Body() { text }: SupplementRequest, @Req() { ip }: FastifyRequest): Promise<{ outcome: 'added' | 'unchanged' }> {
    const { events } = await this.supplements.add(await this.door.caseOf(code, ip), text);
    return { outcome: events.length > 0 ? 'added' : 'unchanged' };
  }

  /** Name, telephone or identity number put right (个人信息保护法 46): at once for whom the service of real names vouches, else once an officer has verified it. */
  @Post(':trackingCode/corrections') @HttpCode(200) @Public() @RouteConfig({ rateLimit: { max: 20, timeWindow: '10 minutes' } })
  async correct(@Param('trackingCode') code: string, @Body() said: CorrectionRequest, @Req() { ip }: FastifyRequest, @Headers('x-identity-assertion') assertion?: string): Promise<CorrectionOutcome> {
    return this.corrections.correct(await this.door.caseOf(code, ip), code, said, assertion);
  }

  /** Whoever filed while the service of real names was away, or by telephone, proves it afterwards. */
  @Post(':trackingCode/identity') @HttpCode(200) @Public() @RouteConfig({ rateLimit: { max: 20, timeWindow: '10 minutes' } })
  async prove(@Param('trackingCode') code: string, @Req() { ip }: FastifyRequest, @Headers('x-identity-assertion') assertion?: string): Promise<{ identity: 'proven'; outcome: string }> {
    const caseId = await this.door.caseOf(code, ip);
    const proof = await this.own.prove(caseId, code, assertion);
    const { outcome } = await this.commands.execute(new GiveCommand('claim', caseId, { type: 'ProveIdentity', at: this.clock.now(), by: BY_CODE, proof } as { type: string }, { actor: BY_CODE }));
    return { identity: 'proven', outcome };
  }
}

function isText(as: TrackQuery['as'], accept = ''): boolean {
  return as === undefined ? /\btext\/plain\b/.test(accept) && !/\bapplication\/json\b/.test(accept) : as === 'text';
}
