import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_REGULATOR: ['invalid', '当地规则包中没有这一行业主管部门。', 'The law of the place knows no such regulator.', 'WPR 7'],
  NOT_YOUR_DEPARTMENT: ['forbidden', '只能代表本部门答复。', 'You may answer for your own department only.', 'WPR 7'],
});
