import { isChinese } from './words.js';

const pick = (table, key) => table[key]?.[isChinese() ? 0 : 1];
/** `finalAward` as “final award”: of a term that came after this page. */
const spelled = (key) => String(key).replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ').toLowerCase();

const STATES = {
  REGISTERED: 'Registered', TRIAGED: 'Triaged', ANSWERED: 'Answered', DISPATCHED: 'Dispatched', OBJECTED: 'Dispatch objected', SIGNED: 'Signed for', CONTACTED: 'Contacted', ACCEPTED: 'Accepted',
  MEDIATING: 'In mediation', MEDIATED: 'Agreement reached', MEDIATION_FAILED: 'Mediation failed', INVESTIGATING: 'Under investigation', DECIDED_INSP: 'Decided', TRANSFERRED_POLICE: 'Passed to police', ARBITRATING: 'In arbitration',
  AWARDED: 'Award made', ARB_MEDIATED: 'Settled in arbitration', EFFECTIVE: 'In effect', ENFORCING: 'In enforcement', UNENFORCEABLE: 'Enforcement ended', LITIGATION: 'In court', COURT_REFERRED: 'Referred to court', RESOLVED: 'Concluded',
  CALLBACK: 'Call-back', REOPENED: 'Reopened', CARRIED: 'Carried forward', CLOSED: 'Closed', ARCHIVED: 'Archived', HANDED_TO_EMERGENCY: 'Passed to emergency line', ADVISED_CLOSED: 'Route advised', TRANSFERRED: 'Transferred', WITHDRAWN: 'Withdrawn',
};
export const stateName = (state, zh) => (isChinese() ? zh ?? state : STATES[state] ?? spelled(state));

const GOOD = new Set(['MEDIATED', 'ARB_MEDIATED', 'EFFECTIVE', 'RESOLVED', 'CLOSED', 'ARCHIVED', 'ANSWERED']);
const HARD = new Set(['OBJECTED', 'MEDIATION_FAILED', 'REOPENED', 'CARRIED', 'TRANSFERRED_POLICE', 'UNENFORCEABLE']);
const EARLY = new Set(['REGISTERED', 'TRIAGED', 'DISPATCHED', 'TRANSFERRED']);
/** Colour of a state: never alone, the word stands in it. */
export function stateTone(state) {
  if (GOOD.has(state)) return 'good';
  if (HARD.has(state)) return 'hard';
  return EARLY.has(state) ? 'plain' : 'busy';
}

const FLAGS = {
  speedy: ['速裁', 'speedy track'], simplified: ['简易处理', 'simplified procedure'], publicNotice: ['公告送达', 'service by notice'], collective: ['集体争议', 'collective dispute'], finalAward: ['可一裁终局', 'final award possible'],
  finalAwardIfArbitrated: ['若仲裁可一裁终局', 'final award if arbitrated'], advanceEnforcement: ['可先予执行', 'advance enforcement'], criminalWatch: ['涉嫌拒付关注', 'criminal watch'], criminalCandidate: ['涉嫌拒不支付劳动报酬罪', 'possible crime of refusing to pay'], aggravated: ['情节严重', 'aggravated'],
  sanctionListCandidate: ['拟列失信名单', 'sanction-list candidate'], majorSupervision: ['重大案件督办', 'major supervision'], meansExempt: ['法援免查经济困难', 'no means check for legal aid'], legalAidPreemptive: ['法援先行', 'legal aid first'], emergencyFund: ['可用应急周转金', 'emergency fund'],
  relief: ['临时救助', 'relief'], burden: ['单位举证', 'employer must prove'], clearZeroClass: ['两清零类别', 'clear-zero class'], emergency: ['紧急程度', 'urgency'], emergencyHotline: ['转紧急专线', 'emergency line'], majorReport: ['重大情况上报', 'major report'], urgent: ['时效临近', 'urgent'],
  urgentBySchoolStart: ['开学临近', 'school start near'], merged: ['已并单', 'merged'], transfer: ['异地转办', 'transfer'], split: ['已拆单', 'split'], inspDeclined: ['监察不予受理', 'inspection declines'], noDispatch: ['无须派单', 'no dispatch'], notWageArrears: ['不属欠薪', 'not wage arrears'], falseClaimRisk: ['虚假讨薪风险', 'false-claim risk'],
  returnRequested: ['申请退单', 'return requested'], clockNotReset: ['期限不重算', 'clock not reset'], mediationFirst: ['调解优先', 'mediation first'], arbitrationScope: ['属仲裁范围', 'open to arbitration'], arbitrationRequired: ['仲裁前置', 'arbitration first'], arbitrationOptional: ['可选仲裁', 'arbitration optional'], paymentOrder: ['可申请支付令', 'payment order possible'],
  calendarGap: ['待下年日历', 'calendar missing'], sensitivePII: ['敏感个人信息', 'sensitive data'],
};
const LOUD_FLAGS = new Set(['emergency', 'emergencyHotline', 'majorReport', 'urgent', 'urgentBySchoolStart', 'criminalCandidate', 'criminalWatch', 'aggravated', 'majorSupervision', 'sanctionListCandidate', 'sensitivePII', 'falseClaimRisk']);

/** The flags that are set, the loud ones first; a flag with a value says it. */
export function flagsOf(flags) {
  return Object.entries(flags).filter(([, value]) => value !== false && value !== null)
    .map(([flag, value]) => ({ flag, loud: LOUD_FLAGS.has(flag), text: (pick(FLAGS, flag) ?? spelled(flag)) + (typeof value === 'string' ? ` ${word(value)}` : '') }))
    .sort((a, b) => Number(b.loud) - Number(a.loud));
}

const CHANNELS = { station: ['农民工服务站', 'service station'], 12345: ['12345热线', 'hotline 12345'], 12333: ['12333热线', 'hotline 12333'], 'clue-platform': ['欠薪线索平台', 'clue platform'], 'self-service': ['自助申报', 'self-service'], visit: ['走访发现', 'found by a visit'], transfer: ['跨地区移交', 'from another region'] };
export const channelName = (channel) => pick(CHANNELS, channel) ?? channel;

const SERVICES = { intake: ['受理', 'Intake'], routing: ['派单', 'Routing'], resolution: ['办理', 'Resolution'], supervision: ['督办', 'Supervision'], audit: ['审计', 'Audit'] };
export const serviceName = (service) => pick(SERVICES, service) ?? service;

const ORIGINS = {
  12345: ['12345热线', 'hotline 12345'], 12333: ['12333热线', 'hotline 12333'], 12348: ['12348法律援助热线', 'legal-aid line 12348'], 12351: ['12351工会热线', 'union line 12351'], cluePlatform: ['欠薪线索平台', 'clue platform'],
  miniProgram: ['小程序', 'mini program'], serviceStation: ['农民工服务站', 'service station'], arbitrationWindow: ['仲裁窗口', 'arbitration window'], mediationOrg: ['调解组织', 'mediation organisation'],
};
export const originName = (origin) => pick(ORIGINS, origin) ?? origin;

/** Values that a field may take, and that events carry. */
const VALUES = {
  speedy: ['速裁', 'speedy'], ordinary: ['普通程序', 'ordinary'], addedParty: ['追加当事人', 'party added'], changedClaims: ['变更请求', 'claims changed'], counterClaim: ['反申请', 'counter-claim'], transferredCase: ['移送案件', 'transferred case'],
  platform: ['就业服务平台', 'platform'], gigMarket: ['零工市场', 'market for odd jobs'], publicPost: ['公益性岗位', 'public post'], placed: ['已就业', 'placed'], trained: ['已参训', 'trained'],
  worker: ['劳动者', 'worker'], employer: ['用人单位', 'employer'], both: ['双方', 'both'], paid: ['已支付', 'paid'], solved: ['已解决', 'solved'], answered: ['已答复', 'answered'], refused: ['不予受理', 'refused'], settled: ['已和解', 'settled'], withdrawn: ['已撤回', 'withdrawn'],
  unfounded: ['诉求不成立', 'unfounded'], advised: ['已告知途径', 'advised'], notSolved: ['未解决', 'not solved'], transferred: ['已转办', 'transferred'], satisfied: ['满意', 'satisfied'], basicallySatisfied: ['基本满意', 'basically satisfied'], dissatisfied: ['不满意', 'dissatisfied'],
  general: ['一般事项', 'general'], workInjury: ['工伤认定', 'work injury'], capacityAppraisal: ['劳动能力鉴定', 'capacity appraisal'], residencePermit: ['居住证', 'residence permit'], landArbitration: ['土地仲裁', 'land arbitration'], relief: ['救助', 'relief'], legalAid: ['法律援助', 'legal aid'], petition: ['信访', 'petition'],
  trueArrears: ['欠薪属实', 'true arrears'], settledBefore: ['此前已解决', 'settled before'], notArrears: ['不属欠薪', 'not arrears'], projectPayment: ['工程款纠纷', 'project payment'], otherRegion: ['属其他地区', 'other region'], duplicate: ['重复线索', 'duplicate'], inProcedure: ['已在办理', 'in procedure'], notReached: ['联系不上', 'not reached'], insufficient: ['信息不足', 'insufficient'],
  granted: ['准予', 'granted'], recognised: ['予以认定', 'recognised'], notRecognised: ['不予认定', 'not recognised'], awarded: ['已裁决', 'awarded'], mediated: ['已调解', 'mediated'], inPerson: ['直接送达', 'in person'], posted: ['留置送达', 'posted'], mail: ['邮寄送达', 'by mail'], notice: ['公告送达', 'by notice'],
  generalContractor: ['施工总承包单位', 'general contractor'], projectOwner: ['建设单位', 'project owner'], deposit: ['工资保证金', 'wage deposit'], emergencyFund: ['应急周转金', 'emergency fund'], court: ['法院执行', 'court'], consult: ['咨询', 'enquiry'], help: ['求助', 'help'], complaint: ['投诉', 'complaint'], report: ['举报', 'report'], suggestion: ['建议', 'suggestion'],
  known: ['已知', 'known'], clear: ['明确', 'clear'], unclear: ['不明', 'unclear'], disputed: ['有争议', 'disputed'], railway: ['铁路', 'railway'], civilAviation: ['民航', 'civil aviation'], craftsman: ['个体工匠', 'craftsman'], family: ['家庭', 'family'], farmHousehold: ['农户', 'farm household'], loan: ['借款', 'loan'], housing: ['住房城乡建设', 'housing'], transport: ['交通运输', 'transport'], water: ['水利', 'water'], wages: ['工资', 'wages'], overtime: ['加班费', 'overtime'], annualLeave: ['未休年休假工资', 'annual leave'], severance: ['经济补偿', 'severance'],
  contract: ['劳动合同', 'labour contract'], wageRecord: ['工资凭证', 'wage record'], debtNote: ['欠条', 'debt note'], attendance: ['考勤记录', 'attendance record'], transfer: ['转账记录', 'transfer record'], messages: ['聊天记录', 'messages'], photo: ['照片', 'photograph'], recording: ['录音录像', 'recording'], identity: ['身份证明', 'proof of identity'], testimony: ['证人证言', 'testimony'],
  papersMissing: ['手续未补齐', 'papers not completed'], takenOver: ['已改由其他机关办理', 'taken over'], emergencyPlace: ['急难发生地', 'place of the emergency'], habitualResidence: ['经常居住地', 'habitual residence'], regionalRule: ['当地规定', 'regional rule'], cash: ['现金', 'cash'], shelter: ['临时住宿', 'shelter'], police: ['公安机关', 'police'], civilAffairs: ['民政部门', 'civil affairs'], none: ['无', 'none'],
  minor: ['未成年人', 'minor'], elder: ['老年人', 'elder'], disabled: ['残疾人', 'disabled'], ill: ['病人', 'ill'], means: ['经济状况', 'means'], scope: ['援助范围', 'scope'], merit: ['请求依据不足', 'merit'], award: ['裁决', 'award'], arbitration: ['仲裁案卷', 'arbitration file'], inspection: ['监察案卷', 'inspection file'], hotline: ['工单案卷', 'hotline file'],
  legalAidExempt: ['法律援助（免查经济困难）', 'legal aid without means check'], legalAidFirst: ['先行法律援助', 'legal aid first'], temporaryRelief: ['临时救助', 'temporary relief'], emergencyRelief: ['急难救助', 'emergency relief'], stationRelief: ['救助站救助', 'relief station'],
  subcontractor: ['分包单位', 'subcontractor'], qualificationLender: ['出借资质或者营业执照的单位', 'lender of the qualification'], licensedContractor: ['具备合法经营资格的承包人', 'contractor with a licence'], dispatcher: ['劳务派遣单位', 'dispatcher'], userUnit: ['用工单位', 'user unit'], investor: ['出资人', 'investor'],
  single: ['单方调解组织', 'one organisation'], joint: ['一站式联合调解', 'joint mediation'], roving: ['巡回调处', 'roving mediation'], phone: ['电话', 'by phone'], message: ['短信', 'by message'], online: ['在线', 'online'], onSite: ['现场', 'on site'], paper: ['纸质', 'on paper'], attends: ['参加', 'attends'], declines: ['不参加', 'declines'],
  injuryMedical: ['工伤医疗费', 'injury medical fee'], damages: ['赔偿金', 'damages'], other: ['其他', 'other'], wageAccount: ['农民工工资专用账户', 'wage account'], private: ['其他投资', 'private'], aviation: ['民航', 'civil aviation'], otherParty: ['其他付款方', 'another payer'],
  noJurisdiction: ['无管辖权', 'no jurisdiction'], transferredToPolice: ['公安机关已立案', 'filed by the police'], unclaimed: ['待劳动者领取', 'kept for the worker'], instrument: ['仲裁调解书', 'mediation instrument'], confirmation: ['司法确认或审查确认的协议', 'confirmed agreement'], paymentOrder: ['支付令', 'payment order'], judgment: ['判决书', 'judgment'],
  arbitralReview: ['仲裁审查', 'arbitral review'], judicial: ['司法确认', 'judicial confirmation'], declined: ['当事人不参加调解', 'a party declined'], noShow: ['当事人未参加', 'a party stayed away'], expired: ['调解期限届满', 'time is over'], paymentCorrected: ['更正后仍有未付', 'a correction showed wages unpaid'], moreDue: ['又有应付工资', 'more wages are due'],
  nothingDue: ['尚无应付款项', 'nothing due'], due: ['待付', 'due'], instalmentMissed: ['一期逾期', 'an instalment missed'], defaulted: ['逾期未付', 'in default'], open: ['待付', 'open'], met: ['已付清', 'paid'], missed: ['逾期', 'missed'], held: ['代管', 'kept'], claimed: ['已领取', 'fetched'],
  reminder: ['催办', 'reminder'], writtenNotice: ['书面督办', 'written notice'], interview: ['约谈', 'interview'], possible: ['可能', 'possible'], '2h': ['2小时', '2 h'], '24h': ['24小时', '24 h'],
  sms: ['短信', 'by SMS'], email: ['电子邮件', 'by e-mail'], self: ['本人', 'the arbitrator'], partyOrRelative: ['当事人或其近亲属', 'party or close relative'], interest: ['与本案有利害关系', 'interest in the case'], otherRelation: ['其他可能影响公正的关系', 'another relation'], privateMeeting: ['私自会见或接受请客送礼', 'private meeting or gift'],
  absent: ['缺席', 'absent'], noAgreement: ['未达成协议', 'no agreement'], decidedWithout: ['按现有材料审理', 'decided without it'], leavesSpeedy: ['转出速裁', 'leaves the speedy track'], labourStandards: ['执行劳动标准', 'labour standards'],
  related: ['相关案件', 'related case'], lawsuit: ['提起诉讼', 'lawsuit'], reconsideration: ['申请行政复议', 'reconsideration'], full: ['全额', 'in full'], part: ['部分', 'in part'],
  unable: ['暂时无力支付', 'unable for now'], absconded: ['逃匿', 'absconded'], limitEnds: ['时效即将届满', 'a limit is about to end'], preservation: ['财产保全', 'preservation'],
  roster: ['职工名册', 'roster'], wageLedger: ['工资台账', 'wage ledger'], payList: ['工资支付表', 'pay list'], handling: ['行政处理决定', 'handling decision'], penalty: ['行政处罚决定', 'penalty decision'],
  termEnded: ['期限届满', 'term ended'], early: ['提前移出', 'early removal'], revoked: ['决定撤销', 'revoked'], local: ['市县级', 'city or county'], provincial: ['省部级', 'province or ministry'],
  labour: ['劳动争议请求', 'labour claim'], land: ['土地承包请求', 'land claim'], enforcement: ['申请执行', 'enforcement'],
  claimToObligor: ['向义务人主张', 'claim to the employer'], requestToAuthority: ['向有关部门请求救济', 'request to an authority'], admission: ['义务人同意履行', 'admission'],
  clearZeroA: ['两清零A（政府投资、国企、PPP项目）', 'zero clearance A: public projects'], clearZeroB: ['两清零B（其他欠薪）', 'zero clearance B: other arrears'], winter: ['冬季专项行动', 'winter action'], summer: ['夏季专项行动', 'summer action'], practicalMatters: ['办实事清单', 'list of practical matters'], visits: ['走访排摸', 'visits'],
  government: ['政府投资', 'government'], stateOwned: ['国有企业', 'state-owned enterprise'], ppp: ['PPP项目', 'public-private partnership'], community: ['城乡社区', 'community'], workplace: ['工厂、园区、建筑工地', 'factory, park or building site'], lodging: ['酒店、宾馆、旅店', 'hotel or lodging'], barracks: ['部队营区', 'barracks'],
  unpaid: ['工资未付清', 'wages unpaid'], unclosed: ['案件未结案', 'case not closed'],
  projectFile: ['提供项目档案', 'the project file'], supervision: ['行业督办', 'supervision by the sector'], fundsReleased: ['拨付工程款', 'project money released'],
  fileProvided: ['已提供档案', 'file provided'], supervised: ['已督办', 'supervised'], rectificationOrdered: ['已责令改正', 'ordered to correct'], notCompetent: ['不属本部门职责', 'not competent'],
  contractor: ['施工总承包单位', 'general contractor'], project: ['工程项目', 'project'], site: ['工地', 'site'], red: ['红色', 'red'], yellow: ['黄色', 'yellow'], blue: ['蓝色', 'blue'],
  inspected: ['已核查', 'inspected'], paymentArranged: ['已落实支付', 'payment arranged'], fundsSecured: ['已落实资金', 'funds secured'], casesMerged: ['已并案处理', 'cases joined'], reportedUp: ['已上报', 'reported upward'], noRiskFound: ['未发现风险', 'no risk found'],
  wagesPaid: ['工资已付清', 'wages paid'], riskRemoved: ['风险已消除', 'risk removed'], underCampaign: ['纳入专项行动', 'taken into a campaign'], handedUp: ['移交上级', 'handed upward'], sameNameOnly: ['仅为同名单位', 'same name only'], handledAlready: ['已在办理', 'handled already'],
  nationalPark: ['国家级园区', 'national park'], provincialPark: ['省级园区', 'provincial park'], otherPark: ['其他园区', 'other park'], association: ['行业协会', 'trade association'], month: ['每月', 'month'], quarter: ['每季度', 'quarter'],
  arrears: ['欠薪', 'arrears'], gathering: ['聚集', 'gathering'], injuryOrDeath: ['伤亡', 'injury or death'], stoppage: ['停工', 'stoppage'], epidemic: ['疫情', 'epidemic'], caseOpened: ['已立案件', 'case opened'], sentOn: ['已转办', 'sent on'], handledOnSite: ['已现场处置', 'handled on site'], notTrue: ['情况不属实', 'not true'],
  chamber: ['商会', 'chamber of commerce'], enterprise: ['企业', 'enterprise'], office: ['政府机构', 'government office'], head: ['负责人', 'head'], liaison: ['联络员', 'liaison'], monitor: ['监测员', 'monitor'], service: ['服务', 'service'], monitoring: ['信息监测', 'monitoring'], emergency: ['应急处置', 'emergency'],
  mediation: ['调解', 'mediation'], visit: ['走访慰问', 'visit'], policyAdvice: ['政策咨询', 'policy advice'], counselling: ['心理辅导', 'counselling'], careerGuidance: ['职业指导', 'career guidance'], finance: ['金融支持', 'finance'], culture: ['文化娱乐', 'culture'], integration: ['社会融合', 'integration'],
  assessment: ['年度评估不合格', 'failed the assessment'], withdrew: ['自行退出', 'withdrew'], dissolved: ['单位注销', 'dissolved'], breach: ['违规', 'breach of rules'], moved: ['迁出', 'moved away'],
  closeRelative: ['近亲属', 'close relative'], guardian: ['监护人', 'guardian'], tradeUnion: ['工会', 'trade union'], legalAidBody: ['法律援助机构', 'legal-aid body'], lawyer: ['律师', 'lawyer'], fellowWorker: ['工友', 'fellow worker'],
  writtenAuthority: ['书面委托', 'written authority'], statutoryAgency: ['法定代理', 'statutory agency'], elected: ['推举代表', 'elected by the workers'], legalAidAppointment: ['法律援助指派', 'appointed by legal aid'], unionSupport: ['工会支持', 'support of the union'], oralAuthority: ['口头委托，待补手续', 'by word of mouth, papers to follow'],
  requester: ['诉求人本人', 'the person'], representative: ['代办人', 'the representative'], residentIdCard: ['居民身份证', 'resident identity card'], temporaryIdCard: ['临时身份证', 'temporary identity card'], socialSecurityCard: ['社会保障卡', 'social security card'], passport: ['护照', 'passport'],
  identityNotConfirmed: ['核实不了是本人申请', 'it could not be confirmed that the person asked'], recordIsRight: ['经核实原记录无误', 'the record is right'], paperNeeded: ['须持证件当面更正', 'a paper must be shown'],
};

/** The thirteen categories of demand and three besides, and their matters (domain law c.3). */
const MATTERS = {
  D01: ['劳动保障', 'labour protection'], D02: ['安全健康', 'safety and health'], D03: ['城镇落户', 'household registration'], D04: ['技能提升', 'skills'], D05: ['子女教育', 'schooling'], D06: ['医疗卫生', 'medical care'],
  D07: ['住房保障', 'housing'], D08: ['政治权利', 'political rights'], D09: ['文化生活', 'cultural life'], D10: ['社区融入', 'community integration'], D11: ['社团服务', 'associations'], D12: ['留守关爱', 'left-behind care'],
  D13: ['三权权益', 'three rural rights'], X1: ['困难救助', 'relief'], X2: ['就业服务', 'employment service'], X3: ['法律援助', 'legal aid'],
  socialInsurance: ['社会保险', 'social insurance'], laborContract: ['劳动合同与工时', 'labour contract and hours'], dismissal: ['解除劳动合同', 'dismissal'], siteHazard: ['施工安全隐患', 'site hazard'],
  occupationalDisease: ['职业病', 'occupational disease'], psychological: ['心理困扰', 'psychological distress'], hukou: ['户口迁入', 'household registration'], training: ['技能培训', 'training'], subsidy: ['培训补贴', 'training subsidy'],
  certificate: ['技能证书', 'certificate'], enrolment: ['随迁子女入学', 'enrolment'], insurance: ['医疗保险', 'medical insurance'], crossRegionSettlement: ['异地就医结算', 'settlement across regions'],
  publicHealth: ['公共卫生', 'public health'], vaccination: ['预防接种', 'vaccination'], publicRental: ['公租房', 'public rental'], agencyFee: ['中介收费', 'letting agents’ fees'], election: ['选举', 'election'],
  workersCongress: ['职工代表大会', 'workers’ congress'], partyMembership: ['党组织关系', 'party membership'], venues: ['文体场所', 'venues'], events: ['文体活动', 'events'], newResident: ['新市民服务', 'new residents'],
  union: ['加入工会', 'joining the union'], youthLeague: ['共青团服务', 'youth league'], womensFederation: ['妇联服务', 'women’s federation'], child: ['留守儿童', 'left-behind child'], childAlone: ['儿童独自在家', 'child alone at home'],
  elderAlone: ['老人独自在家', 'elder alone at home'], woman: ['留守妇女', 'left-behind woman'], leftBehindWoman: ['留守妇女', 'left-behind woman'], landContract: ['土地承包', 'land contract'], homestead: ['宅基地', 'homestead'],
  collectiveIncome: ['集体收益分配', 'collective income'], disaster: ['突发急难', 'sudden emergency'], noIncome: ['无收入来源', 'no income'], vagrant: ['流浪乞讨', 'vagrancy'], jobSeeking: ['求职', 'job seeking'],
  unemploymentRegistration: ['失业登记', 'unemployment registration'],
};
export const word = (value) => pick(VALUES, value) ?? pick(MATTERS, value) ?? String(value);

/** Fields that say their own name in no schema. */
const FIELDS = {
  reason: ['理由', 'reason'], evidence: ['证据编号', 'piece of evidence'], replacedBy: ['替换为', 'replaced by'], ground: ['理由和依据', 'ground'], order: ['工单序号（0 为主办）', 'order (0: lead)'], text: ['补充说明', 'text'], officer: ['经办人', 'officer'], department: ['部门', 'department'], division: ['行政区划', 'division'], assist: ['协办部门', 'assisting departments'], matter: ['事项', 'matter'], kind: ['诉求类型', 'kind'],
  category: ['类别', 'category'], escalation: ['督办事项', 'escalation'], answer: ['答复', 'answer'], answerDue: ['答复时限', 'answer due'], solved: ['已解决', 'solved'], at: ['发生时间', 'when'], satisfied: ['满意度', 'satisfaction'], reply: ['答复内容', 'reply'], amount: ['金额', 'amount'], body: ['内容', 'body'], trackingCode: ['查询码', 'tracking code'], note: ['进展', 'progress'], offer: ['可享事项', 'offer'], procedure: ['程序', 'procedure'], escort: ['护送单位', 'escort'], vulnerable: ['须护送的人员', 'why escorted'], lawyer: ['律师执业证号', 'lawyer’s licence'], answers: ['各子工单是否解决', 'answer on each order'], retainUntil: ['保管至', 'kept until'], reviewOn: ['复查日', 'day of review'],
};
/** `owed[0].amount` as a person says it. */
export function fieldName(path) {
  const leaf = path.split('.').at(-1).replace(/\[\d+\]$/, '');
  const nth = /\[(\d+)\]/.exec(path)?.[1];
  const name = pick(FIELDS, leaf) ?? leaf;
  return nth === undefined ? name : `${name}（${Number(nth) + 1}）`;
}

const DESK_STEPS = {
  unheld: ['待定承办', 'nobody yet'], dispatched: ['待签收', 'to be signed for'], signed: ['办理中', 'in hand'], objected: ['退单审核中', 'return being decided'], disputed: ['承办争议', 'disputed'], transferring: ['异地移交中', 'in transfer'], concluded: ['已办结', 'concluded'],
};
export const deskStep = (step) => pick(DESK_STEPS, step) ?? spelled(step);

/** Whose turn it is. */
const TURNS = {
  sender: ['等派单单位', 'the sender'], superior: ['等上一级指定', 'the office above'], unit: ['等承办单位', 'the unit'], officer: ['等经办人', 'the officer'], receivingUnit: ['等接收单位', 'the other place'], person: ['等诉求人补充', 'the requester'], employer: ['等用人单位', 'the employer'], nobody: ['—', '—'],
};
export const turnName = (turn) => pick(TURNS, turn) ?? spelled(turn);

const TRACKS = { mediation: ['调解', 'mediation'], inspection: ['监察', 'inspection'], arbitration: ['仲裁', 'arbitration'], court: ['法院途径', 'court'], handover: ['其他部门', 'other bodies'] };
export const trackName = (track) => pick(TRACKS, track) ?? spelled(track);

const EFFECTS = { meets: ['完成期限', 'meets'], ends: ['终止期限', 'ends'], stops: ['中止期限', 'stops'], resumes: ['恢复期限', 'resumes'], starts: ['开始期限', 'starts'], restarts: ['重新起算', 'begins anew'], extends: ['延长期限', 'extends'] };
export const effectName = (effect) => pick(EFFECTS, effect) ?? spelled(effect);
