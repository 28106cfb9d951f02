import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_PAPER_KIND: ['notFound', '规则包中没有这种文书。', 'The pack of this case has no paper of this kind.'],
  PAPER_NOT_YET: ['conflict', '现在还不能出具这种文书：所载事项尚未发生。', 'This paper cannot be made yet: what it puts on paper has not happened.'],
  PAPER_LACKS: ['conflict', '文书要素不全，不能出具。', 'What this paper must say is not known yet.'],
  PAPER_NOT_YOURS: ['forbidden', '您的角色不能出具这种文书。', 'Your role may not issue this paper.'],
  NO_SUCH_PAPER: ['notFound', '没有这份文书，或者不在您的辖区内。', 'There is no such paper in your divisions.'],
  PAPER_UNKNOWN: ['invalid', '要替换的须是本案一份有效的同种文书。', 'What is replaced must be a standing paper of this kind and case.'],
  PAPER_ERASED: ['conflict', '当事人的个人信息已依法删除，文书不能再出具或查阅。', 'The person has been erased: the paper can neither be made nor read any more.', '个人信息保护法 47'],
  PAPER_NOT_REPRODUCIBLE: ['conflict', '文书模板或程序已变更，不能逐字节重现原文书。', 'Template or program have changed: the paper cannot be made again as it was.'],
});
