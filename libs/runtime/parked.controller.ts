import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';
import { Pool } from 'pg';
import type { ServiceName } from '#libs/contracts/event.js';
import { isUuid } from '#libs/contracts/uuid.js';
import { batchStatement } from '#libs/event-store/batch.js';
import { readStream } from '#libs/event-store/read.js';
import { inTransaction } from '#libs/event-store/session.js';
import { published } from '#libs/event-store/streams.js';
import type { Parked } from '#libs/messaging/parked.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { CurrentCaller, Roles } from './auth.guard.js';
import { Clock } from './clock.js';
import { refuse } from './parked.refusals.js';

/** Token of the shelves of this process, by service. */
export const PARKED = Symbol('parked');

export class SkipParked {
  @Matches(/^-?\d{1,18}$/) position!: string;
  /** Why the event is given up: kept for ever. */
  @IsString() @Length(4, 500) reason!: string;
}

/** What a service's consumer has set aside, for the operator: look, have it tried again, or give it up with a reason. */
export function parkedController(service: ServiceName): Type {
  @Controller(`v1/${service}/parked`)
  class ParkedController {
    constructor(@Inject(PARKED) private readonly shelves: ReadonlyMap<ServiceName, Parked>, private readonly pool: Pool, private readonly clock: Clock) {}

    @Get() @Roles('operator')
    async list(): Promise<object> {
      return { parked: (await this.shelves.get(service)?.list()) ?? [] };
    }

    @Get(':caseId') @Roles('operator')
    async show(@Param('caseId') caseId: string): Promise<object> {
      return { caseId, events: await this.#shelf(caseId).show(caseId) };
    }

    /** Handles the case's parked events again, in order, until one fails. */
    @Post(':caseId/retry') @HttpCode(200) @Roles('operator')
    async retry(@Param('caseId') caseId: string): Promise<object> {
      return { caseId, ...(await this.#shelf(caseId).retryKey(caseId)) };
    }

    /** Gives one event up. That somebody did so, and why, is an event of the case, stored with it. */
    @Post(':caseId/skip') @HttpCode(200) @Roles('operator')
    async skip(@Param('caseId') caseId: string, @Body() { position, reason }: SkipParked, @CurrentCaller() caller: Caller): Promise<object> {
      const shelf = this.#shelf(caseId);
      const cause = causeOf(caller, 'operator', { reason });
      const at = this.clock.now();
      return inTransaction(this.pool, async (tx) => {
        const skipped = await shelf.skip(tx, caseId, position, reason);
        if (!skipped) throw refuse('NOTHING_PARKED');
        const stream = `parking/${caseId}`;
        const expected = (await readStream(tx, stream)).length;
        const event = { type: 'ParkedEventSkipped', at, consumer: skipped.consumer, position, reason, by: cause.actor };
        await tx.query(batchStatement([{ stream, caseId, expected, meta: cause, events: [{ ...published('audit', event), recordedAt: at }] }]));
        return { caseId, position };
      });
    }

    #shelf(caseId: string): Parked {
      const shelf = isUuid(caseId) ? this.shelves.get(service) : undefined;
      if (!shelf) throw refuse('NOTHING_PARKED');
      return shelf;
    }
  }
  return ParkedController;
}
