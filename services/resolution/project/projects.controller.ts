import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import { Pool } from 'pg';
import { placeOf } from '#libs/contracts/divisions.js';
import { sectors } from '#libs/contracts/project.events.js';
import { isUuid } from '#libs/contracts/uuid.js';
import type { Refusal } from '#libs/decider/refusal.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { ensureInScope } from '#libs/runtime/case-scope.js';
import { refuse as refuseCase } from '#libs/runtime/case-scope.refusals.js';
import type { Given } from '#libs/runtime/give-command.js';
import { languageOf } from '#libs/runtime/problem.js';
import { fieldsOf } from '#libs/runtime/validation.js';
import type { Caller } from '#libs/security/caller.js';
import { inWhichOf } from '#libs/security/roles.js';
import { ProjectFiles } from './project-files.js';
import { project } from './project.decider.js';
import { ProjectHandler } from './project.handler.js';
import { PROJECT_ROLES, projectSteps, RegisterProject } from './project.requests.js';
import type { Project } from './project.state.js';

export class ProjectsQuery {
  @IsOptional() @IsIn(sectors) sector?: (typeof sectors)[number];
}

const READERS = [...PROJECT_ROLES, 'mediator', 'arbitrator', 'legal-aid', 'auditor'] as const;

/** The files of building projects, shared by inspection body, regulators and coordinators of the place. */
@Controller('v1/resolution')
export class ProjectsController {
  constructor(private readonly handler: ProjectHandler, private readonly files: ProjectFiles, private readonly pool: Pool) {}

  @Post('projects') @HttpCode(200) @Roles(...PROJECT_ROLES)
  async register(@Body() request: RegisterProject, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    return answer(await this.handler.register(request, { caller, key }));
  }

  /** The form by which a file is opened. */
  @Get('projects/actions') @Roles(...PROJECT_ROLES)
  registering(@Headers('accept-language') accept?: string): object {
    return { actions: [{ command: 'register-project', title: { zh: '登记工程项目', en: 'Open a project file' }, ground: 'WPR 24-34', method: 'POST', href: '/v1/resolution/projects', fields: fieldsOf(RegisterProject, languageOf(accept)) }] };
  }

  /** Projects in the caller's divisions, each with what its file lacks. */
  @Get('projects') @Roles(...READERS)
  async list(@Query() { sector }: ProjectsQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return { projects: (await this.files.rows(caller, { sector })).map((row) => this.files.line(row)) };
  }

  /** The file: what it holds, what it lacks by law with the article, and its cases. */
  @Get('projects/:projectId') @Roles(...READERS)
  async show(@Param('projectId') projectId: string, @CurrentCaller() caller: Caller): Promise<object> {
    const { state, version } = await this.handler.visible(projectId, caller);
    const { about, cases: _, proofs: __, ...file } = state;
    return { projectId, version, ...about, place: placeOf(about!.division), ...file, checklist: this.files.checklist(state), cases: await this.files.casesOf(state, caller) };
  }

  /** The steps that the caller may take on the file now, with their forms, and those that the law refuses now. */
  @Get('projects/:projectId/actions') @Roles(...PROJECT_ROLES)
  async actions(@Param('projectId') projectId: string, @CurrentCaller() caller: Caller, @Headers('accept-language') accept?: string): Promise<object> {
    const { state, version } = await this.handler.visible(projectId, caller);
    const own = [...projectSteps].filter(([, { roles }]) => inWhichOf(caller.roles, roles)).map(([path, { zh, en, ground, command, request }]) =>
      ({ command: path, title: { zh, en }, ground, request, refusal: (project.may as Readonly<Record<string, ((state: Project) => Refusal | undefined) | undefined>>)[command]?.(state) }));
    return {
      projectId, version,
      actions: own.filter(({ refusal }) => !refusal).map(({ refusal: _, request, ...step }) => ({ ...step, method: 'POST', href: `/v1/resolution/projects/${projectId}/commands/${step.command}`, fields: fieldsOf(request, languageOf(accept)) })),
      refused: own.flatMap(({ refusal, request: _, ...step }) => (refusal ? [{ ...step, code: refusal.code, reason: { zh: refusal.zh, en: refusal.en }, ground: refusal.ground ?? step.ground }] : [])),
    };
  }

  @Post('projects/:projectId/commands/:command') @HttpCode(200) @Roles(...PROJECT_ROLES)
  async give(@Param('projectId') projectId: string, @Param('command') command: string, @Body() body: unknown, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    return answer(await this.handler.step(projectId, command, body, { caller, key }));
  }

  /** The projects of a case, by its name or by a person's word. */
  @Get('cases/:caseId/projects') @Roles(...READERS)
  async ofCase(@Param('caseId') caseId: string, @CurrentCaller() caller: Caller): Promise<object> {
    if (!isUuid(caseId)) throw refuseCase('NO_SUCH_CASE');
    await ensureInScope(this.pool, caller, caseId);
    return { caseId, projects: (await this.files.rows(caller, { caseId })).map((row) => this.files.line(row)) };
  }
}

function answer({ outcome, caseId, version, position, events }: Given): object {
  return { projectId: caseId, version, position, outcome, events: events.map(({ type }) => type) };
}
