import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  WHAT_IF_ONE_LAW: ['invalid', '请给出 pack、proposal、files 三者之一。', 'Give one of pack, proposal and files.'],
  WHAT_IF_NO_SUCH_LAW: ['notFound', '没有这个规则包或提案。', 'There is no such pack or proposal.'],
  WHAT_IF_NO_PACK: ['invalid', '所给文件不是完整的规则包。', 'The files given are no whole pack.'],
  WHAT_IF_DRAFT_FAILS: ['invalid', '草案无法决定过去的案件，请先检查该规则包。', 'The draft cannot decide a past case: check the pack first.'],
  WHAT_IF_UNKNOWN_PLACE: ['invalid', '没有这个行政区划。', 'There is no such division.'],
  WHAT_IF_CURSOR_MALFORMED: ['invalid', 'cursor 无效。', 'The cursor is not one that a what-if gave.'],
  WHAT_IF_TOO_MANY_CASES: ['invalid', '案件过多，请缩短期间或缩小辖区，或使用 npm run policy -- simulate。', 'Too many cases for one answer: narrow the period or the division, or use npm run policy -- simulate.'],
  WHAT_IF_BUSY: ['conflict', '推演请求过多，请稍后再试。', 'Too many what-ifs are waiting: try again in a moment.'],
});
