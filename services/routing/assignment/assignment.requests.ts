import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Length, Max, Min, IsIn } from 'class-validator';
import { CaseAction, Fact } from '#libs/runtime/action.js';

const KINDS = ['consult', 'help', 'complaint', 'report', 'suggestion'];

/** A step on one order of the case; order 0 is the lead order. */
class OnOrder extends Fact {
  @IsOptional() @IsInt() @Min(0) @Max(99)
  order: number = 0;
}

class ToUnit extends OnOrder {
  /** Code of the body that shall hold the order. */
  @IsString() @Length(2, 40)
  department!: string;

  /** Division of that body; the one that holds it now where missing. */
  @IsOptional() @IsString() @Length(1, 40)
  division?: string;
}

@CaseAction({ service: 'routing', stream: 'assignment', roles: ['officer', 'mediator', 'arbitrator', 'inspector', 'relief', 'legal-aid'], hand: 'holder', zh: '签收', en: 'Sign for the order', ground: 'BJ-REG 14' })
export class SignOrder extends OnOrder {}

@CaseAction({ service: 'routing', stream: 'assignment', roles: ['officer', 'supervisor'], hand: 'holder', zh: '指定经办人', en: 'Name the officer in charge', ground: 'BJ-REG 14' })
export class NameOfficer extends OnOrder {
  @IsString() @Length(1, 80)
  officer!: string;

  /** Why, where another officer has the order already. */
  @IsOptional() @IsString() @Length(1, 500)
  reason?: string;
}

@CaseAction({ service: 'routing', stream: 'assignment', roles: ['officer', 'mediator', 'arbitrator', 'inspector', 'relief', 'legal-aid'], hand: 'holder', zh: '退单申请', en: 'Object to the dispatch', ground: 'BJ-REG 12' })
export class ObjectToDispatch extends OnOrder {
  /** Provision that makes another body competent. */
  @IsString() @Length(1, 200)
  ground!: string;

  @IsString() @Length(1, 500)
  reason!: string;
}

@CaseAction({ service: 'routing', stream: 'assignment', roles: ['supervisor', 'officer'], hand: 'sender', zh: '维持派单', en: 'Maintain the dispatch', ground: 'BJ-REG 12' })
export class MaintainDispatch extends OnOrder {
  @IsString() @Length(1, 200)
  ground!: string;

  @IsString() @Length(1, 500)
  reason!: string;
}

@CaseAction({ service: 'routing', stream: 'assignment', roles: ['supervisor', 'officer'], hand: 'sender', zh: '改派', en: 'Re-dispatch the order', ground: 'BJ-REG 12' })
export class RedispatchOrder extends ToUnit {
  @IsString() @Length(1, 200)
  ground!: string;

  @IsString() @Length(1, 500)
  reason!: string;
}

@CaseAction({ service: 'routing', stream: 'assignment', roles: ['supervisor', 'officer'], hand: 'superior', zh: '指定承办单位', en: 'Designate the body', ground: 'LSR 13' })
export class DesignateBody extends ToUnit {
  @IsString() @Length(1, 200)
  ground!: string;

  @IsString() @Length(1, 500)
  reason!: string;
}

@CaseAction({ service: 'routing', stream: 'assignment', roles: ['supervisor', 'officer'], zh: '人工改定分派', en: 'Override the routing', ground: '个人信息保护法 24' })
export class OverrideRouting extends ToUnit {
  @IsOptional() @IsArray() @ArrayMaxSize(12) @IsString({ each: true }) @Length(2, 40, { each: true })
  assist: string[] = [];

  @IsString() @Length(1, 500)
  reason!: string;
}

@CaseAction({ service: 'routing', stream: 'assignment', roles: ['supervisor', 'officer', 'inspector'], zh: '移交异地', en: 'Transfer to another division', ground: 'LSR 13' })
export class TransferOrder extends OnOrder {
  @IsOptional() @IsString() @Length(2, 40)
  department?: string;

  @IsString() @Length(1, 40)
  division!: string;

  @IsString() @Length(1, 200)
  ground!: string;
}

@CaseAction({ service: 'routing', stream: 'assignment', roles: ['officer', 'inspector', 'arbitrator', 'supervisor'], hand: 'holder', zh: '接收异地移交', en: 'Accept the transfer', ground: 'WPR 10' })
export class AcceptTransfer extends OnOrder {}

@CaseAction({ service: 'routing', stream: 'assignment', roles: ['officer', 'inspector', 'arbitrator', 'supervisor'], hand: 'holder', zh: '退回异地移交', en: 'Return the transfer', ground: 'LSR 13' })
export class ReturnTransfer extends OnOrder {
  /** Provision by which this place is not competent. */
  @IsString() @Length(1, 200)
  ground!: string;

  @IsString() @Length(1, 500)
  reason!: string;
}

@CaseAction({ service: 'routing', stream: 'assignment', roles: ['officer', 'supervisor'], zh: '拆分子工单', en: 'Split off a child order', ground: 'P c.1 step 7' })
export class SplitOrder extends ToUnit {
  @IsString() @Length(1, 40)
  matter!: string;

  @IsIn(KINDS)
  kind!: string;

  @IsString() @Length(2, 3)
  category!: string;

  @IsString() @Length(1, 500)
  reason!: string;
}
