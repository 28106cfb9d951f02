import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, IsUrl, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { orderFormats } from '#libs/contracts/channel.events.js';
import type { OrderFormat } from '#libs/contracts/channel.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { demandKinds } from '#libs/policy/facts.js';
import { Field, IsDivision, IsInstant } from '#libs/runtime/validation.js';
import type { DemandKind } from './order.js';

/** Why a channel is changed; kept for ever, names nobody. */
export class ChannelReason {
  @Field('事由，永久留存，不写姓名', 'why, kept for ever; names nobody') @IsString() @Length(2, 200)
  reason!: string;
}

export class IssueKeyRequest extends ChannelReason {
  /** Until when the older keys are good; without it they stay as they are. */
  @Field('旧密钥用到何时', 'older keys are good until') @IsOptional() @IsInstant()
  oldUntil?: Instant;
}

export class RateRequest {
  @Field('每分钟次数', 'calls a minute') @IsInt() @Min(1) @Max(100_000)
  perMinute!: number;

  /** So many at once. */
  @Field('一次最多', 'burst') @IsInt() @Min(1) @Max(100_000)
  burst!: number;
}

/** The whole of what a channel may do; what is left out is not limited. */
export class ChannelTermsRequest extends ChannelReason {
  @Field('可报送的行政区划', 'divisions') @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @IsDivision({ each: true })
  divisions?: string[];

  @Field('可报送的诉求类型', 'kinds of demand') @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @IsIn(demandKinds, { each: true })
  kinds?: DemandKind[];

  @Field('可用的格式', 'formats') @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(3) @IsIn(orderFormats, { each: true })
  formats?: OrderFormat[];

  @Field('频次', 'rate') @IsOptional() @IsObject() @ValidateNested() @Type(() => RateRequest)
  rate?: RateRequest;

  /** SHA-256 of the client certificates, in hexadecimal; the channel must show one of them. */
  @Field('客户端证书指纹', 'client certificates') @IsOptional() @IsArray() @ArrayMaxSize(5) @IsString({ each: true }) @Matches(/^[0-9a-f]{64}$/, { each: true })
  certificates?: string[];

  @Field('反馈地址', 'address for feedback') @IsOptional() @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true }) @Length(8, 500)
  feedbackUrl?: string;
}
