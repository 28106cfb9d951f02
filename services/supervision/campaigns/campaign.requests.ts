import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsBooleanString, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { campaignKinds, fundings } from '#libs/contracts/campaign.events.js';
import type { CampaignKind, Funding } from '#libs/contracts/campaign.events.js';
import type { Day } from '#libs/contracts/time.js';
import { categories } from '#libs/policy/matters.js';
import { Fact } from '#libs/runtime/action.js';
import type { FieldSchema } from '#libs/runtime/validation.js';
import { Field, fieldsOf, IsDay, IsDivision } from '#libs/runtime/validation.js';

const COUNT_MAX = 1_000_000;
const POSITION = /^\d{1,18}$/;

/** Which cases enter: all conditions that are given must hold. */
export class EntryRuleGiven {
  @Field('诉求类别', 'categories') @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @IsIn(Object.keys(categories), { each: true }) categories?: string[];
  /** Beginnings of GB/T 4754 codes: `E` for all construction. */
  @Field('行业代码开头', 'beginnings of sector codes') @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @IsString({ each: true }) @Matches(/^[A-T]\d{0,4}$/, { each: true }) sectors?: string[];
  @Field('项目资金来源', 'funding of the project') @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(4) @IsIn(fundings, { each: true }) fundings?: Funding[];
  @Field('欠薪发生年度', 'year of the arrears') @IsOptional() @IsInt() @Min(2000) @Max(2199) arrearsYear?: number;
  @Field('收到不早于', 'received from') @IsOptional() @IsDay() receivedFrom?: Day;
  @Field('收到不晚于', 'received to') @IsOptional() @IsDay() receivedTo?: Day;
  @Field('仅限已查实', 'verified only') @IsOptional() @IsBoolean() verified?: boolean;
  @Field('集体案件', 'collective') @IsOptional() @IsBoolean() collective?: boolean;
  /** What keeps a case open: wages unpaid, as is usual, or that it is not closed. */
  @Field('未清标准', 'what keeps a case open') @IsOptional() @IsIn(['unpaid', 'unclosed']) left?: 'unpaid' | 'unclosed';
}

/** What a place shall reach. Without a day: the one of the campaign. */
export class TargetGiven {
  @Field('行政区划', 'division') @IsDivision() division!: string;
  @Field('允许未清数', 'most open') @IsInt() @Min(0) @Max(COUNT_MAX) openMax!: number;
  @Field('期限', 'due on') @IsOptional() @IsDay() dueOn?: Day;
}

export class ProposeCampaign extends Fact {
  /** The caller's own id for the campaign: the same again proposes it once. */
  @IsUUID() campaign!: string;
  @Field('类别', 'kind') @IsIn(campaignKinds) kind!: CampaignKind;
  @Field('名称', 'title') @IsString() @Length(2, 100) title!: string;
  @Field('行政区划', 'division') @IsDivision() division!: string;
  /** Y: that of the arrears, of the winter's beginning, of the list. */
  @Field('年度', 'year') @IsInt() @Min(2000) @Max(2199) year!: number;
  /** The notice that orders it, with its number. */
  @Field('依据文件', 'the notice that orders it') @IsString() @Length(2, 200) source!: string;
  /** Left out: as is usual for the kind. */
  @Field('纳入条件', 'entry rule') @IsOptional() @ValidateNested() @Type(() => EntryRuleGiven) rule?: EntryRuleGiven;
  /** At most so many may be open at the end; 0 where it is left out. */
  @Field('到期时允许未清数', 'most that may be open') @IsOptional() @IsInt() @Min(0) @Max(COUNT_MAX) openMax?: number;
  /** Left out: 31 December of the year for 两清零 A, the day before the Spring Festival of the next year for B and for winter. */
  @Field('目标期限', 'due on') @IsOptional() @IsDay() dueOn?: Day;
  /** Those of places inside. */
  @Field('分区划目标', 'targets of places') @IsOptional() @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => TargetGiven) targets?: TargetGiven[];
}

export class StartCampaign extends Fact {}

export class RejectCampaign extends Fact {
  @Field('理由', 'reason') @IsString() @Length(4, 500) reason!: string;
}

export class AnswerCampaign extends Fact {
  @Field('行政区划', 'division') @IsDivision() division!: string;
  @Field('答复', 'answer') @IsString() @Length(4, 2000) answer!: string;
}

export class ListMatter extends Fact {
  /** The caller's own id for the matter. */
  @IsUUID() matter!: string;
  @Field('事项', 'matter') @IsString() @Length(2, 200) title!: string;
  @Field('责任部门', 'department') @Matches(/^[a-zA-Z]{2,40}$/) department!: string;
  @Field('行政区划', 'division') @IsDivision() division!: string;
  @Field('完成期限', 'due on') @IsDay() dueOn!: Day;
}

export class FinishMatter extends Fact {
  @Field('事项', 'matter') @IsUUID() matter!: string;
  @Field('证明材料编号', 'number of the proof') @IsString() @Length(1, 100) proof!: string;
}

export class CloseCampaign extends Fact {
  /** What the figures do not say: sealed. */
  @Field('说明', 'note') @IsOptional() @IsString() @Length(1, 4000) note?: string;
}

/** A step as a page offers it: its form, its guard in the decider, and the fields that hold ids of the caller's own. */
export interface FormedStep {
  readonly request: new () => object;
  readonly command: string;
  readonly zh: string;
  readonly en: string;
  readonly ids: readonly string[];
}

/** Every step on a campaign, by its path. */
export const campaignSteps = {
  'start': { request: StartCampaign, command: 'StartCampaign', zh: '启动行动', en: 'Start the campaign', ids: [] },
  'reject': { request: RejectCampaign, command: 'RejectCampaign', zh: '不予启动', en: 'Reject the proposal', ids: [] },
  'answer': { request: AnswerCampaign, command: 'AnswerCampaign', zh: '答复未达目标', en: 'Answer for a missed target', ids: [] },
  'list-matter': { request: ListMatter, command: 'ListMatter', zh: '列入事项', en: 'List a matter', ids: ['matter'] },
  'finish-matter': { request: FinishMatter, command: 'FinishMatter', zh: '事项办结', en: 'Record a matter as done', ids: [] },
  'close': { request: CloseCampaign, command: 'CloseCampaign', zh: '结束行动并出具总结报告', en: 'Close with a report', ids: [] },
} as const satisfies Readonly<Record<string, FormedStep>>;

/** The form of a step without the fields that the page fills in itself. */
export function formOf({ request, ids }: Pick<FormedStep, 'request' | 'ids'>, language: 'zh' | 'en'): FieldSchema {
  const { properties = {}, required = [], ...schema } = fieldsOf(request, language);
  return { ...schema, properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !ids.includes(name))), required: required.filter((name) => !ids.includes(name)) };
}

export class CampaignsQuery {
  /** Those that this case is in. */
  @IsOptional() @IsUUID() caseId?: string;
  @IsOptional() @IsIn(['proposed', 'rejected', 'running', 'closed']) phase?: string;
}

export class AsOfQuery {
  /** A position of the log; its end where left out. */
  @IsOptional() @Matches(POSITION) asOf?: string;
}

export class MembersQuery extends AsOfQuery {
  @IsOptional() @IsBooleanString() open?: string;
  @IsOptional() @IsDivision() division?: string;
  @IsOptional() @IsUUID() cursor?: string;
  @IsOptional() @Matches(/^([1-9]\d?|100)$/) limit?: string;
}
