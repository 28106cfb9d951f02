import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { openedCheckpoint } from '#libs/merkle/checkpoint.js';
import type { StoredEvent } from '#libs/merkle/entry.js';
import { eventIn, leafHash } from '#libs/merkle/entry.js';
import type { Verifier } from '#libs/merkle/note.js';
import { Frontier, HASH_BYTES, TILE_WIDTH, tilePath, widthIn } from '#libs/merkle/tiles.js';
import type { Claim } from './claims.js';
import type { Stated } from './forks.js';
import { Judge, statedBy } from './forks.js';
import type { Finding } from './leaves.js';
import type { Server } from './server.js';
import type { Verdict } from './verify.js';

/** A log as others see it: its newest checkpoint, and tile by tile the entries and their hashes. */
export interface Shown {
  readonly note: string;
  readonly where: string;
  blocks(size: number): AsyncIterable<Block>;
}
export interface Block {
  readonly entries: Buffer;
  readonly hashes: Buffer;
}

const ABREAST = 4;
const MAGIC = 'anxin-log-export.v1\n';

/** Verifies a log without access to its database: from its server, or from an export. */
export async function verifyShown(shown: Shown, keys: readonly Verifier[], remembered: Claim | undefined, onProgress?: (size: number, of: number) => void): Promise<Verdict> {
  const { size, root, way } = openedCheckpoint(shown.note, keys);
  const findings: Finding[] = [];
  const stated: Stated[] = [];
  let changed = false;
  const streams = new Map<string, number>();
  const frontier = new Frontier();
  for await (const { entries, hashes } of shown.blocks(size)) {
    const start = frontier.size;
    const bundle = [...entriesIn(entries)];
    const width = Math.min(TILE_WIDTH, size - start);
    if (bundle.length !== width || hashes.length !== width * HASH_BYTES) findings.push({ position: start + Math.min(bundle.length, width) + 1, rule: 'position', at: 'entries', what: `${bundle.length} entries where ${width} were sealed` });
    for (const [at, entry] of bundle.slice(0, width).entries()) {
      const leaf = leafHash(entry);
      if (!leaf.equals(hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES))) findings.push({ position: start + at + 1, rule: 'tile', at: tilePath({ level: 0, index: start / TILE_WIDTH, width }), what: 'the entry does not hash to the leaf in the tile' });
      const wrong = versionIn(entry, streams, ({ type, data }) => { const one = statedBy(start + at + 1, type, data); if (one) stated.push(one); });
      if (wrong !== undefined) findings.push({ position: start + at + 1, rule: 'version', at: 'version', what: wrong });
      frontier.push(leaf);
      if (remembered?.size === frontier.size && !frontier.root().equals(remembered.root)) changed = true;
    }
    onProgress?.(frontier.size, size);
    if (bundle.length !== width) break;
  }
  if (!frontier.root().equals(root) && findings.length === 0) findings.push({ position: 1, to: size, rule: 'root', at: shown.where, what: 'the entries do not make the tree that was signed' });
  const judge = new Judge(stated);
  const standing = judge.standing([{ size, root, where: shown.where, ...(way && { way: way.n }) }, ...(remembered ? [remembered] : [])], findings);
  if (remembered && standing.includes(remembered)) {
    if (remembered.size > size) findings.unshift({ position: size + 1, rule: 'tail', at: shown.where, what: `shows ${size} positions; ${remembered.size} were seen before` });
    if (changed) findings.push({ position: 1, to: remembered.size, rule: 'remembered', at: remembered.where, what: `the first ${remembered.size} positions hold other events than were seen before` });
  }
  return { positions: frontier.size, sealed: size, newest: { size, root, ...(way && { way: way.n }) }, forks: judge.forks(), root: frontier.root(), checked: { events: frontier.size, checkpoints: 1, witnesses: 0 }, findings };
}

function versionIn(entry: Buffer, streams: Map<string, number>, seen: (event: StoredEvent) => void): string | undefined {
  let event: StoredEvent;
  try {
    event = eventIn(entry);
    seen(event);
  } catch {
    return 'this is no entry of the log';
  }
  const before = streams.get(event.stream) ?? 0;
  streams.set(event.stream, event.version);
  return event.version === before + 1 ? undefined : `${event.version} after ${before} of its stream`;
}

/** The entries of a bundle; one that is cut off is none. */
export function* entriesIn(bundle: Buffer): Iterable<Buffer> {
  for (let at = 0; at + 2 <= bundle.length;) {
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) return;
    yield bundle.subarray(at + 2, end);
    at = end;
  }
}

/** A running server: tiles are fetched a few ahead. */
export async function shownBy(server: Server): Promise<Shown> {
  const note = await server.text('/v1/audit/log/checkpoint');
  return {
    note, where: server.url,
    async *blocks(size) {
      const count = Math.ceil(size / TILE_WIDTH);
      const fetched = async (index: number): Promise<Block> => {
        const width = widthIn(size, 0, index);
        const [entries, hashes] = await Promise.all((['entries', 0] as const).map((level) => server.bytes(`/v1/audit/log/tile/${tilePath({ level, index, width })}`)));
        return { entries: entries!, hashes: hashes! };
      };
      const ahead: Promise<Block>[] = [];
      for (let index = 0; index < count; index++) {
        while (ahead.length < ABREAST && index + ahead.length < count) {
          const next = fetched(index + ahead.length);
          next.catch(() => undefined); // Whoever waits for it hears of it.
          ahead.push(next);
        }
        yield await ahead.shift()!;
      }
    },
  };
}

/** Writes all that is sealed into one file: two lines, then for each tile the length of its entries, its entries and its hashes. Answers how many entries. */
export async function writeExport(path: string, shown: Shown, keys: readonly Verifier[]): Promise<number> {
  const { size } = openedCheckpoint(shown.note, keys);
  const file = openSync(path, 'w', 0o600);
  try {
    writeSync(file, `${MAGIC}${JSON.stringify({ note: shown.note })}\n`);
    for await (const { entries, hashes } of shown.blocks(size)) {
      const lengths = Buffer.alloc(8);
      lengths.writeUInt32BE(entries.length, 0);
      lengths.writeUInt32BE(hashes.length, 4);
      for (const part of [lengths, entries, hashes]) writeSync(file, part);
    }
  } finally {
    closeSync(file);
  }
  return size;
}

/** Throws for what is no export. */
export function shownIn(path: string): Shown {
  const total = statSync(path).size;
  const at = (file: number, position: number, length: number): Buffer => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, total - position)));
    readSync(file, bytes, 0, bytes.length, position);
    return bytes;
  };
  const opened = openSync(path, 'r');
  const head = at(opened, 0, 65_536);
  closeSync(opened);
  const end = head.indexOf('\n', MAGIC.length);
  if (head.toString('utf8', 0, MAGIC.length) !== MAGIC || end < 0) throw new Error(`${path} is no export of a log.`);
  const { note } = JSON.parse(head.toString('utf8', MAGIC.length, end)) as { note: string };
  return {
    note, where: path,
    async *blocks() {
      const file = openSync(path, 'r'); // Anew each time: who draws and then counts reads twice.
      try {
        for (let position = end + 1; position < total;) {
          const lengths = at(file, position, 8);
          if (lengths.length < 8) return;
          const [entries, hashes] = [lengths.readUInt32BE(0), lengths.readUInt32BE(4)];
          yield await Promise.resolve({ entries: at(file, position + 8, entries), hashes: at(file, position + 8 + entries, hashes) });
          position += 8 + entries + hashes;
        }
      } finally {
        closeSync(file);
      }
    },
  };
}
