import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  BEAT_ELSEWHERE: ['notFound', '该协管员的片区不在您的辖区内。', 'The beat of this coordinator lies outside your divisions.', 'P'],
  BEAT_EMPTY: ['invalid', '片区须至少包括一个辖区或者项目。', 'A beat needs a division or a project at least.', 'P'],
});
