import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ValueTransformer } from 'typeorm';
import { instantOf } from '#libs/contracts/time.js';

const asInstant: ValueTransformer = { from: (value: Date | number) => (typeof value === 'number' ? null : instantOf(value.getTime())), to: (value: string) => value };

@Entity({ schema: 'routing', name: 'desk' })
export class DeskTable {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  @Column('int') order: number;
  @Column('text', { nullable: true }) caseNumber: string | null;
  @Column('text', { nullable: true }) department: string | null;
  @Column('text') division: string;
  @Column('text', { array: true }) heldBefore: string[];
  @Column('text') step: string;
  @Column('text', { nullable: true }) officer: string | null;
  @Column('text', { nullable: true }) category: string | null;
  @Column('text', { nullable: true }) matter: string | null;
  @Column('text', { nullable: true }) kind: string | null;
  @Column('text', { nullable: true }) track: string | null;
  @Column('timestamptz', { transformer: asInstant }) since: string;
  @Column('timestamptz', { transformer: asInstant }) movedAt: string;
  /** The projection's own: no list reads it. */
  @Column('jsonb', { select: false }) clocks?: Record<string, unknown>;
  @Column('text', { nullable: true }) nextClock: string | null;
  /** Null where no limit runs. */
  @Column('timestamptz', { transformer: asInstant }) dueAt: string | null;
  @Column('int') breached: number;
  @Column('int') warned: number;
  @Column('text') waitsFor: string;
  @Column('boolean') open: boolean;
  @Column('bigint') position: string;
}
