import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ValueTransformer } from 'typeorm';
import { instantOf } from '#libs/contracts/time.js';

const asInstant: ValueTransformer = { from: (value: Date) => instantOf(value.getTime()), to: (value: string) => value };

@Entity({ schema: 'routing', name: 'desk' })
export class DeskTable {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  @Column('int') order: number;
  @Column('text') department: string;
  @Column('text') division: string;
  @Column('text') step: string;
  @Column('text', { nullable: true }) officer: string | null;
  @Column('timestamptz', { transformer: asInstant }) since: string;
  @Column('bigint') position: string;
}
