import { errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { Cause } from '#libs/contracts/cause.js';
import { IssuerKeys, IssuerUnavailable, keysWereAway, SIGNED_BY } from './issuer-keys.js';
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

export interface Issuer {
  readonly issuer: string;
  /** The `aud` of access tokens for this API. */
  readonly audience: string;
  /** Claim names, or dotted paths such as `realm_access.roles`. */
  readonly rolesClaim?: string;
  readonly divisionsClaim?: string;
  readonly departmentsClaim?: string;
}

const TYPES = new Set(['at+jwt', 'application/at+jwt', 'jwt']);
const ID_TOKEN_CLAIMS = ['nonce', 'at_hash', 'c_hash', 's_hash'];
const TOKEN_LENGTH_MAX = 8192;
const CLOCK_TOLERANCE_S = 30;

/** Checks access tokens (RFC 9068, RFC 7519) of one OpenID Connect issuer. Lives in real time: a demo's clock does not age tokens. */
export class TokenVerifier {
  readonly #keys: IssuerKeys;

  constructor(private readonly issuer: Issuer) {
    this.#keys = new IssuerKeys(issuer.issuer);
  }

  /** Throws `Unauthenticated` or `IssuerUnavailable`. */
  async verify(token: string): Promise<Caller> {
    if (token.length > TOKEN_LENGTH_MAX) throw new Unauthenticated('malformed');
    const { payload, protectedHeader } = await this.#checked(token);
    if (!TYPES.has((protectedHeader.typ ?? 'JWT').toLowerCase()) || !isAccessToken(payload)) throw new Unauthenticated('not-an-access-token');
    return this.#callerOf(payload);
  }

  async #checked(token: string) {
    const keys = await this.#keys.get();
    try {
      return await jwtVerify(token, keys, {
        issuer: this.issuer.issuer, audience: this.issuer.audience, algorithms: SIGNED_BY, clockTolerance: CLOCK_TOLERANCE_S, requiredClaims: ['sub', 'exp'],
      });
    } catch (error) {
      throw outcomeOf(error);
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
  if (keysWereAway(error)) return new IssuerUnavailable({ cause: error });
  if (error instanceof errors.JWTExpired) return new Unauthenticated('expired');
  if (error instanceof errors.JWTClaimValidationFailed) return new Unauthenticated('claims');
  return new Unauthenticated(error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey ? 'signature' : 'malformed');
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
