import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { Field } from '#libs/runtime/validation.js';
import { FEN_MAX } from '../wages-owed.request.js';

export const anyMeans = ['inPerson', 'posted', 'mail', 'notice', 'phone', 'sms', 'email'] as const;
/** The kinds of claim that the fact catalogue knows, and labour standards, which are no claim of an amount (LDMA 47(2)). */
export const claimKinds = ['wages', 'overtime', 'annualLeave', 'severance', 'injuryMedical', 'damages', 'other', 'labourStandards'] as const;
export const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/** How a paper reached one party. */
export class ServedPaper {
  @Field('当事人', 'party')
  @IsIn(['worker', 'employer'])
  party: 'worker' | 'employer';

  @Field('送达方式', 'means of service')
  @IsIn(anyMeans)
  means: (typeof anyMeans)[number];

  /** Number of the proof of service. */
  @Field('送达凭证', 'proof of service')
  @Length(1, 200)
  proof: string;
}

/** One claim as the award answers it. */
export class ClaimAward {
  @Field('请求种类', 'kind of claim')
  @IsIn(claimKinds)
  kind: string;

  @Field('请求金额（分）', 'claimed, in fen')
  @IsInt() @Min(0) @Max(FEN_MAX)
  claimed: number;

  @Field('裁决金额（分）', 'awarded, in fen')
  @IsInt() @Min(0) @Max(FEN_MAX)
  awarded: number;

  @Field('法律依据', 'law it rests on')
  @Length(1, 200)
  law: string;

  @Field('引用的要素', 'elements cited')
  @IsOptional() @IsArray() @ArrayMaxSize(60) @IsString({ each: true }) @Length(1, 40, { each: true })
  elements?: string[];
}
