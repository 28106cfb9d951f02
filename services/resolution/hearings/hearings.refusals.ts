import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  ROOM_NOT_OPEN: ['invalid', '该仲裁庭没有启用。', 'The room is not in use.', 'LDMA 35'],
  ROOM_NOT_FIT_FOR_ONLINE: ['invalid', '该仲裁庭没有互联网庭审设备。', 'The room is not equipped for an online hearing.', 'LDMA 35'],
  NOT_A_WORKING_DAY: ['invalid', '庭期须在工作日；尚无放假安排的年份不能排期。', 'A hearing is set on a working day; a year without its notice cannot be planned.', 'LDMA 35'],
  OUTSIDE_OPENING_HOURS: ['invalid', '庭期不在仲裁庭的开放时间内。', 'The hearing lies outside the opening hours of the room.', 'LDMA 35'],
  ARBITRATOR_NOT_THERE: ['invalid', '有仲裁员当日不在岗。', 'An arbitrator is away on that day.', 'LDMA 35'],
  ROOM_TAKEN: ['conflict', '该仲裁庭在此时段已有庭期。', 'The room is taken at that time.', 'LDMA 35'],
  ARBITRATOR_TAKEN: ['conflict', '有仲裁员在此时段已有庭期。', 'An arbitrator sits in another hearing at that time.', 'LDMA 35'],
  MOVE_NEEDS_REASON: ['invalid', '变更庭期须说明原因。', 'To move a hearing needs a reason.', 'LDMA 35'],
  ROOM_IN_CALENDAR: ['invalid', '该仲裁庭由排期表管理，请通过排期预定。', 'The room is kept by the calendar: book it there.', 'LDMA 35'],
  NO_HEARING_BOOKED: ['notFound', '该案件当日没有庭期。', 'This case has no hearing on that day.'],
});
