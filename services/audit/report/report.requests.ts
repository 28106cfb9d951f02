import { IsBooleanString, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IsDay } from '#libs/runtime/validation.js';
import { FORMS } from './forms.js';

export class ReportQuery {
  /** A position: the report is made at the checkpoint there or before. The same gives the same report for ever. */
  @IsOptional() @Matches(/^[1-9]\d{0,14}$/) at?: string;
  /** First and last day, by the time of record. */
  @IsOptional() @IsDay() from?: string;
  @IsOptional() @IsDay() to?: string;
  @IsOptional() @Matches(/^([1-9]\d?|100)$/) size?: string;
  @IsOptional() @IsString() @Length(1, 100) seed?: string;
  @IsOptional() @IsBooleanString() byRisk?: string;
  @IsOptional() @IsIn(Object.keys(FORMS)) format?: keyof typeof FORMS;
  @IsOptional() @IsIn(['zh', 'en']) language?: 'zh' | 'en';
}
