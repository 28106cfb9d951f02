import type { ClientBase, Pool } from 'pg';

/** What a channel is told. */
export interface Subscription {
  readonly channel: string;
  /** Types of events; null for all that a channel can be told of. */
  readonly events: readonly string[] | null;
  /** Since when it is told nothing, because its address answered 410; what comes meanwhile waits. */
  readonly stoppedAt: Date | null;
}

/** A channel that has chosen nothing is told everything. */
export async function subscriptionOf(db: Pool | ClientBase, channel: string): Promise<Subscription> {
  return (await subscriptionsOf(db, [channel])).get(channel)!;
}

export async function subscriptionsOf(db: Pool | ClientBase, channels: readonly string[]): Promise<ReadonlyMap<string, Subscription>> {
  const { rows } = await db.query<Subscription>('SELECT channel, events, "stoppedAt" FROM intake.subscription WHERE channel = ANY($1)', [channels]);
  return new Map([...channels.map((channel) => [channel, { channel, events: null, stoppedAt: null }] as const), ...rows.map((row) => [row.channel, row] as const)]);
}

/** Chooses anew, and begins again where it was stopped. */
export async function choose(db: Pool, channel: string, events: readonly string[] | null): Promise<void> {
  await db.query('INSERT INTO intake.subscription(channel, events) VALUES ($1, $2) ON CONFLICT (channel) DO UPDATE SET events = excluded.events, "stoppedAt" = NULL', [channel, events]);
}

export async function stopTelling(db: Pool, channel: string): Promise<void> {
  await db.query('INSERT INTO intake.subscription(channel, "stoppedAt") VALUES ($1, clock_timestamp()) ON CONFLICT (channel) DO UPDATE SET "stoppedAt" = excluded."stoppedAt"', [channel]);
}
