import { Controller, Get, Param } from '@nestjs/common';
import { Pool } from 'pg';
import type { PaymentEvent } from '#libs/contracts/resolution.events.js';
import { isUuid } from '#libs/contracts/uuid.js';
import { fold } from '#libs/decider/decider.js';
import { readStream } from '#libs/event-store/read.js';
import { streamEvent } from '#libs/event-store/streams.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { ensureOwnOrInScope } from '#libs/runtime/case-scope.js';
import { refuse } from '#libs/runtime/case-scope.refusals.js';
import type { Caller } from '#libs/security/caller.js';
import type { Role } from '#libs/security/roles.js';
import { inWhichOf } from '#libs/security/roles.js';
import { closure } from '../closure/closure.decider.js';
import { ledgerOf } from './ledger.projection.js';

const ROLES = ['officer', 'mediator', 'arbitrator', 'inspector', 'coordinator', 'relief', 'legal-aid', 'supervisor', 'auditor', 'worker'] as const satisfies readonly Role[];

/** The money of one case, worker by worker. A worker sees the ledger of the own case, in numbers and without names. */
@Controller('v1/resolution/cases')
export class MoneyController {
  constructor(private readonly pool: Pool) {}

  @Get(':caseId/money') @Roles(...ROLES)
  async money(@Param('caseId') caseId: string, @CurrentCaller() caller: Caller): Promise<object> {
    if (!isUuid(caseId)) throw refuse('NO_SUCH_CASE');
    await ensureOwnOrInScope(this.pool, caller, inWhichOf(caller.roles, ROLES)!, caseId);
    const [payments, closing] = await Promise.all([readStream(this.pool, `payment/${caseId}`), readStream(this.pool, `closure/${caseId}`)]);
    const ledger = ledgerOf(payments.map((event) => streamEvent<PaymentEvent>(event)));
    const { phase } = fold(closure, closing.map((event) => streamEvent<never>(event)));
    const closed = phase === 'closed' || phase === 'archived';
    return { caseId, closed, closedUnpaid: closed && ledger.totals.unpaid + ledger.totals.unclaimed > 0, ...ledger };
  }
}
