import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsString, Length, Max, Min } from 'class-validator';
import { procedure as procedures } from '#libs/contracts/resolution.events.js';
import type { Procedure } from '#libs/contracts/resolution.events.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field } from '#libs/runtime/validation.js';

const desk = { service: 'resolution', stream: 'handover', roles: ['officer', 'relief', 'legal-aid'] } as const;
const ORDERS_MAX = 99;

/** A step on one order of the case; 0 is the lead order. */
export class OnOrder extends Fact {
  @Field('子工单号', 'order')
  @IsInt() @Min(0) @Max(ORDERS_MAX)
  order: number;
}

/** A step of one procedure on an order. */
class OnProcedure extends OnOrder {
  @Field('程序', 'procedure')
  @IsIn(procedures.options)
  procedure: Procedure;
}

@CaseAction({ ...desk, zh: '书面不予受理', en: 'Refuse the application in writing', ground: '信访工作条例 22; 农村土地承包经营纠纷调解仲裁法 22; LAL 43' })
export class RefuseProcedure extends OnProcedure {
  @Field('理由和依据', 'ground')
  @Length(1, 500)
  ground: string;
}

@CaseAction({ ...desk, zh: '转送有权处理机关', en: 'Forward the matter to the competent body', ground: '信访工作条例 22, 23' })
export class ForwardProcedure extends OnProcedure {
  /** Key or name of the body. */
  @Field('接收机关', 'receiving body')
  @Length(1, 60)
  department: string;
}

@CaseAction({ ...desk, zh: '对转送提出异议', en: 'Object to the forwarding and return the matter', ground: '信访工作条例 23' })
export class ReturnProcedure extends OnProcedure {
  @Field('异议理由', 'ground of the objection')
  @Length(1, 500)
  ground: string;
}

@CaseAction({ ...desk, zh: '一次性告知补正材料', en: 'Ask once for all missing materials', ground: 'LAL 43' })
export class RequestMaterials extends OnProcedure {
  @Field('补正事项', 'missing materials')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(30) @IsString({ each: true }) @Length(1, 200, { each: true })
  gaps: string[];
}

@CaseAction({ ...desk, roles: ['worker', 'officer', 'relief', 'legal-aid'], zh: '收到补正材料', en: 'Receive the missing materials', ground: 'LAL 43' })
export class ReceiveMaterials extends OnProcedure {}

@CaseAction({ ...desk, roles: ['officer', 'relief', 'legal-aid', 'supervisor'], zh: '延长办理期限', en: 'Extend the time', ground: '信访工作条例 34; WII 17, 25; 农村土地承包经营纠纷调解仲裁法 47; 居住证暂行条例 9' })
export class ExtendProcedure extends OnProcedure {
  /** In the unit of the limit, at most what the law of the place allows. */
  @Field('延长天数', 'days of extension')
  @IsInt() @Min(1) @Max(365)
  days: number;

  @Field('理由', 'reason')
  @Length(1, 500)
  reason: string;

  /** Staff id of the head who approved it. */
  @Field('批准人', 'approved by')
  @Length(1, 60)
  approvedBy: string;
}

@CaseAction({ ...desk, zh: '中止办理', en: 'Suspend the procedure', ground: 'WII 20' })
export class SuspendProcedure extends OnProcedure {
  @Field('理由', 'reason')
  @Length(1, 500)
  reason: string;
}

@CaseAction({ ...desk, zh: '恢复办理', en: 'Resume the procedure', ground: 'WII 20' })
export class ResumeProcedure extends OnProcedure {}

@CaseAction({ ...desk, roles: ['worker', 'officer', 'relief', 'legal-aid'], zh: '记录起诉或申请复议', en: 'Record a suit or reconsideration against the result', ground: '农村土地承包经营纠纷调解仲裁法 48; LAL 49' })
export class ChallengeProcedure extends OnProcedure {
  @Field('途径', 'route')
  @IsIn(['lawsuit', 'reconsideration'])
  route: 'lawsuit' | 'reconsideration';
}
