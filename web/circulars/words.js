import { wordsOf } from '../words.js';

export const words = {
  circular: ['通报', 'Circular'], state_open: ['待回复', 'Open'], state_overdue: ['逾期未回复', 'Overdue'], state_answered: ['已全部回复', 'Answered'], number: ['文号', 'Number'], title: ['标题', 'Title'], text: ['正文', 'Text'], units: ['主送单位', 'Units'], unit: ['单位', 'Unit'],
  issuedAt: ['印发时间', 'Issued'], answerDue: ['回复期限', 'Answer due'], answers: ['回复情况', 'Answers'], received: ['签收', 'Received'], answered: ['回复', 'Answered'], notYet: ['未', 'not yet'], late: ['逾期回复', 'late'], missed: ['逾期未回复', 'missed'], answerOf: ['{n} / {total} 已回复', '{n} of {total} answered'],
  none: ['没有调度通报', 'There are no circulars'], noneHint: ['先在“统计数据”中发布一组数据，再由此印发通报。', 'Publish figures first, then issue a circular from them.'], issue: ['印发调度通报', 'Issue a circular'], issueHint: ['回复期限由规则包定：{n} 个工作日（{source}，{c}）。', 'The time to answer is set by the pack: {n} working days ({source}, {c}).'],
  figures: ['所附统计数据', 'Attached figures'], value: ['数值', 'Value'], atPosition: ['日志位置', 'Log position'], same: ['重算一致', 'recomputed: same'], differs: ['重算不一致', 'recomputed: different'], receive: ['签收', 'Receive'], answer: ['回复', 'Answer'], yourAnswer: ['回复内容', 'Your answer'],
  department: ['部门', 'Department'], division: ['行政区划', 'Division'], addUnit: ['增加单位', 'Add a unit'], chosen: ['已选单位', 'Chosen units'], remove: ['移除', 'Remove'], allStates: ['全部', 'All'], chooseFigures: ['请从“统计数据 → 已发布”进入，以选定所附数据。', 'Come from Figures → Published, so that the figures are chosen.'], back: ['返回通报', 'Back to circulars'], rule: ['期限依据', 'Rule'], workingDays: ['{n} 个工作日', '{n} working days'],
};
export const t = wordsOf(words);
