/** The package carries no types of its own; this is the part that the demo uses. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface KoaContextWithOIDC { readonly oidc: { readonly params?: unknown } }
  interface Token { readonly scope?: string }
  interface Jwt { payload: Record<string, unknown> }
  interface Configuration {
    readonly [setting: string]: unknown;
    readonly features?: { readonly [feature: string]: unknown; readonly resourceIndicators?: { readonly [setting: string]: unknown; readonly getResourceServerInfo: (ctx: KoaContextWithOIDC) => object } };
    readonly formats?: { readonly customizers: { readonly jwt: (ctx: KoaContextWithOIDC, token: Token, jwt: Jwt) => Jwt } };
  }

  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    on(event: string, listener: () => void): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
  }
}
