import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  CLAIM_NOT_FILED: ['notFound', '没有这个案件。', 'There is no such case.'],
  NO_SUCH_DUPLICATE: ['conflict', '该工单没有并入本案。', 'No such order was linked to this case.', 'P'],
  OTHER_CASE_UNKNOWN: ['invalid', '没有所指的另一案件，或者不在您的辖区内。', 'The other case does not exist, or lies outside your divisions.'],
  RELATED_TO_ITSELF: ['invalid', '案件不能与自身关联。', 'A case cannot be related to itself.'],
  NOBODY_REPRESENTS: ['conflict', '本案没有登记代办人，请先登记代办关系。', 'Nobody is recorded as acting for the person: record the representation first.', 'LDMA 24'],
  NOTHING_TO_CORRECT: ['invalid', '请写明要更正的姓名、电话或者身份证号码。', 'Say which is to be corrected: name, telephone or identity number.', '个人信息保护法 46'],
  PROVEN_IDENTITY_NEEDS_PAPER: ['conflict', '姓名、身份证号码已经核验，更正须当面核对证件，请选择所见证件。', 'Name and number are proven: they are corrected with the paper in hand. Say which paper was seen.', '个人信息保护法 46'],
  NO_CORRECTION_REQUESTED: ['conflict', '本案没有待办理的更正申请。', 'No correction of this case is waiting.', '个人信息保护法 46, 50'],
  CLAIM_WITHDRAWN: ['conflict', '诉求人已撤回诉求。', 'The claim has been withdrawn.'],
  FEEDBACK_ACKNOWLEDGED_OTHERWISE: ['conflict', '该反馈已用另一回执号签收。', 'This feedback has been acknowledged under another receipt.'],
});
