import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  ROLE_NOT_ALLOWED: ['forbidden', '您的角色无权使用此功能。', 'Your role does not allow this.'],
});
