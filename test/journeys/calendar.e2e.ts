import { tokenFor } from '../../demo/people.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';
import { wageOrders } from '../work-orders.js';

const NOW = '2026-11-20T10:20:00+08:00';
const off = (from: string, to: string, zh: string, en: string): object => ({ from, to, zh, en });
const notice = {
  notice: '测试发〔2026〕1号', title: '关于2027年部分节假日安排的通知（样例）', issuedOn: '2026-11-10',
  off: [off('2027-01-01', '2027-01-03', '元旦', "New Year's Day"), off('2027-02-05', '2027-02-11', '春节', 'Spring Festival'), off('2027-05-01', '2027-05-05', '劳动节', 'Labour Day'), off('2027-10-01', '2027-10-07', '国庆节', 'National Day')],
  workingDays: [{ day: '2027-02-20', zh: '春节', en: 'Spring Festival' }],
};

interface Line { readonly clock: string; readonly kind: string; readonly before: object; readonly after: object; readonly department: string }
interface Why { readonly due: string; readonly status: string; readonly calendar: string; readonly counted?: string; readonly names: { readonly zh: string }; readonly sentences: readonly { readonly zh: string; readonly en: string }[] }

/** J6: the State Council's notice arrives; whoever enters it sees first what it moves. */
describe('The notice of a year', () => {
  let app: App;
  let caseId: string;
  beforeAll(async () => {
    app = await startApp({ now: NOW });
    const order = wageOrders['station']!('N-1', '2026-11-20T09:00:00+08:00');
    const { body } = await app.hotline('station').file({ ...order, facts: { ...(order['facts'] as object), filedOn: '2026-11-20' } } as never);
    caseId = body.caseId;
    await app.settled();
  }, 120_000);
  afterAll(() => app?.stop());

  const as = (person: string, role: string, division = '000000'): Promise<string> => tokenFor(app.issuer, { id: person, role, division });
  async function ask<Answer>(token: Promise<string>, method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(app.url + path, { method, headers: { authorization: `Bearer ${await token}`, ...(body && { 'content-type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }) });
    return (await response.json()) as Answer;
  }
  const clockOf = async (kind: string): Promise<{ id: string; due: string }> => {
    const { clocks } = await ask<{ clocks: Record<string, { kind: string; due: string }> }>(as('s', 'supervisor'), 'GET', `/v1/cases/${caseId}`);
    const [id, { due }] = Object.entries(clocks).find(([, clock]) => clock.kind === kind)!;
    return { id, due };
  };
  const why = async (kind: string): Promise<Why> => ask<Why>(as('i', 'inspector', '439901'), 'GET', `/v1/supervision/cases/${caseId}/clocks/${(await clockOf(kind)).id}/why`);

  it('shows what it would move, is announced by another, and every date that waited for it is a real one that says why', async () => {
    expect((await clockOf('INSP-INVEST')).due).toBe('PENDING_CALENDAR');
    expect((await why('INSP-INVEST')).sentences.some(({ zh }) => zh.includes('2027年的放假安排'))).toBe(true);
    const unannounced = await ask<{ version: string; totals: object; clocks: readonly Line[] }>(as('a', 'policy'), 'POST', '/v1/supervision/calendar/preview', { year: 2027, notice });
    expect(unannounced).toMatchObject({ version: 'cn-2026-11-10', totals: { cases: 1, byDepartment: { inspectionBody: unannounced.clocks.length } }, next: null });
    expect(unannounced.clocks.find(({ kind }) => kind === 'INSP-INVEST')).toMatchObject({ before: { due: 'PENDING_CALENDAR', provisionalDue: '2027-02-12' }, after: { due: '2027-02-20', provisionalDue: null } });

    const { proposal } = await ask<{ proposal: string }>(as('a', 'policy'), 'POST', '/v1/routing/calendar/proposals', { year: 2027, notice, note: '据通知录入' });
    expect(await ask(as('b', 'policy'), 'GET', `/v1/supervision/calendar/preview?proposal=${proposal}`)).toEqual({ ...unannounced, clocks: unannounced.clocks });
    expect(await ask(as('c', 'policy', '110000'), 'GET', `/v1/supervision/calendar/preview?proposal=${proposal}`)).toMatchObject({ totals: { clocks: 0 }, clocks: [] });
    await ask(as('b', 'policy'), 'POST', `/v1/routing/calendar/proposals/${proposal}/publish`, {});
    await whenTrue(async () => (await clockOf('INSP-INVEST')).due === '2027-02-20', 30_000);
    expect(await ask(as('b', 'policy'), 'GET', '/v1/supervision/calendar/reissues')).toMatchObject({ reissues: [{ division: '000000', year: 2027, version: 'cn-2026-11-10', moved: unannounced.clocks.length }] });

    const told = await why('INSP-INVEST');
    expect([told.due, told.calendar, told.counted, told.names.zh]).toEqual(['2027-02-20', 'cn-2026-11-10', undefined, '监察调查']);
    const text = told.sentences.map(({ zh, en }) => `${zh} ${en}`).join('\n');
    for (const part of ['春节放假', '测试发〔2026〕1号', '调休上班', '由暂定2027-02-12改为2027-02-20', 'from the provisional 2027-02-12 to 2027-02-20']) expect([part, text.includes(part)]).toEqual([part, true]);
  }, 120_000);

  it('explains every clock of the case by the date that stands', async () => {
    const { clocks } = await ask<{ clocks: Record<string, { kind: string; due: string }> }>(as('s', 'supervisor'), 'GET', `/v1/cases/${caseId}`);
    for (const [id, { kind, due }] of Object.entries(clocks)) {
      const told = await ask<Why>(as('s', 'supervisor'), 'GET', `/v1/supervision/cases/${caseId}/clocks/${id}/why`);
      expect([kind, told.due, told.counted, told.sentences.length > 1]).toEqual([kind, due, undefined, true]);
    }
  });
});
