import type { Arbitrator, Tribunal } from './tribunal.decider.js';
import { proposalFor } from './proposal.js';

const on = '2026-05-06';
const employer = 'e'.repeat(64);
const one = (fields: Partial<Arbitrator> = {}): Arbitrator => ({ specialities: [], absences: [], conflicts: {}, left: false, ...fields });
const register = (arbitrators: Tribunal['arbitrators']): Tribunal => ({ arbitrators, rooms: {} });
const wanted = { caseId: 'c1', on, employers: [employer], recused: [], speciality: 'speedy', loads: new Map<string, number>() };
const names = (state: Tribunal, more: Partial<typeof wanted> = {}): readonly string[] => proposalFor(state, { ...wanted, ...more }).candidates.map(({ arbitrator }) => arbitrator);

describe('Fair load', () => {
  it('proposes whoever has the fewest weighted open cases', () => expect(names(register({ a: one(), b: one(), c: one() }), { loads: new Map([['a', 5], ['b', 2], ['c', 3]]) })).toEqual(['b', 'c', 'a']));
  it('among equals whoever knows such cases', () => expect(names(register({ a: one(), b: one({ specialities: ['speedy'] }), c: one() }))[0]).toBe('b'));
  it('but not before a lighter load', () => expect(names(register({ a: one(), b: one({ specialities: ['speedy'] }) }), { loads: new Map([['b', 1]]) })).toEqual(['a', 'b']));
  it('says who may not, and why', () => expect(proposalFor(register({ a: one({ conflicts: { [employer]: 'interest' } }), b: one({ left: true }), c: one({ absences: [{ from: on, to: on }] }), d: one(), e: one() }), { ...wanted, recused: ['d'] })).toMatchObject({
    candidates: [{ arbitrator: 'e', open: 0, why: { zh: '在办案件加权 0 件', en: '0 weighted open cases' } }],
    excluded: [{ arbitrator: 'a', why: 'conflict' }, { arbitrator: 'b', why: 'left' }, { arbitrator: 'c', why: 'away' }, { arbitrator: 'd', why: 'recused' }],
  }));
  it('has somebody back on the day after an absence', () => expect(names(register({ c: one({ absences: [{ from: '2026-05-04', to: '2026-05-05' }] }) }))).toEqual(['c']));
  it('answers the same question alike, and does not always draw the first in the alphabet', () => {
    const equals = register(Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`arb-${n}`, one()])));
    const first = Array.from({ length: 200 }, (_, n) => names(equals, { caseId: `case-${n}` })[0]!);
    expect(Array.from({ length: 200 }, (_, n) => names(equals, { caseId: `case-${n}` })[0]!)).toEqual(first);
    const drawn = [...new Set(first)].map((name) => first.filter((each) => each === name).length);
    expect([drawn.length, Math.min(...drawn) > 15]).toEqual([5, true]); // 40 each on average.
  });
});
