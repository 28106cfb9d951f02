import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes, randomUUID } from 'node:crypto';
import { uuidv7 } from '#libs/contracts/uuid.js';
import { ChannelRegister } from '#libs/runtime/channel-register.js';
import { SetClock } from '#libs/runtime/clock.js';
import { readConfig } from '#libs/runtime/config.js';
import { migrateAll } from '#libs/runtime/migrations.js';
import { Keyring } from '#libs/security/keyring.js';
import { verifyWebhook } from '#libs/security/webhook.js';
import type { FreshDatabase } from '../../../test/stack.js';
import { freshDatabase, whenTrue } from '../../../test/stack.js';
import { intake } from '../intake.module.js';
import { Deliverer } from './deliver.js';
import { RETRY_SECONDS, verdictOf } from './retries.js';

const DAY_S = 24 * 3600;
const secret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

interface Call {
  readonly path: string;
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

describe('What becomes of a delivery', () => {
  it('is tried eleven times within a day, whatever chance says', () => {
    for (const random of [0, 0.5, 1]) {
      const waits = RETRY_SECONDS.map((_, tries) => verdictOf(500, tries, random).afterSeconds!);
      expect(waits).toHaveLength(10);
      const whole = waits.reduce((sum, wait) => sum + wait, 0);
      expect(whole).toBeLessThan(DAY_S);
      expect(whole).toBeGreaterThan(DAY_S * 0.75);
      expect(waits.every((wait, i) => i === 0 || wait >= waits[i - 1]! * 0.8)).toBe(true);
    }
    expect(verdictOf(500, 10, 0)).toEqual({ next: 'abandoned' });
  });

  it.each([[null, 'waiting'], [301, 'waiting'], [404, 'waiting'], [429, 'waiting'], [503, 'waiting'], [410, 'abandoned'], [200, 'delivered'], [204, 'delivered']])('answered %s, is %s', (status, next) => {
    expect(verdictOf(status, 0, 0).next).toBe(next);
  });
});

describe('The deliverer', () => {
  let database: FreshDatabase;
  let server: Server;
  let calls: Call[];
  let answer: (call: Call) => number | Promise<number>;
  let now: number;
  let running: Deliverer | undefined;
  const secrets = { a: [secret(), secret()], b: [secret()] };

  beforeAll(async () => {
    database = await freshDatabase();
    await migrateAll(database.url, `t-${randomBytes(6).toString('hex')}`, [intake]);
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const call = { path: request.url!, id: String(request.headers['webhook-id']), headers: request.headers, body: Buffer.concat(parts) };
        calls.push(call);
        void Promise.resolve(answer(call)).then((status) => response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end());
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(async () => {
    calls = [];
    answer = () => 204;
    now = Date.parse('2026-03-02T10:15:00+08:00');
    await database.pool.query('TRUNCATE intake.delivery, intake.subscription');
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
  });
  afterAll(async () => {
    server?.closeAllConnections();
    server?.close();
    await database?.drop();
  });

  const started = (): void => {
    const { port } = server.address() as AddressInfo;
    const keys = Object.fromEntries(Object.entries(secrets).map(([channel, its]) => [channel, { secrets: its, feedbackUrl: `http://127.0.0.1:${port}/${channel}` }]));
    const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: database.url, KAFKA_BROKERS: '127.0.0.1:1', CHANNEL_KEYS: JSON.stringify(keys), FEEDBACK_ALLOW_PRIVATE: 'true' });
    const channels = new ChannelRegister(database.pool, config.LOG_ID, new Keyring(database.pool, { id: config.MASTER_KEY_ID, key: config.MASTER_KEY }), new SetClock('2026-03-02T10:15:00+08:00'), config);
    running = new Deliverer({ pool: database.pool, config, channels }, { nowMs: () => now, random: () => 0 }).start();
  };
  const owed = async (channel: string, position = 1, caseId: string = uuidv7(), number = 'N-1'): Promise<string> => {
    const id = randomUUID();
    await database.pool.query(
      `INSERT INTO intake.delivery(id, channel, "channelNumber", "caseId", position, event, payload, status, "nextAt")
       VALUES ($1, $2, $3, $4, $5, 'e', '{"n": 1}', 'waiting', to_timestamp($6 / 1000.0))`, [id, channel, number, caseId, position, now]);
    return id;
  };
  const standing = async (id: string): Promise<{ status: string; attempts: number }> => {
    const { rows } = await database.pool.query<{ status: string; attempts: number }>('SELECT status, attempts FROM intake.delivery WHERE id = $1', [id]);
    return rows[0]!;
  };

  it('lets no channel wait for a slow one', async () => {
    let release = (): void => undefined;
    const held = new Promise<number>((resolve) => { release = () => resolve(204); });
    answer = ({ path }) => (path === '/a' ? held : 204);
    for (let i = 0; i < 25; i++) await owed('a');
    const quick = await Promise.all(Array.from({ length: 60 }, () => owed('b')));
    started();
    await whenTrue(async () => (await Promise.all(quick.map(standing))).every(({ status }) => status === 'delivered'));
    expect(calls.filter(({ path }) => path === '/a').length).toBeGreaterThan(0);
    expect((await database.pool.query(`SELECT 1 FROM intake.delivery WHERE channel = 'a' AND status <> 'waiting'`)).rowCount).toBe(0);
    release();
  });

  it('signs with every live secret, so that the receiver may hold either', async () => {
    await owed('a');
    started();
    const call = await whenTrue(() => calls[0]);
    expect(String(call.headers['webhook-signature']).split(' ')).toHaveLength(2);
    for (const one of secrets.a) expect(verifyWebhook([one], call.headers, call.body, Date.now()).id).toBe(call.id);
    expect(() => verifyWebhook([secret()], call.headers, call.body, Date.now())).toThrow('bad-signature');
  });

  it('tries again when the time has come and not before, under one id, until the day is over', async () => {
    answer = () => 500;
    const id = await owed('b');
    started();
    await whenTrue(async () => (await standing(id)).attempts === 1);
    for (const [i, seconds] of RETRY_SECONDS.entries()) {
      now += seconds * 1000 - 1; // A millisecond too early.
      await new Promise((resolve) => setTimeout(resolve, 700)); // Two rounds of the loop.
      expect((await standing(id)).attempts).toBe(i + 1);
      now += 1;
      await whenTrue(async () => (await standing(id)).attempts === i + 2);
    }
    expect(await standing(id)).toEqual({ status: 'abandoned', attempts: 11 });
    expect(new Set(calls.map((call) => call.id))).toEqual(new Set([id]));
  });

  it('follows no redirect', async () => {
    answer = () => 302;
    const id = await owed('b');
    started();
    await whenTrue(async () => (await standing(id)).attempts === 1);
    expect(calls.map(({ path }) => path)).toEqual(['/b']);
    expect((await standing(id)).status).toBe('waiting');
  });

  it('tells a channel nothing more after a 410, and loses nothing of it', async () => {
    const later = uuidv7();
    answer = ({ path }) => (path === '/a' ? 410 : 204);
    const first = await owed('a', 1, later);
    started();
    await whenTrue(async () => (await standing(first)).status === 'abandoned');
    await whenTrue(async () => (await database.pool.query(`SELECT 1 FROM intake.subscription WHERE channel = 'a' AND "stoppedAt" IS NOT NULL`)).rowCount === 1);
    const second = await owed('a', 2, later);
    await whenTrue(async () => (await standing(await owed('b'))).attempts >= 0);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect([calls.filter(({ path }) => path === '/a').length, (await standing(second)).status]).toEqual([1, 'waiting']);
    answer = () => 204;
    await database.pool.query(`UPDATE intake.subscription SET "stoppedAt" = NULL`);
    await whenTrue(async () => (await standing(second)).status === 'delivered');
  });

  it('keeps the order of a case while its earlier fact waits, and other cases go on', async () => {
    const caseId = uuidv7();
    const [first, second, other] = [await owed('b', 1, caseId), await owed('b', 2, caseId), await owed('b', 3)];
    answer = ({ id }) => (id === first && calls.filter((call) => call.id === first).length === 1 ? 500 : 204);
    started();
    await whenTrue(async () => (await standing(other)).status === 'delivered' && (await standing(first)).attempts === 1);
    expect((await standing(second)).attempts).toBe(0);
    now += RETRY_SECONDS[0] * 1000;
    await whenTrue(async () => (await standing(second)).status === 'delivered');
    expect(calls.map(({ id }) => id).filter((id) => id !== other)).toEqual([first, first, second]);
  });
});
