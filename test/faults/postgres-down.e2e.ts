import { signWebhook } from '#libs/security/webhook.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';
import { isContiguous, notRoutedOnce, NOW, one, orders, seeded } from './orders.js';
import { Proxy } from './proxy.js';

/** The longest that an order may wait for its 503. */
const ANSWER_MS_MAX = 20_000;
const FILED = `SELECT count(*)::int FROM es.events WHERE type = 'intake.claim-filed'`;

interface Answer { readonly status: number; readonly retryAfter: string | null; readonly ms: number; readonly caseId?: string }

describe('While Postgres is away', () => {
  let app: App;
  let postgres: Proxy;
  let serial = 1;
  const kept: { channel: string; order: object; id: string }[] = [];
  beforeAll(async () => {
    postgres = await Proxy.to(new URL(process.env['TEST_DATABASE_URL']!).host);
    app = await startApp({ now: NOW, by: (url) => Object.assign(new URL(url), { host: postgres.address }).href });
  });
  afterAll(async () => {
    await app?.stop();
    await postgres?.close();
  });

  async function send({ channel, order, id }: (typeof kept)[number]): Promise<Answer> {
    const body = JSON.stringify(order);
    const begun = performance.now();
    const headers = { 'content-type': 'application/json', ...signWebhook(app.secrets[channel]!, id, Math.floor(Date.now() / 1000), body) };
    const response = await fetch(`${app.url}/v1/channels/${channel}/work-orders`, { method: 'POST', headers, body });
    const { caseId } = (await response.json()) as { caseId?: string };
    return { status: response.status, retryAfter: response.headers.get('retry-after'), ms: performance.now() - begun, ...(caseId !== undefined && { caseId }) };
  }

  function next(): (typeof kept)[number] {
    const [{ channel, order }] = orders(1, serial) as [{ channel: string; order: object }];
    return { channel, order, id: `wh_down_${serial++}` };
  }

  const readiness = async (): Promise<number> => (await fetch(`${app.url}/health/ready`)).status;
  const statusOf = async (role: string, path: string, body?: object): Promise<number> => {
    const response = await fetch(`${app.url}${path}`, { method: body ? 'POST' : 'GET', headers: { authorization: `Bearer ${await app.token(role)}`, 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) });
    return response.status;
  };

  it('goes through the proxy at all', async () => {
    const first = next();
    const { status, caseId } = await send(first);
    expect(status).toBe(202);
    kept.push(first);
    await app.settled();
    expect(await statusOf('officer', `/v1/cases/${caseId}`)).toBe(200);
  });

  it.each(['cut', 'hold', 'deaf'] as const)('(%s) an order gets 503 with Retry-After in bounded time, and nothing of it is stored', async (mode) => {
    const before = await one<number>(app.database, FILED);
    const caseId = await one<string>(app.database, `SELECT case_id::text FROM es.events LIMIT 1`);
    const parts = Array.from({ length: 4 }, next);
    postgres.set(mode);
    const answers = await Promise.all(parts.map(send));
    expect(answers).toEqual(parts.map(() => ({ status: 503, retryAfter: expect.stringMatching(/^[1-9]\d*$/), ms: expect.any(Number) })));
    const slowest = Math.max(...answers.map(({ ms }) => ms));
    process.stderr.write(`  ${mode}: slowest 503 after ${Math.round(slowest)} ms\n`);
    expect(slowest).toBeLessThan(ANSWER_MS_MAX);
    expect(await readiness()).toBe(503);
    expect(await Promise.all([statusOf('officer', '/v1/cases'), statusOf('officer', `/v1/routing/cases/${caseId}/commands/sign-order`, {})])).toEqual([503, 503]);
    expect(await one(app.database, FILED)).toBe(before);
    kept.push(...parts);

    postgres.set('forward');
    await whenTrue(async () => (await readiness()) === 200);
    expect(await one(app.database, FILED)).toBe(before); // None of it was only on its way.
  }, 90_000);

  it('afterwards the same calls, sent again, give one case each', async () => {
    const twice = [];
    for (const part of kept) twice.push([await send(part), await send(part)]);
    expect(twice.map(([a, b]) => [a!.status, b!.status, a!.caseId === b!.caseId])).toEqual(kept.map(() => [202, 202, true]));
    expect(await one(app.database, FILED)).toBe(kept.length);
  });

  it('an order whose commit went through unheard is one case when it is sent again, 20 times', async () => {
    const random = seeded('postgres-down');
    const stored = (id: string): Promise<boolean> => one(app.database, 'SELECT EXISTS (SELECT FROM es.command_keys WHERE key = $1)', [id]);
    let unheard = 0;
    for (let round = 0; round < 20; round++) {
      const part = next();
      const isSure = round % 2 === 0;
      let appends = false;
      postgres.watch = (bytes) => { // The statement that stores orders, by its name.
        if (!bytes.includes('es.append\0')) return;
        postgres.watch = undefined;
        appends = true;
        if (isSure) postgres.set('deaf');
        else setTimeout(() => postgres.set('cut'), random() * 6);
      };
      const first = send(part);
      if (isSure) {
        await whenTrue(() => appends && stored(part.id));
        postgres.set('cut');
      }
      const { status } = await first;
      expect(isSure ? [503] : [202, 503]).toContain(status);
      await whenTrue(() => appends);
      unheard += status === 503 && (await stored(part.id)) ? 1 : 0;
      await new Promise((resolve) => setTimeout(resolve, 10)); // The cut of an unsure round may still be to come.
      postgres.set('forward');
      const again = await whenTrue(async () => {
        const answer = await send(part);
        expect([202, 503]).toContain(answer.status);
        return answer.status === 202 ? answer : undefined;
      });
      expect(await send(part)).toMatchObject({ status: 202, caseId: again.caseId });
      kept.push(part);
    }
    process.stderr.write(`  ${unheard} of 20 were stored though the channel was told 503\n`);
    expect(unheard).toBeGreaterThanOrEqual(10);
    expect(await one(app.database, FILED)).toBe(kept.length);
  }, 90_000);

  it('and all are routed once, without a restart', async () => {
    await whenTrue(async () => (await one(app.database, `SELECT count(*)::int FROM es.events WHERE type = 'routing.case-routed'`)) === kept.length, 30_000);
    await app.settled();
    expect(await notRoutedOnce(app.database)).toEqual([]);
    expect(await isContiguous(app.database)).toBe(true);
    for (const service of ['intake', 'routing', 'resolution', 'supervision']) expect(await one(app.database, `SELECT count(*)::int FROM ${service}.parked`)).toBe(0);
  }, 60_000);
});
