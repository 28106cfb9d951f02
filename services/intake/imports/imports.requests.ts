import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import type { Instant } from '#libs/contracts/time.js';
import { demandKinds } from '#libs/policy/facts.js';
import type { Category } from '#libs/policy/matters.js';
import { IsCreditCode, IsDivision, IsInstant, IsMobile, IsResidentId, IsYuan } from '#libs/runtime/validation.js';
import { categoryCodes } from '../channels/order.js';
import type { DemandKind } from '../channels/order.js';

const MONTH = /^[12]\d{3}-(0[1-9]|1[0-2])$/;

/** A worker of a group's roster. */
export class RosterRow {
  /** The roster's own number of the worker, by which a corrected roster knows it again. */
  @IsOptional() @IsString() @Length(1, 64) number?: string;
  @IsString() @Length(1, 60) name!: string;
  @IsOptional() @IsMobile() phone?: string;
  @IsOptional() @IsResidentId() idNumber?: string;
  @IsOptional() @IsBoolean() migrantWorker?: boolean;
  @IsOptional() @IsBoolean() secrecy?: boolean;
  /** Yuan. */
  @IsOptional() @IsYuan() amount?: number;
  @IsOptional() @Matches(MONTH) periodFrom?: string;
  @IsOptional() @Matches(MONTH) periodTo?: string;
  @IsOptional() @IsString() @Length(1, 4000) text?: string;
  @IsOptional() @IsString() @Length(1, 40) tier?: string;
  @IsOptional() @IsString() @Length(1, 40) site?: string;
}

/** A work order as a line of a channel's sheet: the same form for every channel. */
export class ImportRow {
  /** The channel's own number: the same again is the same order. */
  @IsString() @Length(1, 64) number!: string;
  @IsInstant() receivedAt!: Instant;
  @IsOptional() @IsIn(categoryCodes) category?: Category;
  @IsOptional() @IsIn(demandKinds) kind?: DemandKind;
  @IsDivision() division!: string;
  @IsOptional() @IsString() @Length(1, 200) address?: string;
  @IsOptional() @IsString() @Length(1, 4000) text?: string;
  @IsOptional() @IsString() @Length(1, 60) name?: string;
  @IsOptional() @IsMobile() phone?: string;
  @IsOptional() @IsResidentId() idNumber?: string;
  @IsOptional() @IsBoolean() migrantWorker?: boolean;
  @IsOptional() @IsBoolean() secrecy?: boolean;
  @IsOptional() @IsString() @Length(1, 100) employer?: string;
  @IsOptional() @IsCreditCode() creditCode?: string;
  @IsOptional() @IsString() @Length(1, 100) project?: string;
  @IsOptional() @Matches(/^[A-T]\d{2,4}$/) sector?: string;
  @IsOptional() @IsString() @Length(1, 100) owner?: string;
  @IsOptional() @IsString() @Length(1, 100) generalContractor?: string;
  @IsOptional() @IsString() @Length(1, 100) subcontractor?: string;
  /** Yuan, of all workers together. */
  @IsOptional() @IsYuan() amount?: number;
  @IsOptional() @IsInt() @Min(1) @Max(100_000) workers?: number;
  @IsOptional() @Matches(MONTH) periodFrom?: string;
  @IsOptional() @Matches(MONTH) periodTo?: string;
}

export class RosterQuery {
  /** The case that leads, where the roster makes the group. */
  @IsOptional() @IsUUID() lead?: string;
}
