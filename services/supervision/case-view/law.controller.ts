import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Pool } from 'pg';
import { isUuid } from '#libs/contracts/uuid.js';
import { dayOf } from '#libs/contracts/time.js';
import { readCase } from '#libs/event-store/read.js';
import { lawOfCase } from '#libs/policy/case-law.js';
import type { Policies } from '#libs/policy/in-force.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { ensureInScope } from '#libs/runtime/case-scope.js';
import { refuse } from '#libs/runtime/case-scope.refusals.js';
import { Clock } from '#libs/runtime/clock.js';
import { POLICIES } from '#libs/runtime/product.js';
import type { Caller } from '#libs/security/caller.js';
import { DESK_ROLES } from './case-view.controller.js';

/** What the law says of this case today: its limits, each with the steps that led to it, and what the person gets without asking. Stores nothing. */
@Controller('v1/supervision/cases')
export class LawController {
  constructor(@Inject(POLICIES) private readonly policies: Policies, private readonly pool: Pool, private readonly clock: Clock) {}

  @Get(':caseId/law') @Roles(...DESK_ROLES)
  async law(@Param('caseId') caseId: string, @CurrentCaller() caller: Caller): Promise<object> {
    if (!isUuid(caseId)) throw refuse('NO_SUCH_CASE');
    await ensureInScope(this.pool, caller, caseId);
    const on = dayOf(this.clock.now());
    const law = lawOfCase(await readCase(this.pool, caseId), this.policies, on);
    return { caseId, on, limits: law?.limits ?? [], entitlements: law?.entitlements ?? { offered: [], usedUp: [], near: [] } };
  }
}
