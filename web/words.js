const LANGUAGE = 'anxin.language';

export const language = () => (localStorage.getItem(LANGUAGE) === 'en' ? 'en' : 'zh');
export const isChinese = () => language() === 'zh';
export function speak(chosen) {
  localStorage.setItem(LANGUAGE, chosen);
}

/** What every screen says: Chinese first. `{x}` is filled in. A screen's own words stand in the `words.js` of its folder. */
export const words = {
  product: ['安薪', 'Anxin'], skip: ['跳到正文', 'Skip to content'], loading: ['正在读取…', 'Loading…'], other: ['English', '中文'],
  signOut: ['退出', 'Sign out'], mainNav: ['主导航', 'Main'], clockNow: ['系统时间', 'Clock'], signIn: ['登录', 'Sign in'], signInTitle: ['选择身份登录', 'Sign in as'],


  matter: ['事项', 'Matter'], open: ['在办', 'Open'], warned: ['预警', 'Warned'], breached: ['逾期', 'Breached'], step: ['升级 {n}', 'Escalated {n}'],
  cases: ['件', 'cases'], listed: ['挂牌督办', 'Listed'], live: ['实时更新', 'Live'], lost: ['连接中断，正在重连', 'Connection lost, retrying'], filters: ['筛选', 'Filters'], state: ['状态', 'State'],
  lead: ['主办部门', 'Lead'], all: ['全部', 'All'], clear: ['清除筛选', 'Clear filters'], byDue: ['按最近到期排列', 'next due first'], number: ['案件编号', 'Case'], received: ['接收', 'Received'],
  category: ['类别', 'Category'], nextLimit: ['最近期限', 'Next limit'], left: ['剩余', 'Time left'], noneFoundHint: ['换一个条件，或清除筛选。', 'Change or clear the filters.'], more: ['继续加载', 'Load more'],
  noLimit: ['无运行中的期限', 'No limit running'], noLead: ['未定', 'Undecided'], back: ['返回{title}', 'Back to: {title}'], employer: ['用人单位', 'Employer'], amount: ['金额', 'Amount'],
  closedUnpaid: ['已结案，仍有工资未付', 'Closed, wages still unpaid'], paid: ['已付', 'Paid'], money: ['工资支付', 'Payment'], leadOrder: ['主办', 'Lead'], childOrder: ['子工单 {n}', 'Child order {n}'],
  signed: ['已签收', 'signed for'], concluded: ['已办结', 'concluded'], officer: ['经办人', 'Officer'], clocks: ['期限', 'Limits'], running: ['进行中', 'running'], late: ['已逾期', 'breached'],
  due: ['{day} 到期', 'due {day}'], refused: ['现在不能办理的步骤（{n}）', 'Refused now ({n})'], ground: ['依据', 'Ground'], reason: ['原因', 'Reason'], required: ['必填', 'required'],
  optional: ['选填', 'optional'], choose: ['请选择', 'Choose'], yes: ['是', 'Yes'], no: ['否', 'No'], onePerLine: ['每行一项', 'one per line'], addRow: ['增加一项', 'Add one'],
  removeRow: ['删除末项', 'Remove the last'], happenedAt: ['发生时间（不填即为现在）', 'When it happened (empty: now)'], whenBefore: ['补录过去的时间', 'It happened earlier'], inYuan: ['（元）', ' (yuan)'],
  notMoney: ['应为金额，单位元，最多两位小数', 'must be an amount in yuan with at most two decimals'], fillIn: ['请填写', 'must be filled in'], failed: ['没有办成', 'That did not work'],
  offline: ['连不上服务器', 'The server cannot be reached'], offlineHint: ['请检查网络，稍后再试。', 'Please check the network and try again.'],
  reloadHint: ['案件可能已有新的进展，请刷新后再办理。', 'The case may have moved on: refresh and try again.'], pageBroke: ['页面出错', 'The page failed'],
  sessionOver: ['登录已过期，请重新登录。', 'Your session is over, please sign in again.'], notFound: ['没有这个页面', 'There is no such page'], retry: ['重试', 'Try again'],
  menu: ['菜单', 'Menu'], noPermission: ['当前身份不能打开「{title}」', 'Your role may not open “{title}”'], noPermissionWho: ['可以打开的身份：{roles}', 'Roles that may: {roles}'], noPermissionGo: ['您可以打开', 'You may open'], home: ['首页', 'Start page'], notFoundHint: ['地址可能抄错了，或者页面已经改名。', 'The address may be mistyped, or the page was renamed.'],
  send: ['确认办理', 'Confirm'], sending: ['正在办理…', 'Sending…'], done: ['已办理：{title}', 'Done: {title}'], unchanged: ['此前已办理，没有变化：{title}', 'Was done before, nothing changed: {title}'], noFieldsNeeded: ['无须填写，确认即可。', 'Nothing to fill in.'],
  nothingHere: ['没有内容', 'Nothing here'], shownOf: ['已显示 {n} / {total}', '{n} of {total} shown'], shownN: ['已显示 {n} 条', '{n} shown'], asTable: ['以表格查看', 'As a table'], close: ['关闭', 'Close'], cancel: ['取消', 'Cancel'], download: ['下载', 'Download'], emptyBase: ['无基数', 'no base'], revealReason: ['查看理由（永久留痕）', 'Why you must see it (kept for ever)'], revealGo: ['查看', 'Show'], system: ['系统', 'system'],
  confidenceA: ['原文已核', 'read in the law'], confidenceB: ['据转述', 'second hand'], confidenceC: ['待核', 'unconfirmed'], confidenceP: ['系统默认', 'default of this system'],

};

/** How a folder speaks: in its own words, then in those of all. */
export function wordsOf(own) {
  const known = { ...words, ...own };
  return (key, filled = {}) => known[key][isChinese() ? 0 : 1].replace(/\{(\w+)\}/g, (_, name) => String(filled[name] ?? ''));
}

export const t = wordsOf({});

export function both({ zh, en }) {
  return isChinese() ? zh : en;
}
