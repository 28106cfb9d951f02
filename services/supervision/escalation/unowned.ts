import { holdersAfter, noHolders } from '#libs/contracts/holders.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { AssignmentEvent } from '#libs/contracts/routing.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { streamEvent } from '#libs/event-store/streams.js';

/** An order without a person: since when, and by which event of its stream, so that each time it comes to that has a name of its own. */
export interface Unowned {
  readonly order: number;
  readonly since: Instant;
  readonly version: number;
}

/** The orders of a case that no person has, by its assignment stream. Another body begins anew: it has its own time to name somebody. */
export function unownedOf(history: readonly PublishedEvent[]): readonly Unowned[] {
  let holders = noHolders;
  let unowned = new Map<number, Unowned>();
  for (const event of history) {
    const before = holders;
    holders = holdersAfter(holders, streamEvent<AssignmentEvent>(event));
    const next = new Map<number, Unowned>();
    for (const { order, officer, unit } of holders.orders) {
      if (officer !== null) continue;
      const known = unowned.get(order);
      const was = before.orders[order]?.unit ?? null;
      const same = known && was?.department === unit?.department && was?.division === unit?.division;
      next.set(order, same ? known : { order, since: event.recordedAt, version: event.version });
    }
    unowned = next;
  }
  return [...unowned.values()];
}
