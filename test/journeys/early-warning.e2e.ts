import { randomUUID } from 'node:crypto';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';

interface Answer { readonly status: number; readonly json: Record<string, unknown> & { readonly code?: string } }
interface Line {
  readonly sign: string; readonly kind: string; readonly name: string; readonly level: string; readonly state: string; readonly division: string; readonly rule: { id: string }; readonly season: { id: string } | null;
  readonly total: { cases: number; districts: number; workers: number; amount: number }; readonly places: readonly { division: string; cases: number }[]; readonly others: { cases: number; districts: number };
}
interface Shown extends Line {
  readonly cases: readonly { caseId: string; division: string }[]; readonly text: string | null; readonly escalations: readonly { kind: string; status: string }[];
  readonly bodies: readonly { division: string; action: string | null; answer: string | null; due: string | null; breached: boolean }[];
}

const NOW = '2026-03-09T09:00:00+08:00'; // A Monday, after the Spring Festival.
const FIRM = '测试聚集劳务有限公司';
const CODE = '91430000MA0T0002XW';

describe('An employer of whom nine cases come in two districts', () => {
  let app: App;
  beforeAll(async () => { app = await startApp({ now: NOW }); }, 60_000);
  afterAll(() => app?.stop());

  const ask = async (method: string, path: string, body?: object, { role = 'supervisor', division = '439900', key }: { role?: string; division?: string; key?: string } = {}): Promise<Answer> => {
    const headers = { authorization: `Bearer ${await app.token(role, division)}`, ...(body && { 'content-type': 'application/json' }), ...(key && { 'idempotency-key': key }) };
    const response = await fetch(`${app.url}/v1/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { status: response.status, json: (await response.json()) as Answer['json'] };
  };
  const signsOf = async (division = '439900', query = ''): Promise<readonly Line[]> => (await ask('GET', `supervision/signs${query}`, undefined, { division })).json['signs'] as never;
  const shown = async (sign: string, division = '439900'): Promise<Shown> => (await ask('GET', `supervision/signs/${sign}`, undefined, { division })).json as never;
  const step = (sign: string, command: string, body: object, as = {}) => ask('POST', `supervision/signs/${sign}/commands/${command}`, body, as);
  let serial = 0;
  const filed = async (division: string, more: object = {}): Promise<string> => {
    serial += 1;
    const { body } = await app.hotline('station').file({
      externalId: `EW-${serial}`, receivedAt: app.clock.now(), category: 'D01', demandKind: 'complaint', division, origin: '12345', text: `密：第${serial}人的工资未发。`,
      requester: { name: `密${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'[serial % 20]}${serial}`, phone: `139${String(10_000_000 + serial)}` }, employer: { name: FIRM }, facts: { workers: 1, amount: 18_000 + serial, months: 3 }, ...more,
    });
    expect(typeof body.caseId).toBe('string');
    return body.caseId;
  };
  const counted = async (type: string): Promise<number> => (await app.database.query<{ n: number }>('SELECT count(*)::int AS n FROM es.events WHERE type = $1', [type])).rows[0]!.n;
  const events = async (): Promise<number[]> => [await counted('supervision.early-sign-found'), await counted('supervision.early-sign-grew')];
  let sign: string;
  let amount: number;

  it('is one sign, found by the system and grown with each further case', async () => {
    await filed('439901', { employer: { name: '测试聚集劳务 有限公司（ ）' } }); // Written otherwise, and the same.
    for (let n = 0; n < 3; n++) await filed('439901');
    await app.settled();
    expect(await signsOf()).toEqual([]); // Four of one district are no sign.
    await filed('439902');
    await app.settled();
    expect(await signsOf()).toMatchObject([{ level: 'blue', rule: { id: 'SIGN-B1' }, total: { cases: 5, districts: 2 } }]);
    await Promise.all([filed('439902'), filed('439902'), filed('439901'), filed('439902', { employer: { name: FIRM, creditCode: CODE } })]); // At once, and one by its code.
    await filed('439901', { demandKind: 'consult' }); // Asks a question: owed is nothing.
    await app.settled();
    const [line, ...more] = await signsOf();
    expect(more).toEqual([]);
    amount = Array.from({ length: 9 }, (_, i) => 1_800_000 + (i + 1) * 100).reduce((a, b) => a + b, 0); // In Fen.
    expect(line).toMatchObject({
      kind: 'employer', name: FIRM, level: 'yellow', rule: { id: 'SIGN-Y1' }, season: null, state: 'found', division: '439900',
      total: { cases: 9, districts: 2, workers: 9, amount }, places: [{ division: '439901', cases: 5 }, { division: '439902', cases: 4 }], others: { cases: 0, districts: 0 },
    });
    sign = line!.sign;
    expect(await events()).toEqual([1, 4]);
  }, 60_000);

  it('is found once, though every event is told again and the read tables are made anew', async () => {
    const before = [await shown(sign), await events()];
    await app.database.query(`UPDATE es.relay SET pos = 0, leaf_hash = ''`);
    await app.restart();
    await app.settled();
    expect([await shown(sign), await events()]).toEqual(before);
    await app.database.query('DELETE FROM supervision.high_water; TRUNCATE supervision.gathered, supervision.early_sign, supervision.case_view, supervision.clock_view, supervision.escalation_view');
    await app.restart();
    await app.settled();
    expect([await shown(sign), await events()]).toEqual(before);
  }, 120_000);

  it('is shown to a district with its own cases, and of the others their number alone', async () => {
    expect(await signsOf('439901')).toMatchObject([{ sign, total: { cases: 9, districts: 2 }, places: [{ division: '439901', cases: 5 }], others: { cases: 4, districts: 1 } }]);
    expect((await shown(sign, '439901')).cases.map(({ division }) => division)).toEqual(Array(5).fill('439901'));
    expect((await shown(sign, '439902')).cases).toHaveLength(4);
    expect((await shown(sign)).cases).toHaveLength(9);
    expect(JSON.stringify(await shown(sign, '439902'))).not.toContain('439901');
    expect([await signsOf('110000'), (await ask('GET', `supervision/signs/${sign}`, undefined, { division: '110000' })).json.code]).toEqual([[], 'NO_SUCH_SIGN']);
    expect((await ask('GET', 'supervision/signs?level=green')).json).toMatchObject({ status: 400, errors: [{ field: 'level' }] });
    expect([(await signsOf('439900', '?level=blue')).length, (await signsOf('439900', '?state=open&kind=employer')).length]).toEqual([0, 1]);
  });

  it('becomes a warning to the bodies that are named, each with a time to answer', async () => {
    const bodies = [{ department: 'inspectionBody', division: '439901' }, { department: 'inspectionBody', division: '439902' }];
    const raise = { warning: randomUUID(), bodies, text: '密：两地同一单位，请联合核查。' };
    expect((await step(sign, 'raise-warning', raise, { division: '439901' })).json).toMatchObject({ status: 422, code: 'NO_SUCH_BODY', details: { bodies: ['inspectionBody 439902'] } });
    expect((await step(sign, 'raise-warning', { ...raise, bodies: [{ department: 'nobody', division: '439901' }] })).json.code).toBe('NO_SUCH_BODY');
    expect((await step(sign, 'raise-warning', raise, { role: 'inspector' })).json).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
    expect((await step(sign, 'raise-warning', { ...raise, bodies: [] })).json).toMatchObject({ status: 400, errors: [{ field: 'bodies' }] });
    expect((await step(sign, 'dismiss-sign', { ground: 'sameNameOnly' }, { division: '439901' })).json).toMatchObject({ status: 403, code: 'SIGN_BEYOND_SCOPE' });
    expect((await step(sign, 'close-warning', { result: 'wagesPaid' })).json).toMatchObject({ status: 409, code: 'NO_WARNING' });
    const key = randomUUID();
    expect((await step(sign, 'raise-warning', raise, { key })).json).toMatchObject({ sign, outcome: 'appended', events: ['EarlyWarningRaised', 'EarlyWarningRaised'] });
    expect((await step(sign, 'raise-warning', raise, { key })).json).toMatchObject({ outcome: 'duplicate' });
    expect((await step(sign, 'raise-warning', raise)).json).toMatchObject({ outcome: 'unchanged', events: [] });
    expect((await step(sign, 'dismiss-sign', { ground: 'sameNameOnly' })).json.code).toBe('WARNING_RAISED');
    await app.settled();
    expect(await shown(sign)).toMatchObject({ state: 'warned', text: raise.text, bodies: bodies.map((body) => ({ ...body, action: null, due: '2026-03-12', breached: false })) }); // Warned on Monday 9 March: three working days.
    const actions = (await ask('GET', `supervision/signs/${sign}/actions`, undefined, { role: 'inspector', division: '439901' })).json as never as { actions: { command: string; fields: object }[] };
    expect(actions.actions.map(({ command }) => command)).toEqual(['answer-warning']);
    const districts = (await ask('GET', `supervision/signs/${sign}/actions`, undefined, { division: '439901' })).json as never as { refused: { command: string; code: string }[] };
    expect(districts.refused).toMatchObject([{ command: 'close-warning', code: 'ANSWERS_OUTSTANDING' }, { command: 'dismiss-sign', code: 'WARNING_RAISED' }]);
    const { rows } = await app.database.query(`SELECT data FROM es.events WHERE case_id = $1`, [sign]);
    expect(JSON.stringify(rows)).not.toContain('联合核查');
  });

  it('is answered by each of them; who is late is put before the head; and it is closed with a result', async () => {
    const answer = { department: 'inspectionBody', division: '439901', action: 'inspected', answer: '密：已约谈。' };
    expect((await step(sign, 'answer-warning', answer, { role: 'inspector', division: '439902' })).json).toMatchObject({ status: 403, code: 'NOT_THE_BODY' });
    expect((await step(sign, 'answer-warning', { ...answer, department: 'housingDept' }, { role: 'supervisor', division: '439901' })).json.code).toBe('BODY_NOT_WARNED');
    expect((await step(sign, 'answer-warning', answer, { role: 'inspector', division: '439901' })).json).toMatchObject({ events: ['EarlyWarningAnswered'] });
    expect((await step(sign, 'close-warning', { result: 'wagesPaid' })).json).toMatchObject({ status: 409, code: 'ANSWERS_OUTSTANDING', details: { bodies: 1 } });
    app.clock.set('2026-03-13T00:00:01+08:00');
    await whenTrue(async () => (await shown(sign)).escalations.length > 0, 30_000);
    await app.settled();
    expect(await shown(sign)).toMatchObject({ bodies: [{ division: '439901', action: 'inspected', breached: false }, { division: '439902', action: null, breached: true }], escalations: [{ kind: 'SIGN-ANSWER', status: 'open' }] });
    expect((await shown(sign, '439902')).bodies[0]).toMatchObject({ action: 'inspected', answer: null }); // What another place wrote is for those above.
    expect((await shown(sign)).bodies[0]).toMatchObject({ answer: answer.answer });
    expect((await step(sign, 'answer-warning', { ...answer, division: '439902', action: 'paymentArranged' }, { role: 'inspector', division: '439902' })).json).toMatchObject({ events: ['EarlyWarningAnswered'] });
    expect((await step(sign, 'close-warning', { result: 'wagesPaid', text: '密：已支付。' }, { division: '439902' })).json.code).toBe('SIGN_BEYOND_SCOPE');
    expect((await step(sign, 'close-warning', { result: 'wagesPaid', text: '密：已支付。' })).json).toMatchObject({ events: ['EarlyWarningClosed'] });
    await app.settled();
    expect(await shown(sign)).toMatchObject({ state: 'closed', escalations: [{ status: 'settled' }] });
    expect((await step(sign, 'raise-warning', { warning: randomUUID(), bodies: [{ department: 'inspectionBody', division: '439901' }] })).json).toMatchObject({ status: 409, code: 'SIGN_NOT_OPEN' });
  }, 60_000);

  it('is a new sign only by as many new cases', async () => {
    for (let n = 0; n < 4; n++) await filed(n % 2 ? '439901' : '439902');
    await app.settled();
    expect((await shown(sign)).state).toBe('closed');
    await filed('439902');
    await app.settled();
    expect(await shown(sign)).toMatchObject({ state: 'found', level: 'blue', total: { cases: 5, districts: 2 } });
    expect((await counted('supervision.early-sign-found'))).toBe(2);
  }, 60_000);

  it('and a project that ends within sixty days without a wage account is one, too', async () => {
    const project = { project: randomUUID(), name: '测试竣工花园', sector: 'housing', division: '439901', owner: '测试建设单位', generalContractor: { name: '测试总承包有限公司' }, investment: 'government', startedOn: '2026-01-05' };
    expect((await ask('POST', 'resolution/projects', project)).status).toBe(200);
    const plan = (endsOn: string) => ask('POST', `resolution/projects/${project.project}/commands/plan-project-end`, { endsOn });
    expect((await plan('2026-08-31')).json).toMatchObject({ events: ['ProjectEndPlanned'] });
    await app.settled();
    expect((await signsOf('439901', '?kind=project')).length).toBe(0);
    await plan('2026-05-11'); // Sixty days before it is the twelfth of March: yesterday.
    await whenTrue(async () => (await signsOf('439901', '?kind=project')).length > 0, 30_000);
    expect(await signsOf('439901', '?kind=project')).toMatchObject([{ name: '测试竣工花园', basis: 'projectEnd', level: 'blue', rule: { id: 'projectEnd' }, total: { cases: 0 } }]);
    expect([await counted('supervision.project-end-watched'), await counted('supervision.project-end-checked')]).toEqual([2, 1]);
    const season = (await ask('GET', 'supervision/season?year=2027', undefined, { division: '439901' })).json as never as { months: { month: number; numerator: number; denominator: number; expected: number }[] };
    expect(season.months[2]).toMatchObject({ month: 3, denominator: 1, numerator: 8, expected: 8 }); // Seven complaints and a question came to the district in March 2026.
  }, 60_000);
});
