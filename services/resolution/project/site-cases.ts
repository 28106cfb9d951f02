import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import type { Product } from '#libs/runtime/product.js';
import type { Effect } from '#libs/runtime/service.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { normalise } from '#libs/security/blind-index.js';

const PREFECTURE = 4;

/** The keyed fingerprint of a project's name in its prefecture: two cities may each have a 测试花园. Empty names have none. */
export function fingerprintOf(index: BlindIndex, division: string, name: string | null | undefined): string | null {
  const plain = name ? normalise('employer', name) : '';
  return plain === '' ? null : index.mac('employer', JSON.stringify(['project.v1', division.slice(0, PREFECTURE), plain])).toString('hex');
}

/** Keeps, beside the project files, which cases there are, where, and of which project by its name: so that a file shows its cases whichever came first. */
export function noteSiteCases({ blindIndex }: Pick<Product, 'blindIndex'>): Effect {
  return async (chunk, tx) => {
    const filed = chunk.filter(({ type }) => type === 'intake.claim-filed.v1').map(({ caseId, data }) => {
      const { caseNumber, division, receivedAt, category, project } = data as never as Extract<ClaimEvent, { type: 'ClaimFiled' }>;
      return { caseId, caseNumber, division, handlingDivision: division, receivedAt, category, fingerprint: fingerprintOf(blindIndex, division, project?.name), closed: false };
    });
    if (filed.length > 0) {
      await tx.query(`INSERT INTO resolution.site_case ("caseId", "caseNumber", division, "handlingDivision", "receivedAt", category, fingerprint, closed)
        SELECT "caseId", "caseNumber", division, "handlingDivision", "receivedAt", category, fingerprint, closed FROM jsonb_populate_recordset(NULL::resolution.site_case, $1::jsonb) ON CONFLICT DO NOTHING`, [JSON.stringify(filed)]);
    }
    await change(tx, '"handlingDivision" = n.value', lastOf(chunk, movedTo));
    await change(tx, 'closed = (n.value = \'closed\')', lastOf(chunk, ended));
    await change(tx, '"followedUpAt" = n.value::timestamptz', lastOf(chunk, followedUp));
  };
}

/** Of each case, the last value that a chunk gives it. */
function lastOf(chunk: readonly PublishedEvent[], valueOf: (event: PublishedEvent) => string | undefined): ReadonlyMap<string, string> {
  return new Map(chunk.flatMap((event) => { const value = valueOf(event); return value === undefined ? [] : [[event.caseId, value] as const]; }));
}

async function change(tx: ClientBase, set: string, values: ReadonlyMap<string, string>): Promise<void> {
  if (values.size === 0) return;
  await tx.query(`UPDATE resolution.site_case c SET ${set} FROM unnest($1::uuid[], $2::text[]) AS n("caseId", value) WHERE c."caseId" = n."caseId"`, [[...values.keys()], [...values.values()]]);
}

function movedTo({ type, data }: PublishedEvent): string | undefined {
  const { decision, order, to } = data as { decision?: { handlingDivision: string }; order?: number; to?: { division: string } };
  if (type === 'routing.case-routed.v1' || type === 'routing.case-rerouted.v1') return decision?.handlingDivision;
  return type.startsWith('routing.') && order === 0 ? to?.division : undefined;
}

function ended({ type }: PublishedEvent): string | undefined {
  if (type === 'resolution.case-closed.v1' || type === 'resolution.case-archived.v1') return 'closed';
  return type === 'resolution.case-reopened.v1' ? 'open' : undefined;
}

function followedUp({ stream, data }: PublishedEvent): string | undefined {
  return stream.startsWith('coordination/') ? String(data['at']) : undefined;
}
