import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { kebab } from '#libs/contracts/event.js';
import { investments, sectors } from '#libs/contracts/project.events.js';
import type { Day } from '#libs/contracts/time.js';
import { projectDuties } from '#libs/policy/pack.js';
import { Fact } from '#libs/runtime/action.js';
import { Field, IsCreditCode, IsDay } from '#libs/runtime/validation.js';
import type { Role } from '#libs/security/roles.js';
import { FEN_MAX, WORKERS_MAX } from '../wages-owed.request.js';

/** Who keeps project files: inspectors, the officers of the regulators, coordinators on the ground. */
export const PROJECT_ROLES = ['inspector', 'officer', 'coordinator', 'supervisor'] as const satisfies readonly Role[];
/** Money and the end of the account are no business of a coordinator. */
const OFFICE = ['inspector', 'officer', 'supervisor'] as const satisfies readonly Role[];

interface StepKind {
  readonly zh: string;
  readonly en: string;
  readonly ground: string;
  readonly roles: readonly Role[];
}
export interface ProjectStep extends StepKind {
  readonly command: string;
  readonly request: new () => object;
}

/** Every step on a project file, by its path: `POST /v1/resolution/projects/{projectId}/commands/{path}`. */
export const projectSteps = new Map<string, ProjectStep>();

function Step(zh: string, en: string, ground: string, roles: readonly Role[] = PROJECT_ROLES): (request: new () => object) => void {
  return (request) => void projectSteps.set(kebab(request.name), { zh, en, ground, roles, command: request.name, request });
}

const MONTH = /^[12]\d{3}-(0[1-9]|1[0-2])$/;

export class GeneralContractor {
  @Field('名称', 'name') @Length(1, 100) name: string;
  @Field('统一社会信用代码', 'credit code') @IsOptional() @IsCreditCode() creditCode?: string;
}

export class RegisterProject extends Fact {
  /** The caller's own id for the project: the same again opens its file once. */
  @IsUUID() project: string;
  @Field('项目名称', 'name of the project') @Length(2, 100) name: string;
  @Field('行业', 'sector') @IsIn(sectors) sector: (typeof sectors)[number];
  /** Six digits of the place where it is built. */
  @Field('所在行政区划（六位代码）', 'division where it is built, six digits') @Length(6, 6) @Matches(/^\d{6}$/) division: string;
  @Field('建设单位', 'owner') @Length(1, 100) owner: string;
  @Field('施工总承包单位', 'general contractor') @ValidateNested() @Type(() => GeneralContractor) generalContractor: GeneralContractor;
  @Field('投资类别', 'investment') @IsIn(investments) investment: (typeof investments)[number];
  @Field('开工日期', 'works began on') @IsDay() startedOn: Day;
}

@Step('登记分包单位', 'Add a subcontractor', 'WPR 25, 30', OFFICE)
export class AddSubcontractor extends Fact {
  @Field('名称', 'name') @Length(1, 100) name: string;
  @Field('统一社会信用代码', 'credit code') @IsOptional() @IsCreditCode() creditCode?: string;
  @Field('类别', 'kind') @IsIn(['labour', 'professional']) kind: 'labour' | 'professional';
}

@Step('登记开设专户', 'Record that the wage account was opened', 'WPR 26', OFFICE)
export class OpenProjectAccount extends Fact {
  @Field('开户银行', 'bank') @Length(1, 100) bank: string;
  @Field('开户日期', 'opened on') @IsDay() openedOn: Day;
}

@Step('登记人工费用拨付', 'Record labour cost funded', 'WPR 24, 29', OFFICE)
export class FundLabourCost extends Fact {
  @Field('月份', 'month') @Length(7, 7) @Matches(MONTH) month: string;
  @Field('金额（分）', 'amount in fen') @IsInt() @Min(1) @Max(FEN_MAX) amount: number;
  @Field('凭证号', 'number of the proof') @Length(1, 100) proof: string;
}

@Step('登记专户发放工资', 'Record wages paid from the account', 'WPR 31', OFFICE)
export class PayProjectWages extends FundLabourCost {
  @Field('发放人数', 'workers paid') @IsInt() @Min(1) @Max(WORKERS_MAX) workers: number;
}

@Step('公示注销专户', 'Announce the closing of the account', 'WPR 27', OFFICE)
export class AnnounceClosing extends Fact {}

@Step('注销专户', 'Close the account', 'WPR 27', OFFICE)
export class CloseProjectAccount extends Fact {}

@Step('登记存储工资保证金', 'Record the wage deposit paid in', 'WPR 32; 人社部发〔2021〕65号', OFFICE)
export class PayInDeposit extends Fact {
  @Field('金额（分）', 'amount in fen') @IsInt() @Min(1) @Max(FEN_MAX) amount: number;
  @Field('形式', 'form') @IsIn(['cash', 'guarantee']) form: 'cash' | 'guarantee';
  @Field('凭证号', 'number of the proof') @Length(1, 100) proof: string;
}

@Step('登记动用工资保证金', 'Record that the deposit was drawn', 'WPR 32; 人社部发〔2021〕65号', OFFICE)
export class DrawProjectDeposit extends Fact {
  @Field('金额（分）', 'amount in fen') @IsInt() @Min(1) @Max(FEN_MAX) amount: number;
  @Field('凭证号', 'number of the proof') @Length(1, 100) proof: string;
}

@Step('登记补足工资保证金', 'Record that the deposit was filled again', '人社部发〔2021〕65号', OFFICE)
export class TopUpDeposit extends DrawProjectDeposit {}

@Step('返还工资保证金', 'Release the deposit', '人社部发〔2021〕65号', OFFICE)
export class ReleaseDeposit extends Fact {}

@Step('检查实名制', 'Check the real-name roster', 'WPR 28')
export class CheckRoster extends Fact {
  @Field('在场人数', 'workers on site') @IsInt() @Min(0) @Max(100_000) onSite: number;
  @Field('实名登记人数', 'registered') @IsInt() @Min(0) @Max(100_000) registered: number;
  @Field('签订合同人数', 'under contract') @IsInt() @Min(0) @Max(100_000) withContract: number;
}

@Step('检查维权信息告示牌', 'Check the rights-information notice board', 'WPR 34')
export class CheckRightsBoard extends Fact {
  @Field('内容齐全', 'complete') @IsBoolean() complete: boolean;
  /** Number or SHA-256 of the photo. */
  @Field('照片编号', 'number of the photo') @Length(1, 100) proof: string;
}

@Step('登记检查发现的问题', 'Record a finding', 'WPR 54, 55', OFFICE)
export class MakeFinding extends Fact {
  /** The caller's own id for the finding. */
  @Field('编号', 'id') @IsUUID() finding: string;
  @Field('未落实的制度', 'duty not met') @IsIn(projectDuties) duty: (typeof projectDuties)[number];
  @Field('整改期限', 'to be corrected by') @IsDay() dueOn: Day;
}

@Step('登记整改完成', 'Record that a finding was corrected', 'WPR 54, 55', OFFICE)
export class CorrectFinding extends Fact {
  @Field('编号', 'id') @IsUUID() finding: string;
  @Field('证明材料编号', 'number of the proof') @Length(1, 100) proof: string;
}

export class UnpaidOnSite {
  @Field('被欠薪人数', 'workers unpaid') @IsInt() @Min(1) @Max(WORKERS_MAX) workers: number;
  @Field('金额（分）', 'amount in fen') @IsInt() @Min(0) @Max(FEN_MAX) amount: number;
  @Field('月数', 'months') @IsInt() @Min(1) @Max(120) months: number;
}

@Step('走访工地', 'Visit the site', 'S-CQ24 (三)', ['coordinator', 'inspector'])
export class VisitSite extends Fact {
  /** The caller's own id for the visit. */
  @Field('编号', 'id') @IsUUID() visit: string;
  @Field('访谈人数', 'workers interviewed') @IsInt() @Min(0) @Max(WORKERS_MAX) interviewed: number;
  /** Absent where nobody is owed anything. */
  @Field('反映的欠薪', 'wages said to be owed') @IsOptional() @ValidateNested() @Type(() => UnpaidOnSite) unpaid?: UnpaidOnSite;
}

@Step('关联案件', 'Link a case', 'P')
export class LinkProjectCase extends Fact {
  @Field('案件', 'case') @IsUUID() caseId: string;
}

@Step('解除案件关联', 'Unlink a case', 'P')
export class UnlinkProjectCase extends LinkProjectCase {}

@Step('登记计划竣工日期', 'Record when the works are to be done', 'WPR 27 (P)', OFFICE)
export class PlanProjectEnd extends Fact {
  @Field('计划竣工日期', 'works are to be done on') @IsDay() endsOn: Day;
}

@Step('签发工地码', 'Issue a QR code for the site', 'S-CQ24 (八); WPR 34')
export class IssueSiteCode extends Fact {
  /** By its name in the file; the general contractor where nobody is named. */
  @Field('施工单位', 'contractor') @IsOptional() @Length(1, 100) contractor?: string;
  /** A place inside that of the project, where the site lies in one. */
  @Field('行政区划', 'division') @IsOptional() @Length(6, 12) @Matches(/^\d{6}(\d{3}){0,2}$/) division?: string;
  @Field('有效期至', 'holds until') @IsOptional() @IsDay() until?: Day;
}

@Step('停用工地码', 'Revoke a QR code of the site', 'S-CQ24 (八); WPR 34')
export class RevokeSiteCode extends Fact {
  @Field('编号', 'number of the code') @IsInt() @Min(1) @Max(65_535) code: number;
}

@Step('登记完工', 'Record that the works are completed', 'WPR 27', OFFICE)
export class CompleteProject extends Fact {}
