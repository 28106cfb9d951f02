import { fileURLToPath } from 'node:url';
import { decide } from '../decide.js';
import { readFacts } from '../facts.js';
import { loadPolicies } from '../in-force.js';
import { limitsOf } from './limits.js';

const sample = loadPolicies(fileURLToPath(new URL('../../../policies', import.meta.url))).packNamed('439900', '2026-01-01')!;

function found(id: string, json: Record<string, unknown>, origin = '12345'): string | undefined {
  const { facts, wrong } = readFacts(json);
  expect(wrong).toEqual([]);
  const demand = { receivedAt: '2026-03-02T09:00:00+08:00', division: '439901', origin, category: 'D01', facts };
  const limit = limitsOf(sample, demand, decide(sample, demand)).find((each) => each.id === id);
  return limit && ('answer' in limit ? limit.answer : 'choice' in limit ? limit.choice : undefined);
}

describe('Handling', () => {
  it.each<[string, string, Record<string, unknown>, string, string?]>([
    ['thirty workers are a major case', 'MAJOR-SUPERVISION', { workers: 30, amount: 1000 }, 'met'], ['twenty-nine are none', 'MAJOR-SUPERVISION', { workers: 29, amount: 1000, gathering: false }, 'unmet'],
    ['500,000 yuan are', 'MAJOR-SUPERVISION', { amount: 500000 }, 'met'], ['a cent less is not', 'MAJOR-SUPERVISION', { amount: 499999.99, gathering: false }, 'unmet'],
    ['a gathering is', 'MAJOR-SUPERVISION', { gathering: true }, 'met'], ['a crime is', 'MAJOR-SUPERVISION', { amount: 10000, months: 3, assetsMoved: true, payOrderDueOn: '2026-03-01' }, 'met'],
    ['an employer that holds the records has to produce them', 'BURDEN', { employerHoldsRecords: true }, 'met'], ['one that does not has not', 'BURDEN', { employerHoldsRecords: false }, 'unmet'],
    ['a respondent who cannot be found is served by notice', 'PUBLIC-NOTICE', { respondentReachable: false }, 'met', 'arbitrationWindow'], ['one who can is not', 'PUBLIC-NOTICE', { respondentReachable: true }, 'unmet', 'arbitrationWindow'],
    ['nobody is before an application', 'PUBLIC-NOTICE', { respondentReachable: false }, 'unmet'],
    ['a government project is cleared first', 'CLEAR-ZERO', { governmentInvested: true }, 'A'], ['a state-owned one too', 'CLEAR-ZERO', { stateOwned: true }, 'A'], ['all others later', 'CLEAR-ZERO', { governmentInvested: false }, 'B'],
    ['illness beside arrears calls for relief', 'RELIEF', { illnessUntreated: true }, 'met'], ['an employer gone does', 'RELIEF', { employerUnreachable: true }, 'met'],
    ['nothing of the kind does not', 'RELIEF', { illnessUntreated: false, lifeSeriouslyAffected: false, childOutOfSchool: false }, 'unmet'],
  ])('%s', (_title, id, json, expected, ...origin) => expect(found(id, json, ...origin)).toBe(expected));
});
