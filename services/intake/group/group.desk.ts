import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClientBase, Pool } from 'pg';
import type { Desk } from '#libs/runtime/desk.js';
import type { Product } from '#libs/runtime/product.js';
import { group } from './group.decider.js';
import { gathered, gatherersAmong, gatheringOf } from './gathering.js';
import { GATHERED_AFTER } from './group.process.js';
import { membershipsOf } from './memberships.js';

/** The desk of collective cases. Whether a member's case is closed is read where it stands: in the case's own history. */
export function groupDesk(product: Pick<Product, 'pool' | 'policies' | 'blindIndex'>): Desk<typeof group, ReadonlySet<string>> {
  const { pool, policies } = product;
  return {
    service: 'intake', stream: 'group', decider: group,
    look: gatherersAmong,
    async streamIdOf(event, tx, _, gatherers) {
      if (!GATHERED_AFTER.includes(event.type)) return groupOf(event, tx);
      return gatherers.has(event.caseId) ? gatheringOf(event, tx, policies) : undefined;
    },
    claims: (command) => ('turns' in command ? command.turns ?? [] : []),
    async prepare(command, { caseId, state, event, tx }) {
      if (command.type === 'JoinGroup' && event && tx) return gathered({ group: caseId, event, tx, state: await state(), at: command.at }, product);
      if (command.type !== 'NoteMembers') return command;
      const members = [...(await state()).members.keys()];
      const closed = await closedAmong(pool, members);
      return { ...command, closed: [...closed], open: members.filter((caseId) => !closed.has(caseId)) };
    },
  };
}

/** The group that a fact concerns: its own, or the one in which the case was last. */
async function groupOf({ stream, caseId }: PublishedEvent, tx: ClientBase): Promise<string | undefined> {
  if (stream.startsWith('group/')) return caseId;
  return (await membershipsOf(tx, [caseId])).get(caseId)?.group ?? undefined;
}

/** Of these cases, those that are closed now. */
export async function closedAmong(pool: Pool, cases: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ caseId: string }>(
    `SELECT case_id AS "caseId" FROM (SELECT DISTINCT ON (case_id) case_id, type FROM es.events WHERE case_id = ANY($1) AND type IN ('resolution.case-closed', 'resolution.case-reopened') ORDER BY case_id, pos DESC) last
     WHERE type = 'resolution.case-closed'`, [cases]);
  return new Set(rows.map(({ caseId }) => caseId));
}
