import { Body, Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import type { RawBodyRequest } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import type { Policies } from '#libs/policy/in-force.js';
import { CurrentDoor, Webhook, WebhookId } from '#libs/runtime/auth.guard.js';
import type { ChannelDoor } from '#libs/runtime/auth.guard.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import { BLIND_INDEX, POLICIES } from '#libs/runtime/product.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { Keyring } from '#libs/security/keyring.js';
import { ClaimHandler } from '../claim/claim.handler.js';
import type { Gap, Receipt } from '../claim/claim.handler.js';
import { channelNamed, ensureFormat } from './channels.js';
import type { Checked } from './check.js';
import { checkOrder, unreadable } from './check.js';
import { Reception } from './receive.js';

type Signed = RawBodyRequest<FastifyRequest>;

/** The doors of the channels: each speaks its own format and signs every call by Standard Webhooks. */
@Controller('v1/channels/:channel')
export class ChannelsController {
  constructor(
    private readonly reception: Reception, private readonly claims: ClaimHandler, readonly pool: Pool,
    @Inject(POLICIES) readonly policies: Policies, @Inject(BLIND_INDEX) readonly index: BlindIndex, readonly keyring: Keyring,
  ) {}

  /** Takes a work order: durable when answered; the same call again gives the same answer. */
  @Post('work-orders') @HttpCode(202) @Webhook()
  async file(@Param('channel') name: string, @Req() request: Signed, @Body() body: unknown, @CurrentDoor() door: ChannelDoor, @WebhookId() webhookId: string): Promise<Receipt & { missing: readonly Gap[] }> {
    ensureFormat('json', door);
    const { incoming, wrong } = await this.reception.understand(channelNamed(name), { webhookId, body, rawBody: request.rawBody!, divisions: door.divisions, kinds: door.kinds, peer: door.peer ?? null });
    if (wrong.length > 0) throw new FieldsRefused(wrong);
    return { ...(await this.claims.file(incoming)), missing: incoming.missing };
  }

  /** The same body, nothing stored: where it would go, which clocks would run, what is missing, wrong or optional. */
  @Post('work-orders/check') @HttpCode(200) @Webhook()
  async check(@Param('channel') name: string, @Req() request: Signed, @Body() body: unknown, @CurrentDoor() door: ChannelDoor, @WebhookId() webhookId: string): Promise<Checked> {
    try {
      return await checkOrder(this, door.divisions, await this.reception.understand(channelNamed(name), { webhookId, body, rawBody: request.rawBody!, divisions: door.divisions, kinds: door.kinds, peer: door.peer ?? null }));
    } catch (error) {
      if (error instanceof FieldsRefused) return unreadable(error.fields);
      throw error;
    }
  }
}
