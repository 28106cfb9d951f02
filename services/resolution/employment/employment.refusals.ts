import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_REFERRAL: ['conflict', '没有这次推介。', 'The job-seeker was not referred so.', 'S-CQ24 (一); S-SH21 六'],
  REFERRAL_CONCLUDED: ['conflict', '这次推介已有结果。', 'This referral has its result already.', 'S-CQ24 (一); S-SH21 六'],
  REFERRAL_NOT_ACCEPTED: ['conflict', '对方尚未接收，不能登记为已就业或者已参训。', 'Nobody is placed or trained by a unit that has not accepted the referral.', 'P; S-CQ24 (一)'],
  START_UNKNOWN: ['invalid', '已就业或者已参训的，须写明开始日期；其他结果不写。', 'Who is placed or trained begins on a day, and nobody else does.', 'P; S-CQ24 (一)'],
});
