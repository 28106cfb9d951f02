import { addDays } from '#libs/calendar/day.js';
import type { Day } from '#libs/contracts/time.js';
import { isDay } from '#libs/contracts/time.js';

/** Both days included: a year, a half, a quarter, a month, or from a day to a day. */
export interface Period {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

const WHOLE = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?$/;

/** `2026`, `2026-H1`, `2026-Q2`, `2026-03`, `2026-03-01..2026-03-31`; undefined for anything else. */
export function periodOf(name: string): Period | undefined {
  const [first = '', last, ...more] = name.split('..');
  if (last !== undefined) return more.length === 0 && isDay(first) && isDay(last) && first <= last ? { name, from: first, to: last } : undefined;
  const match = WHOLE.exec(name);
  if (!match) return undefined;
  const [, year, quarter, half, month] = match;
  if (Number(year) < 1970) return undefined;
  if (quarter) return months(name, Number(year), (Number(quarter) - 1) * 3 + 1, 3);
  if (half) return months(name, Number(year), (Number(half) - 1) * 6 + 1, 6);
  return month ? months(name, Number(year), Number(month), 1) : months(name, Number(year), 1, 12);
}

function months(name: string, year: number, month: number, count: number): Period {
  return { name, from: firstOf(year, month), to: addDays(firstOf(year, month + count), -1) };
}

function firstOf(year: number, month: number): Day {
  return `${String(year + Math.floor((month - 1) / 12)).padStart(4, '0')}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`;
}

/** 环比: the period before, of the same kind or, between days, of the same length. */
export function previousOf({ name, from, to }: Period): Period {
  const match = WHOLE.exec(name);
  if (!match) {
    const length = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
    const [start, end] = [addDays(from, -length), addDays(from, -1)];
    return { name: `${start}..${end}`, from: start, to: end };
  }
  const [, year, quarter, half, month] = match;
  const back = (part: string | undefined, parts: number, prefix: string, pad = 1): string =>
    Number(part) > 1 ? `${year}-${prefix}${String(Number(part) - 1).padStart(pad, '0')}` : `${Number(year) - 1}-${prefix}${String(parts).padStart(pad, '0')}`;
  return periodOf(quarter ? back(quarter, 4, 'Q') : half ? back(half, 2, 'H') : month ? back(month, 12, '', 2) : String(Number(year) - 1))!;
}

/** 同比: the same period of the year before; the last of February stands for the 29th. */
export function samePeriodLastYear({ name, from, to }: Period): Period {
  if (WHOLE.test(name)) return periodOf(String(Number(name.slice(0, 4)) - 1) + name.slice(4))!;
  const back = (day: Day): Day => { const year = String(Number(day.slice(0, 4)) - 1); return isDay(year + day.slice(4)) ? year + day.slice(4) : `${year}-02-28`; };
  return { name: `${back(from)}..${back(to)}`, from: back(from), to: back(to) };
}

/** The months that a period touches, cut to it. */
export function monthsOf({ from, to }: Period): Period[] {
  const found: Period[] = [];
  for (let name = from.slice(0, 7); name <= to.slice(0, 7); ) {
    const month = periodOf(name)!;
    found.push({ name, from: month.from < from ? from : month.from, to: month.to > to ? to : month.to });
    name = addDays(month.to, 1).slice(0, 7);
  }
  return found;
}

