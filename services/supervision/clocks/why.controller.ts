import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Pool } from 'pg';
import type { Calendar } from '#libs/calendar/working-days.js';
import { isUuid } from '#libs/contracts/uuid.js';
import { readCase } from '#libs/event-store/read.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Pack } from '#libs/policy/pack.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { ensureInScope } from '#libs/runtime/case-scope.js';
import { refuse as refuseCase } from '#libs/runtime/case-scope.refusals.js';
import { POLICIES } from '#libs/runtime/product.js';
import type { Caller } from '#libs/security/caller.js';
import { DESK_ROLES } from '../case-view/case-view.controller.js';
import { refuse } from './clock.refusals.js';
import { whyOf } from './why.js';

/** Why this clock of this case is due on this day, from its own history. Stores nothing. */
@Controller('v1/supervision/cases')
export class WhyController {
  constructor(@Inject(POLICIES) private readonly policies: Policies, private readonly pool: Pool) {}

  @Get(':caseId/clocks/:clock/why') @Roles(...DESK_ROLES)
  async why(@Param('caseId') caseId: string, @Param('clock') clock: string, @CurrentCaller() caller: Caller): Promise<object> {
    if (!isUuid(caseId)) throw refuseCase('NO_SUCH_CASE');
    await ensureInScope(this.pool, caller, caseId);
    const history = await readCase(this.pool, caseId);
    const opened = history.find(({ type }) => type === 'supervision.clocks-opened.v1')?.data as { pack: Pack['ref'] } | undefined;
    const pack = opened && this.policies.packNamed(opened.pack.division, opened.pack.version);
    if (!isUuid(clock) || !pack) throw refuse('NO_SUCH_CLOCK');
    const why = whyOf(history, clock, (version, division) => this.#calendar(version, division, pack));
    if (!why) throw refuse('NO_SUCH_CLOCK');
    const { zh, en } = pack.clocks.get(why.kind) ?? { zh: why.kind, en: why.kind };
    return { caseId, clock, names: { zh, en }, pack: opened.pack, ...why };
  }

  /** The calendar that a date was counted by: a breach, or what is met, keeps the one of its day. */
  #calendar(version: string, division: string, pack: Pack): Calendar {
    const now = this.policies.calendarFor(division, pack);
    return now.at(version) ?? pack.calendar.at(version) ?? now;
  }
}
