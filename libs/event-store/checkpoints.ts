import type { ClientBase, Pool } from 'pg';
import type { FullTile, ReadTile } from '#libs/merkle/tiles.js';
import { HASH_BYTES, TILE_WIDTH } from '#libs/merkle/tiles.js';

type Queryable = Pool | ClientBase;

/** A sealed state of the log: the first `size` positions. */
export interface CheckpointRow {
  readonly size: number;
  readonly root: Buffer;
  /** The signed note, as it was handed out. */
  readonly note: string;
}
interface Row { readonly size: string; readonly root: Buffer; readonly note: string }

/** The log holds other hashes than the tree needs: one is missing, or no hash. */
export class LogDamaged extends Error {
  override readonly name = 'LogDamaged';
}

/** undefined where nothing was sealed yet. */
export async function newestCheckpoint(db: Queryable): Promise<CheckpointRow | undefined> {
  return (await checkpoints(db, 'ORDER BY size DESC LIMIT 1', []))[0];
}

/** The newest that seals no more than this many positions. */
export async function checkpointAtMost(db: Queryable, size: number): Promise<CheckpointRow | undefined> {
  return (await checkpoints(db, 'WHERE size <= $1 ORDER BY size DESC LIMIT 1', [size]))[0];
}

export async function checkpointsAfter(db: Queryable, size: number, limit: number): Promise<readonly CheckpointRow[]> {
  return checkpoints(db, 'WHERE size > $1 ORDER BY size LIMIT $2', [size, limit]);
}

async function checkpoints(db: Queryable, clause: string, values: readonly unknown[]): Promise<readonly CheckpointRow[]> {
  const { rows } = await db.query<Row>(`SELECT size, root, note FROM es.checkpoint ${clause}`, [...values]);
  return rows.map(({ size, ...rest }) => ({ size: Number(size), ...rest }));
}

/** The leaf hashes of the positions after one, one behind the other, at most `limit`. Throws `LogDamaged` where a position is missing or holds no hash. */
export async function leavesAfter(db: Queryable, position: number, limit: number): Promise<Buffer> {
  const { rows: [row] } = await db.query<{ hashes: Buffer | null; n: number; last: string | null }>(
    `SELECT string_agg(leaf_hash, ''::bytea ORDER BY pos) AS hashes, count(*)::int AS n, max(pos) AS last
     FROM (SELECT pos, leaf_hash FROM es.events WHERE pos > $1 ORDER BY pos LIMIT $2) e`, [position, limit]);
  const { hashes, n, last } = row!;
  if (n === 0) return Buffer.alloc(0);
  if (Number(last) !== position + n) throw new LogDamaged(`Between the positions ${position} and ${last} not every position holds an event.`);
  if (hashes?.length !== n * HASH_BYTES) throw new LogDamaged(`Between the positions ${position} and ${last} an event has a leaf hash that is none.`);
  return hashes;
}

/** The tiles of the log as it is stored now: full tiles of leaves from their rows, every other hash from the leaves, or the roots, that it stands for. */
export function tilesIn(db: Queryable): ReadTile {
  return async (level, index, width) => {
    const hashes = level > 0 ? await rootsOf(db, level - 1, index, width) : width === TILE_WIDTH ? await rowOf(db, index) : await leavesAfter(db, index * TILE_WIDTH, width);
    if (hashes?.length !== width * HASH_BYTES) throw new LogDamaged(`The tile ${level}/${index} has fewer than ${width} hashes.`);
    return hashes;
  };
}

async function rowOf(db: Queryable, index: number): Promise<Buffer | undefined> {
  const { rows } = await db.query<{ hashes: Buffer }>('SELECT hashes FROM es.tile WHERE level = 0 AND index = $1', [index]);
  return rows[0]?.hashes;
}

async function rootsOf(db: Queryable, level: number, index: number, width: number): Promise<Buffer | undefined> {
  const first = index * TILE_WIDTH;
  const { rows } = await db.query<{ roots: Buffer | null; n: number }>(
    `SELECT string_agg(root, ''::bytea ORDER BY index) AS roots, count(*)::int AS n FROM es.tile WHERE level = $1 AND index >= $2 AND index < $3`, [level, first, first + width]);
  return rows[0]?.n === width ? rows[0].roots ?? undefined : undefined;
}

/** Stores full tiles; those that stand already must be the same. Throws `LogDamaged`. */
export async function storeTiles(db: Queryable, tiles: readonly FullTile[]): Promise<void> {
  if (tiles.length === 0) return;
  const { rows } = await db.query<{ level: number; index: string }>(
    `WITH given AS (SELECT * FROM unnest($1::int[], $2::bigint[], $3::bytea[], $4::bytea[]) AS g(level, index, hashes, root)),
       made AS (INSERT INTO es.tile(level, index, hashes, root) SELECT * FROM given ON CONFLICT DO NOTHING)
     SELECT level, index FROM given JOIN es.tile AS stands USING (level, index) WHERE stands.hashes <> given.hashes OR stands.root <> given.root`,
    [tiles.map(({ level }) => level), tiles.map(({ index }) => index), tiles.map(({ hashes }) => hashes), tiles.map(({ root }) => root)]);
  const [other] = rows;
  if (other) throw new LogDamaged(`The tile ${other.level}/${other.index} was stored with other hashes than the log gives now.`);
}

/** Stores a checkpoint; one of the same size must have the same root. Throws `LogDamaged`. */
export async function storeCheckpoint(db: Queryable, { size, root, note }: CheckpointRow): Promise<void> {
  const { rows } = await db.query<{ root: Buffer }>(
    `WITH made AS (INSERT INTO es.checkpoint(size, root, note, sealed_at) VALUES ($1, $2, $3, clock_timestamp()) ON CONFLICT DO NOTHING)
     SELECT root FROM es.checkpoint WHERE size = $1`, [size, root, note]);
  if (rows[0] && !rows[0].root.equals(root)) throw new LogDamaged(`A checkpoint of ${size} positions stands with another root.`);
}
