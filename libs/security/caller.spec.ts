import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { base64url, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWTHeaderParameters, JWTPayload } from 'jose';
import { causeOf, TokenVerifier, Unauthenticated } from './caller.js';
import { IssuerUnavailable } from './issuer-keys.js';
import type { Issuer } from './caller.js';

const audience = 'https://api.anxin.test';
let server: Server;
let issuer: string;
let up = true;
let says: (url: string) => unknown;
const keys = new Map<string, { publicKey: CryptoKey; privateKey: CryptoKey }>();

beforeAll(async () => {
  for (const alg of ['RS256', 'PS256', 'ES256', 'EdDSA', 'ES384']) keys.set(alg, await generateKeyPair(alg, { extractable: true }));
  const jwks = { keys: await Promise.all([...keys].map(async ([alg, { publicKey }]) => ({ ...(await exportJWK(publicKey)), kid: alg, alg, use: 'sig' }))) };
  server = createServer((request, response) => {
    response.statusCode = up ? 200 : 503;
    response.end(JSON.stringify(request.url === '/jwks' ? jwks : says(request.url ?? '')));
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  says = () => ({ issuer, jwks_uri: `${issuer}/jwks` });
});
afterAll(() => new Promise((closed) => server.close(closed)));
beforeEach(() => { up = true; });

const verifier = (more: Partial<Issuer> = {}) => new TokenVerifier({ issuer, audience, ...more });
const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow;
const claims = (more: Record<string, unknown> = {}): JWTPayload => ({ iss: issuer, aud: audience, sub: 'officer-1', exp: seconds(300), roles: ['officer'], divisions: ['439901'], ...more });
const sign = (payload: JWTPayload, header: Partial<JWTHeaderParameters> = {}, key = keys.get(header.alg ?? 'RS256')!.privateKey) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: header.alg ?? 'RS256', typ: 'at+jwt', ...header }).sign(key);

describe('An access token', () => {
  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('signed with %s tells who calls', async (alg) => {
    expect(await verifier().verify(await sign(claims({ name: '测试员' }), { alg }))).toEqual({ subject: 'officer-1', roles: ['officer'], divisions: ['439901'], name: '测试员' });
  });

  it.each<[string, Record<string, unknown>, Partial<JWTHeaderParameters>]>([
    ['for several audiences', { aud: ['other', audience] }, {}], ['of type JWT', {}, { typ: 'JWT' }], ['of the long type', {}, { typ: 'application/at+jwt' }],
    ['20 s after its end', { exp: seconds(-20) }, {}], ['20 s before its start', { nbf: seconds(20) }, {}],
  ])('passes %s', async (_, payload, header) => expect((await verifier().verify(await sign(claims(payload), header))).subject).toBe('officer-1'));

  it('brings no roles or divisions that we do not know', async () => {
    expect(await verifier().verify(await sign(claims({ roles: ['officer', 'root', '__proto__'], divisions: ['439901', '', '43', '%'] })))).toMatchObject({ roles: ['officer'], divisions: ['439901'] });
    expect(await verifier().verify(await sign(claims({ roles: undefined, divisions: undefined })))).toMatchObject({ roles: [], divisions: [] });
  });

  it('may name its claims otherwise', async () => {
    const token = await sign(claims({ roles: [], realm_access: { roles: ['auditor'] }, 'https://anxin.test/divisions': ['000000'] }));
    expect(await verifier({ rolesClaim: 'realm_access.roles', divisionsClaim: 'https://anxin.test/divisions' }).verify(token)).toMatchObject({ roles: ['auditor'], divisions: ['000000'] });
  });
});

describe('No access token', () => {
  it.each<[string, Unauthenticated['reason'], Record<string, unknown>, Partial<JWTHeaderParameters>]>([
    ['is one that has ended', 'expired', { exp: seconds(-40) }, {}],
    ['is one without an end', 'claims', { exp: undefined }, {}],
    ['is one that has not begun', 'claims', { nbf: seconds(40) }, {}],
    ['is one for another audience', 'claims', { aud: 'console' }, {}],
    ['is one without audience', 'claims', { aud: undefined }, {}],
    ['is one of another issuer', 'claims', { iss: 'https://other.test' }, {}],
    ['is one without subject', 'claims', { sub: undefined }, {}],
    ['is one with a subject of two lines', 'claims', { sub: 'a\nb' }, {}],
    ['is one with roles as text', 'claims', { roles: 'auditor' }, {}],
    ['is one with roles that are no texts', 'claims', { roles: [['auditor']] }, {}],
    ['is an ID token, by nonce', 'not-an-access-token', { nonce: 'n' }, { typ: 'JWT' }],
    ['is an ID token, by at_hash', 'not-an-access-token', { at_hash: 'h' }, { typ: 'JWT' }],
    ['is an ID token by its own word', 'not-an-access-token', { typ: 'ID' }, { typ: 'JWT' }],
    ['is a logout token', 'not-an-access-token', {}, { typ: 'logout+jwt' }],
    ['is one bound to a key', 'not-an-access-token', { cnf: { jkt: 'x' } }, {}],
    ['is one with an algorithm that is not allowed', 'malformed', {}, { alg: 'ES384' }],
    ['is one with a key that the issuer does not have', 'signature', {}, { kid: 'unknown' }],
    ['is one with an extension that we do not know', 'malformed', {}, { crit: ['b64', 'x'], b64: true, x: 1 } as never],
  ])('%s: %s', async (_, expected, payload, header) => {
    // jose itself does not sign what it would not understand; such a header is written by hand.
    const token = header.crit ? byHand({ alg: 'RS256', kid: 'RS256', typ: 'at+jwt', ...header }, claims(payload), 'AAAA') : await sign(claims(payload), header);
    expect(await reason(token)).toBe(expected);
  });

  it('is unsigned', async () => {
    for (const alg of ['none', 'None', 'nOnE', '']) expect(await reason(byHand({ alg, typ: 'at+jwt' }, claims(), ''))).toBe('malformed');
  });

  it('is signed with the public key as a secret', async () => {
    const head = byHand({ alg: 'HS256', kid: 'RS256', typ: 'at+jwt' }, claims(), '').slice(0, -1);
    const mac = createHmac('sha256', await exportSPKI(keys.get('RS256')!.publicKey)).update(head).digest('base64url');
    expect(await reason(`${head}.${mac}`)).toBe('malformed');
  });

  it('brings its own key', async () => {
    const own = await generateKeyPair('RS256', { extractable: true });
    const jwk = await exportJWK(own.publicKey);
    expect(await reason(await sign(claims(), { jwk, jku: `${issuer}/jwks-of-the-attacker` } as never, own.privateKey))).toBe('signature');
  });

  it.each(['', 'x', 'a.b.c', '..', `${'a'.repeat(9000)}.b.c`, 'eyJhbGciOiJSUzI1NiJ9.e30.AAAA'])('is %s', async (token) => expect(['malformed', 'signature', 'claims']).toContain(await reason(token)));

  it('survives a change of any bit of its signature', async () => {
    const token = await sign(claims(), { alg: 'ES256' });
    const [head, payload, signature] = token.split('.') as [string, string, string];
    const bytes = Buffer.from(signature, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 7) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(await reason(`${head}.${payload}.${changed.toString('base64url')}`)).toBe('signature');
    }
  });
});

describe('An issuer that is away', () => {
  it('is an outage, and is asked again', async () => {
    const one = verifier();
    const token = await sign(claims());
    up = false;
    await expect(one.verify(token)).rejects.toThrow(IssuerUnavailable);
    up = true;
    expect((await one.verify(token)).subject).toBe('officer-1');
  });

  it('is no longer needed once its keys are known', async () => {
    const one = verifier();
    await one.verify(await sign(claims()));
    up = false;
    expect((await one.verify(await sign(claims()))).subject).toBe('officer-1');
  });

  it('is not replaced by another that answers in its place', async () => {
    const honest = says;
    says = () => ({ issuer: 'https://other.test', jwks_uri: `${issuer}/jwks` });
    await expect(verifier().verify(await sign(claims()))).rejects.toThrow(IssuerUnavailable);
    says = honest;
  });
});

it('The cause of an event names role and opaque subject, never the name', () => {
  const caller = { subject: 's-1', roles: ['officer', 'mediator'], divisions: ['439901'], departments: ['hrss'], name: '测试员' } as const;
  expect(causeOf(caller, 'mediator', { reason: '依申请' })).toEqual({ actor: 'mediator:s-1', organ: '439901/hrss', reason: '依申请' });
  expect(causeOf({ subject: 's-2', roles: ['auditor'], divisions: [] })).toEqual({ actor: 'auditor:s-2' });
});

async function reason(token: string): Promise<string> {
  try {
    await verifier().verify(token);
    return 'accepted';
  } catch (error) {
    if (error instanceof Unauthenticated) return error.reason;
    throw error;
  }
}

function byHand(header: object, payload: object, signature: string): string {
  return `${base64url.encode(JSON.stringify(header))}.${base64url.encode(JSON.stringify(payload))}.${signature}`;
}
