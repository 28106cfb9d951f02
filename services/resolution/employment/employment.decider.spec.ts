import type { EmploymentEvent } from '#libs/contracts/employment.events.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import { employment } from './employment.decider.js';

const given = specify(employment);
const on = (day: string): string => `2026-${day}T09:00:00+08:00`;
const by = 'officer:1';
const refer = { type: 'ReferJobSeeker', at: on('03-02'), by, order: 0, to: 'platform', unit: '渝职聘' } as const;
const accept = { type: 'AcceptReferral', at: on('03-03'), by, order: 0, referral: 1 } as const;
const place = { type: 'ConcludeReferral', at: on('03-05'), by, order: 0, referral: 1, result: 'placed', startsOn: '2026-03-09' } as const;
const referred: EmploymentEvent = { type: 'JobSeekerReferred', at: on('03-02'), order: 0, referral: 1, to: 'platform', unit: '渝职聘', by };
const accepted: EmploymentEvent = { type: 'ReferralAccepted', at: on('03-03'), order: 0, referral: 1, by };
const placed: EmploymentEvent = { type: 'ReferralConcluded', at: on('03-05'), order: 0, referral: 1, result: 'placed', startsOn: '2026-03-09', by };
const declined: EmploymentEvent = { ...placed, result: 'declined', startsOn: null };

describe('A job-seeker who is referred', () => {
  it('is accepted, and placed on a day', () => {
    given().when(refer).then(referred);
    given(referred).when(accept).then(accepted);
    given(referred, accepted).when(place).then(placed);
  });
  it('is trained, where a course comes before the work', () => given(referred, accepted).when({ ...place, result: 'trained' }).then({ ...placed, result: 'trained' }));
  it('may be declined, or not be reached, before anybody accepted', () => {
    given(referred).when({ ...place, result: 'declined', startsOn: null }).then(declined);
    given(referred).when({ ...place, result: 'notReached', startsOn: undefined }).then({ ...declined, result: 'notReached' });
  });
  it('is referred on after a refusal, also to the same unit another day', () => {
    given(referred, declined).when({ ...refer, at: on('03-06'), to: 'training', unit: '测试职业培训学校' }).then({ ...referred, at: on('03-06'), referral: 2, to: 'training', unit: '测试职业培训学校' });
    given(referred, declined).when({ ...refer, at: on('03-06') }).then({ ...referred, at: on('03-06'), referral: 2 });
    given(referred, declined).when({ ...refer, at: on('03-05') }).thenNothing(); // A retry that comes late.
  });
  it('lies with several units at once, each with its own result', () => given(referred, { ...referred, referral: 2, unit: '测试食品公司', to: 'employer' }).when({ ...place, result: 'declined', startsOn: null, referral: 2 }).then({ ...declined, referral: 2 }));

  takesEffectOnce(employment, { ReferJobSeeker: [[], refer], AcceptReferral: [[referred], accept], ConcludeReferral: [[referred, accepted], place] });

  refusesWith(employment, [
    ['NO_SUCH_REFERRAL', [], accept],
    ['NO_SUCH_REFERRAL', [], 'ConcludeReferral'],
    ['NO_SUCH_REFERRAL', [referred], { ...accept, referral: 2 }],
    ['NO_SUCH_REFERRAL', [referred], { ...place, order: 1 }],
    ['REFERRAL_CONCLUDED', [referred, accepted, placed], { ...place, result: 'declined', startsOn: null }],
    ['REFERRAL_CONCLUDED', [referred, accepted, placed], 'ConcludeReferral'],
    ['REFERRAL_CONCLUDED', [referred, declined], accept],
    ['REFERRAL_NOT_ACCEPTED', [referred], place],
    ['START_UNKNOWN', [referred, accepted], { ...place, startsOn: null }],
    ['START_UNKNOWN', [referred], { ...place, result: 'declined' }],
    ['FACT_OUT_OF_ORDER', [referred], { ...accept, at: on('03-01') }],
  ]);
});
