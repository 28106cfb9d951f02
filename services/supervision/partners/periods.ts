import { addDays } from '#libs/calendar/day.js';
import type { Day } from '#libs/contracts/time.js';
import type { ReportEvery } from '#libs/contracts/partner.events.js';

/** A month, `2026-03`, or a quarter, `2026-Q1`. */
export interface Period {
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
}

/** The period in which a day lies; its first begins on that day. */
export function periodFrom(every: ReportEvery, day: Day): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const last = every === 'month' ? month : Math.ceil(month / 3) * 3;
  const next = last === 12 ? `${year + 1}-01-01` : `${year}-${String(last + 1).padStart(2, '0')}-01`;
  return { period: every === 'month' ? day.slice(0, 7) : `${year}-Q${last / 3}`, from: day, to: addDays(next, -1) };
}

export function periodAfter(every: ReportEvery, { to }: Pick<Period, 'to'>): Period {
  return periodFrom(every, addDays(to, 1));
}
