import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  OUTSIDE_YOUR_DIVISIONS: ['forbidden', '该规则不在您的管辖区划内。', 'That law is not of your divisions.'],
  PACK_HAS_PROBLEMS: ['invalid', '规则包未通过检查，未存入任何内容。', 'The check of the pack found errors; nothing was stored.'],
  PACK_TOO_LARGE: ['invalid', '规则包内容过大。', 'The pack is too large.'],
  PACK_BEGINS_IN_PAST: ['invalid', '生效日期早于今日；溯及既往须写明法律依据。', 'The pack would begin before today; what reaches back must name its legal ground.', '立法法 104'],
  VERSION_TAKEN: ['conflict', '该版本号已发布过，不得以其他内容再次发布；请使用新的版本号。', 'This version has been published; it is never published again with other content. Take a new version.'],
  NO_SUCH_PROPOSAL: ['notFound', '没有这项提请。', 'There is no such proposal.'],
  PROPOSAL_DECIDED: ['conflict', '该提请已有结论。', 'This proposal has been decided.'],
  FOUR_EYES: ['forbidden', '提请人与发布人须为两人。', 'Who proposes and who publishes must be two persons.', 'P'],
  REVIEWED_ANOTHER: ['conflict', '所审阅的内容与提请内容不一致。', 'What was reviewed is not what was proposed.'],
  LAW_HAS_CHANGED: ['conflict', '提请之后上级规则已变更，合并后的内容与提请时不同；请重新提请。', 'The law has changed since the proposal, and the pack would now say something else. Propose it again.'],
  NO_SUCH_PACK: ['notFound', '没有这个规则包版本。', 'There is no such version of a pack.'],
  LAST_PACK: ['conflict', '撤回后将无规则可依。', 'Without this pack there would be no law to decide by.'],
  CALENDAR_INVALID: ['invalid', '节假日安排有误。', 'The notice of the calendar is wrong.'],
});
