import type { ClientBase, Pool } from 'pg';

/**
 * A case is in one group at most. Each time that it comes into one, its group claims the case's next turn (`<caseId>/3`), which nobody
 * can claim twice: of two groups that reach for a case at once, one gets it. The holder of the last turn is the group it was in last.
 */
const SPACE = 'group-member';

export interface Membership {
  /** How often the case came into a group so far. */
  readonly turns: number;
  /** The group of the last turn. */
  readonly group: string | null;
}

export async function membershipsOf(db: Pool | ClientBase, cases: readonly string[]): Promise<ReadonlyMap<string, Membership>> {
  const found = new Map<string, Membership>(cases.map((caseId) => [caseId, { turns: 0, group: null }]));
  for (let turn = 1, asked = [...found.keys()]; asked.length > 0; turn++) {
    const { rows } = await db.query<{ value: string; group: string }>('SELECT value, case_id AS "group" FROM es.claims WHERE space = $1 AND value = ANY($2)', [SPACE, asked.map((caseId) => `${caseId}/${turn}`)]);
    asked = rows.map(({ value, group }) => {
      const caseId = value.slice(0, value.indexOf('/'));
      found.set(caseId, { turns: turn, group });
      return caseId;
    });
  }
  return found;
}

/** The turns of cases that were never in a group. */
export function firstTurns(cases: readonly string[]): { space: string; value: string }[] {
  return cases.map((caseId) => ({ space: SPACE, value: `${caseId}/1` }));
}

export function nextTurns(memberships: ReadonlyMap<string, Membership>): { space: string; value: string }[] {
  return [...memberships].map(([caseId, { turns }]) => ({ space: SPACE, value: `${caseId}/${turns + 1}` }));
}
