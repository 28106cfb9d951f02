import { createHash, randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { textOfPdf } from '../pdf-text.js';
import { send } from '../work-orders.js';
import { syntheticId } from '../../demo/orders.js';

const NOW = '2026-03-02T10:20:00+08:00';
const AT = '2026-03-02T10:15:00+08:00';
const NAME = '龘子彧';
const ID = syntheticId(4711);

interface Offer { readonly kind: string; readonly possible: boolean; readonly yours: boolean; readonly why: { code: string } | null; readonly lacks: { zh: string }[] }
interface List { readonly papers: Offer[]; readonly issued: { paper: string; kind: string; number: string; replaced: boolean; pdf: string; docx: string }[] }
interface Made { readonly paper: string; readonly number: string; readonly outcome: string }
interface Seen { readonly type: string; readonly data: Record<string, unknown> }

describe('Papers of a case', () => {
  let app: App;
  let caseId: string;

  beforeAll(async () => {
    app = await startApp({ now: NOW });
    caseId = await file();
    await steps(['officer', 'routing/sign-order'], ['officer', 'resolution/contact-requester', { order: 0, reached: true }], ['inspector', 'resolution/accept-complaint'], ['inspector', 'resolution/file-inspection', { inspectors: ['i-1', 'i-2'] }],
      ['inspector', 'resolution/order-payment', { owed: [{ worker: 1, amount: 1_800_000 }, { worker: 2, amount: 900_050 }], dueOn: '2026-03-20', service: 'inPerson' }], ['officer', 'resolution/give-reply', { order: 0, reply: `${NAME}：已责令支付。\n请留意账户。` }]);
  });
  afterAll(() => app?.stop());

  async function file(more: object = {}): Promise<string> {
    const { json } = await send({ url: app.url, channel: 'station', secret: app.secrets['station']! }, {
      externalId: randomUUID(), receivedAt: AT, division: '439901', category: 'D01', demandKind: 'complaint', text: '三个月工资未发。', requester: { name: NAME, phone: '13900007701', idNumber: ID },
      employer: { name: '测试建筑有限公司' }, project: { name: '测试花园', sector: 'E47' }, facts: { workers: 2, amount: 27000.5, months: 3, sector: 'E47' }, ...more,
    });
    await app.settled();
    return json['caseId'] as string;
  }
  async function steps(...all: readonly (readonly [role: string, command: string, fields?: object])[]): Promise<void> {
    for (const [role, command, fields] of all) {
      await app.office.do(role, caseId, command, fields);
      await app.settled();
    }
  }
  const list = (role = 'officer', of = caseId, query = ''): Promise<List> => app.office.get<List>(role, `/v1/resolution/cases/${of}/papers${query}`);
  const issue = async (kind: string, role: string, body: object = {}, of = caseId, division = '439900'): Promise<{ status: number; json: Made & { code?: string; details?: unknown } }> => {
    const response = await fetch(`${app.url}/v1/resolution/cases/${of}/papers/${kind}`, { method: 'POST', headers: { authorization: `Bearer ${await app.token(role, division)}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return { status: response.status, json: (await response.json()) as Made };
  };
  const read = async (name: string, role = 'officer', division = '439900', of = caseId): Promise<{ status: number; bytes: Buffer; headers: Headers; code?: string }> => {
    const response = await fetch(`${app.url}/v1/resolution/cases/${of}/papers/${name}`, { headers: { authorization: `Bearer ${await app.token(role, division)}` } });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, bytes, headers: response.headers, ...(response.status !== 200 && { code: (JSON.parse(bytes.toString()) as { code: string }).code }) };
  };
  const events = async (of = caseId): Promise<Seen[]> => (await app.office.get<{ events: Seen[] }>('officer', `/v1/cases/${of}/history`)).events.filter(({ type }) => type.startsWith('resolution.paper-'));
  const docxText = (docx: Buffer): string => strFromU8(unzipSync(docx)['word/document.xml']!).replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');

  it('says which can be made now, and of the others why not', async () => {
    const { papers, issued } = await list();
    const of = (kind: string): Offer => papers.find((one) => one.kind === kind)!;
    expect(issued).toEqual([]);
    expect(papers.filter(({ possible }) => possible).map(({ kind }) => kind).sort()).toEqual(['complaint-acceptance', 'order-to-pay', 'reply']);
    expect([of('award').why?.code, of('order-to-pay').yours, of('reply').yours]).toEqual(['PAPER_NOT_YET', false, true]);
    expect((await issue('award', 'arbitrator')).json.code).toBe('PAPER_NOT_YET');
    expect((await issue('gold', 'arbitrator')).json.code).toBe('NO_SUCH_PAPER_KIND');
    expect((await issue('order-to-pay', 'officer')).json).toMatchObject({ code: 'PAPER_NOT_YOURS', details: { roles: ['inspector'] } });
    const anonymous = await file({ requester: undefined });
    await app.office.do('officer', anonymous, 'routing/sign-order');
    await app.settled();
    await app.office.do('inspector', anonymous, 'resolution/accept-complaint');
    const lacks = (await list('officer', anonymous)).papers.find(({ kind }) => kind === 'complaint-acceptance');
    expect(lacks).toMatchObject({ possible: false, why: { code: 'PAPER_LACKS' }, lacks: [{ zh: '劳动者' }] });
    expect((await issue('complaint-acceptance', 'inspector', {}, anonymous)).json).toMatchObject({ code: 'PAPER_LACKS', details: { lacks: ['劳动者'] } });
  });

  it('is issued once, and is the same bytes whenever it is asked for, in a process that never saw it too', async () => {
    const first = await issue('order-to-pay', 'inspector');
    expect(first).toMatchObject({ status: 200, json: { outcome: 'appended', number: expect.stringMatching(/^测人社监令字〔2026〕439901-2026-D01-\d{6}-1号$/) } });
    expect((await issue('order-to-pay', 'inspector')).json).toMatchObject({ paper: first.json.paper, outcome: 'unchanged' });
    const { paper } = first.json;
    const forms = ['pdf', 'docx'] as const;
    const before = [await read(`${paper}.pdf`), await read(`${paper}.docx`)];
    app.clock.advance(86_400_000);
    await app.office.do('officer', caseId, 'resolution/record-wage-paid', { worker: 2, amount: 900_050, source: 'employer', evidence: '回单2' });
    await app.restart();
    for (const [i, form] of forms.entries()) {
      const again = await read(`${paper}.${form}`, 'arbitrator');
      expect([form, again.status, again.bytes.equals(before[i]!.bytes)]).toEqual([form, 200, true]);
      expect(again.headers.get('content-disposition')).toBe(`attachment; filename="order-to-pay-${paper.slice(-12)}.${form}"`);
    }
    const [issued, ...reads] = await events();
    expect(issued).toMatchObject({ type: 'resolution.paper-issued.v1', data: { paper, kind: 'order-to-pay', pack: { division: '439900', version: '2026-01-01' }, opened: [], by: 'inspector:inspector-439900' } });
    expect(reads.map(({ type, data }) => [type, data['form']])).toEqual([['resolution.paper-read.v1', 'pdf'], ['resolution.paper-read.v1', 'docx'], ['resolution.paper-read.v1', 'pdf'], ['resolution.paper-read.v1', 'docx']]);
    for (const { bytes } of before) expect(JSON.stringify(issued)).not.toContain(createHash('sha256').update(bytes).digest('hex'));
  });

  it('says the same in both forms: money in figures and in capitals, days as they are written, workers by number', async () => {
    const { issued } = await list();
    const { paper, number } = issued.find(({ kind }) => kind === 'order-to-pay')!;
    const pdf = textOfPdf((await read(`${paper}.pdf`)).bytes).replaceAll('\n', '');
    const docx = docxText((await read(`${paper}.docx`)).bytes);
    for (const said of ['劳动保障监察限期改正指令书', number, '测试建筑有限公司：', '拖欠2名劳动者工资共计27,000.50元（人民币贰万柒仟元零伍角整）', '第1名劳动者', '18,000.00元', '第2名劳动者', '9,000.50元', '责令你单位于2026年3月20日前全额支付', '测试区人社部门劳动保障监察机构', '2026年3月2日']) {
      expect([said, pdf.includes(said), docx.includes(said)]).toEqual([said, true, true]);
    }
    expect([pdf.includes('第1页 共1页') || pdf.includes('第1页 共2页'), pdf.includes('\ufffd'), pdf.includes(NAME), docx.includes(NAME)]).toEqual([true, false, false, false]); // What goes to the employer names nobody.
    const english = textOfPdf((await read(`${paper}.pdf?language=en`)).bytes).replaceAll('\n', ' ');
    expect(english).toMatch(/Order to pay.*The Chinese text is the paper.*CNY 27,000\.50.*20 March 2026/);
  });

  it('opens what is personal when it is made, on record, and shows one worker nothing of another', async () => {
    const { json } = await issue('payment-record', 'officer', { worker: 2 });
    const text = textOfPdf((await read(`${json.paper}.pdf`)).bytes);
    expect([text.includes('第2名劳动者'), text.includes('9,000.50元'), text.includes('款项已全部付清'), text.includes('18,000.00'), text.includes(NAME)]).toEqual([true, true, true, false, false]);
    await app.office.do('officer', caseId, 'resolution/record-wage-paid', { worker: 1, amount: 1_000_000, source: 'generalContractor', evidence: '回单1' });
    const own = await issue('payment-record', 'officer');
    const ownText = textOfPdf((await read(`${own.json.paper}.pdf`)).bytes).replaceAll('\n', '');
    expect(['劳动者：龘子彧', '10,000.00元', '施工总承包单位', '回单1', '应付18,000.00元，已付10,000.00元（人民币壹万元整），未付8,000.00元'].filter((said) => !ownText.includes(said))).toEqual([]);
    expect(['9,000.50', '回单2', '款项已全部付清'].filter((said) => ownText.includes(said))).toEqual([]);
    expect((await events()).filter(({ data }) => data['paper'] === own.json.paper).map(({ data }) => data['opened'])).toEqual([['worker'], ['worker']]);
    const reply = await issue('reply', 'officer');
    expect(textOfPdf((await read(`${reply.json.paper}.pdf`)).bytes)).toContain('龘子彧：已责令支付。');
    expect((await issue('reply', 'officer', { worker: 2 })).json.code).toBe('PAPER_LACKS'); // It was given to the first.
  });

  it('is replaced by another of its kind, and stays', async () => {
    const first = (await list()).issued.find(({ kind }) => kind === 'order-to-pay')!;
    expect((await issue('order-to-pay', 'inspector', { replaces: randomUUID() })).json.code).toBe('PAPER_UNKNOWN');
    const second = await issue('order-to-pay', 'inspector', { replaces: first.paper });
    expect([second.json.outcome, second.json.paper === first.paper]).toEqual(['appended', false]);
    expect((await issue('order-to-pay', 'inspector', { replaces: first.paper })).json).toMatchObject({ outcome: 'unchanged', paper: second.json.paper });
    expect((await list()).issued.filter(({ kind }) => kind === 'order-to-pay').map(({ replaced }) => replaced)).toEqual([true, false]);
    expect([(await read(`${first.paper}.pdf`)).status, (await read(`${second.json.paper}.pdf`)).status]).toEqual([200, 200]);
    const both = await Promise.all([0, 1, 2].map(() => issue('complaint-acceptance', 'inspector')));
    expect(both.filter(({ json }) => json.outcome === 'appended')).toHaveLength(1);
    const numbers = (await list()).issued.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('is for those who may see it', async () => {
    const { paper } = (await list()).issued[0]!;
    expect([(await read(`${paper}.pdf`, 'officer', '110000')).code, (await read(`${randomUUID()}.pdf`)).code, (await read('x.pdf')).code, (await read(`${paper}.exe`)).code]).toEqual(['NO_SUCH_CASE', 'NO_SUCH_PAPER', 'NO_SUCH_PAPER', 'NO_SUCH_PAPER']);
    expect([(await read(`${paper}.pdf`, 'worker')).status, (await read(`${paper}.pdf`, 'auditor')).status, (await issue('reply', 'officer', {}, caseId, '110000')).status, (await issue('reply', 'officer', { worker: 0 })).status]).toEqual([403, 403, 404, 400]);
    const other = await file({ requester: { name: '另一人', phone: '13900007702' } });
    expect((await read(`${paper}.pdf`, 'officer', '439900', other)).code).toBe('NO_SUCH_PAPER');
  });

  it('ends with its person', async () => {
    const { paper } = (await list()).issued.find(({ kind }) => kind === 'reply')!;
    const subject = (await app.database.query<{ subject: string }>(`SELECT data::jsonb #>> '{requester,subject}' AS subject FROM es.events WHERE stream_id = $1`, [`claim/${caseId}`])).rows[0]!.subject;
    await app.running.product.keyring.erase(subject);
    expect([(await read(`${paper}.pdf`)).code, (await issue('payment-record', 'officer', { replaces: (await list()).issued.find(({ kind }) => kind === 'payment-record')!.paper, worker: 2 })).json.code]).toEqual(['PAPER_ERASED', 'PAPER_ERASED']);
  });

  it('refuses to pass off as the issued paper what another template would make', async () => {
    const { json: { paper } } = await issue('order-to-pay', 'inspector');
    await app.database.query('ALTER TABLE es.events DISABLE TRIGGER ALL'); // As the owner of the database could.
    await app.database.query(`UPDATE es.events SET data = replace(data, '"template":"', '"template":"0') WHERE type = 'resolution.paper-issued' AND data LIKE '%' || $1 || '%'`, [paper]);
    expect(await read(`${paper}.pdf`)).toMatchObject({ status: 409, code: 'PAPER_NOT_REPRODUCIBLE' });
  });
});
