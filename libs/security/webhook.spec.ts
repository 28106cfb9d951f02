import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { signWebhook, verifyWebhook, WebhookRefused, webhookKey, webhookKeyId } from './webhook.js';

// The vector that the libraries of the Standard Webhooks project test themselves with.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const timestamp = 1614265330;
const body = Buffer.from('{"test": 2432232314}');
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const nowMs = timestamp * 1000;
const headers = { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature };
const other = `whsec_${randomBytes(32).toString('base64')}`;

describe('An inbound webhook', () => {
  it('passes with the published vector', () => expect(verifyWebhook([secret], headers, body, nowMs)).toEqual({ id, timestamp, secret }));

  it('passes when the reference library signed it, and the reference library accepts ours', () => {
    const now = Math.floor(Date.now() / 1000);
    const text = '{"externalId":"12345-1","text":"拖欠工资"}';
    const theirs = new Webhook(other).sign('evt_1', new Date(now * 1000), text);
    expect(verifyWebhook([other], { 'webhook-id': 'evt_1', 'webhook-timestamp': String(now), 'webhook-signature': theirs }, Buffer.from(text), now * 1000).id).toBe('evt_1');
    expect(new Webhook(other).verify(text, signWebhook(other, 'evt_1', now, text))).toEqual(JSON.parse(text));
  });

  it.each<[string, readonly string[], Record<string, string>, Buffer, number]>([
    ['with the second of two live secrets', [other, secret], headers, body, nowMs],
    ['with one fitting signature among several', [secret], { ...headers, 'webhook-signature': `v1,${'A'.repeat(43)}= v1a,abc ${signature}` }, body, nowMs],
    ['with headers in capitals', [secret], { 'Webhook-Id': id, 'WEBHOOK-TIMESTAMP': String(timestamp), 'Webhook-Signature': signature }, body, nowMs],
    ['five minutes late', [secret], headers, body, nowMs + 300_999],
    ['five minutes early', [secret], headers, body, nowMs - 300_000],
  ])('passes %s', (_, secrets, given, bytes, at) => expect(verifyWebhook(secrets, given, bytes, at).id).toBe(id));

  it('says which secret signed it, and is signed by several at once while a key changes', () => {
    const both = signWebhook([secret, other], id, timestamp, body);
    expect(both['webhook-signature'].split(' ')).toEqual([signature, signWebhook(other, id, timestamp, body)['webhook-signature']]);
    for (const one of [secret, other]) expect(verifyWebhook([one], both, body, nowMs).secret).toBe(one);
    expect(verifyWebhook([other, secret], headers, body, nowMs).secret).toBe(secret);
  });

  it('is signed over its bytes: an empty body, and one that is no UTF-8', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from([0xff, 0xfe, 0x00, 0x80])]) {
      expect(verifyWebhook([secret], signWebhook(secret, id, timestamp, bytes), bytes, nowMs).id).toBe(id);
    }
    const signed = signWebhook(secret, id, timestamp, Buffer.from([0xff]));
    expect(reason([secret], signed, Buffer.from([0xfe]), nowMs)).toBe('bad-signature'); // Both bytes decode to the same replacement character.
  });

  it.each<[string, string, readonly string[], Record<string, string>, Buffer, number]>([
    ['another key', 'bad-signature', [other], headers, body, nowMs],
    ['no live secret', 'bad-signature', [], headers, body, nowMs],
    ['a re-serialised body', 'bad-signature', [secret], headers, Buffer.from('{"test":2432232314}'), nowMs],
    ['an added byte', 'bad-signature', [secret], headers, Buffer.concat([body, Buffer.from('\n')]), nowMs],
    ['another id', 'bad-signature', [secret], { ...headers, 'webhook-id': `${id}2` }, body, nowMs],
    ['a later time', 'bad-signature', [secret], { ...headers, 'webhook-timestamp': String(timestamp + 1) }, body, nowMs],
    ['the same time written otherwise', 'bad-signature', [secret], { ...headers, 'webhook-timestamp': `0${timestamp}` }, body, nowMs],
    ['the right signature under another scheme', 'bad-signature', [secret], { ...headers, 'webhook-signature': signature.replace('v1', 'v1a') }, body, nowMs],
    ['the right signature without scheme', 'bad-signature', [secret], { ...headers, 'webhook-signature': signature.slice(3) }, body, nowMs],
    ['a scheme in capitals', 'bad-signature', [secret], { ...headers, 'webhook-signature': signature.replace('v1', 'V1') }, body, nowMs],
    ['signatures parted by commas', 'bad-signature', [secret], { ...headers, 'webhook-signature': `v1,abc,${signature}` }, body, nowMs],
    ['a cut signature', 'bad-signature', [secret], { ...headers, 'webhook-signature': signature.slice(0, -1) }, body, nowMs],
    ['an empty signature of the scheme', 'bad-signature', [secret], { ...headers, 'webhook-signature': 'v1,' }, body, nowMs],
    ['five minutes and a second late', 'stale', [secret], headers, body, nowMs + 301_000],
    ['five minutes and a second early', 'stale', [secret], headers, body, nowMs - 301_000],
    ['no id', 'missing-header', [secret], { ...headers, 'webhook-id': '' }, body, nowMs],
    ['no time', 'missing-header', [secret], { 'webhook-id': id, 'webhook-signature': signature }, body, nowMs],
    ['no signature', 'missing-header', [secret], { 'webhook-id': id, 'webhook-timestamp': String(timestamp) }, body, nowMs],
    ['a time with a tail', 'malformed-header', [secret], { ...headers, 'webhook-timestamp': `${timestamp}abc` }, body, nowMs],
    ['a time in hexadecimal', 'malformed-header', [secret], { ...headers, 'webhook-timestamp': '0x6037be32' }, body, nowMs],
    ['a negative time', 'malformed-header', [secret], { ...headers, 'webhook-timestamp': `-${timestamp}` }, body, nowMs],
    ['a full stop in the id', 'malformed-header', [secret], { ...headers, 'webhook-id': 'a.1614265330' }, body, nowMs],
    ['two ids joined', 'malformed-header', [secret], { ...headers, 'webhook-id': `${id}, ${id}` }, body, nowMs],
    ['an id of 256 characters', 'malformed-header', [secret], { ...headers, 'webhook-id': 'a'.repeat(256) }, body, nowMs],
  ])('is refused with %s: %s', (_, expected, secrets, given, bytes, at) => expect(reason(secrets, given, bytes, at)).toBe(expected));

  it('is refused after a change of any one bit of id, time, signature or body, 200 at least', () => {
    let flips = 0;
    for (const part of ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const) {
      for (const changed of oneBitOff(Buffer.from(headers[part]))) {
        expect(reason([secret], { ...headers, [part]: changed.toString('latin1') }, body, nowMs)).not.toBe('accepted');
        flips++;
      }
    }
    for (const changed of oneBitOff(body)) {
      expect(reason([secret], headers, changed, nowMs)).toBe('bad-signature');
      flips++;
    }
    expect(flips).toBeGreaterThanOrEqual(200);
  });
});

describe('A webhook secret', () => {
  it.each(['', 'whsec_', 'whsec_abc', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', `whsec_${Buffer.alloc(23).toString('base64')}`, `whsec_${Buffer.alloc(65).toString('base64')}`, 'whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])(
    'is not %s', (text) => expect(() => webhookKey(text)).toThrow(TypeError));
  it('has a name that is its own and gives nothing of it away', () => {
    expect(webhookKeyId(secret)).toMatch(/^k-[0-9a-f]{12}$/);
    expect(webhookKeyId(secret)).toBe(webhookKeyId(secret));
    expect(webhookKeyId(other)).not.toBe(webhookKeyId(secret));
  });
  it('does not show in the error', () => expect(() => webhookKey('whsec_sekret')).not.toThrow(/sekret/));
});

function reason(secrets: readonly string[], given: Readonly<Record<string, string>>, bytes: Buffer, at: number): string {
  try {
    verifyWebhook(secrets, given, bytes, at);
    return 'accepted';
  } catch (error) {
    if (error instanceof WebhookRefused) return error.reason;
    throw error;
  }
}

function oneBitOff(bytes: Buffer): Buffer[] {
  return Array.from({ length: bytes.length * 8 }, (_, bit) => {
    const changed = Buffer.from(bytes);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    return changed;
  });
}
