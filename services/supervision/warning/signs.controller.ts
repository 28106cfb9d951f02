import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { languageOf } from '#libs/runtime/problem.js';
import type { Caller } from '#libs/security/caller.js';
import { DESK_ROLES } from '../case-view/case-view.controller.js';
import { answerOf, offered } from '../stream-door.js';
import { signSteps } from './sign.requests.js';
import { SeasonQuery, SignsQuery } from './signs.queries.js';
import { Signs } from './signs.js';

/** Early signs (苗头) and early warnings (预警): who gathers cases across districts, who was warned of it, and what came of that. */
@Controller('v1/supervision')
export class SignsController {
  constructor(private readonly signs: Signs) {}

  /** Signs that touch the caller's divisions, the worst first. Cases elsewhere are counted, never shown. */
  @Get('signs') @Roles(...DESK_ROLES)
  async list(@Query() query: SignsQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return { now: this.signs.now(), signs: await this.signs.list(query, caller) };
  }

  /** Cases by month: of each month the mean of the years before, with both numbers. */
  @Get('season') @Roles(...DESK_ROLES)
  season(@Query() query: SeasonQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return this.signs.season(query, caller);
  }

  @Get('signs/:sign') @Roles(...DESK_ROLES)
  show(@Param('sign') sign: string, @CurrentCaller() caller: Caller): Promise<object> {
    return this.signs.show(sign, caller);
  }

  /** The steps that the caller may take on the sign now, with their forms. */
  @Get('signs/:sign/actions') @Roles('supervisor', 'officer', 'inspector')
  async actions(@Param('sign') sign: string, @CurrentCaller() caller: Caller, @Headers('accept-language') accept?: string): Promise<object> {
    const { state, version, row } = await this.signs.visible(sign, caller);
    return { sign, version, ...offered(signSteps, this.signs.may(row, caller), state, caller, languageOf(accept), `/v1/supervision/signs/${sign}`) };
  }

  @Post('signs/:sign/commands/:command') @HttpCode(200) @Roles('supervisor', 'officer', 'inspector')
  async give(@Param('sign') sign: string, @Param('command') command: string, @Body() body: unknown, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    return answerOf('sign', await this.signs.step(sign, command, body, { caller, key }));
  }
}
