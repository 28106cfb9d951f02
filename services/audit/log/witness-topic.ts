import type { CheckpointRow } from '#libs/event-store/checkpoints.js';
import { checkpointTopicOf } from '#libs/messaging/topics.js';
import type { EventTransport } from '#libs/messaging/transport.js';

const TAIL = 1_000;

/** A witness outside PostgreSQL, in many hands: every checkpoint in a topic that is kept for ever. */
export class WitnessTopic {
  readonly #topic: string;

  constructor(private readonly transport: EventTransport, private readonly logId: string) {
    this.#topic = checkpointTopicOf(logId);
  }

  /** The notes at its end; a topic that is missing is made. */
  async tail(): Promise<readonly string[]> {
    await this.transport.createTopic(this.#topic, 1, { 'cleanup.policy': 'delete', 'retention.ms': '-1', 'retention.bytes': '-1' });
    return (await this.transport.readAll(this.#topic, TAIL)).flatMap(({ value }) => value?.toString() ?? []);
  }

  async publish(checkpoints: readonly CheckpointRow[]): Promise<void> {
    await this.transport.publish(checkpoints.map(({ note }) => ({ topic: this.#topic, partition: 0, key: this.logId, value: note, headers: { 'content-type': 'text/plain; charset=utf-8' } })));
  }
}
