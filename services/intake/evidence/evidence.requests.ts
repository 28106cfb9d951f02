import { IsOptional, IsUUID, Length } from 'class-validator';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field } from '#libs/runtime/validation.js';

@CaseAction({ service: 'intake', stream: 'evidence', roles: ['officer', 'worker', 'inspector', 'arbitrator', 'mediator'], zh: '撤回证据', en: 'Withdraw a piece of evidence', ground: 'LDMA 39', seal: ['reason'] })
export class WithdrawEvidence extends Fact {
  @Field('证据编号', 'piece of evidence')
  @IsUUID()
  evidence: string;

  @Field('理由', 'reason')
  @Length(1, 500)
  reason: string;

  /** The piece that stands in its place. */
  @Field('替换为', 'replaced by')
  @IsOptional() @IsUUID()
  replacedBy?: string;
}
