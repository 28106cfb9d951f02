/** The sixteen categories of demand: D01 to D13 of S-HN20 四(二), and three that it lacks. */
export const categories = {
  D01: { zh: '劳动保障', en: 'labour protection' },
  D02: { zh: '安全健康', en: 'safety and health' },
  D03: { zh: '城镇落户', en: 'urban household registration' },
  D04: { zh: '技能提升', en: 'skills' },
  D05: { zh: '子女教育', en: 'children’s schooling' },
  D06: { zh: '医疗卫生', en: 'medical care' },
  D07: { zh: '住房保障', en: 'housing' },
  D08: { zh: '政治权利', en: 'political rights' },
  D09: { zh: '文化生活', en: 'cultural life' },
  D10: { zh: '社区融入', en: 'community integration' },
  D11: { zh: '社团服务', en: 'associations' },
  D12: { zh: '留守关爱', en: 'left-behind care' },
  D13: { zh: '三权权益', en: 'three rural rights' },
  X1: { zh: '困难救助', en: 'relief' },
  X2: { zh: '就业服务', en: 'employment service' },
  X3: { zh: '法律援助', en: 'legal aid' },
} as const;
export type Category = keyof typeof categories;

export function isCategory(text: unknown): text is Category {
  return typeof text === 'string' && Object.hasOwn(categories, text);
}

const of = (category: Category, zh: string, en: string) => ({ category, zh, en });

/** What a demand can be about, and the category it belongs to. */
export const matters = {
  wages: of('D01', '工资', 'wages'),
  socialInsurance: of('D01', '社会保险', 'social insurance'),
  workInjury: of('D01', '工伤', 'work injury'),
  laborContract: of('D01', '劳动合同、工时、休息', 'labour contract, working time, rest'),
  dismissal: of('D01', '解除劳动合同、补偿', 'dismissal, compensation'),
  siteHazard: of('D02', '作业现场隐患', 'hazard at the site'),
  occupationalDisease: of('D02', '职业病', 'occupational disease'),
  psychological: of('D02', '心理疏导', 'psychological distress'),
  hukou: of('D03', '落户', 'household registration'),
  residencePermit: of('D03', '居住证', 'residence permit'),
  training: of('D04', '技能培训', 'training'),
  subsidy: of('D04', '培训补贴', 'training subsidy'),
  certificate: of('D04', '技能证书', 'skills certificate'),
  enrolment: of('D05', '随迁子女入学', 'enrolment of accompanying children'),
  insurance: of('D06', '医疗保险', 'medical insurance'),
  crossRegionSettlement: of('D06', '异地就医结算', 'cross-region settlement'),
  publicHealth: of('D06', '公共卫生', 'public health'),
  vaccination: of('D06', '预防接种', 'vaccination'),
  publicRental: of('D07', '公租房、保障性租赁住房', 'public or affordable rental'),
  agencyFee: of('D07', '中介收费', 'fees of letting agents'),
  election: of('D08', '选举', 'election'),
  workersCongress: of('D08', '职工代表大会', 'workers’ congress'),
  partyMembership: of('D08', '党员组织关系', 'party membership'),
  venues: of('D09', '文体场所', 'venues'),
  events: of('D09', '文体活动', 'events'),
  newResident: of('D10', '新市民服务', 'new-resident service'),
  union: of('D11', '加入工会', 'joining the union'),
  youthLeague: of('D11', '共青团', 'youth league'),
  womensFederation: of('D11', '妇联', 'women’s federation'),
  child: of('D12', '留守儿童', 'left-behind child'),
  childAlone: of('D12', '留守儿童无人照护', 'child alone at home'),
  elder: of('D12', '留守老人', 'left-behind elder'),
  elderAlone: of('D12', '留守老人无人照护', 'elder alone at home'),
  woman: of('D12', '留守妇女', 'left-behind woman'),
  leftBehindWoman: of('D12', '留守妇女', 'left-behind woman'),
  landContract: of('D13', '承包地', 'contracted land'),
  homestead: of('D13', '宅基地', 'homestead'),
  collectiveIncome: of('D13', '集体收益', 'collective income'),
  relief: of('X1', '困难救助', 'relief'),
  emergency: of('X1', '急难救助', 'emergency relief'),
  disaster: of('X1', '火灾、事故等急难', 'fire, accident or other blow'),
  noIncome: of('X1', '失业无收入', 'no income'),
  vagrant: of('X1', '流浪乞讨', 'vagrancy, begging'),
  jobSeeking: of('X2', '求职', 'job seeking'),
  unemploymentRegistration: of('X2', '失业登记', 'unemployment registration'),
  legalAid: of('X3', '法律援助', 'legal aid'),
} as const satisfies Readonly<Record<string, { category: Category; zh: string; en: string }>>;
export type Matter = keyof typeof matters;

/** One of the demands that a text makes. */
export interface Topic {
  readonly category: string;
  readonly matter: string | undefined;
  readonly kind: string;
}

interface Demand {
  readonly category: string;
  readonly kind?: string | undefined;
  readonly facts: {
    readonly matter?: string | undefined; readonly matters?: readonly string[] | undefined;
    readonly kind?: string | undefined; readonly kinds?: readonly string[] | undefined;
  };
}

/** The demands of an order, the first first. No kind given: a complaint; no matter given in D01: wages. */
export function topicsOf({ category, kind, facts }: Demand): readonly Topic[] {
  const given = facts.matters?.length ? facts.matters : [facts.matter];
  const one = given.length === 1;
  return given.map((matter, i) => {
    const place = matter === undefined ? category : categoryOf(matter, category, one);
    return {
      category: place,
      matter: matter ?? (place === 'D01' ? 'wages' : undefined),
      kind: facts.kinds?.[i] ?? facts.kind ?? kind ?? 'complaint',
    };
  });
}

/** A matter of another category goes by its own, but legal aid may be asked for in any matter. */
function categoryOf(matter: string, category: string, alone: boolean): string {
  if (category === 'X3' && alone) return category;
  return Object.hasOwn(matters, matter) ? matters[matter as Matter].category : category;
}
