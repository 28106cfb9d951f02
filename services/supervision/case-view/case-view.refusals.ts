import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  AS_OF_MALFORMED: ['invalid', 'asOf 须为日志位置或时间。', 'asOf must be a position of the log or an instant.'],
  CURSOR_MALFORMED: ['invalid', 'cursor 无效。', 'The cursor is not one that this list gave.'],
  UNKNOWN_DIVISION: ['invalid', '没有这个行政区划。', 'There is no such division.'],
  NOT_CAUGHT_UP: ['conflict', '页面数据尚未更新到该位置，请稍后重试。', 'The view has not reached that position yet.'],
});
