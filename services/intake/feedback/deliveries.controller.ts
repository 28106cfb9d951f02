import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { Pool } from 'pg';
import { Repository } from 'typeorm';
import { isUuid } from '#libs/contracts/uuid.js';
import { CurrentCaller, Roles, Webhook } from '#libs/runtime/auth.guard.js';
import type { Caller } from '#libs/security/caller.js';
import { DeliveryTable } from './deliveries.table.js';
import { refuse } from './deliveries.refusals.js';
import { ensureOwn } from './own-channel.js';

export class DeliveriesQuery {
  @IsOptional() @IsIn(['waiting', 'delivered', 'abandoned']) status?: string;
  @IsOptional() @IsString() @Length(1, 80) channelNumber?: string;
  @IsOptional() @Matches(/^([1-9]\d{0,2}|1000)$/) limit?: string;
}

/** The delivery log of a channel: what it was told, what failed, and the means to have it sent again. */
@Controller('v1/channels/:channel/deliveries')
export class DeliveriesController {
  constructor(@InjectRepository(DeliveryTable) private readonly table: Repository<DeliveryTable>, private readonly pool: Pool) {}

  @Get() @Webhook() @Roles('channel', 'operator')
  async list(@Param('channel') channel: string, @Query() { status, channelNumber, limit }: DeliveriesQuery, @CurrentCaller() caller: Caller): Promise<object> {
    ensureOwn(caller, channel);
    const where = { channel, ...(status !== undefined && { status }), ...(channelNumber !== undefined && { channelNumber }) };
    return { deliveries: await this.table.find({ where, order: { createdAt: 'DESC', id: 'ASC' }, take: Number(limit ?? 100) }) };
  }

  /** Sends a delivery again, from the first try on. */
  @Post(':id/redrive') @HttpCode(200) @Webhook() @Roles('channel', 'operator')
  async redrive(@Param('channel') channel: string, @Param('id') id: string, @CurrentCaller() caller: Caller): Promise<object> {
    ensureOwn(caller, channel);
    const { rowCount } = isUuid(id) ? await this.pool.query(
      `UPDATE intake.delivery SET status = 'waiting', attempts = 0, "nextAt" = clock_timestamp(), "doneAt" = NULL WHERE id = $1 AND channel = $2`, [id, channel]) : { rowCount: 0 };
    if (rowCount === 0) throw refuse('NO_SUCH_DELIVERY');
    return { id, status: 'waiting' };
  }
}
