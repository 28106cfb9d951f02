const LANGUAGE = 'anxin.language';

export const language = () => (localStorage.getItem(LANGUAGE) === 'en' ? 'en' : 'zh');
export const isChinese = () => language() === 'zh';
export function speak(chosen) {
  localStorage.setItem(LANGUAGE, chosen);
}

/** What stands on the screen: Chinese first. `{x}` is filled in. */
const WORDS = {
  product: ['安薪', 'Anxin'], productLine: ['农民工欠薪与权益案件协同办理', 'Wage-arrears cases of migrant workers, from the call to the money paid'],
  skip: ['跳到正文', 'Skip to content'], loading: ['正在读取…', 'Loading…'], other: ['English', '中文'],
  board: ['看板', 'Board'], track: ['进度查询', 'Track a case'], signOut: ['退出', 'Sign out'], mainNav: ['主导航', 'Main'], clockNow: ['系统时间', 'Clock'],
  signIn: ['登录', 'Sign in'], signInTitle: ['选择身份登录', 'Sign in as'], signInLead: ['演示环境：人物、单位、案件均为虚构。点选一个身份，即可看到该身份能看的案件、能办的步骤。', 'A demo: people, employers and cases are invented. Choose a person to see what that role may see and do.'],
  signInReal: ['正式环境由当地统一身份认证登录。', 'A real installation signs in at its own issuer.'],
  noDemo: ['本环境没有演示身份', 'There are no demo people here'], noDemoHint: ['请从本单位的统一身份认证入口登录。', 'Please sign in at your organisation’s issuer.'],
  forWorkers: ['我是劳动者', 'I am a worker'], forWorkersLine: ['凭查询码看案件办到哪一步、谁在办、几时到期，无须登录。', 'With your tracking code: where your case stands, who acts next and by when. No sign-in.'], forWorkersGo: ['查询我的案件', 'Track my case'],
  noBoardRole: ['此身份没有案件看板', 'This role has no board of cases'], noBoardRoleHint: ['政策管理与运维不接触案件，目前通过接口工作：见 /openapi.json。', 'Policy and operations do not touch cases and work through the API for now: see /openapi.json.'],
  desk: ['我的工单', 'My desk'], deskViews: ['查看范围', 'Whose orders'], view_mine: ['我经办的', 'Mine'], view_team: ['本单位的', 'My unit'], view_unit: ['辖区全部', 'All in scope'],
  bucket_all: ['全部', 'All'], bucket_overdue: ['已逾期', 'Overdue'], bucket_warned: ['将到期', 'Due soon'], bucket_noMovement: ['无进展', 'No movement'], bucket_ownerless: ['无经办人', 'No officer'], bucket_waiting: ['等待他方', 'Waiting for others'],
  ordersCount: ['件工单', 'orders'], idleDays: ['{n} 天以上', '{n} days or more'], matter: ['事项', 'Matter'], holder: ['承办', 'Held by'], turn: ['等待谁', 'Whose turn'], trackFilter: ['办理途径', 'Track'], noOfficer: ['未定经办人', 'no officer'], returnedBefore: ['曾由 {n} 个单位承办', 'held by {n} before'],
  noOrders_mine: ['没有您经办的工单', 'Nothing is on your desk'], noOrdersHint_mine: ['新工单分到您名下后会出现在这里。', 'New orders appear here when they come to you.'], noOrders_team: ['本单位没有在办工单', 'Your unit has nothing open'], noOrdersHint_team: ['签收的工单会出现在这里。', 'Orders appear here when they are signed for.'],
  noOrders_unit: ['辖区没有在办工单', 'Nothing is open in your scope'], noOrdersHint_unit: ['派到辖区的工单会出现在这里。', 'Orders appear here when they are dispatched.'], noOrders_filter: ['没有符合条件的工单', 'No order fits'], notEnrolled: ['您尚未登记到任何单位', 'You are enrolled in no unit'], notEnrolledHint: ['请督办人员将您登记到所在单位。', 'A supervisor enrols you in your unit.'],
  shownOrders: ['已显示 {n} / {total} 件', '{n} of {total} shown'], noDeskRole: ['此身份没有工单', 'This role has no desk'], yourOrder: ['由您经办', 'yours'], yourUnit: ['由本单位承办', 'with your unit'], notYours: ['由其他单位承办', 'with another body'], disputedOrder: ['承办争议', 'disputed'],
  open: ['在办', 'Open'], warned: ['预警', 'Warned'], breached: ['逾期', 'Breached'], escalated: ['已升级督办', 'Escalated'], step: ['升级 {n}', 'Escalated {n}'], unpaid: ['待付工资', 'Unpaid wages'], ofCases: ['共 {n} 件', 'of {n} in all'], cases: ['件', 'cases'],
  listed: ['挂牌督办', 'Listed'], live: ['实时更新', 'Live'], lost: ['连接中断，正在重连', 'Connection lost, retrying'], connecting: ['正在连接', 'Connecting'],
  filters: ['筛选', 'Filters'], state: ['状态', 'State'], lead: ['主办部门', 'Lead'], limit: ['期限', 'Limits'], all: ['全部', 'All'], onlyBreached: ['有逾期', 'Breached'], notBreached: ['无逾期', 'Not breached'], clear: ['清除筛选', 'Clear filters'],
  openCases: ['在办案件', 'Open cases'], byDue: ['按最近到期排列', 'next due first'], number: ['案件编号', 'Case'], received: ['接收', 'Received'], category: ['类别', 'Category'], nextLimit: ['最近期限', 'Next limit'], left: ['剩余', 'Time left'],
  noneFound: ['没有符合条件的案件', 'No case fits'], noneFoundHint: ['换一个条件，或清除筛选。', 'Change or clear the filters.'], shown: ['已显示 {n} / {total} 件', '{n} of {total} shown'], more: ['继续加载', 'Load more'], noLimit: ['无运行中的期限', 'No limit running'], noLead: ['未定', 'Undecided'],
  back: ['返回看板', 'Back to the board'], channels: ['来件渠道与编号', 'Channels and numbers'], origin: ['首次反映', 'First reported'], employer: ['用人单位', 'Employer'], project: ['工程项目', 'Project'], requester: ['诉求人', 'Requester'], masked: ['姓名、电话已加密保存', 'Name and phone are sealed'],
  reveal: ['查看姓名、电话和诉求原文', 'See name, phone and the text'], revealReason: ['查看理由（永久留痕）', 'Why you must see it (kept for ever)'], revealGo: ['查看', 'Show'], personalName: ['姓名', 'Name'], personalPhone: ['电话', 'Phone'], personalText: ['诉求原文', 'In the requester’s words'],
  identityProven: ['身份已核验', 'identity proven'], identityUnproven: ['身份未核验', 'identity not proven'], migrant: ['农民工', 'migrant worker'], secrecy: ['要求保密', 'asks for secrecy'], represented: ['由他人代为反映', 'represented'],
  parties: ['当事人', 'Parties'], caseFacts: ['案情要素', 'Facts'], amount: ['金额', 'Amount'], workers: ['人数', 'Workers'], months: ['拖欠月数', 'Months'], period: ['拖欠期间', 'Period'], people: ['{n} 人', '{n}'], missing: ['待补材料', 'Still missing'],
  closedUnpaid: ['已结案，仍有工资未付', 'Closed, wages still unpaid'], unclaimed: ['待领取', 'Kept for the worker'], overpaid: ['多付', 'Beyond what was owed'], payBy: ['最后履行期限', 'To be paid by'], whoPays: ['付款方', 'Who pays'], unsettled: ['尚无结果的劳动者', 'Workers without an outcome'], workerNo: ['劳动者 {n}', 'worker {n}'],
  instalment: ['第 {n} 期', 'Instalment {n}'], offers: ['逾期未付，可以：', 'In default; open now:'], byWorker: ['逐人明细（{n}）', 'Worker by worker ({n})'], promised: ['约定', 'promised'], correctedFrom: ['由 {sum} 更正', 'corrected from {sum}'],
  owed: ['应付', 'Owed'], paid: ['已付', 'Paid'], toPay: ['待付', 'Unpaid'], money: ['工资支付', 'Payment'],
  orders: ['工单与承办', 'Orders and holders'], leadOrder: ['主办', 'Lead'], childOrder: ['子工单 {n}', 'Child order {n}'], assist: ['协办', 'Assisting'], signed: ['已签收', 'signed for'], notSigned: ['未签收', 'not signed for'], concluded: ['已办结', 'concluded'], officer: ['经办人', 'Officer'], told: ['已告知途径', 'Told of'], noOrders: ['尚未派单', 'Not dispatched yet'],
  flags: ['案件标记', 'Flags'], noFlags: ['没有标记', 'None'], rules: ['适用规则', 'Rules met'],
  receipt: ['为什么这样分派', 'Why it went here'], places: ['两地联动', 'Places that work together'], factsUsed: ['采用的要素（{n}）', 'Facts used ({n})'], nearest: ['最接近而未适用的规则（{n}）', 'Rules that came nearest and did not apply ({n})'], pack: ['规则包', 'Rule pack'],
  limits: ['法律界限', 'Limits of law'], limitsOpen: ['尚需查明的（{n}）', 'To be found out ({n})'], entitled: ['可以享受（免申即享）', 'Entitled to, without asking'], entitledNear: ['还差一项要素（{n}）', 'One fact short ({n})'], lacks: ['还差：', 'lacks:'], answer_met: ['符合', 'met'], answer_unmet: ['不符合', 'not met'], answer_unknown: ['未知', 'not known'], youCan: ['您现在可以', 'You can now'], reopenBy: ['要求重办', 'Ask to reopen'], reopenBySentence: ['{due} 前可以要求重办', 'until {due}'], youGet: ['您可以享受', 'You are entitled to'],
  lostBlock: ['符合，但有更先适用的规则', 'met, but a rule that goes before it applies'], ruleStep: ['第{n}步', 'step {n}'],
  lostOn: ['{name}：须为{wanted}，实为{found}', '{name}: must be {wanted}, is {found}'], lostUnknown: ['{name}：须为{wanted}，未知', '{name}: must be {wanted}, not known'], unknown: ['不清楚', 'not known'],
  confidenceA: ['原文已核', 'read in the law'], confidenceB: ['据转述', 'second hand'], confidenceC: ['待核', 'unconfirmed'], confidenceP: ['系统默认', 'default'],
  clocks: ['期限', 'Limits'], running: ['进行中', 'running'], suspended: ['中止', 'suspended'], met: ['已完成', 'met'], metLate: ['逾期完成', 'met late'], cancelled: ['已终止', 'ended'], late: ['已逾期', 'breached'], soon: ['将到期', 'due soon'],
  levelLaw: ['法定', 'statute'], levelTarget: ['政策目标', 'target'], levelService: ['服务承诺', 'service'], dutyPerson: ['当事人的期限', 'the person’s limit'], dutyEmployer: ['单位的期限', 'the employer’s limit'],
  due: ['{day} 到期', 'due {day}'], from: ['{day} 起算', 'from {day}'], provisional: ['暂按 {day}', 'provisionally {day}'], why: ['为什么是这一天', 'Why this day'], whyInstant: ['为什么是这个时间', 'Why this time'], derivation: ['推算过程', 'How it was counted'], basis: ['依据', 'Basis'], calendarOf: ['日历版本', 'Calendar'], doneClocks: ['已了结的期限（{n}）', 'Limits that are done ({n})'], noClocks: ['没有运行中的期限', 'No limit is running'],
  countedOtherwise: ['当时所用的日历已不可查，按现有日历推算为 {counted}；期限仍为 {due}。', 'The calendar of that time is not known any more; by the present one it would be {counted}. The limit stays {due}.'],
  actions: ['可办理的步骤', 'What can be done now'], noActions: ['当前身份在此案没有可办理的步骤', 'Nothing can be done in this role now'], noActionsHint: ['换一个承办身份登录，或等待下一环节。', 'Another role may act, or the next step must come first.'], refused: ['现在不能办理的步骤（{n}）', 'Refused now ({n})'], ground: ['依据', 'Ground'], reason: ['原因', 'Reason'],
  send: ['确认办理', 'Confirm'], sending: ['正在办理…', 'Sending…'], done: ['已办理：{title}', 'Done: {title}'], unchanged: ['此前已办理，没有变化：{title}', 'Was done before, nothing changed: {title}'], noFieldsNeeded: ['无须填写，确认即可。', 'Nothing to fill in.'],
  required: ['必填', 'required'], optional: ['选填', 'optional'], choose: ['请选择', 'Choose'], yes: ['是', 'Yes'], no: ['否', 'No'], onePerLine: ['每行一项', 'one per line'], addRow: ['增加一项', 'Add one'], removeRow: ['删除末项', 'Remove the last'], happenedAt: ['发生时间（不填即为现在）', 'When it happened (empty: now)'], whenBefore: ['补录过去的时间', 'It happened earlier'], inYuan: ['（元）', ' (yuan)'], notMoney: ['应为金额，单位元，最多两位小数', 'must be an amount in yuan with at most two decimals'], fillIn: ['请填写', 'must be filled in'],
  timeline: ['时间线', 'Timeline'], timelineAll: ['全部', 'All'], timelineSteps: ['办理', 'Steps'], timelineClocks: ['期限与督办', 'Limits'], system: ['系统', 'system'], recordedLater: ['{time} 录入', 'recorded {time}'],
  changedElsewhere: ['此案刚有新的进展。', 'This case has just moved on.'], refresh: ['刷新', 'Refresh'],
  trackTitle: ['我的案件办到哪一步了', 'Where is my case?'], trackLead: ['输入登记时收到的查询码（10 位字母和数字）。', 'Enter the tracking code you were given (10 letters and digits).'], trackingCode: ['查询码', 'Tracking code'], trackGo: ['查询', 'Look up'], trackPrivate: ['页面不显示姓名、电话。请妥善保管查询码。', 'No name or phone is shown. Keep the code to yourself.'],
  whereNow: ['现在到了', 'It stands at'], whoActs: ['由谁办理', 'Who is handling it'], nextBy: ['下一步', 'What comes next'], nextBySentence: ['{name}，最晚 {due} 前', '{name}, by {due} at the latest'], noNext: ['没有在走的期限', 'No limit is running'], caseClosed: ['已经结束', 'It is closed'], stepsSoFar: ['已经办过的', 'Steps so far'], youShould: ['请您补充', 'Please bring'], alsoAsk: ['您还可以找', 'You may also turn to'], stillUnpaid: ['还有 {sum} 未付', '{sum} is still unpaid'], callHelp: ['有疑问请拨打 12345、12333 或法律援助热线 12348。', 'Questions: call 12345, 12333, or legal aid at 12348.'],
  files: ['证据与文书', 'Evidence and papers'], noFiles: ['尚无证据和文书', 'Nothing on file yet'], openFile: ['下载', 'Download'], withdrawnEvidence: ['已撤回', 'withdrawn'], replacedPaper: ['已替换', 'replaced'], papersNow: ['现在可以出具', 'Can be issued now'], paperMade: ['已出具：{number}', 'Issued: {number}'],
  failed: ['没有办成', 'That did not work'], offline: ['连不上服务器', 'The server cannot be reached'], offlineHint: ['请检查网络，稍后再试。', 'Please check the network and try again.'], reloadHint: ['案件可能已有新的进展，请刷新后再办理。', 'The case may have moved on: refresh and try again.'], pageBroke: ['页面出错', 'The page failed'], sessionOver: ['登录已过期，请重新登录。', 'Your session is over, please sign in again.'], notFound: ['没有这个页面', 'There is no such page'], retry: ['重试', 'Try again'],
};

export function t(key, filled = {}) {
  const text = WORDS[key][isChinese() ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (_, name) => String(filled[name] ?? ''));
}

export function both({ zh, en }) {
  return isChinese() ? zh : en;
}
