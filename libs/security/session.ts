import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What a signed-in browser holds, sealed: nothing of it is kept on our side. */
export interface Session {
  readonly accessToken: string;
  /** Milliseconds of real time: of the sign-in, and of the last sign of a person. */
  readonly startedAt: number;
  readonly usedAt: number;
}

/** What the browser holds besides, for the addresses of the session alone. */
export interface Renewal {
  readonly refreshToken: string;
  readonly startedAt: number;
}

/** Between leaving for the issuer and coming back. */
export interface SignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where in the console the person wanted to go: the part after `#`. */
  readonly to: string;
  readonly startedAt: number;
}

/** The same for a worker who goes to the service of real names: for which form. */
export interface IdentitySignIn {
  readonly state: string;
  readonly verifier: string;
  readonly form: string;
  readonly startedAt: number;
}

/** Whom the service of real names vouches for, until the form is sent. */
export interface Identity {
  readonly form: string;
  readonly person: { readonly name: string; readonly idNumber: string; readonly phone?: string; readonly method: string; readonly at: string; readonly issuer: string };
  readonly startedAt: number;
}

interface Kinds {
  readonly session: Session;
  readonly renewal: Renewal;
  readonly signIn: SignIn;
  readonly identitySignIn: IdentitySignIn;
  readonly identity: Identity;
}

/** Somebody who does nothing for half an hour, or works for twelve hours, signs in again. */
export const IDLE_MS = 30 * 60_000;
export const ABSOLUTE_MS = 12 * 3600_000;
export const SIGN_IN_MS = 10 * 60_000;
/** Long enough to fill in a form on an old phone. */
export const IDENTITY_MS = 60 * 60_000;

const VERSION = 'v1';
const NONCE = 12;
const TAG = 16;
/** A browser drops a longer cookie without a word. */
export const COOKIE_LENGTH_MAX = 3900;

/** The token does not fit into a cookie: the issuer puts too much into it. */
export class SessionTooLong extends Error {
  constructor(readonly length: number) {
    super(`A sealed session of ${length} characters does not fit into a cookie of ${COOKIE_LENGTH_MAX}: let the issuer put fewer claims into the access token.`);
    this.name = 'SessionTooLong';
  }
}

/**
 * Seals what a cookie carries by AES-256-GCM (NIST SP 800-38D) under a key from the environment. The kind is bound to it, so that the cookie of one
 * purpose is none of another. What was changed, is of another key or another kind opens as undefined.
 */
export class SessionSeal {
  constructor(private readonly key: Buffer) {}

  seal<Kind extends keyof Kinds>(kind: Kind, content: Kinds[Kind]): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(boundTo(kind));
    const sealed = `${VERSION}.${Buffer.concat([nonce, cipher.update(JSON.stringify(content), 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')}`;
    if (sealed.length > COOKIE_LENGTH_MAX) throw new SessionTooLong(sealed.length);
    return sealed;
  }

  open<Kind extends keyof Kinds>(kind: Kind, sealed: string | undefined): Kinds[Kind] | undefined {
    const [version, text] = sealed?.split('.') ?? [];
    const bytes = Buffer.from(text ?? '', 'base64url');
    if (version !== VERSION || bytes.length < NONCE + TAG) return undefined;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE)).setAAD(boundTo(kind)).setAuthTag(bytes.subarray(-TAG));
      return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8')) as Kinds[Kind];
    } catch {
      return undefined; // Not ours, or not as we wrote it.
    }
  }
}

const boundTo = (kind: string): Buffer => Buffer.from(`anxin ${VERSION} ${kind}`);

/** Whether a session still stands at that instant of real time. */
export function stands(session: Pick<Session, 'startedAt' | 'usedAt'>, nowMs: number): boolean {
  return nowMs < endOf(session);
}

/** Until when a session stands without another sign of its person: an instant of real time. */
export function endOf({ startedAt, usedAt }: Pick<Session, 'startedAt' | 'usedAt'>): number {
  return Math.min(startedAt + ABSOLUTE_MS, usedAt + IDLE_MS);
}

/** `__Host-` binds a cookie to this host and to https; over plain http, which only a demo uses, a browser would refuse it. */
export function cookieName(kind: keyof Kinds, secure: boolean): string {
  const name = { session: 'anxin-session', renewal: 'anxin-renewal', signIn: 'anxin-sign-in', identitySignIn: 'anxin-identity-sign-in', identity: 'anxin-identity' }[kind];
  return secure ? (kind === 'session' ? `__Host-${name}` : `__Secure-${name}`) : name;
}

/** The values of a `Cookie` header; the first of a name counts. */
export function cookiesIn(header: string | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim();
    if (name !== '' && at > 0 && !found.has(name)) found.set(name, part.slice(at + 1).trim());
  }
  return found;
}
