import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { tokenFor } from '../../demo/people.js';
import { filesIn } from '../../services/audit/bundle/bundle-files.js';
import type { BundledEvent } from '../../services/audit/bundle/check-bundle.js';
import type { SampleList } from '../../services/audit/bundle/check-sample.js';
import { packed } from '../../services/audit/bundle/make-bundle.js';
import { sampleBundle } from '../../services/audit/bundle/sample-bundle.js';
import type { Report } from '../../services/audit/report/report.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';
import { send, wageOrders } from '../work-orders.js';

const AT = '2026-03-02T10:15:00+08:00';
const [NAME, PHONE] = ['龘审计甲', '13900007801'];
const GONE = { name: '龘审计乙', phone: '13900007802' };

/** J5: an auditor who trusts nobody, from drawing a sample to a person who was erased. Every step is a command with its exit code. */
describe('An auditor who trusts nobody', () => {
  let app: App;
  let vkey: string;
  let token: string;
  let env: Record<string, string>;
  let wages: string;
  let crowd: string;
  let erased: string;
  let stopped = false;
  const folder = mkdtempSync(join(tmpdir(), 'anxin-auditor-'));

  const running = async (words: readonly string[], input = ''): Promise<{ code: number; out: string }> => {
    const child = spawn(process.execPath, words, { env: { PATH: process.env['PATH'], ANXIN_TOKEN: token }, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.end(input);
    const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number]>]);
    return { code, out: out + error };
  };
  const audit = (...words: string[]) => running([join(process.cwd(), 'dist/services/audit/cli/anxin-audit.js'), ...words, '--state', join(folder, 'state.json')]);
  const online = (...words: string[]) => audit(...words, '--server', app.url, '--key', vkey);
  const zipOf = (caseId: string) => join(folder, `case-${caseId}.zip`);
  const json = <T>({ out }: { out: string }): T => JSON.parse(out) as T;
  const file = async (number: string, order: object) => {
    const { status, json: receipt } = await send({ url: app.url, channel: 'station', secret: app.secrets['station']! }, { ...wageOrders['station']!(number, AT), ...order } as Record<string, unknown>);
    expect(status).toBe(202);
    return receipt['caseId'] as string;
  };
  const sealed = async (): Promise<void> => {
    const head = async () => Number((await app.database.query<{ pos: string }>('SELECT max(pos) AS pos FROM es.events')).rows[0]!.pos);
    await whenTrue(async () => Number((await (await fetch(`${app.url}/v1/audit/log/checkpoint`)).text()).split('\n')[1]) >= (await head()));
  };
  const supervise = async (id: string, path: string, body: object) => {
    const answer = await fetch(`${app.url}${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenFor(app.issuer, { id, role: 'supervisor', division: '439900' })}` } });
    expect(answer.status).toBeLessThan(300);
    return (await answer.json()) as { subject: string };
  };

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    env = { ...app.environment };
    token = await app.token('auditor');
    const facts = { workers: 1, amount: 18000, periodFrom: '2025-11', periodTo: '2026-01', sector: 'H62' };
    wages = await file('J5-1', { requester: { name: NAME, phone: PHONE }, employer: { name: '试验一公司' }, project: null, facts });
    crowd = await file('J5-2', { requester: { name: '龘审计丙', phone: '13900007803' }, employer: { name: '试验二公司' }, project: null, facts: { ...facts, workers: 6 } });
    erased = await file('J5-3', { category: 'D03', requester: GONE, employer: undefined, project: undefined, attachments: undefined, address: undefined, text: `${GONE.name}问社保转移`, facts: { kind: 'consult' } });
    await app.settled();
    await app.office.do('officer', wages, 'routing/sign-order');
    await app.office.do('officer', erased, 'routing/sign-order').catch(() => undefined); // Some demands are answered before anybody signs.
    app.clock.set('2026-03-04T09:00:00+08:00');
    await app.settled();
    await app.office.do('officer', wages, 'resolution/contact-requester', { order: 0, reached: true });
    await app.office.do('officer', erased, 'resolution/answer-on-line', { order: 0, reply: '已告知' });
    await app.settled();
    await app.office.do('supervisor', erased, 'resolution/record-callback', { solved: true, satisfied: 'satisfied' });
    await app.office.do('supervisor', erased, 'resolution/archive-case');
    const look = await fetch(`${app.url}/v1/audit/cases/${wages}/personal-data`, { method: 'POST', body: JSON.stringify({ fields: ['phone'], reason: '联系诉求人' }), headers: { 'content-type': 'application/json', authorization: `Bearer ${await app.token('officer')}` } });
    expect(look.status).toBe(200);
    await app.settled();
    await sealed();
    vkey = (await (await fetch(`${app.url}/v1/audit/log/key`)).text()).trim();
  });
  afterAll(async () => {
    if (!stopped) await app?.stop();
    rmSync(folder, { recursive: true });
  });

  it('draws a sample and takes it away', async () => {
    const drawn = await online('sample', '--size', '3', '--seed', '2026-Q1', '--json');
    const cases = json<{ cases: { caseId: string }[] }>(drawn).cases.map(({ caseId }) => caseId);
    expect([drawn.code, cases.sort()]).toEqual([0, [wages, crowd, erased].sort()]);
    expect(await online('bundle', ...cases.flatMap((caseId) => ['--case', caseId]), '--out', folder)).toMatchObject({ code: 0 });
    expect(await audit('verify-bundle', ...cases.map(zipOf), '--key', vkey)).toMatchObject({ code: 0 });
  });

  it('takes a sample away as one file, which verifies itself; and draws the same again from the whole log', async () => {
    const path = join(folder, 'sample.zip');
    expect(await online('bundle', '--sample', '2', '--seed', '2026-Q1', '--out', path)).toMatchObject({ code: 0 });
    const held = filesIn(readFileSync(path));
    const { cases, drawn } = JSON.parse(held.get('sample.json')!.toString()) as SampleList;
    expect([cases.length, drawn]).toEqual([2, expect.objectContaining({ seed: '2026-Q1', size: 2, byRisk: false, divisions: ['439900'] })]);
    writeFileSync(join(folder, 'verify.mjs'), held.get('verify.mjs')!);
    expect(await running([join(folder, 'verify.mjs'), path, '--key', vkey])).toMatchObject({ code: 0, out: expect.stringContaining(cases[1]!) as string });
    const whole = await online('verify-bundle', path, '--json');
    expect([whole.code, json(whole)]).toEqual([0, expect.objectContaining({ whole: true, completeByLog: true, cases: cases.map((caseId) => expect.objectContaining({ caseId }) as object) })]);
    const bundles = new Map(cases.map((caseId) => [caseId, new Map([...held].flatMap(([name, content]) => (name.startsWith(`cases/${caseId}/`) ? [[name.slice(`cases/${caseId}/`.length), content] as const] : [])))]));
    writeFileSync(join(folder, 'other-seed.zip'), sampleBundle(bundles, { ...drawn!, size: 1 }));
    expect(await audit('verify-bundle', join(folder, 'other-seed.zip'), '--key', vkey)).toMatchObject({ code: 0 }); // The seed is for whoever has the log.
    const other = await online('verify-bundle', join(folder, 'other-seed.zip'), '--json');
    expect([other.code, json<{ findings: object[] }>(other).findings]).toEqual([1, [expect.objectContaining({ file: 'sample.json', rule: 'drawn' })]]);
  });

  it('takes the same bytes out of the database itself, and knows that nothing is stated there of a case that nobody took away', async () => {
    const database = env['DATABASE_URL']!;
    const held = filesIn(readFileSync(zipOf(wages)));
    const at = held.get('checkpoint')!.toString().split('\n')[1]!;
    const out = join(folder, 'own');
    expect(await audit('bundle', '--database', database, '--case', wages, '--at', at, '--out', out, '--key', vkey)).toMatchObject({ code: 0 });
    expect(readFileSync(join(out, `case-${wages}.zip`)).equals(readFileSync(zipOf(wages)))).toBe(true);
    const early = String(Number((await app.database.query<{ size: string }>('SELECT min(size) AS size FROM es.checkpoint WHERE size >= (SELECT max(pos) FROM es.events WHERE case_id = $1 AND type = $2)', [crowd, 'intake.claim-filed'])).rows[0]!.size));
    const path = join(out, 'unstated.zip');
    expect(await audit('bundle', '--database', database, '--sample', '9', '--at', early, '--out', path, '--key', vkey)).toMatchObject({ code: 0 });
    const alone = await audit('verify-bundle', path, '--key', vkey, '--json');
    expect([alone.code, json<{ findings: { what: string }[] }>(alone).findings.map(({ what }) => what)]).toEqual([1, expect.arrayContaining([expect.stringContaining('no sealed statement')])]);
    expect(await audit('verify-bundle', path, '--key', vkey, '--database', database)).toMatchObject({ code: 0 });
    expect(await audit('bundle', '--database', database, '--out', path, '--key', vkey)).toMatchObject({ code: 2 });
  });

  it('is refused what names nothing, what there is not, and what lies elsewhere', async () => {
    const ask = async (body: object, division = '439900') => {
      const answer = await fetch(`${app.url}/v1/audit/bundles`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', authorization: `Bearer ${await app.token('auditor', division)}` } });
      return [answer.status, ((await answer.json()) as { code: string }).code];
    };
    expect(await ask({})).toEqual([422, 'BUNDLE_CASES_OR_SAMPLE']);
    expect(await ask({ cases: [wages], sample: { size: 1, seed: '1' } })).toEqual([422, 'BUNDLE_CASES_OR_SAMPLE']);
    expect(await ask({ sample: { size: 1, seed: '1' } }, '439701')).toEqual([422, 'SAMPLE_EMPTY']);
    expect(await ask({ cases: [wages] }, '439701')).toEqual([404, 'NO_SUCH_CASE']);
    for (const body of [{ cases: ['x'] }, { cases: [] }, { sample: { size: 0, seed: '1' } }, { sample: { size: 1, seed: '' } }, { sample: { size: 31, seed: '1' } }]) expect(await ask(body)).toEqual([400, 'FIELDS_REFUSED']);
  });

  it('finds what was tampered with and what was cut off, with the place', async () => {
    const files = new Map([...filesIn(readFileSync(zipOf(wages)))].filter(([name]) => name !== 'bundle.json'));
    const events = JSON.parse(files.get('events.json')!.toString()) as BundledEvent[];
    const [third] = events.slice(2);
    const entry = Buffer.from(third!.entry, 'base64');
    entry[entry.length - 20]! ^= 1;
    const remade = (name: string, changed: readonly BundledEvent[]) => {
      writeFileSync(join(folder, name), packed(wages, new Map([...files, ['events.json', Buffer.from(JSON.stringify(changed))]])));
      return audit('verify-bundle', join(folder, name), '--key', vkey, '--json');
    };
    const tampered = await remade('tampered.zip', events.map((each) => (each === third ? { ...each, entry: entry.toString('base64') } : each)));
    expect([tampered.code, json<{ findings: object[] }>(tampered).findings]).toEqual([1, expect.arrayContaining([expect.objectContaining({ file: 'events.json', position: third!.position, rule: 'proof' })])]);
    const cut = await remade('cut.zip', events.filter(({ position }) => position !== events.at(-2)!.position));
    expect([cut.code, json<{ findings: { rule: string }[] }>(cut).findings.map(({ rule }) => rule)]).toEqual([1, expect.arrayContaining(['complete'])]);
    writeFileSync(join(folder, 'short.zip'), readFileSync(zipOf(wages)).subarray(0, -200));
    expect(await audit('verify-bundle', join(folder, 'short.zip'), '--key', vkey)).toMatchObject({ code: 1 });
  });

  it('views a case as of 3 March, and replays it from an own copy of the log to the same', async () => {
    const path = join(folder, 'log.export');
    expect(await online('export', '--out', path)).toMatchObject({ code: 0 });
    expect(await audit('verify', '--file', path, '--key', vkey)).toMatchObject({ code: 0 });
    const asOf = '2026-03-03T23:59:59+08:00';
    const seen = await (await fetch(`${app.url}/v1/cases/${wages}?asOf=${encodeURIComponent(asOf)}`, { headers: { authorization: `Bearer ${token}` } })).json() as { state: string };
    const replayed = await audit('replay', '--case', wages, '--file', path, '--key', vkey, '--to', asOf, '--json');
    const { state } = json<{ state: { state: string } }>(replayed);
    expect([replayed.code, state.state]).toEqual([0, seen.state]);
    const now = await audit('replay', '--case', wages, '--file', path, '--key', vkey, '--from', asOf, '--json');
    expect(json<{ differences: unknown[] }>(now).differences.length).toBeGreaterThan(0);
  });

  it('asks which cases would have gone otherwise under a draft: gets them, with the condition that flipped', async () => {
    const draft = join(folder, 'draft');
    cpSync('policies/439900/2026-01-01', draft, { recursive: true });
    rmSync(join(draft, 'examples.json'));
    const pack = JSON.parse(readFileSync(join(draft, 'pack.json'), 'utf8')) as { parameters: object };
    writeFileSync(join(draft, 'pack.json'), JSON.stringify({ ...pack, version: 'draft-1', from: '2026-04-01', parameters: { ...pack.parameters, collectiveWorkers: 5 } }));
    const found = await online('what-if', '--files', draft, '--from', '2026-01-01', '--to', '2026-12-31', '--json');
    const { differences } = json<{ differences: { caseId: string; flips: { why: object[] }[] }[] }>(found);
    expect([found.code, differences.map(({ caseId }) => caseId)]).toEqual([1, [crowd]]);
    expect(differences[0]!.flips[0]!.why).toContainEqual({ kind: 'value', field: 'manyWorkers', before: false, after: true, by: ['parameters.collectiveWorkers'] });
    expect(await online('what-if', '--pack', '439900/2026-01-01')).toMatchObject({ code: 0 });
    expect(await online('what-if')).toMatchObject({ code: 2 });
  });

  it('reads who looked at a named worker’s file', async () => {
    const told = await running([join(process.cwd(), 'dist/services/audit/cli/anxin-audit.js'), 'who-looked', '--person', '--reason', '季度抽查', '--server', app.url, '--state', join(folder, 'state.json'), '--json'], JSON.stringify({ name: NAME, phone: PHONE }));
    const { cases, exports } = json<{ cases: { caseId: string; looks: { by: string; type: string }[] }[]; exports: { by: string }[] }>(told);
    expect([told.code, cases.map(({ caseId }) => caseId)]).toEqual([0, [wages]]);
    expect([...new Set(cases[0]!.looks.map(({ by, type }) => `${by} ${type}`))]).toEqual(['officer:officer-439900 audit.personal-data-read.v1', 'auditor:auditor-439900 audit.case-bundled.v1']); // Taken away once or twice, as the seed fell.
    expect(exports).toEqual([expect.objectContaining({ by: 'auditor:auditor-439900' })]);
  });

  it('finds an erased person: the name gone, the chain whole', async () => {
    app.clock.set('2031-03-05T09:00:00+08:00');
    token = await app.token('auditor');
    const { subject } = await supervise('supervisor-a', '/v1/intake/erasures', { caseId: erased, basis: 'retentionEnded', reason: '保存期满，经鉴定' });
    await supervise('supervisor-b', `/v1/intake/erasures/${subject}/approve`, {});
    await app.settled();
    await sealed();
    const told = await running([join(process.cwd(), 'dist/services/audit/cli/anxin-audit.js'), 'who-looked', '--person', '--reason', '季度抽查', '--server', app.url, '--state', join(folder, 'state.json'), '--json'], JSON.stringify(GONE));
    expect([told.code, json<{ cases: unknown[] }>(told).cases]).toEqual([0, []]);
    expect(await online('bundle', '--case', erased, '--out', folder)).toMatchObject({ code: 0 });
    const bundle = filesIn(readFileSync(zipOf(erased)));
    expect(bundle.get('timeline.html')!.toString()).toContain('本案个人信息已删除');
    for (const content of bundle.values()) for (const personal of Object.values(GONE)) expect(content.includes(personal)).toBe(false);
    expect(await online('verify')).toMatchObject({ code: 0 }); // Consistent with what this machine saw before.
    const whole = await audit('verify', '--database', env['DATABASE_URL']!, '--kafka', env['KAFKA_BROKERS']!, '--key', vkey, '--json');
    expect([whole.code, json<{ findings: object[]; checked: { clocks: number } }>(whole).findings]).toEqual([0, []]);
    expect(json<{ checked: { clocks: number } }>(whole).checked.clocks).toBeGreaterThan(0); // Those of the two cases that are open.
  });

  it('writes the report to sign: over HTTP and from the database the same bytes, with every drawn case as its read table has it', async () => {
    const nation = await app.token('auditor', '000000');
    const ask = (query: string) => fetch(`${app.url}/v1/audit/report?${query}`, { headers: { authorization: `Bearer ${nation}` } });
    const at = (await (await fetch(`${app.url}/v1/audit/log/checkpoint`)).text()).split('\n')[1]!;
    const query = `at=${at}&seed=2031-Q1&size=3&from=2026-03-01&to=2031-12-31`;
    const told = await (await ask(query)).text();
    const report = JSON.parse(told) as Report;
    const number = async (sql: string) => Number((await app.database.query<{ n: string }>(`SELECT count(*) AS n FROM es.events WHERE pos <= ${at} AND ${sql}`)).rows[0]!.n);
    expect([report.verified.whole, report.log.positions, report.sample.cases.map(({ caseId, tables }) => [caseId, tables]).sort()]).toEqual([true, Number(at), [wages, crowd, erased].map((caseId) => [caseId, 'agree']).sort()]);
    expect([report.found.events, report.found.clocks.breached, report.found.erasures.length, report.found.looks.exports.length]).toEqual([await number('true'), await number("type = 'supervision.clock-breached'"), 1, await number("type = 'audit.log-exported'")]);
    expect(report.found.packs).toEqual([expect.objectContaining({ division: '439900' })]);
    const words = ['report', '--database', env['DATABASE_URL']!, '--at', at, '--seed', '2031-Q1', '--size', '3', '--from', '2026-03-01', '--to', '2031-12-31', '--key', vkey];
    for (const form of ['json', 'html', 'pdf']) {
      const out = join(folder, `report.${form}`);
      expect(await audit(...words, '--language', 'en', '--out', out)).toMatchObject({ code: 0 });
      expect([form, readFileSync(out).equals(Buffer.from(await (await ask(`${query}&format=${form}&language=en`)).arrayBuffer()))]).toEqual([form, true]);
    }
    await app.database.query('UPDATE supervision.case_view SET unpaid = unpaid + 1 WHERE "caseId" = $1', [wages]);
    const changed = await audit(...words);
    expect([changed.code, json<Report>(changed).sample.cases.find(({ caseId }) => caseId === wages)]).toEqual([1, expect.objectContaining({ tables: 'differ', differing: ['unpaid'] })]);
    await app.database.query('UPDATE supervision.case_view SET unpaid = unpaid - 1 WHERE "caseId" = $1', [wages]);
    expect(await audit('report', '--file', join(folder, 'log.export'), '--key', vkey)).toMatchObject({ code: 0 });
    const code = async (wrong: string) => ((await (await ask(wrong)).json()) as { code: string }).code;
    expect([await code('from=2026-03-02&to=2026-03-01'), await code('size=0'), await code('at=0'), await code('format=docx')]).toEqual(['REPORT_PERIOD_INVALID', 'FIELDS_REFUSED', 'FIELDS_REFUSED', 'FIELDS_REFUSED']);
    const together = await Promise.all(Array.from({ length: 4 }, async () => { const answer = await ask(query); return answer.status === 200 ? 'made' : ((await answer.json()) as { code: string }).code; }));
    expect([...new Set(together)].sort()).toEqual(['REPORT_BUSY', 'made']);
  });

  it('is not alone: what is changed under the running service raises an alarm within a minute, and the alarm ends when it is mended', async () => {
    const ready = async () => ((await (await fetch(`${app.url}/health/ready`)).json()) as { workers: Record<string, string> }).workers['verify'];
    const damaged = async () => Number(/^anxin_log_damaged (\S+)$/m.exec(await (await fetch(`${app.url}/metrics`)).text())?.[1]);
    await whenTrue(async () => (await ready()) === 'verifying' && (await damaged()) === 0, 60_000);
    const change = (from: string, to: string) => app.database.query(`BEGIN; ALTER TABLE es.events DISABLE TRIGGER ALL; UPDATE es.events SET meta = replace(meta, '${from}', '${to}') WHERE pos = 3; ALTER TABLE es.events ENABLE ALWAYS TRIGGER append_only; COMMIT`);
    await change('{', '{ ');
    await whenTrue(async () => (await ready()) === 'damaged' && (await damaged()) === 1, 60_000);
    await change('{ ', '{');
    await whenTrue(async () => (await ready()) === 'verifying' && (await damaged()) === 0, 60_000);
  });

  it('and verifies all of it where there is no server any more', async () => {
    await app.stop();
    stopped = true;
    expect(await audit('verify-bundle', ...[wages, crowd, erased].map(zipOf), '--key', vkey)).toMatchObject({ code: 0 });
    expect(await audit('verify', '--file', join(folder, 'log.export'), '--key', vkey)).toMatchObject({ code: 1 }); // A copy shorter than what this machine has seen since is no whole log.
  });
});
