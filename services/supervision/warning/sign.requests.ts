import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsUUID, Length, Matches, ValidateNested } from 'class-validator';
import { dismissalGrounds, warningActions, warningResults } from '#libs/contracts/warning.events.js';
import { Fact } from '#libs/runtime/action.js';
import { Field } from '#libs/runtime/validation.js';
import type { StreamStep } from '../stream-door.js';
import { stepsIn } from '../stream-door.js';

/** Every step on a sign, by its path: `POST /v1/supervision/signs/{sign}/commands/{path}`. */
export const signSteps = new Map<string, StreamStep>();
const Step = stepsIn(signSteps);

export class WarnedBody {
  @Field('单位', 'body') @Length(1, 40) @Matches(/^[a-zA-Z]+$/) department: string;
  @Field('所在地', 'place') @Matches(/^\d{6}(\d{3})?$/) division: string;
}

@Step('发出预警', 'Raise an early warning', 'S-HN20 四(三) (P)', ['supervisor'], ['text'])
export class RaiseWarning extends Fact {
  /** The caller's own id: the same again warns nobody twice. */
  @Field('编号', 'id') @IsUUID() warning: string;
  @Field('被预警单位', 'bodies that are warned') @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => WarnedBody) bodies: WarnedBody[];
  @Field('提示内容', 'what to look at') @IsOptional() @Length(1, 500) text?: string;
}

@Step('答复预警', 'Answer the early warning', 'S-HN20 四(三) (P)', ['officer', 'inspector', 'supervisor'], ['answer'])
export class AnswerWarning extends Fact implements WarnedBody {
  @Field('单位', 'body') @Length(1, 40) @Matches(/^[a-zA-Z]+$/) department: string;
  @Field('所在地', 'place') @Matches(/^\d{6}(\d{3})?$/) division: string;
  @Field('采取的措施', 'what was done') @IsIn(warningActions) action: (typeof warningActions)[number];
  @Field('情况说明', 'account') @IsOptional() @Length(1, 500) answer?: string;
}

@Step('办结预警', 'Close the early warning', 'S-HN20 四(三) (P)', ['supervisor'], ['text'])
export class CloseWarning extends Fact {
  @Field('结果', 'result') @IsIn(warningResults) result: (typeof warningResults)[number];
  @Field('说明', 'remark') @IsOptional() @Length(1, 500) text?: string;
}

@Step('排除苗头', 'Dismiss the sign', 'P', ['supervisor'], ['reason'])
export class DismissSign extends Fact {
  @Field('理由', 'ground') @IsIn(dismissalGrounds) ground: (typeof dismissalGrounds)[number];
  @Field('说明', 'reason') @IsOptional() @Length(1, 500) reason?: string;
}
