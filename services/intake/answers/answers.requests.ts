import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import type { Category } from '#libs/policy/matters.js';
import { IsDivision, IsMobile } from '#libs/runtime/validation.js';
import { categoryCodes } from '../channels/order.js';

/** Where the agent sits. */
export const agentChannels = ['12333', '12345', '12348', 'serviceStation'] as const;
export type AgentChannel = (typeof agentChannels)[number];

export class AnswersQuery {
  @IsString() @Length(1, 300) q!: string;
  /** Name or code; the caller's own where none is named. */
  @IsOptional() @IsDivision() division?: string;
  @IsOptional() @Matches(/^([1-9]|10)$/) limit?: string;
}

export class GiveAnswerRequest {
  /** Made by the page for one caller. */
  @IsUUID() enquiry!: string;
  @IsString() @Length(1, 60) entry!: string;
  @IsOptional() @IsDivision() division?: string;
  @IsIn(agentChannels) channel!: AgentChannel;
}

/** What no entry answers. It becomes a case of its own kind: an enquiry, which a section answers. */
export class PassOnRequest {
  @IsUUID() enquiry!: string;
  @IsString() @Length(4, 2000) question!: string;
  @IsIn(categoryCodes) topic!: Category;
  /** Who shall answer, in the house's own words. */
  @IsString() @Length(2, 60) section!: string;
  @IsOptional() @IsDivision() division?: string;
  @IsIn(agentChannels) channel!: AgentChannel;
  @IsOptional() @IsString() @Length(1, 60) callerName?: string;
  /** Under which the answer is given back. */
  @IsMobile() callerPhone!: string;
}
