import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { Next } from '#libs/decider/process.js';
import type { ClaimCommand } from './claim.decider.js';

/** What was said of two cases stands with both, by the same person; an order that was taken out of a case becomes its own. */
export function afterClaimFact(event: PublishedEvent): readonly Next[] {
  const { type, caseId } = event;
  const fact = event.data as never as Extract<ClaimEvent, { type: 'RelatedLinked' }>;
  switch (type) {
    case 'intake.related-linked.v1': return isEcho(event, fact.other) ? [] : [claim({ type: 'LinkRelated', by: fact.by, other: caseId, relation: fact.relation })];
    case 'intake.unrelated-declared.v1': return isEcho(event, fact.other) ? [] : [claim({ type: 'DeclareUnrelated', by: fact.by, other: caseId })];
    case 'intake.duplicate-separated.v1': return [claim({ type: 'FileClaim' })]; // Of what: the desk reads it from the order that was linked.
    case 'supervision.visit-finding-recorded.v1': return [claim({ type: 'FileClaim' })]; // As its own case, or linked to the one that tells the same: found.ts.
    default: return [];
  }
}

/**
 * Two claims tell each other what was said of them, and one must have the last word, or a statement and its opposite would chase each other for ever: the claim of the
 * lower id tells every change; the other only what was said to itself.
 */
function isEcho({ caseId, meta }: PublishedEvent, other: string): boolean {
  return caseId > other && meta.actor.startsWith('process:');
}

type Said = Extract<ClaimCommand, { type: 'LinkRelated' }> | Extract<ClaimCommand, { type: 'DeclareUnrelated' }>;
type Worded = { readonly type: 'FileClaim' } | (Said extends infer C ? (C extends Said ? Omit<C, 'at'> : never) : never);

function claim(command: Worded): Next {
  return { stream: 'claim', command };
}
