import { instantOf } from '#libs/contracts/time.js';

/** A work order for one channel, and what the officers will make of it. */
export interface DemoOrder {
  readonly channel: string;
  readonly order: object;
  readonly fate: Fate;
  /** Hours before the demo's begin at which it was received. */
  readonly hoursAgo: number;
}

/** How far a case has come when the demo begins. */
export type Fate =
  | 'untouched' | 'signed' | 'contacted' | 'objected' | 'redispatched' | 'mediating' | 'mediated' | 'mediatedPaid' | 'mediationFailed' | 'investigating' | 'ordered' | 'orderedPaid'
  | 'orderedToday' | 'arbitrating' | 'awarded' | 'awardedPaid' | 'conciliated' | 'answered' | 'handedOver' | 'concluded' | 'relieved' | 'called' | 'reopened' | 'carried' | 'transferred' | 'supplemented';

/** A generator of the same numbers at every start (mulberry32): the demo is a fixed set. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const TRADES = ['木工', '钢筋工', '瓦工', '架子工', '抹灰工', '电焊工', '油漆工', '普工'];

/** An identity number that is never issued: province-level code, real date, right check digit (GB 11643). */
export function syntheticId(serial: number): string {
  const date = `19${70 + (serial % 30)}${String(1 + (serial % 12)).padStart(2, '0')}${String(1 + (serial % 28)).padStart(2, '0')}`;
  const body = `430000${date}${String(serial % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * weights[at]!, 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

const worker = (serial: number): string => `${STEMS[serial % 10]}${BRANCHES[serial % 12]}某`;
const company = (serial: number, kind: string): string => `测试${STEMS[serial % 10]}${BRANCHES[(serial * 7) % 12]}${kind}有限公司`;
/** Plainly invented: a block of zeros, then the serial. */
const mobile = (serial: number): string => `1390000${String(serial % 10_000).padStart(4, '0')}`;

interface Story { readonly serial: number; readonly receivedAt: string; readonly random: () => number }

/** A wage case as each of the five channels would word it. */
const wages: Readonly<Record<string, (story: Story, more?: Extra) => object>> = {
  '12345': ({ serial, receivedAt, random }, { workers = 1, yuan, division = '439901', sector = 'E47' } = {}) => {
    const amount = yuan ?? (6 + Math.floor(random() * 24)) * 1000;
    return {
      orderNo: `RX2026${String(serial).padStart(8, '0')}`, callTime: receivedAt, appealType: 'COMPLAINT', categoryCode: 'D01', areaCode: division, eventAddress: `测试路${serial}号`,
      content: `来电人在${company(serial, '建筑')}做${TRADES[serial % 8]}，2025年11月至2026年1月工资共${amount}元未发，要求尽快支付。`,
      caller: { callerName: worker(serial), callerPhone: mobile(serial), ...(serial % 3 === 0 && { idCardNo: syntheticId(serial) }), isMigrantWorker: true, keepSecret: serial % 5 === 0 },
      appealedUnit: { unitName: company(serial, '建筑') },
      site: { siteName: `测试${BRANCHES[serial % 12]}花园`, industryCode: sector, mainContractor: company(serial + 3, '总承包') },
      arrears: { owedAmount: amount, peopleCount: workers, beginMonth: '2025-11', endMonth: '2026-01' },
    };
  },
  '12333': ({ serial, receivedAt, random }, { workers = 1, yuan, division = '439901', sector = 'H62' } = {}) => ({
    ticketNo: `T12333-${String(serial).padStart(6, '0')}`, acceptedTime: receivedAt, consultType: 'complaint', businessLine: 'wages', region: division,
    summary: `反映${company(serial, '餐饮')}拖欠工资，本人已离职，希望劳动保障部门处理。`, personName: worker(serial), mobile: mobile(serial), ruralWorker: true,
    unit: company(serial, '餐饮'), industry: sector, unpaidYuan: yuan ?? (3 + Math.floor(random() * 9)) * 1000, headcount: workers, unpaidSince: '2025-12', unpaidUntil: '2026-01',
  }),
  'clue-platform': ({ serial, receivedAt, random }, { workers = 4, yuan, division = '439903', sector = 'E482' } = {}) => ({
    clueNo: `XS${String(serial).padStart(10, '0')}`, submittedAt: receivedAt, realName: worker(serial), idNumber: syntheticId(serial), phone: mobile(serial), isConstruction: true,
    employer: company(serial, '水利工程'), region: division, address: `测试县测试乡${serial}组`, projectName: `测试${BRANCHES[serial % 12]}水库加固工程`, projectSector: sector, governmentProject: true,
    arrearsFrom: '2026-01', arrearsTo: '2026-02', arrearsAmount: yuan ?? workers * (8 + Math.floor(random() * 8)) * 1000, workerCount: workers, description: '项目部答复资金没有拨付到专用账户，工资一直未发。',
  }),
  'self-service': ({ serial, receivedAt, random }, { workers = 1, yuan, division = '439902' } = {}) => ({
    formId: `zz-${String(serial).padStart(6, '0')}`, sentAt: receivedAt, topic: 'D01', problems: ['wages'], iWantTo: 'complaint', place: division,
    me: { myName: worker(serial), myMobile: mobile(serial), iAmMigrantWorker: true, keepMyNameFromEmployer: true }, bossOrCompany: company(serial, '装饰'),
    owedYuan: yuan ?? (2 + Math.floor(random() * 4)) * 1000, howManyPeople: workers, firstUnpaidMonth: '2026-01', lastUnpaidMonth: '2026-01', stillWorkingThere: true, story: '老板说再等等，已经等了一个月。',
  }),
  station: (story, { workers = 1, yuan, facts = {} } = {}) => station(story, 'D01', { workers, amount: yuan ?? (8 + Math.floor(story.random() * 14)) * 1000, months: 3, ...facts }),
};

interface Extra { readonly workers?: number; readonly yuan?: number; readonly division?: string; readonly sector?: string; readonly facts?: Readonly<Record<string, unknown>> }

function station({ serial, receivedAt }: Story, category: string, facts: Readonly<Record<string, unknown>>, more: object = {}): object {
  return {
    externalId: `FW-${String(serial).padStart(6, '0')}`, receivedAt, category, division: '439901', origin: facts['applicationReceived'] ? 'arbitrationWindow' : 'serviceStation',
    text: TEXTS[category] ?? '诉求人到服务站反映情况，请有关部门处理。', requester: { name: worker(serial), phone: mobile(serial), migrantWorker: true },
    ...(category === 'D01' && { employer: { name: company(serial, '制造') } }), facts, ...more,
  };
}

const TEXTS: Readonly<Record<string, string>> = {
  D01: '申请人反映用人单位拖欠劳动报酬，请求依法处理。', D02: '反映工地临边无护栏，担心出事。', D03: '咨询随迁落户条件和办理窗口。', D04: '咨询技能培训补贴怎么申领。', D05: '孩子入学材料被退回，请求协调。',
  D06: '孩子医保参保窗口说不能办。', D07: '咨询公租房申请条件。', D08: '询问换届选举能否在务工地登记。', D09: '建议工业园晚间开放职工书屋。', D10: '刚搬到社区，想参加新市民培训。',
  D11: '货车司机咨询如何加入工会。', D12: '老家孩子无人照看，请求帮助。', D13: '承包地被村里收回，要求返还。', X1: '合租房失火，随身财物烧毁，无处住。', X2: '失业登记和找工作。', X3: '请不起律师，申请法律援助。',
};

/** One demand of each category that is not about wages. */
const WELFARE: readonly [category: string, facts: Readonly<Record<string, unknown>>, fate: Fate][] = [
  ['D01', { matter: 'socialInsurance' }, 'handedOver'], ['D01', { matter: 'workInjury', accidentOn: '2025-06-10', employerFiled: false }, 'handedOver'], ['D02', { matter: 'siteHazard', sector: 'E47', imminentDanger: true }, 'untouched'],
  ['D03', { kind: 'consult' }, 'answered'], ['D04', { kind: 'consult' }, 'answered'], ['D05', { residencePermit: true }, 'concluded'], ['D06', { matter: 'insurance' }, 'concluded'],
  ['D07', { kinds: ['consult', 'complaint'], matters: ['publicRental', 'agencyFee'] }, 'handedOver'], ['D08', { kind: 'consult', matter: 'election' }, 'answered'], ['D09', { kind: 'suggestion' }, 'handedOver'],
  ['D10', { kind: 'consult' }, 'answered'], ['D11', { kind: 'consult', matter: 'union' }, 'concluded'], ['D12', { childAlone: true, age: 8, homeRegion: '439901' }, 'contacted'], ['D13', { matter: 'landContract' }, 'handedOver'],
  ['X1', { disaster: true, residencePermit: false }, 'relieved'], ['X2', { matter: 'jobSeeking' }, 'concluded'], ['X3', { legalAidRequested: true }, 'handedOver'],
];

const WAGE_FATES: readonly Fate[] = [
  'untouched', 'signed', 'contacted', 'mediating', 'mediatedPaid', 'investigating', 'orderedPaid', 'objected', 'redispatched', 'mediated', 'ordered', 'orderedToday', 'mediationFailed', 'called', 'reopened', 'carried', 'supplemented', 'investigating',
];
const ARBITRATION_FATES: readonly Fate[] = ['arbitrating', 'awardedPaid', 'conciliated', 'awarded', 'arbitrating'];

/**
 * The fixed set of some 200 orders that a demo begins with: five channels, all categories, repeats, one claim that grows, places that are not competent.
 * Most came in during the last days; one in six a week ago, so that some limits fall today and some have passed.
 */
export function demoOrders(beginMs: number): DemoOrder[] {
  const random = chance(20_260_302);
  const orders: DemoOrder[] = [];
  const add = (channel: string, build: (story: Story) => object, fate: Fate, hoursAgo: number): void => {
    const serial = orders.length + 1;
    orders.push({ channel, fate, hoursAgo, order: build({ serial, random, receivedAt: instantOf(beginMs - Math.round(hoursAgo * 3600) * 1000) }) });
  };
  const ago = (index: number): number => (index % 6 === 0 ? 24 * 7 + random() * 30 : 2 + random() * 70);
  const channels = Object.keys(wages);
  for (let index = 0; index < 110; index++) add(channels[index % 5]!, (story) => wages[channels[index % 5]!]!(story), WAGE_FATES[index % WAGE_FATES.length]!, ago(index));
  for (let index = 0; index < 20; index++) {
    const hours = 30 + random() * 40;
    add('station', (story) => station(story, 'D01', { workers: 1, amount: 9600 + 100 * index, applicationReceived: story.receivedAt.slice(0, 10), respondentReachable: true }), ARBITRATION_FATES[index % 5]!, hours);
  }
  for (let index = 0; index < 51; index++) {
    const [category, facts, fate] = WELFARE[index % WELFARE.length]!;
    add('station', (story) => station(story, category, facts), fate, ago(index + 3));
  }
  add('12345', (story) => wages['12345']!(story, { workers: 26, yuan: 620_000, division: '439903', sector: 'E4812' }), 'contacted', 20);
  add('station', (story) => wages['station']!(story, { workers: 45, yuan: 1_380_000, facts: { employerUnreachable: true, assetsMoved: true, sector: 'C39' } }), 'orderedToday', 50);
  add('station', (story) => wages['station']!(story, { facts: { callerRegion: '439901', workRegion: '439902' } }), 'transferred', 26);
  add('station', (story) => wages['station']!(story, { workers: 8, yuan: 64_000 }), 'supplemented', 12);
  add('station', (story) => station(story, 'D01', { selfHarmRisk: true }), 'contacted', 1);
  add('station', (story) => wages['station']!(story, { facts: { claimType: 'projectPayment', wagesPaid: true } }), 'untouched', 30);
  return orders;
}

/** The same complaint through another channel: what a worker does who called twice. */
export function repeatOf({ order }: DemoOrder, serial: number, receivedAt: string): object {
  const { caller, appealedUnit, arrears, content, areaCode } = order as { caller: { callerName: string; callerPhone: string }; appealedUnit: { unitName: string }; arrears: { owedAmount: number; peopleCount: number; beginMonth: string; endMonth: string }; content: string; areaCode: string };
  return {
    ticketNo: `T12333-R${serial}`, acceptedTime: receivedAt, consultType: 'complaint', businessLine: 'wages', region: areaCode, summary: content,
    personName: caller.callerName, mobile: caller.callerPhone, ruralWorker: true, unit: appealedUnit.unitName, unpaidYuan: arrears.owedAmount, headcount: arrears.peopleCount,
    unpaidSince: arrears.beginMonth, unpaidUntil: arrears.endMonth,
  };
}

/** One more order every few seconds, for as long as the demo runs. */
export function nextOrder(serial: number, receivedAt: string): { channel: string; order: object } {
  const random = chance(serial);
  const channels = Object.keys(wages);
  const channel = channels[serial % channels.length]!;
  const story: Story = { serial, receivedAt, random };
  if (serial % 7 === 0) return { channel: 'station', order: station(story, 'D02', { matter: 'siteHazard', sector: 'E47', imminentDanger: true }) };
  return { channel, order: wages[channel]!(story, serial % 11 === 0 ? { workers: 12, yuan: 96_000 } : {}) };
}
