import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { Repository } from 'typeorm';
import { divisionNamed } from '#libs/contracts/divisions.js';
import type { Unit } from '#libs/contracts/routing.events.js';
import { dayOf } from '#libs/contracts/time.js';
import { isUuid } from '#libs/contracts/uuid.js';
import { dueOf, startOfBreach } from '#libs/policy/due.js';
import type { Policies } from '#libs/policy/in-force.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import type { Given } from '#libs/runtime/give-command.js';
import { POLICIES } from '#libs/runtime/product.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import type { Caller } from '#libs/security/caller.js';
import { inScope, scopeOf } from '#libs/security/scope.js';
import { DESK_ROLES } from '../case-view/case-view.controller.js';
import { refuse } from './circular.refusals.js';
import type { Answer } from './figures.js';
import { Figures } from './figures.js';
import type { UnitLine } from './published-views.js';
import { CircularTable } from './published-views.js';
import { Publishing } from './publishing.js';
import { ANSWER } from './statistics.controller.js';

export class UnitGiven {
  @IsString() @Length(1, 40) department!: string;
  @IsString() @Length(1, 40) division!: string;
}
export class IssueCircularRequest {
  /** 文号 */
  @IsString() @Length(2, 60) number!: string;
  @IsString() @Length(2, 120) title!: string;
  @IsString() @Length(2, 4000) text!: string;
  /** Published figures that it rests on. */
  @IsUUID() figures!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => UnitGiven) units!: UnitGiven[];
}
export class AnswerCircularRequest extends UnitGiven {
  @IsString() @Length(2, 4000) answer!: string;
}
export class CircularsQuery {
  /** `overdue`: the time is over and a unit has not answered; `open`: somebody still has to. */
  @IsOptional() @IsIn(['overdue', 'open', 'answered']) state?: 'overdue' | 'open' | 'answered';
}

const ANSWERED_BY = ['officer', 'mediator', 'arbitrator', 'inspector', 'coordinator', 'relief', 'legal-aid', 'supervisor'] as const;
const DONE = { schema: { type: 'object', required: ['circular', 'outcome'], properties: { circular: { type: 'string', format: 'uuid' }, outcome: { enum: ['appended', 'unchanged'] }, position: { type: 'string' }, events: { type: 'array', items: { type: 'string' } } } } } as const;

/** Dispatch circulars (调度通报): figures put before named units, each of which answers by a day. */
@Controller('v1/supervision/circulars')
export class CircularsController {
  constructor(
    private readonly publishing: Publishing, private readonly figures: Figures, private readonly clock: Clock, @Inject(POLICIES) private readonly policies: Policies,
    @InjectRepository(CircularTable) private readonly table: Repository<CircularTable>,
  ) {}

  @ApiOperation({ summary: 'Issues a circular at the log position of its figures; the time to answer is counted by the pack' }) @ApiOkResponse(DONE as never)
  @Post() @HttpCode(200) @Roles('supervisor')
  async issue(@Body() { units: given, figures, ...content }: IssueCircularRequest, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    const { division, atPosition } = await this.publishing.published(figures, caller);
    const units = given.map((one, i) => this.#unitOf(one, `units[${i}].`));
    if (units.some((unit) => !inScope([division], unit.division))) throw refuse('UNIT_OUTSIDE');
    const now = this.clock.now();
    const pack = this.figures.packOf(division, now);
    const { workingDays, source, confidence } = pack.parameters.statistics!.circularAnswer;
    const calendar = this.policies.calendarFor(division, pack);
    const { due, provisionalDue } = dueOf({ n: workingDays, unit: 'workingDays' }, dayOf(now), calendar);
    const answerDue = startOfBreach(due === 'PENDING_CALENDAR' ? provisionalDue! : due);
    const id = this.publishing.idOf('circular', caller, key);
    const command = { type: 'IssueCircular', ...content, division, figures, position: atPosition, units, answerDue, rule: { workingDays, source, confidence, calendar: calendar.version } };
    return done(id, await this.publishing.give('circular', id, command, caller, ['supervisor']));
  }

  @ApiOperation({ summary: 'Circulars of the caller’s divisions and those addressed to units in them' })
  @Get() @Roles(...DESK_ROLES)
  async list(@Query() { state }: CircularsQuery, @CurrentCaller() caller: Caller): Promise<object> {
    const now = this.clock.now();
    const rows = await this.table.createQueryBuilder('c')
      .where(`(c.division LIKE ANY(:scope) OR EXISTS (SELECT FROM jsonb_array_elements(c.units) u WHERE u ->> 'division' LIKE ANY(:scope)))`, { scope: scopeOf(caller).patterns() })
      .orderBy('c."issuedAt"', 'DESC').addOrderBy('c.circular').limit(200).getMany();
    return { now, circulars: rows.map((row) => shown(row, caller, now)).filter((row) => state === undefined || row.state === state) };
  }

  @ApiOperation({ summary: 'One circular with its figures as of its position, and what each unit answered' }) @ApiOkResponse({ schema: { type: 'object', properties: { circular: { type: 'object' }, answer: ANSWER } } as never })
  @Get(':circular') @Roles(...DESK_ROLES)
  async show(@Param('circular') id: string, @CurrentCaller() caller: Caller): Promise<object> {
    const row = await this.#visible(id, caller);
    const published = await this.publishing.published(row.figures, { ...caller, divisions: [row.division] }); // Whom it was addressed to reads what it rests on.
    const answer: Answer = await this.figures.compute(published.parameters, published.atPosition, published.queryVersion);
    return { circular: shown(row, caller, this.clock.now()), published, answer, same: answer.pedigree.digest === published.digest };
  }

  @ApiOperation({ summary: 'A unit takes note of the circular' }) @ApiOkResponse(DONE as never)
  @Post(':circular/receive') @HttpCode(200) @Roles(...ANSWERED_BY)
  async receive(@Param('circular') id: string, @Body() given: UnitGiven, @CurrentCaller() caller: Caller): Promise<object> {
    await this.#visible(id, caller);
    return done(id, await this.publishing.give('circular', id, { type: 'ReceiveCircular', unit: this.#ownUnit(given, caller) }, caller, ANSWERED_BY));
  }

  @ApiOperation({ summary: 'A unit answers the circular' }) @ApiOkResponse(DONE as never)
  @Post(':circular/answer') @HttpCode(200) @Roles(...ANSWERED_BY)
  async answer(@Param('circular') id: string, @Body() { answer, ...given }: AnswerCircularRequest, @CurrentCaller() caller: Caller): Promise<object> {
    await this.#visible(id, caller);
    return done(id, await this.publishing.give('circular', id, { type: 'AnswerCircular', unit: this.#ownUnit(given, caller), answer }, caller, ANSWERED_BY));
  }

  async #visible(id: string, caller: Caller): Promise<CircularTable> {
    const row = isUuid(id) ? await this.table.findOneBy({ circular: id }) : null;
    if (!row || !(inScope(caller.divisions, row.division) || row.units.some(({ division }) => inScope(caller.divisions, division)))) throw refuse('NO_SUCH_CIRCULAR');
    return row;
  }

  #unitOf({ department, division: named }: UnitGiven, within = ''): Unit {
    const division = divisionNamed(named);
    if (!division) throw new FieldsRefused([{ field: `${within}division`, zh: '没有这个行政区划', en: 'is not a known division' }]);
    if (!this.policies.packs.some(({ departments }) => Object.hasOwn(departments, department))) throw new FieldsRefused([{ field: `${within}department`, zh: '没有这个部门', en: 'is not a known department' }]);
    return { department, division: division.code };
  }

  /** A unit speaks for itself: its place must be the caller's, and its body too where the issuer says which. */
  #ownUnit(given: UnitGiven, { divisions, departments }: Caller): Unit {
    const unit = this.#unitOf(given);
    if (!inScope(divisions, unit.division) || (departments && !departments.includes(unit.department))) throw refuse('NOT_YOUR_CIRCULAR');
    return unit;
  }
}

function done(circular: string, { outcome, position, events }: Given): object {
  return { circular, outcome, position, events: events.map(({ type }) => type) };
}

/** Who is only addressed sees the own units' lines; who issued it sees all. */
function shown(row: CircularTable, { divisions }: Caller, now: string): Omit<CircularTable, 'units'> & { readonly units: readonly UnitLine[]; readonly state: string; readonly mine: boolean } {
  const mine = inScope(divisions, row.division);
  const units = mine ? row.units : row.units.filter(({ division }) => inScope(divisions, division));
  const waits = units.some(({ answeredAt }) => answeredAt === null);
  return { ...row, units, mine, state: !waits ? 'answered' : Date.parse(row.answerDue) <= Date.parse(now) ? 'overdue' : 'open' };
}
