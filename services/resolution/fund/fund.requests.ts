import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, Length, Max, Min, ValidateNested } from 'class-validator';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field } from '#libs/runtime/validation.js';
import { FEN_MAX, WORKERS_MAX, WagesOwed } from '../wages-owed.request.js';

const desk = { service: 'resolution', stream: 'fund', roles: ['officer', 'inspector'] } as const;
/** Who applies does not decide. */
const head = { service: 'resolution', stream: 'fund', roles: ['supervisor'] } as const;

@CaseAction({ ...desk, zh: '申请动用应急周转金', en: 'Apply to the emergency fund', ground: 'WPR 63' })
export class ApplyForFund extends Fact {
  /** `unable`: the employer cannot pay for the time being. */
  @Field('事由', 'ground')
  @IsIn(['unable', 'absconded'])
  ground: 'unable' | 'absconded';

  /** Part of the wages or the cost of living, worker by worker. */
  @Field('申请垫付明细', 'what is asked for each worker')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(WORKERS_MAX) @ValidateNested({ each: true }) @Type(() => WagesOwed)
  asked: WagesOwed[];
}

@CaseAction({ ...head, zh: '批准动用应急周转金', en: 'Approve an advance from the emergency fund', ground: 'WPR 63' })
export class ApproveFund extends Fact {
  @Field('批准垫付明细', 'what is approved for each worker')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(WORKERS_MAX) @ValidateNested({ each: true }) @Type(() => WagesOwed)
  approved: WagesOwed[];

  /** Staff id of the head. */
  @Field('批准人', 'approved by')
  @Length(1, 60)
  approvedBy: string;
}

@CaseAction({ ...head, zh: '不批准动用应急周转金', en: 'Decline the application to the emergency fund', ground: 'WPR 63' })
export class DeclineFund extends Fact {
  @Field('理由', 'reason')
  @Length(1, 500)
  reason: string;
}

@CaseAction({ ...desk, zh: '垫付工资', en: 'Advance wages from the emergency fund', ground: 'WPR 63' })
export class AdvanceFromFund extends Fact {
  /** Number of the worker in the claim: 1 is the person who filed. */
  @Field('劳动者编号', 'number of the worker')
  @IsInt() @Min(1) @Max(WORKERS_MAX)
  worker: number;

  @Field('金额（分）', 'amount in fen')
  @IsInt() @Min(1) @Max(FEN_MAX)
  amount: number;

  /** Of the transfer to the worker. */
  @Field('支付凭证号', 'number of the evidence')
  @Length(1, 200)
  evidence: string;
}

@CaseAction({ ...desk, zh: '向用人单位追偿', en: 'Claim the advance back from the employer', ground: 'WPR 63' })
export class ClaimRecourse extends Fact {
  @Field('追偿金额（分）', 'amount claimed, in fen')
  @IsInt() @Min(1) @Max(FEN_MAX)
  amount: number;
}

@CaseAction({ ...desk, zh: '登记收回追偿款', en: 'Record what the employer paid back', ground: 'WPR 63' })
export class RecordRecourse extends Fact {
  @Field('金额（分）', 'amount in fen')
  @IsInt() @Min(1) @Max(FEN_MAX)
  amount: number;

  @Field('入账凭证号', 'number of the evidence')
  @Length(1, 200)
  evidence: string;
}
