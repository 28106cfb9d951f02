import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  ANSWERS_TOO_MANY: ['conflict', '这次咨询登记的答复已经太多，请另起一次咨询。', 'So many answers were given to this caller: begin another enquiry.', 'P'],
  NO_SUCH_ANSWER: ['invalid', '现行问答库里没有这一条。', 'The answer base in force has no such entry.', 'P'],
  NO_REPLY_YET: ['conflict', '业务科室还没有答复。', 'The section has not answered yet.', 'Changsha practice'],
});
