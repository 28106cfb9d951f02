import '#libs/contracts/catalogue.js';
import pg from 'pg';
import { Appender } from '#libs/event-store/append.js';
import type { Log } from '#libs/event-store/log.js';
import { openLog } from '#libs/event-store/log.js';
import { Streams } from '#libs/event-store/streams.js';
import { KafkaTransport } from '#libs/messaging/kafka.js';
import type { EventTransport } from '#libs/messaging/transport.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import { blindIndex } from '#libs/security/blind-index.js';
import { TokenVerifier } from '#libs/security/caller.js';
import { Keyring } from '#libs/security/keyring.js';
import { ChannelRegister } from './channel-register.js';
import type { Clock } from './clock.js';
import { DatabaseClock, ScaledClock } from './clock.js';
import type { Config } from './config.js';
import { Law } from './law.js';

/** Tokens in Nest's container of what is an interface. */
export const BLIND_INDEX = Symbol('blind index');
export const POLICIES = Symbol('policies');

/** What every service of a process stands on. */
export interface Product {
  readonly config: Config;
  readonly pool: pg.Pool;
  readonly log: Log;
  readonly appender: Appender;
  readonly streams: Streams;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly blindIndex: BlindIndex;
  readonly verifier: TokenVerifier;
  readonly law: Law;
  readonly channels: ChannelRegister;
  /** Of the law as it stands at each call: `law.policies`. */
  readonly policies: Policies;
  readonly transport: EventTransport;
  /** How the background work of this process is: each worker puts itself here. */
  readonly workers: Map<string, () => { readonly state: string }>;
  close(): Promise<void>;
}

/** The role that the services take: it may call the append function and read the log, and cannot change it. */
export const APP_ROLE = 'anxin_app';

/** Every connection of ours. A server that can no longer be reached is given up on after these milliseconds: else whoever asked would wait for ever. */
export const SESSION = { options: `-c role=${APP_ROLE} -c timezone=Asia/Shanghai`, connectionTimeoutMillis: 5_000, query_timeout: 8_000, keepAlive: true };

export async function openProduct(config: Config, given: { readonly clock?: Clock } = {}): Promise<Product> {
  const pool = new pg.Pool({ connectionString: config.DATABASE_URL, max: config.DATABASE_POOL_MAX, ...SESSION });
  pool.on('error', () => undefined); // An idle connection that broke is replaced; a request that meets one gets its own error.
  const log = await openLog(pool);
  const clock = given.clock ?? (await clockOf(config, pool));
  const appender = new Appender(pool, log);
  const transport = new KafkaTransport({ brokers: config.KAFKA_BROKERS, clientId: `anxin-${log.logId}` });
  const law = (await Law.open(pool, log.bornAs, config.POLICIES)).start();
  const older = Object.entries(config.MASTER_KEYS_OLDER).map(([id, key]) => ({ id, key }));
  const keyring = new Keyring(pool, { id: config.MASTER_KEY_ID, key: config.MASTER_KEY }, older);
  const channels = new ChannelRegister(pool, log.bornAs, keyring, clock, config);
  await channels.refresh(); // Read once before anybody is let in.
  return {
    config, pool, log, appender, clock, transport, law, keyring, channels: channels.start(),
    streams: new Streams(pool, appender),
    blindIndex: blindIndex(config.BLIND_INDEX_SECRET),
    verifier: new TokenVerifier({
      issuer: config.OIDC_ISSUER ?? 'http://127.0.0.1:1', audience: config.OIDC_AUDIENCE, rolesClaim: config.OIDC_ROLES_CLAIM, divisionsClaim: config.OIDC_DIVISIONS_CLAIM,
    }),
    policies: law.policies,
    workers: new Map(),
    async close() {
      await Promise.all([law.stop(), channels.stop()]);
      await appender.close();
      await transport.close();
      if (clock instanceof DatabaseClock) clock.stop();
      await pool.end();
    },
  };
}

/** The database's clock; a demo's own one goes on from the last event, so that time never runs back over a restart. */
async function clockOf(config: Config, pool: pg.Pool): Promise<Clock> {
  if (config.DEMO_CLOCK_START === undefined) return new DatabaseClock(pool).start();
  const { rows } = await pool.query<{ ms: number | null }>('SELECT (extract(epoch FROM max(recorded_at)) * 1000)::float8 AS ms FROM (SELECT recorded_at FROM es.events ORDER BY pos DESC LIMIT 1000) e');
  return new ScaledClock(Math.max(config.DEMO_CLOCK_START, rows[0]?.ms ?? 0), config.DEMO_CLOCK_FACTOR);
}
