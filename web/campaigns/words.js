import { wordsOf } from '../words.js';

export const words = {
  campaignsHint: ['每项行动写明纳入条件、起点、目标和期限；案件随自身变化自动进出。', 'Each campaign says which cases enter, where it began, what it shall reach and by when; cases come and go by themselves.'],
  noCampaigns: ['没有专项行动', 'No campaign yet'], noCampaignsHint: ['由一名督办人员提请、另一名启动。', 'One supervisor proposes it, another starts it.'], propose: ['提请专项行动', 'Propose a campaign'],
  kind: ['类别', 'Kind'], title: ['名称', 'Title'], dueOn: ['目标期限', 'Due on'], progress: ['进度', 'Progress'], phase: ['阶段', 'Phase'], place: ['区划', 'Division'],
  phase_proposed: ['待启动', 'proposed'], phase_rejected: ['未予启动', 'rejected'], phase_running: ['进行中', 'under way'], phase_closed: ['已结束', 'closed'],
  outcome_met: ['目标已实现', 'target met'], outcome_missed: ['未达目标', 'target missed'], outcome_notDue: ['未到期', 'not due yet'], unanswered: ['待答复督办 {n}', '{n} unanswered'],
  rateOf: ['{done} / {total}', '{done} of {total}'], open: ['未清', 'Open'], done: ['已清', 'Cleared'], total: ['纳入', 'In the campaign'], workersOpen: ['涉及 {n} 人', '{n} workers'], unpaid: ['未付金额', 'Unpaid'],
  rate: ['清零率', 'Rate cleared'], atPosition: ['统计至日志位置 {n}，算法', 'Counted up to position {n} of the log, by'], baseline: ['启动时', 'At the start'], fromBaseline: ['启动时 {n}', '{n} at the start'],
  source: ['依据文件', 'Ordered by'], proposedBy: ['提请人', 'Proposed by'], startedBy: ['启动人', 'Started by'], rule: ['纳入条件', 'Entry rule'], year: ['年度', 'Year'],
  tab_progress: ['进度', 'Progress'], tab_members: ['案件', 'Cases'], tab_matters: ['事项清单', 'Matters'], tab_visits: ['走访计划', 'Visit plan'], tab_targets: ['目标', 'Targets'], tab_report: ['总结报告', 'Report'], tab_steps: ['办理', 'Steps'],
  course: ['未清数与目标', 'Open cases against the target'], courseHint: ['每日终了时的未清数；目标线为到期时允许的未清数。', 'What was open at the end of each day; the target is the most that may be open on its day.'], target: ['目标', 'Target'], openLine: ['未清', 'Open'],
  byPlace: ['分区划', 'By division'], leftWhy: ['未清原因', 'Why it is still open'], nothingLeft: ['全部清零', 'Nothing is left'],
  reason_handling: ['办理中', 'being handled'], reason_mediation: ['调解中', 'in mediation'], reason_inspection: ['监察中', 'with inspection'], reason_arbitration: ['仲裁中', 'in arbitration'], reason_court: ['诉讼中', 'in court'],
  reason_enforcement: ['执行中', 'in enforcement'], reason_unenforceable: ['终结本次执行', 'enforcement ended'], reason_police: ['公安办理', 'with the police'], reason_paymentDue: ['待履行付款', 'payment due'], reason_defaulted: ['逾期未付', 'in default'],
  reason_carried: ['挂账', 'carried forward'], reason_closedUnpaid: ['已结案未付清', 'closed unpaid'], reason_notDone: ['未办结', 'not done'], reason_notVisited: ['未走访', 'not visited'],
  openMax: ['允许未清', 'May be open'], judged: ['到期核定', 'Judged'], judgedOpen: ['未清 {n}', '{n} open'], warnedSoon: ['临近期限', 'due soon'], step: ['督办第 {n} 步，{answered}', 'step {n}, {answered}'], pressure: ['督办', 'Supervision'], answered: ['已答复', 'answered'], waitsAnswer: ['待答复', 'unanswered'],
  case: ['案件编号', 'Case'], receivedOn: ['收到', 'Received'], workers: ['未付人数', 'Unpaid workers'], why: ['现状', 'Now'], show: ['显示', 'Show'], onlyOpen: ['未清', 'open'], onlyDone: ['已清', 'cleared'], noMembers: ['没有案件符合', 'No case is in it'],
  matterTitle: ['事项', 'Matter'], department: ['责任部门', 'Department'], doneOn: ['办结日期', 'Done on'], proof: ['证明材料', 'Proof'], notYet: ['未办结', 'not done'], noMatters: ['清单中还没有事项', 'Nothing is listed yet'],
  residence: ['居住类别', 'Residence'], placeName: ['走访点', 'Place'], nextOn: ['应走访', 'Next visit'], lastOn: ['最近走访', 'Last visit'], found: ['发现问题', 'Found'], overdue: ['逾期', 'overdue'], visitedOf: ['已走访 {visited} / {places}', '{visited} of {places} visited'], overdueN: ['逾期 {n}', '{n} overdue'], plan: ['列入走访计划', 'Plan a visit'], noPlaces: ['还没有走访计划', 'No visit is planned'],
  state_due: ['应走访', 'to be visited'], state_visited: ['已走访', 'visited'], state_overdue: ['逾期', 'overdue'],
  visitsPaid: ['走访记录', 'Visits'], on: ['日期', 'Day'], interviewed: ['访谈', 'Spoken to'], registered: ['登记', 'Registered'], informed: ['已宣讲政策', 'Rules explained'], revisitOn: ['再次走访', 'Again on'], findings: ['发现的问题', 'Findings'], note: ['说明', 'Note'], written: ['文字记录', 'Written down'], noted: ['有', 'yes'], readNotes: ['查看走访记录内容', 'Read what was written down'], toCase: ['打开案件', 'Open the case'], filing: ['正在立案', 'being filed'], elsewhere: ['已立案，不在您的辖区', 'filed outside your divisions'], noVisits: ['还没有走访', 'Not visited yet'], noFindings: ['没有发现问题', 'Nothing was found'],
  same: ['按同一日志位置重新计算，结果一致。', 'Counted again at the same position: the same figures.'], notSame: ['按同一日志位置重新计算，结果不一致。', 'Counted again at the same position: other figures.'], closedAt: ['结束于', 'Closed'], closedBy: ['结束人', 'Closed by'], result: ['结果', 'Result'],
  cond_categories: ['类别：{v}', 'categories: {v}'], cond_sectors: ['行业：{v}', 'sectors: {v}'], cond_fundings: ['资金来源：{v}', 'funding: {v}'], cond_arrearsYear: ['欠薪发生于 {v} 年', 'arrears of {v}'], cond_receivedFrom: ['{v} 起收到', 'received from {v}'], cond_receivedTo: ['{v} 前收到', 'received to {v}'], cond_verified: ['已查实', 'verified'], cond_collective: ['集体案件：{v}', 'collective: {v}'], cond_left: ['未清标准：{v}', 'open while: {v}'],
  ruleMatters: ['清单中的事项', 'the matters listed'], ruleVisits: ['列入计划的走访点', 'the places planned'],
};
export const t = wordsOf(words);
