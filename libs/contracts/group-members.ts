import type { GroupEvent, GroupMember } from './group.events.js';

export type GroupMembers = ReadonlyMap<string, GroupMember>;

/** Who is in a group after an event of it. Of an absorbed group: who was, so that the merge can be undone. */
export function membersAfter(members: GroupMembers, event: GroupEvent): GroupMembers {
  switch (event.type) {
    case 'GroupFormed':
    case 'MembersJoined': return new Map([...members, ...event.members.map((member) => [member.caseId, member] as const)]);
    case 'MembersPlaced': return new Map([...members].map(([caseId, member]) => [caseId, event.members.includes(caseId) ? { ...member, subgroup: event.subgroup } : member]));
    case 'MembersLeft': return new Map([...members].filter(([caseId]) => !event.members.includes(caseId)));
    case 'GroupRestored': return new Map(event.members.flatMap(({ caseId, closed }) => {
      const member = members.get(caseId);
      return member ? [[caseId, { ...member, closed }] as const] : [];
    }));
    case 'MemberClosed': return closedOr(members, event.caseId, true);
    case 'MemberReopened': return closedOr(members, event.caseId, false);
    default: return members;
  }
}

function closedOr(members: GroupMembers, caseId: string, closed: boolean): GroupMembers {
  const member = members.get(caseId);
  return member ? new Map([...members, [caseId, { ...member, closed }]]) : members;
}

/** The members that a group has now, from its events alone; none where it goes on in another group. */
export function groupMembers(events: Iterable<GroupEvent>): GroupMembers {
  let members: GroupMembers = new Map();
  let absorbed = false;
  for (const event of events) {
    members = membersAfter(members, event);
    if (event.type === 'GroupAbsorbed') absorbed = true;
    if (event.type === 'GroupRestored') absorbed = false;
  }
  return absorbed ? new Map() : members;
}
