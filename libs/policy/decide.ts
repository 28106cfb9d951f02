import { countRule } from './clock-rows.js';
import type { ClockStart, Decision, FlagValue, MatchedRow, Order } from './decision.js';
import type { Received } from './derive.js';
import { dueOf } from './due.js';
import type { Facts, KnownFacts } from './facts.js';
import { impersonalFacts, knownFacts } from './facts.js';
import type { Topic } from './matters.js';
import { topicsOf } from './matters.js';
import type { Pack } from './pack.js';
import type { Found } from './found.js';
import type { Route } from './route.js';
import { complete, find, leadOf, unique } from './route.js';

/** A demand as it was received. */
export interface Demand extends Received {
  /** `D01` … `D13`, `X1` … `X3`; what is neither is for a person to decide. */
  readonly category: string;
  readonly kind?: string | undefined;
  readonly facts: Facts;
}

/** Where a demand goes: the algorithm of domain law c.0 over the tables of a pack. Of its inputs alone: the same demand and pack give the same decision. */
export function decide(pack: Pack, demand: Demand): Decision {
  const facts = knownFacts(demand.facts);
  const groups = grouped(pack, demand, facts);
  const split = groups.length > 1;
  const routes = groups.map((group) => joined(group.map((each) => complete(each, split, pack))));
  const [lead, ...others] = routes as [Route, ...Route[]];
  const clocks = distinctClocks(routes);
  const flags = { ...unitedFlags(routes), calendarGap: clocks.some((clock) => isPending(clock, pack)) };
  return {
    mode: lead.mode,
    ...orderOf(lead, clocks),
    ownClocks: distinctClocks([lead]),
    rules: unique([...routes.flatMap(({ rowRules }) => rowRules), ...routes.flatMap(({ stepRules }) => stepRules)]),
    children: others.map((child, i) => ({ order: i + 1, ...orderOf(child, clocksOfChild(child, lead)) })),
    handover: lead.handover,
    flags,
    handlingRegion: lead.handlingRegion,
    mergedInto: lead.stepRules.includes('step 2') ? facts.duplicateOf ?? null : null,
    liableParties: routes.find(({ liable }) => liable.length > 0)?.liable ?? [],
    urgency: urgencyOf(clocks),
    pack: pack.ref,
    rows: distinctRows(routes),
    nearest: routes.flatMap(({ nearest }) => nearest),
    inputs: impersonalFacts(demand.facts),
    reason: reasonOf(routes),
  };
}

/** What each order is about that a demand is decided to be, by the orders' numbers: the record of an order names the first of its matters alone. */
export function topicsByOrder(pack: Pack, demand: Demand): readonly (readonly Topic[])[] {
  return grouped(pack, demand, knownFacts(demand.facts)).map((group) => group.map(({ topic }) => topic));
}

function grouped(pack: Pack, demand: Demand, facts: KnownFacts): Found[][] {
  const topics = topicsOf({ category: demand.category, kind: demand.kind, facts });
  return byLead(topics.map((topic) => find(demand, facts, topic, pack)));
}

/** Step 7: matters with the same lead are one order. A step that ends the search ends it for all of them. */
function byLead(found: readonly Found[]): Found[][] {
  const groups = new Map<string | null, Found[]>();
  for (const each of found) {
    const lead = leadOf(each);
    groups.set(lead, [...(groups.get(lead) ?? []), each]);
  }
  return [...groups.values()];
}

function joined(routes: readonly Route[]): Route {
  const [first, ...more] = routes as [Route, ...Route[]];
  if (more.length === 0) return first;
  const assist = unique(routes.flatMap((route) => route.assist));
  return {
    ...first, assist,
    leadAlternatives: unique(routes.flatMap((route) => route.leadAlternatives)),
    guide: unique(routes.flatMap((route) => route.guide)).filter((each) => !assist.includes(each)),
    flags: unitedFlags(routes), clocks: distinctClocks(routes),
    liable: routes.find(({ liable }) => liable.length > 0)?.liable ?? [],
    stepRules: unique(routes.flatMap((route) => route.stepRules)), rowRules: unique(routes.flatMap((route) => route.rowRules)),
    matched: distinctRows(routes), nearest: first.nearest, places: distinctPlaces(routes), reasons: routes.flatMap((route) => route.reasons),
  };
}

function orderOf(route: Route, clocks: readonly ClockStart[]): Omit<Order, 'order'> {
  const { topic, lead, leadAlternatives, assist, guide, rowRules, places } = route;
  return { matter: topic.matter ?? null, kind: topic.kind, category: topic.category, lead, leadAlternatives, assist, guide, rules: rowRules, clocks, places };
}

/** A child answers for its own matter; a limit that a fact starts runs once, on the lead order. */
function clocksOfChild(child: Route, lead: Route): readonly ClockStart[] {
  return child.clocks.filter(({ id }) => id.startsWith('HOT-') || !lead.clocks.some((clock) => clock.id === id));
}

function distinctClocks(routes: readonly Route[]): readonly ClockStart[] {
  if (routes.length === 1) return routes[0]!.clocks;
  return [...new Map(routes.flatMap(({ clocks }) => clocks).map((clock) => [`${clock.id} ${clock.startedAt}`, clock])).values()];
}

function distinctRows(routes: readonly Route[]): readonly MatchedRow[] {
  if (routes.length === 1) return routes[0]!.matched;
  return [...new Map(routes.flatMap(({ matched }) => matched).map((row) => [`${row.table} ${row.rule} ${row.source}`, row])).values()];
}

function distinctPlaces(routes: readonly Route[]): Route['places'] {
  return [...new Map(routes.flatMap(({ places }) => places).map((place) => [`${place.role} ${place.division} ${place.department}`, place])).values()];
}

/** A flag that holds for one of the matters holds for the demand. */
function unitedFlags(routes: readonly Route[]): Readonly<Record<string, FlagValue>> {
  if (routes.length === 1) return routes[0]!.flags;
  const flags: Record<string, FlagValue> = {};
  for (const route of routes) for (const [flag, value] of Object.entries(route.flags)) flags[flag] ||= value;
  return flags;
}

function isPending({ id, startedAt }: ClockStart, { clocks, parameters, calendar }: Pack): boolean {
  const row = clocks.get(id);
  if (!row) throw new Error(`The pack has no clock ${id}.`);
  return dueOf(countRule(row, parameters), startedAt, calendar).due === 'PENDING_CALENDAR';
}

function urgencyOf(clocks: readonly ClockStart[]): Decision['urgency'] {
  const ids = new Set(clocks.map(({ id }) => id));
  return ids.has('HOT-2H') ? '2h' : ids.has('HOT-24H') ? '24h' : 'ordinary';
}

function reasonOf(routes: readonly Route[]): { zh: string; en: string } {
  const reasons = routes.flatMap((route) => route.reasons);
  if (reasons.length === 0) return { zh: '没有规则适用，由人工决定。', en: 'No rule applies: a person decides.' };
  const say = (language: 'zh' | 'en', source: (text: string) => string) =>
    unique(reasons.map((row) => `${String(row[language])}${source(String(row['source']))}`));
  return { zh: say('zh', (text) => `（${text}）`).join(''), en: say('en', (text) => ` (${text})`).join(' ') };
}
