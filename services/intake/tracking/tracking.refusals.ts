import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  UNKNOWN_TRACKING_CODE: ['notFound', '没有找到这个查询码，请核对。', 'This tracking code is not known; please check it.'],
  SUPPLEMENTS_TOO_MANY: ['conflict', '凭查询码补充的说明已达上限，请联系办理单位或者拨打12345、12333。', 'No more can be added by the code: turn to the office, or call 12345 or 12333.'],
  CORRECTIONS_TOO_MANY: ['conflict', '凭查询码申请更正的次数已达上限，请持证件到办理单位或者拨打12345、12333。', 'No more corrections can be asked for by the code: show a paper at the office, or call 12345 or 12333.', '个人信息保护法 46; P'],
  IDENTITY_NOT_PROVEN: ['forbidden', '没有有效的实名核验结果，请在城市实名服务中重新核验后再试。', 'Nobody vouches for who you are: prove your identity at the service of the city, and try again.', '个人信息保护法 45; P'],
  IDENTITY_OF_ANOTHER: ['forbidden', '实名核验的人不是本案诉求人。替他人办理的，请到办理单位登记代办关系。', 'The proven identity is not that of the person of this case. Whoever acts for another has that recorded at the office.', '个人信息保护法 45'],
  CLAIM_IS_OVER: ['conflict', '案件已经结束，不能再补充。对结果有异议的，可以拨打12345、12333要求重办。', 'The case is closed, and nothing can be added. Who disagrees calls 12345 or 12333 to have it reopened.'],
});
