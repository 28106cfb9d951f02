import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Claim } from './claims.js';

interface Entry { readonly size: number; readonly root: string; readonly keys: readonly string[]; readonly way?: number }

/** What this machine saw of each log: the last checkpoint, with which every later one must be consistent, and the keys it was signed with. */
export class Remembered {
  readonly #logs: Record<string, Entry>;

  constructor(private readonly path: string) {
    this.#logs = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) as Record<string, Entry> : {};
  }

  /** The keys of the one log that this machine knows; none where it knows several, and somebody must say which. */
  keys(): readonly string[] {
    const logs = Object.values(this.#logs);
    return logs.length === 1 ? logs[0]!.keys : [];
  }

  of(origin: string): Claim | undefined {
    const entry = this.#logs[origin];
    return entry && { size: entry.size, root: Buffer.from(entry.root, 'base64'), where: this.path, ...(entry.way !== undefined && { way: entry.way }) };
  }

  /** Never a smaller one of the same epoch: that a log shrank is the very thing to notice. */
  note(origin: string, seen: { readonly size: number; readonly root: Buffer; readonly way?: number }, keys: readonly string[]): void {
    const before = this.#logs[origin];
    if (before && (seen.way ?? 0) <= (before.way ?? 0) && before.size > seen.size) return;
    this.#logs[origin] = { size: seen.size, root: seen.root.toString('base64'), ...(seen.way !== undefined && { way: seen.way }), keys: [...new Set([...(this.#logs[origin]?.keys ?? []), ...keys])] };
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(`${this.path}.new`, `${JSON.stringify(this.#logs, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${this.path}.new`, this.path);
  }
}
