import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { Fact } from '#libs/runtime/action.js';

/** A coordinator's places and sites, and how often each site is visited. It takes the place of the last assignment. */
export class AssignBeat extends Fact {
  /** Six to twelve digits each. */
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) @Length(6, 12, { each: true }) @Matches(/^\d{6}(\d{3}){0,2}$/, { each: true }) divisions?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(200) @IsUUID(undefined, { each: true }) projects?: string[];
  /** As the law of the place says, where nobody says otherwise. */
  @IsOptional() @IsInt() @Min(1) @Max(365) visitEveryDays?: number;
}

export class EndBeat extends Fact {}
