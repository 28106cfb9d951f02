import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** What the worker's page shows the service of itself, and whom the service finds there. */
export const CLIENT_SECRET = 'page-of-a-test';
export const citizen = { name: '癸酉某', idNumber: '43990119940307005X', phone: '13900008831' };

/** A city's service of real names as far as a test needs one: it finds nobody, it says of whoever is named that it is so. */
export interface TestIdentityService {
  readonly issuer: string;
  /** An ID token for `nonce`; `change` overrides its claims, `undefined` takes one away. */
  assert(nonce: string, person: { readonly name: string; readonly idNumber: string; readonly phone?: string }, change?: Readonly<Record<string, unknown>>): Promise<string>;
  /** Signed by a key that is not the service's. */
  forge(nonce: string, person: { readonly name: string; readonly idNumber: string }): Promise<string>;
  stop(): Promise<void>;
}

export async function startIdentityService(): Promise<TestIdentityService> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [own, other] = [await generateKeyPair('ES256', { extractable: true }), await generateKeyPair('ES256')];
  const keys = { keys: [{ ...(await exportJWK(own.publicKey)), alg: 'ES256', use: 'sig', kid: 'id-1' }] };
  const begun = new Map<string, Readonly<Record<string, string>>>();
  server.on('request', (request, response) => void (async () => {
    const url = new URL(request.url!, issuer);
    const asked = Object.fromEntries(url.searchParams);
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      begun.set(code, asked);
      const answer = (what: object): string => `${asked['redirect_uri']}?${new URLSearchParams({ ...what, state: asked['state']!, iss: issuer }).toString()}`.replaceAll('&', '&amp;');
      return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><link rel="icon" href="data:,"><title>市民实名服务</title><a href="${answer({ code })}">确认是我</a> <a href="${answer({ error: 'access_denied' })}">取消</a>`);
    }
    const answer = url.pathname === '/.well-known/openid-configuration' ? { issuer, jwks_uri: `${issuer}/jwks`, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, response_types_supported: ['code'], id_token_signing_alg_values_supported: ['ES256'], authorization_response_iss_parameter_supported: true }
      : url.pathname === '/jwks' ? keys : url.pathname === '/token' ? await exchanged(request) : undefined;
    return response.writeHead(answer ? 200 : url.pathname === '/token' ? 400 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? { error: 'invalid_grant' }));
  })());
  /** By the client's secret and the verifier of its challenge (RFC 7636, 4.6), once. */
  const exchanged = async (request: IncomingMessage): Promise<object | undefined> => {
    let body = '';
    for await (const part of request) body += String(part);
    const { code, code_verifier: verifier = '', redirect_uri: to } = Object.fromEntries(new URLSearchParams(body)) as Record<string, string>;
    const asked = begun.get(code ?? '');
    begun.delete(code ?? '');
    const said = Buffer.from((request.headers.authorization ?? '').replace(/^Basic /, ''), 'base64').toString();
    const isClient = said.split(':').map(decodeURIComponent).join(':') === `anxin-worker:${CLIENT_SECRET}`; // Each part form-encoded: RFC 6749, 2.3.1.
    if (!asked || !isClient || asked['redirect_uri'] !== to || asked['client_id'] !== 'anxin-worker' || asked['code_challenge'] !== createHash('sha256').update(verifier).digest('base64url')) return undefined;
    return { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: await token(own.privateKey, asked['nonce']!, citizen, {}) };
  };
  const token = async (key: CryptoKey, nonce: string, { name, idNumber, phone }: { name: string; idNumber: string; phone?: string }, change: Readonly<Record<string, unknown>>): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: 'anxin-worker', sub: 'p-1', iat: now, exp: now + 300, auth_time: now - 60, nonce, amr: ['face'], name, id_number: idNumber, ...(phone && { phone_number: phone }), ...change };
    return new SignJWT(JSON.parse(JSON.stringify(claims)) as Record<string, unknown>).setProtectedHeader({ alg: 'ES256', kid: 'id-1', typ: 'JWT' }).sign(key);
  };
  return {
    issuer, assert: (nonce, person, change = {}) => token(own.privateKey, nonce, person, change), forge: (nonce, person) => token(other.privateKey, nonce, person, {}),
    stop: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }),
  };
}
