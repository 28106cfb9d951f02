import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { deskSteps, waitingFor } from './desk.projection.js';

export const views = ['mine', 'team', 'unit'] as const;
export const buckets = ['overdue', 'warned', 'noMovement', 'ownerless', 'waiting'] as const;

export class DeskQuery {
  /** Named to the caller; of the caller's team; of every body that the caller may see. */
  @IsOptional() @IsIn(views) view: (typeof views)[number] = 'unit';
  @IsOptional() @IsIn(buckets) bucket?: (typeof buckets)[number];
  @IsOptional() @IsString() @Length(2, 40) department?: string;
  @IsOptional() @IsString() @Length(1, 40) division?: string;
  @IsOptional() @IsString() @Length(1, 40) matter?: string;
  @IsOptional() @IsString() @Length(1, 40) track?: string;
  @IsOptional() @IsIn(deskSteps) step?: string;
  @IsOptional() @IsIn(waitingFor) waitsFor?: string;
  @IsOptional() @IsString() @Length(1, 80) officer?: string;
  @IsOptional() @IsString() @Length(1, 200) cursor?: string;
  @IsOptional() @Matches(/^([1-9]\d?|[1-4]\d\d|500)$/) limit?: string;
}
