import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_COMMAND: ['notFound', '没有这个办理步骤。', 'There is no such command.'],
  NOT_YOUR_ROLE: ['forbidden', '您的角色不能办理这一步。', 'Your role may not take this step.'],
  FACT_IN_FUTURE: ['invalid', '发生时间不能晚于现在。', 'The time of a fact cannot lie in the future.'],
  VERSION_NOT_A_NUMBER: ['invalid', 'If-Match 须为版本号。', 'If-Match must be the version of the stream.'],
});
