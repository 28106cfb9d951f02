import { IsBooleanString, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IsInstant } from '#libs/runtime/validation.js';
import { caseStates } from '#libs/contracts/case-states.js';
import { colourNames } from '../board/colour.js';

const WHOLE = /^\d{1,18}$/;

/** What a list of cases may be narrowed by. Without anything: all open cases in the caller's divisions, the next due first. */
export class CasesQuery {
  @IsOptional() @IsIn(Object.keys(caseStates)) state?: string;
  @IsOptional() @IsString() @Length(1, 40) lead?: string;
  @IsOptional() @IsString() @Length(2, 3) category?: string;
  @IsOptional() @IsString() @Length(1, 40) division?: string;
  @IsOptional() @IsString() @Length(1, 40) caseNumber?: string;
  @IsOptional() @IsBooleanString() closed?: string;
  @IsOptional() @IsBooleanString() breached?: string;
  @IsOptional() @IsBooleanString() listed?: string;
  /** Whose next limit passes before this instant, the passed ones among them. */
  @IsOptional() @IsInstant() dueBefore?: string;
  /** Held by nobody; without movement; returned twice. */
  @IsOptional() @IsBooleanString() ownerless?: string;
  @IsOptional() @IsBooleanString() stuck?: string;
  @IsOptional() @IsBooleanString() returnedTwice?: string;
  /** By the next limit of the authority, as the pack of the place has it. */
  @IsOptional() @IsIn(colourNames) colour?: string;
  /** With `closed=true`: what was closed while wages are unpaid. */
  @IsOptional() @IsBooleanString() unpaid?: string;
  /** Where the page before ended. */
  @IsOptional() @IsString() @Length(1, 200) cursor?: string;
  @IsOptional() @Matches(/^([1-9]\d?|100)$/) limit?: string;
}

export class CaseQuery {
  /** A position of the log, or an instant: the case as it stood then. */
  @IsOptional() @IsString() @Length(1, 40) asOf?: string;
  /** A position that the answer must have seen, as a command returned it. */
  @IsOptional() @Matches(WHOLE) minPosition?: string;
}
