import type { CourtEvent } from '#libs/contracts/resolution.events.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import { court } from './court.decider.js';

const given = specify(court);
const by = 'officer:1';
const on = (day: number): string => `2026-06-${String(day).padStart(2, '0')}T09:00:00+08:00`;

const advised: CourtEvent = { type: 'CourtRouteAdvised', at: on(2), route: 'paymentOrder' };
const applied: CourtEvent = { type: 'PaymentOrderApplied', at: on(2), by };
const accepted: CourtEvent = { type: 'PaymentOrderAccepted', at: on(5), by };
const issued: CourtEvent = { type: 'PaymentOrderIssued', at: on(10), by };
const served: CourtEvent = { type: 'PaymentOrderServed', at: on(12), by };
const lapsed: CourtEvent = { type: 'PaymentOrderLapsed', at: on(20), reason: 'objection', by };
const effective: CourtEvent = { type: 'PaymentOrderTookEffect', at: on(28) };
const enforcing: CourtEvent = { type: 'EnforcementApplied', at: on(22), by };
const terminated: CourtEvent = { type: 'EnforcementTerminated', at: on(28), by };

const advise = { type: 'AdviseCourtRoute', at: on(2), by: 'process:resolution', route: 'paymentOrder' } as const;
const apply = { type: 'ApplyForPaymentOrder', at: on(2), by } as const;
const accept = { type: 'AcceptPaymentOrder', at: on(5), by } as const;
const issue = { type: 'IssuePaymentOrder', at: on(10), by } as const;
const serve = { type: 'ServePaymentOrder', at: on(12), by } as const;
const lapse = { type: 'LapsePaymentOrder', at: on(20), by, reason: 'objection' } as const;
const takeEffect = { type: 'TakePaymentOrderEffect', at: on(28), by: 'process:resolution' } as const;
const enforce = { type: 'ApplyForEnforcement', at: on(22), by } as const;
const terminate = { type: 'TerminateEnforcement', at: on(28), by } as const;

describe('The roads to a court', () => {
  it('are shown', () => given().when(advise).then(advised));
  it('are shown again where another road opens', () => given(advised).when({ ...advise, route: 'enforcement' }).then({ ...advised, route: 'enforcement' }));
  it('lead to a payment order, shown or not', () => given().when(apply).then(applied));
  it('are taken step by step: accepted', () => given(applied).when(accept).then(accepted));
  it('issued', () => given(applied, accepted).when(issue).then(issued));
  it('served', () => given(applied, accepted, issued).when(serve).then(served));
  it('and end where the debtor objects', () => given(applied, accepted, issued, served).when(lapse).then(lapsed));
  it('lead to enforcement of what is in effect', () => given().when(enforce).then(enforcing));
  it('that may be terminated', () => given(enforcing).when(terminate).then(terminated));
  it('and taken up again when assets are found', () => given(enforcing, terminated).when({ ...enforce, at: on(30) }).then({ ...enforcing, at: on(30) }));

  it('a payment order to which nobody objected takes effect, and is enforced', () => {
    given(applied, accepted, issued, served).when(takeEffect).then(effective);
    given(applied, accepted, issued, served, effective).when({ ...enforce, at: on(29), onlyPromised: true }).then({ ...enforcing, at: on(29) });
  });
  it('one that lapsed does not', () => given(applied, accepted, issued, served, lapsed).when(takeEffect).thenNothing());
  it('a promise is enforced only by a title that somebody names', () => given().when({ ...enforce, onlyPromised: true, title: 'confirmation' }).then({ ...enforcing, title: 'confirmation' }));

  takesEffectOnce(court, {
    TakePaymentOrderEffect: [[applied, accepted, issued, served], takeEffect],
    AdviseCourtRoute: [[], advise], ApplyForPaymentOrder: [[advised], apply], AcceptPaymentOrder: [[applied], accept], IssuePaymentOrder: [[applied, accepted], issue],
    ServePaymentOrder: [[applied, accepted, issued], serve], LapsePaymentOrder: [[applied, accepted, issued, served], lapse], ApplyForEnforcement: [[], enforce], TerminateEnforcement: [[enforcing], terminate],
  });

  refusesWith(court, [
    ['PAYMENT_ORDER_NOT_APPLIED', [advised], accept],
    ['PAYMENT_ORDER_NOT_ACCEPTED', [applied], issue],
    ['PAYMENT_ORDER_NOT_ISSUED', [applied, accepted], serve],
    ['PAYMENT_ORDER_NOT_ISSUED', [applied, accepted], lapse],
    ['PAYMENT_ORDER_ALREADY_APPLIED', [applied, accepted], apply],
    ['PAYMENT_ORDER_ALREADY_ACCEPTED', [applied, accepted, issued], accept],
    ['PAYMENT_ORDER_ALREADY_ISSUED', [applied, accepted, issued, served], issue],
    ['PAYMENT_ORDER_ALREADY_SERVED', [applied, accepted, issued, served], 'ServePaymentOrder'],
    ['PAYMENT_ORDER_LAPSED', [applied, accepted, issued, served, lapsed], serve],
    ['PAYMENT_ORDER_LAPSED', [applied, accepted, issued, served, lapsed], apply],
    ['ENFORCEMENT_ALREADY_APPLIED_FOR', [enforcing], 'ApplyForEnforcement'],
    ['NO_ENFORCEABLE_TITLE', [advised], { ...enforce, onlyPromised: true }],
    ['NO_ENFORCEABLE_TITLE', [applied, accepted, issued, served], { ...enforce, onlyPromised: true }],
    ['ENFORCEMENT_NOT_APPLIED', [], terminate],
    ['FACT_OUT_OF_ORDER', [applied, accepted], { ...issue, at: on(4) }],
    ['FACT_OUT_OF_ORDER', [enforcing], { ...terminate, at: on(21) }],
  ]);
});
