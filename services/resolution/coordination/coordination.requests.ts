import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { explainedTopics } from '#libs/contracts/project.events.js';
import type { Day } from '#libs/contracts/time.js';
import { CaseAction } from '#libs/runtime/action.js';
import { Field, IsDay } from '#libs/runtime/validation.js';
import { OnOrder } from '../handover/handover.course.requests.js';
import { WORKERS_MAX } from '../wages-owed.request.js';

const desk = { service: 'resolution', stream: 'coordination', roles: ['coordinator'], ground: 'S-CQ24 (三)' } as const;

/** On the site and before any procedure. What was agreed is put on paper at the mediation desk. */
@CaseAction({ ...desk, zh: '现场先行调解', en: 'Mediate first, on the site' })
export class HoldFirstMediation extends OnOrder {
  @Field('达成一致', 'they agreed')
  @IsBoolean()
  agreed: boolean;
}

@CaseAction({ ...desk, zh: '跟进支付情况', en: 'Follow up the payment' })
export class FollowUpPayment extends OnOrder {
  @Field('支付情况', 'what was paid')
  @IsIn(['full', 'part', 'none'])
  paid: 'full' | 'part' | 'none';

  @Field('承诺支付的日期', 'promised by')
  @IsOptional() @IsDay()
  promisedBy?: Day;
}

@CaseAction({ ...desk, zh: '向工人说明政策', en: 'Explain the rules to the workers' })
export class ExplainRules extends OnOrder {
  @Field('听讲人数', 'number of workers')
  @IsInt() @Min(1) @Max(WORKERS_MAX)
  workers: number;

  @Field('内容', 'topics')
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(6) @IsIn(explainedTopics, { each: true })
  topics: (typeof explainedTopics)[number][];
}
