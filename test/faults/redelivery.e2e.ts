import { createHash } from 'node:crypto';
import { playOut } from '../../demo/officers.js';
import type { Fate } from '../../demo/orders.js';
import { topicOf } from '#libs/messaging/topics.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';
import { NOW, column, one, orders } from './orders.js';

const FATES: readonly Fate[] = ['untouched', 'contacted', 'mediatedPaid', 'mediationFailed', 'orderedPaid', 'objected', 'carried', 'supplemented'];
const TIMES = 3;

describe('The whole log, published again', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp({ now: NOW });
    const wages = orders(40).filter((_, at) => (at + 1) % 7 !== 0 && (at + 1) % 11 !== 0).slice(0, 24); // No site hazard, no group: any way is open to them.
    const cases = await Promise.all(wages.map(async ({ channel, order }) => (await app.hotline(channel).insist(order)).caseId));
    const repeat = { ...orders(1, 4)[0]!.order, ...serialOf(orders(1, 4)[0]!.order) };
    await app.hotline(orders(1, 4)[0]!.channel).insist(repeat);
    await app.settled();
    const refused = await Promise.all(cases.map((caseId, at) => playOut(app.office, caseId, FATES[at % FATES.length]!, app.clock.now())));
    expect(refused.filter(Boolean)).toEqual([]);
    app.clock.advance(40 * 24 * 3600_000); // Some clocks breach, and some breaches climb.
    await app.settled();
    await delivered();
  }, 180_000);
  afterAll(() => app?.stop());

  /** Every delivery has reached its channel: from then on nothing but a new event changes a row. */
  async function delivered(): Promise<void> {
    const end = performance.now() + 60_000;
    while ((await one<number>(app.database, `SELECT count(*)::int FROM intake.delivery WHERE status = 'waiting'`)) > 0) {
      if (performance.now() > end) throw new Error('The channels do not hear everything.');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await app.settled();
  }

  /** All that the product knows, but for where each consumer stands: those marks count messages, and messages repeat. */
  async function state(): Promise<Record<string, string>> {
    const tables = await column<string>(app.database, `SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
      WHERE schemaname IN ('es', 'pii', 'intake', 'routing', 'resolution', 'supervision', 'audit') AND tablename <> 'high_water' AND NOT (schemaname = 'es' AND tablename IN ('lease', 'relay')) ORDER BY 1`);
    const found: Record<string, string> = {};
    for (const table of tables) {
      const rows = await column<string>(app.database, `SELECT t::text FROM ${table} t ORDER BY 1`);
      found[table] = `${rows.length} rows ${createHash('sha256').update(rows.join('\n')).digest('hex').slice(0, 16)}`;
    }
    return found;
  }

  it('begins from a state in which something has happened', async () => {
    expect(await one<number>(app.database, `SELECT count(DISTINCT type)::int FROM es.events`)).toBeGreaterThan(25);
    for (const type of ['supervision.clock-breached', 'supervision.escalation-raised', 'resolution.case-resolved']) expect(await one<number>(app.database, 'SELECT count(*)::int FROM es.events WHERE type = $1', [type])).toBeGreaterThan(0);
    expect(app.ear.heard.length).toBeGreaterThan(30);
  });

  it(`${TIMES} times over, changes nothing and tells no channel anything`, async () => {
    const before = await state();
    const heard = app.ear.heard.length;
    const { transport, log } = app.running.product;
    const messages = async (): Promise<bigint> => (await app.running.product.transport.extent(topicOf(log.logId)))!.ends.reduce((sum, end) => sum + end, 0n);
    expect(transport.health().state).toBe('running');
    const head = BigInt(await one<string>(app.database, 'SELECT max(pos)::text FROM es.events'));
    for (let time = 1; time <= TIMES; time++) {
      const sent = await messages();
      await app.database.query(`UPDATE es.relay SET pos = 0, leaf_hash = ''`);
      await app.restart();
      await whenTrue(async () => (await messages()) >= sent + head, 60_000);
      await whenTrue(async () => (await lag()) === 0n, 60_000);
      await app.settled();
      expect(await state()).toEqual(before);
    }
    expect(app.ear.heard).toHaveLength(heard);
  }, 240_000);

  /** Messages of the topic that some consumer has not yet looked at. */
  async function lag(): Promise<bigint> {
    const lags = await Promise.all([...app.running.consumers.values()].map((consumer) => consumer.lag()));
    return lags.reduce((sum, one) => sum + one, 0n);
  }
});

/** The same complaint under a number of its own: another call of the same worker. */
function serialOf(order: object): object {
  const name = ['orderNo', 'ticketNo', 'clueNo', 'formId', 'externalId'].find((field) => field in order)!;
  return { [name]: `${String((order as Record<string, unknown>)[name]).slice(0, -1)}9` };
}
