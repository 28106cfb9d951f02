import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asInstant } from '../case-view/case-view.table.js';
import type { ClueNumber } from './clue-view.projection.js';

/** The read table of `clueView`. */
@Entity({ schema: 'supervision', name: 'clue_view' })
export class ClueViewTable {
  @PrimaryColumn('uuid') caseId: string;
  @Column('timestamptz', { transformer: asInstant }) receivedAt: string;
  @Column('jsonb') numbers: ClueNumber[];
  @Column('timestamptz', { nullable: true, transformer: asInstant }) verifiedAt: string | null;
  @Column('text', { nullable: true }) conclusion: string | null;
  @Column('boolean') arrears: boolean;
  @Column('boolean') resolved: boolean;
  @Column('timestamptz', { nullable: true, transformer: asInstant }) paidAt: string | null;
  @Column('bigint') position: string;
}
