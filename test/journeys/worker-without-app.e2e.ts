import { caseStatesInEnglish } from '#libs/contracts/case-states.js';
import type { CaseState } from '#libs/contracts/case-states.js';
import { tokenFor } from '../../demo/people.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';
import type { Somebody } from './desk-people.js';
import type { Name } from './told-by-text.js';
import { dayIn, groundOf, RETURN_VISIT } from './told-by-text.js';

interface Answer { readonly status: number; readonly json: Record<string, unknown> & { readonly code?: string; readonly events?: readonly string[] }; readonly text: string }
interface Event { readonly type: string; readonly position: string; readonly meta: { readonly actor: string }; readonly data: Record<string, unknown> }
interface Clock { readonly kind: string; readonly due: string; readonly status: string }
interface Page {
  readonly caseNumber: string; readonly state: CaseState; readonly stateName: string; readonly closed: boolean; readonly unpaid: number; readonly paid: Readonly<Record<string, number>>; readonly nextClock: string | null; readonly position: string;
  readonly missing: readonly Name[]; readonly clocks: Readonly<Record<string, Clock>>; readonly orders: readonly { department: string; division: string; officer: string | null }[];
}
interface Names { readonly departments: Record<string, Name>; readonly divisions: Record<string, string>; readonly sources: Record<string, Name> }
interface Line { readonly caseId: string; readonly officer: string | null; readonly dueAt: string }

const at = (day: string, time = '09:30'): string => `2026-${day}T${time}:00+08:00`;
const somebody = (id: string, role: string, division = '439901', department?: string): Somebody => ({ id, role, division, ...(department && { department }) });
const agent = somebody('hotline-a', 'officer', '439900'); // Takes the worker's calls, and acts for the worker where the worker says so.
const caller = somebody('hotline-b', 'officer', '439900'); // Makes the return visits.
const [inspector, colleague] = ['insp-a', 'insp-b'].map((id) => somebody(id, 'inspector', '439901', 'inspectionBody')) as [Somebody, Somebody];
const head = somebody('head-a', 'supervisor', '439901', 'inspectionBody');
const supervisor = somebody('sup-a', 'supervisor', '439900');
const mediator = somebody('med-a', 'mediator');
const aid = somebody('aid-a', 'legal-aid');
const auditor = somebody('audit-a', 'auditor', '439900');

const PERSONAL = ['密甲子测', '13900007701', '430000199003070014', '密丙寅'];
const order = (orderNo: string, callTime: string): object => ({
  orderNo, callTime, appealType: 'COMPLAINT', categoryCode: 'D01', areaCode: '439901', content: '密丙寅在工地做工三个月，工资未发。',
  caller: { callerName: '密甲子测', callerPhone: '13900007701', idCardNo: '430000199003070014', isMigrantWorker: true, keepSecret: true }, appealedUnit: { unitName: '测试劳务公司' },
  site: { siteName: '测试花园', industryCode: 'E47' }, arrears: { owedAmount: 18000, peopleCount: 1, beginMonth: '2025-11', endMonth: '2026-01' },
});

/** One case from the first call to the last, each test its next chapter. */
describe('A worker without an app', () => {
  let app: App;
  let caseId: string;
  let code: string;
  let read = 0;
  const answers: { readonly path: string; readonly text: string }[] = [];
  const tokens = new Map<string, Promise<string>>();
  beforeAll(async () => { app = await startApp({ now: at('03-02', '10:20') }); });
  afterAll(() => app?.stop());

  const send = async (who: Somebody | undefined, path: string, body?: object): Promise<Answer> => {
    const key = JSON.stringify(who);
    if (who && !tokens.has(key)) tokens.set(key, tokenFor(app.issuer, who));
    const headers = { ...(who && { authorization: `Bearer ${await tokens.get(key)!}` }), ...(body && { 'content-type': 'application/json' }) };
    const response = await fetch(`${app.url}/v1/${path}`, { method: body ? 'POST' : 'GET', headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await response.text();
    answers.push({ path, text });
    return { status: response.status, text, json: text.startsWith('{') ? (JSON.parse(text) as Answer['json']) : {} };
  };
  const step = async (who: Somebody, command: string, fields: object = {}): Promise<Answer> => {
    const [service, path] = command.split('/') as [string, string];
    const answer = await send(who, `${service}/cases/${caseId}/commands/${path}`, fields);
    if (answer.status === 200) await app.settled();
    return answer;
  };
  const done = async (who: Somebody, command: string, fields: object = {}): Promise<readonly string[]> => {
    const { status, json } = await step(who, command, fields);
    expect([command, status, json.code]).toEqual([command, 200, undefined]);
    return json.events!;
  };
  const refused = async (who: Somebody, command: string, fields: object = {}): Promise<string> => {
    const { status, json } = await step(who, command, fields);
    return `${status} ${json.code}`;
  };
  const page = async (): Promise<Page> => (await send(supervisor, `cases/${caseId}`)).json as never;
  const history = async (id = caseId): Promise<readonly Event[]> => (await send(auditor, `cases/${id}/history`)).json['events'] as never;
  /** What happened since this was last asked, in the order of the log; how the clocks counted it, the page says. */
  const news = async (): Promise<readonly string[]> => {
    const events = await history();
    const fresh = events.slice(read);
    read = events.length;
    return fresh.filter(({ type }) => !type.startsWith('supervision.')).map(({ type, meta }) => `${type.replace(/^\w+\.(.*)\.v1$/, '$1')} ${meta.actor.replace(/^process:.*/, 'itself').replace(/^\w[\w-]*:/, '')}`);
  };
  const clocks = async (kind: string): Promise<readonly string[]> => Object.values((await page()).clocks).filter((clock) => clock.kind === kind).map(({ due, status }) => `${due} ${status}`).sort();
  const text = async (lang: 'zh' | 'en' = 'zh'): Promise<string> => (await send(undefined, `track/${code}?as=text&lang=${lang}`)).text;
  const offered = async (who: Somebody): Promise<Readonly<Record<string, string>>> => {
    const { actions, refused: no } = (await send(who, `cases/${caseId}/actions`)).json as never as Record<'actions' | 'refused', { command: string; code?: string }[]>;
    return Object.fromEntries([...actions, ...no].map(({ command, code: why = 'open' }) => [command, why]));
  };

  /** The answer in both languages is, line for line, what the supervisor's page and the reason of its clock say. `who` acts next where that is not the holder of the order. */
  async function saysWhatTheSupervisorSees(who?: Name): Promise<void> {
    const seen = await page();
    const { departments, divisions, sources } = (await send(supervisor, 'supervision/names')).json as never as Names;
    const place = divisions[seen.orders[0]!.division]!;
    const holder = departments[seen.orders[0]!.department]!;
    const acts = who ?? holder;
    const [zh, en] = [[`您的案件${seen.caseNumber}：${seen.stateName}。`, `由${place}${holder.zh}办理。`], [`Your case ${seen.caseNumber}: ${caseStatesInEnglish[seen.state]}.`, `Handled by: ${holder.en} (${place}).`]];
    const { events } = (await send(supervisor, `cases/${caseId}/history`)).json as never as { events: readonly Event[] };
    const { reason } = events.filter(({ type }) => /^routing\.case-(re)?routed\.v1$/.test(type)).at(-1)!.data['decision'] as { reason: Name };
    const why = groundOf(reason.zh.slice(reason.zh.indexOf('（') + 1, -1), sources);
    zh.push(`原因：${reason.zh.slice(0, reason.zh.indexOf('（'))}依据：${why.zh}。`);
    en.push(`Why: ${reason.en.slice(0, reason.en.indexOf(' ('))} Ground: ${why.en}.`);
    const running = Object.entries(seen.clocks).filter(([, { status }]) => status === 'running');
    const next = running.find(([, { kind }]) => kind === seen.nextClock);
    expect(next !== undefined).toBe(!seen.closed); // While a case is open, somebody acts next.
    if (next) {
      const { due, names, rule, sentences } = (await send(supervisor, `supervision/cases/${caseId}/clocks/${next[0]}/why`)).json as never as { due: string; names: Name; rule: { source: string }; sentences: readonly Name[] };
      expect([due, sentences.length > 0]).toEqual([next[1].due, true]);
      const ground = groundOf(rule.source, sources);
      zh.push(`下一步：${names.zh}，由${place}${acts.zh}在${dayIn(due)}前完成。依据：${ground.zh}。`);
      en.push(`Next: ${names.en}, by ${acts.en} (${place}) until ${due.slice(0, 16).replace('T', ' ')}. Ground: ${ground.en}.`);
    }
    if (seen.missing.length > 0 && !seen.closed) {
      zh.push(`请您补充：${seen.missing.map((one) => one.zh).join('、')}。`);
      en.push(`Please add: ${seen.missing.map((one) => one.en).join(', ')}.`);
    }
    const paid = Object.values(seen.paid).reduce((sum, amount) => sum + amount, 0);
    if (paid > 0) zh.push(`已经支付${(paid / 100).toFixed(2)}元。`), en.push(`Paid so far: ${(paid / 100).toFixed(2)} yuan.`);
    if (seen.unpaid > 0) {
      zh.push(`还有${(seen.unpaid / 100).toFixed(2)}元没有支付。`);
      en.push(`Still unpaid: ${(seen.unpaid / 100).toFixed(2)} yuan.`);
    }
    const window = running.find(([, { kind, due }]) => kind === 'HOT-REOPEN' && due >= today());
    if (window) {
      zh.push(`${dayIn(window[1].due)}前您可以要求重办。`);
      en.push(`Until ${window[1].due} you may ask for the case to be reopened.`);
    }
    const facts = (said: string, personal: RegExp): readonly string[] => said.trimEnd().split('\n').filter((line) => !personal.test(line));
    expect([facts(await text('zh'), /^您(可以享受|已接受|也可以|现在可以)/), facts(await text('en'), /^You (are entitled|accepted|may also|can now)/)]).toEqual([zh, en]);
  }
  const today = (): string => app.clock.now().slice(0, 10);

  it('calls 12345, and learns by text where the case is, who acts next, by when and why', async () => {
    for (const officer of [inspector.id, colleague.id]) await send(head, 'routing/units/439901/inspectionBody/commands/enrol-officer', { officer, ...(officer === inspector.id && { specialities: [{ kind: 'category', code: 'D01' }] }) });
    const { status, body } = await app.hotline('12345').file(order('HL-1', at('03-02', '10:15')));
    expect(status).toBe(202);
    ({ caseId, trackingCode: code } = body);
    await app.settled();
    expect(await news()).toEqual([
      'claim-filed 12345', 'case-routed itself', 'case-assigned itself', 'case-assigned itself', 'case-opened itself', 'complaint-received itself', 'assistance-requested itself', 'offer-made itself',
    ]);
    await saysWhatTheSupervisorSees();
    expect(await text()).toContain('下一步：首次联系，由测试区人社部门劳动保障监察机构在2026年3月3日 10:20前完成。'); // A day from its dispatch.
    expect(await text('en')).toContain('Please add: place of employment.');
    expect((await history())[0]!.data).toMatchObject({ requester: { secrecy: true } });
  });

  it('lies in the inbox of one officer, and in that of the team, as the server decides', async () => {
    await done(inspector, 'routing/sign-order');
    expect(await news()).toEqual(['order-signed insp-a', 'officer-named itself']);
    const desk = async (who: Somebody, view: string): Promise<readonly Line[]> => (await send(who, `routing/desk?view=${view}`)).json['orders'] as never;
    expect([await desk(inspector, 'mine'), await desk(inspector, 'team')]).toMatchObject([[{ caseId, officer: inspector.id, dueAt: at('03-03', '10:20') }], [{ caseId }]]);
    expect([await desk(colleague, 'mine'), await desk(colleague, 'team')]).toMatchObject([[], [{ caseId, officer: inspector.id }]]);
    expect(await desk(somebody('elsewhere', 'officer', '439902'), 'unit')).toEqual([]);
    await saysWhatTheSupervisorSees();
  });

  it('is asked for what is missing once, in one list', async () => {
    await done(inspector, 'resolution/contact-requester', { order: 0, reached: true });
    await done(inspector, 'resolution/request-supplements', { gaps: ['考勤记录', '用人单位全称'] });
    expect(await clocks('INSP-ACCEPT')).toEqual(['2026-03-09 suspended']);
    expect(await refused(inspector, 'resolution/request-supplements', { gaps: ['银行流水'] })).toBe('409 SUPPLEMENTS_ALREADY_REQUESTED');
    await done(agent, 'intake/supplement-claim', { facts: { workRegion: '439901' }, text: '密丙寅电话补充：考勤记录由班组长保管。' });
    await done(inspector, 'resolution/receive-supplements');
    expect(await refused(inspector, 'resolution/request-supplements', { gaps: ['银行流水'] })).toBe('409 SUPPLEMENTS_ALREADY_REQUESTED');
    await done(inspector, 'resolution/accept-complaint');
    expect(await news()).toEqual([
      'requester-contacted insp-a', 'supplements-requested insp-a', 'claim-supplemented hotline-a', 'case-rerouted itself', 'supplements-received insp-a', 'complaint-accepted insp-a',
    ]);
    expect((await page()).missing).toEqual([]);
    await saysWhatTheSupervisorSees();
  });

  it('takes the legal aid that was offered by itself, and is told that the legal-aid centre acts next', async () => {
    expect(await text()).toContain('您可以享受：农民工请求支付劳动报酬');
    expect(await done(agent, 'resolution/accept-offer', { offer: 'legalAidExempt' })).toEqual(['OfferAccepted', 'ProcedureApplied']);
    await done(aid, 'resolution/grant-legal-aid', { order: 0 });
    await saysWhatTheSupervisorSees({ zh: '法律援助机构（12348）', en: 'legal-aid centre of the justice bureau' });
    expect([await text(), await clocks('LA-ASSIGN')]).toEqual([expect.stringContaining('下一步：指派律师'), ['2026-03-05 running']]);
    await done(aid, 'resolution/assign-lawyer', { order: 0, lawyer: '14399202610000001' });
    expect(await text()).toContain('您已接受：农民工请求支付劳动报酬');
    expect(await news()).toEqual(['offer-accepted hotline-a', 'procedure-applied hotline-a', 'legal-aid-granted aid-a', 'lawyer-assigned aid-a']);
  });

  it('comes to the mediator with its elements filled, is settled, and paid', async () => {
    app.clock.set(at('03-04'));
    const { elements } = (await send(mediator, `resolution/cases/${caseId}/elements`)).json as never as { elements: readonly { element: string; prefilled: unknown }[] };
    expect(elements.filter(({ prefilled }) => prefilled !== null).map(({ prefilled }) => prefilled)).toEqual(expect.arrayContaining(['2025-11', '2026-01']));
    await done(agent, 'resolution/apply-for-mediation', { organisation: '测试街道调解委员会', applicant: 'worker' });
    await done(mediator, 'resolution/start-mediation', { mediator: mediator.id, noConflict: true });
    await done(mediator, 'resolution/record-agreement', { performBy: '2026-03-20', owed: [{ worker: 1, amount: 1_800_000 }] });
    expect(await text()).toContain('还有18000.00元没有支付。');
    await saysWhatTheSupervisorSees();
    app.clock.set(at('03-10'));
    await done(mediator, 'resolution/record-wage-paid', { worker: 1, amount: 1_800_000, source: 'employer', evidence: 'HD-1' });
    expect(await news()).toEqual([
      'mediation-applied hotline-a', 'mediation-started med-a', 'case-mediated med-a', 'payment-due itself', 'wage-paid med-a', 'payment-completed med-a', 'order-concluded itself', 'case-resolved itself',
    ]);
    await saysWhatTheSupervisorSees(RETURN_VISIT);
    expect(await clocks('HOT-CALLBACK')).toEqual(['2026-03-13 running']);
  });

  it('is called by somebody who did not handle it, says that no money came, and it goes back', async () => {
    const no = { solved: false, satisfied: 'dissatisfied' };
    expect(await refused(agent, 'resolution/record-callback', no)).toBe('403 CALLBACK_BY_HANDLER');
    expect(await refused(inspector, 'resolution/record-callback', no)).toBe('403 NOT_YOUR_ROLE');
    expect([(await offered(agent))['record-callback'], (await offered(caller))['record-callback']]).toEqual(['CALLBACK_BY_HANDLER', 'open']);
    expect(await done(caller, 'resolution/record-callback', no)).toEqual(['CallbackMade', 'CaseReopened']);
    expect([(await page()).state, await clocks('HOT-REDO')]).toEqual(['REOPENED', ['2026-03-17 running']]);
    await saysWhatTheSupervisorSees();
    await done(mediator, 'resolution/correct-wage-paid', { worker: 1, evidence: 'HD-1', amount: 0, reason: '密丙寅的账户退票' });
    expect(await text()).toContain('还有18000.00元没有支付。');
    app.clock.set(at('03-11'));
    await done(mediator, 'resolution/record-wage-paid', { worker: 1, amount: 1_800_000, source: 'employer', evidence: 'HD-2' });
    expect(await done(caller, 'resolution/record-callback', { solved: true, satisfied: 'satisfied' })).toEqual(['CallbackMade', 'CaseClosed']);
    expect(await news()).toEqual([
      'callback-made hotline-b', 'case-reopened hotline-b', 'wage-paid-corrected med-a', 'payment-reopened med-a', 'wage-paid med-a', 'payment-completed med-a', 'order-concluded itself', 'case-resolved itself',
      'callback-made hotline-b', 'case-closed hotline-b',
    ]);
    await saysWhatTheSupervisorSees();
    expect([await clocks('HOT-REOPEN'), await text()]).toEqual([['2026-09-07 running'], expect.stringContaining('2026年9月7日前您可以要求重办。')]); // 180 days from 11 March.
  });

  it('may say no after the closing, in a window that no comment, supplement or view moves', async () => {
    const acts: readonly (() => Promise<unknown>)[] = [
      () => done(agent, 'intake/supplement-claim', { facts: { workers: 1 }, text: '密丙寅：谢谢。' }),
      () => refused(agent, 'resolution/give-reply', { order: 0, reply: '已阅' }),
      () => send(agent, `audit/cases/${caseId}/personal-data`, { fields: ['name', 'phone'], reason: '核对来电人身份' }),
      () => text(), () => page(), () => send(mediator, `resolution/cases/${caseId}/elements`), () => offered(agent),
    ];
    for (const [nth, act] of acts.entries()) {
      app.clock.set(at(`04-${String(nth + 10)}`));
      await act();
      await app.settled();
      expect([nth, await clocks('HOT-REOPEN')]).toEqual([nth, ['2026-09-07 running']]);
    }
    expect(await news()).toEqual(['claim-supplemented hotline-a', 'case-rerouted itself', 'personal-data-read hotline-a']);
    app.clock.set(at('05-06'));
    expect(await done(agent, 'resolution/reopen-case', { reason: '诉求人来电：有一笔未到账' })).toEqual(['CaseReopened']);
    expect([await clocks('HOT-REOPEN'), await clocks('HOT-REDO')]).toEqual([['2026-09-07 met'], ['2026-03-17 met', '2026-05-12 running']]); // Saturday 9 May is worked.
    await saysWhatTheSupervisorSees();
  });

  it('is handled again, paid, called and closed: a new window begins with the new closing', async () => {
    await done(mediator, 'resolution/correct-wage-paid', { worker: 1, evidence: 'HD-2', amount: 1_000_000, reason: '密丙寅的账户部分退票' });
    await whenTrue(async () => (await history()).some(({ type }) => type === 'resolution.court-route-advised.v1'));
    await app.settled();
    expect(await text()).toContain('还有8000.00元没有支付。');
    await saysWhatTheSupervisorSees();
    await done(mediator, 'resolution/record-wage-paid', { worker: 1, amount: 800_000, source: 'employer', evidence: 'HD-3' });
    expect([await clocks('HOT-CALLBACK'), await refused(agent, 'resolution/record-callback', { solved: true })]).toEqual([['2026-03-13 met', '2026-03-16 met', '2026-05-09 running'], '403 CALLBACK_BY_HANDLER']);
    await done(caller, 'resolution/record-callback', { solved: true, satisfied: 'satisfied' });
    expect(await news()).toEqual([
      'case-reopened hotline-a', 'wage-paid-corrected med-a', 'payment-reopened med-a', 'payment-defaulted itself', 'court-route-advised itself', 'wage-paid med-a', 'payment-completed med-a', 'order-concluded itself',
      'case-resolved itself', 'callback-made hotline-b', 'case-closed hotline-b',
    ]);
    expect(await clocks('HOT-REOPEN')).toEqual(['2026-09-07 met', '2026-11-02 running']);
    await saysWhatTheSupervisorSees();
  });

  it('is told no more of reopening after the window, is refused it, and a new complaint is a case of its own that follows', async () => {
    expect(await text()).toContain('退回重办');
    app.clock.set(at('11-03'));
    expect(await refused(agent, 'resolution/reopen-case', { reason: '诉求人来电' })).toBe('409 REOPENING_WINDOW_PASSED');
    expect(await text()).not.toContain('重办');
    await saysWhatTheSupervisorSees();
    const { body } = await app.hotline('12345').file(order('HL-2', at('11-03')));
    await app.settled();
    expect([body.duplicateOf, body.caseId === caseId, (await history(body.caseId))[0]!.data]).toEqual([null, false, expect.objectContaining({ follows: caseId })]);
    expect((await send(undefined, `track/${code}/supplements`, { text: '再补充一句。' })).json.code).toBe('CLAIM_IS_OVER'); // Not even by a comment.
    expect([await news(), (await page()).state]).toEqual([[], 'CLOSED']);
  });

  it('never had the name told to anybody but the officer who asked with a reason', async () => {
    const elsewhere = somebody('elsewhere', 'officer', '439902');
    const ask = { fields: ['name'], reason: '想知道是谁投诉' };
    const asked: string[] = [];
    for (const who of [undefined, somebody('stranger', 'worker'), somebody('policy-a', 'policy'), somebody('op-a', 'operator'), supervisor, auditor, elsewhere]) asked.push(`${who?.id} ${(await send(who, `audit/cases/${caseId}/personal-data`, ask)).status}`);
    expect(asked).toEqual(['undefined 401', 'stranger 403', 'policy-a 403', 'op-a 403', 'sup-a 403', 'audit-a 403', 'elsewhere 404']);
    for (const path of [`cases/${caseId}`, `cases/${caseId}/history`, `cases/${caseId}/actions`, `resolution/cases/${caseId}/money`, `resolution/cases/${caseId}/elements`]) expect([path, (await send(elsewhere, path)).status]).toEqual([path, 404]);
    for (const path of ['cases', 'cases?closed=true', 'routing/desk', 'supervision/clocks', 'supervision/breaches', 'supervision/escalations', 'supervision/statistics']) await send(supervisor, path);
    await send(undefined, `track/${code}`);
    const holding = answers.filter(({ text: said }) => PERSONAL.some((one) => said.includes(one)));
    expect(holding.map(({ path }) => path)).toEqual([`audit/cases/${caseId}/personal-data`]);
    expect(answers.length).toBeGreaterThan(100);
    const public_ = answers.filter(({ path }) => path.startsWith('track/')).map(({ text: said }) => said).join();
    expect(['测试劳务公司', caseId, ...PERSONAL].filter((one) => public_.includes(one))).toEqual([]);
    await whenTrue(() => app.ear.heard.some(({ payload }) => payload.data.event === 'resolution.case-closed.v1'));
    expect(PERSONAL.filter((one) => JSON.stringify(app.ear.heard).includes(one))).toEqual([]);
    const { rows } = await app.database.query<{ n: number }>('SELECT count(*)::int AS n FROM es.events WHERE data::text ~ $1 OR meta::text ~ $1', [PERSONAL.join('|')]);
    expect(rows[0]!.n).toBe(0); // Nor does the log, which is what the topic carries.
  });

  it('folded again from its events is what the page shows', async () => {
    const { stateName: _, closedUnpaid: __, ...stored } = (await page()) as Page & { closedUnpaid: boolean };
    const { state } = (await send(auditor, `audit/cases/${caseId}/replay`)).json as never as { state: object };
    expect(JSON.parse(JSON.stringify(state))).toEqual(stored);
    expect((await send(supervisor, `cases/${caseId}?asOf=${stored.position}`)).json).toMatchObject(stored);
  });
});
