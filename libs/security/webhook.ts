import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const TOLERANCE_S = 5 * 60;
const SIGNATURES_MAX = 20;
const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;
const ID = /^[\x21-\x2d\x2f-\x7e]{1,255}$/; // No full stop: it parts id, time and body in what is signed.

/** A webhook that is not believed: 401. */
export class WebhookRefused extends Error {
  constructor(readonly reason: 'missing-header' | 'malformed-header' | 'stale' | 'bad-signature' | 'certificate') {
    super(`The webhook is refused: ${reason}.`);
    this.name = 'WebhookRefused';
  }
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Checks an inbound webhook (Standard Webhooks 1.0.0, symmetric `v1`) over the bytes that came. Any of the channel's live secrets
 * may have signed, and any of the signatures in the header may fit: that is how a key is changed without losing a call.
 * `nowMs` is real time; `secret` is the one that signed. Not the `standardwebhooks` package: it decodes the body as UTF-8 before it signs, so that two different
 * byte sequences can share a signature. Throws `WebhookRefused`.
 */
export function verifyWebhook(secrets: readonly string[], headers: Headers, rawBody: Buffer, nowMs: number): { readonly id: string; readonly timestamp: number; readonly secret: string } {
  const [id, time, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => header(headers, name)) as [string, string, string];
  if (!ID.test(id) || !/^\d{1,12}$/.test(time)) throw new WebhookRefused('malformed-header');
  const timestamp = Number(time);
  if (Math.abs(Math.floor(nowMs / 1000) - timestamp) > TOLERANCE_S) throw new WebhookRefused('stale');
  const given = signatures.split(' ', SIGNATURES_MAX).map((signature) => Buffer.from(signature, 'utf8'));
  let signer: string | undefined;
  for (const secret of secrets) {
    const expected = Buffer.from(signatureOf(secret, id, time, rawBody), 'ascii');
    for (const one of given) if (one.length === expected.length && timingSafeEqual(one, expected)) signer ??= secret;
  }
  if (signer === undefined) throw new WebhookRefused('bad-signature');
  return { id, timestamp, secret: signer };
}

/**
 * The headers of an outbound webhook, with a signature of each secret: while a key changes, the receiver may hold either. `timestamp` is the attempt's, in seconds
 * since 1970; `id` stays the same over all attempts.
 */
export function signWebhook(secret: string | readonly string[], id: string, timestamp: number, body: string | Buffer): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  if (!ID.test(id) || !Number.isSafeInteger(timestamp)) throw new TypeError('A webhook needs an id without full stop and a whole number of seconds.');
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': [secret].flat().map((one) => signatureOf(one, id, String(timestamp), body)).join(' ') };
}

/** The name of a secret, by which people and the log speak of it: a cut hash of random bytes, which gives none of them away. */
export function webhookKeyId(secret: string): string {
  return `k-${createHash('sha256').update('anxin.webhook-key.v1\n').update(webhookKey(secret)).digest('hex').slice(0, 12)}`;
}

/** The key of a `whsec_` secret: 24 to 64 bytes of base64. Throws a TypeError that does not repeat the secret. */
export function webhookKey(secret: string): Buffer {
  const key = Buffer.from(SECRET.exec(secret)?.[1] ?? '', 'base64');
  if (key.length < 24 || key.length > 64) throw new TypeError('A webhook secret is whsec_ and 24 to 64 bytes in base64.');
  return key;
}

function signatureOf(secret: string, id: string, timestamp: string, body: string | Buffer): string {
  return `v1,${createHmac('sha256', webhookKey(secret)).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
}

function header(headers: Headers, name: string): string {
  const key = Object.keys(headers).find((one) => one.toLowerCase() === name);
  const value = key === undefined ? undefined : headers[key];
  if (value === undefined || value === '' || value.length === 0) throw new WebhookRefused('missing-header');
  if (typeof value !== 'string') throw new WebhookRefused('malformed-header');
  return value;
}
