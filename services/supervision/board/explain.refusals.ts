import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  CLOCK_OR_RULE: ['invalid', '须给出 clock 或 rule 之一。', 'Give either a clock or a rule.'],
  UNKNOWN_CLOCK: ['invalid', '规则包中没有这个期限。', 'The pack has no such clock.'],
  STARTED_AT_MALFORMED: ['invalid', 'startedAt 须为日期或时间。', 'startedAt must be a day or an instant.'],
  NO_PACK: ['invalid', '该行政区划没有生效的规则包。', 'No pack is in force in that division.'],
});
