import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_CAMPAIGN: ['notFound', '没有这项专项行动。', 'There is no such campaign in your divisions.'],
  CAMPAIGN_EXISTS: ['conflict', '该编号已用于另一项专项行动。', 'Another campaign has this id.'],
  CAMPAIGN_DECIDED: ['conflict', '该专项行动已启动或者已有结论。', 'This campaign was started or decided before.'],
  CAMPAIGN_NOT_RUNNING: ['conflict', '该专项行动未在进行中。', 'This campaign is not under way.'],
  CAMPAIGN_BY_PROPOSER: ['forbidden', '提请人与启动人须为两人。', 'Who proposes a campaign and who starts it must be two persons.', 'P'],
  CAMPAIGN_RULE_MISSING: ['invalid', '该类行动须写明案件纳入条件；事项清单和走访行动则不设。', 'This kind of campaign needs an entry rule; a list of matters and visits have none.'],
  CAMPAIGN_DUE_UNKNOWN: ['invalid', '须写明目标期限：该年度的春节日期尚不知道，或者该类行动没有统一期限。', 'Say when the target is due: the Spring Festival of that year is not known, or this kind has no common day.'],
  CAMPAIGN_TARGETS_WRONG: ['invalid', '第一项目标须为行动本身的区划，其余须在其内且不重复。', 'The first target is that of the campaign’s own division; the others lie inside it, each once.'],
  NO_TARGET_TO_ANSWER: ['conflict', '该区划没有待答复的未达目标。', 'No missed target of this division waits for an answer.'],
  NOT_A_LIST_OF_MATTERS: ['conflict', '该行动不是办实事清单。', 'This campaign is no list of practical matters.', 'S-BJ25 十; S-CQ24 (八)'],
  NO_SUCH_MATTER: ['notFound', '清单中没有这一事项。', 'The list has no such matter.'],
  MATTER_DIFFERS: ['conflict', '该编号已用于另一事项。', 'Another matter has this id.'],
  POSITION_NOT_REACHED: ['conflict', '统计尚未到达该日志位置，请稍后重试。', 'The figures have not reached this position of the log yet. Try again shortly.'],
});
