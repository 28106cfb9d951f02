import type { PublishedEvent } from '#libs/contracts/event.js';
import type { CaseRow } from './case-view.projection.js';
import { caseView } from './case-view.projection.js';

const at = '2026-03-02T10:15:00+08:00';
let position = 0;
const fact = (type: string, data: object = {}): PublishedEvent => {
  position += 1;
  return { position: String(position), logId: 't', id: `e${position}`, type, caseId: 'c', stream: 's', version: 1, data: { at, ...data }, meta: { actor: 'test' }, recordedAt: at };
};
const fold = (...events: readonly PublishedEvent[]): CaseRow => events.reduce<CaseRow | undefined>((row, event) => caseView(row, event), undefined)!;

const filed = fact('intake.claim-filed.v1', { caseNumber: 'N', trackingCode: 'T', channel: '12345', channelNumber: 'R1', origin: '12345', receivedAt: at, division: '439901', category: 'D01', kinds: [], matters: [], requester: null, employer: { name: '测试公司' }, project: null, text: null, attachments: [], facts: { workers: 1 }, missing: [] });
const order = { order: 0, matter: 'wages', kind: 'complaint', category: 'D01', lead: 'inspectionBody', leadAlternatives: [], assist: [], guide: [], rules: ['W-01'], clocks: [] };
const routed = (mode = 'dispatch') => fact('routing.case-routed.v1', { decision: { mode, orders: [order], handlingDivision: '439901', flags: { speedy: false } } });
const assigned = fact('routing.case-assigned.v1', { order: 0, role: 'lead', unit: { department: 'inspectionBody', division: '439901' }, officer: null });
const clock = (name: string, kind: string, breachAt: string, duty = 'authority') => fact('supervision.clock-started.v1', { clock: name, kind, order: 0, startedAt: '2026-03-02', due: breachAt.slice(0, 10), provisionalDue: null, warnAt: null, breachAt, rule: { level: 'law', duty } });

describe('The page of a case', () => {
  it('is made by the first fact and by nothing else', () => {
    expect(caseView(undefined, routed())).toBeUndefined();
    expect(fold(filed)).toMatchObject({ state: 'REGISTERED', caseNumber: 'N', employer: '测试公司', closed: false });
  });

  it.each([
    ['TRIAGED', [routed('guide')]], ['DISPATCHED', [routed(), assigned]], ['HANDED_TO_EMERGENCY', [routed('handover')]], ['TRANSFERRED', [routed('transfer'), assigned]],
    ['SIGNED', [routed(), assigned, fact('routing.order-signed.v1', { order: 0 })]], ['OBJECTED', [routed(), assigned, fact('routing.dispatch-objected.v1', { order: 0 })]],
    ['CONTACTED', [routed(), assigned, fact('resolution.requester-contacted.v1', { order: 0, reached: true })]], ['DISPATCHED', [routed(), assigned, fact('resolution.requester-contacted.v1', { order: 0, reached: false })]],
    ['MEDIATED', [routed(), fact('resolution.case-mediated.v1')]], ['INVESTIGATING', [routed(), fact('resolution.inspection-filed.v1')]], ['RESOLVED', [routed(), fact('resolution.case-resolved.v1')]],
    ['REOPENED', [routed(), fact('resolution.callback-made.v1'), fact('resolution.case-reopened.v1')]], ['CLOSED', [routed(), fact('resolution.case-closed.v1')]],
  ])('stands at %s', (state, events) => { expect(fold(filed, ...events).state).toBe(state); });

  it('orders the board by the next open limit of an authority', () => {
    const row = fold(filed, routed(), clock('a', 'INSP-ACCEPT', '2026-03-10T00:00:00+08:00'), clock('b', 'HOT-24H', '2026-03-03T10:15:00+08:00'), clock('p', 'ARB-LIMIT-WAGE', '2026-03-03T00:00:00+08:00', 'person'));
    expect([row.nextClock, row.nextDueAt]).toEqual(['HOT-24H', '2026-03-03T10:15:00+08:00']);
    const met = caseView(row, fact('supervision.clock-satisfied.v1', { clock: 'b', onTime: true }))!;
    expect([met.nextClock, met.clocks['b']?.onTime]).toEqual(['INSP-ACCEPT', true]);
    const late = caseView(met, fact('supervision.clock-breached.v1', { clock: 'a' }))!;
    expect([late.breached, late.warned]).toEqual([1, 0]);
  });

  it('counts what is unpaid, worker by worker; one debt on two grounds is owed once', () => {
    const due = (amount: number) => fact('resolution.payment-due.v1', { owed: [{ worker: 1, amount }, { worker: 2, amount: 500 }] });
    const row = fold(filed, routed(), due(1000), due(900), fact('resolution.wage-paid.v1', { worker: 1, amount: 400 }));
    expect([row.unpaid, row.owed, row.paid]).toEqual([1100, { 1: 1000, 2: 500 }, { 1: 400 }]);
  });

  it('follows a correction, and counts what is kept for a worker as unpaid until the worker has it', () => {
    const due = fact('resolution.payment-due.v1', { owed: [{ worker: 1, amount: 1000 }, { worker: 2, amount: 500 }] });
    const paid = fact('resolution.wage-paid.v1', { worker: 1, amount: 1000 });
    const row = fold(filed, routed(), due, paid, fact('resolution.wage-paid-corrected.v1', { worker: 1, was: 1000, amount: 100 }), fact('resolution.wages-held.v1', { worker: 2, amount: 500 }));
    expect([row.unpaid, row.paid]).toEqual([1400, { 1: 100 }]);
    const fetched = caseView(row, fact('resolution.held-wages-paid.v1', { worker: 2, amount: 500 }))!;
    expect(fetched.unpaid).toBe(900);
    expect(caseView(fetched, fact('resolution.held-wages-paid-corrected.v1', { worker: 2, was: 500, amount: 200 }))!.unpaid).toBe(1200);
    expect(caseView(row, fact('resolution.wages-owed-corrected.v1', { worker: 1, was: 1000, amount: 300 }))!.unpaid).toBe(700);
  });

  it('is referred to court by a default, and not taken back from an enforcement that was applied for', () => {
    const advised = fact('resolution.court-route-advised.v1', { route: 'enforcement' });
    expect(fold(filed, routed(), fact('resolution.case-mediated.v1'), advised).state).toBe('COURT_REFERRED');
    expect(fold(filed, routed(), fact('resolution.enforcement-applied.v1'), advised).state).toBe('ENFORCING');
  });

  it('keeps the holder of a signed order when new facts are decided', () => {
    const signed = fact('routing.order-signed.v1', { order: 0 });
    const again = fact('routing.case-rerouted.v1', { decision: { mode: 'dispatch', orders: [{ ...order, lead: 'mediationOrg' }], handlingDivision: '439901', flags: { collective: true } } });
    const row = fold(filed, routed(), assigned, signed, again);
    expect([row.orders[0]?.department, row.orders[0]?.signed, row.lead, row.flags]).toEqual(['inspectionBody', true, 'inspectionBody', { collective: true }]);
  });

  it('moves an order under new facts only by its assignment, and has no holder where the person is shown the way', () => {
    const again = (mode: string, lead: string) => fact('routing.case-rerouted.v1', { decision: { mode, orders: [{ ...order, lead }], handlingDivision: '439901', flags: {} } });
    const moved = fact('routing.case-assigned.v1', { order: 0, role: 'lead', unit: { department: 'mediationOrg', division: '439901' }, officer: null });
    expect(fold(filed, routed(), assigned, again('dispatch', 'mediationOrg')).lead).toBe('inspectionBody');
    expect(fold(filed, routed(), assigned, again('dispatch', 'mediationOrg'), moved).lead).toBe('mediationOrg');
    expect(fold(filed, routed('guide'), again('guide', 'basicCourt')).lead).toBe('basicCourt');
  });

  it('names the same next limit in whatever order its clocks are stored', () => {
    const one = clock('a', 'HOT-CONTACT', '2026-03-03T10:15:00+08:00');
    const two = clock('b', 'HOT-24H', '2026-03-03T10:15:00+08:00');
    expect([fold(filed, routed(), one, two).nextClock, fold(filed, routed(), two, one).nextClock]).toEqual(['HOT-24H', 'HOT-24H']);
  });

  it('shows a fact that it does not know without refusing it', () => {
    expect(fold(filed, fact('resolution.something-new.v1'))).toMatchObject({ state: 'REGISTERED', position: String(position) });
  });
});
