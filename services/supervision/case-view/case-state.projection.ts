import type { CaseState } from '#libs/contracts/case-states.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { RoutingDecision } from '#libs/contracts/routing.events.js';

const states: Readonly<Record<string, CaseState>> = {
  'routing.dispatch-objected.v1': 'OBJECTED', 'routing.dispatch-maintained.v1': 'DISPATCHED', 'routing.case-redispatched.v1': 'DISPATCHED',
  'routing.routing-overridden.v1': 'DISPATCHED', 'routing.case-transferred.v1': 'TRANSFERRED', 'routing.transfer-accepted.v1': 'SIGNED',
  'resolution.answered-on-line.v1': 'ANSWERED', 'resolution.legal-route-advised.v1': 'ADVISED_CLOSED',
  'resolution.complaint-accepted.v1': 'ACCEPTED', 'resolution.application-accepted.v1': 'ACCEPTED', 'resolution.procedure-accepted.v1': 'ACCEPTED',
  'resolution.mediation-applied.v1': 'MEDIATING', 'resolution.mediation-started.v1': 'MEDIATING', 'resolution.case-mediated.v1': 'MEDIATED', 'resolution.mediation-failed.v1': 'MEDIATION_FAILED',
  'resolution.inspection-filed.v1': 'INVESTIGATING', 'resolution.investigation-suspended.v1': 'INVESTIGATING', 'resolution.investigation-resumed.v1': 'INVESTIGATING', 'resolution.police-refused.v1': 'INVESTIGATING',
  'resolution.pay-ordered.v1': 'DECIDED_INSP', 'resolution.handling-decided.v1': 'DECIDED_INSP', 'resolution.penalty-decided.v1': 'DECIDED_INSP', 'resolution.filing-withdrawn.v1': 'DECIDED_INSP',
  'resolution.transferred-to-police.v1': 'TRANSFERRED_POLICE',
  'resolution.copy-served.v1': 'ARBITRATING', 'resolution.panel-formed.v1': 'ARBITRATING', 'resolution.hearing-scheduled.v1': 'ARBITRATING', 'resolution.hearing-held.v1': 'ARBITRATING',
  'resolution.arbitration-stayed.v1': 'ARBITRATING', 'resolution.arbitration-resumed.v1': 'ARBITRATING', 'resolution.converted-to-ordinary.v1': 'ARBITRATING', 'resolution.notice-published.v1': 'ARBITRATING',
  'resolution.award-made.v1': 'AWARDED', 'resolution.award-took-effect.v1': 'EFFECTIVE', 'resolution.mediation-instrument-served.v1': 'ARB_MEDIATED',
  'resolution.application-withdrawn.v1': 'WITHDRAWN', 'resolution.suit-filed.v1': 'LITIGATION', 'resolution.set-aside-applied.v1': 'LITIGATION',
  'resolution.enforcement-applied.v1': 'ENFORCING', 'resolution.court-enforcement-applied.v1': 'ENFORCING', 'resolution.enforcement-terminated.v1': 'UNENFORCEABLE',
  'resolution.case-resolved.v1': 'RESOLVED', 'resolution.callback-made.v1': 'CALLBACK', 'resolution.case-reopened.v1': 'REOPENED', 'resolution.case-carried-forward.v1': 'CARRIED', 'resolution.case-resumed.v1': 'CONTACTED',
  'resolution.case-closed.v1': 'CLOSED', 'resolution.case-archived.v1': 'ARCHIVED', 'intake.claim-withdrawn.v1': 'WITHDRAWN',
};

/** Who is told of a road to court is not taken back from where the case has come to. */
const FURTHER: readonly CaseState[] = ['ARBITRATING', 'LITIGATION', 'ENFORCING', 'UNENFORCEABLE', 'RESOLVED', 'CALLBACK', 'CLOSED', 'ARCHIVED'];

/** Where a case stands after a fact about it or its lead order. */
export function stateAfter(event: PublishedEvent, row: { readonly state: CaseState; readonly mode: string | null }): CaseState {
  const { role, decision, reached } = event.data as never as { role?: string; decision?: RoutingDecision; reached?: boolean };
  switch (event.type) {
    case 'routing.case-routed.v1': return decision?.mode === 'handover' ? 'HANDED_TO_EMERGENCY' : 'TRIAGED';
    case 'routing.case-assigned.v1': return role !== 'lead' ? row.state : row.mode === 'transfer' ? 'TRANSFERRED' : 'DISPATCHED';
    case 'routing.transfer-returned.v1': return (event.data as { to?: unknown }).to ? 'DISPATCHED' : 'TRANSFERRED';
    case 'routing.order-signed.v1': return row.state === 'CARRIED' ? row.state : 'SIGNED'; // Signed by silence while it is carried forward: it is carried still.
    case 'resolution.requester-contacted.v1': return reached && ['DISPATCHED', 'SIGNED', 'REOPENED', 'CARRIED'].includes(row.state) ? 'CONTACTED' : row.state;
    case 'resolution.court-route-advised.v1': return FURTHER.includes(row.state) ? row.state : 'COURT_REFERRED';
    default: return states[event.type] ?? row.state;
  }
}
