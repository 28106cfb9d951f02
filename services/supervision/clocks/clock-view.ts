import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ClockEvent } from '#libs/contracts/supervision.events.js';
import type { Instant } from '#libs/contracts/time.js';
import type { ClockLine } from '../case-view/case-view.projection.js';
import { clockLine } from '../case-view/case-view.projection.js';
import { asInstant } from '../case-view/case-view.table.js';

/** How a clock is counted, so that another calendar can be tried on it: the rule, and what happened since it last began. */
export interface Counted extends Pick<Started['rule'], 'n' | 'unit' | 'roll'> {
  readonly extension: number;
  readonly pauses: readonly { readonly from: string; readonly to: string }[];
  readonly open: readonly { readonly ground: string; readonly from: string }[];
}
type Started = Extract<ClockEvent, { type: 'ClockStarted' }>;

/** One clock of one case as the lists show it. */
export interface ClockRowView extends ClockLine {
  readonly clock: string;
  readonly caseId: string;
  readonly breachedAt: Instant | null;
  readonly lagMs: number | null;
  /** Null for a row that was written before there was this column; the re-issue reads the log in any case. */
  readonly counted: Counted | null;
  readonly position: string;
}

export function clockView(row: ClockRowView | undefined, event: PublishedEvent, clock: string): ClockRowView | undefined {
  const found = clockLine(row, event);
  if (!found) return row;
  const { part: _, ...line } = found; // The lists show the case; the case's page shows the part.
  const { at, lagMs } = event.data as { at: Instant; lagMs?: number };
  const breach = event.type === 'supervision.clock-breached.v1' ? { breachedAt: at, lagMs: lagMs ?? null } : { breachedAt: row?.breachedAt ?? null, lagMs: row?.lagMs ?? null };
  return { ...line, clock, caseId: event.caseId, ...breach, counted: countedAfter(row?.counted ?? null, event), position: event.position };
}

/** As the decider remembers it (`clock.decider.ts`). */
function countedAfter(before: Counted | null, event: PublishedEvent): Counted | null {
  const data = event.data as never as Started & { from: string; to: string; by: number; ground?: string };
  if (event.type === 'supervision.clock-started.v1') {
    const { n, unit, roll } = data.rule;
    return { n, unit, roll, extension: 0, pauses: [], open: [] };
  }
  if (!before) return before;
  const { pauses, open } = before;
  switch (event.type) {
    case 'supervision.clock-restarted.v1': return { ...before, extension: 0, pauses: pauses.filter(({ to }) => to > data.startedAt) };
    case 'supervision.clock-extended.v1': return { ...before, extension: before.extension + data.by };
    case 'supervision.clock-suspended.v1': return { ...before, open: [...open, { ground: data.ground ?? '', from: data.from }] };
    case 'supervision.clock-pause-ended.v1': return { ...before, pauses: [...pauses, ...open.filter(({ ground }) => ground === data.ground).map(({ from }) => ({ from, to: data.to }))], open: open.filter(({ ground }) => ground !== data.ground) };
    case 'supervision.clock-resumed.v1': return { ...before, pauses: [...pauses, ...open.map(({ from }) => ({ from, to: data.to }))], open: [] };
    default: return before;
  }
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
  @Column('jsonb', { nullable: true, select: false }) counted: Counted | null;
  @Column('bigint') position: string;
}
