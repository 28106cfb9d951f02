import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readConfig } from '#libs/runtime/config.js';
import type { Running } from '#libs/runtime/start.js';
import { startServices } from '#libs/runtime/start.js';
import { Hotline } from '../../simulator/hotline.js';
import { allServices } from '../../demo/services.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';

/** S21: the audit service is stopped. The others go on; what they wrote meanwhile is sealed when it comes back. */
describe('Without the audit service', () => {
  let app: App;
  let others: Running;
  let audited: Running | undefined;
  let sealedBefore: number;
  const start = (wanted: (service: (typeof allServices)[number]) => boolean): Promise<Running> => startServices(allServices.filter(wanted), readConfig({ ...app.environment, PORT: '0' }), { clock: app.clock });
  const head = async (): Promise<number> => Number((await app.database.query<{ pos: string }>('SELECT coalesce(max(pos), 0) AS pos FROM es.events')).rows[0]!.pos);
  const sealed = async (): Promise<number> => Number((await app.database.query<{ size: string }>('SELECT coalesce(max(size), 0) AS size FROM es.checkpoint')).rows[0]!.size);
  const file = async (url: string, externalId: string) => (await new Hotline(url, 'station', app.secrets['station']!).file({ externalId, receivedAt: '2026-03-02T10:15:00+08:00', category: 'D01', division: '439901', origin: '12345', text: '工资未发。', facts: { workers: 1, amount: 18000, months: 3 } })).body.caseId;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    await file(app.url, 'S21-1');
    await app.settled();
    await whenTrue(async () => (await sealed()) === (await head()));
    sealedBefore = await sealed();
    await app.running.stop();
    others = await start(({ name }) => name !== 'audit');
  });
  afterAll(async () => {
    await audited?.stop();
    await others?.stop();
    await Promise.all([app.issuer.stop(), app.ear.close()]); // The app itself left the field at the beginning.
  });

  it('cases are taken in, routed and counted as always; nothing is sealed, and nobody looks unseen', async () => {
    const caseId = await file(others.url, 'S21-2');
    const token = await app.token('officer');
    const page = await whenTrue(async () => {
      const answer = await fetch(`${others.url}/v1/cases/${caseId}`, { headers: { authorization: `Bearer ${token}` } });
      const { lead, nextClock } = answer.ok ? ((await answer.json()) as { lead: string; nextClock: string | null }) : { lead: null, nextClock: null };
      return nextClock ? { lead } : undefined;
    }, 30_000);
    expect(page).toEqual({ lead: 'inspectionBody' });
    expect([await sealed(), (await head()) > sealedBefore]).toEqual([sealedBefore, true]);
    const look = await fetch(`${others.url}/v1/audit/cases/${caseId}/personal-data`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ fields: ['name'], reason: '核对当事人' }) });
    expect(look.status).toBe(404);
    expect((await fetch(`${others.url}/health/ready`)).status).toBe(200);
  });

  it('and what was written meanwhile is sealed when it comes back: the gap shows, then closes, and the log verifies', async () => {
    audited = await start(({ name }) => name === 'audit');
    const began = performance.now();
    await whenTrue(async () => (await sealed()) === (await head()), 30_000);
    process.stdout.write(`backlog of ${(await head()) - sealedBefore} events sealed ${Math.round(performance.now() - began)} ms after the start\n`);
    const vkey = (await (await fetch(`${audited.url}/v1/audit/log/key`)).text()).trim();
    const child = spawn(process.execPath, [join(process.cwd(), 'dist/services/audit/cli/anxin-audit.js'), 'verify', '--database', app.environment['DATABASE_URL']!, '--key', vkey, '--state', join(tmpdir(), randomUUID())], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number]>]);
    expect([code, out]).toEqual([0, expect.stringContaining('whole')]);
    expect((await (await fetch(`${audited.url}/metrics`)).text()).split('\n').find((line) => line.startsWith('anxin_seal_lag_positions'))).toMatch(/ 0$/);
  });
});
