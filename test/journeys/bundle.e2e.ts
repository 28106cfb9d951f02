import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { filesIn } from '../../services/audit/bundle/bundle-files.js';
import type { BundledEvent } from '../../services/audit/bundle/check-bundle.js';
import { packed } from '../../services/audit/bundle/make-bundle.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';
import { send, someone, wageOrders } from '../work-orders.js';

/** An auditor draws a case, takes it away, and verifies it where we are not. */
describe('A case to take away', () => {
  let app: App;
  let vkey: string;
  let caseId: string;
  let token: string;
  const folder = mkdtempSync(join(tmpdir(), 'anxin-bundle-'));
  const running = async (file: string, words: readonly string[]): Promise<{ code: number; out: string }> => {
    const child = spawn(process.execPath, [file, ...words], { env: { PATH: process.env['PATH'], ANXIN_TOKEN: token }, stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number]>]);
    return { code, out: out + error };
  };
  const audit = (...words: string[]) => running(join(process.cwd(), 'dist/services/audit/cli/anxin-audit.js'), [...words, '--state', join(folder, 'state.json'), '--key', vkey]);
  const zip = () => join(folder, `case-${caseId}.zip`);

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    token = await app.token('auditor');
    for (const number of ['30000', '30001']) {
      const order = wageOrders['12345']!(number, '2026-03-02T10:15:00+08:00', { ...someone, name: `密${number}`, phone: `139000${number}` });
      expect((await send({ url: app.url, channel: '12345', secret: app.secrets['12345']!, id: randomUUID() }, order as object as Record<string, unknown>)).status).toBe(202);
    }
    await app.settled();
    caseId = (await app.database.query<{ id: string }>(`SELECT case_id AS id FROM es.events WHERE type = 'routing.case-routed' ORDER BY pos LIMIT 1`)).rows[0]!.id;
    await whenTrue(async () => (await fetch(`${app.url}/v1/audit/log/checkpoint`)).status === 200);
    vkey = (await (await fetch(`${app.url}/v1/audit/log/key`)).text()).trim();
  });
  afterAll(async () => {
    await app?.stop();
    rmSync(folder, { recursive: true });
  });

  it('is drawn, fetched, recorded, and verified by the command and by the file that it brings', async () => {
    const drawn = await audit('sample', '--server', app.url, '--size', '5', '--json');
    expect((JSON.parse(drawn.out) as { cases: { caseId: string }[] }).cases.map((each) => each.caseId)).toContain(caseId);
    expect(await audit('bundle', '--server', app.url, '--case', caseId, '--out', folder)).toMatchObject({ code: 0 });
    const offline = await audit('verify-bundle', zip(), '--json');
    expect([offline.code, JSON.parse(offline.out)]).toEqual([0, expect.objectContaining({ caseId, whole: true, completeByLog: false, verifierIsOurs: true, findings: [] })]);
    const files = filesIn(readFileSync(zip()));
    writeFileSync(join(folder, 'verify.mjs'), files.get('verify.mjs')!);
    expect(await running(join(folder, 'verify.mjs'), [zip(), '--key', vkey])).toMatchObject({ code: 0 });
    expect([...files.keys()].some((name) => name.startsWith('packs/'))).toBe(true);
    const { rows } = await app.database.query<{ data: string }>(`SELECT data FROM es.events WHERE case_id = $1 AND type = 'audit.case-bundled'`, [caseId]);
    expect(rows).toHaveLength(1);
    for (const personal of ['密30000', '密30001', '13900030000']) expect([...files.values()].some((content) => content.includes(personal))).toBe(false);
  });

  it('is held against the whole log, of the server and of an export: what it leaves out is named', async () => {
    const path = join(folder, 'log.export');
    expect(await audit('export', '--server', app.url, '--out', path)).toMatchObject({ code: 0 });
    for (const log of [['--server', app.url], ['--file', path]]) {
      const { code, out } = await audit('verify-bundle', zip(), ...log, '--json');
      expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ completeByLog: true })]);
    }
    const files = new Map([...filesIn(readFileSync(zip()))].filter(([name]) => name !== 'bundle.json'));
    const events = JSON.parse(files.get('events.json')!.toString()) as BundledEvent[];
    const cut = events.at(-2)!.position;
    files.set('events.json', Buffer.from(JSON.stringify(events.filter(({ position }) => position !== cut))));
    writeFileSync(join(folder, 'cut.zip'), packed(caseId, files));
    expect(await audit('verify-bundle', join(folder, 'cut.zip'))).toMatchObject({ code: 1, out: expect.stringContaining('events.json') as string });
  });

  it('is replayed from the server as from an export, with the difference between two moments', async () => {
    const replay = async (...words: string[]) => JSON.parse((await audit('replay', '--case', caseId, ...words, '--from', 'v1', '--to', 'v2', '--json')).out) as { differences: unknown[] };
    const served = await replay('--server', app.url);
    expect(served.differences.length).toBeGreaterThan(0);
    expect(await replay('--file', join(folder, 'log.export'))).toEqual(served);
  });

  it('is for auditors of its division alone', async () => {
    const status = async (path: string, bearer?: string): Promise<number> => (await fetch(`${app.url}/v1/audit/cases/${path}/bundle`, bearer === undefined ? {} : { headers: { authorization: `Bearer ${bearer}` } })).status;
    expect([await status(caseId), await status(caseId, await app.token('officer')), await status('x', token), await status(randomUUID(), token)]).toEqual([401, 403, 404, 404]);
  });
});
