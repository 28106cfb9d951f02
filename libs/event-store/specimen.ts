import pg from 'pg';
import { z } from 'zod';
import { stream } from '#libs/contracts/event.js';
import { uuidv7 } from '#libs/contracts/uuid.js';
import { freshDatabase } from '../../test/stack.js';
import type { AppendCommand, NewEvent } from './append-command.js';
import type { AppenderOptions } from './append.js';
import { Appender } from './append.js';
import { openLog } from './log.js';
import { migrate } from './migrate.js';

/** What the specs of the store put into it: an event that no service knows. */
export const specimen = stream('intake', 'specimen', { SpecimenNoted: ['样本已记录', z.strictObject({ n: z.int(), text: z.string().optional() })] });

export const recordedAt = '2026-03-02T10:15:00.123+08:00';

export function noted(n = 1, text?: string): NewEvent {
  return { type: 'intake.specimen-noted.v1', data: { n, ...(text !== undefined && { text }) }, recordedAt };
}

/** A command of `specimen/<caseId>` with one event, unless it says otherwise. */
export function command(expected = 0, rest: Partial<AppendCommand> = {}): AppendCommand {
  const caseId = rest.caseId ?? uuidv7();
  return { stream: `specimen/${caseId}`, caseId, expected, events: [noted(expected + 1)], meta: { actor: 'process:intake' }, ...rest };
}

export interface Store {
  readonly url: string;
  /** Connections of the owner, who migrates. */
  readonly owner: pg.Pool;
  /** Connections of the services' role. */
  readonly pool: pg.Pool;
  readonly appender: Appender;
  /** Another appender, as another process would have. */
  readonly another: (options?: AppenderOptions) => Promise<Appender>;
  readonly drop: () => Promise<void>;
}

/** A migrated, empty log in a database of its own. */
export async function freshStore(options: AppenderOptions = {}): Promise<Store> {
  const { url, pool: owner, drop } = await freshDatabase();
  const client = await owner.connect();
  await migrate(client);
  client.release();
  const pool = servicePool(url);
  const appenders: Appender[] = [];
  const another = async (of: AppenderOptions = {}): Promise<Appender> => {
    const appender = new Appender(pool, await openLog(pool), of);
    appenders.push(appender);
    return appender;
  };
  const appender = await another(options);
  return {
    url, owner, pool, appender, another,
    drop: async () => {
      await Promise.all(appenders.map((each) => each.close()));
      await pool.end();
      await drop();
    },
  };
}

export function servicePool(url: string, connectionsMax = 24): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: connectionsMax, options: '-c role=anxin_app' });
  pool.on('error', () => undefined);
  return pool;
}

/** What must hold of every log: positions 1..N, versions 1..k in each stream and in the order of the positions, and `streams` in step. */
export async function brokenPromises(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ broken: string }>(`
    SELECT 'positions' AS broken FROM es.events HAVING count(*) <> coalesce(max(pos), 0) OR coalesce(min(pos), 1) <> 1
    UNION ALL SELECT 'versions of ' || stream_id FROM (SELECT stream_id, version, row_number() OVER (PARTITION BY stream_id ORDER BY pos) AS k FROM es.events) e WHERE version <> k
    UNION ALL SELECT 'stream ' || coalesce(s.stream_id, e.stream_id) FROM es.streams s FULL JOIN (SELECT stream_id, max(version) AS version, min(case_id::text) AS case_id FROM es.events GROUP BY 1) e
      USING (stream_id) WHERE s.version IS DISTINCT FROM e.version OR s.case_id::text IS DISTINCT FROM e.case_id`);
  return rows.map((row) => row.broken);
}
