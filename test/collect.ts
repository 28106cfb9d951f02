import { randomUUID } from 'node:crypto';
import { decode, Undecodable } from '#libs/messaging/cloud-event.js';
import type { EventTransport, Subscription } from '#libs/messaging/transport.js';

/** What a topic holds, by partition, in the order of its offsets. */
export class Collected {
  readonly positions = new Map<number, bigint[]>();
  private constructor(private readonly transport: EventTransport, private readonly topic: string) {}
  private subscription: Subscription | undefined;

  static from(transport: EventTransport, topic: string): Collected {
    const collected = new Collected(transport, topic);
    collected.subscription = transport.subscribe({
      group: `collect-${randomUUID()}`, topic, onAssigned: () => Promise.resolve(),
      onBatch: (batch) => {
        const list = collected.positions.get(batch.partition) ?? [];
        collected.positions.set(batch.partition, list);
        for (const message of batch.messages) {
          const decoded = decode(message, batch.partition);
          if (decoded instanceof Undecodable) throw new Error(decoded.reason);
          list.push(decoded.address.position);
          batch.done(message.offset);
        }
        return Promise.resolve();
      },
    });
    return collected;
  }

  /** True when everything that the topic now holds has come. */
  async complete(): Promise<boolean> {
    const extent = await this.transport.extent(this.topic);
    return extent !== undefined && extent.ends.every((end, partition) => BigInt(this.positions.get(partition)?.length ?? 0) >= end);
  }

  get messages(): number {
    return [...this.positions.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /** All positions without repeats; throws where a partition, repeats dropped, is not in the order of the log. A lower position that never came before is no repeat. */
  inOrder(): bigint[] {
    const all: bigint[] = [];
    for (const [partition, positions] of this.positions) {
      const seen = new Set<bigint>();
      let last = 0n;
      for (const position of positions) {
        if (position < last && !seen.has(position)) throw new Error(`Partition ${partition}: ${position} came after ${last}, and never before.`);
        seen.add(position);
        if (position > last) last = position;
      }
      all.push(...seen);
    }
    return all.sort((a, b) => (a < b ? -1 : 1));
  }

  async stop(): Promise<void> {
    await this.subscription?.stop();
  }
}
