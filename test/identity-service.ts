import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

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
  server.on('request', (request, response) => {
    const answer = request.url === '/.well-known/openid-configuration' ? { issuer, jwks_uri: `${issuer}/jwks` } : request.url === '/jwks' ? keys : undefined;
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  });
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
