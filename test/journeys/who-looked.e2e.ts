import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { symbols } from 'pino';
import { log } from '#libs/runtime/logger.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';
import { send, someone, wageOrders } from '../work-orders.js';

interface Answer {
  readonly cases: readonly { readonly caseId: string; readonly caseNumber: string; readonly looks: readonly { readonly by: string; readonly type: string; readonly what: string[]; readonly reason: string | null; readonly refused: string | null }[] }[];
  readonly exports: readonly { readonly by: string }[];
}
const [NAME, PHONE] = ['龘查阅', '13900007701'];

describe('Who looked at a named worker’s case', () => {
  let app: App;
  let caseId: string;
  let caseNumber: string;
  const lines: string[] = [];
  const ask = async (path: string, role: string, body?: object, division?: string) => {
    const answer = await fetch(`${app.url}${path}`, { ...(body && { method: 'POST', body: JSON.stringify(body) }), headers: { authorization: `Bearer ${await app.token(role, division)}`, ...(body && { 'content-type': 'application/json' }) } });
    return { status: answer.status, json: (answer.headers.get('content-type') ?? '').includes('json') ? ((await answer.json()) as Answer & { code?: string }) : undefined };
  };
  const whoLooked = (body: object, role = 'auditor', division?: string) => ask('/v1/audit/who-looked', role, { reason: '季度抽查：投诉信息外泄', ...body }, division);

  beforeAll(async () => {
    log.level = 'trace';
    (log as unknown as Record<symbol, { write(line: string): boolean }>)[symbols.streamSym]!.write = (line) => lines.push(line) > 0;
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    const file = async (number: string, person: object) => (await send({ url: app.url, channel: 'station', secret: app.secrets['station']! }, { ...wageOrders['station']!(number, '2026-03-02T10:15:00+08:00', { ...someone, ...person }) })).json;
    const filed = await file('W-1', { name: NAME, phone: PHONE });
    [caseId, caseNumber] = [filed['caseId'] as string, filed['caseNumber'] as string];
    await app.settled();
  });
  afterAll(() => app?.stop());

  it('is every look, copy and refusal, by whom and why, and the question itself the next time', async () => {
    expect((await ask(`/v1/audit/cases/${caseId}/personal-data`, 'officer', { fields: ['name', 'phone'], reason: '联系诉求人' })).status).toBe(200);
    await whenTrue(async () => (await fetch(`${app.url}/v1/audit/log/checkpoint`)).status === 200);
    expect((await ask(`/v1/audit/cases/${caseId}/bundle`, 'auditor')).status).toBe(200);
    for (let time = 0; time < 3; time++) expect((await ask(`/v1/audit/cases/${caseId}/personal-data`, 'officer', { fields: ['name'], reason: '随便看看' }, '439902')).status).toBe(404);
    expect((await ask(`/v1/audit/cases/${caseId}/personal-data`, 'coordinator', { fields: ['name'], reason: '随便看看' })).status).toBe(403);
    const { status, json } = await whoLooked({ name: NAME, phone: PHONE });
    expect([status, json?.cases.map((each) => [each.caseId, each.caseNumber])]).toEqual([200, [[caseId, caseNumber]]]);
    const looks = (of: Answer | undefined) => of!.cases[0]!.looks.map(({ by, type, what, reason, refused }) => [by, type, what.join(), reason, refused]);
    const seen = [
      ['officer:officer-439900', 'audit.personal-data-read.v1', 'name,phone', '联系诉求人', null], ['auditor:auditor-439900', 'audit.case-bundled.v1', 'bundle', null, null],
      ['officer:officer-439902', 'audit.reading-refused.v1', 'personalData', null, 'NO_SUCH_CASE'], ['coordinator:coordinator-439900', 'audit.reading-refused.v1', 'personalData', null, 'ROLE_NOT_ALLOWED'],
    ];
    expect(looks(json)).toEqual(seen);
    expect(looks((await whoLooked({ caseId })).json)).toEqual([...seen, ['auditor:auditor-439900', 'audit.access-reviewed.v1', 'whoLooked', '季度抽查：投诉信息外泄', null]]);
    const { rows } = await app.database.query<{ data: string }>(`SELECT data FROM es.events WHERE type = 'audit.person-searched'`);
    expect(rows.map(({ data }) => JSON.parse(data) as object)).toEqual([expect.objectContaining({ by: 'auditor:auditor-439900', fields: ['name', 'phone'], found: 1 })]);
  });

  it('names whoever fetched the entries of the whole log, once a day', async () => {
    for (const _ of [1, 2]) expect((await ask('/v1/audit/log/tile/entries/000.p/1', 'auditor')).status).toBe(200);
    expect((await whoLooked({ caseId })).json?.exports).toEqual([expect.objectContaining({ by: 'auditor:auditor-439900', on: '2026-03-02' })]);
  });

  it('is found by all that is given, exactly, inside the auditor’s divisions', async () => {
    const found = async (body: object, division?: string) => (await whoLooked(body, 'auditor', division)).json?.cases.length;
    expect([await found({ name: NAME }), await found({ phone: `+86 ${PHONE}` }), await found({ name: NAME, phone: '13900007702' }), await found({ name: NAME.slice(0, 2) }), await found({ name: NAME }, '439902')]).toEqual([1, 1, 0, 0, 0]);
  });

  it('is refused, named by field or code, and nothing is told of the person', async () => {
    const code = async (body: object, role?: string, division?: string) => { const { status, json } = await whoLooked(body, role, division); return [status, json?.code]; };
    expect(await code({})).toEqual([422, 'LOOK_NAMES_NOBODY']);
    expect(await code({ caseId, name: NAME })).toEqual([422, 'LOOK_NAMES_NOBODY']);
    expect(await code({ caseId }, 'auditor', '439902')).toEqual([404, 'NO_SUCH_CASE']);
    expect(await code({ caseId: randomUUID() })).toEqual([404, 'NO_SUCH_CASE']);
    expect(await code({ caseId: 'x' })).toEqual([400, 'FIELDS_REFUSED']);
    expect(await code({ name: NAME, reason: '' })).toEqual([400, 'FIELDS_REFUSED']);
    for (const role of ['officer', 'supervisor', 'operator']) expect(await code({ name: NAME }, role)).toEqual([403, 'ROLE_NOT_ALLOWED']);
    const { rows } = await app.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM es.events WHERE type = 'audit.look-refused' AND data LIKE '%whoLooked%'`);
    expect(rows[0]!.n).toBe(4); // Three roles, and an auditor whose case is none; of another place, that stands in the case.
    expect(lines.filter((line) => line.includes(NAME) || line.includes(PHONE))).toEqual([]);
  });

  it('is told by the command, to which the name comes by standard input', async () => {
    const child = spawn(process.execPath, [join(process.cwd(), 'dist/services/audit/cli/anxin-audit.js'), 'who-looked', '--server', app.url, '--person', '--reason', '季度抽查', '--state', join(tmpdir(), randomUUID()), '--json'],
      { env: { PATH: process.env['PATH'], ANXIN_TOKEN: await app.token('auditor') }, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.end(JSON.stringify({ name: NAME }));
    const [out, error, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number]>]);
    expect([status, error]).toEqual([0, '']);
    expect((JSON.parse(out) as Answer).cases.map((each) => each.caseId)).toEqual([caseId]);
  });
});
