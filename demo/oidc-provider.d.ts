/** The package carries no types of its own; this is the part that the demo uses. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Grant { addOIDCScope(scope: string): void; addResourceScope(resource: string, scope: string): void; save(): Promise<string> }
  export interface KoaContextWithOIDC {
    body?: unknown;
    readonly oidc: { readonly params?: unknown; readonly provider: { readonly Grant: new (about: object) => Grant }; readonly client: { readonly clientId: string }; readonly session: { readonly accountId: string } };
  }
  interface Token { readonly scope?: string; readonly accountId?: string }
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
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ readonly params: { readonly login_hint?: string } }>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object, options: object): Promise<void>;
  }
}
