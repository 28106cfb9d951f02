import type { Category, Matter } from '#libs/policy/matters.js';
import type { DemandKind, Order } from '../channels/order.js';
import { monthsBetween } from '../channels/order.js';

/** What a text seems to say. A proposal: it stands only where the order itself is silent, and a person may set it right. */
export interface Proposal {
  readonly category: Category | null;
  readonly kinds: readonly DemandKind[];
  readonly matters: readonly Matter[];
  /** By the keys of the fact catalogue; amounts in yuan. */
  readonly facts: Readonly<Record<string, unknown>>;
}

interface Topic {
  readonly category: Category;
  readonly matter?: Matter;
  readonly words: RegExp;
}

const PAY = '(?:工资|报酬|工钱|薪水|薪酬|血汗钱|加班费)(?!卡)';
const OWED = '(?:拖欠|欠发|扣发|克扣|未发|没发|不发|拿不到|要不到|未付|未支付|没给|不给|尚欠|被欠)';

/** The first that fits decides: a wrong done at work before what the person may ask for besides. */
const topics: readonly Topic[] = [
  { category: 'D01', matter: 'wages', words: new RegExp(`欠薪|讨薪|工资欠条|民工工资|${OWED}.{0,40}${PAY}|${PAY}.{0,40}${OWED}|支付.{0,40}${PAY}|(?:工地|干活|做工|打工|店方|老板|公司|工厂).{0,12}欠.{0,6}\\d`) },
  { category: 'D01', matter: 'wages', words: /(?:骑手|外卖|快递|网约车|代驾).{0,60}(?:配送费|报酬|运费|提成)/ },
  { category: 'D01', matter: 'workInjury', words: /工伤|(?:轧|压|砸|摔|烫|割)伤/ },
  { category: 'D01', matter: 'socialInsurance', words: /(?:不|未|没有?|补|少)[^，。；]{0,6}缴[^，。；]{0,6}(?:社会保险|社保|养老保险)|(?:社会保险|社保|养老保险)[^，。；]{0,8}(?:不缴|未缴|没有?缴|补缴|断缴)/ },
  { category: 'D01', matter: 'dismissal', words: /辞退|开除|解雇|裁员|违法解除|经济补偿/ },
  { category: 'D01', matter: 'laborContract', words: /(?:不|未|没有?)[^，。；]{0,4}签[^，。；]{0,6}合同|超时加班|强制加班|高温(?:作业|补贴|津贴)/ },
  { category: 'D02', matter: 'siteHazard', words: /安全网|安全带|安全帽|护栏|脚手架|无防护|安全隐患|违规施工/ },
  { category: 'D02', matter: 'occupationalDisease', words: /职业病|尘肺|矽肺|职业中毒/ },
  { category: 'D02', matter: 'psychological', words: /心理(?:疏导|咨询|健康|压力)/ },
  { category: 'D12', words: /留守|(?:老家|家里).{0,12}(?:孩子|老人|父母).{0,40}(?:一人在家|无人照|没人照|没人管)/ },
  { category: 'X1', matter: 'relief', words: /失火|火灾|水灾|无处(?:可)?住|(?:没|无)钱吃饭|生活无着|流浪|乞讨|临时救助/ },
  { category: 'D13', matter: 'landContract', words: /承包地|土地承包|责任田/ },
  { category: 'D13', matter: 'homestead', words: /宅基地/ },
  { category: 'D13', matter: 'collectiveIncome', words: /集体(?:收益|经济)|村(?:里|集体)分红/ },
  { category: 'D08', matter: 'election', words: /选民|选举/ },
  { category: 'D08', matter: 'workersCongress', words: /职代会|职工代表大会/ },
  { category: 'D08', matter: 'partyMembership', words: /党员|党组织|组织关系/ },
  { category: 'D11', matter: 'youthLeague', words: /共青团|团组织/ },
  { category: 'D11', matter: 'womensFederation', words: /妇联/ },
  { category: 'D11', matter: 'union', words: /工会/ },
  { category: 'D05', words: /入学|上学|转学|一年级|幼儿园|学籍/ },
  { category: 'D06', matter: 'crossRegionSettlement', words: /异地(?:就医|结算|报销)/ },
  { category: 'D06', matter: 'insurance', words: /医保|医疗保险/ },
  { category: 'D06', matter: 'vaccination', words: /疫苗|接种/ },
  { category: 'D07', matter: 'publicRental', words: /公租房|保障性租赁|廉租/ },
  { category: 'D07', matter: 'agencyFee', words: /中介/ },
  { category: 'D04', words: /(?<!新市民)培训|技能(?:等级|证书|提升)|职业资格/ },
  { category: 'D10', words: /新市民|社区融入|(?:刚|新)搬/ },
  { category: 'D03', words: /落户|户口|居住证/ },
  { category: 'D09', words: /书屋|图书室|篮球场|文体|文化活动|电影/ },
  { category: 'X2', matter: 'jobSeeking', words: /找工作|求职|招聘|失业登记/ },
  { category: 'X3', words: /法律援助|请不起律师/ },
];

/** Where a wrong was done, a question ("what can I do?") does not make it an enquiry. */
const wrongsAndNeeds: ReadonlySet<Category> = new Set(['D01', 'D02', 'D12', 'X1']);
const ANOTHER_DEMAND = /另反映|并反映|同时反映|还反映|另外|此外/;

/** Reads one text. Pure, and without a guess: what no pattern shows stays unsaid. */
export function recognise(raw: string): Proposal {
  const text = plainDigits(raw);
  const parts = text.split(ANOTHER_DEMAND);
  const found = parts.map((part) => ({ part, topic: topics.find(({ words }) => words.test(part)) })).filter(({ topic }, i) => i === 0 || topic?.matter);
  const category = found[0]?.topic?.category ?? null;
  const proposed = found.map(({ part, topic }) => kindOf(part, topic?.category ?? category));
  return {
    category,
    // Kinds are paired with matters: one that is not plain is a complaint, as where nothing is said at all.
    kinds: proposed.every((kind) => kind === undefined) ? [] : proposed.map((kind) => kind ?? 'complaint'),
    matters: found.flatMap(({ topic }) => (topic?.matter ? [topic.matter] : [])),
    facts: { ...(category === 'D01' ? wageFacts(text) : {}), ...plainFacts(text) },
  };
}

/** The order with what its text says where it says nothing itself. The canonical format says everything itself once it names a category. */
export function completedByText(order: Order): Order {
  if (order.text === undefined || (order.channel === 'station' && order.category !== null)) return order;
  const proposal = recognise(order.text);
  const fits = order.category === null || order.category === proposal.category;
  const isSilent = (key: string) => order.facts[key] === undefined;
  const isPeriodSilent = ['periodFrom', 'periodTo', 'months'].every(isSilent);
  const facts = Object.fromEntries(Object.entries(proposal.facts).filter(([key]) =>
    isSilent(key) && (fits || !wageKeys.has(key)) && (isPeriodSilent || !periodKeys.has(key))));
  const category = order.category ?? proposal.category;
  const matters = order.matters.length > 0 || !fits ? order.matters : proposal.matters;
  // The order's own kind is that of its first demand; a second one in the text has its own.
  const kinds = order.kinds.length === 0 ? proposal.kinds : [...order.kinds, ...(matters === proposal.matters ? proposal.kinds.slice(order.kinds.length) : [])];
  const proposed = [
    ...(category === order.category ? [] : ['category']), ...(kinds.length === order.kinds.length ? [] : ['kinds']),
    ...(matters.length === order.matters.length ? [] : ['matters']), ...Object.keys(facts).map((key) => `facts.${key}`),
  ];
  return { ...order, category, kinds, matters, facts: { ...order.facts, ...facts }, proposed: [...order.proposed, ...proposed] };
}

function kindOf(part: string, category: Category | null): DemandKind | undefined {
  if (/举报/.test(part)) return 'report';
  if (category !== null && wrongsAndNeeds.has(category)) return undefined;
  if (/咨询|询问|请问|想问|问.{0,30}(?:怎么|什么|如何|能否|能不能)|不知道找谁/.test(part)) return 'consult';
  if (/建议/.test(part)) return 'suggestion';
  return /求助|帮忙/.test(part) ? 'help' : undefined;
}

const wageKeys: ReadonlySet<string> = new Set(['workers', 'amount', 'months', 'periodFrom', 'periodTo']);
const periodKeys: ReadonlySet<string> = new Set(['months', 'periodFrom', 'periodTo']);

function wageFacts(text: string): Record<string, unknown> {
  return withoutUndefined({ workers: workersIn(text), amount: amountIn(text), ...periodIn(text) });
}

/** `26名工友`, `45名工人`, `12名缝纫工`. */
function workersIn(text: string): number | undefined {
  const match = /(\d{1,5})\s*(?:多)?(?:名|位|个)[^，。；、\d]{0,4}?(?:人|友|工)(?![地程资])/.exec(text);
  return match ? Number(match[1]) : undefined;
}

/** The total where one is named; else the only amount. A monthly wage or each person's share is neither, and of several amounts none is picked. */
function amountIn(text: string): number | undefined {
  const total = /(?:合计|共计|总共|总计|总额|共)[^，。；、\d名]{0,6}(\d{1,9}(?:\.\d{1,2})?)\s*(万)?\s*元/.exec(text);
  if (total) return yuan(total[1]!, total[2]);
  const others = [...text.matchAll(/(月薪|日薪|(?<!\d)月工资|日工资|每人|每月|每天|人均)?[^，。；、\d]{0,4}?(\d{1,9}(?:\.\d{1,2})?)\s*(万)?\s*元/g)].filter((match) => match[1] === undefined);
  const amounts = new Set(others.map((match) => yuan(match[2]!, match[3])));
  return amounts.size === 1 ? [...amounts][0] : undefined;
}

function yuan(digits: string, tenThousand: string | undefined): number {
  return Math.round(Number(digits) * (tenThousand ? 1_000_000 : 100)) / 100;
}

const NUMERALS = '一二三四五六七八九十';

/** `2025年11月至2026年1月`; else `三个月工资`. A month without a year is not placed. */
function periodIn(text: string): { months?: number | undefined; periodFrom?: string; periodTo?: string } {
  const match = /([12]\d{3})年(\d{1,2})月(?:份)?\s*[至到—–~-]\s*(?:([12]\d{3})年)?(\d{1,2})月/.exec(text);
  if (match) {
    const [, year, from, yearTo, to] = match;
    const [periodFrom, periodTo] = [month(year!, from!), month(yearTo ?? year!, to!)];
    const months = monthsBetween(periodFrom, periodTo);
    if (periodFrom && periodTo && months !== undefined) return { periodFrom, periodTo, months };
  }
  const counted = /(\d{1,2}|两|[一二三四五六七八九十])个月/.exec(text)?.[1];
  if (counted === undefined) return {};
  return { months: /\d/.test(counted) ? Number(counted) : counted === '两' ? 2 : NUMERALS.indexOf(counted) + 1 };
}

function month(year: string, number: string): string | undefined {
  return Number(number) >= 1 && Number(number) <= 12 ? `${year}-${number.padStart(2, '0')}` : undefined;
}

const GONE = /失联|联系不上|跑路|逃匿|下落不明|人去楼空|电话(?:关机|空号)|找不到(?:老板|人|包工头)/;

/** What is plain in so many words, and what must not be overlooked because a form has no field for it. */
function plainFacts(text: string): Record<string, unknown> {
  const said = (words: RegExp) => (isSaid(text, words) ? true : undefined);
  const isApplication = /申请仲裁|申请人请求/.test(text);
  const age = /(\d{1,3})岁/.exec(text)?.[1];
  return withoutUndefined({
    employerUnreachable: isApplication ? undefined : said(GONE),
    respondentReachable: isApplication && isSaid(text, GONE) ? false : undefined,
    assetsMoved: said(/(?:设备|货物|机器)[^，。；]{0,4}(?:搬走|搬空|转移)|转移(?:财产|资产)/),
    gathering: said(/聚集|集中讨|堵门|围堵|拉横幅|堵路|集体上访/),
    selfHarmRisk: said(/跳下去|跳楼|轻生|自杀|自焚|喝农药/),
    imminentDanger: said(/随时(?:会|可能)?(?:出事|坍塌|倒塌|坠落|爆炸)/),
    disaster: said(/失火|火灾|水灾|坍塌事故/),
    childAlone: said(/孩子(?:一个?人|独自)在家/),
    elderAlone: said(/老人(?:一个?人|独自)在家/),
    legalAidRequested: said(/请不起律师|申请法律援助/),
    iou: said(/工资欠条/),
    employed: said(/仍在岗|还在上班|仍在工作/),
    platformWork: said(/骑手|网约车|众包/),
    residencePermit: /(?:没有|未|没)(?:办理?)?居住证/.test(text) ? false : said(/持(?:有)?居住证/),
    governmentInvested: said(/政府投资/),
    age: age === undefined ? undefined : Number(age),
  });
}

/** Said, and not denied right before: `没有失联` is no `失联`. */
function isSaid(text: string, words: RegExp): boolean {
  const at = text.search(words);
  return at >= 0 && !/[没未不无非](?:有|曾|是)?$/.test(text.slice(Math.max(0, at - 3), at));
}

/** Full-width digits to plain ones, and no separators of thousands: `１８，０００` is 18000. */
function plainDigits(text: string): string {
  return text.replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/(?<=\d)[,，](?=\d{3}(?!\d))/g, '');
}

function withoutUndefined(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
