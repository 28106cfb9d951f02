import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { backoff, Bell } from './backoff.js';
import { nameOf } from './kafka-errors.js';
import { PARTITIONS } from './topics.js';
import type { Batch, Health, IncomingMessage, Subscriber, Subscription } from './transport.js';

const REBUILD_MS_MIN = 200;
const REBUILD_MS_MAX = 5_000;

/** One member of a consumer group. kafkajs gives up for good on some errors while the process lives on; this builds it anew, always. */
export class KafkaSubscription implements Subscription {
  private consumer: Consumer | undefined;
  private state: Health = { state: 'starting' };
  private failures = 0;
  private stopping = false;
  private readonly bell = new Bell();
  private endRun: (() => void) | undefined;
  private readonly over: Promise<void>;

  constructor(private readonly kafka: Kafka, private readonly subscriber: Subscriber, private readonly sessionMs: number, private readonly onEnd: () => void) {
    this.over = this.keepRunning();
  }

  seek(partition: number, offset: string): void {
    this.consumer?.seek({ topic: this.subscriber.topic, partition, offset });
  }

  health(): Health {
    return this.state;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.endRun?.();
    this.bell.wake();
    await this.over;
    this.state = { state: 'stopped' };
    this.onEnd();
  }

  private async keepRunning(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.run();
      } catch (error) {
        this.state = { state: 'rebuilding', reason: nameOf(error) };
      }
      if (!this.stopping) await this.bell.wait(backoff(this.failures++, REBUILD_MS_MIN, REBUILD_MS_MAX));
    }
  }

  /** Until stopped, or throws why kafkajs gave up. */
  private async run(): Promise<void> {
    const { group, topic } = this.subscriber;
    const consumer = this.kafka.consumer({
      groupId: group, allowAutoTopicCreation: false, sessionTimeout: this.sessionMs, heartbeatInterval: Math.min(3_000, this.sessionMs / 3), rebalanceTimeout: this.sessionMs,
      maxWaitTimeInMs: 50, minBytes: 1, maxBytesPerPartition: 1_048_576, maxBytes: 10_485_760, retry: { retries: 4, initialRetryTime: 50, maxRetryTime: 1_000, restartOnFailure: () => Promise.resolve(false) },
    });
    const ended = new Promise<void>((stopped, crashed) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => crashed(payload.error));
      this.endRun = stopped;
    });
    ended.catch(() => undefined); // Awaited below, but it may come while we still connect.
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      this.failures = 0;
      this.state = { state: 'running' };
      void this.subscriber.onAssigned(payload.memberAssignment[topic] ?? []); // Meets its own errors.
    });
    this.consumer = consumer;
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [topic], fromBeginning: true });
      await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, partitionsConsumedConcurrently: PARTITIONS, eachBatch: (payload) => this.takeUp(consumer, payload) });
      await ended;
    } finally {
      await consumer.disconnect().catch(() => undefined);
      this.consumer = undefined;
    }
  }

  /** A chunk may take longer than a session, on a machine that has too much to do: whoever is at work is no member that is gone. */
  private async takeUp(consumer: Consumer, payload: EachBatchPayload): Promise<void> {
    const beating = setInterval(() => void payload.heartbeat().catch(() => undefined), this.sessionMs / 3); // The subscriber's own beat hears of an error.
    try {
      await this.subscriber.onBatch(this.batchOf(consumer, payload));
    } finally {
      clearInterval(beating);
    }
  }

  private batchOf(consumer: Consumer, { batch, isRunning, isStale, heartbeat, resolveOffset }: EachBatchPayload): Batch {
    const { topic, partition } = batch;
    return {
      partition, messages: batch.messages as IncomingMessage[], live: () => isRunning() && !isStale() && !this.stopping, heartbeat, done: resolveOffset,
      commit: (offset) => consumer.commitOffsets([{ topic, partition, offset }]).catch(() => undefined),
    };
  }
}
