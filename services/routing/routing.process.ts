import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { HandoverEvent } from '#libs/contracts/resolution.events.js';
import type { ClockEvent } from '#libs/contracts/supervision.events.js';
import type { Next } from '#libs/decider/process.js';

/** What routing does next. The decision itself is made at the desk, by the pack in force (`assignment/route.ts`). */
export function afterFact(event: PublishedEvent): readonly Next[] {
  switch (event.type) {
    case 'intake.claim-filed.v1': return [{ stream: 'assignment', command: { type: 'RouteCase' } }];
    case 'intake.claim-supplemented.v1':
    case 'intake.demand-classified.v1':
    case 'resolution.pay-order-expired.v1': // CRIM: only now the case may be a crime.
    case 'resolution.relation-confirmed.v1': return [{ stream: 'assignment', command: { type: 'RerouteCase' } }]; // LDMA 2: only now it is open to arbitration.
    case 'intake.duplicate-linked.v1': {
      const { channel, channelNumber } = event.data as never as Extract<ClaimEvent, { type: 'DuplicateLinked' }>;
      return [wish({ type: 'RouteDuplicate', channel, channelNumber })];
    }
    case 'intake.transfer-taken.v1': return [wish({ type: 'AcceptTransfer', order: event.data['order'] })];
    case 'intake.transfer-sent-back.v1': return [wish({ type: 'ReturnTransfer', order: event.data['order'], ground: event.data['ground'], reason: event.data['reason'] })];
    case 'resolution.clue-verified.v1': {
      const { conclusion, order, facts } = event.data as never as Extract<HandoverEvent, { type: 'ClueVerified' }>;
      // Whoever found that it is another region's has said where it belongs: it goes there.
      return conclusion === 'otherRegion' && facts?.division ? [wish({ type: 'TransferOrder', order, division: facts.division, ground: '线索核查：属其他地区' })] : [];
    }
    case 'supervision.clock-breached.v1': {
      const { kind, order } = event.data as never as Extract<ClockEvent, { type: 'ClockBreached' }>;
      // Who neither signs nor objects in time has accepted (BJ-REG 12, the period is the region's).
      return kind === 'HOT-OBJECT' ? [wish({ type: 'SignOrder', order: order ?? 0 })] : [];
    }
    default: return [];
  }
}

function wish(command: Next['command'] & Record<string, unknown>): Next {
  return { stream: 'assignment', command };
}
