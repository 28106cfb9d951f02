import { wordsOf } from '../words.js';

export const words = {
  intro: ['同一单位、总包、项目或者工地在不同区县聚集的案件，随案件到达自动发现。', 'Employers, contractors, projects and sites that gather cases, found as the cases arrive.'],
  tileOpen: ['待处理苗头', 'Open signs'], tileWarned: ['已发预警', 'Warned'], tileRed: ['红色', 'Red'], tileYellow: ['黄色', 'Yellow'], level: ['级别', 'Level'], kind: ['聚集于', 'Gathered at'], who: ['单位或者项目', 'Who or what'],
  gathered: ['聚集案件', 'Cases gathered'], casesN: ['{n} 件', '{n} cases'], districtsN: ['{n} 个区县', '{n} districts'], workersN: ['{n} 人', '{n} workers'], placesTitle: ['涉及地区', 'Places'], othersLine: ['其他地区另有 {n} 件，涉及 {m} 个区县', 'elsewhere {n} more, in {m} districts'],
  found: ['发现时间', 'Found'], grew: ['最近扩大', 'Last grew'], state_open: ['待处理', 'Open'], state_found: ['已发现', 'Found'], state_warned: ['已预警', 'Warned'], state_closed: ['已办结', 'Closed'], state_dismissed: ['已排除', 'Dismissed'],
  listTitle: ['苗头', 'Signs'], none: ['没有苗头', 'No sign'], noneHint: ['聚集的案件达到规则时，会自动出现在这里。', 'It appears here by itself when cases reach a rule.'], rule: ['触发规则', 'Rule reached'], season: ['时节', 'Season'], seasonLowered: ['{name}，门槛降低', '{name}: thresholds lowered'],
  projectEnd: ['工程临近竣工，工资未落实', 'the works end and wages are not secured'], ownCases: ['本辖区案件', 'Cases in your divisions'], unpaid: ['未付工资', 'Unpaid'], noCases: ['本辖区没有其中的案件', 'None of its cases lies in your divisions'],
  text: ['提示内容', 'What to look at'], bodies: ['被预警单位', 'Bodies warned'], body: ['单位', 'Body'], answerDue: ['答复期限', 'To answer by'], answeredOn: ['答复', 'Answer'], waiting: ['待答复', 'Waiting'], overdue: ['已逾期', 'Overdue'], result: ['结果', 'Result'],
  steps: ['可以办理', 'What can be done'], noSteps: ['现在没有可以办理的步骤', 'Nothing can be done now'], forecastTitle: ['各月来件与往年均值', 'Cases by month, and the mean of earlier years'],
  forecastNote: ['往年均值＝历年同月来件之和÷有记录的年数；没有往年记录的月份无均值。', 'Mean of earlier years: cases of the same month in all of them, over the number of years on record; none without a record.'], came: ['{year} 年来件', 'came in {year}'], expected: ['往年均值', 'mean of earlier years'],
  fraction: ['{a} 件 ÷ {b} 年', '{a} cases ÷ {b} years'], monthN: ['{n}月', 'month {n}'], how: ['均值的由来', 'How the mean is made'], month: ['月份', 'Month'], index: ['与全年平均之比', 'Against the mean month'], episode: ['第 {n} 次', 'episode {n}'], escalated: ['已升级督办', 'Put before the head'],
  claimed: ['诉求金额', 'Claimed'], creditCode: ['统一社会信用代码', 'Credit code'],
};
export const t = wordsOf(words);
