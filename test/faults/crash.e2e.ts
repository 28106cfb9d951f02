import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { migrateAll } from '#libs/runtime/migrations.js';
import { Office } from '../../demo/office.js';
import { CHANNELS } from '../../demo/home.js';
import { freePort } from '../../demo/guarded.js';
import type { DemoIssuer } from '../../demo/people.js';
import { AUDIENCE, startIssuer } from '../../demo/people.js';
import { allServices } from '../../demo/services.js';
import type { Receipt } from '../../simulator/hotline.js';
import { Ear, Hotline } from '../../simulator/hotline.js';
import type { FreshDatabase } from '../stack.js';
import { freshDatabase, kafkaBrokers, whenTrue } from '../stack.js';
import { column, isContiguous, notRoutedOnce, NOW, one, orders, seeded } from './orders.js';

const KILLS = 10;
const AT_ONCE = 4;
/** Two hours of domain time a second, so that clocks fall due while processes die. */
const FACTOR = 7_200;

describe('The product, killed at any moment', () => {
  let database: FreshDatabase;
  let issuer: DemoIssuer;
  let ear: Ear;
  let child: ChildProcess | undefined;
  let url: string;
  let environment: Record<string, string>;
  const secrets = Object.fromEntries(CHANNELS.map((channel) => [channel, `whsec_${randomBytes(32).toString('base64')}`]));
  const acknowledged = new Map<string, Receipt>();

  beforeAll(async () => {
    database = await freshDatabase();
    const logId = `t-${randomBytes(6).toString('hex')}`;
    await migrateAll(database.url, logId, allServices);
    ear = new Ear(secrets);
    const [earPort, port] = [await ear.listen(), await freePort()];
    issuer = await startIssuer();
    url = `http://127.0.0.1:${port}`;
    environment = {
      NODE_ENV: 'test', DATABASE_URL: database.url, KAFKA_BROKERS: kafkaBrokers().join(','), LOG_ID: logId, PORT: String(port), OIDC_ISSUER: issuer.issuer, OIDC_AUDIENCE: AUDIENCE,
      MASTER_KEY: randomBytes(32).toString('base64'), BLIND_INDEX_SECRET: randomBytes(32).toString('base64'), FEEDBACK_ALLOW_PRIVATE: 'true', LOG_LEVEL: 'warn', DEMO_CLOCK_START: NOW,
      CHANNEL_KEYS: JSON.stringify(Object.fromEntries(CHANNELS.map((channel) => [channel, { secrets: [secrets[channel]], feedbackUrl: `http://127.0.0.1:${earPort}/${channel}` }]))),
    };
  }, 60_000);
  afterAll(async () => {
    await kill();
    await Promise.all([issuer?.stop(), ear?.close()]);
    await database?.drop();
  });

  async function start(factor: number): Promise<void> {
    child = spawn(process.execPath, [join(process.cwd(), 'dist/test/faults/serve.js')], { env: { PATH: process.env['PATH'], ...environment, DEMO_CLOCK_FACTOR: String(factor) }, stdio: ['ignore', 'ignore', 'inherit'] });
    await whenTrue(async () => child!.exitCode === null && (await fetch(`${url}/health/ready`)).status === 200, 60_000);
  }

  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  it(`${KILLS} times while orders come in: what was acknowledged is there once, and goes its way`, async () => {
    const random = seeded('crash');
    let isOver = false;
    const queue = orders(2_000);
    /** A hotline that repeats each call under its id until it is taken, however long the product is away. */
    const channelAtWork = async (): Promise<void> => {
      for (let next = queue.shift(); next && !isOver; next = queue.shift()) {
        const { channel, order } = next;
        const id = `wh_${randomBytes(8).toString('hex')}`;
        const receipt = await whenTrue(async () => {
          const { status, body } = await new Hotline(url, channel, secrets[channel]!).file(order, id);
          if (status !== 202 && status !== 503) isOver = true;
          return status === 202 ? body : undefined;
        }, 60_000);
        acknowledged.set(id, receipt);
      }
    };
    await start(FACTOR);
    const work = Promise.all(Array.from({ length: AT_ONCE }, channelAtWork));
    work.catch(() => undefined); // Awaited below.
    for (let time = 0; time < KILLS; time++) {
      const before = acknowledged.size;
      await whenTrue(() => acknowledged.size >= before + 1 + Math.floor(random() * 12), 60_000);
      const until = performance.now() + random() * 1_500; // Any moment, also between two orders.
      await whenTrue(() => performance.now() >= until);
      await kill();
      await start(time === KILLS - 1 ? 1 : FACTOR);
    }
    isOver = true;
    await work;
    process.stderr.write(`  ${acknowledged.size} orders acknowledged over ${KILLS} kills\n`);
    expect(acknowledged.size).toBeGreaterThan(KILLS);

    await whenTrue(async () => (await notRoutedOnce(database.pool)).length === 0, 60_000);
    const filed = await column<string>(database.pool, `SELECT case_id::text FROM es.events WHERE type = 'intake.claim-filed'`);
    const receipts = [...acknowledged.values()];
    expect(filed).toEqual(expect.arrayContaining(receipts.map(({ caseId }) => caseId)));
    expect(new Set(filed).size).toBe(filed.length);
    expect(new Set(receipts.map(({ caseId }) => caseId)).size).toBe(receipts.length);
    expect(filed.length - receipts.length).toBeLessThanOrEqual(AT_ONCE); // Stored and cut off by the end of this test, at most.
    expect(await isContiguous(database.pool)).toBe(true);
  }, 180_000);

  it('every clock that is past due has breached, once', async () => {
    // Before a case's clocks are opened nothing of it is armed: a consumer that waits for its partitions after a kill is not one that has nothing to do.
    await whenTrue(async () => (await one(database.pool, `SELECT count(*)::int FROM es.events r WHERE type = 'routing.case-routed' AND NOT EXISTS (SELECT FROM es.events o WHERE o.type = 'supervision.clocks-opened' AND o.case_id = r.case_id)`)) === 0, 60_000);
    await whenTrue(async () => (await one(database.pool, `SELECT count(*)::int FROM es.clocks WHERE due_at <= (SELECT max(recorded_at) FROM es.events)`)) === 0, 30_000);
    const repeated = await column(database.pool, `SELECT data FROM es.events WHERE type IN ('supervision.clock-breached', 'supervision.clock-warned')
      GROUP BY type, data::jsonb->>'clock', coalesce(data::jsonb->>'breachAt', data::jsonb->>'warnAt'), data HAVING count(*) > 1`);
    expect(repeated).toEqual([]);
    const twice = await column(database.pool, `SELECT data::jsonb->>'clock' FROM es.events WHERE type = 'supervision.clock-breached' GROUP BY 1, data::jsonb->>'breachAt' HAVING count(*) > 1`);
    expect(twice).toEqual([]);
    await whenTrue(async () => (await one(database.pool, `SELECT count(*)::int FROM supervision.clock_view WHERE status = 'running' AND NOT breached AND "breachAt" <= (SELECT max(recorded_at) FROM es.events WHERE type = 'supervision.clock-breached')`)) === 0, 30_000);
    expect(await one<number>(database.pool, `SELECT count(*)::int FROM es.events WHERE type = 'supervision.clock-breached'`)).toBeGreaterThan(0);
  }, 150_000);

  it('the page of a case is what its events say', async () => {
    const office = new Office(url, issuer);
    const cases = (await column<string>(database.pool, `SELECT case_id::text FROM es.events WHERE type = 'intake.claim-filed' ORDER BY pos`)).slice(0, 50);
    for (const caseId of cases) {
      await whenTrue(async () => {
        const last = await one<string>(database.pool, 'SELECT max(pos)::text FROM es.events WHERE case_id = $1', [caseId]);
        const [shown, folded] = await Promise.all([office.get(`supervisor`, `/v1/cases/${caseId}`), office.get('supervisor', `/v1/cases/${caseId}?asOf=${last}`)]);
        expect(shown).toEqual(folded);
        return true;
      }, 30_000);
    }
  }, 90_000);

  it('no channel misses anything', async () => {
    // Intake may still wait for its partitions after the last kill: each decision is told in the end, and once.
    const routed = await one<number>(database.pool, `SELECT count(*)::int FROM es.events WHERE type = 'routing.case-routed'`);
    const told = (): Promise<number> => one<number>(database.pool, `SELECT count(*)::int FROM intake.delivery WHERE event = 'routing.case-routed.v1'`);
    await whenTrue(async () => (await told()) >= routed, 60_000);
    // What a killed process had in hand is taken up again after a minute: this minute is not waited for.
    await database.pool.query(`UPDATE intake.delivery SET "nextAt" = clock_timestamp() WHERE status = 'waiting'`);
    await whenTrue(async () => (await one(database.pool, `SELECT count(*)::int FROM intake.delivery WHERE status <> 'delivered'`)) === 0, 60_000);
    const written = await column<string>(database.pool, 'SELECT id::text FROM intake.delivery');
    expect(new Set(ear.heard.map(({ webhookId }) => webhookId))).toEqual(new Set(written));
    expect(await told()).toBe(routed);
    for (const service of ['intake', 'routing', 'resolution', 'supervision']) expect(await one(database.pool, `SELECT count(*)::int FROM ${service}.parked`)).toBe(0);
  }, 150_000);
});
