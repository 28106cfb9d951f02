import { createReadStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

const TAIL_BYTES = 64 * 1024;

/** A witness outside PostgreSQL: each line is one checkpoint as a JSON string, in the order in which this sealer signed them. */
export class WitnessFile {
  #handle: FileHandle | undefined;

  constructor(readonly path: string) {}

  /** The notes at its end; of a new file none. A line that a crash tore apart is closed, and is no note. */
  async tail(): Promise<readonly string[]> {
    await this.close();
    await mkdir(dirname(this.path), { recursive: true });
    this.#handle = await open(this.path, 'a+', 0o644);
    const { size } = await this.#handle.stat();
    const length = Math.min(size, TAIL_BYTES);
    const { buffer } = await this.#handle.read(Buffer.alloc(length), 0, length, size - length);
    const text = buffer.toString();
    if (text !== '' && !text.endsWith('\n')) await this.#write('\n');
    return notesIn(length < size ? text.slice(text.indexOf('\n') + 1) : text);
  }

  /** Durable when it resolves. */
  async append(note: string): Promise<void> {
    if (!this.#handle) await this.tail();
    await this.#write(`${JSON.stringify(note)}\n`);
  }

  async close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = undefined;
  }

  async #write(line: string): Promise<void> {
    await this.#handle!.appendFile(line);
    await this.#handle!.datasync();
  }
}

/** What a witness file holds now: it may be gone through again, no more than a piece of it is in memory, and what is added meanwhile is not seen. */
export async function notesOf(path: string): Promise<AsyncIterable<string>> {
  const { size } = await stat(path);
  return { [Symbol.asyncIterator]: () => firstBytesOf(path, size) };
}

async function* firstBytesOf(path: string, size: number): AsyncGenerator<string> {
  let torn = '';
  for await (const piece of createReadStream(path, { encoding: 'utf8', end: Math.max(0, size - 1) }) as AsyncIterable<string>) {
    const whole = torn + piece;
    const end = whole.lastIndexOf('\n') + 1;
    yield* notesIn(whole.slice(0, end));
    torn = whole.slice(end);
  }
  yield* notesIn(torn);
}

/** The notes of a witness file; what is no JSON string is passed over: it was torn, and the checkpoint was not used. */
export function notesIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    try {
      const note: unknown = JSON.parse(line);
      return typeof note === 'string' ? [note] : [];
    } catch {
      return [];
    }
  });
}
