import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/**
 * `forward`: as if it were not there. `cut`: every connection ends at once, a new one too. `hold`: connections stand, nothing moves, as
 * behind a firewall that drops packets. `deaf`: what the client says arrives, no answer comes back.
 */
export type Mode = 'forward' | 'cut' | 'hold' | 'deaf';

/** A wire that can fail, between the product and one server. */
export class Proxy {
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #mode: Mode = 'forward';
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
      if (this.#mode !== 'hold') server.write(bytes);
      this.watch?.(bytes);
    });
    server.on('data', (bytes) => { if (this.#mode === 'forward') client.write(this.#asOurs(bytes)); });
    client.resume();
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
