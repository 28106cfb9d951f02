import { wordsOf } from '../words.js';

export const words = {
  answersTitle: ['问答库', 'Answer base'], answersLead: ['按来电人的问题查找，照着念即可；答复会登记条目、依据和规则版本，不保存来电人说的话。', 'Find by the caller’s question and read it out. Entry, source and version are recorded; what the caller said is not kept.'],
  question: ['来电人的问题', 'The caller’s question'], channel: ['您所在的渠道', 'Where you sit'], findAnswer: ['查找', 'Find'], foundBy: ['因为这些词', 'Found by'], toldIt: ['已这样答复', 'Told so'], toldDone: ['已登记', 'Recorded'], answeredBy: ['依据', 'Source'],
  holdsFrom: ['自 {from} 起施行 · 规则 {division} {version}', 'In force since {from} · pack {division} {version}'], noAnswer: ['问答库里没有', 'The answer base says nothing'], passOn: ['转业务科室，两个工作日内答复', 'Pass on: answered in two working days'],
  section: ['业务科室', 'Section'], topic: ['类别', 'Category'], callerPhone: ['回电号码', 'Number to call back'], passedOn: ['已转办，查询码 {code}', 'Passed on; tracking code {code}'], passedList: ['转办的咨询', 'Enquiries passed on'], dueOn: ['答复期限', 'Due'], answered: ['已答复', 'Answered'], readReply: ['看答复并回电', 'Read the answer and call back'], nonePassed: ['没有转办的咨询', 'None was passed on'],
};
export const t = wordsOf(words);
