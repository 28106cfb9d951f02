import type { ArbitrationEvent } from '#libs/contracts/resolution.events.js';
import { specify } from '#libs/decider/specify.js';
import { arbitration } from './arbitration.decider.js';
import {
  accept, acceptPromised, accepted, acceptedCollective, acceptedOrdinary, acceptedPromised, adjourn, adjourning, advance, annulled, answer, answered, applied, apply, attended,
  awarded, bound, bring, broken, broughtIt, by, called, challenge, challenged, changed, convert, converted, copy, corrected, decided, deem, effective, extend, extended, finalAward,
  fix, fixed, form, gaps, heard, held, hold, itemised, items, make, notified, notify, on, open, openOrdinary, overdue, panel, partial, pass, performBy, promised, promisedIt, publish,
  published, ready, refusedIt, rule, ruleOn, ruledOut, schedule, scheduled, serve, servedBoth, servedWorker, setAside, settlePart, settledPart, stated, sue, sued, takeEffect, talking,
  waived, withdrawn,
} from './arbitration.precedents.js';

const given = specify(arbitration);

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
    given(...promised).when({ ...broken, consequence: 'leavesSpeedy' }).then({ type: 'DocumentPromiseBroken', at: on(12), document: 'contract', consequence: 'leavesSpeedy', last: false, by }, { ...converted, at: on(12), ground: '容缺材料承诺未兑现' });
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
  it('owes with the award what was awarded in part and was not final before it', () => {
    const inPart: ArbitrationEvent = { type: 'PartialAwardMade', at: on(15), amount: 300_000, kind: 'overtime', final: false, performBy, owed: [{ worker: 1, amount: 200_000 }, { worker: 2, amount: 100_000 }], by };
    given(...ready, inPart, ...heard.slice(3), awarded, servedBoth).when(takeEffect).then({ ...effective, owed: [{ worker: 1, amount: 1_100_000 }, { worker: 2, amount: 100_000 }] });
  });
  it('owes what was settled in part though the application was withdrawn and made anew', () => {
    const anew = [{ ...applied, at: on(14) }, { ...accepted, at: on(14) }, panel] as const;
    given(...talking, settledPart, { type: 'ApplicationWithdrawn', at: on(13), order: 0, settled: false, by }, ...anew, ...heard.slice(3), awarded, servedBoth).when(takeEffect).then({ ...effective, owed: [{ worker: 1, amount: 1_500_000 }] });
  });
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
    given(...heard).when({ ...itemised, most: undefined, final: false }).then({ ...awarded, items: told.map((item) => ({ ...item, final: null, most: null })) });
    given(...heard).when({ ...itemised, items: [{ ...items[0], awarded: 900_000, kind: 'labourStandards' }], most: 1 }).then({ ...finalAward, items: [{ ...items[0], awarded: 900_000, kind: 'labourStandards', final: true, most: 1, elements: [] }] });
  });
});
