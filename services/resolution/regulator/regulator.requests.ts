import { IsIn, IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { askedOf, regulatorActions } from '#libs/contracts/project.events.js';
import { CaseAction } from '#libs/runtime/action.js';
import { Field } from '#libs/runtime/validation.js';
import { OnOrder } from '../handover/handover.course.requests.js';

const desk = { service: 'resolution', stream: 'regulator' } as const;

/** Which departments are regulators, the pack says: `regulators`. */
@CaseAction({ ...desk, roles: ['inspector', 'officer', 'supervisor', 'coordinator'], zh: '商请行业主管部门', en: 'Ask the regulator of the sector', ground: 'WPR 7, 29, 30; P REG-ANSWER' })
export class AskRegulator extends OnOrder {
  @Field('行业主管部门', 'regulator')
  @Matches(/^[a-zA-Z]{2,40}$/)
  @Length(2, 40)
  department: string;

  @Field('商请事项', 'what is asked')
  @IsIn(askedOf)
  subject: (typeof askedOf)[number];
}

@CaseAction({ ...desk, roles: ['officer', 'supervisor'], zh: '行业主管部门答复', en: 'Answer as the regulator', ground: 'WPR 7, 29, 30', seal: ['reply'] })
export class AnswerRegulator extends OnOrder {
  @Field('行业主管部门', 'regulator')
  @Matches(/^[a-zA-Z]{2,40}$/)
  @Length(2, 40)
  department: string;

  @Field('处理情况', 'what was done')
  @IsIn(regulatorActions)
  action: (typeof regulatorActions)[number];

  /** The project file that is provided. */
  @Field('项目档案', 'project file')
  @IsOptional() @IsUUID()
  project?: string;

  @Field('答复内容', 'reply')
  @IsOptional() @Length(1, 2000)
  reply?: string;
}
