import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyWebhook } from '#libs/security/webhook.js';
import { channelsCheck, channelsFile, Client, deliveriesList, isProblem, NoAnswer, ProblemError, resolutionAcceptComplaint, sign, verify } from './anxin.js';
import { retryAfterMs } from './client.js';

const SECRET = `whsec_${Buffer.from('a test key of 32 bytes, no more.').toString('base64')}`;
const ORDER = { externalId: 'Z-1', receivedAt: '2026-03-02T09:20:00+08:00', category: 'D01', demandKind: 'complaint', division: '439901' } as never;

interface Came { readonly method: string; readonly url: string; readonly headers: IncomingMessage['headers']; readonly body: Buffer }
interface Answer { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }

describe('The client', () => {
  let server: Server;
  let baseUrl: string;
  let came: Came[] = [];
  let answers: (Answer | 'hang up')[] = [];
  const slept: number[] = [];
  const client = (more: Partial<ConstructorParameters<typeof Client>[0]> = {}): Client => new Client({ baseUrl, identity: { secret: SECRET }, sleep: (ms) => { slept.push(ms); return Promise.resolve(); }, random: () => 1, ...more });
  const problem = (status: number, code: string, headers: Record<string, string> = {}): Answer => ({ status, body: { type: `urn:anxin:problem:${code.toLowerCase()}`, title: 't', status, code, errors: [{ field: 'f', problem: 'p' }] }, headers: { 'content-type': 'application/problem+json', ...headers } });

  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        came.push({ method: request.method!, url: request.url!, headers: request.headers, body: Buffer.concat(parts) });
        const next = answers.shift() ?? { status: 202, body: { caseId: 'c' } };
        if (next === 'hang up') return void request.socket.destroy();
        response.writeHead(next.status, { 'content-type': 'application/json', ...next.headers }).end(JSON.stringify(next.body ?? {}));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    came = [];
    answers = [];
    slept.length = 0;
  });
  afterAll(() => void server?.close());

  it('signs what it sends, and asks in the language that is wanted', async () => {
    await channelsFile(client({ language: 'en' }), { channel: 'station', body: ORDER });
    const [{ url, headers, body }] = came as [Came];
    expect([url, headers['accept-language'], JSON.parse(body.toString())]).toEqual(['/v1/channels/station/work-orders', 'en', ORDER]);
    expect(verifyWebhook([SECRET], headers, body, Date.now()).id).toBe(headers['webhook-id']);
  });

  it('repeats what passes under one id, signed anew', async () => {
    answers = ['hang up', problem(503, 'UNAVAILABLE'), problem(429, 'TOO_MANY_REQUESTS')];
    await channelsFile(client(), { channel: 'station', body: ORDER });
    expect(came).toHaveLength(4);
    expect(new Set(came.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(slept).toEqual([500, 1000, 2000]);
  });

  it('waits as long as it is asked to: seconds or a date', async () => {
    answers = [problem(503, 'STORE_BUSY', { 'retry-after': '7' })];
    await channelsFile(client(), { channel: 'station', body: ORDER });
    expect(slept).toEqual([7000]);
    const now = Date.parse('2026-03-02T10:00:00Z');
    expect([retryAfterMs('Mon, 02 Mar 2026 10:00:30 GMT', now), retryAfterMs('Mon, 02 Mar 2026 09:00:00 GMT', now), retryAfterMs('soon', now), retryAfterMs(null, now)]).toEqual([30_000, 0, undefined, undefined]);
  });

  it('gives up after so many tries, and says what it knows', async () => {
    answers = [problem(503, 'UNAVAILABLE'), problem(503, 'UNAVAILABLE')];
    await expect(channelsFile(client({ triesMax: 2 }), { channel: 'station', body: ORDER })).rejects.toThrow(ProblemError);
    answers = ['hang up', 'hang up'];
    await expect(channelsFile(client({ triesMax: 2 }), { channel: 'station', body: ORDER })).rejects.toThrow(NoAnswer);
    expect(came).toHaveLength(4);
  });

  it('does not repeat a no', async () => {
    answers = [problem(400, 'FIELDS_REFUSED')];
    const no = await channelsCheck(client(), { channel: 'station', body: ORDER }).catch((error: unknown) => error);
    expect(isProblem(no, 'FIELDS_REFUSED') && no.problem.errors).toEqual([{ field: 'f', problem: 'p' }]);
    expect([isProblem(no, 'OTHER'), isProblem(no), isProblem(new Error('x')), came.length]).toEqual([false, true, false, 1]);
  });

  it('gives a person’s step one idempotency key, and the version that was seen', async () => {
    answers = [problem(503, 'UNAVAILABLE'), { status: 200, body: {} }];
    await resolutionAcceptComplaint(client({ identity: { token: () => Promise.resolve('t') } }), { caseId: 'a/b', body: {} }, { ifMatch: '"3"' });
    expect(came.map(({ url, headers }) => [url, headers['authorization'], headers['if-match'], headers['webhook-id']])).toEqual(Array(2).fill(['/v1/resolution/cases/a%2Fb/commands/accept-complaint', 'Bearer t', '"3"', undefined]));
    expect(new Set(came.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('does not repeat what has no id, where nobody knows whether it was done', async () => {
    answers = ['hang up'];
    await expect(channelsFile(client({ identity: { token: 't' } }), { channel: 'station', body: ORDER })).rejects.toThrow(NoAnswer);
    expect(came).toHaveLength(1);
  });

  it('asks by a signed GET with a query', async () => {
    answers = [{ status: 200, body: { deliveries: [] } }];
    expect(await deliveriesList(client(), { channel: 'station', status: 'abandoned' })).toEqual({ deliveries: [] });
    expect(came[0]!.url).toBe('/v1/channels/station/deliveries?status=abandoned');
    expect(verifyWebhook([SECRET], came[0]!.headers, Buffer.alloc(0), Date.now()).id).toBe(came[0]!.headers['webhook-id']);
  });

  it('follows no redirect', async () => {
    answers = [{ status: 302, headers: { location: '/elsewhere' } }];
    await expect(channelsFile(client({ triesMax: 1 }), { channel: 'station', body: ORDER })).rejects.toThrow(NoAnswer);
    expect(came).toHaveLength(1);
  });

  it('believes what another implementation signed, and nothing else', () => {
    const at = Math.floor(Date.now() / 1000);
    const headers = { ...sign(SECRET, 'wh_1', at, 'body') };
    expect(verifyWebhook([SECRET], headers, Buffer.from('body'), Date.now()).id).toBe('wh_1');
    expect(verify(['whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', SECRET], headers, 'body')).toEqual({ id: 'wh_1', timestampS: at });
    expect(verify([SECRET], { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` }, 'body').id).toBe('wh_1');
    expect(() => verify([SECRET], headers, 'Body')).toThrow('bad-signature');
    expect(() => verify([SECRET], headers, 'body', Date.now() + 6 * 60_000)).toThrow('stale');
    expect(() => verify([SECRET], { 'webhook-id': 'wh_1' }, 'body')).toThrow('missing-header');
    expect(() => verify([SECRET], { ...headers, 'webhook-id': 'a.b' }, 'body')).toThrow('malformed-header');
  });
});
