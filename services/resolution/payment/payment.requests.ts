import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Length, Max, Min, ValidateNested } from 'class-validator';
import { moneySource, payer } from '#libs/contracts/resolution.events.js';
import type { Payer } from '#libs/contracts/resolution.events.js';
import type { Day } from '#libs/contracts/time.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field, IsDay } from '#libs/runtime/validation.js';
import { FEN_MAX, InstalmentOfWages, WORKERS_MAX, WagesOwed } from '../wages-owed.request.js';
import type { Source } from './payment.state.js';

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

  /** Where given, the instalments of each worker add up to what the worker is owed. */
  @Field('分期付款计划', 'payment plan')
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(WORKERS_MAX) @ValidateNested({ each: true }) @Type(() => InstalmentOfWages)
  plan?: InstalmentOfWages[];

  /** The employer where it is not said. */
  @Field('付款方', 'who pays')
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(payer.options.length) @IsIn(payer.options, { each: true })
  payers?: Payer[];
}

class Money extends Fact {
  /** Number of the worker in the claim: 1 is the person who filed. */
  @Field('劳动者编号', 'number of the worker')
  @IsInt() @Min(1) @Max(WORKERS_MAX)
  worker: number;

  /** Fen. */
  @Field('金额（分）', 'amount in fen')
  @IsInt() @Min(1) @Max(FEN_MAX)
  amount: number;

  @Field('款项来源', 'source of the money')
  @IsIn(moneySource.options)
  source: Source;

  /** Number of the bank slip or receipt; one slip is recorded once for each worker. */
  @Field('支付凭证号', 'number of the evidence')
  @Length(1, 200)
  evidence: string;

  /** Among those who may have to pay (WPR 16 to 37), where the source does not say it. */
  @Field('付款方', 'who paid')
  @IsOptional() @IsIn(payer.options)
  payer?: Payer;
}

@CaseAction({ ...desk, zh: '登记工资支付', en: 'Record wages paid', ground: 'WPR 11, 29, 30, 36, 63' })
export class RecordWagePaid extends Money {
  /** It is more than was owed, and came nevertheless. */
  @Field('确认超过应付金额', 'more than was owed')
  @IsOptional() @IsBoolean()
  beyondOwed?: boolean;
}

class Correction extends Fact {
  @Field('劳动者编号', 'number of the worker')
  @IsInt() @Min(1) @Max(WORKERS_MAX)
  worker: number;

  /** What is true; 0 where there was nothing. */
  @Field('正确金额（分）', 'right amount in fen')
  @IsInt() @Min(0) @Max(FEN_MAX)
  amount: number;

  @Field('更正理由', 'reason of the correction')
  @Length(1, 500)
  reason: string;
}

/** Lowers what the employer was recorded to owe by its own statement, and nothing that was agreed, ordered or awarded. */
@CaseAction({ ...desk, zh: '更正应付工资', en: 'Correct wages stated too high', ground: 'P', seal: ['reason'] })
export class CorrectWagesOwed extends Correction {}

class CorrectionOfSlip extends Correction {
  @Field('支付凭证号', 'number of the evidence')
  @Length(1, 200)
  evidence: string;
}

@CaseAction({ ...desk, zh: '更正工资支付记录', en: 'Correct a payment recorded wrongly', ground: 'P', seal: ['reason'] })
export class CorrectWagePaid extends CorrectionOfSlip {}

@CaseAction({ ...desk, zh: '更正工资代管记录', en: 'Correct wages recorded wrongly as kept', ground: 'P', seal: ['reason'] })
export class CorrectWagesHeld extends CorrectionOfSlip {}

@CaseAction({ ...desk, zh: '更正代管工资领取记录', en: 'Correct wages recorded wrongly as fetched', ground: 'P', seal: ['reason'] })
export class CorrectHeldWagesPaid extends CorrectionOfSlip {}

@CaseAction({ ...desk, zh: '登记代管工资', en: 'Record wages kept for a worker who cannot be found', ground: 'WPR 3; P' })
export class HoldWages extends Money {
  @Field('代管单位', 'who keeps the money')
  @Length(1, 100)
  holder: string;
}

@CaseAction({ ...desk, zh: '登记劳动者领取代管工资', en: 'Record that the worker has claimed wages kept', ground: 'WPR 3; P' })
export class PayHeldWages extends Fact {
  @Field('劳动者编号', 'number of the worker')
  @IsInt() @Min(1) @Max(WORKERS_MAX)
  worker: number;

  /** Fen. */
  @Field('金额（分）', 'amount in fen')
  @IsInt() @Min(1) @Max(FEN_MAX)
  amount: number;

  @Field('支付凭证号', 'number of the evidence')
  @Length(1, 200)
  evidence: string;
}
