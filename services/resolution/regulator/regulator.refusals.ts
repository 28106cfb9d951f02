import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  REGULATOR_NOT_ASKED: ['conflict', '没有待该部门答复的商请。', 'No request to this department awaits an answer.', 'WPR 7'],
  REGULATOR_ALREADY_ASKED: ['conflict', '已就另一事项商请该部门，尚未答复。', 'This department has been asked for something else and has not answered yet.', 'WPR 7'],
});
