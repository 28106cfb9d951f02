import type { App } from '../app.js';
import { startApp } from '../app.js';
import { kafkaBrokers, whenTrue } from '../stack.js';
import { column, isContiguous, notRoutedOnce, NOW, one, orders } from './orders.js';
import { Proxy } from './proxy.js';

const ROUTED = `SELECT count(*)::int FROM es.events WHERE type = 'routing.case-routed'`;
const ANSWER_MS_MAX = 5_000;

describe('While Kafka is away', () => {
  let app: App;
  let kafka: Proxy;
  let filed = 0;
  beforeAll(async () => {
    kafka = await Proxy.to(kafkaBrokers()[0]!);
    app = await startApp({ now: NOW, more: { KAFKA_BROKERS: kafka.address } });
    await file(1);
    await whenTrue(() => isRouted(), 60_000);
  });
  afterAll(async () => {
    await app?.stop();
    await kafka?.close();
  });

  /** Files further orders one after the other; each must be taken, and soon. */
  async function file(count: number): Promise<void> {
    for (const { channel, order } of orders(count, filed + 1)) {
      const begun = performance.now();
      const { status, body } = await app.hotline(channel).file(order);
      expect({ status, body }).toMatchObject({ status: 202, body: { duplicateOf: null } });
      expect(performance.now() - begun).toBeLessThan(ANSWER_MS_MAX);
      filed += 1;
    }
  }

  async function isRouted(): Promise<boolean> {
    return (await one<number>(app.database, ROUTED)) === filed;
  }

  async function ready(): Promise<{ status: number; body: { postgres: string; kafka: string[] } }> {
    const answer = await fetch(`${app.url}/health/ready`);
    return { status: answer.status, body: (await answer.json()) as never };
  }

  it('goes through the proxy at all', async () => {
    const { body } = await ready();
    expect(body).toMatchObject({ postgres: 'up', kafka: expect.arrayContaining(['running', 'leading']) });
  });

  it.each(['cut', 'hold', 'deaf'] as const)('(%s) orders are taken in and stored, and all catch up when it is back', async (mode) => {
    kafka.set(mode);
    const before = await one<number>(app.database, ROUTED);
    await file(8);
    expect(await one<number>(app.database, `SELECT count(*)::int FROM es.events WHERE type = 'intake.claim-filed'`)).toBe(filed);
    expect(await ready()).toMatchObject({ status: 200, body: { postgres: 'up' } });
    if (mode !== 'deaf') await whenTrue(async () => !(await ready()).body.kafka.includes('leading'), 60_000); // It is told, though nobody is refused for it.
    if (mode === 'cut') {
      expect(await one<number>(app.database, ROUTED)).toBe(before);
    }

    kafka.set('forward');
    const back = performance.now();
    await whenTrue(() => isRouted(), 60_000);
    await whenTrue(async () => (await ready()).body.kafka.join() === 'leading,running', 60_000);
    process.stderr.write(`  ${mode}: all routed ${Math.round(performance.now() - back)} ms after Kafka was back\n`);
    await app.settled();
    expect(await notRoutedOnce(app.database)).toEqual([]);
    expect(await isContiguous(app.database)).toBe(true);
  }, 90_000);

  it('each case has its clocks and its line on the board, and nothing is parked', async () => {
    const cases = await column<string>(app.database, `SELECT case_id::text FROM es.events WHERE type = 'intake.claim-filed' ORDER BY 1`);
    expect(cases).toHaveLength(filed);
    expect(await column(app.database, `SELECT case_id::text FROM es.events WHERE type = 'supervision.clocks-opened' ORDER BY 1`)).toEqual(cases);
    expect(await column(app.database, `SELECT "caseId"::text FROM supervision.case_view WHERE state <> 'REGISTERED' ORDER BY 1`)).toEqual(cases);
    for (const service of ['intake', 'routing', 'resolution', 'supervision']) expect(await one(app.database, `SELECT count(*)::int FROM ${service}.parked`)).toBe(0);
  });
});
