import type { Answer, Limit, LimitStep, MoneyLimit, TestLimit } from './limit.js';
import type { Case } from './case.js';
import { yuan } from './case.js';
import { answerOf, outcome, outcomeOf, step, test } from './steps.js';
import { claimedTotal, inFen, monthsOwed, reaches, shareOf, workersOf } from '../thresholds.js';

const CRIME = 'CRIM; CRIM-I 2-4; 人社部发〔2014〕100号 一(二)';

/** What arrears can bring on the employer, element by element, so that an inspector sees what lacks; and what helps the worker meanwhile. */
export function sanctionLimits(one: Case): readonly Limit[] {
  const compensation = addedCompensation(one);
  if (one.context['wageClaim'] !== true) return compensation ? [compensation] : [];
  const candidate = criminalCandidate(one);
  return [criminalWatch(one), candidate, aggravated(one, candidate.answer), sanctionList(one), ...(compensation ? [compensation] : []), emergencyFund(one)];
}

/** CRIM-I 3: one worker's pay of so many months, or so many workers' together; the province fixes the figures. */
function amountSteps({ facts, pack: { parameters } }: Case): readonly LimitStep[] {
  const { crimeSingle, crimeGroup } = parameters;
  const [share, total, months, workers] = [shareOf(facts), claimedTotal(facts), monthsOwed(facts), workersOf(facts)];
  const [each, sum] = [inFen(crimeSingle?.amount), inFen(crimeGroup?.amount)];
  const of = (way: string, zh: string, en: string, found: number | undefined, wanted: number | undefined, facts: LimitStep['facts']) =>
    step({ point: 'amount', way, zh, en, answer: answerOf(reaches(found, wanted)), found: found ?? null, wanted: wanted ?? null, facts: wanted === undefined ? [] : facts, source: 'CRIM-I 3' });
  return [
    of('single', `每人 ${yuan(share)} 元，不少于 ${yuan(each)} 元`, `${yuan(share)} yuan a worker, at least ${yuan(each)}`, share, each, ['amount', 'items', 'workers']),
    of('single', `拖欠 ${months ?? '?'} 个月，不少于 ${crimeSingle?.months ?? '?'} 个月`, `${months ?? '?'} months owed, at least ${crimeSingle?.months ?? '?'}`, months, crimeSingle?.months, ['months', 'periodFrom', 'periodTo']),
    of('group', `劳动者 ${workers} 人，不少于 ${crimeGroup?.workers ?? '?'} 人`, `${workers} workers, at least ${crimeGroup?.workers ?? '?'}`, workers, crimeGroup?.workers, ['workers']),
    of('group', `合计 ${yuan(total)} 元，不少于 ${yuan(sum)} 元`, `${yuan(total)} yuan together, at least ${yuan(sum)}`, total, sum, ['amount', 'items']),
  ];
}

/** Ways to escape payment (CRIM-I 2). In arbitration a respondent who cannot be found has absconded. */
function escapeSteps(one: Case): readonly LimitStep[] {
  const { facts, atArbitration } = one;
  const gone = facts.employerUnreachable === true || (atArbitration && facts.respondentReachable === false);
  const here = facts.employerUnreachable === false || (atArbitration && facts.respondentReachable === true);
  return [
    step({ point: 'conduct', way: 'absconds', zh: '逃跑、藏匿', en: 'Absconds or hides', answer: gone ? 'met' : here ? 'unmet' : 'unknown', facts: ['employerUnreachable', 'respondentReachable'], source: 'CRIM-I 2' }),
    step({ point: 'conduct', way: 'movesAssets', zh: '转移财产', en: 'Moves assets', answer: answerOf(facts.assetsMoved), facts: ['assetsMoved'], source: 'CRIM-I 2' }),
    step({ point: 'conduct', way: 'destroysRecords', zh: '隐匿、销毁账目材料', en: 'Hides or destroys pay records', answer: answerOf(facts.recordsDestroyed), facts: ['recordsDestroyed'], source: 'CRIM-I 2' }),
  ];
}

function orderStep({ facts, context }: Case): LimitStep {
  const expired = facts.payOrderDueOn === undefined ? undefined : context['payOrderExpired'] === true;
  return step({
    point: 'order', zh: `责令支付的期限已满${facts.payOrderDueOn === undefined ? '' : `（${facts.payOrderDueOn}）`}`, en: `The order to pay has run out${facts.payOrderDueOn === undefined ? '' : ` (${facts.payOrderDueOn})`}`,
    answer: answerOf(expired), found: facts.payOrderDueOn ?? null, facts: ['payOrderDueOn'], source: 'CRIM; WPR 42',
  });
}

/** A warning to the inspector before an order to pay has run out. */
function criminalWatch(one: Case): TestLimit {
  const amount = outcomeOf(amountSteps(one));
  const signs = [
    step({ point: 'sign', way: 'amount', zh: '达到定罪数额', en: 'The amount of the crime is reached', answer: amount, facts: ['amount', 'months', 'workers'], source: 'CRIM-I 3' }),
    ...escapeSteps(one).map((each) => ({ ...each, point: 'sign' })),
  ];
  const steps = [...signs, { ...orderStep(one), point: 'expired', excludes: true }];
  return {
    ...test('CRIMINAL-WATCH', '涉罪预警', 'criminal watch', steps), flag: 'criminalWatch', source: 'CRIM', confidence: 'P',
    ...outcome(steps, ['提示监察员：及时责令支付并固定证据，尚不移送。', 'The inspector is warned: order payment and secure evidence in time; no transfer yet.'], ['没有涉罪预警。', 'No criminal watch.']),
  };
}

function criminalCandidate(one: Case): TestLimit {
  const { facts } = one;
  const steps = [
    ...amountSteps(one), ...escapeSteps(one),
    step({ point: 'conduct', way: 'ableButRefuses', zh: '有能力支付而不支付', en: 'Able to pay and does not', answer: answerOf(facts.canPay), facts: ['canPay'], source: 'CRIM' }),
    orderStep(one),
  ];
  return {
    ...test('CRIMINAL', '拒不支付劳动报酬罪移送', 'transfer for refusing to pay', steps), flag: 'criminalCandidate', source: CRIME, confidence: 'A',
    ...outcome(steps, ['涉嫌拒不支付劳动报酬罪，应当移送公安机关。', 'Suspected of refusing to pay labour remuneration: to be transferred to the police.'], ['不具备移送条件。', 'Not to be transferred.']),
  };
}

function aggravated({ facts }: Case, candidate: Answer): TestLimit {
  const of = (way: 'lifeSeriouslyAffected' | 'illnessUntreated' | 'childOutOfSchool' | 'violenceOrThreat', zh: string, en: string) =>
    step({ point: 'consequence', way, zh, en, answer: answerOf(facts[way]), facts: [way], source: 'CRIM-I 5' });
  const steps = [
    step({ point: 'crime', zh: '符合移送条件', en: 'The test of the crime is met', answer: candidate, source: 'CRIM' }),
    of('lifeSeriouslyAffected', '劳动者基本生活受到严重影响', 'Life seriously affected'), of('illnessUntreated', '重大疾病无法及时医治', 'Serious illness untreated'),
    of('childOutOfSchool', '子女失学', 'Children out of school'), of('violenceOrThreat', '使用暴力或者以暴力相威胁', 'Violence or threat of it'),
  ];
  return {
    ...test('AGGRAVATED', '造成严重后果', 'serious consequences', steps), flag: 'aggravated', source: 'CRIM-I 5', confidence: 'A',
    ...outcome(steps, ['造成严重后果的，处三年以上七年以下有期徒刑。', 'With serious consequences: three to seven years’ imprisonment.'], ['没有严重后果的加重情节。', 'No aggravating consequence.']),
  };
}

function sanctionList(one: Case): TestLimit {
  const { facts } = one;
  const incident = [facts.gathering, facts.selfHarmRisk, facts.massIncident];
  const steps = [
    ...amountSteps(one).map((each) => ({ ...each, source: 'BL 5' })),
    step({
      point: 'amount', way: 'incident', zh: '引发群体性或者极端事件，造成严重不良社会影响', en: 'A mass or extreme incident with serious bad influence',
      answer: answerOf(incident.some((each) => each === true) ? true : incident.every((each) => each === undefined) ? undefined : false), facts: ['gathering', 'selfHarmRisk', 'massIncident'], source: 'BL 5',
    }),
    orderStep(one),
  ];
  return {
    ...test('SANCTION-LIST', '失信联合惩戒名单', 'joint-sanction list', steps), flag: 'sanctionListCandidate', source: 'BL 5; WPR 48', confidence: 'A',
    ...outcome(steps, ['应当列入失信联合惩戒对象名单：用人单位及有关责任人员，期限三年。', 'To be listed for joint sanctions: the employer and the persons responsible, for three years.'], ['不具备列入名单的条件。', 'Not to be listed.']),
  };
}

/** LSR 26: 50 to 100 per cent of what was to be paid, on top of it, once an order to pay wages or compensation was not followed. */
function addedCompensation(one: Case): MoneyLimit | undefined {
  const { facts, topic, context } = one;
  if (context['wageClaim'] !== true && topic.matter !== 'dismissal') return undefined;
  const owed = facts.payOrderAmount ?? claimedTotal(facts);
  const steps = [
    orderStep(one),
    step({ point: 'paid', zh: '已经付清', en: 'Paid in full', excludes: true, answer: answerOf(facts.wagesPaid), facts: ['wagesPaid'], source: 'LSR 26' }),
    step({ point: 'base', zh: `应付金额 ${yuan(owed)} 元的50%至100%`, en: `50 to 100 per cent of the ${yuan(owed)} yuan to be paid`, found: owed ?? null, facts: ['payOrderAmount', 'amount'], source: 'LSR 26' }),
  ];
  const answer = outcomeOf(steps);
  const [least, most] = owed === undefined ? [null, null] : [Math.round(owed / 2), Math.round(owed)];
  return {
    kind: 'money', id: 'ADDED-COMPENSATION', title: { zh: '加付赔偿金', en: 'additional compensation' }, answer, least, most, steps, source: 'LSR 26', confidence: 'A',
    ...outcome(steps, [`逾期不支付，责令加付赔偿金 ${yuan(least)} 元至 ${yuan(most)} 元。`, `The order was not followed: additional compensation of ${yuan(least)} to ${yuan(most)} yuan is to be ordered.`], ['责令支付期满前或者已付清的，不加付赔偿金。', 'No additional compensation before the order has run out, nor once it is paid.']),
  };
}

function emergencyFund({ facts }: Case): TestLimit {
  const steps = [
    step({ point: 'ground', way: 'unable', zh: '用人单位一时无力支付', en: 'The employer is temporarily unable to pay', answer: answerOf(facts.canPay === undefined ? undefined : !facts.canPay), facts: ['canPay'], source: 'WPR 63' }),
    step({ point: 'ground', way: 'absconded', zh: '用人单位逃匿', en: 'The employer has absconded', answer: answerOf(facts.employerUnreachable), facts: ['employerUnreachable'], source: 'WPR 63' }),
  ];
  return {
    ...test('EMERGENCY-FUND', '应急周转金', 'emergency fund', steps), flag: 'emergencyFund', source: 'WPR 63', confidence: 'A',
    ...outcome(steps, ['可以动用应急周转金先行垫付部分工资或者基本生活费，再依法追偿。', 'The emergency fund may advance part of the wages or living costs, with recourse against the employer.'], ['不具备动用应急周转金的条件。', 'The emergency fund is not open.']),
  };
}
