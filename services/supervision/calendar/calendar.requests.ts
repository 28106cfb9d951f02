import { IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';

export class PreviewPage {
  /** Where the page before ended. */
  @IsOptional() @IsString() @Length(1, 200) cursor?: string;
  @IsOptional() @Matches(/^([1-9]\d{0,2}|1000)$/) limit?: string;
}

/** Of a notice that was proposed. */
export class PreviewOfProposal extends PreviewPage {
  @IsOptional() @IsUUID() proposal?: string;
}

/** Of a notice that nobody has proposed yet. */
export class PreviewOfNotice {
  /** The nation's where it is left out. */
  @IsOptional() @Matches(/^\d{6}(\d{3}){0,2}$/) division?: string;
  @IsInt() @Min(1900) @Max(2199) year!: number;
  /** As a year of `calendar.json`. */
  @IsObject() notice!: Record<string, unknown>;
}
