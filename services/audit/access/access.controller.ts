import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, Length } from 'class-validator';
import { Pool } from 'pg';
import type { Requester } from '#libs/contracts/intake.events.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { isUuid } from '#libs/contracts/uuid.js';
import { readStream } from '#libs/event-store/read.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { ensureInScope } from '#libs/runtime/case-scope.js';
import { refuse as refuseCase } from '#libs/runtime/case-scope.refusals.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { inWhichOf } from '#libs/security/roles.js';
import { Keyring } from '#libs/security/keyring.js';

/** Those who handle cases; who supervises or audits does without. */
const REVEALED_TO = ['officer', 'mediator', 'arbitrator', 'inspector', 'relief', 'legal-aid'] as const;
const FIELDS = ['name', 'phone', 'idNumber', 'text'] as const;

export class RevealRequest {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(FIELDS.length) @IsIn(FIELDS, { each: true }) fields!: (typeof FIELDS)[number][];
  /** Why the caller must see it: kept for ever. */
  @IsString() @Length(4, 300) reason!: string;
}

/** Personal data in the clear, for those who handle the case: each look is recorded before anything is shown. */
@Controller('v1/audit/cases/:caseId')
export class AccessController {
  constructor(private readonly pool: Pool, private readonly keyring: Keyring, private readonly commands: CommandBus, private readonly clock: Clock) {}

  @Post('personal-data') @HttpCode(200) @Roles(...REVEALED_TO)
  async reveal(@Param('caseId') caseId: string, @Body() { fields, reason }: RevealRequest, @CurrentCaller() caller: Caller): Promise<object> {
    if (!isUuid(caseId)) throw refuseCase('NO_SUCH_CASE');
    await ensureInScope(this.pool, caller, caseId);
    const cause = causeOf(caller, inWhichOf(caller.roles, REVEALED_TO), { reason });
    await this.commands.execute(new GiveCommand('access', caseId, { type: 'RecordAccess', at: this.clock.now(), by: cause.actor, fields, reason } as { type: string }, cause));
    const [filed] = await readStream(this.pool, `claim/${caseId}`);
    const { requester, text } = filed!.data as never as { requester: Requester | null; text: Sealed | null };
    const sealed = fields.map((field) => (field === 'text' ? text : requester?.[field] ?? null));
    const opened = await this.keyring.open(sealed.filter((field) => field !== null));
    let next = 0;
    return { caseId, personal: Object.fromEntries(fields.map((field, at) => [field, sealed[at] === null ? null : opened[next++] ?? null])) };
  }
}
