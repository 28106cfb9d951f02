import type { Pool, PoolClient } from 'pg';

/** One session of the pool for several questions. Without a listener, one that ends between two of them would end the process. */
export async function withSession<T>(pool: Pool, use: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => { broken = error; };
  client.on('error', onError);
  try {
    return await use(client);
  } finally {
    if (broken === undefined) client.off('error', onError); // What a session says while it is thrown away is nobody's error.
    client.release(broken);
  }
}

/** All of it, or nothing. */
export function inTransaction<T>(pool: Pool, work: (tx: PoolClient) => Promise<T>): Promise<T> {
  return withSession(pool, async (tx) => {
    try {
      await tx.query('BEGIN');
      const result = await work(tx);
      await tx.query('COMMIT');
      return result;
    } catch (error) {
      await tx.query('ROLLBACK').catch(() => undefined); // The session may be what failed.
      throw error;
    }
  });
}
