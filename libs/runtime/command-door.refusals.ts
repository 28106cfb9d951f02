import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_COMMAND: ['notFound', '没有这个办理步骤。', 'There is no such command.'],
  NOT_YOUR_ROLE: ['forbidden', '您的角色不能办理这一步。', 'Your role may not take this step.'],
  FACT_IN_FUTURE: ['invalid', '发生时间不能晚于现在。', 'The time of a fact cannot lie in the future.'],
  VERSION_NOT_A_NUMBER: ['invalid', 'If-Match 须为版本号。', 'If-Match must be the version of the stream.'],
  PERSON_ERASED: ['conflict', '本案当事人的个人信息已删除，不能再记入涉及其个人的内容。', 'The person of this case has been erased: nothing of theirs can be written down any more.', '个人信息保护法 47'],
});
