import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_SESSION: ['notFound', '您没有这次登录，或者登录已过期。', 'You have no such session, or it is over.'],
});
