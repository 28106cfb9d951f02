import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { instantOf } from '#libs/contracts/time.js';
import { newSigningKey } from '#libs/merkle/note.js';
import { migrateAll } from '#libs/runtime/migrations.js';
import { rebuild } from '#libs/runtime/rebuild.js';
import { examine } from '../../demo/doctor/examine.js';
import { freePort } from '../../demo/guarded.js';
import { CHANNELS } from '../../demo/home.js';
import { allServices } from '../../demo/services.js';
import type { Receipt } from '../../simulator/hotline.js';
import { Ear, Hotline } from '../../simulator/hotline.js';
import type { FreshDatabase } from '../stack.js';
import { freshDatabase, kafkaBrokers, whenTrue } from '../stack.js';
import { column, isContiguous, notRoutedOnce, one, orders, seeded } from './orders.js';

const OF_EACH = 3;
const KILLS = 6;
const AT_ONCE = 4;
/** Three weeks after the orders: limits that began with them are over when their clocks are armed, and fire at once, while processes die. */
const LATER = '2026-03-23T10:20:00+08:00';
const PARTITIONS = 12;
/** Held all the time; others are taken for a piece of work. */
const LASTING = ['clocks', 'relay', 'seal'];

/** `INSTANCES=apart`: a process of its own for each instance, fifteen of them. `INSTANCES=together`: one process for an instance of each; the groups and leases are the same, and two cores start three. */
const WANTED = process.env['INSTANCES'];
if (!WANTED) console.warn('SKIPPED: several instances of each service (INSTANCES is neither together nor apart; minutes on two free cores).');
const APART = WANTED === 'apart';
const PROCESSES = APART ? allServices.map(({ name }) => ({ script: `services/${name}/main.js`, services: [name as string] })) : [{ script: 'test/faults/serve.js', services: allServices.map(({ name }) => name as string) }];

interface Instance {
  readonly script: string;
  readonly services: readonly string[];
  readonly url: string;
  child: ChildProcess;
}

/** R4: three instances of each service share one log on one machine; one is killed every few seconds and started again. */
(WANTED ? describe : describe.skip)('Several instances of each service', () => {
  let database: FreshDatabase;
  let ear: Ear;
  let environment: Record<string, string>;
  const logId = `t-${randomBytes(6).toString('hex')}`;
  const secrets = Object.fromEntries(CHANNELS.map((channel) => [channel, `whsec_${randomBytes(32).toString('base64')}`]));
  const instances: Instance[] = [];
  const acknowledged = new Map<string, Receipt>();
  /** Lease → every process that was seen to hold it. */
  const holders = new Map<string, Set<string>>();
  const killed: string[] = [];

  const began = (script: string, port: string): ChildProcess =>
    spawn(process.execPath, [join(process.cwd(), 'dist', script)], { env: { PATH: process.env['PATH'], ...environment, PORT: port }, stdio: ['ignore', 'ignore', 'inherit'] });
  const ready = ({ child, url }: Instance): Promise<boolean> => whenTrue(async () => child.exitCode === null && (await fetch(`${url}/health/ready`)).status === 200, 120_000);
  const again = (instance: Instance): void => { instance.child = began(instance.script, new URL(instance.url).port); };
  const of = (service: string): Instance[] => instances.filter(({ services }) => services.includes(service));
  const kill = async ({ child }: Instance): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  /** What one label's gauge says, on each instance that answers. */
  const gauges = async (name: string, some = instances): Promise<{ instance: Instance; label: string; value: number }[]> => {
    const read = await Promise.all(some.map(async (instance) => ({ instance, text: await fetch(`${instance.url}/metrics`).then((answer) => answer.text(), () => '') })));
    return read.flatMap(({ instance, text }) => [...text.matchAll(new RegExp(`^${name}\\{\\w+="([\\w-]+)"\\} (\\d+)$`, 'gm'))].map(([, label, value]) => ({ instance, label: label!, value: Number(value) })));
  };
  const held = async (): Promise<{ lease: string; pid: number }[]> => {
    const { rows } = await database.pool.query<{ name: string; owner: string }>('SELECT name, owner FROM es.lease WHERE until > clock_timestamp()');
    for (const { name, owner } of rows) holders.set(name, (holders.get(name) ?? new Set()).add(owner));
    return rows.map(({ name, owner }) => ({ lease: name, pid: Number(owner.split('/')[1]) }));
  };

  beforeAll(async () => {
    database = await freshDatabase();
    await migrateAll(database.url, logId, allServices);
    ear = new Ear(secrets);
    const earPort = await ear.listen();
    environment = {
      NODE_ENV: 'test', DATABASE_URL: database.url, DATABASE_POOL_MAX: APART ? '10' : '20', KAFKA_BROKERS: kafkaBrokers().join(','), LOG_ID: logId, FEEDBACK_ALLOW_PRIVATE: 'true', LOG_LEVEL: 'fatal', DEMO_CLOCK_START: LATER,
      MASTER_KEY: randomBytes(32).toString('base64'), BLIND_INDEX_SECRET: randomBytes(32).toString('base64'), LOG_SIGNING_KEYS: newSigningKey(`instances.example/${logId}`).privateKey,
      CHANNEL_KEYS: JSON.stringify(Object.fromEntries(CHANNELS.map((channel) => [channel, { secrets: [secrets[channel]], feedbackUrl: `http://127.0.0.1:${earPort}/${channel}` }]))),
    };
    for (const { script, services } of PROCESSES) {
      for (let n = 0; n < OF_EACH; n++) {
        const port = await freePort();
        instances.push({ script, services, url: `http://127.0.0.1:${port}`, child: began(script, String(port)) });
      }
    }
    await Promise.all(instances.map(ready));
  }, 180_000);
  afterAll(async () => {
    await Promise.all(instances.map(kill));
    await ear?.close();
    await database?.drop();
  });

  it(`share the work while one is killed every few seconds (${KILLS} times)`, async () => {
    const random = seeded('instances');
    let isOver = false;
    let [filed, turn] = [0, 0];
    /** As a balancer does: the next instance, and another where it is away. A hotline repeats its call under its id until it is taken. */
    const channelAtWork = async (): Promise<void> => {
      while (!isOver) {
        const [{ channel, order }] = orders(1, ++filed) as [ReturnType<typeof orders>[number]];
        const id = `wh_${randomBytes(8).toString('hex')}`;
        acknowledged.set(id, await whenTrue(async () => {
          const { status, body } = await new Hotline(of('intake')[turn++ % OF_EACH]!.url, channel, secrets[channel]!).file(order, id);
          if (status !== 202) expect(status).toBe(503);
          return status === 202 ? body : undefined;
        }, 60_000));
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    };
    const work = Promise.all(Array.from({ length: AT_ONCE }, channelAtWork));
    work.catch(() => undefined); // Awaited below.
    for (let time = 0; time < KILLS; time++) {
      const before = acknowledged.size;
      const until = performance.now() + 1_000 + random() * 2_000;
      await whenTrue(() => performance.now() >= until && acknowledged.size > before, 60_000);
      // The relay's holder, the clocks' holder, and any: each in turn.
      const wanted = ['relay', 'clocks', undefined][time % 3];
      const pid = (await held()).find(({ lease }) => lease === wanted)?.pid;
      const victim = instances.find(({ child }) => child.pid === pid) ?? instances[Math.floor(random() * instances.length)]!;
      await kill(victim);
      killed.push(`${victim.script}${wanted && pid ? ` (holder of ${wanted})` : ''}`);
      again(victim);
      await ready(victim);
    }
    isOver = true;
    await work;
    process.stderr.write(`  ${acknowledged.size} orders acknowledged; killed: ${killed.join(', ')}\n`);
    expect(acknowledged.size).toBeGreaterThan(KILLS);
  }, 240_000);

  it('each lease has one holder at a time and found a new one, and each group shares its twelve partitions', async () => {
    await whenTrue(async () => {
      const now = (await held()).filter(({ lease }) => LASTING.includes(lease));
      const shown = (await gauges('anxin_lease_held')).filter(({ label }) => LASTING.includes(label)).map(({ label, instance }) => `${label} ${instance.child.pid}`).sort();
      expect(now.map(({ lease }) => lease).sort()).toEqual(LASTING);
      expect(shown).toEqual(now.map(({ lease, pid }) => `${lease} ${pid}`).sort());
      return true;
    }, 30_000);
    expect(holders.get('relay')!.size).toBeGreaterThan(1);
    expect(holders.get('clocks')!.size).toBeGreaterThan(1);
    await whenTrue(async () => {
      const shares = await gauges('anxin_consumer_partitions');
      for (const { name, projections, processes, effects } of allServices) {
        if (projections.length === 0 && processes.length === 0 && !effects) continue;
        const own = shares.filter(({ label }) => label === name).map(({ value }) => value);
        expect([name, own.length, own.reduce((sum, value) => sum + value, 0), own.every((value) => value > 0)]).toEqual([name, OF_EACH, PARTITIONS, true]);
      }
      return true;
    }, 60_000);
    const { findings } = await examine({ ...environment, PORT: '0' });
    const { en } = findings.find(({ id }) => id === 'leases')!;
    for (const { lease, pid } of await held()) if (LASTING.includes(lease)) expect(en).toMatch(new RegExp(`${lease} by [^ ]+/${pid} `));
  }, 120_000);

  it('every acknowledged order is there once and routed once', async () => {
    await whenTrue(async () => (await notRoutedOnce(database.pool)).length === 0, 60_000);
    const filed = await column<string>(database.pool, `SELECT case_id::text FROM es.events WHERE type = 'intake.claim-filed'`);
    const receipts = [...acknowledged.values()];
    expect(filed).toEqual(expect.arrayContaining(receipts.map(({ caseId }) => caseId)));
    expect(new Set(filed).size).toBe(filed.length);
    expect(new Set(receipts.map(({ caseId }) => caseId)).size).toBe(receipts.length);
    expect(filed.length).toBe(receipts.length); // Each was repeated until it was taken: nothing else came in.
    expect(await isContiguous(database.pool)).toBe(true);
  }, 90_000);

  it('every clock was armed once and fired once', async () => {
    await whenTrue(async () => (await one(database.pool, `SELECT count(*)::int FROM es.events r WHERE type = 'routing.case-routed' AND NOT EXISTS (SELECT FROM es.events o WHERE o.type = 'supervision.clocks-opened' AND o.case_id = r.case_id)`)) === 0, 60_000);
    await whenTrue(async () => (await one(database.pool, 'SELECT count(*)::int FROM es.clocks WHERE due_at <= (SELECT max(recorded_at) FROM es.events)')) === 0, 60_000);
    const twice = (type: string, moment: string): Promise<string[]> =>
      column(database.pool, `SELECT data::jsonb->>'clock' FROM es.events WHERE type = $1 GROUP BY 1, data::jsonb->>$2 HAVING count(*) > 1`, [`supervision.${type}`, moment]);
    expect([await twice('clock-started', 'startedAt'), await twice('clock-breached', 'breachAt'), await twice('clock-warned', 'warnAt')]).toEqual([[], [], []]);
    expect(await one<number>(database.pool, `SELECT count(*)::int FROM es.events WHERE type = 'supervision.clock-breached'`)).toBeGreaterThan(0);
  }, 240_000);

  it('no channel is told twice, none is not told, and nothing is parked', async () => {
    const routed = await one<number>(database.pool, `SELECT count(*)::int FROM es.events WHERE type = 'routing.case-routed'`);
    const told = (): Promise<number> => one<number>(database.pool, `SELECT count(*)::int FROM intake.delivery WHERE event = 'routing.case-routed.v1'`);
    await whenTrue(async () => (await told()) >= routed, 60_000);
    await whenTrue(async () => {
      await database.pool.query(`UPDATE intake.delivery SET "nextAt" = clock_timestamp() WHERE status = 'waiting'`); // What a killed process had in hand is taken up again after a minute: this minute is not waited for.
      return (await one(database.pool, `SELECT count(*)::int FROM intake.delivery WHERE status <> 'delivered'`)) === 0;
    }, 90_000);
    expect(await told()).toBe(routed);
    expect(new Set(ear.heard.map(({ webhookId }) => webhookId))).toEqual(new Set(await column<string>(database.pool, 'SELECT id::text FROM intake.delivery')));
    for (const service of ['intake', 'routing', 'resolution', 'supervision']) expect(await one(database.pool, `SELECT count(*)::int FROM ${service}.parked`)).toBe(0);
  }, 180_000);

  it('every read table is what the log says', async () => {
    const differing: string[] = [];
    for (const { name: service, projections } of allServices) {
      for (const projection of projections) {
        const { differing: rows, firstKey } = await rebuild({ databaseUrl: database.url, logId, service, projection, check: true, now: () => instantOf(Date.now()), cause: { actor: 'operator:test' } });
        if (rows > 0) differing.push(`${projection.table}: ${rows}, the first ${firstKey}`);
      }
    }
    expect(differing).toEqual([]);
  }, 120_000);
});
