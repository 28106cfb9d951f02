import { randomUUID } from 'node:crypto';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { inBrowser } from '../browser.js';
import { eachView, windowsOn } from '../looked-at.js';

interface Answer { readonly status: number; readonly json: Record<string, unknown> & { readonly code?: string } }
interface Listed { readonly hearings: readonly { readonly caseId: string; readonly room: string; readonly from: string; readonly arbitrators: readonly string[] }[] }
interface Proposed { readonly division: string; readonly seats: number; readonly candidates: readonly { readonly arbitrator: string; readonly open: number; readonly why: { readonly zh: string } }[]; readonly excluded: readonly { readonly arbitrator: string; readonly why: string }[] }
interface Slots { readonly slots: readonly { readonly on: string; readonly room: string; readonly from: string; readonly to: string }[] }
interface Form { readonly fixed: object | null; readonly elements: readonly { readonly element: string; readonly prefilled: unknown; readonly standing: string }[] }

const DIVISION = '439901';
const ROOM = '速裁一庭';
const EMPLOYER = '测试制造有限公司';

describe('A speedy case', () => {
  let app: App;
  let serial = 0;
  const look = windowsOn(() => app.url);
  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    for (const arbitrator of ['arb-1', 'arb-2', 'arb-3']) await keep('register-arbitrator', { arbitrator, specialities: ['speedy'] });
    await keep('declare-conflict', { arbitrator: 'arb-1', employer: EMPLOYER, ground: 'interest' });
    await keep('open-room', { room: ROOM, opens: '09:00', closes: '12:00', online: true });
  });
  afterAll(() => app?.stop());

  const ask = async (role: string, method: string, path: string, body?: object, division = '439900'): Promise<Answer> => {
    const headers = { authorization: `Bearer ${await app.token(role, division)}`, 'accept-language': 'en', ...(body && { 'content-type': 'application/json' }) };
    const response = await fetch(`${app.url}/v1/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { status: response.status, json: (await response.json()) as Answer['json'] };
  };
  const keep = async (command: string, body: object): Promise<void> => {
    const answer = await ask('supervisor', 'POST', `resolution/tribunals/${DIVISION}/commands/${command}`, body);
    expect([command, answer.status, answer.json.code]).toEqual([command, 200, undefined]);
  };
  const step = (caseId: string, command: string, body: object = {}, role = 'arbitrator'): Promise<Answer> => ask(role, 'POST', `resolution/cases/${caseId}/commands/${command}`, body);
  const done = async (caseId: string, command: string, body: object = {}, role = 'arbitrator'): Promise<unknown> => {
    const answer = await step(caseId, command, body, role);
    expect([command, answer.status, answer.json.code]).toEqual([command, 200, undefined]);
    return answer.json['events'];
  };
  const refusedAs = async (caseId: string, command: string, body: object, role = 'arbitrator'): Promise<unknown> => (await step(caseId, command, body, role)).json.code;
  const book = (caseId: string, on: string, from: string, more: object = {}): Promise<Answer> => ask('arbitrator', 'POST', 'resolution/hearings', { caseId, on, from, to: `${String(Number(from.slice(0, 2)) + 1).padStart(2, '0')}${from.slice(2)}`, room: ROOM, ...more });
  const list = async (on: string): Promise<Listed['hearings']> => ((await ask('arbitrator', 'GET', `resolution/hearings?division=${DIVISION}&on=${on}`)).json as never as Listed).hearings;
  const proposed = async (caseId: string): Promise<Proposed> => (await ask('arbitrator', 'GET', `resolution/cases/${caseId}/panel-proposal`)).json as never;
  const filed = async (facts: object = {}): Promise<string> => {
    const { body } = await app.hotline('station').file({
      externalId: randomUUID(), receivedAt: '2026-03-02T10:15:00+08:00', division: DIVISION, category: 'D01', origin: 'arbitrationWindow', text: '请求支付工资和经济补偿。',
      requester: { name: `密${serial}`, phone: `1390000${String(2000 + serial++)}` }, employer: { name: EMPLOYER },
      facts: { workers: 1, items: [9600, 3200], itemKinds: ['wages', 'severance'], months: 3, periodFrom: '2025-11', applicationReceived: '2026-03-02', respondentReachable: true, rightsClear: true, ...facts },
    });
    await app.settled();
    return body.caseId as string;
  };
  const kinds = async (caseId: string, type: string): Promise<string[]> => (await app.database.query<{ kind: string }>(`SELECT data::jsonb ->> 'kind' AS kind FROM es.events WHERE case_id = $1 AND type = $2 ORDER BY pos`, [caseId, type])).rows.map(({ kind }) => kind);

  it('is filed, mediated, heard and concluded fast', async () => {
    const caseId = await filed();
    // 快立: one list of gaps, accepted the same day on a written promise.
    await done(caseId, 'require-corrections', { gaps: ['劳动合同', '工资条'] });
    expect(await refusedAs(caseId, 'require-corrections', { gaps: ['身份证'] })).toBe('CORRECTIONS_ALREADY_REQUIRED');
    expect(await done(caseId, 'accept-application', { pendingDocuments: ['劳动合同', '工资条'], promisedUntil: '2026-03-05' })).toEqual(['ApplicationAccepted', 'DocumentsPromised']);
    await done(caseId, 'receive-pending-document', { document: '劳动合同' });
    expect(await refusedAs(caseId, 'record-broken-promise', { document: '工资条', consequence: 'decidedWithout' })).toBe('PROMISE_STILL_RUNS');
    await done(caseId, 'serve-copy', { proof: 'SMS-1', means: 'sms' });
    await done(caseId, 'waive-answer-period');
    await app.settled();
    expect(await kinds(caseId, 'supervision.clock-satisfied')).toEqual(expect.arrayContaining(['ARB-ACCEPT', 'ARB-SPEEDY-ACCEPT', 'ARB-SERVE']));
    expect(await kinds(caseId, 'supervision.clock-started')).toEqual(expect.arrayContaining(['ARB-DOCS', 'ARB-SPEEDY30', 'ARB-AWARD']));

    // Who hears it: by fair load; not whoever declared a conflict; otherwise with a reason.
    const { division, seats, candidates, excluded } = await proposed(caseId);
    expect([division, seats, candidates.map(({ arbitrator }) => arbitrator).sort(), excluded]).toEqual([DIVISION, 1, ['arb-2', 'arb-3'], [{ arbitrator: 'arb-1', why: 'conflict' }]]);
    const [fair, other] = candidates.map(({ arbitrator }) => arbitrator) as [string, string];
    expect(await refusedAs(caseId, 'form-panel', { arbitrators: ['arb-1'] })).toBe('ARBITRATOR_CONFLICTED');
    expect(await refusedAs(caseId, 'form-panel', { arbitrators: ['arb-9'] })).toBe('ARBITRATOR_NOT_REGISTERED');
    expect(await refusedAs(caseId, 'form-panel', { arbitrators: [other] })).toBe('OVERRIDE_NEEDS_REASON');
    await done(caseId, 'form-panel', { arbitrators: [other], overrideReason: '密因案情关联。' });
    await done(caseId, 'request-recusal', { arbitrator: other, party: 'employer', ground: 'otherRelation', reason: '密曾为同事。' }, 'officer');
    expect((await step(caseId, 'rule-on-recusal', { arbitrator: other, granted: true })).status).toBe(403);
    await done(caseId, 'rule-on-recusal', { arbitrator: other, granted: true }, 'supervisor');
    await app.settled();
    expect((await proposed(caseId)).excluded).toContainEqual({ arbitrator: other, why: 'recused' });
    expect(await refusedAs(caseId, 'form-panel', { arbitrators: [other], overrideReason: '密再次指定。' })).toBe('ARBITRATOR_RECUSED');
    await done(caseId, 'form-panel', { arbitrators: [fair] });
    const { rows: clear } = await app.database.query(`SELECT count(*)::int AS n FROM es.events WHERE case_id = $1 AND type LIKE 'resolution.%' AND data LIKE '%密%'`, [caseId]);
    expect(clear[0].n).toBe(0); // Reasons that may name people are sealed.

    // 快调: pay is talked about first, and no limit moves.
    await done(caseId, 'offer-mediation');
    const { rows: [offer] } = await app.database.query(`SELECT data::jsonb -> 'first' AS first FROM es.events WHERE case_id = $1 AND type = 'resolution.mediation-offered'`, [caseId]);
    expect(offer.first).toEqual(['wages']);
    await done(caseId, 'attend-mediation', { parties: ['worker', 'employer'] });
    await done(caseId, 'end-mediation', { outcome: 'noAgreement' });
    await app.settled();
    expect(await kinds(caseId, 'supervision.clock-restarted')).toEqual([]);

    // 快审: the form is filled by the claim; what both sides say alike is not heard, and is awarded first.
    const form = (): Promise<Form> => ask('arbitrator', 'GET', `resolution/cases/${caseId}/elements`).then(({ json }) => json as never);
    expect((await form()).elements.find(({ element }) => element === 'arrearsFrom')).toMatchObject({ prefilled: '2025-11', standing: 'open' });
    expect(await refusedAs(caseId, 'state-elements', { party: 'worker', statements: [{ element: 'shoeSize', value: 42 }] })).toBe('NO_SUCH_ELEMENT');
    expect(await refusedAs(caseId, 'state-elements', { party: 'worker', statements: [{ element: 'arrearsAmount', value: 'much' }] })).toBe('ELEMENT_VALUE_WRONG');
    expect(await refusedAs(caseId, 'state-elements', { party: 'worker', statements: [{ element: 'arrearsMonths', value: 3 }, { element: 'arrearsMonths', value: 4 }] })).toBe('ELEMENT_NAMED_TWICE');
    await done(caseId, 'state-elements', { party: 'worker', statements: [{ element: 'arrearsMonths', value: 3 }, { element: 'arrearsAmount', value: 960_000 }] });
    await done(caseId, 'state-elements', { party: 'employer', statements: [{ element: 'arrearsMonths', value: 3 }, { element: 'arrearsAmount', value: 600_000 }] });
    await done(caseId, 'fix-issues');
    expect((await form()).fixed).toEqual({ agreed: ['arrearsMonths'], disputed: ['arrearsAmount'] });
    expect(await refusedAs(caseId, 'make-partial-award', { amount: 600_000, kind: 'wages', elements: ['arrearsAmount'] })).toBe('ELEMENT_NOT_AGREED');
    await done(caseId, 'make-partial-award', { amount: 600_000, kind: 'wages', elements: ['arrearsMonths'], performBy: '2026-03-12', owed: [{ worker: 1, amount: 600_000 }] });

    // The calendar: a free time is taken, and moved for a reason; both are called again.
    const { slots } = (await ask('arbitrator', 'GET', `resolution/hearings/slots?division=${DIVISION}&from=2026-03-03&days=5&caseId=${caseId}`)).json as never as Slots;
    expect([slots[0], new Set(slots.map(({ on }) => on))]).toEqual([{ on: '2026-03-03', room: ROOM, online: true, from: '09:00', to: '10:00' }, new Set(['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'])]);
    expect(await refusedAs(caseId, 'schedule-hearing', { hearingOn: '2026-03-05', room: ROOM })).toBe('ROOM_IN_CALENDAR');
    expect((await book(caseId, '2026-03-05', '09:30')).json).toMatchObject({ outcome: 'appended', events: ['HearingBooked'] });
    await app.settled();
    await done(caseId, 'notify-hearing', { services: [{ party: 'worker', means: 'sms', proof: 'SMS-2' }, { party: 'employer', means: 'mail', proof: 'EMS-2' }] });
    expect((await book(caseId, '2026-03-06', '10:00')).json.code).toBe('MOVE_NEEDS_REASON');
    expect((await book(caseId, '2026-03-06', '10:00', { moved: 'party', online: true })).status).toBe(200);
    await app.settled();
    expect([await list('2026-03-05'), (await list('2026-03-06')).map(({ from, arbitrators }) => [from, arbitrators])]).toEqual([[], [['10:00', [fair]]]]);
    await done(caseId, 'notify-hearing', { services: [{ party: 'worker', means: 'sms', proof: 'SMS-3' }, { party: 'employer', means: 'mail', proof: 'EMS-3' }] });
    app.clock.set('2026-03-06T10:05:00+08:00');
    await done(caseId, 'record-broken-promise', { document: '工资条', consequence: 'decidedWithout' });
    expect(await refusedAs(caseId, 'hold-hearing', { heard: ['arrearsMonths'] })).toBe('ELEMENT_NOT_DISPUTED');
    await done(caseId, 'hold-hearing', { absent: 'employer', heard: ['arrearsAmount'] });

    // 快结: item by item, each against twelve times the minimum wage of the place (24,000 yuan).
    const items = [{ kind: 'wages', claimed: 960_000, awarded: 360_000, law: '劳动法第五十条', elements: ['arrearsAmount'] }, { kind: 'severance', claimed: 320_000, awarded: 320_000, law: '劳动合同法第四十六条' }];
    const award = { performBy: '2026-03-20', owed: [{ worker: 1, amount: 680_000 }], items, grounds: '密某的工资标准以考勤和转账为准。' };
    expect(await refusedAs(caseId, 'make-award', { ...award, final: false })).toBe('FINALITY_NOT_LAW');
    expect(await refusedAs(caseId, 'make-award', { ...award, final: true, owed: [{ worker: 1, amount: 680_001 }] })).toBe('ITEMS_DIFFER_FROM_OWED');
    await done(caseId, 'make-award', { ...award, final: true });
    expect(await refusedAs(caseId, 'serve-award', { party: 'both', means: 'sms', proof: 'SMS-4' })).toBe('PAPER_NOT_ELECTRONIC');
    expect(await done(caseId, 'serve-award', { party: 'both', means: 'inPerson', proof: '回证-5' })).toEqual(['AwardServed', 'AwardTookEffect']);
    await app.settled();
    const { rows: due } = await app.database.query(`SELECT data::jsonb -> 'owed' -> 0 ->> 'amount' AS amount FROM es.events WHERE case_id = $1 AND type = 'resolution.payment-due' ORDER BY pos`, [caseId]);
    expect(due.map(({ amount }) => Number(amount))).toEqual([600_000, 1_280_000]); // In part at once, then in all.
    expect(await kinds(caseId, 'supervision.clock-satisfied')).toEqual(expect.arrayContaining(['ARB-SPEEDY30', 'ARB-AWARD', 'ARB-DOCS', 'ARB-PANEL', 'ARB-HEARNOTE']));
    expect(await list('2026-03-06')).toHaveLength(1); // The list of the day says what was heard.
  });

  it('takes no room and no arbitrator twice, and calls the parties of an ordinary case in time', async () => {
    app.clock.set('2026-03-09T09:00:00+08:00');
    const [one, two, ordinary] = [await filed(), await filed(), await filed({ rightsClear: false })];
    for (const caseId of [one, two]) await done(caseId, 'accept-application', { simplified: true });
    await done(ordinary, 'accept-application', { track: 'ordinary', simplified: false });
    await keep('open-room', { room: '二庭', opens: '09:00', closes: '12:00', online: false });
    const first = (await proposed(one)).candidates[0]!.arbitrator;
    await done(one, 'form-panel', { arbitrators: [first] });
    await app.settled();
    const next = (await proposed(two)).candidates;
    expect([next[0]!.arbitrator === first, next.at(-1)]).toEqual([false, { arbitrator: first, open: 1, why: { zh: '在办案件加权 1 件，专长相符', en: '1 weighted open cases, speciality fits' } }]); // Who has a case open comes last.
    await done(two, 'form-panel', { arbitrators: [first], overrideReason: '系列案件。' });
    expect((await book(two, '2026-03-12', '09:00', { room: '三庭' })).json.code).toBe('ROOM_NOT_OPEN');
    expect((await book(two, '2026-03-14', '09:00')).json.code).toBe('NOT_A_WORKING_DAY');
    expect((await book(two, '2026-03-12', '11:30')).json.code).toBe('OUTSIDE_OPENING_HOURS');
    expect((await book(two, '2026-03-12', '09:00', { room: '二庭', online: true })).json.code).toBe('ROOM_NOT_FIT_FOR_ONLINE');
    const race = await Promise.all([book(one, '2026-03-12', '09:00'), book(two, '2026-03-12', '09:30')]);
    expect([race.map(({ status }) => status).sort(), race.flatMap(({ json }) => json.code ?? [])]).toEqual([[200, 409], ['ROOM_TAKEN']]);
    const late = race[0]!.status === 200 ? two : one;
    expect((await book(late, '2026-03-12', '09:30', { room: '二庭' })).json.code).toBe('ARBITRATOR_TAKEN');
    expect((await book(late, '2026-03-12', '10:30')).status).toBe(200);
    await app.settled();
    expect((await list('2026-03-12')).map(({ room }) => room)).toEqual([ROOM, ROOM]);

    const three = (await proposed(ordinary)).candidates;
    expect(three.length).toBe(2); // arb-1 has declared a conflict: a tribunal of three cannot be formed of this register.
    await done(ordinary, 'form-panel', { arbitrators: [three[0]!.arbitrator] });
    await keep('note-absence', { arbitrator: three[0]!.arbitrator, from: '2026-03-17', to: '2026-03-17' });
    expect((await book(ordinary, '2026-03-13', '09:00')).json.code).toBe('HEARING_TOO_SOON');
    expect((await book(ordinary, '2026-03-17', '09:00')).json.code).toBe('ARBITRATOR_NOT_THERE');
    const { slots } = (await ask('arbitrator', 'GET', `resolution/hearings/slots?division=${DIVISION}&from=2026-03-10&days=10&caseId=${ordinary}`)).json as never as Slots;
    expect(slots[0]!.on).toBe('2026-03-16'); // Five working days after the 9th.
    expect(slots.some(({ on }) => on === '2026-03-17')).toBe(false);
    expect((await book(ordinary, '2026-03-16', '09:00')).status).toBe(200);

    // An applicant who was called and stays away has withdrawn (LDMA 36); the time of one who withdraws before is free again.
    await app.settled();
    await done(ordinary, 'withdraw-application', { settled: true });
    expect(await refusedAs(late, 'deem-withdrawn', {})).toBe('NOT_THE_HEARING_DAY');
    app.clock.set('2026-03-12T11:00:00+08:00');
    expect(await refusedAs(late, 'deem-withdrawn', {})).toBe('CALL_NOT_PROVEN');
    await done(late, 'notify-hearing', { services: [{ party: 'worker', means: 'sms', proof: 'SMS-9' }] });
    expect(await done(late, 'deem-withdrawn')).toEqual(['ApplicationWithdrawn']);
    await app.settled();
    expect([await list('2026-03-16'), (await list('2026-03-12')).length]).toEqual([[], 2]);
    expect((await ask('arbitrator', 'POST', 'resolution/hearings/release', { caseId: ordinary, on: '2026-03-16' })).json.code).toBe('NO_HEARING_BOOKED');
  });

  it('settles pay first and goes on with the rest', async () => {
    const caseId = await filed();
    await done(caseId, 'accept-application', { simplified: true });
    await done(caseId, 'offer-mediation');
    await done(caseId, 'attend-mediation', { parties: ['employer', 'worker'] });
    await done(caseId, 'serve-partial-instrument', { kinds: ['wages'], performBy: '2026-03-20', owed: [{ worker: 1, amount: 900_000 }] });
    await app.settled();
    const { rows } = await app.database.query(`SELECT data::jsonb ->> 'basis' AS basis FROM es.events WHERE case_id = $1 AND type = 'resolution.payment-due'`, [caseId]);
    expect(rows).toEqual([{ basis: 'instrument' }]);
    expect(await kinds(caseId, 'supervision.clock-satisfied')).not.toContain('ARB-AWARD'); // The rest is still to be decided.
    await done(caseId, 'apply-for-advance-enforcement', {}, 'officer');
    const [{ arbitrator }] = (await proposed(caseId)).candidates as unknown as [{ arbitrator: string }];
    await done(caseId, 'form-panel', { arbitrators: [arbitrator] });
    expect(await refusedAs(caseId, 'rule-advance-enforcement', { amount: 100_000, rightsClear: true, lifeAffected: false })).toBe('ADVANCE_CONDITIONS_UNMET');
    await done(caseId, 'rule-advance-enforcement', { amount: 100_000, rightsClear: true, lifeAffected: true });
    expect(await refusedAs(caseId, 'make-award', { final: true, performBy: '2026-04-01', owed: [{ worker: 1, amount: 900_000 }], items: [{ kind: 'wages', claimed: 960_000, awarded: 900_000, law: '劳动法第五十条' }] })).toBe('CLAIM_ALREADY_SETTLED');
  });

  it('that is major is proposed for listing, listed under its head, and delisted only when nothing is owed', async () => {
    const caseId = await filed({ workers: 35, items: undefined, itemKinds: undefined, amount: 700_000 });
    const { rows } = await app.database.query(`SELECT data::jsonb ->> 'flag' AS flag FROM es.events WHERE case_id = $1 AND type = 'supervision.supervision-proposed'`, [caseId]);
    expect(rows).toEqual([{ flag: 'majorSupervision' }]);
    const supervise = (command: string, body: object): Promise<Answer> => ask('supervisor', 'POST', `supervision/cases/${caseId}/commands/${command}`, body);
    expect((await supervise('list-for-supervision', { reason: '重大欠薪', answerDue: '2026-03-20T18:00:00+08:00', head: 'head-439901' })).status).toBe(200);
    expect((await supervise('answer-supervision', { answer: '密已先行调解。' })).json['events']).toEqual(['SupervisionAnswered']);
    await done(caseId, 'state-wages-owed', { performBy: '2026-04-01', owed: [{ worker: 1, amount: 70_000_000 }] });
    expect((await supervise('delist-from-supervision', { solved: true })).json.code).toBe('NOT_SOLVED');
    await done(caseId, 'record-wage-paid', { worker: 1, amount: 70_000_000, source: 'employer', evidence: '转账回单' });
    expect((await supervise('delist-from-supervision', { solved: true })).status).toBe(200);
  });

  it('is kept by who has the division, and an employer is known by its fingerprint only', async () => {
    const outside = (method: string, path: string, body?: object): Promise<Answer> => ask('arbitrator', method, path, body, '110000');
    expect((await outside('GET', `resolution/tribunals/${DIVISION}`)).json.code).toBe('NO_SUCH_TRIBUNAL');
    expect((await outside('POST', `resolution/tribunals/${DIVISION}/commands/register-arbitrator`, { arbitrator: 'arb-x', specialities: [] })).json.code).toBe('NO_SUCH_TRIBUNAL');
    expect((await outside('GET', `resolution/hearings?division=${DIVISION}&on=2026-03-06`)).json.code).toBe('NO_SUCH_TRIBUNAL');
    expect((await outside('GET', `resolution/hearings/slots?division=${DIVISION}&from=2026-03-06`)).json.code).toBe('NO_SUCH_TRIBUNAL');
    const wrong = (body: object, command = 'declare-conflict'): Promise<Answer> => ask('supervisor', 'POST', `resolution/tribunals/${DIVISION}/commands/${command}`, body);
    expect((await wrong({ arbitrator: 'arb-2', ground: 'interest' })).json.code).toBe('EMPLOYER_NOT_NAMED');
    expect((await wrong({ arbitrator: 'arb-2' }, 'lift-conflict')).json.code).toBe('EMPLOYER_NOT_NAMED');
    expect((await wrong({ arbitrator: '张三', specialities: [] }, 'register-arbitrator')).status).toBe(400);
    expect((await wrong({ arbitrator: 'arb-2' }, 'promote')).json.code).toBe('NO_SUCH_COMMAND');
    const { json } = await ask('supervisor', 'GET', `resolution/tribunals/${DIVISION}`);
    expect(json['arbitrators']).toContainEqual({ arbitrator: 'arb-1', specialities: ['speedy'], absences: [], conflicts: 1, grounds: { interest: 1 }, left: false, open: {}, load: 0 });
    expect((await app.database.query(`SELECT count(*)::int AS n FROM es.events WHERE stream_id LIKE 'tribunal/%' AND data LIKE '%' || $1 || '%'`, [EMPLOYER])).rows[0].n).toBe(0);
    const parked = await app.database.query(`SELECT count(*)::int AS n FROM intake.parked UNION ALL SELECT count(*)::int FROM supervision.parked UNION ALL SELECT count(*)::int FROM resolution.parked UNION ALL SELECT count(*)::int FROM routing.parked`);
    expect(parked.rows.map(({ n }) => n)).toEqual([0, 0, 0, 0]);
  });

  it('is shown by days and rooms to who has the division, with the cases that wait for a time', async () => {
    interface Shown { readonly rooms: readonly { readonly room: string }[]; readonly days: readonly { readonly on: string; readonly works: boolean; readonly hearings: readonly { readonly caseNumber: string; readonly room: string; readonly from: string; readonly arbitrators: readonly string[] }[] }[] }
    const { rooms, days } = (await ask('officer', 'GET', `resolution/hearings/calendar?division=${DIVISION}&from=2026-03-09`)).json as never as Shown;
    expect([rooms.map(({ room }) => room), days.map(({ on, works, hearings }) => [on, works, hearings.length])]).toEqual([[ROOM, '二庭'], [
      ['2026-03-09', true, 0], ['2026-03-10', true, 0], ['2026-03-11', true, 0], ['2026-03-12', true, 2], ['2026-03-13', true, 0], ['2026-03-14', false, 0], ['2026-03-15', false, 0],
    ]]);
    expect(days[3]!.hearings.every(({ caseNumber, arbitrators }) => /^439901/.test(caseNumber.replace(/\D/g, '')) && arbitrators.length === 1)).toBe(true);
    const { cases } = (await ask('arbitrator', 'GET', `resolution/hearings/waiting?division=${DIVISION}`)).json as never as { cases: readonly { readonly caseId: string; readonly arbitrators: readonly string[]; readonly hearing: { readonly on: string } | null }[] };
    expect(cases.filter(({ hearing }) => hearing).map(({ hearing }) => hearing!.on)).toEqual(['2026-03-12']); // The other was withdrawn.
    expect((await ask('supervisor', 'GET', 'resolution/tribunals')).json['tribunals']).toEqual([{ division: DIVISION, name: '测试市测试区', arbitrators: 3, rooms: 2 }]);
    expect((await ask('supervisor', 'GET', 'resolution/tribunals', undefined, '110000')).json['tribunals']).toEqual([]);
    for (const path of [`hearings/calendar?division=${DIVISION}&from=2026-03-09`, `hearings/waiting?division=${DIVISION}`, `tribunals/${DIVISION}/actions`]) expect([path, (await ask('arbitrator', 'GET', `resolution/${path}`, undefined, '110000')).json.code]).toEqual([path, 'NO_SUCH_TRIBUNAL']);
    const { slots: [soonest] } = (await ask('arbitrator', 'GET', `resolution/hearings/slots?division=${DIVISION}&from=2026-03-09&days=5&minutes=30`)).json as never as Slots;
    expect([soonest?.on, soonest?.from]).toEqual(['2026-03-12', '11:30']); // It is eleven o'clock: what has passed is not free.
    expect((await ask('officer', 'GET', `resolution/hearings/calendar?division=${DIVISION}&from=2026-03-09&days=31`)).json).toMatchObject({ status: 400, errors: [{ field: 'days' }] });
  });

  inBrowser('has its time chosen on the page of the calendar, and given back there', async () => {
    const { page, complaints, open, settled } = await look({ as: 'arbitrator' });
    await open('#/hearings?from=2026-03-12');
    expect(await page.locator('[data-hearing]').count()).toBe(2);
    const unset = (await page.locator('form.booking select').first().locator('option').allTextContents()).find((text) => !text.includes('已定'))!;
    await page.locator('form.booking select').first().selectOption({ label: unset });
    await page.locator('form.booking button').click();
    await page.locator('.slots button').first().click();
    await page.locator('dialog button.primary').click();
    await page.waitForFunction(() => document.querySelectorAll('[data-hearing]').length === 3);
    await settled();
    expect(await page.locator('[data-hearing]', { hasText: unset.split(' ')[0]! }).innerText()).toMatch(/审理：\s*arb-\d/);
    await page.locator('[data-hearing]', { hasText: unset.split(' ')[0]! }).getByRole('button', { name: '释放庭期' }).click();
    await page.locator('dialog button.primary').click();
    await page.waitForFunction(() => document.querySelectorAll('[data-hearing]').length === 2);
    expect(complaints).toEqual([]);
  });

  inBrowser('is heard by who is in the register: an absence is noted on its page', async () => {
    const { page, complaints, open, settled } = await look({ as: 'supervisor' });
    await open('#/arbitrators');
    expect(await page.locator('main tbody tr', { hasText: 'arb-1' }).innerText()).toMatch(/1 家用人单位[\s\S]*与本案有利害关系 1/);
    const step = page.locator('[data-step="note-absence"]');
    await step.locator('summary').click();
    await step.locator('select').selectOption('arb-3');
    await step.getByLabel('自', { exact: false }).fill('2026-03-09');
    await step.getByLabel('至', { exact: false }).fill('2026-03-31');
    await step.locator('button.primary').click();
    await page.waitForSelector('.notice:not([hidden])');
    await settled();
    expect(await page.locator('[data-tile="away"] .total-value').innerText()).toBe('1');
    expect(await page.locator('main tbody tr', { hasText: 'arb-3' }).first().innerText()).toMatch(/不在岗[\s\S]*3月9日 至 3月31日/);
    expect(complaints).toEqual([]);
  });

  describe('is on pages that look right at every size, in Chinese and in English', () => {
    eachView('hearings', () => look({ as: 'arbitrator' }), '#/hearings?from=2026-03-12', async ({ page, settled }) => { await page.locator('form.booking button').click(); await settled(); });
    eachView('arbitrators', () => look({ as: 'supervisor' }), '#/arbitrators', async ({ page }) => { await page.locator('[data-step="declare-conflict"] summary').click(); });
  });
});
