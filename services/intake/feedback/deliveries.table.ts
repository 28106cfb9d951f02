import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing to tell one channel, with what became of it. */
@Entity({ schema: 'intake', name: 'delivery' })
export class DeliveryTable {
  @PrimaryColumn('uuid') id: string;
  @Column('text') channel: string;
  @Column('text') channelNumber: string;
  @Column('uuid') caseId: string;
  @Column('bigint') position: string;
  @Column('text') event: string;
  @Column('jsonb') payload: object;
  @Column('text') status: string;
  @Column('int') attempts: number;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  @Column('int', { nullable: true }) lastStatus: number | null;
  @Column('text', { nullable: true }) lastProblem: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
}
