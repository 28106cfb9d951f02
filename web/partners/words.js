import { wordsOf } from '../words.js';

export const words = {
  intro: ['监测点按期报告、重大动态即时报告；各市州设省外服务站；协作单位每年评估，按结果清退。', 'Monitoring points report each period and at once; each prefecture keeps a station outside the province; units are assessed yearly and removed on results.'],
  tileMissed: ['逾期未报', 'Reports missing'], tileDue: ['本期待报', 'Reports due'], tileEvents: ['待接收的重大动态', 'Events to take up'], tileLacking: ['未设站的市州', 'Prefectures without station'], tab_desk: ['待办', 'To do'], tab_points: ['监测点', 'Monitoring points'],
  tab_stations: ['驻外服务站', 'Service stations'], tab_units: ['协作单位', 'Partner units'], tabsLabel: ['监测与协作', 'Partners'], missedTitle: ['逾期未报', 'Reports that did not come'], dueTitle: ['本期报告', 'Reports of this period'], eventsTitle: ['重大动态', 'Major events'], assessTitle: ['年度评估', 'Yearly assessments'],
  name: ['名称', 'Name'], place: ['所在地', 'Place'], period: ['报告期', 'Period'], periodOf: ['{from} 至 {to}', '{from} to {to}'], reportsTo: ['报告对象', 'Reports to'], urgedBy: ['协调督促', 'Urged by'], kind: ['类别', 'Kind'], every: ['报告周期', 'Reports every'], missedN: ['逾期 {n} 期', '{n} missing'], eventsN: ['动态 {n}', 'events: {n}'], onTime: ['正常', 'In order'],
  over: ['已到报告时间', 'due now'], notOver: ['进行中', 'not over yet'], home: ['派出地', 'Kept by'], standsAt: ['驻地', 'Stands in'], host: ['承接单位', 'Host'], staff: ['人员', 'Staff'], activities: ['活动', 'Activities'], lastOn: ['最近 {day}', 'last on {day}'], services: ['服务内容', 'Services'], assessBy: ['应评估日期', 'To be assessed by'],
  last: ['最近评估', 'Last assessment'], scored: ['{year} 年 {total} 分', '{year}: {total} points'], passed: ['合格', 'passed'], failedYear: ['不合格', 'failed'], coverage: ['各市州设站情况', 'Stations of each prefecture'], stations: ['站点数', 'Stations'], lacks: ['缺 {n}', '{n} lacking'], enough: ['已设站', 'in place'],
  register: ['登记', 'Register'], reported: ['报告', 'Report'], status_open: ['待报', 'due'], status_missed: ['逾期未报', 'missing'], status_received: ['已报', 'received'], status_late: ['逾期补报', 'came late'], workersN: ['{n} 人', '{n} workers'], unpaidN: ['被欠薪 {n} 人', '{n} unpaid'], taken: ['处置', 'Taken up'], open: ['待接收', 'waiting'], forYou: ['由本级接收', 'for your level'],
  reports: ['监测报告', 'Reports'], criteria: ['评估标准', 'Criteria'], passMark: ['合格线 {n} 分', 'pass mark {n}'], steps: ['可以办理', 'What can be done'], noSteps: ['现在没有可以办理的步骤', 'Nothing can be done now'], limits: ['期限', 'Limits'], provisional: ['（待日历公布）', ' (calendar to come)'], removedOn: ['已清退（{ground}）', 'Removed ({ground})'],
  staff_workers: ['人数', 'Workers'], unpaid: ['欠薪', 'Unpaid'],
  about: ['概况', 'Overview'], since: ['登记日期', 'Since'], noneDue: ['没有待报的监测点', 'No report is due'], noneMissed: ['没有逾期未报', 'No report is missing'], noneEvents: ['没有待接收的重大动态', 'No event waits'], noneOf: ['尚未登记', 'None is registered'], left: ['已离任', 'left'], day: ['日期', 'Day'], points: ['得分', 'Points'], happened: ['情况', 'What happened'], rule: ['报告规则', 'Rule'],
};
export const t = wordsOf(words);
