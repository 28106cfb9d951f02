import { IsArray, ArrayMaxSize, ArrayMinSize, ArrayUnique, IsIn, IsInt, IsObject, IsOptional, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { eventActions, hosts, majorEvents, pointKinds, removalGrounds, reportEvery, stationActivities, stationDuties, unitServices } from '#libs/contracts/partner.events.js';
import type { Day } from '#libs/contracts/time.js';
import { Fact } from '#libs/runtime/action.js';
import { Field, IsCreditCode, IsDay } from '#libs/runtime/validation.js';
import type { StreamStep } from '../stream-door.js';
import { stepsIn } from '../stream-door.js';

/** Every step on a partner, by its path: `POST /v1/supervision/partners/{partner}/commands/{path}`. */
export const partnerSteps = new Map<string, StreamStep>();
const Step = stepsIn(partnerSteps);
/** Whoever registers a partner. */
export const REGISTRARS = ['officer', 'supervisor'] as const;

const PLACE = /^\d{6}$/;
const PEOPLE_MAX = 10_000_000;
const FEN_MAX = 1_000_000_000_000;

class Register extends Fact {
  /** The caller's own id: the same again registers it once. */
  @Field('编号', 'id') @IsUUID() partner: string;
  @Field('名称', 'name') @Length(2, 100) name: string;
  @Field('统一社会信用代码', 'credit code') @IsOptional() @IsCreditCode() creditCode?: string;
  /** Six digits: of a point the place where it is, of a station and a unit the place that keeps it. */
  @Field('行政区划代码（六位）', 'division, six digits') @Length(6, 6) @Matches(PLACE) division: string;
}

export class RegisterPoint extends Register {
  @Field('类别', 'kind') @IsIn(pointKinds) kind: (typeof pointKinds)[number];
  @Field('报告周期', 'reports every') @IsIn(reportEvery) every: (typeof reportEvery)[number];
}

export class RegisterStation extends Register {
  @Field('驻地代码（六位）', 'where it stands, six digits') @Length(6, 6) @Matches(PLACE) place: string;
  @Field('承接单位', 'host') @IsIn(hosts) host: (typeof hosts)[number];
}

export class RegisterUnit extends Register {
  @Field('服务内容', 'services') @IsArray() @ArrayMinSize(1) @ArrayMaxSize(unitServices.length) @ArrayUnique() @IsIn(unitServices, { each: true }) services: (typeof unitServices)[number][];
}

@Step('提交监测报告', 'Hand in the report of a period', 'S-HN20 四(一)2', ['coordinator', 'officer', 'supervisor'], ['summary'])
export class ReportPeriod extends Fact {
  @Field('报告期', 'period') @Length(7, 7) @Matches(/^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/) period: string;
  @Field('农民工人数', 'migrant workers') @IsInt() @Min(0) @Max(PEOPLE_MAX) workers: number;
  @Field('新增人数', 'arrived') @IsInt() @Min(0) @Max(PEOPLE_MAX) arrived: number;
  @Field('离开人数', 'left') @IsInt() @Min(0) @Max(PEOPLE_MAX) left: number;
  @Field('被欠薪人数', 'workers unpaid') @IsInt() @Min(0) @Max(PEOPLE_MAX) unpaidWorkers: number;
  @Field('欠薪金额（分）', 'wages unpaid in fen') @IsInt() @Min(0) @Max(FEN_MAX) unpaid: number;
  @Field('分析', 'analysis') @IsOptional() @Length(1, 2000) summary?: string;
}

@Step('即时报告重大动态', 'Report a major event at once', 'S-HN20 四(一)2', ['coordinator', 'officer', 'supervisor'], ['text'])
export class ReportMajorEvent extends Fact {
  /** The reporter's own id. */
  @Field('编号', 'id') @IsUUID() event: string;
  @Field('类别', 'kind') @IsIn(majorEvents) kind: (typeof majorEvents)[number];
  @Field('涉及人数', 'workers concerned') @IsInt() @Min(0) @Max(PEOPLE_MAX) workers: number;
  @Field('情况', 'what happened') @IsOptional() @Length(1, 1000) text?: string;
}

@Step('接收处置重大动态', 'Take up a major event', 'S-HN20 四(一)2', ['officer', 'supervisor'])
export class TakeMajorEvent extends Fact {
  @Field('编号', 'id') @IsUUID() event: string;
  @Field('处置', 'what was done') @IsIn(eventActions) action: (typeof eventActions)[number];
  @Field('案件', 'case') @IsOptional() @IsUUID() caseId?: string;
}

@Step('登记服务站人员', 'Name staff of the station', 'S-HN20 四(一)3', ['officer', 'supervisor'])
export class NameStaff extends Fact {
  /** Id of the person at the issuer: no name. */
  @Field('人员编号', 'id of the person') @Length(1, 60) @Matches(/^[\x21-\x7e]+$/) staff: string;
  @Field('职责', 'duty') @IsIn(stationDuties) duty: (typeof stationDuties)[number];
}

@Step('登记人员离任', 'Record that staff left', 'S-HN20 四(一)3', ['officer', 'supervisor'])
export class ReleaseStaff extends Fact {
  @Field('人员编号', 'id of the person') @Length(1, 60) @Matches(/^[\x21-\x7e]+$/) staff: string;
}

@Step('登记服务站活动', 'Record what the station did', 'S-HN20 四(一)3', ['coordinator', 'officer', 'supervisor'])
export class RecordActivity extends Fact {
  @Field('编号', 'id') @IsUUID() activity: string;
  @Field('类别', 'kind') @IsIn(stationActivities) kind: (typeof stationActivities)[number];
  @Field('日期', 'day') @IsDay() on: Day;
  @Field('服务人数', 'workers served') @IsInt() @Min(0) @Max(PEOPLE_MAX) workers: number;
}

@Step('年度评估', 'Assess the year', 'S-HN20 四(三)', ['officer', 'supervisor'], ['grounds'])
export class AssessPartner extends Fact {
  @Field('年度', 'year') @IsInt() @Min(2000) @Max(2100) year: number;
  /** Of 100, by each criterion of the pack. */
  @Field('各项得分', 'scores') @IsObject() scores: Record<string, number>;
  @Field('评估依据', 'grounds') @IsOptional() @Length(1, 1000) grounds?: string;
}

@Step('清退', 'Remove', 'S-HN20 四(三)', ['supervisor'])
export class RemovePartner extends Fact {
  @Field('理由', 'ground') @IsIn(removalGrounds) ground: (typeof removalGrounds)[number];
}
