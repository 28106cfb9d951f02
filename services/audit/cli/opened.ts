import pg from 'pg';
import { checkpointAtMost, newestCheckpoint, tilesIn } from '#libs/event-store/checkpoints.js';
import { readRows } from '#libs/event-store/read.js';
import { entryOf } from '#libs/merkle/entry.js';
import { TILE_WIDTH, widthIn } from '#libs/merkle/tiles.js';
import type { Shown } from './blocks.js';
import { shownBy, shownIn } from './blocks.js';
import type { Server } from './server.js';

export interface Whence { readonly database?: string; readonly server?: string; readonly file?: string; readonly at?: string }

/** A log out of its database, as its server would show it: what is sealed, under the newest checkpoint, or the newest of no more than `at` positions. Throws where nothing is. */
export async function shownFrom(db: pg.Pool | pg.ClientBase, at?: number): Promise<Shown> {
  const checkpoint = at === undefined ? await newestCheckpoint(db) : await checkpointAtMost(db, at);
  if (!checkpoint) throw new Error('日志尚未封存 / nothing of the log is sealed');
  return {
    note: checkpoint.note, where: 'the database',
    async *blocks(size) {
      for (let index = 0; index * TILE_WIDTH < size; index++) {
        const width = widthIn(size, 0, index);
        const [rows, hashes] = [await readRows(db, String(index * TILE_WIDTH), width), await tilesIn(db)(0, index, width)];
        yield { hashes, entries: Buffer.concat(rows.flatMap((row) => { const entry = entryOf(row); return [Buffer.of(entry.length >> 8, entry.length & 0xff), entry]; })) };
      }
    },
  };
}

/** A connection that can write nothing, for as long as something is done with it. */
export async function reading<T>(database: string, act: (db: pg.Pool) => Promise<T>): Promise<T> {
  const db = new pg.Pool({ connectionString: database, max: 2, options: '-c default_transaction_read_only=on' });
  try {
    return await act(db);
  } finally {
    await db.end();
  }
}

/** Does something with the log that the options name: an export, a database or a server. */
export async function withLog<T>(options: Whence, serverOf: (options: never) => Server, act: (log: Shown) => Promise<T>): Promise<T> {
  const { database, file, at } = options;
  if (file !== undefined) return act(shownIn(file));
  if (database === undefined) return act(await shownBy(serverOf(options as never)));
  return reading(database, async (db) => act(await shownFrom(db, sizeOf(at))));
}

export function sizeOf(at: string | undefined): number | undefined {
  if (at !== undefined && !/^[1-9]\d{0,14}$/.test(at)) throw new Error('--at 须为位置 / --at must be a position');
  return at === undefined ? undefined : Number(at);
}
