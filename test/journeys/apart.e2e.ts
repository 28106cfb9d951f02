import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Hotline } from '../../simulator/hotline.js';
import { freePort } from '../../demo/guarded.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';

const SERVICES = ['intake', 'routing', 'resolution', 'supervision', 'audit'] as const;

/** The product as a cluster runs it: five processes that share nothing but Postgres and Kafka. */
describe('The five services, each in a process of its own', () => {
  let app: App;
  const ports = new Map<string, number>();
  const children = new Map<string, ChildProcess>();
  const output = new Map<string, string>();

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' }); // Brings schema and issuer; then it leaves the field.
    await app.running.stop();
    for (const name of SERVICES) {
      const port = await freePort();
      ports.set(name, port);
      const child = spawn(process.execPath, [`dist/services/${name}/main.js`], { env: { ...process.env, ...app.environment, PORT: String(port), LOG_LEVEL: 'info', NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
      for (const pipe of [child.stdout!, child.stderr!]) pipe.on('data', (part: Buffer) => output.set(name, `${output.get(name) ?? ''}${part.toString('utf8')}`));
      children.set(name, child);
    }
    for (const name of SERVICES) {
      await whenTrue(async () => (await fetch(`http://127.0.0.1:${ports.get(name)}/health/ready`)).status === 200, 80_000).catch((error: Error) => { throw new Error(`${name}: ${error.message}\n${output.get(name)?.slice(-2000)}`); });
    }
  }, 120_000);
  afterAll(async () => {
    for (const child of children.values()) if (child.exitCode === null) child.kill('SIGKILL');
    await app.issuer.stop();
    await app.ear.close();
  });

  const get = async <Body>(service: string, path: string, role = 'supervisor'): Promise<Body> => {
    const response = await fetch(`http://127.0.0.1:${ports.get(service)}${path}`, { headers: { authorization: `Bearer ${await app.token(role)}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as Body;
  };

  it('carry a case from one to the next by events alone', async () => {
    const now = new Date(Date.now() - 60_000).toISOString();
    const { body, status } = await new Hotline(`http://127.0.0.1:${ports.get('intake')}`, 'station', app.secrets['station']!).file({ externalId: 'APART-1', receivedAt: now, category: 'D01', division: '439901', origin: '12345', text: '工资未发。', facts: { workers: 1, amount: 18000, months: 3 } });
    expect(status).toBe(202);
    const row = await whenTrue(async () => {
      const found = await get<{ lead: string; nextClock: string | null }>('supervision', `/v1/cases/${body.caseId}`);
      return found.nextClock ? found : undefined;
    }, 30_000);
    expect(row.lead).toBe('inspectionBody');
    const { state, steps } = await get<{ state: { lead: string }; steps: object[] }>('audit', `/v1/audit/cases/${body.caseId}/replay`, 'auditor');
    expect([state.lead, steps.length > 4]).toEqual(['inspectionBody', true]);
  });

  it('answer only for themselves', async () => {
    const paths = Object.keys((await get<{ paths: Record<string, object> }>('routing', '/openapi.json')).paths);
    expect(paths.some((path) => path.startsWith('/v1/routing/'))).toBe(true);
    expect(paths.filter((path) => path.startsWith('/v1/resolution/') || path.startsWith('/v1/channels/'))).toEqual([]);
  });

  it('end cleanly when told to', async () => {
    const ended = [...children].map(async ([name, child]) => {
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number];
      return [name, code];
    });
    expect(await Promise.all(ended)).toEqual(SERVICES.map((name) => [name, 0]));
  }, 30_000);
});
