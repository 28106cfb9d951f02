import pg from 'pg';
import type { EventTransport } from '#libs/messaging/transport.js';

/** How a call fails: before it was sent, or after it took effect and before anybody was told. */
export type Failing = 'before' | 'after';

/** Connections of this name are the product's; a test's own are left alone. */
export const PRODUCT = 'product-under-test';

type Query = (this: pg.Client, ...given: unknown[]) => unknown;

/** Counts the calls of the product to PostgreSQL and Kafka, and lets the n-th of them fail as if the connection had broken. */
export class Calls {
  readonly made = { postgres: 0, kafka: 0 };
  /** What failed, so that a report can say what it was. */
  failed: string | undefined;
  #target: { readonly of: 'postgres' | 'kafka'; readonly n: number; readonly how: Failing } | undefined;
  #isCounting = false;
  readonly #query = pg.Client.prototype.query as unknown as Query;

  /** Every query of this process from now on comes by here. */
  watchPostgres(): void {
    const [calls, original] = [this, this.#query] as const;  
    const watched: Query = function (this: pg.Client, ...given) {
      const { application_name: name } = (this as unknown as { connectionParameters: { application_name?: string } }).connectionParameters;
      const how = name === PRODUCT ? calls.#next('postgres', () => textOf(given[0])) : undefined;
      return how === undefined ? original.apply(this, given) : calls.#failQuery(this, given, how);
    };
    (pg.Client.prototype as { query: unknown }).query = watched;
  }

  watchKafka(transport: EventTransport): void {
    const publish = transport.publish.bind(transport);
    transport.publish = async (batch) => {
      const how = this.#next('kafka', () => `send of ${batch.length} messages`);
      if (how !== 'before') await publish(batch);
      if (how !== undefined) throw Object.assign(new Error('Connection error'), { name: 'KafkaJSConnectionError' });
    };
  }

  unwatch(): void {
    (pg.Client.prototype as { query: unknown }).query = this.#query;
  }

  /** Counts anew; the n-th call from now on fails, or none. */
  begin(target?: { readonly of: 'postgres' | 'kafka'; readonly n: number; readonly how: Failing }): void {
    Object.assign(this.made, { postgres: 0, kafka: 0 });
    this.failed = undefined;
    this.#target = target;
    this.#isCounting = true;
  }

  end(): void {
    this.#isCounting = false;
  }

  #next(of: 'postgres' | 'kafka', name: () => string): Failing | undefined {
    if (!this.#isCounting) return undefined;
    this.made[of] += 1;
    const target = this.#target;
    if (target?.of !== of || target.n !== this.made[of]) return undefined;
    this.failed = `${name()} (${target.how})`;
    return target.how;
  }

  /** The connection breaks with the call: the client sees what it would see of a server that is gone. */
  #failQuery(client: pg.Client, given: unknown[], how: Failing): unknown {
    const error = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    const callback = typeof given.at(-1) === 'function' ? (given.at(-1) as (error: Error) => void) : undefined;
    const broken = async (): Promise<never> => {
      const own = callback ? given.slice(0, -1) : given;
      if (how === 'after') await (this.#query.apply(client, own) as Promise<unknown>).catch(() => undefined);
      (client as unknown as { connection: { stream: { destroy(error: Error): void } } }).connection.stream.destroy(error);
      throw error;
    };
    if (!callback) return broken();
    broken().catch((failure: Error) => callback(failure));
    return undefined;
  }
}

function textOf(query: unknown): string {
  const text = typeof query === 'string' ? query : ((query as { text?: string } | undefined)?.text ?? '');
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 60);
}
