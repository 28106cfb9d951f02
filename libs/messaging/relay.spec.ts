import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { isAtHome } from '#libs/event-store/log.js';
import { readRows } from '#libs/event-store/read.js';
import { Collected } from '../../test/collect.js';
import type { FreshLog } from '../../test/fresh-log.js';
import { freshLog } from '../../test/fresh-log.js';
import { kafkaBrokers, whenTrue } from '../../test/stack.js';
import { Relay, refillTopic } from './relay.js';
import { PARTITIONS } from './topics.js';
import type { EventTransport } from './transport.js';

let log: FreshLog;
const relays: Relay[] = [];
const collectors: Collected[] = [];

beforeEach(async () => { log = await freshLog(); });
afterEach(async () => {
  await Promise.all(collectors.splice(0).map((one) => one.stop()));
  await Promise.all(relays.splice(0).map((one) => one.stop()));
  await log.drop();
});

function relay(transport: EventTransport = log.transport): Relay {
  const one = new Relay({ pool: log.pool, transport, leaseMs: 500, lookAgainMs: 300 });
  relays.push(one);
  one.start();
  return one;
}

async function publishedAll(): Promise<Collected> {
  const collected = Collected.from(log.transport, log.topic);
  collectors.push(collected);
  await whenTrue(() => collected.complete(), 30_000);
  return collected;
}

function upTo(head: string): bigint[] {
  return Array.from({ length: Number(head) }, (_, index) => BigInt(index + 1));
}

/** A Kafka that fails as told: `before` sending, `after` sending, as if the acknowledgement was lost, or having taken `some` partitions. */
function failing(inner: EventTransport, next: () => 'before' | 'after' | 'some' | undefined): EventTransport {
  return {
    subscribe: (subscriber) => inner.subscribe(subscriber), extent: (topic) => inner.extent(topic), committed: (group, topic) => inner.committed(group, topic),
    createTopic: (topic, partitions, settings) => inner.createTopic(topic, partitions, settings), readAll: (topic, last) => inner.readAll(topic, last),
    health: () => inner.health(), close: () => inner.close(),
    publish: async (batch) => {
      const fault = next();
      if (fault === 'before') throw new Error('lost before');
      await inner.publish(fault === 'some' ? batch.filter(({ partition }) => partition % 3 !== 1) : batch);
      if (fault) throw new Error('lost after');
    },
  };
}

/** A small generator of chance (mulberry32), so that a failure can be run again. */
function chance(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('Relay', () => {
  it('publishes every event in the order of the log while four writers append', async () => {
    const one = relay();
    await Promise.all([1, 2, 3, 4].map(async () => {
      for (let round = 0; round < 8; round++) await log.fill(50, 5);
    }));
    one.wake();
    await whenTrue(async () => one.position() === await log.head(), 30_000);
    const collected = await publishedAll();
    expect(collected.inOrder()).toEqual(upTo('8000'));
    expect(collected.messages).toBe(8_000); // Nothing failed, so nothing was repeated.
  });

  it('publishes a backlog in sends that the broker accepts, however large its events are', async () => {
    const caseIds = await log.fill(1); // One case, so one partition, whose share of a send the broker limits to 1 MB.
    for (let version = 1; version < 60; version++) await log.append(log.next(caseIds, version, { n: version, note: 'x'.repeat(30_000) }));
    const one = relay();
    await whenTrue(() => one.position() === '60', 20_000);
    expect((await publishedAll()).inOrder()).toEqual(upTo('60'));
  });

  it('tells each event soon after the wake-up', async () => {
    const [caseId] = await log.fill(1);
    const one = relay();
    await whenTrue(() => one.position() === '1');
    const times: number[] = [];
    for (let version = 1; version <= 30; version++) {
      await log.append(log.next([caseId!], version));
      const from = performance.now();
      one.wake();
      await whenTrue(async () => { await new Promise(setImmediate); return one.position() === String(version + 1); });
      times.push(performance.now() - from);
    }
    expect(times.sort((a, b) => a - b)[15]).toBeLessThan(500); // 5 ms where the machine is idle; it seldom is in a test run.
  });

  it.each([1, 2])('repeats, but neither loses nor disorders, when sends fail before, after or half-way (seed %i)', async (seed) => {
    const random = chance(seed);
    const faults = { before: 0, after: 0, some: 0 };
    const transport = failing(log.transport, () => {
      const kind = (['before', 'after', 'some', undefined, undefined, undefined] as const)[Math.floor(random() * 6)];
      if (kind) faults[kind] += 1;
      return kind;
    });
    const one = relay(transport);
    for (let round = 0; round < 25; round++) {
      await log.fill(20, 4);
      await new Promise((done) => setTimeout(done, random() * 30));
    }
    await whenTrue(() => one.position() === '2000', 60_000);
    expect(faults.before + faults.after + faults.some).toBeGreaterThan(0);
    expect((await publishedAll()).inOrder()).toEqual(upTo('2000'));
  });

  it('goes on where another stopped, however often', async () => {
    const random = chance(7);
    const writing = (async () => {
      for (let round = 0; round < 60; round++) await log.fill(25, 4);
    })();
    for (let turn = 0; turn < 12; turn++) {
      const one = relay();
      await new Promise((done) => setTimeout(done, 100 + random() * 150));
      await one.stop();
    }
    await writing;
    const last = relay();
    await whenTrue(() => last.position() === '6000', 30_000);
    expect((await publishedAll()).inOrder()).toEqual(upTo('6000'));
  });

  it('stays in order with a zombie at work and a second relay from position 0', async () => {
    const first = relay();
    const writing = (async () => {
      for (let round = 0; round < 40; round++) await log.fill(50, 4);
    })();
    await whenTrue(() => BigInt(first.position()) > 1_000n);
    await log.pool.query('UPDATE es.relay SET pos = 0');
    await log.pool.query(`UPDATE es.lease SET until = '-infinity' WHERE name = 'relay'`); // The first does not know that it is over.
    const second = relay();
    await writing;
    await whenTrue(() => [first, second].some((one) => one.position() === '8000'), 40_000);
    const collected = await publishedAll();
    expect(collected.inOrder()).toEqual(upTo('8000'));
    expect(collected.messages).toBeGreaterThan(8_000);
  });

  it('publishes though its lease was taken for a day to come, by a server whose clock was wrong', async () => {
    await log.fill(3, 2);
    await log.pool.query(`UPDATE es.lease SET owner = 'dead', epoch = 9, until = clock_timestamp() + interval '400 days' WHERE name = 'relay'`);
    const one = relay();
    await whenTrue(() => one.position() === '6');
  });

  it('refuses a topic with another number of partitions', async () => {
    await log.transport.createTopic(log.topic, PARTITIONS + 1, {});
    const one = relay();
    await whenTrue(() => one.health().state === 'refused');
    expect(one.health().reason).toContain(`${PARTITIONS + 1} partitions instead of ${PARTITIONS}`);
  });

  it('stops at a deleted topic, says so, and refills it on one command', async () => {
    await log.fill(50, 2);
    const one = relay();
    await whenTrue(() => one.position() === '100');
    await one.stop();
    const admin = new Kafka({ brokers: kafkaBrokers(), logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [log.topic] });
    await admin.disconnect();
    await whenTrue(async () => (await log.transport.extent(log.topic)) === undefined);
    const two = relay();
    await whenTrue(() => two.health().state === 'refused');
    expect(two.health().reason).toContain('is gone after 100 events were published');
    await refillTopic(log.pool, log.transport);
    await whenTrue(() => two.position() === '100', 20_000);
    expect((await publishedAll()).inOrder()).toEqual(upTo('100'));
  });

  it('refuses a topic that was made anew behind its back', async () => {
    await log.fill(50);
    await log.transport.createTopic(log.topic, PARTITIONS, {});
    const [last] = await readRows(log.pool, '49', 1);
    await log.pool.query('UPDATE es.relay SET pos = 50, leaf_hash = $1', [last!.leafHash]);
    const one = relay();
    await whenTrue(() => one.health().state === 'refused');
    expect(one.health().reason).toContain('made anew');
  });

  it('refuses a log that was restored from an older state, and one that then went another way', async () => {
    const [first] = await log.fill(10);
    const one = relay();
    await whenTrue(() => one.position() === '10');
    await one.stop();
    // As a restore does: the last event is gone, and the checkpoint with it.
    const restored = await readRows(log.pool, '8', 1);
    await log.pool.query('ALTER TABLE es.events DISABLE TRIGGER ALL');
    await log.pool.query('DELETE FROM es.events WHERE pos = 10');
    await log.pool.query('UPDATE es.relay SET pos = 9, leaf_hash = $1', [restored[0]!.leafHash]);
    const two = relay();
    await whenTrue(() => two.health().state === 'refused');
    expect(two.health().reason).toContain('ends before position 10');
    expect(two.health().differs).toEqual({ how: 'restored', from: '10', to: '10' });
    await two.stop();
    await log.append(log.next([first!], 1));
    const three = relay();
    await whenTrue(() => three.health().state === 'refused');
    expect(three.health().reason).toContain('Position 10 holds another event');
    expect(three.health().differs).toEqual({ how: 'forked', to: '10' });
    const epoch = randomUUID();
    await log.pool.query('INSERT INTO es.epoch(n, epoch, from_pos, lost_to) VALUES (1, $1, 10, 10)', [epoch]); // A person has decided.
    await log.pool.query('UPDATE es.log SET log_epoch = $1', [epoch]);
    await whenTrue(() => three.position() === '10');
    expect(three.health()).toEqual({ state: 'leading' });
    await three.stop();
  });

  it('refuses in a copy of the log’s database until the copy has been told what it is, and goes on by itself after a failover', async () => {
    await log.fill(3);
    await log.pool.query(`UPDATE es.log SET home = '1' || home`);
    const one = relay();
    await whenTrue(() => one.health().state === 'refused');
    expect([one.health().differs, one.position()]).toEqual([{ how: 'elsewhere' }, '0']);
    await log.pool.query(`UPDATE es.log SET home = left(es.here(), -8) || '000000FF'`);
    await whenTrue(() => one.position() === '3');
    expect(await isAtHome(log.pool)).toBe(true);
  });

  it('does not call a restored database the log’s home because nothing but its timeline is another', async () => {
    const [first] = await log.fill(10);
    const one = relay();
    await whenTrue(() => one.position() === '10');
    await one.stop();
    await log.pool.query('ALTER TABLE es.events DISABLE TRIGGER ALL; DELETE FROM es.events WHERE pos = 10');
    await log.pool.query(`UPDATE es.relay SET pos = 0, leaf_hash = ''; UPDATE es.log SET home = left(es.here(), -8) || '000000FF'`);
    const two = relay();
    await whenTrue(() => two.health().differs?.how === 'restored');
    await expect(log.append(log.next([first!], 1))).rejects.toMatchObject({ code: '55000' });
  });

  it('keeps waiting while the broker cannot be reached', async () => {
    const { KafkaTransport } = await import('./kafka.js');
    const nowhere = new KafkaTransport({ brokers: ['127.0.0.1:1'] });
    await log.fill(5);
    const one = relay(nowhere);
    await whenTrue(() => one.health().state === 'retrying', 20_000);
    expect(one.position()).toBe('0');
    await one.stop();
    await nowhere.close();
  });
});
