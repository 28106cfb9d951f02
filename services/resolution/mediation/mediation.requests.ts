import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, Length, Max, Min, ValidateNested } from 'class-validator';
import type { Day } from '#libs/contracts/time.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field, IsDay } from '#libs/runtime/validation.js';
import { WORKERS_MAX, WagesOwed } from '../wages-owed.request.js';

const desk = { service: 'resolution', stream: 'mediation' } as const;

@CaseAction({ ...desk, roles: ['worker', 'officer', 'mediator', 'coordinator', 'legal-aid'], zh: '申请调解', en: 'Apply for mediation', ground: 'LDMA 10, 12' })
export class ApplyForMediation extends Fact {
  @Field('调解组织', 'mediation organisation')
  @Length(1, 100)
  organisation: string;
}

@CaseAction({ ...desk, roles: ['mediator'], zh: '开始调解', en: 'Start the mediation', ground: 'LDMA 13' })
export class StartMediation extends Fact {
  /** Staff id of the mediator. */
  @Field('调解员', 'mediator')
  @Length(1, 60)
  mediator: string;
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

@CaseAction({ ...desk, roles: ['mediator'], zh: '登记调解协议', en: 'Record the agreement', ground: 'LDMA 14, 15' })
export class RecordAgreement extends Fact {
  /** Last day of voluntary performance. */
  @Field('履行期限', 'last day of performance')
  @IsDay()
  performBy: Day;

  @Field('应付明细', 'what each worker is owed')
  @IsArray() @ArrayMaxSize(WORKERS_MAX) @ValidateNested({ each: true }) @Type(() => WagesOwed)
  owed: WagesOwed[];
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

@CaseAction({ ...desk, roles: ['mediator', 'worker', 'arbitrator'], zh: '共同申请仲裁审查', en: 'Apply jointly for arbitral review', ground: '人社部发〔2022〕9号' })
export class ApplyForArbitralReview extends Fact {}

@CaseAction({ ...desk, roles: ['mediator', 'worker', 'officer'], zh: '共同申请司法确认', en: 'Apply jointly for judicial confirmation', ground: '人民调解法 33' })
export class ApplyForJudicialConfirmation extends Fact {}

@CaseAction({ ...desk, roles: ['mediator', 'officer', 'inspector', 'arbitrator'], zh: '确认劳动关系', en: 'Confirm the labour relation', ground: 'S-BJ25 六; LDMA 2' })
export class ConfirmRelation extends Fact {}
