import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NOT_YOUR_ORDER: ['forbidden', '该工单现由其他单位承办，本单位不能办理这一步。', 'Another body holds this order now; yours cannot take this step.', 'BJ-REG 14'],
  OWN_REFUSAL: ['forbidden', '承办单位不能审核自己提出的退单。', 'A body does not decide on its own refusal of an order.', 'BJ-REG 12'],
  NOT_THE_SUPERIOR: ['forbidden', '承办争议由上一级指定，本级不能决定。', 'The office of the next higher division decides this dispute; yours does not.', 'LSR 13'],
});
