import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  PAYMENT_ORDER_NOT_APPLIED: ['conflict', '尚未申请支付令。', 'No payment order has been applied for.', 'LDMA 16; CPL 225'],
  PAYMENT_ORDER_ALREADY_APPLIED: ['conflict', '已申请支付令。', 'A payment order has been applied for already.', 'CPL 225'],
  PAYMENT_ORDER_NOT_ACCEPTED: ['conflict', '法院尚未受理支付令申请。', 'The court has not accepted the application.', 'CPL 226'],
  PAYMENT_ORDER_ALREADY_ACCEPTED: ['conflict', '支付令申请已受理。', 'The court has accepted the application already.', 'CPL 226'],
  PAYMENT_ORDER_NOT_ISSUED: ['conflict', '法院尚未发出支付令。', 'The court has not issued the payment order.', 'CPL 227'],
  PAYMENT_ORDER_ALREADY_ISSUED: ['conflict', '支付令已发出。', 'The payment order has been issued already.', 'CPL 227'],
  PAYMENT_ORDER_ALREADY_SERVED: ['conflict', '债务人已收到支付令。', 'The debtor has received the payment order already.', 'CPL 227'],
  PAYMENT_ORDER_LAPSED: ['conflict', '支付令已失效，可起诉或申请仲裁。', 'The payment order has lapsed; a lawsuit or arbitration is open.', 'CPL 228; SPC1 13'],
  ENFORCEMENT_ALREADY_APPLIED_FOR: ['conflict', '已申请强制执行。', 'Enforcement has been applied for already.', 'LDMA 51'],
  NO_ENFORCEABLE_TITLE: ['invalid', '调解协议或承诺本身不能强制执行：请先经司法确认、仲裁审查、支付令或仲裁，或写明已有的执行依据。', 'An agreement or a promise is not enforced by itself: have it confirmed, ask for a payment order or arbitration, or name the title that you hold.', 'LDMA 15, 16; 人民调解法 33'],
  ENFORCEMENT_NOT_APPLIED: ['conflict', '没有正在进行的强制执行。', 'No enforcement is under way.', 'CPL 250'],
});
