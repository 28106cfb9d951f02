import { randomUUID } from 'node:crypto';
import { NoAnswer, ProblemError } from './problem.js';
import type { Problem } from './problem.js';
import { newWebhookId, sign } from './webhook.js';

/** A channel's secret (`whsec_…`), or what gives the bearer token of a person or a machine: it is asked before each try, so that it may be renewed. */
export type Identity = { readonly secret: string } | { readonly token: string | (() => string | Promise<string>) };

export interface Settings {
  /** Such as `https://anxin.example.org`. */
  readonly baseUrl: string;
  /** None for what is public. */
  readonly identity?: Identity;
  /** Of the sentences in problems; Chinese unless said otherwise. */
  readonly language?: 'zh' | 'en';
  /** The first try included. */
  readonly triesMax?: number;
  /** For each try. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
  /** Injected by tests. */
  readonly sleep?: (ms: number) => Promise<void>;
  readonly random?: () => number;
  readonly nowMs?: () => number;
}

export interface Options {
  /** Id of the call. Keep it where your own order is kept, and a call repeated after a crash gets the first answer. Drawn for each call unless given. */
  readonly id?: string;
  /** Version that was seen (If-Match). */
  readonly ifMatch?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** How an operation goes over the wire; generated. */
export interface Wire {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: readonly string[];
  /** Takes a channel's signature. */
  readonly signed?: true;
  /** Takes an idempotency key. */
  readonly keyed?: true;
  /** Media type of a body that is not JSON. */
  readonly sends?: string;
  readonly answers?: 'text' | 'bytes';
}
type Given = Readonly<Record<string, unknown>>;

const BACK_OFF_MS = 500;
const BACK_OFF_MAX_MS = 60_000;
const PASSING = new Set([408, 429, 502, 503, 504]);

/** One caller of one installation. Every operation is a function that takes it: `channelsFile(client, { channel: 'station', body })`. */
export class Client {
  readonly #settings: Settings & Required<Pick<Settings, 'fetch' | 'sleep' | 'random' | 'nowMs' | 'triesMax' | 'timeoutMs'>>;

  constructor(settings: Settings) {
    this.#settings = {
      fetch: (...given) => globalThis.fetch(...given), sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)), random: Math.random, nowMs: Date.now, triesMax: 8, timeoutMs: 30_000, ...settings,
    };
  }

  /** Gives a call, and repeats it under the same id while nothing else is known than that it failed for now. Throws `ProblemError`, `NoAnswer`. */
  async call<Answer>(wire: Wire, given: Given, options: Options = {}): Promise<Answer> {
    const { triesMax, sleep } = this.#settings;
    const body = bodyOf(given['body'], wire);
    const id = options.id ?? (wire.signed && this.#isChannel() ? newWebhookId() : randomUUID());
    for (let tries = 1; ; tries++) {
      const outcome = await this.#try(wire, given, body, { ...options, id });
      if ('answer' in outcome && outcome.answer.ok) return (await read(outcome.answer, wire)) as Answer;
      const again = tries < triesMax && !options.signal?.aborted && this.#mayRepeat(wire, outcome);
      if (!again) throw await failure(outcome, tries);
      await sleep(this.#waitMs(tries, outcome));
    }
  }

  #isChannel(): boolean {
    return this.#settings.identity !== undefined && 'secret' in this.#settings.identity;
  }

  async #try(wire: Wire, given: Given, body: string | Uint8Array | FormData | undefined, options: Options & { readonly id: string }): Promise<Outcome> {
    const { baseUrl, timeoutMs, fetch: ask } = this.#settings;
    const limit = AbortSignal.timeout(timeoutMs);
    const headers = await this.#headers(wire, body, options);
    try {
      const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
      return { answer: await ask(baseUrl.replace(/\/$/, '') + addressOf(wire, given), { method: wire.method, headers, ...(body !== undefined && { body: body as never }), redirect: 'error', signal }) };
    } catch (error) {
      return { error };
    }
  }

  async #headers(wire: Wire, body: string | Uint8Array | FormData | undefined, { id, ifMatch, headers }: Options & { readonly id: string }): Promise<Record<string, string>> {
    const { identity, language = 'zh', nowMs } = this.#settings;
    const signed = wire.signed && identity && 'secret' in identity ? sign(identity.secret, id, Math.floor(nowMs() / 1000), body === undefined || body instanceof FormData ? '' : body) : {};
    const token = identity && 'token' in identity ? (typeof identity.token === 'string' ? identity.token : await identity.token()) : undefined;
    return {
      'accept-language': language, ...(body !== undefined && !(body instanceof FormData) && { 'content-type': wire.sends ?? 'application/json' }), ...signed,
      ...(token !== undefined && { authorization: `Bearer ${token}` }), ...(wire.keyed && { 'idempotency-key': id }), ...(ifMatch !== undefined && { 'if-match': ifMatch }), ...headers,
    };
  }

  /** Where a repetition is known by its id, whatever passes is tried again; else only what the API said it has not done. */
  #mayRepeat({ method, signed, keyed }: Wire, outcome: Outcome): boolean {
    const safe = method === 'GET' || keyed === true || (signed === true && this.#isChannel());
    return 'error' in outcome ? safe : outcome.answer.status === 429 || (safe && PASSING.has(outcome.answer.status));
  }

  /** As long as the API asks for, or else twice as long each time, parted by chance so that callers do not come all at once. */
  #waitMs(tries: number, outcome: Outcome): number {
    const asked = 'answer' in outcome ? retryAfterMs(outcome.answer.headers.get('retry-after'), this.#settings.nowMs()) : undefined;
    return asked ?? Math.min(BACK_OFF_MS * 2 ** (tries - 1), BACK_OFF_MAX_MS) * (0.5 + this.#settings.random() / 2);
  }
}

type Outcome = { readonly answer: Response } | { readonly error: unknown };

/** Seconds, or an HTTP date (RFC 9110, 10.2.3). */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}

function bodyOf(body: unknown, { sends }: Wire): string | Uint8Array | FormData | undefined {
  if (body === undefined || typeof body === 'string' && sends !== undefined) return body;
  return body instanceof Uint8Array || body instanceof FormData ? body : JSON.stringify(body);
}

function addressOf({ path, query = [] }: Wire, given: Given): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given[name])));
  const asked = query.filter((name) => given[name] !== undefined).map((name) => `${name}=${encodeURIComponent(String(given[name]))}`);
  return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`;
}

async function read(answer: Response, { answers }: Wire): Promise<unknown> {
  if (answers === 'bytes') return new Uint8Array(await answer.arrayBuffer());
  return answers === 'text' ? answer.text() : answer.json();
}

async function failure(outcome: Outcome, tries: number): Promise<Error> {
  if ('error' in outcome) return new NoAnswer(undefined, tries, outcome.error);
  const { status, headers } = outcome.answer;
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return new NoAnswer(status, tries);
  return new ProblemError((await outcome.answer.json()) as Problem, tries);
}
