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

const joint: MediationEvent = { ...applied, kind: 'joint', bodies: ['court', 'union'] } as MediationEvent;
const wished: MediationEvent = { ...applied, thenArbitration: true } as MediationEvent;
const taking: MediationEvent = { type: 'MediationBodyAnswered', at: on(4), body: 'court', takesPart: true, by };
const declining: MediationEvent = { ...taking, body: 'union', takesPart: false } as MediationEvent;
const replaced: MediationEvent = { type: 'MediatorReplaced', at: on(6), mediator: 'm2', replaces: 'm1', noConflict: true, reason: null, by };
const invited: MediationEvent = { type: 'PartyInvited', at: on(5), party: 'employer', means: 'message', proof: null, by };
const workerInvited: MediationEvent = { ...invited, party: 'worker' } as MediationEvent;
const contractorInvited: MediationEvent = { ...invited, party: 'generalContractor' } as MediationEvent;
const attends: MediationEvent = { type: 'PartyAnswered', at: on(6), party: 'employer', answer: 'attends', by };
const declines: MediationEvent = { ...attends, answer: 'declines' } as MediationEvent;
const scheduled: MediationEvent = { type: 'MediationSessionScheduled', at: on(6), session: 1, startsAt: on(8), mode: 'online', place: null, by };
const joined: MediationEvent = { type: 'PartyJoinedOnline', at: on(8), session: 1, party: 'worker', by };
const held: MediationEvent = { type: 'MediationSessionHeld', at: on(8), session: 1, attended: ['worker', 'employer'], minutes: null, by };
const adjourned: MediationEvent = { type: 'MediationSessionAdjourned', at: on(8), session: 1, reason: null, by };
const missed: MediationEvent = { type: 'MediationSessionMissed', at: on(8), session: 1, party: 'employer', by };
const itself = (reason: string, at: string, wantsArbitration = false): MediationEvent => ({ type: 'MediationFailed', at, reason, wantsArbitration, by });
const plan = [{ worker: 1, on: '2026-08-20', amount: 200_000 }, { worker: 1, on: '2026-08-31', amount: 220_000 }, { worker: 2, on: '2026-08-31', amount: 80_000 }];
const items = [{ worker: 1, kind: 'wages', amount: 400_000 }, { worker: 1, kind: 'overtime', amount: 20_000 }, { worker: 2, kind: 'wages', amount: 80_000 }] as const;
const drafted: MediationEvent = { type: 'AgreementDrafted', at: on(9), performBy: '2026-08-31', owed, by };
const signed: MediationEvent = { type: 'AgreementSigned', at: on(9), party: 'employer', means: 'paper', by };
const certified: MediationEvent = { type: 'MediationFailureCertified', at: on(11), to: 'both', by };
const granted: MediationEvent = { type: 'AgreementConfirmed', at: on(20), route: 'judicial', performBy: '2026-08-31', owed, by };
const denied: MediationEvent = { type: 'AgreementConfirmationRefused', at: on(20), route: 'arbitralReview', ground: 'unlawful', by };

const answerJoint = { type: 'AnswerJointMediation', at: on(4), by, body: 'court', takesPart: true } as const;
const replace = { type: 'ReplaceMediator', at: on(6), by, mediator: 'm2', noConflict: true } as const;
const invite = { type: 'InviteParty', at: on(5), by, party: 'employer', means: 'message' } as const;
const answer = { type: 'AnswerInvitation', at: on(6), by, party: 'employer', answer: 'attends' } as const;
const schedule = { type: 'ScheduleSession', at: on(6), by, startsAt: on(8), mode: 'online' } as const;
const join = { type: 'JoinSessionOnline', at: on(8), by, party: 'worker' } as const;
const hold = { type: 'HoldSession', at: on(8), by, attended: ['worker', 'employer'] } as const;
const adjourn = { type: 'AdjournSession', at: on(8), by } as const;
const noShow = { type: 'RecordNoShow', at: on(8), by, party: 'employer' } as const;
const draft = { type: 'DraftAgreement', at: on(9), by, performBy: '2026-08-31', owed } as const;
const sign = { type: 'SignAgreement', at: on(9), by, party: 'employer', means: 'paper' } as const;
const withdraw = { type: 'WithdrawFromMediation', at: on(9), by, party: 'worker' } as const;
const end = { type: 'CloseMediation', at: on(9), by } as const;
const certify = { type: 'CertifyFailure', at: on(11), by, to: 'both' } as const;
const decideReview = { type: 'DecideArbitralReview', at: on(20), by, confirmed: false, ground: 'unlawful' } as const;
const decideConfirmation = { type: 'DecideJudicialConfirmation', at: on(20), by, confirmed: true } as const;
const ownWorker = 'worker:0190a0a0';

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

  describe('of a kind', () => {
    it('is joint, and each body says whether it takes part', () => {
      given().when({ ...apply, kind: 'joint', bodies: ['court', 'union', 'street'] }).then(joint);
      given(joint).when(answerJoint).then(taking);
      given(joint, taking).when({ ...answerJoint, body: 'union', takesPart: false }).then(declining);
      given(joint, taking, declining).when(start).then(started);
    });
    it('is roving, and comes by on a day at a place', () => given().when({ ...apply, kind: 'roving', roundOn: '2026-08-12', roundPlace: 'riders station' })
      .then({ ...applied, kind: 'roving', round: { on: '2026-08-12', place: 'riders station' } } as MediationEvent));
    it('is applied for online, by whoever applies', () => given().when({ ...apply, applicant: 'employer', online: true, thenArbitration: false })
      .then({ ...applied, applicant: 'employer', online: true, thenArbitration: false } as MediationEvent));
  });

  describe('brings the parties together', () => {
    it('invited with proof, again if need be', () => given(applied, invited).when({ ...invite, at: on(6), means: 'mail' }).then({ ...invited, at: on(6), means: 'mail' }));
    it('who answer', () => given(applied, invited).when(answer).then(attends));
    it('held with both sides, whoever joined online included', () => given(applied, started, scheduled, joined).when({ ...hold, attended: ['employer'] }).then(held));
    it('again after it was adjourned', () => given(applied, started, scheduled, adjourned).when({ ...schedule, at: on(9), startsAt: on(12), mode: 'onSite', place: 'room 3' })
      .then({ ...scheduled, at: on(9), session: 2, startsAt: on(12), mode: 'onSite', place: 'room 3' } as MediationEvent));
    it('under another mediator', () => given(applied, started).when(replace).then(replaced));
    it('where the worker acts online for himself', () => {
      given(applied, workerInvited).when({ ...answer, by: ownWorker, party: 'worker' }).then({ ...attends, party: 'worker', by: ownWorker });
      given(applied, scheduled).when({ ...join, by: ownWorker }).then({ ...joined, by: ownWorker });
    });
  });

  describe('moves on by itself', () => {
    it('when the only other side declines before it starts', () => given(wished, invited).when({ ...answer, answer: 'declines' }).then(declines, itself('declined', on(6), true)));
    it('when the worker declines', () => given(applied, workerInvited, invited).when({ ...answer, party: 'worker', answer: 'declines' })
      .then({ ...declines, party: 'worker' } as MediationEvent, itself('declined', on(6))));
    it('but not while another who may have to pay is still at the table', () => given(applied, invited, contractorInvited).when({ ...answer, answer: 'declines' }).then(declines));
    it('when a party stays away', () => given(wished, started, invited, scheduled).when(noShow).then(missed, itself('noShow', on(8), true)));
    it('when a party withdraws', () => given(wished, started).when(withdraw).then(itself('withdrawn', on(9), true)));
    it('when the claim is withdrawn, and to nowhere', () => given(wished, started).when(end).then(itself('withdrawn', on(9))));
    it('when its time is over, and to arbitration where the worker had asked for that', () => given(wished, started).when(expire).then({ ...expired, wantsArbitration: true } as MediationEvent));
    it('with a certificate', () => given(applied, failed).when(certify).then(certified));
    it('is silent where it had ended', () => given(applied, agreed).when(end).thenNothing());
  });

  describe('ends in an agreement', () => {
    it('with items and a plan for each worker', () => given(applied, started).when({ ...agree, items, plan, acceleration: true })
      .then({ ...agreed, items: [...items], plan, acceleration: true } as MediationEvent));
    it('with some of the workers only', () => given(applied, started).when({ ...agree, owed: [owed[0]!], unsettled: [{ worker: 2, wantsArbitration: true }] })
      .then({ ...agreed, amount: 420_000, owed: [owed[0]], unsettled: [{ worker: 2, wantsArbitration: true }] } as MediationEvent));
    it('that is in effect when both sides have signed', () => {
      given(applied, started, drafted).when(sign).then(signed);
      given(applied, started, drafted, signed).when({ ...sign, at: on(10), party: 'worker' }).then({ ...signed, at: on(10), party: 'worker' }, agreed);
    });
    it('that each of several workers signs alone', () => {
      const first: MediationEvent = { ...signed, party: 'worker', worker: 1, means: 'online', by: ownWorker } as MediationEvent;
      given(applied, started, drafted, signed).when({ ...sign, by: ownWorker, party: 'worker', means: 'online' }).then(first);
      given(applied, started, drafted, signed, first).when({ ...sign, at: on(10), party: 'worker', worker: 2 }).then({ ...signed, at: on(10), party: 'worker', worker: 2 }, agreed);
    });
    it('that everybody signs who is to pay', () => {
      const both: MediationEvent = { ...drafted, payers: ['employer', 'generalContractor'] } as MediationEvent;
      const workers: MediationEvent = { ...signed, party: 'worker' } as MediationEvent;
      given(applied, started, both, signed, workers).when({ ...sign, at: on(10), party: 'generalContractor' })
        .then({ ...signed, at: on(10), party: 'generalContractor' }, { ...agreed, payers: ['employer', 'generalContractor'] } as MediationEvent);
    });
    it('that is signed anew when it was drafted anew', () => given(applied, started, drafted, signed, { ...drafted, performBy: '2026-09-15' } as MediationEvent).when({ ...sign, at: on(10), party: 'worker' })
      .then({ ...signed, at: on(10), party: 'worker' }));
    it('that is confirmed, with its terms', () => given(applied, agreed, confirmed).when(decideConfirmation).then(granted));
    it('that is not confirmed, with the ground', () => given(applied, agreed, reviewed).when(decideReview).then(denied));
    it('that may be confirmed on the last day', () => given(applied, agreed).when({ ...confirm, lastDay: '2026-08-12' }).then(confirmed));
  });

  takesEffectOnce(mediation, {
    AnswerJointMediation: [[joint], answerJoint], ReplaceMediator: [[applied, started], replace], InviteParty: [[applied], invite], AnswerInvitation: [[applied, invited], answer], ScheduleSession: [[applied], schedule],
    JoinSessionOnline: [[applied, scheduled], join], HoldSession: [[applied, started, scheduled], hold], AdjournSession: [[applied, scheduled], adjourn], RecordNoShow: [[applied, invited, scheduled], noShow],
    DraftAgreement: [[applied], draft], SignAgreement: [[applied, drafted], sign], WithdrawFromMediation: [[applied], withdraw], CloseMediation: [[applied], end], CertifyFailure: [[applied, failed], certify],
    DecideArbitralReview: [[applied, agreed, reviewed], decideReview], DecideJudicialConfirmation: [[applied, agreed, confirmed], decideConfirmation],
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
    ['NOT_JOINT', [applied], answerJoint],
    ['BODIES_MISSING', [], { ...apply, kind: 'joint', bodies: ['street'] }],
    ['BODIES_MISSING', [], { ...apply, bodies: ['court'] }],
    ['BODY_NOT_NAMED', [joint], { ...answerJoint, body: 'bank' }],
    ['BODIES_UNANSWERED', [joint, taking], start],
    ['ROUND_MISSING', [], { ...apply, kind: 'roving', roundOn: '2026-08-12' }],
    ['ROUND_MISSING', [], { ...apply, roundOn: '2026-08-12', roundPlace: 'here' }],
    ['ROUND_PASSED', [], { ...apply, kind: 'roving', roundOn: '2026-08-03', roundPlace: 'here' }],
    ['CONFLICT_OF_INTEREST', [applied], { ...start, noConflict: false }],
    ['CONFLICT_OF_INTEREST', [applied, started], { ...replace, noConflict: false }],
    ['MEDIATION_NOT_STARTED', [applied, scheduled], hold],
    ['MEDIATION_NOT_STARTED', [applied], replace],
    ['PARTY_NOT_INVITED', [applied], answer],
    ['PARTY_NOT_INVITED', [applied, scheduled], noShow],
    ['NOT_FOR_ANOTHER_PARTY', [applied, invited], { ...answer, by: ownWorker }],
    ['NOT_FOR_ANOTHER_PARTY', [applied, drafted], { ...sign, by: ownWorker }],
    ['NOT_FOR_ANOTHER_PARTY', [applied], { ...withdraw, by: ownWorker, party: 'employer' }],
    ['SESSION_PENDING', [applied, scheduled], { ...schedule, startsAt: on(9) }],
    ['SESSION_PLACE', [applied], { ...schedule, mode: 'onSite' }],
    ['SESSION_NOT_SCHEDULED', [applied, started], hold],
    ['SESSION_NOT_SCHEDULED', [applied, scheduled, adjourned], { ...adjourn, at: on(9) }],
    ['SESSION_NOT_ONLINE', [applied, { ...scheduled, mode: 'onSite', place: 'room 3' } as MediationEvent], join],
    ['SIDE_ABSENT', [applied, started, scheduled], { ...hold, attended: ['worker'] }],
    ['PARTY_PRESENT', [applied, workerInvited, scheduled, joined], { ...noShow, party: 'worker' }],
    ['AGREEMENT_NOT_DRAFTED', [applied], sign],
    ['NO_SIGNATORY', [applied, drafted], { ...sign, party: 'generalContractor' }],
    ['NO_SIGNATORY', [applied, drafted], { ...sign, party: 'worker', worker: 3 }],
    ['ITEMS_DO_NOT_ADD_UP', [applied], { ...agree, items: items.slice(1) }],
    ['PLAN_DOES_NOT_ADD_UP', [applied], { ...agree, plan: plan.slice(1) }],
    ['INSTALMENT_OUTSIDE', [applied], { ...draft, plan: [{ ...plan[0]!, on: '2026-09-01' }, ...plan.slice(1)] }],
    ['WORKER_NAMED_TWICE', [applied], { ...agree, unsettled: [{ worker: 2, wantsArbitration: false }] }],
    ['PERFORMANCE_BEFORE_AGREEMENT', [applied, drafted, signed], { ...sign, at: '2026-09-01T09:00:00+08:00', party: 'worker' }],
    ['MEDIATION_NOT_FAILED', [applied], certify],
    ['FAILURE_ALREADY_CERTIFIED', [applied, failed, certified], 'CertifyFailure'],
    ['CONFIRMATION_TOO_LATE', [applied, agreed], { ...review, lastDay: '2026-08-11' }],
    ['CONFIRMATION_NOT_APPLIED', [applied, agreed], decideReview],
    ['CONFIRMATION_DECIDED', [applied, agreed, confirmed, granted], { ...decideConfirmation, confirmed: false, ground: 'unlawful' }],
    ['GROUND_MISSING', [applied, agreed, confirmed], { ...decideConfirmation, confirmed: false }],
    ['RELATION_ALREADY_CONFIRMED', [related], 'ConfirmRelation'],
    ['FACT_OUT_OF_ORDER', [applied], { ...start, at: on(3) }],
    ['FACT_OUT_OF_ORDER', [applied, agreed], { ...review, at: on(9) }],
  ]);
});
