import type { App } from '../app.js';
import { startApp } from '../app.js';
import { LIFE, lives } from './collective-lives.js';

interface Answer<T = Record<string, unknown>> { readonly status: number; readonly json: T & { readonly code?: string; readonly events?: readonly string[] } }
interface Results { readonly done: number; readonly unchanged: number; readonly refused: number; readonly failed: number; readonly results: readonly { readonly caseId: string; readonly result: string; readonly code?: string }[] }
interface Group { readonly phase: string; readonly lead: string; readonly representatives: readonly string[]; readonly size: number; readonly members: readonly { readonly caseId: string; readonly closed: boolean; readonly subgroup: { readonly tier: string | null } }[] }
interface Standing { readonly phase: string; readonly owed: number; readonly paid: number; readonly unpaid: number; readonly states: Readonly<Record<string, number>>; readonly subgroups: readonly { readonly tier: string | null; readonly size: number }[] }
interface Page { readonly state: string; readonly closed: boolean; readonly unpaid: number; readonly position: string; readonly clocks: Readonly<Record<string, { readonly kind: string; readonly due: string; readonly status: string; readonly breached: boolean }>> }
interface Money { readonly standing: string; readonly totals: { readonly owed: number; readonly paid: number; readonly unpaid: number }; readonly offers: readonly { readonly step: string; readonly source: string }[] }
interface Why { readonly due: string; readonly sentences: readonly { readonly zh: string; readonly en: string }[]; readonly history: readonly { readonly type: string; readonly cause: { readonly at: string } | null }[] }

const DIVISION = '439901';
const EMPLOYER = '测试长河劳务有限公司';
const CONTRACTOR = '测试大江建筑集团';
const [STEEL, WOOD] = ['钢筋班', '木工班'] as const;
const ROOM = '速裁一庭';

/** Seventeen steel fixers, the three callers first, and four carpenters: each is owed another sum. */
const team = Array.from({ length: 21 }, (_, n) => ({ n, name: `密工${n + 1}`, phone: `1390003${1001 + n}`, tier: n < 17 ? STEEL : WOOD, wages: 900_000 + n * 10_000 }));
/** What the carpenters claim beside their pay, and what of it is awarded. */
const OVERTIME = { claimed: 120_000, awarded: 80_000 };

/** Thirty days of 2026 by the official calendar: 2 March is a Monday; 4 to 6 April and 1 to 5 May are off. */
describe('Twenty-one workers and one contractor', () => {
  let app: App;
  let group: string;
  /** The cases in the order of the team. */
  let cases: string[];
  const steel = (): string[] => cases.slice(0, 17);
  const wood = (): string[] => cases.slice(17);
  /** Two of the seventeen: the agreement of one is confirmed by the court in time, that of the other is not. */
  const confirmed = (): string => cases[15]!;
  const unconfirmed = (): string => cases[16]!;
  const paidOnTheDay = (): string[] => cases.slice(0, 15);

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    for (const [command, body] of [['register-arbitrator', { arbitrator: 'arb-1', specialities: ['speedy'] }], ['open-room', { room: ROOM, opens: '09:00', closes: '12:00', online: false }]] as const) {
      expect((await ask('supervisor', `resolution/tribunals/${DIVISION}/commands/${command}`, body)).status).toBe(200);
    }
  });
  afterAll(() => app?.stop());

  const ask = async <T>(role: string, path: string, body?: object): Promise<Answer<T>> => {
    const response = await fetch(`${app.url}/v1/${path}`, {
      method: body ? 'POST' : 'GET', ...(body && { body: JSON.stringify(body) }), headers: { authorization: `Bearer ${await app.token(role)}`, ...(body && { 'content-type': 'application/json' }) },
    });
    return { status: response.status, json: (await response.json()) as Answer<T>['json'] };
  };
  const give = (role: string, caseId: string, command: string, body: object = {}): Promise<Answer> => ask(role, `resolution/cases/${caseId}/commands/${command}`, body);
  const done = async (role: string, caseId: string, command: string, body: object = {}): Promise<readonly string[]> => {
    const { status, json } = await give(role, caseId, command, body);
    expect([command, status, json.code]).toEqual([command, 200, undefined]);
    return json.events!;
  };
  /** One action on the group, or on one team of it: an answer for each member, and everything that follows from it. */
  const together = async (role: string, step: string, body: object = {}, tier?: string): Promise<Results> => {
    const [service, command] = step.split('/') as [string, string];
    const { json } = await ask<Results>(role, `${service}/groups/${group}/members/commands/${command}${tier ? `?tier=${encodeURIComponent(tier)}` : ''}`, body);
    await app.settled();
    return json;
  };
  const allDone = async (role: string, step: string, body: object = {}, tier?: string): Promise<void> => {
    const answer = await together(role, step, body, tier);
    const size = tier === undefined ? 21 : tier === STEEL ? 17 : 4;
    expect([step, answer.done, answer.results.filter(({ result }) => result !== 'done')]).toEqual([step, size, []]);
  };
  const at = async (instant: string): Promise<void> => {
    app.clock.set(`${instant}:00+08:00`);
    await app.settled();
  };
  const page = (caseId: string, asOf = ''): Promise<Page> => app.office.get('supervisor', `/v1/cases/${caseId}${asOf}`);
  const money = (caseId: string): Promise<Money> => app.office.get('officer', `/v1/resolution/cases/${caseId}/money`);
  const grouped = async (): Promise<Group> => (await ask<Group>('officer', `intake/groups/${group}`)).json;
  const standing = async (): Promise<Standing> => (await ask<Standing>('supervisor', `supervision/groups/${group}`)).json;
  /** The days of one clock in all the cases named: each case's own, told once where they are the same. */
  const clocks = async (of: readonly string[], kind: string): Promise<string[]> => {
    const pages = await Promise.all(of.map((caseId) => page(caseId)));
    return [...new Set(pages.map(({ clocks: all }) => Object.values(all).filter((clock) => clock.kind === kind).map(({ due, status, breached }) => `${due} ${status}${breached ? ' breached' : ''}`).join(', ')))];
  };
  /** The whole life of a case in the order of the log, as its history tells it: its clocks, offers and limitations apart. */
  const lifeOf = async (caseId: string): Promise<string[]> => {
    const { events } = await app.office.get<{ events: readonly { type: string; stream: string }[] }>('supervisor', `/v1/cases/${caseId}/history`);
    return events.filter(({ stream }) => LIFE.includes(stream.split('/')[0]!)).map(({ type }) => type.split('.')[1]!);
  };
  const callBackAndClose = async (caseId: string): Promise<void> => {
    expect(await done('supervisor', caseId, 'record-callback', { solved: true, satisfied: 'satisfied' })).toEqual(['CallbackMade', 'CaseClosed']);
  };

  it('are known as one group by three calls and one spreadsheet, with a lead and representatives', async () => {
    const called: string[] = [];
    for (const { n, name, phone, wages } of team.slice(0, 3)) {
      const { status, body } = await app.hotline('12345').file({
        orderNo: `12345-${n}`, callTime: '2026-03-02T10:15:00+08:00', appealType: 'COMPLAINT', categoryCode: 'D01', areaCode: DIVISION, content: '密，工资三个月没有发。', caller: { callerName: name, callerPhone: phone, isMigrantWorker: true },
        appealedUnit: { unitName: EMPLOYER }, site: { siteName: '测试长河花园', industryCode: 'E47', mainContractor: CONTRACTOR, laborSubcontractor: EMPLOYER },
        arrears: { owedAmount: wages / 100, peopleCount: n === 0 ? 21 : 1, beginMonth: '2025-12', endMonth: '2026-02' }, // The first tells of all of them.
      });
      expect(status).toBe(202);
      called.push(body.caseId);
      await app.settled();
    }
    group = (await ask<{ group: string }>('officer', `intake/cases/${called[0]}/related`)).json.group;
    expect(await grouped()).toMatchObject({ phase: 'open', lead: called[0], size: 3 }); // LDMA 7: ten workers and more; nobody had to see it.

    const header = ['姓名', '联系电话', '欠薪金额', '欠薪起始月', '欠薪截止月', '班组'];
    const sheet = [header, ...team.map(({ name, phone, wages, tier }) => [name, phone, String(wages / 100), '2025-12', '2026-02', tier])].map((cells) => cells.join()).join('\r\n');
    const response = await fetch(`${app.url}/v1/intake/groups/${group}/roster`, { method: 'POST', body: sheet, headers: { authorization: `Bearer ${await app.token('officer')}`, 'content-type': 'text/csv', accept: 'application/json' } });
    const roster = (await response.json()) as { filed: number; joined: number; refused: number; results: readonly { caseId: string; result: string }[] };
    expect(roster).toMatchObject({ filed: 18, joined: 3, refused: 0 }); // Who had called is known again.
    cases = roster.results.map(({ caseId }) => caseId);
    expect(cases.slice(0, 3)).toEqual(called);
    await app.settled();
    expect((await ask('officer', `intake/groups/${group}/commands/place-members`, { members: called, tier: STEEL })).status).toBe(200); // They were in it before the sheet told their team.
    expect((await ask('officer', `intake/groups/${group}/commands/change-lead`, { lead: cases[4] })).json.events).toEqual(['LeadChanged']);
    expect((await ask('officer', `intake/groups/${group}/commands/choose-representatives`, { representatives: [cases[4], cases[0]] })).json.code).toBe('REPRESENTATIVES_THREE_TO_FIVE');
    expect((await ask('officer', `intake/groups/${group}/commands/choose-representatives`, { representatives: [cases[4], cases[0], cases[18]] })).json.events).toEqual(['RepresentativesChosen']);
    const known = await grouped();
    expect(known).toMatchObject({ lead: cases[4], representatives: [cases[4], cases[0], cases[18]], size: 21 });
    expect([known.members.map(({ caseId }) => caseId).sort(), known.members.filter(({ subgroup }) => subgroup.tier === WOOD).map(({ caseId }) => caseId).sort()]).toEqual([[...cases].sort(), wood().sort()]);
    // 2 March + 7 days, and + 5 working days (3, 4, 5, 6, 9). Who told it twice is answered twice (domain b.3, merge).
    expect([await clocks(called, 'HOT-7D'), await clocks(cases.slice(3), 'HOT-7D'), await clocks(cases, 'INSP-ACCEPT')]).toEqual([['2026-03-09 running, 2026-03-09 running'], ['2026-03-09 running'], ['2026-03-09 running']]);
  });

  it('are signed for together, asked once for what is missing, and accepted', async () => {
    await allDone('officer', 'routing/sign-order');
    await allDone('officer', 'resolution/contact-requester', { order: 0, reached: true });
    await allDone('officer', 'resolution/contribute-assistance', { order: 0, department: 'housingDept', division: DIVISION, note: '密，总包单位已约谈。' });
    await at('2026-03-03T09:00');
    await allDone('inspector', 'resolution/request-supplements', { gaps: ['考勤记录', '工资条'] });
    const again = await together('inspector', 'resolution/request-supplements', { gaps: ['身份证明'] });
    expect([again.refused, again.done, new Set(again.results.map(({ code }) => code))]).toEqual([21, 0, new Set(['SUPPLEMENTS_ALREADY_REQUESTED'])]); // Once, all together: a second list is refused.
    await at('2026-03-05T15:00');
    await allDone('inspector', 'resolution/receive-supplements');
    expect(await clocks(cases, 'INSP-ACCEPT')).toEqual(['2026-03-11 running']); // 4 and 5 March are not counted: two working days more.
    await at('2026-03-06T09:00');
    await allDone('inspector', 'resolution/accept-complaint');
    await allDone('officer', 'resolution/give-reply', { order: 0, reply: '密，已受理，将组织调解。' });
    expect([await clocks(cases, 'INSP-ACCEPT'), await clocks(cases.slice(0, 3), 'HOT-7D'), await clocks(cases.slice(3), 'HOT-7D')]).toEqual([['2026-03-11 met'], ['2026-03-09 met, 2026-03-09 met'], ['2026-03-09 met']]);
  });

  it('are mediated together; seventeen settle, each by an agreement of its own', async () => {
    await allDone('mediator', 'resolution/apply-for-mediation', { organisation: '测试街道劳动争议调解委员会', applicant: 'both' });
    expect(await clocks(cases, 'MED-15D')).toEqual(['2026-03-23 running']); // 6 March + 15 days is Saturday the 21st.
    await allDone('mediator', 'resolution/start-mediation', { mediator: 'mediator-1', noConflict: true });
    await allDone('mediator', 'resolution/schedule-session', { startsAt: '2026-03-10T09:00:00+08:00', mode: 'onSite', place: '工地会议室' });
    await at('2026-03-10T11:00');
    await allDone('mediator', 'resolution/hold-session', { attended: ['worker', 'employer'] });
    for (const [n, caseId] of steel().entries()) {
      const performBy = n < 8 ? '2026-03-27' : '2026-03-31';
      expect(await done('mediator', caseId, 'record-agreement', { performBy, owed: [{ worker: 1, amount: team[n]!.wages }], payers: ['employer'] })).toEqual(['CaseMediated']);
    }
    await allDone('mediator', 'resolution/fail-mediation', { reason: '双方对加班工资分歧较大', wantsArbitration: true }, WOOD);
    expect([await clocks(steel().slice(0, 8), 'MED-PERFORM'), await clocks(steel().slice(8), 'MED-PERFORM'), await clocks(cases, 'MED-15D')]).toEqual([['2026-03-27 running'], ['2026-03-31 running'], ['2026-03-23 met']]);
    const owed = team.slice(0, 17).reduce((sum, { wages }) => sum + wages, 0);
    expect(await standing()).toMatchObject({ phase: 'open', owed, unpaid: owed, states: { MEDIATED: 17, MEDIATION_FAILED: 4 }, subgroups: expect.arrayContaining([expect.objectContaining({ tier: STEEL, size: 17 }), expect.objectContaining({ tier: WOOD, size: 4 })]) });
  });

  it('of whom four go on to the speedy track, whose time stands still while papers are served abroad', async () => {
    await allDone('arbitrator', 'resolution/require-corrections', { gaps: ['劳动合同', '加班记录'] }, WOOD);
    const again = await together('arbitrator', 'resolution/require-corrections', { gaps: ['身份证明'] }, WOOD);
    expect(again.results.map(({ code }) => code)).toEqual(Array(4).fill('CORRECTIONS_ALREADY_REQUIRED'));
    await at('2026-03-11T09:00');
    await allDone('arbitrator', 'resolution/accept-application', { pendingDocuments: ['劳动合同', '加班记录'], promisedUntil: '2026-03-19' }, WOOD); // 容缺受理
    // 11 March + 30 days is Friday 10 April; + 45 days is Saturday 25 April. The five days to serve: 12, 13, 16, 17, 18.
    expect([await clocks(wood(), 'ARB-SPEEDY30'), await clocks(wood(), 'ARB-AWARD'), await clocks(wood(), 'ARB-SERVE'), await clocks(wood(), 'ARB-DOCS')])
      .toEqual([['2026-04-10 running'], ['2026-04-27 running'], ['2026-03-18 running'], ['2026-03-19 running']]);
    await at('2026-03-12T09:00');
    await allDone('arbitrator', 'resolution/stay-arbitration', { ground: '被申请人法定代表人在境外，应诉材料须向境外送达' }, WOOD);
    await at('2026-03-18T10:00');
    await allDone('arbitrator', 'resolution/serve-copy', { proof: 'JW-2026-7', means: 'mail' }, WOOD);
    await allDone('arbitrator', 'resolution/resume-arbitration', {}, WOOD);
    await allDone('arbitrator', 'resolution/waive-answer-period', {}, WOOD);
    // 12 to 18 March are six days (13 to 18): 10 April becomes the 16th, and 25 April the 1st of May, which is off until the 5th.
    expect([await clocks(wood(), 'ARB-SPEEDY30'), await clocks(wood(), 'ARB-AWARD'), await clocks(wood(), 'ARB-ANSWER')]).toEqual([['2026-04-16 running'], ['2026-05-06 running'], ['2026-04-01 cancelled']]);
    for (const caseId of wood()) {
      const [id] = Object.entries((await page(caseId)).clocks).find(([, { kind }]) => kind === 'ARB-AWARD')!;
      const why = await app.office.get<Why>('supervisor', `/v1/supervision/cases/${caseId}/clocks/${id}/why`);
      expect(why.history.map(({ type }) => type)).toEqual(['ClockStarted', 'ClockSuspended', 'ClockResumed']);
      expect(why.sentences.map(({ zh }) => zh)).toEqual(expect.arrayContaining([
        '期间的最后一日为2026-04-25。', expect.stringMatching(/2026-03-12起中止，2026-03-18恢复（原因：.*向境外送达.*2026-03-13至03-18共6日不计入。$/),
        '加上不计入的6日，期间的最后一日为2026-05-01。', expect.stringMatching(/^2026-05-01至05-05劳动节放假/), expect.stringMatching(/第一个工作日2026-05-06/),
      ]));
    }
  });

  it('hears the four on one morning of its list, after what is undisputed was awarded', async () => {
    await allDone('arbitrator', 'resolution/form-panel', { arbitrators: ['arb-1'] }, WOOD);
    for (const [n, caseId] of wood().entries()) {
      const wages = team[17 + n]!.wages;
      for (const [party, hours] of [['worker', 60], ['employer', 30]] as const) await done('arbitrator', caseId, 'state-elements', { party, statements: [{ element: 'arrearsAmount', value: wages }, { element: 'overtimeHours', value: hours }] });
      await done('arbitrator', caseId, 'fix-issues');
      expect(await done('arbitrator', caseId, 'make-partial-award', { amount: wages, kind: 'wages', elements: ['arrearsAmount'], performBy: '2026-03-31', owed: [{ worker: 1, amount: wages }] })).toEqual(['PartialAwardMade']); // LDMA 43
    }
    await app.settled(); // What the awards make due is known before anybody goes on.
    await allDone('arbitrator', 'resolution/receive-pending-document', { document: '劳动合同' }, WOOD);
    await allDone('arbitrator', 'resolution/receive-pending-document', { document: '加班记录' }, WOOD);
    for (const [n, from] of ['09:00', '09:40', '10:20', '11:00'].entries()) {
      expect((await ask('arbitrator', 'resolution/hearings', { caseId: wood()[n], on: '2026-03-25', from, to: ['09:40', '10:20', '11:00', '11:40'][n], room: ROOM })).json.events).toEqual(['HearingBooked']);
    }
    await app.settled();
    expect(await clocks(wood(), 'ARB-HEARNOTE')).toEqual(['2026-03-18 running']); // Five working days back from the 25th: 24, 23, 20, 19, 18. It is the 18th.
    expect((await ask('arbitrator', 'resolution/hearings', { caseId: wood()[3], on: '2026-03-25', from: '09:20', to: '10:00', room: ROOM, moved: 'party' })).json.code).toMatch(/_TAKEN$/);
    const list = (await ask<{ hearings: readonly { caseId: string; from: string }[] }>('arbitrator', `resolution/hearings?division=${DIVISION}&on=2026-03-25`)).json.hearings;
    expect(list.map(({ caseId, from }) => [caseId, from])).toEqual(wood().map((caseId, n) => [caseId, ['09:00', '09:40', '10:20', '11:00'][n]]));
    await allDone('arbitrator', 'resolution/notify-hearing', { services: [{ party: 'worker', means: 'sms', proof: 'SMS-1' }, { party: 'employer', means: 'mail', proof: 'EMS-1' }] }, WOOD);
    await at('2026-03-25T11:45');
    await allDone('arbitrator', 'resolution/hold-hearing', { heard: ['overtimeHours'] }, WOOD);
    const overtime = { kind: 'overtime', ...OVERTIME, law: '劳动法第四十四条', elements: ['overtimeHours'] };
    await allDone('arbitrator', 'resolution/make-award', { final: true, performBy: '2026-03-31', owed: [{ worker: 1, amount: OVERTIME.awarded }], items: [overtime] }, WOOD);
    await allDone('arbitrator', 'resolution/serve-award', { party: 'both', means: 'inPerson', proof: 'HZ-1' }, WOOD);
    expect([await clocks(wood(), 'ARB-SPEEDY30'), await clocks(wood(), 'ARB-AWARD'), await clocks(wood(), 'PAY-PERFORM')]).toEqual([['2026-04-16 met'], ['2026-05-06 met'], ['2026-03-31 running']]);
    for (const [n, caseId] of wood().entries()) expect((await money(caseId)).totals).toMatchObject({ owed: team[17 + n]!.wages + OVERTIME.awarded, unpaid: team[17 + n]!.wages + OVERTIME.awarded });
  });

  it('are paid on the day, but for two; whoever is paid is called back and closed, and the group stays open', async () => {
    const pays = async (caseId: string, amount: number): Promise<void> => void (await done('officer', caseId, 'record-wage-paid', { worker: 1, amount, source: 'employer', evidence: `ZZ-${cases.indexOf(caseId)}` }));
    // Who wants more than a contract has thirty days from 10 March, to Thursday 9 April, to have it confirmed (人民调解法 33).
    expect(await clocks([confirmed(), unconfirmed()], 'MED-JUDCONF')).toEqual(['2026-04-09 running']);
    await done('mediator', confirmed(), 'apply-for-judicial-confirmation');
    await at('2026-03-27T10:00');
    expect(await done('officer', confirmed(), 'decide-judicial-confirmation', { confirmed: true })).toEqual(['AgreementConfirmed']);
    for (const caseId of steel().slice(0, 8)) await pays(caseId, team[cases.indexOf(caseId)]!.wages);
    await app.settled();
    await at('2026-03-31T16:00');
    for (const caseId of paidOnTheDay().slice(8)) await pays(caseId, team[cases.indexOf(caseId)]!.wages);
    for (const [n, caseId] of wood().entries()) await pays(caseId, team[17 + n]!.wages + OVERTIME.awarded);
    await app.settled();
    expect(await standing()).toMatchObject({ phase: 'open', states: { RESOLVED: 19, MEDIATED: 2 }, unpaid: team[15]!.wages + team[16]!.wages });
    const answers = await together('supervisor', 'resolution/record-callback', { solved: true, satisfied: 'satisfied' });
    expect([answers.done, answers.results.filter(({ result }) => result === 'refused').map(({ caseId, code }) => [caseId, code]).sort()]).toEqual([19, [confirmed(), unconfirmed()].map((caseId) => [caseId, 'NOT_RESOLVED']).sort()]);
    const known = await grouped();
    expect([known.phase, known.members.filter(({ closed }) => !closed).map(({ caseId }) => caseId).sort()]).toEqual(['open', [confirmed(), unconfirmed()].sort()]);
  });

  it('of whom the two unpaid are shown the way to enforcement by their clock alone, each by its own title', async () => {
    await at('2026-04-01T00:05'); // The thirtieth day.
    expect([await clocks([confirmed(), unconfirmed()], 'PAY-PERFORM'), await clocks(paidOnTheDay().slice(8), 'PAY-PERFORM')]).toEqual([['2026-03-31 running breached'], ['2026-03-31 met']]);
    const [one, other] = [await money(confirmed()), await money(unconfirmed())];
    expect([one, other]).toMatchObject([{ standing: 'defaulted', totals: { paid: 0 } }, { standing: 'defaulted', totals: { paid: 0 } }]);
    expect(one.offers).toContainEqual(expect.objectContaining({ step: 'enforcement', source: 'LDMA 51; 人民调解法 33' }));
    expect(other.offers.map(({ step, source }) => [step, source])).toEqual([['paymentOrder', 'LDMA 16'], ['arbitration', 'LDMA 15'], ['inspection', 'LSR 26'], ['generalContractor', 'WPR 30'], ['deposit', 'WPR 32']]); // A contract is not enforced.
    const routes = await app.database.query<{ case_id: string; route: string }>(`SELECT case_id, data::jsonb ->> 'route' AS route FROM es.events WHERE type = 'resolution.court-route-advised' ORDER BY pos`);
    const advised = (caseId: string): string[] => routes.rows.filter((row) => row.case_id === caseId).map(({ route }) => route);
    expect([advised(confirmed()), advised(unconfirmed()), routes.rows.length]).toEqual([['paymentOrder', 'enforcement'], ['paymentOrder'], 3]);
    expect(await standing()).toMatchObject({ phase: 'open', states: { CLOSED: 19, COURT_REFERRED: 2 } });

    await at('2026-04-01T09:00');
    expect((await give('officer', unconfirmed(), 'apply-for-enforcement')).json.code).toBe('NO_ENFORCEABLE_TITLE');
    expect(await done('officer', confirmed(), 'apply-for-enforcement')).toEqual(['EnforcementApplied']);
    await done('officer', unconfirmed(), 'apply-for-payment-order');
    await app.settled();
    // 1 April + 5 days is Monday the 6th, still Qingming: the 7th. 7 April + 15 days is Wednesday the 22nd.
    expect([(await page(confirmed())).state, await clocks([unconfirmed()], 'PO-NOTIFY')]).toEqual(['ENFORCING', ['2026-04-07 running']]);
    await at('2026-04-03T09:00');
    await done('officer', unconfirmed(), 'accept-payment-order');
    await done('officer', unconfirmed(), 'issue-payment-order');
    await at('2026-04-07T09:00');
    await done('officer', unconfirmed(), 'serve-payment-order');
    await app.settled();
    expect(await clocks([unconfirmed()], 'PO-OBJECT')).toEqual(['2026-04-22 running']);

    await at('2026-04-10T09:00');
    await done('officer', confirmed(), 'record-wage-paid', { worker: 1, amount: team[15]!.wages, source: 'court', payer: 'employer', evidence: 'FY-15' });
    await app.settled();
    await callBackAndClose(confirmed());
    await app.settled();
    expect(await grouped()).toMatchObject({ phase: 'open' }); // One is open.
    await at('2026-04-23T00:05'); // Neither paid nor objected.
    await at('2026-04-23T09:00');
    expect(await done('officer', unconfirmed(), 'apply-for-enforcement')).toEqual(['EnforcementApplied']);
    await at('2026-04-28T09:00');
    await done('officer', unconfirmed(), 'record-wage-paid', { worker: 1, amount: team[16]!.wages, source: 'court', payer: 'employer', evidence: 'FY-16' });
    await app.settled();
    await callBackAndClose(unconfirmed());
    await app.settled();
  });

  it('are closed as a group when the last of them is, and each of the twenty-one is the same when it is folded from the log', async () => {
    expect(await grouped()).toMatchObject({ phase: 'closed', size: 21 });
    const { rows } = await app.database.query<{ type: string }>('SELECT type FROM es.events WHERE stream_id = $1 ORDER BY version', [`group/${group}`]);
    const types = rows.map(({ type }) => type.slice(type.indexOf('.') + 1));
    expect([types.slice(0, 6), types.slice(6)]).toEqual([['group-formed', 'members-joined', 'members-joined', 'members-placed', 'lead-changed', 'representatives-chosen'], [...Array<string>(21).fill('member-closed'), 'group-closed']]);
    expect(await standing()).toMatchObject({ unpaid: 0, states: { CLOSED: 21 } });
    const lifeFor = (caseId: string): keyof typeof lives => (wood().includes(caseId) ? 'awarded' : caseId === confirmed() ? 'confirmedAndEnforced' : caseId === unconfirmed() ? 'orderedAndEnforced' : cases.indexOf(caseId) < 3 ? 'paidAndToldTwice' : 'paid');
    for (const [n, caseId] of cases.entries()) expect([n, await lifeOf(caseId)]).toEqual([n, lives[lifeFor(caseId)]]);
    // No office was late in anything; the employer was, where it did not pay.
    const late = await app.database.query<{ case_id: string; kind: string }>(`SELECT DISTINCT b.case_id, b.data::jsonb ->> 'kind' AS kind FROM es.events b JOIN es.events s ON s.type = 'supervision.clock-started' AND s.case_id = b.case_id AND s.data::jsonb ->> 'clock' = b.data::jsonb ->> 'clock'
      WHERE b.type = 'supervision.clock-breached' AND s.data::jsonb #>> '{rule,duty}' IS DISTINCT FROM 'person' ORDER BY 2`);
    expect(late.rows.map(({ case_id, kind }) => `${cases.indexOf(case_id)} ${kind}`).sort()).toEqual(['15 MED-PERFORM', '15 PAY-PERFORM', '16 MED-PERFORM', '16 PAY-PERFORM', '16 PO-OBJECT']);
    for (const caseId of cases) {
      const now = await page(caseId);
      expect(now).toMatchObject({ state: 'CLOSED', closed: true, unpaid: 0 });
      expect(await page(caseId, `?asOf=${now.position}`)).toEqual(now);
      expect(now).toMatchObject((await ask<{ state: object }>('auditor', `audit/cases/${caseId}/replay`)).json.state);
    }
    const parked = await app.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM intake.parked UNION ALL SELECT count(*)::int FROM supervision.parked UNION ALL SELECT count(*)::int FROM resolution.parked UNION ALL SELECT count(*)::int FROM routing.parked`);
    expect(parked.rows.map(({ n }) => n)).toEqual([0, 0, 0, 0]);
  });
});
