import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Next } from '#libs/decider/process.js';

/** The time of a report ran out: the period is missed, and the next one is owed. Which period, the clock knows. */
export function partnersAfter(event: PublishedEvent): readonly Next[] {
  if (event.type !== 'supervision.clock-breached.v1' || event.data['kind'] !== 'POINT-REPORT') return [];
  return [{ stream: 'partner', command: { type: 'NoteMissedReport', clock: event.data['clock'] } as Next['command'] }];
}
