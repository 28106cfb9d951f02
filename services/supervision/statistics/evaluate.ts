import type { Day } from '#libs/contracts/time.js';
import { addDays } from '#libs/calendar/day.js';
import { dayOf } from '#libs/contracts/time.js';
import type { Metric, Term } from './metrics.js';
import { COMPOSITE, compositeParts } from './metrics.js';
import type { Period } from './period.js';
import type { Sum } from './sums.js';

/** A figure with what it is made of. `value`: per cent with two decimals, a number, or Fen; null where the whole is empty. */
export interface Figure {
  readonly metric: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export type Weights = Readonly<Record<(typeof compositeParts)[number], number>>;

/** The figures of one period out of the sums of one group. `on`: the day on which it is asked; limits whose day is not over have not fallen due. */
export function figuresOf(metrics: readonly Metric[], sums: readonly Sum[], period: Period, on: Day, weights?: Weights): Figure[] {
  const figures = metrics.map((metric): Figure => {
    const numerator = total(metric.numerator, sums, period, on);
    if (!metric.denominator) return { metric: metric.id, value: numerator, numerator: null, denominator: null };
    const denominator = total(metric.denominator, sums, period, on);
    return { metric: metric.id, value: percent(numerator, denominator), numerator, denominator };
  });
  return weights ? [...figures, compositeOf(figures, weights)] : figures;
}

function total(terms: readonly Term[], sums: readonly Sum[], period: Period, on: Day): number {
  return terms.reduce((sum, term) => sum + (term.minus ? -1 : 1) * sums.filter((one) => counts(term, one, period, on)).reduce((all, { n, amount }) => all + (term.measure ? amount : n), 0), 0);
}

function counts({ kinds, window, part }: Term, { kind, part: of, on: day }: Sum, { from, to }: Period, on: Day): boolean {
  if (!kinds.includes(kind) || (part !== undefined && part !== of)) return false;
  switch (window) {
    case 'in': return from <= day && day <= to;
    case 'due': return from <= day && day <= to && day < on;
    case 'before': return day < from;
    case 'year': return day.slice(0, 4) === to.slice(0, 4);
    case 'standing': return true;
  }
}

export function percent(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : Math.round((numerator / denominator) * 10_000) / 100;
}

/** From the unrounded rates, so that it does not move by how the three are printed. */
export function compositeOf(figures: readonly Figure[], weights: Weights): Figure {
  let sum = 0;
  for (const part of compositeParts) {
    const found = figures.find(({ metric }) => metric === part);
    if (!found?.denominator) return { metric: COMPOSITE, value: null, numerator: null, denominator: null };
    sum += weights[part] * (found.numerator! / found.denominator);
  }
  return { metric: COMPOSITE, value: Math.round(sum * 10_000) / 100, numerator: null, denominator: null };
}

/** 同比, 环比: (this − base) ÷ base, in per cent; null without a base or with a base of 0. */
export function changeOf(value: number | null, base: number | null): number | null {
  return value === null || base === null || base === 0 ? null : Math.round(((value - base) / base) * 10_000) / 100;
}

/** The months that must be counted day by day, named by days in them. */
export function edgesFor(periods: readonly Period[], at: string): Day[] {
  const on = dayOf(at);
  return [...new Set([...periods.flatMap(({ from, to }) => [from, addDays(to, 1)]), ...(periods.some(({ from, to }) => from <= on && on <= to) ? [on] : [])])]; // Beyond a period the day of the question cuts nothing.
}
