import '#libs/contracts/catalogue.js';
import { eventKinds } from '#libs/contracts/event.js';
import { CaseClocks } from './case-clocks.js';
import { dueByHand, noticesOfPack } from './dates-by-hand.js';

/**
 * Whoever is given an order has a working day to object to it, and has accepted it where that is over (BJ-REG 12), as the first had; the competent body's own time runs from when
 * it has the matter, the person's from the first dispatch on (domain law b.1 rule 10, b.3 mode `transfer`).
 */
const notices = noticesOfPack();
const [FIRST, SENT, THEN] = ['2026-03-02', '2026-03-03', '2026-03-11'];
const here = { department: 'inspectionBody', division: '439901' };
const there = { ...here, division: '439902' };
const housing = { ...here, department: 'housingDept' };
const by = 'officer:1';
const why = { ground: 'LSR 13', reason: 'r', by };
const start = (id: string, startedAt: string): object => ({ id, startedAt });

type Fact = readonly [type: string, day: string, data?: object];

const dispatched: readonly Fact[] = [
  ['routing.case-routed', FIRST, { decision: { orders: [{ order: 0, clocks: ['HOT-7D', 'INSP-ACCEPT', 'LA-DECIDE', 'CLUE-VERIFY'].map((id) => start(id, FIRST)) }] } }],
  ['routing.case-assigned', FIRST, { order: 0, role: 'lead', unit: here, officer: null }],
];
const transferred: Fact = ['routing.case-transferred', SENT, { order: 0, from: here, to: there, ground: 'LSR 13', by }];
const returned: Fact = ['routing.transfer-returned', THEN, { order: 0, unit: there, to: here, clocks: [start('INSP-ACCEPT', THEN)], ...why }];
const objected: Fact = ['routing.dispatch-objected', SENT, { order: 0, unit: here, ...why }];

function after(...facts: readonly Fact[]): CaseClocks {
  const one = new CaseClocks(notices);
  for (const [type, day, data = {}] of facts) {
    const at = `${day}T10:00:00+08:00`;
    if (type !== 'routing.case-routed') eventKinds.get(`${type}.v1`)!.schema.parse({ at, ...data });
    one.fact(`${type}.v1`, day, data);
  }
  return one;
}

const within = (days: number, from: string, status = 'running'): string => `${dueByHand(days, 'workingDays', from, [], notices)} ${status}`;
const reply = '2026-03-09 running'; // Seven days after the first dispatch.

describe('Each body that is given an order has its own time to object to it, and to accept the complaint', () => {
  it('the first', () => {
    const one = after(...dispatched);
    expect([one.due('HOT-OBJECT'), one.due('INSP-ACCEPT'), one.due('HOT-7D')]).toEqual([[within(1, FIRST)], [within(5, FIRST)], [reply]]);
  });

  it('one to which the order comes back that another place did not take', () => {
    const one = after(...dispatched, transferred, returned);
    expect([one.due('HOT-OBJECT'), one.due('INSP-ACCEPT'), one.due('HOT-7D')]).toEqual([[within(1, FIRST, 'cancelled'), within(1, THEN)], [within(5, FIRST, 'cancelled'), within(5, THEN)], [reply]]);
    expect(one.wronglyArmed()).toEqual([]);
  });

  it('one that has it for the first time when it comes back, the rules having sent it on', () => {
    const one = after(['routing.case-routed', FIRST, { decision: { orders: [{ order: 0, clocks: [start('HOT-7D', FIRST)] }] } }], transferred, returned);
    expect([one.due('HOT-OBJECT'), one.due('INSP-ACCEPT'), one.due('HOT-7D')]).toEqual([[within(1, THEN)], [within(5, THEN)], [reply]]);
  });

  it('one to which it is sent after an objection, by decision of the office above, by hand, or by new facts', () => {
    const withINSP = { clocks: [start('INSP-ACCEPT', THEN)] };
    const moved: readonly (readonly Fact[])[] = [
      [objected, ['routing.case-redispatched', THEN, { order: 0, from: here, to: there, ...withINSP, ...why }]],
      [['routing.case-redispatched', THEN, { order: 0, from: here, to: there, ...withINSP, ...why }]],
      [['routing.routing-overridden', THEN, { order: 0, from: here, to: there, assist: [], ...withINSP, reason: 'r', by }]],
    ];
    for (const facts of moved) {
      const one = after(...dispatched, ...facts);
      expect([facts.at(-1)![0], one.due('HOT-OBJECT').at(-1), one.due('INSP-ACCEPT'), one.due('HOT-7D')]).toEqual([facts.at(-1)![0], within(1, THEN), [within(5, FIRST, 'cancelled'), within(5, THEN)], [reply]]);
    }
    const rerouted = after(...dispatched, ['routing.case-assigned', THEN, { order: 0, role: 'lead', unit: housing, officer: null }]);
    expect([rerouted.due('HOT-OBJECT'), rerouted.due('HOT-7D')]).toEqual([[within(1, THEN)], [reply]]);
  });

  it('one with which a dispatch is maintained, or that is given a part of the order', () => {
    expect(after(...dispatched, objected, ['routing.dispatch-maintained', THEN, { order: 0, ...why }]).due('HOT-OBJECT')).toEqual([within(1, FIRST, 'met'), within(1, THEN)]);
    const split = after(...dispatched, ['routing.order-split', THEN, { order: 1, parent: 0, matter: 'agencyFee', kind: 'complaint', category: 'D07', unit: housing, clocks: [], reason: 'r', by }]);
    expect(split.of('HOT-OBJECT').map(({ order, due }) => [order, due])).toEqual([[0, '2026-03-03'], [1, '2026-03-12']]);
  });

  it('but no body has it that has given the order away: its time to object and to accept ends', () => {
    const away = { order: 0, unit: here, to: null, ...why };
    const back = after(...dispatched, ['routing.transfer-returned', SENT, away]);
    expect([back.due('HOT-OBJECT'), back.due('INSP-ACCEPT')]).toEqual([[within(1, FIRST, 'cancelled')], [within(5, FIRST, 'cancelled')]]);
    const elsewhere = after(...dispatched, ['routing.routing-overridden', SENT, { order: 0, from: here, to: housing, assist: [], clocks: [], reason: 'r', by }]);
    expect(elsewhere.due('INSP-ACCEPT')).toEqual([within(5, FIRST, 'cancelled')]);
  });

  it('and a body that assists keeps its time where another than it gives the order away', () => {
    for (const type of ['routing.case-redispatched', 'routing.routing-overridden'] as const) {
      const given = { order: 0, from: housing, to: { ...housing, department: 'waterDept' }, clocks: [] };
      expect([type, after(...dispatched, [type, SENT, type === 'routing.case-redispatched' ? { ...given, ...why } : { ...given, assist: [], reason: 'r', by }]).due('INSP-ACCEPT')]).toEqual([type, [within(5, FIRST)]]);
    }
  });
});

/** Domain law b.3: an authority's clocks start when the competent place receives; what was asked of the place that sent it is no longer asked of it. */
describe('What was asked of the place that gives a case to another', () => {
  const taken: Fact = ['intake.transfer-taken', THEN, { transfer: '01a202d7-fb82-79c6-9585-04ddeb2ca280', order: 0, peer: 'log-b', unit: there }];
  const accepted = (clocks: readonly object[] = []): Fact => ['routing.transfer-accepted', THEN, { order: 0, unit: there, clocks, by }];
  const applied: readonly Fact[] = [['resolution.procedure-applied', FIRST, { order: 0, procedure: 'legalAid', by }], ['resolution.procedure-applied', FIRST, { order: 0, procedure: 'relief', urgent: true, by }]];
  const asked = ['LA-DECIDE', 'RELIEF-24H', 'RELIEF-NORMAL', 'CLUE-VERIFY'] as const;
  const statuses = (one: CaseClocks): string[][] => asked.map((kind) => one.of(kind).map(({ status }) => status));
  const dues = (one: CaseClocks): string[][] => asked.map((kind) => one.of(kind).map(({ due }) => due));
  const all = (status: string): string[][] => asked.map(() => [status]);

  it('stands still while nobody has it', () => {
    const one = after(...dispatched, ...applied);
    expect(statuses(one)).toEqual(all('running'));
    const sent = after(...dispatched, ...applied, transferred);
    expect([statuses(sent), sent.wronglyArmed()]).toEqual([all('suspended'), []]);
    sent.until('2026-06-30');
    expect(sent.events.filter(({ type }) => type === 'ClockBreached').map((event) => ('kind' in event ? event.kind : ''))).toEqual(['HOT-7D', 'HOT-CONTACT']); // What the person is owed by whoever received them first.
  });

  it('has ended where the log of another region has taken it: its own clocks run there', () => {
    const one = after(...dispatched, ...applied, transferred, taken, accepted());
    expect([statuses(one), one.wronglyArmed()]).toEqual([all('cancelled'), []]);
    const missed = after(...dispatched, ...applied);
    missed.until('2026-03-31');
    missed.fact('routing.case-transferred.v1', '2026-04-01', transferred[2]!);
    missed.fact('intake.transfer-taken.v1', '2026-04-02', taken[2]!);
    expect(statuses(missed)).toEqual(all('cancelled'));
  });

  it('begins with the place of the same log that has accepted it, or that has it back', () => {
    const relief = { order: 0, unit: there, to: here, clocks: [start('LA-DECIDE', THEN), start('CLUE-VERIFY', THEN)], ...why };
    const expected = [['2026-03-18'], [`2026-03-12T10:00:00+08:00`], [dueByHand(15, 'workingDays', THEN, [], notices)], [dueByHand(10, 'workingDays', THEN, [], notices)]];
    for (const last of [accepted([start('LA-DECIDE', THEN)]), ['routing.transfer-returned', THEN, relief] as const]) {
      const one = after(...dispatched, ...applied, transferred, last);
      expect([last[0], dues(one), statuses(one), one.wronglyArmed()]).toEqual([last[0], expected, all('running'), []]);
    }
  });

  it('has ended where it goes back to the log that it came from', () => {
    expect(statuses(after(...dispatched, ...applied, ['routing.transfer-returned', SENT, { order: 0, unit: here, to: null, ...why }]))).toEqual(all('cancelled'));
  });

  it('is not asked again where it was done', () => {
    const one = after(...dispatched, ...applied, ['resolution.legal-aid-granted', FIRST, { order: 0, by }], transferred, accepted([start('LA-DECIDE', THEN), start('INSP-ACCEPT', THEN)]));
    expect([one.of('LA-DECIDE').map(({ status }) => status), one.due('INSP-ACCEPT')]).toEqual([['met'], [within(5, FIRST, 'cancelled'), within(5, THEN)]]);
  });

  it('is moved by a transfer of the application alone, not of the complaint beside it (LDMA 29, 农村土地承包经营纠纷调解仲裁法 23)', () => {
    const both: readonly Fact[] = [['resolution.arbitration-applied', FIRST, { order: 0, collective: false, track: 'speedy', simplified: true, by }], ['resolution.procedure-applied', FIRST, { order: 0, procedure: 'landArbitration', by }]];
    const kinds = ['ARB-ACCEPT', 'ARB-SPEEDY-ACCEPT', 'LAND-ACCEPT'] as const;
    const stand = (...facts: readonly Fact[]): string[] => { const one = after(...dispatched, ...both, ...facts); return kinds.flatMap((kind) => one.due(kind)); };
    const before = [within(5, FIRST), within(3, FIRST), within(5, FIRST)];
    const of = (department: string): Fact => ['routing.case-transferred', SENT, { order: 0, from: { department, division: '439901' }, to: { department, division: '439902' }, ground: 'LSR 13', by }];
    const taking = (department: string): Fact => ['routing.transfer-accepted', THEN, { order: 0, unit: { department, division: '439902' }, clocks: [], by }];
    expect(stand(transferred, accepted())).toEqual(before);
    expect(stand(of('arbOffice'))).toEqual([within(5, FIRST, 'suspended'), within(3, FIRST, 'suspended'), within(5, FIRST)]);
    expect(stand(of('arbOffice'), taking('arbOffice'))).toEqual([within(5, THEN), within(3, THEN), within(5, FIRST)]);
    expect(stand(of('agriculture'), taking('agriculture'))).toEqual([within(5, FIRST), within(3, FIRST), within(5, THEN)]);
  });
});
