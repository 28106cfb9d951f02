import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isUuid } from '#libs/contracts/uuid.js';
import type { FileStore } from './file-store.js';

/** A folder of one machine, or one that several share. A file appears under its name when all of it is on the disk. */
export class FolderStore implements FileStore {
  constructor(private readonly root: string) {}

  async put(id: string, bytes: Buffer): Promise<void> {
    const path = this.#pathOf(id);
    const folder = dirname(path);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const temporary = join(folder, `.${randomBytes(8).toString('hex')}.part`);
    try {
      const file = await open(temporary, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    const entry = await open(folder, 'r'); // The new name must be on the disk too.
    await entry.sync().finally(() => entry.close());
  }

  async get(id: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.#pathOf(id));
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async *list(): AsyncIterable<{ id: string; storedAtMs: number }> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile() || !isUuid(entry.name)) continue;
      const found = await stat(join(entry.parentPath, entry.name)).catch(() => undefined);
      if (found) yield { id: entry.name, storedAtMs: found.mtimeMs };
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.#pathOf(id), { force: true });
  }

  /** Only an id becomes a path. Spread over 256 folders by its last two digits, which are chance. */
  #pathOf(id: string): string {
    if (!isUuid(id)) throw new TypeError('A stored file has a UUID.');
    return join(this.root, id.slice(-2), id);
  }
}
