import { createParamDecorator, Injectable, Optional, SetMetadata } from '@nestjs/common';
import type { CanActivate, ExecutionContext, INestApplication } from '@nestjs/common';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { TokenVerifier, Unauthenticated } from '#libs/security/caller.js';
import type { Caller } from '#libs/security/caller.js';
import type { Role } from '#libs/security/roles.js';
import { verifyWebhook, WebhookRefused } from '#libs/security/webhook.js';
import { refuse } from './auth.refusals.js';

const PUBLIC = 'anxin:public';
const WEBHOOK = 'anxin:webhook';
const ROLES = 'anxin:roles';

/** Open to everybody, without identity. */
export const Public = () => SetMetadata(PUBLIC, true);
/** For a channel's signed call; the channel is the path's `:channel`. Beside `@Roles`, a bearer token opens it as well. */
export const Webhook = () => SetMetadata(WEBHOOK, true);
/** For bearers of a token with any of these roles. */
export const Roles = (...roles: readonly Role[]) => SetMetadata(ROLES, roles);

/** The channels' live secrets, and the divisions for which each may speak. */
export abstract class ChannelKeys {
  abstract of(channel: string): { readonly secrets: readonly string[]; readonly divisions?: readonly string[] | undefined } | undefined;
}

export interface GuardedRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly params?: unknown;
  readonly rawBody?: Buffer;
  caller?: Caller;
  webhookId?: string;
}

/** Who calls. Only on routes that are not public. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<GuardedRequest>();
  if (!caller) throw new Error('A public route has no caller.');
  return caller;
});

/** The `webhook-id` of a channel's call, by which a repetition is known; undefined where a token opened the route. */
export const WebhookId = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => context.switchToHttp().getRequest<GuardedRequest>().webhookId);

/** Before every route: who is it, and may this role? A route that says nothing is closed. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(private readonly reflector: Reflector, private readonly verifier: TokenVerifier, @Optional() private readonly channels?: ChannelKeys) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const says = <T>(key: string) => this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
    const roles = says<readonly Role[]>(ROLES);
    if (says<boolean>(PUBLIC) && !roles && !says<boolean>(WEBHOOK)) return true;
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    if (says<boolean>(WEBHOOK) && !(roles && request.headers['authorization'])) {
      this.#admitChannel(request);
      return true;
    }
    const caller = await this.verifier.verify(bearer(request));
    request.caller = caller; // Before the refusal, which is recorded with its subject.
    if (!roles || !caller.roles.some((role) => roles.includes(role))) throw refuse('ROLE_NOT_ALLOWED');
    return true;
  }

  /** An unknown channel is refused as a wrong signature is: nobody learns which channels exist. */
  #admitChannel(request: GuardedRequest): void {
    const channel = (request.params as { channel?: unknown } | undefined)?.channel;
    const known = typeof channel === 'string' ? this.channels?.of(channel) : undefined;
    const { id } = verifyWebhook(known?.secrets ?? [], request.headers, request.rawBody ?? Buffer.alloc(0), Date.now()); // Real time: a demo's clock is not the channel's.
    if (typeof channel !== 'string') throw new WebhookRefused('bad-signature');
    request.caller = { subject: channel, roles: ['channel'], divisions: known?.divisions ?? [] };
    request.webhookId = id;
  }
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
