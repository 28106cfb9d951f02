import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Collected } from '../../test/collect.js';
import { freshLog } from '../../test/fresh-log.js';
import { whenTrue } from '../../test/stack.js';
import { Consumer } from './consumer.js';
import { consumerTables } from './consumer-tables.js';
import { KafkaTransport } from './kafka.js';
import { Relay } from './relay.js';

const hasJava = spawnSync('java', ['-version']).status === 0;
const home = mkdtempSync(join(tmpdir(), 'anxin-broker-'));
const brokers: ChildProcess[] = [];

/** A broker of this test's own, in a process that can be killed: its guard then kills the broker as `kill -9` does. */
async function startBroker(port: number): Promise<ChildProcess> {
  const program = `const { startLocalKafka } = await import(${JSON.stringify(join(process.cwd(), 'dist/demo/local-kafka.js'))});
    await startLocalKafka(${JSON.stringify(home)}, true, () => undefined, ${port}); console.log('up'); setInterval(() => undefined, 1000);`;
  const broker = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  brokers.push(broker);
  const [up] = await Promise.race([once(broker.stdout!, 'data'), once(broker, 'exit')]) as [unknown];
  if (!String(up).includes('up')) throw new Error('The broker of this test did not start.');
  return broker;
}

async function kill(broker: ChildProcess): Promise<void> {
  const gone = once(broker, 'exit');
  broker.kill('SIGKILL');
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

afterAll(async () => {
  await Promise.all(brokers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).map(kill));
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
});

(hasJava ? describe : describe.skip)(`A broker that is killed and comes back${hasJava ? '' : ' (skipped: needs Java on the PATH)'}`, () => {
  it('stops nobody from appending, and afterwards everything arrives, once and in order', async () => {
    const port = await freePort();
    let broker = await startBroker(port);
    const log = await freshLog();
    await log.pool.query(`${consumerTables('svc')} CREATE TABLE svc.counted(case_id uuid, version int)`); // No key: a repeat would show as a second row.
    const transport = new KafkaTransport({ brokers: [`127.0.0.1:${port}`], sessionMs: 6_000 });
    const relay = new Relay({ pool: log.pool, transport, lookAgainMs: 500 });
    const consumer = new Consumer({
      transport, pool: log.pool, logId: log.logId, service: 'svc', name: 'counter',
      handle: async (events, tx) => {
        await tx.query('INSERT INTO svc.counted SELECT * FROM unnest($1::uuid[], $2::int[])', [events.map(({ caseId }) => caseId), events.map(({ version }) => version)]);
        return [];
      },
    });
    relay.start();
    consumer.start();
    for (let restart = 0; restart < 2; restart++) {
      await log.fill(50, 4);
      await whenTrue(() => BigInt(relay.position()) > BigInt(restart * 400), 30_000);
      await kill(broker);
      await log.fill(50, 4); // The log does not care.
      await whenTrue(() => relay.health().state === 'retrying', 30_000);
      broker = await startBroker(port);
    }
    await whenTrue(() => relay.position() === '800', 30_000);
    expect(await consumer.whenCaughtUp('800', 30_000)).toBe(true);
    const { rows } = await log.pool.query('SELECT count(*)::int AS n, count(DISTINCT (case_id, version))::int AS d FROM svc.counted');
    expect(rows).toEqual([{ n: 800, d: 800 }]);
    const collected = Collected.from(transport, log.topic);
    await whenTrue(() => collected.complete(), 30_000);
    expect(collected.inOrder()).toHaveLength(800);
    await Promise.all([collected.stop(), relay.stop(), consumer.stop()]);
    await transport.close();
    await log.drop();
  }, 120_000);
});
