import { wordsOf } from '../words.js';

export const words = {
  intro: ['催办、督办函、约谈、通报批评和挂牌督办：由谁答复，何时到期，有无签收。', 'Reminders, notices, interviews, criticism and listed cases: who answers, by when, and who took receipt.'],
  tileMine: ['待我答复', 'For me to answer'], tileGiven: ['本单位发出', 'Given by my offices'], tileUnanswered: ['待答复', 'Unanswered'], tileOverdue: ['逾期未答复', 'Overdue'],
  side: ['范围', 'Whose'], mine: ['待我答复', 'For me to answer'], given: ['本单位发出', 'Given by my offices'], measure: ['措施', 'Measure'], overdue: ['答复', 'Answer'], onlyOverdue: ['逾期未答复', 'Overdue'],
  kind: ['事由', 'Why'], who: ['督办对象', 'Addressed to'], due: ['答复期限', 'Answer due'], receipt: ['签收', 'Receipt'], status: ['状态', 'State'], noReceipt: ['未签收', 'not acknowledged'], noAnswerDue: ['不要求答复', 'no answer asked'],
  none: ['没有督办事项', 'Nothing on the ladder'], noneHint: ['临期、逾期、无人承办、长期未动或者两次退单的案件会自动出现在这里。', 'Cases whose limit is near or broken, that nobody holds, that stand still or came back twice appear here by themselves.'],
  status_open: ['待答复', 'open'], status_answered: ['已答复', 'answered'], status_settled: ['已了结', 'settled'], late: ['逾期', 'overdue'], byHand: ['人工督办', 'by hand'], listed: ['挂牌督办', 'listed by name'], listedSupervision: ['挂牌督办', 'listed supervision'],
  addressed_holder: ['承办单位', 'the body that holds it'], addressed_unitHead: ['单位负责人', 'head of the unit'], addressed_divisionSupervisor: ['本级督办', 'supervisor of the division'], addressed_superiorSupervisor: ['上级督办', 'supervisor of the division above'], addressed_named: ['指定人员', 'named person'],
  next: ['逾期未答复将升为{rung}', 'without an answer: {rung}'], ladder: ['督办阶梯', 'The ladder'], empty: ['未进入督办阶梯。', 'It is not on the ladder.'],
};
export const t = wordsOf(words);
