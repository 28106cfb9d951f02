import { Controller, Get, Headers, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { assertOwnPage, CurrentCaller, Public, Roles, Sessions } from '#libs/runtime/auth.guard.js';
import { EndedSessions } from '#libs/runtime/ended-sessions.js';
import { log } from '#libs/runtime/logger.js';
import { PRODUCT } from '#libs/runtime/product.module.js';
import type { Product } from '#libs/runtime/product.js';
import { TokenVerifier, Unauthenticated } from '#libs/security/caller.js';
import { IssuerUnavailable } from '#libs/security/issuer-keys.js';
import type { Caller } from '#libs/security/caller.js';
import { roleNames } from '#libs/security/roles.js';
import { ABSOLUTE_MS, cookieName, cookiesIn, IDLE_MS, SIGN_IN_MS, stands } from '#libs/security/session.js';
import type { Renewal, Session, SessionSeal } from '#libs/security/session.js';
import { IssuerClient, NotSignedIn } from './issuer-client.js';
import type { OwnSession } from './own-sessions.js';
import { OwnSessions } from './own-sessions.js';
import { refuse } from './session.refusals.js';

const PATHS = { session: '/', renewal: '/v1/session', signIn: '/v1/session' } as const;
/** Strict, so that no other site's call carries it; the way back from the issuer is a call from another site. */
const SAME_SITE = { session: 'Strict', renewal: 'Strict', signIn: 'Lax' } as const;
/** A part of the console's address, never another site's. */
const PLACE = /^#\/[\w./?=&%-]{0,300}$/;

type Kind = keyof typeof PATHS;

/**
 * Signing in to the console: the browser never sees a token. What the issuer gives is sealed into cookies that no script can read; every service opens them.
 * Without `OIDC_CLIENT_ID` nobody is signed in here, and programs bring their bearer tokens as before.
 */
@Controller('v1/session')
export class SessionController {
  readonly #issuer: IssuerClient | undefined;
  readonly #seal: SessionSeal | undefined;

  constructor(@Inject(PRODUCT) { config }: Product, private readonly verifier: TokenVerifier, private readonly sessions: Sessions, private readonly ended: EndedSessions, private readonly own: OwnSessions) {
    this.#seal = sessions.seal;
    this.#issuer = config.OIDC_ISSUER && config.OIDC_CLIENT_ID && config.PUBLIC_URL && this.#seal ? new IssuerClient(config) : undefined;
  }

  /** Who is signed in, and until when without a sign of life; `signIn` says whether the console can sign somebody in. */
  @Get() @Public()
  async who(@Headers('cookie') cookie: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    void reply.header('cache-control', 'no-store');
    const session = this.#session(cookie);
    const found = session && (await this.#caller(session.accessToken));
    const caller = found && (await this.ended.has(session, found)) ? undefined : found;
    return { signIn: this.#issuer !== undefined, ...(session && caller && said(caller, session)) };
  }

  /** Sends the browser to the issuer. `to` is where in the console it comes back to, `hint` whom the issuer may suggest. */
  @Get('sign-in') @HttpCode(303) @Public()
  async signIn(@Query('to') to: string | undefined, @Query('hint') hint: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    if (!this.#issuer || !this.#seal) return away(reply, '/#/sign-in?failed=off');
    try {
      const { url, signIn } = await this.#issuer.begin(typeof to === 'string' && PLACE.test(to) ? to : '#/', Date.now(), typeof hint === 'string' ? hint.slice(0, 100) : undefined);
      this.#give(reply, 'signIn', this.#seal.seal('signIn', signIn), SIGN_IN_MS);
      away(reply, url);
    } catch (error) {
      this.#failed(reply, error);
    }
  }

  /** The way back. A wrong state, a code used before, or a sign-in that another browser began gives no session. */
  @Get('callback') @HttpCode(303) @Public()
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!this.#issuer || !this.#seal) return away(reply, '/#/sign-in?failed=off');
    const signIn = this.#seal.open('signIn', this.#cookie(request.headers.cookie, 'signIn'));
    this.#take(reply, 'signIn');
    try {
      if (!signIn || Date.now() - signIn.startedAt > SIGN_IN_MS) throw new NotSignedIn();
      const { accessToken, refreshToken } = await this.#issuer.finish(request.url.split('?')[1] ?? '', signIn);
      const caller = await this.verifier.verify(accessToken);
      const startedAt = Date.now();
      await this.own.note({ startedAt, usedAt: startedAt }, caller, request.headers['user-agent']);
      this.#keep(reply, { accessToken, startedAt, usedAt: startedAt }, refreshToken === undefined ? undefined : { refreshToken, startedAt });
      away(reply, `/${signIn.to}`);
    } catch (error) {
      this.#failed(reply, error);
    }
  }

  /** Somebody is there: the session lives on, with a fresh token where the issuer gives one. Twelve hours after the sign-in it ends all the same. */
  @Post('extend') @HttpCode(200) @Public()
  async extend(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    void reply.header('cache-control', 'no-store');
    assertOwnPage(request);
    const { session, renewal } = this.#held(request.headers.cookie);
    if (!session || !this.#seal) throw new Unauthenticated('expired');
    const tokens = renewal && this.#issuer ? await this.#renewed(renewal.refreshToken, session.accessToken) : { accessToken: session.accessToken };
    const caller = await this.verifier.verify(tokens.accessToken);
    if (await this.ended.has(session, caller)) throw new Unauthenticated('expired');
    const next = { accessToken: tokens.accessToken, startedAt: session.startedAt, usedAt: Date.now() };
    await this.own.note(next, caller, request.headers['user-agent']);
    this.#keep(reply, next, tokens.refreshToken ? { refreshToken: tokens.refreshToken, startedAt: session.startedAt } : undefined);
    return { signIn: true, ...said(caller, next) };
  }

  /** Ends the session, of which a copy then opens nothing either; with `everywhere` all of the person. `url` is where the browser ends it at the issuer, if anywhere. */
  @Post('sign-out') @HttpCode(200) @Public()
  async signOut(@Req() request: FastifyRequest, @Query('everywhere') everywhere: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    void reply.headers({ 'cache-control': 'no-store', 'clear-site-data': '"cache"' });
    assertOwnPage(request);
    const { session, renewal } = this.#held(request.headers.cookie);
    for (const kind of ['session', 'renewal', 'signIn'] as const) this.#take(reply, kind);
    const caller = session && (await this.#caller(session.accessToken));
    if (caller && !(await this.ended.has(session, caller))) {
      await this.ended.end(session, caller, everywhere === 'true', Date.now());
      await this.own.forget(caller, everywhere === 'true' ? undefined : session.startedAt);
    }
    const url = session && (await this.#issuer?.end(renewal?.refreshToken).catch(() => undefined)); // Signed out here even while the issuer is away.
    return { ...(url && { url }) };
  }

  /** Where the caller is signed in by a browser, the newest first; `here` is the session that asks. `usedAt`: of the last sign of its person, within minutes. */
  @Get('own') @Roles(...roleNames)
  async list(@CurrentCaller() caller: Caller, @Headers('cookie') cookie: string | undefined): Promise<{ readonly sessions: readonly (OwnSession & { readonly here: boolean })[] }> {
    const here = this.#session(cookie)?.startedAt;
    return { sessions: (await this.own.of(caller, Date.now())).map((one) => ({ ...one, here: Number(one.session) === here })) };
  }

  /** Ends one of the caller's own sessions, wherever its browser is: its cookies open nothing from now on. */
  @Post('own/:session/end') @HttpCode(200) @Roles(...roleNames)
  async end(@Param('session') session: string, @CurrentCaller() caller: Caller): Promise<{ readonly outcome: 'ended' | 'unchanged' }> {
    const startedAt = /^\d{13}$/.test(session) ? Number(session) : undefined;
    if (startedAt !== undefined && (await this.ended.has({ startedAt }, caller))) return { outcome: 'unchanged' };
    if (startedAt === undefined || !(await this.own.of(caller, Date.now())).some((one) => one.session === session)) throw refuse('NO_SUCH_SESSION');
    await this.ended.end({ startedAt }, caller, false, Date.now());
    await this.own.forget(caller, startedAt);
    return { outcome: 'ended' };
  }

  #session(cookie: string | undefined): Session | undefined {
    const session = this.#seal?.open('session', this.#cookie(cookie, 'session'));
    return session && stands(session, Date.now()) ? session : undefined;
  }

  #held(cookie: string | undefined): { session: Session | undefined; renewal: Renewal | undefined } {
    const session = this.#session(cookie);
    const renewal = session && this.#seal?.open('renewal', this.#cookie(cookie, 'renewal'));
    return { session, renewal: renewal?.startedAt === session?.startedAt ? renewal : undefined }; // Of one sign-in, not of two.
  }

  /** Two tabs may renew at once, and the issuer take a token once: the one that comes second goes on with what it has. */
  async #renewed(refreshToken: string, accessToken: string): Promise<{ accessToken: string; refreshToken?: string }> {
    try {
      return await this.#issuer!.renew(refreshToken);
    } catch (error) {
      log.warn({ reason: (error as Error).name }, 'a session was not renewed');
      return { accessToken };
    }
  }

  async #caller(token: string): Promise<Caller | undefined> {
    try {
      return await this.verifier.verify(token);
    } catch (error) {
      if (error instanceof Unauthenticated) return undefined;
      throw error;
    }
  }

  #keep(reply: FastifyReply, session: Session, renewal: Renewal | undefined): void {
    const left = ABSOLUTE_MS - (session.usedAt - session.startedAt);
    this.#give(reply, 'session', this.#seal!.seal('session', session), Math.min(IDLE_MS, left));
    if (renewal) this.#give(reply, 'renewal', this.#seal!.seal('renewal', renewal), left);
  }

  #cookie(header: string | undefined, kind: Kind): string | undefined {
    return cookiesIn(header).get(cookieName(kind, this.sessions.secure));
  }

  #give(reply: FastifyReply, kind: Kind, value: string, livesMs: number): void {
    const secure = this.sessions.secure;
    void reply.header('set-cookie', `${cookieName(kind, secure)}=${value}; Path=${PATHS[kind]}; Max-Age=${Math.floor(livesMs / 1000)}; HttpOnly; SameSite=${SAME_SITE[kind]}${secure ? '; Secure' : ''}`); // Fastify keeps each of several.
  }

  #take(reply: FastifyReply, kind: Kind): void {
    this.#give(reply, kind, '', 0);
  }

  #failed(reply: FastifyReply, error: unknown): void {
    const unreached = error instanceof IssuerUnavailable;
    log.warn({ reason: (error as Error).name, cause: ((error as Error).cause as { code?: unknown } | undefined)?.code }, 'nobody was signed in');
    away(reply, `/#/sign-in?failed=${unreached ? 'away' : 'no'}`);
  }
}

function said({ subject, name, roles, divisions, departments }: Caller, { usedAt, startedAt }: Session): object {
  return { person: { id: subject, name: name ?? subject, roles, divisions, departments: departments ?? [] }, until: new Date(Math.min(usedAt + IDLE_MS, startedAt + ABSOLUTE_MS)).toISOString() };
}

function away(reply: FastifyReply, url: string): void {
  void reply.header('cache-control', 'no-store').redirect(url, 303);
}
