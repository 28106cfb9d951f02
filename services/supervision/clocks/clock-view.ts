import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { Instant } from '#libs/contracts/time.js';
import type { ClockLine } from '../case-view/case-view.projection.js';
import { clockLine } from '../case-view/case-view.projection.js';
import { asInstant } from '../case-view/case-view.table.js';

/** One clock of one case as the lists show it. */
export interface ClockRowView extends ClockLine {
  readonly clock: string;
  readonly caseId: string;
  readonly breachedAt: Instant | null;
  readonly lagMs: number | null;
  readonly position: string;
}

export function clockView(row: ClockRowView | undefined, event: PublishedEvent, clock: string): ClockRowView | undefined {
  const line = clockLine(row, event);
  if (!line) return row;
  const { at, lagMs } = event.data as { at: Instant; lagMs?: number };
  const breach = event.type === 'supervision.clock-breached.v1' ? { breachedAt: at, lagMs: lagMs ?? null } : { breachedAt: row?.breachedAt ?? null, lagMs: row?.lagMs ?? null };
  return { ...line, clock, caseId: event.caseId, ...breach, position: event.position };
}

@Entity({ schema: 'supervision', name: 'clock_view' })
export class ClockViewTable {
  @PrimaryColumn('uuid') clock: string;
  @Column('uuid') caseId: string;
  @Column('text') kind: string;
  @Column('int', { nullable: true }) order: number | null;
  @Column('text') startedAt: string;
  @Column('text') due: string;
  @Column('text', { nullable: true }) provisionalDue: string | null;
  @Column('timestamptz', { nullable: true, transformer: asInstant }) breachAt: string | null;
  @Column('text') status: string;
  @Column('boolean') warned: boolean;
  @Column('boolean') breached: boolean;
  @Column('boolean', { nullable: true }) onTime: boolean | null;
  @Column('text') level: string;
  @Column('text') duty: string;
  @Column('timestamptz', { nullable: true, transformer: asInstant }) breachedAt: string | null;
  @Column('float8', { nullable: true }) lagMs: number | null;
  @Column('bigint') position: string;
}
