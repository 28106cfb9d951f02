import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  UNKNOWN_DEPARTMENT: ['invalid', '部门目录中没有这个部门。', 'The pack knows no such department.'],
  UNKNOWN_PLACE: ['invalid', '没有这个行政区划。', 'There is no such division.'],
});
