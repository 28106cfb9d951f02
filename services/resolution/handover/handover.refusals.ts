import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  MATTER_NOT_HANDED_OVER: ['conflict', '该事项未交办，也未申请。', 'This matter was neither handed over nor applied for.', 'BJ-REG 14'],
  MATTER_CONCLUDED: ['conflict', '该事项已经办结。', 'This matter has been concluded.', 'BJ-REG 14'],
  MATTER_CONCLUDED_OTHERWISE: ['conflict', '该事项已按另一结果办结。', 'This matter has been concluded with another result.', 'BJ-REG 14'],
  NOTHING_TO_ACCEPT: ['conflict', '没有待受理的事项。', 'No matter awaits acceptance.', 'BJ-REG 14'],
  NO_OPEN_MATTER: ['conflict', '没有正在办理的事项。', 'No matter is open here.', 'BJ-REG 14'],
  RELIEF_ALREADY_GIVEN: ['conflict', '该事项已按另一金额救助。', 'Relief of another amount has been given for this matter.', 'SAR 47, 48'],
  RELIEF_NOT_GIVEN: ['conflict', '尚未先行救助。', 'No relief has been given yet.', 'SAR 48'],
  RELIEF_PAPERS_OUTSTANDING: ['conflict', '救助手续尚未补齐。', 'The papers of the relief are still outstanding.', 'SAR 48; S-CQ24 (六)'],
  LEGAL_AID_NOT_APPLIED: ['conflict', '没有待决定的法律援助申请。', 'No application for legal aid awaits a decision.', 'LAL 41, 43'],
  LEGAL_AID_UNDECIDED: ['conflict', '法律援助申请尚未决定。', 'The application for legal aid has not been decided.', 'LAL 43'],
  LEGAL_AID_NOT_GRANTED: ['conflict', '未给予法律援助。', 'Legal aid has not been granted.', 'LAL 43'],
  LAWYER_ALREADY_ASSIGNED: ['conflict', '已指派律师。', 'A lawyer has been assigned already.', 'LAL 43'],
  CLUE_VERIFIED_OTHERWISE: ['conflict', '该线索已按另一结论核查。', 'This clue has been verified with another conclusion.', 'P'],
});
