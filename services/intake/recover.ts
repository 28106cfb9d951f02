import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { membershipsOf, nextTurns } from './group/memberships.js';

/** What claims and counters held beside these events, as far as the events say it; that two orders tell of the same complaint they do not. */
export async function recoverIntake(events: readonly PublishedEvent[], tx: ClientBase): Promise<void> {
  await recoverNumbers(events, tx);
  for (const { type, caseId: group, data } of events) {
    if (type !== 'intake.group-formed.v1' && type !== 'intake.members-joined.v1') continue;
    const turns = nextTurns(await membershipsOf(tx, (data['members'] as { caseId: string }[]).map(({ caseId }) => caseId)));
    await tx.query('INSERT INTO es.claims(space, value, case_id) SELECT s, v, $3 FROM unnest($1::text[], $2::text[]) AS u(s, v)', [turns.map(({ space }) => space), turns.map(({ value }) => value), group]);
  }
}

/** Numbers told to people are never given twice: what a claim took stays taken, and each counter stands at least where it stood. */
async function recoverNumbers(events: readonly PublishedEvent[], tx: ClientBase): Promise<void> {
  const claims = events.flatMap(({ type, caseId, data }) => claimsOf(type, data as Record<string, string>).map((claim) => ({ ...claim, caseId })));
  await tx.query('INSERT INTO es.claims(space, value, case_id) SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[]) ON CONFLICT DO NOTHING',
    [claims.map(({ space }) => space), claims.map(({ value }) => value), claims.map(({ caseId }) => caseId)]);
  await keepCounters(events, tx);
}

/** Also of cases that are given up: a worker holds that number. */
export async function keepCounters(events: readonly PublishedEvent[], tx: ClientBase): Promise<void> {
  const counters = new Map<string, number>();
  for (const { type, data } of events) {
    const [, name, sequence] = (type === 'intake.claim-filed.v1' && /^(.+)-(\d+)$/.exec(String(data['caseNumber']))) || [];
    if (name !== undefined) counters.set(name, Math.max(Number(sequence), counters.get(name) ?? 0));
  }
  await tx.query('INSERT INTO intake.case_number AS c (name, taken) SELECT * FROM unnest($1::text[], $2::int[]) ON CONFLICT (name) DO UPDATE SET taken = greatest(c.taken, excluded.taken)',
    [[...counters.keys()], [...counters.values()]]);
}

/** Of a copy: what waits to be told to the channels, and the sheets under way, are the original's. */
export async function tellNobody(tx: ClientBase): Promise<void> {
  await tx.query(`UPDATE intake.delivery SET status = 'abandoned', "lastProblem" = 'copy' WHERE status = 'waiting'`);
  await tx.query(`UPDATE intake.transfer_call SET status = 'abandoned', "lastProblem" = 'copy' WHERE status = 'waiting'`);
  await tx.query('UPDATE intake.import SET file = NULL, "doneAt" = clock_timestamp() WHERE "doneAt" IS NULL');
}

function claimsOf(type: string, data: Record<string, string>): { space: string; value: string }[] {
  const order = { space: 'channel-number', value: `${data['channel']}/${data['channelNumber']}` };
  if (type === 'intake.duplicate-linked.v1') return [order];
  if (type !== 'intake.claim-filed.v1') return [];
  return [order, { space: 'case-number', value: data['caseNumber']! }, { space: 'tracking-code', value: data['trackingCode']! }];
}
