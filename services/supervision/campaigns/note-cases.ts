import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { addRows } from '#libs/runtime/add-rows.js';
import type { Effect } from '#libs/runtime/service.js';
import type { CampaignCase } from './campaign-case.projection.js';
import { campaignCase, concernsCampaigns } from './campaign-case.projection.js';

/** A row and until which position it was true; null: it is so still. */
type Version = CampaignCase & { readonly until: string | null; readonly replacedAt: string | null };

/**
 * Keeps every version of what campaigns ask of a case, each from its position to the next: so that the figures of any past position are one
 * query, and the same one as those of today.
 */
export const noteCampaignCases: Effect = async (chunk, tx) => {
  const concerned = chunk.filter(concernsCampaigns);
  if (concerned.length === 0) return;
  const known = await standing(tx, [...new Set(concerned.map(({ caseId }) => caseId))]);
  const versions = new Map<string, CampaignCase[]>();
  for (const event of concerned) note(event, known, versions);
  const rows = [...versions.values()].flatMap((each) => each.map((row, at): Version => ({ ...row, until: each[at + 1]?.position ?? null, replacedAt: each[at + 1]?.recordedAt ?? null })));
  if (rows.length === 0) return;
  const firsts = [...versions.values()].map(([first]) => first!);
  await tx.query(
    `UPDATE supervision.campaign_case c SET until = n.position, "replacedAt" = n.at FROM unnest($1::uuid[], $2::bigint[], $3::timestamptz[]) AS n("caseId", position, at) WHERE c."caseId" = n."caseId" AND c.until IS NULL`,
    [firsts.map(({ caseId }) => caseId), firsts.map(({ position }) => position), firsts.map(({ recordedAt }) => recordedAt)]);
  await addRows(tx, 'supervision.campaign_case', rows);
};

function note(event: PublishedEvent, known: Map<string, CampaignCase>, versions: Map<string, CampaignCase[]>): void {
  const before = known.get(event.caseId);
  if (before && BigInt(event.position) <= BigInt(before.position)) return; // Told again.
  const after = campaignCase(before, event);
  if (!after || after === before) return;
  known.set(event.caseId, after);
  versions.set(event.caseId, [...(versions.get(event.caseId) ?? []), after]);
}

async function standing(tx: ClientBase, cases: readonly string[]): Promise<Map<string, CampaignCase>> {
  const { rows } = await tx.query<{ row: CampaignCase & { until: null; replacedAt: null } }>(`SELECT to_jsonb(c) AS row FROM supervision.campaign_case c WHERE c."caseId" = ANY($1::uuid[]) AND c.until IS NULL`, [cases]);
  return new Map(rows.map(({ row: { until: _, replacedAt: __, ...row } }) => [row.caseId, { ...row, position: String(row.position) }]));
}
