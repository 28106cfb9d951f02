import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NOTHING_PARKED: ['notFound', '没有这条搁置事件。', 'No such event is parked.'],
});
