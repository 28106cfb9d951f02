import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, Length } from 'class-validator';
import { mediationParty } from '#libs/contracts/resolution.events.js';
import type { Party } from '#libs/contracts/resolution.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field, IsInstant } from '#libs/runtime/validation.js';
import type { InvitationAnswer, InvitationMeans } from './mediation.state.js';

const desk = { service: 'resolution', stream: 'mediation' } as const;

@CaseAction({ ...desk, roles: ['mediator', 'officer', 'coordinator'], zh: '邀请当事人参加调解', en: 'Invite a party to the mediation', ground: 'LDMA 13; P', seal: ['proof'] })
export class InviteParty extends Fact {
  @Field('当事人', 'party')
  @IsIn(mediationParty.options)
  party: Party;

  @Field('邀请方式', 'means')
  @IsIn(['phone', 'message', 'mail', 'inPerson', 'online', 'posted'])
  means: InvitationMeans;

  /** What shows that the invitation was made: a recording, a receipt, a signature. */
  @Field('凭证', 'proof')
  @Length(1, 200)
  proof: string;
}

@CaseAction({ ...desk, roles: ['worker', 'mediator', 'officer', 'coordinator'], zh: '登记对调解邀请的答复', en: 'Record the answer to an invitation', ground: 'LDMA 3, 13' })
export class AnswerInvitation extends Fact {
  @Field('当事人', 'party')
  @IsIn(mediationParty.options)
  party: Party;

  @Field('答复', 'answer')
  @IsIn(['attends', 'declines', 'notReached'])
  answer: InvitationAnswer;
}

@CaseAction({ ...desk, roles: ['mediator', 'officer', 'coordinator'], zh: '安排调解', en: 'Schedule a session', ground: 'LDMA 13; S-SH21 七' })
export class ScheduleSession extends Fact {
  @Field('开始时间', 'when it begins')
  @IsInstant()
  startsAt: Instant;

  @Field('形式', 'form')
  @IsIn(['onSite', 'online'])
  mode: 'onSite' | 'online';

  @Field('地点', 'place')
  @IsOptional() @Length(1, 100)
  place?: string;
}

@CaseAction({ ...desk, roles: ['worker', 'mediator'], zh: '在线参加调解', en: 'Join the session online', ground: 'S-SH21 七' })
export class JoinSessionOnline extends Fact {
  @Field('当事人', 'party')
  @IsIn(mediationParty.options)
  party: Party;
}

@CaseAction({ ...desk, roles: ['mediator'], zh: '登记调解过程', en: 'Record the session held', ground: 'LDMA 13', seal: ['minutes'] })
export class HoldSession extends Fact {
  /** Whoever joined online is there already. */
  @Field('到场当事人', 'parties who came')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(mediationParty.options.length) @IsIn(mediationParty.options, { each: true })
  attended: Party[];

  @Field('调解笔录', 'minutes')
  @IsOptional() @Length(1, 5000)
  minutes?: string;
}

@CaseAction({ ...desk, roles: ['mediator', 'officer', 'coordinator'], zh: '调解改期', en: 'Adjourn the session', ground: 'P', seal: ['reason'] })
export class AdjournSession extends Fact {
  @Field('理由', 'reason')
  @Length(1, 500)
  reason: string;
}

@CaseAction({ ...desk, roles: ['mediator'], zh: '登记当事人未参加', en: 'Record that a party stayed away', ground: 'LDMA 13, 14; P' })
export class RecordNoShow extends Fact {
  @Field('当事人', 'party')
  @IsIn(mediationParty.options)
  party: Party;
}
