import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsObject, IsOptional, IsString, Length, Matches, ValidateIf, ValidateNested } from 'class-validator';
import type { Instant } from '#libs/contracts/time.js';
import { demandKinds } from '#libs/policy/facts.js';
import type { Category } from '#libs/policy/matters.js';
import { IsCreditCode, IsDivision, IsInstant, IsMobile, IsResidentId } from '#libs/runtime/validation.js';
import { AttachmentRequest } from './attachment.requests.js';
import { categoryCodes, origins, urgencyHints } from './order.js';
import type { DemandKind, Origin, UrgencyHint } from './order.js';

export class StationRequester {
  @IsOptional() @IsString() @Length(1, 60)
  name?: string;

  @IsOptional() @IsMobile()
  phone?: string;

  @IsOptional() @IsResidentId()
  idNumber?: string;

  @IsOptional() @IsBoolean()
  migrantWorker?: boolean;

  @IsOptional() @IsBoolean()
  anonymous?: boolean;

  @IsOptional() @IsBoolean()
  secrecy?: boolean;

  @IsOptional() @IsString() @Length(1, 100)
  onBehalfOf?: string;
}

export class StationEmployer {
  @IsOptional() @IsString() @Length(1, 100)
  name?: string;

  @IsOptional() @IsCreditCode()
  creditCode?: string;

  @IsOptional() @IsString() @Length(1, 200)
  address?: string;
}

export class StationProject {
  @IsOptional() @IsString() @Length(1, 100)
  name?: string;

  /** GB/T 4754 code: `E47`. */
  @IsOptional() @Matches(/^[A-T]\d{2,4}$/)
  sector?: string;

  @IsOptional() @IsString() @Length(1, 100)
  owner?: string;

  @IsOptional() @IsString() @Length(1, 100)
  generalContractor?: string;

  @IsOptional() @IsString() @Length(1, 100)
  subcontractor?: string;
}

/** The canonical format: what a service station, and any platform without a format of its own, sends. */
export class StationRequest {
  @IsString() @Length(1, 64)
  externalId!: string;

  @IsInstant()
  receivedAt!: Instant;

  @IsOptional() @IsIn(categoryCodes)
  category?: Category;

  @IsOptional() @IsIn(demandKinds)
  demandKind?: DemandKind;

  /** Name or code; needed unless the facts name the region that received the demand. */
  @ValidateIf((order: StationRequest) => order.division !== undefined || typeof order.facts?.['callerRegion'] !== 'string')
  @IsDivision()
  division?: string;

  @IsOptional() @IsIn(origins)
  origin?: Origin;

  @IsOptional() @IsString() @Length(1, 4000)
  text?: string;

  @IsOptional() @IsString() @Length(1, 200)
  address?: string;

  @IsOptional() @IsIn(urgencyHints)
  urgencyHint?: UrgencyHint;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => StationRequester)
  requester?: StationRequester;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => StationEmployer)
  employer?: StationEmployer;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => StationProject)
  project?: StationProject;

  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => AttachmentRequest)
  attachments?: AttachmentRequest[];

  /** By the fact catalogue, which is checked after the form; amounts in yuan. */
  @IsOptional() @IsObject()
  facts?: Record<string, unknown>;
}
