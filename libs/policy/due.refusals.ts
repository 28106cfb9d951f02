import { refusals } from '#libs/decider/refusal.js';

export const refuseClock = refusals({
  CLOCK_RULE_INVALID: ['invalid', '时限规则或起算时间不正确。', 'The rule of the clock or its start is not valid.'],
});
