import type { PublishedEvent } from '#libs/contracts/event.js';
import type { RoutingDecision } from '#libs/contracts/routing.events.js';
import type { Next } from '#libs/decider/process.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { ClockEvent } from '#libs/contracts/supervision.events.js';

/** Every fact of a case may start, move or settle its clocks; which, the pack says (`clocks/moves.ts`). The clocks' own events move nothing. */
export function clocksAfter(event: PublishedEvent): readonly Next[] {
  if (isOfSupervision(event)) return [{ stream: 'clocks', command: { type: OPENING.has(event.type) ? 'OpenClocks' : 'MoveClocks' } }];
  if (event.type.startsWith('supervision.') || event.type.startsWith('audit.') || event.type === 'intake.claim-filed.v1') return [];
  return [{ stream: 'clocks', command: { type: event.type === 'routing.case-routed.v1' ? 'OpenClocks' : 'MoveClocks' } }];
}

/** Signs and partners are no cases, and have limits of their own: the law of their place counts them from their first event on. */
const OPENING: ReadonlySet<string> = new Set(['supervision.early-sign-found.v1', 'supervision.monitoring-point-registered.v1', 'supervision.service-station-registered.v1', 'supervision.partner-unit-registered.v1']);

function isOfSupervision({ stream }: PublishedEvent): boolean {
  return stream.startsWith('sign/') || stream.startsWith('partner/');
}

/**
 * What puts a case on the ladder, and what takes it off. An authority's limit that is near or broken; an order that came back; and off again
 * when the clock is met or ends, when somebody is named, when the order is signed for. What nobody holds and what does not move is found by the watch.
 */
export function escalationAfter(event: PublishedEvent): readonly Next[] {
  const { clock, kind, duty } = event.data as never as Extract<ClockEvent, { type: 'ClockBreached' }>;
  const order = orderOf(event);
  switch (event.type) {
    case 'supervision.clock-warned.v1':
    case 'supervision.clock-breached.v1': return duty !== 'authority' ? [] : [raise(event, { condition: event.type === 'supervision.clock-warned.v1' ? 'warned' : 'breached', clock, kind, order })];
    case 'supervision.clock-satisfied.v1':
    case 'supervision.clock-cancelled.v1': return [settle(event, { clock })];
    case 'supervision.clock-suspended.v1':
    case 'supervision.clock-restarted.v1':
    case 'supervision.clock-extended.v1':
    case 'supervision.clock-rescheduled.v1': return [settle(event, { clock, only: 'warning' })]; // It is no longer near.
    case 'routing.case-routed.v1':
    case 'routing.case-rerouted.v1': return isMajor(event) ? [wish({ type: 'ProposeSupervision', flag: 'majorSupervision' })] : []; // S-BJ25 七: a major case is listed under a head by name.
    case 'routing.dispatch-objected.v1': return [returned(event, order)];
    case 'routing.case-redispatched.v1': return [settle(event, { clock: null, conditions: ['ownerless'], order }), returned(event, order)]; // Another body has its own time to name somebody.
    case 'routing.routing-overridden.v1':
    case 'routing.transfer-returned.v1':
    case 'routing.case-transferred.v1': return [settle(event, { clock: null, conditions: ['ownerless'], order })];
    case 'routing.order-signed.v1':
    case 'routing.transfer-accepted.v1': return [settle(event, { clock: null, conditions: ['returnedTwice'], order })];
    case 'routing.officer-named.v1': return [settle(event, { clock: null, conditions: ['ownerless'], order })];
    case 'routing.case-assigned.v1': return event.data['officer'] === null || event.data['role'] !== 'lead' ? [] : [settle(event, { clock: null, conditions: ['ownerless'], order })];
    case 'resolution.order-concluded.v1': return [settle(event, { clock: null, conditions: ['ownerless', 'returnedTwice'], order })];
    case 'resolution.case-closed.v1': return [settle(event, { clock: null })];
    default: return [];
  }
}

/** The case that a visit's finding has become is written down at the place that was visited. */
export function visitAfter({ type, data, caseId }: PublishedEvent): readonly Next[] {
  if (type !== 'intake.claim-filed.v1' && type !== 'intake.duplicate-linked.v1') return [];
  const { foundBy } = data as { foundBy?: { finding: string } };
  return foundBy ? [{ stream: 'visit', command: { type: 'NoteFiled', finding: foundBy.finding, caseId } as never }] : [];
}

/** A case that stood still moves again: off the ladder, until it stands still anew. */
export function movementAfter(event: PublishedEvent): readonly Next[] {
  return moves(event.type) ? [settle(event, { clock: null, conditions: ['noMovement'] })] : [];
}

/** What is done about a case moves it; supervision's own events, who looked, and how the channel took an answer do not. */
export function moves(type: string): boolean {
  return !STILL.some((prefix) => type.startsWith(prefix));
}

/** How the types of events begin that move no case. */
export const STILL: readonly string[] = ['supervision.', 'audit.', 'intake.feedback-'];

function raise(event: PublishedEvent, what: { readonly condition: string; readonly clock: string | null; readonly kind: string; readonly order: number | null }): Next {
  return wish({ type: 'RaiseEscalation', escalation: uuidv5(`escalation/${event.id}`), ...what, causedBy: event.id });
}

function returned(event: PublishedEvent, order: number | null): Next {
  return raise(event, { condition: 'returnedTwice', clock: null, kind: 'returnedTwice', order });
}

function settle(event: PublishedEvent, which: { readonly clock: string | null; readonly only?: string; readonly conditions?: readonly string[]; readonly order?: number | null }): Next {
  return wish({ type: 'SettleEscalations', ...which, ...(which.order === null && { order: undefined }), causedBy: event.id });
}

function orderOf({ data }: PublishedEvent): number | null {
  return typeof data['order'] === 'number' ? data['order'] : null;
}

function isMajor({ data }: PublishedEvent): boolean {
  const { decision } = data as never as { decision: RoutingDecision };
  return decision.flags['majorSupervision'] === true;
}

function wish(command: Next['command'] & Record<string, unknown>): Next {
  return { stream: 'escalation', command };
}
