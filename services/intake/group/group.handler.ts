import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Pool } from 'pg';
import type { GroupMember } from '#libs/contracts/group.events.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import { readStream } from '#libs/event-store/read.js';
import { Streams } from '#libs/event-store/streams.js';
import { canonicalJson } from '#libs/merkle/entry.js';
import { casesInScope } from '#libs/runtime/case-scope.js';
import { refuse as refuseCase } from '#libs/runtime/case-scope.refusals.js';
import { Clock } from '#libs/runtime/clock.js';
import { GiveCommand } from '#libs/runtime/give-command.js';
import type { Given } from '#libs/runtime/give-command.js';
import { BLIND_INDEX } from '#libs/runtime/product.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import type { Caller } from '#libs/security/caller.js';
import { causeOf } from '#libs/security/caller.js';
import { inWhichOf } from '#libs/security/roles.js';
import { fingerprint } from './fingerprint.js';
import type { Group, GroupCommand } from './group.decider.js';
import { group } from './group.decider.js';
import { closedAmong } from './group.desk.js';
import { refuse } from './group.refusals.js';
import type { FormGroup, LeaveGroup, NewMember, PlaceMembers, SplitGroup } from './group.requests.js';
import type { Membership } from './memberships.js';
import { membershipsOf, nextTurns } from './memberships.js';

export const GROUP_ROLES = ['officer', 'supervisor'] as const;

/** Who asks for a step on a group, and under which key, so that a repetition is known. */
export interface Asking {
  readonly caller: Caller;
  readonly key: string | undefined;
}

type Filed = Extract<ClaimEvent, { type: 'ClaimFiled' }>;
type Wanted = GroupCommand extends infer C ? (C extends GroupCommand ? Omit<C, 'at' | 'by'> : never) : never;

/**
 * Steps on groups. A step that concerns two groups is two commands, each harmless when it is repeated: whoever asks again after a
 * failure half-way finishes it.
 */
@Injectable()
export class GroupHandler {
  constructor(private readonly commands: CommandBus, private readonly streams: Streams, private readonly pool: Pool, private readonly clock: Clock, @Inject(BLIND_INDEX) private readonly index: BlindIndex) {}

  async form({ group: id, ground, members, lead = members[0]!.caseId }: FormGroup, asking: Asking): Promise<Given> {
    await this.#ensureVisible(members.map(({ caseId }) => caseId), asking);
    const { state } = await this.#load(id);
    if (state.phase !== 'unformed' && !members.every(({ caseId }) => state.members.has(caseId))) throw refuse('GROUP_EXISTS');
    const [filed] = await readStream(this.pool, `claim/${lead}`);
    const { employer, project, division } = (filed?.data ?? {}) as Partial<Filed>;
    const about = { employer: fingerprint(this.index, 'employer', employer?.creditCode ?? employer?.name), project: fingerprint(this.index, 'project', project?.name), division: division ?? '' };
    return this.#enter(id, { type: 'FormGroup', ground, lead, splitFrom: null, ...about, members: await this.#newMembers(members) }, asking);
  }

  async join(id: string, members: readonly NewMember[], asking: Asking, ground?: 'together'): Promise<Given> {
    await this.#ensureVisible(members.map(({ caseId }) => caseId), asking);
    return this.#enter(id, { type: 'JoinGroup', ...(ground && { ground }), members: await this.#newMembers(members) }, asking);
  }

  async leave(id: string, { members, reason }: LeaveGroup, asking: Asking): Promise<Given> {
    await this.#ensureVisible(members, asking);
    return this.#give(id, { type: 'LeaveGroup', members, reason }, asking);
  }

  async place(id: string, { members, tier, site }: PlaceMembers, asking: Asking): Promise<Given> {
    await this.#ensureVisible(members, asking);
    return this.#give(id, { type: 'PlaceMembers', members, subgroup: { tier: tier ?? null, site: site ?? null } }, asking);
  }

  async split(id: string, { members, into }: SplitGroup, asking: Asking): Promise<Given> {
    await this.#ensureVisible(members, asking);
    const [{ state: before }, { state: target }] = await Promise.all([this.#load(id), this.#load(into)]);
    if (target.phase !== 'unformed' && !before.splitInto.has(into)) throw refuse('GROUP_EXISTS');
    const went = await this.#give(id, { type: 'SplitGroup', into, members }, asking);
    const [first] = await readStream(this.pool, `group/${id}`);
    const { employer, project, division } = first!.data as { employer: string | null; project: string | null; division: string };
    const known = new Map([...before.members, ...target.members]);
    const closed = await closedAmong(this.pool, members);
    const moved = members.map((caseId): GroupMember => ({ caseId, subgroup: known.get(caseId)?.subgroup ?? { tier: null, site: null }, closed: closed.has(caseId), from: null }));
    if (target.phase === 'unformed') await this.#enter(into, { type: 'FormGroup', ground: 'split', employer, project, division, lead: members[0]!, splitFrom: id, members: moved }, asking, '/into');
    return went;
  }

  async merge(id: string, other: string, asking: Asking): Promise<Given> {
    if (id === other) throw refuse('MERGE_WITH_ITSELF');
    const [{ state }, { state: theirs }] = await Promise.all([this.#load(id), this.#load(other)]);
    await this.#ensureAllVisible([state, theirs], asking);
    throwIf(group.may.MergeGroup!(state));
    await this.#give(other, { type: 'AbsorbGroup', into: id }, asking, '/other');
    const { state: absorbed } = await this.#load(other);
    return this.#enter(id, { type: 'MergeGroup', other, members: [...absorbed.members.values()] }, asking);
  }

  async undoMerge(id: string, other: string, asking: Asking): Promise<Given> {
    const [{ state }, { state: theirs }] = await Promise.all([this.#load(id), this.#load(other)]);
    await this.#ensureAllVisible([state, theirs], asking);
    const undone = await this.#give(id, { type: 'UndoMerge', other }, asking);
    const { state: after } = await this.#load(id);
    if (theirs.phase === 'absorbed') await this.#enter(other, { type: 'RestoreGroup', into: id, members: after.returned.get(other) ?? [] }, asking, '/other');
    return undone;
  }

  async lead(id: string, lead: string, asking: Asking): Promise<Given> {
    return this.#give(id, { type: 'ChangeLead', lead }, asking);
  }

  async represent(id: string, representatives: readonly string[], asking: Asking): Promise<Given> {
    return this.#give(id, { type: 'ChooseRepresentatives', representatives }, asking);
  }

  /** A group of which the caller may see a case, with the members that he may see. */
  async visible(id: string, caller: Caller): Promise<{ readonly state: Group; readonly version: number; readonly seen: readonly GroupMember[] }> {
    const { state, version } = await this.#load(id);
    const inside = await casesInScope(this.pool, caller, [...state.members.keys()]);
    const seen = [...state.members.values()].filter(({ caseId }) => inside.has(caseId));
    const founded = state.members.size === 0 && state.division !== null && (await this.#everInside(id, caller));
    if (seen.length === 0 && !founded) throw refuse('NO_SUCH_GROUP');
    return { state, version, seen };
  }

  async stateOf(id: string): Promise<Group> {
    return (await this.#load(id)).state;
  }

  /** Of a group that has no members any more: whoever could see its first ones still finds it. */
  async #everInside(id: string, caller: Caller): Promise<boolean> {
    const [first] = await readStream(this.pool, `group/${id}`);
    const { members } = first!.data as { members: readonly GroupMember[] };
    return (await casesInScope(this.pool, caller, members.map(({ caseId }) => caseId))).size > 0;
  }

  #load(id: string): ReturnType<typeof this.streams.load<Group, never>> {
    return this.streams.load<Group, never>(`group/${id}`, group);
  }

  async #newMembers(members: readonly NewMember[]): Promise<GroupMember[]> {
    const closed = await closedAmong(this.pool, members.map(({ caseId }) => caseId));
    return members.map(({ caseId, tier = null, site = null }) => ({ caseId, subgroup: { tier, site }, closed: closed.has(caseId), from: null }));
  }

  async #ensureVisible(cases: readonly string[], { caller }: Asking): Promise<void> {
    const inside = await casesInScope(this.pool, caller, cases);
    const [outside] = cases.filter((caseId) => !inside.has(caseId));
    if (outside !== undefined) throw refuseCase('NO_SUCH_CASE', { caseId: outside });
  }

  async #ensureAllVisible(groups: readonly Group[], { caller }: Asking): Promise<void> {
    for (const { members, phase } of groups) {
      const inside = await casesInScope(this.pool, caller, [...members.keys()]);
      if (phase === 'unformed' || (inside.size === 0 && members.size > 0)) throw refuse('NO_SUCH_GROUP');
      if (inside.size < members.size) throw refuse('GROUP_REACHES_FURTHER');
    }
  }

  /** A step by which cases come into a group: each takes its next turn, unless it is in a group that goes on. */
  async #enter(id: string, command: Extract<Wanted, { members: readonly { caseId: string }[] }>, asking: Asking, part = ''): Promise<Given> {
    const cases = command.members.map(({ caseId }) => caseId);
    const memberships = await membershipsOf(this.pool, cases);
    const present = await this.#present(memberships);
    const comers = new Map([...memberships].filter(([caseId]) => present.get(caseId) !== id));
    const elsewhere = [...comers.keys()].filter((caseId) => present.get(caseId) !== undefined);
    if (elsewhere.length > 0) throw refuse('ALREADY_IN_GROUP', { cases: elsewhere.slice(0, 10) });
    const given = await this.#give(id, command, asking, part, nextTurns(comers));
    if (given.outcome === 'taken') throw refuse('ALREADY_IN_GROUP');
    return given;
  }

  /** For each of these cases the group in which it is now. */
  async groupsOf(cases: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> {
    return this.#present(await membershipsOf(this.pool, cases));
  }

  async #present(memberships: ReadonlyMap<string, Membership>): Promise<ReadonlyMap<string, string | undefined>> {
    const states = new Map<string, Group>();
    for (const id of new Set([...memberships.values()].flatMap((membership) => membership.group ?? []))) states.set(id, (await this.#load(id)).state);
    return new Map([...memberships].map(([caseId, { group: id }]) => {
      const state = id === null ? undefined : states.get(id);
      return [caseId, state && state.phase !== 'absorbed' && state.members.has(caseId) ? id! : undefined];
    }));
  }

  async #give(id: string, wanted: Wanted, { caller, key }: Asking, part = '', claims: readonly { space: string; value: string }[] = []): Promise<Given> {
    const cause = causeOf(caller, inWhichOf(caller.roles, GROUP_ROLES));
    const command = { ...wanted, at: this.clock.now(), by: cause.actor };
    const fingerprint = `${wanted.type}\n${id}\n${canonicalJson(JSON.parse(JSON.stringify(wanted)))}`;
    return this.commands.execute(new GiveCommand('group', id, command, cause, {
      ...(key && { key: { source: `caller:${caller.subject}`, key: `${key.slice(0, 190)}${part}`, mac: this.index.macOfRequest(fingerprint) } }), ...(claims.length > 0 && { claims }),
    }));
  }
}

function throwIf(refusal: Error | undefined): void {
  if (refusal) throw refusal;
}
