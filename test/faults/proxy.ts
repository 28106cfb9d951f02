import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * `forward`: as if it were not there. `cut`: every connection ends at once, a new one too. `hold`: connections stand, nothing moves, as
 * behind a firewall that drops packets. `deaf`: what the client says arrives, no answer comes back.
 */
export type Mode = 'forward' | 'cut' | 'hold' | 'deaf';

/** What a bad wire does to all that goes through: later by so many milliseconds, in slices of so many bytes with a pause of a millisecond behind each, no more than so many bytes a second. */
export interface Toxic { readonly latencyMs?: number; readonly sliceBytes?: number; readonly bytesPerSecond?: number }

/** A wire that can fail, between the product and one server. */
export class Proxy {
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #mode: Mode = 'forward';
  #toxic: Toxic | undefined;
  /** What is still on its way to each end. */
  readonly #onTheWay = new WeakMap<Socket, Promise<void>>();
  /** Sees what clients send, after it was passed on. */
  watch: ((bytes: Buffer) => void) | undefined;

  private constructor(private readonly host: string, private readonly port: number, private readonly server: Server) {}

  /** To `host:port`. */
  static async to(target: string): Promise<Proxy> {
    const at = target.lastIndexOf(':');
    const server = createServer({ pauseOnConnect: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const proxy = new Proxy(target.slice(0, at), Number(target.slice(at + 1)), server);
    server.on('connection', (client) => proxy.#join(client));
    return proxy;
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** After `hold` and `deaf`, `forward` ends the connections that were silent: what they had to say is lost. */
  set(mode: Mode): void {
    const wasSilent = this.#mode === 'hold' || this.#mode === 'deaf';
    this.#mode = mode;
    if (mode === 'cut' || (mode === 'forward' && wasSilent)) for (const pair of this.#pairs) for (const end of pair) end.destroy();
  }

  /** A wire that works, badly; undefined makes it good again. */
  poison(toxic: Toxic | undefined): void {
    this.#toxic = toxic;
  }

  /** Every connection is reset once; new ones are taken. */
  reset(): void {
    for (const pair of this.#pairs) for (const end of pair) end.resetAndDestroy();
  }

  async close(): Promise<void> {
    this.set('cut');
    await new Promise((resolve) => this.server.close(resolve));
  }

  #join(client: Socket): void {
    if (this.#mode === 'cut') return void client.destroy();
    const server = connect(this.port, this.host);
    const pair = [client, server] as const;
    this.#pairs.add(pair);
    for (const [from, to] of [[client, server], [server, client]] as const) {
      from.setNoDelay(true);
      from.on('error', () => undefined).on('end', () => to.end()).on('close', () => {
        to.destroy();
        this.#pairs.delete(pair);
      });
    }
    client.on('data', (bytes) => {
      if (this.#mode !== 'hold') this.#pass(bytes, server);
      this.watch?.(bytes);
    });
    server.on('data', (bytes) => { if (this.#mode === 'forward') this.#pass(this.#asOurs(bytes), client); });
    client.resume();
  }

  #pass(bytes: Buffer, to: Socket): void {
    const before = this.#onTheWay.get(to);
    if (!this.#toxic && !before) return void to.write(bytes);
    const { latencyMs = 0, sliceBytes = bytes.length, bytesPerSecond = Infinity } = this.#toxic ?? {};
    const due = performance.now() + latencyMs;
    const passed = (before ?? Promise.resolve()).then(async () => {
      await pause(Math.max(0, due - performance.now()));
      for (let at = 0; at < bytes.length; at += sliceBytes) {
        const slice = bytes.subarray(at, at + sliceBytes);
        if (!to.destroyed) to.write(slice);
        if (slice.length < bytes.length) await pause(1);
        if (bytesPerSecond < Infinity) await pause((slice.length / bytesPerSecond) * 1000);
      }
      if (this.#onTheWay.get(to) === passed) this.#onTheWay.delete(to);
    });
    this.#onTheWay.set(to, passed);
  }

  /** A Kafka broker tells its clients where it is, and they go there: it is made to name this proxy (host, then port in four bytes). */
  #asOurs(bytes: Buffer): Buffer {
    const theirs = Buffer.concat([Buffer.from(this.host), int32(this.port)]);
    const ours = int32((this.server.address() as AddressInfo).port);
    for (let at = bytes.indexOf(theirs); at >= 0; at = bytes.indexOf(theirs, at + theirs.length)) ours.copy(bytes, at + this.host.length);
    return bytes;
  }
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
