import type { Pool } from 'pg';
import type { Scoped } from '#libs/security/scope.js';
import type { Term } from './metrics.js';
import type { Period } from './period.js';
import { GROUPS } from './sums.js';
import type { Asked } from './sums.js';

interface Behind extends Pick<Asked, 'by' | 'level' | 'position' | 'only'> {
  readonly terms: readonly Term[];
  readonly period: Period;
  readonly on: string;
  readonly scope: Scoped;
  /** Which group of `by`; undefined for all. */
  readonly group?: string | undefined;
  /** Cases for which only these terms stand, not those: the rest of the whole. */
  readonly except?: readonly Term[] | undefined;
}

export interface CaseBehind { readonly caseId: string; readonly caseNumber: string; readonly state: string; readonly division: string; readonly lead: string | null; readonly facts: number }

const CASES_MAX = 200;

/** The cases that a number counts, as they stood at its position; at most two hundred, and how many there are. */
export async function casesBehind(pool: Pool, { terms, except = [], period, on, position, by, level, group, scope, only = {} }: Behind): Promise<{ readonly total: number; readonly cases: readonly CaseBehind[] }> {
  const values: unknown[] = [position, scope.patterns()];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = ['f.since <= $1', '(f.until IS NULL OR f.until > $1)', 'c.division LIKE ANY($2)'];
  if (group !== undefined) where.push(`${GROUPS[by].replaceAll('$level', String(level))} = ${bind(group)}`);
  for (const [column, value] of Object.entries(only)) if (value !== undefined) where.push(`c.${column} = ${bind(value)}`);
  const any = (some: readonly Term[]): string => `(${some.map((term) => conditionOf(term, period, on, bind)).join(' OR ')})`;
  const found = (some: readonly Term[]): string => `SELECT f."caseId", count(*)::int AS facts FROM supervision.case_facts f JOIN supervision.fact_cells c USING (cell) WHERE ${where.join(' AND ')} AND ${any(some)} GROUP BY 1`;
  const plus = terms.filter(({ minus }) => !minus);
  const gone = [...terms.filter(({ minus }) => minus), ...except];
  const sets = `WITH found AS MATERIALIZED (${found(plus)}${gone.length > 0 ? ` HAVING f."caseId" NOT IN (SELECT "caseId" FROM (${found(gone)}) g)` : ''})`;
  const { rows } = await pool.query<CaseBehind & { total: number }>(
    `${sets} SELECT v."caseId", v."caseNumber", v.state, v."handlingDivision" AS division, v.lead, found.facts, (SELECT count(*)::int FROM found) AS total
     FROM found JOIN supervision.case_view v USING ("caseId") ORDER BY v."caseNumber" LIMIT ${CASES_MAX}`, values);
  return { total: rows[0]?.total ?? 0, cases: rows.map(({ total: _, ...one }) => one) };
}

function conditionOf({ kinds, window, part }: Term, { from, to }: Period, on: string, bind: (value: unknown) => string): string {
  const conditions = [`f.kind = ANY(${bind(kinds)}::text[])`];
  if (part !== undefined) conditions.push(`c.part = ${bind(part)}`);
  if (window === 'in' || window === 'due') conditions.push(`f.day BETWEEN ${bind(from)} AND ${bind(to)}`);
  if (window === 'due') conditions.push(`f.day < ${bind(on)}`);
  if (window === 'before') conditions.push(`f.day < ${bind(from)}`);
  if (window === 'year') conditions.push(`f.day BETWEEN ${bind(`${to.slice(0, 4)}-01-01`)} AND ${bind(`${to.slice(0, 4)}-12-31`)}`);
  return `(${conditions.join(' AND ')})`;
}
