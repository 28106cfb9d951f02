import { isDenied } from './evidence.js';
import { numberOf } from './numbers.js';
import type { Stated } from './wage-facts.js';

type Rule = readonly [key: string, value: unknown, words: RegExp];

/** In an application to arbitration a missing employer is a respondent that cannot be reached: another fact with other consequences. */
const APPLICATION = /申请仲裁|申请人请求|仲裁申请人/;
const GONE = /失联|联系不上|跑路|逃匿|逃跑|下落不明|人去楼空|人间蒸发|不知去向|卷款|玩消失|人跑了|老板跑了|电话(?:关机|空号|打不通)|手机(?:关机|打不通|停机)|(?:人|老板|包工头|负责人)(?:也|都)?(?:找不[到见着]|不见了)|找不(?:到|见|着)(?:老板|人|包工头|负责人)/;

/** What must not be overlooked whatever the demand turns out to be: whoever is in danger, and what may not wait. */
const urgent: readonly Rule[] = [
  ['selfHarmRisk', true, /跳下去|往下跳|要跳|跳楼|跳塔|跳河|跳江|轻生|自杀|自焚|自残|喝农药|割腕|上吊|(?:不想|没法|不打算)活(?:了|下去)|不活了|活不下去|寻短见|同归于尽/],
  ['imminentDanger', true, /随时(?:都)?(?:会|可能|要|有可能)?[^，。；]{0,2}(?:出事|坍塌|倒塌|塌方|塌|倒|坠落|掉下来|爆炸|砸|触电)|马上(?:要|就要)(?:塌|倒)|快(?:要)?(?:塌|倒)了|摇摇欲坠/],
  ['disaster', true, /失火|火灾|着火|起火|水灾|洪水|冲垮|坍塌事故|遭遇车祸|出了车祸|房子(?:塌|倒)了|爆炸(?!物|性|隐患)|台风[^，。；]{0,6}(?:毁|倒|塌)/],
  ['childAlone', true, /(?:孩子|娃|儿子|女儿|小孩|儿童)[^，。；]{0,8}?(?:自己一个人?|一个?人|独自)(?:一个人|一人)?(?:留|呆|待|住)?在(?:老)?家/],
  ['elderAlone', true, /(?:老人|父亲|母亲|老娘|老爹|奶奶|爷爷|爸|妈|爹|娘)[^。；孩娃儿女]{0,14}?(?:一个?人在(?:老)?家|独自(?:一个?人)?(?:在|住|生活)|独居|身边没有?人)/],
  ['vagrant', true, /流浪|乞讨|讨饭|要饭|露宿|睡(?:在)?(?:大街|桥洞|桥下|街头|车站|火车站|公园|广场)|睡马路/],
  ['illnessUntreated', true, /(?:重病|大病|癌症|得了病|生病|白血病|尿毒症)[^，。；]{0,6}?(?:没钱|无钱|没法|无法)(?:医)?治|没钱(?:看病|治病|做手术|住院治)/],
  ['lifeSeriouslyAffected', true, /揭不开锅|吃不上饭|没钱吃饭|没饭吃|断粮|断炊|买不起(?:米|奶粉|菜)|饿肚子|生活无着/],
  ['childOutOfSchool', true, /失学|辍学|没钱交学费[^，。；]{0,6}不能上学|上不起学/],
  ['gathering', true, /聚集|集中讨|堵门|堵路|堵工地|围堵|拉横幅|打横幅|集体上访|集体讨薪|静坐|围住(?:项目部|工地|公司)|封堵/],
  ['assetsMoved', true, /(?:设备|货物|机器|材料|东西|原料)[^，。；]{0,6}(?:搬走|搬空|拉走|转移|运走|卖掉|变卖)|(?:转移|变卖|搬走|拉走|搬空|转走)(?:了)?(?:财产|资产|设备|机器)/],
];

/** Facts of which no other words in the text could make another: plain in so many words. */
const plain: readonly Rule[] = [
  ['legalAidRequested', true, /请不起律师|(?<!怎么|如何|怎样|能否|可以|咨询|能不能)(?:申请|需要|要求|急需|想要)[^，。；]{0,2}(?:法律援助|法援)(?!中心|律师|案件|需要|要|被|的条件|不予)/],
  ['iou', true, /工资欠条|欠条[^。；]{0,14}工资|工资[^，。；]{0,6}(?:打了|写了|出具)[^，。；]{0,6}欠条/],
  ['employed', true, /仍在岗|还在上班|仍在工作|还在岗|目前在岗|还在(?:店里|厂里|公司|工地)?(?:干着|干活|工作)|人还在(?:厂|店|公司|工地)|没有?离职|仍在职|还没走/],
  ['platformWork', true, /骑手|网约车|众包|跑外卖|送外卖|外卖员|外卖平台|代驾|跑滴/],
  ['pensioner', true, /(?:领|拿|享受)[^，。；]{0,8}(?:养老金|退休金|退休工资)|(?:养老金|退休金)[^，。；]{0,4}(?:领着|拿着|在领)/],
  ['overAge', true, /超龄|超过[^，。；]{0,3}退休年龄|过了退休年龄/],
  ['laborDispatch', true, /劳务派遣|派遣公司|派遣工|派遣员工|劳务公司派到/],
  ['governmentInvested', true, /政府(?:投资|工程|项目)|财政(?:资金|拨款|投资|出钱)|政府出(?:钱|资)/],
  ['stateOwned', true, /国有企业|国企|央企|国资/],
  ['amountDisputed', true, /金额有争议|数额有争议|对不上账|账对不上|(?:金额|数)(?:对不上|谈不拢)|(?:只认|只承认|只肯认)[^，。；]{0,6}(?:\d|[一二三四五六七八九])|工[^，。；]{0,6}他说只有|算的?不一样/],
  ['wantsAward', true, /要求[^，。；]{0,4}(?:仲裁|裁决)|(?:想|要)(?:走|打)(?:劳动)?仲裁|坚持(?:走)?仲裁/],
  ['bothWilling', true, /双方(?:都|均)?(?:愿意|同意|有意)[^，。；]{0,4}(?:调解|协商|谈|和解)|(?:我|我们)(?:跟|和|与)(?:老板|公司|单位|他)都(?:愿意|同意)/],
  ['inArbitration', true, /仲裁(?:院|委|委员会|庭)?[^，。；]{0,4}(?:已经?)?受理|仲裁[^，。；]{0,4}(?:已经?立案|已开庭|正在审理|审理中)|正在(?:走)?仲裁|在仲裁(?:中|阶段)/],
  ['awardEffective', true, /(?:裁决书|裁决|仲裁书|调解书)[^，。；]{0,4}(?:已经?|早(?:就|已)|都)?生效/],
  ['commonClaim', true, /共同(?:申请|请求|提出)|一起(?:申请|提)[^，。；]{0,2}仲裁|联名申请/],
  ['wagesPaid', true, /工资[^，。；]{0,8}(?:已经?|都)[^，。；]{0,8}(?:发清|付清|结清|代发完毕|足额(?:发放|支付))/],
  ['hiredBy', 'family', /(?:私人|一户人|雇主)?家里?[^，。；]{0,3}(?:当|做)[^，。；]{0,2}(?:保姆|钟点工)|住家(?:保姆|阿姨)|私人家里[^，。；]{0,4}(?:带孩子|做饭|照顾老人)/],
  ['hiredBy', 'farmHousehold', /(?:种植|养殖)(?:大)?户|给农户|帮农户|(?:给|帮)(?:一家)?(?:果农|菜农)/],
  ['hiredBy', 'craftsman', /给(?:木匠|泥瓦匠|石匠|个体工匠|工匠)(?:师傅)?(?:当|做)(?:帮工|学徒|小工)/],
  ['unlicensed', true, /没有?(?:营业)?执照|无(?:营业执)?照(?:经营|的|小|加工)|黑作坊|黑工厂|未办(?:理)?(?:营业)?执照/],
  ['everComplained', false, /(?:此后|后来|一直|以后|之后)?[^，。；]{0,4}(?:从来没有?|从未|没有?|未)[^，。；]{0,2}(?:投诉|主张)过/],
  ['everComplained', true, /(?<![没未]有?)(?:之前|此前|以前|曾经?|上次|多次)[^，。；]{0,14}投诉(?:过)?/],
  ['writtenContract', false, /(?:没有?|未|不|从来没)[^，。；]{0,4}签(?:订|过|书面)?[^，。；]{0,3}合同|(?:无|没有)(?:书面)?劳动合同/],
  ['laborRelation', 'disputed', /(?:不承认|否认|不认)[^，。；]{0,8}(?:劳动关系|员工|职工|劳动合同关系)/],
  ['employerFiled', false, /(?:没有?|未|不|不去|不肯|一直未)(?:给我?)?(?:去)?[^，。；]{0,2}(?:申报|报|申请)工伤/],
  ['employerFiled', true, /(?:已经?|单位)(?:给我)?(?:申报|报)了?工伤/],
  ['residencePermit', false, /(?:没有|未|没)(?:办(?:理)?)?居住证/],
  ['residencePermit', true, /持(?:有)?[^，。；]{0,2}居住证|(?<!没)有(?:本市|本地)?居住证|办了居住证/],
  ['noIncome', true, /没有?(?:任何|一点)?收入|无收入|断了收入|没有?(?:生活|经济)来源|没了收入/],
  ['unemploymentInsurance', false, /(?:没有?|没领到|未领|领不到|不能领)[^，。；]{0,2}失业(?:保险)?金|没有?失业保险/],
  ['employed', true, /还没有?(?:辞职|离开)/],
  ['generalContractor', 'known', /总包(?:单位)?(?:是|为|：)?[^，。；]{1,10}(?:公司|集团)/],
];

/** The kind of works by the words for what is built (GB/T 4754); of several the first named row holds. */
const sectors: readonly Rule[] = [
  ['sector', 'E4811', /(?:修|建)(?:高铁|铁路)|铁路(?:工程|隧道|项目|标段)/],
  ['sector', 'E4812', /公路|高速(?!收费)|修路(?!灯)|路面施工|路桥|匝道|沥青|桥梁标段/],
  ['sector', 'E4823', /港口工程|码头工程|航道(?:整治|工程)/],
  ['sector', 'E482', /水库|堤坝|河堤|水利工程|灌渠|除险加固|防洪堤/],
  ['sector', 'E47', /(?:住宅|商住|安置房|公租房|小区|楼盘|房建|房屋建筑|商品房|大楼|厂房)[^，。；]{0,8}(?:项目|工地|二期|一期|标段|建设|施工|做抹灰|外架|升降机)|在建(?:楼|商住|楼盘|住宅)|房屋建筑|(?:承建|施工)的[^，。；]{0,6}(?:大楼|住宅|楼房)|楼[^，。；]{0,6}(?:塔吊|基坑|升降机|外架)/],
];
const works: readonly Rule[] = [
  ['worksType', 'railway', /(?:修|建)(?:高铁|铁路)|高铁(?:隧道|工程|项目|标段)|铁路(?:工程|隧道|项目|标段)/],
  ['worksType', 'civilAviation', /机场[^，。；]{0,8}(?:工程|项目|扩建|跑道|建设)|航站楼/],
];

export const urgentKeys: ReadonlySet<string> = new Set([...urgent.map(([key]) => key), 'employerUnreachable']);

/** What is said in so many words, and not denied right before: `没有失联` is no `失联`. `isWork` says that the demand is about work, where the kind of works counts. */
export function circumstancesIn(text: string, isWork: boolean): readonly Stated[] {
  const found = new Map<string, Stated>();
  const rules: readonly Rule[] = [...urgent, goneRule(text), ...plain, ...(isWork ? [...works, ...sectors] : [])];
  for (const [key, value, words] of rules) {
    if (found.has(key)) continue;
    const match = words.exec(text);
    if (match && !isRuledOut(key, text, match.index)) found.set(key, { key, value, start: match.index, end: match.index + match[0].length });
  }
  if (found.has('worksType') && found.get('sector')?.value !== 'E4812') found.delete('sector');
  return [...found.values(), ...platformRelation(text, found), ...settlement(text, found), ...ageIn(text)];
}

/** A life is not lost to a turn of phrase: that somebody may hurt himself is ruled out only where it is said outright. */
function isRuledOut(key: string, text: string, start: number): boolean {
  return key === 'selfHarmRisk' ? /(?:不会|没有要|不是要|没想)$/.test(text.slice(Math.max(0, start - 3), start)) : isDenied(text, start);
}

function goneRule(text: string): Rule {
  return APPLICATION.test(text) ? ['respondentReachable', false, GONE] : ['employerUnreachable', true, GONE];
}

/** A rider without a contract, said to be a partner: whether there is a labour relation is open. */
function platformRelation(text: string, found: ReadonlyMap<string, Stated>): readonly Stated[] {
  const match = found.has('platformWork') && !found.has('laborRelation') ? /合作(?:关系|商称)|只是合作|没有?签?合同|无劳动合同|承揽|个体户/.exec(text) : null;
  return match ? [{ key: 'laborRelation', value: 'unclear', start: match.index, end: match.index + match[0].length }] : [];
}

/** Money between firms or foremen that goes by the name of wages (WPR 35): only where the one who calls is a contractor himself, or the text says so. */
function settlement(text: string, found: ReadonlyMap<string, Stated>): readonly Stated[] {
  const isContractor = /(?:我|本人|自称)[^，。；]{0,8}(?:承包人|包工头|分包老板|分包商|施工队老板|承包商)/.test(text);
  const match = isContractor ? /工程款|结算款|分包款|(?:分包|工程)?结算纠纷|材料款/.exec(text) : /(?:经核实|实为|属于)[^。；]{0,20}(?:结算纠纷|工程款纠纷)/.exec(text);
  return match && !found.has('iou') ? [{ key: 'claimType', value: 'projectPayment', start: match.index, end: match.index + match[0].length }] : [];
}

const AGES = /(\d{1,3}|[一二三四五六七八九十]{1,3})(?:多|来)?岁/;

function ageIn(text: string): readonly Stated[] {
  const match = AGES.exec(text);
  const value = match && numberOf(match[1]!);
  return value && value > 0 && value < 120 && !/[半多几]/.test(match[0]) && !text.startsWith('半', match.index + match[0].length) ? [{ key: 'age', value, start: match.index, end: match.index + match[0].length }] : [];
}
