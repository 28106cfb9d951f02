/** A running audit service, as a client of its public paths. */
export class Server {
  readonly url: string;

  constructor(url: string, private readonly token: string | undefined) {
    this.url = url.replace(/\/+$/, '');
  }

  bytes(path: string): Promise<Buffer> {
    return this.#asked(path, {});
  }

  /** What must not stand in an address is sent in the body. */
  async post<T>(path: string, body: object): Promise<T> {
    return JSON.parse((await this.posted(path, body)).toString()) as T;
  }

  posted(path: string, body: object): Promise<Buffer> {
    return this.#asked(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  }

  async #asked(path: string, init: { readonly method?: string; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }): Promise<Buffer> {
    const answer = await fetch(`${this.url}${path}`, { ...init, headers: { ...init.headers, ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }) } })
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
