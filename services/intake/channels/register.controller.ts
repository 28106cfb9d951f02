import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Pool } from 'pg';
import { isLive } from '#libs/contracts/channel-book.js';
import type { ChannelTerms } from '#libs/contracts/channel.events.js';
import { instantOf } from '#libs/contracts/time.js';
import type { Instant } from '#libs/contracts/time.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { ChannelRegister } from '#libs/runtime/channel-register.js';
import { Clock } from '#libs/runtime/clock.js';
import type { Given } from '#libs/runtime/give-command.js';
import type { Caller } from '#libs/security/caller.js';
import { inScope } from '#libs/security/scope.js';
import { channels } from './channels.js';
import { ChannelKeyHandler } from './keys.handler.js';
import type { Issued } from './keys.handler.js';
import { ChannelReason, ChannelTermsRequest, IssueKeyRequest } from './register.requests.js';

/** A key as it is shown: never its secret. */
interface ShownKey {
  readonly key: string; readonly live: boolean; readonly configured: boolean; readonly issuedAt: Instant | null; readonly issuedBy: string | null;
  readonly until: Instant | null; readonly revokedAt: Instant | null; readonly lastUsedAt: Instant | null;
}
interface Shown { readonly channel: string; readonly zh: string; readonly en: string; readonly enabled: boolean; readonly terms: ChannelTerms; readonly keys: readonly ShownKey[]; readonly mine: boolean }

/** For the security administrator: who may speak for which channel, with which keys, and how much. */
@Controller('v1/channels')
export class RegisterController {
  constructor(private readonly register: ChannelRegister, private readonly keys: ChannelKeyHandler, private readonly pool: Pool, private readonly clock: Clock) {}

  @Get() @Roles('security-admin', 'auditor', 'operator')
  @ApiOperation({ summary: 'Every channel with its terms, its keys and when each was last used; never a secret' })
  async list(@CurrentCaller() { divisions }: Caller): Promise<{ readonly channels: readonly Shown[] }> {
    const { rows } = await this.pool.query<{ key: string; channel: string; lastUsedAt: Date }>('SELECT channel, key, "lastUsedAt" FROM intake.channel_use');
    const used = new Map(rows.map(({ channel, key, lastUsedAt }) => [`${channel}/${key}`, instantOf(lastUsedAt.getTime())]));
    return { channels: [...channels.values()].map(({ name, zh, en }) => {
      const terms = this.register.termsOf(name);
      return { channel: name, zh, en, enabled: this.register.isEnabled(name), terms, keys: this.#keysOf(name, used), mine: (terms.divisions ?? ['000000']).every((one) => inScope(divisions, one)) };
    }) };
  }

  @Post(':channel/keys') @HttpCode(201) @Roles('security-admin')
  @ApiOperation({ summary: 'Issues a key, live at once. Its secret is shown in this answer and never again; with `oldUntil` every older key ends at that instant' })
  issue(@Param('channel') channel: string, @Body() request: IssueKeyRequest, @CurrentCaller() caller: Caller, @Headers('idempotency-key') idempotencyKey?: string): Promise<Issued> {
    return this.keys.issue(channel, request, { caller, idempotencyKey });
  }

  @Post(':channel/keys/:key/revoke') @HttpCode(200) @Roles('security-admin')
  @ApiOperation({ summary: 'Revokes a key at once and destroys its secret; every process obeys within a second' })
  async revoke(@Param('channel') channel: string, @Param('key') key: string, @Body() { reason }: ChannelReason, @CurrentCaller() caller: Caller, @Headers('idempotency-key') idempotencyKey?: string): Promise<object> {
    return answered(channel, await this.keys.revoke(channel, key, reason, { caller, idempotencyKey }));
  }

  @Post(':channel/terms') @HttpCode(200) @Roles('security-admin')
  @ApiOperation({ summary: 'Sets the whole of what a channel may do: divisions, kinds, formats, rate, client certificates, address for feedback' })
  async setTerms(@Param('channel') channel: string, @Body() request: ChannelTermsRequest, @CurrentCaller() caller: Caller, @Headers('idempotency-key') idempotencyKey?: string): Promise<object> {
    return answered(channel, await this.keys.setTerms(channel, request, { caller, idempotencyKey }));
  }

  @Post(':channel/disable') @HttpCode(200) @Roles('security-admin')
  async disable(@Param('channel') channel: string, @Body() { reason }: ChannelReason, @CurrentCaller() caller: Caller): Promise<object> {
    return answered(channel, await this.keys.switch(channel, false, reason, { caller }));
  }

  @Post(':channel/enable') @HttpCode(200) @Roles('security-admin')
  async enable(@Param('channel') channel: string, @Body() { reason }: ChannelReason, @CurrentCaller() caller: Caller): Promise<object> {
    return answered(channel, await this.keys.switch(channel, true, reason, { caller }));
  }

  #keysOf(channel: string, used: ReadonlyMap<string, Instant>): readonly ShownKey[] {
    const now = this.clock.now();
    return this.register.keysOf(channel).map(({ key, booked, configured }) => ({
      key, live: isLive(booked, now), configured, issuedAt: booked?.issued?.at ?? null, issuedBy: booked?.issued?.by ?? null,
      until: booked?.until ?? null, revokedAt: booked?.revokedAt ?? null, lastUsedAt: used.get(`${channel}/${key}`) ?? null,
    }));
  }
}

function answered(channel: string, { outcome, version, position }: Given): object {
  return { channel, outcome, version, position };
}
