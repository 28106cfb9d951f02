import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  CONCURRENT_CHANGE: ['conflict', '他人正在同时办理此事项，请刷新后重试。', 'Others are changing this at the same moment. Load it again and repeat the step.'],
  VERSION_MISMATCH: ['conflict', '内容已被更新，请刷新后再提交。', 'This has changed since you loaded it. Load it again before you repeat the step.'],
  KEY_REUSED: ['conflict', '同一请求编号已用于内容不同的请求。', 'The same request id was used before for a request with another content.'],
});
