import { IsIn, IsOptional, Matches } from 'class-validator';
import { gatherers, signLevels } from '#libs/contracts/warning.events.js';

export class SignsQuery {
  /** `open`: found or warned, and not ended. */
  @IsOptional() @IsIn(['open', 'found', 'warned', 'closed', 'dismissed']) state?: 'open' | 'found' | 'warned' | 'closed' | 'dismissed';
  @IsOptional() @IsIn(signLevels) level?: (typeof signLevels)[number];
  @IsOptional() @IsIn(gatherers) kind?: (typeof gatherers)[number];
  @IsOptional() @Matches(/^([1-9]\d{0,2}|1000)$/) limit?: string;
}
export class SeasonQuery {
  @IsOptional() @Matches(/^\d{6}$/) division?: string;
  @IsOptional() @Matches(/^20\d{2}$/) year?: string;
}
