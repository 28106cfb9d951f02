import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  CLAIM_NOT_FILED: ['notFound', '没有这个案件。', 'There is no such case.'],
  CLAIM_WITHDRAWN: ['conflict', '诉求人已撤回诉求。', 'The claim has been withdrawn.'],
  FEEDBACK_ACKNOWLEDGED_OTHERWISE: ['conflict', '该反馈已用另一回执号签收。', 'This feedback has been acknowledged under another receipt.'],
});
