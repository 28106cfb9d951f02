import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_TRIBUNAL: ['notFound', '没有该辖区的仲裁机构，或者不在您的辖区内。', 'There is no arbitration body of this division, or it is outside yours.'],
  NO_SUCH_ARBITRATOR: ['invalid', '名册中没有这名仲裁员。', 'The register has no such arbitrator.', 'LDMA 20'],
  ABSENCE_ENDS_BEFORE_IT_BEGINS: ['invalid', '不在岗的结束日不得早于开始日。', 'An absence cannot end before it begins.'],
  ROOM_CLOSES_BEFORE_IT_OPENS: ['invalid', '关闭时间须晚于开放时间。', 'A room must close after it opens.'],
  EMPLOYER_NOT_NAMED: ['invalid', '须填写用人单位名称或者统一社会信用代码之一。', 'The employer is named by its name or its credit code.', 'LDMA 33'],
});
