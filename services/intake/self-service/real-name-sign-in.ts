import * as oidc from 'openid-client';
import type { Config } from '#libs/runtime/config.js';
import { IssuerUnavailable } from '#libs/security/issuer-keys.js';
import type { IdentitySignIn } from '#libs/security/session.js';

/** The service vouches for nobody by this answer: wrong state, a code used before, or somebody who said no. */
export class NobodyVouchedFor extends Error {
  constructor(options?: ErrorOptions) {
    super('The service of real names vouched for nobody.', options);
    this.name = 'NobodyVouchedFor';
  }
}

const TIMEOUT_S = 10;

/** The worker's page as a client of the city's service of real names: authorization code with PKCE (RFC 7636) and state. The form's id is the nonce, so that the answer proves nothing elsewhere. */
export class RealNameSignIn {
  #configured: Promise<oidc.Configuration> | undefined;

  constructor(private readonly config: Pick<Config, 'IDENTITY_ISSUER' | 'IDENTITY_AUDIENCE' | 'IDENTITY_CLIENT_SECRET' | 'PUBLIC_URL'>) {}

  /** Where the browser goes, and what it must bring back. Throws `IssuerUnavailable`. */
  async begin(form: string, startedAt: number): Promise<{ url: string; signIn: IdentitySignIn }> {
    const signIn = { state: oidc.randomState(), verifier: oidc.randomPKCECodeVerifier(), form, startedAt };
    const url = oidc.buildAuthorizationUrl(await this.#service(), {
      redirect_uri: this.#callback, scope: 'openid', state: signIn.state, nonce: form, code_challenge: await oidc.calculatePKCECodeChallenge(signIn.verifier), code_challenge_method: 'S256',
    });
    return { url: url.href, signIn };
  }

  /** The ID token for the code that came back; who it names, the port of real names checks. Throws `NobodyVouchedFor`, `IssuerUnavailable`. */
  async finish(query: string, { state, verifier, form }: IdentitySignIn): Promise<string> {
    const service = await this.#service();
    const came = new URL(this.#callback);
    came.search = query;
    try {
      const { id_token: token } = await oidc.authorizationCodeGrant(service, came, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: form, idTokenExpected: true });
      return token!;
    } catch (error) {
      if (error instanceof TypeError && error.message === 'fetch failed') throw new IssuerUnavailable({ cause: error });
      throw new NobodyVouchedFor({ cause: error });
    }
  }

  get #callback(): string {
    return new URL('/v1/self-service/identity/callback', this.config.PUBLIC_URL).href;
  }

  async #service(): Promise<oidc.Configuration> {
    this.#configured ??= this.#discover();
    try {
      return await this.#configured;
    } catch (error) {
      this.#configured = undefined; // Asked again with the next person.
      throw new IssuerUnavailable({ cause: error });
    }
  }

  #discover(): Promise<oidc.Configuration> {
    const { IDENTITY_ISSUER, IDENTITY_AUDIENCE, IDENTITY_CLIENT_SECRET } = this.config;
    const issuer = new URL(IDENTITY_ISSUER!);
    return oidc.discovery(issuer, IDENTITY_AUDIENCE, undefined, oidc.ClientSecretBasic(IDENTITY_CLIENT_SECRET), {
      timeout: TIMEOUT_S, ...(issuer.protocol === 'http:' && { execute: [oidc.allowInsecureRequests] }), // A test's; production refuses such an issuer at the start.
    });
  }
}
