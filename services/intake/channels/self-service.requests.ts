import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { relations, representationBases } from '#libs/contracts/intake.events.js';
import type { Day, Instant } from '#libs/contracts/time.js';
import { demandKinds } from '#libs/policy/facts.js';
import type { Category, Matter } from '#libs/policy/matters.js';
import { IsCreditCode, IsDay, IsDivision, IsInstant, IsMobile, IsResidentId, IsYuan } from '#libs/runtime/validation.js';
import { AttachmentRequest } from './attachment.requests.js';
import { categoryCodes, matterNames } from './order.js';
import type { DemandKind } from './order.js';

export class SelfServiceWorker {
  @IsOptional() @IsString() @Length(1, 60)
  myName?: string;

  @IsOptional() @IsMobile()
  myMobile?: string;

  @IsOptional() @IsResidentId()
  myIdNumber?: string;

  @IsOptional() @IsBoolean()
  iAmMigrantWorker?: boolean;

  @IsOptional() @IsBoolean()
  stayAnonymous?: boolean;

  @IsOptional() @IsBoolean()
  keepMyNameFromEmployer?: boolean;

  /** Who fills in the form, where it is somebody else's case. */
  @IsOptional() @IsString() @Length(1, 100)
  filledInBy?: string;
}

/** Who fills in the form for somebody else, and by what right. */
export class SelfServiceFiler {
  @IsIn(relations)
  whoIAm!: (typeof relations)[number];

  @IsIn(representationBases)
  why!: (typeof representationBases)[number];

  @IsOptional() @IsString() @Length(1, 60)
  helperName?: string;

  @IsOptional() @IsMobile()
  helperMobile?: string;
}

/** What a worker says who files alone, at whichever door. */
export class SelfServiceForm {
  @IsOptional() @IsIn(categoryCodes)
  topic?: Category;

  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5) @IsIn(matterNames, { each: true })
  problems?: Matter[];

  @IsOptional() @IsIn(demandKinds)
  iWantTo?: DemandKind;

  /** Name or code of the place of work. */
  @IsDivision()
  place!: string;

  @IsOptional() @IsString() @Length(1, 200)
  street?: string;

  @IsObject() @ValidateNested() @Type(() => SelfServiceWorker)
  me!: SelfServiceWorker;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => SelfServiceFiler)
  helper?: SelfServiceFiler;

  @IsOptional() @IsString() @Length(1, 100)
  bossOrCompany?: string;

  @IsOptional() @IsCreditCode()
  companyCreditCode?: string;

  @IsOptional() @IsString() @Length(1, 100)
  siteName?: string;

  /** GB/T 4754 code that the page chose from the picture of the kind of work. */
  @IsOptional() @Matches(/^[A-T]\d{2,4}$/)
  kindOfWork?: string;

  @IsOptional() @IsString() @Length(1, 100)
  siteOwner?: string;

  @IsOptional() @IsString() @Length(1, 100)
  mainBuilder?: string;

  @IsOptional() @IsString() @Length(1, 100)
  gangCompany?: string;

  /** Yuan, of everybody in the claim. */
  @IsOptional() @IsYuan()
  owedYuan?: number;

  @IsOptional() @IsInt() @Min(1) @Max(100_000)
  howManyPeople?: number;

  @IsOptional() @Matches(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
  firstUnpaidMonth?: string;

  @IsOptional() @Matches(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
  lastUnpaidMonth?: string;

  @IsOptional() @IsBoolean()
  stillWorkingThere?: boolean;

  @IsOptional() @IsDay()
  lastDayOfWork?: Day;

  @IsOptional() @IsBoolean()
  bossCannotBeReached?: boolean;

  @IsOptional() @IsBoolean()
  needLegalAid?: boolean;

  @IsOptional() @IsBoolean()
  iHoldAnIou?: boolean;

  @IsOptional() @IsBoolean()
  cannotWait?: boolean;

  @IsOptional() @IsString() @Length(1, 4000)
  story?: string;
}

/** The same, sent on by a platform of its own. */
export class SelfServiceRequest extends SelfServiceForm {
  /** Made by the page, so that pressing twice files once. */
  @IsString() @Length(1, 64)
  formId!: string;

  @IsInstant()
  sentAt!: Instant;

  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => AttachmentRequest)
  photos?: AttachmentRequest[];
}
