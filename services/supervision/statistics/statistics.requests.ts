import { IsBooleanString, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { IsInstant } from '#libs/runtime/validation.js';
import { groupings } from './sums.js';

const POSITION = /^(0|[1-9]\d{0,17})$/;
export const LEVELS = { province: 2, prefecture: 4, county: 6, township: 9 } as const;

/** What all figures may be narrowed by. Without a period: how cases and limits stand now. */
export class Narrowed {
  /** `2026`, `2026-H1`, `2026-Q2`, `2026-03`, `2026-03-01..2026-03-31`. */
  @IsOptional() @IsString() @Length(4, 24) period?: string;
  /** Code or name of a division inside the caller's. */
  @IsOptional() @IsString() @Length(1, 40) division?: string;
  /** A position of the log: the figures as they stood then. */
  @IsOptional() @Matches(POSITION) asOf?: string;
  /** The moment by which limits had fallen due; where missing, now, or when the event at `asOf` was recorded. */
  @IsOptional() @IsInstant() at?: string;
  @IsOptional() @IsString() @Length(1, 40) department?: string;
  @IsOptional() @IsString() @Length(1, 40) track?: string;
  @IsOptional() @IsString() @Length(2, 3) category?: string;
  @IsOptional() @IsString() @Length(1, 40) channel?: string;
}

export class StatisticsQuery extends Narrowed {
  @IsOptional() @IsIn([...groupings, 'month']) by?: string;
  @IsOptional() @IsIn(Object.keys(LEVELS)) level?: keyof typeof LEVELS;
  /** Ids of metrics, with commas; all by default. */
  @IsOptional() @IsString() @Length(1, 600) metric?: string;
}

export class LeagueQuery extends Narrowed {
  @IsOptional() @IsIn(Object.keys(LEVELS)) level?: keyof typeof LEVELS;
  @IsOptional() @IsBooleanString() ranks?: string;
}

export class ExportQuery extends StatisticsQuery {
  @IsIn(['csv', 'xlsx']) format!: 'csv' | 'xlsx';
  @IsOptional() @IsIn(['figures', 'league']) kind?: 'figures' | 'league';
  @IsOptional() @IsBooleanString() ranks?: string;
  @IsOptional() @IsIn(['zh', 'en']) language?: 'zh' | 'en';
}

export class CasesBehindQuery extends Narrowed {
  @IsString() @Length(1, 40) metric!: string;
  /** Which number is opened. */
  @IsOptional() @IsIn(['numerator', 'denominator', 'rest']) of?: 'numerator' | 'denominator' | 'rest';
  @IsOptional() @IsIn(groupings) by?: string;
  @IsOptional() @IsIn(Object.keys(LEVELS)) level?: keyof typeof LEVELS;
  @IsOptional() @IsString() @Length(0, 40) group?: string;
}

export class ExtractQuery {
  @Matches(/^(19[7-9]\d|2\d{3})$/) year!: string;
  @IsIn(['json', 'csv']) format!: 'json' | 'csv';
  @IsOptional() @IsString() @Length(1, 40) division?: string;
  @IsOptional() @Matches(POSITION) asOf?: string;
}

export class PublishFiguresRequest {
  @IsString() @Length(2, 120) title!: string;
  @IsIn(['figures', 'league']) kind!: 'figures' | 'league';
  @IsString() @Length(4, 24) period!: string;
  @IsOptional() @IsString() @Length(1, 40) division?: string;
  @IsOptional() @IsIn([...groupings, 'month']) by?: string;
  @IsOptional() @IsIn(Object.keys(LEVELS)) level?: keyof typeof LEVELS;
  @IsOptional() @IsString() @Length(1, 600) metric?: string;
  @IsOptional() @IsIn(['true', 'false']) ranks?: string;
  @IsOptional() @Matches(POSITION) asOf?: string;
}

export class FiguresParam {
  @IsUUID() figures!: string;
}
