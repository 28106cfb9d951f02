import type { PublishedEvent } from '#libs/contracts/event.js';
import type { AssignmentEvent } from '#libs/contracts/routing.events.js';
import type { Instant } from '#libs/contracts/time.js';

/** The pack that routed a case, and that the case keeps. */
export interface CasePackRow {
  readonly caseId: string;
  /** Where it was received, and where it was sent. */
  readonly division: string;
  readonly handlingDivision: string;
  readonly packDivision: string;
  readonly packVersion: string;
  readonly at: Instant;
  readonly position: string;
}

export function casePackKeys({ type, caseId }: PublishedEvent): readonly string[] {
  return type === 'routing.case-routed.v1' ? [caseId] : [];
}

export function casePack(_row: CasePackRow | undefined, event: PublishedEvent, caseId: string): CasePackRow {
  const { at, division, decision: { handlingDivision, pack } } = event.data as never as Extract<AssignmentEvent, { type: 'CaseRouted' }>;
  return { caseId, division, handlingDivision, packDivision: pack.division, packVersion: pack.version, at, position: event.position };
}
