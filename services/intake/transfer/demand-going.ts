import type { PublishedEvent } from '#libs/contracts/event.js';
import type { AssignmentEvent } from '#libs/contracts/routing.events.js';
import { topicsByOrder } from '#libs/policy/decide.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Topic } from '#libs/policy/matters.js';
import { matters as known } from '#libs/policy/matters.js';
import { pastCaseOf, ROUTED } from '#libs/policy/what-if/past-case.js';

export interface Demanded {
  readonly category: string | null;
  readonly kinds: readonly string[];
  readonly matters: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
}

type Split = Extract<AssignmentEvent, { type: 'OrderSplit' }>;
type Decided = Extract<AssignmentEvent, { type: 'CaseRouted' | 'CaseRerouted' }>;

/**
 * What is demanded by the orders that go to another log: of a case with several, each matter goes with its own (c.1 step 7), and the other log works on nothing that somebody
 * works on here. Which matters an order stands for, the recorded decision says once it is made again; where all go, all that was said goes. `history`: of the case's assignment,
 * `position`: where in it the order was sent.
 */
export function demandGoing(said: Demanded, history: readonly PublishedEvent[], { position, order: sent }: { readonly position: string; readonly order: number }, policies: Pick<Policies, 'packNamed'>): Demanded {
  const assignment = history.filter((event) => BigInt(event.position) <= BigInt(position));
  const orders = [...new Set([sent, ...sentAlong(history, position)])];
  const routed = assignment.find(({ type }) => type === ROUTED);
  const last = assignment.filter(({ type }) => type === ROUTED || type === 'routing.case-rerouted.v1').at(-1);
  if (!routed || !last) return said;
  const { decision } = last.data as never as Decided;
  const splits = assignment.filter(({ type }) => type === 'routing.order-split.v1').map(({ data }) => data as never as Split);
  if ([...decision.orders, ...splits].every(({ order }) => orders.includes(order))) return said;
  const past = pastCaseOf({ ...routed, data: { ...routed.data, ...last.data } });
  const pack = policies.packNamed(decision.pack.division, decision.pack.version);
  const decided = past && pack ? topicsByOrder(pack, past.demand) : [];
  const topics = orders.flatMap((order): readonly Topic[] => {
    const split = splits.filter((one) => one.order === order).at(-1);
    return split ? [split] : decided[order] ?? [];
  });
  return topics.length === 0 ? said : { ...of(topics), facts: withoutDemand(said.facts) };
}

/** Orders that one decision of the system sent are stored together, and go together. */
function sentAlong(history: readonly PublishedEvent[], position: string): readonly number[] {
  const first = history.find((event) => event.position === position);
  if (!first?.meta.actor.startsWith('process:') || first.meta.cause === undefined) return [];
  return history.filter(({ type, meta, data }) => meta.cause === first.meta.cause && (type === 'routing.case-transferred.v1' || (type === 'routing.case-assigned.v1' && data['role'] === 'lead'))).map(({ data }) => data['order'] as number);
}

function of(topics: readonly Topic[]): Omit<Demanded, 'facts'> {
  const matters = topics.flatMap(({ matter }) => (matter !== undefined && Object.hasOwn(known, matter) ? [matter] : [])); // A person may split off what no catalogue names.
  return { category: topics[0]!.category, kinds: topics.map(({ kind }) => kind), matters };
}

/** A fact goes before what the order says: what it says of the whole case does not hold of a part. */
function withoutDemand({ matter: _, matters: __, kind: ___, kinds: ____, ...facts }: Demanded['facts']): Demanded['facts'] {
  return facts;
}
