import type { GroupMembers } from '#libs/contracts/group-members.js';
import { membersAfter } from '#libs/contracts/group-members.js';
import type { GroupEvent, GroupMember, leavingReasons } from '#libs/contracts/group.events.js';
import { MEMBERS_OF_EVENT_MAX } from '#libs/contracts/group.events.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';
import { refuse } from './group.refusals.js';

export type { GroupEvent } from '#libs/contracts/group.events.js';

type Formed = Extract<GroupEvent, { type: 'GroupFormed' }>;
interface Asked { readonly at: Instant; readonly by: string }
/** The turns that the newcomers take (memberships.ts): claimed beside the events. */
interface Coming { readonly turns?: readonly { readonly space: string; readonly value: string }[] }

export type GroupCommand = Asked & (
  | { readonly type: 'FormGroup' } & Omit<Formed, 'type'> & Coming
  | { readonly type: 'JoinGroup'; readonly members: readonly GroupMember[]; readonly ground?: 'threshold' | 'together' } & Coming
  | { readonly type: 'PlaceMembers'; readonly members: readonly string[]; readonly subgroup: GroupMember['subgroup'] }
  | { readonly type: 'LeaveGroup'; readonly members: readonly string[]; readonly reason: (typeof leavingReasons)[number] }
  | { readonly type: 'SplitGroup'; readonly into: string; readonly members: readonly string[] }
  /** `members`: of the other group, as it was absorbed. */
  | { readonly type: 'MergeGroup'; readonly other: string; readonly members: readonly GroupMember[] }
  | { readonly type: 'AbsorbGroup'; readonly into: string }
  | { readonly type: 'UndoMerge'; readonly other: string }
  | { readonly type: 'RestoreGroup'; readonly into: string; readonly members: readonly { readonly caseId: string; readonly closed: boolean }[] }
  | { readonly type: 'ChangeLead'; readonly lead: string }
  | { readonly type: 'ChooseRepresentatives'; readonly representatives: readonly string[] }
  /** What the cases themselves have come to. */
  | { readonly type: 'NoteMembers'; readonly closed: readonly string[]; readonly open: readonly string[] }
);

export interface Group {
  readonly phase: 'unformed' | 'open' | 'absorbed' | 'closed';
  /** The group in which this one goes on. */
  readonly into: string | null;
  readonly lead: string | null;
  readonly division: string | null;
  readonly members: GroupMembers;
  readonly representatives: readonly string[];
  /** Groups that were merged into this one and not taken out again. */
  readonly merged: readonly string[];
  /** Groups that were split off: a repeated wish is known by it, with the cases that went. */
  readonly splitInto: ReadonlyMap<string, readonly string[]>;
  /** By the last undoing of each merge, who goes back: so that an undoing broken off half-way can be finished. */
  readonly returned: ReadonlyMap<string, readonly { readonly caseId: string; readonly closed: boolean }[]>;
}

const COLLECTIVE_FROM = 10;
const REPRESENTATIVES = { min: 3, max: 5 };

const standing = ({ phase }: Group): ReturnType<typeof refuse> | undefined =>
  phase === 'unformed' ? refuse('NO_SUCH_GROUP') : phase === 'absorbed' ? refuse('GROUP_ABSORBED') : undefined;
const open = (state: Group): ReturnType<typeof refuse> | undefined => standing(state) ?? (state.phase === 'closed' ? refuse('GROUP_CLOSED') : undefined);

export const group: Decider<Group, GroupCommand, GroupEvent> = {
  initial: { phase: 'unformed', into: null, lead: null, division: null, members: new Map(), representatives: [], merged: [], splitInto: new Map(), returned: new Map() },
  decide(command, state) {
    const events = decide(command, state);
    return events.length === 0 ? events : completed(command.at, events, state);
  },
  evolve,
  may: { JoinGroup: open, LeaveGroup: open, SplitGroup: open, MergeGroup: open, UndoMerge: standing, PlaceMembers: open, ChangeLead: open, ChooseRepresentatives: open },
};

function decide(command: GroupCommand, state: Group): readonly GroupEvent[] {
  const { at, by } = command;
  switch (command.type) {
    case 'FormGroup': return formed(command, state);
    case 'JoinGroup': {
      ensureOnce(command.members.map(({ caseId }) => caseId));
      throwIf(open(state));
      if (command.members.some(({ closed }) => closed)) throw refuse('MEMBER_CASE_CLOSED');
      return joined(command, command.members.filter(({ caseId }) => !state.members.has(caseId)));
    }
    case 'PlaceMembers': {
      throwIf(open(state));
      const { tier, site } = command.subgroup;
      const members = ofGroup(command.members, state).filter((caseId) => !isIn(state.members.get(caseId)!, command.subgroup));
      return members.length > 0 ? [{ type: 'MembersPlaced', at, by, members, subgroup: { tier, site } }] : [];
    }
    case 'LeaveGroup': {
      throwIf(open(state));
      const members = ofGroup(command.members, state);
      return [{ type: 'MembersLeft', at, by, reason: command.reason, members }];
    }
    case 'SplitGroup': {
      const before = state.splitInto.get(command.into);
      if (before) { // The same again; other cases under the same id are another wish.
        if (!sameSet(before, command.members)) throw refuse('GROUP_EXISTS');
        return [];
      }
      throwIf(open(state));
      const members = ofGroup(command.members, state);
      if (members.length === state.members.size) throw refuse('NOBODY_WOULD_STAY');
      return [{ type: 'GroupSplit', at, by, into: command.into }, { type: 'MembersLeft', at, by, reason: 'split', members }];
    }
    case 'MergeGroup': {
      if (state.merged.includes(command.other)) return [];
      throwIf(open(state));
      const members = command.members.filter(({ caseId }) => !state.members.has(caseId)).map((member) => ({ ...member, from: command.other }));
      return [{ type: 'GroupMerged', at, by, other: command.other }, ...joined({ at, by }, members)];
    }
    case 'AbsorbGroup': {
      if (state.phase === 'absorbed' && state.into === command.into) return [];
      throwIf(open(state));
      return [{ type: 'GroupAbsorbed', at, by, into: command.into }];
    }
    case 'UndoMerge': return undone(command, state);
    case 'RestoreGroup': {
      if (state.phase === 'unformed') throw refuse('NO_SUCH_GROUP');
      if (state.phase !== 'absorbed') return []; // Restored already.
      if (state.into !== command.into) throw refuse('GROUP_NOT_ABSORBED');
      return [{ type: 'GroupRestored', at, by, members: command.members.filter(({ caseId }) => state.members.has(caseId)) }];
    }
    case 'ChangeLead': {
      throwIf(open(state));
      if (!state.members.has(command.lead)) throw refuse('LEAD_NOT_A_MEMBER');
      return state.lead === command.lead ? [] : [{ type: 'LeadChanged', at, by, lead: command.lead }];
    }
    case 'ChooseRepresentatives': return chosen(command, state);
    case 'NoteMembers': return noted(command, state);
    default: return never(command);
  }
}

function isIn({ subgroup }: GroupMember, { tier, site }: GroupMember['subgroup']): boolean {
  return subgroup.tier === tier && subgroup.site === site;
}

function formed({ at, by, ground, employer, project, division, lead, splitFrom, members }: Extract<GroupCommand, { type: 'FormGroup' }>, state: Group): readonly GroupEvent[] {
  const cases = members.map(({ caseId }) => caseId);
  ensureOnce(cases);
  if (state.phase !== 'unformed') return []; // Who repeats it gets the group as it stands: another wish under this id was refused at the door.
  if (ground !== 'split' && cases.length < 2) throw refuse('GROUP_TOO_SMALL');
  if (!cases.includes(lead)) throw refuse('LEAD_NOT_A_MEMBER');
  if (splitFrom === null && members.some(({ closed }) => closed)) throw refuse('MEMBER_CASE_CLOSED');
  return [
    { type: 'GroupFormed', at, by, ground, employer, project, division, lead, splitFrom, members: members.slice(0, MEMBERS_OF_EVENT_MAX) },
    ...joined({ at, by }, members.slice(MEMBERS_OF_EVENT_MAX)),
  ];
}

function joined({ at, by, ground }: Asked & { readonly ground?: 'threshold' | 'together' }, members: readonly GroupMember[]): readonly GroupEvent[] {
  const events: GroupEvent[] = [];
  for (let from = 0; from < members.length; from += MEMBERS_OF_EVENT_MAX) events.push({ type: 'MembersJoined', at, by, members: members.slice(from, from + MEMBERS_OF_EVENT_MAX), ...(ground && { ground }) });
  return events;
}

/** Each goes back whence it came; who left since stays away, and who came by itself stays. */
function undone({ at, by, other }: Extract<GroupCommand, { type: 'UndoMerge' }>, state: Group): readonly GroupEvent[] {
  if (!state.merged.includes(other) && state.returned.has(other)) return [];
  throwIf(standing(state));
  if (!state.merged.includes(other)) throw refuse('NOT_MERGED');
  const members = broughtBy(other, state).map(({ caseId }) => caseId);
  return [{ type: 'MergeUndone', at, by, other }, ...(members.length > 0 ? [{ type: 'MembersLeft', at, by, reason: 'mergeUndone', members } as const] : [])];
}

function broughtBy(other: string, { members }: Group): readonly GroupMember[] {
  return [...members.values()].filter(({ from }) => from === other);
}

function chosen({ at, by, representatives }: Extract<GroupCommand, { type: 'ChooseRepresentatives' }>, state: Group): readonly GroupEvent[] {
  throwIf(open(state));
  ensureOnce(representatives);
  if (state.members.size < COLLECTIVE_FROM) throw refuse('REPRESENTATIVES_FROM_TEN', { members: state.members.size });
  if (representatives.length < REPRESENTATIVES.min || representatives.length > REPRESENTATIVES.max) throw refuse('REPRESENTATIVES_THREE_TO_FIVE', { named: representatives.length });
  if (representatives.some((caseId) => !state.members.has(caseId))) throw refuse('REPRESENTATIVE_NOT_A_MEMBER');
  return sameSet(state.representatives, representatives) ? [] : [{ type: 'RepresentativesChosen', at, by, representatives: [...representatives] }];
}

function noted({ at, closed, open: reopened }: Extract<GroupCommand, { type: 'NoteMembers' }>, { members, phase }: Group): readonly GroupEvent[] {
  if (phase === 'absorbed') return [];
  return [
    ...closed.filter((caseId) => members.get(caseId)?.closed === false).map((caseId) => ({ type: 'MemberClosed', at, caseId }) as const),
    ...reopened.filter((caseId) => members.get(caseId)?.closed === true).map((caseId) => ({ type: 'MemberReopened', at, caseId }) as const),
  ];
}

/** What follows from a step at once: another lead where the lead went away, and the end where nobody's case is open any more. */
function completed(at: Instant, events: readonly GroupEvent[], before: Group): readonly GroupEvent[] {
  const state = events.reduce(evolve, before);
  if (state.phase !== 'open') return events;
  const [first] = state.members.keys();
  const lead: GroupEvent[] = first !== undefined && !state.members.has(state.lead ?? '') ? [{ type: 'LeadChanged', at, by: 'process:intake', lead: first }] : [];
  const closed = [...state.members.values()].every((member) => member.closed);
  return [...events, ...lead, ...(closed ? [{ type: 'GroupClosed', at } as const] : [])];
}

function evolve(state: Group, event: GroupEvent): Group {
  const next = { ...state, members: membersAfter(state.members, event) };
  switch (event.type) {
    case 'GroupFormed': return { ...next, phase: 'open', lead: event.lead, division: event.division };
    case 'MembersJoined':
    case 'MembersPlaced': return next;
    case 'MembersLeft': return staying(event.reason === 'split' ? { ...next, splitInto: new Map([...next.splitInto].map(([into, went]) => [into, went.length > 0 ? went : event.members])) } : next);
    case 'GroupSplit': return { ...next, splitInto: new Map([...state.splitInto, [event.into, []]]) };
    case 'GroupMerged': return { ...next, merged: [...state.merged, event.other], returned: new Map([...state.returned].filter(([other]) => other !== event.other)) };
    case 'GroupAbsorbed': return { ...next, phase: 'absorbed', into: event.into };
    case 'MergeUndone': return {
      ...next, merged: state.merged.filter((other) => other !== event.other),
      returned: new Map([...state.returned, [event.other, broughtBy(event.other, state).map(({ caseId, closed }) => ({ caseId, closed }))]]),
    };
    case 'GroupRestored': return staying({ ...next, phase: 'open', into: null });
    case 'LeadChanged': return { ...next, lead: event.lead };
    case 'RepresentativesChosen': return { ...next, representatives: event.representatives };
    case 'MemberClosed': return next;
    case 'MemberReopened': return { ...next, phase: state.phase === 'closed' ? 'open' : state.phase };
    case 'GroupClosed': return { ...next, phase: 'closed' };
    default: return never(event);
  }
}

/** Nobody speaks for a group that he is no longer in. */
function staying(state: Group): Group {
  return { ...state, representatives: state.representatives.filter((caseId) => state.members.has(caseId)) };
}

function ofGroup(cases: readonly string[], { members }: Group): string[] {
  ensureOnce(cases);
  const strangers = cases.filter((caseId) => !members.has(caseId));
  if (strangers.length > 0) throw refuse('NOT_A_MEMBER', { cases: strangers.slice(0, 10) });
  return [...cases];
}

function ensureOnce(cases: readonly string[]): void {
  if (new Set(cases).size !== cases.length) throw refuse('MEMBER_TWICE');
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}

function throwIf(refusal: ReturnType<typeof refuse> | undefined): void {
  if (refusal) throw refusal;
}
