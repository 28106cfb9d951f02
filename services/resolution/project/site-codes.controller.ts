import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { placeOf } from '#libs/contracts/divisions.js';
import { dayOf } from '#libs/contracts/time.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import type { Product } from '#libs/runtime/product.js';
import { BLIND_INDEX } from '#libs/runtime/product.js';
import { PRODUCT } from '#libs/runtime/product.module.js';
import { publicUrl, qrSvg } from '#libs/runtime/qr.js';
import type { BlindIndex } from '#libs/security/blind-index.js';
import type { Caller } from '#libs/security/caller.js';
import { writeSiteCode } from '#libs/security/site-code.js';
import { ProjectHandler } from './project.handler.js';
import { PROJECT_ROLES } from './project.requests.js';
import { holds } from './project.state.js';

/** The QR codes of a site (as 渝薪码): what its poster shows. */
@Controller('v1/resolution/projects/:projectId/site-codes')
export class SiteCodesController {
  constructor(private readonly handler: ProjectHandler, private readonly clock: Clock, @Inject(BLIND_INDEX) private readonly index: BlindIndex, @Inject(PRODUCT) private readonly product: Pick<Product, 'config'>) {}

  /** Every code that was issued, newest first; of those that hold, the address and its QR code. */
  @Get() @Roles(...PROJECT_ROLES)
  async list(@Param('projectId') projectId: string, @CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<object> {
    const { state, version } = await this.handler.visible(projectId, caller);
    const { name, owner, generalContractor } = state.about!;
    const today = dayOf(this.clock.now());
    const codes = Object.entries(state.siteCodes ?? {}).map(([number, issued]) => {
      const { division, ...rest } = issued;
      const url = `${publicUrl(this.product.config, request)}/worker/#/file?site=${writeSiteCode(this.index, { project: projectId, code: Number(number) })}`;
      return { code: Number(number), ...rest, division: { code: division, name: placeOf(division) }, valid: holds(issued, today), ...(holds(issued, today) && { url, qr: qrSvg(url) }) };
    });
    return { projectId, version, name, owner, generalContractor: generalContractor.name, codes: codes.reverse() };
  }
}
