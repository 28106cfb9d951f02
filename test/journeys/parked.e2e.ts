import pg from 'pg';
import type { App } from '../app.js';
import { startApp } from '../app.js';

/** What a consumer set aside, in the hands of an operator. How it comes to be set aside: libs/messaging/consumer.spec.ts. */
describe('A parked event', () => {
  let app: App;
  let caseId: string;
  let position: string;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    const { body } = await app.hotline('station').file({ externalId: 'P-1', receivedAt: '2026-03-02T10:15:00+08:00', category: 'D01', division: '439901', origin: '12345', text: '工资未发。', facts: { workers: 1, amount: 18000, months: 3 } });
    caseId = body.caseId;
    await app.settled();
    const { events } = await app.office.get<{ events: { type: string; position: string }[] }>('auditor', `/v1/cases/${caseId}/history`);
    position = events.find(({ type }) => type === 'routing.case-routed.v1')!.position;
  });
  afterAll(() => app?.stop());

  /** As the consumer would have written it down, with the rights of the schema's owner. */
  async function park(at: string): Promise<void> {
    const owner = new pg.Client({ connectionString: app.environment['DATABASE_URL'] });
    await owner.connect();
    await owner.query(`INSERT INTO resolution.parked (consumer, log_id, case_id, pos, topic, part, "offset", attempts, error, at) VALUES ($1, $2, $3, $4, 't', 0, 0, 5, 'TypeError: synthetic', clock_timestamp())`,
      [`${app.environment['LOG_ID']}-resolution`, app.environment['LOG_ID'], caseId, at]);
    await owner.end();
  }
  const parked = () => app.office.get<{ parked: { caseId: string; events: number }[] }>('operator', '/v1/resolution/parked');

  it('is listed with its error, and done when it is tried again: the desks stand as before', async () => {
    await park(position);
    expect((await parked()).parked).toMatchObject([{ caseId, events: 1, firstPosition: position, error: 'TypeError: synthetic' }]);
    expect(await app.office.get('operator', `/v1/resolution/parked/${caseId}`)).toMatchObject({ events: [{ position, attempts: 5 }] });
    expect(await app.office.call('operator', 'POST', `/v1/resolution/parked/${caseId}/retry`, {})).toEqual({ caseId, replayed: 1, remaining: 0 });
    expect((await parked()).parked).toEqual([]);
    await app.settled();
    const { events } = await app.office.get<{ events: { type: string }[] }>('auditor', `/v1/cases/${caseId}/history`);
    expect(events.filter(({ type }) => type === 'resolution.case-opened.v1')).toHaveLength(1);
  });

  it('is given up only with a reason, which becomes part of the case', async () => {
    await park('999999');
    await expect(app.office.call('operator', 'POST', `/v1/resolution/parked/${caseId}/skip`, { position: '999999', reason: '' })).rejects.toThrow('400');
    await expect(app.office.call('operator', 'POST', `/v1/resolution/parked/${caseId}/skip`, { position: '5', reason: '位置不对' })).rejects.toThrow('404');
    await app.office.call('operator', 'POST', `/v1/resolution/parked/${caseId}/skip`, { position: '999999', reason: '测试消息，日志中没有对应事件' });
    expect((await parked()).parked).toEqual([]);
    const { events } = await app.office.get<{ events: { type: string; data: object }[] }>('auditor', `/v1/cases/${caseId}/history`);
    expect(events.at(-1)).toMatchObject({ type: 'audit.parked-event-skipped.v1', data: { position: '999999', reason: '测试消息，日志中没有对应事件' } });
  });

  it('is nobody\'s business but the operator\'s', async () => {
    await expect(app.office.get('supervisor', '/v1/resolution/parked')).rejects.toThrow('403');
  });
});
