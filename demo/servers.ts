import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Part, Started } from './containers.js';
import { dockerAnswers, dropCompose, startCompose, startTestContainers } from './containers.js';
import { canRunKafka, endLeftKafka, startLocalKafka } from './local-kafka.js';
import { endLeftPostgres, passwordOf, postgresBinaries, startLocalPostgres } from './local-postgres.js';

export type Way = 'given' | 'docker' | 'embedded';

export interface Servers {
  readonly databaseUrl: string;
  readonly kafkaBrokers: string[];
  /** Where each came from. */
  readonly how: { readonly postgres: Way; readonly kafka: Way };
  /** Ends what was started; what was given stays. The data stays too, unless the home is ephemeral. */
  readonly stop: () => Promise<void>;
}

export interface Wanted {
  /** The folder that holds all state of a demo. */
  readonly home: string;
  /** For one run of the tests: the home goes when the servers stop. */
  readonly ephemeral?: boolean;
  /** Where a line of progress for the person at the terminal goes. */
  readonly say?: (line: string) => void;
}

/** None of the three ways to get a server is open on this machine. */
export class NoServers extends Error {
  override readonly name = 'NoServers';
}

/** Real servers, always: those that DATABASE_URL and KAFKA_BROKERS name, else containers where an engine answers, else processes of our own that end with this one. */
export async function startServers({ home: folder, ephemeral = false, say = (line) => console.error(line) }: Wanted): Promise<Servers> {
  const home = resolve(folder);
  mkdirSync(home, { recursive: true });
  const given = { databaseUrl: process.env.DATABASE_URL || undefined, kafkaBrokers: process.env.KAFKA_BROKERS?.split(',').map((one) => one.trim()).filter(Boolean) };
  const parts: Part[] = [...(given.databaseUrl ? [] : ['postgres' as const]), ...(given.kafkaBrokers?.length ? [] : ['kafka' as const])];
  const docker = await inContainers(home, parts, ephemeral, say);
  const local = docker ? undefined : await asProcesses(home, parts, ephemeral, say);
  const started = docker ?? local!;
  const way = (part: Part): Way => (parts.includes(part) ? (docker ? 'docker' : 'embedded') : 'given');
  const servers = {
    databaseUrl: given.databaseUrl ?? started.databaseUrl!, kafkaBrokers: started.kafkaBrokers ?? given.kafkaBrokers!, how: { postgres: way('postgres'), kafka: way('kafka') },
  };
  const file = join(home, 'servers.json');
  writeFileSync(file, JSON.stringify(servers, null, 2), { mode: 0o600 });
  return {
    ...servers,
    stop: async () => {
      rmSync(file, { force: true });
      await started.stop();
      if (ephemeral) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The servers of a run that is going on, for the other commands; undefined where none is. */
export function runningServers(home: string): Pick<Servers, 'databaseUrl' | 'kafkaBrokers' | 'how'> | undefined {
  const file = join(home, 'servers.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Servers) : undefined;
}

/** Ends what a crashed run left behind and drops its containers, before the home is removed. Throws where a run is still at work in it. */
export async function endLeftovers(folder: string): Promise<void> {
  const home = resolve(folder);
  await endLeftPostgres(home);
  await endLeftKafka(home);
  await dropCompose(home);
}

async function inContainers(home: string, parts: readonly Part[], ephemeral: boolean, say: (line: string) => void): Promise<Started | undefined> {
  const hasOwnData = existsSync(join(home, 'postgres')) || existsSync(join(home, 'kafka')); // Then containers would start empty beside it.
  if (parts.length === 0 || hasOwnData || !(await dockerAnswers())) return undefined;
  try {
    return ephemeral ? await startTestContainers(parts) : await startCompose(home, parts, passwordOf(home));
  } catch (error) {
    say(`Docker 未能启动，改用内置服务。 / Docker could not start them, taking the embedded servers. (${(error as Error).message.split('\n')[0]})`);
    return undefined;
  }
}

async function asProcesses(home: string, parts: readonly Part[], ephemeral: boolean, say: (line: string) => void): Promise<Started> {
  const binaries = parts.includes('postgres') ? await postgresBinaries() : undefined;
  if (parts.includes('postgres') && binaries === undefined) throw noServers('PostgreSQL');
  if (parts.includes('kafka') && !(await canRunKafka())) throw noServers('Kafka');
  const [postgres, kafka] = await Promise.allSettled([
    binaries && startLocalPostgres(home, ephemeral, binaries),
    parts.includes('kafka') ? startLocalKafka(home, ephemeral, say) : undefined,
  ]);
  const stop = async (): Promise<void> => {
    await Promise.all([postgres, kafka].map((one) => (one.status === 'fulfilled' ? one.value?.stop() : undefined)));
  };
  for (const one of [postgres, kafka]) {
    if (one.status === 'rejected') {
      await stop();
      throw one.reason;
    }
  }
  const databaseUrl = (postgres as PromiseFulfilledResult<{ url: string } | undefined>).value?.url;
  const kafkaBrokers = (kafka as PromiseFulfilledResult<{ brokers: string[] } | undefined>).value?.brokers;
  return { ...(databaseUrl ? { databaseUrl } : {}), ...(kafkaBrokers ? { kafkaBrokers } : {}), stop };
}

function noServers(what: string): NoServers {
  return new NoServers([
    `无法获得 ${what}。以下三种方式任选其一：`,
    '  1. 设置 DATABASE_URL 和 KAFKA_BROKERS，指向已有的 PostgreSQL 和 Kafka；',
    '  2. 启动 Docker；',
    '  3. 安装 Java 17 或更高版本和 Maven（PostgreSQL 随依赖包自带，支持 Linux、macOS、Windows 的 x64 及 arm64）。',
    `No ${what} can be had. Any one of these will do:`,
    '  1. set DATABASE_URL and KAFKA_BROKERS to servers that exist;',
    '  2. start Docker;',
    '  3. install Java 17 or later and Maven (PostgreSQL comes with the packages, for x64 and arm64).',
  ].join('\n'));
}
