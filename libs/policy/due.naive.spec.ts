import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Step } from '#libs/calendar/explain.js';
import { sentencesOf } from '#libs/calendar/told.js';
import type { Calendar } from '#libs/calendar/working-days.js';
import { calendarOf } from '#libs/calendar/working-days.js';
import type { Pause, Period } from './due.js';
import { dueOf, explain } from './due.js';

/**
 * Every date is counted a second time here, by walking day after day with Date objects, and a third time from the steps of its explanation.
 * This file takes nothing from the code under test but the functions that it tests and the reader of `calendar.json`, and writes the
 * official days of 2025 and 2026 down once more. Only these two years are covered, so that both ends run into a year without notice.
 */
const DAY = 86_400_000;
const RUNS = { numRuns: 1500 };
const OFF = `2025-01-01 2025-01-28…2025-02-04 2025-04-04…2025-04-06 2025-05-01…2025-05-05 2025-05-31…2025-06-02 2025-10-01…2025-10-08
  2026-01-01…2026-01-03 2026-02-15…2026-02-23 2026-04-04…2026-04-06 2026-05-01…2026-05-05 2026-06-19…2026-06-21 2026-09-25…2026-09-27 2026-10-01…2026-10-07`;
const WORKED = '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10'.split(' ');

const plus = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const off = new Set(OFF.split(/\s+/).flatMap((range) => {
  const [from = '', to = from] = range.split('…');
  const all = [];
  for (let day = from; day <= to; day = plus(day, 1)) all.push(day);
  return all;
}));

const file = JSON.parse(readFileSync(new URL('../../policies/000000/2026-01-01/calendar.json', import.meta.url), 'utf8'));
const calendar = withYears({});
/** A notice that changes nothing: only weekends are off. */
const empty = (year: number) => ({ notice: `N${year}`, title: 'T', issuedOn: `${year}-01-01`, off: [] as object[], workingDays: [] as object[] });

function withYears(more: Readonly<Record<number, { readonly issuedOn: string }>>): Calendar {
  const { 2025: one, 2026: two } = file.years;
  const newest = ['2025-11-04', ...Object.values(more).map(({ issuedOn }) => issuedOn)].sort().at(-1);
  return calendarOf({ version: `cn-${newest}`, weekend: file.weekend, years: { ...more, 2025: one, 2026: two } });
}

/** [the date, whether a day of a year without notice had to be judged on the way] */
function naive({ n, unit, extension = 0, roll = true, suspended = [] }: Period, startedAt: string): [string, boolean] {
  let guessed = false;
  const works = (day: string): boolean => {
    if (day < '2025-01-01' || day > '2026-12-31') guessed = true;
    return !off.has(day) && (WORKED.includes(day) || ![0, 6].includes(new Date(day).getUTCDay()));
  };
  const start = startedAt.slice(0, 10);
  const length = n + (typeof extension === 'number' ? extension : extension.reduce((sum, one) => sum + one.n, 0));
  const stands = (day: string): boolean => suspended.some(({ from, to }) => day > from && day <= to);
  const toWork = (day: string): string => (works(day) ? day : toWork(plus(day, 1)));
  let day = start;
  if (unit === 'date') return [day, false];
  if (unit === 'backwardWorkingDays') {
    for (let left = length; left > 0;) if (works(day = plus(day, -1))) left--;
    return [day, guessed];
  }
  if (unit === 'workingDays') {
    for (let left = length; left > 0;) if (!stands(day = plus(day, 1)) && works(day)) left--;
    for (let next = standingAt(day); next; next = standingAt(day)) day = toWork(next);
    return [day, guessed];
  }
  const days = unit === 'calendarDays' ? length : Math.round((Date.parse(inMonths(start, unit === 'years' ? length * 12 : length)) - Date.parse(start)) / DAY);
  for (let left = days; left > 0;) if (!stands(day = plus(day, 1))) left--;
  for (let moved = true; moved;) {
    const next = standingAt(day) ?? (roll && suspended.some(({ from }) => from > day) ? standingAt(toWork(day)) : undefined);
    moved = next !== undefined;
    day = next ?? day;
  }
  return [roll ? toWork(day) : day, guessed];

  /** When the clock resumes that stands at the end of this day. */
  function standingAt(last: string): string | undefined {
    return suspended.filter(({ from, to }) => from <= last && to > last).map(({ to }) => to).sort().at(-1);
  }
}

/** The same date of a later month by the school rule: too long a day falls back to the month's last. */
function inMonths(start: string, months: number): string {
  const [year = 0, month = 0, date = 0] = start.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last.getUTCDate()))).toISOString().slice(0, 10);
}

/** Counts again from the steps alone, without a calendar; throws where a step does not follow from the one before. */
function recount(steps: readonly Step[]): string {
  const start = steps.find((step) => step.kind === 'start')!;
  const length = steps.reduce((sum, step) => sum + (step.kind === 'extended' ? step.n : 0), start.n);
  const next = start.unit === 'backwardWorkingDays' ? -1 : 1;
  let [at, counted, pending] = [start.at, 0, 0];
  let ending = false; // The days are counted; now it is asked whether the last is a day of rest.
  const must = (found: unknown, expected: unknown) => {
    if (found !== expected) throw new Error(`${String(found)} instead of ${String(expected)} in ${JSON.stringify(steps)}`);
  };
  for (const step of steps) {
    switch (step.kind) {
      case 'counted':
        must(step.from, plus(at, next));
        counted += Math.abs(Date.parse(step.to) - Date.parse(step.from)) / DAY + 1;
        must(step.count, counted);
        at = step.to;
        break;
      case 'makeUp': case 'skipped':
        must(step.day, ending ? at : plus(at, next));
        if (step.kind === 'makeUp') must(step.count, ending ? undefined : ++counted);
        at = plus(step.day, ending && step.kind === 'skipped' ? 1 : 0);
        break;
      case 'lastDay':
        at = start.unit === 'calendarDays' ? plus(at, length) : inMonths(start.at, start.unit === 'years' ? length * 12 : length);
        must(step.day, at);
        ending = true;
        break;
      case 'paused':
        if (step.unit === 'workingDays' && counted < length) must(step.first, plus(at, 1));
        if (step.unit === 'workingDays') at = step.last;
        if (step.unit === 'calendarDays') must(step.amount, (Date.parse(step.last) - Date.parse(step.first)) / DAY + 1);
        pending += step.amount;
        break;
      case 'shifted': must(step.day, at = plus(at, pending)); must(step.days, pending); break;
      case 'resumedOnLast': [at, pending, ending] = [step.day, 0, true]; break;
      case 'rolled': must(step.to, at); break;
      default: break;
    }
  }
  if (start.unit === 'workingDays' || start.unit === 'backwardWorkingDays') must(counted, length);
  return start.unit === 'hours' ? new Date(Date.parse(start.at) + length * 3_600_000 + pending + 8 * 3_600_000).toISOString().replace('.000Z', '+08:00') : at;
}

const aDay = fc.integer({ min: -60, max: 780 }).map((offset) => plus('2025-01-01', offset));
/** From before the start to long after the end, over festivals, one in the other, touching. */
const aPause = fc.tuple(fc.integer({ min: -30, max: 120 }), fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 60 })));
const aRule = fc.oneof(
  { weight: 4, arbitrary: fc.record({ n: fc.integer({ min: 0, max: 90 }), unit: fc.constantFrom('calendarDays' as const, 'workingDays' as const), extensions: fc.array(fc.nat(30), { maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ n: fc.integer({ min: 0, max: 3 }), unit: fc.constantFrom('months' as const, 'years' as const), extensions: fc.array(fc.nat(2), { maxLength: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ n: fc.integer({ min: 0, max: 60 }), unit: fc.constantFrom('backwardWorkingDays' as const, 'date' as const), extensions: fc.constant([] as number[]) }) },
);
const aCase = fc.record({ rule: aRule, roll: fc.boolean(), start: aDay, pauses: fc.array(aPause, { maxLength: 5 }) }).map(({ rule: { n, unit, extensions }, roll, start, pauses }) => ({
  start, period: { n, unit, roll, extension: extensions.map((more) => ({ n: more })), suspended: pauses.map(([from, length]) => ({ from: plus(start, from), to: plus(start, from + length) })) } satisfies Period,
}));
const dateOf = (period: Period, start: string, by = calendar): string => {
  const { due, provisionalDue } = dueOf(period, start, by);
  return provisionalDue ?? due;
};

describe('Every date in days, months and years', () => {
  it('is what walking day by day gives, and pending where a day of a year without notice had to be judged', () => {
    fc.assert(fc.property(aCase, ({ period, start }) => {
      const { due, provisionalDue } = dueOf(period, start, calendar);
      expect([provisionalDue ?? due, due === 'PENDING_CALENDAR']).toEqual(naive(period, start));
    }), { numRuns: 2000 });
  });

  it('is explained by steps from which alone it can be counted again', () => {
    fc.assert(fc.property(aCase, ({ period, start }) => {
      const { steps, ...explained } = explain(period, start, calendar);
      const due = dueOf(period, start, calendar);
      expect(explained).toEqual(due);
      expect(recount(steps)).toBe(due.provisionalDue ?? due.due);
      expect(sentencesOf(steps).flatMap(({ first, last }) => steps.slice(first, last + 1))).toEqual(steps);
      expect(steps.at(-1)).toEqual({ kind: 'due', due: due.provisionalDue ?? due.due, unit: period.unit, provisional: due.due === 'PENDING_CALENDAR' });
      expect(steps.some(({ kind }) => kind === 'uncovered') || due.due !== 'PENDING_CALENDAR').toBe(true);
    }), { numRuns: 2000 });
  });

  it('is the same whatever the hour of its start, and whatever the order of pauses and extensions', () => {
    fc.assert(fc.property(aCase, fc.integer({ min: 0, max: 1439 }), fc.infiniteStream(fc.nat(99)), ({ period, start }, minute, random) => {
      const shuffled = <One>(list: readonly One[]): One[] => list.map((one) => [random.next().value, one] as const).sort(([a], [b]) => a - b).map(([, one]) => one);
      const at = `${start}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+08:00`;
      const other = { ...period, extension: shuffled(period.extension), suspended: shuffled(period.suspended) };
      expect(dueOf(other, at, calendar)).toEqual(dueOf(period, start, calendar));
      expect(dueOf({ ...period, extension: period.extension.reduce((sum, { n }) => sum + n, 0) }, start, calendar)).toEqual(dueOf(period, start, calendar));
    }), RUNS);
  });

  it('is never earlier with another pause or a longer extension', () => {
    fc.assert(fc.property(aCase, aPause, fc.nat(9), ({ period, start }, [from, length], more) => {
      const paused = { ...period, suspended: [...period.suspended, { from: plus(start, from), to: plus(start, from + length) }] };
      expect(dateOf(paused, start) >= dateOf(period, start)).toBe(true);
      if (period.unit !== 'date' && period.unit !== 'backwardWorkingDays') expect(dateOf({ ...period, extension: [...period.extension, { n: more }] }, start) >= dateOf(period, start)).toBe(true);
    }), RUNS);
  });

  it('is the same where a pause is told in two pieces that touch', () => {
    fc.assert(fc.property(aCase, fc.nat(60), ({ period, start }, at) => {
      const [first, ...others] = period.suspended as readonly Pause[];
      if (!first) return;
      const middle = plus(first.from, at % ((Date.parse(first.to) - Date.parse(first.from)) / DAY + 1));
      expect(dateOf({ ...period, suspended: [{ from: first.from, to: middle }, { from: middle, to: first.to }, ...others] }, start)).toBe(dateOf(period, start));
    }), RUNS);
  });

  it('never lies within a time in which its clock stood', () => {
    fc.assert(fc.property(aCase, ({ period, start }) => {
      if (period.unit === 'date' || period.unit === 'backwardWorkingDays') return;
      const due = dateOf(period, start);
      for (const { from, to } of period.suspended) if (to > start) expect(from <= due && due < to).toBe(false);
    }), RUNS);
  });

  it('is never earlier for a later start, but for months with pauses, whose lengths differ', () => {
    fc.assert(fc.property(aCase, fc.integer({ min: 1, max: 40 }), ({ period, start }, later) => {
      fc.pre(period.n > 0); // A period of no days has no day to be paused on but its start.
      const plain = period.unit === 'months' || period.unit === 'years' ? { ...period, suspended: [] } : period;
      expect(dateOf(plain, plus(start, later)) >= dateOf(plain, start)).toBe(true);
    }), RUNS);
  });

  it('that is provisional becomes the date where the missing notices change nothing', () => {
    const full = withYears(Object.fromEntries([2021, 2022, 2023, 2024, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035].map((year) => [year, empty(year)])));
    fc.assert(fc.property(aCase, ({ period, start }) => {
      const { due } = dueOf(period, start, full);
      expect([due, due === 'PENDING_CALENDAR']).toEqual([dateOf(period, start), false]);
    }), RUNS);
  });

  it('that is not pending is moved by no notice that is still to come', () => {
    const named = { zh: '节', en: 'festival' };
    const upsideDown = (year: number) => ({ ...empty(year), off: [{ from: `${year}-01-01`, to: `${year}-12-31`, ...named }] });
    const strange = withYears({ 2021: upsideDown(2021), 2022: upsideDown(2022), 2023: upsideDown(2023), 2024: upsideDown(2024), 2027: upsideDown(2027), 2028: upsideDown(2028) });
    fc.assert(fc.property(aCase, ({ period, start }) => {
      const { due, ...rest } = dueOf(period, start, calendar);
      if (due !== 'PENDING_CALENDAR') expect(dueOf(period, start, strange)).toEqual({ due, ...rest, calendar: strange.version });
    }), RUNS);
  });
});

describe('Every instant of a clock of hours', () => {
  const at = (minute: number): string => new Date(Date.parse('2026-02-13T22:15:00Z') + minute * 60_000).toISOString().replace('.000Z', '+08:00');
  const aPauseOfHours = fc.tuple(fc.integer({ min: -900, max: 6000 }), fc.integer({ min: 0, max: 900 }));

  it('is what counting minute by minute gives, through nights and the festival, and can be counted again from its steps', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 72 }), fc.nat(24), fc.array(aPauseOfHours, { maxLength: 4 }), (n, extension, offsets) => {
      let minute = 0;
      for (let left = (n + extension) * 60; left > 0; minute++) if (!offsets.some(([from, length]) => minute >= from && minute < from + length)) left--;
      const period: Period = { n, unit: 'hours', extension, suspended: offsets.map(([from, length]) => ({ from: at(from), to: at(from + length) })) };
      const { due, steps } = explain(period, at(0), calendar);
      expect([due, dueOf(period, at(0), calendar).due, recount(steps)]).toEqual([at(minute), at(minute), at(minute)]);
    }), { numRuns: 1000 });
  });

  it('is the same in whatever zone its moments are written, to the millisecond', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), fc.integer({ min: 0, max: 300 }), fc.nat(99_999_999), fc.nat(99_999_999), (offset, n, from, length) => {
      const utc = (ms: number): string => new Date(Date.parse('2026-01-01T00:00:00Z') + ms).toISOString();
      const zoned = (ms: number): string => new Date(Date.parse('2026-01-01T08:00:00Z') + ms).toISOString().replace(/(\.000)?Z$/, '+08:00');
      const end = offset + n * 3_600_000 + (from < n * 3_600_000 ? length : 0);
      for (const write of [utc, zoned]) expect(dueOf({ n, unit: 'hours', suspended: [{ from: write(offset + from), to: write(offset + from + length) }] }, write(offset), calendar).due).toBe(zoned(end));
    }), RUNS);
  });
});
