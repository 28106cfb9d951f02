import type { FactKind } from './fact.js';

/** Which facts of a kind count: of the period; that fell due in it and whose day is over; of before it; of the year in which it ends; all that stand. */
export type Window = 'in' | 'due' | 'before' | 'year' | 'standing';

export interface Term {
  readonly kinds: readonly FactKind[];
  readonly window: Window;
  readonly measure?: 'amount';
  readonly part?: string;
  readonly minus?: true;
}

interface Words { readonly zh: string; readonly en: string }

/** A metric of the domain: what is divided by what, in words and as terms. A share of an empty whole is null. */
export interface Metric extends Words {
  readonly id: string;
  readonly unit: 'share' | 'count' | 'fen';
  readonly numerator: readonly Term[];
  readonly denominator?: readonly Term[];
  readonly formula: Words;
  readonly source: string;
  readonly confidence: 'A' | 'B' | 'P';
  /** Which way is better, for colours and arrows; null where neither is. */
  readonly better: 'higher' | 'lower' | null;
  /** By what it can be told apart besides place, body, way, category and channel. */
  readonly also?: readonly ('clock' | 'stage' | 'part')[];
}

/** The edition of terms and counting. A published figure names it; a change of meaning is a new edition, beside which the old stays computable as long as figures name it. */
export const QUERY_VERSION = '2026-11.1';

const of = (window: Window, ...kinds: readonly FactKind[]): Term => ({ kinds, window });
const minus = (window: Window, ...kinds: readonly FactKind[]): Term => ({ kinds, window, minus: true });
const metric = (id: string, zh: string, en: string, rest: Omit<Metric, 'id' | 'zh' | 'en'>): Metric => ({ id, zh, en, ...rest });
const rate = (id: string, zh: string, en: string, numerator: readonly Term[], denominator: readonly Term[], formula: Words, source: string, confidence: Metric['confidence'], better: Metric['better'] = 'higher', also?: Metric['also']): Metric =>
  metric(id, zh, en, { unit: 'share', numerator, denominator, formula, source, confidence, better, ...(also && { also }) });
const count = (id: string, zh: string, en: string, numerator: readonly Term[], formula: Words, source: string, confidence: Metric['confidence'], better: Metric['better'] = null, also?: Metric['also']): Metric =>
  metric(id, zh, en, { unit: 'count', numerator, formula, source, confidence, better, ...(also && { also }) });
const money = (id: string, zh: string, en: string, numerator: readonly Term[], formula: Words, source: string, confidence: Metric['confidence'], better: Metric['better'] = null, also?: Metric['also']): Metric =>
  metric(id, zh, en, { unit: 'fen', numerator, formula, source, confidence, better, ...(also && { also }) });

const BJ = 'BJ-REG 32';
const LIST = '欠薪线索核处（北方某市 2022 年一季度）';
const CLEAR = 'S-SH21 七';

/** Which grades of an answer count as satisfied, the pack says. */
export function metricsOf(satisfiedGrades: readonly string[]): readonly Metric[] {
  return [...service(satisfiedGrades), ...handling, ...clues, ...zero, ...disputes, ...deterrence];
}

const grades = ['satisfied', 'basicallySatisfied', 'dissatisfied'] as const;

function service(satisfiedGrades: readonly string[]): readonly Metric[] {
  return [
    rate('response', '响应率', 'response rate', [of('due', 'contactMet')], [of('due', 'contactMet', 'contactLate', 'contactOverdue')],
      { zh: '按时首次联系的案件 ÷ 首次联系时限在本期届满的案件', en: 'cases contacted on time ÷ cases whose first-contact limit fell due in the period' }, BJ, 'P'),
    rate('resolution', '解决率', 'resolution rate', [of('in', 'solved')], [of('in', 'solved', 'unsolved')],
      { zh: '回访答“已解决” ÷ 就“是否解决”作答的回访（未接通的另列）', en: 'call-backs answering “solved” ÷ call-backs with an answer on “solved?” (unreached ones apart)' }, BJ, 'P'),
    rate('satisfaction', '满意率', 'satisfaction rate', [of('in', ...grades.filter((grade) => satisfiedGrades.includes(grade)))], [of('in', ...grades)],
      { zh: '回访答满意（基本满意是否计入由规则包定） ÷ 就满意度作答的回访', en: 'call-backs “satisfied” (with “basically satisfied” where the pack says so) ÷ call-backs with an answer on satisfaction' }, BJ, 'P'),
    count('unreached', '回访未接通', 'call-backs not reached', [of('in', 'unreached')], { zh: '规则包规定的次数内均未接通的回访', en: 'call-backs not reached within the tries of the pack' }, BJ, 'P', 'lower'),
    rate('onTime', '按期办结率', 'on-time rate', [of('due', 'clockMet')], [of('due', 'clockMet', 'clockLate', 'clockOverdue')],
      { zh: '到期日或之前完成的期限 ÷ 本期到期的期限（不含已取消和中止中的；未完成的逾期件留在分母）', en: 'clocks met on or before due ÷ clocks due in the period, without cancelled and currently suspended; an open overdue clock stays in the denominator' }, 'P', 'P', 'higher', ['clock', 'stage']),
    rate('conclusion', '办结率', 'conclusion rate', [of('in', 'concluded')], [of('in', 'accepted')], { zh: '本期办结 ÷ 本期受理（可超过 100%）', en: 'concluded in the period ÷ accepted in it; can exceed 100 %' }, 'P', 'P'),
    rate('reopen', '重办率', 'reopen rate', [of('in', 'reopened')], [of('in', 'calledBack')], { zh: '退回重办 ÷ 已回访', en: 'reopened ÷ called back' }, 'P', 'P', 'lower'),
  ];
}

const handling: readonly Metric[] = [
  count('accepted', '受理', 'accepted', [of('in', 'accepted')], { zh: '本期受理的案件（并单的不计）', en: 'cases accepted in the period, merged ones left out' }, 'P', 'P'),
  count('concluded', '办结', 'concluded', [of('in', 'concluded')], { zh: '本期办结且未退回重办的案件', en: 'cases concluded in the period and not reopened since' }, 'P', 'P', 'higher'),
  count('overdue', '超期件', 'overdue', [of('standing', 'clockOverdue'), of('in', 'lateMet')], { zh: '已过到期日未完成的期限 + 本期逾期完成的期限', en: 'open clocks beyond due + clocks met late in the period' }, 'P', 'P', 'lower', ['clock', 'stage']),
  count('overdueOpen', '超期未办', 'overdue and open', [of('standing', 'clockOverdue')], { zh: '截至计算位置已过到期日仍未完成的期限', en: 'clocks open beyond due at the position' }, 'P', 'P', 'lower', ['clock', 'stage']),
  rate('objection', '退单率', 'objection rate', [of('in', 'objected')], [of('in', 'dispatched')], { zh: '派单异议（退单申请） ÷ 派单', en: 'objections ÷ dispatches' }, 'P', 'P', 'lower'),
  rate('redispatch', '改派率', 're-dispatch rate', [of('in', 'redispatched')], [of('in', 'dispatched')], { zh: '改派 ÷ 派单', en: 're-dispatches ÷ dispatches' }, 'P', 'P', 'lower'),
  rate('precision', '派单精准率', 'dispatch precision', [of('in', 'dispatched'), minus('in', 'redispatched')], [of('in', 'dispatched')], { zh: '1 − 改派率', en: '1 − re-dispatch rate' }, 'P', 'P'),
];

const clues: readonly Metric[] = [
  rate('clueVerification', '线索核查率', 'clue verification rate', [of('in', 'clueVerified')], [of('in', 'clueReceived')], { zh: '已核查线索 ÷ 本期收到的线索', en: 'clues verified ÷ clues received in the period' }, LIST, 'B'),
  rate('clueTruth', '线索属实率', 'clue truth rate', [of('in', 'clueTrue')], [of('in', 'clueVerified')], { zh: '属实欠薪 ÷ 已核查线索', en: 'true arrears ÷ verified' }, LIST, 'B', null),
  rate('clueResolution', '欠薪化解率', 'arrears resolution rate', [of('in', 'clueResolved')], [of('in', 'clueTrue')], { zh: '已化解 ÷ 属实欠薪', en: 'resolved ÷ true arrears' }, LIST, 'B'),
];

const ofClass = (part: string, term: Term): Term => ({ ...term, part });
const sumOf = (term: Term): Term => ({ ...term, measure: 'amount' });
const verified = of('year', 'arrearsVerified');
const openArrears = of('year', 'arrearsOpen');
const target: Readonly<Record<'A' | 'B', Words>> = { A: { zh: '政府投资、国企和 PPP 项目，当年12月31日清零', en: 'government-invested, state-owned or PPP projects; target 0 on 31 December' }, B: { zh: '其他欠薪，次年春节前清零', en: 'all other arrears; target 0 before the Spring Festival of the next year' } };

const zero: readonly Metric[] = [
  ...(['A', 'B'] as const).flatMap((part): readonly Metric[] => [
    count(`clearZero${part}Open`, `两清零 ${part} 未清案件`, `zero clearance ${part}: open`, [ofClass(part, openArrears)], { zh: `当年发生、已核实、仍有劳动者未足额支付的案件（${target[part].zh}）`, en: `verified arrears of the year with any worker unpaid (${target[part].en})` }, CLEAR, 'B', 'lower'),
    money(`clearZero${part}Unpaid`, `两清零 ${part} 未付金额`, `zero clearance ${part}: unpaid`, [sumOf(ofClass(part, openArrears))], { zh: '上述案件未付金额合计', en: 'the unpaid sum of these' }, CLEAR, 'B', 'lower'),
    rate(`cleared${part}`, `清零率 ${part}`, `cleared ${part}`, [ofClass(part, verified), { ...ofClass(part, openArrears), minus: true }], [ofClass(part, verified)], { zh: '已清 ÷ 已核实', en: 'settled ÷ verified' }, 'P', 'P'),
  ]),
  money('recovered', '追发金额', 'recovered', [sumOf(of('in', 'paid'))], { zh: '本期已支付给劳动者的金额，按资金来源', en: 'paid to workers in the period, by source of the money' }, 'P', 'P', 'higher', ['part']),
  count('workersPaid', '追发人数', 'workers paid', [of('in', 'workerPaid')], { zh: '首次得到支付在本期的劳动者', en: 'workers first paid in the period' }, 'P', 'P', 'higher'),
  count('workersPaidBySource', '追发人数（按资金来源）', 'workers paid, by source', [of('in', 'workerPaidFrom')], { zh: '首次由该来源得到支付在本期的劳动者；一人可由多个来源得到支付', en: 'workers first paid from that source in the period; one worker may be paid from several' }, 'P', 'P', 'higher', ['part']),
];

const disputes: readonly Metric[] = [
  rate('mediationSuccess', '调解成功率', 'mediation success', [of('in', 'disputeSettled')], [of('in', 'disputeClosed')], { zh: '以调解书、调解协议或和解后撤回结案的争议案件 ÷ 办结的争议案件（经调解或仲裁的）', en: 'cases closed by instrument, agreement or withdrawal after settlement ÷ closed cases that went to mediation or arbitration' }, 'P', 'P'),
  rate('arbitrationClosing', '仲裁结案率', 'arbitration closing rate', [of('in', 'arbClosed')], [of('before', 'arbAccepted'), minus('before', 'arbClosed'), of('in', 'arbAccepted')], { zh: '本期结案 ÷（上期结转 + 本期受理）', en: 'closed in the period ÷ (carried in + accepted in it)' }, 'P', 'P'),
  rate('finalAward', '终局裁决率', 'final-award rate', [of('in', 'finalAward')], [of('in', 'award')], { zh: '终局裁决 ÷ 裁决', en: 'final awards ÷ awards' }, 'LDMA 47 (P)', 'P'),
  rate('speedyShare', '速裁办理占比', 'speedy share', [of('in', 'wageDisputeSpeedy')], [of('in', 'wageDispute')], { zh: '速裁庭（团队）办理的农民工工资争议 ÷ 受理的农民工工资争议（宁夏要求 80% 以上）', en: 'migrant wage disputes handled by the speedy tribunal ÷ all accepted; Ningxia asked for 80 %' }, '宁夏', 'B'),
  rate('speedy30', '30日内结案率', 'closed within 30 days', [of('in', 'speedyClosed30')], [of('in', 'speedyClosed')], { zh: '30日内结案的速裁案件 ÷ 结案的速裁案件', en: 'speedy cases closed within 30 days ÷ speedy cases closed' }, 'S-BJ25 七', 'P'),
  count('awardOverdue', '超审限未结', 'past the award limit', [{ ...of('standing', 'clockOverdue'), part: 'ARB-AWARD' }], { zh: '超过审限（延长和扣除之后）未结的仲裁案件', en: 'arbitration cases past ARB-AWARD, after extension and exclusions' }, 'LDMA 43', 'P', 'lower'),
];

const deterrence: readonly Metric[] = [
  count('policeTransfers', '移送公安', 'transfers to police', [of('in', 'policeTransferred')], { zh: '本期移送公安机关的案件', en: 'cases transferred to the police in the period' }, 'WPR, BL', 'P'),
  count('sanctionListings', '列入失信名单', 'listings', [of('in', 'sanctionListed')], { zh: '本期列入失信联合惩戒名单的案件', en: 'cases listed in the period' }, 'WPR, BL', 'P'),
  count('publications', '向社会公布', 'publications', [of('in', 'violationPublished')], { zh: '本期公布的重大违法行为', en: 'major violations published in the period' }, 'WPR, BL', 'P'),
];

export const COMPOSITE = 'composite';
/** 三率综合: what it is made of; how much each weighs, the pack says. */
export const compositeParts = ['response', 'resolution', 'satisfaction'] as const;
export const composite: Omit<Metric, 'numerator'> = {
  id: COMPOSITE, zh: '三率综合', en: 'composite', unit: 'share', source: '准格尔旗权重 (B); 公式 P', confidence: 'P', better: 'higher',
  formula: { zh: '权重 × 各率之和；任何一率没有分母则不计算', en: 'Σ weight × rate; null where any of the three has no base' },
};
