import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  ADMINISTRATORS_APART: ['forbidden', '运维、安全、审计三类管理员不得由一人兼任，请用只含其中一种角色的凭证。', 'System, security and audit administrator are three people: sign in with one of these roles only.', 'GB/T 22239—2019 8.1.4.2'],
  CHANNEL_DISABLED: ['forbidden', '该渠道已停用。', 'The channel is disabled.'],
  CROSS_SITE_REFUSED: ['forbidden', '此请求不是由本系统的页面发出的，已拒绝。', 'This request did not come from a page of this system and was refused.'],
  ROLE_NOT_ALLOWED: ['forbidden', '您的角色无权使用此功能。', 'Your role does not allow this.'],
});
