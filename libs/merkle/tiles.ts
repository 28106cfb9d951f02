import { hash } from 'node:crypto';
import { rootOf } from './tree.js';

/** C2SP tlog-tiles: a tile holds up to 256 hashes of one level, each of which stands for 256 of the level below. */
export const TILE_WIDTH = 256;
export const HASH_BYTES = 32;

/** Which tile: `entries` are the leaves' own bytes, level 0 their hashes. */
export interface TileName {
  readonly level: number | 'entries';
  readonly index: number;
  /** 256 for a full tile, fewer for the right edge of a tree. */
  readonly width: number;
}

/** A full tile as a growing tree completes it; its root is one hash of the level above. */
export interface FullTile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Buffer;
  readonly root: Buffer;
}

/** Where the hashes of a tile come from. Throws where there are fewer than `width`. */
export type ReadTile = (level: number, index: number, width: number) => Promise<Buffer>;

/** `0/x001/234`, `entries/067.p/8`: three digits a part, all but the last behind an x, and the width where it is not full. */
export function tilePath({ level, index, width }: TileName): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0').match(/\d{3}/g)!;
  const name = digits.map((part, at) => (at < digits.length - 1 ? `x${part}` : part)).join('/');
  return `${level}/${name}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/** undefined for what is no path of a tile: there is one way to write each. */
export function tileNamed(path: string): TileName | undefined {
  const [, level, name, partial] = /^(entries|\d|[1-5]\d|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? [];
  if (level === undefined || name === undefined) return undefined;
  const tile: TileName = { level: level === 'entries' ? level : Number(level), index: Number(name.replace(/[x/]/g, '')), width: Number(partial ?? TILE_WIDTH) };
  return Number.isSafeInteger(tile.index) && tilePath(tile) === path ? tile : undefined;
}

/** How many hashes of the tile a tree of this size has: 0 to 256. */
export function widthIn(size: number, level: number, index: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH));
}

/** The root of a perfect subtree: `count`, a power of two, hashes that begin at the `at`th. */
export function perfectRoot(hashes: Buffer, at: number, count: number): Buffer {
  if (count === 1) return hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
  const level = Buffer.from(hashes.subarray(at * HASH_BYTES, (at + count) * HASH_BYTES));
  for (let left = count; left > 1; left /= 2) {
    for (let pair = 0; pair < left / 2; pair++) {
      level.copy(NODE, 1, pair * 2 * HASH_BYTES, (pair + 1) * 2 * HASH_BYTES);
      hash('sha256', NODE, 'buffer').copy(level, pair * HASH_BYTES);
    }
  }
  return level.subarray(0, HASH_BYTES);
}

const NODE = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

function joined(left: Buffer, right: Buffer): Buffer {
  left.copy(NODE, 1);
  right.copy(NODE, 1 + HASH_BYTES);
  return hash('sha256', NODE, 'buffer');
}

interface Edge {
  readonly hashes: Buffer;
  width: number;
  /** Roots of the largest perfect subtrees over the hashes, from the left: with them a root costs a few hashes, however wide the edge. */
  readonly peaks: Buffer[];
}

/** The right edge of a tree that grows: all that is needed to add leaves and to know the root. */
export class Frontier {
  #size = 0;
  #last: Buffer | undefined;
  readonly #edges: Edge[] = [];

  /** The edge of the first `size` leaves of a tree whose tiles can be read. */
  static async at(size: number, read: ReadTile): Promise<Frontier> {
    const frontier = new Frontier();
    frontier.#size = size;
    for (let level = 0, nodes = size; nodes > 0; level++, nodes = Math.floor(nodes / TILE_WIDTH)) {
      const width = nodes % TILE_WIDTH;
      const edge = frontier.#edge(level);
      if (width > 0) (await read(level, Math.floor(nodes / TILE_WIDTH), width)).copy(edge.hashes);
      for (; edge.width < width; edge.width++) raise(edge, edge.hashes.subarray(edge.width * HASH_BYTES, (edge.width + 1) * HASH_BYTES));
      if (level === 0 && width > 0) frontier.#last = Buffer.from(edge.hashes.subarray((width - 1) * HASH_BYTES, width * HASH_BYTES));
    }
    return frontier;
  }

  get size(): number {
    return this.#size;
  }

  /** The last leaf hash; undefined for an edge that was read where a full tile ends. */
  get last(): Buffer | undefined {
    return this.#last;
  }

  /** Adds a leaf by its hash; says which tiles it completed. */
  push(leafHash: Buffer, completed?: (tile: FullTile) => void): void {
    this.#size += 1;
    this.#last = Buffer.from(leafHash);
    this.#add(0, leafHash, completed);
  }

  /** Adds the root of a full tile of leaves; only where the tree ends with a full tile. */
  pushTile(root: Buffer, completed?: (tile: FullTile) => void): void {
    if (this.#size % TILE_WIDTH !== 0) throw new RangeError(`A tree of ${this.#size} does not end with a full tile.`);
    this.#size += TILE_WIDTH;
    this.#last = undefined;
    this.#edge(0);
    this.#add(1, root, completed);
  }

  /** As RFC 6962 joins subtrees: folded from the right. */
  root(): Buffer {
    let right: Buffer | undefined;
    for (const { peaks } of this.#edges) for (let at = peaks.length - 1; at >= 0; at--) right = right === undefined ? peaks[at]! : joined(peaks[at]!, right);
    return right === undefined ? rootOf([]) : Buffer.from(right);
  }

  #add(level: number, node: Buffer, completed: ((tile: FullTile) => void) | undefined): void {
    const edge = this.#edge(level);
    node.copy(edge.hashes, edge.width * HASH_BYTES);
    raise(edge, node);
    edge.width += 1;
    if (edge.width < TILE_WIDTH) return;
    edge.width = 0;
    const root = edge.peaks.pop()!;
    completed?.({ level, index: this.#size / TILE_WIDTH ** (level + 1) - 1, hashes: Buffer.from(edge.hashes), root });
    this.#add(level + 1, root, completed);
  }

  #edge(level: number): Edge {
    return (this.#edges[level] ??= { hashes: Buffer.alloc(TILE_WIDTH * HASH_BYTES), width: 0, peaks: [] });
  }
}

/** Joins the next hash of an edge with the subtrees that it completes. */
function raise({ width, peaks }: Edge, node: Buffer): void {
  let peak: Buffer = Buffer.from(node);
  for (let complete = width; complete % 2 === 1; complete = Math.floor(complete / 2)) peak = joined(peaks.pop()!, peak);
  peaks.push(peak);
}
