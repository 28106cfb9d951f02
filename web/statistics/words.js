import { wordsOf } from '../words.js';

export const words = {
  period: ['统计期', 'Period'], by: ['分组', 'By'], by_division: ['行政区划', 'Division'], by_department: ['部门', 'Department'], by_track: ['办理途径', 'Track'], by_category: ['类别', 'Category'], by_channel: ['渠道', 'Channel'], by_month: ['月份', 'Month'], by_clock: ['期限', 'Limit'], by_part: ['资金来源', 'Source of money'],
  asOf: ['截至位置 {n}', 'As of position {n}'], quarterOf: ['{year} 年第 {n} 季度', 'Q{n} {year}'], yearOf: ['{year} 年', '{year}'], monthOf: ['{year} 年 {n} 月', '{year}-{n}'],
  metric: ['指标', 'Metric'], value: ['数值', 'Value'], ofWhole: ['分子 / 分母', 'Numerator / denominator'], lastYear: ['同比', 'On last year'], previous: ['环比', 'On previous'], basis: ['依据', 'Source'], how: ['算法和依据', 'How it is counted'],
  tab_metrics: ['全部指标', 'All metrics'], tab_groups: ['分组比较', 'By group'], tab_trend: ['走势', 'Trend'], tab_league: ['等次表', 'League table'], tab_published: ['已发布', 'Published'],
  whole: ['共 {n}', 'of {n}'], trendTitle: ['{year} 年各月三率', 'The three rates by month, {year}'], trendVolume: ['{year} 年各月受理和办结', 'Accepted and concluded by month, {year}'], percent: ['百分比', 'per cent'],
  overdueBy: ['超期未办，按阶段', 'Overdue and open, by stage'], stage: ['阶段', 'Stage'], clocksN: ['期限数', 'Limits'], mostDays: ['最长逾期（天）', 'Most days late'], medianDays: ['逾期中位数（天）', 'Median days late'], noOverdue: ['没有超期未办的期限。', 'No limit is overdue and open.'],
  pedigree: ['数据来源', 'Pedigree'], position: ['计算位置', 'Computed at position'], edition: ['口径版本', 'Query version'], digest: ['摘要', 'Digest'], parkedWarn: ['有 {n} 个事件待人工处理，未计入。', '{n} events wait for a person and are not in these figures.'],
  recompute: ['按此位置重算', 'Recompute at this position'], toNow: ['回到现在', 'Back to now'], csv: ['导出 CSV', 'Export CSV'], xlsx: ['导出 XLSX', 'Export XLSX'], publish: ['发布', 'Publish'], publishTitle: ['发布这组统计数据', 'Publish these figures'], titleField: ['标题', 'Title'],
  publishedDone: ['已发布', 'Published'], publishHint: ['发布后，任何时候都可按同一位置重算出同样的数值。', 'Once published they can be computed again to the same value at any time.'],
  region: ['地区', 'Region'], composite: ['三率综合', 'Composite'], grade: ['等次', 'Grade'], rank: ['名次', 'Rank'], sample: ['最小样本', 'Smallest sample'], tooFew: ['样本不足', 'too few'], withRanks: ['显示名次', 'Show ranks'], withoutRanks: ['只看等次', 'Grades only'],
  leagueNote: ['国办函〔2025〕66号要求分级分类评价，不片面追求排名；样本少于 {n} 的不评等次。', 'The State Council Office asks to evaluate by grade and class, not to chase ranking; places with fewer than {n} are not graded.'],
  weights: ['权重', 'Weights'], bandsRule: ['等次界限', 'Bands'], judgedBy: ['评价参数（规则包 {pack}）', 'Judged by (pack {pack})'],
  response: ['响应率', 'Response'], resolution: ['解决率', 'Resolution'], satisfaction: ['满意率', 'Satisfaction'], contactHours: ['首次联系时限（小时）', 'First contact (hours)'], callbackTries: ['回访次数', 'Call-back tries'], satisfiedGrades: ['计入满意', 'Counts as satisfied'],
  casesBehind: ['这个数所计的案件', 'The cases that this number counts'], of_numerator: ['分子', 'numerator'], of_denominator: ['分母', 'denominator'], of_rest: ['分母中未计入分子的', 'in the denominator, not in the numerator'], casesTotal: ['共 {n} 件，列出 {m} 件', '{n} cases, {m} listed'], backTo: ['返回统计', 'Back to figures'], noCases: ['没有这样的案件', 'There is no such case'],
  none: ['未定', 'not set'], noGroups: ['本期没有数据', 'Nothing in this period'], noGroupsHint: ['换一个统计期。', 'Choose another period.'],
  title: ['标题', 'Title'], publishedAt: ['发布时间', 'Published'], check: ['重算核对', 'Recompute and compare'], same: ['一致：重算结果与发布时相同', 'Same: computed again to the published value'], differs: ['不一致', 'Different'], nonePublished: ['还没有发布过统计数据', 'Nothing has been published yet'], toCircular: ['印发通报', 'Issue a circular'],
  extract: ['年度数据（全国系统）', 'Yearly extract'], extractNote: ['汇总数据，不含个人信息；同一位置生成的文件逐字节相同。', 'Aggregates without personal data; the same position gives the same bytes.'],
};
export const t = wordsOf(words);

const NAMES = {
  inspection: ['监察', 'Inspection'], arbitration: ['仲裁', 'Arbitration'], mediation: ['调解', 'Mediation'], court: ['法院', 'Court'], handover: ['职能部门', 'Other departments'], relief: ['救助', 'Relief'], legalAid: ['法律援助', 'Legal aid'],
  '12345': ['12345 热线', '12345 hotline'], '12333': ['12333 热线', '12333 hotline'], 'clue-platform': ['全国线索平台', 'Clue platform'], 'self-service': ['自助', 'Self-service'], station: ['服务站', 'Station'], transfer: ['转办', 'Transfer'],
  employer: ['用人单位', 'Employer'], generalContractor: ['施工总承包单位', 'General contractor'], projectOwner: ['建设单位', 'Project owner'], deposit: ['工资保证金', 'Wage deposit'], emergencyFund: ['应急周转金', 'Emergency fund'], wageAccount: ['工资专户', 'Wage account'], otherParty: ['其他主体', 'Another party'],
  satisfied: ['满意', 'satisfied'], basicallySatisfied: ['基本满意', 'basically satisfied'],
  HOT: ['热线', 'Hotline'], INSP: ['监察', 'Inspection'], ARB: ['仲裁', 'Arbitration'], MED: ['调解', 'Mediation'], WI: ['工伤认定', 'Work injury'], LA: ['法律援助', 'Legal aid'], RELIEF: ['救助', 'Relief'], CLUE: ['线索', 'Clues'], CLEAR: ['两清零', 'Zero clearance'], CRIM: ['移送', 'Police'], RETURN: ['退单', 'Returns'], OBJ: ['退单', 'Returns'], REG: ['行业主管', 'Regulators'], LAND: ['土地仲裁', 'Land arbitration'], PO: ['支付令', 'Payment order'], BL: ['失信名单', 'Sanction list'], RES: ['居住证', 'Residence permit'], ASSIST: ['协办', 'Assistance'],
};
export const term = (key, chinese) => NAMES[key]?.[chinese ? 0 : 1] ?? key;
