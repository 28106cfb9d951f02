import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsOptional, Length, Max, Min, ValidateNested } from 'class-validator';
import type { Day } from '#libs/contracts/time.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field, IsDay } from '#libs/runtime/validation.js';

const desk = { service: 'resolution', stream: 'closure' } as const;
const ORDERS_MAX = 99;
const staff = ['officer', 'mediator', 'arbitrator', 'inspector', 'coordinator', 'relief', 'legal-aid'] as const;

/** How an order may end; what each requires, the pack says (`outcomes.json`). `transferred` is listed so that it is refused with its reason, not as a typing error. */
export const results = ['paid', 'solved', 'answered', 'refused', 'settled', 'awarded', 'withdrawn', 'unfounded', 'noJurisdiction', 'advised', 'transferredToPolice', 'unclaimed', 'notSolved', 'transferred'] as const;

@CaseAction({ ...desk, roles: staff, hand: 'contact', zh: '首次联系诉求人', en: 'Contact the requester', ground: 'BJ-REG 14; BJ-REG 32' })
export class ContactRequester extends Fact {
  @Field('子工单号', 'order')
  @IsInt() @Min(0) @Max(ORDERS_MAX)
  order: number;

  /** The person was spoken to. */
  @Field('已联系上', 'the person was reached')
  @IsBoolean()
  reached: boolean;
}

@CaseAction({ ...desk, roles: staff, hand: 'contact', zh: '答复诉求人', en: 'Reply to the requester', ground: 'BJ-REG 15; JN 24', seal: ['reply'] })
export class GiveReply extends Fact {
  @Field('子工单号', 'order')
  @IsInt() @Min(0) @Max(ORDERS_MAX)
  order: number;

  @Field('答复内容', 'reply')
  @Length(1, 2000)
  reply: string;
}

@CaseAction({ ...desk, roles: staff, hand: 'contact', zh: '告知法定期限和办理进展', en: 'Tell the longer limit of the law and the progress', ground: 'WF 20; JN 24; BJ-REG 15', seal: ['reply'] })
export class TellLongerLimit extends Fact {
  @Field('子工单号', 'order')
  @IsInt() @Min(0) @Max(ORDERS_MAX)
  order: number;

  /** Last day of the statute's own limit. */
  @Field('法定期限届满日', 'last day of the limit of the law')
  @IsDay()
  until: Day;

  /** Statute and article that give the longer limit. */
  @Field('法律依据', 'legal ground')
  @Length(1, 200)
  ground: string;

  /** What the person was told: reasons, plan and progress. */
  @Field('告知内容', 'what was told')
  @Length(1, 2000)
  reply: string;
}

@CaseAction({ ...desk, roles: ['officer', 'coordinator'], zh: '疑难咨询转业务科室', en: 'Pass the enquiry on to a section', ground: 'Changsha practice (B)' })
export class PassEnquiryOn extends Fact {
  @Field('子工单号', 'order')
  @IsInt() @Min(0) @Max(ORDERS_MAX)
  order: number;

  @Field('业务科室', 'section')
  @Length(1, 60)
  section: string;
}

@CaseAction({ ...desk, roles: ['officer', 'coordinator'], zh: '即时答复', en: 'Answer the enquiry', ground: 'BJ-REG 11', seal: ['reply'] })
export class AnswerOnLine extends Fact {
  @Field('子工单号', 'order')
  @IsInt() @Min(0) @Max(ORDERS_MAX)
  order: number;

  @Field('答复内容', 'reply')
  @IsOptional() @Length(1, 2000)
  reply?: string;
}

@CaseAction({ ...desk, roles: staff, hand: 'holder', zh: '办结工单', en: 'Conclude the order', ground: 'BJ-REG 14; WPR 3' })
export class ConcludeOrder extends Fact {
  @Field('子工单号', 'order')
  @IsInt() @Min(0) @Max(ORDERS_MAX)
  order: number;

  @Field('办理结果', 'result')
  @IsIn(results)
  result: string;
}

/** What the person says of one order. */
class OrderAnswer {
  @Field('子工单号', 'order')
  @IsInt() @Min(0) @Max(ORDERS_MAX)
  order: number;

  @Field('是否解决', 'solved')
  @IsBoolean()
  solved: boolean;
}

@CaseAction({ ...desk, roles: ['officer', 'supervisor'], independent: true, zh: '回访', en: 'Record the return visit', ground: 'BJ-REG 23' })
export class RecordCallback extends Fact {
  /** Absent where the person did not say. */
  @Field('是否解决', 'solved')
  @IsOptional() @IsBoolean()
  solved?: boolean;

  @Field('是否满意', 'satisfied')
  @IsOptional() @IsIn(['satisfied', 'basicallySatisfied', 'dissatisfied'])
  satisfied?: 'satisfied' | 'basicallySatisfied' | 'dissatisfied';

  /** Where the case has several orders and the person answers on each: one that is not solved goes back to its handler. */
  @Field('各子工单是否解决', 'answer on each order')
  @IsOptional() @ValidateNested({ each: true }) @Type(() => OrderAnswer) @ArrayMaxSize(ORDERS_MAX)
  answers?: OrderAnswer[];
}

@CaseAction({ ...desk, roles: ['officer', 'supervisor'], independent: true, zh: '回访未接通', en: 'Record a return visit without answer', ground: 'BJ-REG 23' })
export class RecordCallbackUnreached extends Fact {}

@CaseAction({ ...desk, roles: ['officer', 'supervisor'], zh: '结案', en: 'Close the case', ground: 'BJ-REG 11, 23' })
export class CloseCase extends Fact {
  /** Needed where three return visits were not answered. */
  @Field('理由', 'reason')
  @IsOptional() @Length(1, 500)
  reason?: string;
}

@CaseAction({ ...desk, roles: ['worker', 'officer', 'supervisor'], zh: '退回重办', en: 'Reopen the case', ground: 'JN 27' })
export class ReopenCase extends Fact {
  @Field('理由', 'reason')
  @Length(1, 500)
  reason: string;
}

@CaseAction({ ...desk, roles: ['supervisor'], zh: '挂账', en: 'Carry the case forward', ground: 'P' })
export class CarryForward extends Fact {
  @Field('理由', 'reason')
  @Length(1, 500)
  reason: string;

  @Field('复查日', 'day of review')
  @IsDay()
  reviewOn: Day;
}

@CaseAction({ ...desk, roles: ['supervisor'], zh: '挂账案件恢复办理', en: 'Resume the case that was carried forward', ground: 'P' })
export class ResumeCase extends Fact {
  @Field('理由', 'reason')
  @Length(1, 500)
  reason: string;
}

@CaseAction({ ...desk, roles: ['officer', 'supervisor'], zh: '归档', en: 'Archive the case', ground: '档案法实施条例 19; CHR 24' })
export class ArchiveCase extends Fact {
  /** Not before the end of the least term of this kind of file; absent: that day. */
  @Field('保管至', 'keep until')
  @IsOptional() @IsDay()
  retainUntil?: Day;
}
