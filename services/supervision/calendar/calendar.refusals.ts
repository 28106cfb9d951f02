import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_CALENDAR_PROPOSAL: ['notFound', '没有这份节假日安排提请。', 'There is no such proposal of a calendar.'],
  NOTICE_INVALID: ['invalid', '节假日安排内容有误。', 'The notice does not say what a calendar must.'],
  PREVIEW_CURSOR_MALFORMED: ['invalid', 'cursor 无效。', 'The cursor is not one that this list gave.'],
});
