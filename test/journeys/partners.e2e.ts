import { randomUUID } from 'node:crypto';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { whenTrue } from '../stack.js';

interface Answer { readonly status: number; readonly json: Record<string, unknown> & { readonly code?: string } }
interface Desk { readonly missed: readonly { partner: string; period: string }[]; readonly due: readonly { partner: string; period: string; over: boolean }[]; readonly events: readonly { event: string; mine: boolean; reportsTo: string }[]; readonly toAssess: readonly { partner: string; dueOn: string }[] }

const NOW = '2026-03-09T09:00:00+08:00';
const numbers = { workers: 1200, arrived: 80, left: 35, unpaidWorkers: 6, unpaid: 5_400_000 };

describe('Those who watch and serve beside the authorities', () => {
  let app: App;
  beforeAll(async () => { app = await startApp({ now: NOW }); }, 60_000);
  afterAll(() => app?.stop());

  const ask = async (method: string, path: string, body?: object, { role = 'officer', division = '439900', key }: { role?: string; division?: string; key?: string } = {}): Promise<Answer> => {
    const headers = { authorization: `Bearer ${await app.token(role, division)}`, ...(body && { 'content-type': 'application/json' }), ...(key && { 'idempotency-key': key }) };
    const response = await fetch(`${app.url}/v1/supervision/partners${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { status: response.status, json: (await response.json()) as Answer['json'] };
  };
  const step = (id: string, command: string, body: object, as = {}) => ask('POST', `/${id}/commands/${command}`, body, as);
  const shown = async (id: string, as = {}): Promise<Answer['json']> => (await ask('GET', `/${id}`, undefined, as)).json;
  const desk = async (as = {}): Promise<Desk> => (await ask('GET', '/desk', undefined, as)).json as never;
  const point = (more: object = {}) => ({ partner: randomUUID(), name: '测试国家级园区', kind: 'nationalPark', division: '439901', every: 'month', ...more });
  let park: string;

  it('are points that report to the province, the city or the county, as the plan says', async () => {
    const national = point();
    park = national.partner;
    const key = randomUUID();
    expect((await ask('POST', '/points', national, { key })).json).toMatchObject({ partner: park, outcome: 'appended', events: ['MonitoringPointRegistered', 'ReportingPeriodBegan'] });
    expect((await ask('POST', '/points', national, { key })).json).toMatchObject({ outcome: 'duplicate' });
    expect((await ask('POST', '/points', national)).json).toMatchObject({ outcome: 'unchanged' });
    expect((await ask('POST', '/points', { ...national, every: 'quarter' })).json).toMatchObject({ status: 409, code: 'PARTNER_EXISTS' });
    const others = [point({ name: '测试省级园区', kind: 'provincialPark' }), point({ name: '测试其他园区', kind: 'otherPark', every: 'quarter' }), point({ name: '测试家政行业协会', kind: 'association' })];
    for (const each of others) expect((await ask('POST', '/points', each)).status).toBe(200);
    await app.settled();
    const level = async (id: string) => { const { reportsTo, urgedBy } = await shown(id); return [reportsTo, urgedBy]; };
    expect(await Promise.all([park, ...others.map(({ partner }) => partner)].map(level))).toEqual([['430000', '439900'], ['439900', '439901'], ['439901', '439901'], ['439901', '439901']]);
    expect((await ask('POST', '/points', point())).json).toMatchObject({ code: 'PARTNER_EXISTS', details: { partner: park } });
    expect((await ask('POST', '/points', point({ division: '110105', name: '测试外地园区' }))).json).toMatchObject({ status: 404, code: 'NO_SUCH_PARTNER' });
    expect((await ask('POST', '/points', point({ division: '439977', name: '测试无此地' }))).json).toMatchObject({ status: 400, errors: [{ field: 'division' }] });
    expect((await ask('POST', '/points', point({ name: '测试', head: '密某' }))).json).toMatchObject({ status: 400, errors: [{ field: 'head' }] });
    expect((await ask('GET', `/${park}`, undefined, { division: '110000' })).json.code).toBe('NO_SUCH_PARTNER');
    expect(await shown(park)).toMatchObject({ clocks: [{ kind: 'POINT-REPORT', part: '2026-03', due: '2026-04-07', breached: false }], reports: [{ period: '2026-03', status: 'open' }] }); // Five days after 31 March is in the Tomb-Sweeping holiday: the day after it.
  }, 60_000);

  it('report each period; one that does not come is a breach, and the next is owed all the same', async () => {
    expect((await step(park, 'report-period', { period: '2026-03', ...numbers })).json).toMatchObject({ status: 422, code: 'PERIOD_NOT_OVER', details: { to: '2026-03-31' } });
    app.clock.set('2026-04-02T09:00:00+08:00');
    expect((await step(park, 'report-period', { period: '2026-03', ...numbers, summary: '密：用工平稳。' }, { role: 'coordinator', division: '439901' })).json).toMatchObject({ events: ['PeriodicReportReceived', 'ReportingPeriodBegan'] });
    expect((await step(park, 'report-period', { period: '2026-03', ...numbers })).json).toMatchObject({ outcome: 'unchanged' });
    expect((await step(park, 'report-period', { period: '2026-03', ...numbers, workers: 1 })).json.code).toBe('REPORT_DIFFERS');
    await app.settled();
    expect(await shown(park)).toMatchObject({ clocks: [{ part: '2026-04', due: '2026-05-06' }], reports: [{ status: 'received', report: { summary: '密：用工平稳。' } }, { period: '2026-04', status: 'open' }] }); // 5 May is a holiday in 2026.
    app.clock.set('2026-05-07T00:00:01+08:00'); // The others have missed March and April by now, the quarterly one its quarter.
    await whenTrue(async () => (await desk()).missed.filter(({ partner }) => partner === park).length > 0, 30_000);
    await app.settled();
    const { missed } = await desk();
    expect(missed.filter(({ partner }) => partner === park).map(({ period }) => period)).toEqual(['2026-04']);
    expect(missed.map(({ period }) => period).sort()).toEqual(['2026-03', '2026-03', '2026-04', '2026-04', '2026-04', '2026-Q1']);
    expect(await shown(park)).toMatchObject({ clocks: [{ part: '2026-04', breached: true }, { part: '2026-05', breached: false }] });
    const escalated = (await app.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM supervision.escalation_view WHERE "caseId" = $1 AND kind = 'POINT-REPORT' AND status = 'open'`, [park])).rows[0]!.n;
    expect(escalated).toBeGreaterThan(0);
    const counts = async (): Promise<number> => (await app.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM es.events WHERE type = 'supervision.periodic-report-missed'`)).rows[0]!.n;
    await app.database.query(`UPDATE es.relay SET pos = 0, leaf_hash = ''`);
    await app.restart();
    await app.settled();
    expect(await counts()).toBe(6); // Told again, missed once.
    expect((await step(park, 'report-period', { period: '2026-04', ...numbers })).json).toMatchObject({ events: ['PeriodicReportReceived'] });
    await app.settled();
    expect(await shown(park)).toMatchObject({ reports: [{}, { period: '2026-04', status: 'late' }, { period: '2026-05', status: 'open' }], clocks: [{ part: '2026-05' }] });
    const { rows } = await app.database.query(`SELECT data FROM es.events WHERE case_id = $1`, [park]);
    expect(JSON.stringify(rows)).not.toContain('用工平稳');
  }, 120_000);

  it('tell of a major event at once, to the level that they report to, which takes it up in time', async () => {
    const event = randomUUID();
    expect((await step(park, 'report-major-event', { event, kind: 'stoppage', workers: 140, text: '密：停工讨薪。' }, { role: 'coordinator', division: '439901' })).json).toMatchObject({ events: ['MajorEventReported'] });
    await app.settled();
    const open = async (division: string) => (await desk({ division })).events.filter((one) => one.event === event).map(({ mine, reportsTo }) => [mine, reportsTo]);
    expect([await open('439901'), await open('430000')]).toEqual([[[false, '430000']], [[true, '430000']]]);
    expect((await shown(park))['clocks']).toContainEqual({ kind: 'POINT-EVENT', part: event, due: '2026-05-07T02:00:01+08:00', provisional: false, breached: false }); // Two hours.
    expect((await step(park, 'take-major-event', { event, action: 'sentOn' })).json).toMatchObject({ status: 403, code: 'NOT_THE_ADDRESSEE' });
    expect((await step(park, 'take-major-event', { event, action: 'caseOpened' }, { division: '430000' })).json).toMatchObject({ status: 422, code: 'CASE_NOT_NAMED' });
    expect((await step(park, 'take-major-event', { event, action: 'caseOpened', caseId: randomUUID() }, { division: '430000' })).json.code).toBe('NO_SUCH_CASE');
    expect((await step(park, 'take-major-event', { event, action: 'sentOn' }, { division: '430000' })).json).toMatchObject({ events: ['MajorEventTaken'] });
    await app.settled();
    expect(await open('430000')).toEqual([]);
  }, 60_000);

  it('are stations outside the province, one at least for each prefecture', async () => {
    const covered = async () => ((await ask('GET', '/coverage')).json['prefectures'] as { division: string; stations: number; lacking: number }[]).map(({ division, stations, lacking }) => [division, stations, lacking]);
    expect(await covered()).toEqual([['439900', 0, 1]]);
    const station = { partner: randomUUID(), name: '测试市驻外服务站', division: '439900', place: '440300', host: 'chamber' };
    expect((await ask('POST', '/stations', { ...station, place: '430100' })).json).toMatchObject({ status: 422, code: 'STATION_IN_PROVINCE' });
    expect((await ask('POST', '/stations', station)).status).toBe(200);
    for (const [command, body] of [['name-staff', { staff: 'st-7', duty: 'head' }], ['record-activity', { activity: randomUUID(), kind: 'service', on: '2026-05-06', workers: 25 }]] as const) expect([command, (await step(station.partner, command, body)).status]).toEqual([command, 200]);
    expect((await step(station.partner, 'report-period', { period: '2026-05', ...numbers })).json.code).toBe('NOT_A_POINT');
    expect((await step(station.partner, 'name-staff', { staff: '密 某', duty: 'head' })).json).toMatchObject({ status: 400, errors: [{ field: 'staff' }] });
    await app.settled();
    expect(await covered()).toEqual([['439900', 1, 0]]);
    expect((await ask('GET', '?role=station')).json['partners']).toMatchObject([{ partner: station.partner, staff: 1, activities: 1, lastActivityOn: '2026-05-06' }]);
  }, 60_000);

  it('are units, assessed each year and removed on results', async () => {
    const unit = { partner: randomUUID(), name: '测试协作单位', division: '439901', services: ['legalAid', 'monitoring'] };
    expect((await ask('POST', '/units', unit)).status).toBe(200);
    await app.settled();
    const due = async () => (await desk()).toAssess.filter(({ partner }) => partner === unit.partner).map(({ dueOn }) => dueOn);
    expect([await due(), (await shown(unit.partner))['clocks']]).toEqual([['2027-05-07'], [{ kind: 'UNIT-ASSESS', part: null, due: '2027-05-07', provisional: true, breached: false }]]); // The calendar of 2027 is not announced.
    const scores = { services: 50, results: 40, monitoring: 60, lawfulness: 90 };
    expect((await step(unit.partner, 'remove-partner', { ground: 'assessment' }, { role: 'supervisor' })).json).toMatchObject({ status: 409, code: 'ASSESSMENT_PASSED' });
    expect((await step(unit.partner, 'assess-partner', { year: 2026, scores: { ...scores, services: 101 } })).json).toMatchObject({ status: 400, errors: [{ field: 'scores.services' }] });
    expect((await step(unit.partner, 'assess-partner', { year: 2026, scores: { ...scores, extra: 1 } })).json).toMatchObject({ status: 422, code: 'SCORES_DIFFER' });
    expect((await step(unit.partner, 'assess-partner', { year: 2026, scores, grounds: '密：活动不足。' })).json).toMatchObject({ events: ['PartnerAssessed'] });
    expect((await step(unit.partner, 'assess-partner', { year: 2026, scores, grounds: '密：活动不足。' })).json).toMatchObject({ outcome: 'unchanged' });
    await app.settled();
    expect(await shown(unit.partner)).toMatchObject({ assessments: [{ year: 2026, total: 53, passed: false, grounds: '密：活动不足。' }] });
    expect((await step(unit.partner, 'remove-partner', { ground: 'assessment' })).json).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
    expect((await step(unit.partner, 'remove-partner', { ground: 'assessment' }, { role: 'supervisor' })).json).toMatchObject({ events: ['PartnerRemoved'] });
    expect((await step(unit.partner, 'assess-partner', { year: 2027, scores })).json.code).toBe('PARTNER_REMOVED');
    await app.settled();
    const named = async (query: string) => ((await ask('GET', query)).json['partners'] as { partner: string }[]).map(({ partner }) => partner);
    expect([await named('?role=unit'), await named('?role=unit&state=removed'), (await shown(unit.partner))['clocks']]).toEqual([[], [unit.partner], []]);
    expect((await ask('POST', '/units', { ...unit, partner: randomUUID() })).status).toBe(200); // The place may be filled again.
  }, 60_000);
});
