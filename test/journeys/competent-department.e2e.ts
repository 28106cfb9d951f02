import { randomUUID } from 'node:crypto';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import type { Somebody } from './desk-people.js';
import { Persons } from './desk-people.js';

interface Event { readonly position: string; readonly type: string; readonly stream: string; readonly meta: { readonly actor: string }; readonly data: Record<string, unknown> & { kind?: string; due?: string; order?: number } }
interface Clock { readonly kind: string; readonly due: string; readonly startedAt: string; readonly status: string; readonly onTime: boolean | null; readonly breached: boolean }
interface Case { readonly state: string; readonly lead: string; readonly handlingDivision: string; readonly caseNumber: string; readonly clocks: Record<string, Clock> }
interface Listed { readonly command: string; readonly code?: string; readonly orders?: readonly number[]; readonly prefill?: object; readonly clocks?: readonly { clock: string; effect: string; due: string }[] }
interface Actions { readonly orders: readonly { order: number; unit: object; yours: string }[]; readonly actions: readonly Listed[]; readonly refused: readonly Listed[] }

const here: Somebody = { id: 'inspector-439901', role: 'inspector', division: '439901', department: 'inspectionBody' };
const there: Somebody = { id: 'inspector-439902', role: 'inspector', division: '439902', department: 'inspectionBody' };
const housing: Somebody = { id: 'housing-439901', role: 'officer', division: '439901', department: 'housingDept' };
const headHere: Somebody = { id: 'supervisor-439901', role: 'supervisor', division: '439901' };
const city: Somebody = { id: 'supervisor-439900', role: 'supervisor', division: '439900' };
const otherCity: Somebody = { id: 'supervisor-430100', role: 'supervisor', division: '430100' };
const first = { ground: 'LSR 13', reason: '工地位于邻区，不在本区用工所在地。' };
const second = { ground: 'LSR 13', reason: '项目部登记在测试区，应由该区管辖。' };
const word = { ground: 'LSR 13', reason: '用工所在地为邻区，由其办理。' };

describe('From the call to the competent department, and back', () => {
  let app: App;
  let persons: Persons;
  let caseId: string;
  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    persons = new Persons(app);
    caseId = await call('甲');
  });
  afterAll(() => app?.stop());

  /** Three months' pay at a building site: owner, general contractor and labour subcontractor are three parties. */
  const call = async (name: string): Promise<string> => {
    const { body } = await app.hotline('station').file({
      externalId: randomUUID(), receivedAt: '2026-03-02T10:15:00+08:00', category: 'D01', demandKind: 'complaint', division: '439901', origin: '12345', text: '三个月工资未发。', requester: { name: `密${name}`, phone: '13900007701' },
      employer: { name: '测试劳务分包公司' }, project: { name: '测试花园', sector: 'E47', owner: '测试置业公司', generalContractor: '测试总承包公司', subcontractor: '测试劳务分包公司' },
      facts: { workers: 1, amount: 18000, months: 3, sector: 'E47' },
    });
    await app.settled();
    return String(body.caseId);
  };
  const history = async (id = caseId): Promise<Event[]> => (await persons.ask<{ events: Event[] }>(city, `cases/${id}/history`)).json.events;
  const routingEvents = async (id = caseId): Promise<string[]> => (await history(id)).filter(({ type }) => type.startsWith('routing.')).map(({ type }) => type.replace(/^routing\.|\.v1$/g, ''));
  const shown = async (who = city, id = caseId): Promise<Case> => (await persons.ask<Case>(who, `cases/${id}`)).json;
  const clock = async (kind: string, id = caseId): Promise<Clock[]> => Object.values((await shown(city, id)).clocks).filter((each) => each.kind === kind).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  const actions = async (who: Somebody, id = caseId): Promise<Actions> => (await persons.ask<Actions>(who, `cases/${id}/actions`)).json;
  const done = async (who: Somebody, step: string, fields: object, events: readonly string[], id = caseId): Promise<void> => {
    const { status, json } = await persons.step(who, id, step, fields);
    expect([step, status, json.code ?? json['events']]).toEqual([step, 200, events]);
    await app.settled();
  };
  const refused = async (who: Somebody, step: string, fields: object, status: number, code: string, id = caseId): Promise<void> => {
    const answer = await persons.step(who, id, step, fields);
    expect([step, who.id, answer.status, answer.json.code]).toEqual([step, who.id, status, code]);
    const listed = (await actions(who, id)).refused.find(({ command }) => step.endsWith(`/${command}`));
    expect([step, listed?.code]).toEqual([step, code]); // The list says it before the step is tried.
  };

  it('goes by the rules to the inspection of the district, and the housing department assists', async () => {
    expect(await shown()).toMatchObject({ state: 'DISPATCHED', lead: 'inspectionBody', handlingDivision: '439901' });
    const [, ...assigned] = (await history()).filter(({ type }) => type.startsWith('routing.'));
    expect(assigned.map(({ data }) => [data['role'], data['unit']])).toEqual([
      ['lead', { department: 'inspectionBody', division: '439901' }], ['assist', { department: 'housingDept', division: '439901' }]]);
    expect([(await clock('HOT-7D')).map(({ due }) => due), (await clock('HOT-OBJECT')).map(({ due }) => due)]).toEqual([['2026-03-09'], ['2026-03-03']]);
  });

  it('may be signed for or returned by the body that holds it, and by nobody else', async () => {
    const { orders, actions: open } = await actions(here);
    expect(orders).toMatchObject([{ order: 0, yours: 'unit' }]);
    const sign = open.find(({ command }) => command === 'sign-order')!;
    expect(sign).toMatchObject({ orders: [0], prefill: { order: 0 }, clocks: [{ clock: 'HOT-OBJECT', effect: 'meets', due: '2026-03-03' }] });
    expect(open.find(({ command }) => command === 'object-to-dispatch')!.clocks).toEqual(expect.arrayContaining([
      expect.objectContaining({ clock: 'HOT-OBJECT', effect: 'meets' }), expect.objectContaining({ clock: 'HOT-REVIEW', effect: 'starts', due: '2026-03-03' })]));
    expect((await actions(housing)).orders).toMatchObject([{ yours: 'no' }]);
    await refused(housing, 'routing/sign-order', {}, 403, 'NOT_YOUR_ORDER');
    await refused(housing, 'resolution/contact-requester', { order: 0, reached: true }, 403, 'NOT_YOUR_ORDER');
    expect(await persons.step(there, caseId, 'routing/sign-order')).toMatchObject({ status: 404 }); // Not its case at all, so far.
    expect(await persons.step(otherCity, caseId, 'routing/redispatch-order', { department: 'police', ...first })).toMatchObject({ status: 404 });
  });

  it('is returned with the provision, a clock runs for who decides, and the body itself does not decide', async () => {
    await done(here, 'routing/object-to-dispatch', first, ['DispatchObjected']);
    expect(await shown()).toMatchObject({ state: 'OBJECTED' });
    expect(await clock('HOT-REVIEW')).toMatchObject([{ due: '2026-03-03', status: 'running' }]);
    const own: Somebody = { ...here, id: 'head-439901', role: 'supervisor' };
    await refused(own, 'routing/maintain-dispatch', word, 403, 'OWN_REFUSAL');
    await refused(here, 'routing/sign-order', {}, 409, 'OBJECTION_PENDING');
  });

  it('is sent to the next district under the same number, with the reason, and the person’s clock runs on', async () => {
    app.clock.set('2026-03-02T15:00:00+08:00');
    await done(city, 'routing/redispatch-order', { department: 'inspectionBody', division: '439902', ground: 'LSR 13', reason: '工地在邻区。' }, ['CaseRedispatched']);
    expect(await shown()).toMatchObject({ state: 'DISPATCHED', handlingDivision: '439902' });
    expect((await clock('HOT-REVIEW'))[0]).toMatchObject({ status: 'met', onTime: true });
    expect((await clock('HOT-OBJECT')).map(({ due, status }) => `${due} ${status}`).sort()).toEqual(['2026-03-03 met', '2026-03-03 running']); // The second body has its own time to answer.
    expect(await clock('HOT-7D')).toMatchObject([{ startedAt: '2026-03-02', due: '2026-03-09', status: 'running' }]);
    await refused(here, 'routing/sign-order', {}, 403, 'NOT_YOUR_ORDER'); // It may see the case it had, and act on it no more.
  });

  it('that the second body refuses too goes before the city, which has a clock of its own', async () => {
    await done(there, 'routing/object-to-dispatch', second, ['DispatchObjected', 'DisputeOpened']);
    const opened = (await history()).find(({ type }) => type === 'routing.dispute-opened.v1')!.data;
    expect(opened).toMatchObject({ order: 0, division: '439900', first: { department: 'inspectionBody', division: '439901' }, refusals: [
      { unit: { division: '439901' }, ...first }, { unit: { division: '439902' }, ...second }] });
    expect(await shown()).toMatchObject({ state: 'OBJECTED' });
    expect(await clock('HOT-DISPUTE')).toMatchObject([{ due: '2026-03-03', status: 'running' }]);
    expect((await clock('HOT-REVIEW')).map(({ status }) => status).sort()).toEqual(['cancelled', 'met']); // Who sends orders out decides no more.
    expect(await clock('HOT-7D')).toMatchObject([{ startedAt: '2026-03-02', due: '2026-03-09', status: 'running' }]);
    expect(await clock('HOT-CONTACT')).toHaveLength(1);
    const { orders } = (await persons.ask<{ orders: object[] }>(city, 'routing/desk?waitsFor=superior')).json;
    expect(orders).toMatchObject([{ caseId, step: 'disputed', waitsFor: 'superior', heldBefore: ['inspectionBody@439901'] }]);
  });

  it('is decided by nobody below, while the first recipient keeps in touch with the requester', async () => {
    await refused(headHere, 'routing/designate-body', { department: 'inspectionBody', division: '439902', ...word }, 403, 'NOT_THE_SUPERIOR');
    await refused(city, 'routing/maintain-dispatch', word, 409, 'DISPUTE_PENDING');
    await refused(city, 'routing/redispatch-order', { department: 'inspectionBody', division: '439901', ...word }, 409, 'DISPUTE_PENDING');
    const contact = (await actions(here)).actions.find(({ command }) => command === 'contact-requester');
    expect(contact).toMatchObject({ orders: [0], clocks: expect.arrayContaining([expect.objectContaining({ clock: 'HOT-CONTACT', effect: 'meets' })]) });
    await done(here, 'resolution/contact-requester', { order: 0, reached: true }, ['RequesterContacted']);
    expect(await clock('HOT-CONTACT')).toMatchObject([{ status: 'met', onTime: true }]);
  });

  it('is designated by the city within the day, and the body that is designated may not return it', async () => {
    app.clock.set('2026-03-03T09:30:00+08:00');
    const { actions: open } = await actions(city);
    expect(open.find(({ command }) => command === 'designate-body')).toMatchObject({ orders: [0], ground: 'LSR 13', clocks: expect.arrayContaining([expect.objectContaining({ clock: 'HOT-DISPUTE', effect: 'meets', due: '2026-03-03' })]) });
    await done(city, 'routing/designate-body', { department: 'inspectionBody', division: '439902', ...word }, ['DisputeDecided', 'DispatchMaintained']);
    expect(await clock('HOT-DISPUTE')).toMatchObject([{ status: 'met', onTime: true }]);
    await refused(there, 'routing/object-to-dispatch', second, 409, 'RETURN_BARRED');
    await done(there, 'routing/sign-order', {}, ['OrderSigned']);
    expect(await shown()).toMatchObject({ handlingDivision: '439902', orders: [{ division: '439902', signed: true }] });
  });

  it('shows both departments the same number, the same history and the same reasons', async () => {
    const [one, other] = await Promise.all([here, there].map(async (who) => (await persons.ask<{ events: Event[] }>(who, `cases/${caseId}/history`)).json.events));
    expect(one).toEqual(other);
    const words = one!.filter(({ data }) => typeof data['reason'] === 'string').map(({ data }) => data['reason']);
    expect(words).toEqual(expect.arrayContaining([first.reason, second.reason, word.reason]));
    expect((await shown(here)).caseNumber).toBe((await shown(there)).caseNumber);
    expect(await routingEvents()).toEqual(['case-routed', 'case-assigned', 'case-assigned', 'dispatch-objected', 'case-redispatched', 'dispatch-objected', 'dispute-opened', 'dispute-decided', 'dispatch-maintained', 'order-signed']);
    const sevenDays = (await history()).filter(({ type, data }) => type.startsWith('supervision.clock-') && data.kind === 'HOT-7D').map(({ type }) => type);
    expect(sevenDays).toEqual(['supervision.clock-started.v1']); // Never restarted, never moved.
  });

  it('is, folded from the log, what it is on the screen', async () => {
    const at = (await history()).at(-1)!.position;
    expect((await persons.ask(city, `cases/${caseId}?asOf=${at}`)).json).toEqual((await persons.ask(city, `cases/${caseId}`)).json);
  });

  it('is put before the head of the office, where that does not decide in time', async () => {
    const id = await call('乙');
    await done(here, 'routing/object-to-dispatch', first, ['DispatchObjected'], id);
    await done(city, 'routing/redispatch-order', { department: 'inspectionBody', division: '439902', ...word }, ['CaseRedispatched'], id);
    await done(there, 'routing/object-to-dispatch', second, ['DispatchObjected', 'DisputeOpened'], id);
    const [{ due }] = (await clock('HOT-DISPUTE', id)) as [Clock];
    expect(due).toBe('2026-03-04'); // The next working day after the Tuesday on which it was opened.
    app.clock.set('2026-03-05T08:00:00+08:00');
    await app.settled();
    expect(await clock('HOT-DISPUTE', id)).toMatchObject([{ breached: true }]);
    const raised = (await history(id)).filter(({ type, data }) => type === 'supervision.escalation-raised.v1' && data.kind === 'HOT-DISPUTE').map(({ data }) => data);
    expect(raised).toMatchObject([{ step: 0, measure: 'warning', addressee: 'holder' }, { step: 1, measure: 'reminder', addressee: 'unitHead', escalation: raised[0]!['escalation'] }]);
    expect((await persons.ask<{ orders: object[] }>(city, 'routing/desk?bucket=overdue&waitsFor=superior')).json.orders).toMatchObject([{ caseId: id, breached: expect.any(Number) }]);
    await done(city, 'routing/designate-body', { department: 'inspectionBody', division: '439901', ...word }, ['DisputeDecided', 'CaseRedispatched'], id);
    expect((await history(id)).some(({ type, data }) => type === 'supervision.escalation-settled.v1' && raised.some(({ escalation }) => escalation === data['escalation']))).toBe(true);
    await refused(here, 'routing/object-to-dispatch', first, 409, 'RETURN_BARRED', id);
  });
});
