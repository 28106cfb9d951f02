import { refusals } from '#libs/decider/refusal.js';

const COLLECTIVE = 'LDMA 7; CHR 5';

export const refuse = refusals({
  NO_SUCH_GROUP: ['notFound', '没有这个集体案件，或者不在您的辖区内。', 'There is no such group in your divisions.'],
  GROUP_EXISTS: ['conflict', '该集体案件编号已被使用。', 'A group of this id exists already.'],
  GROUP_TOO_SMALL: ['invalid', '集体案件至少须有两件案件。', 'A group needs at least two cases.', 'P'],
  GROUP_ABSORBED: ['conflict', '该集体案件已并入另一集体，请在合并后的集体中办理。', 'This group goes on in another one. Take the step there.'],
  GROUP_NOT_ABSORBED: ['conflict', '该集体案件没有并入另一集体。', 'This group has not been merged into another one.'],
  GROUP_CLOSED: ['conflict', '该集体案件已全部办结。', 'Every case of this group is closed.'],
  GROUP_REACHES_FURTHER: ['forbidden', '集体中有您辖区以外的案件，此步须由管辖全部案件的机关办理。', 'Some cases of the group lie outside your divisions. Whoever oversees all of them takes this step.', 'P'],
  ALREADY_IN_GROUP: ['conflict', '案件已在另一集体案件中，须先退出。', 'A case is in another group already. It must leave that first.'],
  MEMBER_TWICE: ['invalid', '同一案件列出了两次。', 'A case is named twice.'],
  NOT_A_MEMBER: ['conflict', '案件不在该集体案件中。', 'A case is not in this group.'],
  MEMBER_CASE_CLOSED: ['conflict', '案件已办结，不能再并入集体。', 'A case that is closed cannot join a group.'],
  LEAD_NOT_A_MEMBER: ['invalid', '主案须是集体中的案件。', 'The lead must be a case of the group.'],
  NOBODY_WOULD_STAY: ['invalid', '拆分后原集体须至少保留一件案件。', 'A split must leave at least one case behind.'],
  MERGE_WITH_ITSELF: ['invalid', '集体案件不能与自身合并。', 'A group cannot be merged with itself.'],
  NOT_MERGED: ['conflict', '该集体案件没有并入过本集体，或者合并已撤销。', 'That group was not merged into this one, or the merge was undone.'],
  REPRESENTATIVES_FROM_TEN: ['conflict', '十人以上的集体争议方可推举代表人。', 'Representatives are chosen where ten or more workers claim together.', COLLECTIVE],
  REPRESENTATIVES_THREE_TO_FIVE: ['invalid', '代表人须为三至五名。', 'There must be three to five representatives.', COLLECTIVE],
  REPRESENTATIVE_NOT_A_MEMBER: ['invalid', '代表人须是集体中的当事人。', 'A representative must be of the group.', COLLECTIVE],
});
