import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { RawBodyRequest } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Policies } from '#libs/policy/in-force.js';
import { Public, Sessions } from '#libs/runtime/auth.guard.js';
import type { Product } from '#libs/runtime/product.js';
import { POLICIES } from '#libs/runtime/product.js';
import { PRODUCT } from '#libs/runtime/product.module.js';
import { publicUrl, qrSvg } from '#libs/runtime/qr.js';
import { FieldsRefused } from '#libs/runtime/validation.js';
import { ClaimHandler } from '../claim/claim.handler.js';
import type { Unproven } from './real-names.js';
import { HumanCheck } from './human-check.js';
import { places } from './places.js';
import type { Preview } from './preview.js';
import { previewOf } from './preview.js';
import { identityCookie, identityIn } from './identity-cookie.js';
import { PublicDoor } from './public-door.js';
import type { Voucher } from './public-door.js';
import type { PublicClaim } from './public-claim.requests.js';
import type { Site } from './site.js';

type Sent = RawBodyRequest<FastifyRequest>;

/** A whole gang files from the wireless network of its site, behind one address: so many are let through, and a machine is not. */
const FILED_PER_HOUR = 60;
const CHECKED_PER_MINUTE = 60;

/** What the page shows and prints when the claim is filed. */
export interface PageReceipt {
  readonly caseNumber: string;
  readonly trackingCode: string;
  /** Where the code leads; the QR code says the same. */
  readonly url: string;
  /** SVG. */
  readonly qr: string;
  /** The same for a text message. */
  readonly text: { readonly zh: string; readonly en: string };
  /** Whether a service of real names vouches for whoever filed; where not, why. */
  readonly identity: 'proven' | Unproven;
  readonly missing: readonly { readonly field: string; readonly zh: string; readonly en: string }[];
}

/** The door of the worker's page: no account and no key. What comes in is held to a rate for each address, and goes the way of every other order. */
@Controller('v1/self-service')
export class SelfServiceController {
  constructor(
    private readonly door: PublicDoor, private readonly claims: ClaimHandler, private readonly human: HumanCheck,
    @Inject(POLICIES) private readonly policies: Policies, @Inject(PRODUCT) private readonly product: Pick<Product, 'config'>, private readonly sessions: Sessions,
  ) {}

  /** Provinces, cities and districts, for the page to choose from. */
  @Get('places') @Public() @Header('cache-control', 'public, max-age=3600')
  places(): object {
    return { places };
  }

  /** What the QR code of a site fills in. */
  @Get('sites/:code') @Public() @RouteConfig({ rateLimit: { max: CHECKED_PER_MINUTE, timeWindow: '1 minute' } })
  async site(@Param('code') code: string): Promise<Pick<Site, 'name' | 'generalContractor' | 'contractor' | 'division' | 'place'>> {
    const { name, generalContractor, contractor, division, place } = await this.door.site(code);
    return { name, generalContractor, contractor, division, place };
  }

  /** Nothing is stored: what is wrong or lacking, who would handle it and by when. */
  @Post('claims/check') @HttpCode(200) @Public() @RouteConfig({ rateLimit: { max: CHECKED_PER_MINUTE, timeWindow: '1 minute' } })
  async check(@Req() request: Sent, @Body() body: unknown, @Headers('x-identity-assertion') assertion?: string): Promise<Preview> {
    try {
      return previewOf(await this.door.understand(body, request.rawBody!, this.#voucher(request, assertion)), this.policies, this.human.workBits);
    } catch (error) {
      if (error instanceof FieldsRefused) return { wrong: error.fields, missing: [], call: [], who: [], turnTo: [], by: [], entitled: [], workBits: this.human.workBits };
      throw error;
    }
  }

  /** Files the claim. Durable when answered; the same form again gets the same answer, with another content it is refused. */
  @Post('claims') @HttpCode(202) @Public() @RouteConfig({ rateLimit: { max: FILED_PER_HOUR, timeWindow: '1 hour' } })
  async file(@Req() request: Sent, @Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply, @Headers('x-work-done') proof?: string, @Headers('x-identity-assertion') assertion?: string): Promise<PageReceipt> {
    const voucher = this.#voucher(request, assertion);
    const { incoming, wrong, unproven } = await this.door.understand(body, request.rawBody!, voucher);
    if (wrong.length > 0) throw new FieldsRefused(wrong);
    this.human.ensure((body as PublicClaim).formId, proof);
    const { caseNumber, trackingCode, proven } = await this.claims.file(incoming);
    if (voucher.vouched) void reply.header('set-cookie', identityCookie('identity', '', 0, this.sessions)); // The phone keeps nothing of what was sent.
    const url = `${publicUrl(this.product.config, request)}/worker/#/track/${trackingCode}`;
    return {
      caseNumber, trackingCode, identity: proven ? 'proven' : unproven ?? 'notAsked', url, qr: qrSvg(url), missing: incoming.missing,
      text: {
        zh: `您的诉求已登记，编号${caseNumber}，查询码${trackingCode}。查询进度：${url} 或者拨打12345、12333报查询码。请勿把查询码告诉他人。`,
        en: `Your claim is filed under ${caseNumber}. Tracking code ${trackingCode}: ${url}, or tell it to 12345 or 12333. Keep it to yourself.`,
      },
    };
  }

  #voucher({ headers }: Sent, assertion: string | undefined): Voucher {
    return { assertion, vouched: identityIn(headers.cookie, this.sessions) };
  }
}
