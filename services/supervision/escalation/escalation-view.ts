import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PublishedEvent } from '#libs/contracts/event.js';
import type { EscalationEvent } from '#libs/contracts/supervision.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { asInstant } from '../case-view/case-view.table.js';

export interface EscalationRow {
  readonly escalation: string;
  readonly caseId: string;
  readonly clock: string | null;
  readonly kind: string;
  readonly step: number;
  readonly addressee: string;
  readonly measure: string;
  readonly raisedAt: Instant;
  readonly answerDue: Instant;
  readonly status: 'open' | 'answered' | 'settled';
  readonly position: string;
}

export function escalationView(row: EscalationRow | undefined, event: PublishedEvent): EscalationRow | undefined {
  const { position, caseId } = event;
  switch (event.type) {
    case 'supervision.escalation-raised.v1': {
      const { escalation, clock, kind, step, addressee, measure, at, answerDue } = event.data as never as Extract<EscalationEvent, { type: 'EscalationRaised' }>;
      return { escalation, caseId, clock, kind, step, addressee, measure, raisedAt: at, answerDue, status: 'open', position };
    }
    case 'supervision.escalation-answered.v1': return row && { ...row, status: 'answered', position };
    case 'supervision.escalation-settled.v1': return row && { ...row, status: 'settled', position };
    default: return row;
  }
}

@Entity({ schema: 'supervision', name: 'escalation_view' })
export class EscalationTable {
  @PrimaryColumn('uuid') escalation: string;
  @Column('uuid') caseId: string;
  @Column('uuid', { nullable: true }) clock: string | null;
  @Column('text') kind: string;
  @Column('int') step: number;
  @Column('text') addressee: string;
  @Column('text') measure: string;
  @Column('timestamptz', { transformer: asInstant }) raisedAt: string;
  @Column('timestamptz', { transformer: asInstant }) answerDue: string;
  @Column('text') status: string;
  @Column('bigint') position: string;
}
