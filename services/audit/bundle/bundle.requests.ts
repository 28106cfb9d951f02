import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Max, Min, ValidateNested } from 'class-validator';

/** So many papers are drawn for one request; more is for the command line, at the database. */
export const CASES_MAX = 30;

export class SampleRequest {
  @IsInt() @Min(1) @Max(CASES_MAX) size!: number;
  /** Any word: the same word draws the same cases. */
  @IsString() @Length(1, 100) seed!: string;
  /** Those with breached clocks, overrides or overdue payments first, and no others. */
  @IsOptional() @IsBoolean() byRisk?: boolean;
}

/** Which cases are taken away in one file: one of `cases` and `sample` says it. */
export class BundlesRequest {
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(CASES_MAX) @IsUUID(undefined, { each: true }) cases?: string[];
  @IsOptional() @IsObject() @ValidateNested() @Type(() => SampleRequest) sample?: SampleRequest;
}
