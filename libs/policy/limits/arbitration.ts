import type { ChoiceLimit, ItemLimit, ItemsLimit, Limit, LimitStep, TestLimit } from './limit.js';
import type { Case } from './case.js';
import { yuan } from './case.js';
import { answerOf, outcome, step, test, worst } from './steps.js';
import { claimedTotal, finalAwardLimit, inFen, isFinalItem, isPlainCase, itemsOf, workersOf } from '../thresholds.js';

/** What arbitration may and must do with a labour claim: final award, simplified and speedy track, collective dispute, who hears it, enforcement in advance. */
export function arbitrationLimits(one: Case): readonly Limit[] {
  const collective = collectiveTest(one);
  if (one.topic.category !== 'D01') return collective.answer === 'met' ? [collective] : [];
  const simplified = simplifiedTest(one);
  return [finalAward(one), simplified, speedyTest(one), collective, tribunal(one, simplified, collective), advanceEnforcement(one)];
}

const claimWords: Readonly<Record<string, readonly [string, string]>> = {
  wages: ['工资', 'wages'], overtime: ['加班费', 'overtime pay'], annualLeave: ['未休年休假工资', 'pay for annual leave'], severance: ['经济补偿', 'severance'],
  injuryMedical: ['工伤医疗费', 'injury medical fee'], damages: ['赔偿金', 'damages'], other: ['其他请求', 'another claim'],
};

/** LDMA 47: item by item against twelve times the monthly minimum wage (SPC1 19); one above makes the whole award non-final (SPC1 20). */
function finalAward(one: Case): ItemsLimit {
  const { facts, pack, topic, atArbitration, flags } = one;
  const most = finalAwardLimit(facts, pack.parameters);
  const items: readonly ItemLimit[] = itemsOf(facts, topic.matter).map((item, i) => ({
    item: i + 1, claim: item.kind, amount: item.amount, most: most ?? null, answer: answerOf(isFinalItem(item, most)),
  }));
  const standards = items.length === 0 && (topic.matter === 'laborContract' || topic.matter === 'socialInsurance');
  const isMixed = items.some(({ answer }) => answer === 'met') && items.some(({ answer }) => answer === 'unmet');
  const inScope = atArbitration || flags['arbitrationScope'] === true;
  const amounts = standards ? 'met' as const : items.length === 0 ? 'unknown' as const : worst(items.map(({ answer }) => answer));
  const steps = [
    step({ point: 'scope', zh: '属于可以仲裁的劳动争议', en: 'A labour dispute open to arbitration', answer: answerOf(inScope), source: 'LDMA 2' }),
    ...items.map((item) => itemStep(item)),
    ...(items.length > 0 ? [] : [step({ point: 'items', zh: '各项请求金额；或者因执行劳动标准（工时、休息、社会保险）发生的争议', en: 'The amount of each claim; or a dispute on labour standards (hours, rest, social insurance)', answer: amounts, facts: ['items', 'amount'], source: 'LDMA 47' })]),
  ];
  const answer = worst([answerOf(inScope), amounts]);
  return {
    kind: 'items', id: 'FINAL-AWARD', title: { zh: '终局裁决', en: 'final award' }, answer, flag: atArbitration ? 'finalAward' : 'finalAwardIfArbitrated', items, isMixed, steps,
    source: 'LDMA 47-49; SPC1 19; SPC1 20', confidence: 'A', ...finalSentence(answer, isMixed, items.length, yuan(most)),
  };
}

function itemStep({ item, claim, amount, most, answer }: ItemLimit): LimitStep {
  const [zh, en] = claimWords[claim] ?? claimWords['other']!;
  const named = claim === 'other'
    ? { zh: '不属于可以终局的金额请求', en: 'no claim whose award can be final by its amount' }
    : { zh: `不超过十二个月最低工资 ${yuan(most)} 元`, en: `not above twelve months’ minimum wage, ${yuan(most)} yuan` };
  return step({
    point: `item ${item}`, zh: `第${item}项 ${zh} ${yuan(amount)} 元：${named.zh}`, en: `Claim ${item}, ${en}, ${yuan(amount)} yuan: ${named.en}`,
    answer, wanted: most, found: amount, facts: answer === 'unknown' ? ['minWageMonth'] : ['items', 'itemKinds'], source: 'LDMA 47; SPC1 19',
  });
}

function finalSentence(answer: ItemsLimit['answer'], isMixed: boolean, count: number, most: string): { zh: string; en: string } {
  if (answer === 'met') return { zh: '裁决自作出之日起生效：劳动者不服可在15日内起诉，单位只能在30日内申请撤销。', en: 'The award binds when it is made: the worker may sue within 15 days, the employer may only ask within 30 days to have it set aside.' };
  if (answer === 'unknown') return count === 0 ? { zh: '各项金额不明，尚不能判断是否终局。', en: 'The amounts are not known: whether the award is final cannot be told yet.' } : { zh: '月最低工资标准不明，尚不能判断是否终局。', en: 'The minimum wage is not known: whether the award is final cannot be told yet.' };
  return isMixed
    ? { zh: `有的请求超过 ${most} 元，同一裁决按非终局处理，双方均可在15日内起诉。`, en: `Some of the claims are above ${most} yuan: the whole award counts as non-final, and either side may sue within 15 days.` }
    : { zh: '裁决不是终局，双方均可在15日内起诉。', en: 'The award is not final: either side may sue within 15 days.' };
}

/** CHR 57; a ground that is not known does not exclude. */
function exclusions({ facts }: Case): readonly LimitStep[] {
  const of = (zh: string, en: string, fact: 'publicInterest' | 'majorSocialImpact' | 'unfitForSimplified') =>
    step({ point: 'exclusion', way: fact, zh, en, excludes: true, answer: answerOf(facts[fact]), facts: [fact], source: 'CHR 57' });
  const missing = facts.respondentReachable === undefined ? undefined : !facts.respondentReachable;
  return [
    step({ point: 'exclusion', way: 'respondentMissing', zh: '被申请人下落不明', en: 'The respondent cannot be found', excludes: true, answer: answerOf(missing), facts: ['respondentReachable'], source: 'CHR 57' }),
    of('涉及国家利益、社会公共利益', 'State or public interest concerned', 'publicInterest'),
    of('有重大社会影响', 'Major social impact', 'majorSocialImpact'),
    of('仲裁委员会认为不宜简易处理', 'The committee finds it unfit', 'unfitForSimplified'),
  ];
}

function applied({ atArbitration }: Case): LimitStep {
  return step({ point: 'application', zh: '已向仲裁机构申请', en: 'An application lies at the arbitration office', answer: answerOf(atArbitration), facts: ['applicationReceived'], source: 'LDMA 28' });
}

/** CHR 56: a plain case, a small total, or the consent of both. */
function simplifiedTest(one: Case): TestLimit {
  const { facts, pack } = one;
  const total = claimedTotal(facts);
  const most = inFen(pack.parameters.averageAnnualWage);
  const denied = facts.rightsClear === false || facts.factsClear === false || facts.littleDispute === false;
  const steps = [
    applied(one),
    step({ point: 'ground', way: 'plain', zh: '事实清楚、权利义务明确、争议不大', en: 'Facts clear, rights clear, little dispute', answer: isPlainCase(facts) ? 'met' : denied ? 'unmet' : 'unknown', facts: ['rightsClear', 'factsClear', 'littleDispute'], source: 'CHR 56' }),
    step({
      point: 'ground', way: 'amount', zh: `标的额 ${yuan(total)} 元，不超过上年度职工年平均工资 ${yuan(most)} 元`, en: `Total ${yuan(total)} yuan, not above the average annual wage of the previous year, ${yuan(most)} yuan`,
      answer: answerOf(total === undefined || most === undefined ? undefined : total <= most), wanted: most ?? null, found: total ?? null, facts: ['amount', 'items'], source: 'CHR 56',
    }),
    step({ point: 'ground', way: 'consent', zh: '双方同意', en: 'Both sides agree', answer: answerOf(facts.bothAgreeSimplified), facts: ['bothAgreeSimplified'], source: 'CHR 56' }),
    ...exclusions(one),
  ];
  return {
    ...test('SIMPLIFIED', '简易处理', 'simplified procedure', steps), flag: 'simplified', source: 'CHR 56-61', confidence: 'B',
    ...outcome(steps, ['可以简易处理：独任仲裁，答辩期可以缩短或放弃。', 'The simplified procedure is open: a sole arbitrator, and a shorter or waived time to answer.'], ['不适用简易处理。', 'The simplified procedure is not open.']),
  };
}

function speedyTest(one: Case): TestLimit {
  const steps = [
    applied(one),
    step({ point: 'worker', zh: '申请人是农民工', en: 'The claimant is a migrant worker', answer: answerOf(one.context['migrantWorker'] === true), source: 'S-BJ25 七' }),
    step({ point: 'claim', zh: '请求支付劳动报酬', en: 'Remuneration is claimed', answer: answerOf(one.context['remunerationClaimed'] === true), facts: ['itemKinds'], source: 'S-CQ24 (三)' }),
    ...exclusions(one),
  ];
  return {
    ...test('SPEEDY', '速裁', 'speedy track', steps), flag: 'speedy', source: 'S-BJ25 七; S-CQ24 (三)', confidence: 'B',
    ...outcome(steps, ['由速裁庭快立、快调、快审、快结，目标30日。', 'The speedy tribunal files, mediates, hears and concludes it fast; target 30 days.'], ['不进入速裁。', 'Not for the speedy track.']),
  };
}

/** LDMA 7: pay of several workers reported together is one claim unless it is said to be several. */
function collectiveTest(one: Case): TestLimit {
  const { facts, pack, context } = one;
  const least = pack.parameters.collectiveWorkers;
  const workers = workersOf(facts);
  const common = facts.commonClaim ?? (context['wageClaim'] === true ? true : undefined);
  const steps = [
    step({ point: 'workers', zh: `劳动者 ${workers} 人，不少于 ${least} 人`, en: `${workers} workers, at least ${least}`, answer: answerOf(workers >= least), wanted: least, found: workers, facts: ['workers'], source: 'LDMA 7' }),
    step({ point: 'common', zh: '有共同请求（一并反映的工资即为共同请求，另有说明的除外）', en: 'A common claim (pay reported together is one, unless it is said not to be)', answer: answerOf(common), facts: ['commonClaim'], source: 'LDMA 7' }),
    ...(facts.reps === undefined ? [] : [step({ point: 'representatives', zh: `推举代表 ${facts.reps} 人，应为3至5人`, en: `${facts.reps} representatives; 3 to 5 are to be chosen`, wanted: '3-5', found: facts.reps, facts: ['reps'], source: 'CHR 5' })]),
  ];
  return {
    ...test('COLLECTIVE', '集体争议', 'collective dispute', steps), flag: 'collective', source: 'LDMA 7; CHR 5; CHR 62-67', confidence: 'A',
    ...outcome(steps, ['集体争议：推举3至5名代表，由三名仲裁员组成仲裁庭，先行协商调解。', 'A collective dispute: 3 to 5 representatives, three arbitrators, negotiation or mediation first.'], ['不是集体争议。', 'No collective dispute.']),
  };
}

/** LDMA 31; CHR 58, 62-67: three hear a collective dispute even where it is simplified. */
function tribunal(one: Case, simplified: TestLimit, collective: TestLimit): ChoiceLimit {
  const choice = collective.answer === 'met' ? 'panelOfThree' : simplified.answer === 'met' ? 'soleArbitrator' : 'panelOfThree';
  const steps = [
    step({ point: 'collective', zh: '集体争议由三名仲裁员审理', en: 'Three arbitrators hear a collective dispute', answer: collective.answer, facts: ['workers', 'commonClaim'], source: 'CHR 62-67' }),
    step({ point: 'simplified', zh: '简易处理的可以独任', en: 'A sole arbitrator may hear it in the simplified procedure', answer: simplified.answer, source: 'CHR 58' }),
  ];
  const sentence = choice === 'soleArbitrator'
    ? { zh: '可以由一名仲裁员独任仲裁。', en: 'A sole arbitrator may hear it.' }
    : { zh: '由三名仲裁员组成仲裁庭，设首席仲裁员；简单案件可以独任。', en: 'A panel of three with a presiding arbitrator; a simple case may be heard by one.' };
  const three = { zh: '必须由三名仲裁员组成仲裁庭，设首席仲裁员。', en: 'It has to be heard by a panel of three with a presiding arbitrator.' };
  return {
    kind: 'choice', id: 'TRIBUNAL', title: { zh: '仲裁庭组成', en: 'who hears it' }, choice, division: null, steps, source: 'LDMA 31; CHR 58; CHR 62-67', confidence: 'B',
    ...(collective.answer === 'met' ? three : sentence),
  };
}

/** LDMA 44: no security from the worker; the court executes. */
function advanceEnforcement({ facts }: Case): TestLimit {
  const of = (zh: string, en: string, fact: 'rightsClear' | 'lifeSeriouslyAffected' | 'advanceEnforcementRequested') =>
    step({ point: fact, zh, en, answer: answerOf(facts[fact]), facts: [fact], source: 'LDMA 44' });
  const steps = [
    of('当事人之间权利义务关系明确', 'Rights and duties are clear', 'rightsClear'),
    of('不先予执行将严重影响申请人的生活', 'Without it the applicant’s life is seriously affected', 'lifeSeriouslyAffected'),
    of('当事人申请', 'It is applied for', 'advanceEnforcementRequested'),
  ];
  return {
    ...test('ADVANCE-ENFORCEMENT', '先予执行', 'advance enforcement', steps), flag: 'advanceEnforcement', source: 'LDMA 44', confidence: 'A',
    ...outcome(steps, ['可以裁决先予执行，移送人民法院执行；劳动者可以不提供担保。', 'Enforcement in advance may be ruled and is executed by the court; the worker gives no security.'], ['不具备先予执行的条件。', 'Enforcement in advance is not open.']),
  };
}
