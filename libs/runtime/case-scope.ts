import type { Pool } from 'pg';
import type { Refusal} from '#libs/decider/refusal.js';
import type { Caller } from '#libs/security/caller.js';
import type { Role } from '#libs/security/roles.js';
import { inScope } from '#libs/security/scope.js';
import { refuse } from './case-scope.refusals.js';

/** The divisions that each case concerns: where it was received, and every place that ever held one of its orders. `OFFSET 0`: each event is parsed once. */
const DIVISIONS = `SELECT DISTINCT e.case_id AS "caseId", d.division FROM es.events e, LATERAL (SELECT e.data::jsonb AS j OFFSET 0) AS p, LATERAL (VALUES
    (p.j ->> 'division'), (p.j #>> '{unit,division}'), (p.j #>> '{to,division}'), (p.j #>> '{decision,handlingDivision}')) AS d(division)
  WHERE e.case_id = ANY($1) AND (e.type = 'intake.claim-filed' OR (e.type LIKE 'routing.%' AND e.stream_id LIKE 'assignment/%')) AND d.division IS NOT NULL`;

/** Of these cases, those that lie in the caller's divisions. */
export async function casesInScope(pool: Pool, caller: Caller, cases: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ caseId: string; division: string }>(DIVISIONS, [cases]);
  return new Set(rows.filter(({ division }) => inScope(caller.divisions, division)).map(({ caseId }) => caseId));
}

/** Refuses, as if it did not exist, a case that lies outside the caller's divisions. A case that changed hands stays visible to both sides. */
export async function ensureInScope(pool: Pool, caller: Caller, caseId: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ division: string }>(DIVISIONS, [[caseId]]);
  const divisions = rows.map(({ division }) => division);
  if (!divisions.some((division) => inScope(caller.divisions, division))) throw refuse('NO_SUCH_CASE') satisfies Refusal;
  return divisions;
}

/** The person of a case, by whom a worker is known as its own; null where nobody is named. Refuses a case that the caller, in this role, may not see. */
export async function ensureOwnOrInScope(pool: Pool, caller: Caller, role: Role, caseId: string): Promise<string | null> {
  const subject = await subjectOf(pool, caseId);
  if (role !== 'worker') await ensureInScope(pool, caller, caseId);
  else if (subject !== caller.subject || (await isRenumbered(pool, caseId))) throw refuse('NO_SUCH_CASE') satisfies Refusal;
  return subject;
}

/** A case whose identity number was corrected is not the account's that had the wrong one; whose it is has the tracking code. */
async function isRenumbered(pool: Pool, caseId: string): Promise<boolean> {
  const { rows } = await pool.query(`SELECT 1 FROM es.events WHERE stream_id = $1 AND type = 'intake.personal-data-corrected' AND data::jsonb -> 'idNumber' <> 'null'`, [`claim/${caseId}`]);
  return rows.length > 0;
}

/** The person of a case; null where nobody is named, or there is no such case. */
export async function subjectOf(pool: Pool, caseId: string): Promise<string | null> {
  return (await subjectsOf(pool, [caseId])).get(caseId) ?? null;
}

/** The persons of cases; a case that names nobody is left out. */
export async function subjectsOf(pool: Pool, cases: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ caseId: string; subject: string | null }>(
    `SELECT case_id AS "caseId", data::jsonb #>> '{requester,subject}' AS subject FROM es.events WHERE stream_id = ANY($1) AND version = 1`, [cases.map((caseId) => `claim/${caseId}`)]);
  return new Map(rows.flatMap(({ caseId, subject }) => (subject === null ? [] : [[caseId, subject] as const])));
}
