import type { CoordinationEvent } from '#libs/contracts/project.events.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import { coordination } from './coordination.decider.js';

const given = specify(coordination);
const at = '2026-04-08T09:00:00+08:00';
const by = 'coordinator:1';
const mediate = { type: 'HoldFirstMediation', at, by, order: 0, agreed: false } as const;
const follow = { type: 'FollowUpPayment', at, by, order: 0, paid: 'part', promisedBy: '2026-04-20' } as const;
const explain = { type: 'ExplainRules', at, by, order: 0, workers: 8, topics: ['wages', 'evidence'] } as const;
const followed: CoordinationEvent = { type: 'PaymentFollowedUp', at, order: 0, paid: 'part', promisedBy: '2026-04-20', by };

describe('A coordinator on a case', () => {
  it('follows the payment as often as it takes', () => given(followed).when({ ...follow, at: '2026-04-20T09:00:00+08:00', paid: 'full', promisedBy: null }).then({ ...followed, at: '2026-04-20T09:00:00+08:00', paid: 'full', promisedBy: null }));
  it('reports the same of one day once, whoever else reports it', () => {
    given(followed).when({ ...follow, at: '2026-04-08T17:00:00+08:00' }).thenNothing();
    given(followed).when({ ...follow, by: 'coordinator:2' }).then({ ...followed, by: 'coordinator:2' });
  });
  it('takes a promise for the very day', () => given().when({ ...follow, promisedBy: '2026-04-08' }).then({ ...followed, promisedBy: '2026-04-08' }));

  takesEffectOnce(coordination, { HoldFirstMediation: [[], mediate], FollowUpPayment: [[], follow], ExplainRules: [[], explain] });

  refusesWith(coordination, [
    ['PAYMENT_PROMISED_FOR_PAST', [], { ...follow, promisedBy: '2026-04-07' }],
    ['PROMISE_AFTER_FULL_PAYMENT', [], { ...follow, paid: 'full' }],
  ]);
});
