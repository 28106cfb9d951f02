import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_PLACE: ['notFound', '没有这个走访点。', 'There is no such place to visit in your divisions.'],
  PLACE_DIFFERS: ['conflict', '该编号已用于另一走访点。', 'Another place has this id.'],
  NO_SUCH_VISIT: ['notFound', '该走访点没有这次走访。', 'This place has no such visit.'],
  VISIT_COUNTS_DIFFER: ['invalid', '登记人数不得多于访谈人数。', 'No more workers can be registered than were spoken to.'],
  VISIT_SAID_OTHERWISE: ['conflict', '该编号已用于内容不同的走访或者问题。', 'This id stands for another visit or finding.'],
  REVISIT_IN_PAST: ['invalid', '再次走访日期须晚于走访当日。', 'The next visit must lie after this one.'],
});
