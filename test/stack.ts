import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';

export interface FreshDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly drop: () => Promise<void>;
}

/** An empty database of its own on the run's PostgreSQL. */
export async function freshDatabase(connectionsMax = 10): Promise<FreshDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const server = needed('TEST_DATABASE_URL');
  await administer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: connectionsMax });
  pool.on('error', () => undefined); // Tests end backends on purpose.
  const drop = async (): Promise<void> => {
    await pool.end();
    await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { url: url.href, pool, drop };
}

export function kafkaBrokers(): string[] {
  return needed('TEST_KAFKA_BROKERS').split(',');
}

/** A new, empty topic. */
export async function freshTopic(partitions = 12): Promise<string> {
  const topic = `test.${randomBytes(6).toString('hex')}.v1`;
  const admin = new Kafka({ clientId: 'anxin-test', brokers: kafkaBrokers(), logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: partitions, replicationFactor: 1 }] });
  } finally {
    await admin.disconnect();
  }
  return topic;
}

/** Waits until the condition holds and returns what it returned; fails after `ms` with the last error or value. */
export async function whenTrue<T>(condition: () => T | Promise<T>, ms = 15_000): Promise<Exclude<NonNullable<T>, false>> {
  const end = performance.now() + ms;
  let last: unknown;
  do {
    try {
      const value = await condition();
      if (value) return value as Exclude<NonNullable<T>, false>;
      last = value;
    } catch (error) {
      last = error;
    }
    await pause(20);
  } while (performance.now() < end);
  throw new Error(`Not true within ${ms} ms: ${last instanceof Error ? last.message : String(last)}`, { cause: last });
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function needed(name: 'TEST_DATABASE_URL' | 'TEST_KAFKA_BROKERS'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests by npm test, or npx jest after npm run build.`);
  return value;
}
