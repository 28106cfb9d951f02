import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { addDays } from '#libs/calendar/day.js';
import type { Day } from '#libs/contracts/time.js';
import type { Demand } from '../decide.js';
import { decide } from '../decide.js';
import { readFacts } from '../facts.js';
import { loadPolicies } from '../in-force.js';
import type { ChoiceLimit, ItemsLimit, Limit, MoneyLimit, PayersLimit, PeriodLimit, TestLimit } from './limit.js';
import { limitsOf } from './limits.js';
import { lackingFacts } from './steps.js';

const policies = loadPolicies(fileURLToPath(new URL('../../../policies', import.meta.url)));
const sample = policies.packNamed('439900', '2026-01-01')!;
const nation = policies.packNamed('000000', '2026-01-01')!;

interface Given extends Partial<Omit<Demand, 'facts'>> {
  readonly on?: Day;
  readonly received?: Day;
  readonly pack?: typeof sample;
}

/** Facts as they come in at the door, amounts in yuan; the sample city: 2,000 yuan minimum wage, 96,000 average, crime 10,000 and 3 months or 60,000 and 10 workers. */
function limits(json: Record<string, unknown>, { on, received = '2026-03-02', pack = sample, ...more }: Given = {}): readonly Limit[] {
  const { facts, wrong } = readFacts(json);
  expect(wrong).toEqual([]);
  const demand: Demand = { receivedAt: `${received}T09:00:00+08:00`, division: '439901', origin: '12345', category: 'D01', facts, ...more };
  return limitsOf(pack, demand, decide(pack, demand), on);
}

const find = <T extends Limit>(id: string, json: Record<string, unknown>, given: Given = {}) => limits(json, given).find((limit) => limit.id === id) as T;
const period = (id: string, json: Record<string, unknown>, given?: Given) => {
  const { lastDay, daysLeft, state, effect } = find<PeriodLimit>(id, json, given);
  return [lastDay, daysLeft, state, effect];
};
const answer = (id: string, json: Record<string, unknown>, given?: Given) => find<TestLimit>(id, json, given).answer;

describe('Limitation', () => {
  it('of wages ends a year after the labour relation, on a make-up Saturday too', () =>
    expect(period('ARB-LIMIT-WAGE', { terminatedOn: '2025-02-28' }, { received: '2026-02-20' })).toEqual(['2026-02-28', 8, 'running', 'defence']));
  it('rolls over a holiday', () => expect(period('ARB-LIMIT-WAGE', { terminatedOn: '2025-10-05' })).toEqual(['2026-10-08', 220, 'running', 'defence']));
  it('is a defence once passed, not a bar', () => {
    const limit = find<PeriodLimit>('ARB-LIMIT-WAGE', { terminatedOn: '2025-02-27' }, { received: '2026-02-28' });
    expect([limit.lastDay, limit.daysLeft, limit.state, limit.renewedTo, limit.zh.includes('抗辩')]).toEqual(['2026-02-27', -1, 'passed', null, true]);
  });
  it('does not run while employed', () => expect(period('ARB-LIMIT-WAGE', { employed: true })).toEqual([null, null, 'notStarted', 'defence']));
  it('asks for its start where that is not known', () => {
    const limit = find<PeriodLimit>('ARB-LIMIT-WAGE', { amount: 5000 });
    expect([limit.state, lackingFacts(limit.steps)]).toEqual(['unknown', ['employed', 'terminatedOn', 'dismissedOn']]);
  });
  it('begins anew with a claim to the employer', () => {
    const limit = find<PeriodLimit>('ARB-LIMIT-WAGE', { terminatedOn: '2025-02-28', interruptedOn: '2025-12-10', interruptionKind: 'claimedFromEmployer' });
    expect([limit.start, limit.from, limit.lastDay, limit.daysLeft]).toEqual(['2025-02-28', '2025-12-10', '2026-12-10', 283]);
    expect([limit.steps.map(({ point }) => point), limit.steps[1]!.zh]).toEqual([['start', 'interruption', 'end', 'thisOrder'], '2025-12-10 向单位主张权利，时效中断，重新计算']);
  });
  it('begins anew on its last day, and not the day after', () => {
    expect(period('ARB-LIMIT-WAGE', { terminatedOn: '2024-03-04', interruptedOn: '2025-03-04' }, { received: '2026-03-01' })).toEqual(['2026-03-04', 3, 'running', 'defence']);
    expect(period('ARB-LIMIT-WAGE', { terminatedOn: '2024-03-04', interruptedOn: '2025-03-05' }, { received: '2026-03-01' })).toEqual(['2025-03-04', -362, 'passed', 'defence']);
  });
  it('is not interrupted by what happens later than today', () =>
    expect(period('ARB-LIMIT-WAGE', { terminatedOn: '2025-04-01', interruptedOn: '2026-03-03' })).toEqual(['2026-04-01', 30, 'running', 'defence']));
  it('is lengthened by force majeure, the day it began not counted', () =>
    expect(period('ARB-LIMIT-WAGE', { terminatedOn: '2025-03-10', forceMajeureFrom: '2025-05-01', forceMajeureTo: '2025-05-31' })).toEqual(['2026-04-09', 38, 'running', 'defence']));
  it('is open while force majeure lasts', () => expect(period('ARB-LIMIT-WAGE', { terminatedOn: '2025-03-10', forceMajeureFrom: '2025-05-01' })).toEqual([null, null, 'suspended', 'defence']));
  it('is not suspended by what began after it had passed', () =>
    expect(period('ARB-LIMIT-WAGE', { terminatedOn: '2024-03-04', forceMajeureFrom: '2025-03-05' })).toEqual(['2025-03-04', -363, 'passed', 'defence']));
  it('is interrupted by the order itself, but not by an enquiry', () => {
    expect(find<PeriodLimit>('ARB-LIMIT-WAGE', { terminatedOn: '2025-04-01' }).renewedTo).toBe('2027-03-02');
    expect(find<PeriodLimit>('ARB-LIMIT-WAGE', { terminatedOn: '2025-04-01' }, { kind: 'consult' }).renewedTo).toBeNull();
  });
  it('of other labour claims counts from the day the worker knew', () => {
    expect(period('ARB-LIMIT', { matter: 'dismissal', dismissedOn: '2025-04-01', knownOn: '2025-04-10' })).toEqual(['2026-04-10', 39, 'running', 'defence']);
    expect(period('ARB-LIMIT', { matter: 'dismissal', dismissedOn: '2025-04-01' })).toEqual(['2026-04-01', 30, 'running', 'defence']);
  });
  it('is none where the dispute lies at arbitration already', () => expect(find('ARB-LIMIT-WAGE', { inArbitration: true, terminatedOn: '2025-04-01' })).toBeUndefined());
  it('counts days left on the day asked for', () => expect(period('ARB-LIMIT-WAGE', { terminatedOn: '2025-04-01' }, { on: '2026-03-30' })).toEqual(['2026-04-01', 2, 'running', 'defence']));
});

describe('Other periods', () => {
  it('of enforcement: two years from the last day of performance', () =>
    expect(period('ARB-ENFORCE', { awardEffective: true, performBy: '2024-05-01' })).toEqual(['2026-05-06', 65, 'running', 'rightLost']));
  it('of a work injury: a year that no claim interrupts', () =>
    expect(period('WI-WORKER', { matter: 'workInjury', accidentOn: '2025-03-04', interruptedOn: '2025-12-01' })).toEqual(['2026-03-04', 2, 'running', 'bar']));
  it('of rural land: two years from knowledge', () => {
    expect(period('LAND-LIMIT', { matter: 'landContract', knownOn: '2024-10-05' }, { category: 'D13' })).toEqual(['2026-10-08', 220, 'running', 'undetermined']);
    expect(period('LAND-LIMIT', { matter: 'landContract' }, { category: 'D13' })).toEqual([null, null, 'unknown', 'undetermined']);
  });
  it('of a suit on an award: fifteen days', () => expect(period('ARB-SUE', { awardReceivedOn: '2026-09-20' }, { received: '2026-09-21' })).toEqual(['2026-10-08', 17, 'running', 'bar']));
  it('of inspection: two years, not rolled, stopped by the order on the last day', () => {
    expect(period('INSP-LOOKBACK', { violationEndedOn: '2024-10-05' }, { received: '2026-10-05' })).toEqual(['2026-10-05', 0, 'stopped', 'bar']);
    expect(period('INSP-LOOKBACK', { violationEndedOn: '2024-10-05' }, { received: '2026-10-06' })).toEqual(['2026-10-05', -1, 'passed', 'bar']);
    expect(period('INSP-LOOKBACK', { violationEndedOn: '2024-10-05' }, { received: '2026-10-05', kind: 'consult' })).toEqual(['2026-10-05', 0, 'running', 'bar']);
  });
  it('of inspection: stopped by an earlier report, for good', () =>
    expect(period('INSP-LOOKBACK', { violationEndedOn: '2022-01-10', reportedOn: '2023-06-01' })).toEqual(['2024-01-10', -782, 'stopped', 'bar']));
  it('of inspection: a complaint of an unknown day has to be found', () => {
    const limit = find<PeriodLimit>('INSP-LOOKBACK', { violationEndedOn: '2022-01-10', everComplained: true });
    expect([limit.state, lackingFacts(limit.steps)]).toEqual(['unknown', ['reportedOn']]);
  });
});

describe('Final award', () => {
  const at = { origin: 'arbitrationWindow' };
  const final = (json: Record<string, unknown>, given: Given = at) => {
    const { answer: one, flag, items, isMixed } = find<ItemsLimit>('FINAL-AWARD', json, given);
    return [one, flag, items.map((item) => item.answer), isMixed];
  };
  it('takes each claim for itself, not the sum', () => expect(final({ items: [24000, 24000, 23999.99] })).toEqual(['met', 'finalAward', ['met', 'met', 'met'], false]));
  it('is none once one claim is above', () => expect(final({ items: [24000, 24000.01] })).toEqual(['unmet', 'finalAward', ['met', 'unmet'], true]));
  it('is none where no claim fits, without being mixed', () => expect(final({ items: [24000.01] })).toEqual(['unmet', 'finalAward', ['unmet'], false]));
  it('takes a worker’s share for one claim', () => expect(final({ amount: 72000, workers: 3 })).toEqual(['met', 'finalAward', ['met'], false]));
  it('leaves out claims of another kind', () => expect(final({ items: [1000, 1000], itemKinds: ['wages', 'other'] })).toEqual(['unmet', 'finalAward', ['met', 'unmet'], true]));
  it('is open where the minimum wage is not known, unless the worker names it', () => {
    expect(final({ items: [24000] }, { ...at, pack: nation })).toEqual(['unknown', 'finalAward', ['unknown'], false]);
    expect(final({ items: [24000], minWageMonth: 2000 }, { ...at, pack: nation })).toEqual(['met', 'finalAward', ['met'], false]);
  });
  it('covers labour standards without an amount', () => {
    expect(final({ matter: 'laborContract' })).toEqual(['met', 'finalAward', [], false]);
    expect(final({ matter: 'dismissal' })).toEqual(['unknown', 'finalAward', [], false]);
  });
  it('is told before arbitration, and not of what is no labour dispute', () => {
    expect(final({ amount: 5000 }, {})).toEqual(['met', 'finalAwardIfArbitrated', ['met'], false]);
    expect(final({ amount: 5000, hiredBy: 'family' }, {})).toEqual(['unmet', 'finalAwardIfArbitrated', ['met'], false]);
  });
});

describe('Tracks of arbitration', () => {
  const at = { origin: 'arbitrationWindow' };
  it.each<[string, Record<string, unknown>, string]>([
    ['a total up to the average annual wage', { amount: 96000 }, 'met'], ['a total above it', { amount: 96000.01, rightsClear: false, bothAgreeSimplified: false }, 'unmet'],
    ['a plain case', { amount: 200000, rightsClear: true }, 'met'], ['rights clear but disputed', { amount: 200000, rightsClear: true, littleDispute: false, bothAgreeSimplified: false }, 'unmet'],
    ['the consent of both', { amount: 200000, bothAgreeSimplified: true }, 'met'], ['nothing known', {}, 'unknown'],
    ['public interest', { amount: 5000, publicInterest: true }, 'unmet'], ['major social impact', { amount: 5000, majorSocialImpact: true }, 'unmet'],
    ['a committee that finds it unfit', { amount: 5000, unfitForSimplified: true }, 'unmet'], ['a respondent who cannot be found', { amount: 5000, respondentReachable: false }, 'unmet'],
    ['a respondent who can', { amount: 5000, respondentReachable: true }, 'met'],
  ])('simplified: %s', (_title, json, expected) => expect(answer('SIMPLIFIED', json, at)).toBe(expected));
  it('simplified: not before an application', () => expect(answer('SIMPLIFIED', { amount: 5000 })).toBe('unmet'));
  it.each<[string, Record<string, unknown>, Given, string]>([
    ['pay of a migrant worker', { amount: 5000 }, at, 'met'], ['of another worker', { amount: 5000 }, { ...at, migrantWorker: false }, 'unmet'],
    ['severance alone', { items: [5000], itemKinds: ['severance'] }, at, 'unmet'], ['overtime among others', { items: [5000, 1], itemKinds: ['severance', 'overtime'] }, at, 'met'],
    ['before an application', { amount: 5000 }, {}, 'unmet'], ['where the simplified procedure is excluded', { amount: 5000, publicInterest: true }, at, 'unmet'],
  ])('speedy: %s', (_title, json, given, expected) => expect(answer('SPEEDY', json, given)).toBe(expected));
  it.each<[string, Record<string, unknown>, Given, string]>([
    ['ten workers’ pay', { workers: 10, amount: 5000 }, {}, 'met'], ['nine', { workers: 9, amount: 5000 }, {}, 'unmet'], ['ten claims apart', { workers: 10, commonClaim: false }, {}, 'unmet'],
    ['ten with a common claim of another matter', { workers: 10, commonClaim: true, matter: 'dismissal' }, {}, 'met'], ['ten of whom nothing is said', { workers: 10, matter: 'dismissal' }, {}, 'unknown'],
  ])('collective: %s', (_title, json, given, expected) => expect(answer('COLLECTIVE', json, given)).toBe(expected));
  it('are heard by three where collective, though simplified; by one where simplified; else by three', () => {
    const heardBy = (json: Record<string, unknown>) => find<ChoiceLimit>('TRIBUNAL', json, at).choice;
    expect([heardBy({ workers: 10, amount: 5000 }), heardBy({ amount: 5000 }), heardBy({ amount: 200000 })]).toEqual(['panelOfThree', 'soleArbitrator', 'panelOfThree']);
  });
  it('may be enforced in advance where rights are clear, life is affected and it is asked for', () => {
    const all = { rightsClear: true, lifeSeriouslyAffected: true, advanceEnforcementRequested: true };
    expect(answer('ADVANCE-ENFORCEMENT', all)).toBe('met');
    expect(answer('ADVANCE-ENFORCEMENT', { ...all, rightsClear: false })).toBe('unmet');
    expect(lackingFacts(find<TestLimit>('ADVANCE-ENFORCEMENT', { ...all, lifeSeriouslyAffected: 'unknown' }).steps)).toEqual(['lifeSeriouslyAffected']);
  });
});

describe('Sanctions', () => {
  const single = { amount: 10000, months: 3, assetsMoved: true, payOrderDueOn: '2026-03-01' };
  const group = { amount: 60000, workers: 10, months: 1, employerUnreachable: true, payOrderDueOn: '2026-03-01' };
  it.each<[string, Record<string, unknown>, string]>([
    ['one worker, three months', single, 'met'], ['ten workers together', group, 'met'], ['a month less', { ...single, months: 2 }, 'unmet'], ['a cent less', { ...single, amount: 9999.99 }, 'unmet'],
    ['a worker less', { ...group, workers: 9, months: 1 }, 'unmet'], ['an order that runs out today', { ...single, payOrderDueOn: '2026-03-02' }, 'unmet'],
    ['records destroyed', { ...single, assetsMoved: false, recordsDestroyed: true }, 'met'], ['able but refusing', { ...single, assetsMoved: false, canPay: true }, 'met'],
    ['unable to pay, in hiding from nobody', { ...single, assetsMoved: false, canPay: false, employerUnreachable: false, recordsDestroyed: false }, 'unmet'],
  ])('crime: %s', (_title, json, expected) => expect(answer('CRIMINAL', json)).toBe(expected));
  it('crime: an inspector sees what lacks', () => {
    const limit = find<TestLimit>('CRIMINAL', { amount: 10000, months: 3, assetsMoved: true });
    expect([limit.answer, limit.zh, lackingFacts(limit.steps)]).toEqual(['unknown', '尚待查明：责令支付的期限已满。', ['payOrderDueOn']]);
    expect(limit.steps.filter(({ way }) => way === 'single').map(({ wanted, found, answer: one }) => [wanted, found, one])).toEqual([[1_000_000, 1_000_000, 'met'], [3, 3, 'met']]);
  });
  it('crime: no figure of the province, no answer', () => expect(answer('CRIMINAL', single, { pack: nation })).toBe('unknown'));
  it('watch: before the order runs out, and no longer after it', () => {
    expect(answer('CRIMINAL-WATCH', { amount: 10000, months: 3 })).toBe('met');
    expect(answer('CRIMINAL-WATCH', { recordsDestroyed: true })).toBe('met');
    expect(answer('CRIMINAL-WATCH', single)).toBe('unmet');
  });
  it('aggravated: with a consequence only', () => {
    expect(answer('AGGRAVATED', { ...single, violenceOrThreat: true })).toBe('met');
    expect(answer('AGGRAVATED', { ...single, childOutOfSchool: false, illnessUntreated: false, lifeSeriouslyAffected: false, violenceOrThreat: false })).toBe('unmet');
    expect(answer('AGGRAVATED', { ...single, months: 2, childOutOfSchool: true })).toBe('unmet');
  });
  it('sanction list: the amount or an incident, once the order has run out', () => {
    expect(answer('SANCTION-LIST', { amount: 10000, months: 3, payOrderDueOn: '2026-03-01' })).toBe('met');
    expect(answer('SANCTION-LIST', { amount: 100, months: 1, massIncident: true, payOrderDueOn: '2026-03-01' })).toBe('met');
    expect(answer('SANCTION-LIST', { amount: 100, months: 1, massIncident: false, payOrderDueOn: '2026-03-01' })).toBe('unmet');
    expect(answer('SANCTION-LIST', { amount: 10000, months: 3, payOrderDueOn: '2026-03-02' })).toBe('unmet');
  });
  it('additional compensation: half to all of what was to be paid', () => {
    const money = (json: Record<string, unknown>) => { const { answer: one, least, most } = find<MoneyLimit>('ADDED-COMPENSATION', json); return [one, least, most]; };
    expect(money({ amount: 18000, payOrderDueOn: '2026-03-01' })).toEqual(['met', 900_000, 1_800_000]);
    expect(money({ amount: 18000, payOrderAmount: 15000, payOrderDueOn: '2026-03-01' })).toEqual(['met', 750_000, 1_500_000]);
    expect(money({ amount: 18000, payOrderDueOn: '2026-03-02' })[0]).toBe('unmet');
    expect(money({ amount: 18000, payOrderDueOn: '2026-03-01', wagesPaid: true })[0]).toBe('unmet');
    expect(money({ amount: 18000 })[0]).toBe('unknown');
    expect(money({ matter: 'dismissal', amount: 18000, payOrderDueOn: '2026-03-01' })).toEqual(['met', 900_000, 1_800_000]);
  });
  it('emergency fund: an employer unable or gone', () => {
    expect([answer('EMERGENCY-FUND', { canPay: false }), answer('EMERGENCY-FUND', { employerUnreachable: true }), answer('EMERGENCY-FUND', { canPay: true, employerUnreachable: false }), answer('EMERGENCY-FUND', {})])
      .toEqual(['met', 'met', 'unmet', 'unknown']);
  });
  it('are none of what is no wage claim', () => expect(limits({ claimType: 'projectPayment', amount: 10000, months: 3 }).filter(({ id }) => id.startsWith('CRIM') || id === 'PAYERS')).toEqual([]));
});

describe('Who must pay', () => {
  const payers = (json: Record<string, unknown>) => find<PayersLimit>('PAYERS', json).payers;
  const names = (json: Record<string, unknown>) => payers(json).map(({ party }) => party);
  it.each<[string, Record<string, unknown>, readonly string[]]>([
    ['an employer alone', {}, ['employer']],
    ['a subcontractor, then the general contractor', { generalContractor: 'known' }, ['subcontractor', 'generalContractor']],
    ['onward contracting', { onwardContracting: true }, ['employer', 'generalContractor']],
    ['a government project whose money is not said to be there', { generalContractor: 'known', governmentInvested: true }, ['subcontractor', 'generalContractor', 'projectOwner']],
    ['a government project that was paid', { generalContractor: 'known', governmentInvested: true, projectFundsUnpaid: false }, ['subcontractor', 'generalContractor']],
    ['a private project owner that did not pay', { generalContractor: 'known', projectFundsUnpaid: true }, ['subcontractor', 'generalContractor', 'projectOwner']],
    ['a project owner that contracted to a foreman', { contractedToUnlicensedBy: 'projectOwner' }, ['employer', 'projectOwner']],
    ['a general contractor that did', { contractedToUnlicensedBy: 'generalContractor' }, ['employer', 'generalContractor']],
    ['a qualification lent', { qualificationLent: true }, ['employer', 'qualificationLender']],
    ['works without a planning permit', { planningViolation: true }, ['employer', 'projectOwner']],
    ['business passed on to one without a licence', { passedToUnlicensed: true }, ['employer', 'licensedContractor']],
    ['a dispatched worker', { laborDispatch: true }, ['dispatcher', 'userUnit']],
    ['a partnership', { employerForm: 'partnership' }, ['employer', 'investor']],
    ['an unlicensed employer', { unlicensed: true }, ['employer', 'qualificationLender', 'investor']],
  ])('%s', (_title, json, expected) => expect(names(json)).toEqual(expected));
  it('a project owner up to the unpaid project money, with the ground', () => {
    const owner = payers({ generalContractor: 'known', projectFundsUnpaid: true, unpaidProjectMoney: 300000 }).at(-1)!;
    expect([owner.isCapped, owner.upTo, owner.grounds.map(({ source }) => source)]).toEqual([true, 30_000_000, ['WPR 29']]);
    expect(payers({ projectFundsUnpaid: true }).at(-1)).toMatchObject({ isCapped: true, upTo: null });
  });
  it('a project owner without a bound once a second ground knows none', () => {
    const owner = payers({ projectFundsUnpaid: true, unpaidProjectMoney: 300000, planningViolation: true }).at(-1)!;
    expect([owner.isCapped, owner.upTo, owner.grounds.map(({ source }) => source)]).toEqual([false, null, ['WPR 29', 'WPR 37']]);
  });
  it('a general contractor gets it back from the subcontractor', () => expect(payers({ generalContractor: 'known' }).map(({ recourse }) => recourse)).toEqual([null, 'subcontractor']));
});

describe('Legal aid', () => {
  it.each<[string, Record<string, unknown>, Given, string]>([
    ['pay of a migrant worker', {}, {}, 'met'], ['of another', {}, { migrantWorker: false }, 'unmet'], ['a work injury', { matter: 'workInjury' }, {}, 'met'], ['severance', { matter: 'dismissal' }, {}, 'unmet'],
  ])('without a means check: %s', (_title, json, given, expected) => expect(answer('MEANS-EXEMPT', json, given)).toBe(expected));
  const asked = { legalAidRequested: true };
  it.each<[string, Record<string, unknown>, string]>([
    ['seven days to arbitrate, nothing else known', { ...asked, terminatedOn: '2025-03-09' }, 'unknown'], ['four days to arbitrate', { ...asked, terminatedOn: '2025-03-06' }, 'met'],
    ['urgent preservation', { ...asked, urgentPreservation: true }, 'met'], ['advance enforcement', { ...asked, advanceEnforcementRequested: true }, 'met'],
    ['four days to sue', { ...asked, awardReceivedOn: '2026-02-19' }, 'met'], ['six days to seek reconsideration', { ...asked, reconsiderBy: '2026-03-08' }, 'met'],
    ['seven days to seek reconsideration', { ...asked, reconsiderBy: '2026-03-09', urgentPreservation: false, advanceEnforcementRequested: false, terminatedOn: '2025-09-01', awardReceivedOn: '2026-03-01' }, 'unmet'],
    ['a term that is over', { ...asked, reconsiderBy: '2026-03-01', urgentPreservation: false, advanceEnforcementRequested: false, terminatedOn: '2025-09-01', awardReceivedOn: '2026-03-01' }, 'unmet'],
    ['not asked for', { legalAidRequested: false, urgentPreservation: true }, 'unmet'],
  ])('before the papers: %s', (_title, json, expected) => expect(answer('LEGAL-AID-FIRST', json)).toBe(expected));
  it('by the centre where the dispute is handled, else where the matter arose', () => {
    const centre = (json: Record<string, unknown>) => { const { choice, division } = find<ChoiceLimit>('LEGAL-AID-BODY', json); return [choice, division]; };
    expect(centre({ performRegion: '439902', workRegion: '439901' })).toEqual(['legalAidCentre', '439902']);
    expect(centre({ workRegion: '439902' })).toEqual(['legalAidCentre', '439902']);
    expect(centre({})).toEqual(['legalAidCentre', '439901']);
  });
});

describe('Several matters', () => {
  it('have each limit once, the one that holds', () => {
    const all = limits({ matters: ['dismissal', 'wages'], items: [5000], payOrderDueOn: '2026-03-01', terminatedOn: '2025-04-01' });
    const ids = all.map(({ id }) => id);
    expect([ids.filter((id) => id === 'ADDED-COMPENSATION').length, ['ARB-LIMIT', 'ARB-LIMIT-WAGE', 'CRIMINAL'].every((id) => ids.includes(id))]).toEqual([1, true]);
    expect((all.find(({ id }) => id === 'MEANS-EXEMPT') as TestLimit).answer).toBe('met');
  });
});

describe('Of any numbers', () => {
  const yuan = fc.integer({ min: 1, max: 4_000_000 }).map((fen) => fen / 100);
  const final = (items: readonly number[]) => find<ItemsLimit>('FINAL-AWARD', { items }, { origin: 'arbitrationWindow' }).answer === 'met';

  it('an award is final where no item is above 24,000 yuan, and never becomes so by asking for more', () => {
    fc.assert(fc.property(fc.array(yuan, { minLength: 1, maxLength: 6 }), yuan, fc.nat(), (items, more, at) => {
      expect(final(items)).toBe(items.every((item) => item <= 24000));
      const raised = items.map((item, i) => (i === at % items.length ? Math.round((item + more) * 100) / 100 : item));
      if (!final(items)) expect([final([...items, more]), final(raised)]).toEqual([false, false]);
    }), { numRuns: 200 });
  });

  it('more money, months or workers never takes the crime away', () => {
    const order = ['unmet', 'unknown', 'met'];
    fc.assert(fc.property(yuan, fc.integer({ min: 1, max: 12 }), yuan, fc.integer({ min: 0, max: 3 }), (amount, months, more, later) => {
      const of = (each: number, over: number) => order.indexOf(answer('CRIMINAL', { amount: each, months: over, employerUnreachable: true, payOrderDueOn: '2026-03-01' }));
      expect(of(Math.round((amount + more) * 100) / 100, months + later)).toBeGreaterThanOrEqual(of(amount, months));
    }), { numRuns: 200 });
  });

  it('neither an interruption nor force majeure ever shortens a limitation', () => {
    const day = fc.integer({ min: 0, max: 420 }).map((n) => addDays('2024-11-01', n));
    const last = (json: Record<string, unknown>) => find<PeriodLimit>('ARB-LIMIT-WAGE', json, { on: '2026-03-02' }).lastDay!;
    fc.assert(fc.property(day, day, day, fc.nat(60), (terminatedOn, interruptedOn, forceMajeureFrom, length) => {
      const plain = last({ terminatedOn });
      const interrupted = last({ terminatedOn, interruptedOn });
      expect(interrupted >= plain).toBe(true);
      expect(last({ terminatedOn, forceMajeureFrom, forceMajeureTo: addDays(forceMajeureFrom, length) }) >= plain).toBe(true);
      // In time or without effect: never a third thing.
      if (interruptedOn > plain) expect(interrupted).toBe(plain);
    }), { numRuns: 200 });
  });
});
