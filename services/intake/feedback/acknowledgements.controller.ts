import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { IsString, IsUUID, Length } from 'class-validator';
import { Pool } from 'pg';
import { Webhook } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import type { ClaimCommand } from '../claim/claim.decider.js';
import { refuse } from './deliveries.refusals.js';

export class Acknowledgement {
  /** The `webhook-id` of the call by which the channel was told. */
  @IsUUID() delivery!: string;
  /** The channel's own number of the receipt. */
  @IsString() @Length(1, 100) receipt!: string;
}

/** A channel says that it has taken what it was told: that a call got an answer shows that it arrived, this shows that it was read. */
@Controller('v1/channels/:channel/acknowledgements')
export class AcknowledgementsController {
  constructor(private readonly commands: CommandBus, private readonly pool: Pool, private readonly clock: Clock) {}

  @Post() @HttpCode(200) @Webhook()
  async acknowledge(@Param('channel') channel: string, @Body() { delivery, receipt }: Acknowledgement): Promise<object> {
    const { rows: [told] } = await this.pool.query<{ caseId: string; channelNumber: string; event: string }>('SELECT "caseId", "channelNumber", event FROM intake.delivery WHERE id = $1 AND channel = $2', [delivery, channel]);
    if (!told) throw refuse('NO_SUCH_DELIVERY');
    const { caseId, channelNumber, event } = told;
    const command: ClaimCommand = { type: 'AcknowledgeFeedback', at: this.clock.now(), channel, channelNumber, about: event, delivery, receipt };
    const { outcome } = await this.commands.execute(new GiveCommand('claim', caseId, command, { actor: `channel:${channel}` }));
    return { delivery, caseId, outcome };
  }
}
