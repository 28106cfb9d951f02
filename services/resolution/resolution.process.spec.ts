import type { PublishedEvent } from '#libs/contracts/event.js';
import { eventKinds } from '#libs/contracts/event.js';
import '#libs/contracts/intake.events.js';
import '#libs/contracts/project.events.js';
import '#libs/contracts/resolution.events.js';
import '#libs/contracts/routing.events.js';
import '#libs/contracts/supervision.events.js';
import { hearingsOf } from '#libs/contracts/tribunal.events.js';
import { after, offered } from './resolution.process.js';

const at = '2026-03-02T11:00:00+08:00';
const receivedAt = '2026-03-02T10:15:00+08:00';
const by = 'officer:1';
const owed = [{ worker: 1, amount: 1_800_000 }];

/** The event as it is published: its data obeys its schema, so that no branch is tested with what never comes. */
function happened(type: string, data: Record<string, unknown>): PublishedEvent {
  const whole = { at, ...data };
  eventKinds.get(type)!.schema.parse(whole);
  return { position: '1', logId: 'log', id: 'e1', type, caseId: 'c1', stream: 's/c1', version: 1, data: whole, meta: { actor: by }, recordedAt: at };
}

function anOrder(fields: Record<string, unknown> = {}): Record<string, unknown> {
  const clocks = ((fields['clocks'] as string[] | undefined) ?? []).map((id) => ({ id, startedAt: '2026-03-02' }));
  return { order: 0, matter: 'wages', kind: 'complaint', category: 'D01', lead: 'inspectionBody', leadAlternatives: [], assist: [], guide: [], rules: ['W-01'], ...fields, clocks };
}

function decision(mode: string, orders: readonly Record<string, unknown>[], flags: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    mode, orders, handover: [], handlingDivision: '439901', flags, liableParties: [], mergedInto: null, rows: [], inputs: {},
    pack: { division: '439900', version: '1', hash: 'h' }, reason: { zh: '', en: '' },
  };
}

const routed = (mode: string, orders: readonly Record<string, unknown>[], flags?: Record<string, unknown>): PublishedEvent =>
  happened('routing.case-routed.v1', { receivedAt, division: '439901', decision: decision(mode, orders, flags) });
const opens = (fields: Record<string, unknown> = {}): object => ({ stream: 'closure', command: { type: 'OpenCase', orders: [0], money: [], enquiries: [], at: receivedAt, ...fields } });
const wish = (stream: string, command: Record<string, unknown>): object => ({ stream, command: { at: receivedAt, ...command } });
const interrupts = (ground: string): object => bare('limitation', { type: 'InterruptAll', ground });
const bare = (stream: string, command: Record<string, unknown>): object => ({ stream, command });

describe('After a routing decision', () => {
  it('the inspection body has the complaint since the receipt', () => expect(after(routed('dispatch', [anOrder()]))).toEqual([
    opens({ money: [0] }), wish('inspection', { type: 'ReceiveComplaint', division: '439901', order: 0 })]));

  it.each(['refuse', 'handover'])('so it has in mode %s', (mode) => expect(after(routed(mode, [anOrder()]))).toContainEqual(
    wish('inspection', { type: 'ReceiveComplaint', division: '439901', order: 0 })));

  it('the limitation that it lists begins, and is interrupted by turning to an authority (LDMA 27)', () => {
    const order = { ...anOrder(), clocks: [{ id: 'ARB-LIMIT-WAGE', startedAt: '2025-10-05' }, { id: 'INSP-ACCEPT', startedAt: '2026-03-02' }] };
    const next = after(routed('dispatch', [order]));
    expect(next.filter(({ stream }) => stream === 'limitation')).toEqual([
      wish('limitation', { type: 'BeginLimitation', order: 0, right: 'wages', from: '2025-10-05' }), wish('limitation', { type: 'InterruptAll', ground: 'requestToAuthority' })]);
  });
  it('but not by an application for arbitration, which ends it', () => {
    const order = { ...anOrder({ lead: 'speedyTribunal' }), clocks: [{ id: 'ARB-LIMIT-WAGE', startedAt: '2025-10-05' }] };
    expect(after(routed('dispatch', [order])).filter(({ stream }) => stream === 'limitation')).toEqual([wish('limitation', { type: 'BeginLimitation', order: 0, right: 'wages', from: '2025-10-05' })]);
  });

  it('the speedy tribunal has the application', () => expect(after(routed('dispatch', [anOrder({ lead: 'speedyTribunal', clocks: ['ARB-COLL-ACCEPT'] })], { collective: true, simplified: true }))).toEqual([
    opens({ money: [0] }), wish('arbitration', { type: 'ApplyForArbitration', order: 0, collective: true, track: 'speedy', simplified: true })]));

  it('the arbitration office has the application that lies there', () => expect(after(routed('dispatch', [anOrder({ lead: 'arbOffice', clocks: ['ARB-ACCEPT'] })], { simplified: false }))).toContainEqual(
    wish('arbitration', { type: 'ApplyForArbitration', order: 0, collective: false, track: 'ordinary', simplified: false })));

  it('the arbitration office has none where nobody applied', () => expect(after(routed('dispatch', [anOrder({ lead: 'arbOffice' })]))).toEqual([opens({ money: [0] })]));

  it.each(['mediationOrg', 'newFormMediation'])('%s waits for an application', (lead) => expect(after(routed('dispatch', [anOrder({ lead })]))).toEqual([opens({ money: [0] })]));

  it.each([
    ['workInjury', 'D01', 'socialInsuranceAdmin', 'workInjury'], ['landContract', 'D13', 'agriculture', 'landArbitration'], ['homestead', 'D13', 'agriculture', 'landArbitration'],
    [null, 'D03', 'police', 'residencePermit'], [null, 'D10', 'subDistrict', 'residencePermit'], ['emergency', 'X1', 'subDistrict', 'relief'], [null, 'X3', 'legalAidCentre', 'legalAid'], [null, 'D05', 'education', 'general'],
  ])('matter %s of %s is handed to %s as %s', (matter, category, lead, procedure) => expect(after(routed('dispatch', [anOrder({ matter, category, lead })]))).toEqual([
    opens(), wish('handover', { type: 'HandOver', order: 0, role: 'lead', department: lead, division: '439901', procedure })]));

  it('an assisting inspection with a clock of its own receives the complaint, leading nothing', () => expect(after(routed('dispatch', [anOrder({ lead: 'premiumCollector', assist: ['inspectionBody'], clocks: ['INSP-ACCEPT'] })]))).toContainEqual(
    wish('inspection', { type: 'ReceiveComplaint', division: '439901', order: null })));

  it('assisting legal aid with a clock of its own has the application', () => expect(after(routed('dispatch', [anOrder({ assist: ['legalAidCentre'], clocks: ['LA-DECIDE'] })]))).toContainEqual(
    wish('handover', { type: 'HandOver', order: 0, role: 'assist', department: 'legalAidCentre', division: '439901', procedure: 'legalAid' })));

  it('every other assisting body is asked, and one of another place as well', () => {
    const place = { role: 'assist', fact: 'homeRegion', rule: 'step 4', source: 'P' };
    const order = { ...anOrder({ lead: 'police', assist: ['inspectionBody', 'housingDept'] }), places: [{ ...place, division: '439902', department: 'legalAidCentre' }, { ...place, role: 'lead', division: '439901', department: 'police' }] };
    const asked = after(routed('dispatch', [order])).slice(2);
    expect(asked).toEqual([['inspectionBody', '439901'], ['housingDept', '439901'], ['legalAidCentre', '439902']].map(([department, division]) => wish('handover', { type: 'RequestAssistance', order: 0, department, division })));
  });
  it('what the person gets without asking is offered with each decision', () => {
    expect(offered(routed('dispatch', [anOrder()]))).toEqual([{ stream: 'handover', command: { type: 'MakeOffers' } }]);
    expect(offered(happened('intake.claim-withdrawn.v1', { reason: 'r' }))).toEqual([]);
  });

  it('each order of a split demand goes its own way, an enquiry known as one', () => expect(after(routed('dispatch', [
    anOrder({ lead: 'housingSecurity', category: 'D07', kind: 'consult' }), anOrder({ order: 1, lead: 'marketSupervision', category: 'D07' })]))).toEqual([
    opens({ orders: [0, 1], enquiries: [0] }),
    wish('handover', { type: 'HandOver', order: 0, role: 'lead', department: 'housingSecurity', division: '439901', procedure: 'general' }),
    wish('handover', { type: 'HandOver', order: 1, role: 'lead', department: 'marketSupervision', division: '439901', procedure: 'general' })]));

  it.each(['advise', 'explain'])('in mode %s the person is told, nobody is ordered', (mode) => expect(after(routed(mode, [anOrder({ lead: null, guide: ['arbOffice'] })]))).toEqual([
    opens({ advised: [0] }), wish('closure', { type: 'AdviseLegalRoute', orders: [0], route: ['arbOffice'] })]));

  it.each([[['W-14'], 'paymentOrder'], [['W-15'], 'enforcement'], [['W-12'], 'costDispute'], [['W-13'], 'lawsuit']])('by %s the road to the court is %s', (rules, route) =>
    expect(after(routed('guide', [anOrder({ lead: 'basicCourt', guide: ['arbOffice'], rules })]))).toEqual([
      opens({ advised: [0] }), wish('closure', { type: 'AdviseLegalRoute', orders: [0], route: ['basicCourt', 'arbOffice'] }), wish('court', { type: 'AdviseCourtRoute', route })]));

  it('people’s mediation is shown, not ordered', () => expect(after(routed('guide', [anOrder({ lead: 'peoplesMediation' })]))).toEqual([
    opens({ advised: [0] }), wish('closure', { type: 'AdviseLegalRoute', orders: [0], route: ['peoplesMediation'] })]));

  it.each(['dispatch', 'handover', 'refuse', 'transfer'])('in mode %s no desk opens here for what is the log\'s of another region, and no body of its place is asked', (mode) => {
    const data = { receivedAt, division: '439901', decision: decision(mode, [anOrder({ assist: ['housingDept'] })]), toLog: 'log-b' };
    expect(after(happened('routing.case-routed.v1', data))).toEqual([opens({ money: [0] })]);
    expect(after(happened('routing.case-rerouted.v1', { decision: data.decision, changed: ['mode'], toLog: 'log-b' }))).toEqual([bare('closure', { type: 'OpenCase', orders: [0], money: [0], enquiries: [] })]);
  });
  it('a transfer opens no desk here before the other place accepts', () => expect(after(routed('transfer', [anOrder()]))).toEqual([opens({ money: [0] })]));
  it('a merged case follows its master', () => expect(after(routed('merge', [anOrder({ lead: null })]))).toEqual([]));
  it('in triage nobody leads yet', () => expect(after(routed('triage', [anOrder({ lead: null })]))).toEqual([opens()]));

  it('a new decision opens the new desk', () => expect(after(happened('routing.case-rerouted.v1', { decision: decision('dispatch', [anOrder()]), changed: ['lead'] }))).toEqual([
    bare('closure', { type: 'OpenCase', orders: [0], money: [0], enquiries: [] }), bare('inspection', { type: 'ReceiveComplaint', division: '439901', order: 0 })]));
});

describe('When a case changes hands', () => {
  const from = { department: 'subDistrict', division: '439901001' };
  const to = { department: 'inspectionBody', division: '439902' };
  const inspection = [bare('closure', { type: 'OpenCase', orders: [0], money: [0], enquiries: [] }), bare('handover', { type: 'TakeOver', order: 0 }), bare('inspection', { type: 'ReceiveComplaint', division: '439902', order: 0 })];

  it('by re-dispatch', () => expect(after(happened('routing.case-redispatched.v1', { order: 0, from, to, clocks: [], ground: 'HL-2025', reason: 'r', by }))).toEqual(inspection));
  it('by a person’s decision', () => expect(after(happened('routing.routing-overridden.v1', { order: 0, from, to, assist: [], clocks: [], reason: 'r', by }))).toEqual(inspection));
  it('by a person’s decision that names an assisting inspection', () => expect(after(happened('routing.routing-overridden.v1', {
    order: 0, from, to: { department: 'police', division: '439901' }, assist: ['inspectionBody'], clocks: [{ id: 'INSP-ACCEPT', startedAt: '2026-03-02' }], reason: 'r', by }))).toContainEqual(
    bare('inspection', { type: 'ReceiveComplaint', division: '439901', order: null })));
  it('by a transfer that comes back to who sent it, and by none that goes back to another log', () => {
    const back = (whom: object | null): readonly object[] => after(happened('routing.transfer-returned.v1', { order: 0, unit: { department: 'inspectionBody', division: '439902' }, to: whom, ground: 'LSR 13', reason: 'r', by }));
    expect(back(to)).toEqual(inspection);
    expect(back(null)).not.toContainEqual(expect.objectContaining({ stream: 'inspection' }));
  });
  it('by an accepted transfer', () => expect(after(happened('routing.transfer-accepted.v1', { order: 0, unit: to, clocks: [], by }))).toEqual(inspection));
  it('with an application lying at the other office', () => expect(after(happened('routing.transfer-accepted.v1', {
    order: 0, unit: { department: 'arbOffice', division: '439902' }, clocks: [{ id: 'ARB-COLL-ACCEPT', startedAt: '2026-03-02' }], by }))).toContainEqual(
    bare('arbitration', { type: 'ApplyForArbitration', order: 0, collective: true, track: 'ordinary', simplified: false })));
  it('with an application that comes back to the office that sent it', () => expect(after(happened('routing.transfer-returned.v1', {
    order: 0, unit: { department: 'arbOffice', division: '439902' }, to: { department: 'arbOffice', division: '439901' }, clocks: [{ id: 'ARB-ACCEPT', startedAt: '2026-03-02' }], ground: 'LSR 13', reason: 'r', by }))).toContainEqual(
    bare('arbitration', { type: 'ApplyForArbitration', order: 0, collective: false, track: 'ordinary', simplified: false })));
  it('to a department, under the procedure it had', () => expect(after(happened('routing.case-redispatched.v1', { order: 1, from, to: { department: 'education', division: '439901' }, clocks: [], ground: 'g', reason: 'r', by }))).toEqual([
    bare('closure', { type: 'OpenCase', orders: [1], money: [], enquiries: [] }), bare('handover', { type: 'HandOver', order: 1, role: 'lead', department: 'education', division: '439901', moved: true })]));
  it('to a department whose procedure its name tells', () => expect(after(happened('routing.transfer-accepted.v1', { order: 0, unit: { department: 'agriculture', division: '439701' }, clocks: [], by }))).toContainEqual(
    bare('handover', { type: 'HandOver', order: 0, role: 'lead', department: 'agriculture', division: '439701', moved: true, procedure: 'landArbitration' })));
  it('by a split', () => expect(after(happened('routing.order-split.v1', {
    order: 1, parent: 0, matter: 'workInjury', kind: 'consult', category: 'D01', unit: { department: 'socialInsuranceAdmin', division: '439901' }, clocks: [], reason: 'r', by }))).toEqual([
    bare('closure', { type: 'OpenCase', orders: [1], money: [], enquiries: [1] }),
    bare('handover', { type: 'HandOver', order: 1, role: 'lead', department: 'socialInsuranceAdmin', division: '439901', procedure: 'workInjury' })]));
});

describe('When the person speaks again', () => {
  it('a repeated complaint reopens what was thought done', () => expect(after(happened('intake.duplicate-linked.v1', {
    channel: '12345', channelNumber: 'n', origin: '12345', receivedAt, category: null, text: null, facts: {} }))).toEqual([bare('closure', { type: 'ReopenCase', reason: 'complainedAgain' })]));
  it('a withdrawal ends the mediation and concludes the case', () => expect(after(happened('intake.claim-withdrawn.v1', { reason: 'r' }))).toEqual([bare('mediation', { type: 'CloseMediation' }), bare('closure', { type: 'ConcludeCase', result: 'withdrawn' })]));
});

describe('When time runs out', () => {
  const breached = (kind: string): PublishedEvent => happened('supervision.clock-breached.v1', { clock: '0190a0a0-0000-7000-8000-000000000001', kind, duty: 'authority', order: null, due: '2026-03-17', breachAt: at, lagMs: 5 });
  it.each([
    ['MED-15D', 'mediation', 'ExpireMediation'], ['INSP-COMPLY', 'inspection', 'ExpirePayOrder'], ['ARB-AWARD', 'arbitration', 'PassAwardLimit'], ['INSP-CORRECT', 'inspection', 'ExpireRectification'],
    ['ARB-SUE', 'arbitration', 'TakeEffect'], ['PAY-PERFORM', 'payment', 'DefaultPayment'], ['PAY-INSTALMENT', 'payment', 'DefaultInstalment'], ['PO-OBJECT', 'court', 'TakePaymentOrderEffect'],
  ])('%s: %s is told to %s', (kind, stream, type) => expect(after(breached(kind))).toEqual([bare(stream, { type })]));
  it('any other clock is the supervisors’ business', () => expect(after(breached('HOT-7D'))).toEqual([]));
});

describe('What one desk did concerns the next', () => {
  const instrument = { performBy: '2026-03-31', owed };
  it('an advance of the emergency fund is wages paid, owed back to the fund (WPR 63)', () => expect(after(happened('resolution.fund-advanced.v1', { worker: 2, amount: 5, evidence: 'YJ-1', by }))).toEqual([
    bare('payment', { type: 'RecordWagePaid', worker: 2, amount: 5, source: 'emergencyFund', evidence: 'YJ-1' })]));
  const due = (basis: string): object => bare('payment', { type: 'DuePayment', basis, ...instrument });
  const inPart = (basis: string): object => bare('payment', { type: 'DuePayment', basis, ...instrument, unsettled: [1] });
  const moreDue = bare('closure', { type: 'ReopenUnpaid', reason: 'moreDue' });
  const released = bare('hearings', { type: 'ReleaseHearing', case: 'c1' });
  const concludes = (order: number, result: string): object => bare('closure', { type: 'ConcludeOrder', order, result });

  it('a failed mediation goes to arbitration where the worker wants it', () => expect(after(happened('resolution.mediation-failed.v1', { reason: 'r', wantsArbitration: true, by }))).toEqual([
    bare('arbitration', { type: 'ApplyForArbitration', track: 'speedy', simplified: true, collective: false })]));
  it('and nowhere where not', () => expect(after(happened('resolution.mediation-failed.v1', { reason: 'r', wantsArbitration: false, by }))).toEqual([]));
  it.each([
    ['resolution.mediation-applied.v1', { by, organisation: 'o' }, 'requestToAuthority'], ['resolution.payment-due.v1', { basis: 'voluntary', performBy: '2026-04-01', owed }, 'admission', moreDue],
    ['resolution.wage-paid.v1', { worker: 1, amount: 1, source: 'employer', evidence: 'e', by }, 'admission'],
  ])('%s interrupts the limitation', (type, data, ground, ...more) => expect(after(happened(type as string, data as Record<string, unknown>))).toEqual([interrupts(ground as string), ...more]));
  it.each([
    ['resolution.payment-due.v1', { basis: 'award', performBy: '2026-04-01', owed }, moreDue], ['resolution.wage-paid.v1', { worker: 1, amount: 1, source: 'deposit', evidence: 'e', by }],
  ])('%s does not, where it is no admission', (type, data, ...more) => expect(after(happened(type as string, data as Record<string, unknown>))).toEqual(more));
  it('a refusal in writing ends the order of the department that leads', () => expect(after(happened('resolution.procedure-refused.v1', { order: 0, role: 'lead', procedure: 'landArbitration', ground: 'g', by }))).toEqual(
    [bare('closure', { type: 'ConcludeOrder', order: 0, result: 'refused' })]));
  it('an agreement makes money due', () => expect(after(happened('resolution.case-mediated.v1', { amount: 1_800_000, ...instrument, by }))).toEqual([interrupts('admission'), due('agreement')]));
  it('by the plan that was agreed, from those who agreed to pay, and for those with whom it was agreed', () => {
    const promise = { plan: [{ worker: 1, on: '2026-03-31', amount: 1_800_000 }], acceleration: true, payers: ['generalContractor'] };
    const agreed = { amount: 1_800_000, ...instrument, ...promise, by };
    expect(after(happened('resolution.case-mediated.v1', agreed))).toEqual([interrupts('admission'), bare('payment', { type: 'DuePayment', basis: 'agreement', ...instrument, ...promise })]);
    expect(after(happened('resolution.case-mediated.v1', { ...agreed, unsettled: [{ worker: 2, wantsArbitration: true }, { worker: 3, wantsArbitration: false }] }))).toEqual([
      interrupts('admission'), bare('payment', { type: 'DuePayment', basis: 'agreement', ...instrument, ...promise, unsettled: [2, 3] }), bare('arbitration', { type: 'ApplyForArbitration', track: 'speedy', simplified: true, collective: false })]);
  });
  it('an agreement that was confirmed is owed on that ground as well', () => expect(after(happened('resolution.agreement-confirmed.v1', { route: 'judicial', ...instrument, by }))).toEqual([due('confirmation')]));
  it('a default leads to the court that the law of the case offers, and to no other desk', () => {
    const offers = ['paymentOrder', 'enforcement', 'deposit', 'arbitration'].map((step) => ({ step, zh: 'z', en: 'e', source: 's' }));
    expect(after(happened('resolution.payment-defaulted.v1', { unpaid: 1, workers: 1, offers }))).toEqual([bare('court', { type: 'AdviseCourtRoute', route: 'paymentOrder' }), bare('court', { type: 'AdviseCourtRoute', route: 'enforcement' })]);
    expect(after(happened('resolution.payment-defaulted.v1', { unpaid: 1, workers: 1 }))).toEqual([]);
  });
  it('a payment order in effect leads to enforcement', () => expect(after(happened('resolution.payment-order-took-effect.v1', {}))).toEqual([bare('court', { type: 'AdviseCourtRoute', route: 'enforcement' })]));
  it.each(['wage-paid', 'wages-held', 'held-wages-paid'])('a correction of %s that shows wages unpaid reopens what was thought done', (of) => expect(after(happened(`resolution.${of}-corrected.v1`, { worker: 1, evidence: 'a', was: 2, amount: 1, reason: null, by: 'officer:1' }))).toEqual([bare('closure', { type: 'ReopenUnpaid', reason: 'paymentCorrected' })]));
  it('what nobody owes is not concluded as paid', () => expect(after(happened('resolution.payment-completed.v1', { total: 0, workers: 1 }))).toEqual([]));
  it('so does what becomes due when it was thought paid', () => expect(after(happened('resolution.payment-due.v1', { basis: 'payOrder', performBy: '2026-03-31', owed }))).toEqual([moreDue]));
  it('so does an instrument, and nothing is left to hear', () => expect(after(happened('resolution.mediation-instrument-served.v1', { ...instrument, by }))).toEqual([due('instrument'), released]));
  it('so does an instrument on some of the claims, while the rest is heard', () => expect(after(happened('resolution.partial-instrument-served.v1', { ...instrument, kinds: ['wages'], by }))).toEqual([inPart('instrument')]));
  it('so does a partial award that is final, and no other', () => {
    expect(after(happened('resolution.partial-award-made.v1', { amount: 1_800_000, kind: 'wages', final: true, ...instrument, by }))).toEqual([inPart('award')]);
    expect(after(happened('resolution.partial-award-made.v1', { amount: 1_800_000, kind: 'wages', final: false, ...instrument, by }))).toEqual([]);
    expect(after(happened('resolution.partial-award-made.v1', { amount: 1_800_000, by }))).toEqual([]);
  });
  it('a booked time sets the hearing of its case, and the time that it leaves is free', () => {
    const booked = { division: '439901', on: '2026-04-01', case: '0d2a1f4e-6b1c-5d3a-9a51-3f2d7c9b8e01', room: '一庭', online: false, from: '09:30', to: '10:30', arbitrators: ['a'], moved: 'party', replaces: null, by };
    const list = hearingsOf('439901', '2026-04-01');
    expect(after(happened('resolution.hearing-booked.v1', booked))).toEqual([bare('arbitration', { type: 'ScheduleHearing', hearingOn: '2026-04-01', room: '一庭', from: '09:30', to: '10:30', online: false, moved: 'party', list })]);
    expect(after(happened('resolution.hearing-scheduled.v1', { hearingOn: '2026-04-01', room: '一庭', list, replaces: hearingsOf('439901', '2026-03-20'), by }))).toEqual([released]);
    expect(after(happened('resolution.hearing-scheduled.v1', { hearingOn: '2026-04-01', room: '一庭', list, replaces: null, by }))).toEqual([]);
  });
  it('so does an award in effect', () => expect(after(happened('resolution.award-took-effect.v1', instrument))).toEqual([due('award')]));
  it('but not an award that was only made', () => expect(after(happened('resolution.award-made.v1', { final: false, ...instrument, by }))).toEqual([released]));
  it('so does an order to pay', () => expect(after(happened('resolution.pay-ordered.v1', { owed, dueOn: '2026-03-31', service: 'mail', by }))).toEqual([due('payOrder')]));
  it('money paid in full concludes the order about money', () => expect(after(happened('resolution.payment-completed.v1', { total: 1, workers: 1 }))).toEqual([bare('closure', { type: 'ConcludePaid' })]));
  it('a lead’s conclusion concludes the order', () => expect(after(happened('resolution.matter-concluded.v1', { order: 1, role: 'lead', procedure: 'general', result: 'solved', reply: null, by }))).toEqual([concludes(1, 'solved')]));
  it('a helper’s does not', () => expect(after(happened('resolution.matter-concluded.v1', { order: 0, role: 'assist', procedure: 'legalAid', result: 'granted', reply: null, by }))).toEqual([]));
  it('a refused complaint concludes the order of the body that leads it', () => expect(after(happened('resolution.complaint-refused.v1', { order: 0, ground: 'g', otherRoutes: [], by }))).toEqual([concludes(0, 'refused')]));
  it('and none where the body only assists', () => expect(after(happened('resolution.complaint-refused.v1', { order: null, ground: 'g', otherRoutes: [], by }))).toEqual([]));
  it('a refused application concludes it', () => expect(after(happened('resolution.application-refused.v1', { order: 0, ground: 'g', by }))).toEqual([concludes(0, 'refused')]));
  it('a withdrawn filing concludes it', () => expect(after(happened('resolution.filing-withdrawn.v1', { order: 0, reason: 'r', by }))).toEqual([concludes(0, 'withdrawn')]));
  it.each([[true, 'settled'], [false, 'withdrawn']])('an application withdrawn, settled %s, concludes it as %s', (settled, result) =>
    expect(after(happened('resolution.application-withdrawn.v1', { order: 0, settled, by }))).toEqual([concludes(0, result), released]));
  it('what concerns no other desk moves nothing', () => expect(after(happened('resolution.complaint-accepted.v1', { by }))).toEqual([]));
});
