import type { Verifier } from '#libs/merkle/note.js';
import { KafkaTransport } from '#libs/messaging/kafka.js';
import { lastNotes } from '#libs/messaging/relay-note.js';
import { checkpointTopicOf, topicOf } from '#libs/messaging/topics.js';
import { notesOf } from '../log/witness-file.js';
import type { Verification } from './verify.js';

/** Of each partition of the log's topic: as many as the last events that are looked for there. */
const PUBLISHED_TAIL = 500;

type Held = Pick<Verification, 'files' | 'topic' | 'published'>;

/** The copies of the checkpoints outside the database, and what Kafka says was published, for as long as something is done with them. */
export async function withCopies<T>({ witness, kafka }: { readonly witness: readonly string[]; readonly kafka?: string }, keys: readonly Verifier[], act: (held: Held) => Promise<T>): Promise<T> {
  const origin = keys[0]!.name;
  const logId = origin.slice(origin.lastIndexOf('/') + 1);
  const transport = kafka === undefined ? undefined : new KafkaTransport({ brokers: kafka.split(','), clientId: 'anxin-audit' });
  try {
    return await act({
      files: witness.map((path) => ({ where: path, mayLag: false, notes: () => notesOf(path) })),
      topic: transport && { where: 'Kafka', mayLag: true, notes: () => notesIn(transport, checkpointTopicOf(logId)) },
      published: transport && { notes: () => lastNotes(transport, logId), tail: () => transport.readAll(topicOf(logId), PUBLISHED_TAIL) },
    });
  } finally {
    await transport?.close();
  }
}

/** What a topic holds now: it may be gone through again, and no more than a batch of it is in memory. */
async function notesIn(transport: KafkaTransport, topic: string): Promise<AsyncIterable<string>> {
  const extent = await transport.extent(topic);
  return {
    async *[Symbol.asyncIterator]() {
      if (extent) for await (const batch of transport.batches(topic, extent)) for (const { value } of batch) if (value) yield value.toString();
    },
  };
}
