import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import { stream } from '#libs/contracts/event.js';
import { uuidv7 } from '#libs/contracts/uuid.js';
import type { AppendCommand } from '#libs/event-store/append-command.js';
import { batchStatement } from '#libs/event-store/batch.js';
import { migrate } from '#libs/event-store/migrate.js';
import { KafkaTransport } from '#libs/messaging/kafka.js';
import { topicOf } from '#libs/messaging/topics.js';
import { freshDatabase, kafkaBrokers } from './stack.js';

/** A kind of event of the tests' own, so that they stand whatever the product's events become. */
export const probe = stream('audit', 'probe', { ProbeMade: ['试验', z.object({ n: z.int(), note: z.string().optional() })] });

const AT = '2026-03-02T10:15:00+08:00';

export interface FreshLog {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly logId: string;
  readonly topic: string;
  readonly transport: KafkaTransport;
  /** Appends `versions` events to each of `cases` new cases, all cases' first events before any second. Answers the case ids. */
  readonly fill: (cases: number, versions?: number) => Promise<string[]>;
  /** The commands that append one event with this version to each case. */
  readonly next: (caseIds: readonly string[], expected: number, data?: object) => AppendCommand[];
  readonly append: (commands: readonly AppendCommand[]) => Promise<void>;
  readonly head: () => Promise<string>;
  readonly drop: () => Promise<void>;
}

/** An empty log in a database and on a topic of its own. */
export async function freshLog(connectionsMax = 12): Promise<FreshLog> {
  const { url, pool, drop } = await freshDatabase(connectionsMax);
  const logId = `t${randomBytes(5).toString('hex')}`;
  const client = await pool.connect();
  await migrate(client, { logId });
  client.release();
  const transport = new KafkaTransport({ brokers: kafkaBrokers(), clientId: `test-${logId}` });
  const append = async (commands: readonly AppendCommand[]): Promise<void> => { await pool.query(batchStatement(commands)); };
  const next = (caseIds: readonly string[], expected: number, data?: object): AppendCommand[] => caseIds.map((caseId, index) => ({
    stream: `probe/${caseId}`, caseId, expected, meta: { actor: 'process:test' }, events: [{ type: probe.ProbeMade.type, data: data ?? { n: index }, recordedAt: AT }],
  }));
  const fill = async (cases: number, versions = 1): Promise<string[]> => {
    const caseIds = Array.from({ length: cases }, () => uuidv7());
    for (let version = 0; version < versions; version++) {
      for (let at = 0; at < cases; at += 500) await append(next(caseIds.slice(at, at + 500), version));
    }
    return caseIds;
  };
  return {
    url, pool, logId, topic: topicOf(logId), transport, append, next, fill,
    head: async () => (await pool.query<{ head: string }>('SELECT coalesce(max(pos), 0)::text AS head FROM es.events')).rows[0]!.head,
    drop: async () => {
      await transport.close();
      await drop();
    },
  };
}
