import { setTimeout as pause } from 'node:timers/promises';
import type { KafkaMessage } from 'kafkajs';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { partitionOf, topicOf } from '#libs/messaging/topics.js';
import type { Receipt } from '../../simulator/hotline.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { kafkaBrokers, whenTrue } from '../stack.js';
import { wholeText } from '../whole-database.js';
import { wageOrders } from '../work-orders.js';

const NOW = '2026-03-02T10:20:00+08:00';
const ORDERS = 6;
const SERVICES = ['intake', 'routing', 'resolution', 'supervision'];

/** Two installations, as two cities have them: a database and topics for each, on one Kafka cluster. */
describe('Two logs on one Kafka cluster', () => {
  let cities: readonly [App, App];
  const receipts: [Receipt[], Receipt[]] = [[], []];
  const kafka = new Kafka({ clientId: 'anxin-two-logs', brokers: kafkaBrokers(), logLevel: logLevel.NOTHING });
  const topicIn = ({ environment }: App): string => topicOf(environment['LOG_ID']!);
  const column = async ({ database }: App, sql: string, values: unknown[] = []): Promise<string[]> => (await database.query<[string]>({ text: sql, values, rowMode: 'array' })).rows.map(([value]) => value);
  const file = async (app: App, number: string): Promise<Receipt> => {
    const { status, body } = await app.hotline('station').file(wageOrders['station']!(number, '2026-03-02T10:15:00+08:00'));
    expect(status).toBe(202);
    return body;
  };

  beforeAll(async () => {
    cities = [await startApp({ now: NOW }), await startApp({ now: NOW })];
    // The same numbers, the same person, the same employer, at the same time.
    for (let n = 0; n < ORDERS; n++) await Promise.all(cities.map(async (city, which) => receipts[which]!.push(await file(city, `TWO-${n}`))));
    await Promise.all(cities.map((city) => city.settled()));
  }, 120_000);
  afterAll(() => Promise.all((cities ?? []).map((city) => city.stop())));

  it('take the same order as two cases: a repeat is looked for in the own log alone', () => {
    for (const own of receipts) {
      expect(own[0]!.duplicateOf).toBeNull();
      expect(own.slice(1).map(({ duplicateOf }) => duplicateOf)).toEqual(Array(ORDERS - 1).fill(own[0]!.caseId)); // Of one person against one employer.
    }
    expect(receipts[0].filter(({ caseId }) => receipts[1].some((other) => other.caseId === caseId))).toEqual([]);
  });

  it('publish each to topics of their own: every event of the log, and none of the other', async () => {
    for (const city of cities) {
      const messages = await messagesOf(kafka, topicIn(city));
      expect(new Set(messages.map(({ headers }) => String(headers?.['ce_logid'])))).toEqual(new Set([city.environment['LOG_ID']]));
      expect(messages.map(({ key }) => String(key)).sort()).toEqual((await column(city, 'SELECT case_id::text FROM es.events')).sort());
    }
  }, 60_000);

  it('leave no trace of the one in the other', async () => {
    for (const [which, city] of cities.entries()) {
      const foreign = receipts[1 - which]!.flatMap(({ caseId, caseNumber, trackingCode }) => [caseId, caseNumber, trackingCode]);
      const own = new Set(receipts[which]!.flatMap(({ caseId, caseNumber, trackingCode }) => [caseId, caseNumber, trackingCode]));
      const whole = [...(await wholeText(city.environment['DATABASE_URL']!)).values()].join('\n');
      expect(foreign.filter((word) => !own.has(word) && whole.includes(word))).toEqual([]);
      expect([...own].filter((word) => whole.includes(word)).length).toBeGreaterThan(0); // It would have been found.
      expect((await fetch(`${city.url}/v1/track/${receipts[1 - which]![0]!.trackingCode}`)).status).toBe(404);
      const { issuer, token } = cities[1 - which]!;
      expect((await fetch(`${city.url}/v1/cases`, { headers: { authorization: `Bearer ${await token('officer')}` } })).status).toBe(401);
      expect(issuer.issuer).not.toBe(city.issuer.issuer);
    }
  }, 60_000);

  it('tell each channel of the own cases alone', async () => {
    for (const city of cities) {
      const written = (await column(city, 'SELECT id::text FROM intake.delivery')).sort();
      await whenTrue(() => city.ear.heard.length >= written.length);
      expect(city.ear.heard.map(({ webhookId }) => webhookId).sort()).toEqual(written);
    }
  }, 60_000);

  it('go on, each while the other stops and starts', async () => {
    const [here, away] = cities;
    const before = await column(away, 'SELECT count(*)::text FROM es.events');
    const restarted = away.restart();
    const { caseId } = await file(here, 'TWO-ALONE');
    await here.settled();
    expect(await column(here, `SELECT type FROM es.events WHERE case_id = $1 AND type LIKE 'intake.%'`, [caseId])).not.toEqual([]);
    await restarted;
    await away.settled();
    expect(await column(away, 'SELECT count(*)::text FROM es.events')).toEqual(before);
  }, 90_000);

  it('set aside what somebody brought from the one topic into the other, and handle nothing of it', async () => {
    const [from, to] = cities;
    const [stray] = (await messagesOf(kafka, topicIn(from))).filter(({ headers }) => String(headers?.['ce_type']) === 'intake.claim-filed.v1');
    const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    const { key, value, headers } = stray!;
    await producer.send({ topic: topicIn(to), messages: [{ key, value, partition: partitionOf(String(key)), headers: { ...headers } }] });
    await producer.disconnect();
    for (const service of SERVICES) expect(await whenTrue(async () => (await column(to, `SELECT error FROM ${service}.parked WHERE case_id = $1`, [String(key)]))[0], 30_000)).toMatch(/another log/);
    const { caseId } = await file(to, 'TWO-AFTER');
    await to.settled();
    expect(await column(to, 'SELECT count(*)::text FROM es.events WHERE case_id = $1', [caseId])).not.toEqual(['0']);
    expect(await column(to, 'SELECT count(*)::text FROM es.events WHERE case_id = $1', [String(key)])).toEqual(['0']);
    expect(await column(to, 'SELECT "caseId"::text FROM supervision.case_view WHERE "caseId" = $1', [String(key)])).toEqual([]);
  }, 90_000);
});

/** Everything that a topic holds, by a client of its own. */
async function messagesOf(kafka: Kafka, topic: string): Promise<KafkaMessage[]> {
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const wanted = ends.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
  const consumer = kafka.consumer({ groupId: `two-logs-${topic}-${Date.now()}` });
  const messages: KafkaMessage[] = [];
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({ autoCommit: false, eachMessage: async ({ message }) => void messages.push(message) });
    await whenTrue(() => messages.length >= wanted, 30_000);
    await pause(200);
  } finally {
    await consumer.disconnect();
  }
  return messages;
}
