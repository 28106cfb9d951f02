import { IsOptional, IsString, IsUUID, Length } from 'class-validator';

/** A case, or a person by what is exactly known of her: in the body alone, for an address is written down on the way. */
export class WhoLookedRequest {
  @IsOptional() @IsUUID() caseId?: string;
  @IsOptional() @IsString() @Length(1, 100) name?: string;
  @IsOptional() @IsString() @Length(5, 30) phone?: string;
  @IsOptional() @IsString() @Length(15, 18) idNumber?: string;
  /** Why the caller must see it: kept for ever. */
  @IsString() @Length(4, 300) reason!: string;
}
