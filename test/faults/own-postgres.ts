import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../demo/guarded.js';
import { postgresBinaries, startLocalPostgres } from '../../demo/local-postgres.js';
import { whenTrue } from '../stack.js';

/** A PostgreSQL that a test may stop and kill: its data and its port stay. It notes when each transaction was committed. */
export class OwnPostgres {
  #stop: (() => Promise<void>) | undefined;

  private constructor(private readonly home: string, readonly port: number, readonly url: string) {}

  static async start(home: string): Promise<OwnPostgres> {
    const port = await freePort();
    const first = await startLocalPostgres(home, true, (await postgresBinaries())!, port);
    const client = new pg.Client({ connectionString: first.url });
    await client.connect();
    await client.query('ALTER SYSTEM SET track_commit_timestamp = on');
    await client.end();
    await first.stop();
    const postgres = new OwnPostgres(home, port, first.url);
    await postgres.begin();
    return postgres;
  }

  /** Resolves when it has recovered and answers. */
  async begin(): Promise<void> {
    const { stop } = await startLocalPostgres(this.home, true, (await postgresBinaries())!, this.port);
    this.#stop = stop;
  }

  /** `immediate`: as `pg_ctl stop -m immediate`; it recovers at its next start. `kill`: the postmaster alone dies at once, and its children when they notice. */
  async end(how: 'immediate' | 'kill'): Promise<void> {
    if (how === 'kill') {
      const { child } = JSON.parse(readFileSync(join(this.home, 'postgres.pid.json'), 'utf8')) as { child: number };
      process.kill(child, 'SIGKILL');
    }
    await this.#stop?.();
    this.#stop = undefined;
  }

  /** Kills one process of the server, a backend say, by SIGKILL: PostgreSQL then ends all others and recovers. */
  async crash(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    process.kill(rows[0]!.pid, 'SIGKILL');
    await client.end().catch(() => undefined);
    await whenTrue(async () => this.answers(), 30_000);
  }

  async answers(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 1_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT 1');
      await client.end();
      return true;
    } catch {
      return false;
    }
  }
}
