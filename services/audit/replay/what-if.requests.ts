import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Max, Min, ValidateNested } from 'class-validator';
import { IsDay, IsDivision } from '#libs/runtime/validation.js';

export class PackNamed {
  @IsString() @Length(6, 12) division!: string;
  @IsString() @Length(1, 120) version!: string;
}

/** Past cases under another law: one of `pack`, `proposal` and `files` says which. */
export class WhatIfRequest {
  /** A pack that is published or comes with the release. */
  @IsOptional() @IsObject() @ValidateNested() @Type(() => PackNamed) pack?: PackNamed;
  /** A pack that waits for its second person. */
  @IsOptional() @IsUUID() proposal?: string;
  /** A draft: its files by name, `pack`, `routing` and so on. */
  @IsOptional() @IsObject() files?: Record<string, unknown>;
  /** First and last day of receipt. */
  @IsOptional() @IsDay() from?: string;
  @IsOptional() @IsDay() to?: string;
  /** Cases received here or inside. */
  @IsOptional() @IsDivision() division?: string;
  /** Where the page before ended; the totals came with the first. */
  @IsOptional() @IsString() @Length(1, 100) cursor?: string;
  @IsOptional() @IsInt() @Min(1) @Max(200) limit?: number;
}
