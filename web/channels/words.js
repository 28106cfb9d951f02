import { wordsOf } from '../words.js';

export const words = {
  title: ['渠道与密钥', 'Channels and keys'], intro: ['各渠道的权限、密钥和最近使用时间。密钥本身只在签发时显示一次。', 'What each channel may do, its keys and when each was last used. A secret is shown once, when it is issued.'],
  enabled: ['启用', 'enabled'], disabled: ['已停用', 'disabled'], noLimit: ['不限', 'no limit'], none: ['无', 'none'],
  divisions: ['行政区划', 'Divisions'], kinds: ['诉求类型', 'Kinds'], formats: ['格式', 'Formats'], rate: ['频次', 'Rate'], rateOf: ['每分钟 {perMinute} 次，一次最多 {burst}', '{perMinute} a minute, {burst} at once'], certificates: ['客户端证书', 'Client certificates'], feedback: ['反馈地址', 'Feedback to'],
  keys: ['{channel}的密钥', 'Keys of {channel}'], key: ['密钥名', 'Key'], from: ['来源', 'From'], configured: ['配置文件', 'configuration'], issuedAt: ['签发', 'issued'], lastUsed: ['最近使用', 'Last used'], neverUsed: ['未使用过', 'never'],
  live: ['有效', 'live'], liveUntil: ['用到 {at}', 'until {at}'], ended: ['已到期 {at}', 'ended {at}'], revoked: ['已吊销 {at}', 'revoked {at}'],
  noKeys: ['没有密钥', 'No keys'], noKeysHint: ['签发一把，渠道才能接入。', 'Issue one, and the channel can call.'],
  issue: ['签发或更换密钥', 'Issue or change the key'], issueTitle: ['为{channel}签发密钥', 'Issue a key for {channel}'], issueHint: ['填写“旧密钥用到何时”即为更换：新密钥立即可用，其余到时停用。不填则并存。', 'With “older keys are good until” it is a change: the new one lives at once, the others end then. Without it they stay.'],
  oldUntil: ['旧密钥用到何时', 'older keys are good until'], reason: ['事由（永久留存，不写姓名）', 'Why (kept for ever; names nobody)'],
  secret: ['密钥', 'Secret'], secretTitle: ['新密钥', 'The new secret'], secretHint: ['请立即抄送渠道并妥善保管。关闭后不再显示，本系统也不会再给出。', 'Hand it to the channel now and keep it safe. Once closed it is not shown again, by anybody.'], shownBefore: ['这把密钥已经显示过，不再显示。', 'This secret was shown before and is not shown again.'],
  revoke: ['吊销', 'Revoke'], revokeKey: ['吊销 {key}', 'Revoke {key}'], revokeHint: ['立即生效，不可撤销；用这把密钥的请求从下一刻起全部拒绝。', 'At once and for good: every call signed by it is refused from now on.'],
  disable: ['停用渠道', 'Disable the channel'], enable: ['重新启用', 'Enable again'], disableTitle: ['停用{channel}', 'Disable {channel}'], enableTitle: ['启用{channel}', 'Enable {channel}'],
  notMine: ['辖区超出您的辖区，只能查看。', 'Reaches beyond your divisions: to look at only.'],
};
export const t = wordsOf(words);
