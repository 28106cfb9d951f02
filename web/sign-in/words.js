import { wordsOf } from '../words.js';

export const words = {
  productLine: ['农民工欠薪与权益案件协同办理', 'Wage-arrears cases of migrant workers, from the call to the money paid'],
  signInLead: ['演示环境：人物、单位、案件均为虚构。点选一个身份，即可看到该身份能看的案件、能办的步骤。', 'A demo: people, employers and cases are invented. Choose a person to see what that role may see and do.'],
  signInReal: ['正式环境由当地统一身份认证登录。', 'A real installation signs in at its own issuer.'], noDemo: ['本环境没有演示身份', 'There are no demo people here'],
  signInAtIssuer: ['通过统一身份认证登录', 'Sign in at the issuer'], signInHere: ['请通过本单位的统一身份认证登录；半小时无操作或登录满十二小时后须重新登录。', 'Sign in at your organisation’s issuer. After half an hour without use, or twelve hours, you sign in again.'],
  failed_no: ['登录没有完成，请重试。', 'The sign-in was not completed. Please try again.'], failed_away: ['暂时连不上统一身份认证，请稍后再试。', 'The issuer cannot be reached at present. Please try again later.'], failed_off: ['本系统没有配置统一身份认证。', 'No issuer is configured here.'],
  noDemoHint: ['请管理员配置统一身份认证（OIDC_CLIENT_ID），或经接口使用。', 'An administrator configures the issuer (OIDC_CLIENT_ID); until then the API can be used.'], forWorkers: ['我是劳动者', 'I am a worker'],
  forWorkersLine: ['凭查询码看案件办到哪一步、谁在办、几时到期，无须登录。', 'With your tracking code: where your case stands, who acts next and by when. No sign-in.'], forWorkersGo: ['查询我的案件', 'Track my case'],
};
export const t = wordsOf(words);
