import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { Pool } from 'pg';
import { addDays } from '#libs/calendar/day.js';
import { yuanOf } from '#libs/contracts/money.js';
import { dayOf, instantOf } from '#libs/contracts/time.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import type { Given } from '#libs/runtime/give-command.js';
import type { Caller } from '#libs/security/caller.js';
import { inScope, scopeOf } from '#libs/security/scope.js';
import { beatIdOf } from './beat.decider.js';
import { AssignBeat, EndBeat } from './beat.requests.js';
import { ProjectFiles } from './project-files.js';
import { ProjectHandler } from './project.handler.js';
import type { Project } from './project.state.js';
import type { BeatRow, ProjectRow } from './project.tables.js';

export class BeatQuery {
  /** Whose desk; the caller's own where nobody is named. */
  @IsOptional() @IsString() @Length(1, 255) @Matches(/^[\x21-\x7e]+$/) coordinator?: string;
}
export class CoordinatorPath {
  @IsString() @Length(1, 255) @Matches(/^[\x21-\x7e]+$/) coordinator!: string;
}
export class RequestsQuery {
  @IsOptional() @Matches(/^[a-zA-Z]{2,40}$/) department?: string;
}

/** Coordinators on the ground (治欠协管员), and the desk of the regulators. */
@Controller('v1/resolution')
export class CoordinatorsController {
  constructor(private readonly handler: ProjectHandler, private readonly files: ProjectFiles, private readonly pool: Pool, private readonly clock: Clock) {}

  @Post('coordinators/:coordinator/commands/assign-beat') @HttpCode(200) @Roles('officer', 'supervisor')
  async assign(@Param() { coordinator }: CoordinatorPath, @Body() request: AssignBeat, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    return answer(coordinator, await this.handler.assignBeat(coordinator, request, { caller, key }));
  }

  @Post('coordinators/:coordinator/commands/end-beat') @HttpCode(200) @Roles('officer', 'supervisor')
  async end(@Param() { coordinator }: CoordinatorPath, @Body() { at }: EndBeat, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    return answer(coordinator, await this.handler.endBeat(coordinator, at, { caller, key }));
  }

  /** Open cases and projects of the beat, the visits that are due, and what a visit found that no case says yet. */
  @Get('coordinators/desk') @Roles('coordinator', 'officer', 'supervisor')
  async desk(@Query() { coordinator }: BeatQuery, @CurrentCaller() caller: Caller): Promise<object> {
    const whose = caller.roles.some((role) => role === 'officer' || role === 'supervisor') ? coordinator ?? caller.subject : caller.subject;
    const { rows: [beat] } = await this.pool.query<BeatRow>('SELECT * FROM resolution.beat WHERE id = $1 AND active', [beatIdOf(whose)]);
    const now = this.clock.now();
    const seen = beat && (await this.files.rows(caller, { divisions: beat.divisions, ids: beat.projects }));
    const divisions = beat?.divisions.filter((division) => inScope(caller.divisions, division)) ?? [];
    const ids = beat?.projects.filter((id) => seen!.some(({ projectId }) => projectId === id)) ?? [];
    if (!beat || !seen || divisions.length + ids.length === 0) return { now, coordinator: whose, beat: null, cases: [], projects: [], visitsDue: [], toFile: [] };
    const { visitEveryDays } = beat;
    const sites = seen.filter(({ file }) => file.completedOn === null);
    const cases = await this.files.openCasesOf(sites.map(({ file }) => file), divisions, caller);
    const due = sites.map((site) => ({ ...site, visitDueOn: addDays(site.file.lastVisit?.on ?? site.file.about!.startedOn, visitEveryDays) }));
    return {
      now, coordinator: whose, beat: { divisions, projects: ids, visitEveryDays }, cases,
      projects: due.map((site) => ({ ...this.files.line(site), visitDueOn: site.visitDueOn })),
      visitsDue: due.filter(({ visitDueOn }) => visitDueOn <= dayOf(now)).sort((a, b) => (a.visitDueOn < b.visitDueOn ? -1 : 1)).map(({ projectId, file, visitDueOn }) => ({ projectId, name: file.about!.name, visitDueOn })),
      toFile: (await Promise.all(sites.map((site) => this.#toFile(site)))).flat(),
    };
  }

  /** What regulators were asked in the caller's divisions and have not answered, the oldest first. The time to answer is the clock REG-ANSWER of the case. */
  @Get('regulators/desk') @Roles('officer', 'inspector', 'supervisor', 'coordinator')
  async requests(@Query() { department }: RequestsQuery, @CurrentCaller() caller: Caller): Promise<object> {
    const departments = department === undefined ? caller.departments ?? null : [department];
    const { rows } = await this.pool.query<object>(
      `SELECT r."caseId", c."caseNumber", r."order", r.department, r.division, r.subject, r."askedAt" FROM resolution.regulator_request r JOIN resolution.site_case c USING ("caseId")
       WHERE r."answeredAt" IS NULL AND NOT c.closed AND r.division LIKE ANY($1) AND ($2::text[] IS NULL OR r.department = ANY($2)) ORDER BY r."askedAt", r.id LIMIT 500`, [scopeOf(caller).patterns(), departments]);
    return { now: this.clock.now(), requests: rows };
  }

  /** Visits that heard of arrears while no case of the project came in since: the form that a station would file, but for the persons. */
  async #toFile({ projectId, file }: ProjectRow): Promise<object[]> {
    const heard = Object.values(file.visits).filter(({ unpaid }) => unpaid !== null);
    if (heard.length === 0) return [];
    const cases = await this.files.casesOf(file, null);
    const last = cases.map(({ receivedAt }) => dayOf(instantOf(receivedAt.getTime()))).sort().at(-1);
    return heard.filter(({ on }) => last === undefined || last < on).map((visit) => ({ projectId, visit: visit.visit, on: visit.on, by: visit.by, channel: 'station', order: orderOf(file, visit.unpaid!) }));
  }
}

/** As the channel `station` takes it; who the workers are is asked when it is filed. Amounts in yuan, as at that door. */
function orderOf({ about }: Project, { workers, amount, months }: NonNullable<Project['visits'][string]['unpaid']>): object {
  const { name, division, owner, generalContractor } = about!;
  return {
    category: 'D01', demandKind: 'complaint', division, origin: 'serviceStation', employer: { name: generalContractor.name }, project: { name, owner, generalContractor: generalContractor.name },
    facts: { matter: 'wages', workers, amount: yuanOf(amount), months },
  };
}

function answer(coordinator: string, { outcome, version, position, events }: Given): object {
  return { coordinator, version, position, outcome, events: events.map(({ type }) => type) };
}
