import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { Cause } from '#libs/contracts/cause.js';
import { isRole } from './roles.js';
import type { Role } from './roles.js';
import { isScopeCode } from './scope.js';

/** Who asks, as the issuer or the channel's key vouches for it. */
export interface Caller {
  /** The issuer's opaque id (`sub`), or `<channel>` of an integrator. */
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Division codes; 000000 is the nation. */
  readonly divisions: readonly string[];
  readonly departments?: readonly string[];
  /** For the caller's own screen only. */
  readonly name?: string;
}

/** The envelope's word for who asked. `role` is the one in which the step is taken. */
export function causeOf(caller: Caller, role: Role | undefined = caller.roles[0], more: Omit<Cause, 'actor'> = {}): Cause {
  const organ = [caller.divisions[0], caller.departments?.[0]].filter((part) => part !== undefined).join('/');
  return { actor: `${role ?? 'worker'}:${caller.subject}`, ...(organ && { organ }), ...more };
}

/** Nobody, or nobody that can be believed: 401. All reasons look alike from outside; `reason` is for the log. */
export class Unauthenticated extends Error {
  constructor(readonly reason: 'missing' | 'malformed' | 'expired' | 'signature' | 'claims' | 'not-an-access-token') {
    super('The request carries no valid access token.');
    this.name = 'Unauthenticated';
  }
}

/** The issuer's keys cannot be had now: an outage, not the caller's fault. */
export class IssuerUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('The sign-in issuer cannot be reached.', options);
    this.name = 'IssuerUnavailable';
  }
}

export interface Issuer {
  readonly issuer: string;
  /** The `aud` of access tokens for this API. */
  readonly audience: string;
  /** Claim names, or dotted paths such as `realm_access.roles`. */
  readonly rolesClaim?: string;
  readonly divisionsClaim?: string;
  readonly departmentsClaim?: string;
}

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA']; // Public keys only: with HS256 among them, the public key would serve as a secret.
const TYPES = new Set(['at+jwt', 'application/at+jwt', 'jwt']);
const ID_TOKEN_CLAIMS = ['nonce', 'at_hash', 'c_hash', 's_hash'];
const TOKEN_LENGTH_MAX = 8192;
const CLOCK_TOLERANCE_S = 30;
const FETCH_TIMEOUT_MS = 5000;

/** Checks access tokens (RFC 9068, RFC 7519) of one OpenID Connect issuer. Lives in real time: a demo's clock does not age tokens. */
export class TokenVerifier {
  #keys: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;

  constructor(private readonly issuer: Issuer) {}

  /** Throws `Unauthenticated` or `IssuerUnavailable`. */
  async verify(token: string): Promise<Caller> {
    if (token.length > TOKEN_LENGTH_MAX) throw new Unauthenticated('malformed');
    const { payload, protectedHeader } = await this.#checked(token);
    if (!TYPES.has((protectedHeader.typ ?? 'JWT').toLowerCase()) || !isAccessToken(payload)) throw new Unauthenticated('not-an-access-token');
    return this.#callerOf(payload);
  }

  async #checked(token: string) {
    const keys = await (this.#keys ??= this.#discover());
    try {
      return await jwtVerify(token, keys, {
        issuer: this.issuer.issuer, audience: this.issuer.audience, algorithms: ALGORITHMS, clockTolerance: CLOCK_TOLERANCE_S, requiredClaims: ['sub', 'exp'],
      });
    } catch (error) {
      throw outcomeOf(error);
    }
  }

  async #discover() {
    try {
      const response = await fetch(`${this.issuer.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { redirect: 'error', signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
      const found = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
      if (!response.ok || found.issuer !== this.issuer.issuer || typeof found.jwks_uri !== 'string') throw new Error('The discovery document is not that of the configured issuer.');
      const keysAt = new URL(found.jwks_uri);
      if (keysAt.protocol !== 'https:' && keysAt.protocol !== new URL(this.issuer.issuer).protocol) throw new Error('The issuer offers its keys without encryption.');
      return createRemoteJWKSet(keysAt, { timeoutDuration: FETCH_TIMEOUT_MS });
    } catch (error) {
      this.#keys = undefined; // Asked again with the next request.
      throw new IssuerUnavailable({ cause: error });
    }
  }

  #callerOf(payload: JWTPayload): Caller {
    const { rolesClaim = 'roles', divisionsClaim = 'divisions', departmentsClaim = 'departments' } = this.issuer;
    const subject = payload.sub!;
    if (!/^[\x21-\x7e]{1,255}$/.test(subject)) throw new Unauthenticated('claims');
    const departments = strings(claim(payload, departmentsClaim));
    const name = payload['name'];
    return {
      subject,
      roles: strings(claim(payload, rolesClaim)).filter(isRole), // An issuer may know roles of other systems.
      divisions: strings(claim(payload, divisionsClaim)).filter(isScopeCode),
      ...(departments.length > 0 && { departments }),
      ...(typeof name === 'string' && name !== '' && { name: name.slice(0, 100) }),
    };
  }
}

/** An ID token tells the client who signed in, and a refresh token is for the issuer; neither opens an API. A bound token (`cnf`) is not a bearer's. */
function isAccessToken(payload: JWTPayload): boolean {
  return !ID_TOKEN_CLAIMS.some((name) => Object.hasOwn(payload, name)) && !['ID', 'Refresh', 'Offline'].includes(String(payload['typ'])) && payload['cnf'] === undefined;
}

function outcomeOf(error: unknown): Error {
  if (error instanceof errors.JWTExpired) return new Unauthenticated('expired');
  if (error instanceof errors.JWTClaimValidationFailed) return new Unauthenticated('claims');
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return new IssuerUnavailable({ cause: error });
  if (error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC') {
    return new Unauthenticated(error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey ? 'signature' : 'malformed');
  }
  return new IssuerUnavailable({ cause: error }); // Not the token's fault: the keys were not to be had.
}

function claim(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  return name.split('.').reduce<unknown>((value, part) => (isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined), payload);
}

function strings(value: unknown): string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) throw new Unauthenticated('claims');
  return value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
