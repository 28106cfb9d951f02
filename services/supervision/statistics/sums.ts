import type { Pool } from 'pg';
import type { Day } from '#libs/contracts/time.js';
import type { Scoped } from '#libs/security/scope.js';
import type { Aspect } from './blocks.js';
import { aspects, BLOCK } from './blocks.js';
import type { FactKind } from './fact.js';

/** By what figures are told apart. `level` is that of a division's code: province 2, prefecture 4, county 6. */
export const groupings = ['division', 'department', 'track', 'category', 'channel', 'clock', 'stage', 'part', 'none'] as const;
export type Grouping = (typeof groupings)[number];

/** So many facts of one kind and group, in one month; in a month that a period begins or ends in, on one day. */
export interface Sum {
  readonly kind: FactKind;
  readonly group: string;
  readonly part: string;
  readonly on: Day;
  readonly n: number;
  readonly amount: number;
}

export interface Asked {
  readonly kinds: readonly FactKind[];
  readonly by: Grouping;
  readonly level: 2 | 4 | 6 | 9;
  /** As of this position of the log. */
  readonly position: string;
  /** Days on which something begins or ends: the months that they lie in are counted day by day. First days of a month need not be named. */
  readonly edges: readonly Day[];
  readonly scope: Scoped;
  /** Narrower than the scope. */
  readonly division?: Scoped | undefined;
  readonly only?: Partial<Record<'department' | 'track' | 'category' | 'channel', string>> | undefined;
}

/**
 * Facts as they stood at a position. Whole blocks of positions have been summed before; the rest is read. What became true after the position is left out,
 * what ceased after it is counted still: so the same position gives the same numbers for ever, however far the log has gone on.
 */
export async function sumsOf(pool: Pool, { kinds, by, level, position, edges, scope, division, only = {} }: Asked, blockSize = BLOCK): Promise<Sum[]> {
  const months = [...new Set(edges.filter((day) => !day.endsWith('-01')).map((day) => `${day.slice(0, 7)}-01`))];
  const aspect = aspectOf(by, only);
  const column = isAspect(by) ? by : aspect ?? 'none';
  const value = column === 'none' ? `''` : `c.${column}`;
  const values: unknown[] = [aspect === undefined ? 0 : Math.floor(Number(position) / blockSize), blockSize, kinds, months, position, scope.patterns(), aspect ?? 'none'];
  const bind = (one: unknown): string => `$${values.push(one)}`;
  const places = ['c.division LIKE ANY($6)', ...(division ? [`c.division LIKE ANY(${bind(division.patterns())})`] : [])].join(' AND ');
  const narrowed = Object.entries(only).filter(([, wanted]) => wanted !== undefined).map(([name, wanted]) => ({ name, wanted: bind(wanted) }));
  const raw = [places, ...narrowed.map(({ name, wanted }) => `c.${name} = ${wanted}`)].join(' AND ');
  const summed = [places, ...narrowed.map(({ wanted }) => `c.value = ${wanted}`)].join(' AND ');
  const fact = `f.kind, c.division, ${value} AS value, c.part`;
  const from = 'supervision.case_facts f JOIN supervision.fact_cells c USING (cell)';
  const byDay = `UNION ALL SELECT ${fact}, f.day, 1, f.amount FROM unnest($4::date[]) AS m(month) CROSS JOIN unnest($3::text[]) AS k(kind) JOIN supervision.case_facts f ON f.kind = k.kind AND f.day >= m.month AND f.day < m.month + interval '1 month'
         JOIN supervision.fact_cells c USING (cell) WHERE f.since <= $5 AND (f.until IS NULL OR f.until > $5) AND ${raw}`;
  const { rows } = await pool.query<{ kind: FactKind; group: string; part: string; on: string; n: string; amount: string }>(
    `WITH done AS MATERIALIZED (SELECT least($1::int, coalesce((SELECT min(b) FROM generate_series(0, $1::int) AS b WHERE NOT EXISTS (SELECT FROM supervision.fact_blocks_done d WHERE d.block = b)), $1::int)) AS blocks),
     rest AS MATERIALIZED (SELECT blocks::bigint * $2::bigint AS after FROM done),
     facts AS (
       SELECT c.kind, c.division, c.value, c.part, c.month AS day, c.n, c.amount FROM supervision.fact_blocks c WHERE c.aspect = $7 AND c.block < (SELECT blocks FROM done) AND c.kind = ANY($3::text[]) AND c.month <> ALL($4::date[]) AND ${summed}
       UNION ALL SELECT ${fact}, date_trunc('month', f.day)::date, 1, f.amount FROM ${from} WHERE f.since > (SELECT after FROM rest) AND f.since <= $5 AND f.kind = ANY($3) AND date_trunc('month', f.day)::date <> ALL($4::date[]) AND ${raw}
       UNION ALL SELECT ${fact}, date_trunc('month', f.day)::date, -1, -f.amount FROM ${from} WHERE f.until > (SELECT after FROM rest) AND f.until <= $5 AND f.kind = ANY($3) AND date_trunc('month', f.day)::date <> ALL($4::date[]) AND ${raw}
       ${months.length === 0 ? '' : byDay})
     SELECT kind, ${groupExpression(by, level)} AS "group", part, to_char(day, 'YYYY-MM-DD') AS "on", sum(n)::text AS n, sum(amount)::text AS amount FROM facts GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0 OR sum(amount) <> 0`, values);
  return rows.map(({ kind, group, part, on, n, amount }) => ({ kind, group, part, on, n: Number(n), amount: Number(amount) }));
}

const isAspect = (by: string): by is Aspect => (aspects as readonly string[]).includes(by) && by !== 'none';

/** Which sums answer the question; undefined where it asks for two aspects at once, which the facts alone tell. */
function aspectOf(by: Grouping, only: NonNullable<Asked['only']>): Aspect | undefined {
  const wanted = [...new Set([...(isAspect(by) ? [by] : []), ...Object.entries(only).flatMap(([name, value]) => (value === undefined ? [] : [name as Aspect]))])];
  return wanted.length > 1 ? undefined : wanted[0] ?? 'none';
}

function groupExpression(by: Grouping, level: number): string {
  if (by === 'division') return GROUPS.division.replaceAll('c.division', 'division').replaceAll('$level', String(level));
  if (isAspect(by)) return 'value';
  return GROUPS[by].replaceAll('c.part', 'part');
}

export const GROUPS: Readonly<Record<Grouping, string>> = {
  division: `CASE WHEN $level = 2 THEN left(c.division, 2) || '0000' WHEN $level = 4 THEN left(c.division, 4) || '00' ELSE left(c.division, $level) END`,
  department: 'c.department', track: 'c.track', category: 'c.category', channel: 'c.channel', clock: 'c.part', stage: `split_part(c.part, '-', 1)`, part: 'c.part', none: `''`,
};

export interface Late { readonly group: string; readonly days: number; readonly cases: number }

/** Clocks that are open beyond their due day at a position, by stage and by how many days on the day `on`. */
export async function overdueOf(pool: Pool, { position, scope, division, only = {} }: Pick<Asked, 'position' | 'scope' | 'division' | 'only'>, on: Day): Promise<Late[]> {
  const values: unknown[] = [position, on, scope.patterns()];
  const where = ['c.division LIKE ANY($3)'];
  if (division) where.push(`c.division LIKE ANY($${values.push(division.patterns())})`);
  for (const [column, value] of Object.entries(only)) if (value !== undefined) where.push(`c.${column} = $${values.push(value)}`);
  const { rows } = await pool.query<{ group: string; days: number; cases: number }>(
    `SELECT split_part(c.part, '-', 1) AS "group", ($2::date - f.day) AS days, count(*)::int AS cases FROM supervision.case_facts f JOIN supervision.fact_cells c USING (cell)
     WHERE f.kind = 'clockOverdue' AND f.since <= $1 AND (f.until IS NULL OR f.until > $1) AND ${where.join(' AND ')} GROUP BY 1, 2 ORDER BY 1, 2`, values);
  return rows;
}
