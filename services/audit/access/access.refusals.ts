import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  COMPLAINANT_IS_SECRET: ['forbidden', '诉求人要求保密，只有承办、协办本案的单位可以查看其身份。', 'Who complained asked for secrecy: only the bodies that handle this case may see who it is.', 'LSR 9'],
  LOOK_NAMES_NOBODY: ['invalid', '请给出案件编号，或姓名、电话、身份证号之一（只能二选一）。', 'Give a case, or one of name, phone and identity number of a person; not both.'],
});
