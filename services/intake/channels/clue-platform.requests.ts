import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsOptional, IsString, Length, Matches, Max, Min, Validate, ValidateNested, ValidatorConstraint } from 'class-validator';
import type { ValidatorConstraintInterface } from 'class-validator';
import { isBankCard } from '#libs/contracts/ids.js';
import type { Instant } from '#libs/contracts/time.js';
import { IsCreditCode, IsDivision, IsInstant, IsMobile, IsResidentId, IsYuan } from '#libs/runtime/validation.js';
import { AttachmentRequest } from './attachment.requests.js';

@ValidatorConstraint({ name: 'bankCard' })
class BankCardForm implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return isBankCard(value);
  }

  defaultMessage(): string {
    return 'bankCard must be a bank card number';
  }
}

/** A clue of the national platform for wage arrears: real name, one employer, one period. */
export class CluePlatformRequest {
  @IsString() @Length(1, 64)
  clueNo!: string;

  @IsInstant()
  submittedAt!: Instant;

  @IsString() @Length(1, 60)
  realName!: string;

  @IsResidentId()
  idNumber!: string;

  @IsMobile()
  phone!: string;

  /** Of the card for the wages. Only its last four digits are kept. */
  @IsOptional() @Validate(BankCardForm)
  bankCard?: string;

  @IsBoolean()
  isConstruction!: boolean;

  @IsString() @Length(1, 100)
  employer!: string;

  @IsOptional() @IsCreditCode()
  employerCreditCode?: string;

  /** Name or code of the place of work. */
  @IsDivision()
  region!: string;

  @IsString() @Length(1, 200)
  address!: string;

  @IsOptional() @IsString() @Length(1, 100)
  projectName?: string;

  /** GB/T 4754 code. */
  @IsOptional() @Matches(/^[A-T]\d{2,4}$/)
  projectSector?: string;

  @IsOptional() @IsString() @Length(1, 100)
  constructionUnit?: string;

  @IsOptional() @IsString() @Length(1, 100)
  generalContractor?: string;

  @IsOptional() @IsString() @Length(1, 100)
  subcontractor?: string;

  @IsOptional() @IsBoolean()
  governmentProject?: boolean;

  @Matches(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
  arrearsFrom!: string;

  @Matches(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
  arrearsTo!: string;

  /** Yuan, of all workers together. */
  @IsYuan()
  arrearsAmount!: number;

  @IsInt() @Min(1) @Max(100_000)
  workerCount!: number;

  @IsString() @Length(1, 4000)
  description!: string;

  @IsOptional() @IsBoolean()
  hideIdentity?: boolean;

  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => AttachmentRequest)
  evidence?: AttachmentRequest[];
}
