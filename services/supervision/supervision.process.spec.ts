import type { PublishedEvent } from '#libs/contracts/event.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { partnersAfter } from './partners/partner.process.js';
import { signsAfter } from './warning/sign.process.js';
import { clocksAfter, escalationAfter, movementAfter } from './supervision.process.js';

const fact = (type: string, data: object = {}): PublishedEvent => ({ position: '1', logId: 't', id: 'e', type, caseId: 'c', stream: 's', version: 1, data: data as Record<string, unknown>, meta: { actor: 'test' }, recordedAt: '2026-03-02T10:15:00+08:00' });

describe('Supervision, when something has happened', () => {
  it.each([
    ['routing.case-routed.v1', [{ stream: 'clocks', command: { type: 'OpenClocks' } }]],
    ['resolution.hearing-held.v1', [{ stream: 'clocks', command: { type: 'MoveClocks' } }]],
    ['intake.claim-filed.v1', []],
    ['supervision.clock-started.v1', []], // A clock's own event moves no clock: else it would never end.
    ['audit.personal-data-read.v1', []],
  ])('lets %s move the clocks as the pack says', (type, next) => { expect(clocksAfter(fact(type))).toEqual(next); });

  it('opens the clocks of what is no case with its first event, and lets every other move them', () => {
    const of = (stream: string, type: string) => clocksAfter({ ...fact(type), stream });
    expect(of('partner/p', 'supervision.monitoring-point-registered.v1')).toEqual([{ stream: 'clocks', command: { type: 'OpenClocks' } }]);
    expect(of('sign/s', 'supervision.early-sign-found.v1')).toEqual([{ stream: 'clocks', command: { type: 'OpenClocks' } }]);
    expect(of('sign/s', 'supervision.early-warning-raised.v1')).toEqual([{ stream: 'clocks', command: { type: 'MoveClocks' } }]);
  });

  it('looks where a claim gathers, at a project whose end is planned, and at a report that did not come', () => {
    expect(signsAfter(fact('intake.claim-filed.v1')).map(({ command }) => command)).toEqual(['employer', 'contractor', 'project', 'site'].map((kind) => ({ type: 'GatherCase', kind })));
    expect(signsAfter(fact('resolution.project-end-planned.v1'))).toEqual([{ stream: 'sign', command: { type: 'WatchProjectEnd' } }]);
    expect(signsAfter(fact('intake.claim-withdrawn.v1'))).toEqual([]);
    expect(partnersAfter(fact('supervision.clock-breached.v1', { kind: 'POINT-REPORT', clock: 'k' }))).toEqual([{ stream: 'partner', command: { type: 'NoteMissedReport', clock: 'k' } }]);
    expect(partnersAfter(fact('supervision.clock-breached.v1', { kind: 'UNIT-ASSESS', clock: 'k' }))).toEqual([]);
  });

  it.each([['supervision.clock-breached.v1', 'breached'], ['supervision.clock-warned.v1', 'warned']])('puts an authority\'s limit on the ladder after %s, and nobody else\'s', (type, condition) => {
    const after = (duty?: string) => escalationAfter(fact(type, { clock: 'k', kind: 'HOT-7D', order: 0, ...(duty && { duty }) }));
    expect(after('authority')).toEqual([{ stream: 'escalation', command: { type: 'RaiseEscalation', escalation: uuidv5('escalation/e'), condition, clock: 'k', kind: 'HOT-7D', order: 0, causedBy: 'e' } }]);
    expect([after('person'), after('employer'), after()]).toEqual([[], [], []]);
  });

  it('counts what comes back, and lets another body begin anew', () => {
    const returned = { stream: 'escalation', command: { type: 'RaiseEscalation', escalation: uuidv5('escalation/e'), condition: 'returnedTwice', clock: null, kind: 'returnedTwice', order: 1, causedBy: 'e' } };
    const settled = (...conditions: readonly string[]) => ({ stream: 'escalation', command: { type: 'SettleEscalations', clock: null, conditions, order: 1, causedBy: 'e' } });
    const after = (type: string, more: object = {}) => escalationAfter(fact(type, { order: 1, ...more }));
    expect(after('routing.dispatch-objected.v1')).toEqual([returned]);
    expect(after('routing.case-redispatched.v1')).toEqual([settled('ownerless'), returned]);
    expect(after('routing.order-signed.v1')).toEqual([settled('returnedTwice')]);
    expect(after('routing.officer-named.v1')).toEqual([settled('ownerless')]);
    expect([after('routing.case-assigned.v1', { role: 'lead', officer: null }), after('routing.case-assigned.v1', { role: 'assist', officer: 'o' }), after('routing.case-assigned.v1', { role: 'lead', officer: 'o' })]).toEqual([[], [], [settled('ownerless')]]);
    expect(after('resolution.order-concluded.v1')).toEqual([settled('ownerless', 'returnedTwice')]);
  });

  it('takes a case that moves off the ladder, and knows what does not move it', () => {
    expect(movementAfter(fact('resolution.hearing-held.v1'))).toEqual([{ stream: 'escalation', command: { type: 'SettleEscalations', clock: null, conditions: ['noMovement'], causedBy: 'e' } }]);
    for (const type of ['supervision.clock-breached.v1', 'supervision.escalation-answered.v1', 'audit.personal-data-read.v1', 'intake.feedback-acknowledged.v1']) expect(movementAfter(fact(type))).toEqual([]);
  });

  it.each(['suspended', 'restarted', 'extended', 'rescheduled'])('takes back the warning of a clock that is %s, and no breach', (moved) => {
    expect(escalationAfter(fact(`supervision.clock-${moved}.v1`, { clock: 'k' }))).toEqual([{ stream: 'escalation', command: { type: 'SettleEscalations', clock: 'k', only: 'warning', causedBy: 'e' } }]);
  });

  it.each(['routing.case-routed.v1', 'routing.case-rerouted.v1'])('proposes a major case for listing after %s, and no other', (type) => {
    expect(escalationAfter(fact(type, { decision: { flags: { majorSupervision: true } } }))).toEqual([{ stream: 'escalation', command: { type: 'ProposeSupervision', flag: 'majorSupervision' } }]);
    expect(escalationAfter(fact(type, { decision: { flags: { majorSupervision: false } } }))).toEqual([]);
  });

  it.each([['supervision.clock-satisfied.v1', 'k'], ['supervision.clock-cancelled.v1', 'k'], ['resolution.case-closed.v1', null]] as const)('settles the ladder after %s', (type, clock) => {
    expect(escalationAfter(fact(type, { clock: 'k' }))).toEqual([{ stream: 'escalation', command: { type: 'SettleEscalations', clock, causedBy: 'e' } }]);
  });
});
