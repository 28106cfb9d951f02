import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  OVERPAID: ['invalid', '支付金额超过该劳动者尚欠金额；确已多付的，请注明。', 'This is more than the worker is still owed. If it really came, say so.', 'WPR 3; P'],
  WORKER_NOT_OWED: ['invalid', '应付名单中没有该劳动者，请先登记应付款项。', 'This worker is not on the list of those owed. State what is owed first.', 'P'],
  EVIDENCE_USED: ['conflict', '该凭证已登记为另一笔金额；登记有误的，请更正。', 'This evidence has been recorded for another amount. If that was wrong, correct it.', 'P'],
  PAYMENT_NOT_RECORDED: ['invalid', '没有登记过该凭证的支付，无可更正。', 'No payment was recorded by this evidence: there is nothing to correct.', 'P'],
  STATED_AS_MORE: ['invalid', '更正只能调低应付金额；应付更多的，请重新登记应付款项。', 'A correction only lowers what is owed. If more is owed, state it.', 'P'],
  OWED_BY_DECISION: ['invalid', '协议、责令、裁决确定的金额，不能在此调低；应由作出机构更正。', 'What was agreed, ordered or awarded cannot be lowered here: who made it corrects it.', 'LDMA 51; LSR 26; WPR 3'],
  FETCHED_ALREADY: ['invalid', '更正后的代管金额少于劳动者已领取的金额；领取登记有误的，请先更正领取记录。', 'The worker has fetched more than that. If that was recorded wrongly, correct it first.', 'P'],
  NOT_HELD: ['invalid', '领取金额超过为该劳动者代管的金额。', 'This is more than is kept for the worker.', 'P'],
  DUE_BEFORE_STATED: ['invalid', '承诺支付之日不得早于登记之日。', 'Payment cannot be promised for a day that has passed.', 'P'],
});
