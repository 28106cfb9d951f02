import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_CASE: ['notFound', '没有这个案件，或者不在您的辖区内。', 'There is no such case in your divisions.'],
});
