import { IsInt, IsObject, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

/** The files of a pack by their names without `.json`. */
export class CheckPack {
  @IsObject() files!: Record<string, unknown>;
}

export class ProposePack {
  @IsObject() files!: Record<string, unknown>;
  /** What changes, and why: read by whoever publishes it. */
  @IsString() @Length(4, 2000) note!: string;
  /** The statute by which it may begin before today. */
  @IsOptional() @IsString() @Length(4, 500) ground?: string;
}

export class PublishProposal {
  /** The content that was reviewed: refused where the proposal holds another. */
  @IsOptional() @Matches(/^[0-9a-f]{64}$/) hash?: string;
}

export class RejectProposal {
  @IsString() @Length(4, 2000) reason!: string;
}

export class WithdrawPack {
  @Matches(/^\d{6}(\d{3}){0,2}$/) division!: string;
  @IsString() @Length(1, 200) version!: string;
  @IsString() @Length(4, 2000) reason!: string;
}

export class ProposeCalendar {
  /** The nation's where it is left out. */
  @IsOptional() @Matches(/^\d{6}(\d{3}){0,2}$/) division?: string;
  @IsInt() @Min(1900) @Max(2199) year!: number;
  /** As a year of `calendar.json`. */
  @IsObject() notice!: Record<string, unknown>;
  @IsString() @Length(4, 2000) note!: string;
}

export class TouchedQuery {
  @IsOptional() @Matches(/^([1-9]\d{0,2}|1000)$/) limit?: string;
  @IsOptional() @Matches(/^\d{1,18}$/) after?: string;
}
