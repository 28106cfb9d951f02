import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'routing', name: 'staff' })
export class StaffTable {
  @PrimaryColumn('uuid') id: string;
  @Column('text') department: string;
  @Column('text') division: string;
  @Column('text') officer: string;
  @Column('boolean') left: boolean;
  @Column('bigint') position: string;
}
