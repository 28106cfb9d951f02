import { Controller, Get, Inject } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Pool } from 'pg';
import { Repository } from 'typeorm';
import { addDays, numberOf } from '#libs/calendar/day.js';
import type { Day } from '#libs/calendar/day.js';
import { dayOf, startOfDay } from '#libs/contracts/time.js';
import type { Instant } from '#libs/contracts/time.js';
import type { Policies } from '#libs/policy/in-force.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import { POLICIES } from '#libs/runtime/product.js';
import type { Caller } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import { DESK_ROLES } from '../case-view/case-view.controller.js';
import { CaseViewTable, countOf, DUE, IN_SCOPE } from '../case-view/case-view.table.js';
import { tallied } from './tally.js';

/** What a supervisor must see before it happens: today and the three working days from it on. */
const SOON_DAYS = 3;
/** The longest rest of the year has ten days: a calendar that never works again is none. */
const LOOK_DAYS = 30;

/** What asks for somebody's attention, with the instants that it is counted to: each number opens into `GET /v1/cases` with the same filter. */
@Controller('v1/supervision')
export class AttentionController {
  constructor(private readonly pool: Pool, @InjectRepository(CaseViewTable) private readonly cases: Repository<CaseViewTable>, private readonly clock: Clock, @Inject(POLICIES) private readonly policies: Policies) {}

  @Get('attention') @Roles(...DESK_ROLES)
  async attention(@CurrentCaller() caller: Caller): Promise<object> {
    const now = this.clock.now();
    const today = dayOf(now);
    const [todayEnds, soonEnds] = [startOfDay(addDays(today, 1)), this.#afterWorkingDays(caller.divisions[0] ?? '000000', today)];
    const scope = scopeOf(caller);
    const due = (before: Instant): Promise<number> => countOf(this.cases.createQueryBuilder('c').where(IN_SCOPE, { scope: scope.patterns() }).andWhere(`NOT c.closed AND ${DUE} < :before::timestamptz`, { before }));
    const [dueToday, dueSoon, [whole, places]] = await Promise.all([due(todayEnds), due(soonEnds), tallied(this.pool, scope, ['closed'], ['closed', 'handlingDivision', 'lead'])]);
    const marked = (name: 'ownerless' | 'stuck' | 'returnedTwice'): number => whole!.reduce((sum, one) => sum + one[name], 0);
    const districts = places!.filter(({ closed }) => !closed).map(({ handlingDivision: division, lead, cases: open, withBreach: breached }) => ({ division, lead, open, breached })).sort((a, b) => order(a) < order(b) ? -1 : 1);
    return { now, todayEnds, soonEnds, dueToday, dueSoon, ownerless: marked('ownerless'), stuck: marked('stuck'), returnedTwice: marked('returnedTwice'), districts };
  }

  /** The end of the third working day after today, by the calendar of the place; by the days themselves where the calendar does not reach. */
  #afterWorkingDays(division: string, today: Day): Instant {
    const pack = this.policies.packFor(division, today);
    const calendar = pack && this.policies.calendarFor(division, pack);
    let day = today;
    let counted = 0;
    for (let i = 0; i < LOOK_DAYS && counted < SOON_DAYS; i++) {
      day = addDays(day, 1);
      if (calendar?.worksOn(numberOf(day)) !== false) counted++;
    }
    return startOfDay(addDays(day, 1));
  }
}

/** By place, in it by body; what no body has yet, last. */
function order({ division, lead }: { readonly division: string | null; readonly lead: string | null }): string {
  return `${division} ${lead ?? '~'}`;
}
