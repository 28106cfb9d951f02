import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import type { Day } from '#libs/contracts/time.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field, IsDay } from '#libs/runtime/validation.js';
import { FEN_MAX, WORKERS_MAX, WagesOwed } from '../wages-owed.request.js';
import { ClaimAward, ServedPaper, anyMeans, claimKinds } from './arbitration.parts.requests.js';

const desk = { service: 'resolution', stream: 'arbitration', roles: ['arbitrator'] } as const;
const party = { service: 'resolution', stream: 'arbitration', roles: ['worker', 'legal-aid', 'officer', 'arbitrator'] } as const;

@CaseAction({ ...desk, zh: '先行裁决', en: 'Make a partial award', ground: 'LDMA 43' })
export class MakePartialAward extends Fact {
  /** Fen. */
  @Field('金额（分）', 'amount in fen')
  @IsInt() @Min(0) @Max(FEN_MAX)
  amount: number;

  @Field('请求种类', 'kind of claim')
  @IsOptional() @IsIn(claimKinds)
  kind?: string;

  /** Points of the form that both sides agree on. */
  @Field('依据的无争议要素', 'agreed elements it rests on')
  @IsOptional() @IsArray() @ArrayMaxSize(60) @IsString({ each: true }) @Length(1, 40, { each: true })
  elements?: string[];

  @Field('履行期限', 'last day of performance')
  @IsOptional() @IsDay()
  performBy?: Day;

  @Field('应付明细', 'what each worker is owed')
  @IsOptional() @IsArray() @ArrayMaxSize(WORKERS_MAX) @ValidateNested({ each: true }) @Type(() => WagesOwed)
  owed?: WagesOwed[];
}

@CaseAction({ ...party, zh: '申请先予执行', en: 'Apply for advance enforcement', ground: 'LDMA 44' })
export class ApplyForAdvanceEnforcement extends Fact {}

@CaseAction({ ...desk, zh: '裁决先予执行', en: 'Rule advance enforcement', ground: 'LDMA 44' })
export class RuleAdvanceEnforcement extends Fact {
  /** Fen. */
  @Field('金额（分）', 'amount in fen')
  @IsInt() @Min(0) @Max(FEN_MAX)
  amount: number;

  @Field('权利义务关系明确', 'rights and duties are clear')
  @IsOptional() @IsBoolean()
  rightsClear?: boolean;

  @Field('不先予执行将严重影响生活', 'life is seriously affected without it')
  @IsOptional() @IsBoolean()
  lifeAffected?: boolean;
}

@CaseAction({ ...desk, zh: '裁决', en: 'Make the award', ground: 'LDMA 43, 47', seal: ['grounds'] })
export class MakeAward extends Fact {
  /** A one-shot final award; an award that holds final and other items is not. */
  @Field('终局裁决', 'final award')
  @IsBoolean()
  final: boolean;

  /** Last day of voluntary performance. */
  @Field('履行期限', 'last day of performance')
  @IsDay()
  performBy: Day;

  @Field('应付明细', 'what each worker is owed')
  @IsArray() @ArrayMaxSize(WORKERS_MAX) @ValidateNested({ each: true }) @Type(() => WagesOwed)
  owed: WagesOwed[];

  /** Claim by claim; whether each is final is computed from the minimum wage of the place. */
  @Field('逐项裁决', 'items of the award')
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => ClaimAward)
  items?: ClaimAward[];

  @Field('裁决理由', 'grounds of the award')
  @IsOptional() @Length(1, 4000)
  grounds?: string;
}

@CaseAction({ ...desk, zh: '送达裁决书', en: 'Serve the award', ground: 'LDMA 48-50' })
export class ServeAward extends Fact {
  @Field('当事人', 'party')
  @IsIn(['worker', 'employer', 'both'])
  party: 'worker' | 'employer' | 'both';

  @Field('送达方式', 'means of service')
  @IsOptional() @IsIn(anyMeans)
  means?: (typeof anyMeans)[number];

  @Field('送达凭证', 'proof of service')
  @IsOptional() @Length(1, 200)
  proof?: string;
}

@CaseAction({ ...desk, zh: '仲裁调解书双方签收', en: 'Serve the mediation instrument on both', ground: 'LDMA 42' })
export class ServeMediationInstrument extends Fact {
  @Field('履行期限', 'last day of performance')
  @IsDay()
  performBy: Day;

  @Field('应付明细', 'what each worker is owed')
  @IsArray() @ArrayMaxSize(WORKERS_MAX) @ValidateNested({ each: true }) @Type(() => WagesOwed)
  owed: WagesOwed[];

  @Field('送达凭证', 'proofs of service')
  @IsOptional() @IsArray() @ArrayMaxSize(2) @ValidateNested({ each: true }) @Type(() => ServedPaper)
  services?: ServedPaper[];
}

@CaseAction({ ...party, zh: '起诉', en: 'Record that a party sued', ground: 'LDMA 48, 50' })
export class FileSuit extends Fact {
  @Field('当事人', 'party')
  @IsIn(['worker', 'employer'])
  party: 'worker' | 'employer';
}

@CaseAction({ ...desk, zh: '用人单位申请撤销裁决', en: 'Record that the employer applied to set the award aside', ground: 'LDMA 49' })
export class ApplyToSetAside extends Fact {}

@CaseAction({ ...desk, zh: '记录法院对撤销申请的裁定', en: 'Record how the court ruled on setting aside', ground: 'LDMA 49' })
export class RuleOnSetAside extends Fact {
  @Field('裁决被撤销', 'the award was annulled')
  @IsBoolean()
  annulled: boolean;
}
