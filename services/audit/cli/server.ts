/** A running audit service, as a client of its public paths. */
export class Server {
  readonly url: string;

  constructor(url: string, private readonly token: string | undefined) {
    this.url = url.replace(/\/+$/, '');
  }

  async bytes(path: string): Promise<Buffer> {
    const answer = await fetch(`${this.url}${path}`, { headers: this.token === undefined ? {} : { authorization: `Bearer ${this.token}` } })
      .catch((error: Error) => { throw new Unreachable(`${this.url}: ${(error.cause as Error | undefined)?.message ?? error.message}`); });
    if (!answer.ok) throw new Unreachable(`${path}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  async text(path: string): Promise<string> {
    return (await this.bytes(path)).toString();
  }

  async json<T>(path: string): Promise<T> {
    return JSON.parse(await this.text(path)) as T;
  }
}

/** What was to be verified could not be read: no verdict, rather than a bad one. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
