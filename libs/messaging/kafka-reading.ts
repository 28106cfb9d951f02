import type { Consumer } from 'kafkajs';
import { Bell } from './backoff.js';
import type { IncomingMessage, TopicExtent } from './transport.js';

const SILENCE_MS_MAX = 20_000;

/** Messages of a topic that somebody has in hand; kafkajs waits until they are taken. */
interface InHand { readonly messages: readonly IncomingMessage[]; readonly taken: () => void }

/**
 * The messages of a topic up to its ends, of each partition in order, or about the last few of each: a batch is fetched when the one before was taken, however long that lasts,
 * so that no more than a fetch is in memory. The consumer is ended by whoever made it, after this.
 */
export async function* batchesUpTo(consumer: Consumer, topic: string, { starts, ends }: TopicExtent, beatMs: number, lastOfEach = Infinity): AsyncGenerator<readonly IncomingMessage[]> {
  const next = [...starts];
  const open = new Set([...ends.keys()].filter((partition) => ends[partition]! > starts[partition]!));
  const bell = new Bell();
  let inHand: InHand | undefined;
  let failure: Error | undefined;
  let isOver = false;
  const fail = (error: Error): void => { failure = error; bell.wake(); };
  consumer.on(consumer.events.CRASH, ({ payload }) => fail(payload.error));
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  consumer.run({ // A batch read before the search below took effect does no harm.
    autoCommit: false,
    eachBatch: async ({ batch, heartbeat }) => {
      const { partition } = batch;
      const messages = (batch.messages as IncomingMessage[]).filter(({ offset }) => BigInt(offset) >= next[partition]! && BigInt(offset) < ends[partition]!); // After a loss of its membership it begins anew.
      const behind = BigInt(batch.lastOffset()) + 1n; // Compaction may have removed the very last offsets: the batch says how far it reaches.
      if (behind > next[partition]!) next[partition] = behind;
      if (next[partition]! >= ends[partition]!) open.delete(partition);
      const beating = setInterval(() => void heartbeat().catch(() => undefined), beatMs);
      await new Promise<void>((taken) => {
        if (isOver) return taken();
        inHand = { messages, taken };
        bell.wake();
      });
      clearInterval(beating);
    },
  }).then(() => {
    for (const [partition, end] of ends.entries()) {
      if (end - starts[partition]! > lastOfEach) consumer.seek({ topic, partition, offset: String(end - BigInt(lastOfEach)) });
    }
  }).catch(fail);
  try {
    while (open.size > 0) {
      await bell.wait(SILENCE_MS_MAX);
      if (failure) throw failure;
      if (!inHand) throw new Error(`Kafka: nothing more of ${topic} came within ${SILENCE_MS_MAX} ms.`);
      const { messages, taken }: InHand = inHand;
      yield messages;
      inHand = undefined;
      taken();
    }
  } finally {
    isOver = true;
    inHand?.taken();
  }
}
