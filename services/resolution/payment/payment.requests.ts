import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, Length, Max, Min, ValidateNested } from 'class-validator';
import type { Day } from '#libs/contracts/time.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field, IsDay } from '#libs/runtime/validation.js';
import { FEN_MAX, WORKERS_MAX, WagesOwed } from '../wages-owed.request.js';

const desk = { service: 'resolution', stream: 'payment', roles: ['officer', 'inspector', 'arbitrator', 'mediator', 'coordinator'] } as const;

@CaseAction({ ...desk, zh: '登记用人单位承认并承诺支付的款项', en: 'State what the employer admits and promises to pay', ground: 'WPR 3; LSR 26' })
export class StateWagesOwed extends Fact {
  /** Day by which it was promised. */
  @Field('履行期限', 'last day of performance')
  @IsDay()
  performBy: Day;

  @Field('应付明细', 'what each worker is owed')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(WORKERS_MAX) @ValidateNested({ each: true }) @Type(() => WagesOwed)
  owed: WagesOwed[];
}

@CaseAction({ ...desk, zh: '登记工资支付', en: 'Record wages paid', ground: 'WPR 11, 30, 63' })
export class RecordWagePaid extends Fact {
  /** Number of the worker in the claim: 1 is the person who filed. */
  @Field('劳动者编号', 'number of the worker')
  @IsInt() @Min(1) @Max(WORKERS_MAX)
  worker: number;

  /** Fen. */
  @Field('金额（分）', 'amount in fen')
  @IsInt() @Min(1) @Max(FEN_MAX)
  amount: number;

  @Field('款项来源', 'source of the money')
  @IsIn(['employer', 'generalContractor', 'projectOwner', 'deposit', 'emergencyFund', 'court'])
  source: 'employer' | 'generalContractor' | 'projectOwner' | 'deposit' | 'emergencyFund' | 'court';

  /** Number of the bank slip or receipt; one slip is recorded once for each worker. */
  @Field('支付凭证号', 'number of the evidence')
  @Length(1, 200)
  evidence: string;
}
