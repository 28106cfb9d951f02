import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { migrateAll } from '#libs/runtime/migrations.js';
import { CHANNELS } from '../../demo/home.js';
import { freePort } from '../../demo/guarded.js';
import { Office } from '../../demo/office.js';
import type { DemoIssuer } from '../../demo/people.js';
import { AUDIENCE, startIssuer, tokenFor } from '../../demo/people.js';
import { allServices } from '../../demo/services.js';
import { Hotline } from '../../simulator/hotline.js';
import type { FreshDatabase } from '../stack.js';
import { freshDatabase, kafkaBrokers, whenTrue } from '../stack.js';
import { column, isContiguous, NOW, one, orders } from './orders.js';

const ROUNDS = 2;
const AT_ONCE = 12;
const STREAMS = 20;
/** What is promised of a process that is told to end. */
const GONE_MS_MAX = 10_000;

describe('The product, told to end while it works', () => {
  let database: FreshDatabase;
  let issuer: DemoIssuer;
  let child: ChildProcess | undefined;
  let url: string;
  let environment: Record<string, string>;
  /** A channel that takes calls and never answers. */
  let deaf: Server;
  const secrets = Object.fromEntries(CHANNELS.map((channel) => [channel, `whsec_${randomBytes(32).toString('base64')}`]));
  let serial = 1;

  beforeAll(async () => {
    database = await freshDatabase();
    const logId = `t-${randomBytes(6).toString('hex')}`;
    await migrateAll(database.url, logId, allServices);
    deaf = createServer(() => undefined);
    await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
    issuer = await startIssuer();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    environment = {
      NODE_ENV: 'test', DATABASE_URL: database.url, KAFKA_BROKERS: kafkaBrokers().join(','), LOG_ID: logId, PORT: String(port), OIDC_ISSUER: issuer.issuer, OIDC_AUDIENCE: AUDIENCE, DEMO_CLOCK_START: NOW,
      MASTER_KEY: randomBytes(32).toString('base64'), BLIND_INDEX_SECRET: randomBytes(32).toString('base64'), FEEDBACK_ALLOW_PRIVATE: 'true', LOG_LEVEL: 'fatal',
      CHANNEL_KEYS: JSON.stringify(Object.fromEntries(CHANNELS.map((channel) => [channel, { secrets: [secrets[channel]], feedbackUrl: `http://127.0.0.1:${(deaf.address() as AddressInfo).port}/${channel}` }]))),
    };
  }, 60_000);
  afterAll(async () => {
    if (child?.exitCode === null) child.kill('SIGKILL');
    deaf?.closeAllConnections();
    await Promise.all([issuer?.stop(), new Promise((resolve) => deaf?.close(resolve))]);
    await database?.drop();
  });

  it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))('(%s) is gone within ten seconds, by itself, and whatever was answered with 2xx is in the log', async () => {
    child = spawn(process.execPath, [join(process.cwd(), 'dist/test/faults/serve.js')], { env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', 'ignore', 'inherit'] });
    const running = child;
    await whenTrue(async () => running.exitCode === null && (await fetch(`${url}/health/ready`)).status === 200, 60_000);
    const taken: string[] = [];
    const answers = { turnedAway: 0, cutOff: 0, other: [] as number[] };
    let isOver = false;
    let isEnding = false;
    const channelAtWork = async (): Promise<void> => {
      while (!isOver) {
        const [{ channel, order }] = orders(1, serial++) as [{ channel: string; order: object }];
        const wasEnding = isEnding;
        const answer = await new Hotline(url, channel, secrets[channel]!).file(order).catch((error: { cause?: { code?: string } }) => error.cause?.code ?? 'error');
        if (answer === 'ECONNREFUSED') return;
        if (typeof answer === 'string') answers.cutOff += wasEnding ? 0 : 1; // What comes while the door closes may find it closed; what was under way is answered.
        else if (answer.status === 202) taken.push(answer.body.caseId);
        else if (answer.status === 503) answers.turnedAway += 1;
        else answers.other.push(answer.status);
      }
    };
    const token = await tokenFor(issuer, { id: 'supervisor-1', role: 'supervisor', division: '439900' });
    const streams = await Promise.all(Array.from({ length: STREAMS }, () => fetch(`${url}/v1/supervision/stream`, { headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' } })));
    expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
    const work = Promise.all(Array.from({ length: AT_ONCE }, channelAtWork));
    work.catch(() => undefined); // Awaited below.
    await whenTrue(() => taken.length >= 40, 60_000);

    const begun = performance.now();
    isEnding = true;
    running.kill('SIGTERM');
    await whenTrue(() => running.exitCode !== null || running.signalCode !== null, GONE_MS_MAX);
    process.stderr.write(`  gone after ${Math.round(performance.now() - begun)} ms: ${taken.length} taken, ${answers.turnedAway} turned away, ${answers.cutOff} cut off\n`);
    expect([running.exitCode, running.signalCode]).toEqual([0, null]);
    isOver = true;
    await work;
    await Promise.all(streams.map(({ body }) => body!.cancel().catch(() => undefined)));

    expect(answers.other).toEqual([]);
    expect(answers.cutOff).toBe(0);
    const filed = await column<string>(database.pool, `SELECT case_id::text FROM es.events WHERE type = 'intake.claim-filed' OR type = 'intake.duplicate-linked'`);
    expect(taken.filter((caseId) => !filed.includes(caseId))).toEqual([]);
    expect(await isContiguous(database.pool)).toBe(true);
    // Whatever it held it gave back: the next one need not wait.
    expect(await one<number>(database.pool, `SELECT count(*)::int FROM es.lease WHERE name IN ('relay', 'clocks', 'seal') AND until > clock_timestamp()`)).toBe(0);
  }, 120_000);

  it('and the next process takes up what was left', async () => {
    child = spawn(process.execPath, [join(process.cwd(), 'dist/test/faults/serve.js')], { env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', 'ignore', 'inherit'] });
    await whenTrue(async () => (await fetch(`${url}/health/ready`)).status === 200, 60_000);
    await whenTrue(async () => (await one<number>(database.pool, `SELECT count(*)::int FROM es.events f WHERE f.type = 'intake.claim-filed' AND NOT EXISTS (SELECT FROM es.events r WHERE r.case_id = f.case_id AND r.type = 'routing.case-routed')`)) === 0, 90_000);
    const statistics = await new Office(url, issuer).get<{ cases: number }>('supervisor', '/v1/supervision/statistics');
    expect(statistics.cases).toBeGreaterThan(0);
    child.kill('SIGTERM');
    await whenTrue(() => child!.exitCode !== null, GONE_MS_MAX);
    expect(child.exitCode).toBe(0);
  }, 120_000);
});
