import { IsObject, IsOptional, IsString, Length } from 'class-validator';
import { CaseAction, Fact } from '#libs/runtime/action.js';

@CaseAction({ service: 'intake', stream: 'claim', roles: ['officer', 'worker', 'inspector', 'arbitrator', 'mediator', 'relief', 'legal-aid', 'supervisor'], zh: '补充材料', en: 'Supplement the claim', ground: 'BJ-REG 13; CHR 46', seal: ['text'] })
export class SupplementClaim extends Fact {
  /** By the keys of the fact catalogue; amounts in yuan, as at every door. */
  @IsOptional() @IsObject()
  facts: Record<string, unknown> = {};

  @IsOptional() @IsString() @Length(1, 5000)
  text?: string;
}

@CaseAction({ service: 'intake', stream: 'claim', roles: ['officer', 'worker', 'supervisor'], zh: '撤回诉求', en: 'Withdraw the claim', ground: 'LDMA 36' })
export class WithdrawClaim extends Fact {
  @IsString() @Length(1, 500)
  reason!: string;
}
