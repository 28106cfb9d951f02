import { writeFileSync, existsSync, readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { brokerReady } from '#libs/messaging/broker-ready.js';
import type { Guarded } from '../../demo/guarded.js';
import { freePort, startGuarded } from '../../demo/guarded.js';
import { fetchJars, format, newClusterId, SMALL } from '../../demo/local-kafka.js';
import { Proxy } from './proxy.js';

interface Broker {
  readonly home: string;
  readonly port: number;
  /** Where the product meets it. */
  readonly proxy: Proxy;
  server: Guarded | undefined;
}

const START_MS_MAX = 90_000;

/** One Kafka broker, or three that replicate everything (replication 3, in-sync 2), each behind a wire that can fail, each to be killed and started again on its port. */
export class Brokers {
  private constructor(private readonly all: readonly Broker[], private readonly classpath: string) {}

  static async start(home: string, count: 1 | 3): Promise<Brokers> {
    const classpath = join(await fetchJars(() => undefined), '*');
    const ports = await Promise.all(Array.from({ length: count * 3 }, freePort));
    const voters = Array.from({ length: count }, (_, at) => `${at + 1}@127.0.0.1:${ports[at * 3 + 2]}`).join(',');
    const clusterId = newClusterId();
    const all = await Promise.all(Array.from({ length: count }, async (_, at): Promise<Broker> => {
      const [client, internal, controller] = ports.slice(at * 3) as [number, number, number];
      const proxy = await Proxy.to(`127.0.0.1:${client}`);
      const folder = join(home, `broker-${at + 1}`);
      mkdirSync(folder, { recursive: true });
      const file = join(folder, 'kafka.properties');
      writeFileSync(file, properties({ id: at + 1, voters, count, client, internal, controller, advertised: proxy.address, data: join(folder, 'data') }));
      await format(classpath, join(folder, 'data'), file, clusterId);
      return { home: folder, port: client, proxy, server: undefined };
    }));
    const brokers = new Brokers(all, classpath);
    await Promise.all(all.map((_, at) => brokers.begin(at)));
    return brokers;
  }

  get count(): number {
    return this.all.length;
  }

  /** Where clients are sent, wires in between. */
  get addresses(): readonly string[] {
    return this.all.map(({ proxy }) => proxy.address);
  }

  get proxies(): readonly Proxy[] {
    return this.all.map(({ proxy }) => proxy);
  }

  /** Starts a broker that is not there; resolves when it answers. */
  async begin(at: number): Promise<void> {
    const broker = this.all[at]!;
    const file = join(broker.home, 'kafka.properties');
    const server = startGuarded({
      command: 'java', args: [...SMALL, '-Xms96m', '-Xmx320m', '-cp', this.classpath, 'kafka.Kafka', file], record: recordOf(broker), marker: `kafka.Kafka ${file}`, log: join(broker.home, 'kafka.log'),
      stopSignal: 'SIGTERM', patienceMs: 20_000,
    });
    broker.server = server;
    await brokerReady([`127.0.0.1:${broker.port}`], START_MS_MAX, server.alive);
  }

  /** SIGTERM hands over what it leads and ends; SIGKILL ends at once. */
  async end(at: number, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const broker = this.all[at]!;
    const { child } = JSON.parse(readFileSync(recordOf(broker), 'utf8')) as { child: number };
    process.kill(child, signal);
    while (broker.server?.alive()) await pause(20);
    broker.server = undefined;
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map(async (broker, at) => {
      if (broker.server?.alive() && existsSync(recordOf(broker))) await this.end(at, 'SIGKILL');
      await broker.proxy.close();
    }));
  }
}

function recordOf({ home }: Broker): string {
  return join(home, 'kafka.pid.json');
}

function properties({ id, voters, count, client, internal, controller, advertised, data }: { id: number; voters: string; count: number; client: number; internal: number; controller: number; advertised: string; data: string }): string {
  const values = {
    'process.roles': 'broker,controller', 'node.id': id, 'controller.quorum.voters': voters,
    listeners: `CLIENT://127.0.0.1:${client},INTERNAL://127.0.0.1:${internal},CONTROLLER://127.0.0.1:${controller}`, 'advertised.listeners': `CLIENT://${advertised},INTERNAL://127.0.0.1:${internal}`,
    'listener.security.protocol.map': 'CLIENT:PLAINTEXT,INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT', 'inter.broker.listener.name': 'INTERNAL', 'controller.listener.names': 'CONTROLLER',
    'log.dirs': data, 'auto.create.topics.enable': false, 'group.initial.rebalance.delay.ms': 0, 'default.replication.factor': count, 'min.insync.replicas': count === 1 ? 1 : 2,
    'offsets.topic.replication.factor': count, 'offsets.topic.num.partitions': 4, 'transaction.state.log.replication.factor': count, 'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': count, 'share.coordinator.state.topic.min.isr': 1, 'broker.session.timeout.ms': 3_000, 'broker.heartbeat.interval.ms': 500,
    'offsets.retention.minutes': 525_600, 'log.cleaner.dedupe.buffer.size': 8_388_608, 'log.index.size.max.bytes': 1_048_576, 'num.network.threads': 2, 'num.io.threads': 2,
  };
  return Object.entries(values).map(([name, value]) => `${name}=${value}\n`).join('');
}
