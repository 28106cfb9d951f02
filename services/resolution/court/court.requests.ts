import { IsIn, IsOptional, Length } from 'class-validator';
import type { z } from 'zod';
import { enforceableTitle } from '#libs/contracts/resolution.events.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field } from '#libs/runtime/validation.js';

const desk = { service: 'resolution', stream: 'court', roles: ['worker', 'officer', 'legal-aid', 'coordinator'] } as const;
/** What the court did is recorded by staff, not by the party. */
const record = { service: 'resolution', stream: 'court', roles: ['officer', 'legal-aid', 'coordinator'] } as const;

@CaseAction({ ...desk, zh: '申请支付令', en: 'Apply for a payment order', ground: 'LDMA 16; CPL 225' })
export class ApplyForPaymentOrder extends Fact {}

@CaseAction({ ...record, zh: '支付令申请已受理', en: 'Record that the court accepted the application', ground: 'CPL 226' })
export class AcceptPaymentOrder extends Fact {}

@CaseAction({ ...record, zh: '支付令已发出', en: 'Record that the court issued the payment order', ground: 'CPL 227' })
export class IssuePaymentOrder extends Fact {}

@CaseAction({ ...record, zh: '债务人已收支付令', en: 'Record that the debtor received the payment order', ground: 'CPL 227' })
export class ServePaymentOrder extends Fact {}

@CaseAction({ ...record, zh: '支付令失效', en: 'Record that the payment order lapsed', ground: 'CPL 228; SPC1 13' })
export class LapsePaymentOrder extends Fact {
  @Field('理由', 'reason')
  @Length(1, 500)
  reason: string;
}

@CaseAction({ ...desk, zh: '申请强制执行', en: 'Apply for enforcement', ground: 'LDMA 51; CPL 250' })
export class ApplyForEnforcement extends Fact {
  /** The paper that is enforced, where it was not made on this case. */
  @Field('执行依据', 'title to enforce')
  @IsOptional() @IsIn(enforceableTitle.options)
  title?: z.infer<typeof enforceableTitle>;
}

@CaseAction({ ...record, zh: '终结本次执行', en: 'Record that this enforcement was terminated', ground: 'CPL 250' })
export class TerminateEnforcement extends Fact {}
