import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, Length, ValidateBy, ValidateNested } from 'class-validator';
import type { Day } from '#libs/contracts/time.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field, IsDay } from '#libs/runtime/validation.js';
import { WORKERS_MAX, WagesOwed } from '../wages-owed.request.js';
import { claimKinds } from './arbitration.parts.requests.js';

const desk = { service: 'resolution', stream: 'arbitration', roles: ['arbitrator'] } as const;
const party = { service: 'resolution', stream: 'arbitration', roles: ['worker', 'legal-aid', 'officer', 'arbitrator'] } as const;
const director = { service: 'resolution', stream: 'arbitration', roles: ['supervisor'] } as const;

@CaseAction({ ...desk, zh: '补交容缺材料', en: 'Receive a document that was promised', ground: 'S-BJ25 七' })
export class ReceivePendingDocument extends Fact {
  @Field('材料', 'document')
  @Length(1, 200)
  document: string;
}

@CaseAction({ ...desk, zh: '记录容缺承诺未兑现', en: 'Record that a promised document did not come', ground: 'S-BJ25 七; LDMA 39' })
export class RecordBrokenPromise extends Fact {
  @Field('材料', 'document')
  @Length(1, 200)
  document: string;

  /** Decided on what there is, or out of the speedy track. */
  @Field('后果', 'consequence')
  @IsIn(['decidedWithout', 'leavesSpeedy'])
  consequence: 'decidedWithout' | 'leavesSpeedy';
}

@CaseAction({ ...desk, zh: '邀请庭前调解', en: 'Offer mediation', ground: 'LDMA 42' })
export class OfferMediation extends Fact {
  /** The claims for pay, where nothing is said. */
  @Field('先行调解的请求', 'claims to be settled first')
  @IsOptional() @IsArray() @ArrayMaxSize(8) @IsIn(claimKinds, { each: true })
  first?: string[];
}

@CaseAction({ ...desk, zh: '记录到场调解', en: 'Record who attends the mediation', ground: 'LDMA 42' })
export class AttendMediation extends Fact {
  @Field('到场当事人', 'parties present')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(2) @IsIn(['worker', 'employer'], { each: true })
  parties: ('worker' | 'employer')[];
}

@CaseAction({ ...desk, zh: '结束调解', en: 'End the mediation', ground: 'LDMA 42' })
export class EndMediation extends Fact {
  @Field('结果', 'outcome')
  @IsIn(['declined', 'absent', 'noAgreement'])
  outcome: 'declined' | 'absent' | 'noAgreement';
}

@CaseAction({ ...desk, zh: '部分请求调解书双方签收', en: 'Serve an instrument on some of the claims', ground: 'LDMA 42' })
export class ServePartialInstrument extends Fact {
  @Field('已调解的请求', 'claims settled')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(8) @IsIn(claimKinds, { each: true })
  kinds: string[];

  @Field('履行期限', 'last day of performance')
  @IsDay()
  performBy: Day;

  @Field('应付明细', 'what each worker is owed')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(WORKERS_MAX) @ValidateNested({ each: true }) @Type(() => WagesOwed)
  owed: WagesOwed[];
}

@CaseAction({ ...party, zh: '申请仲裁员回避', en: 'Ask an arbitrator to withdraw', ground: 'LDMA 33', seal: ['reason'] })
export class RequestRecusal extends Fact {
  /** Staff id. */
  @Field('仲裁员', 'arbitrator')
  @Length(1, 60)
  arbitrator: string;

  @Field('提出人', 'who asks')
  @IsIn(['worker', 'employer', 'self'])
  party: 'worker' | 'employer' | 'self';

  @Field('法定事由', 'ground')
  @IsIn(['partyOrRelative', 'interest', 'otherRelation', 'privateMeeting'])
  ground: 'partyOrRelative' | 'interest' | 'otherRelation' | 'privateMeeting';

  @Field('说明', 'reason')
  @IsOptional() @Length(1, 500)
  reason?: string;
}

@CaseAction({ ...director, zh: '决定回避申请', en: 'Rule on a request for recusal', ground: 'LDMA 33' })
export class RuleOnRecusal extends Fact {
  @Field('仲裁员', 'arbitrator')
  @Length(1, 60)
  arbitrator: string;

  @Field('准予回避', 'the arbitrator withdraws')
  @IsBoolean()
  granted: boolean;
}

const isValue = (value: unknown): boolean => typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value) && value >= 0) || (typeof value === 'string' && value.length > 0 && value.length <= 40);

/** What one side says of one point of the form. */
export class Statement {
  @Field('要素', 'element')
  @Length(1, 40)
  element: string;

  /** As the form says: money in fen, a day, a month, a number, yes or no. */
  @Field('陈述', 'what is said')
  @ValidateBy({ name: 'isElementValue', validator: { validate: isValue } })
  value: string | number | boolean;
}

@CaseAction({ ...party, zh: '陈述要素', en: 'State the elements of the case', ground: 'P elementBased', seal: ['remark'] })
export class StateElements extends Fact {
  @Field('当事人', 'party')
  @IsIn(['worker', 'employer'])
  party: 'worker' | 'employer';

  @Field('各项要素', 'elements')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(60) @ValidateNested({ each: true }) @Type(() => Statement)
  statements: Statement[];

  @Field('补充说明', 'remark')
  @IsOptional() @Length(1, 1000)
  remark?: string;
}

@CaseAction({ ...desk, zh: '确定争议要素', en: 'Fix what is in dispute', ground: 'P elementBased' })
export class FixIssues extends Fact {}
