import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  FUND_APPLICATION_OPEN: ['conflict', '应急周转金申请正在审批或者尚未垫付完毕。', 'An application to the fund is undecided, or not yet advanced in full.', 'WPR 63'],
  FUND_NOT_APPLIED: ['conflict', '没有待审批的应急周转金申请。', 'No application to the fund awaits a decision.', 'WPR 63'],
  FUND_NOT_APPROVED: ['conflict', '应急周转金未获批准。', 'The fund has approved nothing that could be advanced.', 'WPR 63'],
  FUND_BEYOND_APPLICATION: ['invalid', '批准的人员和金额不得超出申请。', 'No more can be approved than was applied for.', 'WPR 63'],
  FUND_BEYOND_APPROVAL: ['invalid', '垫付金额超出该劳动者获批的余额。', 'More would be advanced to this worker than was approved.', 'WPR 63'],
  FUND_BEYOND_WAGES: ['invalid', '垫付的工资不得超出该劳动者尚未支付的工资。', 'More would be advanced than the worker is still owed.', 'WPR 63'],
  FUND_EVIDENCE_USED: ['conflict', '该凭证已登记为另一金额。', 'This evidence stands for another amount already.', 'P'],
  NOTHING_ADVANCED: ['conflict', '尚未垫付，无可追偿。', 'Nothing has been advanced that the employer would owe back.', 'WPR 63'],
  RECOURSE_BEYOND_ADVANCE: ['invalid', '追偿金额不得超出已垫付而未收回的金额。', 'No more can be recovered than was advanced and is still out.', 'WPR 63'],
});
