import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  LOG_NOT_SEALED: ['notFound', '日志尚未封存，还没有检查点。', 'The log has not been sealed yet: there is no checkpoint.'],
  LOG_WITHOUT_KEY: ['notFound', '本服务没有日志密钥。', 'This service has no key of the log.'],
  NO_SUCH_TILE: ['notFound', '日志中没有这个分块。', 'The log has no such tile.'],
  NO_SUCH_LEAF: ['notFound', '该位置尚未封存。', 'This position has not been sealed.'],
  LOG_RANGE_INVALID: ['invalid', '须满足 1 ≤ from ≤ to ≤ 已封存的长度。', 'It must hold that 1 ≤ from ≤ to ≤ the sealed size.'],
});
