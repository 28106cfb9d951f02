import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one part of the benchmark, on the server that DATABASE_URL names; gone when the part ends. */
export async function withDatabase<T>(server: string, use: (url: string, name: string) => Promise<T>): Promise<T> {
  const name = `bench_${randomBytes(4).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name}`);
  try {
    return await use(Object.assign(new URL(server), { pathname: `/${name}` }).href, name);
  } finally {
    await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

/** A pool whose sessions may be ended with their database. */
export function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max });
  pool.on('error', () => undefined);
  return pool;
}

export async function administer(url: string, statement: string): Promise<readonly object[]> {
  return withClient(url, async (client) => (await client.query<object>(statement)).rows);
}

export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** What a reader of the figures must know of the server. */
export async function serverSettings(url: string): Promise<string> {
  const [row] = (await administer(url, `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS sync, current_setting('shared_buffers') AS buffers`)) as [Record<string, string>];
  return `PostgreSQL ${row['version']}, fsync ${row['fsync']}, synchronous_commit ${row['sync']}, shared_buffers ${row['buffers']}`;
}
