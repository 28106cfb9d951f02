import type { Pool } from 'pg';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { readStream, readStreams } from './read.js';

interface Waiting {
  readonly stream: string;
  readonly resolve: (events: readonly PublishedEvent[]) => void;
  readonly reject: (error: unknown) => void;
}

const TOGETHER_MAX = 128;

/**
 * Streams that are asked for in the same turn are read in one round trip, as commands that arrive together are stored in one: a step on a
 * group of five hundred is a handful of queries. What is read was committed before the query was sent, hence after it was asked for.
 */
export class StreamReader {
  private waiting: Waiting[] = [];

  constructor(private readonly pool: Pool) {}

  /** The events of a stream in the order of their versions. */
  read(stream: string): Promise<readonly PublishedEvent[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ stream, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => this.pump());
    });
  }

  private pump(): void {
    const all = this.waiting;
    this.waiting = [];
    for (let from = 0; from < all.length; from += TOGETHER_MAX) void this.answer(all.slice(from, from + TOGETHER_MAX));
  }

  private async answer(asked: readonly Waiting[]): Promise<void> {
    const [first] = asked;
    try {
      if (asked.length === 1) return first!.resolve(await readStream(this.pool, first!.stream));
      const found = await readStreams(this.pool, asked.map(({ stream }) => stream));
      for (const { stream, resolve } of asked) resolve(found.get(stream)!);
    } catch (error) {
      if (asked.length === 1) return first!.reject(error);
      await Promise.all(asked.map((one) => this.answer([one]))); // An event that nobody can read stops its own stream alone.
    }
  }
}
