import { IsBoolean, IsBooleanString, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { measures } from '#libs/contracts/supervision.events.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field, IsInstant } from '#libs/runtime/validation.js';

const ADDRESSED = ['officer', 'mediator', 'arbitrator', 'inspector', 'relief', 'legal-aid', 'supervisor'] as const;
const GROUND = 'P c. supervision ladder';

class OnEscalation extends Fact {
  @IsUUID()
  escalation!: string;
}

/** A rung that a person gives: to the head of the body that holds the order, or to one person by staff id. */
class Rung extends Fact {
  @IsInt() @Min(0) @Max(1000)
  order!: number;

  @Field('督办内容', 'what is asked')
  @IsString() @Length(1, 1000)
  text!: string;

  @Field('督办对象（工号）', 'addressee, by staff id')
  @IsOptional() @IsString() @Length(1, 60)
  to?: string;

  /** Where missing: as the pack has it, counted in working days. */
  @IsOptional() @IsInstant()
  answerDue?: string;
}

@CaseAction({ service: 'supervision', stream: 'escalation', roles: ['supervisor'], zh: '催办', en: 'Send a reminder', ground: GROUND, seal: ['text'] })
export class SendReminder extends Rung {}

@CaseAction({ service: 'supervision', stream: 'escalation', roles: ['supervisor'], zh: '发出督办函', en: 'Issue a written notice', ground: GROUND, seal: ['text'] })
export class IssueWrittenNotice extends Rung {}

@CaseAction({ service: 'supervision', stream: 'escalation', roles: ['supervisor'], zh: '约谈', en: 'Convene an interview', ground: GROUND, seal: ['text'] })
export class ConveneInterview extends Rung {}

@CaseAction({ service: 'supervision', stream: 'escalation', roles: ['supervisor'], zh: '通报批评', en: 'Issue a criticism', ground: GROUND, seal: ['text'] })
export class IssueCriticism extends Rung {}

@CaseAction({ service: 'supervision', stream: 'escalation', roles: ['supervisor'], zh: '记录约谈', en: 'Record the interview', ground: GROUND, seal: ['record'] })
export class RecordInterview extends OnEscalation {
  @Field('被约谈人到场', 'whether who was called in came')
  @IsBoolean()
  attended!: boolean;

  @Field('约谈记录', 'record of the interview')
  @IsOptional() @IsString() @Length(1, 4000)
  record?: string;
}

@CaseAction({ service: 'supervision', stream: 'escalation', roles: ADDRESSED, zh: '签收督办', en: 'Acknowledge the escalation', ground: GROUND })
export class AcknowledgeEscalation extends OnEscalation {}

@CaseAction({ service: 'supervision', stream: 'escalation', roles: ADDRESSED, zh: '答复督办', en: 'Answer the escalation', ground: GROUND, seal: ['answer'] })
export class AnswerEscalation extends OnEscalation {
  @IsString() @Length(1, 500)
  answer!: string;
}

@CaseAction({ service: 'supervision', stream: 'escalation', roles: ['supervisor'], zh: '挂牌督办', en: 'List for supervision', ground: 'S-BJ25 七', seal: ['reason'] })
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

/** What a list of escalations may be narrowed by. Without anything: all that are not settled in the caller's divisions, the first due first. */
export class EscalationsQuery {
  /** `listedSupervision`: cases that are listed by name. */
  @IsOptional() @IsIn([...measures, 'listedSupervision']) measure?: string;
  /** A clock's id, `ownerless`, `noMovement`, `returnedTwice`, `byHand` or `listed`. */
  @IsOptional() @IsString() @Length(1, 40) kind?: string;
  /** `mine`: I am addressed; `given`: given by hand by an office of my divisions. */
  @IsOptional() @IsIn(['mine', 'given']) side?: 'mine' | 'given';
  @IsOptional() @IsIn(['holder', 'unitHead', 'divisionSupervisor', 'superiorSupervisor', 'named']) addressee?: string;
  @IsOptional() @IsBooleanString() unanswered?: string;
  /** An answer was due, and has not come. */
  @IsOptional() @IsBooleanString() overdue?: string;
  @IsOptional() @IsString() @Length(1, 40) division?: string;
  @IsOptional() @IsString() @Length(1, 200) cursor?: string;
  @IsOptional() @Matches(/^([1-9]\d{0,1}|[1-4]\d\d|500)$/) limit?: string;
}
