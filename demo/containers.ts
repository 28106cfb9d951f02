import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brokerReady } from '#libs/messaging/broker-ready.js';
import { freePort } from './guarded.js';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url)); // From dist/demo.
const COMPOSE_FILE = join(ROOT, 'docker-compose.yml');

export type Part = 'postgres' | 'kafka';
export interface Started {
  readonly databaseUrl?: string;
  readonly kafkaBrokers?: string[];
  readonly stop: () => Promise<void>;
}

/** True where a container engine answers, not only its command. */
export async function dockerAnswers(): Promise<boolean> {
  try {
    const { stdout } = await run('docker', ['info', '--format', '{{.ServerVersion}}'], { timeout: 4_000 });
    return stdout.trim() !== '';
  } catch {
    return false;
  }
}

/**
 * The parts of docker-compose.yml that are asked for, published on free ports of 127.0.0.1 that the file takes from
 * ANXIN_POSTGRES_PORT and ANXIN_KAFKA_PORT. Each home is a project of its own; its volumes outlive a stop.
 */
export async function startCompose(home: string, parts: readonly Part[], password: string): Promise<Started> {
  if (!existsSync(COMPOSE_FILE)) throw new Error('docker-compose.yml is missing.');
  writeFileSync(markOf(home), '');
  const [postgresPort, kafkaPort] = [await freePort(), await freePort()];
  const env = { ...process.env, ANXIN_POSTGRES_PORT: String(postgresPort), ANXIN_KAFKA_PORT: String(kafkaPort), ANXIN_POSTGRES_PASSWORD: password };
  const compose = composeOf(home, env);
  const stop = async (): Promise<void> => { await compose('stop', ...parts); };
  try {
    await compose('up', '-d', '--wait', ...parts);
    const kafkaBrokers = [`127.0.0.1:${kafkaPort}`];
    if (parts.includes('kafka')) await brokerReady(kafkaBrokers, 60_000);
    return {
      ...(parts.includes('postgres') ? { databaseUrl: `postgres://anxin:${password}@127.0.0.1:${postgresPort}/anxin` } : {}),
      ...(parts.includes('kafka') ? { kafkaBrokers } : {}),
      stop,
    };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

/** Removes the containers of a home and their volumes; nothing where none were ever started for it. */
export async function dropCompose(home: string): Promise<void> {
  if (existsSync(markOf(home)) && (await dockerAnswers())) await composeOf(home, { ...process.env, ANXIN_POSTGRES_PASSWORD: '-' })('down', '--volumes');
}

function markOf(home: string): string {
  return join(home, 'docker');
}

function composeOf(home: string, env: NodeJS.ProcessEnv): (...args: string[]) => Promise<unknown> {
  const project = `anxin-${createHash('sha256').update(home).digest('hex').slice(0, 8)}`;
  return (...args) => run('docker', ['compose', '-f', COMPOSE_FILE, '-p', project, ...args], { env, timeout: 900_000, maxBuffer: 32 << 20 });
}

/** Throw-away containers for one run of the tests; testcontainers removes them even where the run is killed. */
export async function startTestContainers(parts: readonly Part[]): Promise<Started> {
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const { KafkaContainer } = await import('@testcontainers/kafka');
  const starting = [
    parts.includes('postgres')
      ? new PostgreSqlContainer('postgres:18-alpine').withDatabase('anxin').withUsername('anxin').withCommand(['postgres', '-c', 'max_connections=300', '-c', 'timezone=UTC']).start()
      : undefined,
    parts.includes('kafka')
      ? new KafkaContainer('confluentinc/cp-kafka:8.1.0').withKraft().withEnvironment({ KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false', KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0' }).start()
      : undefined,
  ] as const;
  const settled = await Promise.allSettled(starting);
  const [postgres, kafka] = settled.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as [Awaited<(typeof starting)[0]>, Awaited<(typeof starting)[1]>];
  const stop = async (): Promise<void> => { await Promise.all([postgres?.stop(), kafka?.stop()]); };
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  const kafkaBrokers = kafka && [`${kafka.getHost()}:${kafka.getMappedPort(9093)}`];
  if (kafkaBrokers) await brokerReady(kafkaBrokers, 60_000);
  return { ...(postgres ? { databaseUrl: postgres.getConnectionUri() } : {}), ...(kafkaBrokers ? { kafkaBrokers } : {}), stop };
}
