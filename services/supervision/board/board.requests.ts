import { IsBooleanString, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested, IsArray, ArrayMaxSize } from 'class-validator';
import { Type } from 'class-transformer';
import { IsInstant } from '#libs/runtime/validation.js';

export class ClocksQuery {
  @IsOptional() @IsString() @Length(1, 40) kind?: string;
  @IsOptional() @IsIn(['law', 'target', 'service']) level?: string;
  @IsOptional() @IsBooleanString() warned?: string;
  @IsOptional() @IsInstant() dueBefore?: string;
  @IsOptional() @Matches(/^([1-9]\d{0,2}|1000)$/) limit?: string;
}

export class PauseGiven {
  @IsString() @Length(10, 40) from!: string;
  @IsString() @Length(10, 40) to!: string;
}

export class RuleGiven {
  @IsInt() @Min(0) @Max(10_000) n!: number;
  @IsIn(['calendarDays', 'workingDays', 'hours', 'months', 'years', 'backwardWorkingDays', 'date']) unit!: 'calendarDays' | 'workingDays' | 'hours' | 'months' | 'years' | 'backwardWorkingDays' | 'date';
  @IsOptional() @IsInt() @Min(0) @Max(10_000) extension?: number;
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => PauseGiven) suspended?: PauseGiven[];
}

/** Why a due date is that day: a clock of the pack, or a bare rule. */
export class ExplainClock {
  @IsOptional() @IsString() @Length(3, 40) clock?: string;
  @IsOptional() @ValidateNested() @Type(() => RuleGiven) rule?: RuleGiven;
  @IsOptional() @IsInt() @Min(0) @Max(10_000) extension?: number;
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => PauseGiven) suspended?: PauseGiven[];
  @IsOptional() @IsString() @Length(1, 40) division?: string;
  @IsString() @Length(10, 40) startedAt!: string;
}
