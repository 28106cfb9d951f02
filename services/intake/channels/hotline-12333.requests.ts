import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { Day, Instant } from '#libs/contracts/time.js';
import { IsCreditCode, IsDay, IsDivision, IsInstant, IsMobile, IsResidentId, IsYuan } from '#libs/runtime/validation.js';
import { AttachmentRequest } from './attachment.requests.js';

/** 政策咨询 · 经办求助 · 投诉 · 举报 · 意见建议 */
export const consultTypes = ['policy', 'service', 'complaint', 'report', 'advice'] as const;
/** The lines of business of the human-resources and social-security desk. */
export const businessLines = ['wages', 'socialInsurance', 'workInjury', 'laborContract', 'dismissal', 'training', 'employment'] as const;

/** A ticket of the human-resources and social-security hotline 12333: flat, as its desk keeps it. */
export class Hotline12333Request {
  @IsString() @Length(1, 64)
  ticketNo!: string;

  @IsInstant()
  acceptedTime!: Instant;

  @IsIn(consultTypes)
  consultType!: (typeof consultTypes)[number];

  /** Left out, it is read from the summary. */
  @IsOptional() @IsIn(businessLines)
  businessLine?: (typeof businessLines)[number];

  /** Name or code. */
  @IsDivision()
  region!: string;

  @IsString() @Length(1, 4000)
  summary!: string;

  @IsOptional() @IsString() @Length(1, 60)
  personName?: string;

  @IsOptional() @IsMobile()
  mobile?: string;

  @IsOptional() @IsResidentId()
  personId?: string;

  @IsOptional() @IsBoolean()
  ruralWorker?: boolean;

  @IsOptional() @IsBoolean()
  nameWithheld?: boolean;

  @IsOptional() @IsBoolean()
  confidential?: boolean;

  @IsOptional() @IsString() @Length(1, 100)
  proxyNote?: string;

  @IsOptional() @IsString() @Length(1, 100)
  unit?: string;

  @IsOptional() @IsCreditCode()
  unitCode?: string;

  @IsOptional() @IsString() @Length(1, 200)
  workPlace?: string;

  /** GB/T 4754 code. */
  @IsOptional() @Matches(/^[A-T]\d{2,4}$/)
  industry?: string;

  @IsOptional() @IsString() @Length(1, 100)
  projectTitle?: string;

  @IsOptional() @IsString() @Length(1, 100)
  buildingOwner?: string;

  @IsOptional() @IsString() @Length(1, 100)
  contractor?: string;

  @IsOptional() @IsString() @Length(1, 100)
  labourCompany?: string;

  /** Yuan. */
  @IsOptional() @IsYuan()
  unpaidYuan?: number;

  @IsOptional() @IsInt() @Min(1) @Max(100_000)
  headcount?: number;

  @IsOptional() @Matches(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
  unpaidSince?: string;

  @IsOptional() @Matches(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
  unpaidUntil?: string;

  /** Last day of work, where the person has left. */
  @IsOptional() @IsDay()
  leftOn?: Day;

  @IsOptional() @IsBoolean()
  hurry?: boolean;

  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => AttachmentRequest)
  enclosures?: AttachmentRequest[];
}
