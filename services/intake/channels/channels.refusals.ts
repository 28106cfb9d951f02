import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_CHANNEL: ['notFound', '没有这个渠道。', 'There is no such channel.'],
  DIVISION_NOT_ALLOWED: ['forbidden', '该渠道不能登记此行政区划的工单。', 'This channel may not file orders of this division.'],
  KIND_NOT_ALLOWED: ['forbidden', '该渠道不能登记此类诉求。', 'This channel may not file demands of this kind.'],
  FORMAT_NOT_ALLOWED: ['forbidden', '该渠道不能以此格式报送。', 'This channel may not hand in by this format.'],
  NOT_THAT_LOG: ['forbidden', '签名的密钥不属于所称的移交地区。', 'The key that signed is not that of the log which the order names.'],
  NO_SUCH_CHANNEL_KEY: ['notFound', '该渠道没有这把密钥。', 'The channel has no such key.'],
  CHANNEL_KEYS_TOO_MANY: ['conflict', '该渠道的有效密钥已达上限，请先吊销不用的。', 'The channel has as many live keys as it may have: revoke what is not used.'],
  KEY_END_NOT_AHEAD: ['invalid', '旧密钥的停用时间须晚于现在，且不超过上限天数。', 'The older keys must end after now, and within the days allowed.'],
  CHANNEL_OUTSIDE_DIVISIONS: ['forbidden', '该渠道的辖区超出您的辖区。', 'The channel reaches beyond your divisions.'],
});
