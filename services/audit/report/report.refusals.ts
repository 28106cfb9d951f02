import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  REPORT_TOO_LONG: ['invalid', '日志过长，请在审计人员的机器上使用 anxin-audit report。', 'The log is too long for one answer: use anxin-audit report on a machine of your own.'],
  REPORT_BUSY: ['conflict', '正在生成另一份报告，请稍后再试。', 'Another report is being made: try again in a moment.'],
  REPORT_PERIOD_INVALID: ['invalid', 'from 不得晚于 to。', 'from must not be later than to.'],
});
