import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { AssignmentEvent, RoutedDemand, RoutingDecision } from '#libs/contracts/routing.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import type { Demand } from '../decide.js';

/** A case as it stood when its way was decided: the facts of that moment, and what was decided by them. Nothing here is personal. */
export interface PastCase {
  readonly caseId: string;
  readonly receivedAt: Instant;
  readonly division: string;
  readonly demand: Demand;
  readonly recorded: RoutingDecision;
}

type Routed = Extract<AssignmentEvent, { type: 'CaseRouted' }>;
type Filed = Extract<ClaimEvent, { type: 'ClaimFiled' }>;
/** What the tables ask of the order besides its facts; routing events of the first version did not keep it. */
type Asked = Pick<Demand, 'origin' | 'category' | 'kind' | 'migrantWorker' | 'complex' | 'decidedOn'>;

/** The event on which a past case rests. */
export const ROUTED = 'routing.case-routed.v1';

/** True where the routing event alone does not say what was asked, so that the filing must be read too. */
export function needsFiling({ data }: PublishedEvent): boolean {
  return data['demand'] === undefined;
}

/** undefined where neither the event nor the filing says what was asked. */
export function pastCaseOf(routed: PublishedEvent, filed?: PublishedEvent): PastCase | undefined {
  const { receivedAt, division, decision, demand } = routed.data as never as Routed;
  const asked = demand ? withoutNull(demand) : filed && askedIn(filed.data as never);
  if (!asked) return undefined;
  return { caseId: routed.caseId, receivedAt, division, recorded: decision, demand: { ...asked, receivedAt, division, facts: decision.inputs } };
}

/** Matters and further kinds lie in `inputs`, where `demandOf` put them among the facts. */
function askedIn({ origin, category, kinds, requester }: Filed): Asked {
  return { origin, category: category ?? '', migrantWorker: requester?.migrantWorker, ...(kinds[0] !== undefined && { kind: kinds[0] }) };
}

function withoutNull({ kind, migrantWorker, decidedOn, ...asked }: RoutedDemand): Asked {
  return { ...asked, ...(kind !== null && { kind }), ...(migrantWorker !== null && { migrantWorker }), ...(decidedOn !== null && { decidedOn }) };
}

/** True for a case that was received in a period (both days included) in a division or inside it. */
export function isWithin({ receivedDay, division }: { readonly receivedDay: Day; readonly division: string }, wanted: { readonly from?: Day | undefined; readonly to?: Day | undefined; readonly inside: (division: string) => boolean }): boolean {
  return (wanted.from === undefined || wanted.from <= receivedDay) && (wanted.to === undefined || receivedDay <= wanted.to) && wanted.inside(division);
}
