import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_SIGN: ['notFound', '没有这个苗头，或者不在您的辖区内。', 'There is no such sign in your divisions.'],
  SIGN_NOT_OPEN: ['conflict', '没有待处理的苗头。', 'No sign is open here.', 'P'],
  WARNING_RAISED: ['conflict', '已就该苗头发出预警。', 'A warning has been raised on this sign.', 'P'],
  NO_WARNING: ['conflict', '没有发出中的预警。', 'No warning is open.', 'P'],
  BODY_NOT_WARNED: ['conflict', '预警未发给这一单位。', 'This body was not warned.', 'P'],
  ANSWERED_OTHERWISE: ['conflict', '该单位已另作答复。', 'This body has answered otherwise.', 'P'],
  ANSWERS_OUTSTANDING: ['conflict', '仍有单位未答复预警。', 'A body that was warned has not answered.', 'P'],
  NO_SUCH_BODY: ['invalid', '没有这一单位，或者不在您的辖区内。', 'There is no such body in your divisions.'],
  SIGN_BEYOND_SCOPE: ['forbidden', '该苗头涉及其他地区，由上级处理。', 'This sign reaches beyond your divisions: it is for the office above.', 'P'],
  NOT_THE_BODY: ['forbidden', '只有被预警单位可以答复。', 'Only the body that was warned answers.', 'P'],
});
