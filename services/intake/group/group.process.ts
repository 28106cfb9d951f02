import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Next } from '#libs/decider/process.js';

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
