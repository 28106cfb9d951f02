import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { mediationKind, mediationParty } from '#libs/contracts/resolution.events.js';
import type { Party } from '#libs/contracts/resolution.events.js';
import type { Day } from '#libs/contracts/time.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field, IsDay } from '#libs/runtime/validation.js';
import './mediation.agreement.requests.js';
import './mediation.sessions.requests.js';
import type { MediationKind } from './mediation.state.js';

const desk = { service: 'resolution', stream: 'mediation' } as const;
const BODIES_MAX = 10;

@CaseAction({ ...desk, roles: ['worker', 'officer', 'mediator', 'coordinator', 'legal-aid'], zh: '申请调解', en: 'Apply for mediation', ground: 'LDMA 10, 12; S-BJ25 六, 七; S-SH21 七' })
export class ApplyForMediation extends Fact {
  @Field('调解组织', 'mediation organisation')
  @Length(1, 100)
  organisation: string;

  /** Single where it is not said; joint: one stop with several bodies; roving: the organisation comes round. */
  @Field('调解方式', 'kind of mediation')
  @IsOptional() @IsIn(mediationKind.options)
  kind?: MediationKind;

  @Field('联合调解单位', 'bodies of the joint mediation')
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(BODIES_MAX) @IsString({ each: true }) @Length(1, 100, { each: true })
  bodies?: string[];

  @Field('巡回日期', 'day of the round')
  @IsOptional() @IsDay()
  roundOn?: Day;

  @Field('巡回地点', 'place of the round')
  @IsOptional() @Length(1, 100)
  roundPlace?: string;

  @Field('申请人', 'who applies')
  @IsOptional() @IsIn(['worker', 'employer', 'both'])
  applicant?: 'worker' | 'employer' | 'both';

  @Field('在线申请', 'applied for online')
  @IsOptional() @IsBoolean()
  online?: boolean;

  /** The worker's own wish; without it nobody is sent to arbitration. */
  @Field('调解不成即申请仲裁', 'arbitration should it fail')
  @IsOptional() @IsBoolean()
  thenArbitration?: boolean;
}

@CaseAction({ ...desk, roles: ['officer', 'mediator', 'coordinator'], zh: '登记联合调解单位是否参加', en: 'Record whether a body takes part in the joint mediation', ground: 'S-BJ25 七' })
export class AnswerJointMediation extends Fact {
  @Field('联合调解单位', 'body of the joint mediation')
  @Length(1, 100)
  body: string;

  @Field('参加', 'takes part')
  @IsBoolean()
  takesPart: boolean;
}

@CaseAction({ ...desk, roles: ['mediator'], zh: '开始调解', en: 'Start the mediation', ground: 'LDMA 11, 13' })
export class StartMediation extends Fact {
  /** Staff id of the mediator. */
  @Field('调解员', 'mediator')
  @Length(1, 60)
  mediator: string;

  /** The mediator's own declaration. */
  @Field('声明与本案无利害关系', 'declares no interest in the case')
  @IsOptional() @IsBoolean()
  noConflict?: boolean;
}

@CaseAction({ ...desk, roles: ['mediator', 'officer', 'supervisor'], zh: '更换调解员', en: 'Replace the mediator', ground: 'LDMA 11; P', seal: ['reason'] })
export class ReplaceMediator extends Fact {
  @Field('调解员', 'mediator')
  @Length(1, 60)
  mediator: string;

  @Field('声明与本案无利害关系', 'declares no interest in the case')
  @IsBoolean()
  noConflict: boolean;

  @Field('理由', 'reason')
  @IsOptional() @Length(1, 500)
  reason?: string;
}

@CaseAction({ ...desk, roles: ['mediator'], zh: '双方同意延长调解', en: 'Extend the mediation by consent of both', ground: 'LDMA 14; ZJ-ARB 10' })
export class ExtendMediation extends Fact {
  /** Calendar days. */
  @Field('延长天数', 'days of extension')
  @IsInt() @Min(1) @Max(30)
  days: number;

  @Field('双方同意', 'both parties agree')
  @IsBoolean()
  bothAgree: boolean;
}

@CaseAction({ ...desk, roles: ['mediator'], zh: '记录调解不成', en: 'Record that mediation failed', ground: 'LDMA 14' })
export class FailMediation extends Fact {
  @Field('理由', 'reason')
  @Length(1, 500)
  reason: string;

  /** The worker asks that the case go on to arbitration. */
  @Field('转入仲裁', 'go on to arbitration')
  @IsBoolean()
  wantsArbitration: boolean;
}

@CaseAction({ ...desk, roles: ['worker', 'mediator', 'officer'], zh: '退出调解', en: 'Withdraw from the mediation', ground: 'LDMA 3, 14' })
export class WithdrawFromMediation extends Fact {
  @Field('当事人', 'party')
  @IsIn(mediationParty.options)
  party: Party;
}

@CaseAction({ ...desk, roles: ['mediator'], zh: '出具调解不成证明', en: 'Certify that mediation failed', ground: 'LDMA 14' })
export class CertifyFailure extends Fact {
  @Field('交付', 'given to')
  @IsIn(['worker', 'employer', 'both'])
  to: 'worker' | 'employer' | 'both';
}

@CaseAction({ ...desk, roles: ['mediator', 'officer', 'inspector', 'arbitrator'], zh: '确认劳动关系', en: 'Confirm the labour relation', ground: 'S-BJ25 六; LDMA 2' })
export class ConfirmRelation extends Fact {}
