import type { Pool } from 'pg';
import { instantOf } from '#libs/contracts/time.js';
import type { PackName } from '#libs/policy/law-book.js';
import type { Caller } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import type { CasePackRow } from './case-pack.projection.js';

/** The cases that some packs have routed, as far as they lie in the caller's divisions. */
export interface Touched {
  readonly count: number;
  readonly cases: readonly Omit<CasePackRow, 'handlingDivision'>[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

/** In the order of the log, after a position. */
export async function touchedBy(pool: Pool, packs: readonly PackName[], caller: Caller, { limit, after = '0' }: { readonly limit: number; readonly after?: string | undefined }): Promise<Touched> {
  const where = `FROM routing.case_pack c JOIN unnest($1::text[], $2::text[]) AS p(division, version) ON c."packDivision" = p.division AND c."packVersion" = p.version
    WHERE (c.division LIKE ANY($3) OR c."handlingDivision" LIKE ANY($3))`;
  const values = [packs.map(({ division }) => division), packs.map(({ version }) => version), scopeOf(caller).patterns()];
  const counted = await pool.query<{ count: number }>(`SELECT count(*)::int AS count ${where}`, values);
  const { rows } = await pool.query<CasePackRow & { ms: number }>(
    `SELECT c."caseId", c.division, c."packDivision", c."packVersion", (extract(epoch FROM c.at) * 1000)::float8 AS ms, c.position ${where} AND c.position > $4 ORDER BY c.position LIMIT $5`, [...values, after, limit]);
  const cases = rows.map(({ caseId, division, packDivision, packVersion, ms, position }) => ({ caseId, division, packDivision, packVersion, at: instantOf(ms), position: String(position) }));
  return { count: counted.rows[0]!.count, cases, next: rows.length === limit ? cases.at(-1)!.position : null };
}
