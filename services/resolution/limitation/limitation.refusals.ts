import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  LIMITATION_BEGAN_OTHERWISE: ['invalid', '该项时效已按另一日期起算。', 'This limitation has begun on another day.', 'LDMA 27'],
  LIMITATION_BEGINS_LATER: ['invalid', '时效起算日不得晚于登记之日。', 'A limitation cannot begin after the day on which it is recorded.', 'LDMA 27'],
  LIMITATION_LAPSED: ['invalid', '时效期间已经届满，不能再中断或中止。', 'The time has run out: nothing interrupts or suspends it any more.', 'LDMA 27; CC 192'],
  LIMITATION_ALREADY_SUSPENDED: ['invalid', '时效已中止，须先恢复。', 'The limitation is suspended and must be resumed first.', 'LDMA 27'],
  LIMITATION_NOT_SUSPENDED: ['conflict', '时效没有中止。', 'The limitation is not suspended.', 'LDMA 27'],
});
