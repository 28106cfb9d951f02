import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, ValidationPipe } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { divisionNamed } from '#libs/contracts/divisions.js';
import type { Unit } from '#libs/contracts/routing.events.js';
import type { Concern, StaffEvent } from '#libs/contracts/staff.events.js';
import { staffIdOf } from '#libs/contracts/staff.events.js';
import { dayOf } from '#libs/contracts/time.js';
import { Streams } from '#libs/event-store/streams.js';
import { canonicalJson } from '#libs/merkle/entry.js';
import type { Policies } from '#libs/policy/in-force.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { refuse as refuseCommand } from '#libs/runtime/command-door.refusals.js';
import { Clock } from '#libs/runtime/clock.js';
import type { Given } from '#libs/runtime/give-command.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import { BLIND_INDEX, POLICIES } from '#libs/runtime/product.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { inWhichOf } from '#libs/security/roles.js';
import type { Role } from '#libs/security/roles.js';
import { isOf } from '#libs/security/standing.js';
import { refuse as refuseRoute } from '../assignment/route.refusals.js';
import { DeskTable } from '../desk/desk.table.js';
import { isAway } from './allot.js';
import type { Staff } from './staff.decider.js';
import { staff } from './staff.decider.js';
import { employerPrint } from './staff.desk.js';
import { refuse } from './staff.refusals.js';
import type { DeclareConflict, StaffStep } from './staff.requests.js';
import { OWN_STEPS, staffSteps } from './staff.requests.js';

const STAFF_ROLES = ['supervisor', 'officer', 'mediator', 'arbitrator', 'inspector', 'relief', 'legal-aid'] as const;
const WAITING_MAX = 500;

/** The staff of a body of a place: who is there, who knows what, whose the orders are. Ids only; names are the issuer's. */
@Controller('v1/routing/units/:division/:department')
export class UnitsController {
  constructor(
    @InjectRepository(DeskTable) private readonly desk: Repository<DeskTable>, private readonly streams: Streams, private readonly commands: CommandBus, private readonly clock: Clock,
    private readonly form: ValidationPipe, @Inject(POLICIES) private readonly policies: Policies, @Inject(BLIND_INDEX) private readonly index: BlindIndex,
  ) {}

  @Get() @Roles(...STAFF_ROLES, 'auditor')
  async show(@Param('division') division: string, @Param('department') department: string, @CurrentCaller() caller: Caller): Promise<object> {
    const unit = this.#unit(division, department, caller);
    const { state, version } = await this.streams.load<Staff, StaffEvent>(`staff/${staffIdOf(unit)}`, staff);
    const today = dayOf(this.clock.now());
    const officers = [...state.officers].map(([officer, one]) => {
      const { specialities, openMax, away, left, conflicts, open } = one;
      const orders = open.map(({ caseId, order, weight }) => ({ caseId, order, weight }));
      return { officer, specialities, openMax, away, absent: isAway(one, today), left, conflicts: conflicts.length, open: orders.length, load: orders.reduce((sum, { weight }) => sum + weight, 0), orders };
    });
    const stranded = officers.filter(({ absent, left, open }) => (absent || left) && open > 0).map(({ officer, orders }) => ({ officer, orders }));
    return { unit, version, officers, stranded, waiting: state.waiting.map(({ caseId, order, weight }) => ({ caseId, order, weight })) };
  }

  @Post('commands/:command') @HttpCode(200) @Roles(...STAFF_ROLES)
  async give(
    @Param('division') division: string, @Param('department') department: string, @Param('command') command: string, @Body() body: unknown, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string,
  ): Promise<object> {
    if (!Object.hasOwn(staffSteps, command)) throw refuseCommand('NO_SUCH_COMMAND');
    const step = command as StaffStep;
    const unit = this.#unit(division, department, caller);
    const fields = (await this.form.transform(body ?? {}, { type: 'body', metatype: staffSteps[step] })) as { readonly officer?: string };
    const officer = fields.officer ?? caller.subject;
    const role = this.#roleFor(step, officer, caller);
    if (step === 'allot-waiting') return this.#allotWaiting(unit, caller, role);
    return answer(await this.#give(unit, this.#commandOf(step, unit, { ...fields, officer }), caller, role, key));
  }

  /** All is the supervisor's, but an officer's own absence, return and conflicts. */
  #roleFor(step: StaffStep, officer: string, caller: Caller): Role {
    if (caller.roles.includes('supervisor')) return 'supervisor';
    if (!OWN_STEPS.includes(step)) throw refuseCommand('NOT_YOUR_ROLE', { roles: ['supervisor'] });
    if (officer !== caller.subject) throw refuse('NOT_YOURSELF');
    return inWhichOf(caller.roles, STAFF_ROLES)!;
  }

  #unit(place: string, department: string, caller: Caller): Unit {
    const division = divisionNamed(place)?.code;
    if (division === undefined) throw refuseRoute('UNKNOWN_PLACE');
    const unit = { department, division };
    if (!isOf(caller, unit)) throw refuse('NOT_YOUR_UNIT');
    if (!Object.hasOwn(this.#pack(division)?.departments ?? {}, department)) throw refuseRoute('UNKNOWN_DEPARTMENT');
    return unit;
  }

  #pack(division: string): ReturnType<Policies['packToDecide']> {
    return this.policies.packToDecide(division, dayOf(this.clock.now()));
  }

  #commandOf(step: StaffStep, unit: Unit, fields: Readonly<Record<string, unknown>>): { readonly type: string } {
    const type = staffSteps[step].name;
    switch (step) {
      case 'enrol-officer': return { ...fields, type, unit, openMax: fields['openMax'] ?? this.#pack(unit.division)!.parameters.desk.openOrders } as never;
      case 'note-absence': return { ...fields, type, to: fields['to'] ?? null } as never;
      case 'declare-conflict': {
        const { employer, caseId, basis } = fields as never as DeclareConflict;
        const concern: Concern | undefined = caseId ? { kind: 'case', value: caseId } : employer ? { kind: 'employer', value: employerPrint(this.index, employer)! } : undefined;
        if (!concern) throw refuse('CONFLICT_WITH_WHAT');
        return { officer: fields['officer'], type, concern, basis } as never;
      }
      default: return { ...fields, type };
    }
  }

  async #allotWaiting(unit: Unit, caller: Caller, role: Role): Promise<object> {
    const rows = await this.desk.createQueryBuilder('d').where('d.department = :department AND d.division = :division AND d.open', unit)
      .andWhere(`d.officer IS NULL AND d.step = 'signed'`).orderBy('d."dueAt"').addOrderBy('d.id').limit(WAITING_MAX).getMany();
    const given: Given[] = [];
    for (const { caseId, order } of rows) given.push(await this.#give(unit, { type: 'AllotOrder', caseId, order } as never, caller, role, undefined));
    return { unit, looked: rows.length, allotted: given.flatMap(({ events }) => events).filter(({ type }) => type === 'OrderAllotted').length };
  }

  #give(unit: Unit, command: { readonly type: string }, caller: Caller, role: Role, key: string | undefined): Promise<Given> {
    const id = staffIdOf(unit);
    const cause = causeOf(caller, role);
    const asked = `${command.type}\n${id}\n${canonicalJson(JSON.parse(JSON.stringify(command)))}`;
    const options = key ? { key: { source: `caller:${caller.subject}`, key: key.slice(0, 200), mac: this.index.macOfRequest(asked) } } : {};
    return this.commands.execute(new GiveCommand('staff', id, { ...command, at: this.clock.now(), by: cause.actor } as never, cause, { ...options, caller }));
  }
}

function answer({ outcome, version, position, events }: Given): object {
  return { version, position, outcome, events: events.map(({ type }) => type) };
}
