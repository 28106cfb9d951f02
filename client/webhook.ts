import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** Standard Webhooks 1.0.0, symmetric `v1`: what is signed is `id.timestamp.body`, byte for byte. */
export interface WebhookHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

const TOLERANCE_S = 5 * 60;
const ID = /^[\x21-\x2d\x2f-\x7e]{1,255}$/;

/** A call whose signature is not believed. Answer it with 401, and do nothing else. */
export class SignatureRefused extends Error {
  constructor(readonly reason: 'missing-header' | 'malformed-header' | 'stale' | 'bad-signature') {
    super(`The webhook is refused: ${reason}.`);
    this.name = 'SignatureRefused';
  }
}

/** A new id for a call; every repetition of the call uses the same one. */
export function newWebhookId(): string {
  return `wh_${randomUUID()}`;
}

/** `timestampS`: seconds since 1970, of this try. */
export function sign(secret: string, id: string, timestampS: number, body: string | Uint8Array): WebhookHeaders {
  if (!ID.test(id)) throw new TypeError('A webhook id is 1 to 255 printable characters without a full stop.');
  return { 'webhook-id': id, 'webhook-timestamp': String(timestampS), 'webhook-signature': signatureOf(secret, id, String(timestampS), body) };
}

/**
 * Checks a call that came in, over its bytes as they came. Any of your secrets and any of the signatures may fit: that is how keys are changed without losing a call.
 * Returns its id, by which you know a repetition. Throws `SignatureRefused`.
 */
export function verify(secrets: readonly string[], headers: Readonly<Record<string, string | readonly string[] | undefined>>, body: string | Uint8Array, nowMs = Date.now()): { readonly id: string; readonly timestampS: number } {
  const [id, time, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headers[name]);
  if (!id || !time || !signatures) throw new SignatureRefused('missing-header');
  if (typeof id !== 'string' || typeof time !== 'string' || typeof signatures !== 'string' || !ID.test(id) || !/^\d{1,12}$/.test(time)) throw new SignatureRefused('malformed-header');
  if (Math.abs(Math.floor(nowMs / 1000) - Number(time)) > TOLERANCE_S) throw new SignatureRefused('stale');
  const given = signatures.split(' ').map((one) => Buffer.from(one));
  const fits = secrets.some((secret) => {
    const expected = Buffer.from(signatureOf(secret, id, time, body));
    return given.some((one) => one.length === expected.length && timingSafeEqual(one, expected));
  });
  if (!fits) throw new SignatureRefused('bad-signature');
  return { id, timestampS: Number(time) };
}

function signatureOf(secret: string, id: string, timestamp: string, body: string | Uint8Array): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
}
