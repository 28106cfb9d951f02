import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  EXTENSION_NOT_IN_LAW: ['invalid', '本地适用的规则没有规定可以延长该期限。', 'The law of this place knows no such extension.', 'b.1 rule 8'],
  EXTENSION_BEYOND_LAW: ['invalid', '超出本地适用的规则所允许的延长。', 'This extension goes beyond what the law of this place allows.', 'b.1 rule 8'],
  SUSPENSION_NOT_IN_LAW: ['invalid', '本地适用的规则没有规定可以中止该期限。', 'The law of this place knows no such suspension.', 'b.1 rule 9'],
});
