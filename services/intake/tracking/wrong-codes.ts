import { TooManyCalls } from '#libs/runtime/rates.js';

const WRONG_MAX = 20;
const WINDOW_MS = 10 * 60_000;
/** Addresses remembered at once; beyond it the oldest are forgotten. */
const ADDRESSES_MAX = 10_000;

/** Who tries codes is stopped after some that are wrong, and whoever looks at an own case as often as it pleases is not. For each address, in this process. */
export class WrongCodes {
  readonly #tried = new Map<string, { count: number; until: number }>();

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  /** Throws 429 where this address was wrong too often of late. */
  ensure(address: string): void {
    const [tried, now] = [this.#tried.get(address), this.nowMs()];
    if (tried && tried.until > now && tried.count >= WRONG_MAX) throw new TooManyCalls(Math.ceil((tried.until - now) / 1000));
  }

  wrong(address: string): void {
    const now = this.nowMs();
    const tried = this.#tried.get(address);
    this.#tried.delete(address); // Put last again: the first in the map is who was wrong longest ago.
    this.#tried.set(address, tried && tried.until > now ? { ...tried, count: tried.count + 1 } : { count: 1, until: now + WINDOW_MS });
    if (this.#tried.size > ADDRESSES_MAX) this.#tried.delete(this.#tried.keys().next().value!);
  }
}
