import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, Length } from 'class-validator';
import { Pool } from 'pg';
import { holdersOf } from '#libs/contracts/holders.js';
import type { Representation } from '#libs/contracts/intake.events.js';
import { correctionAsked, requesterNow } from '#libs/contracts/requester.js';
import type { AssignmentEvent } from '#libs/contracts/routing.events.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import { isUuid } from '#libs/contracts/uuid.js';
import { readStream } from '#libs/event-store/read.js';
import { streamEvent } from '#libs/event-store/streams.js';
import { CurrentCaller, Reads, Roles } from '#libs/runtime/auth.guard.js';
import { ensureInScope } from '#libs/runtime/case-scope.js';
import { refuse as refuseCase } from '#libs/runtime/case-scope.refusals.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { mask } from '#libs/security/mask.js';
import { inWhichOf } from '#libs/security/roles.js';
import { Keyring } from '#libs/security/keyring.js';
import { personalOfCase, revealedTo, shownOf } from '#libs/security/shown.js';
import type { PersonalOfCase } from '#libs/security/shown.js';
import { isConcerned } from '#libs/security/standing.js';
import { refuse } from './access.refusals.js';

export class RevealRequest {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(personalOfCase.length) @IsIn(personalOfCase, { each: true }) fields!: PersonalOfCase[];
  /** Why the caller must see it: kept for ever. */
  @IsString() @Length(4, 300) reason!: string;
}

type SealedFields = Readonly<Record<PersonalOfCase, Sealed | null>>;

/** Personal data for those who handle the case, each field as far as their role needs it: each look is recorded before anything is shown. */
@Controller('v1/audit/cases/:caseId')
export class AccessController {
  constructor(private readonly pool: Pool, private readonly keyring: Keyring, private readonly commands: CommandBus, private readonly clock: Clock) {}

  @Post('personal-data') @HttpCode(200) @Roles(...revealedTo) @Reads('personalData')
  async reveal(@Param('caseId') caseId: string, @Body() { fields, reason }: RevealRequest, @CurrentCaller() caller: Caller): Promise<object> {
    if (!isUuid(caseId)) throw refuseCase('NO_SUCH_CASE');
    await ensureInScope(this.pool, caller, caseId);
    const { secrecy, sealed } = await this.#personalOf(caseId);
    if (secrecy) await this.#ensureConcerned(caseId, caller);
    const cause = causeOf(caller, inWhichOf(caller.roles, revealedTo), { reason });
    await this.commands.execute(new GiveCommand('access', caseId, { type: 'RecordAccess', at: this.clock.now(), by: cause.actor, fields, reason } as { type: string }, cause));
    const opened = await this.keyring.open(fields.flatMap((field) => sealed[field] ?? []));
    let next = 0;
    const shown = fields.map((field) => [field, sealed[field] === null ? null : asShown(field, opened[next++] ?? null, caller)] as const);
    return { caseId, erased: opened.some((each) => each === null), personal: Object.fromEntries(shown) };
  }

  async #personalOf(caseId: string): Promise<{ readonly secrecy: boolean; readonly sealed: SealedFields }> {
    const events = await readStream(this.pool, `claim/${caseId}`);
    const { text, address = null, onBehalfOf = null } = events[0]!.data as never as { text: Sealed | null; address?: Sealed; onBehalfOf?: Sealed };
    const requester = requesterNow(events);
    const asked = correctionAsked(events);
    const acting = events.filter(({ type }) => type === 'intake.representation-recorded.v1').at(-1)?.data as Representation | undefined;
    return {
      secrecy: requester?.secrecy ?? false,
      sealed: {
        name: requester?.name ?? null, phone: requester?.phone ?? null, idNumber: requester?.idNumber ?? null, text, address, onBehalfOf, representativeName: acting?.name ?? null, representativePhone: acting?.phone ?? null,
        requestedName: asked?.name ?? null, requestedPhone: asked?.phone ?? null, requestedIdNumber: asked?.idNumber ?? null,
      },
    };
  }

  /** Whose case it is not need not know who complained, whatever the role and the place (LSR 9). */
  async #ensureConcerned(caseId: string, caller: Caller): Promise<void> {
    const holders = holdersOf((await readStream(this.pool, `assignment/${caseId}`)).map((event) => streamEvent<AssignmentEvent>(event)));
    if (!isConcerned(caller, holders)) throw refuse('COMPLAINANT_IS_SECRET');
  }
}

function asShown(field: PersonalOfCase, value: string | null, { roles }: Caller): string | null {
  const shown = shownOf(roles, field);
  if (value === null || shown === 'none') return null;
  return shown === 'full' ? value : mask(field.replace(/^(representative|requested)/, '').replace(/^./, (first) => first.toLowerCase()), value);
}
