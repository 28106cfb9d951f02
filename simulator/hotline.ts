import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { signWebhook, verifyWebhook } from '#libs/security/webhook.js';

/** What a channel gets for a work order. */
export interface Receipt {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly trackingCode: string;
  readonly duplicateOf: string | null;
  readonly position: string;
  readonly missing: readonly { readonly field: string }[];
}

export interface Answer<Body = unknown> {
  readonly status: number;
  readonly body: Body;
}

/** A hotline as an integrator would write it: signs every call by Standard Webhooks, repeats it after a failure under the same id. */
export class Hotline {
  constructor(private readonly baseUrl: string, readonly channel: string, private readonly secret: string) {}

  file(order: object, webhookId: string = `wh_${randomUUID()}`, more: Readonly<Record<string, string>> = {}): Promise<Answer<Receipt>> {
    return this.#post<Receipt>('work-orders', order, webhookId, more);
  }

  check(order: object): Promise<Answer> {
    return this.#post('work-orders/check', order, `wh_${randomUUID()}`);
  }

  /** As `file`, sent again until it is taken: an outage of the receiver loses nothing. */
  async insist(order: object, tries = 8): Promise<Receipt> {
    const webhookId = `wh_${randomUUID()}`;
    for (let attempt = 1; ; attempt++) {
      const answer = await this.file(order, webhookId).catch((error: Error) => ({ status: 0, body: error.message as never }));
      if (answer.status === 202) return answer.body;
      if (attempt >= tries || (answer.status >= 400 && answer.status < 500 && answer.status !== 429)) throw new Error(`${this.channel}: ${answer.status} ${JSON.stringify(answer.body)}`);
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
    }
  }

  async #post<Body>(path: string, order: object, webhookId: string, more: Readonly<Record<string, string>> = {}): Promise<Answer<Body>> {
    const body = JSON.stringify(order);
    const headers = { 'content-type': 'application/json', ...more, ...signWebhook(this.secret, webhookId, Math.floor(Date.now() / 1000), body) };
    const response = await fetch(`${this.baseUrl}/v1/channels/${this.channel}/${path}`, { method: 'POST', headers, body });
    return { status: response.status, body: (await response.json()) as Body };
  }
}

/** A status change as it came back, its signature checked. */
export interface Heard {
  readonly channel: string;
  readonly webhookId: string;
  readonly traceparent?: string | undefined;
  readonly payload: { readonly type: string; readonly timestamp: string; readonly data: { readonly channelNumber: string; readonly caseNumber: string; readonly event: string; readonly position: string } };
}

/** Where the channels hear what became of their orders: checks every signature, takes each id once, and can be told to be away. */
export class Ear {
  /** Calls that came again under an id that was heard. */
  again = 0;
  /** Answer with this status instead of 204 while it is set. */
  away: number | undefined;
  readonly #seen = new Set<string>();
  readonly #server = createServer((request, response) => {
    this.#take(request).then((status) => response.writeHead(status).end(), () => response.writeHead(400).end());
  });

  /** `heard`: what was kept of an earlier run. */
  constructor(private readonly secrets: Readonly<Record<string, string>>, readonly heard: Heard[] = []) {
    for (const { webhookId } of heard) this.#seen.add(webhookId);
  }

  async listen(port = 0): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => { this.#server.close(() => resolve()); });
  }

  async #take(request: IncomingMessage): Promise<number> {
    const channel = (request.url ?? '/').slice(1);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    if (this.away !== undefined) return this.away;
    const { id } = verifyWebhook([this.secrets[channel] ?? ''], request.headers, body, Date.now());
    if (this.#seen.has(id)) this.again++;
    else this.heard.push({ channel, webhookId: id, traceparent: request.headers['traceparent'] as string | undefined, payload: JSON.parse(body.toString('utf8')) as Heard['payload'] });
    this.#seen.add(id);
    return 204;
  }
}
