import { IsOptional, Length, Matches } from 'class-validator';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field } from '#libs/runtime/validation.js';
import { OnOrder } from './handover.course.requests.js';

const desk = { service: 'resolution', stream: 'handover' } as const;
const assisting = ['officer', 'mediator', 'inspector', 'coordinator', 'relief', 'legal-aid'] as const;

/** A step of one body that was asked to help. */
class OnAssistance extends OnOrder {
  /** Key of the body, as the request named it. */
  @Field('协办单位', 'assisting body')
  @Length(1, 60)
  department: string;

  @Field('协办单位所在地', 'division of the assisting body')
  @Matches(/^\d{2,12}$/) @Length(2, 12)
  division: string;
}

@CaseAction({ ...desk, roles: assisting, zh: '协办单位接收', en: 'Take up the assistance', ground: 'BJ-REG 14; P HOT-ASSIST' })
export class AcceptAssistance extends OnAssistance {}

@CaseAction({ ...desk, roles: assisting, zh: '协办单位反馈', en: 'Contribute the assistance', ground: 'BJ-REG 14; P HOT-ASSIST', seal: ['note'] })
export class ContributeAssistance extends OnAssistance {
  /** What the body found or did. */
  @Field('协办情况', 'what was contributed')
  @IsOptional() @Length(1, 2000)
  note?: string;
}

@CaseAction({ ...desk, roles: assisting, zh: '说明不能协办', en: 'Decline the assistance', ground: 'BJ-REG 14; P HOT-ASSIST' })
export class DeclineAssistance extends OnAssistance {
  @Field('理由和依据', 'ground')
  @Length(1, 500)
  ground: string;
}

const answering = ['worker', 'officer', 'relief', 'legal-aid', 'supervisor'] as const;

class OnOffer extends Fact {
  /** The rule that offers it, as the case shows it: `legalAidExempt`. */
  @Field('可享事项', 'what was offered')
  @Length(1, 60)
  offer: string;
}

@CaseAction({ ...desk, roles: answering, zh: '接受可享事项', en: 'Accept what was offered', ground: 'LAL 42; WPR 63; SAR 47' })
export class AcceptOffer extends OnOffer {}

@CaseAction({ ...desk, roles: answering, zh: '谢绝可享事项', en: 'Decline what was offered', ground: 'LAL 42; WPR 63; SAR 47' })
export class DeclineOffer extends OnOffer {}
