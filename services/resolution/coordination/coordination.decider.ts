import type { CoordinationEvent, explainedTopics } from '#libs/contracts/project.events.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import type { Decider } from '#libs/decider/decider.js';
import { never } from '#libs/decider/decider.js';
import { refuse } from './coordination.refusals.js';

interface Given {
  readonly at: Instant;
  readonly by: string;
  readonly order: number;
}
export type CoordinationCommand = Given & (
  | { readonly type: 'HoldFirstMediation'; readonly agreed: boolean }
  | { readonly type: 'FollowUpPayment'; readonly paid: 'full' | 'part' | 'none'; readonly promisedBy?: Day | null | undefined }
  | { readonly type: 'ExplainRules'; readonly workers: number; readonly topics: readonly (typeof explainedTopics)[number][] }
);

/** What was reported, in words that tell a repetition from the next visit: the same of one day is one. */
export type Coordination = ReadonlySet<string>;

/** What a coordinator (治欠协管员) does on the ground for a case. It is reported as it happened; nothing of it is a condition of anything else. */
export const coordination: Decider<Coordination, CoordinationCommand, CoordinationEvent> = { initial: new Set(), decide, evolve, may: {} };

function decide(command: CoordinationCommand, state: Coordination): readonly CoordinationEvent[] {
  const event = made(command);
  return state.has(keyOf(event)) ? [] : [event];
}

function made(command: CoordinationCommand): CoordinationEvent {
  const { at, order, by } = command;
  switch (command.type) {
    case 'HoldFirstMediation': return { type: 'FirstMediationHeld', at, order, agreed: command.agreed, by };
    case 'FollowUpPayment': {
      const { paid, promisedBy = null } = command;
      if (promisedBy !== null && promisedBy < dayOf(at)) throw refuse('PAYMENT_PROMISED_FOR_PAST', { promisedBy });
      if (promisedBy !== null && paid === 'full') throw refuse('PROMISE_AFTER_FULL_PAYMENT');
      return { type: 'PaymentFollowedUp', at, order, paid, promisedBy, by };
    }
    case 'ExplainRules': return { type: 'RulesExplained', at, order, workers: command.workers, topics: [...new Set(command.topics)].sort(), by };
    default: return never(command);
  }
}

function evolve(state: Coordination, event: CoordinationEvent): Coordination {
  return new Set([...state, keyOf(event)]);
}

function keyOf(event: CoordinationEvent): string {
  const { at, order, by } = event;
  return JSON.stringify([event.type, dayOf(at), order, by, 'agreed' in event ? event.agreed : 'paid' in event ? [event.paid, event.promisedBy] : [event.workers, event.topics]]);
}
