import type { PublishedEvent } from '#libs/contracts/event.js';
import type { PaymentEvent } from '#libs/contracts/resolution.events.js';
import { fold } from '#libs/decider/decider.js';
import { streamEvent } from '#libs/event-store/streams.js';
import type { OutcomeFacts } from '#libs/policy/outcomes.js';
import { payment } from '../payment/payment.decider.js';
import { heldOf, unpaidOf } from '../payment/payment.state.js';

/** What the desks have recorded of a case that a conclusion may rest on, for one of its orders. */
export function outcomeFactsOf(history: readonly PublishedEvent[], order: number): OutcomeFacts {
  const money = fold(payment, history.filter(({ stream }) => stream.startsWith('payment/')).map((event) => streamEvent<PaymentEvent>(event)));
  const ours = history.filter(({ data }) => typeof data['order'] !== 'number' || data['order'] === order);
  const has = (...types: readonly string[]): boolean => ours.some(({ type }) => types.includes(type));
  const said = (type: string, field: string, ...values: readonly unknown[]): boolean => ours.some((event) => event.type === type && values.includes(event.data[field]));
  const sinceReopened = ours.slice(ours.map(({ type }) => type).lastIndexOf('resolution.case-reopened.v1') + 1); // What was told before did not satisfy.
  return {
    moneyStated: money.bases.length > 0, nothingUnpaid: unpaidOf(money) === 0, nothingUnclaimed: heldOf(money) === 0, wagesHeld: heldOf(money) > 0, everyWorkerSettled: money.unsettled.length === 0,
    agreementReached: has('resolution.case-mediated.v1'), settledAndWithdrawn: said('resolution.application-withdrawn.v1', 'settled', true),
    claimWithdrawn: has('intake.claim-withdrawn.v1', 'resolution.application-withdrawn.v1', 'resolution.filing-withdrawn.v1'),
    awardInEffect: has('resolution.award-took-effect.v1', 'resolution.mediation-instrument-served.v1') && !said('resolution.set-aside-ruled.v1', 'annulled', true),
    refusedInWriting: has('resolution.complaint-refused.v1', 'resolution.application-refused.v1', 'resolution.procedure-refused.v1'),
    routeAdvised: has('resolution.legal-route-advised.v1', 'resolution.court-route-advised.v1'), policeFiled: has('resolution.police-filed.v1'),
    foundUntrue: said('resolution.clue-verified.v1', 'conclusion', ...UNTRUE) || has('resolution.investigation-completed.v1', 'resolution.award-took-effect.v1'),
    replyGiven: sinceReopened.some(({ type }) => type === 'resolution.reply-given.v1' || type === 'resolution.answered-on-line.v1'),
  };
}

/** Conclusions of a clue by which it is no case of unpaid wages (any more). */
const UNTRUE: readonly string[] = ['notArrears', 'projectPayment', 'settledBefore'];
