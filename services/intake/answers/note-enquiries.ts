import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClaimEvent } from '#libs/contracts/intake.events.js';

type Filed = Extract<ClaimEvent, { type: 'ClaimFiled' }>;

const ANSWERED: readonly string[] = ['resolution.answered-on-line.v1', 'resolution.reply-given.v1', 'resolution.order-concluded.v1'];

/** Keeps the agents' list of what was passed on, in the transaction of the consumer. */
export async function noteEnquiries(chunk: readonly PublishedEvent[], tx: ClientBase): Promise<void> {
  for (const { type, caseId, data } of chunk) {
    if (type === 'intake.claim-filed.v1') await noteFiled(caseId, data as never, tx);
    else if (type === 'supervision.clock-started.v1' && data['kind'] === 'HOT-12333') await tx.query('UPDATE intake.enquiry SET due = $2 WHERE "caseId" = $1', [caseId, data['due']]);
    else if (ANSWERED.includes(type)) await tx.query('UPDATE intake.enquiry SET "answeredAt" = $2 WHERE "caseId" = $1 AND "answeredAt" IS NULL', [caseId, data['at']]);
  }
}

async function noteFiled(caseId: string, { caseNumber, division, category, origin, passedOn, receivedAt }: Filed, tx: ClientBase): Promise<void> {
  if (!passedOn) return;
  await tx.query(
    'INSERT INTO intake.enquiry ("caseId", "caseNumber", division, category, channel, section, by, "askedAt") VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING',
    [caseId, caseNumber, division, category, origin, passedOn.section, passedOn.by, receivedAt]);
}
