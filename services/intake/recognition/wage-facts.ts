import { monthsBetween } from '../channels/order.js';
import type { Day } from '#libs/contracts/time.js';
import { periodIn } from './dates.js';
import type { Span } from './evidence.js';
import { NUMBER, numberOf } from './numbers.js';

/** A fact as a text gives it, and where. */
export interface Stated extends Span {
  readonly key: string;
  readonly value: unknown;
}

/** How many, how much, how long: only of a claim for wages, since the same numbers mean something else in another demand. Digits must be plain. */
export function wageFactsIn(text: string, on: Day | undefined): readonly Stated[] {
  return [...workersIn(text), ...amountsIn(text), ...itemsIn(text), ...periodsIn(text, on), ...representativesIn(text), ...overtimeIn(text)];
}

const WHO = '(?:人|友|(?<!个)工|员|师傅|老乡|兄弟|姐妹|同事)';
const WORKERS = [
  new RegExp(`(?<!几)(${NUMBER})\\s?(?:多|余|来)?(?:名|位|个|号|口)(?!月|小时|星期|礼拜|工作日|标段|代表)[^，。；、,\\d一二三四五六七八九十]{0,4}?${WHO}(?![地程资钱头])`, 'g'),
  new RegExp(`(?<![第几])(${NUMBER})\\s?(?:多|余|来)?人(?!工|民|生|代表)`, 'g'),
];

/** `26名工友`, `45名工人`, `12名缝纫工`, `我们七个人`, `涉及六十人`. One is not said so: a single person tells of himself. */
function workersIn(text: string): readonly Stated[] {
  for (const pattern of WORKERS) {
    for (const match of text.matchAll(pattern)) {
      const value = numberOf(match[1]!);
      if (value !== undefined && Number.isInteger(value) && value >= 2 && value <= 99_999) return [{ key: 'workers', value, start: match.index, end: match.index + match[0].length }];
    }
  }
  return [];
}

function representativesIn(text: string): readonly Stated[] {
  const match = /(?:推举|推选|选出|选派)[^，。；\d]{0,4}(\d{1,2}|[一二两三四五六七八九十]{1,2})(?:名|位|个|人)[^，。；]{0,2}代表/.exec(text);
  const value = match && numberOf(match[1]!);
  return value ? [{ key: 'reps', value, start: match.index, end: match.index + match[0].length }] : [];
}

function overtimeIn(text: string): readonly Stated[] {
  const match = /(?:每个?月|一个月|月)(?:都|要|得)?加班(?:时间)?(?:达到?|超过)?(\d{1,3}|[一二两三四五六七八九十百]{1,5})个?(?:多|余)?(?:小时|钟头)/.exec(text);
  const value = match && numberOf(match[1]!);
  return value ? [{ key: 'overtimeHoursMonth', value, start: match.index, end: match.index + match[0].length }] : [];
}

interface Sum extends Span {
  readonly yuan: number;
  /** The words before it in the same clause. */
  readonly before: string;
  readonly after: string;
}

const SUM = new RegExp(`(${NUMBER})\\s?(万|千|百)?(\\d{0,4})(?:多|余|来)?\\s?(元|块钱|块|圆|万元|万块)?`, 'g');
const RATE_BEFORE = /(?:月薪|日薪|时薪|(?<!\d)月工资|日工资|每人|每月|每天|每小时|人均|一个月|一天|一人|底薪|保底|月租|租金|房租|罚款|垫付|垫了|付了|医药费|药费|学费|介绍费|中介费|学习费|发了|给了|只发|约定)[^，。；]{0,4}$/;
const RATE_AFTER = /^(?:一个月|每月|\/月|一天|每天|一小时|医药费|一个工)/;
const TOTAL = /(?:合计|共计|总共|总计|总额|一共|加起来|算下来|共)[^，。；、]{0,6}$/;
const ADMITTED = /(?:只认|只承认|只肯认|只同意|认可|承认)[^，。；、]{0,4}$/;
const UNITS: Readonly<Record<string, number>> = { 万: 10_000, 千: 1000, 百: 100 };

function sumsIn(text: string): readonly Sum[] {
  const sums: Sum[] = [];
  for (const match of text.matchAll(SUM)) {
    const [whole, written, unit, rest, money] = match as unknown as [string, string, string | undefined, string, string | undefined];
    const [start, end] = [match.index, match.index + whole.trimEnd().length];
    const after = text.slice(end, end + 8);
    const isLarge = unit === '万' || unit === '千' || /[一二两三四五六七八九十\d].{0,6}[万千]/.test(written);
    // Without `元` a large number is money where neither a measure nor a person follows.
    if (!money && (!isLarge || /^(?:名|人|个|位|号|平|亩|年|公里|里|米|吨|斤|度|户|次|[.．]\d)/.test(after))) continue;
    const base = numberOf(unit ? `${written}${/^\d/.test(written) ? `${unit}${rest}` : ''}` : written);
    if (base === undefined || (rest && !unit) || (written === '一' && money === '块')) continue; // `一块` is also `together`.
    const yuan = unit && !/^\d/.test(written) ? base * UNITS[unit]! : money?.startsWith('万') ? base * 10_000 : base;
    if (yuan <= 0 || yuan > 1e10) continue;
    sums.push({ yuan: Math.round(yuan * 100) / 100, before: clauseBefore(text, start), after, start, end });
  }
  return sums;
}

function clauseBefore(text: string, start: number): string {
  return text.slice(Math.max(0, start - 14), start).split(/[，。；、,;！？]/).at(-1)!;
}

/** The total where one is named; else the only amount. A monthly wage or each person's share is neither, and of several amounts none is picked. */
function amountsIn(text: string): readonly Stated[] {
  const sums = sumsIn(text);
  const admitted = sums.find(({ before }) => ADMITTED.test(before));
  const total = sums.find(({ before }) => TOTAL.test(before));
  const others = sums.filter((sum) => sum !== admitted && !RATE_BEFORE.test(sum.before) && !RATE_AFTER.test(sum.after));
  const single = new Set(others.map(({ yuan }) => yuan)).size === 1 ? others[0] : undefined;
  const amount = total ?? single;
  return [
    ...(amount ? [{ key: 'amount', value: amount.yuan, start: amount.start, end: amount.end }] : []),
    ...(admitted ? [{ key: 'amountAdmitted', value: admitted.yuan, start: admitted.start, end: admitted.end }] : []),
  ];
}

const ITEM = /(年休假工资|加班费|经济补偿金?|工资)[^，。；、\d]{0,3}(\d{1,9}(?:\.\d{1,2})?)(万)?元/g;
const ITEM_KINDS: Readonly<Record<string, string>> = { 年休假工资: 'annualLeave', 加班费: 'overtime', 经济补偿: 'severance', 经济补偿金: 'severance', 工资: 'wages' };

/** `拖欠工资38000元、未休年休假工资3000元`: each claim by itself, in an application only, where each is named with its own amount. */
function itemsIn(text: string): readonly Stated[] {
  if (!/申请人请求|请求[^，。；]{0,20}支付|仲裁请求/.test(text)) return [];
  const found = [...text.matchAll(ITEM)];
  if (found.length < 2) return [];
  const span = { start: found[0]!.index, end: found.at(-1)!.index + found.at(-1)![0].length };
  return [
    { key: 'items', value: found.map(([, , digits, unit]) => Math.round(Number(digits) * (unit ? 1_000_000 : 100)) / 100), ...span },
    { key: 'itemKinds', value: found.map(([, kind]) => ITEM_KINDS[kind!]), ...span },
  ];
}

const COUNTED = '(\\d{1,2}|[一二两俩三四五六七八九十]{1,2}|半)';
const UNPAID = '(?:拖欠|欠发|欠|没发|不发|未发|没给|不给|没拿|没开|没领|未付|没付|扣|压)';
const MONTHS = [
  new RegExp(`(?<!押)${COUNTED}(?:个多?|(?<=俩))月[^，。；\\d]{0,8}?(?:一共|总共|合计|共(?=\\d)|工资|工钱|报酬|薪|没发|没给|没拿|没开|未发|不发|没见|一分|欠薪)`),
  new RegExp(`${UNPAID}[^，。；\\d]{0,8}?${COUNTED}个(?:多)?月`),
  new RegExp(`工资[^，。；\\d]{0,4}${COUNTED}个月(?:没|未|不)`),
  /(半)年(?:都|多)?(?:没有?|未)[^，。；]{0,2}(?:发|开|拿|领|给|见)[^，。；]{0,3}/,
];

/** `2025年11月至2026年1月`; else `三个月工资`. */
function periodsIn(text: string, on: Day | undefined): readonly Stated[] {
  const period = periodIn(text, on);
  if (period) {
    const { periodFrom, periodTo, start, end } = period;
    return [['periodFrom', periodFrom], ['periodTo', periodTo], ['months', monthsBetween(periodFrom, periodTo)]].map(([key, value]) => ({ key: String(key), value, start, end }));
  }
  for (const pattern of MONTHS) {
    const match = pattern.exec(text);
    const written = match?.[1];
    if (!match || !written) continue;
    const isHalfYear = written === '半';
    const value = isHalfYear ? (match[0].startsWith('半年') ? 6 : undefined) : numberOf(written);
    if (value !== undefined && value >= 1 && value <= 60) return [{ key: 'months', value, start: match.index, end: match.index + match[0].length }];
  }
  return [];
}
