import type { Pool } from 'pg';
import type { Scoped } from '#libs/security/scope.js';

/** What cases in one cell of `supervision.case_tally` share. */
export type Aspect = 'division' | 'handlingDivision' | 'state' | 'lead' | 'category' | 'channel' | 'closed';
/** What is added up over them; money in Fen. The database keeps the sums as the lines of cases change. */
const sums = ['cases', 'withBreach', 'withWarning', 'escalated', 'listed', 'ownerless', 'stuck', 'returnedTwice', 'unpaidCases', 'unpaidFen'] as const;
export type Sum = (typeof sums)[number];
export type Counted = Readonly<Record<Sum, number> & Record<Exclude<Aspect, 'closed'>, string | null> & { readonly closed: boolean }>;

/** For each set of aspects the sums by every combination of their values that has a case; all in one reading of the cells. */
export async function tallied(pool: Pool, scope: Scoped, ...sets: readonly (readonly Aspect[])[]): Promise<readonly (readonly Counted[])[]> {
  const columns = [...new Set(sets.flat())];
  const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
  const { rows } = await pool.query<Counted & { readonly set: number }>(
    `SELECT ${quoted(columns)}, grouping(${quoted(columns)}) AS set, ${sums.map((name) => `sum("${name}")::float8 AS "${name}"`).join(', ')} FROM supervision.case_tally WHERE division LIKE ANY($1) OR "handlingDivision" LIKE ANY($1)
     GROUP BY GROUPING SETS (${sets.map((set) => `(${quoted(set)})`).join(', ')}) HAVING sum(cases) <> 0`, [scope.patterns()]);
  const without = (set: readonly Aspect[]): number => columns.reduce((bits, column) => bits * 2 + (set.includes(column) ? 0 : 1), 0); // As `grouping` has it: a bit for each column that was summed over.
  return sets.map((set) => rows.filter((row) => row.set === without(set)));
}
