import type { ReadTile } from './tiles.js';
import { HASH_BYTES, perfectRoot, TILE_WIDTH, widthIn } from './tiles.js';
import { nodeHash } from './tree.js';

const HEIGHT = 8;

/** RFC 6962, 2.1.1, from the tiles of a tree of this size: the hashes that lead from leaf `index` (from 0) to the root. */
export async function inclusionProofFrom(read: ReadTile, index: number, size: number): Promise<Buffer[]> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError(`There is no leaf ${index} in a tree of ${size}.`);
  const siblings: [number, number][] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const split = start + splitOf(end - start);
    if (index < split) siblings.unshift([split, end]);
    else siblings.unshift([start, split]);
    [start, end] = index < split ? [start, split] : [split, end];
  }
  return hashesOf(read, siblings, size);
}

/** RFC 6962, 2.1.2, from the tiles of a tree of `to` leaves: that its first `from` are the older tree. */
export async function consistencyProofFrom(read: ReadTile, from: number, to: number): Promise<Buffer[]> {
  if (!Number.isSafeInteger(from) || from < 1 || from > to) throw new RangeError(`A tree of ${to} has no beginning of ${from} leaves.`);
  const parts: [number, number][] = [];
  let [start, end] = [0, to];
  while (from !== end) {
    const split = start + splitOf(end - start);
    if (from <= split) parts.unshift([split, end]);
    else parts.unshift([start, split]);
    [start, end] = from <= split ? [start, split] : [split, end];
  }
  if (start > 0) parts.unshift([start, end]);
  return hashesOf(read, parts, to);
}

/** The root of the first `size` leaves. */
export async function rootFrom(read: ReadTile, size: number): Promise<Buffer> {
  const [root] = await hashesOf(read, [[0, size]], size);
  return root!;
}

async function hashesOf(read: ReadTile, ranges: readonly [number, number][], size: number): Promise<Buffer[]> {
  const tiles = new Map<string, Promise<Buffer>>();
  const tile = (level: number, index: number): Promise<Buffer> => {
    const key = `${level}/${index}`;
    if (!tiles.has(key)) tiles.set(key, read(level, index, widthIn(size, level, index)));
    return tiles.get(key)!;
  };
  const rangeHash = async (start: number, end: number): Promise<Buffer> => {
    const count = end - start;
    const split = splitOf(count);
    if (count > 1 && split * 2 !== count) {
      const [left, right] = await Promise.all([rangeHash(start, start + split), rangeHash(start + split, end)]);
      return nodeHash(left, right);
    }
    const level = Math.floor(Math.log2(count) / HEIGHT); // A perfect subtree: `count` is a power of two.
    const unit = TILE_WIDTH ** level;
    const at = start / unit;
    const hashes = await tile(level, Math.floor(at / TILE_WIDTH));
    if (hashes.length < HASH_BYTES) throw new RangeError('A tile that the tree needs is empty.');
    return Buffer.from(perfectRoot(hashes, at % TILE_WIDTH, count / unit));
  };
  return Promise.all(ranges.map(([start, end]) => rangeHash(start, end)));
}

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}
