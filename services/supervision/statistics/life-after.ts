import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Life } from './life.js';
import { afterAssignment } from './life-assignment.js';
import { afterClaim } from './life-claim.js';
import { afterClock } from './life-clocks.js';
import { afterClosure } from './life-closure.js';
import { afterDispute } from './life-disputes.js';
import { afterMoney } from './life-money.js';

/** The case after one more of its events; a case begins with its filing. */
export function lifeAfter(life: Life | undefined, event: PublishedEvent): Life | undefined {
  if (life ? BigInt(event.position) <= BigInt(life.position) : event.type !== 'intake.claim-filed.v1') return life;
  const after = step(life, event);
  return after && { ...after, position: event.position };
}

function step(life: Life | undefined, event: PublishedEvent): Life | undefined {
  if (!life) return afterClaim(undefined, event);
  switch (event.stream.slice(0, event.stream.indexOf('/'))) {
    case 'claim': return afterClaim(life, event);
    case 'assignment': return afterAssignment(life, event);
    case 'clocks': return afterClock(life, event);
    case 'closure': return afterClosure(life, event);
    case 'mediation': case 'arbitration': case 'inspection': return afterDispute(life, event);
    case 'payment': case 'handover': return afterMoney(life, event);
    default: return life;
  }
}
