import { createRemoteJWKSet, errors } from 'jose';

/** The issuer's keys cannot be had now: an outage, not the caller's fault. */
export class IssuerUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('The sign-in issuer cannot be reached.', options);
    this.name = 'IssuerUnavailable';
  }
}

/** Public keys only: with HS256 among them, the public key would serve as a secret. */
export const SIGNED_BY = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const FETCH_TIMEOUT_MS = 5000;

/** The signing keys of one OpenID Connect issuer, found by its discovery document (OpenID Connect Discovery 1.0) and by nothing that a token says. */
export class IssuerKeys {
  #keys: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;

  constructor(private readonly issuer: string) {}

  /** Throws `IssuerUnavailable`. */
  get(): Promise<ReturnType<typeof createRemoteJWKSet>> {
    return (this.#keys ??= this.#discover());
  }

  async #discover() {
    try {
      const response = await fetch(`${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { redirect: 'error', signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
      const found = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
      if (!response.ok || found.issuer !== this.issuer || typeof found.jwks_uri !== 'string') throw new Error('The discovery document is not that of the configured issuer.');
      const keysAt = new URL(found.jwks_uri);
      if (keysAt.protocol !== 'https:' && keysAt.protocol !== new URL(this.issuer).protocol) throw new Error('The issuer offers its keys without encryption.');
      return createRemoteJWKSet(keysAt, { timeoutDuration: FETCH_TIMEOUT_MS });
    } catch (error) {
      this.#keys = undefined; // Asked again with the next request.
      throw new IssuerUnavailable({ cause: error });
    }
  }
}

/** Whether a failed check says nothing of the token: the keys were not to be had. */
export function keysWereAway(error: unknown): boolean {
  return !(error instanceof errors.JOSEError) || error.code === errors.JOSEError.code || error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
}
