import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { Instant } from '#libs/contracts/time.js';
import { SetClock } from '#libs/runtime/clock.js';
import { readConfig } from '#libs/runtime/config.js';
import { migrateAll } from '#libs/runtime/migrations.js';
import type { Running } from '#libs/runtime/start.js';
import { startServices } from '#libs/runtime/start.js';
import { CHANNELS } from '../demo/home.js';
import { Office } from '../demo/office.js';
import type { DemoIssuer } from '../demo/people.js';
import { AUDIENCE, CONSOLE_CLIENT, people, startIssuer, tokenFor } from '../demo/people.js';
import { allServices } from '../demo/services.js';
import { serveCards } from '../demo/web.js';
import { Ear, Hotline } from '../simulator/hotline.js';
import { freshDatabase, kafkaBrokers } from './stack.js';

/** The whole product in this process, on a database and a topic of its own, with a clock that stands where the test puts it. */
export interface App {
  readonly url: string;
  readonly running: Running;
  readonly clock: SetClock;
  readonly office: Office;
  readonly ear: Ear;
  readonly secrets: Readonly<Record<string, string>>;
  readonly issuer: DemoIssuer;
  readonly environment: Readonly<Record<string, string>>;
  /** The database itself, with its owner's rights, whatever stands between it and the product. */
  readonly database: pg.Pool;
  hotline(channel: string): Hotline;
  token(role: string, division?: string): Promise<string>;
  /** Waits until the log stands still: every consumer has done everything, and nothing new came of it. */
  settled(withinMs?: number): Promise<void>;
  /** Ends the product and starts it again on the same data and the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const QUIET_MS = 400;
/** For the log to come to rest after hundreds of orders on a busy machine; a log that never does is what it finds. */
const SETTLE_MS = 90_000;

interface Wanted {
  readonly now: Instant;
  readonly more?: Readonly<Record<string, string>>;
  /** The address by which the product shall reach its database. */
  readonly by?: (databaseUrl: string) => string;
  /** The console signs in at the demo's issuer: the port must be known beforehand. */
  readonly signIn?: boolean;
  /** Its name, where another log shall know it. */
  readonly logId?: string;
}

export async function startApp({ now, more = {}, by = (url) => url, signIn = false, logId = `t-${randomBytes(6).toString('hex')}` }: Wanted): Promise<App> {
  const database = await freshDatabase();
  await migrateAll(database.url, logId, allServices);
  const secrets = Object.fromEntries(CHANNELS.map((channel) => [channel, `whsec_${randomBytes(32).toString('base64')}`]));
  const ear = new Ear(secrets);
  const evidence = await mkdtemp(join(tmpdir(), 'anxin-evidence-'));
  const at = signIn ? await freePort() : 0;
  const publicUrl = `http://127.0.0.1:${at}`;
  const [issuer, port] = await Promise.all([startIssuer(0, undefined, publicUrl), ear.listen()]);
  const environment = {
    NODE_ENV: 'test', CALLS_PER_MINUTE_MAX: '0', DATABASE_URL: by(database.url), KAFKA_BROKERS: kafkaBrokers().join(','), LOG_ID: logId, PORT: String(at), ...(signIn && { PUBLIC_URL: publicUrl, OIDC_CLIENT_ID: CONSOLE_CLIENT, OIDC_CLIENT_SECRET: issuer.clientSecret, SESSION_KEY: randomBytes(32).toString('base64') }), OIDC_ISSUER: issuer.issuer, OIDC_AUDIENCE: AUDIENCE,
    MASTER_KEY: randomBytes(32).toString('base64'), BLIND_INDEX_SECRET: randomBytes(32).toString('base64'), FEEDBACK_ALLOW_PRIVATE: 'true', EVIDENCE_STORE: evidence,
    CHANNEL_KEYS: JSON.stringify(Object.fromEntries(CHANNELS.map((channel) => [channel, { secrets: [secrets[channel]], feedbackUrl: `http://127.0.0.1:${port}/${channel}` }]))), ...more,
  };
  const clock = new SetClock(now);
  const start = (at: string): Promise<Running> => startServices(allServices, readConfig({ ...environment, PORT: at }), { clock, extend: (nest) => serveCards(nest, { issuer, people }) });
  let running = await start(environment.PORT);
  const { pool } = database;
  return {
    url: running.url, get running() { return running; }, database: pool, clock, ear, secrets, issuer, environment, office: new Office(running.url, issuer),
    hotline: (channel) => new Hotline(running.url, channel, secrets[channel]!),
    token: (role, division = '439900') => tokenFor(issuer, { id: `${role}-${division}`, role, division }),
    async settled(withinMs = SETTLE_MS) {
      const end = performance.now() + withinMs;
      const head = async (): Promise<string> => (await pool.query<{ pos: string }>('SELECT coalesce(max(pos), 0) AS pos FROM es.events')).rows[0]!.pos;
      for (let before = '-1'; before !== (await head()); ) {
        before = await head();
        await running.whenCaughtUp(before, end - performance.now());
        await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
        if (performance.now() > end) throw new Error('The log does not come to rest.');
      }
    },
    async restart() {
      await running.stop();
      running = await start(new URL(running.url).port);
    },
    async stop() {
      await running.stop();
      await Promise.all([issuer.stop(), ear.close(), rm(evidence, { recursive: true, force: true })]);
      await database.drop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
