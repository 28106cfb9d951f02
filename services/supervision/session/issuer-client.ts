import * as oidc from 'openid-client';
import type { Config } from '#libs/runtime/config.js';
import { IssuerUnavailable } from '#libs/security/issuer-keys.js';
import type { SignIn } from '#libs/security/session.js';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
}

/** The issuer does not vouch for this person, or not by this answer: wrong state, replayed code, refused consent. */
export class NotSignedIn extends Error {
  constructor(options?: ErrorOptions) {
    super('The issuer did not sign anybody in.', options);
    this.name = 'NotSignedIn';
  }
}

const TIMEOUT_S = 10;

/** The console as a client of the issuer: authorization code with PKCE (RFC 7636), state and nonce (OpenID Connect Core 1.0). */
export class IssuerClient {
  #configured: Promise<oidc.Configuration> | undefined;

  constructor(private readonly config: Pick<Config, 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_SCOPE' | 'PUBLIC_URL'>) {}

  get callback(): string {
    return new URL('/v1/session/callback', this.config.PUBLIC_URL).href;
  }

  /** Where the browser goes, and what it must bring back. */
  async begin(to: string, startedAt: number, hint?: string): Promise<{ url: string; signIn: SignIn }> {
    const signIn = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), to, startedAt };
    const url = oidc.buildAuthorizationUrl(await this.#issuer(), {
      redirect_uri: this.callback, scope: this.config.OIDC_SCOPE, state: signIn.state, nonce: signIn.nonce, code_challenge: await oidc.calculatePKCECodeChallenge(signIn.verifier), code_challenge_method: 'S256',
      ...(hint && { login_hint: hint }),
    });
    return { url: url.href, signIn };
  }

  /** Takes the code that came back. Throws `NotSignedIn` for a wrong state, nonce or code, `IssuerUnavailable` where the issuer does not answer. */
  async finish(query: string, { state, nonce, verifier }: SignIn): Promise<Tokens> {
    const issuer = await this.#issuer();
    const came = new URL(this.callback);
    came.search = query;
    return tokensOf(() => oidc.authorizationCodeGrant(issuer, came, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }));
  }

  async renew(refreshToken: string): Promise<Tokens> {
    const issuer = await this.#issuer();
    return tokensOf(() => oidc.refreshTokenGrant(issuer, refreshToken));
  }

  /** Ends the refresh token at the issuer, as far as it lets us; and where the browser ends its session there. */
  async end(refreshToken: string | undefined): Promise<string | undefined> {
    const issuer = await this.#issuer();
    if (refreshToken && issuer.serverMetadata().revocation_endpoint) await oidc.tokenRevocation(issuer, refreshToken, { token_type_hint: 'refresh_token' }).catch(() => undefined); // The cookie is gone in any case.
    if (!issuer.serverMetadata().end_session_endpoint) return undefined;
    return oidc.buildEndSessionUrl(issuer, { post_logout_redirect_uri: new URL('/', this.config.PUBLIC_URL).href }).href;
  }

  async #issuer(): Promise<oidc.Configuration> {
    this.#configured ??= this.#discover();
    try {
      return await this.#configured;
    } catch (error) {
      this.#configured = undefined; // Asked again with the next person.
      throw new IssuerUnavailable({ cause: error });
    }
  }

  #discover(): Promise<oidc.Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.config;
    const issuer = new URL(OIDC_ISSUER!);
    return oidc.discovery(issuer, OIDC_CLIENT_ID!, undefined, OIDC_CLIENT_SECRET ? oidc.ClientSecretBasic(OIDC_CLIENT_SECRET) : oidc.None(), {
      timeout: TIMEOUT_S, ...(issuer.protocol === 'http:' && { execute: [oidc.allowInsecureRequests] }), // The demo's; production refuses such an issuer at the start.
    });
  }
}

async function tokensOf(grant: () => Promise<oidc.TokenEndpointResponse>): Promise<Tokens> {
  try {
    const { access_token: accessToken, refresh_token: refreshToken } = await grant();
    return { accessToken, ...(refreshToken !== undefined && { refreshToken }) };
  } catch (error) {
    if (error instanceof TypeError && error.message === 'fetch failed') throw new IssuerUnavailable({ cause: error });
    throw new NotSignedIn({ cause: error });
  }
}
