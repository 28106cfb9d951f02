import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { canonicalJson } from '#libs/merkle/entry.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { send, wageOrders } from '../work-orders.js';

interface Figure { readonly metric: string; readonly value: number | null; readonly numerator: number | null; readonly denominator: number | null; readonly onLastYear: number | null; readonly onPrevious: number | null }
interface Pedigree { readonly position: string; readonly queryVersion: string; readonly digest: string; readonly parked: number; readonly parameters: Record<string, unknown> }
interface Answer { readonly total: readonly Figure[]; readonly groups: readonly { readonly group: string; readonly figures: readonly Figure[] }[]; readonly pedigree: Pedigree }
type Json = Record<string, unknown>;

describe('The figures of a supervisor', () => {
  let app: App;
  let serial = 0;
  beforeAll(async () => { app = await startApp({ now: '2026-03-02T10:20:00+08:00' }); });
  afterAll(() => app?.stop());

  const call = async (method: string, path: string, body?: object, role = 'supervisor', division = '439900', headers: Record<string, string> = {}): Promise<{ status: number; json: Json; text: string; bytes: Buffer; type: string }> => {
    const response = await fetch(`${app.url}/v1/supervision/${path}`, { method, headers: { authorization: `Bearer ${await app.token(role, division)}`, ...headers, ...(body && { 'content-type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }) });
    const bytes = Buffer.from(await response.arrayBuffer());
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, bytes, text: bytes.toString(), json: /json/.test(type) ? (JSON.parse(bytes.toString()) as Json) : {} };
  };
  const ask = async (query: string, division?: string): Promise<Answer> => (await call('GET', `statistics?${query}`, undefined, 'supervisor', division)).json as never;
  const of = (answer: Answer, metric: string): Figure => answer.total.find((one) => one.metric === metric)!;
  const clue = async (): Promise<string> => {
    serial += 1;
    const { idNumber, bankCard: _, ...rest } = wageOrders['clue-platform']!(`TJ${serial}`, '2026-03-02T10:15:00+08:00');
    const { status, json } = await send({ url: app.url, channel: 'clue-platform', secret: app.secrets['clue-platform']! }, { ...rest, idNumber, realName: `密${serial}某`, phone: `139000088${String(10 + serial)}`, employer: `统计${serial}劳务公司`, arrearsAmount: 18000 + serial, arrearsFrom: `20${10 + serial}-01`, arrearsTo: `20${10 + serial}-03` });
    expect([status, json.errors]).toEqual([202, undefined]);
    return json['caseId'] as string;
  };
  let published: { figures: string; pedigree: Pedigree };
  let cases: string[];

  it('have no share where there is nothing, and stand beside how cases stand now', async () => {
    const answer = await ask('period=2026-03');
    expect(of(answer, 'response')).toMatchObject({ value: null, numerator: 0, denominator: 0, onLastYear: null, onPrevious: null });
    expect((await call('GET', 'statistics')).json).toMatchObject({ cases: 0, open: 0, byState: [] });
    const { metrics, judgedBy } = (await call('GET', 'statistics/definitions')).json as { metrics: Json[]; judgedBy: Json };
    expect(metrics.find(({ id }) => id === 'response')).toMatchObject({ zh: '响应率', confidence: 'P', formula: { zh: expect.stringContaining('÷') } });
    expect(judgedBy).toMatchObject({ compositeWeights: { value: { response: 0.3, resolution: 0.35, satisfaction: 0.35 }, confidence: 'B' }, minimumSample: { value: 30, confidence: 'P' } });
  });

  it('count what happened, each with its two numbers, and open into their cases', async () => {
    cases = [await clue(), await clue(), await clue()];
    await app.settled();
    await app.office.do('inspector', cases[0]!, 'resolution/verify-clue', { order: 0, conclusion: 'trueArrears', amount: 1_800_100, workers: 1 });
    await app.office.do('inspector', cases[1]!, 'resolution/verify-clue', { order: 0, conclusion: 'falseClue', reference: 'HC-1' });
    await app.office.do('officer', cases[0]!, 'resolution/state-wages-owed', { performBy: '2026-03-20', owed: [{ worker: 1, amount: 1_800_100 }] });
    await app.office.do('officer', cases[0]!, 'resolution/record-wage-paid', { worker: 1, amount: 800_100, source: 'employer', evidence: 'TJ-1' });
    await app.settled();
    const answer = await ask('period=2026-03&by=division');
    expect([of(answer, 'clueVerification'), of(answer, 'clueTruth'), of(answer, 'recovered'), of(answer, 'workersPaid')]).toMatchObject([{ numerator: 2, denominator: 3, value: 66.67 }, { numerator: 1, denominator: 2, value: 50 }, { value: 800_100 }, { value: 1 }]);
    expect(of(answer, 'accepted').value).toBe(3);
    const zero = of(answer, 'clearZeroAUnpaid').value! + of(answer, 'clearZeroBUnpaid').value!;
    expect([0, 1_000_000]).toContain(zero); // By the year in which these arrears arose.
    const whole = (await call('GET', 'statistics/cases?metric=clueVerification&period=2026-03&of=denominator')).json as { total: number; cases: { caseId: string }[] };
    const verified = (await call('GET', 'statistics/cases?metric=clueVerification&period=2026-03')).json as { total: number; cases: { caseId: string }[] };
    const rest = (await call('GET', 'statistics/cases?metric=clueVerification&period=2026-03&of=rest')).json as { total: number; cases: { caseId: string }[] };
    expect([whole.cases, verified.cases, rest.cases].map((some) => some.map(({ caseId }) => caseId).sort())).toEqual([[...cases].sort(), cases.slice(0, 2).sort(), [cases[2]]]);
    expect(answer.pedigree).toMatchObject({ queryVersion: expect.any(String), parked: 0, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('are published once, and computed again to the same value when the log has gone on', async () => {
    const body = { title: '三月统计通报', kind: 'figures', period: '2026-03', by: 'division' };
    const [first, again] = [await call('POST', 'figures', body, 'supervisor', '439900', { 'idempotency-key': 'march' }), await call('POST', 'figures', body, 'supervisor', '439900', { 'idempotency-key': 'march' })];
    expect([first.json['outcome'], again.json['outcome'], again.json['figures'] === first.json['figures']]).toEqual(['appended', 'unchanged', true]);
    published = first.json as never;
    app.clock.set('2026-04-08T09:00:00+08:00');
    const late = await clue();
    await app.settled();
    await app.office.do('officer', cases[0]!, 'resolution/record-wage-paid', { worker: 1, amount: 1_000_000, source: 'deposit', evidence: 'TJ-2', at: '2026-03-25T10:00:00+08:00' }); // A late fact of March.
    await app.settled();
    const now = await ask('period=2026-03&by=division');
    expect([of(now, 'recovered').value, of(now, 'clueResolution').numerator]).toEqual([1_800_100, 1]);
    const old = (await call('GET', `figures/${published.figures}`)).json as { answer: Answer; same: boolean };
    expect(old.same).toBe(true);
    expect([of(old.answer, 'recovered').value, of(old.answer, 'clueVerification').denominator]).toEqual([800_100, 3]);
    expect(old.answer.pedigree.digest).toBe(published.pedigree.digest);
    expect(await ask(`period=2026-03&by=division&asOf=${published.pedigree.position}&at=${encodeURIComponent(String(published.pedigree.parameters['at']))}`)).toMatchObject({ pedigree: { digest: published.pedigree.digest } });
    expect(late).toBeDefined();
    expect((await call('GET', 'figures')).json['figures']).toHaveLength(1);
  });

  it('are of the caller’s divisions alone', async () => {
    expect(of(await ask('period=2026-03', '439902'), 'accepted').value).toBe(0);
    expect((await call('GET', 'statistics?period=2026-03&division=110000')).json).toMatchObject({ status: 403, code: 'STATISTICS_OUTSIDE' });
    expect((await call('GET', `figures/${published.figures}`, undefined, 'supervisor', '439902')).json).toMatchObject({ status: 404, code: 'NO_SUCH_FIGURES' });
  });

  it('say which field is wrong, and store nothing then', async () => {
    const before = (await app.database.query<{ n: string }>('SELECT count(*) AS n FROM es.events')).rows[0]!.n;
    for (const [query, field] of [['period=2026-13', 'period'], ['period=2026-03&by=x', 'by'], ['period=2026-03&asOf=-1', 'asOf'], ['period=2026-03&division=nowhere', 'division'], ['period=2026-03&at=x', 'at'], ['period=2026&x=1', 'x']] as const) {
      expect((await call('GET', `statistics?${query}`)).json).toMatchObject({ status: 400, errors: [{ field }] });
    }
    expect((await call('GET', 'statistics?period=2026-03&metric=nothing')).json).toMatchObject({ status: 422, code: 'UNKNOWN_METRIC' });
    expect((await call('GET', 'statistics?period=2026-03&by=clock&metric=response')).json).toMatchObject({ status: 422, code: 'UNKNOWN_METRIC' });
    expect((await call('GET', 'statistics?period=2026-03&asOf=999999')).json).toMatchObject({ status: 422, code: 'FIGURES_NOT_THERE_YET' });
    expect((await call('GET', 'statistics/cases?period=2026-03&metric=accepted&of=denominator')).json).toMatchObject({ status: 422, code: 'NO_CASES_BEHIND' });
    expect((await call('POST', 'figures', { title: '', kind: 'x', period: 'x' })).json).toMatchObject({ status: 400 });
    expect((await call('GET', 'statistics/league?period=2026-03&ranks=maybe')).json).toMatchObject({ status: 400, errors: [{ field: 'ranks' }] });
    expect((await app.database.query<{ n: string }>('SELECT count(*) AS n FROM es.events')).rows[0]!.n).toBe(before);
  });

  it('leave as CSV and XLSX with their pedigree, each copy noted in the log', async () => {
    const noted = async (): Promise<number> => Number((await app.database.query<{ n: string }>(`SELECT count(*) AS n FROM es.events WHERE type = 'supervision.figures-exported'`)).rows[0]!.n);
    const csv = await call('GET', 'statistics/export?period=2026-03&format=csv&by=division');
    expect([csv.status, csv.type]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(csv.text).toContain('响应率');
    expect(csv.text).toMatch(/摘要,[0-9a-f]{64}/);
    const xlsx = await call('GET', 'statistics/export?period=2026-03&format=xlsx&kind=league&ranks=true');
    expect(Object.keys(unzipSync(xlsx.bytes))).toContain('xl/workbook.xml');
    expect(Object.entries(unzipSync(xlsx.bytes)).map(([, bytes]) => strFromU8(bytes)).join('')).toContain('三率综合');
    expect(await noted()).toBe(2);
    expect((await call('GET', 'statistics/export?period=2026-03&format=csv', undefined, 'operator')).status).toBe(403);
    expect(await noted()).toBe(2);
  });

  it('make a yearly extract: the same position, the same bytes, and nobody in it', async () => {
    const position = (await ask('period=2026')).pedigree.position;
    const [one, two] = [await call('GET', `statistics/extract?year=2026&format=json&asOf=${position}`), await call('GET', `statistics/extract?year=2026&format=json&asOf=${position}`)];
    expect(one.bytes.equals(two.bytes)).toBe(true);
    const extract = one.json as { lines: object[]; digest: string; position: string };
    expect([extract.position, extract.digest]).toEqual([position, createHash('sha256').update(canonicalJson(extract.lines)).digest('hex')]);
    expect(extract.lines).toContainEqual({ division: '439901', month: '', metric: 'accepted', value: 4, numerator: null, denominator: null });
    expect(extract.lines).toContainEqual({ division: '439900', month: '2026-03', metric: 'recovered', value: 1_800_100, numerator: null, denominator: null });
    expect(one.text).not.toMatch(/密|劳务公司|1390000/);
    const csv = await call('GET', `statistics/extract?year=2026&format=csv&asOf=${position}`);
    expect(csv.text).toContain(`digest,${extract.digest}`);
    expect((await call('GET', 'statistics/extract/schema')).json).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  });

  it('go out with a circular that each unit receives and answers, and whose missing answers are named when the time is over', async () => {
    const bureau = { department: 'inspectionBody', division: '439901' };
    const office = { department: 'arbOffice', division: '439902' };
    const body = { number: '测调〔2026〕3号', title: '三月调度通报', text: '请在期限内回复超期件的办理情况。', figures: published.figures, units: [bureau, office] };
    expect((await call('POST', 'circulars', { ...body, units: [{ department: 'inspectionBody', division: '110000' }] })).json).toMatchObject({ status: 403, code: 'UNIT_OUTSIDE' });
    expect((await call('POST', 'circulars', { ...body, units: [bureau, bureau] })).json).toMatchObject({ status: 422, code: 'UNIT_TWICE' });
    expect((await call('POST', 'circulars', { ...body, units: [{ department: 'nobody', division: '439901' }] })).json).toMatchObject({ status: 400 });
    expect((await call('POST', 'circulars', { ...body, figures: '01a202ee-df89-4ce1-98f7-c60c8d7c7375' })).json).toMatchObject({ status: 404, code: 'NO_SUCH_FIGURES' });
    const issued = await call('POST', 'circulars', body, 'supervisor', '439900', { 'idempotency-key': 'c3' });
    expect(issued.json).toMatchObject({ outcome: 'appended', events: ['CircularIssued'] });
    expect((await call('POST', 'circulars', body, 'supervisor', '439900', { 'idempotency-key': 'c3' })).json).toMatchObject({ outcome: 'unchanged' });
    await app.settled();
    const path = `circulars/${String(issued.json['circular'])}`;
    const shown = (await call('GET', path, undefined, 'inspector', '439901')).json as { circular: Json; same: boolean; answer: Answer };
    expect(shown).toMatchObject({ same: true, circular: { mine: false, state: 'open', answerDue: '2026-04-16T00:00:00+08:00', units: [bureau], position: expect.any(String) } }); // Five working days after Wednesday 8 April.
    expect((await call('POST', `${path}/receive`, bureau, 'inspector', '439901')).json).toMatchObject({ outcome: 'appended' });
    expect((await call('POST', `${path}/receive`, bureau, 'inspector', '439901')).json).toMatchObject({ outcome: 'unchanged' });
    expect((await call('POST', `${path}/answer`, { ...bureau, answer: '超期件已逐件督办。' }, 'inspector', '439901')).json).toMatchObject({ outcome: 'appended', events: ['CircularAnswered'] });
    expect((await call('POST', `${path}/answer`, { ...bureau, answer: '超期件已逐件督办。' }, 'inspector', '439901')).json).toMatchObject({ outcome: 'unchanged' });
    expect((await call('POST', `${path}/answer`, { ...bureau, answer: '改口。' }, 'inspector', '439901')).json).toMatchObject({ status: 409, code: 'CIRCULAR_ANSWERED' });
    expect((await call('POST', `${path}/answer`, { ...office, answer: '代答。' }, 'inspector', '439901')).json).toMatchObject({ status: 403, code: 'NOT_YOUR_CIRCULAR' });
    expect((await call('POST', `${path}/receive`, { ...bureau, department: 'arbOffice' }, 'inspector', '439901')).json).toMatchObject({ status: 409, code: 'NOT_ADDRESSED' });
    expect((await call('GET', path, undefined, 'inspector', '439903')).json).toMatchObject({ status: 404, code: 'NO_SUCH_CIRCULAR' });
    await app.settled();
    expect((await call('GET', 'circulars?state=overdue')).json['circulars']).toEqual([]);
    app.clock.set('2026-04-16T00:00:01+08:00');
    for (let i = 0; i < 50 && Number((await app.database.query<{ n: string }>(`SELECT count(*) AS n FROM es.events WHERE type = 'supervision.circular-answers-missed'`)).rows[0]!.n) === 0; i++) await new Promise((resolve) => setTimeout(resolve, 100));
    await app.settled();
    const [overdue] = (await call('GET', 'circulars?state=overdue')).json['circulars'] as { units: Json[] }[];
    expect(overdue!.units).toMatchObject([{ ...bureau, missed: false, late: false, answer: '超期件已逐件督办。' }, { ...office, missed: true, answer: null }]);
    expect((await call('POST', `${path}/answer`, { ...office, answer: '迟复。' }, 'arbitrator', '439902')).json).toMatchObject({ events: ['CircularReceived', 'CircularAnswered', 'CircularAllAnswered'] });
    await app.settled();
    expect((await call('GET', 'circulars?state=answered')).json['circulars']).toHaveLength(1);
  });

  it('refuse an edition of the query that is not part of the program any more, and a place without rules for them', async () => {
    await app.database.query(`UPDATE supervision.figures_view SET "queryVersion" = '1999-1'`);
    expect((await call('GET', `figures/${published.figures}`)).json).toMatchObject({ status: 409, code: 'EDITION_GONE' });
  });
});
