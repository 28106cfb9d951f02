import { IsIn, IsOptional } from 'class-validator';

export class PartnersQuery {
  @IsOptional() @IsIn(['point', 'station', 'unit']) role?: 'point' | 'station' | 'unit';
  /** Without it, those that were not removed. */
  @IsOptional() @IsIn(['present', 'removed', 'all']) state?: 'present' | 'removed' | 'all';
}
