import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  BUNDLE_CASES_OR_SAMPLE: ['invalid', '请给出案件清单 cases，或抽样方法 sample（只能二选一）。', 'Give cases, or a sample to draw; not both.'],
  SAMPLE_EMPTY: ['invalid', '没有可抽取的案件。', 'There is no case to draw.'],
});
