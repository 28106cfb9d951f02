import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Next } from '#libs/decider/process.js';

/** Facts after which a claim may gather with others: it is new, or says now of how many workers or of what it tells. */
export const GATHERED_AFTER: readonly string[] = ['intake.claim-filed.v1', 'intake.claim-supplemented.v1', 'intake.demand-classified.v1'];

/** Claims against one employer gather by themselves; who comes in, and into which group, the desk finds. */
export function gatherAfterFact({ type }: PublishedEvent): readonly Next[] {
  return GATHERED_AFTER.includes(type) ? [{ stream: 'group', command: { type: 'JoinGroup', members: [] } as never }] : [];
}

/** A group ends with its cases: it looks at them when one is closed or opened again, and when some came in meanwhile. */
export function membersAfterFact(event: PublishedEvent): readonly Next[] {
  switch (event.type) {
    case 'resolution.case-closed.v1':
    case 'resolution.case-reopened.v1':
    case 'intake.group-formed.v1':
    case 'intake.members-joined.v1':
    case 'intake.group-restored.v1': return [{ stream: 'group', command: { type: 'NoteMembers' } }];
    default: return [];
  }
}
