import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brokerReady } from '#libs/messaging/broker-ready.js';
import { endLeftover, freePort, lastLines, startGuarded } from './guarded.js';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL(existsSync(new URL('../pom.xml', import.meta.url)) ? '..' : '../..', import.meta.url)); // From the sources, or from dist/demo.
/** A JVM that starts fast and stays small. */
export const SMALL = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto', '-Djava.awt.headless=true'];

/** True where a Java of 17 or later answers, and Maven does or the jars are here already. */
export async function canRunKafka(): Promise<boolean> {
  try {
    const { stderr } = await run('java', ['-version'], { timeout: 20_000 });
    if (Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0) < 17) return false;
    if (!existsSync(jarFolder())) await run(MAVEN, ['-v'], { timeout: 20_000, shell: process.platform === 'win32' });
    return true;
  } catch {
    return false;
  }
}

/** Apache Kafka as a JVM of our own, one broker that is its own controller, its log under `<home>/kafka`, on 127.0.0.1 only. A fixed port is for tests that restart it under its clients. */
export async function startLocalKafka(home: string, ephemeral: boolean, say: (line: string) => void, fixedPort?: number): Promise<{ brokers: string[]; stop: () => Promise<void> }> {
  const record = recordOf(home);
  await endLeftKafka(home);
  const classpath = join(await fetchJars(say), '*');
  const folder = join(home, 'kafka');
  const properties = join(home, 'kafka.properties');
  const [port, controllerPort] = [fixedPort ?? await freePort(), await freePort()];
  writeFileSync(properties, propertiesFile(folder, port, controllerPort)); // Rewritten on each start: the ports may be others.
  if (!existsSync(join(folder, 'meta.properties'))) await format(classpath, folder, properties);
  const log = join(home, 'kafka.log');
  const server = startGuarded({
    command: 'java', args: [...SMALL, '-Xms128m', '-Xmx384m', '-cp', classpath, 'kafka.Kafka', properties], record, marker: `kafka.Kafka ${properties}`, log,
    stopSignal: ephemeral ? 'SIGKILL' : 'SIGTERM', patienceMs: 15_000,
  });
  const brokers = [`127.0.0.1:${port}`];
  try {
    await brokerReady(brokers, 60_000, server.alive);
  } catch (error) {
    await server.stop();
    throw new Error(`Kafka did not start. ${lastLines(log)}`, { cause: error });
  }
  return { brokers, stop: server.stop };
}

function recordOf(home: string): string {
  return join(home, 'kafka.pid.json');
}

export async function endLeftKafka(home: string): Promise<void> {
  await endLeftover(recordOf(home));
}

function propertiesFile(folder: string, port: number, controllerPort: number): string {
  const values = {
    'process.roles': 'broker,controller', 'node.id': 1, 'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`, 'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER', 'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    'log.dirs': folder.replaceAll('\\', '/'), 'auto.create.topics.enable': false, 'group.initial.rebalance.delay.ms': 0,
    'offsets.topic.replication.factor': 1, 'offsets.topic.num.partitions': 4, 'transaction.state.log.replication.factor': 1, 'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 1, 'share.coordinator.state.topic.replication.factor': 1, 'share.coordinator.state.topic.min.isr': 1,
    'offsets.retention.minutes': 525_600, 'log.cleaner.dedupe.buffer.size': 8_388_608, 'log.index.size.max.bytes': 1_048_576, 'num.network.threads': 2, 'num.io.threads': 4,
  };
  return Object.entries(values).map(([name, value]) => `${name}=${value}\n`).join('');
}

/** Makes the folder of a broker ready; the brokers of one cluster share its id. */
export async function format(classpath: string, folder: string, properties: string, clusterId = newClusterId()): Promise<void> {
  rmSync(folder, { recursive: true, force: true }); // Without meta.properties a start was cut off before the first message.
  const args = [...SMALL, '-Xmx128m', '-cp', classpath, 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', properties];
  await run('java', args, { timeout: 60_000 }).catch((error: unknown) => {
    throw new Error(`Kafka's folder could not be prepared: ${(error as { stderr?: string }).stderr || (error as Error).message}`, { cause: error });
  });
}

export function newClusterId(): string {
  return randomBytes(16).toString('base64url').replace(/^-/, 'A'); // Else it looks like an option.
}

const MAVEN = process.platform === 'win32' ? 'mvn.cmd' : 'mvn';

/** One folder for each state of pom.xml, so that a new version is fetched and a half-fetched one is never used. */
export function jarFolder(): string {
  const version = createHash('sha256').update(readFileSync(join(ROOT, 'pom.xml'))).digest('hex').slice(0, 12);
  return join(ROOT, '.jars', version);
}

/** The folder with Kafka's jars, fetched where it is not there yet. */
export async function fetchJars(say: (line: string) => void): Promise<string> {
  const folder = jarFolder();
  if (existsSync(folder)) return folder;
  say('正在用 Maven 获取 Kafka（约 45 MB，仅首次）… / Fetching Kafka by Maven (45 MB, the first time only) …');
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    await run(MAVEN, ['-q', '-B', '-f', join(ROOT, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${unfinished}`], { timeout: 600_000, shell: process.platform === 'win32' });
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw new Error(`Maven could not fetch Kafka: ${((error as { stdout?: string }).stdout || (error as Error).message).slice(0, 800)}`, { cause: error });
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}
