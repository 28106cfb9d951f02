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
