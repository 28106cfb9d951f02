import { eventKinds } from '#libs/contracts/event.js';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { HandoverEvent } from '#libs/contracts/resolution.events.js';
import type { RoutingDecision } from '#libs/contracts/routing.events.js';

/** What a channel hears of: every change that the person who called it would ask about. */
const TOLD = new Set([
  'intake.claim-supplemented.v1', 'intake.claim-withdrawn.v1', 'routing.case-routed.v1', 'routing.case-rerouted.v1', 'routing.duplicate-routed.v1', 'routing.routing-overridden.v1',
  'routing.order-signed.v1', 'routing.dispatch-objected.v1', 'routing.dispatch-maintained.v1', 'routing.case-redispatched.v1', 'routing.case-transferred.v1', 'routing.transfer-accepted.v1', 'routing.transfer-returned.v1',
  'routing.order-split.v1', 'resolution.requester-contacted.v1', 'resolution.reply-given.v1', 'resolution.answered-on-line.v1', 'resolution.legal-route-advised.v1', 'resolution.complaint-accepted.v1',
  'resolution.complaint-refused.v1', 'resolution.application-accepted.v1', 'resolution.application-refused.v1', 'resolution.case-mediated.v1', 'resolution.mediation-failed.v1',
  'resolution.award-made.v1', 'resolution.mediation-instrument-served.v1', 'resolution.payment-completed.v1', 'resolution.payment-defaulted.v1', 'resolution.case-resolved.v1',
  'resolution.job-seeker-referred.v1', 'resolution.referral-concluded.v1', 'resolution.clue-verified.v1', 'resolution.callback-made.v1', 'resolution.case-reopened.v1', 'resolution.case-carried-forward.v1', 'resolution.case-closed.v1', 'supervision.clock-extended.v1', 'supervision.clock-suspended.v1',
]);

/** The types of events that a channel may choose from. */
export const toldTypes: readonly string[] = [...TOLD].sort();

/** True for a fact that the channels are told of. */
export function isTold({ type }: PublishedEvent): boolean {
  return TOLD.has(type);
}

/** The body of a feedback webhook: nothing personal, only what became of the channel's own number. */
export function payloadOf(event: PublishedEvent, channelNumber: string, caseNumber: string): object {
  const data = event.data as { at?: string; decision?: RoutingDecision; order?: number };
  const routed = data.decision && {
    mode: data.decision.mode, handlingDivision: data.decision.handlingDivision,
    orders: data.decision.orders.map(({ order, lead, assist, guide }) => ({ order, lead, assist, guide })), reason: data.decision.reason,
  };
  const clue = event.type === 'resolution.clue-verified.v1' && clueOf(event.data as never);
  return {
    type: 'case.status-changed', timestamp: event.recordedAt,
    data: { channelNumber, caseNumber, caseId: event.caseId, position: event.position, event: event.type, title: eventKinds.get(event.type)?.zh, at: data.at, ...(data.order !== undefined && { order: data.order }), ...(routed && { routed }), ...(clue && { clue }) },
  };
}

type Verified = Extract<HandoverEvent, { type: 'ClueVerified' }>;

/** The conclusion as the platform takes it; the channel acknowledges it under the id of this call. */
function clueOf({ conclusion, name, facts }: Verified): object {
  return { conclusion, ...(name && { name }), ...(facts && { facts }) };
}
