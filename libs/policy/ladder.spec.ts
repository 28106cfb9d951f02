import { checkPack } from './check-pack.js';
import { diffPacks, isSame } from './diff.js';
import { loadPolicies, packOf, sourceAt, sourcesIn } from './in-force.js';
import { conditionNamed, idleLimit, ladderOf, rungAbove, rungNamed, shortestIdle, wrongLadder } from './ladder.js';
import type { Pack } from './pack.js';

const policies = loadPolicies('policies');
const nation = policies.packNamed('000000', '2026-01-01')!;
const city = policies.packNamed('439900', '2026-01-01')!;
const ladder = ladderOf(nation)!;

function cityWith(own: object): Pack {
  const { head, files } = sourceAt('policies/439900/2026-01-01');
  return packOf({ head, files: { ...files, ladder: own } }, sourcesIn('policies').filter((each) => each.head.division !== '439900'));
}
const none = { rungs: [], conditions: [], colours: [] };

describe('The ladder of a pack', () => {
  it('climbs in the order of the law, past what only a person gives', () => {
    expect(ladder.rungs.map(({ id }) => [id, rungAbove(ladder, id)?.id])).toEqual([['warning', 'reminder'], ['reminder', 'writtenNotice'], ['writtenNotice', 'interview'], ['interview', undefined], ['criticism', undefined]]);
    expect(rungAbove({ ...ladder, rungs: ladder.rungs.filter(({ id }) => id !== 'writtenNotice') }, 'reminder')?.id).toBe('interview');
  });

  it('is the parent’s with what the region says otherwise, row by row', () => {
    const own = ladderOf(city)!;
    expect([rungNamed(own, 'interview')?.answer, rungNamed(own, 'interview')?.addressee, rungNamed(own, 'reminder')?.answer]).toEqual([{ n: 2, unit: 'workingDays' }, 'superiorSupervisor', { n: 1, unit: 'workingDays' }]);
    expect([idleLimit(conditionNamed(own, 'noMovement'), 'SIGNED'), idleLimit(conditionNamed(ladder, 'noMovement'), 'SIGNED')]).toEqual([{ n: 5, unit: 'workingDays' }, { n: 7, unit: 'workingDays' }]);
  });

  it('waits as long as the state of a case is right to wait', () => {
    const idle = conditionNamed(ladder, 'noMovement');
    expect([idleLimit(idle, 'ARBITRATING'), idleLimit(idle, 'CARRIED'), idleLimit(undefined, 'SIGNED'), shortestIdle(idle)]).toEqual([{ n: 15, unit: 'workingDays' }, undefined, undefined, { n: 7, unit: 'workingDays' }]);
    expect(conditionNamed({ ...ladder, conditions: [{ ...idle!, enters: null }] }, 'noMovement')).toBeUndefined();
  });

  it('shows in the difference of two packs', () => {
    const changed = cityWith({ ...none, conditions: [{ id: 'ownerless', limit: { n: 4, unit: 'hours' } }] });
    const diff = diffPacks(city, changed);
    expect([isSame(diff), diff.ladder.changed.map(({ id }) => id)]).toEqual([false, ['criticism', 'interview', 'noMovement', 'ownerless']]);
  });

  it('keeps a pack from being published where it could not work', () => {
    const wrong = (own: object) => wrongLadder({ files: { ladder: own }, sources: nation.sources }).map(({ row, field }) => `${row} ${field}`);
    const [warning, reminder] = ladder.rungs;
    expect(wrongLadder(nation)).toEqual([]);
    expect(wrongLadder({ files: {}, sources: {} })).toEqual([]);
    expect(wrong({ ...ladder, rungs: [...ladder.rungs, { ...reminder!, source: 'XYZ 1' }] })).toEqual(['reminder id', 'reminder source']);
    expect(wrong({ ...ladder, rungs: ladder.rungs.filter(({ id }) => id !== 'writtenNotice') })).toEqual(['returnedTwice enters']);
    expect(wrong({ ...ladder, rungs: ladder.rungs.map((each) => (each.id === 'reminder' ? { ...each, byHand: true } : each)) })).toEqual(['breached enters', 'ownerless enters', 'noMovement enters']);
    expect(wrong({ ...ladder, rungs: [warning!, { ...reminder!, answer: null }, ...ladder.rungs.slice(2)] })).toEqual(['reminder answer']);
    expect(wrong({ ...ladder, conditions: ladder.conditions.map(({ limit: _, times: __, ...each }) => each) })).toEqual(['ownerless limit', 'noMovement limit', 'returnedTwice times']);
    expect(wrong({ ...ladder, colours: ladder.colours.map((each) => (each.id === 'blue' ? { ...each, withinWorkingDays: 1 } : each)) })).toEqual(['blue withinWorkingDays']);
    expect(wrong({ ...ladder, rungs: [{ ...reminder!, addressee: 'mayor' }] })).toEqual(['rungs.0.addressee ladder']);
    expect(checkPack(cityWith({ ...none, rungs: [{ id: 'reminder', source: 'XYZ 1' }] }))).toContainEqual(expect.objectContaining({ table: 'ladder', row: 'reminder', field: 'source' }));
  });
});
