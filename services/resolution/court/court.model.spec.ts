import fc from 'fast-check';
import type { Law } from '#libs/decider/model.js';
import { someText } from '../any-order.js';
import { at, obeys } from '../random-commands.js';
import type { CourtCommand } from './court.decider.js';
import { court } from './court.decider.js';

/** CPL 225 to 228: applied, accepted, issued, served, in this order; an objection or the debtor's absence ends it. CPL 268: an enforcement ended for want of assets may be resumed. */
const law: Law<CourtCommand> = {
  AdviseCourtRoute: ({ route }, past) => !past.all('AdviseCourtRoute').some((each) => each.route === route),
  ApplyForPaymentOrder: (_, past) => (past.has('LapsePaymentOrder') ? undefined : !past.has('ApplyForPaymentOrder')),
  AcceptPaymentOrder: (_, past) => past.has('ApplyForPaymentOrder') && !past.has('AcceptPaymentOrder', 'LapsePaymentOrder'),
  IssuePaymentOrder: (_, past) => past.has('AcceptPaymentOrder') && !past.has('IssuePaymentOrder', 'LapsePaymentOrder'),
  ServePaymentOrder: (_, past) => past.has('IssuePaymentOrder') && !past.has('ServePaymentOrder', 'LapsePaymentOrder'),
  LapsePaymentOrder: (_, past) => past.has('IssuePaymentOrder') && !past.has('LapsePaymentOrder'),
  TakePaymentOrderEffect: (_, past) => past.has('ServePaymentOrder') && !past.has('LapsePaymentOrder', 'TakePaymentOrderEffect'), // CPL 227
  ApplyForEnforcement: ({ onlyPromised, title }, past) => { // LDMA 15, 16: a promise alone is no title.
    if (past.last('ApplyForEnforcement', 'TerminateEnforcement')?.type === 'ApplyForEnforcement') return false;
    return !onlyPromised || title !== undefined || (past.has('TakePaymentOrderEffect') && !past.has('LapsePaymentOrder'));
  },
  TerminateEnforcement: (_, past) => past.last('ApplyForEnforcement', 'TerminateEnforcement')?.type === 'ApplyForEnforcement',
};

describe('Court against the law', () => {
  const bare = (n: number, type: 'ApplyForPaymentOrder' | 'AcceptPaymentOrder' | 'IssuePaymentOrder' | 'ServePaymentOrder' | 'ApplyForEnforcement' | 'TerminateEnforcement'): CourtCommand => ({ type, at: at(n), by: 'officer:a' });
  const course = [bare(0, 'ApplyForPaymentOrder'), bare(4, 'AcceptPaymentOrder'), bare(15, 'IssuePaymentOrder'), bare(18, 'ServePaymentOrder'), bare(40, 'ApplyForEnforcement'), bare(90, 'TerminateEnforcement')];
  const nothing = fc.constant({});

  it('takes no unlawful step, refuses no lawful one, and takes none twice', () => obeys(court, law, {
    AdviseCourtRoute: fc.record({ route: fc.constantFrom('paymentOrder' as const, 'lawsuit' as const) }), ApplyForPaymentOrder: nothing, AcceptPaymentOrder: nothing,
    IssuePaymentOrder: nothing, ServePaymentOrder: nothing, LapsePaymentOrder: fc.record({ reason: someText }), TakePaymentOrderEffect: nothing,
    ApplyForEnforcement: fc.record({ onlyPromised: fc.boolean(), title: fc.constantFrom(undefined, 'judgment' as const) }), TerminateEnforcement: nothing,
  }, [course]));
});
