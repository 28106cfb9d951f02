import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NOT_ROUTED: ['conflict', '该案件尚未作出分派决定。', 'This case has not been routed yet.'],
  NO_SUCH_ORDER: ['notFound', '没有这个工单序号。', 'There is no order of this number in the case.'],
  ORDER_NOT_HELD: ['conflict', '该工单尚未派给任何单位。', 'Nobody holds this order yet.'],
  ORDER_NOT_AWAITING_SIGNATURE: ['conflict', '该工单不在待签收状态。', 'This order is not waiting to be signed for.'],
  ALREADY_SIGNED: ['conflict', '工单已签收，不能再提出派单异议；请移交或协商改派。', 'The order has been signed for; an objection comes before the signature.', 'BJ-REG 12'],
  OBJECTION_PENDING: ['conflict', '派单异议正在审核。', 'An objection is being decided.', 'BJ-REG 12'],
  NO_OBJECTION: ['conflict', '没有待审核的派单异议。', 'There is no objection to decide.', 'BJ-REG 12'],
  RETURN_BARRED: ['conflict', '已维持派单，指定后不得再退单。', 'The dispatch was maintained; the order may not be returned again.', 'BJ-REG 12'],
  DISPUTE_PENDING: ['conflict', '两个单位均已退单，由上一级指定承办单位。', 'Two bodies have refused this order; the office of the next higher division designates who has it.', 'LSR 13'],
  NO_DISPUTE: ['conflict', '该工单没有承办争议。', 'No dispute is open about this order.', 'LSR 13'],
  GROUND_REQUIRED: ['invalid', '退单须写明法定依据。', 'A return must name its legal ground.', 'BJ-REG 12'],
  REASON_REQUIRED: ['invalid', '人工改定须写明理由。', 'A human override needs a recorded reason.', '个人信息保护法 24'],
  SAME_UNIT: ['invalid', '改派后的单位与现承办单位相同。', 'The order already lies with that unit.'],
  TRANSFER_NOT_PENDING: ['conflict', '没有待接收的异地移交。', 'No transfer waits to be accepted.'],
  TRANSFER_PENDING: ['conflict', '异地移交尚未被接收。', 'A transfer waits for the other place to accept.'],
  SAME_DIVISION: ['invalid', '移交须移往另一行政区划。', 'A transfer goes to another division.', 'LSR 13'],
});
