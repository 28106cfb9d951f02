import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  CLOCKS_NOT_OPEN: ['conflict', '该案件尚无期限档案。', 'No clock of this case has been opened yet.'],
  NO_SUCH_CLOCK: ['notFound', '没有这个期限。', 'There is no such clock in this case.'],
});
