import { IsIn, IsInt, Length, Max, Min } from 'class-validator';
import { right as rights } from '#libs/contracts/resolution.events.js';
import type { Right } from '#libs/contracts/resolution.events.js';
import type { Day } from '#libs/contracts/time.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field, IsDay } from '#libs/runtime/validation.js';

const desk = { service: 'resolution', stream: 'limitation', roles: ['worker', 'officer', 'legal-aid', 'arbitrator'] } as const;

/** A fact about the time in which one right of one order must be claimed. */
class OfRight extends Fact {
  @Field('子工单号', 'order')
  @IsInt() @Min(0) @Max(99)
  order: number;

  @Field('权利', 'right')
  @IsIn(rights.options)
  right: Right;
}

@CaseAction({ ...desk, zh: '登记时效起算日', en: 'Record when a limitation began', ground: 'LDMA 27; 农村土地承包经营纠纷调解仲裁法 18' })
export class BeginLimitation extends OfRight {
  /** The day on which the person knew or should have known, or the labour relation ended. */
  @Field('起算日', 'first day')
  @IsDay()
  from: Day;
}

@CaseAction({ ...desk, zh: '登记时效中断', en: 'Record what interrupted a limitation', ground: 'LDMA 27' })
export class InterruptLimitation extends OfRight {
  /** A claim to the employer, a request to an authority, or an admission. */
  @Field('中断事由', 'ground')
  @IsIn(['claimToObligor', 'requestToAuthority', 'admission'])
  ground: 'claimToObligor' | 'requestToAuthority' | 'admission';
}

@CaseAction({ ...desk, zh: '登记时效中止', en: 'Record that a limitation stands still', ground: 'LDMA 27' })
export class SuspendLimitation extends OfRight {
  /** Force majeure or another good reason. */
  @Field('中止事由', 'reason')
  @Length(1, 500)
  reason: string;
}

@CaseAction({ ...desk, zh: '登记时效恢复', en: 'Record that a limitation runs on', ground: 'LDMA 27' })
export class ResumeLimitation extends OfRight {}
