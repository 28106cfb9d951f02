import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ObjectLiteral, SelectQueryBuilder, ValueTransformer } from 'typeorm';
import { instantOf } from '#libs/contracts/time.js';

/** `timestamptz` as the Instant it is, in Asia/Shanghai. */
export const asInstant: ValueTransformer = {
  from: (value: Date | null) => (value ? instantOf(value.getTime()) : null),
  to: (value: string | null) => value,
};

/** The cases `c` of the caller's places, or worked on there: `:scope` is `scopeOf(caller).patterns()`. */
export const IN_SCOPE = '(c.division LIKE ANY(:scope) OR c."handlingDivision" LIKE ANY(:scope))';
/** When the authority's next limit of the case `c` passes, as the index has it: without one, never. */
export const DUE = `COALESCE(c."nextDueAt", 'infinity')`;

/** How many rows a query finds. One row is one case, so none need be told apart, as `getCount` would. */
export async function countOf(rows: SelectQueryBuilder<ObjectLiteral>): Promise<number> {
  return (await rows.select('count(*)::int', 'n').getRawOne<{ n: number }>())!.n;
}

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
  @Column('boolean') ownerless: boolean;
  @Column('boolean') stuck: boolean;
  @Column('boolean') returnedTwice: boolean;
  @Column('jsonb') ladder: Record<string, unknown>;
  @Column('boolean') listed: boolean;
  @Column('jsonb') owed: Record<string, number>;
  @Column('jsonb') paid: Record<string, number>;
  @Column('bigint', { transformer: { from: Number, to: (value: number) => value } }) unpaid: number;
  @Column('timestamptz', { transformer: asInstant }) openedAt: string;
  @Column('timestamptz', { transformer: asInstant }) changedAt: string;
  @Column('timestamptz', { transformer: asInstant }) movedAt: string;
  @Column('boolean') closed: boolean;
  @Column('bigint') position: string;
}
