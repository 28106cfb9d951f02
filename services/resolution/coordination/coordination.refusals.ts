import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  PAYMENT_PROMISED_FOR_PAST: ['invalid', '承诺支付的日期不得早于跟进之日。', 'A promise cannot be for a day before it was made.', 'P; S-CQ24 (三)'],
  PROMISE_AFTER_FULL_PAYMENT: ['invalid', '已全部支付的，不再填写承诺支付的日期。', 'What is paid in full leaves nothing to promise.', 'P; S-CQ24 (三)'],
});
