import { z } from 'zod';
import type { EventsOf } from './event.js';
import { instant, stream } from './event.js';

const at = instant;
const by = z.string();
const group = z.uuid();
const caseId = z.uuid();

/** Where in the chain of employers, and where on the ground, a member worked. */
const subgroup = z.strictObject({ tier: z.string().nullable(), site: z.string().nullable() });
/** `from`: the group that brought this member along in a merge; null where it came by itself. */
const member = z.strictObject({ caseId, subgroup, closed: z.boolean(), from: group.nullable() });
export type GroupMember = Readonly<z.infer<typeof member>>;

/** So many members go into one event; more follow as further `MembersJoined` of the same append. */
export const MEMBERS_OF_EVENT_MAX = 100;

export const leavingReasons = ['settled', 'withdrew', 'ownWay', 'wronglyAdded'] as const;

/** group/<groupId>: cases that one employer or project made, handled together. Each stays a case of its own. */
export const groupEvents = stream('intake', 'group', {
  /** `employer` and `project` are keyed fingerprints: whoever reads the log alone learns no name from them. */
  GroupFormed: ['集体案件已建立', z.strictObject({
    at, by, ground: z.enum(['threshold', 'together', 'person', 'split']), employer: z.string().nullable(), project: z.string().nullable(), division: z.string(),
    lead: caseId, splitFrom: group.nullable(), members: z.array(member).min(1).max(MEMBERS_OF_EVENT_MAX),
  })],
  /** `ground`: of those who came by themselves or by a roster, as in `GroupFormed`. */
  MembersJoined: ['案件已并入集体', z.strictObject({ at, by, members: z.array(member).min(1).max(MEMBERS_OF_EVENT_MAX), ground: z.enum(['threshold', 'together']).optional() })],
  /** Where they worked, set right by a person. */
  MembersPlaced: ['集体成员已分组', z.strictObject({ at, by, members: z.array(caseId).min(1), subgroup })],
  MembersLeft: ['案件已退出集体', z.strictObject({ at, by, reason: z.enum([...leavingReasons, 'split', 'mergeUndone']), members: z.array(caseId).min(1) })],
  /** The members named go on in the group `into`; that they left this one follows. */
  GroupSplit: ['集体案件已拆分', z.strictObject({ at, by, into: group })],
  /** The other group's members follow as `MembersJoined`. */
  GroupMerged: ['集体案件已合并', z.strictObject({ at, by, other: group })],
  /** In the other group's own stream: from now on its members are handled in `into`. */
  GroupAbsorbed: ['集体案件已并入另一集体', z.strictObject({ at, by, into: group })],
  MergeUndone: ['集体案件合并已撤销', z.strictObject({ at, by, other: group })],
  /** In the other group's own stream: those who came back. Who left since stays away. */
  GroupRestored: ['集体案件已恢复', z.strictObject({ at, by, members: z.array(z.strictObject({ caseId, closed: z.boolean() })) })],
  LeadChanged: ['主案已变更', z.strictObject({ at, by, lead: caseId })],
  RepresentativesChosen: ['已推举代表人', z.strictObject({ at, by, representatives: z.array(caseId).min(3).max(5) })],
  MemberClosed: ['集体中一案已办结', z.strictObject({ at, caseId })],
  MemberReopened: ['集体中一案已重新办理', z.strictObject({ at, caseId })],
  GroupClosed: ['集体案件已全部办结', z.strictObject({ at })],
});
export type GroupEvent = EventsOf<typeof groupEvents>;
