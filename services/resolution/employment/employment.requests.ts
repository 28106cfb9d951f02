import { IsIn, IsInt, IsOptional, Length, Max, Min } from 'class-validator';
import { referralResults, referredTo } from '#libs/contracts/employment.events.js';
import type { Day } from '#libs/contracts/time.js';
import { CaseAction } from '#libs/runtime/action.js';
import { Field, IsDay } from '#libs/runtime/validation.js';
import { OnOrder } from '../handover/handover.course.requests.js';

const desk = { service: 'resolution', stream: 'employment', ground: 'S-CQ24 (一); S-SH21 六' } as const;
const REFERRALS_MAX = 1000;

@CaseAction({ ...desk, roles: ['officer'], zh: '推介求职者', en: 'Refer the job-seeker' })
export class ReferJobSeeker extends OnOrder {
  @Field('推介去向', 'referred to')
  @IsIn(referredTo)
  to: (typeof referredTo)[number];

  /** A platform, an employer, a training body; never a person. */
  @Field('单位或者平台名称', 'name of the unit or platform')
  @Length(2, 100)
  unit: string;
}

@CaseAction({ ...desk, roles: ['officer'], zh: '登记对方已接收', en: 'Record that the referral was accepted' })
export class AcceptReferral extends OnOrder {
  @Field('第几次推介', 'number of the referral')
  @IsInt() @Min(1) @Max(REFERRALS_MAX)
  referral: number;
}

@CaseAction({ ...desk, roles: ['officer'], zh: '登记推介结果', en: 'Record the result of the referral' })
export class ConcludeReferral extends AcceptReferral {
  @Field('结果', 'result')
  @IsIn(referralResults)
  result: (typeof referralResults)[number];

  @Field('就业或者参训开始日期', 'first day of work or of the course')
  @IsOptional() @IsDay()
  startsOn?: Day;
}
