import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PublishedEvent } from '#libs/contracts/event.js';
import { asInstant } from '../case-view/case-view.table.js';
import type { LadderLine } from './ladder-line.projection.js';
import { ladderKeys, ladderLine } from './ladder-line.projection.js';

/** One way up the ladder as the lists show it: where it stands now. */
export interface EscalationRow extends LadderLine {
  readonly escalation: string;
  readonly caseId: string;
  readonly position: string;
}

export const escalationKeys = (event: PublishedEvent): readonly string[] => ladderKeys(event);

export function escalationView(row: EscalationRow | undefined, event: PublishedEvent, escalation: string): EscalationRow | undefined {
  const line = ladderLine(row, event);
  return line && line !== row ? { ...line, escalation, caseId: event.caseId, position: event.position } : row;
}

const instantOrNull = { nullable: true, transformer: asInstant } as const;

@Entity({ schema: 'supervision', name: 'escalation_view' })
export class EscalationTable {
  @PrimaryColumn('uuid') escalation: string;
  @Column('uuid') caseId: string;
  @Column('uuid', { nullable: true }) clock: string | null;
  @Column('text') kind: string;
  @Column('int', { nullable: true }) order: number | null;
  @Column('int') step: number;
  @Column('text') measure: string;
  @Column('text') addressee: string;
  @Column('text', { nullable: true }) to: string | null;
  @Column('text', { nullable: true }) department: string | null;
  @Column('text', { nullable: true }) division: string | null;
  @Column('text', { nullable: true }) by: string | null;
  @Column('text', { nullable: true }) from: string | null;
  @Column('text', { nullable: true }) ground: string | null;
  @Column('text', { nullable: true }) next: string | null;
  @Column('timestamptz', instantOrNull) since: string | null;
  @Column('timestamptz', { transformer: asInstant }) raisedAt: string;
  @Column('timestamptz', instantOrNull) answerDue: string | null;
  @Column('timestamptz', instantOrNull) acknowledgedAt: string | null;
  @Column('text', { nullable: true }) acknowledgedBy: string | null;
  @Column('timestamptz', instantOrNull) answeredAt: string | null;
  @Column('text', { nullable: true }) answeredBy: string | null;
  @Column('text') status: string;
  @Column('bigint') position: string;
}
