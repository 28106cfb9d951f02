import type { ClientBase } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { readStream } from '#libs/event-store/read.js';
import type { Desk } from '#libs/runtime/desk.js';
import { hearings } from './hearings.decider.js';

export const hearingsDesk: Desk<typeof hearings> = { service: 'resolution', stream: 'hearings', decider: hearings, streamIdOf: listOf };

/** The calendar that holds the time which a fact of a case frees: the one that a new date leaves, else the one of the last date. */
async function listOf({ type, data, caseId }: PublishedEvent, tx: ClientBase): Promise<string | undefined> {
  if (type === 'resolution.hearing-scheduled.v1') return (data['replaces'] as string | null | undefined) ?? undefined;
  const scheduled = (await readStream(tx, `arbitration/${caseId}`)).filter((event) => event.type === 'resolution.hearing-scheduled.v1').at(-1);
  return scheduled?.data['list'] as string | undefined;
}
