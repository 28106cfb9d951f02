import type { PublishedEvent } from '#libs/contracts/event.js';
import { loadPolicies } from '#libs/policy/in-force.js';
import { fold } from '#libs/decider/decider.js';
import { lawFor } from '../desks.js';
import type { ClockEvent, Clocks } from './clock.decider.js';
import { clocks } from './clock.decider.js';
import { movesOf } from './moves.js';

const policies = loadPolicies('policies');
const pack = policies.packFor('439901', '2026-03-02')!;
const law = lawFor(policies, '439901', pack);
const caseId = '01a202d7-fb82-79c6-9585-04ddeb2ca280';
let serial = 0;

function fact(type: string, at: string, data: object = {}): PublishedEvent {
  serial += 1;
  return { position: String(serial), logId: 't', id: `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`, type, caseId, stream: 'x', version: serial, data: { at, ...data }, meta: { actor: 'test' }, recordedAt: at };
}

/** Folds facts into the clocks of one case, as the service does, under the sample region's own pack. */
function after(...facts: readonly PublishedEvent[]): Clocks {
  const events: ClockEvent[] = [{ type: 'ClocksOpened', at: '2026-01-01T09:00:00+08:00', division: '439901', pack: pack.ref, receivedAt: '2026-01-01T09:00:00+08:00' }];
  for (const event of facts) {
    const state = fold(clocks, events);
    events.push(...clocks.decide({ type: 'MoveClocks', at: String(event.data['at']), causedBy: event.id, moves: movesOf(event, state, law) }, state));
  }
  return fold(clocks, events);
}

const dueOf = (state: Clocks, kind: string): string[] => [...state.clocks.values()].filter((clock) => clock.kind === kind).map(({ due, status }) => `${due} ${status}`);
const accepted = (day: string, track = 'speedy'): PublishedEvent => fact('resolution.application-accepted.v1', `${day}T10:00:00+08:00`, { track, simplified: true, collective: false });

describe('What a fact does to the clocks of its case', () => {
  it('starts the award clocks with the acceptance: law beside target (S05: accepted 2026-09-21)', () => {
    const state = after(accepted('2026-09-21'));
    expect([dueOf(state, 'ARB-AWARD'), dueOf(state, 'ARB-SPEEDY30'), dueOf(state, 'ARB-SERVE')]).toEqual([['2026-11-05 running'], ['2026-10-21 running'], ['2026-09-29 running']]);
  });

  it('counts on where a case is opened again, not beside one that began meanwhile, and not what stood still till then', () => {
    const due = (day: string, performBy: string): PublishedEvent => fact('resolution.payment-due.v1', `${day}T10:00:00+08:00`, { basis: 'voluntary', performBy, owed: [{ worker: 1, amount: 1 }] });
    const [closed, reopened] = ['case-closed', 'case-reopened'].map((name, n) => fact(`resolution.${name}.v1`, `2026-03-0${5 + 2 * n}T10:00:00+08:00`, { reason: 'r', by: 'supervisor:1' })) as [PublishedEvent, PublishedEvent];
    expect(dueOf(after(due('2026-03-02', '2026-03-20'), closed, reopened), 'PAY-PERFORM')).toEqual(['2026-03-20 running']);
    expect(dueOf(after(due('2026-03-02', '2026-03-20'), closed, due('2026-03-06', '2026-03-30'), reopened), 'PAY-PERFORM')).toEqual(['2026-03-20 cancelled', '2026-03-30 running']);
    const began = fact('resolution.limitation-began.v1', '2026-03-02T10:00:00+08:00', { order: 0, right: 'wages', from: '2025-03-10' });
    const suspended = fact('resolution.limitation-suspended.v1', '2026-03-04T10:00:00+08:00', { order: 0, right: 'wages', reason: 'r', by: 'officer:1' });
    expect(dueOf(after(began, closed, reopened), 'ARB-LIMIT-WAGE')).toEqual(['2026-03-10 running']);
    expect(dueOf(after(began, suspended, closed, reopened), 'ARB-LIMIT-WAGE')).toEqual(['2026-03-13 running']); // Three days and no more: from the 4th to the 7th.
  });

  it('excludes service by public notice from the award limit (S09: notice 2026-06-10 to 07-10)', () => {
    const state = after(accepted('2026-06-03', 'ordinary'), fact('resolution.notice-published.v1', '2026-06-10T09:00:00+08:00'), fact('resolution.notice-ended.v1', '2026-07-10T09:00:00+08:00'));
    expect(dueOf(state, 'ARB-AWARD')).toEqual(['2026-08-17 running']);
  });

  it('extends once and counts from the unrolled end (b.1 rule 8: 2026-01-05, 45 + 15 days)', () => {
    const state = after(accepted('2026-01-05'), fact('resolution.award-deadline-extended.v1', '2026-02-10T09:00:00+08:00', { days: 15, approvedBy: 'director' }));
    expect(dueOf(state, 'ARB-AWARD')).toEqual(['2026-03-06 running']);
  });

  it('begins anew when claims change (CHR 46)', () => {
    const state = after(accepted('2026-03-02'), fact('resolution.claims-changed.v1', '2026-03-20T09:00:00+08:00', { change: 'addedParty' }));
    expect(dueOf(state, 'ARB-AWARD')).toEqual(['2026-05-06 running']); // 2026-03-20 + 45 = 2026-05-04, a holiday until 05-05.
  });

  it('ends the time to object to an order with its transfer, and that of no other order (HOT-OBJECT, one working day)', () => {
    const unit = { department: 'inspectionBody', division: '439901' };
    const given = (order: number): PublishedEvent => fact('routing.case-assigned.v1', '2026-03-02T09:00:00+08:00', { order, role: 'lead', unit, officer: null });
    const sent = fact('routing.case-transferred.v1', '2026-03-02T15:00:00+08:00', { order: 1, from: unit, to: { ...unit, division: '310115' }, ground: 'LSR 13' });
    expect(dueOf(after(given(0), given(1)), 'HOT-OBJECT')).toEqual(['2026-03-03 running', '2026-03-03 running']);
    expect(dueOf(after(given(0), given(1), sent), 'HOT-OBJECT')).toEqual(['2026-03-03 running', '2026-03-03 cancelled']);
  });

  it('gives each regulator that is asked on one order a time of its own (REG-ANSWER, five working days)', () => {
    const asked = (department: string, day: string): PublishedEvent => fact('resolution.regulator-asked.v1', `${day}T09:00:00+08:00`, { order: 0, department, division: '439901', subject: 'supervision', by: 'process:resolution' });
    const answer = (department: string, day: string): PublishedEvent => fact('resolution.regulator-answered.v1', `${day}T09:00:00+08:00`, { order: 0, department, action: 'supervised', project: null, reply: null, by: 'officer:o' });
    expect(dueOf(after(asked('housingDept', '2026-03-02'), asked('waterDept', '2026-03-04'), answer('waterDept', '2026-03-05')), 'REG-ANSWER')).toEqual(['2026-03-09 running', '2026-03-11 met']);
    expect(dueOf(after(asked('housingDept', '2026-03-02'), answer('housingDept', '2026-03-10'), asked('housingDept', '2026-03-12')), 'REG-ANSWER')).toEqual(['2026-03-09 met', '2026-03-19 running']);
    expect(dueOf(after(asked('housingDept', '2026-03-02'), asked('waterDept', '2026-03-04'), fact('resolution.case-closed.v1', '2026-03-05T09:00:00+08:00', { reason: null, by: 'officer:o' })), 'REG-ANSWER')).toEqual(['2026-03-09 cancelled', '2026-03-11 cancelled']);
  });

  it('suspends an investigation and lets it run on (2026-01-16, 60 working days, stood still three working days)', () => {
    const filed = fact('resolution.inspection-filed.v1', '2026-01-16T09:00:00+08:00');
    expect(dueOf(after(filed), 'INSP-INVEST')).toEqual(['2026-04-17 running']);
    const state = after(filed, fact('resolution.investigation-suspended.v1', '2026-03-09T09:00:00+08:00', { reason: '当事人逃匿' }), fact('resolution.investigation-resumed.v1', '2026-03-12T09:00:00+08:00'));
    expect(dueOf(state, 'INSP-INVEST')).toEqual(['2026-04-22 running']);
  });

  it('meets every clock that the fact satisfies, and ends those that it makes pointless', () => {
    const state = after(accepted('2026-03-02'), fact('resolution.award-made.v1', '2026-03-20T09:00:00+08:00', { final: true }));
    expect([dueOf(state, 'ARB-AWARD'), dueOf(state, 'ARB-SPEEDY30'), dueOf(state, 'ARB-SERVE')]).toEqual([['2026-04-16 met'], ['2026-04-01 met'], ['2026-03-09 cancelled']]);
  });

  it('starts only where the values of the fact say so', () => {
    expect(dueOf(after(accepted('2026-03-02', 'ordinary')), 'ARB-SPEEDY30')).toEqual([]);
    expect(dueOf(after(fact('resolution.procedure-accepted.v1', '2026-06-09T09:00:00+08:00', { order: 0, procedure: 'workInjury' })), 'WI-DECIDE')).toEqual(['2026-08-10 running']);
    expect(dueOf(after(fact('resolution.procedure-accepted.v1', '2026-06-09T09:00:00+08:00', { order: 0, procedure: 'general' })), 'WI-DECIDE')).toEqual([]);
  });

  it('moves the clocks of its own order only', () => {
    const routed = fact('routing.case-routed.v1', '2026-05-08T15:00:00+08:00', { decision: { orders: [{ order: 0, clocks: [{ id: 'HOT-5WD', startedAt: '2026-05-08' }] }, { order: 1, clocks: [{ id: 'HOT-7D', startedAt: '2026-05-08' }] }] } });
    const state = after(routed, fact('resolution.order-concluded.v1', '2026-05-12T09:00:00+08:00', { order: 0, result: 'solved' }));
    expect([dueOf(state, 'HOT-5WD'), dueOf(state, 'HOT-7D')]).toEqual([['2026-05-14 met'], ['2026-05-15 running']]);
  });

  it('keeps the person\'s reply clock over a re-dispatch, and starts the new body\'s own (b.1 rule 10)', () => {
    const routed = fact('routing.case-routed.v1', '2026-03-18T09:00:00+08:00', { decision: { orders: [{ order: 0, clocks: [{ id: 'HOT-7D', startedAt: '2026-03-18' }, { id: 'INSP-ACCEPT', startedAt: '2026-03-18' }] }] } });
    const state = after(routed, fact('routing.case-redispatched.v1', '2026-03-20T09:00:00+08:00', { order: 0, from: { department: 'inspectionBody', division: '439901' }, clocks: [{ id: 'INSP-ACCEPT', startedAt: '2026-03-20' }] }));
    expect([dueOf(state, 'HOT-7D'), dueOf(state, 'INSP-ACCEPT')]).toEqual([['2026-03-25 running'], ['2026-03-25 cancelled', '2026-03-27 running']]);
  });

  it('waits for the calendar of a year that has none', () => {
    expect(dueOf(after(fact('resolution.inspection-filed.v1', '2026-11-20T09:00:00+08:00')), 'INSP-INVEST')).toEqual(['PENDING_CALENDAR running']);
  });

  it('runs one clock for each assisting body, met by its own answer and ended with the order (2026-03-02 + 5 working days)', () => {
    const asked = (department: string, division = '439901', order = 0): PublishedEvent => fact('resolution.assistance-requested.v1', '2026-03-02T10:00:00+08:00', { order, department, division });
    const answered = (type: string, department: string, division = '439901'): PublishedEvent => fact(`resolution.${type}.v1`, '2026-03-05T10:00:00+08:00', { order: 0, department, division, by: 'officer:1' });
    const standing = (...facts: readonly PublishedEvent[]): string[] => [...after(asked('housingDept'), asked('police'), asked('police', '439902'), asked('housingDept'), asked('police', '439901', 1), ...facts).clocks.values()]
      .filter(({ kind }) => kind === 'HOT-ASSIST').map(({ order, part, due, status }) => `${order} ${part} ${due} ${status}`);
    expect(standing()).toEqual(['0 housingDept 439901 2026-03-09 running', '0 police 439901 2026-03-09 running', '0 police 439902 2026-03-09 running', '1 police 439901 2026-03-09 running']);
    expect(standing(answered('assistance-accepted', 'police'), answered('assistance-contributed', 'police'), answered('assistance-declined', 'housingDept')).map((line) => line.split(' ').at(-1))).toEqual(['met', 'met', 'running', 'running']);
    expect(standing(fact('resolution.order-concluded.v1', '2026-03-06T10:00:00+08:00', { order: 0 })).map((line) => line.split(' ').at(-1))).toEqual(['cancelled', 'cancelled', 'cancelled', 'running']);
  });

  it('reviews a carried case by a clock of its own: met by the next decision on it, which may begin another', () => {
    const carried = (day: string, reviewOn: string): PublishedEvent => fact('resolution.case-carried-forward.v1', `${day}T10:00:00+08:00`, { reason: 'x', reviewOn, by: 'supervisor:1' });
    expect(dueOf(after(carried('2026-03-02', '2026-03-30'), carried('2026-03-30', '2026-04-30')), 'HOT-CARRIED')).toEqual(['2026-03-30 met', '2026-04-30 running']);
    expect(dueOf(after(carried('2026-03-02', '2026-03-30'), fact('resolution.case-resumed.v1', '2026-03-20T10:00:00+08:00', { reason: 'x' })), 'HOT-CARRIED')).toEqual(['2026-03-30 met']);
    expect(dueOf(after(carried('2026-03-02', '2026-03-30'), fact('resolution.requester-contacted.v1', '2026-03-20T10:00:00+08:00', { order: 0, reached: false })), 'HOT-CARRIED')).toEqual(['2026-03-30 running']);
  });
});
