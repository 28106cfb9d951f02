import { isSealed } from '#libs/contracts/sealed.js';
import type { Sealed } from '#libs/contracts/sealed.js';
import type { App } from '../app.js';
import { MARK } from './hostile.js';

/** Every text of the log, sealed ones opened: what was kept of what was sent. */
export class KeptTexts {
  readonly #texts = new Set<string>();
  readonly #byMark = new Map<string, string>();

  static async of({ database, running }: App): Promise<KeptTexts> {
    const { rows } = await database.query<{ data: string }>('SELECT data FROM es.events ORDER BY pos');
    const [kept, sealed]: [KeptTexts, Sealed[]] = [new KeptTexts(), []];
    for (const { data } of rows) kept.#take(JSON.parse(data), sealed);
    for (const text of await running.product.keyring.open(sealed)) if (text !== null) kept.#take(text, sealed);
    return kept;
  }

  has(text: string): boolean {
    return this.#texts.has(text);
  }

  /** What was made of it. */
  near(text: string): string | undefined {
    return this.#byMark.get(MARK.exec(text)?.[0] ?? text);
  }

  #take(value: unknown, sealed: Sealed[]): void {
    if (isSealed(value)) sealed.push(value);
    else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) this.#take(each, sealed);
    else if (typeof value === 'string') {
      this.#texts.add(value);
      const mark = MARK.exec(value)?.[0];
      if (mark !== undefined) this.#byMark.set(mark, value);
    }
  }
}
