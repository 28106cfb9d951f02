import { jest } from '@jest/globals';
import { freshLog } from '../../test/fresh-log.js';
import { kafkaBrokers, whenTrue } from '../../test/stack.js';
import { KafkaTransport } from './kafka.js';
import { ensureTopics } from './topics.js';

const SESSION_MS = 6_000;

describe('A member of a consumer group', () => {
  it('stays one while a chunk takes longer than its session', async () => {
    const log = await freshLog();
    const transport = new KafkaTransport({ brokers: kafkaBrokers(), sessionMs: SESSION_MS });
    try {
      await log.fill(1, 1);
      await ensureTopics(log.transport, log.logId, '0');
      await log.transport.publish([{ topic: log.topic, partition: 0, key: 'k', value: '{}', headers: {} }]);
      let joined = 0;
      const ends: boolean[] = [];
      transport.subscribe({
        group: `${log.logId}-slow`, topic: log.topic, onAssigned: () => Promise.resolve(void (joined += 1)),
        onBatch: async (batch) => {
          await new Promise((done) => setTimeout(done, 2.2 * SESSION_MS));
          ends.push(batch.live());
          batch.done(batch.messages.at(-1)!.offset);
          await batch.heartbeat();
        },
      });
      await whenTrue(() => Promise.resolve(ends.length > 0), 40_000);
      await new Promise((done) => setTimeout(done, 1_000)); // Long enough to be given it again, if the group had moved on.
      expect({ joined, ends }).toEqual({ joined: 1, ends: [true] });
    } finally {
      await transport.close();
      await log.drop();
    }
  }, 60_000);
});

describe('A topic that is longer than what is to be in memory', () => {
  it('is read a batch at a time up to where it ended, by a reader however slow, each message once', async () => {
    const log = await freshLog();
    const transport = new KafkaTransport({ brokers: kafkaBrokers(), sessionMs: SESSION_MS });
    const topic = `${log.logId}-long`;
    const publish = (from: number, to: number) => transport.publish(Array.from({ length: to - from }, (_, n) => ({ topic, partition: 0, key: String(from + n), value: 'x'.repeat(50_000), headers: {} })));
    try {
      await transport.createTopic(topic, 1, {});
      for (let at = 0; at < 120; at += 3) await publish(at, at + 3);
      const extent = (await transport.extent(topic))!;
      await publish(120, 123);
      const read: string[][] = [];
      for await (const batch of transport.batches(topic, extent)) {
        read.push(batch.map(({ key }) => key!.toString()));
        if (read.length === 2) await new Promise((done) => setTimeout(done, 2.2 * SESSION_MS));
      }
      expect(read.flat()).toEqual(Array.from({ length: 120 }, (_, n) => String(n)));
      expect(read.length).toBeGreaterThan(4); // A mebibyte each.
      expect(read.map((keys) => keys.length)).not.toContain(0); // As it would be, had it lost its membership and begun again.
      for await (const batch of transport.batches(topic, extent)) {
        expect(batch[0]!.key!.toString()).toBe('0');
        break; // And lets go.
      }
      expect((await transport.readAll(topic, 2)).slice(-2).map(({ key }) => key!.toString())).toEqual(['121', '122']);
    } finally {
      await transport.close();
      await log.drop();
    }
  }, 60_000);
});

describe('A connection on which nothing happens', () => {
  it('sets no timer after timer', async () => {
    const log = await freshLog();
    const transport = new KafkaTransport({ brokers: kafkaBrokers() });
    const set = jest.spyOn(globalThis, 'setTimeout');
    try {
      await ensureTopics(transport, log.logId, '0');
      const before = set.mock.calls.length;
      for (const end = performance.now() + 500; performance.now() < end;) await new Promise((done) => setImmediate(done));
      expect(set.mock.calls.length - before).toBeLessThan(10); // One each millisecond, as kafkajs has it.
    } finally {
      set.mockRestore();
      await transport.close();
      await log.drop();
    }
  });
});
