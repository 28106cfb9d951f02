import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { divisionNamed } from '#libs/contracts/divisions.js';
import type { Role } from '#libs/security/roles.js';
import { isRole, labelOf } from '#libs/security/roles.js';
import { askBeforeLeaving, choosingPerson, loginByChoice } from './issuer-pages.js';

/** The people of the sample region: invented, one or more for each role. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly division: string;
  readonly title: string;
}

const person = (id: string, name: string, role: Role, division: string): Person => ({ id, name, role, division, title: `${division === '000000' ? '国家' : divisionNamed(division)?.name ?? division}${labelOf(role, 'zh')}` });

export const people: readonly Person[] = [
  person('officer-439900', '甲经办', 'officer', '439900'), person('officer-439901', '乙经办', 'officer', '439901'), person('officer-439902', '丙经办', 'officer', '439902'),
  person('mediator-439900', '甲调解', 'mediator', '439900'), person('inspector-439901', '甲监察', 'inspector', '439901'), person('inspector-439902', '乙监察', 'inspector', '439902'),
  person('inspector-439903', '丙监察', 'inspector', '439903'), person('arbitrator-439900', '甲仲裁', 'arbitrator', '439900'), person('relief-439900', '甲救助', 'relief', '439900'),
  person('legal-aid-439900', '甲法援', 'legal-aid', '439900'), person('coordinator-439901', '甲协管', 'coordinator', '439901'), person('supervisor-439900', '甲督办', 'supervisor', '439900'), person('supervisor-439900-2', '乙督办', 'supervisor', '439900'),
  person('policy-439900', '甲政策', 'policy', '439900'), person('policy-439900-2', '乙政策', 'policy', '439900'), person('policy-000000', '丙政策', 'policy', '000000'), person('policy-000000-2', '丁政策', 'policy', '000000'), person('auditor-439900', '甲审计', 'auditor', '439900'), person('operator-439900', '甲运维', 'operator', '439900'), person('security-admin-439900', '甲安全', 'security-admin', '439900'), person('security-admin-000000', '乙安全', 'security-admin', '000000'),
];

export const AUDIENCE = 'anxin';
/** The console as a client of the demo's issuer; its secret is the demo's. */
export const CONSOLE_CLIENT = 'anxin-console';
const TOKEN_SECONDS = 8 * 3600;

export interface DemoIssuer {
  readonly issuer: string;
  readonly clientSecret: string;
  stop(): Promise<void>;
}

/**
 * The demo's own OpenID Connect issuer, a certified library in this process. It believes whoever holds the demo's secret, and whoever says who they are: never for
 * production. `consoleUrl` is where it sends people back to who sign in by its page.
 */
export async function startIssuer(port = 0, clientSecret = randomBytes(24).toString('base64url'), consoleUrl = 'http://127.0.0.1:1'): Promise<DemoIssuer> {
  const server = createServer({ keepAliveTimeout: 0 }); // Who calls ends the connection: one that is ended here while a call comes in on it looks like an outage.
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = await exportJWK(privateKey);
  const { default: Provider } = await quietly(() => import('oidc-provider'));
  const provider = await quietly(() => new Provider(issuer, {
    clients: [
      { client_id: 'anxin-demo', client_secret: clientSecret, grant_types: ['client_credentials'], redirect_uris: [], response_types: [], id_token_signed_response_alg: 'ES256' },
      { client_id: CONSOLE_CLIENT, client_secret: clientSecret, grant_types: ['authorization_code', 'refresh_token'], redirect_uris: [`${consoleUrl}/v1/session/callback`], post_logout_redirect_uris: [`${consoleUrl}/`], response_types: ['code'], id_token_signed_response_alg: 'ES256' },
    ],
    ...loginByChoice(people, AUDIENCE),
    jwks: { keys: [{ ...key, alg: 'ES256', use: 'sig' }] },
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    ttl: { ClientCredentials: TOKEN_SECONDS, AccessToken: TOKEN_SECONDS, AuthorizationCode: 60, Session: TOKEN_SECONDS, Interaction: 600, Grant: TOKEN_SECONDS, IdToken: 600, RefreshToken: TOKEN_SECONDS },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: askBeforeLeaving },
      revocation: { enabled: true, allowedPolicy: () => true },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true, defaultResource: () => `urn:${AUDIENCE}`, useGrantedResource: () => true,
        getResourceServerInfo: (ctx) => ({ scope: scopeOf(ctx), audience: AUDIENCE, accessTokenTTL: TOKEN_SECONDS, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } }),
      },
    },
    formats: { customizers: { jwt: (_ctx, token, jwt) => Object.assign(jwt.payload, token.accountId ? claimsOfPerson(token.accountId) : claimsOf(token.scope ?? '')) && jwt } },
  }));
  provider.on('server_error', () => undefined);
  server.on('request', choosingPerson(provider, people));
  return { issuer, clientSecret, stop: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }) };
}

/** The library warns of its in-memory store and of Node 20: right for an issuer that lives on, noise in a demo whose sessions end with it. */
async function quietly<T>(work: () => T | Promise<T>): Promise<T> {
  const { warn, info } = console;
  console.warn = console.info = () => undefined;
  try {
    return await work();
  } finally {
    Object.assign(console, { warn, info });
  }
}

/** What the demo's client asks for is granted: `person:<id> role:<role> division:<code>`. */
function scopeOf(ctx: KoaContextWithOIDC): string {
  return String((ctx.oidc.params as { scope?: string } | undefined)?.scope ?? '');
}

function claimsOfPerson(id: string): object {
  const { role, division, name } = people.find((each) => each.id === id)!;
  return { roles: [role], divisions: [division], name };
}

function claimsOf(scope: string): object {
  const said = (kind: string): string[] => scope.split(' ').filter((part) => part.startsWith(`${kind}:`)).map((part) => part.slice(kind.length + 1));
  const [sub] = said('person');
  const name = people.find(({ id }) => id === sub)?.name;
  const departments = said('department');
  return { sub: sub ?? 'demo', roles: said('role').filter(isRole), divisions: said('division'), ...(departments.length > 0 && { departments }), ...(name && { name }) };
}

/** An access token for a person of the demo, or for any role and division. */
export async function tokenFor({ issuer, clientSecret }: Pick<DemoIssuer, 'issuer' | 'clientSecret'>, who: { id: string; role: string; division: string; department?: string }): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${Buffer.from(`anxin-demo:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: `person:${who.id} role:${who.role} division:${who.division}${who.department ? ` department:${who.department}` : ''}` }),
  });
  const answer = (await response.json()) as { access_token?: string; error_description?: string };
  if (!answer.access_token) throw new Error(`The demo's issuer gave no token: ${answer.error_description ?? response.status}`);
  return answer.access_token;
}
