import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { Instant } from '#libs/contracts/time.js';
import type { Category } from '#libs/policy/matters.js';
import { IsCreditCode, IsDivision, IsInstant, IsMobile, IsResidentId, IsYuan } from '#libs/runtime/validation.js';
import { AttachmentRequest } from './attachment.requests.js';
import { categoryCodes } from './order.js';

/** 咨询 · 求助 · 投诉 · 举报 · 建议 */
export const appealTypes = ['CONSULTATION', 'HELP', 'COMPLAINT', 'REPORT', 'SUGGESTION'] as const;
/** 二小时 · 二十四小时 · 一般 · 复杂 */
export const urgencyLevels = ['2H', '24H', 'NORMAL', 'COMPLEX'] as const;

export class Hotline12345Caller {
  @IsOptional() @IsString() @Length(1, 60)
  callerName?: string;

  @IsOptional() @IsMobile()
  callerPhone?: string;

  @IsOptional() @IsResidentId()
  idCardNo?: string;

  /** The caller gave no name, or wants none kept. */
  @IsOptional() @IsBoolean()
  isAnonymous?: boolean;

  /** The caller wants nobody outside the authorities to know. */
  @IsOptional() @IsBoolean()
  keepSecret?: boolean;

  @IsOptional() @IsBoolean()
  isMigrantWorker?: boolean;

  /** Who calls, where it is not the person concerned: `妻子`. */
  @IsOptional() @IsString() @Length(1, 100)
  callsFor?: string;
}

/** The unit that the appeal is about. */
export class Hotline12345AppealedUnit {
  @IsOptional() @IsString() @Length(1, 100)
  unitName?: string;

  @IsOptional() @IsCreditCode()
  unitCreditCode?: string;

  @IsOptional() @IsString() @Length(1, 200)
  unitAddress?: string;
}

export class Hotline12345Site {
  @IsOptional() @IsString() @Length(1, 100)
  siteName?: string;

  /** GB/T 4754 code. */
  @IsOptional() @Matches(/^[A-T]\d{2,4}$/)
  industryCode?: string;

  @IsOptional() @IsString() @Length(1, 100)
  developer?: string;

  @IsOptional() @IsString() @Length(1, 100)
  mainContractor?: string;

  @IsOptional() @IsString() @Length(1, 100)
  laborSubcontractor?: string;
}

export class Hotline12345Arrears {
  /** Yuan, of all workers together. */
  @IsOptional() @IsYuan()
  owedAmount?: number;

  @IsOptional() @IsInt() @Min(1) @Max(100_000)
  peopleCount?: number;

  @IsOptional() @Matches(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
  beginMonth?: string;

  @IsOptional() @Matches(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
  endMonth?: string;
}

/** A work order of the government service hotline 12345. */
export class Hotline12345Request {
  @IsString() @Length(1, 64)
  orderNo!: string;

  @IsInstant()
  callTime!: Instant;

  @IsIn(appealTypes)
  appealType!: (typeof appealTypes)[number];

  /** Category of the dispatch catalogue; left out, it is read from the content. */
  @IsOptional() @IsIn(categoryCodes)
  categoryCode?: Category;

  /** Name or code of the place that the call is about. */
  @IsDivision()
  areaCode!: string;

  @IsOptional() @IsString() @Length(1, 200)
  eventAddress?: string;

  @IsString() @Length(1, 4000)
  content!: string;

  @IsOptional() @IsIn(urgencyLevels)
  urgencyLevel?: (typeof urgencyLevels)[number];

  @IsOptional() @IsObject() @ValidateNested() @Type(() => Hotline12345Caller)
  caller?: Hotline12345Caller;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => Hotline12345AppealedUnit)
  appealedUnit?: Hotline12345AppealedUnit;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => Hotline12345Site)
  site?: Hotline12345Site;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => Hotline12345Arrears)
  arrears?: Hotline12345Arrears;

  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => AttachmentRequest)
  files?: AttachmentRequest[];
}
