import type { RoutingDecision } from '#libs/contracts/routing.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { countRule } from '../clock-rows.js';
import type { Decision, Order, Place } from '../decision.js';
import type { Changed } from '../diff.js';
import type { Due } from '../due.js';
import { dueOf } from '../due.js';
import type { Pack } from '../pack.js';

/** A clock that starts with a decision, and the day that it names. */
export interface DueClock {
  readonly id: string;
  readonly order: number;
  readonly startedAt: Day | Instant;
  readonly due: Due['due'];
}

/** What a decision means for the people: who acts, where, and by when. The reasons are left out. */
export interface Outcome {
  readonly fields: Readonly<Record<string, string | null | readonly string[]>>;
  readonly flags: RoutingDecision['flags'];
  readonly clocks: readonly DueClock[];
}

type Ordered = Pick<Order, 'order' | 'lead' | 'leadAlternatives' | 'assist' | 'guide' | 'clocks'> & { readonly places?: readonly Place[] | undefined };

/** A decision that was recorded, or one made now, as an outcome; the days by the clocks of the pack that made it. */
export function outcomeOf(decision: RoutingDecision | Decision, division: string, pack: Pack): Outcome {
  const orders: readonly Ordered[] = 'orders' in decision ? decision.orders : [{ ...decision, order: 0, clocks: decision.ownClocks }, ...decision.children];
  const [lead, ...others] = orders as [Ordered, ...Ordered[]];
  const handling = 'orders' in decision ? decision.handlingDivision : decision.handlingRegion ?? division;
  return {
    fields: {
      mode: decision.mode, lead: lead.lead, division: handling, leadAlternatives: sorted(lead.leadAlternatives), assist: sorted(lead.assist), guide: sorted(lead.guide),
      ...(others.length > 0 && Object.fromEntries(others.flatMap((order) => [[`orders.${order.order}.lead`, order.lead], [`orders.${order.order}.assist`, sorted(order.assist)]]))),
      ...(lead.places && { places: sorted(lead.places.map(placeText)) }),
      handover: sorted(decision.handover), liableParties: decision.liableParties, mergedInto: decision.mergedInto,
    },
    flags: decision.flags,
    clocks: orders.flatMap(({ order, clocks }) => clocks.map(({ id, startedAt }) => ({ id, order, startedAt, due: dueIn(pack, id, startedAt) }))),
  };
}

/** Who leads the orders of a decision, and where: what is counted of every case. */
export interface Held {
  readonly leads: readonly (string | null)[];
  readonly division: string;
}

export function heldBy(decision: RoutingDecision | Decision, division: string): Held {
  if ('orders' in decision) return { leads: decision.orders.map(({ lead }) => lead), division: decision.handlingDivision };
  return { leads: [decision.lead, ...decision.children.map(({ lead }) => lead)], division: decision.handlingRegion ?? division };
}

/** As comparing the outcomes would say, without making them: most past cases go the same way. Days are left out: equal starts end on other days only where the packs count otherwise. */
export function isSameWay(recorded: RoutingDecision, now: Decision, division: string): boolean {
  const [lead, ...others] = recorded.orders;
  return recorded.mode === now.mode && recorded.handlingDivision === (now.handlingRegion ?? division) && recorded.mergedInto === now.mergedInto
    && isSameOrder(lead!, now) && isSameList(lead!.clocks.map(clockKey), now.ownClocks.map(clockKey))
    && others.length === now.children.length && others.every((order, i) => isSameOrder(order, now.children[i]!) && isSameList(order.clocks.map(clockKey), now.children[i]!.clocks.map(clockKey)))
    && isSameList(recorded.handover, now.handover) && isSameList(recorded.liableParties, now.liableParties) && isSameFlags(recorded.flags, now.flags);
}

function isSameOrder(a: Omit<Ordered, 'order'>, b: Omit<Ordered, 'order'>): boolean {
  return a.lead === b.lead && isSameList(a.assist, b.assist) && isSameList(a.guide, b.guide) && isSameList(a.leadAlternatives, b.leadAlternatives)
    && (!a.places || !b.places || isSameList(a.places.map(placeText), b.places.map(placeText)));
}

/** False also where only the order differs: the outcomes then say whether that means anything. */
function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

function isSameFlags(a: RoutingDecision['flags'], b: Decision['flags']): boolean {
  for (const flag in a) if ((a[flag] || null) !== (b[flag] || null)) return false;
  for (const flag in b) if (b[flag] && !a[flag]) return false;
  return true;
}

function clockKey({ id, startedAt }: { readonly id: string; readonly startedAt: string }): string {
  return `${id} ${startedAt}`;
}

function placeText({ role, department, division }: Place): string {
  return `${role} ${department} ${division}`;
}

/** The day by the pack as the clock starts: pauses and extensions come later, and are nobody's to foresee. */
function dueIn({ clocks, parameters, calendar }: Pack, id: string, startedAt: Day | Instant): Due['due'] {
  const row = clocks.get(id);
  return row ? dueOf(countRule(row, parameters), startedAt, calendar).due : 'PENDING_CALENDAR';
}

/** Fields that differ, in the order in which a reader asks for them. A flag that one pack does not know is as good as one that is not set; places are compared where both name them, since older records do not. */
export function changedOutcome(before: Outcome, after: Outcome): readonly Changed[] {
  const changed: Changed[] = [];
  for (const path of new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])) {
    const [was, is] = [before.fields[path] ?? null, after.fields[path] ?? null];
    const unsaid = path === 'places' && (was === null || is === null);
    const isSame = Array.isArray(was) && Array.isArray(is) ? isSameList(was as string[], is as string[]) : was === is;
    if (!unsaid && !isSame) changed.push({ path, before: was, after: is });
  }
  for (const flag of new Set([...Object.keys(before.flags), ...Object.keys(after.flags)])) {
    const [was, is] = [before.flags[flag] ?? null, after.flags[flag] ?? null];
    if ((was || null) !== (is || null)) changed.push({ path: `flags.${flag}`, before: was, after: is });
  }
  return changed;
}

export interface MovedClock {
  readonly id: string;
  readonly order: number;
  /** Null where the clock runs under one pack alone. */
  readonly before: Due['due'] | null;
  readonly after: Due['due'] | null;
  readonly startedAt: Day | Instant;
}

/** Clocks that start under one pack alone, or end on another day. */
export function movedClocks(before: Outcome, after: Outcome): readonly MovedClock[] {
  const key = ({ id, order, startedAt }: DueClock): string => `${id} ${order} ${startedAt}`;
  const fresh = new Map(after.clocks.map((clock) => [key(clock), clock]));
  const old = new Set(before.clocks.map(key));
  return [
    ...before.clocks.flatMap(({ due, ...clock }) => {
      const now = fresh.get(key({ due, ...clock }))?.due ?? null;
      return now === due ? [] : [{ ...clock, before: due, after: now }];
    }),
    ...after.clocks.flatMap(({ due, ...clock }) => (old.has(key({ due, ...clock })) ? [] : [{ ...clock, before: null, after: due }])),
  ];
}

function sorted(list: readonly string[]): readonly string[] {
  return list.length < 2 ? list : [...list].sort();
}
