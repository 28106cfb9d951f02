import type { PublishedEvent } from '#libs/contracts/event.js';
import type { RoutingDecision } from '#libs/contracts/routing.events.js';
import type { Next } from '#libs/decider/process.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { ClockEvent } from '#libs/contracts/supervision.events.js';

/** Every fact of a case may start, move or settle its clocks; which, the pack says (`clocks/moves.ts`). The clocks' own events move nothing. */
export function clocksAfter(event: PublishedEvent): readonly Next[] {
  if (event.type.startsWith('supervision.') || event.type.startsWith('audit.') || event.type === 'intake.claim-filed.v1') return [];
  return [{ stream: 'clocks', command: { type: event.type === 'routing.case-routed.v1' ? 'OpenClocks' : 'MoveClocks' } }];
}

/** An authority's breach is put before the head of the unit at once, and is off the ladder when the clock is met or ends. */
export function escalationAfter(event: PublishedEvent): readonly Next[] {
  const { clock, kind, duty } = event.data as never as Extract<ClockEvent, { type: 'ClockBreached' }>;
  switch (event.type) {
    case 'supervision.clock-breached.v1': return duty !== 'authority' ? [] : [wish({ type: 'RaiseEscalation', escalation: uuidv5(`escalation/${event.id}`), clock, kind })];
    case 'supervision.clock-satisfied.v1':
    case 'supervision.clock-cancelled.v1': return [wish({ type: 'SettleEscalations', clock, causedBy: event.id })];
    case 'routing.case-routed.v1':
    case 'routing.case-rerouted.v1': return isMajor(event) ? [wish({ type: 'ProposeSupervision', flag: 'majorSupervision' })] : []; // S-BJ25 七: a major case is listed under a head by name.
    case 'resolution.case-closed.v1': return [wish({ type: 'SettleEscalations', clock: null, causedBy: event.id })];
    default: return [];
  }
}

function isMajor({ data }: PublishedEvent): boolean {
  const { decision } = data as never as { decision: RoutingDecision };
  return decision.flags['majorSupervision'] === true;
}

function wish(command: Next['command'] & Record<string, unknown>): Next {
  return { stream: 'escalation', command };
}
