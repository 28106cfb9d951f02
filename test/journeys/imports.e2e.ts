import { randomUUID } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { signWebhook } from '#libs/security/webhook.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';

interface Row { readonly row: number; readonly result: string; readonly caseId?: string; readonly caseNumber?: string; readonly code?: string; readonly errors?: readonly { readonly field: string; readonly column?: string; readonly zh: string }[] }
interface Answer { readonly status: number; readonly type: string | null; readonly text: string; readonly json: { readonly importId: string; readonly rows: number; readonly filed: number; readonly joined: number; readonly refused: number; readonly failed: number; readonly results: readonly Row[]; readonly code?: string; readonly details?: object } }

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADER = ['工单编号', '受理时间', '诉求类别', '诉求类型', '行政区划', '姓名', '联系电话', '身份证号', '用人单位', '欠薪金额', '涉及人数', '欠薪起始月', '欠薪截止月', '诉求内容'];

describe('A sheet', () => {
  let app: App;
  beforeAll(async () => { app = await startApp({ now: '2026-03-02T10:20:00+08:00' }); });
  afterAll(() => app?.stop());

  const answered = async (response: Response): Promise<Answer> => {
    const text = await response.text();
    return { status: response.status, type: response.headers.get('content-type'), text, json: (text.startsWith('{') ? JSON.parse(text) : {}) as Answer['json'] };
  };
  /** On a slow machine the last rows take longer than one call waits: the same file again asks for the same answers. */
  const send = (file: Buffer, how: { type?: string; accept?: string; channel?: string; secret?: string } = {}): Promise<Answer> => whenTrue(async () => {
    const answer = await sent(file, how);
    return answer.status !== 202 && answer;
  }, 90_000);
  const sent = async (file: Buffer, { type = CSV, accept = 'application/json', channel = '12345', secret = app.secrets['12345']! } = {}): Promise<Answer> => answered(await fetch(`${app.url}/v1/channels/${channel}/imports`, {
    method: 'POST', body: new Uint8Array(file), headers: { 'content-type': type, accept, ...signWebhook(secret, `wh_${randomUUID()}`, Math.floor(Date.now() / 1000), file) },
  }));
  const bearer = async (role: string, division: string): Promise<Record<string, string>> => ({ authorization: `Bearer ${await app.token(role, division)}` });
  const roster = async (group: string, file: Buffer, { lead = '', accept = 'application/json', role = 'officer', division = '439900', type = CSV } = {}): Promise<Answer> =>
    answered(await fetch(`${app.url}/v1/intake/groups/${group}/roster${lead && `?lead=${lead}`}`, { method: 'POST', body: new Uint8Array(file), headers: { 'content-type': type, accept, ...(await bearer(role, division)) } }));
  const get = async <T>(path: string, division = '439900'): Promise<T> => (await fetch(`${app.url}/v1/${path}`, { headers: await bearer('officer', division) })).json() as Promise<T>;
  const line = (n: number, more: Partial<Record<string, string>> = {}): string[] => HEADER.map((name) => more[name] ?? ({
    工单编号: `IM-${n}`, 受理时间: '2026-03-02 09:30', 诉求类别: '劳动保障', 诉求类型: '投诉', 行政区划: '439901', 姓名: `密行${n}`, 联系电话: `1390001${String(1000 + n)}`,
    用人单位: `测试第${n}公司`, 欠薪金额: '18,000元', 涉及人数: '1', 欠薪起始月: '2025年11月', 欠薪截止月: '2026-01', 诉求内容: '工资未发，要求支付。',
  }[name] ?? ''));
  const csv = (rows: readonly (readonly string[])[], header: readonly string[] = HEADER): Buffer => Buffer.from([header, ...rows].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join()).join('\r\n'));
  const filings = async (): Promise<number> => (await app.database.query(`SELECT count(*)::int AS n FROM es.events WHERE type = 'intake.claim-filed'`)).rows[0].n;

  it('gets an answer for each row, and the same ones when it is sent again', async () => {
    const file = csv([line(1), line(2, { 联系电话: '12' }), line(3), line(3, { 工单编号: 'IM-3b' }), line(4, { 行政区划: '无此地' }), line(5, { 欠薪起始月: '2026-02' }), line(6, { 受理时间: '2027-01-01' })]);
    const first = await send(file);
    expect(first.status).toBe(200);
    expect(first.json).toMatchObject({ rows: 7, filed: 2, joined: 1, refused: 4, failed: 0 });
    expect(first.json.results.map(({ row, result, errors }) => [row, result, errors?.map(({ field, column }) => [field, column])])).toMatchObject([
      [2, 'filed', undefined], [3, 'refused', [['phone', '联系电话']]], [4, expect.stringMatching('filed|joined'), undefined], [5, expect.stringMatching('filed|joined'), undefined],
      [6, 'refused', [['division', '行政区划']]], [7, 'refused', [['periodTo', '欠薪截止月']]], [8, 'refused', [['receivedAt', '受理时间']]],
    ]);
    expect(first.json.results[2]!.caseId).toBe(first.json.results[3]!.caseId); // One complaint under two numbers is one case.
    const stored = await filings();
    expect((await send(file)).json).toEqual(first.json);
    expect(await filings()).toBe(stored);
    const mended = await send(csv([line(1), line(2)])); // What was refused, put right; what was taken stands.
    expect(mended.json).toMatchObject({ filed: 2, refused: 0, results: [{ caseId: first.json.results[0]!.caseId }, { result: 'filed' }] });
    expect(await filings()).toBe(stored + 1);
    await app.settled();
    expect(await get(`cases/${first.json.results[0]!.caseId}`)).toMatchObject({ state: 'DISPATCHED', lead: 'inspectionBody', channelOrders: [{ channel: '12345', channelNumber: 'IM-1' }], facts: { amount: 1_800_000, months: 3 } });
  });

  it('comes as a workbook too, and goes back as a report without formulas', async () => {
    const rows = [HEADER, line(20, { 工单编号: '=IM+20' }), line(21, { 联系电话: 'x' })];
    const book = await (await writeXlsxFile(rows.map((row) => row.map((value) => ({ value }))) as never)).toBuffer();
    const report = await send(book, { type: XLSX, accept: CSV });
    expect([report.status, report.type]).toEqual([200, 'text/csv; charset=utf-8']);
    const [header, filed, refused] = report.text.split('\n');
    expect([header, filed, refused]).toEqual([expect.stringMatching(/^行号,编号,结果/), expect.stringMatching(/^2,'=IM\+20,已登记,439901-2026-D01-/), expect.stringMatching(/^3,IM-21,未登记,,,FIELDS_REFUSED,联系电话：/)]);
    expect(report.text).not.toMatch(/密行|139/);
  });

  it('that is no sheet, too large, wrongly signed or wrongly headed stores nothing', async () => {
    const before = await filings();
    const thousands = csv(Array.from({ length: 10_001 }, (_, n) => line(n)));
    const bomb = Buffer.from(zipSync({ 'xl/sharedStrings.xml': new Uint8Array(40 * 1024 * 1024) }));
    expect(await send(thousands)).toMatchObject({ status: 422, json: { code: 'TOO_MANY_ROWS' } });
    expect(await send(bomb, { type: XLSX })).toMatchObject({ status: 422, json: { code: 'FILE_UNPACKS_TOO_LARGE' } });
    expect(await send(Buffer.from(zipSync({ 'a.txt': strToU8('x') })), { type: XLSX })).toMatchObject({ status: 422, json: { code: 'FILE_UNREADABLE' } });
    expect(await send(csv([line(1)], [...HEADER.slice(1), '备注']))).toMatchObject({ status: 422, json: { code: 'HEADER_WRONG', details: { unknown: ['备注'], missing: ['工单编号'] } } });
    expect(await send(csv([]))).toMatchObject({ status: 422, json: { code: 'FILE_EMPTY' } });
    expect(await send(Buffer.alloc(9 * 1024 * 1024, 'a'))).toMatchObject({ status: 413, json: { code: 'PAYLOAD_TOO_LARGE' } });
    expect(await send(csv([line(1)]), { secret: app.secrets['12333']! })).toMatchObject({ status: 401, json: { code: 'WEBHOOK_REFUSED' } });
    expect(await send(Buffer.from('{}'), { type: 'application/json' })).toMatchObject({ status: 422, json: { code: 'FILE_UNREADABLE' } });
    expect((await send(Buffer.from('<a/>'), { type: 'application/xml' })).status).toBe(415);
    expect(await filings()).toBe(before);
  });

  it('of workers makes a group, or joins one, each worker a case of its own', async () => {
    const order = { externalId: randomUUID(), receivedAt: '2026-03-02T10:15:00+08:00', category: 'D01', division: '439901', origin: '12345', text: '班组十二人工资未发。',
      requester: { name: '密班长', phone: '13900020000' }, employer: { name: '测试名册公司' }, project: { name: '测试名册花园', sector: 'E47' }, facts: { workers: 12, amount: 216_000 } };
    const lead = (await app.hotline('station').file(order)).body.caseId;
    await app.settled();
    const header = ['姓名', '联系电话', '身份证号', '欠薪金额', '欠薪起始月', '欠薪截止月', '班组', '部位'];
    const worker = (n: number): string[] => [`密工${n}`, `1390002${String(1000 + n)}`, '', '18000', '2025-11', '2026-01', n % 2 ? '木工班' : '钢筋班', '1号楼'];
    const workers = Array.from({ length: 12 }, (_, n) => worker(n));
    const group = randomUUID();
    expect(await roster(group, csv(workers, header))).toMatchObject({ status: 404, json: { code: 'NO_SUCH_GROUP' } });
    expect(await roster(group, csv(workers, header), { lead, role: 'mediator' })).toMatchObject({ status: 403 });
    expect(await roster(group, csv(workers, header), { lead, division: '110000' })).toMatchObject({ status: 404 });
    const file = csv([...workers, ['密无号', '', '', '1', '', '', '', '']], header);
    const taken = await roster(group, file, { lead });
    expect(taken.json).toMatchObject({ rows: 13, filed: 12, refused: 1, results: expect.arrayContaining([expect.objectContaining({ row: 14, code: 'FIELDS_REFUSED', errors: [expect.objectContaining({ field: 'idNumber' })] })]) });
    await app.settled();
    const shown = await get<{ phase: string; lead: string; size: number; members: readonly { caseId: string; subgroup: object }[] }>(`intake/groups/${group}`);
    expect(shown).toMatchObject({ phase: 'open', lead, size: 13, members: expect.arrayContaining([expect.objectContaining({ subgroup: { tier: '木工班', site: '1号楼' } })]) });
    expect((await roster(group, file)).json).toEqual(taken.json); // The same again: the same answers, nobody twice.
    const more = await roster(group, csv([worker(12), worker(3)], header));
    expect(more.json).toMatchObject({ filed: 2, results: [{ result: 'filed' }, { caseId: taken.json.results[3]!.caseId }] });
    expect(await get(`intake/groups/${group}`)).toMatchObject({ size: 14 });
    const { rows } = await app.database.query(`SELECT DISTINCT data::jsonb ->> 'ground' AS ground FROM es.events WHERE stream_id = $1 AND type <> 'intake.lead-changed'`, [`group/${group}`]);
    expect(rows).toEqual([{ ground: 'together' }]);
    const [one] = (await app.database.query(`SELECT data::jsonb AS data, meta::jsonb ->> 'actor' AS actor FROM es.events WHERE stream_id = $1`, [`claim/${taken.json.results[0]!.caseId}`])).rows;
    expect(one).toMatchObject({ actor: 'officer:officer-439900', data: { channel: 'roster', employer: { name: '测试名册公司' }, division: '439901', facts: { workers: 1, amount: 1_800_000 }, group: { group } } });
    expect(JSON.stringify(one)).not.toMatch(/密工|139000/);
    expect((await app.database.query('SELECT count(*)::int AS n FROM intake.parked')).rows[0].n).toBe(0);
    // A worker who is in another group stays there, and the row says so.
    const other = randomUUID();
    const second = (await app.hotline('station').file({ ...order, externalId: randomUUID(), requester: { name: '密乙长', phone: '13900020001' }, facts: { workers: 1, amount: 1 } })).body.caseId;
    expect((await roster(other, csv([worker(0), worker(40)], header), { lead: second })).json).toMatchObject({ results: [{ result: 'refused', code: 'ALREADY_IN_GROUP' }, { result: 'filed' }] });
  });

  it('of hundreds is taken in one call', async () => {
    const count = 500;
    const file = csv(Array.from({ length: count }, (_, n) => line(1000 + n)));
    const begun = performance.now();
    const { json } = await send(file);
    console.log(`a sheet of ${count}: ${Math.round(performance.now() - begun)} ms`);
    expect(json).toMatchObject({ rows: count, filed: count, joined: 0, refused: 0, failed: 0 });
  });
});
