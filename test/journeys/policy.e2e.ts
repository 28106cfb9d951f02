import { readFileSync } from 'node:fs';
import { Law } from '#libs/runtime/law.js';
import { tokenFor } from '../../demo/people.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';

const NATION = '000000';
const CITY = '439900';
const file = (name: string): Record<string, unknown> => JSON.parse(readFileSync(new URL(`../../policies/${CITY}/2026-01-01/${name}.json`, import.meta.url), 'utf8')) as Record<string, unknown>;
const row = { _id: 'matters-26', 'in-topic': '"D10"', 'out-rule': '"D10"', 'out-lead': '"civilAffairs"', 'out-source': '"S-BJ25 九"', 'out-confidence': '"P"', 'out-zh': '"新市民服务改由民政部门办理。"', 'out-en': '"Services to new residents: civil affairs."', 'out-from': '"2027-01-01"' };
const column = (id: string, field: string): object => ({ id, name: field, field });
const outputs = ['rule', 'lead', 'source', 'confidence', 'zh', 'en', 'from'].map((field) => column(`out-${field}`, field));
const routing = (changed: object = row): object => ({
  nodes: [{ id: 'matters', name: 'matters', type: 'decisionTableNode', content: { hitPolicy: 'collect', inputs: [column('in-topic', 'topics.topic')], outputs, rules: [changed] } }], edges: [],
});
/** The city's pack with services to new residents in other hands from 1 January 2027; its own example of one says otherwise. */
const pack = (version: string, more: object = {}, changed: object = row): object => ({ pack: { ...file('pack'), version, from: '2027-01-01', ...more }, examples: examples.filter(({ category }) => category !== 'D10'), routing: routing(changed) });
const examples = file('examples') as never as readonly { category: string }[];
const notice = {
  notice: '测试发〔2026〕1号', title: '关于2027年部分节假日安排的通知（样例）', issuedOn: '2026-11-10',
  off: [
    { from: '2027-01-01', to: '2027-01-03', zh: '元旦', en: "New Year's Day" }, { from: '2027-02-05', to: '2027-02-11', zh: '春节', en: 'Spring Festival' },
    { from: '2027-05-01', to: '2027-05-05', zh: '劳动节', en: 'Labour Day' }, { from: '2027-10-01', to: '2027-10-07', zh: '国庆节', en: 'National Day' },
  ],
  workingDays: [{ day: '2027-02-20', zh: '春节', en: 'Spring Festival' }],
};

interface Said { readonly status: number; readonly body: Record<string, never> & { code: string; proposal: string; outcome: string; hash: string } }
interface Line { readonly division: string; readonly version: string; readonly hash: string; readonly state: string; readonly origin: string }

describe('The law as data', () => {
  let app: App;
  const people = new Map<string, Promise<string>>();
  const as = (person: string, division = CITY, role = 'policy'): Promise<string> => {
    const key = `${person} ${division} ${role}`;
    people.set(key, people.get(key) ?? tokenFor(app.issuer, { id: person, role, division }));
    return people.get(key)!;
  };
  const ask = async (token: Promise<string>, method: string, path: string, body?: object, headers: object = {}): Promise<Said> => {
    const response = await fetch(`${app.url}/v1/routing/${path}`, { method, headers: { authorization: `Bearer ${await token}`, ...(body && { 'content-type': 'application/json' }), ...headers }, ...(body && { body: JSON.stringify(body) }) });
    return { status: response.status, body: (await response.json()) as Said['body'] };
  };
  const post = (token: Promise<string>, path: string, body: object = {}, headers: object = {}): Promise<Said> => ask(token, 'POST', path, body, headers);
  const packs = async (): Promise<Line[]> => (await ask(as('a'), 'GET', 'packs')).body['packs'] as never;
  const stateOf = async (version: string): Promise<string | undefined> => (await packs()).find((each) => each.version === version)?.state;
  const events = async (): Promise<string[]> => (await app.database.query<{ type: string }>(`SELECT type FROM es.events WHERE stream_id LIKE 'policy/%' ORDER BY version`)).rows.map(({ type }) => type);
  let count = 0;
  const file10 = async (receivedAt: string): Promise<string> => {
    const { body, status } = await app.hotline('station').file({ externalId: `P-${++count}`, receivedAt, category: 'D10', demandKind: 'help', division: '439901', origin: '12345', text: '新市民积分办理咨询。', requester: { name: `测试${count}`, phone: `1390000${String(7700 + count)}` }, facts: {} });
    expect(status).toBe(202);
    await app.settled();
    return body.caseId;
  };
  const routed = async (caseId: string): Promise<{ version: string; hash: string; lead: string | null }> => {
    const { rows } = await app.database.query<{ data: string }>(`SELECT data FROM es.events WHERE case_id = $1 AND type = 'routing.case-routed'`, [caseId]);
    const { decision } = JSON.parse(rows[0]!.data) as { decision: { pack: { version: string; hash: string }; orders: { lead: string | null }[] } };
    return { ...decision.pack, lead: decision.orders[0]!.lead };
  };

  beforeAll(async () => {
    app = await startApp({ now: '2026-12-20T10:00:00+08:00' });
  });
  afterAll(() => app?.stop());

  it('refuses a bad pack with the name of the row, and stores nothing', async () => {
    const { 'out-source': _, ...sourceless } = row;
    const bad = pack('bad', {}, { ...sourceless, 'out-lead': '"civilAfairs"' });
    const checked = await post(as('a'), 'packs/check', { files: bad });
    expect(checked.status).toBe(200);
    expect(checked.body['problems']).toEqual(expect.arrayContaining([
      expect.objectContaining({ level: 'error', table: 'matters', row: 'matters-26', field: 'lead' }), expect.objectContaining({ level: 'error', table: 'matters', row: 'matters-26', field: 'source' }),
    ]));
    const refused = await post(as('a'), 'packs/proposals', { files: bad, note: '改派新市民服务' });
    expect([refused.status, refused.body.code]).toEqual([422, 'PACK_HAS_PROBLEMS']);
    expect(JSON.stringify(refused.body)).toContain('matters/matters-26 lead');
    expect(await events()).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ['nothing', {}, /pack.json is missing/], ['a list', [], /pack.json is missing|FIELDS_REFUSED/], ['a file that is a path', { pack: {}, '../x': {} }, /a file is named by/],
    ['a head of the wrong form', { pack: { division: CITY, version: 7 } }, /version/], ['a version that names two', pack('a+b'), /letters, digits/], ['a city without parent', pack('v', { extends: undefined }), /extends/],
    ['a parent that lies beside it', pack('v', { extends: '439800' }), /above its own/], ['an end before its beginning', pack('v', { to: '2026-12-31' }), /later than from/],
    ['tables that are a text', { ...pack('v'), routing: 'x' }, /routing|form/], ['a row that is a list', pack('v', {}, ['x']), /form|grammar|source/],
    ['a key of the prototype', JSON.parse(`{"pack": {}, "routing": {"constructor": {}}}`), /no pack may have|form/],
  ])('answers %s with problems, never with a defect', async (_title, files, named) => {
    const checked = await post(as('a'), 'packs/check', { files: files as object });
    expect([checked.status < 500, named.test(JSON.stringify(checked.body))]).toEqual([true, true]);
    const refused = await post(as('a'), 'packs/proposals', { files: files as object, note: '试验：不能存入' });
    expect([400, 422]).toContain(refused.status);
    expect(await events()).toEqual([]);
  });

  it('refuses what is too large, too deep or outside the divisions of who asks', async () => {
    const large = await post(as('a'), 'packs/proposals', { files: { ...pack('v'), answers: { text: '长'.repeat(1_000_001) } }, note: '试验：过大' });
    expect([large.status, large.body.code]).toEqual([422, 'PACK_TOO_LARGE']);
    const huge = await post(as('a'), 'packs/proposals', { files: { answers: 'x'.repeat(4 * 1024 * 1024) }, note: '试验：过大' });
    expect([huge.status, JSON.stringify(huge.body)]).toEqual([413, expect.stringContaining('4096 KiB')]);
    const deep = await post(as('a'), 'packs/check', { files: { pack: JSON.parse('['.repeat(40) + ']'.repeat(40)) as object } });
    expect([deep.status, deep.body.code]).toEqual([400, 'FIELDS_REFUSED']);
    for (const [who, division] of [['b', '439901'], ['b', '110000']] as const) expect((await post(as(who, division), 'packs/proposals', { files: pack('v'), note: '试验：越权' })).body.code).toBe('OUTSIDE_YOUR_DIVISIONS');
    expect((await post(as('b'), 'packs/withdraw', { division: NATION, version: '2026-01-01', reason: '试验：越权' })).body.code).toBe('OUTSIDE_YOUR_DIVISIONS');
    expect(await events()).toEqual([]);
  });

  let before: string;
  let proposal: string;
  let hash: string;

  it('is proposed by one person and published by another', async () => {
    before = await file10('2026-12-20T09:00:00+08:00');
    expect(await routed(before)).toMatchObject({ version: '2026-01-01', lead: 'subDistrict' });
    const files = pack('2027-01-01');
    const proposed = await post(as('a'), 'packs/proposals', { files, note: '新市民服务改由民政办理' }, { 'idempotency-key': 'k-1' });
    expect([proposed.status, proposed.body.outcome]).toEqual([201, 'appended']);
    ({ proposal, hash } = proposed.body);
    expect((await post(as('a'), 'packs/proposals', { files, note: '新市民服务改由民政办理' }, { 'idempotency-key': 'k-1' })).body).toMatchObject({ proposal, hash, outcome: 'duplicate' });
    expect((await post(as('a'), 'packs/proposals', { files, note: '另一说明' }, { 'idempotency-key': 'k-1' })).status).toBe(409);
    expect((await ask(as('b'), 'GET', `packs/proposals/${proposal}`)).body['files']).toEqual(JSON.parse(JSON.stringify(files)));
    expect(await stateOf('2027-01-01')).toBeUndefined();

    for (const role of ['policy', 'supervisor', 'auditor', 'operator']) {
      const same = await post(as('a', CITY, role), `packs/proposals/${proposal}/publish`);
      expect([role, same.status, same.body.code]).toEqual([role, 403, role === 'policy' ? 'FOUR_EYES' : 'ROLE_NOT_ALLOWED']);
    }
    expect((await post(as('b'), `packs/proposals/${proposal}/publish`, { hash: 'f'.repeat(64) })).body.code).toBe('REVIEWED_ANOTHER');
    expect(await events()).not.toContain('routing.pack-published');
    const published = await post(as('b'), `packs/proposals/${proposal}/publish`, { hash });
    expect([published.status, published.body]).toEqual([200, expect.objectContaining({ version: '2027-01-01', hash, from: '2027-01-01', outcome: 'appended' })]);
    expect(await stateOf('2027-01-01')).toBe('toCome');
    expect((await post(as('b'), `packs/proposals/${proposal}/publish`)).body.outcome).toBe('unchanged');
    expect((await post(as('a'), 'packs/proposals', { files: pack('2027-01-01'), note: '同名再发' })).body.code).toBe('VERSION_TAKEN');
  });

  it('decides from its first day on; a case from before keeps what it has', async () => {
    const stillBefore = await file10('2026-12-20T09:30:00+08:00');
    expect(await routed(stillBefore)).toMatchObject({ version: '2026-01-01', lead: 'subDistrict' });
    app.clock.set('2027-01-02T10:00:00+08:00');
    const after = await file10('2027-01-02T09:00:00+08:00');
    expect(await routed(after)).toEqual({ division: CITY, version: '2027-01-01', hash, lead: 'civilAffairs' });
    expect(await stateOf('2027-01-01')).toBe('inForce');
    expect(await stateOf('2026-01-01')).toBeDefined();
    expect(await routed(before)).toMatchObject({ version: '2026-01-01' });
  });

  it('is the same in every process, and after a restart', async () => {
    const { rows } = await app.database.query<{ log_id: string }>('SELECT log_id FROM es.log');
    const other = (await Law.open(app.database, rows[0]!.log_id, 'policies')).start();
    const refsOf = ({ packs: all }: { readonly packs: readonly { ref: object }[] }): object[] => all.map(({ ref }) => ref);
    try {
      expect(refsOf(other.policies)).toEqual(refsOf(app.running.product.policies));
      expect(other.policies.packNamed(CITY, '2027-01-01')!.ref.hash).toBe(hash);
      await app.restart();
      expect(refsOf(app.running.product.policies)).toEqual(refsOf(other.policies));

      const rejected = await post(as('a'), 'packs/proposals', { files: pack('rejected', { from: '2027-02-01' }), note: '将不予发布' });
      expect((await post(as('b'), `packs/proposals/${rejected.body.proposal}/reject`, { reason: '测算显示负荷过重' })).body.outcome).toBe('appended');
      expect((await post(as('b'), `packs/proposals/${rejected.body.proposal}/publish`)).body.code).toBe('PROPOSAL_DECIDED');
      const late = await post(as('a'), 'packs/proposals', { files: pack('late', { from: '2027-01-01' }), note: '试验：溯及既往' });
      expect([late.status, late.body.code]).toEqual([422, 'PACK_BEGINS_IN_PAST']);

      const more = await post(as('a'), 'packs/proposals', { files: pack('2027-03-01', { from: '2027-03-01' }), note: '三月起的版本' });
      expect((await post(as('b'), `packs/proposals/${more.body.proposal}/publish`)).body).toMatchObject({ outcome: 'appended' });
      await whenTrue(() => other.policies.packNamed(CITY, '2027-03-01')); // By its own look into the log.
      expect(other.policies.packFor('439901', '2027-03-01')!.ref.version).toBe('2027-03-01');
      expect(other.policies.packNamed(CITY, 'rejected')).toBeUndefined();
    } finally {
      await other.stop();
    }
  });

  it("of the nation reaches a city with a pack of its own, under a name of both", async () => {
    const whole = JSON.parse(JSON.stringify((await ask(as('n', NATION), 'GET', 'packs/000000/2026-01-01')).body)) as { own: Record<string, Record<string, unknown>> };
    const files = { ...whole.own, pack: { ...whole.own['pack'], version: '2027-05-01', from: '2027-05-01' } };
    const proposed = await post(as('n', NATION), 'packs/proposals', { files, note: '全国新版' });
    expect([proposed.status, proposed.body]).toEqual([201, expect.objectContaining({ version: '2027-05-01' })]);
    const published = await post(as('m', NATION), `packs/proposals/${proposed.body.proposal}/publish`);
    expect(published.body['editions']).toEqual(expect.arrayContaining([expect.objectContaining({ division: CITY, version: '2027-03-01+000000.2027-05-01', from: '2027-05-01' })]));
    const tables = await ask(as('a'), 'GET', `packs/${CITY}/${encodeURIComponent('2027-03-01+000000.2027-05-01')}/tables/routing`);
    expect(((tables.body['nodes'] as never as { name: string }[]).map(({ name }) => name))).toEqual(expect.arrayContaining(['wages', 'matters']));
    expect((await ask(as('a'), 'GET', `packs/${CITY}/2027-03-01/tables/clocks`)).status).toBe(404);
  });

  it('withdrawn, decides no new case and tells whom it has touched', async () => {
    expect((await post(as('b'), 'packs/withdraw', { division: CITY, version: 'nowhere', reason: '试验：没有' })).body.code).toBe('NO_SUCH_PACK');
    const withdrawn = await post(as('a'), 'packs/withdraw', { division: CITY, version: '2027-01-01', reason: '主办单位写错' });
    expect(withdrawn.body).toMatchObject({ outcome: 'appended', hash, touched: { count: 1, next: null } });
    const { cases } = withdrawn.body['touched'] as never as { cases: { caseId: string; packVersion: string }[] };
    expect(cases).toEqual([expect.objectContaining({ packVersion: '2027-01-01', division: '439901' })]);
    expect(await routed(cases[0]!.caseId)).toMatchObject({ hash });
    expect((await ask(as('x', '110000'), 'GET', `packs/${CITY}/2027-01-01/cases`)).body).toMatchObject({ count: 0, cases: [] });
    expect((await ask(as('x', CITY), 'GET', `packs/${CITY}/2026-01-01/cases?limit=1`)).body).toMatchObject({ count: 2, next: expect.any(String) });
    const again = await file10('2027-01-02T09:30:00+08:00');
    expect(await routed(again)).toMatchObject({ version: '2026-01-01', lead: 'subDistrict' });
    expect(await stateOf('2027-01-01')).toBe('withdrawn');
    expect((await post(as('a'), 'packs/withdraw', { division: CITY, version: '2027-01-01', reason: '再撤一次' })).body.outcome).toBe('unchanged');
    await app.restart();
    expect(app.running.product.policies.packNamed(CITY, '2027-01-01')!.ref.hash).toBe(hash);
    expect(await stateOf('2027-01-01')).toBe('withdrawn');
  });

  it('never leaves the nation without a pack', async () => {
    for (const version of ['2027-05-01', '2026-01-01']) {
      const { status, body } = await post(as('n', NATION), 'packs/withdraw', { division: NATION, version, reason: '试验：最后一个' });
      expect([version, status, body.code]).toEqual(version === '2027-05-01' ? [version, 200, undefined] : [version, 409, 'LAST_PACK']);
    }
  });

  it('knows the working days of a year from the day on which its notice is announced', async () => {
    const wrong = await post(as('n', NATION), 'calendar/proposals', { year: 2027, notice: { ...notice, workingDays: [{ day: '2027-02-22', zh: '春节', en: 'Spring Festival' }] }, note: '录入有误' });
    expect([wrong.status, wrong.body.code, JSON.stringify(wrong.body)]).toEqual([422, 'CALENDAR_INVALID', expect.stringContaining('workingDays[0].day')]);
    expect((await post(as('a'), 'calendar/proposals', { year: 2027, notice, note: '试验：越权' })).body.code).toBe('OUTSIDE_YOUR_DIVISIONS');
    const proposed = await post(as('n', NATION), 'calendar/proposals', { year: 2027, notice, note: '据通知录入' });
    expect([proposed.status, proposed.body['version']]).toEqual([201, 'cn-2026-11-10']);
    expect((await post(as('n', NATION), `calendar/proposals/${proposed.body.proposal}/publish`)).body.code).toBe('FOUR_EYES');
    const pending = async (): Promise<number> => (await app.database.query(`SELECT 1 FROM supervision.clock_view WHERE due = 'PENDING_CALENDAR' AND status = 'running'`)).rowCount!;
    await app.settled();
    expect(await pending()).toBeGreaterThan(0);
    const { policies } = app.running.product;
    const pack2026 = policies.packNamed(CITY, '2026-01-01')!;
    expect(policies.calendarFor('439901', pack2026).kindOf('2027-02-20').kind).toBe('uncovered');
    expect((await post(as('m', NATION), `calendar/proposals/${proposed.body.proposal}/publish`)).body).toMatchObject({ year: 2027, version: 'cn-2026-11-10', outcome: 'appended' });
    expect(policies.calendarFor('439901', pack2026).kindOf('2027-02-20').kind).toBe('makeUp');
    expect(pack2026.calendar.kindOf('2027-02-20').kind).toBe('uncovered'); // The pack itself stays what it was.
    await whenTrue(async () => (await pending()) === 0, 40_000); // Dates that waited for the notice are real ones now.
    const { rows } = await app.database.query<{ data: string }>(`SELECT data FROM es.events WHERE type = 'supervision.clock-rescheduled'`);
    expect(rows.map(({ data }) => JSON.parse(data) as object)).toEqual(expect.arrayContaining([expect.objectContaining({ before: 'PENDING_CALENDAR', calendar: 'cn-2026-11-10', due: expect.stringMatching(/^2027-/) })]));
  });

  it('has its whole history in the log, with both persons', async () => {
    const { rows } = await app.database.query<{ type: string; data: string }>(`SELECT type, data FROM es.events WHERE stream_id LIKE 'policy/%' AND type <> 'routing.pack-file-proposed' ORDER BY version`);
    const said = rows.map(({ type, data }) => `${type.slice('routing.'.length)} ${(JSON.parse(data) as { by: string }).by}`);
    expect(said.slice(0, 2)).toEqual(['pack-proposed policy:a', 'pack-published policy:b']);
    expect(said.at(-1)).toBe('calendar-announced policy:m');
    for (const service of ['intake', 'routing', 'resolution', 'supervision']) expect([service, (await app.database.query(`SELECT 1 FROM ${service}.parked`)).rowCount]).toEqual([service, 0]);
  });
});
