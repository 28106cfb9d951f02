import { Body, Controller, Get, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import type { Given } from '#libs/runtime/give-command.js';
import type { Caller } from '#libs/security/caller.js';
import { HearingsCalendar } from './hearings-calendar.js';
import { HearingsHandler } from './hearings.handler.js';
import { BookHearing, CalendarQuery, ListQuery, ReleaseHearing, SlotsQuery, WaitingQuery } from './hearings.requests.js';

/** The calendar of hearings: what is heard on a day, which times are free, and who takes one. */
@Controller('v1/resolution/hearings')
export class HearingsController {
  constructor(private readonly handler: HearingsHandler, private readonly calendar: HearingsCalendar) {}

  @Get() @Roles('arbitrator', 'officer', 'supervisor', 'auditor')
  list(@Query() { on, division }: ListQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return this.handler.list(division, on, caller);
  }

  /** Day by day: which rooms, what is heard in each, by whom. */
  @Get('calendar') @Roles('arbitrator', 'officer', 'supervisor', 'auditor')
  days(@Query() query: CalendarQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return this.calendar.days(query, caller);
  }

  /** The open cases that this body hears, each with its panel and the hearing that is set: for whom a time is taken. */
  @Get('waiting') @Roles('arbitrator', 'supervisor')
  waiting(@Query() { division }: WaitingQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return this.calendar.waiting(division, caller);
  }

  @Get('slots') @Roles('arbitrator', 'officer', 'supervisor')
  slots(@Query() query: SlotsQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return this.handler.slots(query, caller);
  }

  /** Sets the hearing of a case, or moves it. */
  @Post() @HttpCode(200) @Roles('arbitrator')
  async book(@Body() request: BookHearing, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    return answer(await this.handler.book(request, caller, key));
  }

  /** Gives a time back that a case no longer needs. */
  @Post('release') @HttpCode(200) @Roles('arbitrator', 'supervisor')
  async release(@Body() request: ReleaseHearing, @CurrentCaller() caller: Caller): Promise<object> {
    return answer(await this.handler.release(request, caller));
  }
}

function answer({ outcome, caseId, version, position, events }: Given): object {
  return { list: caseId, version, position, outcome, events: events.map(({ type }) => type) };
}
