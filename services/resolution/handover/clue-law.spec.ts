import { loadPolicies } from '#libs/policy/in-force.js';
import { conclusionOf } from './clue-law.js';

const { parameters } = loadPolicies('policies').packFor('439901', '2026-03-02')!;
const conclusions = parameters.clueConclusions!;
const refused = (conclusion: string, facts = {}): unknown => {
  try {
    return conclusionOf(parameters, conclusion, facts);
  } catch (error) {
    return [(error as { code: string }).code, (error as { details: { missing?: unknown } }).details.missing];
  }
};

describe('The conclusions on a clue', () => {
  it('are ten, as the platform is known to take, each in Chinese and English', () => {
    expect(Object.keys(conclusions)).toHaveLength(10);
    for (const { zh, en } of Object.values(conclusions)) expect([zh, en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/^[\x20-\x7e’]+$/)]);
  });

  it('say which of them are true arrears, and which of those are paid', () => {
    expect(Object.entries(conclusions).filter(([, { arrears }]) => arrears).map(([id, { resolved }]) => [id, resolved])).toEqual([['trueArrears', false], ['trueSettled', true]]);
    expect(Object.values(conclusions).filter(({ arrears, resolved }) => resolved && !arrears)).toEqual([]); // What was not owed is not resolved.
  });

  it('know a false clue and one of another region', () => {
    expect(conclusionOf(parameters, 'falseClue', { reference: 'HC-1' })).toEqual({ arrears: false, resolved: false, name: { zh: '虚假线索（冒名或者虚构）', en: 'false clue: another\'s name, or made up' } });
    expect(conclusionOf(parameters, 'otherRegion', { division: '439902' })).toMatchObject({ arrears: false });
  });

  it('are taken with the facts that they ask for, and from the list only', () => {
    expect(refused('trueArrears')).toEqual(['CLUE_FACTS_MISSING', ['amount', 'workers']]);
    expect(refused('trueArrears', { amount: 1_800_000, workers: 1 })).toMatchObject({ arrears: true, resolved: false });
    expect(refused('otherRegion', { division: '999999' })).toEqual(['CLUE_FACTS_MISSING', ['division']]);
    expect(refused('settled')).toEqual(['CLUE_CONCLUSION_UNKNOWN', undefined]);
    expect(refused('toString')).toEqual(['CLUE_CONCLUSION_UNKNOWN', undefined]);
    expect(refused('insufficient')).toMatchObject({ arrears: false });
  });
});
