import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Admin, Producer, RecordMetadata, SASLOptions } from 'kafkajs';
import { Kafka, logLevel } from 'kafkajs';
import { restWithKafka } from './kafka-at-rest.js';
import { nameOf, protocolError } from './kafka-errors.js';
import { batchesUpTo } from './kafka-reading.js';
import { KafkaSubscription } from './kafka-subscription.js';
import type { EventTransport, Health, IncomingMessage, OutgoingMessage, Subscriber, Subscription, TopicExtent } from './transport.js';

export interface KafkaAddress {
  readonly brokers: readonly string[];
  readonly clientId?: string;
  readonly ssl?: boolean;
  readonly sasl?: SASLOptions;
  /** Copies of each partition; the broker's own default where it is not given. */
  readonly replicas?: number;
  /** After this silence a member of a group counts as dead, and its partitions go to others: also the wait after a broker was lost with its connections. */
  readonly sessionMs?: number;
}

const SEND_TRIES = 3;
const SEND_MS_MAX = 15_000;
const CALL_MS_MAX = 20_000;

restWithKafka();

/** The transport over kafkajs. Its logs are silent; what went wrong stands in `health()` and in the errors. */
export class KafkaTransport implements EventTransport {
  private readonly kafka: Kafka;
  private readonly clientId: string;
  private readonly subscriptions = new Set<KafkaSubscription>();
  private readonly replicas: number;
  private readonly sessionMs: number;
  private producer: Promise<Producer> | undefined;
  private admin: Promise<Admin> | undefined;
  private trouble: string | undefined;
  private closed = false;

  constructor({ brokers, clientId = 'anxin', ssl = false, sasl, replicas = -1, sessionMs = 10_000 }: KafkaAddress) {
    this.clientId = clientId;
    this.replicas = replicas;
    this.sessionMs = sessionMs;
    this.kafka = new Kafka({
      clientId, brokers: [...brokers], ssl, ...(sasl ? { sasl } : {}), logLevel: logLevel.NOTHING, connectionTimeout: 3_000, requestTimeout: 12_000,
      retry: { retries: 4, initialRetryTime: 50, maxRetryTime: 1_000 },
    });
  }

  async publish(batch: readonly OutgoingMessage[]): Promise<void> {
    const topics = [...new Set(batch.map((message) => message.topic))];
    const topicMessages = topics.map((topic) => ({ topic, messages: batch.filter((message) => message.topic === topic).map((message) => ({ ...message })) }));
    const partitions = new Set(batch.map((message) => `${message.topic}/${message.partition}`));
    for (let tries = 1; ; tries++) {
      try {
        this.producer ??= this.connectedProducer();
        const producer = await this.producer;
        const acknowledged = await within(SEND_MS_MAX, 'send', producer.sendBatch({ acks: -1, timeout: 10_000, topicMessages }));
        assertAcknowledged(partitions, acknowledged);
        this.trouble = undefined;
        return;
      } catch (error) {
        this.trouble = nameOf(error);
        const over = tries >= SEND_TRIES || error instanceof TimedOut || this.closed;
        if (over || protocolError(error) === undefined) await this.dropProducer();
        if (over) throw error;
      }
    }
  }

  subscribe(subscriber: Subscriber): Subscription {
    const subscription = new KafkaSubscription(this.kafka, subscriber, this.sessionMs, () => this.subscriptions.delete(subscription));
    this.subscriptions.add(subscription);
    return subscription;
  }

  async extent(topic: string): Promise<TopicExtent | undefined> {
    try {
      const offsets = await this.ask((admin) => admin.fetchTopicOffsets(topic));
      offsets.sort((a, b) => a.partition - b.partition);
      return { starts: offsets.map(({ low }) => BigInt(low)), ends: offsets.map(({ high }) => BigInt(high)) };
    } catch (error) {
      if (protocolError(error) === 'UNKNOWN_TOPIC_OR_PARTITION') return undefined;
      throw error;
    }
  }

  async createTopic(topic: string, partitions: number, settings: Readonly<Record<string, string>>): Promise<void> {
    const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
    // Not `waitForLeaders`: it takes "not known yet" for a failure.
    const created = await this.ask((admin) => admin.createTopics({ waitForLeaders: false, topics: [{ topic, numPartitions: partitions, replicationFactor: this.replicas, configEntries }] }));
    for (const end = performance.now() + CALL_MS_MAX; created && !(await this.ready(topic));) {
      if (performance.now() > end) throw new TimedOut(`Kafka: the new topic ${topic} has no leaders after ${CALL_MS_MAX} ms.`);
      await pause(25);
    }
  }

  async committed(group: string, topic: string): Promise<ReadonlyMap<number, string>> {
    const [found] = await this.ask((admin) => admin.fetchOffsets({ groupId: group, topics: [topic] }));
    return new Map(found?.partitions.filter(({ offset }) => offset !== '-1').map(({ partition, offset }) => [partition, offset]));
  }

  async readAll(topic: string, lastOfEach = Infinity): Promise<readonly IncomingMessage[]> {
    const extent = await this.extent(topic);
    const messages: IncomingMessage[] = [];
    if (extent) for await (const batch of this.batches(topic, extent, lastOfEach)) messages.push(...batch);
    return messages;
  }

  /** What a topic holds up to where it ended, however long it is: a batch at a time, of which the next is fetched when it is asked for. */
  async *batches(topic: string, extent: TopicExtent, lastOfEach = Infinity): AsyncGenerator<readonly IncomingMessage[]> {
    if (extent.ends.every((end, partition) => end === extent.starts[partition])) return;
    const group = `${this.clientId}-read-${randomUUID()}`;
    const consumer = this.kafka.consumer({ groupId: group, allowAutoTopicCreation: false, maxWaitTimeInMs: 20, sessionTimeout: this.sessionMs, heartbeatInterval: this.sessionMs / 3, rebalanceTimeout: this.sessionMs });
    try {
      await consumer.connect();
      yield* batchesUpTo(consumer, topic, extent, this.sessionMs / 3, lastOfEach);
    } finally {
      await consumer.disconnect().catch(() => undefined);
      await this.ask((admin) => admin.deleteGroups([group])).catch(() => undefined);
    }
  }

  health(): Health {
    if (this.closed) return { state: 'stopped' };
    return this.trouble === undefined ? { state: this.producer || this.admin ? 'running' : 'starting' } : { state: 'rebuilding', reason: this.trouble };
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await this.dropProducer();
    const admin = this.admin;
    this.admin = undefined;
    await admin?.then((one) => one.disconnect()).catch(() => undefined);
  }

  /**
   * kafkajs itself must not retry: where a partition changes its leader between two of its tries, it takes the new leader's first answer for
   * this partition's too, and reports as sent what was never sent. So each of our tries sends the whole batch.
   */
  private async connectedProducer(): Promise<Producer> {
    const producer = this.kafka.producer({
      allowAutoTopicCreation: false, idempotent: false, maxInFlightRequests: 1, retry: { retries: 0 }, metadataMaxAge: 60_000,
      createPartitioner: () => ({ message }) => message.partition!,
    });
    await within(CALL_MS_MAX, 'connecting', producer.connect());
    return producer;
  }

  private async dropProducer(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    await producer?.then((one) => within(2_000, 'disconnecting', one.disconnect())).catch(() => undefined);
  }

  private async ready(topic: string): Promise<boolean> {
    try {
      return (await this.extent(topic)) !== undefined;
    } catch (error) {
      if (protocolError(error) === undefined) throw error;
      return false; // Its leaders are not chosen yet.
    }
  }

  /** A kafkajs client that once asked for a topic fails at every call when that topic is deleted: so each failure ends it, and one more try goes to a new one. */
  private async ask<T>(question: (admin: Admin) => Promise<T>, again = true): Promise<T> {
    this.admin ??= connected(this.kafka.admin());
    const admin = this.admin;
    try {
      return await within(CALL_MS_MAX, 'admin call', admin.then(question));
    } catch (error) {
      if (this.admin === admin) this.admin = undefined;
      void admin.then((one) => one.disconnect()).catch(() => undefined);
      if (again && protocolError(error) === 'UNKNOWN_TOPIC_OR_PARTITION') return this.ask(question, false);
      throw error;
    }
  }
}

async function connected(admin: Admin): Promise<Admin> {
  await admin.connect();
  return admin;
}

class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimedOut(`Kafka: ${what} took longer than ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function assertAcknowledged(partitions: ReadonlySet<string>, acknowledged: readonly RecordMetadata[]): void {
  const stored = new Set(acknowledged.filter(({ errorCode }) => errorCode === 0).map(({ topicName, partition }) => `${topicName}/${partition}`));
  for (const partition of partitions) if (!stored.has(partition)) throw new Error(`Kafka did not acknowledge partition ${partition}.`);
}
