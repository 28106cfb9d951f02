import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type pg from 'pg';

const HOME = join(process.cwd(), 'bench', 'peers');
const MESSAGE_DB = join(HOME, 'node_modules', '@eventide', 'message-db', 'database');
/** In the order of its own installer. */
const MESSAGE_DB_FILES = [
  'schema/message-store', 'extensions/pgcrypto', 'tables/messages', 'types/message',
  ...['message-store-version', 'hash-64', 'acquire-lock', 'category', 'is-category', 'id', 'cardinal-id', 'stream-version', 'write-message'].map((name) => `functions/${name}`),
  ...['id', 'stream', 'category'].map((name) => `indexes/messages-${name}`),
];

/** As much of Emmett as is used here. */
export interface EmmettStore {
  appendToStream(stream: string, events: readonly object[], options: { readonly expectedStreamVersion: string }): Promise<unknown>;
  close(): Promise<void>;
}

/** The peers are no part of the product: they are fetched, at the versions of their lockfile, when they are first run beside it. */
export function installPeers(): void {
  if (existsSync(MESSAGE_DB)) return;
  process.stderr.write('正在安装对照软件 / installing the peers …\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: HOME, stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers could not be installed: run `npm ci` in bench/peers.');
}

/** Emmett on PostgreSQL, with its schema made. */
export async function openEmmett(url: string, connections: number): Promise<EmmettStore> {
  const fromPeers = createRequire(join(HOME, 'package.json'));
  const { Pool } = fromPeers('pg') as typeof pg;
  const { getPostgreSQLEventStore } = (await import(pathToFileURL(fromPeers.resolve('@event-driven-io/emmett-postgresql')).href)) as { getPostgreSQLEventStore: (url: string, options: object) => EmmettStore & { schema: { migrate(): Promise<unknown> } } };
  const pool = new Pool({ connectionString: url, max: connections });
  pool.on('error', () => undefined); // Its sessions may outlive its end, and are ended with their database.
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pooled: true, pool }, schema: { autoMigration: 'None' } });
  await store.schema.migrate();
  return { appendToStream: (stream, events, options) => store.appendToStream(stream, events, options), close: async () => { await store.close(); await pool.end(); } };
}

/** message-db, installed into the database that this client is in. */
export async function installMessageDb(client: pg.Client, database: string): Promise<void> {
  await client.query(`ALTER DATABASE ${database} SET search_path = message_store, public; SET search_path = message_store, public`);
  for (const file of MESSAGE_DB_FILES) await client.query(readFileSync(join(MESSAGE_DB, `${file}.sql`), 'utf8').replace('CREATE INDEX CONCURRENTLY', 'CREATE INDEX').replace('INDEX CONCURRENTLY', 'INDEX'));
}

/** Name and version of each, for the notes of a finding. */
export function peerVersions(): string {
  const { dependencies } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  return Object.entries(dependencies).filter(([name]) => name !== '@event-driven-io/emmett').map(([name, version]) => `${name} ${version}`).join(', ');
}
