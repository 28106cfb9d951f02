import { randomUUID } from 'node:crypto';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { send, wageOrders } from '../work-orders.js';
import type { Answer, Somebody } from './desk-people.js';
import { Persons } from './desk-people.js';

interface Sums { readonly total: number; readonly open: number; readonly done: number; readonly workers: number; readonly unpaid: number }
interface Progress extends Sums {
  readonly position: string;
  readonly rate: object;
  readonly divisions: readonly (Sums & { readonly division: string })[];
  readonly left: readonly { readonly reason: string; readonly cases: number }[];
  readonly course: readonly { readonly day: string; readonly open: number }[];
}
interface Member { readonly caseId: string; readonly open: boolean; readonly unpaid: number }

const leader: Somebody = { id: 'sup-1', role: 'supervisor', division: '439900' };
const second: Somebody = { id: 'sup-2', role: 'supervisor', division: '439900' };
const district: Somebody = { id: 'sup-3', role: 'supervisor', division: '439901' };
const neighbour: Somebody = { id: 'sup-4', role: 'supervisor', division: '439902' };
const stranger: Somebody = { id: 'sup-5', role: 'supervisor', division: '110000' };
const coordinator: Somebody = { id: 'co-1', role: 'coordinator', division: '439901' };

describe('A winter action', () => {
  let app: App;
  let persons: Persons;
  let serial = 0;
  const campaign = randomUUID();
  const cases: string[] = [];

  const filed = async (division: string, facts: object = {}): Promise<string> => {
    serial += 1;
    const order = { ...wageOrders['station']!(`D${serial}`, app.clock.now()), division, employer: { name: `测试${serial}建筑公司` }, requester: { name: `密${serial}某`, phone: `139000078${10 + serial}` }, facts: { workers: 2, amount: 5000, periodFrom: '2026-08', periodTo: '2026-09', sector: 'E47', ...facts } };
    const { status, json } = await send({ url: app.url, channel: 'station', secret: app.secrets['station']! }, order);
    expect([status, json.errors]).toEqual([202, undefined]);
    await app.settled();
    return json['caseId'] as string;
  };
  const owe = (caseId: string, ...owed: number[]) => app.office.do('officer', caseId, 'resolution/state-wages-owed', { performBy: '2027-03-10', owed: owed.map((amount, at) => ({ worker: at + 1, amount })) });
  const pay = (caseId: string, worker: number, amount: number) => app.office.do('officer', caseId, 'resolution/record-wage-paid', { worker, amount, source: 'employer', evidence: `HD-${caseId.slice(-4)}-${worker}` });
  const progress = async (who = leader, query = ''): Promise<Progress> => (await persons.ask<Progress>(who, `supervision/campaigns/${campaign}/progress${query}`)).json;
  const step = (who: Somebody, name: string, body: object = {}): Promise<Answer> => persons.ask(who, `supervision/campaigns/${campaign}/commands/${name}`, body);
  const proposal = (more: object = {}) => ({ campaign, kind: 'winter', title: '2026年根治欠薪冬季专项行动', division: '439900', year: 2026, source: '测试人社发〔2026〕31号', targets: [{ division: '439901', openMax: 1 }, { division: '439902', openMax: 0, dueOn: '2027-01-20' }], ...more });

  beforeAll(async () => {
    app = await startApp({ now: '2026-11-30T09:00:00+08:00' });
    persons = new Persons(app);
    cases.push(await filed('439901', { governmentInvested: true }), await filed('439901'), await filed('439902'));
    await owe(cases[0]!, 300_000, 200_000);
    await owe(cases[1]!, 180_000);
    await owe(cases[2]!, 70_000);
    await filed('439901'); // Nobody has established yet that anything is owed: it is in no campaign.
    await app.settled();
  });
  afterAll(() => app?.stop());

  it('is proposed by one and started by another, with what stands then as its baseline', async () => {
    expect((await persons.ask(leader, 'supervision/campaigns', proposal({ division: '110000' }))).json).toMatchObject({ status: 400, errors: [{ field: 'division' }] });
    expect((await persons.ask(leader, 'supervision/campaigns', proposal({ rule: { left: 'unpaid', surprise: 1 } }))).status).toBe(400);
    expect((await persons.ask(leader, 'supervision/campaigns', proposal({ targets: [{ division: '439800', openMax: 0 }] }))).json).toMatchObject({ errors: [{ field: 'targets' }] });
    expect((await persons.ask(leader, 'supervision/campaigns', proposal())).json).toMatchObject({ outcome: 'appended', events: ['CampaignProposed'] });
    expect((await persons.ask(leader, 'supervision/campaigns', proposal())).json).toMatchObject({ outcome: 'unchanged' });
    expect((await step(leader, 'start')).json).toMatchObject({ status: 403, code: 'CAMPAIGN_BY_PROPOSER' });
    expect((await step(stranger, 'start')).json).toMatchObject({ status: 404, code: 'NO_SUCH_CAMPAIGN' });
    expect((await step(district, 'start')).json).toMatchObject({ status: 404, code: 'NO_SUCH_CAMPAIGN' }); // It sees the city's action, and does not lead it.
    expect((await step(second, 'start')).json).toMatchObject({ outcome: 'appended', events: ['CampaignStarted'] });
    expect((await step(second, 'start')).json).toMatchObject({ outcome: 'unchanged' });
    const { json } = await persons.ask(leader, `supervision/campaigns/${campaign}`);
    // By hand: 300,000 + 200,000 + 180,000 Fen of three workers in the district, 70,000 of one next door. The day before the Spring Festival of 2027.
    expect(json).toMatchObject({
      phase: 'running', targets: [{ division: '439900', openMax: 0, dueOn: '2027-02-05' }, { division: '439901', openMax: 1, dueOn: '2027-02-05' }, { division: '439902', dueOn: '2027-01-20' }],
      baseline: { query: 'campaign/1', figures: { total: 3, open: 3, done: 0, workers: 4, unpaid: 750_000, divisions: [{ division: '439901', open: 2, workers: 3, unpaid: 680_000 }, { division: '439902', open: 1, unpaid: 70_000 }] } },
    });
  });

  it('shows how far it is at any time, and each place its own', async () => {
    await pay(cases[0]!, 1, 300_000); // One worker of two: the case is open still.
    await pay(cases[2]!, 1, 70_000);
    cases.push(await filed('439901'));
    await owe(cases[3]!, 90_000);
    await app.settled();
    const now = await progress();
    expect(now).toMatchObject({ total: 4, open: 3, done: 1, workers: 3, unpaid: 470_000, rate: { numerator: 1, denominator: 4, percent: 25 }, left: [{ reason: 'paymentDue', cases: 3 }] });
    expect(await progress(district)).toMatchObject({ total: 3, open: 3, unpaid: 470_000 });
    expect(await progress(neighbour)).toMatchObject({ total: 1, open: 0, done: 1, unpaid: 0 });
    expect((await persons.ask(stranger, `supervision/campaigns/${campaign}/progress`)).status).toBe(404);
    expect((await persons.ask<{ campaigns: { campaignId: string }[] }>(district, 'supervision/campaigns')).json.campaigns.map(({ campaignId }) => campaignId)).toEqual([campaign]);
    expect((await persons.ask<{ campaigns: object[] }>(stranger, 'supervision/campaigns')).json.campaigns).toEqual([]);
    expect((await persons.ask<{ campaigns: object[] }>(district, `supervision/campaigns?caseId=${cases[3]}`)).json.campaigns).toMatchObject([{ campaignId: campaign, now: { open: 3 } }]);
    expect((await persons.ask(leader, `supervision/campaigns/${campaign}/progress?asOf=${BigInt(now.position) + 100_000n}`)).json).toMatchObject({ status: 409, code: 'POSITION_NOT_REACHED' });
  });

  it('opens into its cases, page by page', async () => {
    const members = async (query: string) => (await persons.ask<{ members: Member[]; next: string | null }>(leader, `supervision/campaigns/${campaign}/members?${query}`)).json;
    const first = await members('open=true&limit=2');
    const rest = await members(`open=true&limit=2&cursor=${first.next}`);
    expect([...first.members, ...rest.members].map(({ caseId }) => caseId).sort()).toEqual([cases[0], cases[1], cases[3]].sort());
    expect((await members('open=false')).members.map(({ caseId }) => caseId)).toEqual([cases[2]]);
    expect((await members('division=439902')).members).toMatchObject([{ caseId: cases[2], open: false, unpaid: 0 }]);
    expect((await members('limit=0') as never as { status: number }).status).toBe(400);
  });

  it('judges each target when its day has ended, and tells upward what was missed until that is answered', async () => {
    for (const now of ['2027-01-14T08:00:00+08:00', '2027-01-20T23:59:00+08:00']) { app.clock.set(now); await app.settled(); }
    const shown = async () => (await persons.ask(leader, `supervision/campaigns/${campaign}`)).json as never as { targets: { division: string; warned: boolean; judged: { outcome: string; open: number } | null }[]; raised: Record<string, { step: number; answered: boolean }> };
    expect((await shown()).targets[2]).toMatchObject({ division: '439902', warned: true, judged: null });
    app.clock.set('2027-01-21T00:00:01+08:00');
    await fired('supervision.campaign-target-met', 1);
    expect((await shown()).targets[2]).toMatchObject({ judged: { outcome: 'met', open: 0 } });
    expect((await step(leader, 'answer', { division: '439900', answer: '正在逐案督办。' })).json).toMatchObject({ status: 409, code: 'NO_TARGET_TO_ANSWER' });
    app.clock.set('2027-02-06T00:00:01+08:00');
    await fired('supervision.campaign-target-missed', 2); // The city's own, and the district's: three are open where one may be.
    expect(await shown()).toMatchObject({ targets: [{ judged: { outcome: 'missed', open: 3 } }, { judged: { outcome: 'missed', open: 3 } }, {}], raised: { '439900': { step: 1, answered: false }, '439901': { step: 1 } } });
    expect((await step(district, 'answer', { division: '439901', answer: '密壹贰叁：两案已申请强制执行。' })).json).toMatchObject({ outcome: 'appended', events: ['CampaignAnswered'] });
    const answers = async (who: typeof leader) => Object.entries(((await persons.ask(who, `supervision/campaigns/${campaign}`)).json as never as { raised: Record<string, { answer: string | null }> }).raised).map(([place, { answer }]) => [place, answer]).sort();
    expect([await answers(leader), await answers(neighbour)]).toEqual([[['439900', null], ['439901', '密壹贰叁：两案已申请强制执行。']], [['439900', null], ['439901', null]]]); // A neighbour sees that there is an answer, not what it says.
    app.clock.set('2027-02-20T09:00:00+08:00');
    await fired('supervision.campaign-escalated', 3);
    expect((await shown()).raised).toMatchObject({ '439900': { step: 2, answered: false }, '439901': { step: 1, answered: true } });
    expect((await persons.ask<{ campaigns: object[] }>(leader, 'supervision/campaigns')).json.campaigns).toMatchObject([{ outcome: 'missed', missed: 2, unanswered: 1 }]);
  });

  it('closes with a report that says what is left and why, and is counted again to the same figures after the log has gone on', async () => {
    await pay(cases[0]!, 2, 200_000);
    await pay(cases[1]!, 1, 180_000);
    await app.settled();
    expect((await persons.ask(leader, `supervision/campaigns/${campaign}/report`)).json).toMatchObject({ code: 'CAMPAIGN_NOT_RUNNING' });
    expect((await step(leader, 'close', { note: '密肆伍陆：余一案待执行。' })).json).toMatchObject({ outcome: 'appended', events: ['CampaignClosed'] });
    expect((await step(leader, 'close')).json).toMatchObject({ outcome: 'unchanged' });
    const report = async () => (await persons.ask(leader, `supervision/campaigns/${campaign}/report`)).json as never as { position: string; same: boolean; figures: Sums; again: { figures: Sums }; left: object[] };
    const first = await report();
    expect(first).toMatchObject({ note: '密肆伍陆：余一案待执行。', same: true, figures: { total: 4, open: 1, done: 3, workers: 1, unpaid: 90_000 }, targets: [{ outcome: 'missed' }, { outcome: 'missed' }, { outcome: 'met' }] });
    expect(first.left).toMatchObject([{ cases: 1, workers: 1, unpaid: 90_000 }]);

    await pay(cases[3]!, 1, 90_000);
    await owe(cases[2]!, 999_000);
    await app.settled();
    expect(await progress()).toMatchObject({ total: 4, open: 1, unpaid: 929_000 }); // One debt on two grounds is owed once: 999,000 less what was paid.
    await app.office.do('officer', cases[2]!, 'resolution/record-wage-paid', { worker: 1, amount: 929_000, source: 'employer', evidence: 'HD-LAST' });
    await app.settled();
    expect(await progress()).toMatchObject({ total: 4, open: 0, done: 4, unpaid: 0, rate: { percent: 100 } });
    const again = await report();
    expect([again.same, again.again.figures]).toEqual([true, first.figures]);
    expect(await progress(leader, `?asOf=${first.position}`)).toMatchObject({ open: 1, unpaid: 90_000 });

    // Apart from all this: each case's own page, folded from the log up to that position.
    const pages = await Promise.all(cases.map((caseId) => app.office.get<{ unpaid: number }>('supervisor', `/v1/cases/${caseId}?asOf=${first.position}`)));
    expect(pages.reduce((sum, { unpaid }) => sum + unpaid, 0)).toBe(first.figures.unpaid);
    const { rows } = await app.database.query<{ text: string }>(`SELECT string_agg(data, '') AS text FROM es.events WHERE stream_id LIKE 'campaign/%'`);
    expect(rows[0]!.text).not.toMatch(/密/);
    expect((await progress()).course.at(-1)).toMatchObject({ day: '2027-02-20' });
  });

  /** Clocks fire when their time has come: so many events of a type stand in the log. */
  async function fired(type: string, count: number): Promise<void> {
    for (let i = 0; i < 200; i++) {
      const { rows } = await app.database.query<{ n: number }>('SELECT count(*)::int AS n FROM es.events WHERE type = $1', [type]);
      if (rows[0]!.n >= count) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await app.settled();
    const { rows } = await app.database.query<{ n: number }>('SELECT count(*)::int AS n FROM es.events WHERE type = $1', [type]);
    expect([type, rows[0]!.n]).toEqual([type, count]);
  }
});

describe('Visits over the four kinds of residence', () => {
  let app: App;
  let persons: Persons;
  const campaign = randomUUID();
  const place = randomUUID();
  const visit = randomUUID();
  const finding = randomUUID();
  const told = (more: object = {}) => ({
    visit, finding, category: 'D01', kinds: ['complaint'], matters: ['wages'], person: { name: '密柒捌玖', phone: '13900007801', idNumber: '430000199003070014' }, employer: { name: '测试装饰公司' }, text: '密拾：三个月工资未发。',
    facts: { workers: 3, amount: 54000, periodFrom: '2026-09', periodTo: '2026-11' }, ...more,
  });
  const shown = async () => (await persons.ask(coordinator, `supervision/visits/${place}`)).json as never as { visits: object[]; findings: { finding: string; caseId: string | null; filed: boolean }[]; nextOn: string | null; overdue: boolean };
  const filings = async (): Promise<number> => (await app.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM es.events WHERE type = 'intake.claim-filed' AND data::jsonb ->> 'channel' = 'visit'`)).rows[0]!.n;

  beforeAll(async () => {
    app = await startApp({ now: '2026-12-01T09:00:00+08:00' });
    persons = new Persons(app);
    const proposal = { campaign, kind: 'visits', title: '春节前排摸走访', division: '439900', year: 2026, source: 'S-SH21 二' };
    expect((await persons.ask(leader, 'supervision/campaigns', proposal)).json).toMatchObject({ status: 422, code: 'CAMPAIGN_DUE_UNKNOWN' });
    expect((await persons.ask(leader, 'supervision/campaigns', { ...proposal, dueOn: '2027-01-31' })).json).toMatchObject({ outcome: 'appended' });
    expect((await persons.ask(second, `supervision/campaigns/${campaign}/visits`, { place, division: '439901', residence: 'workplace', name: '测试花园二期工地', dueOn: '2026-12-10' })).json).toMatchObject({ code: 'CAMPAIGN_NOT_RUNNING' });
    await persons.ask(second, `supervision/campaigns/${campaign}/commands/start`, {});
  });
  afterAll(() => app?.stop());

  it('are planned by place', async () => {
    const plan = (body: object, who = district) => persons.ask(who, `supervision/campaigns/${campaign}/visits`, body);
    const one = { place, division: '439901', residence: 'workplace', name: '测试花园二期工地', dueOn: '2026-12-10' };
    expect((await plan(one)).json).toMatchObject({ outcome: 'appended', events: ['VisitPlanned'] });
    expect((await plan(one)).json).toMatchObject({ outcome: 'unchanged' });
    expect((await plan({ ...one, division: '439902' })).json).toMatchObject({ errors: [{ field: 'division' }] });
    expect((await plan({ ...one, residence: 'palace' })).status).toBe(400);
    for (const residence of ['community', 'lodging', 'barracks']) await plan({ ...one, place: randomUUID(), residence, name: `测试${residence}` });
    await app.settled();
    const { json } = await persons.ask(coordinator, `supervision/campaigns/${campaign}/visits`);
    expect(json).toMatchObject({ residences: ['community', 'workplace', 'lodging', 'barracks'].map((residence) => ({ residence, places: 1, visited: 0 })) });
    expect((await persons.ask<Progress>(leader, `supervision/campaigns/${campaign}/progress`)).json).toMatchObject({ total: 4, open: 4, divisions: [{ division: '439901', total: 4 }], left: [{ reason: 'notVisited', cases: 4 }] });
  });

  it('find what becomes exactly one case, linked back to the visit and the campaign, however often it is delivered', async () => {
    const give = (step: string, body: object, who = coordinator) => persons.ask(who, `supervision/visits/${place}/commands/${step}`, body);
    expect((await give('record-finding', told())).json).toMatchObject({ code: 'NO_SUCH_VISIT' });
    expect((await give('record-visit', { visit, interviewed: 26, registered: 24, informed: true, note: '密玖：工地食堂。', revisitOn: '2026-12-20' })).json).toMatchObject({ outcome: 'appended', events: ['PlaceVisited'] });
    const notes = (who: typeof coordinator, reason = '复核走访情况') => persons.ask(who, `supervision/visits/${place}/notes`, { reason });
    expect((await shown()).visits).toMatchObject([{ visit, noted: true }]);
    expect(JSON.stringify((await persons.ask(coordinator, `supervision/visits/${place}`)).json)).not.toContain('密玖');
    expect((await notes(coordinator, '看')).json).toMatchObject({ status: 400, errors: [{ field: 'reason' }] });
    expect((await notes(neighbour)).json).toMatchObject({ status: 404, code: 'NO_SUCH_PLACE' });
    const looks = async () => (await app.database.query<{ look: object }>(`SELECT data::jsonb AS look FROM es.events WHERE stream_id = $1`, [`access/${place}`])).rows.map(({ look }) => look);
    expect(await looks()).toEqual([]);
    expect((await notes(coordinator)).json).toEqual({ placeId: place, notes: [{ visit, note: '密玖：工地食堂。' }] });
    expect(await looks()).toMatchObject([{ by: `coordinator:${coordinator.id}`, fields: ['note'], reason: '复核走访情况' }]);
    expect((await give('record-finding', told({ facts: { amuont: 1 } }))).json).toMatchObject({ status: 400, errors: [{ field: 'facts.amuont' }] });
    expect((await give('record-finding', told(), neighbour)).json).toMatchObject({ status: 404, code: 'NO_SUCH_PLACE' });
    expect((await give('record-finding', told())).json).toMatchObject({ outcome: 'appended', events: ['VisitFindingRecorded'] });
    expect((await give('record-finding', told())).json).toMatchObject({ outcome: 'unchanged' });
    await app.settled();
    const [found] = (await shown()).findings;
    expect(found).toMatchObject({ finding, filed: true, caseId: expect.any(String) });
    const { json } = await persons.ask<{ events: { type: string; data: { foundBy?: object; requester?: { name: object } } }[] }>(district, `cases/${found!.caseId}/history`);
    expect(json.events[0]).toMatchObject({ type: 'intake.claim-filed.v1', data: { channel: 'visit', foundBy: { campaign, place, visit, finding }, requester: { name: { sealed: 1 } }, facts: { amount: 5_400_000 } } });
    expect(json.events.map(({ type }) => type)).toContain('routing.case-routed.v1');
    expect((await persons.ask<{ members: Member[] }>(leader, `supervision/campaigns/${campaign}/members`)).json.members).toMatchObject([{ caseId: found!.caseId, open: true }]);
    expect((await persons.ask<{ campaigns: object[] }>(district, `supervision/campaigns?caseId=${found!.caseId}`)).json.campaigns).toMatchObject([{ campaignId: campaign }]);
    expect((await persons.ask<Progress>(leader, `supervision/campaigns/${campaign}/progress`)).json).toMatchObject({ total: 4, done: 1, open: 3 });

    expect(await filings()).toBe(1);
    await app.database.query('UPDATE intake.high_water SET pos = 0, next_offset = 0'); // As a restored consumer would begin: it has seen nothing, and every event comes again.
    await app.restart();
    await app.settled();
    expect(await filings()).toBe(1);
    expect((await shown()).findings).toMatchObject([{ caseId: found!.caseId }]);
    const { rows } = await app.database.query<{ text: string }>(`SELECT string_agg(data, '') AS text FROM es.events`);
    expect(rows[0]!.text).not.toMatch(/密|13900007801|430000199003070014/);
  });

  it('link what a case tells already to that case', async () => {
    const again = randomUUID();
    expect((await persons.ask(coordinator, `supervision/visits/${place}/commands/record-finding`, told({ finding: again }))).json).toMatchObject({ outcome: 'appended' });
    await app.settled();
    const { findings } = await shown();
    expect(new Set(findings.map(({ caseId }) => caseId)).size).toBe(1);
    expect([findings.length, findings.every(({ filed }) => filed), await filings()]).toEqual([2, true, 1]);
    const hotline = await send({ url: app.url, channel: 'station', secret: app.secrets['station']! }, { ...wageOrders['station']!('V1', '2026-12-01T08:00:00+08:00'), requester: { name: '密柒捌玖', phone: '13900007801', idNumber: '430000199003070014' }, employer: { name: '测试装饰公司' }, facts: { workers: 3, amount: 54000, periodFrom: '2026-09', periodTo: '2026-11', matter: 'wages' } });
    expect(hotline.json['duplicateOf']).toBe(findings[0]!.caseId); // The other way round as well.
  });

  it('are repeated when their day has come', async () => {
    expect(await shown()).toMatchObject({ nextOn: '2026-12-20', overdue: false });
    app.clock.set('2026-12-20T23:00:00+08:00');
    await app.settled();
    expect(await shown()).toMatchObject({ overdue: false });
    app.clock.set('2026-12-21T00:00:01+08:00');
    for (let i = 0; i < 100 && !(await shown()).overdue; i++) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await shown()).toMatchObject({ overdue: true });
    await app.settled();
    expect((await persons.ask<{ places: object[] }>(coordinator, `supervision/campaigns/${campaign}/visits?state=overdue`)).json.places.length).toBe(4); // The three others were never visited.
    await persons.ask(coordinator, `supervision/visits/${place}/commands/record-visit`, { visit: randomUUID(), interviewed: 8, registered: 8, informed: true });
    expect(await shown()).toMatchObject({ nextOn: null, overdue: false });
  });

  it('count beside a list of practical matters, which is seen done', async () => {
    const list = randomUUID();
    const matter = randomUUID();
    await persons.ask(leader, 'supervision/campaigns', { campaign: list, kind: 'practicalMatters', title: '为农民工办实事清单', division: '439900', year: 2027, source: 'S-BJ25 十', dueOn: '2027-12-31' });
    await persons.ask(second, `supervision/campaigns/${list}/commands/start`, {});
    const give = (step: string, body: object) => persons.ask(leader, `supervision/campaigns/${list}/commands/${step}`, body);
    expect((await give('list-matter', { matter, title: '设立一站式服务窗口', department: 'employmentService', division: '439901', dueOn: '2027-06-30' })).json).toMatchObject({ events: ['PracticalMatterListed'] });
    expect((await persons.ask(leader, `supervision/campaigns/${campaign}/commands/list-matter`, { matter, title: '设立窗口', department: 'employmentService', division: '439901', dueOn: '2027-06-30' })).json).toMatchObject({ code: 'NOT_A_LIST_OF_MATTERS' });
    await app.settled();
    const progress = async () => (await persons.ask<Progress>(leader, `supervision/campaigns/${list}/progress`)).json;
    expect(await progress()).toMatchObject({ total: 1, open: 1, rate: { numerator: 0, denominator: 1, percent: 0 }, left: [{ reason: 'notDone', cases: 1 }] });
    expect((await give('finish-matter', { matter, proof: 'BSS-1' })).json).toMatchObject({ events: ['PracticalMatterDone'] });
    await app.settled();
    expect(await progress()).toMatchObject({ total: 1, open: 0, rate: { percent: 100 }, left: [] });
    expect((await persons.ask(leader, `supervision/campaigns/${list}/commands/dance`, {})).json).toMatchObject({ code: 'NO_SUCH_COMMAND' });
  });
});
