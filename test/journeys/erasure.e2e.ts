import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type pg from 'pg';
import type { Sealed } from '#libs/contracts/sealed.js';
import { signWebhook } from '#libs/security/webhook.js';
import { Keyring } from '#libs/security/keyring.js';
import { tokenFor } from '../../demo/people.js';
import { filesIn } from '../../services/audit/bundle/bundle-files.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';
import { textOfPdf } from '../pdf-text.js';
import { listenToLog, tracerPeople, tracesOf, wholeTopic } from '../tracers.js';
import { wholeFiles, wholeText } from '../whole-database.js';
import { send, wageOrders } from '../work-orders.js';

const AT = '2026-03-02T10:15:00+08:00';
const CHANNELS = Object.keys(wageOrders);
const everybody = tracerPeople(200);
/** Filed one by one; the others come in one sheet. */
const people = everybody.slice(0, 40);
/** The first twenty are erased in the end; of the others nothing is lost. */
const [leaving, staying] = [people.slice(0, 20), everybody.slice(20)];
const traces = tracesOf(everybody, ['龘']);

interface Answer { readonly status: number; readonly json: Record<string, unknown> & { readonly code?: string } }

/** S18 and S19: two hundred people that exist nowhere else go through the product, 160 of them in one sheet; twenty are erased when the term of their files has ended. */
describe('A person who is erased', () => {
  let app: App;
  let vkey: string;
  const cases: string[] = [];
  const subjects: string[] = [];
  const lines: string[] = [];
  const answers: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'anxin-erasure-'));

  const ask = async (method: 'GET' | 'POST', path: string, { id = 'a', role = 'supervisor', division = '439900', body }: { id?: string; role?: string; division?: string; body?: object } = {}): Promise<Answer> => {
    const token = await tokenFor(app.issuer, { id: `${role}-${id}`, role, division });
    const answer = await fetch(app.url + path, { method, headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }) });
    const said = await answer.text();
    answers.push(said);
    return { status: answer.status, json: said.startsWith('{') ? (JSON.parse(said) as Answer['json']) : {} };
  };
  const code = ({ status, json }: Answer) => [status, json.code];
  const request = (caseId: string, more: object = {}) => ask('POST', '/v1/intake/erasures', { body: { caseId, basis: 'retentionEnded', reason: '保存期满，经鉴定可删除' }, ...more });
  const approve = (subject: string, id = 'b') => ask('POST', `/v1/intake/erasures/${subject}/approve`, { id, body: {} });
  const running = async (file: string, words: readonly string[], env: object = {}, input = ''): Promise<{ code: number; out: string }> => {
    const child = spawn(process.execPath, [join(process.cwd(), 'dist', file), ...words], { env: { PATH: process.env['PATH'], ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.end(input);
    const [out, error, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number]>]);
    return { code: status, out: out + error };
  };
  const keyring = (pool: pg.Pool) => new Keyring(pool, { id: 'k1', key: Buffer.from(app.environment['MASTER_KEY']!, 'base64') });
  /** Every sealed field of the log, as whoever holds the database and the master key could open it. */
  const opened = async (): Promise<string> => {
    const { rows } = await app.database.query<{ data: string }>(`SELECT data FROM es.events WHERE data LIKE '%"sealed":1%'`);
    const fields = rows.flatMap(({ data }) => sealedIn(JSON.parse(data)));
    return (await keyring(app.database).open(fields)).filter((each) => each !== null).join('\n');
  };

  beforeAll(async () => {
    listenToLog(lines);
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    const to = (channel: string) => ({ url: app.url, channel, secret: app.secrets[channel]! });
    for (const [n, person] of people.entries()) {
      const channel = n < 20 ? 'station' : CHANNELS[n % CHANNELS.length]!;
      const { name, phone, idNumber } = person;
      const order = n < 20 ? { externalId: `E-${n}`, receivedAt: AT, division: '439901', category: 'D03', text: person.text, requester: { name, phone, idNumber }, facts: { kind: 'consult' } } : wageOrders[channel]!(`E-${n}`, AT, person);
      const { status, json, text: said } = await send(to(channel), order);
      expect([status, said]).toEqual([202, said]);
      cases.push(json['caseId'] as string);
    }
    const sheet = Buffer.from([['工单编号', '受理时间', '诉求类别', '诉求类型', '行政区划', '姓名', '联系电话', '身份证号', '事发地址', '诉求内容'],
      ...everybody.slice(40).map(({ name, phone, idNumber, address, bankCard, text: said }, n) => [`S-${n}`, '2026-03-02 09:30', 'D03', '咨询', '439901', name, phone, idNumber, address, `${said}卡号${bankCard}`])].map((cells) => cells.join()).join('\r\n'));
    const imported = await fetch(`${app.url}/v1/channels/12345/imports`, {
      method: 'POST', body: new Uint8Array(sheet), headers: { 'content-type': 'text/csv', accept: 'application/json', ...signWebhook(app.secrets['12345']!, `wh_${randomUUID()}`, Math.floor(Date.now() / 1000), sheet) },
    });
    const report = await imported.text();
    expect(JSON.parse(report)).toMatchObject({ rows: 160, filed: 160, refused: 0, failed: 0 });
    answers.push(report);
    await app.settled();
    const { rows } = await app.database.query<{ caseId: string; subject: string }>('SELECT "caseId", subject FROM intake.retention');
    for (const caseId of cases) subjects.push(rows.find((row) => row.caseId === caseId)!.subject);
    vkey = (await (await fetch(`${app.url}/v1/audit/log/key`)).text()).trim();
    const form = new FormData();
    form.append('kind', 'other');
    form.append('file', new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from(people[0]!.text)])]), '龘的欠条.jpg');
    const added = await fetch(`${app.url}/v1/intake/cases/${cases[0]}/evidence`, { method: 'POST', body: form, headers: { authorization: `Bearer ${await app.token('officer')}` } });
    expect(added.status).toBe(201);
  });
  afterAll(async () => {
    await app?.stop();
    rmSync(folder, { recursive: true });
  });

  it('cannot be while a case is open', async () => {
    expect(code(await request(cases[0]!))).toEqual([409, 'ERASURE_CASE_OPEN']);
  });

  it('cannot be while the law keeps a file, to the last day', async () => {
    for (const caseId of cases.slice(0, 20)) {
      await app.office.do('officer', caseId, 'routing/sign-order').catch(() => undefined); // Some demands are answered before anybody signs.
    }
    await app.settled();
    for (const caseId of cases.slice(0, 20)) await app.office.do('officer', caseId, 'resolution/answer-on-line', { order: 0, reply: '龘答复：已告知。' });
    await app.settled();
    for (const caseId of cases.slice(0, 20)) {
      await app.office.do('supervisor', caseId, 'resolution/record-callback', { solved: true, satisfied: 'satisfied' });
      await app.office.do('supervisor', caseId, 'resolution/archive-case');
    }
    await app.settled();
    const { rows } = await app.database.query<{ until: string }>('SELECT DISTINCT "keptUntil"::text AS until FROM intake.retention WHERE "archivedAt" IS NOT NULL');
    expect(rows).toEqual([{ until: '2031-03-02' }]); // Five years, as pack 439900 says of hotline files.
    app.clock.set('2031-03-02T23:59:59+08:00');
    expect(code(await request(cases[0]!))).toEqual([409, 'ERASURE_WITHIN_RETENTION']);
    expect((await ask('GET', '/v1/intake/erasures')).json['due']).toEqual([]);
  });

  it('is listed when the term has ended, and stays until two persons have decided', async () => {
    app.clock.set('2031-03-03T00:00:00+08:00');
    const { json } = await ask('GET', '/v1/intake/erasures');
    expect((json['due'] as { subject: string }[]).map(({ subject }) => subject).sort()).toEqual(subjects.slice(0, 20).sort());
    expect((await ask('GET', '/v1/intake/erasures', { division: '439902' })).json).toEqual({ open: [], due: [] });
    expect(code(await request(cases[0]!, { division: '439902' }))).toEqual([404, 'NO_SUCH_CASE']);
    expect(code(await approve(subjects[0]!))).toEqual([404, 'NO_SUCH_ERASURE']);
    expect((await request(cases[0]!)).json).toEqual({ subject: subjects[0], outcome: 'appended' });
    expect((await request(cases[0]!)).json).toEqual({ subject: subjects[0], outcome: 'unchanged' });
    expect(code(await approve(subjects[0]!, 'a'))).toEqual([403, 'ERASURE_FOUR_EYES']);
    expect((await ask('GET', '/v1/intake/erasures')).json['open']).toEqual([expect.objectContaining({ subject: subjects[0], by: 'supervisor:supervisor-a', basis: 'retentionEnded' })]);
  });

  it('cannot be while a file is held', async () => {
    await app.office.do('supervisor', cases[0]!, 'intake/place-hold', { reason: '人民法院调卷，再审审查中' });
    expect(code(await approve(subjects[0]!))).toEqual([409, 'ERASURE_HELD']);
    await app.office.do('supervisor', cases[0]!, 'intake/lift-hold', { reason: '再审裁定已送达' });
    const rejected = await ask('POST', `/v1/intake/erasures/${subjects[0]}/reject`, { id: 'b', body: { reason: '须先核对集体案件' } });
    expect([rejected.json['outcome'], code(await approve(subjects[0]!))]).toEqual(['appended', [404, 'NO_SUCH_ERASURE']]);
  });

  it('before that stands nowhere in the clear, and opens with the key', async () => {
    expect(traces(JSON.stringify(everybody)).length).toBeGreaterThanOrEqual(200 * 6); // Were they there, they would be found.
    expect(await leaks()).toEqual([]);
    const all = await opened();
    expect(tracesOf(leaving)(all).length).toBeGreaterThan(20 * 3);
    for (const { name, phone, idNumber, bankCard } of everybody.slice(40)) expect([name, all.includes(name), all.includes(phone), all.includes(idNumber), all.includes(bankCard)]).toEqual([name, true, true, true, true]);
  });

  it('is erased by two, once; what the log says of it stays', async () => {
    const before = await app.database.query<{ pos: string; leaf: string }>(`SELECT pos, encode(leaf_hash, 'hex') AS leaf FROM es.events ORDER BY pos`);
    for (const [n, caseId] of cases.slice(0, 20).entries()) {
      expect((await request(caseId)).json['outcome']).toBe('appended');
      expect((await approve(subjects[n]!)).json).toEqual({ subject: subjects[n], outcome: 'appended', cases: [caseId] });
      expect((await approve(subjects[n]!)).json['outcome']).toBe('unchanged');
    }
    await app.settled();
    const after = await app.database.query<{ pos: string; leaf: string }>(`SELECT pos, encode(leaf_hash, 'hex') AS leaf FROM es.events WHERE pos <= $1 ORDER BY pos`, [before.rows.at(-1)!.pos]);
    expect(after.rows).toEqual(before.rows);
    const { rows } = await app.database.query<{ type: string; n: number }>(`SELECT type, count(*)::int AS n FROM es.events WHERE type IN ('intake.person-erased', 'intake.personal-data-erased') GROUP BY 1 ORDER BY 1`);
    expect(rows).toEqual([{ type: 'intake.person-erased', n: 20 }, { type: 'intake.personal-data-erased', n: 20 }]);
  });

  it('can be recovered from nothing, by nobody: 0 of 20; of the others nothing is lost', async () => {
    const all = await opened();
    const gone = tracesOf(leaving)(all).filter((trace) => !tracesOf(staying)(trace).length);
    expect(gone.filter((trace) => leaving.some((person) => Object.values(person).includes(trace)))).toEqual([]);
    for (const { name, phone, idNumber, text: said } of staying) expect([name, all.includes(name), all.includes(phone), all.includes(idNumber), all.includes(said)]).toEqual([name, true, true, true, true]);
    const { rows } = await app.database.query<{ keys: number; prints: number }>(
      `SELECT (SELECT count(*) FROM pii.subject_key WHERE subject_id = ANY($1) AND wrapped_dek IS NOT NULL)::int AS keys, (SELECT count(*) FROM pii.blind_index WHERE subject_id = ANY($1))::int AS prints`, [subjects.slice(0, 20)]);
    expect(rows).toEqual([{ keys: 0, prints: 0 }]);
    expect(await leaks()).toEqual([]);
  });

  it('is shown to nobody any more: not by search, reading, file, nor in a bundle; every door says so', async () => {
    const { name, phone } = people[0]!;
    expect((await ask('POST', '/v1/audit/who-looked', { role: 'auditor', body: { name, phone, reason: '季度抽查' } })).json['cases']).toEqual([]);
    const seen = await ask('POST', `/v1/audit/cases/${cases[0]}/personal-data`, { role: 'officer', body: { fields: ['name', 'phone', 'text'], reason: '核对当事人' } });
    expect(seen.json).toMatchObject({ erased: true, personal: { name: null, phone: null, text: null } });
    const listed = await ask('GET', `/v1/intake/cases/${cases[0]}/evidence`, { role: 'officer' });
    const [piece] = listed.json['evidence'] as { evidence: string }[];
    expect((await ask('GET', `/v1/intake/cases/${cases[0]}/evidence/${piece!.evidence}`, { role: 'officer' })).json.code).toBe('EVIDENCE_ERASED');
    expect(code(await ask('POST', `/v1/intake/cases/${cases[0]}/commands/supplement-claim`, { role: 'officer', body: { facts: {}, text: '又来电说' } }))).toEqual([409, 'PERSON_ERASED']);
    expect(code(await ask('POST', `/v1/intake/cases/${cases[0]}/commands/place-hold`, { body: { reason: '法院调卷，太晚' } }))).toEqual([409, 'HOLD_TOO_LATE']);
    const history = await ask('GET', `/v1/cases/${cases[0]}/history`, { role: 'auditor' });
    expect((history.json['events'] as { type: string }[]).map(({ type }) => type)).toContain('intake.personal-data-erased.v1');
    const bundle = await fetch(`${app.url}/v1/audit/cases/${cases[0]}/bundle`, { headers: { authorization: `Bearer ${await app.token('auditor')}` } });
    const zip = Buffer.from(await bundle.arrayBuffer());
    writeFileSync(join(folder, 'case.zip'), zip);
    expect(traces([...filesIn(zip).values()].map((content) => content.toString()).join('\n'))).toEqual([]);
    expect(await running('services/audit/cli/anxin-audit.js', ['verify-bundle', join(folder, 'case.zip'), '--key', vkey])).toMatchObject({ code: 0 });
  });

  it('who comes back is a new person', async () => {
    const { name, phone, idNumber, text: said } = people[0]!;
    const { json } = await send({ url: app.url, channel: 'station', secret: app.secrets['station']! }, { externalId: 'E-again', receivedAt: '2031-03-02T10:00:00+08:00', division: '439901', category: 'D03', text: said, requester: { name, phone, idNumber }, facts: { kind: 'consult' } });
    await app.settled();
    const { rows } = await app.database.query<{ subject: string }>('SELECT subject FROM intake.retention WHERE "caseId" = $1', [json['caseId']]);
    expect([json['caseId'] === cases[0], rows[0]!.subject === subjects[0]]).toEqual([false, false]);
    expect((await ask('POST', '/v1/audit/who-looked', { role: 'auditor', body: { name, phone, reason: '季度抽查' } })).json['cases']).toMatchObject([{ caseId: json['caseId'] }]);
  });

  it('and the log proves itself as before', async () => {
    const head = async (): Promise<number> => Number((await app.database.query<{ pos: string }>('SELECT max(pos) AS pos FROM es.events')).rows[0]!.pos);
    await whenTrue(async () => Number((await (await fetch(`${app.url}/v1/audit/log/checkpoint`)).text()).split('\n')[1]) >= (await head()));
    const { code: status, out } = await running('services/audit/cli/anxin-audit.js', ['verify', '--database', app.environment['DATABASE_URL']!, '--key', vkey, '--state', join(folder, randomUUID()), '--json']);
    expect([status, (JSON.parse(out) as { findings: unknown[] }).findings]).toEqual([0, []]);
  });

  it('a new master key takes over the others without a new event', async () => {
    const count = async () => (await app.database.query<{ n: string }>('SELECT count(*) AS n FROM es.events')).rows[0]!.n;
    const [before, next] = [await count(), Buffer.from(randomUUID().replaceAll('-', '')).toString('base64')];
    const env = { ...app.environment, MASTER_KEY: next, MASTER_KEY_ID: 'k2', MASTER_KEYS_OLDER: JSON.stringify({ k1: app.environment['MASTER_KEY'] }) };
    const done = await running('services/intake/person/cli/keys.js', ['rewrap'], env);
    expect([done.code, await running('services/intake/person/cli/keys.js', ['rewrap'], env)]).toEqual([0, { code: 0, out: expect.stringMatching(/k2: 0 /) as string }]);
    expect(await running('services/intake/person/cli/keys.js', ['status'], env)).toEqual({ code: 0, out: expect.not.stringMatching(/k1: [1-9]/) as string });
    const pool = new Keyring(app.database, { id: 'k2', key: Buffer.from(next, 'base64') });
    const { rows } = await app.database.query<{ data: string }>(`SELECT data FROM es.events WHERE case_id = $1 AND type = 'intake.claim-filed'`, [cases[20]]);
    expect((await pool.open(sealedIn(JSON.parse(rows[0]!.data)))).join()).toContain(people[20]!.name);
    expect(await count()).toBe(before);
  });

  it('stands in nothing that is taken out: figures, the report of an audit, the whole log, a sample of cases', async () => {
    const taken: [string, string][] = [];
    const fetched = async (name: string, role: string, path: string, body?: object): Promise<Buffer> => {
      const answer = await fetch(app.url + path, { headers: { authorization: `Bearer ${await app.token(role, '000000')}`, ...(body && { 'content-type': 'application/json' }) }, ...(body && { method: 'POST', body: JSON.stringify(body) }) });
      const content = Buffer.from(await answer.arrayBuffer());
      expect([name, answer.status]).toEqual([name, 200]);
      return content;
    };
    for (const [name, role, path] of [['figures', 'supervisor', '/v1/supervision/statistics/export?period=2026&format=csv'], ['report', 'auditor', '/v1/audit/report?size=100&byRisk=true']] as const) taken.push([name, (await fetched(name, role, path)).toString()]);
    const sample = filesIn(await fetched('sample', 'auditor', '/v1/audit/bundles', { sample: { size: 4, seed: 'S18' } }));
    taken.push(['sample', [...sample].map(([name, content]) => (name.endsWith('.pdf') ? textOfPdf(content) : content.toString())).join('\n')]);
    const entries = JSON.parse(sample.get([...sample.keys()].find((name) => name.endsWith('/events.json'))!)!.toString()) as { entry: string }[];
    taken.push(['entries', entries.map(({ entry }) => Buffer.from(entry, 'base64').toString()).join('\n')]);
    const path = join(folder, 'log.export');
    expect(await running('services/audit/cli/anxin-audit.js', ['export', '--server', app.url, '--out', path, '--key', vkey, '--state', join(folder, randomUUID())], { ANXIN_TOKEN: await app.token('auditor', '000000') })).toMatchObject({ code: 0 });
    taken.push(['export', readFileSync(path).toString()]);
    expect(taken.map(([name, content]) => [name, content.length > 100, traces(content)])).toEqual(taken.map(([name]) => [name, true, []]));
  });

  /** Where a tracer stands in the clear: tables, the files that the server keeps them in, topic, log of the process, metrics, answers to those who may not see. */
  async function leaks(): Promise<readonly (readonly [string, string[]])[]> {
    const places: [string, string][] = [...(await wholeText(app.environment['DATABASE_URL']!))].map(([table, rows]) => [table, rows]);
    places.push(['files of the database', await wholeFiles(app.environment['DATABASE_URL']!)], ['topic', await wholeTopic(app)], ['log', lines.join('\n')], ['metrics', await (await fetch(`${app.url}/metrics`)).text()], ['answers', answers.join('\n')], ['feedback', JSON.stringify(app.ear.heard)]);
    return places.map(([place, content]) => [place, traces(content)] as const).filter(([, found]) => found.length > 0);
  }
});

/** Every sealed field of an event's data, at any depth. */
function sealedIn(value: unknown): readonly Sealed[] {
  if (typeof value !== 'object' || value === null) return [];
  return (value as { sealed?: unknown }).sealed === 1 ? [value as Sealed] : Object.values(value).flatMap(sealedIn);
}
