import type { ChoiceLimit, Limit, TestLimit } from './limit.js';
import type { Case } from './case.js';
import { yuan } from './case.js';
import { answerOf, outcome, step, test } from './steps.js';
import { claimedTotal, inFen, reaches, workersOf } from '../thresholds.js';

/** How the demand is to be handled beside its route: under whose eyes, by when arrears are cleared, who proves, and what helps meanwhile. */
export function handlingLimits(one: Case): readonly Limit[] {
  const labour = one.topic.category === 'D01';
  const [supervision, burden] = [majorSupervision(one), burdenOfProof(one)];
  return [
    ...(labour || supervision.answer === 'met' ? [supervision] : []),
    ...(labour || burden.answer === 'met' ? [burden] : []),
    ...(labour ? [publicNotice(one)] : []),
    ...(one.context['wageClaim'] === true ? [clearZero(one), relief(one)] : []),
  ];
}

/** S-BJ25 七; the numbers are the region's. */
function majorSupervision({ facts, pack, flags }: Case): TestLimit {
  const { workers, amount } = pack.parameters.majorSupervision;
  const [count, total, most] = [workersOf(facts), claimedTotal(facts), inFen(amount)];
  const steps = [
    step({ point: 'ground', way: 'workers', zh: `劳动者 ${count} 人，不少于 ${workers} 人`, en: `${count} workers, at least ${workers}`, answer: answerOf(count >= workers), wanted: workers, found: count, facts: ['workers'], source: 'S-BJ25 七' }),
    step({ point: 'ground', way: 'amount', zh: `合计 ${yuan(total)} 元，不少于 ${amount} 元`, en: `${yuan(total)} yuan together, at least ${amount}`, answer: answerOf(reaches(total, most)), wanted: most ?? null, found: total ?? null, facts: ['amount', 'items'], source: 'S-BJ25 七' }),
    step({ point: 'ground', way: 'gathering', zh: '聚集苗头', en: 'A gathering under way or announced', answer: answerOf(facts.gathering), facts: ['gathering'], source: 'LSR 14' }),
    step({ point: 'ground', way: 'crime', zh: '符合涉罪移送条件', en: 'The test of the crime is met', answer: answerOf(flags['criminalCandidate'] === true), source: 'CRIM' }),
  ];
  return {
    ...test('MAJOR-SUPERVISION', '重大案件挂牌督办', 'supervision of major cases', steps), flag: 'majorSupervision', source: 'S-BJ25 七', confidence: 'P',
    ...outcome(steps, ['由负责人挂牌督办，问题解决方可摘牌。', 'Supervised by a named head with a deadline; delisted only once the problem is solved.'], ['不属重大案件。', 'No major case.']),
  };
}

/** LDMA 6; WPR 50: who holds the records has to produce them. */
function burdenOfProof({ facts }: Case): TestLimit {
  const steps = [step({ point: 'records', zh: '合同、考勤、工资台账由用人单位掌握', en: 'Contract, attendance and pay records are held by the employer', answer: answerOf(facts.employerHoldsRecords), facts: ['employerHoldsRecords'], source: 'LDMA 6' })];
  return {
    ...test('BURDEN', '举证责任', 'burden of proof', steps), flag: 'burden', source: 'LDMA 6; WPR 50; 人社部发〔2014〕100号 一(一)', confidence: 'A',
    ...outcome(steps, ['用人单位不提供的，承担不利后果；监察可以按劳动者的证据认定。', 'What the employer does not produce counts against it; inspection may decide on the worker’s evidence.'], ['证据由主张者提供。', 'Who claims proves.']),
  };
}

/** ZJ-ARB 35. */
function publicNotice({ facts, atArbitration }: Case): TestLimit {
  const missing = facts.respondentReachable === undefined ? undefined : !facts.respondentReachable;
  const steps = [
    step({ point: 'application', zh: '已向仲裁机构申请', en: 'An application lies at the arbitration office', answer: answerOf(atArbitration), facts: ['applicationReceived'], source: 'LDMA 28' }),
    step({ point: 'respondent', zh: '被申请人下落不明', en: 'The respondent cannot be found', answer: answerOf(missing), facts: ['respondentReachable'], source: 'ZJ-ARB 35' }),
  ];
  return {
    ...test('PUBLIC-NOTICE', '公告送达', 'service by public notice', steps), flag: 'publicNotice', source: 'ZJ-ARB 35', confidence: 'A',
    ...outcome(steps, ['以公告送达，公告期间不计入审限。', 'Served by public notice, whose time is not counted.'], ['不需公告送达。', 'No public notice is needed.']),
  };
}

/** S-SH21 七: the two zero-clearances. */
function clearZero({ facts, context }: Case): ChoiceLimit {
  const first = facts.governmentInvested === true || facts.stateOwned === true;
  const by = typeof context['clearBy'] === 'string' ? context['clearBy'] : undefined;
  const steps = [step({
    point: 'project', zh: '政府投资、国有企业项目', en: 'Project of the government or of a state-owned enterprise', answer: answerOf(first ? true : facts.governmentInvested === undefined && facts.stateOwned === undefined ? undefined : false),
    facts: ['governmentInvested', 'stateOwned'], source: 'S-SH21 七',
  })];
  const told = first
    ? { zh: `政府投资、国企项目的欠薪，当年年底前清零${by === undefined ? '' : `（${by}）`}。`, en: `Arrears of a government or state-owned project: cleared by the end of the year${by === undefined ? '' : ` (${by})`}.` }
    : { zh: '其他欠薪，次年春节前清零。', en: 'Other arrears: cleared before the next Spring Festival.' };
  return { kind: 'choice', id: 'CLEAR-ZERO', title: { zh: '两清零', en: 'the two zero-clearances' }, choice: first ? 'A' : 'B', division: null, steps, source: 'S-SH21 七', confidence: 'B', ...told };
}

/** S-CQ24 (六): hardship beside arrears is looked into. */
function relief({ facts, flags }: Case): TestLimit {
  const of = (way: 'lifeSeriouslyAffected' | 'illnessUntreated' | 'childOutOfSchool', zh: string, en: string) =>
    step({ point: 'hardship', way, zh, en, answer: answerOf(facts[way]), facts: [way], source: 'S-CQ24 (六)' });
  const steps = [
    of('lifeSeriouslyAffected', '生活严重困难', 'Life seriously affected'), of('illnessUntreated', '重病未治', 'Illness untreated'), of('childOutOfSchool', '子女失学', 'Child out of school'),
    step({ point: 'hardship', way: 'emergencyFund', zh: '符合动用应急周转金的条件', en: 'The emergency fund is open', answer: answerOf(flags['emergencyFund'] === true), source: 'WPR 63' }),
  ];
  return {
    ...test('RELIEF', '困难救助', 'relief', steps), flag: 'relief', source: 'S-CQ24 (六)', confidence: 'P',
    ...outcome(steps, ['应同时了解是否需要临时救助。', 'Whether temporary relief is needed is to be looked into.'], ['没有需要救助的情形。', 'Nothing that calls for relief.']),
  };
}
