import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, ValidationPipe } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Pool } from 'pg';
import { placeOf } from '#libs/contracts/divisions.js';
import { dayOf } from '#libs/contracts/time.js';
import { tribunalOf } from '#libs/contracts/tribunal.events.js';
import { isUuid } from '#libs/contracts/uuid.js';
import { Streams } from '#libs/event-store/streams.js';
import type { Policies } from '#libs/policy/in-force.js';
import { canonicalJson } from '#libs/merkle/entry.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { ensureInScope } from '#libs/runtime/case-scope.js';
import { refuse as refuseCase } from '#libs/runtime/case-scope.refusals.js';
import { Clock } from '#libs/runtime/clock.js';
import { refuse as refuseCommand } from '#libs/runtime/command-door.refusals.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import { languageOf } from '#libs/runtime/problem.js';
import { BLIND_INDEX, POLICIES } from '#libs/runtime/product.js';
import { fieldsOf } from '#libs/runtime/validation.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { inWhichOf } from '#libs/security/roles.js';
import { inScope } from '#libs/security/scope.js';
import { ArbitrationDesk } from '../arbitration/arbitration.desk.js';
import { arbitration } from '../arbitration/arbitration.decider.js';
import { Registers, weighed } from './registers.js';
import { refuse } from './tribunal.refusals.js';
import { OnEmployer, tribunalSteps } from './tribunal.requests.js';

const KEEPERS = ['arbitrator', 'supervisor'] as const;

/** The register of an arbitration body: its arbitrators, their absences and conflicts, its rooms; and who should hear a case. */
@Controller('v1/resolution')
export class TribunalController {
  constructor(
    private readonly commands: CommandBus, private readonly registers: Registers, private readonly desk: ArbitrationDesk, private readonly streams: Streams, private readonly pool: Pool,
    private readonly clock: Clock, private readonly form: ValidationPipe, @Inject(BLIND_INDEX) private readonly index: BlindIndex, @Inject(POLICIES) private readonly policies: Policies,
  ) {}

  /** The registers in the caller's divisions, each with how many it has: whose calendar can be opened. */
  @Get('tribunals') @Roles(...KEEPERS, 'officer', 'auditor')
  async list(@CurrentCaller() caller: Caller): Promise<object> {
    return { now: this.clock.now(), tribunals: (await this.registers.kept(caller)).map(({ division, state: { arbitrators, rooms } }) => ({ division, name: placeOf(division), arbitrators: Object.values(arbitrators).filter(({ left }) => !left).length, rooms: Object.keys(rooms).length })) };
  }

  /** Who is in the register, away when, near to how many employers by which ground, and with how many open cases by their weight. */
  @Get('tribunals/:division') @Roles(...KEEPERS, 'auditor')
  async show(@Param('division') division: string, @CurrentCaller() caller: Caller): Promise<object> {
    ensureOwn(division, caller);
    const now = this.clock.now();
    const { state: { arbitrators, rooms } } = await this.registers.of(division);
    const weights = this.policies.packToDecide(division, dayOf(now))?.parameters.caseWeights ?? null;
    const open = await this.registers.openCases(Object.keys(arbitrators));
    return {
      now, division, name: placeOf(division), weights,
      arbitrators: Object.entries(arbitrators).map(([arbitrator, { specialities, absences, conflicts, left }]) =>
        ({ arbitrator, specialities, absences, conflicts: Object.keys(conflicts).length, grounds: counted(Object.values(conflicts)), left, open: open.get(arbitrator) ?? {}, load: weights && weighed(open.get(arbitrator) ?? {}, weights) })),
      rooms: Object.entries(rooms).map(([room, { opens, closes, online }]) => ({ room, opens, closes, online })),
    };
  }

  /** The steps on a register, with their forms. */
  @Get('tribunals/:division/actions') @Roles(...KEEPERS)
  actions(@Param('division') division: string, @CurrentCaller() caller: Caller, @Headers('accept-language') accept?: string): object {
    ensureOwn(division, caller);
    return { division, actions: [...tribunalSteps].map(([command, { zh, en, ground, request }]) => ({ command, title: { zh, en }, ground, method: 'POST', href: `/v1/resolution/tribunals/${division}/commands/${command}`, fields: fieldsOf(request, languageOf(accept)) })) };
  }

  @Post('tribunals/:division/commands/:command') @HttpCode(200) @Roles(...KEEPERS)
  async give(@Param('division') division: string, @Param('command') command: string, @Body() body: unknown, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    const step = tribunalSteps.get(command)?.request;
    if (!step) throw refuseCommand('NO_SUCH_COMMAND');
    ensureOwn(division, caller);
    const fields = (await this.form.transform(body ?? {}, { type: 'body', metatype: step })) as Record<string, unknown>;
    const cause = causeOf(caller, inWhichOf(caller.roles, KEEPERS));
    const id = tribunalOf(division);
    const mac = this.index.macOfRequest(`${command}\n${id}\n${canonicalJson(JSON.parse(JSON.stringify(fields)))}`);
    const { version, position, outcome, events } = await this.commands.execute(new GiveCommand(
      'tribunal', id, { ...this.#named(fields, step.prototype instanceof OnEmployer), type: step.name, division, at: this.clock.now(), by: cause.actor } as never, cause, key ? { key: { source: `caller:${caller.subject}`, key: key.slice(0, 200), mac } } : {},
    ));
    return { division, version, position, outcome, events: events.map(({ type }) => type) };
  }

  /** Who should hear a case by fair load, and who may not, each with the reason. */
  @Get('cases/:caseId/panel-proposal') @Roles(...KEEPERS)
  async proposal(@Param('caseId') caseId: string, @CurrentCaller() caller: Caller): Promise<object> {
    if (!isUuid(caseId)) throw refuseCase('NO_SUCH_CASE');
    await ensureInScope(this.pool, caller, caseId);
    const register = await this.desk.registerOf(caseId);
    const { state } = await this.streams.load(`arbitration/${caseId}`, arbitration);
    const { candidates = [], excluded = [] } = (register && (await this.desk.proposalFor(register, caseId, state, this.clock.now()))) ?? {};
    return { caseId, division: register?.division ?? null, seats: state.simplified && !state.collective ? 1 : 3, candidates, excluded };
  }

  /** An employer is named at the door and known by its fingerprint from there on. */
  #named({ creditCode, employer, ...fields }: Record<string, unknown>, isOnEmployer: boolean): Record<string, unknown> {
    if (!isOnEmployer) return fields;
    const named = creditCode ?? employer;
    if (typeof named !== 'string') throw refuse('EMPLOYER_NOT_NAMED');
    return { ...fields, employer: this.registers.fingerprint(named) };
  }
}

/** A register is seen by who has its whole division. */
export function ensureOwn(division: string, caller: Caller): void {
  if (!inScope(caller.divisions, division)) throw refuse('NO_SUCH_TRIBUNAL');
}

/** How often each word stands in a list. */
function counted<Word extends string>(words: readonly Word[]): Partial<Record<Word, number>> {
  const found: Partial<Record<Word, number>> = {};
  for (const word of words) found[word] = (found[word] ?? 0) + 1;
  return found;
}
