import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_TRANSFER: ['notFound', '没有向贵方移交过这一案件。', 'No such transfer went to your log.'],
});
