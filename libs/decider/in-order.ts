import { refuse } from './in-order.refusals.js';

/**
 * Refuses a fact dated before the fact that it follows from. Compared by the day: the law counts most facts in days, and a
 * fact recorded late is often known by its day only, so an hour written carelessly must not bar a lawful step for good.
 * Days are written `2026-03-02`, which sorts as it counts.
 */
export function inOrder(factOn: string, earlierOn: string | undefined): void {
  if (earlierOn !== undefined && factOn < earlierOn) throw refuse('FACT_OUT_OF_ORDER', { at: factOn, notBefore: earlierOn });
}
