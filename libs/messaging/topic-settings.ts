import { Kafka, logLevel } from 'kafkajs';

export interface TopicSettings {
  readonly partitions: number;
  /** Copies of the partition that has the fewest. */
  readonly replicas: number;
  /** Copies that are in step, of the partition that has the fewest. */
  readonly inSync: number;
  /** Of the broker's own words: `cleanup.policy`, `retention.ms`, `retention.bytes`, `min.insync.replicas`. */
  readonly settings: Readonly<Record<string, string>>;
}

export interface Cluster {
  readonly brokers: number;
  readonly topics: ReadonlyMap<string, TopicSettings>;
}

/** Kafka's number for a topic; kafkajs does not export its name as an ES module. */
const TOPIC = 2;
const ASKED = ['cleanup.policy', 'retention.ms', 'retention.bytes', 'min.insync.replicas'];

/** How a cluster keeps some topics; without those that it does not know. Rejects where no broker answers. */
export async function readCluster(brokers: readonly string[], names: readonly string[]): Promise<Cluster> {
  const admin = new Kafka({ clientId: 'anxin-doctor', brokers: [...brokers], logLevel: logLevel.NOTHING, connectionTimeout: 3_000, requestTimeout: 5_000, retry: { retries: 1 } }).admin();
  try {
    await admin.connect();
    const [{ brokers: members }, known] = [await admin.describeCluster(), await admin.listTopics()];
    const present = names.filter((name) => known.includes(name));
    if (present.length === 0) return { brokers: members.length, topics: new Map() };
    const { topics } = await admin.fetchTopicMetadata({ topics: present });
    const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: present.map((name) => ({ type: TOPIC, name, configNames: ASKED })) });
    return {
      brokers: members.length,
      topics: new Map(topics.map(({ name, partitions }) => [name, {
        partitions: partitions.length, replicas: Math.min(...partitions.map(({ replicas }) => replicas.length)), inSync: Math.min(...partitions.map(({ isr }) => isr.length)),
        settings: Object.fromEntries(resources.find(({ resourceName }) => resourceName === name)?.configEntries.map(({ configName, configValue }) => [configName, configValue]) ?? []),
      }])),
    };
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
