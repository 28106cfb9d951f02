import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  UNKNOWN_TRACKING_CODE: ['notFound', '没有找到这个查询码，请核对。', 'This tracking code is not known; please check it.'],
});
