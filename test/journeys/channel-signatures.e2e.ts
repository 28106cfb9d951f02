import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { signWebhook } from '#libs/security/webhook.js';
import type { App } from '../app.js';
import { startApp } from '../app.js';
import { wageOrders } from '../work-orders.js';

const AT = '2026-03-02T10:15:00+08:00';
const TOLERANCE_S = 300;

interface Call { readonly id: string; readonly time: string; readonly signature: string; readonly body: Buffer; readonly names?: readonly [string, string, string] }
interface Answer { readonly status: number; readonly json: any }

/** Standard Webhooks 1.0.0 as its text has it, written here apart from the product: HMAC-SHA-256 over `id.time.body`. */
function signature(secret: string, id: string, time: string, body: Buffer): string {
  return `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(Buffer.concat([Buffer.from(`${id}.${time}.`), body])).digest('base64')}`;
}

/** The listed ways in which a call may be signed, each answered as listed: thirty, and every bit of one call flipped, two hundred and more. */
describe('A signed call', () => {
  let app: App;
  let secret: string;
  let newer: string;
  const stranger = `whsec_${randomBytes(32).toString('base64')}`;

  beforeAll(async () => {
    const [first, second] = [0, 1].map(() => `whsec_${randomBytes(32).toString('base64')}`) as [string, string];
    app = await startApp({ now: '2026-03-02T10:20:00+08:00', more: { CHANNEL_KEYS: JSON.stringify({ station: { secrets: [first, second] }, '12345': { secrets: [stranger] } }) } });
    [secret, newer] = [first, second];
  });
  afterAll(() => app?.stop());

  const now = (): number => Math.floor(Date.now() / 1000);
  const orderOf = (number = randomUUID()): Buffer => Buffer.from(JSON.stringify(wageOrders['station']!(number, AT)));
  const call = (more: Partial<Call> & { readonly by?: string } = {}): Call => {
    const { id = `wh_${randomUUID()}`, time = String(now()), body = orderOf(), by = secret } = more;
    return { id, time, body, signature: more.signature ?? signature(by, id, time, body), ...(more.names && { names: more.names }) };
  };
  const send = ({ id, time, signature: signed, body, names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] }: Call): Promise<Answer> => new Promise((resolve, reject) => {
    const headers = Object.fromEntries([['content-type', 'application/json'], ['content-length', String(body.length)], ...names.map((name, n) => [name, [id, time, signed][n]!]).filter(([, value]) => value !== '')]);
    const asked = request(`${app.url}/v1/channels/station/work-orders`, { method: 'POST', headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve({ status: answer.statusCode!, json: JSON.parse(Buffer.concat(parts).toString('utf8')) }));
    });
    asked.on('error', reject).end(body);
  });
  const filings = async (): Promise<number> => (await app.database.query(`SELECT count(*)::int AS n FROM es.events WHERE type = 'intake.claim-filed' OR type = 'intake.duplicate-linked'`)).rows[0].n;

  const listed: readonly (readonly [string, number, string | undefined, () => Call])[] = [
    ['by the key', 202, undefined, () => call()],
    ['by the newer of two live keys', 202, undefined, () => call({ by: newer })],
    ['by both, one after the other', 202, undefined, () => { const one = call(); return { ...one, signature: `${signature(newer, one.id, one.time, one.body)} ${one.signature}` }; }],
    ['by a stranger and by the key', 202, undefined, () => { const one = call(); return { ...one, signature: `${signature(stranger, one.id, one.time, one.body)} ${one.signature}` }; }],
    ['with a signature of another scheme before its own', 202, undefined, () => { const one = call(); return { ...one, signature: `v1a,${'A'.repeat(86)}== ${one.signature}` }; }],
    ['as the product itself signs what it tells', 202, undefined, () => { const body = orderOf(); const id = `wh_${randomUUID()}`; const time = now(); return { id, time: String(time), body, signature: signWebhook(secret, id, time, body)['webhook-signature'] }; }],
    ['with headers in capitals', 202, undefined, () => call({ names: ['Webhook-Id', 'WEBHOOK-TIMESTAMP', 'WebHook-Signature'] })],
    ['just inside five minutes late', 202, undefined, () => call({ time: String(now() - TOLERANCE_S + 5) })],
    ['just inside five minutes early', 202, undefined, () => call({ time: String(now() + TOLERANCE_S - 5) })],
    ['just outside five minutes late', 401, 'stale', () => call({ time: String(now() - TOLERANCE_S - 5) })],
    ['just outside five minutes early', 401, 'stale', () => call({ time: String(now() + TOLERANCE_S + 5) })],
    ['by a stranger', 401, 'bad-signature', () => call({ by: stranger })],
    ['by the key of another channel', 401, 'bad-signature', () => call({ by: stranger })],
    ['and its body written anew', 401, 'bad-signature', () => { const one = call(); return { ...one, body: Buffer.from(JSON.stringify(JSON.parse(one.body.toString()), null, 1)) }; }],
    ['and a byte added to its body', 401, 'bad-signature', () => { const one = call(); return { ...one, body: Buffer.concat([one.body, Buffer.from(' ')]) }; }],
    ['and its body exchanged', 401, 'bad-signature', () => ({ ...call(), body: orderOf() })],
    ['and its id exchanged', 401, 'bad-signature', () => ({ ...call(), id: `wh_${randomUUID()}` })],
    ['and its time moved by a second', 401, 'bad-signature', () => { const one = call(); return { ...one, time: String(Number(one.time) + 1) }; }],
    ['under the scheme v1a', 401, 'bad-signature', () => { const one = call(); return { ...one, signature: one.signature.replace('v1,', 'v1a,') }; }],
    ['under a scheme in capitals', 401, 'bad-signature', () => { const one = call(); return { ...one, signature: one.signature.replace('v1,', 'V1,') }; }],
    ['under no scheme', 401, 'bad-signature', () => { const one = call(); return { ...one, signature: one.signature.slice(3) }; }],
    ['with signatures parted by commas', 401, 'bad-signature', () => { const one = call(); return { ...one, signature: `v1,abc,${one.signature}` }; }],
    ['with an empty signature', 401, 'bad-signature', () => call({ signature: 'v1,' })],
    ['with its signature cut by one character', 401, 'bad-signature', () => { const one = call(); return { ...one, signature: one.signature.slice(0, -1) }; }],
    ['without an id', 401, 'missing-header', () => ({ ...call(), id: '' })],
    ['without a time', 401, 'missing-header', () => ({ ...call(), time: '' })],
    ['without a signature', 401, 'missing-header', () => ({ ...call(), signature: '' })],
    ['with a full stop in its id', 401, 'malformed-header', () => call({ id: `wh_1.${now()}` })],
    ['with a time that has a tail', 401, 'malformed-header', () => { const one = call(); return { ...one, time: `${one.time}.5` }; }],
    ['with a body that is no UTF-8', 400, undefined, () => call({ body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]) })],
    ['with an empty body', 400, undefined, () => call({ body: Buffer.alloc(0) })],
  ];

  it('is listed here thirty times at least', () => expect(listed.length).toBeGreaterThanOrEqual(30));

  it.each(listed)('%s is answered %i %s', async (_, status, reason, made) => {
    const before = await filings();
    const answer = await send(made());
    expect([answer.status, answer.json.details?.reason]).toEqual([status, reason]);
    expect(await filings()).toBe(before + (status === 202 ? 1 : 0));
  });

  it('gives the same answer when it comes again within its time, and is refused with another body', async () => {
    const one = call();
    const first = await send(one);
    expect(first.status).toBe(202);
    const stored = await filings();
    expect(await send(one)).toEqual(first); // Byte by byte the same call.
    expect(await send(call({ id: one.id, body: one.body, time: String(now() - 60) }))).toEqual(first); // A retry signs a new time.
    expect(await send(call({ id: one.id, body: one.body, by: newer }))).toEqual(first);
    expect(await send(call({ id: one.id }))).toMatchObject({ status: 409, json: { code: 'KEY_REUSED' } });
    expect(await filings()).toBe(stored);
  });

  it('is refused with any one bit of its id, time, signature or body changed', async () => {
    const one = call({ id: 'wh_0123456789abcdef', body: Buffer.from(JSON.stringify({ externalId: 'flip', receivedAt: AT })) });
    const before = await filings();
    const text = (bytes: Buffer): string => bytes.toString('latin1');
    const sendable = (flipped: string): boolean => /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(flipped); // What a header can carry at all.
    const flips = [
      ...bitsOf(Buffer.from(one.id)).map(text).filter(sendable).map((id) => ({ ...one, id })), ...bitsOf(Buffer.from(one.time)).map(text).filter(sendable).map((time) => ({ ...one, time })),
      ...bitsOf(Buffer.from(one.signature)).map(text).filter(sendable).map((signed) => ({ ...one, signature: signed })), ...bitsOf(one.body).map((body) => ({ ...one, body })),
    ];
    expect(flips.length).toBeGreaterThanOrEqual(200);
    for (let from = 0; from < flips.length; from += 50) {
      const some = flips.slice(from, from + 50);
      const answers = await Promise.all(some.map(send));
      expect(answers.map(({ status }) => status)).toEqual(some.map(({ body }) => (isJson(body) ? 401 : 400))); // What is no JSON is not even looked at.
    }
    expect(await filings()).toBe(before);
    expect((await send(one)).status).toBe(400); // The call as it was is believed, and its form is looked at.
  });
});

function isJson(body: Buffer): boolean {
  try {
    return Boolean(JSON.parse(body.toString('utf8')));
  } catch {
    return false;
  }
}

function bitsOf(bytes: Buffer): Buffer[] {
  return Array.from({ length: bytes.length * 8 }, (_, bit) => {
    const changed = Buffer.from(bytes);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    return changed;
  });
}
