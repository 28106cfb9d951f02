import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, Length, Matches } from 'class-validator';
import { kebab } from '#libs/contracts/event.js';
import type { Day } from '#libs/contracts/time.js';
import { Field, IsCreditCode, IsDay } from '#libs/runtime/validation.js';
import { clockTime } from '../arbitration/arbitration.parts.requests.js';

/** A staff id: letters and digits, so that no name comes into the log. */
const staffId = /^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/;

export interface TribunalStep {
  readonly zh: string;
  readonly en: string;
  readonly ground: string;
  readonly request: new () => object;
}

/** The steps on a register, by their path: `POST /v1/resolution/tribunals/{division}/commands/{path}`. */
export const tribunalSteps = new Map<string, TribunalStep>();

function Step(zh: string, en: string, ground: string): (request: new () => object) => void {
  return (request) => void tribunalSteps.set(kebab(request.name), { zh, en, ground, request });
}

class OfArbitrator {
  @Field('仲裁员编号', 'staff id of the arbitrator')
  @Matches(staffId)
  arbitrator: string;
}

@Step('登记仲裁员', 'Register an arbitrator', 'LDMA 20')
export class RegisterArbitrator extends OfArbitrator {
  @Field('专长', 'specialities')
  @IsArray() @ArrayMaxSize(10) @IsIn(['speedy', 'ordinary', 'collective', 'wages', 'workInjury', 'dismissal', 'socialInsurance'], { each: true })
  specialities: string[];
}

@Step('登记不在岗', 'Note an absence', 'P')
export class NoteAbsence extends OfArbitrator {
  @Field('自', 'from')
  @IsDay()
  from: Day;

  @Field('至', 'to')
  @IsDay()
  to: Day;
}

@Step('登记出册', 'Record that an arbitrator leaves', 'LDMA 20')
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

@Step('申报利害关系', 'Declare a conflict', 'LDMA 33')
export class DeclareConflict extends OnEmployer {
  @Field('法定事由', 'ground')
  @IsIn(['partyOrRelative', 'interest', 'otherRelation'])
  ground: 'partyOrRelative' | 'interest' | 'otherRelation';
}

@Step('解除利害关系', 'Lift a conflict', 'LDMA 33')
export class LiftConflict extends OnEmployer {}

@Step('启用仲裁庭', 'Open a room', 'P')
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

@Step('停用仲裁庭', 'Close a room', 'P')
export class CloseRoom {
  @Field('仲裁庭', 'room')
  @Length(1, 60)
  room: string;
}
