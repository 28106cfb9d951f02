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

const CHANNELS = { station: ['农民工服务站', 'service station'], 12345: ['12345热线', 'hotline 12345'], 12333: ['12333热线', 'hotline 12333'], 'clue-platform': ['欠薪线索平台', 'clue platform'], 'self-service': ['自助申报', 'self-service'] };
export const channelName = (channel) => pick(CHANNELS, channel) ?? channel;

const ORIGINS = {
  12345: ['12345热线', 'hotline 12345'], 12333: ['12333热线', 'hotline 12333'], 12348: ['12348法律援助热线', 'legal-aid line 12348'], 12351: ['12351工会热线', 'union line 12351'], cluePlatform: ['欠薪线索平台', 'clue platform'],
  miniProgram: ['小程序', 'mini program'], serviceStation: ['农民工服务站', 'service station'], arbitrationWindow: ['仲裁窗口', 'arbitration window'], mediationOrg: ['调解组织', 'mediation organisation'],
};
export const originName = (origin) => pick(ORIGINS, origin) ?? origin;

/** Values that a field may take, and that events carry. */
const VALUES = {
  speedy: ['速裁', 'speedy'], ordinary: ['普通程序', 'ordinary'], addedParty: ['追加当事人', 'party added'], changedClaims: ['变更请求', 'claims changed'], counterClaim: ['反申请', 'counter-claim'], transferredCase: ['移送案件', 'transferred case'],
  worker: ['劳动者', 'worker'], employer: ['用人单位', 'employer'], both: ['双方', 'both'], paid: ['已支付', 'paid'], solved: ['已解决', 'solved'], answered: ['已答复', 'answered'], refused: ['不予受理', 'refused'], settled: ['已和解', 'settled'], withdrawn: ['已撤回', 'withdrawn'],
  unfounded: ['诉求不成立', 'unfounded'], advised: ['已告知途径', 'advised'], notSolved: ['未解决', 'not solved'], transferred: ['已转办', 'transferred'], satisfied: ['满意', 'satisfied'], basicallySatisfied: ['基本满意', 'basically satisfied'], dissatisfied: ['不满意', 'dissatisfied'],
  general: ['一般事项', 'general'], workInjury: ['工伤认定', 'work injury'], capacityAppraisal: ['劳动能力鉴定', 'capacity appraisal'], residencePermit: ['居住证', 'residence permit'], landArbitration: ['土地仲裁', 'land arbitration'], relief: ['救助', 'relief'], legalAid: ['法律援助', 'legal aid'], petition: ['信访', 'petition'],
  trueArrears: ['欠薪属实', 'true arrears'], settledBefore: ['此前已解决', 'settled before'], notArrears: ['不属欠薪', 'not arrears'], projectPayment: ['工程款纠纷', 'project payment'], otherRegion: ['属其他地区', 'other region'], duplicate: ['重复线索', 'duplicate'], inProcedure: ['已在办理', 'in procedure'], notReached: ['联系不上', 'not reached'], insufficient: ['信息不足', 'insufficient'],
  granted: ['准予', 'granted'], recognised: ['予以认定', 'recognised'], notRecognised: ['不予认定', 'not recognised'], awarded: ['已裁决', 'awarded'], mediated: ['已调解', 'mediated'], inPerson: ['直接送达', 'in person'], posted: ['留置送达', 'posted'], mail: ['邮寄送达', 'by mail'], notice: ['公告送达', 'by notice'],
  generalContractor: ['施工总承包单位', 'general contractor'], projectOwner: ['建设单位', 'project owner'], deposit: ['工资保证金', 'wage deposit'], emergencyFund: ['应急周转金', 'emergency fund'], court: ['法院执行', 'court'], consult: ['咨询', 'enquiry'], help: ['求助', 'help'], complaint: ['投诉', 'complaint'], report: ['举报', 'report'], suggestion: ['建议', 'suggestion'],
  known: ['已知', 'known'], clear: ['明确', 'clear'], unclear: ['不明', 'unclear'], disputed: ['有争议', 'disputed'], railway: ['铁路', 'railway'], civilAviation: ['民航', 'civil aviation'], craftsman: ['个体工匠', 'craftsman'], family: ['家庭', 'family'], farmHousehold: ['农户', 'farm household'], loan: ['借款', 'loan'], housing: ['住房城乡建设', 'housing'], transport: ['交通运输', 'transport'], water: ['水利', 'water'], wages: ['工资', 'wages'], overtime: ['加班费', 'overtime'], annualLeave: ['未休年休假工资', 'annual leave'], severance: ['经济补偿', 'severance'],
  contract: ['劳动合同', 'labour contract'], wageRecord: ['工资凭证', 'wage record'], debtNote: ['欠条', 'debt note'], attendance: ['考勤记录', 'attendance record'], transfer: ['转账记录', 'transfer record'], messages: ['聊天记录', 'messages'], photo: ['照片', 'photograph'], recording: ['录音录像', 'recording'], identity: ['身份证明', 'proof of identity'], testimony: ['证人证言', 'testimony'], other: ['其他', 'other'],
  reminder: ['催办', 'reminder'], writtenNotice: ['书面督办', 'written notice'], interview: ['约谈', 'interview'], possible: ['可能', 'possible'], '2h': ['2小时', '2 h'], '24h': ['24小时', '24 h'],
};
export const word = (value) => pick(VALUES, value) ?? String(value);

/** Fields that say their own name in no schema. */
const FIELDS = {
  reason: ['理由', 'reason'], evidence: ['证据编号', 'piece of evidence'], replacedBy: ['替换为', 'replaced by'], ground: ['理由和依据', 'ground'], order: ['工单序号（0 为主办）', 'order (0: lead)'], text: ['补充说明', 'text'], officer: ['经办人', 'officer'], department: ['部门', 'department'], division: ['行政区划', 'division'], assist: ['协办部门', 'assisting departments'], matter: ['事项', 'matter'], kind: ['诉求类型', 'kind'],
  category: ['类别', 'category'], escalation: ['督办事项', 'escalation'], answer: ['答复', 'answer'], answerDue: ['答复时限', 'answer due'], solved: ['已解决', 'solved'], at: ['发生时间', 'when'], satisfied: ['满意度', 'satisfaction'], reply: ['答复内容', 'reply'], amount: ['金额', 'amount'], body: ['内容', 'body'], trackingCode: ['查询码', 'tracking code'],
};
/** `owed[0].amount` as a person says it. */
export function fieldName(path) {
  const leaf = path.split('.').at(-1).replace(/\[\d+\]$/, '');
  const nth = /\[(\d+)\]/.exec(path)?.[1];
  const name = pick(FIELDS, leaf) ?? leaf;
  return nth === undefined ? name : `${name}（${Number(nth) + 1}）`;
}
