import { Controller, Get, Inject, Query } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import type { SelectQueryBuilder } from 'typeorm';
import { In, Repository } from 'typeorm';
import { divisionNamed } from '#libs/contracts/divisions.js';
import type { Instant } from '#libs/contracts/time.js';
import { dayOf, startOfDay } from '#libs/contracts/time.js';
import { dueOf } from '#libs/policy/due.js';
import type { Policies } from '#libs/policy/in-force.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import { POLICIES } from '#libs/runtime/product.js';
import type { Caller } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import { DESK_ROLES } from '../case-view/case-view.controller.js';
import { refuse } from '../case-view/case-view.refusals.js';
import { CaseViewTable, countOf, IN_SCOPE } from '../case-view/case-view.table.js';

export class IdleQuery {
  /** Whole working days without a movement. */
  @IsOptional() @Matches(/^([1-9]\d?|[12]\d\d)$/) days?: string;
  @IsOptional() @IsString() @Length(1, 40) division?: string;
  @IsOptional() @Matches(/^([1-9]\d?|100)$/) limit?: string;
}

const DAYS = 7;

/** The report "no movement for N days": open cases about which nothing was done for so many working days, wherever they stand, the longest first. */
@Controller('v1/supervision')
export class IdleController {
  constructor(@InjectRepository(CaseViewTable) private readonly cases: Repository<CaseViewTable>, private readonly clock: Clock, @Inject(POLICIES) private readonly policies: Policies) {}

  @Get('no-movement') @Roles(...DESK_ROLES)
  async report(@Query() query: IdleQuery, @CurrentCaller() caller: Caller): Promise<object> {
    const now = this.clock.now();
    const days = Number(query.days ?? DAYS);
    const before = this.#before(days, now, caller);
    const place = query.division === undefined ? undefined : divisionNamed(query.division);
    if (query.division !== undefined && !place) throw refuse('UNKNOWN_DIVISION');
    const idle = (): SelectQueryBuilder<CaseViewTable> => {
      const rows = this.cases.createQueryBuilder('c').where(IN_SCOPE, { scope: scopeOf(caller).patterns() }).andWhere('NOT c.closed AND c."movedAt" < :before', { before });
      return place ? rows.andWhere('c."handlingDivision" LIKE ANY(:inside)', { inside: scopeOf({ divisions: [place.code] }).patterns() }) : rows;
    };
    const by = (column: string): Promise<object[]> => idle().select(`c."${column}"`, column).addSelect('count(*)::int', 'cases').addSelect('to_jsonb(min(c."movedAt"))', 'oldest').groupBy(`c."${column}"`).orderBy('cases', 'DESC').limit(200).getRawMany();
    const [total, byDivision, byLead, byState, keys] = await Promise.all([countOf(idle()), by('handlingDivision'), by('lead'), by('state'), idle().select('c."caseId"', 'caseId').orderBy('c."movedAt"').addOrderBy('c."caseId"').limit(Number(query.limit ?? 50)).getRawMany<{ caseId: string }>()]);
    const rows = await this.cases.find({ where: { caseId: In(keys.map(({ caseId }) => caseId)) }, order: { movedAt: 'ASC', caseId: 'ASC' } });
    const cases = rows.map(({ caseId, caseNumber, handlingDivision, lead, state, category, movedAt, stuck, nextClock, nextDueAt }) => ({ caseId, caseNumber, handlingDivision, lead, state, category, movedAt, stuck, nextClock, nextDueAt }));
    return { now, days, before, total, byDivision, byLead, byState, cases };
  }

  /** What moved last before this instant has been still for so many working days, the day of the movement and today not counted. */
  #before(days: number, now: Instant, { divisions: [division = '000000'] }: Caller): Instant {
    const pack = this.policies.packToDecide(division, dayOf(now))!;
    const { due, provisionalDue } = dueOf({ n: days, unit: 'backwardWorkingDays' }, dayOf(now), this.policies.calendarFor(division, pack));
    return startOfDay(provisionalDue ?? due);
  }
}
