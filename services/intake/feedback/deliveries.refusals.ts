import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_DELIVERY: ['notFound', '没有这条反馈记录。', 'There is no such delivery.'],
});
