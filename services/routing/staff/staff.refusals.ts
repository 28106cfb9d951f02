import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NOT_ENROLLED: ['notFound', '本单位没有登记这名经办人。', 'This officer is not enrolled in the unit.'],
  OFFICER_HAS_LEFT: ['conflict', '该经办人已调离本单位。', 'This officer has left the unit.'],
  STAFF_ABSENCE_REVERSED: ['invalid', '离岗止日早于起日。', 'The absence would end before it begins.'],
  OFFICER_PRESENT: ['conflict', '该经办人在岗；请就单件工单改派经办人。', 'This officer is there: name another for a single order instead.'],
  OFFICER_ABSENT: ['invalid', '该经办人今日不在岗。', 'This officer is not there today.'],
  CONFLICT_DECLARED: ['invalid', '该经办人已就此案申报回避。', 'This officer has declared a conflict of interest in this case.', '公务员法 76'],
  CONFLICT_WITH_WHAT: ['invalid', '请写明须回避的用人单位或者案件。', 'Name the employer or the case that the conflict is with.', '公务员法 76'],
  NOT_YOUR_UNIT: ['forbidden', '只能管理本辖区、本部门的人员。', 'You may manage the staff of your own divisions and departments only.'],
  NOT_YOURSELF: ['forbidden', '经办人只能申报本人的离岗、返岗和回避。', 'An officer notes the own absence, return and conflicts only.'],
});
