import { divisionNamed } from '#libs/contracts/divisions.js';
import { isDivisionShape } from '#libs/contracts/ids.js';
import type { Fen } from '#libs/contracts/money.js';
import { fenOf, isYuan } from '#libs/contracts/money.js';
import type { Day } from '#libs/contracts/time.js';
import { isDay } from '#libs/contracts/time.js';
import { matters } from './matters.js';

/** How a value is read at the door, and what it is inside. */
interface Values {
  count: number; number: number; year: number;
  /** Yuan at the door, Fen inside: `readFacts` is the one place where that changes. */
  money: Fen; moneys: readonly Fen[];
  boolean: boolean; day: Day;
  /** `2026-03` */
  month: string;
  choice: string; choices: readonly string[];
  /** A name, an alias or a code at the door, the code inside. */
  region: string;
  text: string; sector: string; department: string;
  period: { readonly periodFrom?: string; readonly periodTo?: string; readonly closed?: boolean };
}
type Kind = keyof Values;
interface Entry {
  readonly kind: Kind;
  readonly zh: string;
  readonly en: string;
  readonly values?: readonly string[];
  /** Says who a person is: used to find duplicates, never recorded with a decision. */
  readonly personal?: true;
}

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
  itemKinds: choice('choices', '各项请求种类', 'kind of each claim', ['wages', 'overtime', 'annualLeave', 'severance']),
  minWageMonth: entry('money', '月最低工资（元）', 'monthly minimum wage (yuan)'),
  commonClaim: entry('boolean', '共同请求', 'common claim'),
  reps: entry('count', '代表人数', 'representatives'),
  employerSeat: entry('region', '单位注册地', 'region of the employer’s registration'),
  performRegion: entry('region', '劳动合同履行地', 'place of performance of the labour contract'),
  callerRegion: entry('region', '受理地区', 'region that received the demand'),
  workRegion: entry('region', '用工所在地', 'place of employment'),
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

/** Lists that must run side by side. */
function disagreements({ items, itemKinds, matters: several, kinds }: Facts): readonly WrongFact[] {
  const differ = (a: unknown, b: unknown) => Array.isArray(a) && Array.isArray(b) && a.length !== b.length;
  return [
    ...(differ(items, itemKinds) ? [{ field: 'facts.itemKinds', zh: '与 items 项数不一致', en: 'must have as many entries as items' }] : []),
    ...(differ(several, kinds) ? [{ field: 'facts.kinds', zh: '与 matters 项数不一致', en: 'must have as many entries as matters' }] : []),
  ];
}

const LIST_MOST = 50;
const readers: { readonly [K in Kind]: (value: unknown, entry: Entry) => Values[K] | undefined } = {
  count: (value) => (Number.isInteger(value) && inside(value, 0, 1_000_000) ? value : undefined),
  number: (value) => (inside(value, 0, 10_000) ? value : undefined),
  year: (value) => (Number.isInteger(value) && inside(value, 1990, 2199) ? value : undefined),
  money: (value) => (isYuan(value) ? fenOf(value) : undefined),
  moneys: (value) => listOf(value, (each) => (isYuan(each) ? fenOf(each) : undefined)),
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  day: (value) => (isDay(value) && value >= '1900' && value < '2200' ? value : undefined),
  month: readMonth,
  choice: (value, { values = [] }) => (typeof value === 'string' && values.includes(value) ? value : undefined),
  choices: (value, { values = [] }) => listOf(value, (each) => (typeof each === 'string' && values.includes(each) ? each : undefined)),
  region: (value) => (typeof value === 'string' ? divisionNamed(value)?.code ?? (isDivisionShape(value) ? value : undefined) : undefined),
  text: (value) => (typeof value === 'string' && value.length <= 200 ? value : undefined),
  sector: (value) => (typeof value === 'string' && /^[A-T](\d{2,4})?$/.test(value) ? value : undefined),
  department: (value) => (typeof value === 'string' && /^[A-Za-z]{2,40}$/.test(value) ? value : undefined),
  period: readPeriod,
};

function readMonth(value: unknown): string | undefined {
  return typeof value === 'string' && /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(value) ? value : undefined;
}

function readPeriod(value: unknown): Values['period'] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const right = key === 'closed' ? typeof part === 'boolean' : (key === 'periodFrom' || key === 'periodTo') && readMonth(part) !== undefined;
    if (!right) return undefined;
  }
  return { ...value };
}

function listOf<T>(value: unknown, read: (each: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > LIST_MOST) return undefined;
  const list = value.map(read).filter((each) => each !== undefined);
  return list.length === value.length ? list : undefined;
}

function inside(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}

function expected({ kind, values }: Entry): { zh: string; en: string } {
  const list = (values ?? []).slice(0, 60).join(', ');
  const sentences: Readonly<Record<Kind, readonly [string, string]>> = {
    count: ['应为非负整数', 'must be a whole number, not negative'], number: ['应为非负数', 'must be a number, not negative'],
    year: ['应为四位年份', 'must be a year of four digits'], money: ['应为以元计的金额，最多两位小数', 'must be an amount in yuan with at most two decimals'],
    moneys: ['应为以元计的金额列表', 'must be a list of amounts in yuan'], boolean: ['应为 true 或 false', 'must be true or false'],
    day: ['应为存在的日期，如 2026-03-02', 'must be a day that exists, such as 2026-03-02'], month: ['应为月份，如 2026-03', 'must be a month, such as 2026-03'],
    choice: [`应为其中之一：${list}`, `must be one of: ${list}`], choices: [`应为列表，取值：${list}`, `must be a list of: ${list}`],
    region: ['应为行政区划名称或代码', 'must be the name or code of a division'], text: ['应为不超过200字的文本', 'must be a text of at most 200 characters'],
    sector: ['应为 GB/T 4754 行业代码，如 E47', 'must be a GB/T 4754 code, such as E47'], department: ['应为部门代码', 'must be the key of a department'],
    period: ['应为 {periodFrom, periodTo, closed}', 'must be {periodFrom, periodTo, closed}'],
  };
  const [zh, en] = sentences[kind];
  return { zh, en };
}
