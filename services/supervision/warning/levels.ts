import { addDays } from '#libs/calendar/day.js';
import type { Day } from '#libs/contracts/time.js';
import type { Gatherer, SignLevel } from '#libs/contracts/warning.events.js';
import { signLevels } from '#libs/contracts/warning.events.js';
import type { EarlySigns } from '#libs/policy/pack.js';

/** What cases that gather come to. `amount` in Fen. */
export interface Gathered {
  readonly cases: number;
  readonly districts: number;
  readonly workers: number;
  readonly amount: number;
}

/** The rows of one kind, highest level first, as they stand on a day: lowered in a season. `amount` in Fen. */
export interface SignLaw {
  readonly season: string | null;
  readonly rows: readonly (Gathered & { readonly id: string; readonly level: SignLevel })[];
}

const FEN = 100;

/** The rows for a kind on a day. What a row does not name is reached by nothing at all. */
export function signLaw({ levels, seasons }: EarlySigns, kind: Gatherer, on: Day, festivals: Readonly<Record<string, Day>>): SignLaw {
  const season = seasons.find(({ daysBefore }) => Object.values(festivals).some((day) => on < day && on >= addDays(day, -daysBefore)));
  const lowered = (n: number): number => Math.max(1, Math.ceil((n * (season?.percent ?? 100)) / 100));
  const rows = levels.filter(({ kinds }) => kinds.includes(kind)).map(({ id, level, cases, districts = 1, workers = 0, amount = 0 }) =>
    ({ id, level, cases: lowered(cases), districts, workers: workers && lowered(workers), amount: amount && lowered(amount * FEN) }));
  return { season: season?.id ?? null, rows: rows.sort((a, b) => rank(b.level) - rank(a.level)) };
}

/** The first row that is reached. */
export function reached({ rows }: SignLaw, gathered: Gathered): SignLaw['rows'][number] | undefined {
  return rows.find((row) => gathered.cases >= row.cases && gathered.districts >= row.districts && gathered.workers >= row.workers && gathered.amount >= row.amount);
}

export function rank(level: SignLevel): number {
  return signLevels.indexOf(level);
}

/** The counties in which something happened, and how often, in the order of their codes. */
export function placesOf(divisions: readonly string[]): { division: string; cases: number }[] {
  const counts = new Map<string, number>();
  for (const county of divisions.map((division) => division.slice(0, 6))) counts.set(county, (counts.get(county) ?? 0) + 1);
  return [...counts].map(([division, cases]) => ({ division, cases })).sort((a, b) => (a.division < b.division ? -1 : 1));
}
