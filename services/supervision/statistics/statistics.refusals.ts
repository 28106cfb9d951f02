import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  UNKNOWN_METRIC: ['invalid', '没有这项指标，或者不能按此分组。', 'There is no such metric, or it cannot be told apart by this.'],
  FIGURES_NOT_THERE_YET: ['invalid', '事件日志尚未到达该位置。', 'The log has not come to that position yet.'],
  STATISTICS_OUTSIDE: ['forbidden', '只能查看本人负责行政区划的统计。', 'Statistics are open for your own divisions only.'],
  NO_STATISTICS_RULES: ['invalid', '该行政区划的规则包没有统计参数。', 'The pack of that division sets no parameters for statistics.'],
  NO_SUCH_FIGURES: ['notFound', '没有这份统计数据。', 'There are no such published figures.'],
  EDITION_GONE: ['conflict', '计算口径已更新，无法按原口径重算。', 'The edition of the query that made these figures is no longer part of this program.'],
  NO_CASES_BEHIND: ['invalid', '该指标不是案件的集合。', 'This metric is not a set of cases.'],
});
