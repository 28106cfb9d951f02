import { IsBoolean, IsIn, IsOptional, IsUUID, Length, Matches } from 'class-validator';
import type { Day } from '#libs/contracts/time.js';
import { Field, IsDay } from '#libs/runtime/validation.js';
import { clockTime } from '../arbitration/arbitration.parts.requests.js';

const division = /^\d{6}(\d{3}(\d{3})?)?$/;

export class BookHearing {
  @IsUUID() caseId!: string;

  @Field('开庭日', 'day of the hearing')
  @IsDay()
  on!: Day;

  @Field('开始时间', 'from')
  @Matches(clockTime)
  from!: string;

  @Field('结束时间', 'to')
  @Matches(clockTime)
  to!: string;

  @Field('仲裁庭', 'room')
  @Length(1, 60)
  room!: string;

  @Field('互联网开庭', 'online hearing')
  @IsOptional() @IsBoolean()
  online?: boolean;

  /** Why a hearing that was set is moved. */
  @Field('变更原因', 'why it is moved')
  @IsOptional() @IsIn(['party', 'arbitrator', 'room', 'service', 'other'])
  moved?: 'party' | 'arbitrator' | 'room' | 'service' | 'other';
}

export class ReleaseHearing {
  @IsUUID() caseId!: string;
  @IsDay() on!: Day;
}

export class ListQuery {
  @IsDay() on!: Day;
  @Matches(division) division!: string;
}

export class CalendarQuery {
  @Matches(division) division!: string;
  @IsDay() from!: Day;
  /** Calendar days from the first on; a week where nothing is said. */
  @IsOptional() @Matches(/^([1-9]|[12]\d|30)$/) days?: string;
}

export class WaitingQuery {
  @Matches(division) division!: string;
}

export class SlotsQuery {
  @Matches(division) division!: string;
  @IsDay() from!: Day;
  /** Calendar days to look through. */
  @IsOptional() @Matches(/^([1-9]|[12]\d|30)$/) days?: string;
  @IsOptional() @Matches(/^(30|60|90|120|150|180|210|240)$/) minutes?: string;
  @IsOptional() @Length(1, 60) room?: string;
  /** Then only times at which its arbitrators are free, and not before its parties can be called. */
  @IsOptional() @IsUUID() caseId?: string;
}
