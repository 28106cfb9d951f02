import { randomUUID } from 'node:crypto';
import type { App } from '../app.js';
import { startApp } from '../app.js';

interface Answer { readonly status: number; readonly json: Record<string, unknown> & { readonly code?: string } }
interface File { readonly checklist: readonly { duty: string; status: string; ground: string; months: readonly string[] }[]; readonly cases: readonly { caseId: string; closed: boolean }[] }
interface Desk { readonly cases: readonly { caseId: string }[]; readonly projects: readonly { projectId: string; lacking: readonly string[] }[]; readonly visitsDue: readonly { projectId: string; visitDueOn: string }[]; readonly toFile: readonly { order: Record<string, unknown> }[] }

const NOW = '2026-03-02T10:20:00+08:00';

describe('The ground of a case', () => {
  let app: App;
  beforeAll(async () => { app = await startApp({ now: NOW }); });
  afterAll(() => app?.stop());

  const ask = async (method: string, path: string, body?: object, { role = 'officer', division = '439900', key }: { role?: string; division?: string; key?: string } = {}): Promise<Answer> => {
    const headers = { authorization: `Bearer ${await app.token(role, division)}`, ...(body && { 'content-type': 'application/json' }), ...(key && { 'idempotency-key': key }) };
    const response = await fetch(`${app.url}/v1/resolution/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { status: response.status, json: (await response.json()) as Answer['json'] };
  };
  const filed = async (more: object = {}): Promise<string> => {
    const { body } = await app.hotline('station').file({
      externalId: randomUUID(), receivedAt: '2026-03-02T10:15:00+08:00', category: 'D01', division: '439901', origin: '12345', text: '工资未发。', requester: { name: `密${randomUUID().slice(0, 4)}`, phone: '13900001001' },
      employer: { name: '测试劳务公司' }, facts: { workers: 1, amount: 18000, months: 3, sector: 'E47' }, ...more,
    });
    return body.caseId;
  };
  const project = (name: string, more: object = {}) => ({ project: randomUUID(), name, sector: 'housing', division: '439901', owner: '测试建设单位', generalContractor: { name: '测试总承包有限公司' }, investment: 'government', startedOn: '2026-01-05', ...more });
  const registered = async (name: string, more: object = {}): Promise<string> => {
    const { status, json } = await ask('POST', 'projects', project(name, more));
    expect([status, json.code]).toEqual([200, undefined]);
    return json['projectId'] as string;
  };
  const step = (id: string, command: string, body: object = {}, as = {}) => ask('POST', `projects/${id}/commands/${command}`, body, as);
  const fileOf = async (id: string, as = {}): Promise<File> => (await ask('GET', `projects/${id}`, undefined, as)).json as never;
  const status = ({ checklist }: File) => Object.fromEntries(checklist.map(({ duty, status: found }) => [duty, found]));

  it('is a project with a file: what it holds, what it lacks by law, and its cases', async () => {
    const before = await filed({ project: { name: '测试 花园' } }); // Came in before anybody kept a file, and is written otherwise.
    const other = await filed({ project: { name: '测试大桥' } });
    const id = await registered('测试花园');
    await app.settled();
    expect((await ask('POST', 'projects', project('测试花园'))).json).toMatchObject({ status: 409, code: 'PROJECT_EXISTS', details: { project: id } });
    expect((await fileOf(id)).cases.map(({ caseId }) => caseId)).toEqual([before]);
    expect(status(await fileOf(id))).toEqual({ wageAccount: 'lacking', deposit: 'lacking', labourCost: 'lacking', wagesPaid: 'lacking', roster: 'lacking', rightsBoard: 'due' });
    expect((await fileOf(id)).checklist.find(({ duty }) => duty === 'labourCost')).toMatchObject({ ground: 'WPR 24, 29', months: ['2026-01', '2026-02'] });

    const key = randomUUID();
    expect((await step(id, 'open-project-account', { bank: '测试银行', openedOn: '2026-01-20' }, { key })).json).toMatchObject({ outcome: 'appended', events: ['ProjectAccountOpened'] });
    expect((await step(id, 'open-project-account', { bank: '测试银行', openedOn: '2026-01-20' }, { key })).json).toMatchObject({ outcome: 'duplicate' });
    for (const [command, body] of [
      ['pay-in-deposit', { amount: 30_000_000, form: 'guarantee', proof: 'BH-1' }], ['fund-labour-cost', { month: '2026-01', amount: 50_000_000, proof: 'BF-1' }], ['fund-labour-cost', { month: '2026-02', amount: 50_000_000, proof: 'BF-2' }],
      ['pay-project-wages', { month: '2026-01', amount: 48_000_000, workers: 62, proof: 'GZ-1' }], ['add-subcontractor', { name: '测试劳务公司', kind: 'labour' }],
    ] as const) expect([command, (await step(id, command, body)).status]).toEqual([command, 200]);
    expect((await step(id, 'check-roster', { onSite: 62, registered: 62, withContract: 62 }, { role: 'coordinator' })).status).toBe(200);
    expect((await step(id, 'check-rights-board', { complete: true, proof: 'ZP-1' }, { role: 'inspector' })).status).toBe(200);
    expect(status(await fileOf(id))).toEqual({ wageAccount: 'met', deposit: 'met', labourCost: 'met', wagesPaid: 'lacking', roster: 'met', rightsBoard: 'met' });
    expect((await step(id, 'pay-in-deposit', { amount: 1, form: 'cash', proof: 'x' }, { role: 'coordinator' })).json).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
    expect((await step(id, 'check-roster', { onSite: 1, registered: 2, withContract: 0, names: ['密'] })).json).toMatchObject({ status: 400, errors: [{ field: 'names' }] });
    expect((await step(id, 'check-roster', { onSite: 1, registered: 2, withContract: 0 })).json).toMatchObject({ status: 422, code: 'ROSTER_COUNTS_DIFFER' });
    expect((await step(id, 'complete-project', { at: '2026-03-03T00:00:00+08:00' })).json).toMatchObject({ status: 422, code: 'FACT_IN_FUTURE' });
    expect((await step(id, 'no-such-step')).json).toMatchObject({ status: 404, code: 'NO_SUCH_COMMAND' });

    expect((await step(id, 'link-project-case', { caseId: other })).json).toMatchObject({ events: ['ProjectCaseLinked'] });
    expect((await step(id, 'unlink-project-case', { caseId: before })).json).toMatchObject({ events: ['ProjectCaseUnlinked'] });
    expect((await step(id, 'link-project-case', { caseId: randomUUID() })).json).toMatchObject({ status: 404, code: 'NO_SUCH_CASE' });
    await app.settled();
    expect((await fileOf(id)).cases.map(({ caseId }) => caseId)).toEqual([other]);
    const ofCase = async (caseId: string) => ((await ask('GET', `cases/${caseId}/projects`)).json['projects'] as { projectId: string; lacking: string[] }[]).map(({ projectId, lacking }) => [projectId, lacking]);
    expect([await ofCase(other), await ofCase(before)]).toEqual([[[id, ['wagesPaid']]], []]);

    await step(id, 'complete-project');
    await step(id, 'announce-closing');
    expect((await step(id, 'close-project-account')).json).toMatchObject({ status: 409, code: 'WAGES_OUTSTANDING', details: { openCases: 1 } });
    await step(id, 'unlink-project-case', { caseId: other });
    await app.settled();
    expect((await step(id, 'close-project-account')).json).toMatchObject({ status: 422, code: 'CLOSING_NOTICE_RUNS', details: { until: '2026-04-01' } });

    const actions = (await ask('GET', `projects/${id}/actions`, undefined, { role: 'coordinator' })).json as never as { actions: { command: string; fields: { properties: object } }[] };
    expect(actions.actions.map(({ command }) => command)).toEqual(['check-roster', 'check-rights-board', 'visit-site', 'link-project-case', 'unlink-project-case', 'issue-site-code', 'complete-project'].filter((command) => command !== 'complete-project'));
    expect((await ask('GET', `projects/${id}`, undefined, { division: '110000' })).json).toMatchObject({ status: 404, code: 'NO_SUCH_PROJECT' });
    expect((await ask('POST', 'projects', project('测试广场', { division: '110105' }))).json).toMatchObject({ code: 'NO_SUCH_PROJECT' });
    expect((await ask('GET', 'projects?sector=water')).json).toEqual({ projects: [] });
    expect((await ask('GET', 'projects?sector=space')).status).toBe(400);
  });

  it('has regulators that are asked, each in its own time, and a late answer is put before the head', async () => {
    const caseId = await filed({ employer: { name: '测试另一劳务公司' } });
    const id = await registered('测试学校');
    await app.settled();
    interface Line { kind: string; due: string; status: string; onTime: boolean | null; breached: boolean }
    const clocks = async (): Promise<object[]> => Object.values((await app.office.get<{ clocks: Record<string, Line> }>('supervisor', `/v1/cases/${caseId}`)).clocks)
      .filter(({ kind }) => kind === 'REG-ANSWER').map(({ due, status: at, onTime, breached }) => ({ due, status: at, onTime, breached })).sort((a, b) => (a.due < b.due ? -1 : 1));
    const open = { status: 'running', onTime: null, breached: false };
    expect((await ask('POST', `cases/${caseId}/commands/ask-regulator`, { order: 0, department: 'housingDept', subject: 'supervision' }, { role: 'inspector' })).json).toMatchObject({ events: ['RegulatorAsked'] });
    await app.settled();
    expect(await clocks()).toEqual([{ ...open, due: '2026-03-09' }]); // Asked on Monday 2 March: five working days.
    const desk = async (department?: string) => ((await ask('GET', `regulators/desk${department ? `?department=${department}` : ''}`)).json['requests'] as { caseId: string; department: string }[]).filter((one) => one.caseId === caseId).map((one) => one.department);
    expect([await desk(), await desk('housingDept'), await desk('waterDept')]).toEqual([['housingDept'], ['housingDept'], []]);

    expect((await ask('POST', `cases/${caseId}/commands/ask-regulator`, { order: 0, department: 'school', subject: 'projectFile' }, { role: 'inspector' })).json).toMatchObject({ status: 422, code: 'NO_SUCH_REGULATOR' });
    app.clock.set('2026-03-04T09:00:00+08:00');
    expect((await ask('POST', `cases/${caseId}/commands/ask-regulator`, { order: 0, department: 'waterDept', subject: 'projectFile' }, { role: 'inspector' })).json).toMatchObject({ events: ['RegulatorAsked'] });
    await app.settled();
    expect(await clocks()).toEqual([{ ...open, due: '2026-03-09' }, { ...open, due: '2026-03-11' }]);
    expect((await ask('POST', `cases/${caseId}/commands/answer-regulator`, { order: 0, department: 'waterDept', action: 'fileProvided', project: randomUUID() })).json).toMatchObject({ code: 'NO_SUCH_PROJECT' });
    expect((await ask('POST', `cases/${caseId}/commands/answer-regulator`, { order: 0, department: 'waterDept', action: 'fileProvided', project: id, reply: '密，见项目档案。' })).json).toMatchObject({ events: ['RegulatorAnswered'] });
    app.clock.set('2026-03-10T00:00:01+08:00');
    await app.settled();
    const escalated = async (): Promise<string[]> => (await app.office.get<{ escalations: { caseId: string; kind: string; status: string }[] }>('supervisor', '/v1/supervision/escalations')).escalations.filter((one) => one.caseId === caseId && one.kind === 'REG-ANSWER').map((one) => one.status);
    for (let i = 0; i < 100 && (await escalated()).length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await escalated()).toEqual(['open']);
    await app.settled();
    expect((await ask('POST', `cases/${caseId}/commands/answer-regulator`, { order: 0, department: 'housingDept', action: 'supervised' })).json).toMatchObject({ events: ['RegulatorAnswered'] });
    await app.settled();
    expect(await clocks()).toEqual([{ due: '2026-03-09', status: 'met', onTime: false, breached: true }, { due: '2026-03-11', status: 'met', onTime: true, breached: false }]);
    expect([await escalated(), await desk()]).toEqual([[], []]);
    const { rows } = await app.database.query(`SELECT data FROM es.events WHERE case_id = $1 AND type = 'resolution.regulator-answered'`, [caseId]);
    expect(JSON.stringify(rows)).not.toContain('密');
    app.clock.set('2026-03-10T09:00:00+08:00');
  });

  it('has a coordinator with a beat, a desk and visits that are due', async () => {
    const id = await registered('测试医院', { division: '439902', startedOn: '2026-01-05' });
    const inside = await filed({ division: '439902', employer: { name: '测试医院劳务公司' }, project: { name: '测试医院' }, facts: { workers: 1, amount: 9000, months: 3 } });
    const elsewhere = await filed({ division: '439903', employer: { name: '测试第三劳务公司' } });
    await app.settled();
    const me = 'coordinator-439900';
    const beat = (body: object) => ask('POST', `coordinators/${me}/commands/assign-beat`, body, { role: 'supervisor' });
    const desk = async (): Promise<Desk> => (await ask('GET', 'coordinators/desk', undefined, { role: 'coordinator' })).json as never;
    expect(await desk()).toMatchObject({ beat: null, cases: [], projects: [] });
    expect((await beat({ divisions: [], visitEveryDays: 30 })).json).toMatchObject({ status: 422, code: 'BEAT_EMPTY' });
    expect((await beat({ divisions: ['110105'], visitEveryDays: 30 })).json).toMatchObject({ status: 400, errors: [{ field: 'divisions' }] });
    expect((await beat({ projects: [randomUUID()], visitEveryDays: 30 })).json).toMatchObject({ code: 'NO_SUCH_PROJECT' });
    expect((await beat({ divisions: ['439902'], visitEveryDays: 30 })).json).toMatchObject({ coordinator: me, events: ['BeatAssigned'] });
    expect((await beat({ divisions: ['439902'] })).json).toMatchObject({ outcome: 'unchanged' }); // Thirty days: the pack's.
    expect((await ask('POST', `coordinators/${me}/commands/assign-beat`, { divisions: ['439902'], visitEveryDays: 30 }, { role: 'coordinator' })).status).toBe(403);
    await app.settled();
    const first = await desk();
    expect([first.cases.map(({ caseId }) => caseId), first.projects.map(({ projectId }) => projectId), first.visitsDue]).toEqual([[inside], [id], [{ projectId: id, name: '测试医院', visitDueOn: '2026-02-04' }]]);
    expect(first.cases.some(({ caseId }) => caseId === elsewhere)).toBe(false);

    const visit = { visit: randomUUID(), interviewed: 12, unpaid: { workers: 3, amount: 1_200_000, months: 2 } };
    expect((await step(id, 'visit-site', visit, { role: 'coordinator' })).json).toMatchObject({ events: ['SiteVisited'] });
    expect((await step(id, 'visit-site', visit, { role: 'coordinator' })).json).toMatchObject({ outcome: 'unchanged' });
    expect((await step(id, 'visit-site', { ...visit, interviewed: 1 }, { role: 'coordinator' })).json).toMatchObject({ code: 'VISIT_DIFFERS' });
    await app.settled();
    const [toFile] = (await desk()).toFile; // No case came in since: the station's form, but for the persons.
    expect(toFile!.order).toMatchObject({ division: '439902', employer: { name: '测试总承包有限公司' }, project: { name: '测试医院' }, facts: { workers: 3, amount: 12000, months: 2 } });
    app.clock.set('2026-03-11T09:00:00+08:00');
    const { status: taken, body } = await app.hotline('station').file({ externalId: randomUUID(), receivedAt: '2026-03-11T08:00:00+08:00', text: '工资未发。', requester: { name: '密工友', phone: '13900001002' }, ...toFile!.order });
    expect(taken).toBe(202);
    await app.settled();
    const after = await desk();
    expect([after.toFile, after.visitsDue]).toEqual([[], []]);
    expect(after.cases.map(({ caseId }) => caseId).sort()).toEqual([inside, body.caseId].sort());

    for (const [command, fields] of [['hold-first-mediation', { order: 0, agreed: false }], ['follow-up-payment', { order: 0, paid: 'part', promisedBy: '2026-03-20' }], ['explain-rules', { order: 0, workers: 12, topics: ['wages', 'evidence'] }]] as const) {
      expect([command, (await ask('POST', `cases/${inside}/commands/${command}`, fields, { role: 'coordinator' })).status]).toEqual([command, 200]);
    }
    expect((await ask('POST', `cases/${inside}/commands/follow-up-payment`, { order: 0, paid: 'part', promisedBy: '2026-03-10' }, { role: 'coordinator' })).json).toMatchObject({ status: 422, code: 'PAYMENT_PROMISED_FOR_PAST' });
    expect((await ask('POST', `cases/${inside}/commands/follow-up-payment`, { order: 0, paid: 'full' })).status).toBe(403);
    await app.settled();
    expect((await desk()).cases.map(({ caseId }) => caseId)).toEqual([body.caseId, inside]); // Whoever waits longest comes first.
    for (const [command, body] of [['end-beat', {}], ['assign-beat', { divisions: ['110000'] }]] as const) expect((await ask('POST', `coordinators/${me}/commands/${command}`, body, { role: 'supervisor', division: '110000' })).json).toMatchObject({ status: 404, code: 'BEAT_ELSEWHERE' });
    expect((await ask('GET', `coordinators/desk?coordinator=${me}`, undefined, { role: 'supervisor', division: '110000' })).json).toMatchObject({ beat: null, projects: [] });
    expect((await ask('POST', `coordinators/${me}/commands/end-beat`, {}, { role: 'supervisor' })).json).toMatchObject({ events: ['BeatEnded'] });
    await app.settled();
    expect(await desk()).toMatchObject({ beat: null, cases: [] });
  });

  it('has an emergency fund: applied for, approved, advanced as wages paid, and owed back', async () => {
    const caseId = await filed({ employer: { name: '测试逃匿劳务公司' } });
    await app.settled();
    const act = (command: string, body: object, role = 'officer') => ask('POST', `cases/${caseId}/commands/${command}`, body, { role });
    expect((await act('state-wages-owed', { performBy: '2026-03-20', owed: [{ worker: 1, amount: 1_000_000 }] })).status).toBe(200);
    expect((await act('apply-for-fund', { ground: 'absconded', asked: [{ worker: 1, amount: 1_500_000 }] })).json).toMatchObject({ events: ['FundApplied'] });
    expect((await act('approve-fund', { approved: [{ worker: 1, amount: 1 }], approvedBy: 'x' })).json).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' }); // Who applies does not decide.
    expect((await act('approve-fund', { approved: [{ worker: 1, amount: 1_200_000 }], approvedBy: 'head-439901' }, 'supervisor')).json).toMatchObject({ events: ['FundApproved'] });
    expect((await act('advance-from-fund', { worker: 1, amount: 1_200_000, evidence: 'YJ-1' })).json).toMatchObject({ status: 422, code: 'FUND_BEYOND_WAGES', details: { unpaid: 1_000_000 } });
    expect((await act('advance-from-fund', { worker: 1, amount: 400_000, evidence: 'YJ-1' })).json).toMatchObject({ events: ['FundAdvanced'] });
    await app.settled();
    const page = () => app.office.get<{ unpaid: number; paid: Record<string, number> }>('supervisor', `/v1/cases/${caseId}`);
    expect(await page()).toMatchObject({ unpaid: 600_000, paid: { 1: 400_000 } });
    expect((await act('advance-from-fund', { worker: 1, amount: 600_000, evidence: 'YJ-2' })).status).toBe(200);
    await app.settled();
    expect(await page()).toMatchObject({ unpaid: 0 });
    const { rows } = await app.database.query(`SELECT data::jsonb ->> 'source' AS source, count(*)::int AS n FROM es.events WHERE case_id = $1 AND type = 'resolution.wage-paid' GROUP BY 1`, [caseId]);
    expect(rows).toEqual([{ source: 'emergencyFund', n: 2 }]);
    expect((await act('claim-recourse', { amount: 1_000_000 })).json).toMatchObject({ events: ['RecourseClaimed'] });
    expect((await act('record-recourse', { amount: 1_000_001, evidence: 'ZC-1' })).json).toMatchObject({ code: 'RECOURSE_BEYOND_ADVANCE', details: { out: 1_000_000 } });
    expect((await act('record-recourse', { amount: 1_000_000, evidence: 'ZC-1' })).json).toMatchObject({ events: ['RecourseRecovered'] });
  });

  it('has an inspection that orders corrections, demands records, and holds it against who produces none', async () => {
    app.clock.set('2026-03-12T09:00:00+08:00');
    const caseId = await filed({ receivedAt: '2026-03-12T08:00:00+08:00', employer: { name: '测试无账劳务公司' } });
    await app.settled();
    const act = (command: string, body: object = {}) => ask('POST', `cases/${caseId}/commands/${command}`, body, { role: 'inspector' });
    expect((await act('file-inspection', { inspectors: ['i1', 'i2'], noInterest: false })).json).toMatchObject({ code: 'INSPECTOR_HAS_INTEREST' });
    expect((await act('file-inspection', { inspectors: ['i1', 'i2'], noInterest: true })).json).toMatchObject({ events: ['ComplaintAccepted', 'InspectionFiled'] });
    expect((await act('order-rectification', { matters: ['补签劳动合同'], dueOn: '2026-03-20' })).json).toMatchObject({ events: ['RectificationOrdered'] });
    expect((await act('demand-records', { records: ['wageLedger', 'attendance'], dueOn: '2026-03-16' })).json).toMatchObject({ events: ['RecordsDemanded'] });
    expect((await act('make-adverse-finding')).json).toMatchObject({ code: 'RECORDS_STILL_DUE' });
    app.clock.set('2026-03-21T00:00:01+08:00');
    await app.settled();
    const expired = async (): Promise<number> => (await app.database.query(`SELECT count(*)::int AS n FROM es.events WHERE case_id = $1 AND type = 'resolution.rectification-expired'`, [caseId])).rows[0].n;
    for (let i = 0; i < 100 && (await expired()) === 0; i++) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await expired()).toBe(1); // INSP-CORRECT rang.
    expect((await act('make-adverse-finding')).json).toMatchObject({ events: ['AdverseFindingMade'] });
    expect((await act('record-rectified', { proof: 'ZG-1' })).json).toMatchObject({ events: ['Rectified'] });
    const parked = await app.database.query('SELECT count(*)::int AS n FROM resolution.parked UNION ALL SELECT count(*)::int FROM supervision.parked UNION ALL SELECT count(*)::int FROM intake.parked');
    expect(parked.rows.map(({ n }) => n)).toEqual([0, 0, 0]);
  });
});
