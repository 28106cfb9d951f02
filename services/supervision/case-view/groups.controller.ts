import { Controller, Get, Param } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Pool } from 'pg';
import { In, Repository } from 'typeorm';
import { caseStates } from '#libs/contracts/case-states.js';
import type { CaseState } from '#libs/contracts/case-states.js';
import type { GroupEvent } from '#libs/contracts/group.events.js';
import { isUuid } from '#libs/contracts/uuid.js';
import { fold } from '#libs/decider/decider.js';
import { readStream } from '#libs/event-store/read.js';
import { streamEvent } from '#libs/event-store/streams.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { casesInScope } from '#libs/runtime/case-scope.js';
import { refuse } from '#libs/runtime/group-commands.refusals.js';
import type { Caller } from '#libs/security/caller.js';
import { group } from '../../intake/group/group.decider.js';
import { DESK_ROLES } from './case-view.controller.js';
import { CaseViewTable } from './case-view.table.js';

type Member = Pick<CaseViewTable, 'caseId' | 'caseNumber' | 'state' | 'owed' | 'paid' | 'unpaid' | 'nextClock' | 'nextDueAt' | 'breached'>;

/** A collective case as its members stand: each in its own state, with what is owed, paid and unpaid, summed for those the caller may see. */
@Controller('v1/supervision/groups')
export class GroupsViewController {
  constructor(@InjectRepository(CaseViewTable) private readonly table: Repository<CaseViewTable>, private readonly pool: Pool) {}

  @Get(':groupId') @Roles(...DESK_ROLES)
  async show(@Param('groupId') groupId: string, @CurrentCaller() caller: Caller): Promise<object> {
    const events = isUuid(groupId) ? await readStream(this.pool, `group/${groupId}`) : [];
    const { phase, into, lead, representatives, members } = fold(group, events.map((event) => streamEvent<GroupEvent>(event)));
    const inside = await casesInScope(this.pool, caller, [...members.keys()]);
    if (inside.size === 0) throw refuse('NO_GROUP_MEMBERS');
    const rows = new Map((await this.table.findBy({ caseId: In([...inside]) })).map((row) => [row.caseId, row]));
    const shown = [...(phase === 'absorbed' ? [] : members.values())].flatMap(({ caseId, subgroup, closed }) => {
      const row = rows.get(caseId);
      return row ? [{ ...lineOf(row), subgroup, closed }] : [];
    });
    return {
      groupId, phase, into, lead: lead !== null && inside.has(lead) ? lead : null, representatives: representatives.filter((caseId) => inside.has(caseId)),
      size: members.size, outside: members.size - inside.size, ...sumsOf(shown), subgroups: subgroupsOf(shown), members: shown,
    };
  }
}

function lineOf({ caseId, caseNumber, state, owed, paid, unpaid, nextClock, nextDueAt, breached }: Member): Line {
  return { caseId, caseNumber, state, stateName: caseStates[state as CaseState], owed: total(owed), paid: total(paid), unpaid: Number(unpaid), nextClock, nextDueAt, breached };
}

interface Line extends Sums, Pick<Member, 'caseId' | 'caseNumber' | 'state' | 'nextClock' | 'nextDueAt' | 'breached'> { readonly stateName: string }
interface Sums { readonly owed: number; readonly paid: number; readonly unpaid: number }

function sumsOf(members: readonly (Sums & { readonly state: string })[]): Sums & { readonly states: Readonly<Record<string, number>> } {
  const states: Record<string, number> = {};
  for (const { state } of members) states[state] = (states[state] ?? 0) + 1;
  const sum = (what: keyof Sums): number => members.reduce((all, member) => all + member[what], 0);
  return { owed: sum('owed'), paid: sum('paid'), unpaid: sum('unpaid'), states };
}

function subgroupsOf(members: readonly (Sums & { readonly state: string; readonly subgroup: { readonly tier: string | null; readonly site: string | null } })[]): readonly object[] {
  const parts = new Map<string, typeof members[number][]>();
  for (const member of members) {
    const key = JSON.stringify([member.subgroup.tier, member.subgroup.site]);
    parts.set(key, [...(parts.get(key) ?? []), member]);
  }
  return [...parts.values()].map((part) => ({ ...part[0]!.subgroup, size: part.length, ...sumsOf(part) }));
}

function total(amounts: Readonly<Record<string, number>>): number {
  return Object.values(amounts).reduce((all, amount) => all + amount, 0);
}
