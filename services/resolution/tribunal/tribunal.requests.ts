import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, Length, Matches } from 'class-validator';
import type { Day } from '#libs/contracts/time.js';
import { Field, IsCreditCode, IsDay } from '#libs/runtime/validation.js';
import { clockTime } from '../arbitration/arbitration.parts.requests.js';

/** A staff id: letters and digits, so that no name comes into the log. */
const staffId = /^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/;

class OfArbitrator {
  @Field('仲裁员编号', 'staff id of the arbitrator')
  @Matches(staffId)
  arbitrator: string;
}

export class RegisterArbitrator extends OfArbitrator {
  @Field('专长', 'specialities')
  @IsArray() @ArrayMaxSize(10) @IsIn(['speedy', 'ordinary', 'collective', 'wages', 'workInjury', 'dismissal', 'socialInsurance'], { each: true })
  specialities: string[];
}

export class NoteAbsence extends OfArbitrator {
  @Field('自', 'from')
  @IsDay()
  from: Day;

  @Field('至', 'to')
  @IsDay()
  to: Day;
}

export class RecordLeaving extends OfArbitrator {}

/** A conflict is with one employer, named by its credit code or its name. */
export class OnEmployer extends OfArbitrator {
  @Field('统一社会信用代码', 'credit code')
  @IsOptional() @IsCreditCode()
  creditCode?: string;

  @Field('用人单位名称', 'name of the employer')
  @IsOptional() @Length(2, 100)
  employer?: string;
}

export class DeclareConflict extends OnEmployer {
  @Field('法定事由', 'ground')
  @IsIn(['partyOrRelative', 'interest', 'otherRelation'])
  ground: 'partyOrRelative' | 'interest' | 'otherRelation';
}

export class LiftConflict extends OnEmployer {}

export class OpenRoom {
  @Field('仲裁庭', 'room')
  @Length(1, 60)
  room: string;

  @Field('开放', 'opens')
  @Matches(clockTime)
  opens: string;

  @Field('关闭', 'closes')
  @Matches(clockTime)
  closes: string;

  @Field('可互联网开庭', 'fit for online hearings')
  @IsBoolean()
  online: boolean;
}

export class CloseRoom {
  @Field('仲裁庭', 'room')
  @Length(1, 60)
  room: string;
}

/** The steps on a register, by their path. */
export const tribunalSteps = {
  'register-arbitrator': RegisterArbitrator, 'note-absence': NoteAbsence, 'record-leaving': RecordLeaving,
  'declare-conflict': DeclareConflict, 'lift-conflict': LiftConflict, 'open-room': OpenRoom, 'close-room': CloseRoom,
} as const;
