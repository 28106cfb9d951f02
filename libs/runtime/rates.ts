/** This identity, address or channel called too often of late. */
export class TooManyCalls extends Error {
  readonly statusCode = 429;
  readonly headers: Readonly<Record<string, string>>;

  /** `retryAfter`: in seconds. `others`: what else the caller is told of its allowance. */
  constructor(readonly retryAfter: number, others: Readonly<Record<string, string>> = {}) {
    super('Too many calls.');
    this.headers = { ...others, 'retry-after': String(retryAfter) };
    this.name = 'TooManyCalls';
  }
}

/** Identities remembered at once; beyond it the one that called longest ago is forgotten. */
const IDENTITIES_MAX = 10_000;

/** So many calls a minute for each identity, given back evenly: a burst passes, a machine that never pauses does not. In this process. */
export class Rates {
  readonly #left = new Map<string, { calls: number; at: number }>();

  /** `perMinute` 0 sets no limit. */
  constructor(private readonly perMinute: number, private readonly nowMs: () => number = () => performance.now()) {}

  /** Counts one call. Throws `TooManyCalls` where nothing is left. */
  take(identity: string): void {
    if (this.perMinute === 0) return;
    const now = this.nowMs();
    const before = this.#left.get(identity);
    const calls = before ? Math.min(this.perMinute, before.calls + ((now - before.at) * this.perMinute) / 60_000) : this.perMinute;
    this.#left.delete(identity); // Put last again: the first in the map is who called longest ago.
    this.#left.set(identity, { calls: calls < 1 ? calls : calls - 1, at: now });
    if (this.#left.size > IDENTITIES_MAX) this.#left.delete(this.#left.keys().next().value!);
    if (calls < 1) throw new TooManyCalls(Math.ceil(((1 - calls) * 60) / this.perMinute));
  }
}
