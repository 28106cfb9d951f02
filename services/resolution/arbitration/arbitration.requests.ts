import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { Day } from '#libs/contracts/time.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field, IsDay } from '#libs/runtime/validation.js';
import './arbitration.award.requests.js';
import { ServedPaper, anyMeans, clockTime } from './arbitration.parts.requests.js';
import './arbitration.speedy.requests.js';

const desk = { service: 'resolution', stream: 'arbitration', roles: ['arbitrator'] } as const;
const head = { service: 'resolution', stream: 'arbitration', roles: ['arbitrator', 'supervisor'] } as const;
const party = { service: 'resolution', stream: 'arbitration', roles: ['worker', 'legal-aid', 'officer', 'arbitrator'] } as const;
const tracks = ['speedy', 'ordinary'] as const;

@CaseAction({ ...party, zh: '申请仲裁', en: 'Apply for arbitration', ground: 'LDMA 28' })
export class ApplyForArbitration extends Fact {
  /** Ten workers or more with a common claim. */
  @Field('集体争议', 'collective dispute')
  @IsBoolean()
  collective: boolean;

  @Field('办理轨道', 'track')
  @IsIn(tracks)
  track: 'speedy' | 'ordinary';

  @Field('简易处理', 'simplified procedure')
  @IsBoolean()
  simplified: boolean;

  /** The order of the case that the claim belongs to; the lead order where absent. */
  @Field('子工单号', 'order')
  @IsOptional() @IsInt() @Min(0) @Max(99)
  order?: number;

  /** A new application after a refusal or a withdrawal. */
  @Field('重新申请', 'new application')
  @IsOptional() @IsBoolean()
  renewed?: boolean;
}

@CaseAction({ ...desk, zh: '一次性告知补正', en: 'Ask once for all corrections', ground: 'CHR 46' })
export class RequireCorrections extends Fact {
  @Field('补正事项', 'corrections')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(30) @IsString({ each: true }) @Length(1, 200, { each: true })
  gaps: string[];
}

@CaseAction({ ...party, zh: '补正完成', en: 'Complete the corrections', ground: 'CHR 46' })
export class CompleteCorrections extends Fact {}

@CaseAction({ ...desk, zh: '受理仲裁申请', en: 'Accept the application', ground: 'LDMA 29' })
export class AcceptApplication extends Fact {
  @Field('办理轨道', 'track')
  @IsOptional() @IsIn(tracks)
  track?: 'speedy' | 'ordinary';

  @Field('简易处理', 'simplified procedure')
  @IsOptional() @IsBoolean()
  simplified?: boolean;

  @Field('集体争议', 'collective dispute')
  @IsOptional() @IsBoolean()
  collective?: boolean;

  /** Papers promised in writing; speedy track only. */
  @Field('容缺材料', 'documents pending')
  @IsOptional() @IsArray() @ArrayMaxSize(30) @IsString({ each: true }) @Length(1, 200, { each: true })
  pendingDocuments?: string[];

  @Field('承诺补交期限', 'promised until')
  @IsOptional() @IsDay()
  promisedUntil?: Day;
}

@CaseAction({ ...desk, zh: '不予受理', en: 'Refuse the application', ground: 'LDMA 29' })
export class RefuseApplication extends Fact {
  @Field('理由和依据', 'ground')
  @Length(1, 500)
  ground: string;
}

@CaseAction({ ...desk, zh: '送达申请书副本', en: 'Serve the copy on the respondent', ground: 'LDMA 30' })
export class ServeCopy extends Fact {
  /** Number of the proof of service. */
  @Field('送达凭证', 'proof of service')
  @Length(1, 200)
  proof: string;

  @Field('送达方式', 'means of service')
  @IsOptional() @IsIn(anyMeans)
  means?: (typeof anyMeans)[number];
}

@CaseAction({ ...desk, zh: '被申请人同意缩短或放弃答辩期', en: 'Record that the respondent shortens or waives the answer period', ground: 'CHR 59' })
export class WaiveAnswerPeriod extends Fact {}

@CaseAction({ ...desk, zh: '收到答辩书', en: 'Receive the answer', ground: 'LDMA 30' })
export class ReceiveAnswer extends Fact {}

@CaseAction({ ...desk, zh: '向申请人送答辩书副本', en: 'Forward the answer to the applicant', ground: 'LDMA 30' })
export class ForwardAnswer extends Fact {}

@CaseAction({ ...desk, zh: '组庭', en: 'Form the tribunal', ground: 'LDMA 31-33', seal: ['overrideReason'] })
export class FormPanel extends Fact {
  /** Staff ids: one, or three. */
  @Field('仲裁员', 'arbitrators')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(3) @IsString({ each: true }) @Length(1, 60, { each: true })
  arbitrators: string[];

  @Field('首席仲裁员', 'presiding arbitrator')
  @IsOptional() @Length(1, 60)
  presiding?: string;

  /** Where others are chosen than the register proposes. */
  @Field('未按均衡分案的理由', 'reason for another choice than the fair one')
  @IsOptional() @Length(1, 500)
  overrideReason?: string;
}

@CaseAction({ ...desk, zh: '集体案件一次通知', en: 'Serve the one notice of a collective case', ground: 'CHR 64' })
export class NotifyCollective extends Fact {}

@CaseAction({ ...desk, zh: '确定开庭', en: 'Schedule the hearing', ground: 'LDMA 35' })
export class ScheduleHearing extends Fact {
  @Field('开庭日', 'day of the hearing')
  @IsDay()
  hearingOn: Day;

  @Field('仲裁庭', 'room')
  @Length(1, 60)
  room: string;

  @Field('开始时间', 'from')
  @IsOptional() @Length(5, 5) @Matches(clockTime)
  from?: string;

  @Field('结束时间', 'to')
  @IsOptional() @Length(5, 5) @Matches(clockTime)
  to?: string;

  @Field('互联网开庭', 'online hearing')
  @IsOptional() @IsBoolean()
  online?: boolean;
}

@CaseAction({ ...desk, zh: '送达开庭通知', en: 'Notify the parties of the hearing', ground: 'LDMA 35' })
export class NotifyHearing extends Fact {
  /** A line for each party; without its proof nobody is heard by default. */
  @Field('送达凭证', 'proofs of service')
  @IsOptional() @IsArray() @ArrayMaxSize(2) @ValidateNested({ each: true }) @Type(() => ServedPaper)
  services?: ServedPaper[];
}

@CaseAction({ ...party, zh: '请求延期开庭', en: 'Ask for an adjournment', ground: 'LDMA 35' })
export class RequestAdjournment extends Fact {
  @Field('当事人', 'party')
  @IsIn(['worker', 'employer'])
  party: 'worker' | 'employer';

  @Field('正当理由', 'good reason')
  @Length(1, 500)
  reason: string;
}

@CaseAction({ ...desk, zh: '开庭', en: 'Hold the hearing', ground: 'LDMA 36-42' })
export class HoldHearing extends Fact {
  /** Heard by default: the respondent was called and stayed away, or left. */
  @Field('缺席一方', 'absent party')
  @IsOptional() @IsIn(['employer'])
  absent?: 'employer';

  @Field('审理的争议要素', 'disputed elements heard')
  @IsOptional() @IsArray() @ArrayMaxSize(60) @IsString({ each: true }) @Length(1, 40, { each: true })
  heard?: string[];
}

@CaseAction({ ...desk, zh: '按撤回申请处理', en: 'Deem the application withdrawn', ground: 'LDMA 36' })
export class DeemWithdrawn extends Fact {}

@CaseAction({ ...head, zh: '延长审限', en: 'Extend the award deadline', ground: 'LDMA 43' })
export class ExtendAwardDeadline extends Fact {
  /** Calendar days, at most 15. */
  @Field('延长天数', 'days of extension')
  @IsInt() @Min(1) @Max(365)
  days: number;

  /** Staff id of the committee director. */
  @Field('批准人', 'approved by')
  @Length(1, 60)
  approvedBy: string;
}

@CaseAction({ ...desk, zh: '中止审理', en: 'Stay the proceedings', ground: 'CHR 46' })
export class StayArbitration extends Fact {
  @Field('理由和依据', 'ground')
  @Length(1, 500)
  ground: string;
}

@CaseAction({ ...desk, zh: '恢复审理', en: 'Resume the proceedings', ground: 'CHR 46' })
export class ResumeArbitration extends Fact {}

@CaseAction({ ...desk, zh: '公告送达', en: 'Publish a notice to serve by', ground: 'ZJ-ARB 35' })
export class PublishNotice extends Fact {}

@CaseAction({ ...desk, zh: '公告期满', en: 'Record that the public notice ended', ground: 'ZJ-ARB 35' })
export class EndNotice extends Fact {}

@CaseAction({ ...desk, zh: '受理请求变更', en: 'Accept a change of claims or parties', ground: 'CHR 45, 46' })
export class ChangeClaims extends Fact {
  @Field('变更事项', 'change')
  @IsIn(['addedParty', 'changedClaims', 'counterClaim', 'transferredCase'])
  change: 'addedParty' | 'changedClaims' | 'counterClaim' | 'transferredCase';
}

@CaseAction({ ...desk, zh: '转为普通程序', en: 'Convert to the ordinary procedure', ground: 'CHR 61' })
export class ConvertToOrdinary extends Fact {
  @Field('理由和依据', 'ground')
  @Length(1, 500)
  ground: string;
}

@CaseAction({ ...party, zh: '撤回仲裁申请', en: 'Withdraw the application', ground: 'LDMA 36, 41' })
export class WithdrawApplication extends Fact {
  /** The parties settled between themselves. */
  @Field('已和解', 'settled')
  @IsBoolean()
  settled: boolean;
}
