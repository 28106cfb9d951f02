import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { dayOf } from '#libs/contracts/time.js';
import type { Demand } from '../decide.js';
import { decide } from '../decide.js';
import type { Facts } from '../facts.js';
import { readFacts } from '../facts.js';
import { loadPolicies } from '../in-force.js';
import { limitsOf } from './limits.js';

const policies = loadPolicies(fileURLToPath(new URL('../../../policies', import.meta.url)));
const sample = policies.packNamed('439900', '2026-01-01')!;

const labels = Object.keys(sample.sources);

/** Flags that a limit explains, with the limit that does. */
const explained: Readonly<Record<string, string>> = {
  finalAward: 'FINAL-AWARD', finalAwardIfArbitrated: 'FINAL-AWARD', simplified: 'SIMPLIFIED', speedy: 'SPEEDY', collective: 'COLLECTIVE', advanceEnforcement: 'ADVANCE-ENFORCEMENT',
  criminalWatch: 'CRIMINAL-WATCH', criminalCandidate: 'CRIMINAL', aggravated: 'AGGRAVATED', sanctionListCandidate: 'SANCTION-LIST', emergencyFund: 'EMERGENCY-FUND',
  meansExempt: 'MEANS-EXEMPT', legalAidPreemptive: 'LEGAL-AID-FIRST',
  majorSupervision: 'MAJOR-SUPERVISION', burden: 'BURDEN', publicNotice: 'PUBLIC-NOTICE', relief: 'RELIEF',
};

/** What limits say of the flags: true where the limit of that flag is met. */
function agreement(demand: Demand): { readonly flags: Record<string, unknown>; readonly limits: Record<string, unknown> } {
  const decision = decide(sample, demand);
  const limits = limitsOf(sample, demand, decision);
  const said = (flag: string) => limits.some((limit) => 'flag' in limit && limit.flag === flag && limit.answer === 'met');
  return {
    flags: Object.fromEntries(Object.keys(explained).map((flag) => [flag, Boolean(decision.flags[flag])])),
    limits: Object.fromEntries(Object.keys(explained).map((flag) => [flag, said(flag)])),
  };
}

describe('Limits say what the flags say', () => {
  it.each(sample.examples.map((example) => [example.id, String(example['title']), example] as const))('%s %s', (_id, _title, example) => {
    const { facts } = readFacts(example.facts);
    const demand = { receivedAt: example.receivedAt, division: facts.callerRegion ?? facts.workRegion ?? '439901', origin: example.origin, category: example.category, facts };
    const { flags, limits } = agreement(demand);
    expect(limits).toEqual(flags);
  });

  it('of any facts', () => {
    fc.assert(fc.property(demands, (demand) => {
      const { flags, limits } = agreement(demand);
      expect(limits).toEqual(flags);
    }), { numRuns: 1000 });
  });

  it('and name the parties in the order of the decision', () => {
    fc.assert(fc.property(demands, (demand) => {
      const decision = decide(sample, demand);
      const payers = limitsOf(sample, demand, decision).find((limit) => limit.kind === 'payers');
      expect(payers?.payers.map(({ party }) => party) ?? []).toEqual(decision.liableParties);
    }), { numRuns: 300 });
  });

  it('and class a claim for clearance as the decision does', () => {
    fc.assert(fc.property(demands, (demand) => {
      const decision = decide(sample, demand);
      const cleared = limitsOf(sample, demand, decision).find((limit) => limit.id === 'CLEAR-ZERO');
      expect(cleared?.kind === 'choice' ? cleared.choice : null).toBe(decision.flags['clearZeroClass'] ?? null);
    }), { numRuns: 300 });
  });

  it('and are plain data, each with steps, sentences and a source', () => {
    fc.assert(fc.property(demands, (demand) => {
      const limits = limitsOf(sample, demand, decide(sample, demand));
      expect(JSON.parse(JSON.stringify(limits))).toEqual(limits);
      for (const { id, zh, en, steps, source } of limits) {
        expect([id, zh, en, source].every((text) => text.length > 0)).toBe(true);
        if (id !== 'PAYERS') expect(steps.length).toBeGreaterThan(0);
        for (const step of steps) expect(`${step.zh} ${step.en} ${step.source}`).not.toMatch(/undefined|NaN|null/);
        expect(`${zh} ${en}`).not.toMatch(/undefined|NaN|null/);
      }
      expect(new Set(limits.map(({ id }) => id)).size).toBe(limits.length);
      const cited = limits.flatMap(({ source, steps }) => [source, ...steps.map((step) => step.source)]).flatMap((text) => text.split('; '));
      expect(cited.filter((part) => part !== '' && !labels.some((label) => part.startsWith(label)))).toEqual([]);
    }), { numRuns: 300 });
  });
});

/** Facts that flags and limits go by, each missing as often as not. */
const yes = fc.boolean();
const day = fc.integer({ min: 0, max: 900 }).map((n) => dayOf(new Date(Date.UTC(2024, 3, 1) + n * 86_400_000).toISOString()));
const pressing = fc.integer({ min: 0, max: 20 }).map((n) => dayOf(new Date(Date.UTC(2026, 1, 24) + n * 86_400_000).toISOString()));
const money = fc.constantFrom(400_000, 999_900, 1_000_000, 2_400_000, 2_400_100, 6_000_000, 9_600_000, 9_600_100, 60_000_000);
const facts: fc.Arbitrary<Facts> = fc.record({
  workers: fc.constantFrom(1, 2, 9, 10, 30), amount: money, items: fc.array(money, { minLength: 1, maxLength: 3 }), months: fc.constantFrom(1, 2, 3, 6),
  migrantWorkerAsText: fc.constant('x'), applicationReceived: fc.constant('2026-03-01'), rightsClear: yes, factsClear: yes, littleDispute: yes, bothAgreeSimplified: yes,
  publicInterest: yes, majorSocialImpact: yes, unfitForSimplified: yes, respondentReachable: yes, commonClaim: yes, lifeSeriouslyAffected: yes, advanceEnforcementRequested: yes,
  employerUnreachable: yes, assetsMoved: yes, recordsDestroyed: yes, canPay: yes, employerHoldsRecords: yes, stateOwned: yes, gathering: yes, selfHarmRisk: yes, massIncident: yes, violenceOrThreat: yes, illnessUntreated: yes, childOutOfSchool: yes,
  payOrderDueOn: day, terminatedOn: fc.oneof(day, pressing.map((each) => `2025${each.slice(4)}`)), dismissedOn: day, knownOn: day, employed: yes,
  interruptedOn: day, forceMajeureFrom: day, forceMajeureTo: day, awardReceivedOn: pressing, reconsiderBy: pressing, urgentPreservation: yes, legalAidRequested: yes,
  generalContractor: fc.constant('known'), governmentInvested: yes, projectFundsUnpaid: yes, unpaidProjectMoney: money, contractedToUnlicensedBy: fc.constantFrom('projectOwner', 'generalContractor'),
  onwardContracting: yes, qualificationLent: yes, unlicensed: yes, planningViolation: yes, passedToUnlicensed: yes, employerForm: fc.constantFrom('partnership', 'individualBusiness'), laborDispatch: yes,
  claimType: fc.constantFrom('projectPayment', 'loan'), iou: yes, platformWork: yes, wagesPaid: yes,
}, { requiredKeys: [] }).map(({ migrantWorkerAsText: _, ...rest }) => rest as Facts);
const matter = fc.constantFrom('wages', 'dismissal', 'workInjury', 'laborContract', 'socialInsurance', undefined);
const demands: fc.Arbitrary<Demand> = fc.record({
  facts: fc.tuple(facts, matter, fc.boolean()).map(([each, about, several]) => (several ? { ...each, matters: ['wages', about ?? 'dismissal'] } : { ...each, ...(about !== undefined && { matter: about }) }) as Facts),
  category: fc.constantFrom('D01', 'D01', 'D01', 'X3', 'D13'), origin: fc.constantFrom('12345', 'arbitrationWindow', 'cluePlatform'), migrantWorker: fc.constantFrom(undefined, true, false),
}).map((each) => ({ ...each, receivedAt: '2026-03-02T09:00:00+08:00', division: '439901' }));
