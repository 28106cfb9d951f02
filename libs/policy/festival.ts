import { addDays } from '#libs/calendar/day.js';
import type { Day } from '#libs/contracts/time.js';
import type { Pack } from './pack.js';

/** The day before the Spring Festival of a year, by which arrears are to be cleared (S-SH21 七); undefined where the pack does not know the festival of that year. */
export function beforeSpringFestival({ files }: Pick<Pack, 'files'>, year: number): Day | undefined {
  const { springFestival = {} } = (files['festivals'] ?? {}) as { springFestival?: Readonly<Record<string, Day>> };
  const festival = springFestival[String(year)];
  return festival === undefined ? undefined : addDays(festival, -1);
}
