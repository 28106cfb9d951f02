import type { AssignmentEvent } from '#libs/contracts/routing.events.js';
import { holdersAfter, noHolders } from '#libs/contracts/holders.js';

/**
 * How often one order came back: a body's objection is a return; what is sent elsewhere without one is too. The redispatch that
 * follows an objection is the answer to it, and no second return.
 */
export function returnsOf(events: Iterable<AssignmentEvent>, order: number): number {
  let holders = noHolders;
  let returns = 0;
  for (const event of events) {
    const step = holders.orders[order]?.step;
    if (event.type === 'DispatchObjected' && event.order === order) returns += 1;
    if (event.type === 'CaseRedispatched' && event.order === order && step !== 'objected') returns += 1;
    holders = holdersAfter(holders, event);
  }
  return returns;
}
