import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { languageOf } from '#libs/runtime/problem.js';
import { fieldsOf } from '#libs/runtime/validation.js';
import type { Caller } from '#libs/security/caller.js';
import { DESK_ROLES } from '../case-view/case-view.controller.js';
import { answerOf, offered } from '../stream-door.js';
import { partnerSteps, RegisterPoint, RegisterStation, RegisterUnit, REGISTRARS } from './partner.requests.js';
import { Partners } from './partners.js';
import { PartnersQuery } from './partners.queries.js';

const registrations = [
  { path: 'points', request: RegisterPoint, zh: '登记监测点', en: 'Register a monitoring point', ground: 'S-HN20 四(一)2' },
  { path: 'stations', request: RegisterStation, zh: '登记驻外服务站', en: 'Register a service station', ground: 'S-HN20 四(一)3' },
  { path: 'units', request: RegisterUnit, zh: '备案协作单位', en: 'Register a partner unit', ground: 'S-HN20 四(一)4; S-HN20 四(三)' },
] as const;

/** Monitoring points (监测点), service stations outside the province (驻外服务站) and partner units (协作单位). */
@Controller('v1/supervision/partners')
export class PartnersController {
  constructor(private readonly partners: Partners) {}

  @Get() @Roles(...DESK_ROLES)
  list(@Query() query: PartnersQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return this.partners.list(query, caller);
  }

  /** Forms by which a partner is registered. */
  @Get('actions') @Roles(...REGISTRARS)
  registering(@Headers('accept-language') accept?: string): object {
    return { actions: registrations.map(({ path, request, zh, en, ground }) => ({ command: path, title: { zh, en }, ground, method: 'POST', href: `/v1/supervision/partners/${path}`, fields: fieldsOf(request, languageOf(accept)) })) };
  }

  /** What waits for the caller's level: reports due and missing, major events that nobody has taken up, units to be assessed. */
  @Get('desk') @Roles(...DESK_ROLES)
  desk(@CurrentCaller() caller: Caller): Promise<object> {
    return this.partners.desk(caller);
  }

  /** Prefectures of the caller's divisions, and how many stations each keeps outside the province. */
  @Get('coverage') @Roles(...DESK_ROLES)
  coverage(@CurrentCaller() caller: Caller): Promise<object> {
    return this.partners.coverage(caller);
  }

  @Post('points') @HttpCode(200) @Roles(...REGISTRARS)
  async registerPoint(@Body() request: RegisterPoint, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    return answerOf('partner', await this.partners.registerPoint(request, { caller, key }));
  }

  @Post('stations') @HttpCode(200) @Roles(...REGISTRARS)
  async registerStation(@Body() request: RegisterStation, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    return answerOf('partner', await this.partners.registerStation(request, { caller, key }));
  }

  @Post('units') @HttpCode(200) @Roles(...REGISTRARS)
  async registerUnit(@Body() request: RegisterUnit, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    return answerOf('partner', await this.partners.registerUnit(request, { caller, key }));
  }

  @Get(':partner') @Roles(...DESK_ROLES)
  show(@Param('partner') partner: string, @CurrentCaller() caller: Caller): Promise<object> {
    return this.partners.show(partner, caller);
  }

  /** The steps that the caller may take on it now, with their forms. */
  @Get(':partner/actions') @Roles('coordinator', 'officer', 'supervisor')
  async actions(@Param('partner') partner: string, @CurrentCaller() caller: Caller, @Headers('accept-language') accept?: string): Promise<object> {
    const { state, version } = await this.partners.visible(partner, caller);
    return { partner, version, ...offered(partnerSteps, this.partners.may(caller), state, caller, languageOf(accept), `/v1/supervision/partners/${partner}`) };
  }

  @Post(':partner/commands/:command') @HttpCode(200) @Roles('coordinator', 'officer', 'supervisor')
  async give(@Param('partner') partner: string, @Param('command') command: string, @Body() body: unknown, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    return answerOf('partner', await this.partners.step(partner, command, body, { caller, key }));
  }
}
