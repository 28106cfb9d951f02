import { divisionNamed } from '#libs/contracts/divisions.js';
import { isDivisionShape } from '#libs/contracts/ids.js';
import type { Fen } from '#libs/contracts/money.js';
import { fenOf, isYuan } from '#libs/contracts/money.js';
import type { Day } from '#libs/contracts/time.js';
import { isDay } from '#libs/contracts/time.js';

/** How a value is read at the door, and what it is inside. */
export interface Values {
  count: number; number: number; year: number;
  /** Yuan at the door, Fen inside: `readFacts` is the one place where that changes. */
  money: Fen; moneys: readonly Fen[];
  boolean: boolean; day: Day;
  /** `2026-03` */
  month: string;
  choice: string; choices: readonly string[];
  /** A name, an alias or a code at the door, the code inside. */
  region: string;
  text: string; sector: string; department: string;
  period: { readonly periodFrom?: string; readonly periodTo?: string; readonly closed?: boolean };
}
export type Kind = keyof Values;
/** What the catalogue says of a fact. */
export interface Entry {
  readonly kind: Kind;
  readonly zh: string;
  readonly en: string;
  readonly values?: readonly string[];
  /** Says who a person is: used to find duplicates, never recorded with a decision. */
  readonly personal?: true;
}

const LIST_MOST = 50;
/** Reads a value as it comes in at a door; undefined where it is wrong. */
export const readers: { readonly [K in Kind]: (value: unknown, entry: Entry) => Values[K] | undefined } = {
  count: (value) => (Number.isInteger(value) && inside(value, 0, 1_000_000) ? value : undefined),
  number: (value) => (inside(value, 0, 10_000) ? value : undefined),
  year: (value) => (Number.isInteger(value) && inside(value, 1990, 2199) ? value : undefined),
  money: (value) => (isYuan(value) ? fenOf(value) : undefined),
  moneys: (value) => listOf(value, (each) => (isYuan(each) ? fenOf(each) : undefined)),
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  day: (value) => (isDay(value) && value >= '1900' && value < '2200' ? value : undefined),
  month: readMonth,
  choice: (value, { values = [] }) => (typeof value === 'string' && values.includes(value) ? value : undefined),
  choices: (value, { values = [] }) => listOf(value, (each) => (typeof each === 'string' && values.includes(each) ? each : undefined)),
  region: (value) => (typeof value === 'string' ? divisionNamed(value)?.code ?? (isDivisionShape(value) ? value : undefined) : undefined),
  text: (value) => (typeof value === 'string' && value.length <= 200 ? value : undefined),
  sector: (value) => (typeof value === 'string' && /^[A-T](\d{2,4})?$/.test(value) ? value : undefined),
  department: (value) => (typeof value === 'string' && /^[A-Za-z]{2,40}$/.test(value) ? value : undefined),
  period: readPeriod,
};

function readMonth(value: unknown): string | undefined {
  return typeof value === 'string' && /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(value) ? value : undefined;
}

function readPeriod(value: unknown): Values['period'] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const right = key === 'closed' ? typeof part === 'boolean' : (key === 'periodFrom' || key === 'periodTo') && readMonth(part) !== undefined;
    if (!right) return undefined;
  }
  return { ...value };
}

function listOf<T>(value: unknown, read: (each: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > LIST_MOST) return undefined;
  const list = value.map(read).filter((each) => each !== undefined);
  return list.length === value.length ? list : undefined;
}

function inside(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}

/** What a value should have been. */
export function expected({ kind, values }: Entry): { zh: string; en: string } {
  const list = (values ?? []).slice(0, 60).join(', ');
  const sentences: Readonly<Record<Kind, readonly [string, string]>> = {
    count: ['应为非负整数', 'must be a whole number, not negative'], number: ['应为非负数', 'must be a number, not negative'],
    year: ['应为四位年份', 'must be a year of four digits'], money: ['应为以元计的金额，最多两位小数', 'must be an amount in yuan with at most two decimals'],
    moneys: ['应为以元计的金额列表', 'must be a list of amounts in yuan'], boolean: ['应为 true 或 false', 'must be true or false'],
    day: ['应为存在的日期，如 2026-03-02', 'must be a day that exists, such as 2026-03-02'], month: ['应为月份，如 2026-03', 'must be a month, such as 2026-03'],
    choice: [`应为其中之一：${list}`, `must be one of: ${list}`], choices: [`应为列表，取值：${list}`, `must be a list of: ${list}`],
    region: ['应为行政区划名称或代码', 'must be the name or code of a division'], text: ['应为不超过200字的文本', 'must be a text of at most 200 characters'],
    sector: ['应为 GB/T 4754 行业代码，如 E47', 'must be a GB/T 4754 code, such as E47'], department: ['应为部门代码', 'must be the key of a department'],
    period: ['应为 {periodFrom, periodTo, closed}', 'must be {periodFrom, periodTo, closed}'],
  };
  const [zh, en] = sentences[kind];
  return { zh, en };
}
