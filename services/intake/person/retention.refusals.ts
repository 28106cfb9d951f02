import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  FILE_NOT_HELD: ['conflict', '本案没有保全。', 'This case is not held.'],
  HOLD_TOO_LATE: ['conflict', '本案个人信息已删除，没有可保全的内容。', 'The person of this case has been erased: there is nothing left to hold.'],
});
