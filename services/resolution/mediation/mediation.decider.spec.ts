import type { MediationEvent } from '#libs/contracts/resolution.events.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import { mediation } from './mediation.decider.js';

const given = specify(mediation);
const by = 'mediator:1';
const on = (day: number): string => `2026-08-${String(day).padStart(2, '0')}T09:00:00+08:00`;
const owed = [{ worker: 1, amount: 420_000 }, { worker: 2, amount: 80_000 }];

const applied: MediationEvent = { type: 'MediationApplied', at: on(4), by, organisation: 'street' };
const started: MediationEvent = { type: 'MediationStarted', at: on(5), mediator: 'm1' };
const extended: MediationEvent = { type: 'MediationExtended', at: on(6), days: 15, by };
const agreed: MediationEvent = { type: 'CaseMediated', at: on(10), amount: 500_000, performBy: '2026-08-31', owed, by };
const failed: MediationEvent = { type: 'MediationFailed', at: on(10), reason: 'refused to talk', wantsArbitration: true, by };
const expired: MediationEvent = { type: 'MediationFailed', at: on(20), reason: 'expired', wantsArbitration: false, by: 'process:resolution' };
const reviewed: MediationEvent = { type: 'ArbitralReviewApplied', at: on(12), by };
const confirmed: MediationEvent = { type: 'JudicialConfirmationApplied', at: on(12), by };
const related: MediationEvent = { type: 'RelationConfirmed', at: on(12), by };

const apply = { type: 'ApplyForMediation', at: on(4), by, organisation: 'street' } as const;
const start = { type: 'StartMediation', at: on(5), by, mediator: 'm1' } as const;
const extend = { type: 'ExtendMediation', at: on(6), by, days: 15, bothAgree: true } as const;
const agree = { type: 'RecordAgreement', at: on(10), by, performBy: '2026-08-31', owed } as const;
const fail = { type: 'FailMediation', at: on(10), by, reason: 'refused to talk', wantsArbitration: true } as const;
const expire = { type: 'ExpireMediation', at: on(20), by: 'process:resolution' } as const;
const review = { type: 'ApplyForArbitralReview', at: on(12), by } as const;
const confirm = { type: 'ApplyForJudicialConfirmation', at: on(12), by } as const;
const relate = { type: 'ConfirmRelation', at: on(12), by } as const;

describe('Mediation', () => {
  it('begins when somebody applies', () => given().when(apply).then(applied));
  it('starts with a mediator', () => given(applied).when(start).then(started));
  it('is extended by consent of both', () => given(applied, started).when(extend).then(extended));
  it('ends in an agreement whose sum is that of the workers', () => given(applied, started).when(agree).then(agreed));
  it('may be settled on the spot, before a formal start', () => given(applied).when(agree).then(agreed));
  it('fails, and says whether the worker wants arbitration', () => given(applied, started).when(fail).then(failed));
  it('expires without sending anybody to arbitration', () => given(applied, started).when(expire).then(expired));
  it('does not expire after an agreement', () => given(applied, started, agreed).when(expire).thenNothing());
  it('does not expire before anybody applied', () => given().when(expire).thenNothing());
  it('lets the parties agree after the 15 days', () => given(applied, expired).when({ ...agree, at: on(25) }).then({ ...agreed, at: on(25) }));
  it('records an agreement reached in time and reported late', () => given(applied, expired).when(agree).then(agreed));
  it('lets the worker ask for arbitration after the 15 days', () => given(applied, expired).when({ ...fail, at: on(21) }).then({ ...failed, at: on(21) }));
  it('may be tried again after it failed', () => given(applied, failed).when({ ...apply, at: on(11) }).then({ ...applied, at: on(11) }));
  it('confirms a labour relation at any time', () => given().when(relate).then(related));
  it('lets performance fall due on the day of the agreement', () => given(applied).when({ ...agree, performBy: '2026-08-10' }).then({ ...agreed, performBy: '2026-08-10' }));

  takesEffectOnce(mediation, {
    ApplyForMediation: [[], apply], StartMediation: [[applied], start], ExtendMediation: [[applied], extend], RecordAgreement: [[applied], agree], FailMediation: [[applied], fail],
    ExpireMediation: [[applied], expire], ApplyForArbitralReview: [[applied, agreed], review], ApplyForJudicialConfirmation: [[applied, agreed], confirm], ConfirmRelation: [[], relate],
  });

  refusesWith(mediation, [
    ['MEDIATION_NOT_APPLIED', [], start],
    ['MEDIATION_NOT_APPLIED', [], agree],
    ['MEDIATION_NOT_APPLIED', [], fail],
    ['MEDIATION_UNDER_WAY', [applied], { ...apply, organisation: 'another' }],
    ['MEDIATION_ALREADY_STARTED', [applied, started], 'StartMediation'],
    ['MEDIATION_NOT_OPEN', [applied, failed], start],
    ['MEDIATION_NOT_OPEN', [applied, failed], agree],
    ['MEDIATION_NOT_OPEN', [applied, expired], extend],
    ['MEDIATION_ALREADY_EXTENDED', [applied, extended], { ...extend, at: on(8) }],
    ['BOTH_MUST_AGREE', [applied], { ...extend, bothAgree: false }],
    ['AGREEMENT_STANDS', [applied, agreed], { ...apply, at: on(12) }],
    ['AGREEMENT_STANDS', [applied, agreed], fail],
    ['AGREEMENT_DIFFERS', [applied, agreed], { ...agree, performBy: '2026-09-30' }],
    ['NO_AGREEMENT', [applied, started], review],
    ['NO_AGREEMENT', [applied, failed], confirm],
    ['PERFORMANCE_BEFORE_AGREEMENT', [applied], { ...agree, performBy: '2026-08-09' }],
    ['WORKER_NAMED_TWICE', [applied], { ...agree, owed: [...owed, { worker: 1, amount: 1 }] }],
    ['REVIEW_ALREADY_APPLIED', [applied, agreed, reviewed], 'ApplyForArbitralReview'],
    ['CONFIRMATION_ALREADY_APPLIED', [applied, agreed, confirmed], 'ApplyForJudicialConfirmation'],
    ['RELATION_ALREADY_CONFIRMED', [related], 'ConfirmRelation'],
    ['FACT_OUT_OF_ORDER', [applied], { ...start, at: on(3) }],
    ['FACT_OUT_OF_ORDER', [applied, agreed], { ...review, at: on(9) }],
  ]);
});
