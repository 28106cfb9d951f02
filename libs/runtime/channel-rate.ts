import type { Pool } from 'pg';
import type { ChannelTerms } from '#libs/contracts/channel.events.js';
import type { Allowance } from './auth.guard.js';

type Rate = NonNullable<ChannelTerms['rate']>;

/**
 * Takes one call from a channel's allowance by the generic cell rate algorithm (ATM Forum TM 4.0, 4.4.2): a bucket of `burst` calls that fills by `perMinute`. It is one row in
 * PostgreSQL and its clock, so that all processes share one allowance. Headers as draft-ietf-httpapi-ratelimit-headers-10 names them.
 */
export async function takeCall(pool: Pool, channel: string, { perMinute, burst }: Rate): Promise<Allowance> {
  const interval = 60 / perMinute; // Seconds that one call takes to come back.
  const { rows: [row] } = await pool.query<{ taken: boolean; ahead: number }>(
    `WITH taken AS (
       INSERT INTO intake.channel_rate AS r (channel, "fullAt") VALUES ($1, clock_timestamp() + make_interval(secs => $2)) ON CONFLICT (channel)
       DO UPDATE SET "fullAt" = greatest(r."fullAt", clock_timestamp()) + make_interval(secs => $2) WHERE r."fullAt" <= clock_timestamp() + make_interval(secs => $3) RETURNING "fullAt")
     SELECT t."fullAt" IS NOT NULL AS taken, extract(epoch FROM coalesce(t."fullAt", r."fullAt") - clock_timestamp())::float8 AS ahead
     FROM (SELECT 1) one LEFT JOIN taken t ON true LEFT JOIN intake.channel_rate r ON r.channel = $1`, [channel, interval, (burst - 1) * interval]);
  const { taken, ahead } = { taken: row?.taken ?? false, ahead: Math.max(0, row?.ahead ?? 0) };
  const left = Math.max(0, Math.floor(burst - ahead / interval + 1e-6));
  return {
    retryAfter: taken ? null : Math.max(1, Math.ceil(ahead - (burst - 1) * interval)),
    headers: {
      'ratelimit-policy': `"channel";q=${perMinute};w=60`, ratelimit: `"channel";r=${taken ? left : 0};t=${Math.ceil(ahead)}`,
    },
  };
}
