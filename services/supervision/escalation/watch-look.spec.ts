import type { PublishedEvent } from '#libs/contracts/event.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { published } from '#libs/event-store/streams.js';
import { loadPolicies } from '#libs/policy/in-force.js';
import { ladderOf } from '#libs/policy/ladder.js';
import { returnsOf } from './returns.js';
import { unownedOf } from './unowned.js';
import type { Known } from './watch-look.js';
import { look } from './watch-look.js';

const nation = loadPolicies('policies').packNamed('000000', '2026-01-01')!;
const law = { ladder: ladderOf(nation)!, calendar: nation.calendar };
const unit = { department: 'inspectionBody', division: '439901' };
const elsewhere = { department: 'housingDept', division: '439901' };
const order = { order: 0, matter: null, kind: 'complaint', category: 'D01', lead: 'inspectionBody', leadAlternatives: [], assist: [], guide: [], rules: [], clocks: [] };
const by = 'o';
const at = (day: string): string => `${day}T10:00:00+08:00`;

type Fact = readonly [day: string, event: object & { readonly type: string }];

/** Facts of one case's assignment, each recorded on a day. */
function assignment(...facts: readonly Fact[]): PublishedEvent[] {
  return facts.map(([day, event], i) => ({ position: String(i + 1), logId: 't', id: `e${i}`, ...published('routing', { at: at(day), ...event }), caseId: 'c', stream: 'assignment/c', version: i + 1, meta: { actor: 't' }, recordedAt: at(day) }) as PublishedEvent);
}
const routed = ['2026-03-02', { type: 'CaseRouted', division: '439901', decision: { mode: 'dispatch', orders: [order] } }] as const;
const assigned = ['2026-03-02', { type: 'CaseAssigned', order: 0, role: 'lead', unit, officer: null }] as const;
const named = ['2026-03-03', { type: 'OfficerNamed', order: 0, officer: 'o-1' }] as const;
const released = ['2026-03-05', { type: 'OfficerReleased', order: 0, officer: 'o-1', by }] as const;
const signed = ['2026-03-03', { type: 'OrderSigned', order: 0, unit, by }] as const;
const objected = ['2026-03-04', { type: 'DispatchObjected', order: 0, unit, ground: 'g', reason: 'r', by }] as const;
const redispatched = ['2026-03-05', { type: 'CaseRedispatched', order: 0, from: unit, to: elsewhere, clocks: [], ground: 'g', reason: 'r', by }] as const;

describe('An order without a person', () => {
  it('is so since it was dispatched, since its officer left it, or since another body got it', () => {
    const since = (...facts: readonly Fact[]) => unownedOf(assignment(...facts)).map((one) => `${one.since.slice(0, 10)} ${one.version}`);
    expect([since(), since(routed), since(routed, assigned), since(routed, assigned, named), since(routed, assigned, named, released), since(routed, assigned, redispatched), since(routed, assigned, signed)])
      .toEqual([[], ['2026-03-02 1'], ['2026-03-02 2'], [], ['2026-03-05 4'], ['2026-03-05 3'], ['2026-03-02 2']]);
  });
});

describe('Returns of an order', () => {
  it('are objections, and what is sent elsewhere without one', () => {
    const returns = (...facts: readonly Fact[]) => returnsOf(facts.map(([, event]) => event as never), 0);
    expect([returns(routed, assigned), returns(routed, assigned, objected), returns(routed, assigned, objected, redispatched), returns(routed, assigned, redispatched), returns(routed, assigned, objected, redispatched, objected), returns(routed, assigned, redispatched, redispatched)]).toEqual([0, 1, 1, 1, 2, 2]);
  });
});

describe('A look at a case', () => {
  const known: Known = { caseId: 'c', over: false, state: 'SIGNED', mode: 'dispatch', orders: [{ order: 0, officer: 'o-1', concluded: false }], movedAt: at('2026-03-02'), movedBy: '7', stuck: false };
  const alone: Known = { ...known, orders: [{ order: 0, officer: null, concluded: false }] };
  const since = [{ order: 0, since: at('2026-03-02'), version: 2 }];

  /** Monday 2 March: seven working days are over with Wednesday the 11th. */
  it('finds what has not moved for as long as its state may wait, the day after the last of them and not before', () => {
    expect(look(known, [], law, '2026-03-11T23:59:59+08:00')).toEqual({ raise: [], settle: false, next: '2026-03-12T00:00:00+08:00' });
    expect(look(known, [], law, '2026-03-12T00:00:00+08:00').raise).toEqual([{ type: 'RaiseEscalation', escalation: uuidv5('noMovement/c/7'), condition: 'noMovement', kind: 'noMovement', clock: null, order: null, since: known.movedAt }]);
    expect(look({ ...known, state: 'ARBITRATING' }, [], law, '2026-03-12T00:00:00+08:00')).toMatchObject({ raise: [], next: '2026-03-24T00:00:00+08:00' }); // It waits three weeks; and could come into a state that waits seven days.
    expect(look({ ...known, state: 'CARRIED' }, [], law, '2026-06-12T00:00:00+08:00').raise).toEqual([]);
    expect(look({ ...known, mode: 'guide', state: 'TRIAGED' }, [], law, '2026-06-12T00:00:00+08:00').raise).toEqual([]); // Who was only told where to go is on nobody's desk.
    expect(look({ ...known, over: true }, since, law, '2026-06-12T00:00:00+08:00')).toEqual({ raise: [], settle: false, next: null });
  });

  it('takes off what moved in the moment in which it was put on', () => {
    expect([look({ ...known, stuck: true }, [], law, '2026-03-11T10:00:00+08:00').settle, look({ ...known, stuck: true }, [], law, '2026-03-12T10:00:00+08:00').settle]).toEqual([true, false]);
  });

  it('finds an order that nobody has for longer than a working day', () => {
    expect(look(alone, since, law, '2026-03-03T23:59:59+08:00')).toMatchObject({ raise: [], next: '2026-03-04T00:00:00+08:00' });
    expect(look(alone, since, law, '2026-03-04T00:00:00+08:00').raise).toMatchObject([{ escalation: uuidv5('ownerless/c/0/2'), condition: 'ownerless', order: 0, since: at('2026-03-02') }]);
    expect(look({ ...alone, orders: [{ order: 0, officer: null, concluded: true }] }, since, law, '2026-03-04T00:00:00+08:00').raise).toEqual([]);
    expect(look({ ...alone, state: 'RESOLVED' }, since, law, '2026-03-04T00:00:00+08:00').raise).toEqual([]);
    expect(look({ ...alone, mode: 'guide' }, since, law, '2026-03-04T00:00:00+08:00').raise).toEqual([]);
  });

  it('looks again no later than the shortest limit of any state could be over', () => {
    expect(look({ ...known, state: 'LITIGATION' }, [], law, '2026-03-02T10:00:00+08:00').next).toBe('2026-03-12T00:00:00+08:00');
    expect(look(alone, since, law, '2026-03-02T10:00:00+08:00').next).toBe('2026-03-04T00:00:00+08:00');
  });
});
