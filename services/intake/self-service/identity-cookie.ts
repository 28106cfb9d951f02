import type { Sessions } from '#libs/runtime/auth.guard.js';
import type { Identity } from '#libs/security/session.js';
import { cookieName, cookiesIn, IDENTITY_MS } from '#libs/security/session.js';

/** Whom the service of real names vouched for in this browser a moment ago, and for which form. */
export function identityIn(cookie: string | undefined, { seal, secure }: Pick<Sessions, 'seal' | 'secure'>): Identity | undefined {
  const identity = seal?.open('identity', cookiesIn(cookie).get(cookieName('identity', secure)));
  return identity && Date.now() - identity.startedAt < IDENTITY_MS ? identity : undefined;
}

/** The way back from the service is a call from another site; what it proves, no other site's call carries. */
const SAME_SITE = { identity: 'Strict', identitySignIn: 'Lax' } as const;
export type IdentityCookie = keyof typeof SAME_SITE;

export function identityCookie(kind: IdentityCookie, value: string, livesMs: number, { secure }: Pick<Sessions, 'secure'>): string {
  return `${cookieName(kind, secure)}=${value}; Path=/v1/self-service; Max-Age=${Math.floor(livesMs / 1000)}; HttpOnly; SameSite=${SAME_SITE[kind]}${secure ? '; Secure' : ''}`;
}
