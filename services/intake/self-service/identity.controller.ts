import { Controller, Get, Headers, HttpCode, Inject, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUuid } from '#libs/contracts/uuid.js';
import { Public, Sessions } from '#libs/runtime/auth.guard.js';
import { log } from '#libs/runtime/logger.js';
import type { Product } from '#libs/runtime/product.js';
import { PRODUCT } from '#libs/runtime/product.module.js';
import { IssuerUnavailable } from '#libs/security/issuer-keys.js';
import type { SessionSeal } from '#libs/security/session.js';
import { cookieName, cookiesIn, IDENTITY_MS, SIGN_IN_MS } from '#libs/security/session.js';
import type { IdentityCookie } from './identity-cookie.js';
import { identityCookie, identityIn } from './identity-cookie.js';
import { NobodyVouchedFor, RealNameSignIn } from './real-name-sign-in.js';
import { RealNames } from './real-names.js';

const BEGUN_PER_MINUTE = 60;

/**
 * From the worker's page to the city's service of real names and back to the form. The browser never sees the token: whom the service vouches for is sealed into a cookie that no
 * script reads, for that form alone, and nothing is kept on our side. Without a client secret of that service there is no such way, and the page shows no button.
 */
@Controller('v1/self-service/identity')
export class IdentityController {
  readonly #service: RealNameSignIn | undefined;
  readonly #seal: SessionSeal | undefined;

  constructor(@Inject(PRODUCT) { config }: Product, private readonly sessions: Sessions, private readonly names: RealNames) {
    this.#seal = sessions.seal;
    this.#service = config.IDENTITY_ISSUER && config.IDENTITY_CLIENT_SECRET && config.PUBLIC_URL && this.#seal ? new RealNameSignIn(config) : undefined;
  }

  /** Whether the page can send somebody there, and for which form somebody came back proven. */
  @Get() @Public()
  offered(@Headers('cookie') cookie: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): { readonly signIn: boolean; readonly form: string | null } {
    void reply.header('cache-control', 'no-store');
    return { signIn: this.#service !== undefined, form: identityIn(cookie, this.sessions)?.form ?? null };
  }

  /** `form`: the id that the page drew for its form. */
  @Get('sign-in') @HttpCode(303) @Public() @RouteConfig({ rateLimit: { max: BEGUN_PER_MINUTE, timeWindow: '1 minute' } })
  async signIn(@Query('form') form: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const id = typeof form === 'string' ? form.toLowerCase() : '';
    if (!this.#service || !this.#seal || !isUuid(id)) return back(reply, 'no');
    try {
      const { url, signIn } = await this.#service.begin(id, Date.now());
      this.#give(reply, 'identitySignIn', this.#seal.seal('identitySignIn', signIn), SIGN_IN_MS);
      void reply.header('cache-control', 'no-store').redirect(url, 303);
    } catch (error) {
      this.#failed(reply, error);
    }
  }

  /** The way back. A wrong state, a code used before, or a way that another browser began proves nobody. */
  @Get('callback') @HttpCode(303) @Public() @RouteConfig({ rateLimit: { max: BEGUN_PER_MINUTE, timeWindow: '1 minute' } })
  async callback(@Req() { url, headers }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!this.#service || !this.#seal) return back(reply, 'no');
    const signIn = this.#seal.open('identitySignIn', cookiesIn(headers.cookie).get(cookieName('identitySignIn', this.sessions.secure)));
    this.#give(reply, 'identitySignIn', '', 0);
    try {
      if (!signIn || Date.now() - signIn.startedAt > SIGN_IN_MS) throw new NobodyVouchedFor();
      const person = await this.names.prove(await this.#service.finish(url.split('?')[1] ?? '', signIn), signIn.form);
      if (person === 'serviceAway') throw new IssuerUnavailable();
      if (typeof person === 'string') throw new NobodyVouchedFor();
      this.#give(reply, 'identity', this.#seal.seal('identity', { form: signIn.form, person, startedAt: Date.now() }), IDENTITY_MS);
      back(reply, 'proven');
    } catch (error) {
      this.#failed(reply, error);
    }
  }

  #give(reply: FastifyReply, kind: IdentityCookie, value: string, livesMs: number): void {
    void reply.header('set-cookie', identityCookie(kind, value, livesMs, this.sessions)); // Fastify keeps each of several.
  }

  #failed(reply: FastifyReply, error: unknown): void {
    log.warn({ reason: (error as Error).name }, 'nobody was proven at the worker\'s page');
    back(reply, error instanceof IssuerUnavailable ? 'away' : 'no');
  }
}

/** To the form, which is on the phone as it was left. */
function back(reply: FastifyReply, identity: 'proven' | 'no' | 'away'): void {
  void reply.header('cache-control', 'no-store').redirect(`/worker/#/file?identity=${identity}`, 303);
}
