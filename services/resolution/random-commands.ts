import fc from 'fast-check';
import type { Decider } from '#libs/decider/decider.js';
import type { Law } from '#libs/decider/model.js';
import { follow, searchUntilDone } from '#libs/decider/model.js';
import type { Fields } from './any-order.js';

interface Given {
  readonly type: string;
  readonly at: string;
}
const DAYS_MAX = 120;
const ONE_DAY_MS = 86_400_000;
const ROW_MAX = 50;
/** A longer search, where somebody asks for one. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 500);

/** A day of the model's year by its number: `day(0)` is the first of March. */
export function day(n: number): string {
  return new Date(Date.UTC(2026, 2, 1) + n * ONE_DAY_MS).toISOString().slice(0, 10);
}
export function at(n: number): string {
  return `${day(n)}T09:00:00+08:00`;
}
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / ONE_DAY_MS);
}
export const someDay = fc.integer({ min: 0, max: DAYS_MAX + 30 }).map(day);

const someone = fc.constantFrom('officer:a', 'supervisor:b', 'process:resolution');

/**
 * Drives a desk with rows of up to 50 commands, lawful and not: a lawful course as far as chance takes it, and anything
 * among it or after it. fast-check names seed and path and shrinks the row where the desk and the law disagree. Each
 * command must have had its effect somewhere, else the rows show nothing about it.
 */
export function obeys<State, Command extends Given, Event extends Given>(
  decider: Decider<State, Command, Event>, law: Law<Command>, fields: Fields<Command>, courses: readonly (readonly Command[])[], byFields: readonly string[] = [],
): void {
  const types = Object.keys(fields) as Command['type'][];
  const command = fc.constantFrom(...types).chain((type) => fc.tuple(fc.integer({ min: 0, max: DAYS_MAX }), someone, fields[type])
    .map(([n, by, rest]) => ({ ...(rest as object), type, at: at(n), by }) as unknown as Command));
  const rows = fc.tuple(fc.constantFrom(...courses), fc.nat(ROW_MAX), fc.array(command, { maxLength: ROW_MAX, size: 'max' }), fc.constantFrom('among', 'after', 'anyhow'))
    .map(([course, length, others, how]) => {
      const row = [...course.slice(0, length), ...others].slice(0, ROW_MAX);
      if (how === 'among') return row.sort(byTime);
      return how === 'after' ? [...row.slice(0, course.length), ...row.slice(course.length).sort(byTime)] : row;
    });
  searchUntilDone<Command>(types, (seen, drawn) => fc.assert(fc.property(rows, (row) => seen(follow(decider, law, byFields, row))), { numRuns: RUNS, ...drawn }));
}

function byTime(a: Given, b: Given): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}
