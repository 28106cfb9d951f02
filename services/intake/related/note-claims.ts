import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';
import { addRows } from '#libs/runtime/add-rows.js';
import type { Product } from '#libs/runtime/product.js';
import type { Effect } from '#libs/runtime/service.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { GATHERED_AFTER } from '../group/group.process.js';
import { gatheringKinds, signsOf } from './signs.js';

type Of<Type extends ClaimEvent['type']> = Extract<ClaimEvent, { type: Type }>;

/**
 * Keeps a line and the signs of each claim. Then writes the row of each sign, in one order: claims of one employer come by different
 * partitions of the topic, and who comes second waits there and sees the first, or two halves of ten workers would each see five.
 */
export function noteClaims({ blindIndex }: Pick<Product, 'blindIndex'>): Effect {
  return async (chunk, tx) => {
    await noteFiled(chunk.filter(({ type }) => type === 'intake.claim-filed.v1'), tx, blindIndex);
    for (const event of chunk) await noteChange(event, tx);
    await noteOpen(chunk, tx);
    await noteGatherings(chunk, tx);
    const cases = [...new Set(chunk.filter(({ type }) => GATHERED_AFTER.includes(type)).map(({ caseId }) => caseId))];
    if (cases.length > 0) await tx.query(MEET, [cases, gatheringKinds]);
  };
}

const MEET = `INSERT INTO intake.gatherer AS g (mac, looks) SELECT mac, count(*) FROM intake.claim_sign WHERE "caseId" = ANY($1) AND kind = ANY($2) GROUP BY mac ORDER BY mac
  ON CONFLICT (mac) DO UPDATE SET looks = g.looks + excluded.looks`;

async function noteFiled(filed: readonly PublishedEvent[], tx: ClientBase, index: BlindIndex): Promise<void> {
  if (filed.length === 0) return;
  const known = filed.map((event) => {
    const claim: Of<'ClaimFiled'> = event.data as never;
    return { event, claim, signs: signsOf(claim, index) };
  });
  const lines = known.map(({ event: { caseId, position }, claim, signs }) => ({
    caseId, position, caseNumber: claim.caseNumber, division: claim.division, receivedAt: claim.receivedAt, open: true, ...demandOf(claim), ...factsOf(claim.facts),
    creditCode: hex(signs.find(({ kind }) => kind === 'employerCode')?.mac),
  }));
  await addRows(tx, 'intake.claim_line', lines);
  await addRows(tx, 'intake.claim_sign', known.flatMap((one) => one.signs.map(({ kind, mac }) => ({ caseId: one.event.caseId, kind, mac: hex(mac) }))));
}

/** Only labour claims gather: LDMA 7 speaks of labour disputes. Who asks or proposes something claims nothing; in D01 a demand without a matter is about wages. */
function demandOf({ category, kinds, matters, group, facts }: Pick<Of<'ClaimFiled'>, 'category' | 'kinds' | 'matters' | 'group'> & Partial<Pick<Of<'ClaimFiled'>, 'facts'>>): { category: string | null; matters: readonly string[]; gathers: boolean } {
  const asks = kinds.length > 0 && kinds.every((kind) => kind === 'consult' || kind === 'suggestion');
  return { category, matters: matters.length > 0 || category !== 'D01' ? matters : ['wages'], gathers: category === 'D01' && !asks && group === undefined && facts?.['commonClaim'] !== false };
}

function factsOf(facts: Readonly<Record<string, unknown>>): { workers: number; amount: number | null; periodFrom: string | null; periodTo: string | null } {
  const { workers, amount, periodFrom, periodTo } = facts;
  const text = (value: unknown) => (typeof value === 'string' && value !== 'unknown' ? value : null);
  return { workers: typeof workers === 'number' && workers > 0 ? workers : 1, amount: typeof amount === 'number' ? amount : null, periodFrom: text(periodFrom), periodTo: text(periodTo) };
}

async function noteChange({ type, caseId, data }: PublishedEvent, tx: ClientBase): Promise<void> {
  if (type === 'intake.claim-supplemented.v1') {
    const { facts }: Of<'ClaimSupplemented'> = data as never;
    const { workers, amount, periodFrom, periodTo } = factsOf(facts);
    await tx.query(
      `UPDATE intake.claim_line SET workers = COALESCE($2, workers), amount = COALESCE($3, amount), "periodFrom" = COALESCE($4, "periodFrom"), "periodTo" = COALESCE($5, "periodTo") WHERE "caseId" = $1`,
      [caseId, facts['workers'] === undefined ? null : workers, amount, periodFrom, periodTo]);
  }
  if (type === 'intake.demand-classified.v1') {
    const { category, matters, gathers } = demandOf(data as never);
    await tx.query('UPDATE intake.claim_line SET category = $2, matters = $3, gathers = $4 WHERE "caseId" = $1', [caseId, category, matters, gathers]);
  }
}

const OPEN: Readonly<Record<string, boolean>> = { 'intake.claim-withdrawn.v1': false, 'resolution.case-closed.v1': false, 'resolution.case-reopened.v1': true };

async function noteOpen(chunk: readonly PublishedEvent[], tx: ClientBase): Promise<void> {
  const last = new Map(chunk.flatMap(({ type, caseId }) => (OPEN[type] === undefined ? [] : [[caseId, OPEN[type]] as const])));
  if (last.size > 0) await tx.query('UPDATE intake.claim_line l SET open = n.open FROM unnest($1::uuid[], $2::boolean[]) AS n(id, open) WHERE l."caseId" = n.id', [[...last.keys()], [...last.values()]]);
}

/** A group that was merged gathers for the one it went into; one that is closed gathers no more, until a case of it is opened again. */
async function noteGatherings(chunk: readonly PublishedEvent[], tx: ClientBase): Promise<void> {
  for (const { type, caseId, data } of chunk) {
    if (type === 'intake.group-absorbed.v1') await tx.query('UPDATE intake.gathering SET "wentInto" = $2 WHERE "group" = $1', [caseId, data['into']]);
    if (type === 'intake.group-restored.v1') await tx.query('UPDATE intake.gathering SET "wentInto" = NULL WHERE "group" = $1', [caseId]);
    if (type === 'intake.group-closed.v1' || type === 'intake.member-reopened.v1') await tx.query('UPDATE intake.gathering SET open = $2 WHERE "group" = $1', [caseId, type === 'intake.member-reopened.v1']);
  }
}

function hex(mac: Buffer | undefined): string | null {
  return mac ? `\\x${mac.toString('hex')}` : null;
}
