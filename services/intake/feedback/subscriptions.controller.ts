import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { Pool } from 'pg';
import { CurrentCaller, Roles, Webhook } from '#libs/runtime/auth.guard.js';
import type { Caller } from '#libs/security/caller.js';
import { toldTypes } from './feedback.process.js';
import { ensureOwn } from './own-channel.js';
import type { Subscription } from './subscriptions.js';
import { choose, subscriptionOf } from './subscriptions.js';

export class ChooseFeedback {
  /** Types of events; left out, everything. */
  @IsOptional() @IsArray() @ArrayMaxSize(100) @ArrayUnique() @IsIn(toldTypes, { each: true }) events?: string[];
}

/** What a channel is told: all that its callers would ask about, or the types of events that it chose. */
@Controller('v1/channels/:channel/subscription')
export class SubscriptionsController {
  constructor(private readonly pool: Pool) {}

  @Get() @Webhook() @Roles('channel', 'operator')
  async show(@Param('channel') channel: string, @CurrentCaller() caller: Caller): Promise<Subscription> {
    ensureOwn(caller, channel);
    return subscriptionOf(this.pool, channel);
  }

  /** Counts from the next fact on; what was noted before is still told. Where an address had answered 410, telling begins again. */
  @Post() @HttpCode(200) @Webhook() @Roles('channel', 'operator')
  async choose(@Param('channel') channel: string, @Body() { events }: ChooseFeedback, @CurrentCaller() caller: Caller): Promise<Subscription> {
    ensureOwn(caller, channel);
    await choose(this.pool, channel, events ?? null);
    return subscriptionOf(this.pool, channel);
  }
}
