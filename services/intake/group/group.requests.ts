import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { leavingReasons } from '#libs/contracts/group.events.js';

/** A group of one action; a larger one is joined in several. */
export const MEMBERS_MAX = 500;

/** A case that joins, and where in the chain of employers and on which site its worker was. */
export class NewMember {
  @IsUUID() caseId!: string;
  @IsOptional() @IsString() @Length(1, 40) tier?: string;
  @IsOptional() @IsString() @Length(1, 40) site?: string;
}

export class FormGroup {
  /** The caller's own id for the group: the same again forms it once. */
  @IsUUID() group!: string;
  @IsIn(['together', 'person']) ground!: 'together' | 'person';
  @IsArray() @ArrayMinSize(2) @ArrayMaxSize(MEMBERS_MAX) @ValidateNested({ each: true }) @Type(() => NewMember) members!: NewMember[];
  /** The first member, where nobody is named. */
  @IsOptional() @IsUUID() lead?: string;
}

export class JoinGroup {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MEMBERS_MAX) @ValidateNested({ each: true }) @Type(() => NewMember) members!: NewMember[];
}

class Named {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MEMBERS_MAX) @IsUUID(undefined, { each: true }) members!: string[];
}

export class LeaveGroup extends Named {
  @IsIn(leavingReasons) reason!: (typeof leavingReasons)[number];
}

/** To which sub-group they belong; neither: to none. */
export class PlaceMembers extends Named {
  @IsOptional() @IsString() @Length(1, 40) tier?: string;
  @IsOptional() @IsString() @Length(1, 40) site?: string;
}

export class SplitGroup extends Named {
  /** The caller's own id for the new group. */
  @IsUUID() into!: string;
}

export class MergeGroup {
  @IsUUID() other!: string;
}

export class UndoMerge extends MergeGroup {}

export class ChangeLead {
  @IsUUID() lead!: string;
}

export class ChooseRepresentatives {
  @IsArray() @ArrayMaxSize(10) @IsUUID(undefined, { each: true }) representatives!: string[];
}

/** The steps on a group, by their path. */
export const groupSteps = {
  'join': JoinGroup, 'leave': LeaveGroup, 'place-members': PlaceMembers, 'split': SplitGroup, 'merge': MergeGroup, 'undo-merge': UndoMerge, 'change-lead': ChangeLead, 'choose-representatives': ChooseRepresentatives,
} as const;
