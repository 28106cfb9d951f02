import { IsBoolean, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field, IsInstant } from '#libs/runtime/validation.js';

@CaseAction({ service: 'supervision', stream: 'escalation', roles: ['officer', 'mediator', 'arbitrator', 'inspector', 'relief', 'legal-aid', 'supervisor'], zh: '答复督办', en: 'Answer the escalation', ground: 'P c. supervision ladder' })
export class AnswerEscalation extends Fact {
  @IsUUID()
  escalation!: string;

  @IsString() @Length(1, 500)
  answer!: string;
}

@CaseAction({ service: 'supervision', stream: 'escalation', roles: ['supervisor'], zh: '挂牌督办', en: 'List for supervision', ground: 'S-BJ25 七' })
export class ListForSupervision extends Fact {
  @IsString() @Length(1, 500)
  reason!: string;

  @IsInstant()
  answerDue!: string;

  /** Staff id of the head who answers for it. */
  @Field('督办负责人', 'head who answers for it')
  @IsOptional() @IsString() @Length(1, 60)
  head?: string;
}

@CaseAction({ service: 'supervision', stream: 'escalation', roles: ['arbitrator', 'inspector', 'officer', 'supervisor'], zh: '答复挂牌督办', en: 'Answer the listed supervision', ground: 'S-BJ25 七', seal: ['answer'] })
export class AnswerSupervision extends Fact {
  @Field('办理情况', 'answer')
  @IsString() @Length(1, 1000)
  answer!: string;
}

@CaseAction({ service: 'supervision', stream: 'escalation', roles: ['supervisor'], zh: '督办销号', en: 'Delist from supervision', ground: '2020 winter action notice' })
export class DelistFromSupervision extends Fact {
  @IsBoolean()
  solved!: boolean;
}
