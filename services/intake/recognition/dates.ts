import type { Day } from '#libs/contracts/time.js';
import { isDay } from '#libs/contracts/time.js';
import type { Span } from './evidence.js';
import { numberOf } from './numbers.js';

export interface Dated extends Span {
  readonly day: Day;
}

const YEAR = '(?:(\\d{4})年|(今年|去年|前年))?';
const COUNT = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DAY = new RegExp(`${YEAR}${COUNT}月${COUNT}[日号]`, 'g');

/** Days that a text names. One without a year is the last such day before the order came in; without that day it is not placed. */
export function daysIn(text: string, on: Day | undefined): readonly Dated[] {
  const found: Dated[] = [];
  for (const match of text.matchAll(DAY)) {
    const year = yearOf(match[1], match[2], on);
    const [month, date] = [numberOf(match[3]!), numberOf(match[4]!)];
    const inYear = (y: number) => `${y}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
    const day = year !== undefined ? inYear(year) : on && (inYear(Number(on.slice(0, 4))) > on ? inYear(Number(on.slice(0, 4)) - 1) : inYear(Number(on.slice(0, 4))));
    if (day && isDay(day)) found.push({ day, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function yearOf(digits: string | undefined, word: string | undefined, on: Day | undefined): number | undefined {
  if (digits) return Number(digits);
  return word && on ? Number(on.slice(0, 4)) - ['今年', '去年', '前年'].indexOf(word) : undefined;
}

export interface Period extends Span {
  readonly periodFrom: string;
  readonly periodTo: string;
}

const PERIOD = new RegExp(`${YEAR}${COUNT}月(?:份)?(?:底|初)?\\s*[至到—–~-]{1,2}\\s*${YEAR}${COUNT}月`);

/** `2025年11月至2026年1月`, `去年11月到今年1月`. Months without a year are the last before the order came in; a period that ends before it begins is none. */
export function periodIn(text: string, on: Day | undefined): Period | undefined {
  const match = PERIOD.exec(text);
  if (!match) return undefined;
  const [from, to] = [numberOf(match[3]!) ?? 0, numberOf(match[6]!) ?? 0];
  if (from < 1 || from > 12 || to < 1 || to > 12) return undefined;
  const named = yearOf(match[1], match[2], on);
  const namedTo = yearOf(match[4], match[5], on);
  const thisYear = on && Number(on.slice(0, 4));
  const lastTo = thisYear && (to > Number(on.slice(5, 7)) ? thisYear - 1 : thisYear);
  const yearTo = namedTo ?? named ?? lastTo;
  const yearFrom = named ?? (yearTo && (from > to ? yearTo - 1 : yearTo));
  if (!yearTo || !yearFrom) return undefined;
  const [periodFrom, periodTo] = [monthOf(yearFrom, from), monthOf(yearTo, to)];
  return periodFrom > periodTo ? undefined : { periodFrom, periodTo, start: match.index, end: match.index + match[0].length };
}

function monthOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}
