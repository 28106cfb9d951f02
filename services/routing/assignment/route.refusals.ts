import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  UNKNOWN_DEPARTMENT: ['invalid', '部门目录中没有这个部门。', 'The pack knows no such department.'],
  UNKNOWN_PLACE: ['invalid', '没有这个行政区划。', 'There is no such division.'],
  PLACE_OF_ANOTHER_LOG: ['invalid', '该地区由另一系统受理，工单须以移交方式送交。', 'The place has a log of its own: an order goes there by a transfer.', 'LSR 13'],
});
