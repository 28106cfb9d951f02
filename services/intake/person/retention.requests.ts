import { IsString, Length } from 'class-validator';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { Field } from '#libs/runtime/validation.js';

const ground = '个人信息保护法 47; 档案法实施条例 24';

@CaseAction({ service: 'intake', stream: 'retention', roles: ['supervisor'], zh: '保全案卷', en: 'Hold the file', ground })
export class PlaceHold extends Fact {
  @Field('保全事由', 'why the file must stay as it is')
  @IsString() @Length(4, 300)
  reason: string;
}

@CaseAction({ service: 'intake', stream: 'retention', roles: ['supervisor'], zh: '解除案卷保全', en: 'Lift the hold', ground })
export class LiftHold extends Fact {
  @Field('解除事由', 'why the file need not stay any longer')
  @IsString() @Length(4, 300)
  reason: string;
}
