import type { Entry, Kind, Values } from './fact-values.js';
import { expected, readers } from './fact-values.js';
import { isInside } from '#libs/contracts/divisions.js';
import { yuanOf } from '#libs/contracts/money.js';
import { matters } from './matters.js';

const entry = <const K extends Kind>(kind: K, zh: string, en: string) => ({ kind, zh, en });
const choice = <const K extends 'choice' | 'choices'>(kind: K, zh: string, en: string, values: readonly string[]) => ({ kind, zh, en, values });
const personal = <const K extends Kind>(kind: K, zh: string, en: string) => ({ kind, zh, en, personal: true as const });
const matterNames = Object.keys(matters);
export const demandKinds = ['consult', 'help', 'complaint', 'report', 'suggestion'] as const;

/** Every fact that a rule may ask for. */
export const factCatalogue = {
  workers: entry('count', '涉及人数', 'workers in the claim'),
  amount: entry('money', '金额合计（元）', 'amount claimed in total (yuan)'),
  months: entry('number', '拖欠月数', 'months of pay owed'),
  periodFrom: entry('month', '拖欠起始月', 'first month owed'),
  periodTo: entry('month', '拖欠截止月', 'last month owed'),
  sector: entry('sector', '行业代码（GB/T 4754）', 'industry code (GB/T 4754)'),
  worksType: choice('choice', '工程类型', 'type of works', ['railway', 'civilAviation']),
  generalContractor: choice('choice', '施工总承包单位', 'general contractor', ['known']),
  governmentInvested: entry('boolean', '政府投资项目', 'government-invested project'),
  stateOwned: entry('boolean', '国有企业项目', 'project of a state-owned enterprise'),
  publicPrivate: entry('boolean', 'PPP项目', 'project of a public-private partnership'),
  caseYear: entry('year', '欠薪发生年度', 'year in which the arrears arose'),
  employed: entry('boolean', '仍在岗', 'still in the job'),
  terminatedOn: entry('day', '劳动关系终止日', 'end of the labour relation'),
  dismissedOn: entry('day', '解除劳动合同日', 'day of dismissal'),
  laborRelation: choice('choice', '劳动关系', 'labour relation', ['clear', 'unclear', 'disputed']),
  amountDisputed: entry('boolean', '金额有争议', 'amount disputed'),
  amountAdmitted: entry('money', '单位认可金额（元）', 'amount that the employer admits (yuan)'),
  wantsAward: entry('boolean', '要求仲裁裁决', 'wants an award'),
  bothWilling: entry('boolean', '双方愿意协商', 'both sides want to talk'),
  employerHoldsRecords: entry('boolean', '证据由单位掌握', 'employer holds the records'),
  employerUnreachable: entry('boolean', '用人单位失联', 'employer cannot be reached'),
  assetsMoved: entry('boolean', '转移财产', 'assets moved'),
  gathering: entry('boolean', '聚集苗头', 'a gathering under way or announced'),
  respondentReachable: entry('boolean', '被申请人可以联系', 'respondent can be reached'),
  canPay: entry('boolean', '有支付能力', 'employer is able to pay'),
  payOrderDueOn: entry('day', '责令支付期满日', 'last day of the order to pay'),
  payOrderEffective: entry('boolean', '行政处理决定已生效', 'inspection decision in effect'),
  childOutOfSchool: entry('boolean', '子女失学', 'child out of school'),
  illnessUntreated: entry('boolean', '重病未治', 'illness untreated'),
  lifeSeriouslyAffected: entry('boolean', '生活严重困难', 'life seriously affected'),
  rightsClear: entry('boolean', '权利义务明确', 'rights and duties clear'),
  advanceEnforcementRequested: entry('boolean', '申请先予执行', 'advance enforcement requested'),
  inArbitration: entry('boolean', '已在仲裁程序中', 'already in arbitration'),
  acceptedOn: entry('day', '仲裁受理日', 'day of acceptance by arbitration'),
  applicationReceived: entry('day', '仲裁申请收到日', 'day the application was received'),
  filedOn: entry('day', '监察立案日', 'day inspection filed the case'),
  items: entry('moneys', '各项请求金额（元）', 'amount of each claim (yuan)'),
  itemKinds: choice('choices', '各项请求种类', 'kind of each claim', ['wages', 'overtime', 'annualLeave', 'severance', 'injuryMedical', 'damages', 'other']),
  minWageMonth: entry('money', '月最低工资（元）', 'monthly minimum wage (yuan)'),
  commonClaim: entry('boolean', '共同请求', 'common claim'),
  reps: entry('count', '代表人数', 'representatives'),
  employerSeat: entry('region', '单位注册地', 'region of the employer’s registration'),
  performRegion: entry('region', '劳动合同履行地', 'place of performance of the labour contract'),
  callerRegion: entry('region', '受理地区', 'region that received the demand'),
  workRegion: entry('region', '用工所在地', 'place of employment'),
  projectRegion: entry('region', '工程项目所在地', 'region of the construction project'),
  emergencyRegion: entry('region', '险情发生地', 'place of the emergency'),
  homeRegion: entry('region', '户籍地', 'region of household registration'),
  habitualRegion: entry('region', '经常居住地', 'region of habitual residence'),
  employerAppliedOn: entry('day', '单位申请仲裁日', 'day the employer applied'),
  workerAppliedOn: entry('day', '劳动者申请仲裁日', 'day the worker applied'),
  agreementDate: entry('day', '调解协议日', 'day of the mediation agreement'),
  performBy: entry('day', '履行期限', 'last day of voluntary performance'),
  awardEffective: entry('boolean', '裁决书、调解书已生效', 'award or instrument in effect'),
  iou: entry('boolean', '持有工资欠条', 'IOU for wages'),
  otherLaborClaims: entry('boolean', '有其他劳动争议请求', 'other labour claims'),
  claimType: choice('choice', '款项性质', 'nature of the claim', ['projectPayment', 'loan']),
  wagesPaid: entry('boolean', '工资已付清', 'wages paid'),
  pensioner: entry('boolean', '已领养老金', 'draws a pension'),
  overAge: entry('boolean', '超过法定退休年龄', 'past retirement age'),
  platformWork: entry('boolean', '新就业形态', 'platform work'),
  laborDispatch: entry('boolean', '劳务派遣', 'dispatched worker'),
  hiredBy: choice('choice', '雇主', 'hired by', ['craftsman', 'family', 'farmHousehold']),
  unlicensed: entry('boolean', '无照经营', 'no business licence'),
  violationEndedOn: entry('day', '违法行为终了日', 'end of the violation'),
  everComplained: entry('boolean', '曾经投诉', 'ever complained'),
  duplicateOf: entry('text', '重复件', 'duplicate of'),
  requesterName: personal('text', '诉求人姓名', 'name of the requester'),
  employerName: personal('text', '用人单位名称', 'name of the employer'),
  phone: personal('text', '电话', 'phone'),
  idNumber: personal('text', '身份证号', 'identity number'),
  earlierCase: entry('period', '此前的件', 'earlier case'),
  dispatchObjection: entry('boolean', '派单异议', 'dispatch objected to'),
  dispatchedTo: entry('department', '原承办单位', 'department that had the order'),
  matter: choice('choice', '子事项', 'sub-matter', matterNames),
  matters: choice('choices', '各子事项', 'sub-matters', matterNames),
  kind: choice('choice', '诉求类型', 'kind of demand', demandKinds),
  kinds: choice('choices', '各诉求类型', 'kinds of demand', demandKinds),
  writtenContract: entry('boolean', '有书面合同', 'written contract'),
  overtimeHoursMonth: entry('number', '月加班小时', 'overtime hours a month'),
  accidentOn: entry('day', '事故发生日', 'day of the accident'),
  diagnosisOn: entry('day', '职业病诊断日', 'day of the diagnosis'),
  employerFiled: entry('boolean', '单位已申报工伤', 'employer has applied for recognition'),
  imminentDanger: entry('boolean', '随时可能伤人的险情', 'a condition that may hurt at any moment'),
  selfHarmRisk: entry('boolean', '有人即将伤害自己', 'a person is about to harm himself'),
  residencePermit: entry('boolean', '持有居住证', 'residence permit'),
  deadlinePressure: entry('day', '临近的期限', 'deadline ahead'),
  age: entry('count', '年龄', 'age'),
  childAlone: entry('boolean', '儿童独自在家', 'child alone'),
  elderAlone: entry('boolean', '老人独自在家', 'elder alone'),
  disaster: entry('boolean', '已发生火灾、事故等', 'fire, accident or other blow that has happened'),
  noIncome: entry('boolean', '无收入', 'no income'),
  unemploymentInsurance: entry('boolean', '享受失业保险', 'covered by unemployment insurance'),
  legalAidRequested: entry('boolean', '申请法律援助', 'asks for legal aid'),
  vagrant: entry('boolean', '流浪乞讨', 'vagrant'),

  knownOn: entry('day', '知道权益受侵害日', 'day the worker knew of the infringement'),
  interruptedOn: entry('day', '最近一次时效中断日', 'day that last interrupted the limitation'),
  interruptionKind: choice('choice', '中断事由', 'what interrupted it', ['claimedFromEmployer', 'authority', 'admission']),
  forceMajeureFrom: entry('day', '不可抗力起始日', 'first day of force majeure'),
  forceMajeureTo: entry('day', '不可抗力消除日', 'day the force majeure ended'),
  reportedOn: entry('day', '首次举报投诉日', 'day of the first report or complaint to inspection'),
  awardReceivedOn: entry('day', '裁决书收到日', 'day the award was received'),
  reconsiderBy: entry('day', '行政复议期限届满日', 'last day to seek reconsideration'),
  urgentPreservation: entry('boolean', '需立即申请财产保全', 'urgent preservation of property wanted'),

  factsClear: entry('boolean', '事实清楚', 'facts clear'),
  littleDispute: entry('boolean', '争议不大', 'little dispute'),
  bothAgreeSimplified: entry('boolean', '双方同意简易处理', 'both agree to the simplified procedure'),
  publicInterest: entry('boolean', '涉及国家利益、社会公共利益', 'state or public interest concerned'),
  majorSocialImpact: entry('boolean', '有重大社会影响', 'major social impact'),
  unfitForSimplified: entry('boolean', '仲裁委员会认为不宜简易处理', 'committee finds the simplified procedure unfit'),

  payOrderServedOn: entry('day', '责令支付文书送达日', 'day the order to pay was served'),
  payOrderAmount: entry('money', '责令支付金额（元）', 'amount of the order to pay (yuan)'),
  recordsDestroyed: entry('boolean', '隐匿、销毁工资账册', 'pay records hidden or destroyed'),
  violenceOrThreat: entry('boolean', '使用暴力或以暴力威胁', 'violence or threat of violence'),
  massIncident: entry('boolean', '引发群体性、极端事件', 'a mass or extreme incident caused'),

  subcontractor: choice('choice', '分包单位', 'subcontractor', ['known']),
  onwardContracting: entry('boolean', '工程转包', 'works contracted onward'),
  projectFundsUnpaid: entry('boolean', '建设单位未按约拨付工程款', 'project owner has not paid as agreed'),
  unpaidProjectMoney: entry('money', '未结清工程款（元）', 'project money not yet paid (yuan)'),
  contractedToUnlicensedBy: choice('choice', '发包给个人或无资质单位者', 'who contracted to an individual or unlicensed body', ['projectOwner', 'generalContractor']),
  qualificationLent: entry('boolean', '出借资质、挂靠', 'qualification lent'),
  planningViolation: entry('boolean', '项目违反规划、建设法规', 'project breaks planning or construction law'),
  passedToUnlicensed: entry('boolean', '业务转包给无经营资格者', 'business passed to one without a licence'),
  employerForm: choice('choice', '单位组织形式', 'form of the employer', ['partnership', 'soleProprietorship', 'individualBusiness']),

  trainingBy: choice('choice', '培训组织方', 'who organised the training', ['employer', 'self', 'agency']),
  trainingOnline: entry('boolean', '线上培训', 'training was online'),
  trainingCompleted: entry('boolean', '已完成培训', 'training completed'),
  trainingItems: entry('count', '培训项目数', 'training items now claimed'),
  subsidiesTaken: entry('count', '本年度已享受培训补贴次数', 'training subsidies already taken this year'),
  suddenIllness: entry('boolean', '突发重大疾病', 'sudden serious illness'),
  otherSupport: entry('boolean', '已获得其他救助或支持', 'has other support or relief'),
  certificateOn: entry('day', '取得技能证书日', 'day of the skills certificate'),
  certificateLevel: choice('choice', '技能等级', 'level of the skills certificate', ['elementary', 'intermediate', 'senior', 'technician', 'seniorTechnician']),
  skillSubsidiesThisYear: entry('count', '本年已领技能提升补贴次数', 'skill subsidies received this year'),
  unemploymentPremiumMonths: entry('count', '失业保险缴费月数', 'months of unemployment insurance premium'),
  leftInvoluntarily: entry('boolean', '非因本人意愿中断就业', 'lost the job against his will'),
  registeredUnemployed: entry('boolean', '已办失业登记', 'registered as unemployed'),
  hardToEmploy: entry('boolean', '就业困难人员', 'recognised as hard to employ'),
  povertyRelieved: entry('boolean', '脱贫人口、防止返贫监测对象', 'lifted out of poverty or watched against a return to it'),
  minimumLivingAllowance: entry('boolean', '享受最低生活保障', 'receives the minimum living allowance'),
  disabled: entry('boolean', '残疾', 'disabled'),
  reliefThisYear: entry('count', '本年已获临时救助次数', 'temporary relief received this year'),
  residenceMonths: entry('count', '连续居住月数', 'months of continuous residence'),
  socialInsuranceMonths: entry('count', '社会保险缴费月数', 'months of social insurance premium'),
  ownsHomeHere: entry('boolean', '本地有自有住房', 'owns a home here'),
  childOfSchoolAge: entry('boolean', '有适龄随迁子女', 'accompanying child of school age'),
  startedBusinessOn: entry('day', '创办经营实体日', 'day of starting a business'),
  returnedHome: entry('boolean', '返乡就业创业', 'returned home to work or start a business'),
  hotWeatherWork: entry('boolean', '高温天气作业', 'works in hot weather'),
} as const satisfies Readonly<Record<string, Entry>>;
export type FactKey = keyof typeof factCatalogue;

type ValueOf<Key extends FactKey> = Values[(typeof factCatalogue)[Key]['kind']];
/** Facts as they are stored: an answer may be that it is not known. */
export type Facts = { readonly [Key in FactKey]?: ValueOf<Key> | 'unknown' };
/** Facts as rules see them: what is not known meets no test, as what is missing. */
export type KnownFacts = { readonly [Key in FactKey]?: ValueOf<Key> };

export interface WrongFact {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

export function knownFacts(facts: Facts): KnownFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== 'unknown'));
}

/** Facts without what tells who a person is: these may stand in a decision. */
export function impersonalFacts(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => !(factCatalogue[key as FactKey] as Entry | undefined)?.personal));
}

/** Facts without the places that lie outside a division. */
export function factsWithin(division: string, facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([key, value]) => (factCatalogue[key as FactKey] as Entry | undefined)?.kind !== 'region' || value === 'unknown' || isInside(value as string, division)));
}

/** Facts as a door takes them: amounts in yuan. */
export function factsForDoor(facts: Facts | Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => {
    const kind = Object.hasOwn(factCatalogue, key) ? factCatalogue[key as keyof typeof factCatalogue].kind : undefined;
    if (kind === 'money' && typeof value === 'number') return [key, yuanOf(value)];
    return [key, kind === 'moneys' && Array.isArray(value) ? value.map((one) => (typeof one === 'number' ? yuanOf(one) : one)) : value];
  }));
}

/** Reads facts as they come in at a door, amounts in yuan. What is wrong is named and left out; what is right is kept. */
export function readFacts(json: unknown): { readonly facts: Facts; readonly wrong: readonly WrongFact[] } {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { facts: {}, wrong: [{ field: 'facts', zh: '应为对象', en: 'must be an object' }] };
  }
  const facts: Record<string, unknown> = {};
  const wrong: WrongFact[] = [];
  for (const [key, value] of Object.entries(json)) {
    if (value === null || value === undefined) continue;
    const field = `facts.${/^\w{1,60}$/.test(key) ? key : '?'}`; // A name from outside is shown only if it looks like one.
    const found: Entry | undefined = Object.hasOwn(factCatalogue, key) ? factCatalogue[key as FactKey] : undefined;
    if (!found) { wrong.push({ field, zh: '没有这一要素', en: 'no such fact' }); continue; }
    const read = value === 'unknown' ? value : readers[found.kind](value, found);
    if (read === undefined) wrong.push({ field, ...expected(found) });
    else facts[key] = read;
  }
  const agreed = facts as Facts;
  return { facts: agreed, wrong: [...wrong, ...disagreements(agreed)] };
}

/** Lists that must run side by side, and days that must follow each other. */
function disagreements({ items, itemKinds, matters: several, kinds, forceMajeureFrom, forceMajeureTo }: Facts): readonly WrongFact[] {
  const differ = (a: unknown, b: unknown) => Array.isArray(a) && Array.isArray(b) && a.length !== b.length;
  const known = (day: string | undefined) => (day === 'unknown' ? undefined : day);
  const [from, to] = [known(forceMajeureFrom), known(forceMajeureTo)];
  return [
    ...(from !== undefined && to !== undefined && to < from ? [{ field: 'facts.forceMajeureTo', zh: '不得早于 forceMajeureFrom', en: 'must not be earlier than forceMajeureFrom' }] : []),
    ...(differ(items, itemKinds) ? [{ field: 'facts.itemKinds', zh: '与 items 项数不一致', en: 'must have as many entries as items' }] : []),
    ...(differ(several, kinds) ? [{ field: 'facts.kinds', zh: '与 matters 项数不一致', en: 'must have as many entries as matters' }] : []),
  ];
}
