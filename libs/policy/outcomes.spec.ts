import { diffPacks } from './diff.js';
import { loadPolicies, packOf, sourceAt, sourcesIn } from './in-force.js';
import type { OutcomeFact, OutcomeFacts } from './outcomes.js';
import { lackingFor, outcomeFacts, outcomesOf, remediesFor, wrongOutcomes } from './outcomes.js';

const policies = loadPolicies('policies');
const nation = policies.packNamed('000000', '2026-01-01')!;
const { conclusions, remedies } = outcomesOf(nation);
const facts = (...true_: readonly OutcomeFact[]): OutcomeFacts => Object.fromEntries(Object.keys(outcomeFacts).map((fact) => [fact, true_.includes(fact as OutcomeFact)])) as OutcomeFacts;
const lacking = (id: string, money: boolean, ...have: readonly OutcomeFact[]) => lackingFor(conclusions.find((each) => each.id === id)!, money, facts(...have));
const steps = (bases: readonly string[], sector?: string) => remediesFor(nation, bases, sector).map(({ step }) => step);

/** The sample city's pack as it would be with outcomes of its own. */
function withOutcomes(own: object): { diff: ReturnType<typeof diffPacks>; over: ReturnType<typeof outcomesOf> } {
  const city = policies.packNamed('439900', '2026-01-01')!;
  const { head, files } = sourceAt('policies/439900/2026-01-01');
  const after = packOf({ head, files: { ...files, outcomes: own } }, sourcesIn('policies').filter((each) => each.head.division !== '439900'));
  return { diff: diffPacks(city, after), over: outcomesOf(after) };
}

describe('How an order may end', () => {
  it('has results that a person can choose, each once and with a source that is listed', () => {
    expect(new Set(conclusions.map(({ id }) => id)).size).toBe(conclusions.length);
    expect(wrongOutcomes(nation)).toEqual([]);
    expect(wrongOutcomes({ files: { outcomes: { conclusions: [{ ...conclusions[0]!, source: 'XYZ 1' }], remedies: [] } }, sources: nation.sources })).toEqual([{ row: 'paid', part: 'XYZ 1' }]);
  });
  it('is paid only where the money was stated, has come, and reached every worker', () => {
    expect(lacking('paid', true, 'nothingUnpaid', 'nothingUnclaimed', 'everyWorkerSettled', 'moneyStated')).toEqual([]);
    for (const missing of ['nothingUnpaid', 'nothingUnclaimed', 'everyWorkerSettled', 'moneyStated'] as const) {
      expect(lacking('paid', true, ...(['nothingUnpaid', 'nothingUnclaimed', 'everyWorkerSettled', 'moneyStated'] as const).filter((fact) => fact !== missing))).toEqual([[missing]]);
    }
  });
  it('is settled by an agreement or by a withdrawal after one, and an agreement is not payment', () => {
    expect(lacking('settled', false)).toEqual([['agreementReached', 'settledAndWithdrawn']]);
    expect(lacking('settled', false, 'settledAndWithdrawn')).toEqual([]);
    expect(lacking('settled', true, 'agreementReached', 'everyWorkerSettled')).toEqual([['nothingUnpaid']]);
  });
  it('rests on what the desk of the result has done', () => {
    expect([lacking('awarded', false), lacking('transferredToPolice', true, 'replyGiven'), lacking('refused', false), lacking('withdrawn', false)]).toEqual([[['awardInEffect']], [['policeFiled']], [['refusedInWriting']], [['claimWithdrawn']]]);
  });
  it('is left to a region row by row', () => {
    const city = policies.packNamed('439900', '2026-01-01')!;
    expect(outcomesOf(city).conclusions).toEqual(conclusions); // It says nothing of its own.
    const { diff, over } = withOutcomes({ conclusions: [{ id: 'withdrawn', needs: [['claimWithdrawn'], ['replyGiven']] }], remedies: [{ ...remedies[0]!, id: 'REM-LOCAL' }] });
    expect([over.conclusions.length, over.conclusions.find(({ id }) => id === 'withdrawn')]).toEqual([conclusions.length, { ...conclusions.find(({ id }) => id === 'withdrawn'), needs: [['claimWithdrawn'], ['replyGiven']] }]);
    expect([diff.outcomes.added, diff.outcomes.changed.map(({ id, fields }) => [id, fields.map(({ path }) => path)])]).toEqual([['REM-LOCAL'], [['withdrawn', ['needs']]]]);
    expect(outcomesOf({ files: {} })).toEqual({ conclusions: [], remedies: [] });
  });
});

describe('What follows a default', () => {
  it('of an agreement: a payment order or arbitration, and no enforcement', () => expect(steps(['agreement'])).toEqual(['paymentOrder', 'arbitration', 'inspection']));
  it('of a title: enforcement', () => expect([steps(['award']), steps(['instrument']), steps(['agreement', 'confirmation'])]).toEqual([['enforcement'], ['enforcement'], ['paymentOrder', 'arbitration', 'enforcement', 'inspection']]));
  it('of an order to pay: the inspection body goes to court', () => expect(steps(['payOrder'])).toEqual(['courtEnforcement']));
  it('on a building site besides: the general contractor and the deposit', () => {
    expect(steps(['payOrder'], 'E4813')).toEqual(['courtEnforcement', 'generalContractor', 'deposit']);
    expect(steps(['payOrder'], 'H62')).toEqual(['courtEnforcement']);
  });
  it('names each step once a ground', () => expect(new Set(remedies.map(({ id }) => id)).size).toBe(remedies.length));
});
