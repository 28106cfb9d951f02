import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { correctionDeclines, relations, representationBases } from '#libs/contracts/intake.events.js';
import { demandKinds } from '#libs/policy/facts.js';
import { categories, matters } from '#libs/policy/matters.js';
import { CaseAction, Fact } from '#libs/runtime/action.js';
import { IsMobile, IsResidentId } from '#libs/runtime/validation.js';

const CASE_HANDLERS = ['officer', 'inspector', 'arbitrator', 'mediator', 'relief', 'legal-aid'] as const;
const PAPERS = ['residentIdCard', 'temporaryIdCard', 'socialSecurityCard', 'passport'] as const;

@CaseAction({ service: 'intake', stream: 'claim', roles: ['officer', 'worker', 'inspector', 'arbitrator', 'mediator', 'relief', 'legal-aid', 'supervisor'], zh: '补充材料', en: 'Supplement the claim', ground: 'BJ-REG 13; CHR 46', seal: ['text'] })
export class SupplementClaim extends Fact {
  /** By the keys of the fact catalogue; amounts in yuan, as at every door. */
  @IsOptional() @IsObject()
  facts: Record<string, unknown> = {};

  @IsOptional() @IsString() @Length(1, 5000)
  text?: string;
}

/** A person says what a demand is about, where its text was not read surely enough, or wrongly: routing decides again by it. */
@CaseAction({ service: 'intake', stream: 'claim', roles: ['officer', 'supervisor'], zh: '甄别分类', en: 'Classify the demand', ground: 'S-HN20 四(二); 个人信息保护法 24' })
export class ClassifyDemand extends Fact {
  @IsIn(Object.keys(categories))
  category!: string;

  /** Each of the category; first the one that leads. */
  @IsOptional() @IsArray() @ArrayMaxSize(10) @IsIn(Object.keys(matters), { each: true })
  matters: string[] = [];

  /** One for each matter, or none. */
  @IsOptional() @IsArray() @ArrayMaxSize(10) @IsIn(demandKinds, { each: true })
  kinds: string[] = [];
}

/** An order was linked to this case by mistake: it becomes a case of its own, with both histories kept. */
@CaseAction({ service: 'intake', stream: 'claim', roles: ['officer', 'supervisor'], zh: '撤销并单', en: 'Undo the link of a duplicate', ground: 'HL-2025; P', seal: ['reason'] })
export class SeparateDuplicate extends Fact {
  @IsString() @Length(1, 40)
  channel!: string;

  @IsString() @Length(1, 200)
  channelNumber!: string;

  @IsOptional() @IsString() @Length(1, 500)
  reason?: string;
}

@CaseAction({ service: 'intake', stream: 'claim', roles: ['officer', 'supervisor'], zh: '关联案件', en: 'Link a related case', ground: 'P' })
export class LinkRelated extends Fact {
  @IsUUID()
  other!: string;

  /** `duplicate`: both tell of one complaint. */
  @IsIn(['duplicate', 'related'])
  relation!: 'duplicate' | 'related';
}

/** Also the way to take a link back. */
@CaseAction({ service: 'intake', stream: 'claim', roles: ['officer', 'supervisor'], zh: '认定不相关', en: 'Declare a case unrelated', ground: 'P' })
export class DeclareUnrelated extends Fact {
  @IsUUID()
  other!: string;
}

/** Somebody acts for the person: who, and by what right. The last one recorded holds. */
@CaseAction({ service: 'intake', stream: 'claim', roles: CASE_HANDLERS, zh: '登记代办关系', en: 'Record who acts for the person', ground: 'LDMA 24, 25; LDMA 7', seal: ['name', 'phone'] })
export class RecordRepresentation extends Fact {
  @IsIn(relations)
  relation!: (typeof relations)[number];

  @IsIn(representationBases)
  basis!: (typeof representationBases)[number];

  @IsOptional() @IsString() @Length(1, 60)
  name?: string;

  @IsOptional() @IsMobile()
  phone?: string;
}

/** The person came in, and showed a paper. Its number is not written down here. */
@CaseAction({ service: 'intake', stream: 'claim', roles: CASE_HANDLERS, zh: '当面核验身份', en: 'Confirm the identity in person', ground: 'P', single: true })
export class ConfirmIdentity extends Fact {
  @IsIn(['requester', 'representative'])
  person!: 'requester' | 'representative';

  @IsIn(PAPERS)
  document!: (typeof PAPERS)[number];
}

/** What is written of the person of a case and is wrong, or is not there. */
class Correction extends Fact {
  @IsOptional() @IsString() @Length(1, 60)
  name?: string;

  @IsOptional() @IsMobile()
  phone?: string;

  @IsOptional() @IsResidentId()
  idNumber?: string;
}

/** By the person, or by an agent whom the person tells: whoever handles the case verifies it and corrects. */
@CaseAction({ service: 'intake', stream: 'claim', roles: ['officer', 'worker'], zh: '申请更正个人信息', en: 'Ask for personal data to be corrected', ground: '个人信息保护法 46', seal: ['name', 'phone', 'idNumber', 'reason'], single: true })
export class RequestCorrection extends Correction {
  @IsOptional() @IsString() @Length(1, 300)
  reason?: string;
}

/** At the person's asking. Without a field, what the person requested is done. */
@CaseAction({ service: 'intake', stream: 'claim', roles: CASE_HANDLERS, zh: '更正个人信息', en: 'Correct personal data', ground: '个人信息保护法 46', seal: ['name', 'phone', 'idNumber', 'reason'], single: true })
export class CorrectPerson extends Correction {
  /** How the person asked, and how it was verified. */
  @IsString() @Length(4, 300)
  reason!: string;

  /** The paper that was seen; its number is not written down here. */
  @IsOptional() @IsIn(PAPERS)
  document?: (typeof PAPERS)[number];
}

/** The person is told why (个人信息保护法 50). */
@CaseAction({ service: 'intake', stream: 'claim', roles: CASE_HANDLERS, zh: '不予更正个人信息', en: 'Decline a correction of personal data', ground: '个人信息保护法 46, 50', seal: ['note'], single: true })
export class DeclineCorrection extends Fact {
  @IsIn(correctionDeclines)
  ground!: (typeof correctionDeclines)[number];

  @IsOptional() @IsString() @Length(1, 300)
  note?: string;
}

@CaseAction({ service: 'intake', stream: 'claim', roles: ['officer', 'worker', 'supervisor'], zh: '撤回诉求', en: 'Withdraw the claim', ground: 'LDMA 36' })
export class WithdrawClaim extends Fact {
  @IsString() @Length(1, 500)
  reason!: string;
}
