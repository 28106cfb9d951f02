import { execFileSync } from 'node:child_process';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { migrateAll } from '#libs/runtime/migrations.js';
import { signWebhook } from '#libs/security/webhook.js';
import { workOrder } from '../../bench/orders.js';
import type { Served } from '../../bench/processes.js';
import { serve } from '../../bench/processes.js';
import { CHANNEL_SECRET, productIn } from '../../bench/product.js';
import type { DemoIssuer } from '../../demo/people.js';
import { startIssuer, tokenFor } from '../../demo/people.js';
import { allServices } from '../../demo/services.js';
import type { FreshDatabase } from '../stack.js';
import { freshDatabase, kafkaBrokers, whenTrue } from '../stack.js';
import { column, isContiguous, one } from './orders.js';

const SUSTAINED_MS = 2_000;
/** Of the flood: at most so many calls on so many connections, in at most so long. */
const CALLS_MAX = 20_000;
const CONNECTIONS = 500;
const FLOOD_MS_MAX = 5_000;
const STALL_MS = 1_200;
/** What the process lets in at once. */
const REQUESTS_MAX = 32;
/** What a process may keep after it, in MiB: the heap of V8 grows under load and is given back slowly. Without bounds it is some hundred more with each second. */
const GROWTH_MIB = 250;
const FLOODS = 3;
/** What one more flood may add to what those before have left: a call that leaves anything behind would add it again. */
const REGROWTH_MIB = 100;

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: { readonly caseId?: string; readonly code?: string };
  readonly ms: number;
}

describe('More than the product can take', () => {
  let database: FreshDatabase;
  let issuer: DemoIssuer;
  let environment: Readonly<Record<string, string>>;

  beforeAll(async () => {
    database = await freshDatabase();
    issuer = await startIssuer();
    const logId = `t-${randomBytes(6).toString('hex')}`;
    environment = { ...(await productIn(database.url, logId, { KAFKA_BROKERS: kafkaBrokers().join(','), OIDC_ISSUER: issuer.issuer, LOG_LEVEL: 'info' })) };
    await migrateAll(database.url, logId, allServices);
  }, 60_000);
  afterAll(async () => {
    await issuer?.stop();
    await database?.drop();
  });

  describe('of orders', () => {
    let intake: Served;
    let serial = 0;
    let agent: Agent;
    const answers: Answer[] = [];
    let before: number;
    /** The most that was under way at once and that the process took, in MiB, whenever somebody looked during the flood. */
    const peak = { underWay: 0, memory: 0 };

    beforeAll(async () => {
      intake = await serve('services/intake/main.js', { ...environment, REQUESTS_MAX: String(REQUESTS_MAX) });
      agent = new Agent({ keepAlive: true, maxSockets: Infinity });
    }, 90_000);
    afterAll(async () => {
      agent.destroy();
      await intake?.stop();
    }, 30_000);

    /** So many callers that ask again at once, whatever they are told, until the time or the calls are over. Returns calls a second and orders taken a second. */
    async function callers(count: number, ms: number, callsMax = Infinity): Promise<{ calls: number; taken: number }> {
      const began = performance.now();
      const [from, first] = [answers.length, answers.filter(({ status }) => status === 202).length];
      let left = callsMax;
      await Promise.all(Array.from({ length: count }, async () => {
        while (performance.now() - began < ms && left-- > 0) answers.push(await file(intake.url, agent, serial++));
      }));
      const seconds = (performance.now() - began) / 1000;
      return { calls: (answers.length - from) / seconds, taken: (answers.filter(({ status }) => status === 202).length - first) / seconds };
    }

    /** The store takes nothing for a while: more comes than is taken, however slow the callers' own machine is. */
    async function stall(ms: number): Promise<void> {
      const client = await database.pool.connect();
      await client.query('BEGIN; LOCK TABLE es.streams IN ACCESS EXCLUSIVE MODE');
      await pause(ms);
      await client.query('ROLLBACK');
      client.release();
    }

    it('is answered at once with 503 and Retry-After, while the rest is taken', async () => {
      await callers(16, 1_000); // Warms up.
      const sustained = await callers(16, SUSTAINED_MS);
      before = intake.memory();
      let healthy = 0;
      let over = false;
      const health = (async (): Promise<void> => {
        while (!over) {
          const [live, ready] = await Promise.all([fetch(`${intake.url}/health/live`), fetch(`${intake.url}/health/ready`)]);
          expect([live.status, ready.status]).toEqual([200, 200]); // It is ready: it takes as much as ever.
          const underWay = /^anxin_under_way\{kind="request"\} (\d+)$/m.exec(await (await fetch(`${intake.url}/metrics`)).text())?.[1];
          [peak.underWay, peak.memory] = [Math.max(peak.underWay, Number(underWay)), Math.max(peak.memory, intake.memory())];
          healthy += 1;
          await pause(100);
        }
      })();
      const from = answers.length;
      const [flood] = await Promise.all([callers(CONNECTIONS, FLOOD_MS_MAX, CALLS_MAX), stall(STALL_MS)]);
      over = true;
      await health;
      const away = answers.slice(from).filter(({ status }) => status !== 202);
      process.stderr.write(`  sustained ${Math.round(sustained.taken)} orders/s; offered ${Math.round(flood.calls)}/s (${(flood.calls / sustained.taken).toFixed(1)} ×), taken ${Math.round(flood.taken)}/s, ${away.length} turned away; health answered ${healthy} times; at most ${peak.underWay} under way\n`);
      expect(away.length).toBeGreaterThan(0);
      expect(healthy).toBeGreaterThan(0);
      expect([peak.underWay > 0, peak.underWay <= REQUESTS_MAX]).toEqual([true, true]);
      for (const { status, retryAfter, body } of away) {
        expect([429, 503]).toContain(status);
        expect(retryAfter).toMatch(/^[1-9]\d*$/);
        expect(body.code).toMatch(/^(OVERLOADED|STORE_BUSY|TOO_MANY_REQUESTS)$/);
      }
    }, 60_000);

    it('takes no more memory than its bounds, and one flood more none besides', async () => {
      const after = [intake.memory()];
      for (let flood = 2; flood <= FLOODS; flood++) { // The store stood still in the first: from the second on each takes as much as the one before.
        await callers(CONNECTIONS, FLOOD_MS_MAX, CALLS_MAX);
        after.push(intake.memory());
      }
      process.stderr.write(`  resident memory ${Math.round(before)} MiB before, at most ${Math.round(peak.memory)} MiB during the first flood, ${after.map(Math.round).join(', ')} MiB after each\n`);
      expect(Math.max(peak.memory, ...after)).toBeLessThan(before + GROWTH_MIB);
      expect(after.at(-1)).toBeLessThan(Math.max(...after.slice(0, -1)) + REGROWTH_MIB);
    }, 60_000);

    it('is over when it is over: ordinary calls are answered', async () => {
      const began = performance.now();
      await whenTrue(async () => (await file(intake.url, agent, serial++)).status === 202, 5_000);
      process.stderr.write(`  an ordinary call was answered ${Math.round(performance.now() - began)} ms after the flood\n`);
      const calm = await Promise.all(Array.from({ length: 10 }, () => file(intake.url, agent, serial++)));
      expect(calm.map(({ status }) => status)).toEqual(Array(10).fill(202));
      answers.push(...calm);
      const metrics = await (await fetch(`${intake.url}/metrics`)).text();
      expect(Number(/^anxin_turned_away_total\{code="OVERLOADED"\} (\d+)/m.exec(metrics)?.[1])).toBe(answers.filter(({ body }) => body.code === 'OVERLOADED').length);
      expect(metrics).toMatch(/^anxin_under_way\{kind="request"\} 0$/m);
    }, 30_000);

    it('has lost nothing and stored nothing twice: each 202 is one claim of the log, and nothing that was turned away is there', async () => {
      const acknowledged = answers.flatMap(({ status, body }) => (status === 202 ? [body.caseId!] : []));
      const filed = await column<string>(database.pool, `SELECT case_id::text FROM es.events WHERE type = 'intake.claim-filed'`);
      expect(new Set(acknowledged).size).toBe(acknowledged.length);
      expect(new Set(filed).size).toBe(filed.length);
      expect(filed).toEqual(expect.arrayContaining(acknowledged.slice(0, 500)));
      expect(filed.length).toBe(acknowledged.length + 1); // And the first call after the flood.
      expect(acknowledged.filter((caseId) => !new Set(filed).has(caseId)).length).toBe(0);
      expect(await isContiguous(database.pool)).toBe(true);
    });
  });

  describe('of connections', () => {
    const files = Number(execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim()) || Infinity;
    /** `HALF_OPEN` asks for more connections, up to half of the files that a process may have open. */
    const wanted = Number(process.env['HALF_OPEN'] ?? 2_000);
    const [HALF_OPEN, STREAMS] = files >= 6_000 ? [Math.min(wanted, 100 * Math.floor(files / 200)), 500] : [100 * Math.floor(files / 600), 200];
    /** Of the streams that stay: those that read nothing, and those that do. */
    const [DEAF, LISTENING] = [40, 40];
    /** So many lines of the board change in each round: the kernel alone holds megabytes for a reader that does not read. */
    const [CASES, ROUNDS_MAX] = [300, 60];
    let supervision: Served;
    let token: string;

    beforeAll(async () => {
      supervision = await serve('services/supervision/main.js', { ...environment, STREAMS_MAX: String(STREAMS) });
      token = await tokenFor(issuer, { id: 'supervisor-439900', role: 'supervisor', division: '439900' });
      await whenTrue(async () => (await gauge('anxin_consumer_lag_positions{consumer="supervision"}')) === 0 && (await one<number>(database.pool, 'SELECT count(*)::int FROM supervision.case_view')) >= CASES, 90_000);
    }, 120_000);
    afterAll(() => supervision?.stop(), 30_000);

    const gauge = async (name: string): Promise<number> =>
      Number((await (await fetch(`${supervision.url}/metrics`)).text()).split('\n').find((line) => line.startsWith(`${name} `))?.split(' ')[1]);

    it(`that say nothing or never come to an end (${HALF_OPEN}) are closed, and do not keep others out`, async () => {
      const { port } = new URL(supervision.url);
      let closed = 0;
      const began = performance.now();
      const half = (n: number): Promise<Socket> => new Promise((resolve, reject) => {
        const socket = connect(Number(port), '127.0.0.1', () => {
          if (n % 3 > 0) socket.write('GET /v1/cases HTTP/1.1\r\nHost: x\r\nX-Slow: '); // A third says nothing, a third begins and says no more, a third goes on, letter by letter.
          resolve(socket);
        });
        socket.on('close', () => { closed += 1; }).on('error', reject).resume();
      });
      const sockets: Socket[] = [];
      while (sockets.length < HALF_OPEN) sockets.push(...(await Promise.all(Array.from({ length: 100 }, (_, n) => half(n)))));
      const drip = setInterval(() => { for (const [n, socket] of sockets.entries()) if ((n % 100) % 3 === 2 && !socket.destroyed) socket.write('x'); }, 1_000);
      const times: number[] = [];
      let asked = false;
      await whenTrue(async () => {
        const from = performance.now();
        expect((await fetch(`${supervision.url}/v1/cases?limit=1`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
        times.push(performance.now() - from);
        if (!asked && from - began > 20_000) { // One that the kernel had dropped before anybody accepted it hears of it when it speaks.
          asked = true;
          for (const socket of sockets) if (!socket.destroyed) socket.write('x');
        }
        await pause(50);
        return closed === HALF_OPEN;
      }, 90_000);
      clearInterval(drip);
      times.sort((a, b) => a - b);
      process.stderr.write(`  ${HALF_OPEN} half-open connections were closed after ${Math.round(performance.now() - began)} ms; of ${times.length} calls meanwhile 99 in 100 took ${Math.round(times[Math.floor(times.length * 0.99)]!)} ms at most, the slowest ${Math.round(times.at(-1)!)} ms\n`);
      for (const socket of sockets) socket.destroy();
    }, 150_000);

    it(`that listen (${STREAMS}) are told what changes; who does not read is cut off, and nothing is kept for it`, async () => {
      const agent = new Agent({ maxSockets: Infinity });
      const streams = (): Promise<number> => gauge('anxin_under_way{kind="stream"}');
      const open: IncomingMessage[] = [];
      while (open.length < STREAMS) open.push(...(await Promise.all(Array.from({ length: Math.min(50, STREAMS - open.length) }, () => listen(supervision.url, agent, token)))));
      expect(new Set(open.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
      const beyond = await listen(supervision.url, agent, token);
      expect([beyond.statusCode, beyond.headers['retry-after']]).toEqual([503, expect.stringMatching(/^[1-9]\d*$/)]);
      beyond.resume();
      for (const stream of open.splice(DEAF + LISTENING)) stream.destroy(); // They were let in, all at once; for the rest some are enough.
      await whenTrue(async () => (await streams()) === DEAF + LISTENING);
      let heard = 0;
      const cutOff = new Set<IncomingMessage>();
      for (const [n, stream] of open.entries()) {
        stream.on('close', () => cutOff.add(stream)).on('error', () => undefined);
        if (n >= DEAF) stream.on('data', (part: Buffer) => { heard += part.length; });
        else stream.pause();
      }
      await pause(1_000); // A listener hears what changes from now on.
      const before = supervision.memory();
      let round = 0;
      await whenTrue(async () => {
        await database.pool.query('UPDATE supervision.case_view SET position = position + 1 WHERE "caseId" IN (SELECT "caseId" FROM supervision.case_view ORDER BY position DESC LIMIT $1)', [CASES]);
        await pause(600);
        return ++round > ROUNDS_MAX || (await streams()) <= LISTENING;
      }, 100_000);
      const after = supervision.memory();
      process.stderr.write(`  ${LISTENING} streams heard ${Math.round(heard / 2 ** 20)} MiB in ${round} rounds, ${DEAF} that read nothing were cut off; resident memory ${Math.round(before)} MiB before, ${Math.round(after)} MiB after\n`);
      expect(await streams()).toBe(LISTENING);
      expect(open.slice(DEAF).filter((stream) => cutOff.has(stream))).toEqual([]);
      expect(heard).toBeGreaterThan(0);
      expect(after).toBeLessThan(before + GROWTH_MIB);
      expect((await fetch(`${supervision.url}/health/ready`)).status).toBe(200);
      agent.destroy();
      for (const stream of open) stream.destroy();
      await whenTrue(async () => (await streams()) === 0);
    }, 150_000);
  });
});

function file(url: string, agent: Agent, serial: number): Promise<Answer> {
  const order = workOrder(serial);
  const signed = signWebhook(CHANNEL_SECRET, `wh_${randomUUID()}`, Math.floor(Date.now() / 1000), order);
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const call = request(`${url}/v1/channels/12345/work-orders`, { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(order), ...signed } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => { text += part; })
        .on('end', () => resolve({ status: response.statusCode!, retryAfter: response.headers['retry-after'], body: JSON.parse(text) as Answer['body'], ms: performance.now() - began }));
    });
    call.on('error', reject).end(order);
  });
}

function listen(url: string, agent: Agent, token: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(`${url}/v1/supervision/stream`, { agent, headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' } }, resolve).on('error', reject).end();
  });
}
