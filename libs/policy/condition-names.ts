import type { FactKey } from './facts.js';
import { factCatalogue } from './facts.js';

/** The name of a column for readers of either language. */
export interface ConditionName {
  readonly zh: string;
  readonly en: string;
}

const name = (zh: string, en: string): ConditionName => ({ zh, en });

/** What follows from facts, parameters and the receipt (`derive.ts`), and can be asked by a table. */
export const derivedNames: Readonly<Record<string, ConditionName>> = {
  category: name('诉求类别', 'category'), matter: name('子事项', 'sub-matter'), kind: name('诉求类型', 'kind of demand'), origin: name('来源', 'origin'),
  receivedAt: name('受理时间', 'time of receipt'), receivedDay: name('受理日', 'day of receipt'), complex: name('标为复杂诉求', 'marked complex'), migrantWorker: name('诉求人为农民工', 'requester is a migrant worker'),
  receivingRegion: name('受理地', 'receiving region'), emergencyPlace: name('急难发生地', 'place of the emergency'), appliedRegion: name('申请仲裁地', 'place applied to'), workElsewhere: name('用工地在受理地之外', 'place of employment lies elsewhere'),
  homeOutside: name('户籍地在受理地之外', 'home place lies elsewhere'), regionsNamed: name('涉及两个以上地区', 'two or more regions are named'), bothSeized: name('双方分别申请仲裁', 'both sides have applied'),
  shareWithinSmallAmount: name('人均金额不超过小额标准', 'each worker’s amount is small'), totalWithinAverageWage: name('总额不超过上年平均工资', 'the total is within the average annual wage'), manyWorkers: name('达到集体争议人数', 'as many workers as make a collective dispute'),
  majorNumber: name('达到重大案件标准', 'numbers of a major case'), crimeAmount: name('达到入罪数额', 'the amount of the crime is reached'), moneyClaimed: name('主张了金额', 'an amount is claimed'), itemsWithinMinimumWage: name('各项均不超过十二个月最低工资', 'each item is within twelve minimum wages'),
  application: name('已向仲裁机构申请', 'an application lies at arbitration'), respondentMissing: name('被申请人下落不明', 'the respondent cannot be found'), plainCase: name('事实清楚、争议不大', 'a plain case'), simplifiedExcluded: name('依法不得简易处理', 'the simplified procedure is excluded'),
  projectMoneyLacking: name('工程款未按约拨付', 'project money was not paid as agreed'), remunerationClaimed: name('主张劳动报酬', 'remuneration is claimed'), speedyClaim: name('农民工主张劳动报酬', 'a migrant worker claims remuneration'), wageClaim: name('主张工资', 'wages are claimed'),
  laborClaim: name('劳动争议诉求', 'a labour claim'), claimsApart: name('各自主张', 'each claims for himself'), awardWanted: name('要求裁决', 'an award is wanted'), sectorGroup: name('行业主管', 'sector regulator'), sectorKnown: name('行业已知', 'the sector is known'),
  contracted: name('有施工总承包单位', 'there is a general contractor'), dispatched: name('劳务派遣', 'dispatched labour'), duplicate: name('重复诉求', 'the same demand again'), legalAidWanted: name('申请法律援助', 'legal aid is asked for'), legalAidAsked: name('涉及法律援助', 'legal aid is in question'),
  filed: name('监察已立案', 'inspection has filed the case'), objected: name('派单异议', 'the dispatch is objected to'), payOrderExpired: name('责令支付期满', 'the order to pay has expired'), agreementUnperformed: name('调解协议逾期未履行', 'the agreement is unperformed'),
  lookbackPassed: name('超过监察追责期', 'inspection’s look-back has passed'), employmentEndedOn: name('劳动关系终止日', 'end of employment'), limitation: name('适用的仲裁时效', 'limitation that applies'), limitationFrom: name('时效起算日', 'day the limitation counts from'),
  arbitrationLimitOpen: name('仲裁时效未过', 'arbitration is still in time'), arbitrationDaysLeft: name('距仲裁时效届满天数', 'days left to arbitrate'), landDaysLeft: name('距土地仲裁时效届满天数', 'days left for land arbitration'), sueDaysLeft: name('距起诉期满天数', 'days left to sue'),
  reconsiderDaysLeft: name('距复议期满天数', 'days left to seek reconsideration'), enforcementDaysLeft: name('距申请执行期满天数', 'days left to enforce'), injuredOn: name('受伤或者诊断日', 'day of injury or diagnosis'), injuryDaysLeft: name('距工伤申请期满天数', 'days left to apply for injury recognition'),
  arbitrationStart: name('仲裁申请收到日', 'day the application was received'), pensionerClosed: name('按地区规定不属劳动争议', 'closed to arbitration by regional rule'), overAgeOpen: name('超龄劳动者新规适用', 'the over-age rule applies'), schoolStartNear: name('临近开学', 'school start is near'),
  clearBy: name('清零时点', 'zero-clearance date'), diseaseDiagnosed: name('已诊断职业病', 'an occupational disease was diagnosed'), incomeUncovered: name('无收入且无失业保险', 'no income and no unemployment insurance'), vulnerable: name('老弱病残', 'vulnerable'), childUnder14: name('未满十四周岁', 'a child under 14'),
};

/** What the stages of a decision add to that. */
export const stageNames: Readonly<Record<string, ConditionName>> = {
  'topics.topic': name('事项', 'topic'), table: name('适用表', 'table'), rule: name('命中规则', 'rule met'), lead: name('主办单位', 'lead'), mode: name('处理方式', 'mode'), block: name('顺位', 'block'),
  atArbitration: name('在仲裁程序中', 'in arbitration'), split: name('拆分工单', 'split'), outside: name('在受理地之外办理', 'handled elsewhere'), mediationAssists: name('调解组织协办', 'mediation assists'),
  inspectionAssists: name('监察机构协办', 'inspection assists'), appliesToCourt: name('申请法院执行', 'applies to the court'),
  workElsewhere: name('用工地在外地', 'place of employment elsewhere'), seatElsewhere: name('注册地在外地', 'employer’s seat elsewhere'), projectElsewhere: name('项目地在外地', 'project elsewhere'), homeElsewhere: name('户籍地在外地', 'home place elsewhere'),
  habitualElsewhere: name('居住地在外地', 'residence elsewhere'), emergencyElsewhere: name('急难发生地在外地', 'emergency elsewhere'), receivingElsewhere: name('受理地在外地', 'receiving region elsewhere'),
  workOtherProvince: name('用工地在外省', 'place of employment in another province'), seatOtherProvince: name('注册地在外省', 'employer’s seat in another province'), projectOtherProvince: name('项目地在外省', 'project in another province'),
  homeOtherProvince: name('户籍地在外省', 'home place in another province'), habitualOtherProvince: name('居住地在外省', 'residence in another province'), emergencyOtherProvince: name('急难发生地在外省', 'emergency in another province'), receivingOtherProvince: name('受理地在外省', 'receiving region in another province'),
};

/** What a column asks, in words; a flag or a column of a pack that came later is named by its key. */
export function conditionName(field: string): ConditionName {
  if (Object.hasOwn(stageNames, field)) return stageNames[field]!;
  if (Object.hasOwn(factCatalogue, field)) { const { zh, en } = factCatalogue[field as FactKey]; return { zh, en }; }
  return Object.hasOwn(derivedNames, field) ? derivedNames[field]! : { zh: field, en: field };
}
