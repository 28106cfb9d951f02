import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_GROUP_MEMBERS: ['notFound', '没有这个集体案件，或者其中没有您辖区内的案件。', 'There is no such group, or none of its cases lies in your divisions.'],
});
