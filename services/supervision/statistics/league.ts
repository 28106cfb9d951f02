import type { Figure, Weights } from './evaluate.js';
import { compositeParts } from './metrics.js';

export interface Band { readonly grade: string; readonly least: number }

export interface LeagueRow {
  readonly group: string;
  readonly value: number | null;
  /** The smallest whole of the three rates. */
  readonly sample: number;
  readonly grade: string | null;
  readonly rank: number | null;
  readonly figures: readonly Figure[];
}

export interface LeagueRules {
  readonly weights: Weights;
  readonly minimumSample: number;
  /** The best first; the last one takes all that is left. */
  readonly bands: readonly Band[];
}

/**
 * The table of a circular: best first, in bands; ranks beside them where they are asked for. Equal scores share a rank and the next is skipped (1, 2, 2, 4). Too small a
 * sample has neither grade nor rank and stands last. Places are to be judged by grade, not chased by rank (HL-2025).
 */
export function leagueOf(groups: readonly { readonly group: string; readonly figures: readonly Figure[] }[], { minimumSample, bands }: LeagueRules, ranked: boolean): LeagueRow[] {
  const rows = groups.map(({ group, figures }) => {
    const sample = Math.min(...compositeParts.map((part) => figures.find(({ metric }) => metric === part)?.denominator ?? 0));
    const value = figures.find(({ metric }) => metric === 'composite')?.value ?? null;
    return { group, figures, sample, value, judged: value !== null && sample >= minimumSample };
  });
  const judged = rows.filter((row) => row.judged).sort((a, b) => b.value! - a.value! || order(a.group, b.group));
  const others = rows.filter((row) => !row.judged).sort((a, b) => order(a.group, b.group));
  return [
    ...judged.map(({ group, figures, sample, value }) => ({ group, value, sample, grade: bands.find(({ least }) => value! >= least)?.grade ?? bands.at(-1)?.grade ?? null, rank: ranked ? 1 + judged.filter((other) => other.value! > value!).length : null, figures })),
    ...others.map(({ group, figures, sample, value }) => ({ group, value, sample, grade: null, rank: null, figures })),
  ];
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
