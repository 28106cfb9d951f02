import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { Pool } from 'pg';
import type { Instant } from '#libs/contracts/time.js';
import { CurrentDoor, Webhook } from '#libs/runtime/auth.guard.js';
import type { ChannelDoor } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import { IsInstant } from '#libs/runtime/validation.js';
import { refuse as refuseChannel } from '../channels/channels.refusals.js';
import { TransferUnit } from '../channels/transfer.requests.js';
import type { HandOver } from './note-transfers.js';
import { ordersOf } from './note-transfers.js';
import { refuse } from './transfer.refusals.js';
import type { TransferCommand } from './transfer.decider.js';

export class TransferAnswer {
  @IsUUID() transfer!: string;
  @IsIn(['taken', 'returned']) outcome!: 'taken' | 'returned';
  /** When it was decided there. */
  @IsInstant() at!: Instant;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => TransferUnit) unit?: TransferUnit;
  @IsOptional() @IsString() @Length(1, 200) ground?: string;
  @IsOptional() @IsString() @Length(1, 500) reason?: string;
}

/** The log of another region says what became of what was handed over to it. */
@Controller('v1/channels/:channel/transfer-answers')
export class TransferAnswersController {
  constructor(private readonly commands: CommandBus, private readonly pool: Pool, private readonly clock: Clock) {}

  @Post() @HttpCode(200) @Webhook()
  @ApiOperation({ summary: 'For the channel transfer: a case that was handed over is taken, or comes back with the reason' })
  async take(@Param('channel') channel: string, @Body() { transfer, outcome, unit, ground, reason }: TransferAnswer, @CurrentDoor() { peer }: ChannelDoor): Promise<object> {
    if (channel !== 'transfer' || !peer) throw refuseChannel('NO_SUCH_CHANNEL');
    const { rows: [call] } = await this.pool.query<{ caseId: string; said: HandOver }>(`SELECT "caseId", said FROM intake.transfer_call WHERE id = $1 AND peer = $2 AND kind = 'handOver'`, [transfer, peer]);
    if (!call) throw refuse('NO_SUCH_TRANSFER');
    const base = { at: this.clock.now(), transfer, orders: ordersOf(call.said), peer };
    const command: TransferCommand = outcome === 'taken'
      ? { type: 'NoteTaken', ...base, unit: unit ? { department: unit.department, division: unit.division } : null }
      : { type: 'NoteSentBack', ...base, ground: ground ?? 'LSR 13', reason: reason ?? '对方地区已退回。' };
    const { outcome: done } = await this.commands.execute(new GiveCommand('transfer', call.caseId, command, { actor: `channel:transfer/${peer}` }));
    return { transfer, outcome: done };
  }
}
