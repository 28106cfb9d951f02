import { IsBoolean, IsIn, IsInt, IsOptional, Length, Matches, Max, Min } from 'class-validator';
import { procedure as procedures } from '#libs/contracts/resolution.events.js';
import type { Procedure } from '#libs/contracts/resolution.events.js';
import { CaseAction } from '#libs/runtime/action.js';
import { Field } from '#libs/runtime/validation.js';
import { FEN_MAX, WORKERS_MAX } from '../wages-owed.request.js';
import { OnOrder } from './handover.course.requests.js';

const desk = { service: 'resolution', stream: 'handover' } as const;

/** How a matter may end. Passing it on is none of them: transfer is not resolution. */
const results = ['solved', 'answered', 'granted', 'refused', 'recognised', 'notRecognised', 'awarded', 'mediated', 'unfounded', 'withdrawn', 'notSolved', 'papersMissing'] as const;

@CaseAction({ ...desk, roles: ['worker', 'officer', 'legal-aid', 'relief'], zh: '提出申请', en: 'Apply for a procedure', ground: 'LAL 41; SAR 47; WII 17; 农村土地承包经营纠纷调解仲裁法 18' })
export class ApplyForProcedure extends OnOrder {
  @Field('程序', 'procedure')
  @IsIn(procedures.options)
  procedure: Procedure;

  /** Help cannot wait for the decision. */
  @Field('紧急', 'urgent')
  @IsOptional() @IsBoolean()
  urgent?: boolean;
}

@CaseAction({ ...desk, roles: ['officer', 'relief', 'legal-aid'], zh: '部门受理', en: 'Accept the application', ground: 'WII 20; 居住证暂行条例 9; 农村土地承包经营纠纷调解仲裁法 23' })
export class AcceptProcedure extends OnOrder {
  @Field('程序', 'procedure')
  @IsIn(procedures.options)
  procedure: Procedure;

  /** Facts and rights are clear: the shorter limit holds. */
  @Field('事实清楚', 'facts clear')
  @IsOptional() @IsBoolean()
  factsClear?: boolean;
}

@CaseAction({ ...desk, roles: ['relief'], zh: '先行救助', en: 'Give relief first', ground: 'SAR 47, 48; S-CQ24 (六)' })
export class GiveRelief extends OnOrder {
  /** Fen; 0 for help in kind. */
  @Field('金额（分）', 'amount in fen')
  @IsInt() @Min(0) @Max(FEN_MAX)
  amount: number;

  @Field('救助依据', 'on what it rests')
  @IsOptional() @IsIn(['emergencyPlace', 'habitualResidence', 'regionalRule'])
  basis?: 'emergencyPlace' | 'habitualResidence' | 'regionalRule';

  @Field('救助方式', 'form of the relief')
  @IsOptional() @IsIn(['cash', 'kind', 'shelter'])
  form?: 'cash' | 'kind' | 'shelter';
}

@CaseAction({ ...desk, roles: ['relief'], zh: '审核后给予救助', en: 'Grant relief after the audit', ground: 'SAR 47' })
export class GrantRelief extends OnOrder {
  /** Fen; 0 for help in kind. */
  @Field('金额（分）', 'amount in fen')
  @IsInt() @Min(0) @Max(FEN_MAX)
  amount: number;
}

@CaseAction({ ...desk, roles: ['relief', 'officer'], zh: '送救助管理机构', en: 'Bring the person to the relief station', ground: 'SAR 50, 51' })
export class EscortToStation extends OnOrder {
  @Field('护送单位', 'who escorts')
  @IsIn(['police', 'civilAffairs', 'none'])
  escort: 'police' | 'civilAffairs' | 'none';

  /** Whoever needs an escort by law. */
  @Field('须护送的人员', 'why an escort is needed')
  @IsOptional() @IsIn(['minor', 'elder', 'disabled', 'ill'])
  vulnerable?: 'minor' | 'elder' | 'disabled' | 'ill';
}

@CaseAction({ ...desk, roles: ['relief'], zh: '补齐救助手续', en: 'Complete the papers of the relief', ground: 'SAR 48' })
export class CompleteReliefPapers extends OnOrder {}

@CaseAction({ ...desk, roles: ['legal-aid'], zh: '给予法律援助', en: 'Grant legal aid', ground: 'LAL 43' })
export class GrantLegalAid extends OnOrder {}

@CaseAction({ ...desk, roles: ['legal-aid'], zh: '不予法律援助', en: 'Refuse legal aid', ground: 'LAL 43, 49' })
export class RefuseLegalAid extends OnOrder {
  @Field('理由和依据', 'ground')
  @Length(1, 500)
  ground: string;

  @Field('理由类别', 'kind of ground')
  @IsOptional() @IsIn(['means', 'scope', 'merit', 'other'])
  cause?: 'means' | 'scope' | 'merit' | 'other';
}

@CaseAction({ ...desk, roles: ['legal-aid'], zh: '先行提供法律援助', en: 'Give legal aid before the decision', ground: 'LAL 44' })
export class HelpFirst extends OnOrder {
  @Field('先行援助的理由', 'why help comes first')
  @IsIn(['limitEnds', 'preservation', 'advanceEnforcement', 'other'])
  ground: 'limitEnds' | 'preservation' | 'advanceEnforcement' | 'other';
}

@CaseAction({ ...desk, roles: ['worker', 'officer', 'legal-aid'], zh: '对不予法律援助提出异议', en: 'Object to the refusal of legal aid', ground: 'LAL 49' })
export class ObjectToAidRefusal extends OnOrder {}

@CaseAction({ ...desk, roles: ['officer', 'supervisor'], zh: '司法行政部门审查异议', en: 'Review the refusal of legal aid', ground: 'LAL 49' })
export class ReviewAidRefusal extends OnOrder {
  /** The objection is right: the centre decides again. */
  @Field('异议成立', 'the objection is upheld')
  @IsBoolean()
  upheld: boolean;
}

@CaseAction({ ...desk, roles: ['legal-aid'], zh: '指派律师', en: 'Assign a lawyer', ground: 'LAL 43; 律师法 39' })
export class AssignLawyer extends OnOrder {
  /** Licence number, never a name. */
  @Field('律师执业证号', 'licence number of the lawyer')
  @IsOptional() @Length(1, 40)
  lawyer?: string;

  @Field('存在利益冲突', 'conflict of interest')
  @IsOptional() @IsBoolean()
  conflict?: boolean;
}

/** Which conclusions there are, and what each asks for, the pack says: `clueConclusions`. */
@CaseAction({ ...desk, roles: ['officer', 'inspector'], zh: '核查线索', en: 'Verify the clue', ground: 'P CLUE-VERIFY' })
export class VerifyClue extends OnOrder {
  @Field('核查结论', 'conclusion')
  @Length(1, 40)
  conclusion: string;

  @Field('查实拖欠金额（分）', 'wages found owed, in fen')
  @IsOptional() @IsInt() @Min(0) @Max(FEN_MAX)
  amount?: number;

  @Field('涉及人数', 'number of workers')
  @IsOptional() @IsInt() @Min(1) @Max(WORKERS_MAX)
  workers?: number;

  /** Where the clue belongs. */
  @Field('有管辖权的地区', 'competent region')
  @IsOptional() @Length(6, 6) @Matches(/^\d{6}$/)
  division?: string;

  /** Number of the case or paper that shows it; no names. */
  @Field('案件或者材料编号', 'number of the case or paper')
  @IsOptional() @Length(1, 100)
  reference?: string;
}

@CaseAction({ ...desk, roles: ['officer', 'relief', 'legal-aid'], zh: '部门办结', en: 'Conclude the matter', ground: 'BJ-REG 14', seal: ['reply'] })
export class ConcludeMatter extends OnOrder {
  @Field('程序', 'procedure')
  @IsIn(procedures.options)
  procedure: Procedure;

  @Field('办理结果', 'result')
  @IsIn(results)
  result: string;

  /** Answer to the person. */
  @Field('答复内容', 'reply')
  @IsOptional() @Length(1, 2000)
  reply?: string;
}

@CaseAction({ ...desk, roles: ['officer', 'relief', 'legal-aid'], zh: '告知办理进展', en: 'Tell the person of the progress', ground: 'BJ-REG 15', seal: ['note'] })
export class NoteProgress extends OnOrder {
  @Field('程序', 'procedure')
  @IsIn(procedures.options)
  procedure: Procedure;

  @Field('进展', 'progress')
  @Length(1, 2000)
  note: string;
}
