import { setTimeout as pause } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';

/** Waits until a broker not only listens but serves: describes its cluster, creates a topic and knows its leader. Throws after `ms`, or when `alive` says that it has ended. */
export async function brokerReady(brokers: readonly string[], ms: number, alive: () => boolean = () => true): Promise<void> {
  const kafka = new Kafka({ clientId: 'anxin-start', brokers: [...brokers], logLevel: logLevel.NOTHING, connectionTimeout: 1_000, retry: { retries: 0 } });
  const end = performance.now() + ms;
  for (;;) {
    const admin = kafka.admin();
    try {
      await admin.connect();
      await admin.describeCluster();
      await admin.createTopics({ topics: [{ topic: 'anxin.ready.v1', numPartitions: 1, replicationFactor: 1 }] });
      const { topics } = await admin.fetchTopicMetadata({ topics: ['anxin.ready.v1'] });
      if (topics[0]?.partitions[0]?.leader !== -1) return;
    } catch (error) {
      if (performance.now() > end) throw new Error('Kafka does not answer.', { cause: error });
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
    if (!alive()) throw new Error('Kafka has ended.');
    await pause(50);
  }
}
