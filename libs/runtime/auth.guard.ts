import { createParamDecorator, Injectable, Optional, SetMetadata } from '@nestjs/common';
import type { CanActivate, ExecutionContext, INestApplication } from '@nestjs/common';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { decodeJwt } from 'jose';
import { TokenVerifier, Unauthenticated } from '#libs/security/caller.js';
import type { Reading } from '#libs/contracts/audit.events.js';
import type { Caller } from '#libs/security/caller.js';
import { isMixed } from '#libs/security/roles.js';
import type { Role } from '#libs/security/roles.js';
import { cookieName, cookiesIn, endOf, stands } from '#libs/security/session.js';
import type { Session, SessionSeal } from '#libs/security/session.js';
import { EndedSessions } from './ended-sessions.js';
import { verifyWebhook, WebhookRefused } from '#libs/security/webhook.js';
import { refuse } from './auth.refusals.js';
import { Rates, TooManyCalls } from './rates.js';

const PUBLIC = 'anxin:public';
const WEBHOOK = 'anxin:webhook';
const ROLES = 'anxin:roles';
const READS = 'anxin:reads';

/** Open to everybody, without identity. */
export const Public = () => SetMetadata(PUBLIC, true);
/** For a channel's signed call; the channel is the path's `:channel`. Beside `@Roles`, a bearer token opens it as well. */
export const Webhook = () => SetMetadata(WEBHOOK, true);
/** For bearers of a token with any of these roles. */
export const Roles = (...roles: readonly Role[]) => SetMetadata(ROLES, roles);

/** A route that shows what is a person's: who is refused there is kept in the log (`RefusedReads`). */
export const Reads = (reading: Reading) => SetMetadata(READS, reading);

/** How a channel stands just now: its live secrets, and what it may do. */
export interface ChannelDoor {
  readonly secrets: readonly string[];
  readonly enabled: boolean;
  readonly divisions: readonly string[];
  /** null: of every kind, by every format. */
  readonly kinds: readonly string[] | null;
  readonly formats: readonly string[] | null;
  /** SHA-256 of the client certificates, one of which the channel must show; none: it needs no certificate. */
  readonly certificates: readonly string[];
  /** The log of another region whose key signed; null for a channel of this one. */
  readonly peer?: string | null;
}

/** What one call left of a channel's allowance. */
export interface Allowance {
  /** In seconds, where the call was one too many; null where it was taken. */
  readonly retryAfter: number | null;
  /** RateLimit-Policy and RateLimit. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The channels as they stand, whatever process asks. */
export abstract class ChannelKeys {
  abstract of(channel: string): ChannelDoor | undefined;
  /** The SHA-256 of the certificate that a trusted proxy saw; undefined where none of ours says so. */
  abstract certificateOf(request: GuardedRequest): string | undefined;
  /** Takes one call; undefined for a channel without a limit. */
  abstract take(channel: string): Promise<Allowance | undefined>;
  /** The log of another region that holds a secret; null where none does. */
  abstract peerOf(secret: string): string | null;
  /** Notes that a secret was used just now. */
  abstract used(channel: string, secret: string): void;
}

/** How a browser's session is known: by a cookie that the console's sign-in sealed. Without a seal no sign-in is configured. */
export abstract class Sessions {
  abstract readonly seal: SessionSeal | undefined;
  /** The console is reached by https. */
  abstract readonly secure: boolean;
}

export interface GuardedRequest {
  readonly method?: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly params?: unknown;
  readonly rawBody?: Buffer;
  readonly raw?: { readonly socket?: { readonly remoteAddress?: string | undefined } };
  caller?: Caller;
  entry?: { readonly token: string; readonly session: Session | undefined };
  webhookId?: string;
  door?: ChannelDoor;
  reads?: Reading | undefined;
}

/** Who calls. Only on routes that are not public. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<GuardedRequest>();
  if (!caller) throw new Error('A public route has no caller.');
  return caller;
});

/** For what outlives its request: how long the token and the session that opened it last, and which session it was, if one, for it may be ended before. */
export interface Stay {
  readonly leftMs: number;
  readonly session: Pick<Session, 'startedAt'> | undefined;
}

/** Only on routes that are not public. */
export const CurrentStay = createParamDecorator((_: unknown, context: ExecutionContext): Stay => {
  const { entry } = context.switchToHttp().getRequest<GuardedRequest>();
  if (!entry) throw new Error('A public route has no caller.');
  const { token, session } = entry;
  return { leftMs: Math.max(0, Math.min(decodeJwt(token).exp! * 1000, session ? endOf(session) : Infinity) - Date.now()), session };
});

/** The `webhook-id` of a channel's call, by which a repetition is known; undefined where a token opened the route. */
export const WebhookId = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => context.switchToHttp().getRequest<GuardedRequest>().webhookId);

/** What the channel that calls may do; undefined where a token opened the route. */
export const CurrentDoor = createParamDecorator((_: unknown, context: ExecutionContext): ChannelDoor | undefined => context.switchToHttp().getRequest<GuardedRequest>().door);

/** Before every route: who is it, and may this role? A route that says nothing is closed. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(private readonly reflector: Reflector, private readonly verifier: TokenVerifier, @Optional() private readonly channels?: ChannelKeys, @Optional() private readonly sessions?: Sessions, @Optional() private readonly rates?: Rates, @Optional() private readonly ended?: EndedSessions) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const says = <T>(key: string) => this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
    const roles = says<readonly Role[]>(ROLES);
    if (says<boolean>(PUBLIC) && !roles && !says<boolean>(WEBHOOK)) return true;
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    if (says<boolean>(WEBHOOK) && !(roles && request.headers['authorization'])) {
      await this.#admitChannel(request, context.switchToHttp().getResponse<Answering>());
      return true;
    }
    const session = this.#session(request);
    const token = session?.accessToken ?? bearer(request);
    const caller = await this.verifier.verify(token);
    if (session && (await this.ended?.has(session, caller))) throw new Unauthenticated('expired');
    request.entry = { token, session };
    request.caller = caller; // Before the refusal, which is recorded with its subject.
    request.reads = says<Reading>(READS);
    this.rates?.take(caller.subject);
    if (isMixed(caller.roles)) throw refuse('ADMINISTRATORS_APART');
    if (!roles || !caller.roles.some((role) => roles.includes(role))) throw refuse('ROLE_NOT_ALLOWED');
    return true;
  }

  /** The browser's session, where no token was sent. One that was counts alone: a cookie never makes good for a bad one. */
  #session(request: GuardedRequest): Session | undefined {
    const { headers } = request;
    const session = headers['authorization'] === undefined && this.sessions?.seal?.open('session', cookiesIn(headers['cookie'] as string | undefined).get(cookieName('session', this.sessions.secure)));
    if (!session) return undefined;
    if (!stands(session, Date.now())) throw new Unauthenticated('expired');
    assertOwnPage(request);
    return session;
  }

  /** An unknown channel is refused as a wrong signature is: nobody learns which channels exist, and whoever has no key uses up nobody's allowance. */
  async #admitChannel(request: GuardedRequest, response: Answering): Promise<void> {
    const channel = (request.params as { channel?: unknown } | undefined)?.channel;
    const door = typeof channel === 'string' ? this.channels?.of(channel) : undefined;
    const { id, secret } = verifyWebhook(door?.secrets ?? [], request.headers, request.rawBody ?? Buffer.alloc(0), Date.now()); // Real time: a demo's clock is not the channel's.
    if (typeof channel !== 'string' || !this.channels || !door) throw new WebhookRefused('bad-signature');
    if (door.certificates.length > 0 && !door.certificates.includes(this.channels.certificateOf(request) ?? '')) throw new WebhookRefused('certificate');
    if (!door.enabled) throw refuse('CHANNEL_DISABLED');
    this.channels.used(channel, secret);
    const allowance = await this.channels.take(channel);
    if (allowance && allowance.retryAfter !== null) throw new TooManyCalls(allowance.retryAfter, allowance.headers);
    if (allowance) response.headers(allowance.headers);
    request.caller = { subject: channel, roles: ['channel'], divisions: door.divisions };
    request.webhookId = id;
    request.door = { ...door, peer: this.channels.peerOf(secret) };
  }
}

interface Answering {
  headers(values: Readonly<Record<string, string>>): unknown;
}

/**
 * A cookie comes along with whatever page makes the browser call. So the browser must say that the call is of our own site, where it says anything; and what
 * changes something must carry a header that another site could not set without asking us first (CORS, which we grant to nobody).
 */
export function assertOwnPage({ method = 'GET', headers }: Pick<GuardedRequest, 'method' | 'headers'>): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') throw refuse('CROSS_SITE_REFUSED');
  if (!['GET', 'HEAD'].includes(method) && headers['x-anxin-console'] !== '1') throw refuse('CROSS_SITE_REFUSED');
}

function bearer({ headers }: GuardedRequest): string {
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(String(headers['authorization'] ?? ''))?.[1];
  if (token === undefined) throw new Unauthenticated(headers['authorization'] === undefined ? 'missing' : 'malformed');
  return token;
}

/** Refuses to start with a route that says nothing of who may use it, or that is public and guarded at once. */
export function assertEveryRouteGuarded(app: Pick<INestApplication, 'get'>): void {
  const open = [...routesOf(app)].filter(({ marks }) => marks.length === 0 || (marks.includes(PUBLIC) && marks.length > 1)).map(({ name }) => name);
  if (open.length > 0) throw new Error(`Routes without one of @Roles, @Public, @Webhook: ${open.join(', ')}`);
}

function* routesOf(app: Pick<INestApplication, 'get'>): Iterable<{ name: string; marks: string[] }> {
  const scanner = new MetadataScanner();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      for (const method of scanner.getAllMethodNames(metatype.prototype)) {
        const handler = metatype.prototype[method] as object;
        if (Reflect.getMetadata('path', handler) === undefined) continue; // Nest's mark of a route.
        const marks = [PUBLIC, WEBHOOK, ROLES].filter((mark) => Reflect.getMetadata(mark, handler) ?? Reflect.getMetadata(mark, metatype));
        yield { name: `${metatype.name}.${method}`, marks };
      }
    }
  }
}
