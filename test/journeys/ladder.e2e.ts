import { randomUUID } from 'node:crypto';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import type { Somebody } from './desk-people.js';
import { Persons } from './desk-people.js';

interface Event { readonly position: string; readonly type: string; readonly meta: { readonly actor: string }; readonly data: Record<string, unknown> & { kind?: string; measure?: string; addressee?: string; division?: string; answerDue?: string; escalation?: string; text?: { sealed: number } } }
interface Row { readonly escalation: string; readonly caseId: string; readonly kind: string; readonly measure: string; readonly status: string; readonly acknowledgedBy: string | null; readonly answeredBy: string | null; readonly answerDue: string | null }
interface List { readonly escalations: readonly Row[]; readonly counts: Record<string, number> }
interface Case { readonly caseId: string; readonly ownerless: boolean; readonly stuck: boolean; readonly returnedTwice: boolean; readonly escalation: number; readonly colour?: string; readonly ladder: Record<string, Row> }

const NOW = '2026-03-02T10:20:00+08:00';
const here: Somebody = { id: 'inspector-439901', role: 'inspector', division: '439901', department: 'inspectionBody' };
const there: Somebody = { id: 'inspector-439902', role: 'inspector', division: '439902', department: 'inspectionBody' };
const head: Somebody = { id: 'officer-439901', role: 'officer', division: '439901', department: 'inspectionBody' };
const county: Somebody = { id: 'supervisor-439901', role: 'supervisor', division: '439901' };
const city: Somebody = { id: 'supervisor-439900', role: 'supervisor', division: '439900' };
const elsewhere: Somebody = { id: 'supervisor-430100', role: 'supervisor', division: '430100' };
const PRIVATE = '请说明工友张某的工资为何未发';

/** Days counted by hand on the official calendar: from Monday 2 March to 1 April every day is a working day but for the week-ends; the day of the fact does not count. */
describe('Up the ladder', () => {
  let app: App;
  let persons: Persons;
  beforeAll(async () => { app = await startApp({ now: NOW }); persons = new Persons(app); });
  afterAll(() => app?.stop());

  const file = async (phone: string): Promise<string> => {
    const { body } = await app.hotline('station').file({
      externalId: randomUUID(), receivedAt: app.clock.now(), category: 'D01', demandKind: 'complaint', division: '439901', origin: '12345', text: '三个月工资未发。', requester: { name: '密甲', phone }, employer: { name: '测试劳务公司' }, facts: { workers: 1, amount: 18000, months: 3, sector: 'E47' },
    });
    await app.settled();
    return String(body.caseId);
  };
  const history = async (id: string): Promise<Event[]> => (await persons.ask<{ events: Event[] }>(city, `cases/${id}/history`)).json.events;
  const raised = async (id: string, kind: string): Promise<Event['data'][]> => (await history(id)).filter(({ type, data }) => type === 'supervision.escalation-raised.v1' && data.kind === kind).map(({ data }) => data);
  const shown = async (id: string): Promise<Case> => (await persons.ask<Case>(city, `cases/${id}`)).json;
  const list = async (who: Somebody, query = ''): Promise<List> => (await persons.ask<List>(who, `supervision/escalations${query}`)).json;
  const step = async (who: Somebody, id: string, command: string, fields: object = {}): Promise<string> => {
    const { status, json } = await persons.step(who, id, command, fields);
    await app.settled();
    return status === 200 ? String(json['events']) : `${status} ${json.code}`;
  };
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (let i = 0; i < 150 && !(await holds()); i++) await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await holds()).toBe(true);
    await app.settled();
  };

  it('puts what nobody holds before the head of the unit after a working day, and climbs by itself while nobody answers', async () => {
    const id = await file('13900007701');
    const named = await file('13900007702');
    expect(await step(head, named, 'routing/name-officer', { order: 0, officer: 'inspector-439901' })).not.toMatch(/^\d/);
    app.clock.set('2026-03-03T23:59:00+08:00');
    await app.settled();
    expect(await raised(id, 'ownerless')).toEqual([]);
    app.clock.set('2026-03-04T00:00:01+08:00');
    await until(async () => (await raised(id, 'ownerless')).length === 1);
    expect(await raised(id, 'ownerless')).toMatchObject([{ measure: 'reminder', addressee: 'unitHead', division: '439901', unit: { department: 'inspectionBody', division: '439901' }, answerDue: '2026-03-06T00:00:00+08:00', since: expect.stringContaining('2026-03-02'), next: 'writtenNotice' }]);
    expect([(await shown(id)).ownerless, (await shown(named)).ownerless, await raised(named, 'ownerless')]).toEqual([true, false, []]);
    expect((await persons.ask<{ cases: Case[] }>(city, 'cases?ownerless=true')).json.cases.map(({ caseId }) => caseId)).toEqual([id]);
    const [{ escalation }] = (await raised(id, 'ownerless')) as [Event['data']];
    expect([await step(here, id, 'supervision/acknowledge-escalation', { escalation }), await step(here, id, 'supervision/acknowledge-escalation', { escalation })]).toEqual(['EscalationAcknowledged', '']);
    expect((await list(here, '?side=mine')).escalations.filter(({ kind }) => kind === 'ownerless')).toMatchObject([{ caseId: id, acknowledgedBy: 'inspector:inspector-439901', status: 'open' }]);
    expect((await list(elsewhere)).escalations).toEqual([]);
    await app.restart(); // Looked at again by a new process: nothing is said twice.
    app.clock.set('2026-03-06T00:00:01+08:00');
    await until(async () => (await raised(id, 'ownerless')).length === 2);
    app.clock.set('2026-03-10T00:00:01+08:00');
    await until(async () => (await raised(id, 'ownerless')).length === 3);
    expect((await raised(id, 'ownerless')).map(({ measure, addressee, division, answerDue }) => [measure, addressee, division, answerDue])).toEqual([
      ['reminder', 'unitHead', '439901', '2026-03-06T00:00:00+08:00'], ['writtenNotice', 'divisionSupervisor', '439901', '2026-03-10T00:00:00+08:00'], ['interview', 'superiorSupervisor', '439900', '2026-03-13T00:00:00+08:00']]);
    expect([(await list(county, '?side=mine&kind=ownerless')).escalations.length, (await list(city, '?side=mine&kind=ownerless')).escalations.length]).toEqual([0, 1]);
    app.clock.set('2026-03-13T00:00:01+08:00');
    expect((await list(city, '?overdue=true&kind=ownerless')).escalations).toMatchObject([{ caseId: id, measure: 'interview' }]); // The top stays in sight.
    expect(await step(head, id, 'routing/name-officer', { order: 0, officer: 'inspector-439901' })).not.toMatch(/^\d/);
    expect([(await shown(id)).ownerless, (await list(city, '?kind=ownerless')).escalations]).toEqual([false, []]);
  });

  it('lets a supervisor remind, call in and criticise, in lawful order and with the text sealed', async () => {
    const id = await file('13900007711');
    const ladder = async (): Promise<Row[]> => (await list(city, '?kind=byHand')).escalations.filter(({ caseId }) => caseId === id);
    expect(await step(city, id, 'supervision/issue-criticism', { order: 0, text: PRIVATE })).toBe('409 CRITICISM_UNFOUNDED');
    expect(await step(here, id, 'supervision/send-reminder', { order: 0, text: PRIVATE })).toBe('403 NOT_YOUR_ROLE');
    expect(await step(elsewhere, id, 'supervision/send-reminder', { order: 0, text: PRIVATE })).toMatch(/^404/);
    expect(await step(city, id, 'supervision/send-reminder', { order: 0, text: PRIVATE })).toBe('EscalationRaised');
    expect(await step(city, id, 'supervision/send-reminder', { order: 0, text: PRIVATE })).toBe('409 RUNG_AWAITS_ANSWER');
    const [{ escalation, answerDue }] = (await ladder()) as [Row];
    expect(answerDue).toBe('2026-03-17T00:00:00+08:00'); // Friday the 13th: one working day, Monday.
    expect(await step(here, id, 'supervision/answer-escalation', { escalation, answer: PRIVATE })).toBe('EscalationAnswered');
    expect(await ladder()).toMatchObject([{ status: 'answered', answeredBy: 'inspector:inspector-439901' }]);
    expect(await step(city, id, 'supervision/convene-interview', { order: 0, text: PRIVATE, to: 'head-439901', answerDue: '2026-03-13T15:00:00+08:00' })).toBe('EscalationRaised');
    expect((await list(city, '?side=given')).escalations.map((row) => row.escalation)).toContain(escalation);
    expect(await step(city, id, 'supervision/record-interview', { escalation, attended: false, record: PRIVATE })).toBe('InterviewHeld');
    expect(await step(city, id, 'supervision/issue-criticism', { order: 0, text: PRIVATE })).toBe('409 ANSWER_NOT_YET_DUE');
    app.clock.set('2026-03-13T15:00:00+08:00');
    await app.settled();
    expect(await step(city, id, 'supervision/issue-criticism', { order: 0, text: PRIVATE })).toBe('EscalationRaised');
    expect((await raised(id, 'byHand')).map(({ measure, ground }) => [measure, ground])).toEqual([['reminder', undefined], ['interview', undefined], ['criticism', 'unanswered']]);
    expect(await ladder()).toMatchObject([{ escalation, measure: 'criticism', status: 'open', answerDue: '2026-03-19T00:00:00+08:00' }]); // Three working days in the sample city.
    expect(JSON.stringify(await history(id))).not.toContain('张某');
  });

  it('finds what does not move, once each time that it stands still', async () => {
    app.clock.set('2026-03-16T09:00:00+08:00');
    const id = await file('13900007721');
    await step(here, id, 'routing/sign-order');
    app.clock.set('2026-03-23T23:59:00+08:00'); // The fifth working day, by the sample city's pack.
    await app.settled();
    expect(await raised(id, 'noMovement')).toEqual([]);
    app.clock.set('2026-03-24T00:00:01+08:00');
    await until(async () => (await shown(id)).stuck);
    expect([(await raised(id, 'noMovement')).length, (await persons.ask<{ cases: Case[] }>(city, 'cases?stuck=true&limit=100')).json.cases.some(({ caseId }) => caseId === id)]).toEqual([1, true]);
    const report = (await persons.ask<{ cases: Case[]; total: number }>(city, 'supervision/no-movement?days=5')).json;
    expect([report.cases.some(({ caseId }) => caseId === id), (await persons.ask<{ cases: Case[] }>(city, 'supervision/no-movement?days=6')).json.cases.some(({ caseId }) => caseId === id)]).toEqual([true, false]);
    await step(here, id, 'resolution/contact-requester', { order: 0, reached: true });
    expect((await shown(id)).stuck).toBe(false);
    app.clock.set('2026-04-01T00:00:01+08:00');
    await until(async () => (await shown(id)).stuck);
    expect(new Set((await raised(id, 'noMovement')).filter(({ measure }) => measure === 'reminder').map(({ escalation }) => escalation)).size).toBe(2);
  });

  it('raises what came back twice, before the supervisor of the division', async () => {
    app.clock.set('2026-04-01T10:00:00+08:00');
    const id = await file('13900007731');
    const word = { ground: 'LSR 13', reason: '工地不在本区。' };
    expect(await step(here, id, 'routing/object-to-dispatch', word)).toBe('DispatchObjected');
    expect(await step(city, id, 'routing/redispatch-order', { department: 'inspectionBody', division: '439902', ...word })).toBe('CaseRedispatched');
    expect(await raised(id, 'returnedTwice')).toEqual([]);
    expect(await step(there, id, 'routing/object-to-dispatch', { ground: 'LSR 13', reason: '也不在本区。' })).toMatch(/^DispatchObjected/);
    expect(await raised(id, 'returnedTwice')).toMatchObject([{ measure: 'writtenNotice', addressee: 'divisionSupervisor' }]);
    expect((await shown(id)).returnedTwice).toBe(true);
    expect(await step(city, id, 'routing/designate-body', { department: 'inspectionBody', division: '439902', ...word })).toMatch(/^DisputeDecided/);
    await step(there, id, 'routing/sign-order');
    expect((await shown(id)).returnedTwice).toBe(false);
  });

  it('counts on the board what it lists, and tells the colour by the working days that are left', async () => {
    const totals = (await persons.ask<Record<string, number>>(city, 'supervision/statistics')).json;
    for (const name of ['ownerless', 'stuck', 'returnedTwice']) expect([name, (await persons.ask<{ total: number }>(city, `cases?${name}=true`)).json.total]).toEqual([name, totals[name]]);
    for (const colour of ['blue', 'yellow', 'red']) {
      const { total, cases } = (await persons.ask<{ total: number; cases: Case[] }>(city, `cases?colour=${colour}&limit=100`)).json;
      expect([colour, total, cases.every((row) => row.colour === colour)]).toEqual([colour, totals[colour], true]);
    }
    expect(totals['red']).toBeGreaterThan(0);
  });

  it('is, folded from the log, what it is on the screen', async () => {
    for (const { caseId } of (await persons.ask<{ cases: Case[] }>(city, 'cases?limit=100')).json.cases) {
      const at = (await history(caseId)).at(-1)!.position;
      expect((await persons.ask(city, `cases/${caseId}?asOf=${at}`)).json).toEqual((await persons.ask(city, `cases/${caseId}`)).json);
    }
    const table = async (): Promise<unknown[]> => (await app.database.query('SELECT * FROM supervision.escalation_view ORDER BY escalation')).rows as unknown[];
    const before = await table();
    const lines = (await app.database.query<{ ladder: Record<string, { step: number; status: string }> }>('SELECT ladder FROM supervision.case_view')).rows.flatMap(({ ladder }) => Object.keys(ladder));
    expect(before.length).toBeGreaterThan(5);
    expect(lines.every((id) => (before as { escalation: string }[]).some((row) => row.escalation === id))).toBe(true);
  });
});
