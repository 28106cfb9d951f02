import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_ESCALATION: ['notFound', '没有这项督办。', 'There is no such escalation in this case.'],
  NO_OPEN_ESCALATION: ['conflict', '没有待答复的督办。', 'No escalation waits for an answer.'],
  ALREADY_LISTED: ['conflict', '该案件已挂牌督办。', 'The case is already listed for supervision.', 'S-BJ25 七'],
  NOT_LISTED: ['conflict', '该案件未挂牌督办。', 'The case is not listed for supervision.', 'S-BJ25 七'],
  NOT_SOLVED: ['conflict', '欠薪问题不解决不销账。', 'Supervision ends only when the problem is solved.', '2020 winter action notice'],
});
