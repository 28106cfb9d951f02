import { IsBoolean, IsString, IsUUID, Length } from 'class-validator';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { IsInstant } from '#libs/runtime/validation.js';

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
}

@CaseAction({ service: 'supervision', stream: 'escalation', roles: ['supervisor'], zh: '督办销号', en: 'Delist from supervision', ground: '2020 winter action notice' })
export class DelistFromSupervision extends Fact {
  @IsBoolean()
  solved!: boolean;
}
