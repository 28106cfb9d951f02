import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import type { Day } from '#libs/contracts/time.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field, IsDay } from '#libs/runtime/validation.js';
import { FEN_MAX, WORKERS_MAX, WagesOwed } from '../wages-owed.request.js';
import './inspection.demands.requests.js';
import './inspection.follow-up.requests.js';

const desk = { service: 'resolution', stream: 'inspection', roles: ['inspector'] } as const;
const head = { service: 'resolution', stream: 'inspection', roles: ['inspector', 'supervisor'] } as const;

@CaseAction({ ...desk, zh: '受理投诉', en: 'Accept the complaint', ground: 'LSR-IR 18' })
export class AcceptComplaint extends Fact {}

@CaseAction({ ...desk, zh: '一次性告知补充材料', en: 'Ask once for all supplements', ground: 'LSR-IR 18' })
export class RequestSupplements extends Fact {
  @Field('补充事项', 'supplements')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(30) @IsString({ each: true }) @Length(1, 200, { each: true })
  gaps: string[];
}

@CaseAction({ ...desk, zh: '收到补充材料', en: 'Receive the supplements', ground: 'LSR-IR 18' })
export class ReceiveSupplements extends Fact {}

@CaseAction({ ...desk, zh: '书面不予受理', en: 'Refuse the complaint in writing', ground: 'LSR 20; LSR-IR 18' })
export class RefuseComplaint extends Fact {
  @Field('理由和依据', 'ground')
  @Length(1, 500)
  ground: string;

  /** Bodies the person is told to turn to: keys of the departments. */
  @Field('其他途径', 'other routes')
  @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @Length(1, 60, { each: true })
  otherRoutes: string[];
}

@CaseAction({ ...desk, zh: '立案', en: 'File the case', ground: 'LSR 16, 17' })
export class FileInspection extends Fact {
  /** Staff ids of two or more inspectors. */
  @Field('监察员', 'inspectors')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @IsString({ each: true }) @Length(1, 60, { each: true })
  inspectors: string[];

  /** Each of them has no direct interest in the matter, nor has a near relative. */
  @Field('均已声明无利害关系', 'each declared to have no interest')
  @IsOptional() @IsBoolean()
  noInterest?: boolean;
}

@CaseAction({ ...head, zh: '延长调查期限', en: 'Extend the investigation', ground: 'LSR 17' })
export class ExtendInvestigation extends Fact {
  /** Working days, at most 30. */
  @Field('延长天数', 'days of extension')
  @IsInt() @Min(1) @Max(365)
  days: number;

  /** Staff id of the head who approved it. */
  @Field('批准人', 'approved by')
  @Length(1, 60)
  approvedBy: string;
}

@CaseAction({ ...head, zh: '中止调查', en: 'Suspend the investigation', ground: 'ZJ-INSP 30' })
export class SuspendInvestigation extends Fact {
  @Field('理由', 'reason')
  @Length(1, 500)
  reason: string;
}

@CaseAction({ ...head, zh: '恢复调查', en: 'Resume the investigation', ground: 'ZJ-INSP 30' })
export class ResumeInvestigation extends Fact {}

@CaseAction({ ...desk, zh: '调查终结', en: 'Complete the investigation', ground: 'LSR 17' })
export class CompleteInvestigation extends Fact {}

@CaseAction({ ...desk, zh: '责令支付', en: 'Order the employer to pay', ground: 'LSR 26; WPR 42; CRIM-I 4' })
export class OrderPayment extends Fact {
  @Field('应付明细', 'what each worker is owed')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(WORKERS_MAX) @ValidateNested({ each: true }) @Type(() => WagesOwed)
  owed: WagesOwed[];

  /** Last day to pay. */
  @Field('支付期限', 'last day to pay')
  @IsDay()
  dueOn: Day;

  /** `posted`: at the premises, with photo or video, where the employer has absconded. */
  @Field('送达方式', 'way of service')
  @IsIn(['inPerson', 'posted', 'mail', 'notice'])
  service: 'inPerson' | 'posted' | 'mail' | 'notice';
}

@CaseAction({ ...desk, zh: '作出行政处理决定', en: 'Decide how the case is handled', ground: 'LSR 18, 26' })
export class DecideHandling extends Fact {
  /** Fen to be paid. */
  @Field('金额（分）', 'amount in fen')
  @IsInt() @Min(0) @Max(FEN_MAX)
  amount: number;

  /** Fen on top: none, or 50 to 100 per cent. */
  @Field('加付赔偿金（分）', 'additional compensation in fen')
  @IsInt() @Min(0) @Max(FEN_MAX)
  additionalCompensation: number;
}

@CaseAction({ ...desk, zh: '作出行政处罚决定', en: 'Decide a penalty', ground: 'LSR 18' })
export class DecidePenalty extends Fact {
  /** Fen. */
  @Field('罚款（分）', 'fine in fen')
  @IsInt() @Min(0) @Max(FEN_MAX)
  fine: number;
}

@CaseAction({ ...desk, zh: '撤销立案', en: 'Withdraw the filing', ground: 'LSR 18(3)' })
export class WithdrawFiling extends Fact {
  @Field('理由', 'reason')
  @Length(1, 500)
  reason: string;
}

@CaseAction({ ...desk, zh: '报告涉嫌犯罪', en: 'Report a suspected crime to the head', ground: 'TRF 5; CRIM' })
export class ReportCrime extends Fact {}

@CaseAction({ ...head, zh: '批准移送公安', en: 'Approve the transfer to the police', ground: 'TRF 5' })
export class ApproveTransfer extends Fact {
  /** Staff id of the head. */
  @Field('批准人', 'approved by')
  @Length(1, 60)
  approvedBy: string;
}

@CaseAction({ ...head, zh: '不批准移送', en: 'Decline the transfer to the police', ground: 'TRF 5' })
export class DeclineTransfer extends Fact {
  @Field('理由', 'reason')
  @Length(1, 500)
  reason: string;
}

@CaseAction({ ...desk, zh: '移送公安机关', en: 'Transfer to the police', ground: 'TRF 5, 6' })
export class TransferToPolice extends Fact {}

@CaseAction({ ...desk, zh: '记录公安机关转送', en: 'Record that the police forwarded the transfer', ground: 'TRF 7' })
export class ForwardByPolice extends Fact {
  /** The competent police body. */
  @Field('接收机关', 'receiving police body')
  @Length(1, 100)
  to: string;
}

@CaseAction({ ...desk, zh: '记录公安立案', en: 'Record that the police filed the case', ground: 'TRF 8' })
export class RecordPoliceFiling extends Fact {}

@CaseAction({ ...desk, zh: '记录公安不予立案', en: 'Record that the police refused', ground: 'TRF 8, 9' })
export class RecordPoliceRefusal extends Fact {
  @Field('理由', 'reason')
  @Length(1, 500)
  reason: string;
}

@CaseAction({ ...desk, zh: '提请公安机关复议', en: 'Ask the police to reconsider', ground: 'TRF 9' })
export class RequestReconsideration extends Fact {}

@CaseAction({ ...desk, zh: '记录公安复议结果', en: 'Record what the police decided on reconsideration', ground: 'TRF 9' })
export class RecordReconsideration extends Fact {
  /** They filed the case after all. */
  @Field('决定立案', 'the police filed the case')
  @IsBoolean()
  filed: boolean;

  @Field('理由', 'reason')
  @Length(1, 500)
  reason: string;
}

@CaseAction({ ...desk, zh: '申请法院强制执行', en: 'Apply to the court for enforcement', ground: 'WPR 42' })
export class ApplyForCourtEnforcement extends Fact {}
