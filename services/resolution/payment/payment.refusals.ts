import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  OVERPAID: ['invalid', '支付金额超过该劳动者尚欠金额；确已多付的，请注明。', 'This is more than the worker is still owed. If it really came, say so.', 'WPR 3; P'],
  WORKER_NOT_OWED: ['invalid', '应付名单中没有该劳动者，请先登记应付款项。', 'This worker is not on the list of those owed. State what is owed first.', 'P'],
  EVIDENCE_USED: ['conflict', '该凭证已登记为另一笔金额；登记有误的，请更正。', 'This evidence has been recorded for another amount. If that was wrong, correct it.', 'P'],
  PAYMENT_NOT_RECORDED: ['invalid', '没有登记过该凭证的支付，无可更正。', 'No payment was recorded by this evidence: there is nothing to correct.', 'P'],
  NOT_HELD: ['invalid', '领取金额超过为该劳动者代管的金额。', 'This is more than is kept for the worker.', 'P'],
  DUE_BEFORE_STATED: ['invalid', '承诺支付之日不得早于登记之日。', 'Payment cannot be promised for a day that has passed.', 'P'],
});
