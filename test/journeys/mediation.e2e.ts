import { randomUUID } from 'node:crypto';
import { tokenFor } from '../../demo/people.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';

interface Answer { readonly status: number; readonly json: Record<string, unknown> & { code?: string; events?: readonly string[]; details?: object } }
interface Money { readonly standing: string; readonly closed: boolean; readonly closedUnpaid: boolean; readonly totals: object; readonly instalments: readonly { standing: string }[]; readonly offers: readonly { step: string; source: string }[]; readonly unsettled: readonly number[]; readonly workers: readonly object[] }
interface Case { readonly state: string; readonly closed: boolean; readonly closedUnpaid: boolean; readonly unpaid: number; readonly clocks: Record<string, { kind: string; due: string; status: string; breached: boolean; startedAt: string }> }

const owed = [{ worker: 1, amount: 600_000 }, { worker: 2, amount: 400_000 }];
const plan = [{ worker: 1, on: '2026-03-20', amount: 300_000 }, { worker: 2, on: '2026-03-20', amount: 400_000 }, { worker: 1, on: '2026-04-20', amount: 300_000 }];
const SECRET = '密丙寅承诺分两期付清';

describe('A mediation, and the money after it', () => {
  let app: App;
  beforeAll(async () => { app = await startApp({ now: '2026-03-02T10:20:00+08:00' }); });
  afterAll(() => app?.stop());
  afterEach(() => app.clock.set('2026-03-02T10:20:00+08:00'));

  const file = async (more: object = {}, facts: object = {}): Promise<{ caseId: string; trackingCode: string }> => {
    const { body } = await app.hotline('station').file({
      externalId: randomUUID(), receivedAt: '2026-03-02T10:15:00+08:00', category: 'D01', demandKind: 'complaint', division: '439901', origin: '12345', text: '密，工资未发。', requester: { name: `密${randomUUID().slice(0, 6)}`, phone: '13900007701' },
      employer: { name: '测试劳务公司' }, facts: { workers: 2, amount: 10000, months: 2, sector: 'E47', ...facts }, ...more,
    });
    await app.settled();
    await app.office.do('officer', body.caseId as string, 'routing/sign-order');
    return body as never;
  };
  const give = async (role: string, caseId: string, command: string, fields: object = {}, sub?: string): Promise<Answer> => {
    const response = await fetch(`${app.url}/v1/resolution/cases/${caseId}/commands/${command}`, { method: 'POST', body: JSON.stringify(fields),
      headers: { authorization: `Bearer ${await tokenOf(role, sub)}`, 'content-type': 'application/json' } });
    return { status: response.status, json: (await response.json()) as Answer['json'] };
  };
  const tokenOf = async (role: string, sub?: string): Promise<string> => {
    if (sub === undefined) return app.token(role);
    return tokenFor(app.issuer, { id: sub, role, division: '439900' });
  };
  const done = async (role: string, caseId: string, command: string, fields: object = {}, sub?: string): Promise<readonly string[]> => {
    const { status, json } = await give(role, caseId, command, fields, sub);
    expect([command, status, json.code]).toEqual([command, 200, undefined]);
    await app.settled();
    return json.events!;
  };
  const personOf = async (caseId: string): Promise<string> =>
    (await app.database.query<{ sub: string }>(`SELECT data::jsonb #>> '{requester,subject}' AS sub FROM es.events WHERE stream_id = $1 AND version = 1`, [`claim/${caseId}`])).rows[0]!.sub;
  const money = (caseId: string): Promise<Money> => app.office.get('officer', `/v1/resolution/cases/${caseId}/money`);
  const shown = (caseId: string): Promise<Case> => app.office.get('supervisor', `/v1/cases/${caseId}`);
  const clock = async (caseId: string, kind: string) => Object.values((await shown(caseId)).clocks).filter((each) => each.kind === kind).map(({ due, status }) => `${due} ${status}`);
  const typesOf = async (caseId: string): Promise<readonly string[]> => (await app.database.query<{ type: string }>('SELECT type FROM es.events WHERE case_id = $1 ORDER BY pos', [caseId])).rows.map(({ type }) => type.replace(/^\w+\./, ''));

  it('goes from an application online to a plan, a part paid, a default, a confirmation and enforcement', async () => {
    const { caseId, trackingCode } = await file();
    const person = await personOf(caseId);
    expect((await give('worker', caseId, 'apply-for-mediation', { organisation: '测试街道调解委员会', online: true }, randomUUID())).json).toMatchObject({ status: 404, code: 'NO_SUCH_CASE' });
    expect(await done('worker', caseId, 'apply-for-mediation', { organisation: '测试街道调解委员会', applicant: 'worker', online: true, thenArbitration: true }, person)).toEqual(['MediationApplied']);
    expect((await give('mediator', caseId, 'start-mediation', { mediator: 'mediator-1', noConflict: false })).json).toMatchObject({ status: 422, code: 'CONFLICT_OF_INTEREST' });
    await done('mediator', caseId, 'start-mediation', { mediator: 'mediator-1', noConflict: true });
    for (const party of ['worker', 'employer']) await done('mediator', caseId, 'invite-party', { party, means: 'message', proof: '密，短信回执' });
    await done('worker', caseId, 'answer-invitation', { party: 'worker', answer: 'attends' }, person);
    expect((await give('worker', caseId, 'answer-invitation', { party: 'employer', answer: 'declines' }, person)).json).toMatchObject({ status: 403, code: 'NOT_FOR_ANOTHER_PARTY' });
    await done('mediator', caseId, 'schedule-session', { startsAt: '2026-03-04T09:00:00+08:00', mode: 'online' });
    app.clock.set('2026-03-04T09:05:00+08:00');
    await done('worker', caseId, 'join-session-online', { party: 'worker' }, person);
    await done('mediator', caseId, 'hold-session', { attended: ['employer'], minutes: SECRET });
    expect((await give('mediator', caseId, 'draft-agreement', { performBy: '2026-04-20', owed, plan: plan.slice(1) })).json).toMatchObject({ status: 422, code: 'PLAN_DOES_NOT_ADD_UP' });
    await done('mediator', caseId, 'draft-agreement', { performBy: '2026-04-20', owed, plan, acceleration: true, payers: ['employer'], text: SECRET });
    expect(await done('mediator', caseId, 'sign-agreement', { party: 'employer', means: 'paper' })).toEqual(['AgreementSigned']);
    expect(await done('worker', caseId, 'sign-agreement', { party: 'worker', means: 'online' }, person)).toEqual(['AgreementSigned']);
    expect((await shown(caseId)).state).toBe('MEDIATING');
    expect(await done('mediator', caseId, 'sign-agreement', { party: 'worker', worker: 2, means: 'paper' })).toEqual(['AgreementSigned', 'CaseMediated']);
    expect(await shown(caseId)).toMatchObject({ state: 'MEDIATED', unpaid: 1_000_000 });
    expect([await clock(caseId, 'MED-15D'), await clock(caseId, 'MED-PERFORM'), await clock(caseId, 'PAY-INSTALMENT'), await clock(caseId, 'MED-ARBREVIEW'), await clock(caseId, 'MED-JUDCONF')])
      .toEqual([['2026-03-17 met'], ['2026-04-20 running'], ['2026-03-20 running'], ['2026-03-19 running'], ['2026-04-03 running']]);
    const { rows } = await app.database.query(`SELECT count(*)::int AS n FROM es.events WHERE data::text LIKE '%密丙寅%'`);
    expect(rows[0].n).toBe(0); // What was agreed, and said, is sealed.

    app.clock.set('2026-03-10T09:00:00+08:00');
    await done('mediator', caseId, 'record-wage-paid', { worker: 2, amount: 400_000, source: 'otherParty', payer: 'subcontractor', evidence: 'HD-1' });
    await done('mediator', caseId, 'correct-wage-paid', { worker: 2, evidence: 'HD-1', amount: 40_000, reason: '密，多记一位' });
    expect(await money(caseId)).toMatchObject({ standing: 'due', totals: { owed: 1_000_000, paid: 40_000, unpaid: 960_000 }, workers: [{ worker: 1, paid: 0, promised: [{ on: '2026-03-20', amount: 300_000 }, { on: '2026-04-20', amount: 300_000 }] }, { worker: 2, payments: [{ amount: 40_000, payer: 'subcontractor', corrected: [{ was: 400_000 }] }] }] });
    expect((await give('officer', caseId, 'apply-for-enforcement')).json).toMatchObject({ status: 422, code: 'NO_ENFORCEABLE_TITLE' });
    expect((await give('officer', caseId, 'conclude-order', { order: 0, result: 'paid' })).json).toMatchObject({ status: 409, code: 'WAGES_UNPAID' });

    app.clock.set('2026-03-21T00:05:00+08:00');
    await app.settled();
    const defaulted = await money(caseId);
    expect(defaulted).toMatchObject({ standing: 'defaulted', instalments: [{ standing: 'missed' }] }); // One instalment missed: the parties had agreed that the rest is due.
    expect(defaulted.offers.map(({ step }) => step)).toEqual(['paymentOrder', 'arbitration', 'inspection', 'generalContractor', 'deposit']);
    expect((await shown(caseId)).state).toBe('COURT_REFERRED');

    expect((await give('mediator', caseId, 'apply-for-arbitral-review')).json).toMatchObject({ status: 422, code: 'CONFIRMATION_TOO_LATE' });
    await done('worker', caseId, 'apply-for-judicial-confirmation', {}, person);
    expect(await done('officer', caseId, 'decide-judicial-confirmation', { confirmed: true })).toEqual(['AgreementConfirmed']);
    expect(await done('officer', caseId, 'apply-for-enforcement')).toEqual(['EnforcementApplied']);
    expect((await shown(caseId)).state).toBe('ENFORCING');
    await done('officer', caseId, 'record-wage-paid', { worker: 1, amount: 600_000, source: 'court', payer: 'employer', evidence: 'FY-1' });
    await done('officer', caseId, 'hold-wages', { worker: 2, amount: 360_000, holder: '测试区劳动保障监察大队', source: 'court', payer: 'employer', evidence: 'FY-2' });
    expect(await money(caseId)).toMatchObject({ standing: 'unclaimed', totals: { unpaid: 0, unclaimed: 360_000 } });
    expect((await give('officer', caseId, 'conclude-order', { order: 0, result: 'paid' })).json.details).toEqual({ order: 0, result: 'paid', lacking: ['nothingUnclaimed'], lackingZh: ['没有待领取的代管工资'], lackingEn: ['no wages wait to be claimed'] });
    expect(await done('officer', caseId, 'conclude-order', { order: 0, result: 'unclaimed' })).toEqual(['OrderConcluded', 'CaseResolved']);
    await done('supervisor', caseId, 'record-callback', { solved: true, satisfied: 'satisfied' });
    expect([await shown(caseId), await money(caseId)]).toMatchObject([{ closed: true, closedUnpaid: true, unpaid: 360_000 }, { closed: true, closedUnpaid: true }]);
    expect(await (await fetch(`${app.url}/v1/track/${trackingCode}`)).json()).toMatchObject({ closed: true, closedUnpaid: true, unpaidFen: 360_000 });
    expect(await app.office.get('supervisor', '/v1/supervision/statistics')).toMatchObject({ closedUnpaid: 1, closedUnpaidFen: 360_000 });
    expect(await app.office.get('supervisor', '/v1/cases?closed=true&unpaid=true')).toMatchObject({ cases: [{ caseId, closedUnpaid: true }] });
    await done('officer', caseId, 'pay-held-wages', { worker: 2, amount: 360_000, evidence: 'LQ-1' });
    expect([await money(caseId), await shown(caseId)]).toMatchObject([{ standing: 'paid', closedUnpaid: false }, { closedUnpaid: false, unpaid: 0 }]);
    const seen = await fetch(`${app.url}/v1/resolution/cases/${caseId}/money`, { headers: { authorization: `Bearer ${await tokenOf('worker', person)}` } });
    expect([seen.status, ((await seen.json()) as Money).standing]).toEqual([200, 'paid']);
  });

  it('jointly hears who takes part, settles with one worker, and sends the other to arbitration', async () => {
    const { caseId } = await file();
    expect((await give('officer', caseId, 'apply-for-mediation', { organisation: '一站式调解中心', kind: 'joint' })).json).toMatchObject({ status: 422, code: 'BODIES_MISSING' });
    await done('officer', caseId, 'apply-for-mediation', { organisation: '一站式调解中心', kind: 'joint', bodies: ['测试区人民法院', '测试区总工会'], applicant: 'both' });
    await done('mediator', caseId, 'answer-joint-mediation', { body: '测试区人民法院', takesPart: true });
    expect((await give('mediator', caseId, 'start-mediation', { mediator: 'mediator-1' })).json).toMatchObject({ status: 409, code: 'BODIES_UNANSWERED' });
    await done('mediator', caseId, 'answer-joint-mediation', { body: '测试区总工会', takesPart: false });
    await done('mediator', caseId, 'start-mediation', { mediator: 'mediator-1', noConflict: true });
    await done('mediator', caseId, 'replace-mediator', { mediator: 'mediator-2', noConflict: true, reason: '密，亲属关系' });
    await done('mediator', caseId, 'record-agreement', { performBy: '2026-03-20', owed: [owed[0]], items: [{ worker: 1, kind: 'wages', amount: 500_000 }, { worker: 1, kind: 'overtime', amount: 100_000 }], unsettled: [{ worker: 2, wantsArbitration: true }] });
    expect(await typesOf(caseId)).toEqual(expect.arrayContaining(['case-mediated', 'payment-due', 'arbitration-applied']));
    await done('mediator', caseId, 'record-wage-paid', { worker: 1, amount: 600_000, source: 'employer', evidence: 'HD-2' });
    expect(await money(caseId)).toMatchObject({ standing: 'due', unsettled: [2], totals: { unpaid: 0 } });
    expect((await give('officer', caseId, 'conclude-order', { order: 0, result: 'paid' })).json).toMatchObject({ status: 422, code: 'FACTS_LACKING', details: { lacking: ['everyWorkerSettled'] } });
    expect(await typesOf(caseId)).not.toContain('order-concluded');
    await done('officer', caseId, 'state-wages-owed', { performBy: '2026-03-30', owed: [{ worker: 2, amount: 400_000 }] });
    await done('officer', caseId, 'record-wage-paid', { worker: 2, amount: 400_000, source: 'generalContractor', evidence: 'HD-3' });
    expect(await money(caseId)).toMatchObject({ standing: 'paid', workers: [{}, { payments: [{ payer: 'generalContractor' }] }] });
    expect((await shown(caseId)).state).toBe('RESOLVED');
    await done('officer', caseId, 'correct-wage-paid', { worker: 2, evidence: 'HD-3', amount: 0, reason: '密，未到账' });
    expect([await money(caseId), await shown(caseId)]).toMatchObject([{ standing: 'due', totals: { unpaid: 400_000 } }, { state: 'REOPENED', unpaid: 400_000 }]);
    expect(await clock(caseId, 'PAY-PERFORM')).toContain('2026-03-30 running');
  });

  it('comes round to the riders; who stays away ends it, and the case moves on as the worker wished', async () => {
    const { caseId } = await file({}, { platformWork: true, laborRelation: 'unclear', workers: 1 });
    expect((await give('officer', caseId, 'apply-for-mediation', { organisation: '新就业形态调解组织', kind: 'roving' })).json).toMatchObject({ status: 422, code: 'ROUND_MISSING' });
    await done('officer', caseId, 'apply-for-mediation', { organisation: '新就业形态调解组织', kind: 'roving', roundOn: '2026-03-05', roundPlace: '骑手驿站', thenArbitration: true });
    await done('mediator', caseId, 'start-mediation', { mediator: 'mediator-1', noConflict: true });
    await done('mediator', caseId, 'invite-party', { party: 'employer', means: 'posted', proof: '密，留置' });
    await done('mediator', caseId, 'schedule-session', { startsAt: '2026-03-05T10:00:00+08:00', mode: 'onSite', place: '骑手驿站' });
    app.clock.set('2026-03-05T11:00:00+08:00');
    expect((await give('mediator', caseId, 'hold-session', { attended: ['worker'] })).json).toMatchObject({ status: 422, code: 'SIDE_ABSENT' });
    expect(await done('mediator', caseId, 'record-no-show', { party: 'employer' })).toEqual(['MediationSessionMissed', 'MediationFailed']);
    expect(await typesOf(caseId)).toContain('arbitration-applied');
    await done('mediator', caseId, 'certify-failure', { to: 'both' });
    expect((await give('mediator', caseId, 'record-agreement', { performBy: '2026-03-20', owed: [] })).json).toMatchObject({ status: 409, code: 'MEDIATION_NOT_OPEN' });
    const parked = await app.database.query(`SELECT count(*)::int AS n FROM intake.parked UNION ALL SELECT count(*)::int FROM supervision.parked UNION ALL SELECT count(*)::int FROM resolution.parked UNION ALL SELECT count(*)::int FROM routing.parked`);
    expect(parked.rows.map(({ n }) => n)).toEqual([0, 0, 0, 0]);
  });

  it('whose claim is withdrawn ends as well, and a payment order to which nobody objects is enforced', async () => {
    const { caseId } = await file();
    await done('officer', caseId, 'apply-for-mediation', { organisation: '测试街道调解委员会', thenArbitration: true });
    await app.office.do('officer', caseId, 'intake/withdraw-claim', { reason: '密，已自行解决' });
    await app.settled();
    expect([await typesOf(caseId), (await shown(caseId)).state]).toEqual([expect.not.arrayContaining(['arbitration-applied']), 'RESOLVED']);
    expect(await typesOf(caseId)).toContain('mediation-failed');

    const other = await file();
    for (const command of ['apply-for-payment-order', 'accept-payment-order', 'issue-payment-order', 'serve-payment-order']) await done('officer', other.caseId, command);
    app.clock.set('2026-03-18T00:05:00+08:00');
    await app.settled();
    expect(await typesOf(other.caseId)).toEqual(expect.arrayContaining(['payment-order-took-effect', 'court-route-advised']));
  });
});
