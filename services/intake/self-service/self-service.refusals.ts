import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  SITE_CODE_UNKNOWN: ['invalid', '这个二维码不是本平台签发的，或者被改动过。请不要相信张贴它的人；您可以直接填写工地名称申报。', 'This QR code was not issued here, or was changed. Do not trust whoever put it up; you can file without it by writing the name of the site.'],
  SITE_CODE_ENDED: ['conflict', '这个工地码已经停用或者过期。您仍可以直接填写工地名称申报。', 'This code of the site is no longer in use. You can file without it by writing the name of the site.'],
  WORK_NOT_DONE: ['forbidden', '页面没有完成防刷校验，请刷新后再提交。', 'The page has not done the work that keeps machines from filing. Reload it and send again.'],
});
