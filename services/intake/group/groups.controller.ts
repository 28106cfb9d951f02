import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res, ValidationPipe } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUuid } from '#libs/contracts/uuid.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { refuse as refuseCommand } from '#libs/runtime/command-door.refusals.js';
import type { Given } from '#libs/runtime/give-command.js';
import type { Caller } from '#libs/security/caller.js';
import { answerRows, fileIn } from '../imports/imports.controller.js';
import { RosterQuery } from '../imports/imports.requests.js';
import { Roster } from '../imports/roster.js';
import { FILE_BYTES_MAX } from '../imports/spreadsheet.js';
import type { Asking } from './group.handler.js';
import { GROUP_ROLES, GroupHandler } from './group.handler.js';
import { refuse } from './group.refusals.js';
import type { ChangeLead, ChooseRepresentatives, JoinGroup, LeaveGroup, MergeGroup, PlaceMembers, SplitGroup } from './group.requests.js';
import { FormGroup, groupSteps } from './group.requests.js';

/** Collective cases: made of cases, changed by steps on the group; a step on each member is taken at its own service. */
@Controller('v1/intake/groups')
export class GroupsController {
  constructor(private readonly handler: GroupHandler, private readonly rosters: Roster, private readonly form: ValidationPipe) {}

  @Post() @HttpCode(200) @Roles(...GROUP_ROLES)
  async make(@Body() request: FormGroup, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    return answer(await this.handler.form(request, { caller, key }));
  }

  @Get(':groupId') @Roles(...GROUP_ROLES, 'mediator', 'arbitrator', 'inspector', 'legal-aid', 'auditor')
  async show(@Param('groupId') groupId: string, @CurrentCaller() caller: Caller): Promise<object> {
    if (!isUuid(groupId)) throw refuse('NO_SUCH_GROUP');
    const { state, version, seen } = await this.handler.visible(groupId, caller);
    const { phase, into, lead, division, members, representatives, merged } = state;
    const inside = new Set(seen.map(({ caseId }) => caseId));
    return {
      groupId, version, phase, into, division, merged, size: members.size, outside: members.size - seen.length,
      lead: lead !== null && inside.has(lead) ? lead : null, representatives: representatives.filter((caseId) => inside.has(caseId)),
      members: phase === 'absorbed' ? [] : seen,
    };
  }

  /** Workers by name, as CSV or XLSX: an answer for each row. `?lead=` makes the group, around the case whose claim they share. */
  @ApiProduces('application/json', 'text/csv')
  @Post(':groupId/roster') @HttpCode(200) @Roles(...GROUP_ROLES) @RouteConfig({ bodyLimit: FILE_BYTES_MAX })
  async roster(@Param('groupId') groupId: string, @Query() { lead }: RosterQuery, @Req() request: FastifyRequest, @CurrentCaller() caller: Caller, @Headers('accept') accept: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<object | string> {
    if (!isUuid(groupId)) throw refuse('NO_SUCH_GROUP');
    const { importId, results } = await this.rosters.take(groupId, fileIn(request), lead, { caller, key: undefined });
    return answerRows({ importId }, results, accept, reply);
  }

  @Post(':groupId/commands/:command') @HttpCode(200) @Roles(...GROUP_ROLES)
  async give(@Param('groupId') groupId: string, @Param('command') command: string, @Body() body: unknown, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key?: string): Promise<object> {
    if (!Object.hasOwn(groupSteps, command)) throw refuseCommand('NO_SUCH_COMMAND');
    if (!isUuid(groupId)) throw refuse('NO_SUCH_GROUP');
    await this.handler.visible(groupId, caller);
    const step = command as keyof typeof groupSteps;
    const request: unknown = await this.form.transform(body ?? {}, { type: 'body', metatype: groupSteps[step] });
    return answer(await this.#take(step, groupId, request, { caller, key }));
  }

  #take(step: keyof typeof groupSteps, id: string, request: unknown, asking: Asking): Promise<Given> {
    switch (step) {
      case 'join': return this.handler.join(id, (request as JoinGroup).members, asking);
      case 'leave': return this.handler.leave(id, request as LeaveGroup, asking);
      case 'place-members': return this.handler.place(id, request as PlaceMembers, asking);
      case 'split': return this.handler.split(id, request as SplitGroup, asking);
      case 'merge': return this.handler.merge(id, (request as MergeGroup).other, asking);
      case 'undo-merge': return this.handler.undoMerge(id, (request as MergeGroup).other, asking);
      case 'change-lead': return this.handler.lead(id, (request as ChangeLead).lead, asking);
      case 'choose-representatives': return this.handler.represent(id, (request as ChooseRepresentatives).representatives, asking);
    }
  }
}

function answer({ outcome, caseId, version, position, events }: Given): object {
  return { groupId: caseId, version, position, outcome, events: events.map(({ type }) => type) };
}
