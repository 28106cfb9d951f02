import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_CHANNEL: ['notFound', '没有这个渠道。', 'There is no such channel.'],
  DIVISION_NOT_ALLOWED: ['forbidden', '该渠道不能登记此行政区划的工单。', 'This channel may not file orders of this division.'],
});
