import { randomUUID } from 'node:crypto';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { send, wageOrders } from '../work-orders.js';

interface Statistics { readonly verification: object; readonly truth: object; readonly resolution: object; readonly unacknowledged: number; readonly conclusions: readonly object[] }
interface Clue { readonly caseId: string; readonly verifiedAt: string | null; readonly conclusion: string | null; readonly numbers: readonly { channelNumber: string; acknowledgedAt: string | null; receipt: string | null }[] }

describe('A clue of the national platform', () => {
  let app: App;
  let serial = 0;
  beforeAll(async () => { app = await startApp({ now: '2026-03-02T10:20:00+08:00' }); });
  afterAll(() => app?.stop());

  /** Another person, employer and period each time: no clue repeats another. */
  const clue = (): Record<string, unknown> => {
    serial += 1;
    const order = wageOrders['clue-platform']!(`XS${serial}`, '2026-03-02T10:15:00+08:00');
    const { idNumber: _, bankCard: __, ...rest } = order;
    return { ...rest, realName: `密${serial}某`, idNumber: order['idNumber'], phone: `139000077${String(10 + serial)}`, employer: `测试${serial}劳务公司`, arrearsAmount: 18000 + serial, arrearsFrom: `20${10 + serial}-01`, arrearsTo: `20${10 + serial}-03` };
  };
  const filed = async (): Promise<string> => {
    const { status, json } = await send({ url: app.url, channel: 'clue-platform', secret: app.secrets['clue-platform']! }, clue());
    expect([status, json.errors]).toEqual([202, undefined]);
    return json['caseId'] as string;
  };
  const ask = async (method: string, path: string, body?: object, role = 'inspector', division = '439900'): Promise<{ status: number; json: Record<string, unknown> }> => {
    const response = await fetch(`${app.url}/v1/${path}`, { method, headers: { authorization: `Bearer ${await app.token(role, division)}`, ...(body && { 'content-type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }) });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  };
  const verify = (caseId: string, body: object) => ask('POST', `resolution/cases/${caseId}/commands/verify-clue`, { order: 0, ...body });
  const statistics = async (query = ''): Promise<Statistics> => (await ask('GET', `supervision/clues/statistics${query}`, undefined, 'supervisor')).json as never;
  const clues = async (state: string): Promise<readonly Clue[]> => (await ask('GET', `supervision/clues?state=${state}`, undefined, 'supervisor')).json['clues'] as never;
  const heardOf = (caseId: string) => app.ear.heard.filter(({ channel, payload }) => channel === 'clue-platform' && payload.data.event === 'resolution.clue-verified.v1' && (payload.data as never as { caseId: string }).caseId === caseId);
  const acknowledge = (delivery: string, receipt: string, channel = 'clue-platform') => send({ url: app.url, channel, secret: app.secrets[channel]!, path: 'acknowledgements' }, { delivery, receipt });

  it('has no rates while there is none: an empty whole has no share', async () => {
    const empty = { numerator: 0, denominator: 0, percent: null };
    expect(await statistics()).toMatchObject({ verification: empty, truth: empty, resolution: empty, unacknowledged: 0, conclusions: [] });
  });

  it('is verified with one of the conclusions of the pack, returned, acknowledged and counted', async () => {
    const [first, second, third, fourth] = [await filed(), await filed(), await filed(), await filed()] as const;
    await app.settled();
    expect((await clues('unverified')).map(({ caseId }) => caseId).sort()).toEqual([first, second, third, fourth].sort());

    expect((await verify(first, { conclusion: 'settled' })).json).toMatchObject({ status: 422, code: 'CLUE_CONCLUSION_UNKNOWN', details: { conclusions: expect.arrayContaining(['trueArrears', 'falseClue', 'otherRegion']) } });
    expect((await verify(first, { conclusion: 'trueArrears', amount: 1_800_100 })).json).toMatchObject({ status: 422, code: 'CLUE_FACTS_MISSING', details: { missing: ['workers'] } });
    expect((await verify(third, { conclusion: 'otherRegion', division: '999999' })).json).toMatchObject({ code: 'CLUE_FACTS_MISSING' });
    for (const [caseId, body] of [[first, { conclusion: 'trueArrears', amount: 1_800_100, workers: 1 }], [second, { conclusion: 'falseClue', reference: 'HC-1' }], [third, { conclusion: 'otherRegion', division: '439902' }]] as const) {
      expect((await verify(caseId, body)).json).toMatchObject({ outcome: 'appended', events: ['ClueVerified'] });
    }
    expect((await verify(first, { conclusion: 'trueArrears', amount: 1_800_100, workers: 1 })).json).toMatchObject({ outcome: 'unchanged' });
    await app.settled();
    for (let i = 0; i < 50 && heardOf(third).length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 100));

    const [told] = heardOf(first);
    expect(told!.payload.data).toMatchObject({ clue: { conclusion: 'trueArrears', name: { zh: '欠薪属实，正在处理' }, facts: { amount: 1_800_100, workers: 1 } } });
    expect(JSON.stringify(told)).not.toContain('密');
    expect(heardOf(second)[0]!.payload.data).toMatchObject({ clue: { conclusion: 'falseClue', facts: { reference: 'HC-1' } } });
    expect((await clues('unacknowledged')).map(({ caseId }) => caseId).sort()).toEqual([first, second, third].sort());

    expect(await acknowledge(told!.webhookId, 'HZ-1')).toMatchObject({ status: 200, json: { outcome: 'appended' } });
    expect(await acknowledge(told!.webhookId, 'HZ-1')).toMatchObject({ status: 200, json: { outcome: 'unchanged' } });
    expect((await acknowledge(told!.webhookId, 'HZ-2')).json).toMatchObject({ status: 409, code: 'FEEDBACK_ACKNOWLEDGED_OTHERWISE' });
    expect((await acknowledge(told!.webhookId, 'HZ-1', '12345')).json).toMatchObject({ status: 404, code: 'NO_SUCH_DELIVERY' }); // Another channel's.
    expect((await acknowledge(randomUUID(), 'HZ-1')).json).toMatchObject({ code: 'NO_SUCH_DELIVERY' });
    expect((await acknowledge('x', '')).json).toMatchObject({ status: 400, errors: expect.arrayContaining([expect.objectContaining({ field: 'delivery' }), expect.objectContaining({ field: 'receipt' })]) });
    await app.settled();
    expect((await clues('unacknowledged')).map(({ caseId }) => caseId).sort()).toEqual([second, third].sort());
    expect((await clues('verified')).find(({ caseId }) => caseId === first)!.numbers).toMatchObject([{ acknowledgedAt: '2026-03-02T10:20:00+08:00', receipt: 'HZ-1' }]);

    // 3 of 4 verified, 1 of these 3 true, none of that one resolved: by hand.
    expect(await statistics()).toMatchObject({
      verification: { numerator: 3, denominator: 4, percent: 75 }, truth: { numerator: 1, denominator: 3, percent: 33.33 }, resolution: { numerator: 0, denominator: 1, percent: 0 }, unacknowledged: 2,
      conclusions: expect.arrayContaining([{ conclusion: 'otherRegion', clues: 1 }]),
    });
    await app.office.do('officer', first, 'resolution/state-wages-owed', { performBy: '2026-03-20', owed: [{ worker: 1, amount: 1_800_100 }] });
    await app.office.do('officer', first, 'resolution/record-wage-paid', { worker: 1, amount: 1_800_100, source: 'employer', evidence: 'HD-1' });
    await app.settled();
    expect(await statistics()).toMatchObject({ resolution: { numerator: 1, denominator: 1, percent: 100 } });
    expect(await statistics('?from=2026-03-02&to=2026-03-02')).toMatchObject({ verification: { denominator: 4 } });
    expect(await statistics('?from=2026-03-03')).toMatchObject({ verification: { denominator: 0, percent: null } });
    expect((await ask('GET', 'supervision/clues/statistics?from=2026-03-03&to=2026-03-02', undefined, 'supervisor')).json).toMatchObject({ status: 400, errors: [{ field: 'to' }] });
    expect((await ask('GET', 'supervision/clues/statistics', undefined, 'supervisor', '110000')).json).toMatchObject({ verification: { denominator: 0 } }); // Of other places, nothing.
  });

  it('has a limit that the verification meets, in time', async () => {
    const caseId = await filed();
    await app.settled();
    const clock = async (): Promise<object> => Object.values((await app.office.get<{ clocks: Record<string, { kind: string; due: string; status: string; onTime: boolean | null }> }>('supervisor', `/v1/cases/${caseId}`)).clocks).find(({ kind }) => kind === 'CLUE-VERIFY')!;
    expect(await clock()).toMatchObject({ due: '2026-03-16', status: 'running' }); // Ten working days after Monday 2 March.
    await verify(caseId, { conclusion: 'insufficient' });
    await app.settled();
    expect(await clock()).toMatchObject({ status: 'met', onTime: true });
  });
});
