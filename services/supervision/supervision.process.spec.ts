import type { PublishedEvent } from '#libs/contracts/event.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { clocksAfter, escalationAfter } from './supervision.process.js';

const fact = (type: string, data: object = {}): PublishedEvent => ({ position: '1', logId: 't', id: 'e', type, caseId: 'c', stream: 's', version: 1, data: data as Record<string, unknown>, meta: { actor: 'test' }, recordedAt: '2026-03-02T10:15:00+08:00' });

describe('Supervision, when something has happened', () => {
  it.each([
    ['routing.case-routed.v1', [{ stream: 'clocks', command: { type: 'OpenClocks' } }]],
    ['resolution.hearing-held.v1', [{ stream: 'clocks', command: { type: 'MoveClocks' } }]],
    ['intake.claim-filed.v1', []],
    ['supervision.clock-started.v1', []], // A clock's own event moves no clock: else it would never end.
    ['audit.personal-data-read.v1', []],
  ])('lets %s move the clocks as the pack says', (type, next) => { expect(clocksAfter(fact(type))).toEqual(next); });

  it('raises an authority\'s breach, and nobody else\'s', () => {
    const breach = (duty: string) => escalationAfter(fact('supervision.clock-breached.v1', { clock: 'k', kind: 'HOT-7D', duty }));
    expect(breach('authority')).toEqual([{ stream: 'escalation', command: { type: 'RaiseEscalation', escalation: uuidv5('escalation/e'), clock: 'k', kind: 'HOT-7D' } }]);
    expect(breach('person')).toEqual([]);
    expect(breach('employer')).toEqual([]);
  });

  it.each(['routing.case-routed.v1', 'routing.case-rerouted.v1'])('proposes a major case for listing after %s, and no other', (type) => {
    expect(escalationAfter(fact(type, { decision: { flags: { majorSupervision: true } } }))).toEqual([{ stream: 'escalation', command: { type: 'ProposeSupervision', flag: 'majorSupervision' } }]);
    expect(escalationAfter(fact(type, { decision: { flags: { majorSupervision: false } } }))).toEqual([]);
  });

  it.each([['supervision.clock-satisfied.v1', 'k'], ['supervision.clock-cancelled.v1', 'k'], ['resolution.case-closed.v1', null]] as const)('settles the ladder after %s', (type, clock) => {
    expect(escalationAfter(fact(type, { clock: 'k' }))).toEqual([{ stream: 'escalation', command: { type: 'SettleEscalations', clock, causedBy: 'e' } }]);
  });
});
