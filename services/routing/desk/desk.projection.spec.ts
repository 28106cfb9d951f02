import type { PublishedEvent } from '#libs/contracts/event.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import type { DeskRow } from './desk.projection.js';
import { desk, deskKeys } from './desk.projection.js';

const caseId = '01a202d7-fb82-79c6-9585-04ddeb2ca280';
const DAY = '2026-03-02T10:15:00+08:00';
const LATER = '2026-03-05T09:00:00+08:00';
let position = 0;
const fact = (type: string, data: object = {}, { actor = 'officer:o1', stream = 's' } = {}): PublishedEvent => {
  position += 1;
  return { position: String(position), logId: 't', id: `e${position}`, type, caseId, stream, version: 1, data: { at: DAY, ...data }, meta: { actor }, recordedAt: DAY };
};
const key = (order: number): string => uuidv5(`desk/${caseId}/${order}`);
const ordered = (order: number, matter = 'wages') => ({ order, matter, kind: 'complaint', category: 'D01', lead: 'inspectionBody', leadAlternatives: [], assist: [], guide: [], rules: ['W-01'], clocks: [] });
const decided = (mode: string, orders = [ordered(0), ordered(1, 'housing')]) => ({ decision: { mode, orders, handlingDivision: '439901', flags: {} }, caseNumber: 'N' });
const routed = (mode = 'dispatch') => fact('routing.case-routed.v1', decided(mode), { actor: 'process:routing' });
const here = { department: 'inspectionBody', division: '439901' };
const there = { department: 'housingDept', division: '439902' };
const assigned = (role = 'lead', unit = here) => fact('routing.case-assigned.v1', { order: 0, role, unit, officer: null }, { actor: 'process:routing' });
const started = (clock: string, kind: string, breachAt: string | null, duty = 'authority', order: number | null = 0) =>
  fact('supervision.clock-started.v1', { clock, kind, order, startedAt: '2026-03-02', due: '2026-03-09', provisionalDue: null, breachAt, rule: { level: 'law', duty } }, { actor: 'process:supervision' });
const clockOf = (what: string, clock: string, data: object = {}) => fact(`supervision.clock-${what}.v1`, { clock, ...data }, { actor: 'process:supervision' });
/** What lies on the desk of one order after these facts, as the table is filled: a row is made by the events that name it, then changed by all of the case. */
const fold = (events: readonly PublishedEvent[], order = 0): DeskRow | undefined =>
  events.reduce<DeskRow | undefined>((row, event) => (row || deskKeys(event).includes(key(order)) ? desk(row, event, key(order)) : undefined), undefined);
const signed = (): PublishedEvent[] => [routed(), assigned(), fact('routing.order-signed.v1', { order: 0, unit: here })];

describe('The desk', () => {
  it.each([['dispatch', 2], ['transfer', 2], ['handover', 2], ['refuse', 2], ['triage', 2], ['guide', 0], ['answer', 0], ['merge', 0]])('has what a case routed by %s gives somebody to do', (mode, count) => {
    expect(deskKeys(routed(mode))).toHaveLength(count);
  });

  it('has one row for each order, and another for one that is split off', () => {
    const split = fact('routing.order-split.v1', { order: 2, parent: 0, matter: 'housing', kind: 'complaint', category: 'D07', unit: there });
    expect([deskKeys(routed()), deskKeys(split), deskKeys(assigned())]).toEqual([[key(0), key(1)], [key(2)], []]);
    expect(fold([routed(), split], 2)).toMatchObject({ order: 2, matter: 'housing', category: 'D07', ...there, step: 'dispatched', waitsFor: 'unit', officer: null, heldBefore: [], dueAt: 'infinity', nextClock: null });
    expect(fold([routed(), assigned()], 1)).toMatchObject({ order: 1, matter: 'housing', department: null, step: 'unheld', waitsFor: 'sender', caseNumber: 'N', division: '439901' });
  });

  it('leaves the row as it is, the same object, where a fact is of another order, says nothing, or has been seen', () => {
    const row = fold(signed())!;
    const other = fact('routing.officer-named.v1', { order: 1, officer: 'o2', at: LATER });
    const old = { ...fact('routing.officer-named.v1', { order: 0, officer: 'o2' }), position: row.position };
    for (const event of [other, old, fact('supervision.board-read.v1', {}, { actor: 'process:x' })]) expect(desk(row, event, key(0))).toBe(row);
  });

  it.each<[string, () => readonly PublishedEvent[], Partial<DeskRow>]>([
    ['unheld', () => [routed()], { waitsFor: 'sender', open: true }],
    ['transferring', () => [routed('transfer'), assigned('lead', there)], { waitsFor: 'receivingUnit', ...there }],
    ['dispatched', () => [routed(), assigned()], { waitsFor: 'unit', ...here }],
    ['dispatched', () => [routed(), assigned(), assigned('assist', there)], { ...here }],
    ['signed', signed, { waitsFor: 'unit' }],
    ['signed', () => [...signed(), fact('routing.officer-named.v1', { order: 0, officer: 'o1' })], { waitsFor: 'officer', officer: 'o1' }],
    ['signed', () => [...signed(), fact('routing.officer-named.v1', { order: 0, officer: 'o1' }), fact('routing.officer-released.v1', { order: 0, officer: 'o1' })], { waitsFor: 'unit', officer: null }],
    ['objected', () => [routed(), assigned(), fact('routing.dispatch-objected.v1', { order: 0 })], { waitsFor: 'sender' }],
    ['disputed', () => [routed(), assigned(), fact('routing.dispatch-objected.v1', { order: 0 }), fact('routing.dispute-opened.v1', { order: 0 })], { waitsFor: 'superior' }],
    ['dispatched', () => [routed(), assigned(), fact('routing.dispatch-objected.v1', { order: 0 }), fact('routing.dispatch-maintained.v1', { order: 0 })], { waitsFor: 'unit', heldBefore: [] }],
    ['dispatched', () => [...signed(), fact('routing.officer-named.v1', { order: 0, officer: 'o1' }), fact('routing.case-redispatched.v1', { order: 0, from: here, to: there })], { ...there, officer: null, heldBefore: ['inspectionBody@439901'] }],
    ['dispatched', () => [routed(), fact('routing.routing-overridden.v1', { order: 0, from: null, to: there })], { ...there, heldBefore: [] }],
    ['transferring', () => [...signed(), fact('routing.case-transferred.v1', { order: 0, from: here, to: there })], { ...there, waitsFor: 'receivingUnit', heldBefore: ['inspectionBody@439901'] }],
    ['signed', () => [...signed(), fact('routing.case-transferred.v1', { order: 0, from: here, to: there }), fact('routing.transfer-accepted.v1', { order: 0, unit: there })], { ...there }],
    ['concluded', () => [...signed(), fact('resolution.order-concluded.v1', { order: 0, result: 'paid' })], { open: false, waitsFor: 'nobody' }],
    ['concluded', () => [...signed(), fact('intake.claim-withdrawn.v1')], { open: false }],
    ['concluded', () => [...signed(), fact('resolution.case-closed.v1')], { open: false }],
    ['signed', () => [...signed(), fact('resolution.order-concluded.v1', { order: 0, result: 'paid' }), fact('resolution.case-reopened.v1')], { open: true, waitsFor: 'unit' }],
  ])('shows an order %s', (step, events, more) => expect(fold(events())).toMatchObject({ step, ...more }));

  it('names every body that had the order once, in the order in which they had it', () => {
    const back = (from: object, to: object) => fact('routing.case-redispatched.v1', { order: 0, from, to });
    expect(fold([...signed(), back(here, there), back(there, here), back(here, there)])!.heldBefore).toEqual(['inspectionBody@439901', 'housingDept@439902']);
  });

  it('says what an order is about as the facts say it last', () => {
    expect(fold([...signed(), fact('routing.case-rerouted.v1', decided('dispatch', [ordered(0, 'overtime')]))])).toMatchObject({ matter: 'overtime', step: 'signed', ...here });
  });

  it('is due when the authority’s next running clock breaks; the person’s own limit is none of it', () => {
    const running = [...signed(), started('a', 'INSP-ACCEPT', '2026-03-10T00:00:00+08:00'), started('b', 'HOT-24H', '2026-03-03T10:15:00+08:00'), started('p', 'ARB-LIMIT', '2026-03-03T00:00:00+08:00', 'person'), started('other', 'HOT-2H', '2026-03-02T12:00:00+08:00', 'authority', 1)];
    expect(fold(running)).toMatchObject({ nextClock: 'HOT-24H', dueAt: '2026-03-03T10:15:00+08:00', breached: 0, warned: 0 });
    expect(fold(running.concat(clockOf('satisfied', 'b', { onTime: true })))).toMatchObject({ nextClock: 'INSP-ACCEPT', dueAt: '2026-03-10T00:00:00+08:00' });
    expect(fold(running.concat(clockOf('warned', 'a', { due: '2026-03-09' }), clockOf('breached', 'b', { due: '2026-03-09' })))).toMatchObject({ breached: 1, warned: 1 });
    expect(fold([...signed(), started('a', 'HOT-24H', '2026-03-03T10:15:00+08:00'), clockOf('cancelled', 'a')])).toMatchObject({ nextClock: null, dueAt: 'infinity' });
    expect(fold([...signed(), started('open', 'GAP', null)])).toMatchObject({ nextClock: null, dueAt: 'infinity' }); // Runs, but its end cannot be told yet.
  });

  it('waits for the requester while the authority’s clock stands still, and for the employer while the limit is theirs', () => {
    const named = [...signed(), fact('routing.officer-named.v1', { order: 0, officer: 'o1' })];
    const running = [...named, started('a', 'ARB-ACCEPT', '2026-03-10T00:00:00+08:00')];
    expect(fold(running)!.waitsFor).toBe('officer');
    expect(fold([...running, clockOf('suspended', 'a', {})])).toMatchObject({ waitsFor: 'person', nextClock: null });
    expect(fold([...running, clockOf('suspended', 'a', {}), clockOf('resumed', 'a', { due: '2026-03-12', provisionalDue: null, breachAt: '2026-03-13T00:00:00+08:00' })])).toMatchObject({ waitsFor: 'officer', dueAt: '2026-03-13T00:00:00+08:00' });
    expect(fold([...named, started('e', 'INSP-CORRECT', '2026-03-10T00:00:00+08:00', 'employer')])).toMatchObject({ waitsFor: 'employer', dueAt: 'infinity' });
  });

  it('is moved by what people do, not by the system, by time, or by what happened earlier', () => {
    const row = fold(signed())!;
    const contacted = (at: string, actor?: string) => desk(row, fact('resolution.requester-contacted.v1', { order: 0, reached: true, at }, actor ? { actor } : {}), key(0))!;
    expect([row.movedAt, contacted(LATER).movedAt, contacted(LATER, 'process:resolution').movedAt, contacted('2026-03-01T09:00:00+08:00').movedAt]).toEqual([DAY, LATER, DAY, DAY]);
    expect(desk(row, clockOf('breached', 'none', { at: LATER }), key(0))!.movedAt).toBe(DAY);
    expect(contacted(LATER).since).toBe(row.since); // Since when it is at this step is another question.
  });

  it('tells the track by the room in which its lead order is worked on', () => {
    const row = fold(signed())!;
    expect([row.track, desk(row, fact('resolution.mediation-started.v1', {}, { stream: `mediation/${caseId}` }), key(0))!.track, desk(row, fact('resolution.reply-given.v1', { order: 0 }, { stream: `closure/${caseId}` }), key(0))!.track]).toEqual([null, 'mediation', null]);
    const second = fold([routed(), assigned()], 1)!;
    expect(desk(second, fact('resolution.mediation-started.v1', {}, { stream: `mediation/${caseId}` }), key(1))!.track).toBe(null);
  });

  it('is the same whether the facts come one by one or twice', () => {
    const all = [...signed(), started('a', 'HOT-24H', '2026-03-03T10:15:00+08:00'), fact('routing.officer-named.v1', { order: 0, officer: 'o1' }), clockOf('breached', 'a', { due: '2026-03-09' })];
    expect(fold(all.flatMap((event) => [event, event]))).toEqual(fold(all));
    expect(fold([...all, ...all])).toEqual(fold(all));
  });
});
