/** So many streams are remembered at least, and twice as many at most. */
const REMEMBERED = 262_144;

/** The last version of each stream that was seen lately, in two generations: when the younger is full the older is forgotten, and the database must be asked. */
export class Versions {
  #younger = new Map<string, number>();
  #older: ReadonlyMap<string, number> = new Map();
  #forgot: boolean;

  constructor(begun: boolean, private readonly remembered = REMEMBERED) {
    this.#forgot = begun;
  }

  /** 0 for a stream that is new; undefined where that is not known. */
  of(stream: string): number | undefined {
    return this.#younger.get(stream) ?? this.#older.get(stream) ?? (this.#forgot ? undefined : 0);
  }

  saw(stream: string, version: number): void {
    this.#younger.set(stream, version);
    if (this.#younger.size < this.remembered) return;
    this.#forgot ||= this.#older.size > 0;
    [this.#older, this.#younger] = [this.#younger, new Map()];
  }
}
