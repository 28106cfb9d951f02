import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  CLUE_CONCLUSION_UNKNOWN: ['invalid', '核处结论不在规定的结论清单中。', 'This is none of the conclusions that the platform takes.', 'P; Tianjin work rules'],
  CLUE_FACTS_MISSING: ['invalid', '该核处结论还须填写所列事实。', 'This conclusion asks for facts that are missing.', 'P; Tianjin work rules'],
});
