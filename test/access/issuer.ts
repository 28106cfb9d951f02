import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JWK } from 'jose';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** An issuer whose every key and claim is the test's. */
export interface TestIssuer {
  readonly issuer: string;
  readonly keys: KeyPair;
  /** What `/jwks` answers now; a test may take keys out and put others in. */
  served: JWK[];
  /** How often `/jwks` was asked. */
  asked: number;
  signed(claims?: object, header?: object, by?: KeyPair): Promise<string>;
  /** Kept, so that thousands of requests cost few signatures. */
  token(role: string, divisions: string | readonly string[], more?: { readonly sub?: string; readonly departments?: readonly string[] }): Promise<string>;
  stop(): Promise<void>;
}

export const HOUR_S = 3600;
export const nowS = (): number => Math.floor(Date.now() / 1000);

export async function startTestIssuer(): Promise<TestIssuer> {
  const keys = await generateKeyPair('ES256', { extractable: true });
  const kept = new Map<string, Promise<string>>();
  const server = createServer((request, response) => {
    if (request.url === '/jwks') made.asked += 1;
    response.end(JSON.stringify(request.url === '/jwks' ? { keys: made.served } : { issuer: made.issuer, jwks_uri: `${made.issuer}/jwks` }));
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const made: TestIssuer = {
    issuer, keys, served: [await publicKey(keys, 'k')], asked: 0,
    signed: (claims = {}, header = {}, by = keys) => new SignJWT({ iss: issuer, aud: 'anxin', sub: 'somebody', exp: nowS() + HOUR_S, roles: ['officer'], divisions: ['439901'], ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k', typ: 'at+jwt', ...header }).sign(by.privateKey),
    token(role, divisions, { sub = `${role}-somebody`, departments } = {}) {
      const key = JSON.stringify([role, divisions, sub, departments]);
      if (!kept.has(key)) kept.set(key, made.signed({ sub, roles: [role], divisions: [divisions].flat(), ...(departments && { departments }) }));
      return kept.get(key)!;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return made;
}

export async function publicKey(keys: KeyPair, kid: string): Promise<JWK> {
  return { ...(await exportJWK(keys.publicKey)), kid, alg: 'ES256', use: 'sig' };
}
