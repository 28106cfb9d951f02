import { IsBoolean, IsIn, IsInt, IsOptional, Length, Max, Min } from 'class-validator';
import type { Day } from '#libs/contracts/time.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field, IsDay } from '#libs/runtime/validation.js';
import { FEN_MAX } from '../wages-owed.request.js';

const desk = { service: 'resolution', stream: 'inspection', roles: ['inspector'] } as const;
const head = { service: 'resolution', stream: 'inspection', roles: ['inspector', 'supervisor'] } as const;
const decisions = ['handling', 'penalty'] as const;

@CaseAction({ ...desk, zh: '当事人不在场时宣告决定', en: 'Announce a decision to an absent party', ground: '行政处罚法 61' })
export class AnnounceDecision extends Fact {
  @Field('决定种类', 'kind of decision')
  @IsIn(decisions)
  decision: 'handling' | 'penalty';
}

@CaseAction({ ...desk, zh: '送达决定书', en: 'Serve the decision', ground: '行政处罚法 61, 85' })
export class ServeDecision extends Fact {
  @Field('决定种类', 'kind of decision')
  @IsIn(decisions)
  decision: 'handling' | 'penalty';
}

@CaseAction({ ...desk, zh: '告知拟列入失信联合惩戒名单', en: 'Notify the employer of the listing intended', ground: 'BL 5, 6' })
export class NotifySanctionListing extends Fact {}

@CaseAction({ ...desk, zh: '记录对列入失信名单的异议', en: 'Record the employer’s objection to the listing', ground: 'BL 6' })
export class ObjectToSanctionListing extends Fact {
  @Field('异议理由', 'ground of the objection')
  @Length(1, 500)
  ground: string;
}

@CaseAction({ ...head, zh: '延长列入决定期限', en: 'Extend the time to decide on the listing', ground: 'BL 8' })
export class ExtendSanctionListing extends Fact {
  /** Working days, at most what the law of the place allows. */
  @Field('延长天数', 'days of extension')
  @IsInt() @Min(1) @Max(365)
  days: number;

  /** Staff id of the head who approved it. */
  @Field('批准人', 'approved by')
  @Length(1, 60)
  approvedBy: string;
}

@CaseAction({ ...head, zh: '列入失信联合惩戒名单', en: 'Put the employer on the joint-sanction list', ground: 'BL 5, 8' })
export class ListForSanctions extends Fact {}

@CaseAction({ ...head, zh: '决定不列入失信名单', en: 'Decide against the listing', ground: 'BL 8' })
export class DeclineSanctionListing extends Fact {
  @Field('理由', 'reason')
  @Length(1, 500)
  reason: string;
}

@CaseAction({ ...head, zh: '移出失信联合惩戒名单', en: 'Take the employer off the joint-sanction list', ground: 'BL' })
export class RemoveFromSanctionList extends Fact {
  @Field('移出原因', 'ground of the removal')
  @IsIn(['termEnded', 'early', 'revoked'])
  ground: 'termEnded' | 'early' | 'revoked';

  /** For an early removal: when the wrong had been made good. */
  @Field('改正日', 'day of the correction')
  @IsOptional() @IsDay()
  correctedOn?: Day;

  /** For an early removal: the employer promised in writing. */
  @Field('已书面承诺', 'promised in writing')
  @IsOptional() @IsBoolean()
  promised?: boolean;
}

@CaseAction({ ...desk, zh: '认定重大劳动保障违法行为', en: 'Find a major violation', ground: '人社部令第29号' })
export class FindMajorViolation extends Fact {
  /** `local`: county and city, quarterly. `provincial`: province and ministry, half-yearly. */
  @Field('公布层级', 'level of the publication')
  @IsIn(['local', 'provincial'])
  publishing: 'local' | 'provincial';
}

@CaseAction({ ...desk, zh: '社会公布重大违法行为', en: 'Publish the major violation', ground: '人社部令第29号' })
export class PublishViolation extends Fact {}

@CaseAction({ ...desk, zh: '通知银行支付工资保证金', en: 'Notify the bank to pay from the wage deposit', ground: '人社部发〔2021〕65号; WPR 32' })
export class CallDeposit extends Fact {
  /** Fen. */
  @Field('金额（分）', 'amount in fen')
  @IsInt() @Min(1) @Max(FEN_MAX)
  amount: number;
}

@CaseAction({ ...desk, zh: '记录工资保证金已支付', en: 'Record that the bank paid from the deposit', ground: '人社部发〔2021〕65号' })
export class RecordDepositUsed extends Fact {}

@CaseAction({ ...desk, zh: '记录工资保证金已补足', en: 'Record that the deposit was refilled', ground: '人社部发〔2021〕65号' })
export class RecordDepositRefilled extends Fact {}

@CaseAction({ ...desk, zh: '公示专户销户', en: 'Put the closing of the wage account under public notice', ground: 'WPR 27' })
export class AnnounceAccountClosure extends Fact {}

@CaseAction({ ...desk, zh: '注销工资专用账户', en: 'Close the wage account', ground: 'WPR 27' })
export class CloseWageAccount extends Fact {}
