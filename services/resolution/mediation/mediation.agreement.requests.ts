import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Length, Max, Min, ValidateNested } from 'class-validator';
import { claimItem, mediationParty, payer } from '#libs/contracts/resolution.events.js';
import type { Party, Payer } from '#libs/contracts/resolution.events.js';
import type { Day } from '#libs/contracts/time.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field, IsDay } from '#libs/runtime/validation.js';
import { InstalmentOfWages, WORKERS_MAX, WagesOwed } from '../wages-owed.request.js';
import type { ClaimItem } from './mediation.state.js';

const desk = { service: 'resolution', stream: 'mediation' } as const;
/** A worker's items or instalments: a year's months and more. */
const PARTS_MAX = 20_000;

/** One item of what a worker gets. */
export class AgreedItem extends WagesOwed {
  @Field('项目', 'item')
  @IsIn(claimItem.options)
  kind: ClaimItem['kind'];
}

/** A worker of the case with whom nothing was agreed. */
export class UnsettledWorker {
  @Field('劳动者编号', 'number of the worker')
  @IsInt() @Min(1) @Max(WORKERS_MAX)
  worker: number;

  @Field('转入仲裁', 'go on to arbitration')
  @IsBoolean()
  wantsArbitration: boolean;
}

class Agreed extends Fact {
  /** Last day of voluntary performance. */
  @Field('履行期限', 'last day of performance')
  @IsDay()
  performBy: Day;

  @Field('应付明细', 'what each worker is owed')
  @IsArray() @ArrayMaxSize(WORKERS_MAX) @ValidateNested({ each: true }) @Type(() => WagesOwed)
  owed: WagesOwed[];

  /** Where given, they add up to what each worker is owed. */
  @Field('应付项目', 'items of what is owed')
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(PARTS_MAX) @ValidateNested({ each: true }) @Type(() => AgreedItem)
  items?: AgreedItem[];

  /** Where given, the instalments of each worker add up to what the worker is owed. */
  @Field('分期付款计划', 'payment plan')
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(PARTS_MAX) @ValidateNested({ each: true }) @Type(() => InstalmentOfWages)
  plan?: InstalmentOfWages[];

  /** A term that the parties agree on. */
  @Field('一期逾期则全部到期', 'one instalment missed makes the rest due')
  @IsOptional() @IsBoolean()
  acceleration?: boolean;

  /** The employer where it is not said. */
  @Field('付款方', 'who pays')
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(payer.options.length) @IsIn(payer.options, { each: true })
  payers?: Payer[];

  @Field('未达成协议的劳动者', 'workers with whom nothing was agreed')
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(WORKERS_MAX) @ValidateNested({ each: true }) @Type(() => UnsettledWorker)
  unsettled?: UnsettledWorker[];

  /** Confidential: kept sealed. */
  @Field('协议内容', 'text of the agreement')
  @IsOptional() @Length(1, 5000)
  text?: string;
}

@CaseAction({ ...desk, roles: ['mediator'], zh: '拟定调解协议', en: 'Draft the agreement', ground: 'LDMA 14', seal: ['text'] })
export class DraftAgreement extends Agreed {}

@CaseAction({ ...desk, roles: ['worker', 'mediator', 'officer'], zh: '签署调解协议', en: 'Sign the agreement', ground: 'LDMA 14; S-SH21 七' })
export class SignAgreement extends Fact {
  @Field('当事人', 'party')
  @IsIn(mediationParty.options)
  party: Party;

  /** Which of several workers signs; missing: their representative, for all of them. */
  @Field('劳动者编号', 'number of the worker')
  @IsOptional() @IsInt() @Min(1) @Max(WORKERS_MAX)
  worker?: number;

  @Field('签署方式', 'how it is signed')
  @IsIn(['paper', 'online'])
  means: 'paper' | 'online';
}

@CaseAction({ ...desk, roles: ['mediator'], zh: '登记调解协议', en: 'Record the agreement', ground: 'LDMA 14, 15', seal: ['text'] })
export class RecordAgreement extends Agreed {}

@CaseAction({ ...desk, roles: ['mediator', 'worker', 'arbitrator'], zh: '共同申请仲裁审查', en: 'Apply jointly for arbitral review', ground: '人社部发〔2022〕9号' })
export class ApplyForArbitralReview extends Fact {}

@CaseAction({ ...desk, roles: ['mediator', 'worker', 'officer'], zh: '共同申请司法确认', en: 'Apply jointly for judicial confirmation', ground: '人民调解法 33' })
export class ApplyForJudicialConfirmation extends Fact {}

class Verdict extends Fact {
  @Field('予以确认', 'confirmed')
  @IsBoolean()
  confirmed: boolean;

  @Field('不予确认的理由', 'ground of the refusal')
  @IsOptional() @Length(1, 500)
  ground?: string;
}

@CaseAction({ ...desk, roles: ['arbitrator'], zh: '登记仲裁审查结果', en: 'Record the result of the arbitral review', ground: '人社部发〔2022〕9号' })
export class DecideArbitralReview extends Verdict {}

@CaseAction({ ...desk, roles: ['mediator', 'officer', 'legal-aid'], zh: '登记司法确认结果', en: 'Record the result of the judicial confirmation', ground: '人民调解法 33' })
export class DecideJudicialConfirmation extends Verdict {}
