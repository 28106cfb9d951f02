import type { PublishedEvent } from '#libs/contracts/event.js';
import { gatherers } from '#libs/contracts/warning.events.js';
import type { Next } from '#libs/decider/process.js';

/** A case that arrives counts wherever it gathers; a project whose end is planned is looked at before. */
export function signsAfter(event: PublishedEvent): readonly Next[] {
  switch (event.type) {
    case 'intake.claim-filed.v1': return gatherers.map((kind) => ({ stream: 'sign', command: { type: 'GatherCase', kind } as Next['command'] }));
    case 'resolution.project-end-planned.v1': return [{ stream: 'sign', command: { type: 'WatchProjectEnd' } }];
    default: return [];
  }
}
