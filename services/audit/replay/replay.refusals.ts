import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  REPLAY_AS_OF_MALFORMED: ['invalid', 'asOf 须为日志位置或时间。', 'asOf must be a position of the log or an instant.'],
});
