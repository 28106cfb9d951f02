import { randomBytes, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { signWebhook } from '#libs/security/webhook.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { rowCounts } from '../whole-database.js';
import type { Reply, Sending } from '../work-orders.js';
import { send, someone, wageOrders } from '../work-orders.js';

const AT = '2026-03-02T10:15:00+08:00';
const CHANNELS = Object.keys(wageOrders);
const MARKS = [someone.name, someone.phone, someone.idNumber, someone.bankCard, someone.address, someone.text, '密'];
/** What each channel calls the same thing. */
const called: Readonly<Record<string, Readonly<Record<'number' | 'at' | 'division' | 'text' | 'phone' | 'idNumber' | 'amount' | 'month', string>>>> = {
  '12345': { number: 'orderNo', at: 'callTime', division: 'areaCode', text: 'content', phone: 'caller.callerPhone', idNumber: 'caller.idCardNo', amount: 'arrears.owedAmount', month: 'arrears.endMonth' },
  '12333': { number: 'ticketNo', at: 'acceptedTime', division: 'region', text: 'summary', phone: 'mobile', idNumber: 'personId', amount: 'unpaidYuan', month: 'unpaidUntil' },
  'clue-platform': { number: 'clueNo', at: 'submittedAt', division: 'region', text: 'description', phone: 'phone', idNumber: 'idNumber', amount: 'arrearsAmount', month: 'arrearsTo' },
  'self-service': { number: 'formId', at: 'sentAt', division: 'place', text: 'story', phone: 'me.myMobile', idNumber: 'me.myIdNumber', amount: 'owedYuan', month: 'lastUnpaidMonth' },
  station: { number: 'externalId', at: 'receivedAt', division: 'division', text: 'text', phone: 'requester.phone', idNumber: 'requester.idNumber', amount: 'facts.amount', month: 'facts.periodTo' },
};

describe('A door', () => {
  let app: App;
  let before: Readonly<Record<string, number>>;
  /** But for the seal of the log, which goes on by itself, and when a key was last used. */
  const rows = async (): Promise<Readonly<Record<string, number>>> => {
    const { 'es.checkpoint': _, 'es.tile': __, 'intake.channel_use': ___, ...counts } = await rowCounts(app.environment['DATABASE_URL']!);
    return counts;
  };
  const to = (channel: string, more: Partial<Sending> = {}): Sending => ({ url: app.url, channel, secret: app.secrets[channel]!, ...more });
  const order = (channel: string, number: string = randomUUID()) => wageOrders[channel]!(number, AT);

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:20:00+08:00' });
    await app.settled();
  });
  afterAll(() => app?.stop());
  beforeEach(async () => { before = await rows(); });

  /** A refusal as the standard words it (RFC 9457), that tells nothing of what was sent and left no row anywhere. */
  async function refused(answer: Reply, statuses: readonly number[], field?: string): Promise<void> {
    expect(statuses).toContain(answer.status);
    expect([answer.contentType, answer.language]).toEqual(['application/problem+json; charset=utf-8', 'zh-CN']);
    expect(answer.json).toMatchObject({ type: expect.stringMatching(/^urn:anxin:problem:[a-z0-9-]+$/), title: expect.stringMatching(/\p{Script=Han}/u), status: answer.status, code: expect.stringMatching(/^[A-Z0-9_]+$/) });
    if (field !== undefined) {
      expect(answer.json.detail).toMatch(/\p{Script=Han}/u);
      expect(answer.json.errors).toContainEqual({ field, problem: expect.stringMatching(/\p{Script=Han}/u) });
    }
    expect(MARKS.filter((mark) => answer.text.includes(mark))).toEqual([]);
    expect(await rows()).toEqual(before);
  }

  describe.each(CHANNELS)('of %s', (channel) => {
    it('refuses what is not signed by the channel, now', async () => {
      const body = order(channel);
      const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
      const other = CHANNELS.find((each) => each !== channel)!;
      await refused(await send(to(channel, { headers: { 'webhook-id': undefined, 'webhook-timestamp': undefined, 'webhook-signature': undefined } }), body), [401]);
      await refused(await send(to(channel, { headers: { 'webhook-signature': undefined } }), body), [401]);
      await refused(await send(to(channel, { secret: `whsec_${randomBytes(32).toString('base64')}` }), body), [401]);
      await refused(await send(to(channel, { secret: app.secrets[other]! }), body), [401]);
      await refused(await send(to(channel, { timestamp: secondsFromNow(-301) }), body), [401]);
      await refused(await send(to(channel, { timestamp: secondsFromNow(320) }), body), [401]);
      await refused(await send(to(channel, { headers: { 'webhook-id': 'wh_another' } }), body), [401]);
      await refused(await send(to(channel, { headers: { 'webhook-timestamp': String(secondsFromNow(17)) } }), body), [401]);
      await refused(await send(to(channel, { headers: { authorization: `Bearer ${await app.token('officer')}`, 'webhook-signature': undefined } }), body), [401]);
    });

    it('refuses another body under a good signature, and a broken one without', async () => {
      const signed = signWebhook(app.secrets[channel]!, 'wh_1', Math.floor(Date.now() / 1000), JSON.stringify(order(channel)));
      await refused(await send(to(channel, { headers: { ...signed } }), order(channel)), [401]);
      await refused(await send(to(channel, { headers: { 'webhook-signature': undefined } }), `{"text":"${someone.text}`), [400, 401]);
    });

    it('refuses what is not JSON of an object', async () => {
      const bodies: readonly unknown[] = [`{"a":"${someone.text}`, '', 'null', '[]', '[[{}]]', `"${someone.text}"`, '17', 'true', '{}', '{"a":1}}', Buffer.from([0xff, 0xfe, 0x00]), Buffer.from('{"a":"\u0000"}')];
      for (const body of bodies) await refused(await send(to(channel), body), [400]);
      const name = called[channel]!.number;
      for (const body of [`{"${name}":"a","__proto__":{"x":1}}`, `{"${name}":"a","constructor":{"prototype":{"x":1}}}`]) await refused(await send(to(channel), body), [400]);
    });

    it('names every field that is wrong', async () => {
      const { number, at, division, text, phone, idNumber, amount, month } = called[channel]!;
      const wrong: readonly (readonly [string, unknown])[] = [
        [number, ''], [number, 'x'.repeat(65)], [number, 17], [number, { a: 1 }], [number, 'a\u0000b'], [number, '\ud800'],
        [at, '2026-02-30T10:00:00+08:00'], [at, '2026-13-01T10:00:00+08:00'], [at, '2026-03-02'], [at, '2026-03-02T25:00:00+08:00'], [at, '2026-03-02T10:30:00+08:00'], [at, 1772417700000],
        [at, '1999-12-31T10:00:00+08:00'], [at, '0001-01-01T00:00:00+08:00'], [at, null],
        [division, '439999'], [division, '999999'], [division, '密密乡'], [division, '43990'], [division, 439901], [division, ['439901']], [division, '000000'],
        [text, '密'.repeat(4001)], [text, `密\u0000密`], [text, '密\u001b[31m'], [text, '密\udfff'], [text, ['密']],
        [phone, '1390000770'], [phone, '23900007701'], [phone, 13900007701], [phone, '１３９００００７７０１'],
        [idNumber, '430000199003070015'], [idNumber, '430000199002300012'], [idNumber, '43000019900307001x'], [idNumber, 'x'],
        [amount, -1], [amount, '18000'], [amount, 1e308], [amount, 0.001], [amount, [18000]], [month, '2026-13'], [month, 202601],
      ];
      const others: unknown[] = [];
      for (const [field, value] of wrong) {
        const answer = await send(to(channel), changed(order(channel), field, value));
        if (answer.status !== 400 || !answer.json.errors?.some((error) => error.field === field)) others.push([field, JSON.stringify(value).slice(0, 40), answer.status, answer.json.errors ?? answer.text]);
      }
      expect(others).toEqual([]);
      await refused(await send(to(channel), { ...order(channel), surprise: someone.text }), [400], 'surprise');
      await refused(await send(to(channel), { ...order(channel), [`${someone.name}!`]: 1 }), [400], '?');
    });

    it('refuses the monstrous', async () => {
      const { text, number } = called[channel]!;
      const deep = '['.repeat(10_000) + ']'.repeat(10_000);
      const spliced = (value: string) => `${JSON.stringify(order(channel)).slice(0, -1)},"deep":${value}}`;
      await refused(await send(to(channel), changed(order(channel), text, '密'.repeat(350_000))), [413], 'body');
      await refused(await send(to(channel), spliced(deep)), [400], 'deep');
      await refused(await send(to(channel), spliced('{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000))), [400], 'deep');
      await refused(await send(to(channel), JSON.stringify(changed(order(channel), number, 17)).replace(`"${number}":17`, `"${number}":${deep}`)), [400], number);
      await refused(await send(to(channel), spliced('1e999')), [400], 'deep');
      const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, 1]));
      const answer = await send(to(channel), { ...order(channel), ...many });
      await refused(answer, [400], 'f0');
      expect(answer.text.length).toBeLessThan(20_000);
    });

    it('takes a repetition as what it was, and no other order under its id', async () => {
      const id = `wh_${randomUUID()}`;
      const body = { ...order(channel), ...(channel === 'station' && { requester: { name: `密${randomUUID().slice(0, 4)}`, phone: someone.phone } }) };
      const first = await send(to(channel, { id }), body);
      expect(first.status).toBe(202);
      await app.settled();
      before = await rows();
      expect(await send(to(channel, { id }), body)).toEqual(first);
      expect(await rows()).toEqual(before);
      await refused(await send(to(channel, { id }), order(channel)), [409]);
      await refused(await send(to(channel, { id, timestamp: Math.floor(Date.now() / 1000) - 400 }), body), [401]);
      expect(await send(to(channel), body)).toMatchObject({ status: 202, json: { caseId: first.json['caseId'] } }); // The same number under a new call.
      expect(await rows()).toEqual(before);
    });

    it('says all of it in English to whoever asks, and stores nothing on a check', async () => {
      const body = changed({ ...order(channel), surprise: 1 }, called[channel]!.phone, '1');
      const answer = await send(to(channel, { headers: { 'accept-language': 'en-GB, zh;q=0.5' } }), body);
      expect([answer.status, answer.language, answer.json.title]).toEqual([400, 'en', 'Some fields are wrong']);
      expect(answer.json.errors).toEqual(expect.arrayContaining([{ field: called[channel]!.phone, problem: 'must be a mobile number of 11 digits' }, { field: 'surprise', problem: 'is not a field of this request' }]));
      expect((await send(to(channel, { path: 'work-orders/check' }), body)).json).toMatchObject({ wrong: [expect.anything(), expect.anything()] });
      expect((await send(to(channel, { path: 'work-orders/check' }), order(channel))).status).toBe(200);
      expect(await rows()).toEqual(before);
    });
  });

  it('refuses tricks with headers', async () => {
    const body = JSON.stringify(order('station'));
    const good = signWebhook(app.secrets['station']!, 'wh_tricks', Math.floor(Date.now() / 1000), body);
    await refused(await send(to('station', { headers: { ...good, 'content-type': 'text/plain' } }), body), [401, 415]);
    await refused(await send(to('station', { headers: { ...good, 'content-type': 'application/x-www-form-urlencoded' } }), body), [400, 401, 415]);
    await refused(await send(to('station', { headers: { ...good, 'webhook-id': 'wh.tricks' } }), body), [401]);
    await refused(await send(to('station', { headers: { ...good, 'webhook-timestamp': '0x66' } }), body), [401]);
    await refused(await send(to('station', { headers: { ...good, 'webhook-timestamp': `${good['webhook-timestamp']}.0` } }), body), [401]);
    await refused(await send(to('station', { headers: { ...good, 'webhook-signature': good['webhook-signature'].replace('v1,', 'v1a,') } }), body), [401]);
    await refused(await send(to('station', { headers: { ...good, 'webhook-signature': 'v1,'.repeat(2_000) } }), body), [401]);
    await refused(await send(to('__proto__', { secret: app.secrets['station']! }), body), [401]);
    await refused(await send(to('nobody', { secret: app.secrets['station']! }), body), [401]);
    expect(await twice(`${app.url}/v1/channels/station/work-orders`, good, body)).toBe(401);
    expect(await rows()).toEqual(before);
  });

  it('refuses facts by their names', async () => {
    const facts = (given: unknown) => ({ ...order('station'), facts: given });
    const others: unknown[] = [];
    for (const [given, field] of [
      [[], 'facts'], ['x', 'facts'], [17, 'facts'], [{ nobody: 1 }, 'facts.nobody'], [{ amount: '18000' }, 'facts.amount'], [{ workers: 1.5 }, 'facts.workers'], [{ workers: {} }, 'facts.workers'],
      [{ [someone.text]: 1 }, 'facts.?'],
      [{ terminatedOn: '2026-02-29' }, 'facts.terminatedOn'], [{ matter: someone.text }, 'facts.matter'], [{ idNumber: '430000199003070015' }, 'facts.idNumber'], [{ duplicateOf: '439901-2026-D01-999999' }, 'facts.duplicateOf'],
      [Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, 1])), 'facts.f0'],
    ] as const) {
      const answer = await send(to('station'), facts(given));
      if (answer.status !== 400 || !answer.json.errors?.some((error) => error.field === field)) others.push([field, answer.status, answer.text.slice(0, 300)]);
      expect(answer.text).not.toContain('密');
    }
    expect(others).toEqual([]);
    expect(await rows()).toEqual(before);
    await refused(await send(to('station'), JSON.stringify(facts(1)).replace('"facts":1', `"facts":{"amount":${'['.repeat(9_000)}${']'.repeat(9_000)}}`)), [400], 'facts');
    await refused(await send(to('station'), JSON.stringify(facts(1)).replace('"facts":1', '"facts":{"__proto__":{"amount":1}}')), [400]);
  });

  it('reads the last of two equal keys, as JSON parsers do, and stores no half order', async () => {
    const answer = await send(to('station'), JSON.stringify(order('station')).replace('"category":"D01"', '"category":"D99","category":"D01"'));
    expect(answer.status).toBe(202);
    await app.settled();
    before = await rows();
    await refused(await send(to('station'), JSON.stringify(order('station')).replace('"category":"D01"', '"category":"D01","category":"D99"')), [400], 'category');
  });

  it('gives to a person what no rule matches', async () => {
    const unclear = '密，说不清楚的一件事。';
    for (const [channel, unsorted] of [
      ['station', { externalId: 'T-1', receivedAt: AT, division: '439901', text: unclear }], ['station', { externalId: 'T-2', receivedAt: AT, division: '439901' }],
      ['12345', { orderNo: 'T-4', callTime: AT, appealType: 'HELP', areaCode: '439901', content: unclear }], ['12333', { ticketNo: 'T-5', acceptedTime: AT, consultType: 'service', region: '439901', summary: unclear }],
      ['self-service', { formId: 'T-6', sentAt: AT, place: '439901', me: {} }],
    ] as const) {
      const answer = await send(to(channel), unsorted);
      expect(answer.status).toBe(202);
      await app.settled();
      const caseId = answer.json['caseId'] as string;
      expect(await app.office.get('officer', `/v1/cases/${caseId}`)).toMatchObject({ mode: 'triage', state: 'TRIAGED', lead: null });
      const { cases } = await app.office.get<{ cases: { caseId: string }[] }>('officer', '/v1/cases?state=TRIAGED&limit=100');
      expect(cases.map((each) => each.caseId)).toContain(caseId);
      await app.office.do('officer', caseId, 'routing/override-routing', { department: 'inspectionBody', reason: '人工甄别：欠薪' });
      await app.settled();
      expect(await app.office.get('officer', `/v1/cases/${caseId}`)).toMatchObject({ state: 'DISPATCHED', lead: 'inspectionBody' });
    }
  });
});

/** The order with one field, named by its path, set to something else. */
function changed(order: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const [name, ...rest] = path.split('.') as [string, ...string[]];
  return { ...order, [name]: rest.length === 0 ? value : changed((order[name] ?? {}) as Record<string, unknown>, rest.join('.'), value) };
}

/** A call that names its id twice, which no client library does. Answers the status. */
function twice(url: string, signed: Readonly<Record<string, string>>, body: string): Promise<number> {
  const headers = ['host', new URL(url).host, 'content-type', 'application/json', 'content-length', String(Buffer.byteLength(body)), ...Object.entries(signed).flat(), 'webhook-id', 'wh_second'];
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', headers }, (answer) => { answer.resume(); resolve(answer.statusCode ?? 0); }).on('error', reject).end(body);
  });
}
