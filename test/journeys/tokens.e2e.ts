import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair } from 'jose';
import type { Rule } from '../access/rules.js';
import { rulesOf } from '../access/rules.js';
import { HOUR_S, nowS, publicKey } from '../access/issuer.js';
import type { World } from '../access/world.js';
import { OWN, startWorld, wrongOf } from '../access/world.js';

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
/** Seconds by which the clocks of issuer and service may differ. */
const SKEW_S = 30;

describe('A token', () => {
  let world: World;
  let closed: readonly Rule[];
  let realNow: typeof Date.now;
  const claims = (more: object = {}) => ({ iss: world.issuer.issuer, aud: 'anxin', sub: 'x', exp: nowS() + HOUR_S, roles: ['officer'], divisions: [OWN], ...more });
  const status = async (token: string | undefined): Promise<number> => (await world.ask('GET /v1/cases', token)).status;

  beforeAll(async () => {
    realNow = Date.now;
    world = await startWorld();
    closed = [...rulesOf().values()].filter(({ roles }) => roles.some((role) => role !== 'channel'));
  });
  afterAll(() => world?.stop());
  afterEach(() => { Date.now = realNow; });

  /** What no service may take for a person, however it was made. */
  async function unbelievable(): Promise<Readonly<Record<string, string | undefined>>> {
    const { issuer: { signed, keys } } = world;
    const stranger = await generateKeyPair('ES256', { extractable: true });
    const rsa = await generateKeyPair('RS256', { extractable: true });
    const jwk = await publicKey(stranger, 'k');
    const good = await signed();
    const [head, , signature] = good.split('.') as [string, string, string];
    const mac = (secret: string, header: object = { alg: 'HS256', typ: 'at+jwt', kid: 'k' }): string => {
      const input = `${encoded(header)}.${encoded(claims())}`;
      return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
    };
    return {
      none: undefined, empty: '', garbage: 'abc', dots: '..', long: 'a'.repeat(9000), cut: good.slice(0, -2), lengthened: `${good}AA`, changed: `${head}.${encoded(claims({ roles: ['supervisor'] }))}.${signature}`,
      'without a signature': `${encoded({ alg: 'none', typ: 'at+jwt' })}.${encoded(claims())}.`, 'of algorithm None': `${encoded({ alg: 'None', typ: 'at+jwt', kid: 'k' })}.${encoded(claims())}.${signature}`, 'of no algorithm': `${encoded({ typ: 'at+jwt', kid: 'k' })}.${encoded(claims())}.${signature}`,
      'signed with the public key as a secret': mac(await exportSPKI(keys.publicKey)), 'signed with the key set as a secret': mac(JSON.stringify(await exportJWK(keys.publicKey))), 'signed with an empty secret': mac(' '),
      'signed by a stranger under our kid': await signed({}, {}, stranger), 'signed by a stranger, RS256': await signed({}, { alg: 'RS256' }, rsa), 'under an unknown kid': await signed({}, { kid: 'other' }, stranger),
      'with a key of its own (jwk)': await signed({}, { jwk, kid: 'mine' }, stranger), 'with a key set of its own (jku)': await signed({}, { jku: `${foreign}/jwks`, kid: 'mine' }, stranger), 'with a certificate of its own (x5u)': await signed({}, { x5u: `${foreign}/x5u`, kid: 'mine' }, stranger),
      'under a kid that is a path': await signed({}, { kid: '../../../../dev/null' }, stranger), 'under a kid that is SQL': await signed({}, { kid: "' OR 1=1 --" }, stranger),
      expired: await signed({ exp: nowS() - SKEW_S - 10 }), 'without an end': await signed({ exp: undefined }), 'not valid yet': await signed({ nbf: nowS() + HOUR_S }), 'whose end is no number': await signed({ exp: 'never' }),
      'for another audience': await signed({ aud: 'another' }), 'for no audience': await signed({ aud: undefined }), 'of another issuer': await signed({ iss: 'http://127.0.0.1:1' }), 'of our issuer with a slash': await signed({ iss: `${world.issuer.issuer}/` }), 'of no issuer': await signed({ iss: undefined }),
      'that is an ID token (nonce)': await signed({ nonce: '1' }), 'that is an ID token (at_hash)': await signed({ at_hash: 'x' }), 'that is an ID token (typ)': await signed({ typ: 'ID' }), 'that is a refresh token': await signed({ typ: 'Refresh' }), 'of another type': await signed({}, { typ: 'logout+jwt' }),
      'bound to a key': await signed({ cnf: { jkt: 'x' } }), 'of nobody': await signed({ sub: undefined }), 'of a subject with a line end': await signed({ sub: 'a\nb' }), 'whose roles are a word': await signed({ roles: 'supervisor' }), 'whose roles are objects': await signed({ roles: [{ role: 'supervisor' }] }),
      'with a critical header': await signed({}, { crit: ['x'], x: 1 }).catch(() => `${encoded({ alg: 'ES256', crit: ['x'], x: 1, kid: 'k', typ: 'at+jwt' })}.${encoded(claims())}.${signature}`),
    };
  }
  let foreign: string;

  it('that cannot be believed is nobody’s, in the same words on every route', async () => {
    let fetched = 0;
    const server = createServer((_, response) => { fetched += 1; response.end('{"keys":[]}'); }).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    foreign = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const bad = Object.entries(await unbelievable());
    const words = (await world.ask('GET /v1/cases', undefined)).text;
    const tries = bad.flatMap(([what, token], i) => closed.filter(({ route, border }, at) => (!route.includes('/commands/') || at % 12 === i % 12) && !(what === 'none' && border === 'signed')) // There a call without a token is a channel's.
      .map(({ route }) => async () => {
      const answer = await world.ask(route, token);
      return answer.status === 401 && answer.text === words && answer.contentType === 'application/problem+json; charset=utf-8' && answer.headers.get('www-authenticate')?.startsWith('Bearer') ? undefined : `${what} at ${route}: ${answer.status} ${answer.text}`;
    }));
    console.log(`tokens: ${bad.length} kinds, ${tries.length} requests`);
    const wrong = await wrongOf(tries);
    server.close();
    expect(wrong).toEqual([]);
    expect(fetched).toBe(0); // No address that a token names is ever called.
    expect(await status(await world.issuer.signed())).toBe(200);
  });

  it('is good on both sides of its time as far as clocks may differ, and no further', async () => {
    const { signed } = world.issuer;
    for (const [claim, seconds, expected] of [['exp', -SKEW_S + 10, 200], ['exp', -SKEW_S - 10, 401], ['nbf', SKEW_S - 10, 200], ['nbf', SKEW_S + 10, 401]] as const) expect([claim, seconds, await status(await signed({ [claim]: nowS() + seconds }))]).toEqual([claim, seconds, expected]);
    expect(await status(await signed({ aud: ['another', 'anxin'] }))).toBe(200);
  });

  it('whose roles were taken away, or are none of ours, opens nothing', async () => {
    const { signed } = world.issuer;
    const words = (await world.ask('GET /v1/cases', await signed({ roles: [] }))).text;
    for (const roles of [[], undefined, ['superuser'], ['Officer'], ['officer '], ['__proto__', 'constructor'], ['channel,officer']]) {
      const token = await signed({ roles, sub: 'revoked' });
      expect(await wrongOf(closed.filter(({ route }) => !route.includes('/commands/') || roles?.length === 0).map(({ route }) => async () => {
        const { status: found, text } = await world.ask(route, token);
        return found === 403 && text === words ? undefined : `${route} with ${JSON.stringify(roles)}: ${found} ${text}`;
      }))).toEqual([]);
    }
  });

  it('of a new key is believed once the issuer serves it, of an old one no longer, and guesses do not make us ask again and again', async () => {
    const { issuer } = world;
    const next = await generateKeyPair('ES256', { extractable: true });
    const [old, fresh] = [await issuer.signed(), await issuer.signed({}, { kid: 'k2' }, next)];
    const later = (seconds: number): void => { Date.now = () => realNow() + seconds * 1000; };
    later(31);
    expect([await status(old), await status(fresh)]).toEqual([200, 401]);
    const asked = issuer.asked;
    await Promise.all(Array.from({ length: 50 }, async (_, i) => status(await issuer.signed({}, { kid: `guess-${i}` }, next))));
    expect(issuer.asked).toBe(asked);
    issuer.served = [await publicKey(next, 'k2'), ...issuer.served];
    later(62);
    expect([await status(fresh), await status(old)]).toEqual([200, 200]);
    issuer.served = [await publicKey(next, 'k2')];
    later(93);
    expect(await status(await issuer.signed({}, { kid: 'nobody' }, next))).toBe(401); // Makes us look.
    expect([await status(fresh), await status(old)]).toEqual([200, 401]);
  });
});
