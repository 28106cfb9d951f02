import { randomUUID } from 'node:crypto';
import { tokenFor } from '../../demo/people.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';

interface Answer { readonly status: number; readonly json: Record<string, unknown> & { code?: string; events?: string[] }; readonly text: string }
interface ClockLine { readonly kind: string; readonly order: number | null; readonly part?: string; readonly due: string; readonly status: string; readonly breached: boolean; readonly duty: string }
interface Page { readonly state: string; readonly stateName: string; readonly lead: string | null; readonly escalation: number; readonly clocks: Record<string, ClockLine>; readonly nextClock: string | null; readonly orders: readonly { order: number; department: string; division: string; concluded: boolean }[]; readonly unpaid: number }
interface Filed { readonly caseId: string; readonly trackingCode: string; readonly duplicateOf: string | null }

const NOW = '2026-03-02T10:20:00+08:00';

describe('The person’s side of a case', () => {
  let app: App;
  let persons = 0;
  beforeAll(async () => { app = await startApp({ now: NOW }); });
  afterAll(() => app?.stop());

  const file = async (order: Record<string, unknown>): Promise<Filed> => {
    persons += 1;
    const person = { name: `密${persons}`, phone: `1390000${String(2000 + persons)}`, migrantWorker: true };
    const { body } = await app.hotline('station').file({ externalId: randomUUID(), receivedAt: NOW, division: '439901', origin: '12345', text: '请求处理。', requester: person, employer: { name: '测试劳务公司' }, ...order });
    await app.settled();
    return body as never;
  };
  const wages = { category: 'D01', demandKind: 'complaint', facts: { workers: 1, amount: 18000, months: 3, sector: 'E47' } };
  const send = async (token: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(`${app.url}/v1/${path}`, { method: body ? 'POST' : 'GET', ...(body && { body: JSON.stringify(body) }), headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }), ...headers } });
    const text = await response.text();
    return { status: response.status, text, json: text.startsWith('{') ? (JSON.parse(text) as Answer['json']) : {} };
  };
  const step = async (role: string, caseId: string, command: string, fields: object = {}): Promise<Answer> => {
    const [service, path] = command.split('/') as [string, string];
    const answer = await send(await app.token(role), `${service}/cases/${caseId}/commands/${path}`, fields);
    await app.settled();
    return answer;
  };
  const done = async (...asked: Parameters<typeof step>): Promise<string[]> => {
    const { status, json } = await step(...asked);
    expect([asked[2], status, json.code]).toEqual([asked[2], 200, undefined]);
    return json.events!;
  };
  const page = async (caseId: string): Promise<Page> => (await send(await app.token('supervisor'), `cases/${caseId}`)).json as never;
  const clocksOf = async (caseId: string, kind: string): Promise<ClockLine[]> => Object.values((await page(caseId)).clocks).filter((clock) => clock.kind === kind);
  const historyOf = async (caseId: string): Promise<{ type: string; data: Record<string, unknown> }[]> => (await send(await app.token('auditor'), `cases/${caseId}/history`)).json['events'] as never;
  const count = async (caseId: string, type: string): Promise<number> => (await historyOf(caseId)).filter((event) => event.type === `${type}.v1`).length;
  const workerOf = async (caseId: string): Promise<string> => {
    const filed = (await historyOf(caseId))[0]!.data as { requester: { subject: string } };
    return tokenFor(app.issuer, { id: filed.requester.subject, role: 'worker', division: '439900' });
  };
  const asWorker = async (caseId: string, path: string, fields: object): Promise<Answer> => {
    const answer = await send(await workerOf(caseId), `resolution/cases/${caseId}/commands/${path}`, fields);
    await app.settled();
    return answer;
  };
  const text = async (code: string, query = '', accept = '*/*'): Promise<string> => (await fetch(`${app.url}/v1/track/${code}${query}`, { headers: { accept } })).text();
  const track = async (code: string): Promise<Record<string, unknown> & { entitled: { offer: string; answer: string | null }[]; canDo: { command: string }[]; nextStep: { due: string; name: { zh: string }; who: { division: string; department: { zh: string } } } | null }> => JSON.parse(await text(code)) as never;

  it('gives relief first and asks for the papers after it; without them it ends as what it is', async () => {
    const emergency = { category: 'X1', facts: { disaster: true } };
    const [paid, bare] = [(await file(emergency)).caseId, (await file(emergency)).caseId];
    for (const caseId of [paid, bare]) expect(await done('relief', caseId, 'resolution/give-relief', { order: 0, amount: 60_000, basis: 'emergencyPlace', form: 'cash' })).toEqual(['ReliefGiven']);
    expect([await clocksOf(paid, 'RELIEF-24H'), await clocksOf(paid, 'RELIEF-PAPERS')]).toMatchObject([[{ status: 'met' }], [{ due: '2026-03-16', status: 'running', duty: 'person' }]]);
    expect((await step('relief', paid, 'resolution/conclude-matter', { order: 0, procedure: 'relief', result: 'granted' })).json.code).toBe('RELIEF_PAPERS_OUTSTANDING');
    await done('relief', paid, 'resolution/complete-relief-papers', { order: 0 });
    expect(await done('relief', paid, 'resolution/conclude-matter', { order: 0, procedure: 'relief', result: 'granted' })).toEqual(['MatterConcluded']);
    expect(await page(paid)).toMatchObject({ state: 'RESOLVED', orders: [{ concluded: true }] });
    app.clock.set('2026-03-17T09:00:00+08:00');
    await arrives(bare, 'resolution.relief-papers-lapsed');
    expect((await step('relief', bare, 'resolution/conclude-matter', { order: 0, procedure: 'relief', result: 'granted' })).json.code).toBe('RELIEF_PAPERS_OUTSTANDING');
    expect(await done('relief', bare, 'resolution/conclude-matter', { order: 0, procedure: 'relief', result: 'papersMissing' })).toEqual(['MatterConcluded']);
  });

  it('offers legal aid by itself, and its acceptance by the worker opens the procedure', async () => {
    const { caseId, trackingCode } = await file({ ...wages, receivedAt: '2026-03-17T09:00:00+08:00' });
    expect((await track(trackingCode)).entitled).toMatchObject([{ offer: 'legalAidExempt', answer: 'made' }]);
    const { json: { actions } } = await send(await workerOf(caseId), `cases/${caseId}/actions`);
    expect((actions as { command: string }[]).map(({ command }) => command)).toEqual(expect.arrayContaining(['accept-offer', 'decline-offer']));
    expect((await asWorker(caseId, 'accept-offer', { offer: 'emergencyFund' })).json.code).toBe('OFFER_UNKNOWN');
    expect((await asWorker(caseId, 'accept-offer', { offer: 'legalAidExempt' })).json.events).toEqual(['OfferAccepted', 'ProcedureApplied']);
    expect((await track(trackingCode)).entitled).toMatchObject([{ offer: 'legalAidExempt', answer: 'accepted' }]);
    expect(await clocksOf(caseId, 'LA-DECIDE')).toMatchObject([{ due: '2026-03-24', status: 'running' }]);
    expect((await step('legal-aid', caseId, 'resolution/refuse-legal-aid', { order: 0, ground: '收入超过标准', cause: 'means' })).json.code).toBe('MEANS_CHECK_EXEMPT');
    await done('legal-aid', caseId, 'resolution/grant-legal-aid', { order: 0 });
    expect((await step('legal-aid', caseId, 'resolution/assign-lawyer', { order: 0, conflict: true })).json.code).toBe('LAWYER_IN_CONFLICT');
    expect(await done('legal-aid', caseId, 'resolution/assign-lawyer', { order: 0, lawyer: '14399202610000001' })).toEqual(['LawyerAssigned']);
    expect(await done('legal-aid', caseId, 'resolution/note-progress', { order: 0, procedure: 'legalAid', note: '密：律师已会见。' })).toEqual(['ProgressNoted']);
    expect(JSON.stringify(await historyOf(caseId))).not.toContain('律师已会见');
    await done('legal-aid', caseId, 'resolution/conclude-matter', { order: 0, procedure: 'legalAid', result: 'granted' });
    expect((await page(caseId)).orders[0]!.concluded).toBe(false); // Help ends; what it helped with goes on.
  });

  it('shows what each assisting body owes, and by when', async () => {
    const { caseId } = await file({ ...wages, receivedAt: '2026-03-17T09:00:00+08:00' });
    const housing = { order: 0, department: 'housingDept', division: '439901' };
    expect(await clocksOf(caseId, 'HOT-ASSIST')).toMatchObject([{ part: 'housingDept 439901', due: '2026-03-24', status: 'running', duty: 'authority' }]);
    expect((await step('officer', caseId, 'resolution/contribute-assistance', { ...housing, division: '439902' })).json.code).toBe('ASSISTANCE_NOT_REQUESTED');
    await done('officer', caseId, 'resolution/accept-assistance', housing);
    expect((await clocksOf(caseId, 'HOT-ASSIST'))[0]!.status).toBe('running'); // To take it up is not to give it.
    await done('officer', caseId, 'resolution/contribute-assistance', { ...housing, note: '该工地总包单位已约谈。' });
    expect((await clocksOf(caseId, 'HOT-ASSIST'))[0]!.status).toBe('met');
  });

  it('closes last where an order was split off; another person calls back, and a no on one order sends that one back', async () => {
    const { caseId, trackingCode } = await file({ category: 'D05', facts: {}, receivedAt: '2026-03-17T09:00:00+08:00' });
    await done('officer', caseId, 'routing/sign-order');
    await done('officer', caseId, 'routing/split-order', { order: 0, department: 'housingSecurity', matter: 'rental', kind: 'help', category: 'D07', reason: '另有住房诉求' });
    const conclude = (order: number): Promise<Answer> => step('officer', caseId, 'resolution/conclude-matter', { order, procedure: 'general', result: 'solved' });
    expect((await conclude(0)).json.events).toEqual(['MatterConcluded']);
    expect(await page(caseId)).toMatchObject({ orders: [{ concluded: true }, { concluded: false }] });
    expect((await page(caseId)).state).not.toBe('RESOLVED');
    await conclude(1);
    expect((await page(caseId)).state).toBe('RESOLVED');
    expect(await step('officer', caseId, 'resolution/record-callback', { solved: true, satisfied: 'satisfied' })).toMatchObject({ status: 403, json: { code: 'CALLBACK_BY_HANDLER' } });
    const answers = [{ order: 0, solved: true }, { order: 1, solved: false }];
    expect(await done('supervisor', caseId, 'resolution/record-callback', { solved: null, satisfied: 'dissatisfied', answers })).toEqual(['CallbackMade', 'CaseReopened']);
    expect(await page(caseId)).toMatchObject({ state: 'REOPENED', orders: [{ concluded: true }, { concluded: false }] });
    expect(await clocksOf(caseId, 'HOT-REDO')).toMatchObject([{ due: '2026-03-24', status: 'running' }]);
    app.clock.set('2026-03-17T15:00:00+08:00');
    await done('officer', caseId, 'resolution/conclude-order', { order: 1, result: 'solved' });
    expect(await done('supervisor', caseId, 'resolution/record-callback', { solved: true, satisfied: 'basicallySatisfied' })).toEqual(['CallbackMade', 'CaseClosed']);
    expect(await clocksOf(caseId, 'HOT-REOPEN')).toMatchObject([{ due: '2026-09-13', status: 'running', duty: 'person' }]);
    expect([(await track(trackingCode))['reopenUntil'], await text(trackingCode, '?as=text')]).toEqual(['2026-09-13', expect.stringContaining('2026年9月13日前您可以要求重办')]);
  });

  it('opened again, counts on by the limits that it had; what was stated too high is lowered, and the rest paid concludes it', async () => {
    const { caseId } = await file({ ...wages, receivedAt: '2026-03-17T15:00:00+08:00' });
    await done('officer', caseId, 'resolution/state-wages-owed', { performBy: '2026-03-25', owed: [{ worker: 1, amount: 18_000_000 }] });
    const limits = async (): Promise<unknown[]> => (await Promise.all(['PAY-PERFORM', 'HOT-7D'].map((kind) => clocksOf(caseId, kind)))).map((all) => all.map(({ status, due }) => [status, due]));
    expect(await limits()).toEqual([[['running', '2026-03-25']], [['running', '2026-03-24']]]);
    await done('officer', caseId, 'resolution/give-reply', { order: 0, reply: '用人单位失联，暂未付款。' });
    await done('officer', caseId, 'resolution/conclude-order', { order: 0, result: 'notSolved' });
    expect(await done('supervisor', caseId, 'resolution/record-callback', { solved: true, satisfied: 'satisfied' })).toEqual(['CallbackMade', 'CaseClosed']); // The person takes the reply for an end.
    expect(await limits()).toEqual([[['cancelled', '2026-03-25']], [['met', '2026-03-24']]]);
    expect(await done('supervisor', caseId, 'resolution/reopen-case', { reason: '诉求人来电：仍未支付' })).toEqual(['CaseReopened']);
    expect(await limits()).toEqual([[['running', '2026-03-25']], [['met', '2026-03-24']]]); // The reply has a limit of its own again (HOT-REDO).
    expect((await step('officer', caseId, 'resolution/correct-wages-owed', { worker: 1, amount: 18_000_001, reason: '多写' })).json.code).toBe('STATED_AS_MORE');
    expect(await done('officer', caseId, 'resolution/correct-wages-owed', { worker: 1, amount: 1_800_000, reason: '多写一个零' })).toEqual(['WagesOwedCorrected']);
    expect((await page(caseId)).unpaid).toBe(1_800_000);
    expect(await done('officer', caseId, 'resolution/record-wage-paid', { worker: 1, amount: 1_800_000, source: 'employer', evidence: 'HD-9' })).toEqual(['WagePaid', 'PaymentCompleted']);
    expect([(await page(caseId)).state, (await limits())[0]]).toEqual(['RESOLVED', [['met', '2026-03-25']]]);
  });

  it('may be reopened until the window of the closing ends, whatever was said in between; then a new case follows the old', async () => {
    const complaint = { ...wages, receivedAt: '2026-03-17T09:00:00+08:00', requester: { name: '密甲', phone: '13900009001', idNumber: '439901199003070018', migrantWorker: true }, facts: { ...wages.facts, periodFrom: '2025-11', periodTo: '2026-01' } };
    const first = await file(complaint);
    const close = async (): Promise<void> => {
      await done('officer', first.caseId, 'resolution/conclude-order', { order: 0, result: 'solved' });
      await done('supervisor', first.caseId, 'resolution/record-callback', { solved: true, satisfied: 'satisfied' });
    };
    await close();
    const [{ due }] = (await clocksOf(first.caseId, 'HOT-REOPEN')) as [ClockLine];
    app.clock.set('2026-06-01T09:00:00+08:00');
    await done('officer', first.caseId, 'intake/supplement-claim', { facts: { workers: 1, months: 4 } });
    await track(first.trackingCode);
    expect((await clocksOf(first.caseId, 'HOT-REOPEN')).map((clock) => clock.due)).toEqual([due]);
    app.clock.set('2026-09-14T09:00:00+08:00');
    expect((await asWorker(first.caseId, 'reopen-case', { reason: '仍未支付' })).json.code).toBe('REOPENING_WINDOW_PASSED');
    const second = await file({ ...complaint, receivedAt: '2026-09-14T09:00:00+08:00' });
    expect([second.duplicateOf, second.caseId === first.caseId]).toEqual([null, false]);
    expect((await historyOf(second.caseId))[0]!.data).toMatchObject({ follows: first.caseId });
    const third = await file({ ...complaint, receivedAt: '2026-09-14T09:00:00+08:00' }); // The new one is open: who tells of it again is linked to it.
    expect(third).toMatchObject({ caseId: second.caseId, duplicateOf: second.caseId });
    expect((await page(first.caseId)).state).toBe('CLOSED');
    await done('supervisor', first.caseId, 'resolution/archive-case');
    expect((await historyOf(first.caseId)).find(({ type }) => type === 'resolution.case-archived.v1')!.data).toMatchObject({ file: 'hotline', retainUntil: '2031-09-14' });
  });

  it('that was carried forward comes back by its review, and silence escalates it', async () => {
    const { caseId } = await file({ ...wages, receivedAt: '2026-09-14T09:00:00+08:00' });
    await done('supervisor', caseId, 'resolution/carry-forward', { reason: '用人单位破产清算', reviewOn: '2026-09-18' });
    expect(await clocksOf(caseId, 'HOT-CARRIED')).toMatchObject([{ due: '2026-09-18', status: 'running' }]);
    app.clock.set('2026-09-19T00:30:00+08:00');
    await until(async () => (await clocksOf(caseId, 'HOT-CARRIED'))[0]!.breached);
    await until(async () => (await historyOf(caseId)).some(({ type, data }) => type === 'supervision.escalation-raised.v1' && data['kind'] === 'HOT-CARRIED'));
    app.clock.set('2026-09-19T09:00:00+08:00');
    await app.settled();
    expect((await page(caseId)).state).toBe('CARRIED');
    await done('supervisor', caseId, 'resolution/carry-forward', { reason: '清算未结', reviewOn: '2026-11-18' });
    expect((await clocksOf(caseId, 'HOT-CARRIED')).map(({ due, status }) => [due, status]).sort()).toEqual([['2026-09-18', 'met'], ['2026-11-18', 'running']]);
    expect(await done('supervisor', caseId, 'resolution/resume-case', { reason: '查到可执行财产' })).toEqual(['CaseResumed']);
    expect((await page(caseId)).state).toBe('CONTACTED');
    app.clock.set('2026-09-19T09:30:00+08:00');
    expect((await step('supervisor', caseId, 'resolution/resume-case', { reason: '再次' })).json.code).toBe('NOT_CARRIED');
  });

  it('tells the worker by text what the supervisor sees, in both languages, and nothing about anybody', async () => {
    const { caseId, trackingCode } = await file({ ...wages, receivedAt: '2026-09-19T09:00:00+08:00' });
    const seen = await page(caseId);
    const told = await track(trackingCode);
    const next = Object.values(seen.clocks).filter(({ kind, status }) => kind === seen.nextClock && status === 'running');
    expect([told['state'], told['stateName'], told.nextStep?.due, told['unpaidFen']]).toEqual([seen.state, seen.stateName, next[0]!.due, seen.unpaid]);
    const { departments, clocks } = (await send(await app.token('supervisor'), 'supervision/names')).json as never as Record<'departments' | 'clocks', Record<string, { zh: string; en: string }>>;
    const who = departments[seen.orders[0]!.department]!;
    const [zh, en] = [await text(trackingCode, '?as=text'), await text(trackingCode, '?lang=en', 'text/plain')];
    const [, month, day] = next[0]!.due.split(/[-T]/);
    for (const part of [seen.stateName, `测试区${who.zh}`, clocks[seen.nextClock!]!.zh, `${Number(month)}月${Number(day)}日`, '您可以享受：农民工请求支付劳动报酬', '您现在可以：']) expect(zh).toContain(part);
    for (const part of ['Dispatched', who.en, clocks[seen.nextClock!]!.en, next[0]!.due.slice(0, 10), 'You are entitled to:', 'You can now:']) expect(en).toContain(part);
    const [filed] = await historyOf(caseId);
    for (const personal of ['密', '1390000', '测试劳务公司', caseId, (filed!.data as { requester: { subject: string } }).requester.subject]) expect([personal, (zh + en).includes(personal)]).toEqual([personal, false]);
    expect((await fetch(`${app.url}/v1/track/${trackingCode}?as=pdf`)).status).toBe(400);
    expect((await fetch(`${app.url}/v1/track/${trackingCode}?as=text`)).headers.get('content-type')).toMatch(/^text\/plain/);
  });

  it('keeps one desk at a time: a matter ends where its order moves, a guided case is worked on once somebody is ordered, and a text is kept once', async () => {
    const { caseId } = await file({ category: 'D05', facts: {}, receivedAt: '2026-09-19T09:00:00+08:00' });
    await done('supervisor', caseId, 'routing/override-routing', { order: 0, department: 'inspectionBody', reason: '实为劳动报酬诉求' });
    expect([await count(caseId, 'resolution.matter-taken-over'), await count(caseId, 'resolution.complaint-received'), await count(caseId, 'resolution.order-concluded')]).toEqual([1, 1, 0]);
    const iou = await file({ category: 'D01', facts: { iou: true, amount: 12500, otherLaborClaims: false }, receivedAt: '2026-09-19T09:00:00+08:00' });
    expect(await count(iou.caseId, 'resolution.legal-route-advised')).toBe(1);
    await done('supervisor', iou.caseId, 'routing/override-routing', { order: 0, department: 'inspectionBody', reason: '另有欠薪' });
    expect((await step('officer', iou.caseId, 'resolution/close-case', {})).json.code).toBe('NOT_RESOLVED'); // Being told the way no longer ends it.
    const said = { facts: {}, text: '补充：单位电话已停机。' };
    await done('officer', iou.caseId, 'intake/supplement-claim', said);
    expect((await step('officer', iou.caseId, 'intake/supplement-claim', said)).json['outcome']).toBe('unchanged');
    expect(await count(iou.caseId, 'intake.claim-supplemented')).toBe(1);
  });

  it('gives each worker the own day: who should have been paid first is in default first, and the clock goes on to the next', async () => {
    const { caseId } = await file({ ...wages, facts: { ...wages.facts, workers: 2 }, receivedAt: '2026-09-19T09:00:00+08:00' });
    const state = (worker: number, performBy: string): Promise<string[]> => done('officer', caseId, 'resolution/state-wages-owed', { performBy, owed: [{ worker, amount: 900_000 }] });
    const performance = async (): Promise<unknown[]> => (await clocksOf(caseId, 'PAY-PERFORM')).map(({ status, due, breached }) => [status, due, breached]);
    expect([await state(1, '2026-09-22'), await state(2, '2026-09-28')]).toEqual([['PaymentDue'], ['PaymentDue', 'PerformanceDayMoved']]);
    expect(await performance()).toEqual([['running', '2026-09-22', false]]);
    app.clock.set('2026-09-23T09:00:00+08:00');
    await arrives(caseId, 'resolution.payment-defaulted');
    expect([(await historyOf(caseId)).filter(({ type }) => type === 'resolution.payment-defaulted.v1').map(({ data }) => [data['unpaid'], data['workers']]), await performance()]).toEqual([[[900_000, 1]], [['running', '2026-09-28', false]]]);
    app.clock.set('2026-09-29T09:00:00+08:00');
    await until(async () => (await count(caseId, 'resolution.payment-defaulted')) === 2);
    expect(await performance()).toEqual([['running', '2026-09-28', true]]);
  });

  const arrives = (caseId: string, type: string): Promise<void> => until(async () => (await count(caseId, type)) > 0);
  async function until(holds: () => Promise<boolean>): Promise<void> {
    for (const end = performance.now() + 40_000; !(await holds()); ) {
      if (performance.now() > end) throw new Error('It did not come.');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await app.settled();
  }
});
