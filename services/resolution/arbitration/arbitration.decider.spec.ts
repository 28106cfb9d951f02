import type { ArbitrationEvent } from '#libs/contracts/resolution.events.js';
import { specify } from '#libs/decider/specify.js';
import { refusesWith, takesEffectOnce } from '../case-law.js';
import { arbitration } from './arbitration.decider.js';

const given = specify(arbitration);
const by = 'arbitrator:1';
const on = (day: number, month = '05'): string => `2026-${month}-${String(day).padStart(2, '0')}T09:00:00+08:00`;
const owed = [{ worker: 1, amount: 900_000 }];
const performBy = '2026-06-30';

const applied: ArbitrationEvent = { type: 'ArbitrationApplied', at: on(6), order: 0, collective: false, track: 'speedy', simplified: true, by };
const ordinary: ArbitrationEvent = { ...applied, track: 'ordinary', simplified: false };
const gaps: ArbitrationEvent = { type: 'CorrectionsRequired', at: on(6), gaps: ['identity'], by };
const corrected: ArbitrationEvent = { type: 'CorrectionsCompleted', at: on(7), by };
const accepted: ArbitrationEvent = { type: 'ApplicationAccepted', at: on(7), track: 'speedy', simplified: true, collective: false, pendingDocuments: [], by };
const acceptedOrdinary: ArbitrationEvent = { ...accepted, track: 'ordinary', simplified: false };
const acceptedCollective: ArbitrationEvent = { ...accepted, collective: true };
const refusedIt: ArbitrationEvent = { type: 'ApplicationRefused', at: on(7), order: 0, ground: 'out of scope', by };
const withdrawn: ArbitrationEvent = { type: 'ApplicationWithdrawn', at: on(8), order: 0, settled: true, by };
const copy: ArbitrationEvent = { type: 'CopyServed', at: on(9), proof: 'EMS-1', by };
const waived: ArbitrationEvent = { type: 'AnswerPeriodWaived', at: on(9), by };
const answered: ArbitrationEvent = { type: 'AnswerReceived', at: on(12), by };
const forwarded: ArbitrationEvent = { type: 'AnswerForwarded', at: on(13), by };
const panel: ArbitrationEvent = { type: 'PanelFormed', at: on(8), arbitrators: ['a1'], by };
const noticed: ArbitrationEvent = { type: 'CollectiveNoticeServed', at: on(12), by };
const scheduled: ArbitrationEvent = { type: 'HearingScheduled', at: on(10), hearingOn: '2026-05-20', room: '1', by };
const notified: ArbitrationEvent = { type: 'HearingNotified', at: on(11), by };
const held: ArbitrationEvent = { type: 'HearingHeld', at: on(20), by };
const extended: ArbitrationEvent = { type: 'AwardDeadlineExtended', at: on(21), days: 15, approvedBy: 'director' };
const overdue: ArbitrationEvent = { type: 'AwardLimitPassed', at: on(23, '06') };
const stayed: ArbitrationEvent = { type: 'ArbitrationStayed', at: on(14), ground: 'appraisal', by };
const resumed: ArbitrationEvent = { type: 'ArbitrationResumed', at: on(18), by };
const published: ArbitrationEvent = { type: 'NoticePublished', at: on(10), collective: false, by };
const adjourning: ArbitrationEvent = { type: 'AdjournmentRequested', at: on(14), party: 'worker', reason: 'ill', by };
const annulled: ArbitrationEvent = { type: 'SetAsideRuled', at: on(20, '06'), annulled: true, by };
const ended: ArbitrationEvent = { type: 'NoticeEnded', at: on(9, '06'), by };
const changed: ArbitrationEvent = { type: 'ClaimsChanged', at: on(15), change: 'addedParty', by };
const converted: ArbitrationEvent = { type: 'ConvertedToOrdinary', at: on(15), ground: 'not found', by };
const awarded: ArbitrationEvent = { type: 'AwardMade', at: on(22), final: false, performBy, owed, by };
const finalAward: ArbitrationEvent = { ...awarded, final: true };
const servedBoth: ArbitrationEvent = { type: 'AwardServed', at: on(25), party: 'both', final: false, by };
const servedWorker: ArbitrationEvent = { ...servedBoth, party: 'worker' };
const effective: ArbitrationEvent = { type: 'AwardTookEffect', at: on(10, '06'), performBy, owed };
const settled: ArbitrationEvent = { type: 'MediationInstrumentServed', at: on(20), performBy, owed, by };
const sued: ArbitrationEvent = { type: 'SuitFiled', at: on(30), party: 'worker', by };
const setAside: ArbitrationEvent = { type: 'SetAsideApplied', at: on(30), by };

const apply = { type: 'ApplyForArbitration', at: on(6), by, collective: false, track: 'speedy', simplified: true } as const;
const require = { type: 'RequireCorrections', at: on(6), by, gaps: ['identity'] } as const;
const correct = { type: 'CompleteCorrections', at: on(7), by } as const;
const accept = { type: 'AcceptApplication', at: on(7), by } as const;
const refuseIt = { type: 'RefuseApplication', at: on(7), by, ground: 'out of scope' } as const;
const withdraw = { type: 'WithdrawApplication', at: on(8), by, settled: true } as const;
const serveCopy = { type: 'ServeCopy', at: on(9), by, proof: 'EMS-1' } as const;
const waive = { type: 'WaiveAnswerPeriod', at: on(9), by } as const;
const answer = { type: 'ReceiveAnswer', at: on(12), by } as const;
const forward = { type: 'ForwardAnswer', at: on(13), by } as const;
const form = { type: 'FormPanel', at: on(8), by, arbitrators: ['a1'] } as const;
const notice = { type: 'NotifyCollective', at: on(12), by } as const;
const schedule = { type: 'ScheduleHearing', at: on(10), by, hearingOn: '2026-05-20', room: '1' } as const;
const notify = { type: 'NotifyHearing', at: on(11), by } as const;
const hold = { type: 'HoldHearing', at: on(20), by } as const;
const extend = { type: 'ExtendAwardDeadline', at: on(21), by, days: 15, approvedBy: 'director' } as const;
const pass = { type: 'PassAwardLimit', at: on(23, '06'), by: 'process:resolution' } as const;
const stay = { type: 'StayArbitration', at: on(14), by, ground: 'appraisal' } as const;
const resume = { type: 'ResumeArbitration', at: on(18), by } as const;
const publish = { type: 'PublishNotice', at: on(10), by } as const;
const endNotice = { type: 'EndNotice', at: on(9, '06'), by } as const;
const change = { type: 'ChangeClaims', at: on(15), by, change: 'addedParty' } as const;
const convert = { type: 'ConvertToOrdinary', at: on(15), by, ground: 'not found' } as const;
const partial = { type: 'MakePartialAward', at: on(15), by, amount: 100_000 } as const;
const advance = { type: 'RuleAdvanceEnforcement', at: on(15), by, amount: 100_000 } as const;
const make = { type: 'MakeAward', at: on(22), by, final: false, performBy, owed } as const;
const serve = { type: 'ServeAward', at: on(25), by, party: 'both' } as const;
const takeEffect = { type: 'TakeEffect', at: on(10, '06'), by: 'process:resolution' } as const;
const settle = { type: 'ServeMediationInstrument', at: on(20), by, performBy, owed } as const;
const sue = { type: 'FileSuit', at: on(30), by, party: 'worker' } as const;
const adjourn = { type: 'RequestAdjournment', at: on(14), by, party: 'worker', reason: 'ill', lastDay: '2026-05-15' } as const;
const rule = { type: 'RuleOnSetAside', at: on(20, '06'), by, annulled: true } as const;
const askAside = { type: 'ApplyToSetAside', at: on(30), by } as const;

const open = [applied, accepted];
const openOrdinary = [ordinary, acceptedOrdinary];
const ready = [...open, panel];
const heard = [...ready, scheduled, notified, held];
const decided = [...heard, awarded];
const bound = [...heard, finalAward];

describe('Arbitration', () => {
  it('begins with an application', () => given().when(apply).then(applied));
  it('does not begin anew by a late message', () => given(applied, refusedIt).when(apply).thenNothing());
  it('begins anew by a new application', () => given(applied, withdrawn).when({ ...apply, at: on(9), renewed: true }).then({ ...applied, at: on(9) }));
  it('is accepted as it was applied for', () => given(applied).when(accept).then(accepted));
  it('is accepted otherwise where the office says so', () => given(applied).when({ ...accept, track: 'ordinary', simplified: false }).then(acceptedOrdinary));
  it('is accepted on the speedy track with documents promised', () => given(applied, gaps).when({ ...accept, pendingDocuments: ['contract'] }).then({ ...accepted, pendingDocuments: ['contract'] }));
  it('is accepted when the corrections are complete', () => given(applied, gaps, corrected).when(accept).then(accepted));
  it('hears a collective dispute by three, though simplified', () => given(applied, acceptedCollective).when({ ...form, arbitrators: ['a1', 'a2', 'a3'] }).then({ ...panel, arbitrators: ['a1', 'a2', 'a3'] }));
  it('hears an ordinary case by one or three', () => {
    given(...openOrdinary).when(form).then(panel);
    given(...openOrdinary).when({ ...form, arbitrators: ['a1', 'a2', 'a3'] }).then({ ...panel, arbitrators: ['a1', 'a2', 'a3'] });
  });
  it('replaces an arbitrator', () => given(...ready).when({ ...form, arbitrators: ['a2'] }).then({ ...panel, arbitrators: ['a2'] }));
  it('sets a hearing again', () => given(...ready, scheduled).when({ ...schedule, hearingOn: '2026-05-21' }).then({ ...scheduled, hearingOn: '2026-05-21' }));
  it('may set a hearing for today', () => given(...ready).when({ ...schedule, hearingOn: '2026-05-10' }).then({ ...scheduled, hearingOn: '2026-05-10' }));
  it('lets a respondent answer who had waived', () => given(...open, copy, waived).when(answer).then(answered));
  it('awards without a sitting only where simplified', () => given(...ready).when(make).then(awarded));
  it('does not run out once awarded', () => given(...decided).when(pass).thenNothing());
  it('counts the limit anew when claims change', () => given(...open, overdue, { ...changed, at: on(24, '06') }).when({ ...extend, at: on(25, '06') }).then({ ...extended, at: on(25, '06') }));
  it('records an extension that was granted before the limit ended', () => given(...open, overdue).when({ ...extend, at: on(22, '06') }).then({ ...extended, at: on(22, '06') }));
  it('converts while the limit runs, which no event restarts', () => given(...open).when(convert).then(converted));
  it('binds by a final award on service', () => given(...bound).when(serve).then({ ...servedBoth, final: true }, { ...effective, at: on(25) }));
  it('binds by a final award once', () => given(...bound, { ...servedWorker, final: true }, { ...effective, at: on(25) }).when({ ...serve, at: on(26) }).then({ ...servedBoth, final: true, at: on(26), party: 'employer' }));
  it('does not bind by a non-final award on service', () => given(...decided).when(serve).then(servedBoth));
  it('lets a non-final award take effect after fifteen days', () => given(...decided, servedBoth).when(takeEffect).then(effective));
  it('not on the fifteenth day', () => given(...decided, servedBoth).when({ ...takeEffect, at: on(9, '06') }).thenNothing());
  it('not where somebody sued', () => given(...decided, servedBoth, sued).when(takeEffect).thenNothing());
  it('not before both parties were served', () => given(...decided, servedWorker).when(takeEffect).thenNothing());
  it('not while the time of the party served last still runs', () => given(...decided, servedWorker, { ...servedBoth, party: 'employer', at: on(28) }).when(takeEffect).thenNothing());
  it('counts a suit filed in time and recorded late', () => given(...decided, servedBoth, effective).when({ ...sue, at: on(9, '06') }).then({ ...sued, at: on(9, '06') }));
  it('lets the worker sue over a final award', () => given(...bound, { ...servedBoth, final: true }, { ...effective, at: on(25) }).when(sue).then(sued));
  it('serves an award by public notice', () => given(...decided).when({ ...publish, at: on(23) }).then({ ...published, at: on(23) }));

  it('serves a collective case by a notice of its own length', () => given(applied, acceptedCollective).when(publish).then({ ...published, collective: true }));
  it('lets a party ask for another day up to the last day that the law leaves', () => given(...ready, scheduled).when({ ...adjourn, at: on(15) }).then({ ...adjourning, at: on(15) }));
  it('lets either party sue once the award was annulled', () => given(...bound, { ...servedBoth, final: true }, setAside, annulled).when({ ...sue, party: 'employer', at: on(30, '06') }).then({ ...sued, party: 'employer', at: on(30, '06') }));
  it('leaves a final award in effect where the court rejects', () => given(...bound, { ...servedBoth, final: true }, setAside).when({ ...rule, annulled: false }).then({ ...annulled, annulled: false }));

  takesEffectOnce(arbitration, {
    RequestAdjournment: [[...ready, scheduled], adjourn], RuleOnSetAside: [[...bound, servedBoth, setAside], rule],
    ApplyForArbitration: [[], apply], RequireCorrections: [[applied], require], CompleteCorrections: [[applied, gaps], correct], AcceptApplication: [[applied], accept],
    RefuseApplication: [[applied], refuseIt], WithdrawApplication: [open, withdraw], ServeCopy: [open, serveCopy], WaiveAnswerPeriod: [[...open, copy], waive],
    ReceiveAnswer: [[...open, copy], answer], ForwardAnswer: [[...open, copy, answered], forward], FormPanel: [open, form], NotifyCollective: [[applied, acceptedCollective], notice],
    ScheduleHearing: [ready, schedule], NotifyHearing: [[...ready, scheduled], notify], HoldHearing: [[...ready, scheduled], hold], ExtendAwardDeadline: [open, extend], PassAwardLimit: [open, pass],
    StayArbitration: [open, stay], ResumeArbitration: [[...open, stayed], resume], PublishNotice: [open, publish], EndNotice: [[...open, published], endNotice], ChangeClaims: [open, change],
    ConvertToOrdinary: [open, convert], MakePartialAward: [ready, partial], RuleAdvanceEnforcement: [ready, advance], MakeAward: [heard, make], ServeAward: [decided, serve],
    TakeEffect: [[...decided, servedBoth], takeEffect], ServeMediationInstrument: [open, settle], FileSuit: [[...decided, servedBoth], sue], ApplyToSetAside: [[...bound, servedBoth], askAside],
  });

  refusesWith(arbitration, [
    ['ARBITRATION_NOT_APPLIED', [], accept],
    ['ARBITRATION_NOT_APPLIED', [], make],
    ['ARBITRATION_NOT_APPLIED', [], serve],
    ['ARBITRATION_UNDER_WAY', [applied], 'ApplyForArbitration'],
    ['ARBITRATION_CLOSED', [applied, refusedIt], accept],
    ['ARBITRATION_CLOSED', [...open, settled], make],
    ['ARBITRATION_NOT_ACCEPTED', [applied], form],
    ['ARBITRATION_NOT_ACCEPTED', [applied], make],
    ['ARBITRATION_ALREADY_ACCEPTED', open, refuseIt],
    ['ARBITRATION_STAYED', [...ready, stayed], make],
    ['ARBITRATION_STAYED', [...ready, stayed], schedule],
    ['ARBITRATION_NOT_STAYED', open, resume],
    ['CORRECTIONS_ALREADY_REQUIRED', [applied, gaps, corrected], { ...require, at: on(7) }],
    ['CORRECTIONS_OUTSTANDING', [ordinary, gaps], accept],
    ['CORRECTIONS_OUTSTANDING', [applied, gaps], accept],
    ['CORRECTIONS_OUTSTANDING', [applied, gaps], { ...accept, track: 'ordinary' }],
    ['NO_CORRECTIONS_OUTSTANDING', [applied], correct],
    ['PENDING_DOCUMENTS_SPEEDY_ONLY', [ordinary], { ...accept, pendingDocuments: ['contract'] }],
    ['COPY_NOT_SERVED', open, waive],
    ['COPY_NOT_SERVED', open, answer],
    ['COPY_ALREADY_SERVED', [...open, copy], 'ServeCopy'],
    ['ANSWER_PERIOD_NOT_WAIVABLE', [...openOrdinary, copy], waive],
    ['ANSWER_PERIOD_ALREADY_OVER', [...open, copy, answered], waive],
    ['ANSWER_NOT_RECEIVED', [...open, copy], forward],
    ['ANSWER_ALREADY_FORWARDED', [...open, copy, answered, forwarded], 'ForwardAnswer'],
    ['ONE_ARBITRATOR', open, { ...form, arbitrators: ['a1', 'a2', 'a3'] }],
    ['THREE_ARBITRATORS', [applied, acceptedCollective], form],
    ['ONE_OR_THREE_ARBITRATORS', openOrdinary, { ...form, arbitrators: ['a1', 'a2'] }],
    ['ARBITRATOR_NAMED_TWICE', [applied, acceptedCollective], { ...form, arbitrators: ['a1', 'a2', 'a2'] }],
    ['PANEL_NOT_FORMED', open, schedule],
    ['PANEL_NOT_FORMED', open, make],
    ['NOT_COLLECTIVE', open, notice],
    ['COLLECTIVE_NOTICE_ALREADY_SERVED', [applied, acceptedCollective, noticed], 'NotifyCollective'],
    ['HEARING_IN_THE_PAST', ready, { ...schedule, hearingOn: '2026-05-09' }],
    ['HEARING_NOT_SCHEDULED', ready, hold],
    ['HEARING_NOT_SCHEDULED', ready, notify],
    ['HEARING_ALREADY_NOTIFIED', [...ready, scheduled, notified], 'NotifyHearing'],
    ['HEARING_DAY_PASSED', [...ready, scheduled], { ...notify, at: on(21) }],
    ['NOT_THE_HEARING_DAY', [...ready, scheduled], { ...hold, at: on(19) }],
    ['NOT_THE_HEARING_DAY', [...ready, scheduled], { ...hold, at: on(21) }],
    ['HEARING_NOT_HELD', [...openOrdinary, panel], make],
    ['HEARING_NOT_HELD', [...ready, converted], make],
    ['AWARD_ALREADY_EXTENDED', [...open, extended], { ...extend, at: on(22) }],
    ['EXTENSION_OVER_15_DAYS', open, { ...extend, days: 16 }],
    ['APPROVER_MISSING', open, { ...extend, approvedBy: ' ' }],
    ['AWARD_LIMIT_ENDED', [...open, overdue], { ...convert, at: on(23, '06') }],
    ['AWARD_LIMIT_ENDED', [...open, overdue], { ...extend, at: on(23, '06') }],
    ['NOTICE_NOT_PUBLISHED', open, endNotice],
    ['NOTICE_NOT_PUBLISHED', [...open, published, ended], 'EndNotice'],
    ['NOTICE_RUNNING', [...open, published], { ...publish, at: on(11) }],
    ['ALREADY_ORDINARY', openOrdinary, convert],
    ['AWARD_ALREADY_MADE', decided, { ...make, owed: [] }],
    ['AWARD_ALREADY_MADE', decided, withdraw],
    ['AWARD_NOT_MADE', heard, serve],
    ['AWARD_NOT_MADE', heard, sue],
    ['AWARD_ALREADY_SERVED', [...decided, servedBoth], 'ServeAward'],
    ['AWARD_NOT_SERVED', decided, sue],
    ['AWARD_IN_EFFECT', [...decided, servedBoth, effective], { ...sue, at: on(10, '06') }],
    ['PERFORMANCE_BEFORE_AWARD', heard, { ...make, performBy: '2026-05-21' }],
    ['PERFORMANCE_BEFORE_AWARD', open, { ...settle, performBy: '2026-05-19' }],
    ['WORKER_NAMED_TWICE', heard, { ...make, owed: [...owed, ...owed] }],
    ['EMPLOYER_MAY_ONLY_SET_ASIDE', [...bound, servedBoth], { ...sue, party: 'employer' }],
    ['SET_ASIDE_FINAL_ONLY', [...decided, servedBoth], askAside],
    ['WORKER_HAS_SUED', [...bound, servedBoth, sued], askAside],
    ['SET_ASIDE_ALREADY_APPLIED', [...bound, servedBoth, setAside], 'ApplyToSetAside'],
    ['HEARING_NOT_SCHEDULED', ready, adjourn],
    ['ADJOURNMENT_TOO_LATE', [...ready, scheduled], { ...adjourn, at: on(16) }],
    ['SET_ASIDE_NOT_APPLIED', [...bound, servedBoth], rule],
    ['SET_ASIDE_ALREADY_RULED', [...bound, servedBoth, setAside, annulled], { ...rule, annulled: false }],
    ['FACT_OUT_OF_ORDER', [...bound, servedBoth, setAside, annulled], { ...sue, party: 'employer', at: on(19, '06') }],
    ['FACT_OUT_OF_ORDER', [applied], { ...accept, at: on(5) }],
    ['FACT_OUT_OF_ORDER', decided, { ...serve, at: on(21) }],
    ['FACT_OUT_OF_ORDER', [...open, stayed], { ...resume, at: on(13) }],
    ['FACT_OUT_OF_ORDER', [...open, copy], { ...answer, at: on(8) }],
    ['FACT_OUT_OF_ORDER', [...open, stayed, resumed], { ...change, at: on(5) }],
  ]);
});
