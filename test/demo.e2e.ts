import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { epochMs } from '#libs/contracts/time.js';
import { commandLine, freePort } from '../demo/guarded.js';
import { nextOrder } from '../demo/orders.js';
import { Hotline } from '../simulator/hotline.js';
import { whenTrue } from './stack.js';

const ROOT = process.cwd();
const START_MS_MAX = 120_000;
const END_MS_MAX = 15_000;

interface Listed { readonly cases: { readonly caseId: string; readonly caseNumber: string; readonly state: string }[] }
interface Standing { readonly cases: number; readonly withBreach: number; readonly byState: { readonly state: string }[] }

/** The demo as a user runs it, with servers of its own. Where they cannot be embedded, only what needs none is tried. */
const embedded = spawnSync('java', ['-version']).status === 0 ? describe : describe.skip;
if (embedded === describe.skip) console.log('SKIPPED: no Java on the PATH, so the demo cannot bring its own Kafka.');
const home = mkdtempSync(join(tmpdir(), 'anxin-demo-'));
const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) if (isAlive(child)) child.kill('SIGKILL');
  await whenTrue(() => serverPids().every((pid) => commandLine(pid) === ''), 30_000);
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
}, 60_000);

interface Run { readonly child: ChildProcess; readonly said: () => string }

function run(script: string, args: readonly string[] = [], more: Readonly<Record<string, string>> = {}): Run {
  const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ANXIN_HOME: home, ANXIN_DEMO_ORDERS: '20', ...more };
  const child = spawn(process.execPath, [join(ROOT, 'dist/demo', script), ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => { said += bytes.toString('utf8'); });
  return { child, said: () => said };
}

async function finished({ child, said }: Run): Promise<{ code: number | null; said: string }> {
  if (isAlive(child)) await once(child, 'close');
  return { code: child.exitCode, said: said() };
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** What the home itself records of its servers and their guards. */
function serverPids(): number[] {
  return ['postgres.pid.json', 'kafka.pid.json'].map((file) => join(home, file)).filter((file) => existsSync(file))
    .flatMap((file) => { const { child, guard } = JSON.parse(readFileSync(file, 'utf8')) as { child: number; guard: number }; return [child, guard]; });
}

embedded('npm start', () => {
  let url: string;
  let demo: Run;
  let first: { numbers: string[]; cases: number; clock: string };

  async function start(): Promise<void> {
    const port = await freePort();
    const begun = performance.now();
    demo = run('start.js', [], { PORT: String(port) });
    await whenTrue(() => {
      if (!isAlive(demo.child)) throw new Error(`It ended: ${demo.said()}`);
      return demo.said().includes('npm run reset') && demo.said().includes('the demo is running');
    }, START_MS_MAX);
    process.stderr.write(`  "the demo is running" after ${Math.round(performance.now() - begun)} ms\n`);
    url = `http://127.0.0.1:${port}`;
    expect(demo.said()).toContain(url);
  }

  async function token(role: string): Promise<string> {
    const { code, said } = await finished(run('token.js', ['--role', role]));
    expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/) });
    return said.trim();
  }

  async function get<Body>(path: string): Promise<Body> {
    const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${await token('supervisor')}` } });
    expect(response.status).toBe(200);
    return (await response.json()) as Body;
  }

  async function caseNumbers(): Promise<string[]> {
    const lists = [await get<Listed>('/v1/cases?limit=100'), await get<Listed>('/v1/cases?limit=100&closed=true')];
    return lists.flatMap(({ cases }) => cases.map(({ caseNumber }) => caseNumber));
  }

  const clockSaid = (): string => /clock {5}(\S+)，/.exec(demo.said())![1]!;

  it('reaches a running demo, with cases in many states', async () => {
    await start();
    const standing = await get<Standing>('/v1/supervision/statistics');
    expect(standing.cases).toBeGreaterThanOrEqual(15);
    expect(standing.byState.length).toBeGreaterThanOrEqual(5);
    expect(standing.byState.map(({ state }) => state)).toContain('CLOSED');
    expect(standing.withBreach).toBeGreaterThan(0);
    expect(demo.said()).not.toMatch(/^ {2}!/m); // No step of the officers was refused.
    first = { numbers: await caseNumbers(), cases: standing.cases, clock: clockSaid() };
  }, START_MS_MAX + 30_000);

  it('gives a channel key with which a hotline files', async () => {
    const { code, said } = await finished(run('channel-key.js', ['station']));
    expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/^whsec_\S+\n$/) });
    const { order } = nextOrder(900_004, first.clock);
    const { status } = await new Hotline(url, nextOrder(900_004, first.clock).channel, (await finished(run('channel-key.js', [nextOrder(900_004, first.clock).channel]))).said.trim()).file(order);
    expect(status).toBe(202);
  }, 30_000);

  it('refuses a second start on the same folder, a reset, and a port that is taken, in plain words', async () => {
    const [reset, port] = await Promise.all([finished(run('reset.js')), finished(run('start.js', [], { PORT: new URL(url).port }))]);
    expect(reset).toEqual({ code: 2, said: expect.stringContaining('stop it first') });
    expect(port).toMatchObject({ code: 1, said: expect.stringContaining(`Port ${new URL(url).port} is in use`) });
    expect(port.said).not.toContain('    at ');
    const second = await finished(run('start.js', [], { PORT: String(await freePort()) }));
    expect(second).toMatchObject({ code: 1, said: expect.stringContaining('Another run uses this folder') });
    expect(second.said).not.toContain('    at ');
  }, 60_000);

  it('ends with all its children at Ctrl-C', async () => {
    const pids = serverPids();
    expect(pids).toHaveLength(4);
    const begun = performance.now();
    demo.child.kill('SIGINT');
    await whenTrue(() => !isAlive(demo.child), END_MS_MAX);
    await whenTrue(() => pids.every((pid) => commandLine(pid) === ''), END_MS_MAX - (performance.now() - begun));
    process.stderr.write(`  ended ${Math.round(performance.now() - begun)} ms after Ctrl-C\n`);
    expect({ code: demo.child.exitCode, signal: demo.child.signalCode, said: demo.said().slice(-300) }).toEqual({ code: 0, signal: null, said: expect.not.stringContaining('did not end cleanly') });
    const late = await finished(run('token.js', ['--role', 'officer']));
    expect(late).toEqual({ code: 1, said: expect.stringContaining('run npm start first') });
  }, 40_000);

  it('goes on where it stood at the second start', async () => {
    await start();
    const numbers = await caseNumbers();
    expect(numbers).toEqual(expect.arrayContaining(first.numbers));
    expect((await get<Standing>('/v1/supervision/statistics')).cases).toBeGreaterThanOrEqual(first.cases);
    expect(epochMs(clockSaid())).toBeGreaterThan(epochMs(first.clock));
  }, START_MS_MAX + 30_000);

  it('is not blocked by a run that was killed', async () => {
    const pids = serverPids();
    const before = await caseNumbers();
    demo.child.kill('SIGKILL');
    await whenTrue(() => !isAlive(demo.child));
    await start();
    expect(serverPids().filter((pid) => pids.includes(pid))).toEqual([]);
    expect(await caseNumbers()).toEqual(expect.arrayContaining(before));
    demo.child.kill('SIGTERM');
    await whenTrue(() => !isAlive(demo.child), END_MS_MAX);
  }, START_MS_MAX + 40_000);

  it('is gone after a reset', async () => {
    expect(await finished(run('reset.js'))).toMatchObject({ code: 0, said: expect.stringContaining('dropped') });
    expect(existsSync(home)).toBe(false);
  }, 60_000);
});

describe('npm start without what it needs', () => {
  it('names three ways to get servers', async () => {
    const { code, said } = await finished(run('start.js', [], { PATH: '' }));
    expect(code).toBe(1);
    for (const way of ['DATABASE_URL', 'KAFKA_BROKERS', 'Docker', 'Java 17', 'Maven']) expect(said).toContain(way);
    expect(said).not.toContain('    at ');
  }, 60_000);

  it('says what is wrong with a port that is none, or is taken', async () => {
    expect(await finished(run('start.js', [], { PORT: 'abc' }))).toMatchObject({ code: 1, said: expect.stringContaining('PORT must be a port number') });
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    try {
      expect(await finished(run('start.js', [], { PORT: String(port) }))).toMatchObject({ code: 1, said: expect.stringContaining(`Port ${port} is in use`) });
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
  }, 60_000);
});
