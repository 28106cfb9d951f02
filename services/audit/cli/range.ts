import type { Client } from 'pg';
import { HASH_BYTES, perfectRoot, TILE_WIDTH } from '#libs/merkle/tiles.js';
import type { Leaves } from './leaves.js';
import { leavesOf } from './leaves.js';

/** Leaves of whole tiles per step: what one worker has in hand. */
export const RANGE = 65_536;

/** A tile of leaves that is not what the events give. */
export interface UnlikeTile {
  readonly index: number;
  /** First leaf of it that differs; undefined where the row is missing, or its root alone differs. */
  readonly leaf?: number;
  readonly what: string;
}
export interface Range extends Leaves {
  /** Roots of the full tiles. */
  readonly roots: Buffer;
  readonly tiles: readonly UnlikeTile[];
}
export interface Step {
  readonly from: number;
  readonly to: number;
  /** Up to where tiles must stand. */
  readonly sealed: number;
}

/** One step: the leaves from their rows, the roots over them, and the stored tiles beside them. */
export async function rangeOf(client: Client, { from, to, sealed }: Step): Promise<Range> {
  const leaves = await leavesOf(client, from, to);
  const full = Math.floor((to - from) / TILE_WIDTH);
  const roots = Buffer.alloc(full * HASH_BYTES);
  for (let tile = 0; tile < full; tile++) perfectRoot(leaves.hashes, tile * TILE_WIDTH, TILE_WIDTH).copy(roots, tile * HASH_BYTES);
  const first = from / TILE_WIDTH;
  const { rows } = await client.query<{ index: string; hashes: Buffer | null; root: Buffer | null }>('SELECT index, hashes, root FROM es.tile WHERE level = 0 AND index >= $1 AND index < $2', [first, first + full]);
  const stored = new Map(rows.map((row) => [Number(row.index), row]));
  const tiles: UnlikeTile[] = [];
  for (let tile = 0; tile < full; tile++) {
    const row = stored.get(first + tile);
    if (!row && from + (tile + 1) * TILE_WIDTH > sealed) continue;
    const unlike = compared(row, leaves.hashes.subarray(tile * TILE_WIDTH * HASH_BYTES, (tile + 1) * TILE_WIDTH * HASH_BYTES), roots.subarray(tile * HASH_BYTES, (tile + 1) * HASH_BYTES));
    if (unlike) tiles.push({ index: first + tile, ...unlike });
  }
  return { ...leaves, roots, tiles };
}

/** How a stored tile differs from what it should be; undefined where it does not. */
export function compared(row: { readonly hashes: Buffer | null; readonly root: Buffer | null } | undefined, hashes: Buffer, root: Buffer): Omit<UnlikeTile, 'index'> | undefined {
  if (!row) return { what: 'missing' };
  if (!row.hashes || row.hashes.length !== hashes.length) return { what: 'hashes: no whole tile' };
  if (!row.hashes.equals(hashes)) {
    for (let leaf = 0; ; leaf++) if (row.hashes.compare(hashes, leaf * HASH_BYTES, (leaf + 1) * HASH_BYTES, leaf * HASH_BYTES, (leaf + 1) * HASH_BYTES) !== 0) return { leaf, what: `hashes: number ${leaf} differs` };
  }
  return row.root?.equals(root) ? undefined : { what: 'root: is not the root over its hashes' };
}
