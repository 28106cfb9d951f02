import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, Length } from 'class-validator';
import { employerRecord } from '#libs/contracts/resolution.events.js';
import type { Day } from '#libs/contracts/time.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field, IsDay } from '#libs/runtime/validation.js';

const desk = { service: 'resolution', stream: 'inspection', roles: ['inspector'] } as const;

/** The order to correct (限期改正指令书); wages are ordered paid by a step of their own. */
@CaseAction({ ...desk, zh: '责令限期改正', en: 'Order to correct by a day', ground: 'LSR 18' })
export class OrderRectification extends Fact {
  @Field('改正事项', 'what is to be corrected')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @IsString({ each: true }) @Length(1, 200, { each: true })
  matters: string[];

  @Field('改正期限', 'last day to correct')
  @IsDay()
  dueOn: Day;
}

@CaseAction({ ...desk, zh: '记录已改正', en: 'Record that it was corrected', ground: 'LSR 18' })
export class RecordRectified extends Fact {
  /** Number of the paper that shows it. */
  @Field('证明材料编号', 'number of the proof')
  @Length(1, 200)
  proof: string;
}

@CaseAction({ ...desk, zh: '责令提供用工和工资资料', en: 'Demand the records of work and wages', ground: 'WPR 50; LDMA 6' })
export class DemandRecords extends Fact {
  @Field('资料', 'records')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5) @IsIn(employerRecord.options, { each: true })
  records: (typeof employerRecord.options)[number][];

  @Field('提供期限', 'last day to produce them')
  @IsDay()
  dueOn: Day;
}

@CaseAction({ ...desk, zh: '收到资料', en: 'Receive the records', ground: 'WPR 50' })
export class ReceiveRecords extends Fact {}

@CaseAction({ ...desk, zh: '认定用人单位承担不利后果', en: 'Hold it against the employer that it produced no records', ground: 'WPR 50; LDMA 6' })
export class MakeAdverseFinding extends Fact {}
