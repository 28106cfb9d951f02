import { IsIn, IsString, IsUUID, Length } from 'class-validator';
import type { ErasureBasis } from '#libs/contracts/intake.events.js';
import { erasureBases } from '#libs/contracts/intake.events.js';

/** The person of a case: of whom nothing more need be known here. */
export class AskErasure {
  @IsUUID() caseId!: string;
  @IsIn(erasureBases) basis!: ErasureBasis;
  /** Kept for ever. Names nobody. */
  @IsString() @Length(4, 300) reason!: string;
}

export class RejectErasure {
  @IsString() @Length(4, 300) reason!: string;
}
