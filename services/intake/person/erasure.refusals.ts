import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_ERASURE: ['notFound', '没有待决定的删除申请，或者不在您的辖区内。', 'No erasure waits for a decision, or not in your divisions.'],
  ERASURE_CASE_OPEN: ['conflict', '当事人有案件尚未归档，不能删除其个人信息。', 'A case of this person is not archived yet.', '个人信息保护法 47'],
  ERASURE_WITHIN_RETENTION: ['conflict', '当事人的案卷仍在法定保存期内，只能存储和保护。', 'A file of this person must be kept still: it may only be stored and protected.', '个人信息保护法 19, 47; 劳动人事争议仲裁办案规则 22–24'],
  ERASURE_HELD: ['conflict', '当事人的案卷已保全，不能删除。', 'A file of this person is held.', '档案法实施条例 24'],
  ERASURE_FOUR_EYES: ['forbidden', '提请人不能自行批准删除，须由另一人决定。', 'Who asked for an erasure cannot decide on it: that takes a second person.'],
});
