import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  BEAT_EMPTY: ['invalid', '片区须至少包括一个辖区或者项目。', 'A beat needs a division or a project at least.', 'P'],
});
