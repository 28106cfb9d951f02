import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { Instant } from '#libs/contracts/time.js';
import { demandKinds } from '#libs/policy/facts.js';
import type { Category, Matter } from '#libs/policy/matters.js';
import { IsCreditCode, IsDivision, IsInstant, IsMobile, IsResidentId } from '#libs/runtime/validation.js';
import { AttachmentRequest } from './attachment.requests.js';
import { categoryCodes, matterNames, origins } from './order.js';
import type { DemandKind, Origin } from './order.js';

export class TransferUnit {
  @IsString() @Length(2, 40)
  department!: string;

  @IsDivision()
  division!: string;
}

export class TransferredPerson {
  @IsOptional() @IsString() @Length(1, 60)
  name?: string;

  @IsOptional() @IsMobile()
  phone?: string;

  @IsOptional() @IsResidentId()
  idNumber?: string;

  /** Who speaks for the person, in the channel's words. */
  @IsOptional() @IsString() @Length(1, 100)
  onBehalfOf?: string;

  @IsBoolean()
  migrantWorker!: boolean;

  @IsBoolean()
  secrecy!: boolean;
}

export class TransferredEmployer {
  @IsOptional() @IsString() @Length(1, 100)
  name?: string;

  @IsOptional() @IsCreditCode()
  creditCode?: string;

  @IsOptional() @IsString() @Length(1, 200)
  address?: string;
}

export class TransferredProject {
  @IsOptional() @IsString() @Length(1, 100)
  name?: string;

  @IsOptional() @Matches(/^[A-T]\d{2,4}$/)
  sector?: string;

  @IsOptional() @IsString() @Length(1, 100)
  owner?: string;

  @IsOptional() @IsString() @Length(1, 100)
  generalContractor?: string;

  @IsOptional() @IsString() @Length(1, 100)
  subcontractor?: string;
}

/** A case as the log of another region hands it over: what was said, by whom, and where it stands in that log. Personal data is only here, in the signed body. */
export class TransferRequest {
  /** The transfer's own id: the same again is the same. */
  @IsUUID()
  transfer!: string;

  @Matches(/^[a-z0-9][a-z0-9-]{0,39}$/)
  log!: string;

  @Matches(/^\d{1,19}$/)
  position!: string;

  /** Of the event at that position, in hexadecimal. */
  @Matches(/^[0-9a-f]{64}$/)
  leafHash!: string;

  /** The signed note of that log which covers the position. */
  @IsOptional() @IsString() @Length(1, 4000)
  checkpoint?: string;

  @IsUUID()
  caseId!: string;

  @Matches(/^\d{6}-\d{4}-[A-Z]\d{1,2}-\d{6,9}$/)
  caseNumber!: string;

  @IsInt() @Min(0) @Max(99)
  order!: number;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => TransferUnit)
  from?: TransferUnit;

  @IsObject() @ValidateNested() @Type(() => TransferUnit)
  to!: TransferUnit;

  @IsString() @Length(1, 200)
  ground!: string;

  @IsInstant()
  transferredAt!: Instant;

  @IsInstant()
  firstReceivedAt!: Instant;

  @IsIn(origins)
  origin!: Origin;

  @IsOptional() @IsIn(categoryCodes)
  category?: Category;

  @IsArray() @ArrayMaxSize(10) @IsIn(demandKinds, { each: true })
  kinds!: DemandKind[];

  @IsArray() @ArrayMaxSize(10) @IsIn(matterNames, { each: true })
  matters!: Matter[];

  @IsOptional() @IsString() @Length(1, 20_000)
  text?: string;

  /** Street and number of what happened. */
  @IsOptional() @IsString() @Length(1, 200)
  address?: string;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => TransferredPerson)
  requester?: TransferredPerson;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => TransferredEmployer)
  employer?: TransferredEmployer;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => TransferredProject)
  project?: TransferredProject;

  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => AttachmentRequest)
  attachments!: AttachmentRequest[];

  /** By the fact catalogue; amounts in yuan. */
  @IsObject()
  facts!: Record<string, unknown>;
}
