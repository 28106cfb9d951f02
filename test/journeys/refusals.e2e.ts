import { randomBytes, randomUUID } from 'node:crypto';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { Hotline } from '../../simulator/hotline.js';

/** Refusals about what was asked, not about a case's state: each earned over HTTP by the least request that meets it. */
describe('A question that cannot be answered', () => {
  let app: App;
  let caseId: string;
  const secret = `whsec_${randomBytes(32).toString('base64')}`;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00', more: { CHANNEL_KEYS: JSON.stringify({ station: { secrets: [secret], divisions: ['439900'] }, pigeon: { secrets: [secret] } }) } });
    caseId = (await file('439901', '测试劳务公司')).caseId;
    await app.settled();
  });
  afterAll(() => app?.stop());

  const order = (division: string, employer: string): object => ({
    externalId: randomUUID(), receivedAt: '2026-03-02T10:15:00+08:00', category: 'D01', division, origin: '12345', text: '工资未发。', requester: { name: `密${randomUUID()}`, phone: '13900008801' },
    employer: { name: employer }, facts: { workers: 1, amount: 18000, months: 3 },
  });
  const file = async (division: string, employer: string): Promise<{ caseId: string }> => (await new Hotline(app.url, 'station', secret).file(order(division, employer))).body as never;
  const ask = async (role: string, path: string, body?: object, division = '439900'): Promise<{ status: number; code: string }> => {
    const response = await fetch(`${app.url}/v1/${path}`, {
      method: body ? 'POST' : 'GET', ...(body && { body: JSON.stringify(body) }), headers: { authorization: `Bearer ${await app.token(role, division)}`, ...(body && { 'content-type': 'application/json' }) },
    });
    const { code } = (await response.json()) as { code: string };
    return { status: response.status, code };
  };
  const cursor = (text: string): string => Buffer.from(text).toString('base64url');

  const questions: readonly (readonly [code: string, status: number, role: string, path: () => string, body?: () => object])[] = [
    ['REPLAY_AS_OF_MALFORMED', 422, 'auditor', () => `audit/cases/${caseId}/replay?asOf=yesterday`],
    ['AS_OF_MALFORMED', 422, 'supervisor', () => `cases/${caseId}?asOf=yesterday`],
    ['CURSOR_MALFORMED', 422, 'supervisor', () => `cases?cursor=${cursor('soon|case')}`],
    ['UNKNOWN_DIVISION', 422, 'supervisor', () => `cases?division=${encodeURIComponent('没有的地方')}`],
    ['NOT_CAUGHT_UP', 409, 'supervisor', () => `cases/${caseId}?minPosition=999999999`],
    ['UNKNOWN_PLACE', 422, 'supervisor', () => `routing/desk?division=${encodeURIComponent('没有的地方')}`],
    ['NO_SUCH_EVIDENCE', 404, 'officer', () => `intake/cases/${caseId}/evidence/${randomUUID()}`],
    ['UNKNOWN_TRACKING_CODE', 404, 'officer', () => 'track/ZZZZZZZZZZ'],
    ['CLOCK_OR_RULE', 422, 'officer', () => 'supervision/clocks/explain', () => ({ clock: 'HOT-7D', rule: { n: 7, unit: 'calendarDays' }, startedAt: '2026-03-02' })],
    ['UNKNOWN_CLOCK', 422, 'officer', () => 'supervision/clocks/explain', () => ({ clock: 'NO-SUCH', startedAt: '2026-03-02' })],
    ['STARTED_AT_MALFORMED', 422, 'officer', () => 'supervision/clocks/explain', () => ({ clock: 'HOT-7D', startedAt: '2026-02-30' })],
    ['NO_PACK', 422, 'officer', () => 'supervision/clocks/explain', () => ({ clock: 'HOT-7D', startedAt: '2026-03-02', division: '没有的地方' })],
    ['NO_CALENDAR_PROPOSAL', 404, 'policy', () => `supervision/calendar/preview?proposal=${randomUUID()}`],
    ['NOTICE_INVALID', 422, 'policy', () => 'supervision/calendar/preview', () => ({ year: 2027, notice: { off: 'never' } })],
    ['PREVIEW_CURSOR_MALFORMED', 422, 'policy', () => `supervision/calendar/preview?cursor=${cursor('no|where')}`, () => ({ year: 2027, notice: {} })],
  ];
  it.each(questions.map((question) => [question[0], question] as const))('is refused as %s', async (_, [code, status, role, path, body]) => {
    expect(await ask(role, path(), body?.())).toEqual({ status, code });
  });

  it('names a channel that there is, in a division that the channel may file in', async () => {
    expect((await new Hotline(app.url, 'pigeon', secret).file(order('439901', '甲'))).body).toMatchObject({ code: 'NO_SUCH_CHANNEL' });
    expect((await new Hotline(app.url, 'station', secret).file(order('110105', '甲'))).body).toMatchObject({ code: 'DIVISION_NOT_ALLOWED' });
  });

  it('asks of a group no more than the caller may see, and of two groups that they differ', async () => {
    const [near, far] = await Promise.all([file('439901', '测试两地公司'), file('439902', '测试两地公司')]);
    await app.settled();
    const [one, two] = [randomUUID(), randomUUID()];
    const form = (group: string, members: readonly string[]): Promise<unknown> => ask('officer', 'intake/groups', { group, ground: 'together', members: members.map((each) => ({ caseId: each })) });
    await form(one, [near!.caseId, far!.caseId]);
    const others = await Promise.all([file('439901', '测试三地公司'), file('439901', '测试三地公司')]);
    await app.settled();
    await form(two, others.map((each) => each.caseId));
    expect((await ask('officer', `intake/groups/${one}/commands/merge`, { other: one })).code).toBe('MERGE_WITH_ITSELF');
    expect((await ask('officer', `intake/groups/${two}/commands/merge`, { other: one }, '439901')).code).toBe('GROUP_REACHES_FURTHER');
  });

  it('does not wait behind more what-ifs than one can wait for', async () => {
    const pack = { division: '439900', version: '2026-01-01' };
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask('auditor', 'audit/what-if', { pack, from: '2026-01-01', to: '2026-12-31' })));
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set([undefined, 'WHAT_IF_BUSY']));
  });
});
