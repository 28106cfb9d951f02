import { readFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import { addDays } from '#libs/calendar/day.js';
import { calendarOf } from '#libs/calendar/working-days.js';
import type { Period } from '#libs/policy/due.js';
import { dueOf, explain, warnAt } from '#libs/policy/due.js';
import type { Finding, Part, Workload } from './measure.js';
import { sideBySide } from './measure.js';

/** Due dates of every unit, bare, with their warnings and explained day by day, beside a package that counts working days and nothing else. */
export const part: Part = { name: 'deadlines', run };

/** The kinds of clock that the law has: short and long, in each unit, one paused and extended. */
const RULES = {
  working_days_5: { n: 5, unit: 'workingDays' }, working_days_60: { n: 60, unit: 'workingDays' },
  calendar_days_45: { n: 45, unit: 'calendarDays' }, calendar_days_45_paused_extended: { n: 45, unit: 'calendarDays', extension: 15 },
  year: { n: 1, unit: 'years' }, hours_24: { n: 24, unit: 'hours' }, backward_5: { n: 5, unit: 'backwardWorkingDays' },
} as const satisfies Record<string, Period>;
type Name = keyof typeof RULES;
interface Asked { readonly period: Period; readonly start: string }

async function run(): Promise<Finding> {
  const calendar = calendarOf(JSON.parse(readFileSync('policies/000000/2026-01-01/calendar.json', 'utf8')));
  const names = Object.keys(RULES) as Name[];
  const days = Array.from({ length: 200 }, (_, index) => addDays('2025-03-20', index));
  const asked = new Map(names.map((name) => [name, days.map((day): Asked => askedFor(name, day))]));
  const all = days.flatMap((_, index) => names.map((name) => asked.get(name)![index]!));
  const due = (of: readonly Asked[], index: number) => dueOf(of[index % of.length]!.period, of[index % of.length]!.start, calendar);
  const told = (of: readonly Asked[], index: number) => explain(of[index % of.length]!.period, of[index % of.length]!.start, calendar);
  const loop = (work: (index: number) => unknown): Workload => (count) => { for (let index = 0; index < count; index++) work(index); };
  const rates = await sideBySide({
    due: loop((index) => due(all, index)),
    scheduled: loop((index) => warnAt(due(all, index).due, { n: 3, unit: 'workingDays' }, calendar)),
    explained: loop((index) => told(all, index)),
    mixed: loop((index) => (index % 10 === 0 ? told(all, index) : due(all, index))),
    working: loop((index) => due(asked.get('working_days_60')!, index)),
    floor: loop((index) => chineseDays.findWorkday(60, days[index % 200])),
  });
  const units = await sideBySide(Object.fromEntries(names.flatMap((name) => [
    [`${name}_per_second`, loop((index) => due(asked.get(name)!, index))], [`${name}_explained_per_second`, loop((index) => told(asked.get(name)!, index))],
  ])), 3);
  return {
    part: 'deadlines',
    figures: {
      deadlines_per_second: rates.due, deadlines_with_warning_per_second: rates.scheduled, deadlines_explained_per_second: rates.explained,
      deadlines_one_in_ten_explained_per_second: rates.mixed, chinese_days_60_working_days_per_second: rates.floor, ...units,
    },
    ratios: { deadlines_chinese_days: rates.working / rates.floor, deadlines_goal: rates.mixed / 200_000 },
    notes: ['Seven kinds of clock in turn over 200 days from 2025-03-20, one thread. chinese-days 1.5.7: findWorkday(60, day), without pauses, roll or a guard for years it does not know.', 'deadlines_goal: one computation in ten explained with every day, beside the goal of 200,000 a second.'],
  };
}

function askedFor(name: Name, day: string): Asked {
  const suspended = [{ from: addDays(day, 18), to: addDays(day, 39), reason: 'publicNotice', by: 'arbitrator:7' }];
  const period = name === 'calendar_days_45_paused_extended' ? { ...RULES[name], suspended } : RULES[name];
  return { period, start: period.unit === 'hours' ? `${day}T10:15:00+08:00` : day };
}
