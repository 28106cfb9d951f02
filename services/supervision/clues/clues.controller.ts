import { Controller, Get, Query } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsIn, IsOptional, Matches, Validate, ValidatorConstraint } from 'class-validator';
import type { ValidationArguments, ValidatorConstraintInterface } from 'class-validator';
import type { SelectQueryBuilder } from 'typeorm';
import { Repository } from 'typeorm';
import { addDays } from '#libs/calendar/day.js';
import { startOfDay } from '#libs/contracts/time.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { Clock } from '#libs/runtime/clock.js';
import { IsDay } from '#libs/runtime/validation.js';
import type { Caller } from '#libs/security/caller.js';
import { scopeOf } from '#libs/security/scope.js';
import { DESK_ROLES } from '../case-view/case-view.controller.js';
import { CaseViewTable } from '../case-view/case-view.table.js';
import { ClueViewTable } from './clue-view.table.js';
import { rateOf } from './rate.js';

@ValidatorConstraint({ name: 'notBefore' })
class NotBefore implements ValidatorConstraintInterface {
  validate(value: unknown, { object }: ValidationArguments): boolean {
    const { from } = object as { from?: unknown };
    return typeof from !== 'string' || typeof value !== 'string' || value >= from;
  }

  defaultMessage(): string {
    return 'to must not lie before from';
  }
}

/** Clues received from the first to the last of these days. */
export class Received {
  @IsOptional() @IsDay() from?: string;
  @IsOptional() @IsDay() @Validate(NotBefore) to?: string;
}

export class CluesQuery extends Received {
  /** `unacknowledged`: the conclusion was returned, and the platform has not said that it took it. */
  @IsOptional() @IsIn(['unverified', 'verified', 'unacknowledged']) state?: 'unverified' | 'verified' | 'unacknowledged';
  @IsOptional() @Matches(/^([1-9]\d{0,2}|1000)$/) limit?: string;
}

const UNACKNOWLEDGED = `(k."verifiedAt" IS NOT NULL AND jsonb_path_exists(k.numbers, '$[*] ? (@.acknowledgedAt == null)'))`;
const STATES = { unverified: 'k."verifiedAt" IS NULL', verified: 'k."verifiedAt" IS NOT NULL', unacknowledged: UNACKNOWLEDGED } as const;

/** The clues of the national platform (欠薪线索核处): which wait, what they were found to be, whether the platform took the answer. */
@Controller('v1/supervision/clues')
export class CluesController {
  constructor(@InjectRepository(ClueViewTable) private readonly clues: Repository<ClueViewTable>, private readonly clock: Clock) {}

  @Get() @Roles(...DESK_ROLES)
  async list(@Query() query: CluesQuery, @CurrentCaller() caller: Caller): Promise<object> {
    const select = this.#of(caller, query);
    if (query.state !== undefined) select.andWhere(STATES[query.state]);
    const rows = await select.orderBy('k."receivedAt"').addOrderBy('k."caseId"').limit(Number(query.limit ?? 200)).getMany();
    return { clues: (rows as (ClueViewTable & { case: CaseViewTable })[]).map(({ case: { caseNumber, handlingDivision, lead, state }, ...clue }) => ({ ...clue, caseNumber, division: handlingDivision, lead, state })) };
  }

  /** 线索核查率, 线索属实率, 欠薪化解率 of the clues received in the period, as they stand `now`: each with its two numbers. */
  @Get('statistics') @Roles(...DESK_ROLES)
  async statistics(@Query() query: Received, @CurrentCaller() caller: Caller): Promise<object> {
    const counted = await this.#of(caller, query)
      .select('count(*)::int', 'received').addSelect('count(k."verifiedAt")::int', 'verified').addSelect('count(*) FILTER (WHERE k."verifiedAt" IS NOT NULL AND k.arrears)::int', 'true')
      .addSelect('count(*) FILTER (WHERE k."verifiedAt" IS NOT NULL AND k.arrears AND (k.resolved OR k."paidAt" IS NOT NULL))::int', 'resolved')
      .addSelect(`count(*) FILTER (WHERE ${UNACKNOWLEDGED})::int`, 'unacknowledged').addSelect('max(k.position)', 'position')
      .getRawOne<{ received: number; verified: number; true: number; resolved: number; unacknowledged: number; position: string | null }>();
    const { received = 0, verified = 0, true: found = 0, resolved = 0, unacknowledged = 0, position = null } = counted ?? {};
    const conclusions = await this.#of(caller, query).select('k.conclusion', 'conclusion').addSelect('count(*)::int', 'clues').andWhere(STATES.verified).groupBy('k.conclusion').orderBy('clues', 'DESC').getRawMany<object>();
    return {
      now: this.clock.now(), from: query.from ?? null, to: query.to ?? null, position,
      verification: rateOf(verified, received), truth: rateOf(found, verified), resolution: rateOf(resolved, found), unacknowledged, conclusions,
    };
  }

  #of(caller: Caller, { from, to }: Received): SelectQueryBuilder<ClueViewTable> {
    const select = this.clues.createQueryBuilder('k').innerJoinAndMapOne('k.case', CaseViewTable, 'c', 'c."caseId" = k."caseId"')
      .where('(c.division LIKE ANY(:scope) OR c."handlingDivision" LIKE ANY(:scope))', { scope: scopeOf(caller).patterns() });
    if (from !== undefined) select.andWhere('k."receivedAt" >= :from', { from: startOfDay(from) });
    if (to !== undefined) select.andWhere('k."receivedAt" < :until', { until: startOfDay(addDays(to, 1)) });
    return select;
  }
}
