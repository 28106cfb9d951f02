import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { conflictBases, specialityKinds } from '#libs/contracts/staff.events.js';
import type { Speciality } from '#libs/contracts/staff.events.js';
import type { Day } from '#libs/contracts/time.js';
import { IsDay } from '#libs/runtime/validation.js';

const OPEN_MAX = 1000;

class Known {
  @IsIn(specialityKinds) kind!: Speciality['kind'];
  @IsString() @Length(1, 40) code!: string;
}

class OfOfficer {
  /** The issuer's id of the person; whoever asks, where missing. */
  @IsOptional() @IsString() @Length(1, 80) officer?: string;
}

export class EnrolOfficer extends OfOfficer {
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => Known) specialities: Known[] = [];
  /** Open orders at most; the pack's number where missing. */
  @IsOptional() @IsInt() @Min(1) @Max(OPEN_MAX) openMax?: number;
}

export class GiveSpeciality extends OfOfficer {
  @ValidateNested() @Type(() => Known) speciality!: Known;
}

export class TakeSpeciality extends GiveSpeciality {}

export class SetOpenLimit extends OfOfficer {
  @IsInt() @Min(1) @Max(OPEN_MAX) openMax!: number;
}

export class NoteAbsence extends OfOfficer {
  @IsDay() from!: Day;
  /** Last day of it; open where missing. */
  @IsOptional() @IsDay() to?: Day;
}

export class NoteReturn extends OfOfficer {}
export class NoteLeaving extends OfOfficer {}
export class ReassignOrders extends OfOfficer {}

export class DeclareConflict extends OfOfficer {
  /** The employer, by name or credit code: kept as a keyed fingerprint only. */
  @IsOptional() @IsString() @Length(2, 200) employer?: string;
  @IsOptional() @IsUUID() caseId?: string;
  @IsIn(conflictBases) basis!: (typeof conflictBases)[number];
}

/** Every order that the unit holds and nobody has: after officers are first enrolled. */
export class AllotWaiting extends OfOfficer {}

/** The steps on a unit's staff, by their path. */
export const staffSteps = {
  'enrol-officer': EnrolOfficer, 'give-speciality': GiveSpeciality, 'take-speciality': TakeSpeciality, 'set-open-limit': SetOpenLimit, 'note-absence': NoteAbsence, 'note-return': NoteReturn,
  'note-leaving': NoteLeaving, 'reassign-orders': ReassignOrders, 'declare-conflict': DeclareConflict, 'allot-waiting': AllotWaiting,
} as const;
export type StaffStep = keyof typeof staffSteps;

/** What an officer may note of the own person; all else is the supervisor's. */
export const OWN_STEPS: readonly StaffStep[] = ['note-absence', 'note-return', 'declare-conflict'];
