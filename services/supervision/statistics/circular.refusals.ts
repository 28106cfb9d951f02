import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_CIRCULAR: ['notFound', '没有这份调度通报。', 'There is no such circular.'],
  NOT_ADDRESSED: ['conflict', '该单位不在这份通报的主送范围内。', 'The circular is not addressed to that unit.'],
  NOT_YOUR_CIRCULAR: ['forbidden', '只能以本人所在单位的名义签收或者回复。', 'You may receive and answer for your own unit only.'],
  CIRCULAR_ANSWERED: ['conflict', '该单位已回复，不能以另一内容再次回复。', 'The unit has answered; it cannot answer again in other words.'],
  UNIT_TWICE: ['invalid', '主送单位重复。', 'A unit is named twice.'],
  UNIT_OUTSIDE: ['forbidden', '只能向本人负责行政区划内的单位印发。', 'Circulars go to units of your own divisions only.'],
});
