import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ValueTransformer } from 'typeorm';
import { instantOf } from '#libs/contracts/time.js';

/** `timestamptz` as the Instant it is, in Asia/Shanghai. */
export const asInstant: ValueTransformer = {
  from: (value: Date | null) => (value ? instantOf(value.getTime()) : null),
  to: (value: string | null) => value,
};

/** The read table of `caseView`: one row a case. */
@Entity({ schema: 'supervision', name: 'case_view' })
export class CaseViewTable {
  @PrimaryColumn('uuid') caseId: string;
  @Column('text') caseNumber: string;
  @Column('text') division: string;
  @Column('text') handlingDivision: string;
  @Column('text') state: string;
  @Column('text') channel: string;
  @Column('jsonb') channelOrders: unknown[];
  @Column('text') origin: string;
  @Column('timestamptz', { transformer: asInstant }) receivedAt: string;
  @Column('text', { nullable: true }) category: string | null;
  @Column('text', { nullable: true }) mode: string | null;
  @Column('text', { nullable: true }) lead: string | null;
  @Column('jsonb') orders: unknown[];
  @Column('jsonb') guide: string[];
  @Column('jsonb') rules: string[];
  @Column('jsonb') flags: Record<string, unknown>;
  @Column('jsonb') facts: Record<string, unknown>;
  @Column('text', { nullable: true }) employer: string | null;
  @Column('text', { nullable: true }) project: string | null;
  @Column('jsonb') missing: unknown[];
  @Column('jsonb') clocks: Record<string, unknown>;
  @Column('text', { nullable: true }) nextClock: string | null;
  @Column('timestamptz', { nullable: true, transformer: asInstant }) nextDueAt: string | null;
  @Column('int') breached: number;
  @Column('int') warned: number;
  @Column('int') escalation: number;
  @Column('boolean') listed: boolean;
  @Column('jsonb') owed: Record<string, number>;
  @Column('jsonb') paid: Record<string, number>;
  @Column('bigint', { transformer: { from: Number, to: (value: number) => value } }) unpaid: number;
  @Column('timestamptz', { transformer: asInstant }) openedAt: string;
  @Column('timestamptz', { transformer: asInstant }) changedAt: string;
  @Column('boolean') closed: boolean;
  @Column('bigint') position: string;
}
