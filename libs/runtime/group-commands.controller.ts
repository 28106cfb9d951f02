import { IsOptional, IsString, Length } from 'class-validator';
import { Body, Controller, Headers, HttpCode, Param, Post, Query, ValidationPipe } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { Pool } from 'pg';
import type { ServiceName } from '#libs/contracts/event.js';
import type { GroupEvent } from '#libs/contracts/group.events.js';
import { groupMembers } from '#libs/contracts/group-members.js';
import { isUuid, uuidv5 } from '#libs/contracts/uuid.js';
import { readStream, readStreams } from '#libs/event-store/read.js';
import { streamEvent } from '#libs/event-store/streams.js';
import type { Caller } from '#libs/security/caller.js';
import { inWhichOf } from '#libs/security/roles.js';
import { actions } from './action.js';
import { CurrentCaller, Roles } from './auth.guard.js';
import { casesInScope, subjectsOf } from './case-scope.js';
import type { Letter } from './command-door.js';
import { CommandDoor, holdersAfter } from './command-door.js';
import { refuse } from './command-door.refusals.js';
import { refuse as refuseGroup } from './group-commands.refusals.js';
import { log } from './logger.js';
import { problemOf } from './problem.js';

/** What became of one member's step. `failed`: not the case's no, but the system's; the same key asks again. */
interface MemberResult {
  readonly caseId: string;
  readonly result: 'done' | 'unchanged' | 'refused' | 'failed';
  readonly code?: string;
  readonly zh?: string;
  readonly en?: string;
  readonly ground?: string;
  readonly position?: string;
}

/** Those alone who worked there. */
class SubgroupQuery {
  @IsOptional() @IsString() @Length(1, 40) tier?: string;
  @IsOptional() @IsString() @Length(1, 40) site?: string;
}

const HELD = { zh: '此前已如此办理。', en: 'This held already.' };

/** So many members at a time: their reads share round trips and their appends commits, and other callers still get through. */
const ABREAST = 125;

/**
 * `POST /v1/<service>/groups/{groupId}/members/commands/{command}`: one step for each member of a group, through the door that a single
 * case's step takes, so that each is accepted or refused by its own state. Members outside the caller's divisions are left out.
 */
export function groupCommandsController(service: ServiceName): Type {
  @Controller(`v1/${service}/groups/:groupId/members/commands`)
  class GroupCommandsController {
    constructor(private readonly door: CommandDoor, private readonly pool: Pool, private readonly form: ValidationPipe) {}

    @Post(':command') @HttpCode(200)
    @Roles('officer', 'mediator', 'arbitrator', 'inspector', 'coordinator', 'relief', 'legal-aid', 'supervisor')
    async give(@Param('groupId') groupId: string, @Param('command') command: string, @Query() { tier, site }: SubgroupQuery, @Body() body: unknown, @CurrentCaller() caller: Caller, @Headers('idempotency-key') key: string | undefined): Promise<object> {
      const action = actions.get(`${service}/${command}`);
      if (!action || action.single) throw refuse('NO_SUCH_COMMAND');
      if (!inWhichOf(caller.roles, action.roles)) throw refuse('NOT_YOUR_ROLE', { roles: action.roles });
      const events = isUuid(groupId) ? await readStream(this.pool, `group/${groupId}`) : [];
      const members = [...groupMembers(events.map((event) => streamEvent<GroupEvent>(event))).values()]
        .filter(({ subgroup }) => (tier === undefined || subgroup.tier === tier) && (site === undefined || subgroup.site === site)).map(({ caseId }) => caseId);
      const inside = await casesInScope(this.pool, caller, members);
      if (inside.size === 0) throw refuseGroup('NO_GROUP_MEMBERS');
      await this.form.transform(body ?? {}, { type: 'body', metatype: action.request }); // A wrong form is one answer, not one for each member.
      const mine = members.filter((caseId) => inside.has(caseId));
      const [subjects, holders] = await Promise.all([subjectsOf(this.pool, mine), readStreams(this.pool, mine.map((caseId) => `assignment/${caseId}`))]); // One look for all of them, as for the scope: each by itself was half of the time.
      const results = await abreast(mine, ABREAST, (caseId) => this.#forMember(caseId, command, body, caller, {
        seen: { subject: subjects.get(caseId) ?? null, holders: holdersAfter(holders.get(`assignment/${caseId}`) ?? []) }, ...(key && { idempotencyKey: `group/${groupId}/${uuidv5(`${key}/${caseId}`)}` }),
      }));
      const count = (result: MemberResult['result']): number => results.filter((each) => each.result === result).length;
      return { groupId, command: `${service}/${command}`, members: results.length, outside: members.length - inside.size, done: count('done'), unchanged: count('unchanged'), refused: count('refused'), failed: count('failed'), results };
    }

    async #forMember(caseId: string, command: string, body: unknown, caller: Caller, letter: Letter): Promise<MemberResult> {
      try {
        const { outcome, position } = await this.door.give(service, caseId, command, body, caller, letter);
        return outcome === 'unchanged' ? { caseId, result: 'unchanged', ...HELD, position } : { caseId, result: 'done', position };
      } catch (error) {
        const { status, code, title, detail = title, ground } = problemOf(error);
        if (status >= 500) log.warn({ service, command, code, error: (error as Error).name }, 'a member of a group was not served');
        return { caseId, result: status >= 500 ? 'failed' : 'refused', code, zh: detail.zh, en: detail.en, ...(ground && { ground }) };
      }
    }
  }
  return GroupCommandsController;
}

/** Works through a list with so many under way at any time; the answers stand in its order. */
async function abreast<T, R>(all: readonly T[], width: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  const next = all.entries();
  const worker = async (): Promise<void> => {
    for (const [at, one] of next) done[at] = await work(one);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return done;
}
