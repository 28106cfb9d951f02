import type { Pool } from 'pg';
import { scopeOf } from '#libs/security/scope.js';
import type { Counted } from '../clocks/clock-view.js';

/** A year's notice for a place. */
export interface NoticeFor {
  readonly division: string;
  readonly year: number;
}

/** An open clock that a notice may move, with what is needed to count it again and to name it. */
export interface OpenClock {
  readonly caseId: string;
  readonly clock: string;
  readonly caseNumber: string;
  readonly kind: string;
  readonly order: number | null;
  readonly status: 'running' | 'suspended';
  readonly startedAt: string;
  readonly due: string;
  readonly provisionalDue: string | null;
  readonly counted: Counted;
  /** Where the case was received: its calendar is of this place. */
  readonly division: string;
  readonly handlingDivision: string;
  readonly department: string | null;
}

/**
 * Clocks that run or stand still, have not breached and count days. A notice names days of its year and of the December before it: what
 * ends before them does not move, unless it is counted backward. Hours run through all days, and a date that was named is nobody's sum.
 */
const COUNTS_DAYS = `k.status IN ('running', 'suspended') AND NOT k.breached AND coalesce(k.counted ->> 'unit', '') NOT IN ('hours', 'date')
  AND (k.due COLLATE "C" >= $1 OR k.counted ->> 'unit' = 'backwardWorkingDays')`;
const MAY_MOVE = `${COUNTS_DAYS} AND c.division LIKE ANY($2)`;

function reach({ division, year }: NoticeFor): [from: string, places: readonly string[]] {
  return [`${year - 1}-12-01`, scopeOf({ divisions: [division] }).patterns()];
}

/** The next cases after one, by id, that may have such clocks: those of the read table, what is no case and knows its place itself, and those whose newest events it could not take in. */
export async function casesToReissue(pool: Pool, notice: NoticeFor, after: string | null, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT DISTINCT k."caseId" AS id FROM supervision.clock_view k LEFT JOIN supervision.case_view c USING ("caseId") WHERE ${COUNTS_DAYS} AND (c.division LIKE ANY($2) OR c."caseId" IS NULL) AND ($3::uuid IS NULL OR k."caseId" > $3)
     UNION SELECT case_id FROM supervision.parked WHERE $3::uuid IS NULL OR case_id > $3 ORDER BY 1 LIMIT $4`, [...reach(notice), after, limit]);
  return rows.map(({ id }) => id);
}

/** The next open clocks after one, by case and clock, of the cases in these places. */
export async function openClocks(pool: Pool, notice: NoticeFor, scope: readonly string[], after: readonly [caseId: string, clock: string] | null, limit: number): Promise<OpenClock[]> {
  const { rows } = await pool.query<OpenClock>(
    `SELECT k."caseId", k.clock, c."caseNumber", k.kind, k."order", k.status, k."startedAt", k.due, k."provisionalDue", k.counted, c.division, c."handlingDivision",
       coalesce(jsonb_path_query_first(c.orders, '$[*] ? (@.order == $o).department', jsonb_build_object('o', coalesce(k."order", 0))) #>> '{}', c.lead) AS department
     FROM supervision.clock_view k JOIN supervision.case_view c USING ("caseId")
     WHERE ${MAY_MOVE} AND k.counted IS NOT NULL AND (c.division LIKE ANY($3) OR c."handlingDivision" LIKE ANY($3)) AND ($4::uuid IS NULL OR (k."caseId", k.clock) > ($4, $5::uuid))
     ORDER BY k."caseId", k.clock LIMIT $6`, [...reach(notice), scope, after?.[0] ?? null, after?.[1] ?? null, limit]);
  return rows;
}
