import fc from 'fast-check';
import { leafHash } from './entry.js';
import { consistencyProofFrom, inclusionProofFrom, rootFrom } from './proof.js';
import type { FullTile, ReadTile } from './tiles.js';
import { Frontier, HASH_BYTES, TILE_WIDTH, tileNamed, tilePath, widthIn } from './tiles.js';
import { consistencyProof, inclusionProof, rootOf } from './tree.js';

const leaves = Array.from({ length: 70_000 }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));

/** The tiles of the tree over all leaves, worked out by the definition: a hash of level L is the root over 256^L leaves. */
const levels: Buffer[][] = [leaves];
while (levels.at(-1)!.length >= TILE_WIDTH) {
  const below = levels.at(-1)!;
  levels.push(Array.from({ length: Math.floor(below.length / TILE_WIDTH) }, (_, index) => rootOf(below.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH))));
}
const read: ReadTile = async (level, index, width) => Buffer.concat(levels[level]!.slice(index * TILE_WIDTH, index * TILE_WIDTH + width));

describe('A tile', () => {
  it.each([[0, 0, 256, '0/000'], [1, 5, 3, '1/005.p/3'], [0, 1_234_067, 256, '0/x001/x234/067'], [3, 1_000, 1, '3/x001/000.p/1'], [63, 999, 255, '63/999.p/255'], ['entries', 70_000, 256, 'entries/x070/000']] as const)(
    'has the path of C2SP tlog-tiles: %s, %i, %i', (level, index, width, path) => {
      expect(tilePath({ level, index, width })).toBe(path);
      expect(tileNamed(path)).toEqual({ level, index, width });
    });

  it.each(['', '0', '0/', '0/0', '0/00', '00/000', '64/000', '-1/000', '0/000.p/0', '0/000.p/256', '0/000.p/01', '0/x000/000', '0/001/000', '0/x001/x000', '0/000.p/', 'entries', 'data/000', '0/000/', ' 0/000', '0/000.P/3', '0/%30%30%30'])(
    'has no second path: %s', (path) => expect(tileNamed(path)).toBeUndefined());

  it('has the width that a tree of that size gives it', () => {
    expect([[0, 0, 0], [1, 0, 0], [256, 0, 0], [257, 0, 0], [257, 0, 1], [257, 1, 0], [70_000, 1, 1], [70_000, 2, 0]].map(([size, level, index]) => widthIn(size!, level!, index!))).toEqual([0, 1, 256, 256, 1, 1, 17, 1]);
  });
});

describe('The edge of a growing tree', () => {
  it('knows the root at every size, and completes the tiles that the definition says', () => {
    const frontier = new Frontier();
    const tiles: FullTile[] = [];
    const sizes = new Set([1, 2, 3, 5, 7, 8, 255, 256, 257, 511, 512, 1000, 4096, 65_536, 70_000]);
    expect(frontier.root()).toEqual(rootOf([]));
    for (const leaf of leaves) {
      frontier.push(leaf, (tile) => tiles.push(tile));
      if (sizes.has(frontier.size)) expect(frontier.root()).toEqual(rootOf(leaves.slice(0, frontier.size)));
    }
    expect(tiles.filter(({ level }) => level === 0)).toHaveLength(273);
    expect(tiles.filter(({ level }) => level === 1).map(({ index }) => index)).toEqual([0]);
    for (const { level, index, hashes, root } of tiles) {
      expect(hashes).toEqual(Buffer.concat(levels[level]!.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH)));
      expect(root).toEqual(levels[level + 1]![index]);
    }
  });

  it('goes on from any size, read from tiles', async () => {
    for (const size of [0, 1, 255, 256, 300, 65_792]) {
      const frontier = await Frontier.at(size, read);
      expect(frontier.root()).toEqual(rootOf(leaves.slice(0, size)));
      expect(frontier.last).toEqual(size % TILE_WIDTH === 0 ? undefined : leaves[size - 1]);
      for (const leaf of leaves.slice(size, size + 300)) frontier.push(leaf);
      expect(frontier.root()).toEqual(rootOf(leaves.slice(0, frontier.size)));
    }
  });

  it('takes whole tiles, and leaves behind them', () => {
    const frontier = new Frontier();
    for (let tile = 0; tile < 258; tile++) frontier.pushTile(levels[1]![tile]!);
    expect(frontier.root()).toEqual(rootOf(leaves.slice(0, 66_048)));
    for (const leaf of leaves.slice(66_048, 66_100)) frontier.push(leaf);
    expect(frontier.root()).toEqual(rootOf(leaves.slice(0, 66_100)));
    expect(() => frontier.pushTile(leaves[0]!)).toThrow(RangeError);
  });
});

describe('A proof from tiles', () => {
  it('is the one from all leaves, for any leaf and size', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 1200 }), fc.nat(), fc.nat(), async (size, leaf, beginning) => {
      const tree = leaves.slice(0, size);
      expect(await inclusionProofFrom(read, leaf % size, size)).toEqual(inclusionProof(tree, leaf % size));
      const from = 1 + (beginning % size);
      expect(await consistencyProofFrom(read, from, size)).toEqual(consistencyProof(tree, from));
      expect(await rootFrom(read, size)).toEqual(rootOf(tree));
    }), { numRuns: 30 });
    expect(await inclusionProofFrom(read, 65_600, 70_000)).toEqual(inclusionProof(leaves, 65_600));
    expect(await consistencyProofFrom(read, 300, 70_000)).toEqual(consistencyProof(leaves, 300));
    await expect(inclusionProofFrom(read, 8, 8)).rejects.toThrow(RangeError);
    await expect(consistencyProofFrom(read, 0, 8)).rejects.toThrow(RangeError);
  });

  it('reads a few tiles, however long the log', async () => {
    let reads = 0;
    const huge: ReadTile = async (level, index, width) => { reads++; return Buffer.alloc(width * HASH_BYTES, level + index); };
    await inclusionProofFrom(huge, 123_456_789, 1_000_000_007);
    expect(reads).toBeLessThanOrEqual(8);
  });
});
