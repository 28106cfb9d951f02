import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_ESCALATION: ['notFound', '没有这项督办。', 'There is no such escalation in this case.'],
  NO_OPEN_ESCALATION: ['conflict', '没有待答复的督办。', 'No escalation waits for an answer.'],
  NO_INTERVIEW_CONVENED: ['conflict', '没有待进行的约谈。', 'No interview has been convened.'],
  NOT_AN_INTERVIEW: ['invalid', '该项督办不是约谈。', 'This escalation is not an interview.'],
  RUNG_AWAITS_ANSWER: ['conflict', '这一级督办正在等待答复；答复前只能采取更高一级的措施。', 'This rung awaits its answer: until then only a higher one may be given.'],
  CRITICISM_UNFOUNDED: ['conflict', '未经书面督办或者约谈，也没有逾期，不得通报批评。', 'Nobody is criticised without an earlier notice or interview, or a limit that was broken.'],
  ANSWER_NOT_YET_DUE: ['conflict', '书面督办或者约谈的答复期限未满，不得通报批评。', 'The time to answer the notice or the interview still runs.'],
  ANSWER_DUE_PASSED: ['invalid', '答复期限须在此后。', 'The answer must be due later than now.'],
  RUNG_NOT_IN_PACK: ['conflict', '本地规则包没有这一级督办。', 'The rules of this place have no such rung.'],
  ALREADY_LISTED: ['conflict', '该案件已挂牌督办。', 'The case is already listed for supervision.', 'S-BJ25 七'],
  NOT_LISTED: ['conflict', '该案件未挂牌督办。', 'The case is not listed for supervision.', 'S-BJ25 七'],
  NOT_SOLVED: ['conflict', '欠薪问题不解决不销账。', 'Supervision ends only when the problem is solved.', '2020 winter action notice'],
});
