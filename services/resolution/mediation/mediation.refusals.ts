import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  MEDIATION_NOT_APPLIED: ['conflict', '尚未向调解组织申请调解。', 'Nobody has applied for mediation of this case.', 'LDMA 12'],
  MEDIATION_UNDER_WAY: ['conflict', '另一调解组织正在调解本案。', 'Another organisation is mediating this case.', 'LDMA 10'],
  MEDIATION_ALREADY_STARTED: ['conflict', '调解已经开始。', 'The mediation has started already.', 'LDMA 13'],
  MEDIATION_NOT_OPEN: ['conflict', '调解已经结束。', 'The mediation is over.', 'LDMA 14'],
  MEDIATION_ALREADY_EXTENDED: ['conflict', '调解期限已延长过一次。', 'The mediation has been extended before.', 'ZJ-ARB 10'],
  BOTH_MUST_AGREE: ['invalid', '延长调解须双方当事人同意。', 'A mediation is extended only if both parties agree.', 'ZJ-ARB 10'],
  AGREEMENT_STANDS: ['conflict', '双方已达成调解协议。', 'The parties have reached an agreement already.', 'LDMA 14'],
  NO_AGREEMENT: ['conflict', '双方尚未达成调解协议。', 'The parties have not reached an agreement.', 'LDMA 14'],
  AGREEMENT_DIFFERS: ['conflict', '已登记内容不同的调解协议。', 'Another agreement with other terms has been recorded.', 'LDMA 14'],
  PERFORMANCE_BEFORE_AGREEMENT: ['invalid', '履行期限不得早于协议达成之日。', 'Performance cannot be due before the agreement was made.', 'LDMA 15'],
  REVIEW_ALREADY_APPLIED: ['conflict', '已申请仲裁审查。', 'Arbitral review has been applied for already.', '人社部发〔2022〕9号'],
  CONFIRMATION_ALREADY_APPLIED: ['conflict', '已申请司法确认。', 'Judicial confirmation has been applied for already.', '人民调解法 33'],
  RELATION_ALREADY_CONFIRMED: ['conflict', '劳动关系已得到确认。', 'The labour relation has been confirmed already.', 'LDMA 2'],
});
