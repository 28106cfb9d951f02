import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { residences } from '#libs/contracts/campaign.events.js';
import type { Residence } from '#libs/contracts/campaign.events.js';
import type { Day } from '#libs/contracts/time.js';
import { demandKinds } from '#libs/policy/facts.js';
import { categories, matters } from '#libs/policy/matters.js';
import { Fact } from '#libs/runtime/action.js';
import { Field, IsCreditCode, IsDay, IsDivision, IsMobile, IsResidentId } from '#libs/runtime/validation.js';
import type { FormedStep } from '../campaigns/campaign.requests.js';

const COUNT_MAX = 100_000;

export class PlanVisit extends Fact {
  /** The caller's own id for the place: the same again plans it once. */
  @IsUUID() place!: string;
  @Field('行政区划', 'division') @IsDivision() division!: string;
  /** 城乡社区; 工厂、园区、建筑工地; 酒店、宾馆、旅店; 部队营区. */
  @Field('居住类别', 'kind of residence') @IsIn(residences) residence!: Residence;
  /** What the place is called: never a person. */
  @Field('走访点', 'place') @IsString() @Length(2, 100) name!: string;
  @Field('走访期限', 'due on') @IsDay() dueOn!: Day;
}

export class RecordVisit extends Fact {
  /** The caller's own id for the visit. */
  @IsUUID() visit!: string;
  @Field('访谈人数', 'workers spoken to') @IsInt() @Min(0) @Max(COUNT_MAX) interviewed!: number;
  @Field('登记人数', 'workers registered') @IsInt() @Min(0) @Max(COUNT_MAX) registered!: number;
  @Field('已宣讲政策', 'rules explained') @IsBoolean() informed!: boolean;
  @Field('走访记录', 'note') @IsOptional() @IsString() @Length(1, 2000) note?: string;
  /** Absent: nobody has to come again. */
  @Field('再次走访日期', 'visit again on') @IsOptional() @IsDay() revisitOn?: Day;
}

export class ReadNotes {
  /** Why the caller must see them: kept for ever. */
  @Field('查看理由', 'why they must be seen') @IsString() @Length(4, 300) reason!: string;
}

export class FoundPerson {
  @Field('姓名', 'name') @IsOptional() @IsString() @Length(1, 50) name?: string;
  @Field('电话', 'phone') @IsOptional() @IsMobile() phone?: string;
  @Field('身份证号', 'identity number') @IsOptional() @IsResidentId() idNumber?: string;
  @Field('要求保密', 'keep the name from the employer') @IsOptional() @IsBoolean() secrecy?: boolean;
}

export class FoundFirm {
  @Field('名称', 'name') @IsOptional() @IsString() @Length(1, 100) name?: string;
  @Field('统一社会信用代码', 'credit code') @IsOptional() @IsCreditCode() creditCode?: string;
}

/** What a visit found: it becomes a case. */
export class RecordFinding extends Fact {
  @Field('走访', 'visit') @IsUUID() visit!: string;
  /** The caller's own id for the finding. */
  @IsUUID() finding!: string;
  @Field('诉求类别', 'category') @IsIn(Object.keys(categories)) category!: string;
  @Field('诉求性质', 'kind of demand') @IsOptional() @IsArray() @ArrayMaxSize(5) @IsIn(demandKinds, { each: true }) kinds?: string[];
  @Field('具体事项', 'matters') @IsOptional() @IsArray() @ArrayMaxSize(10) @IsIn(Object.keys(matters), { each: true }) matters?: string[];
  @Field('诉求人', 'person') @IsOptional() @ValidateNested() @Type(() => FoundPerson) person?: FoundPerson;
  @Field('用人单位', 'employer') @IsOptional() @ValidateNested() @Type(() => FoundFirm) employer?: FoundFirm;
  @Field('工程项目', 'project') @IsOptional() @IsString() @Length(1, 100) project?: string;
  @Field('情况', 'what was told') @IsOptional() @IsString() @Length(1, 4000) text?: string;
  /** By the fact catalogue; amounts in yuan. */
  @IsOptional() @IsObject() facts?: Record<string, unknown>;
}

/** Every step on a place, by its path. */
export const visitSteps = {
  'record-visit': { request: RecordVisit, command: 'RecordVisit', zh: '登记走访', en: 'Record a visit', ids: ['visit'] },
  'record-finding': { request: RecordFinding, command: 'RecordFinding', zh: '登记发现的问题', en: 'Record a finding', ids: ['finding'] },
} as const satisfies Readonly<Record<string, FormedStep>>;

export class PlacesQuery {
  @IsOptional() @IsIn(residences) residence?: Residence;
  /** `due`: nobody has been there, or somebody has to come again. */
  @IsOptional() @IsIn(['due', 'visited', 'overdue']) state?: 'due' | 'visited' | 'overdue';
  @IsOptional() @IsDivision() division?: string;
  @IsOptional() @IsUUID() cursor?: string;
  @IsOptional() @Matches(/^([1-9]\d?|100)$/) limit?: string;
}
