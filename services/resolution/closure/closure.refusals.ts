import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  CASE_NOT_OPEN: ['conflict', '案件尚未开始办理。', 'The case has not been opened.', 'BJ-REG 14'],
  CASE_RESOLVED: ['conflict', '案件已办结，等待回访。', 'The case is resolved and awaits the return visit.', 'BJ-REG 23'],
  CASE_CLOSED: ['conflict', '案件已结案。', 'The case is closed.', 'BJ-REG 23'],
  CASE_ARCHIVED: ['conflict', '案件已归档。', 'The case is archived.', '档案法实施条例 19'],
  ORDER_UNKNOWN: ['invalid', '本案没有该子工单。', 'The case has no such order.', 'P'],
  ORDER_CONCLUDED_OTHERWISE: ['conflict', '该工单已按另一结果办结。', 'This order has been concluded with another result.', 'P'],
  LIMIT_NOT_LATER: ['invalid', '法定期限须晚于告知之日。', 'The limit must lie after the day on which it is told.', 'WF 20; JN 24'],
  NOT_AN_ENQUIRY: ['invalid', '只有咨询可以即时答复或转业务科室。', 'Only an enquiry is answered at once or passed on.', 'BJ-REG 11'],
  WAGES_UNPAID: ['conflict', '仍有工资未付，不得按已支付或已解决办结：欠薪问题不解决不销账。', 'Wages are still unpaid: the order cannot be concluded as paid or solved.', 'WPR 3; 2020 notice'],
  FACTS_LACKING: ['invalid', '该办理结果所要求的事实尚未登记，见所列各项。', 'What this result requires has not been recorded; see what is listed.', 'P'],
  TRANSFER_IS_NO_RESOLUTION: ['invalid', '移交其他机关不是办结。', 'Transfer to another body is not resolution.', 'BJ-REG 14'],
  NOT_RESOLVED: ['conflict', '案件尚未办结。', 'The case has not been resolved.', 'BJ-REG 23'],
  CALLBACK_OUTSTANDING: ['conflict', '须先回访；三次未接通的，由督办人员说明理由结案。', 'The person is called back first; after three calls without answer a supervisor may close the case with a reason.', 'BJ-REG 23; P'],
  SUPERVISOR_MUST_CLOSE: ['forbidden', '回访三次未接通的，只有督办人员可以结案。', 'After three calls without answer only a supervisor may close the case.', 'P'],
  REASON_MISSING: ['invalid', '须说明结案理由。', 'A reason for closing must be given.', 'P'],
  REOPENING_WINDOW_PASSED: ['conflict', '已过申请重办的期间，可由督办人员决定重办。', 'The time to ask for reopening has passed; a supervisor may still reopen the case.', 'P'],
  NOT_CLOSED: ['conflict', '案件尚未结案。', 'The case is not closed.', 'BJ-REG 23'],
  REVIEW_NOT_LATER: ['invalid', '复查日须晚于挂账之日。', 'The review lies after the day on which the case is carried forward.', 'P'],
  RETENTION_ENDED: ['invalid', '保管期限须晚于归档之日。', 'The file must be kept beyond the day of archiving.', '档案法实施条例 19; CHR 24'],
});
