import { wordsOf } from '../words.js';

export const words = {
  youCan: ['您现在可以', 'You can now'], reopenBy: ['要求重办', 'Ask to reopen'], reopenBySentence: ['{due} 前可以要求重办', 'until {due}'], correction: ['更正个人信息', 'Correction of your data'], youGet: ['您可以享受', 'You are entitled to'],
  trackTitle: ['我的案件办到哪一步了', 'Where is my case?'], trackLead: ['输入登记时收到的查询码（10 位字母和数字）。', 'Enter the tracking code you were given (10 letters and digits).'],
  trackingCode: ['查询码', 'Tracking code'], trackGo: ['查询', 'Look up'], trackPrivate: ['页面不显示姓名、电话。请妥善保管查询码。', 'No name or phone is shown. Keep the code to yourself.'],
  whereNow: ['现在到了', 'It stands at'], whoActs: ['由谁办理', 'Who is handling it'], nextBy: ['下一步', 'What comes next'], nextBySentence: ['{name}，最晚 {due} 前', '{name}, by {due} at the latest'],
  noNext: ['没有在走的期限', 'No limit is running'], caseClosed: ['已经结束', 'It is closed'], stepsSoFar: ['已经办过的', 'Steps so far'], youShould: ['请您补充', 'Please bring'],
  alsoAsk: ['您还可以找', 'You may also turn to'], stillUnpaid: ['还有 {sum} 未付', '{sum} is still unpaid'],
  callHelp: ['有疑问请拨打 12345、12333 或法律援助热线 12348。', 'Questions: call 12345, 12333, or legal aid at 12348.'],
};
export const t = wordsOf(words);
