import { wordsOf } from '../words.js';

export const words = {
  colour: ['预警', 'Colour'],
  attention: ['须留意', 'Asks for attention'], dueToday: ['今日到期', 'Due today'], withPassed: ['含已逾期', 'with the passed ones'], dueSoon: ['三个工作日内到期', 'Due in three working days'], ownerless: ['无人承办', 'Held by nobody'], stuck: ['久无进展', 'Without movement'], returnedTwice: ['两次退单', 'Returned twice'],
  districts: ['各地各部门在办', 'Open by place and department'], districtsHint: ['颜色越深案件越多，红线表示其中有逾期；点数字看案件。', 'The darker, the more; a red line: some are breached. A number opens its cases.'], district: ['办理地', 'Place'], breachedN: ['逾期 {n}', '{n} breached'],
  escalated: ['已升级督办', 'Escalated'], unpaid: ['待付工资', 'Unpaid wages'], ofCases: ['共 {n} 件', 'of {n} in all'], connecting: ['正在连接', 'Connecting'], limit: ['期限', 'Limits'],
  onlyBreached: ['有逾期', 'Breached'], notBreached: ['无逾期', 'Not breached'], openCases: ['在办案件', 'Open cases'], noneFound: ['没有符合条件的案件', 'No case fits'],
  shown: ['已显示 {n} / {total} 件', '{n} of {total} shown'],
};
export const t = wordsOf(words);
