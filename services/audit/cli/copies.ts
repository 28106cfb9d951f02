import type { Claim, Kept, Notes } from './claims.js';
import { sizeIn } from './claims.js';
import type { Finding } from './leaves.js';

/** So many are looked through before others have their turn. */
const AT_ONCE = 4_096;
/** Where more is missing, the first of it says enough. */
const MISSING_MAX = 10_000;

interface Sized { readonly size: number; readonly note: string }
/** Whether a note is signed by a known key, and of a way that the log still goes. */
type Stands = (where: string, note: string) => boolean;

/** Copies that together hold what the database holds, from the first on that they have; each is read along with the walk. */
export class Copies {
  readonly #missing = new Map<number, Finding>();
  #begun = false;
  #last = 0;

  private constructor(private readonly kept: readonly Kept[], private readonly copies: readonly Copy[]) {}

  static async of(kept: readonly Kept[], breathe: () => Promise<void>): Promise<Copies> {
    return new Copies(kept, await Promise.all(kept.map((one) => Copy.of(one, breathe))));
  }

  /** Passes by what was verified before. */
  async startAt(from: number, stands: Stands): Promise<void> {
    for (const copy of this.copies) {
      let last: string | undefined;
      for await (const note of copy.upTo(from - 1)) last = note;
      if (last !== undefined && stands(copy.where, last)) this.#begun = true;
    }
  }

  /** The smallest size that was not given yet; Infinity where nothing is left. */
  async next(): Promise<number> {
    return Math.min(...await Promise.all(this.copies.map((copy) => copy.next())), Infinity);
  }

  /** The notes of up to a size that were not given yet, and where each was kept. */
  async *upTo(size: number): AsyncGenerator<readonly [where: string, note: string]> {
    for (const copy of this.copies) for await (const note of copy.upTo(size)) yield [copy.where, note];
  }

  /** What a part of the database has and the same part of these lacks. */
  compare(rows: readonly Claim[], own: readonly Claim[]): void {
    const sizes = new Set(own.map(({ size }) => size));
    let first = this.#begun ? 0 : Infinity;
    for (const size of sizes) [first, this.#last] = [Math.min(first, size), Math.max(this.#last, size)];
    for (const { size } of rows) {
      if (size >= first && !sizes.has(size) && this.#missing.size < MISSING_MAX) this.#missing.set(size, { position: size, rule: 'witness', at: this.kept[0]!.where, what: 'lacks a checkpoint that the database has' });
    }
    this.#begun ||= own.length > 0;
  }

  async close(): Promise<void> {
    for (const copy of this.copies) await copy.close();
  }

  /** What was missing so far; not what a copy that may lag will still be told. */
  missing(): readonly Finding[] {
    return [...this.#missing.values()].filter(({ position }) => position! <= this.#last || !this.kept.some(({ mayLag }) => mayLag));
  }

  /** What is missing still: a checkpoint may just have been on its way. */
  async stillMissing(stands: Stands): Promise<readonly Finding[]> {
    if (this.missing().length === 0) return [];
    for (const { where, notes } of this.kept) {
      for await (const note of await notes()) if (this.#missing.has(sizeIn(note)) && stands(where, note)) this.#missing.delete(sizeIn(note));
    }
    return this.missing();
  }
}

/** One copy of the checkpoints, read along with the walk: what stands in the order of its sizes is read when it is due; the few that do not are kept from a first look, which opens nothing. */
class Copy {
  readonly #odd: Sized[] = [];
  #ordered: AsyncGenerator<Sized>;
  #next: Sized | undefined;

  private constructor(readonly where: string, private readonly notes: Notes) {
    this.#ordered = this.#inOrder();
  }

  static async of({ where, notes }: Kept, breathe: () => Promise<void>): Promise<Copy> {
    const copy = new Copy(where, await notes());
    let seen = 0;
    for await (const _ of copy.#inOrder((odd) => copy.#odd.push(odd))) if (++seen % AT_ONCE === 0) await breathe();
    copy.#odd.sort((a, b) => b.size - a.size);
    return copy;
  }

  /** The smallest size that was not given yet; Infinity where nothing is left. */
  async next(): Promise<number> {
    this.#next ??= await this.#pulled();
    return Math.min(this.#next.size, this.#odd.at(-1)?.size ?? Infinity);
  }

  /** Those of up to a size that were not given yet. */
  async *upTo(size: number): AsyncGenerator<string> {
    while ((this.#odd.at(-1)?.size ?? Infinity) <= size) yield this.#odd.pop()!.note;
    for (this.#next ??= await this.#pulled(); this.#next.size <= size; this.#next = await this.#pulled()) yield this.#next.note;
  }

  /** Before its end is reached: lets go of what is open. */
  async close(): Promise<void> {
    await this.#ordered.return(undefined);
  }

  async #pulled(): Promise<Sized> {
    const { value, done } = await this.#ordered.next();
    return done ? { size: Infinity, note: '' } : value;
  }

  async *#inOrder(odd?: (one: Sized) => void): AsyncGenerator<Sized> {
    let last = -1;
    for await (const note of this.notes) {
      const size = sizeIn(note) || 0;
      if (size > last) yield { size: last = size, note };
      else odd?.({ size, note });
    }
  }
}
