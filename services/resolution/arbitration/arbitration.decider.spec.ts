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
const advance = { type: 'RuleAdvanceEnforcement', at: on(15), by, amount: 100_000, rightsClear: true, lifeAffected: true, appliedFor: true } as const;
const make = { type: 'MakeAward', at: on(22), by, final: false, performBy, owed } as const;
const serve = { type: 'ServeAward', at: on(25), by, party: 'both' } as const;
const takeEffect = { type: 'TakeEffect', at: on(10, '06'), by: 'process:resolution' } as const;
const settle = { type: 'ServeMediationInstrument', at: on(20), by, performBy, owed } as const;
const sue = { type: 'FileSuit', at: on(30), by, party: 'worker' } as const;
const adjourn = { type: 'RequestAdjournment', at: on(14), by, party: 'worker', reason: 'ill', lastDay: '2026-05-15' } as const;
const rule = { type: 'RuleOnSetAside', at: on(20, '06'), by, annulled: true } as const;
const askAside = { type: 'ApplyToSetAside', at: on(30), by } as const;

const broken = { type: 'RecordBrokenPromise', at: on(12), by, document: 'contract', consequence: 'decidedWithout' } as const;
const bring = { type: 'ReceivePendingDocument', at: on(10), by, document: 'contract' } as const;
const acceptPromised = { ...accept, pendingDocuments: ['contract', 'badge'], promisedUntil: '2026-05-11' } as const;
const challenge = { type: 'RequestRecusal', at: on(12), by, arbitrator: 'a1', party: 'worker', ground: 'interest', reason: null } as const;
const ruleOn = { type: 'RuleOnRecusal', at: on(13), by: 'supervisor:1', arbitrator: 'a1', granted: true } as const;
const offer = { type: 'OfferMediation', at: on(10), by, first: ['wages'] } as const;
const attend = { type: 'AttendMediation', at: on(11), by, parties: ['worker', 'employer'] } as const;
const endTalks = { type: 'EndMediation', at: on(12), by, outcome: 'noAgreement' } as const;
const settlePart = { type: 'ServePartialInstrument', at: on(12), by, kinds: ['wages'], performBy, owed: [{ worker: 1, amount: 600_000 }] } as const;
const says = { type: 'StateElements', at: on(11), by, party: 'worker', statements: [{ element: 'arrearsAmount', value: 900_000 }, { element: 'arrearsFrom', value: '2026-01' }], remark: null } as const;
const fix = { type: 'FixIssues', at: on(13), by } as const;
const deem = { type: 'DeemWithdrawn', at: on(20), by } as const;
const askAdvance = { type: 'ApplyForAdvanceEnforcement', at: on(12), by } as const;
const calls = [{ party: 'worker', means: 'sms', proof: 'SMS-1' }, { party: 'employer', means: 'mail', proof: 'EMS-2' }] as const;
const items = [{ kind: 'wages', claimed: 1_000_000, awarded: 700_000, law: 'LCL 30' }, { kind: 'severance', claimed: 200_000, awarded: 200_000, law: 'LCL 46' }] as const;
const itemised = { ...make, items, most: 2_400_000, final: true } as const;

const acceptedPromised: ArbitrationEvent = { ...accepted, pendingDocuments: ['contract', 'badge'] };
const promisedIt: ArbitrationEvent = { type: 'DocumentsPromised', at: on(7), documents: ['contract', 'badge'], until: '2026-05-11', by };
const broughtIt: ArbitrationEvent = { type: 'PendingDocumentReceived', at: on(10), document: 'badge', last: false, by };
const challenged: ArbitrationEvent = { type: 'RecusalRequested', at: on(12), arbitrator: 'a1', party: 'worker', ground: 'interest', reason: null, by };
const ruledOut: ArbitrationEvent = { type: 'RecusalRuled', at: on(13), arbitrator: 'a1', granted: true, by: 'supervisor:1' };
const offered: ArbitrationEvent = { type: 'MediationOffered', at: on(10), first: ['wages'], by };
const attended: ArbitrationEvent = { type: 'MediationAttended', at: on(11), parties: ['employer', 'worker'], by };
const settledPart: ArbitrationEvent = { type: 'PartialInstrumentServed', at: on(12), kinds: ['wages'], performBy, owed: [{ worker: 1, amount: 600_000 }], by };
const said: ArbitrationEvent = { type: 'ElementsStated', at: on(11), party: 'worker', statements: [{ element: 'arrearsAmount', value: 900_000 }, { element: 'arrearsFrom', value: '2026-01' }], remark: null, by };
const answeredSo: ArbitrationEvent = { ...said, at: on(12), party: 'employer', statements: [{ element: 'arrearsAmount', value: 500_000 }, { element: 'arrearsFrom', value: '2026-01' }] };
const fixed: ArbitrationEvent = { type: 'IssuesFixed', at: on(13), agreed: ['arrearsFrom'], disputed: ['arrearsAmount'], by };
const called: ArbitrationEvent = { ...notified, services: [...calls] };

const open = [applied, accepted];
const openOrdinary = [ordinary, acceptedOrdinary];
const ready = [...open, panel];
const heard = [...ready, scheduled, notified, held];
const decided = [...heard, awarded];
const bound = [...heard, finalAward];
const promised = [applied, acceptedPromised, promisedIt];
const talking = [...ready, offered];
const stated = [...ready, said, answeredSo];

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

  it('is accepted on a promise with its day, and each document comes or does not', () => {
    given(applied, gaps).when(acceptPromised).then(acceptedPromised, promisedIt);
    given(...promised).when(bring).then({ type: 'PendingDocumentReceived', at: on(10), document: 'contract', last: false, by });
    given(...promised, broughtIt).when(broken).then({ type: 'DocumentPromiseBroken', at: on(12), document: 'contract', consequence: 'decidedWithout', last: true, by });
    given(...promised).when({ ...broken, consequence: 'leavesSpeedy' }).then({ type: 'DocumentPromiseBroken', at: on(12), document: 'contract', consequence: 'leavesSpeedy', last: false, by }, { ...converted, at: on(12), ground: 'documentPromiseBroken' });
    given(...promised, converted).when({ ...broken, at: on(16), consequence: 'leavesSpeedy' }).then({ type: 'DocumentPromiseBroken', at: on(16), document: 'contract', consequence: 'leavesSpeedy', last: false, by });
  });
  it('appoints by fair load, and otherwise for a reason', () => {
    const proposed = [{ arbitrator: 'a2', open: 1 }, { arbitrator: 'a1', open: 4 }];
    const overrideReason = { sealed: 1, subject: 's', field: 'overrideReason', data: 'x' } as const;
    given(...open).when({ ...form, arbitrators: ['a2'], proposed }).then({ ...panel, arbitrators: ['a2'], proposed });
    given(...open).when({ ...form, proposed, overrideReason }).then({ ...panel, proposed, overrideReason });
  });
  it('is heard by nobody once the arbitrator has to withdraw, until a tribunal is formed anew', () => {
    given(...ready, scheduled, challenged).when(ruleOn).then(ruledOut);
    given(...ready, scheduled, challenged, ruledOut).when({ ...form, at: on(14), arbitrators: ['a2'] }).then({ ...panel, at: on(14), arbitrators: ['a2'] });
    given(...ready, scheduled, challenged, { ...ruledOut, granted: false }).when(hold).then(held);
    given(...ready, challenged).when(advance).then({ type: 'AdvanceEnforcementRuled', at: on(15), amount: 100_000, rightsClear: true, lifeAffected: true, by }); // What is urgent goes on.
    given(...heard).when({ ...challenge, at: on(21), party: 'self' }).then({ ...challenged, at: on(21), party: 'self' });
  });
  it('settles pay first and hears the rest', () => {
    given(...talking, attended).when(settlePart).then(settledPart);
    given(...talking, settledPart).when({ ...make, owed: [{ worker: 1, amount: 200_000 }], items: [items[1]], most: 2_400_000, final: true }).then({ ...finalAward, owed: [{ worker: 1, amount: 200_000 }], items: [{ ...items[1], final: true, most: 2_400_000, elements: [] }] });
  });
  it('owes in all what was settled and what was awarded', () => given(...talking, settledPart, ...heard.slice(3), awarded, servedBoth).when(takeEffect).then({ ...effective, owed: [{ worker: 1, amount: 1_500_000 }] }));
  it('hears only what is in dispute', () => {
    given(...stated).when(fix).then(fixed);
    given(...stated, fixed, scheduled).when({ ...hold, heard: ['arrearsAmount'] }).then({ ...held, heard: ['arrearsAmount'] });
    given(...stated, fixed).when({ ...partial, kind: 'wages', elements: ['arrearsFrom'], most: 2_400_000, performBy, owed: [{ worker: 1, amount: 100_000 }] })
      .then({ type: 'PartialAwardMade', at: on(15), amount: 100_000, kind: 'wages', final: true, elements: ['arrearsFrom'], performBy, owed: [{ worker: 1, amount: 100_000 }], by });
  });
  it('hears by default, and deems withdrawn, whoever was called with proof', () => {
    given(...ready, scheduled, called).when({ ...hold, absent: 'employer' }).then({ ...held, absent: 'employer' });
    given(...ready, scheduled, called).when(deem).then({ type: 'ApplicationWithdrawn', at: on(20), order: 0, settled: false, deemed: true, by });
  });
  it('moves a hearing to another day of the calendar, and calls again', () => {
    const [list, other] = ['0d2a1f4e-6b1c-5d3a-9a51-3f2d7c9b8e01', '0d2a1f4e-6b1c-5d3a-9a51-3f2d7c9b8e02'];
    const booked: ArbitrationEvent = { ...scheduled, from: '09:30', to: '10:30', list, replaces: null };
    const moved = { ...schedule, at: on(12), hearingOn: '2026-05-22', from: '09:30', to: '10:30', list: other, moved: 'party', online: true } as const;
    given(...ready, booked, notified).when(moved).then({ ...scheduled, at: on(12), hearingOn: '2026-05-22', from: '09:30', to: '10:30', online: true, list: other, replaces: list, moved: 'party' });
    given(...ready, booked, notified, { ...scheduled, at: on(12), hearingOn: '2026-05-22', list: other, replaces: list }).when({ ...notify, at: on(13) }).then({ ...notified, at: on(13) });
  });
  it('calls in time up to the last day that the law leaves, and the simplified procedure later', () => {
    given(...openOrdinary, panel).when({ ...schedule, noticeBy: '2026-05-10' }).then(scheduled);
    given(...ready).when({ ...schedule, noticeBy: '2026-05-09' }).then(scheduled);
  });
  it('is final item by item, at the amount that the award fixes (SPC1 19)', () => {
    const told = items.map((item) => ({ ...item, final: true, most: 2_400_000, elements: [] }));
    given(...heard).when(itemised).then({ ...finalAward, items: told });
    given(...heard).when({ ...itemised, most: 700_000 }).then({ ...finalAward, items: told.map((item) => ({ ...item, most: 700_000 })) }); // At the limit it is final still.
    given(...heard).when({ ...itemised, most: 699_999, final: false }).then({ ...awarded, items: [{ ...told[0]!, final: false, most: 699_999 }, { ...told[1]!, most: 699_999 }] }); // SPC1 20: mixed.
    given(...heard).when({ ...itemised, most: null, final: false }).then({ ...awarded, items: told.map((item) => ({ ...item, final: null, most: null })) });
    given(...heard).when({ ...itemised, items: [{ ...items[0], awarded: 900_000, kind: 'labourStandards' }], most: 1 }).then({ ...finalAward, items: [{ ...items[0], awarded: 900_000, kind: 'labourStandards', final: true, most: 1, elements: [] }] });
  });

  takesEffectOnce(arbitration, {
    ReceivePendingDocument: [promised, bring], RecordBrokenPromise: [promised, broken], RequestRecusal: [ready, challenge], RuleOnRecusal: [[...ready, challenged], ruleOn], OfferMediation: [ready, offer], AttendMediation: [talking, attend],
    EndMediation: [talking, endTalks], ServePartialInstrument: [talking, settlePart], StateElements: [ready, says], FixIssues: [stated, fix], DeemWithdrawn: [[...ready, scheduled, called], deem], ApplyForAdvanceEnforcement: [open, askAdvance],
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
    ['NO_DOCUMENT_PENDING', open, bring],
    ['DOCUMENT_NOT_PROMISED', promised, { ...bring, document: 'pay slips' }],
    ['DOCUMENT_NOT_PROMISED', [...promised, broughtIt], { ...broken, document: 'badge' }],
    ['PROMISE_STILL_RUNS', promised, { ...broken, at: on(11) }],
    ['PROMISE_IN_THE_PAST', [applied], { ...acceptPromised, promisedUntil: '2026-05-06' }],
    ['PRESIDING_NOT_ON_THE_PANEL', open, { ...form, presiding: 'a2' }],
    ['ARBITRATOR_RECUSED', [...ready, challenged, ruledOut], { ...form, at: on(14) }],
    ['ARBITRATOR_CONFLICTED', open, { ...form, unfit: [{ arbitrator: 'a1', why: 'conflict' }] }],
    ['ARBITRATOR_NOT_REGISTERED', open, { ...form, unfit: [{ arbitrator: 'a1', why: 'left' }] }],
    ['ARBITRATOR_AWAY', open, { ...form, unfit: [{ arbitrator: 'a1', why: 'away' }] }],
    ['OVERRIDE_NEEDS_REASON', open, { ...form, proposed: [{ arbitrator: 'a2', open: 0 }] }],
    ['NOT_YOUR_SIDE', ready, { ...challenge, party: 'employer', by: 'worker:1' }],
    ['NOT_YOUR_SIDE', ready, { ...says, party: 'employer', by: 'legal-aid:1' }],
    ['NOT_ON_THE_PANEL', ready, { ...challenge, arbitrator: 'a2' }],
    ['RECUSAL_NOT_REQUESTED', ready, ruleOn],
    ['RECUSAL_NOT_REQUESTED_OF', [...ready, challenged], { ...ruleOn, arbitrator: 'a2' }],
    ['RECUSAL_TOO_LATE', heard, { ...challenge, at: on(21) }],
    ['RECUSAL_PENDING', [...ready, scheduled, challenged], hold],
    ['RECUSAL_PENDING', [...heard, challenged], make],
    ['PANEL_NOT_FORMED', open, challenge],
    ['PANEL_NOT_FORMED', [...ready, scheduled, challenged, ruledOut], hold],
    ['MEDIATION_OFFERED_ALREADY', talking, { ...offer, first: [] }],
    ['NO_MEDIATION_UNDER_WAY', ready, settlePart],
    ['NO_MEDIATION_UNDER_WAY', ready, attend],
    ['CLAIM_ALREADY_SETTLED', [...talking, settledPart], { ...settlePart, kinds: ['wages', 'overtime'] }],
    ['CLAIM_ALREADY_SETTLED', [...talking, settledPart, ...heard.slice(3)], itemised],
    ['CLAIM_ALREADY_SETTLED', [...talking, settledPart], { ...partial, kind: 'wages' }],
    ['ELEMENTS_NOT_STATED', ready, fix],
    ['ELEMENT_NOT_DISPUTED', [...stated, fixed, scheduled], { ...hold, heard: ['arrearsFrom'] }],
    ['ELEMENT_NOT_AGREED', [...stated, fixed], { ...partial, elements: ['arrearsAmount'] }],
    ['ELEMENT_NOT_STATED', heard, { ...itemised, items: [{ ...items[0], elements: ['payAgreed'] }, items[1]] }],
    ['HEARING_TOO_SOON', [...openOrdinary, panel], { ...schedule, noticeBy: '2026-05-09' }],
    ['HEARING_ENDS_BEFORE_IT_BEGINS', ready, { ...schedule, from: '10:00', to: '10:00' }],
    ['CALL_NOT_PROVEN', [...ready, scheduled, notified], { ...hold, absent: 'employer' }],
    ['CALL_NOT_PROVEN', [...ready, scheduled, notified], deem],
    ['NOT_THE_HEARING_DAY', [...ready, scheduled, called], { ...deem, at: on(21) }],
    ['ELECTRONIC_SIMPLIFIED_ONLY', [...openOrdinary, panel, scheduled], { ...notify, services: [...calls] }],
    ['ELECTRONIC_SIMPLIFIED_ONLY', openOrdinary, { ...serveCopy, means: 'sms' }],
    ['PAPER_NOT_ELECTRONIC', decided, { ...serve, means: 'email' }],
    ['PAPER_NOT_ELECTRONIC', open, { ...settle, services: [...calls] }],
    ['PARTY_SERVED_TWICE', [...ready, scheduled], { ...notify, services: [calls[0], calls[0]] }],
    ['ADVANCE_NOT_APPLIED', ready, { ...advance, appliedFor: false }],
    ['ADVANCE_CONDITIONS_UNMET', ready, { ...advance, lifeAffected: false }],
    ['ADVANCE_CONDITIONS_UNMET', ready, { ...advance, rightsClear: null }],
    ['ITEM_NAMED_TWICE', heard, { ...itemised, items: [items[0], items[0]] }],
    ['ITEMS_DIFFER_FROM_OWED', heard, { ...itemised, items: [items[0]] }],
    ['FINALITY_NOT_LAW', heard, { ...itemised, most: 699_999 }],
    ['FINALITY_NOT_LAW', heard, { ...itemised, final: false }],
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
