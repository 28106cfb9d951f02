import type { Tally } from './scenario.js';

export interface Row {
  readonly scenario: string;
  readonly seed: number | string;
  readonly tally?: Tally;
  readonly skipped?: string;
}

/** One line for each scenario, as a table of a page. */
export function scoreboard(rows: readonly Row[]): string {
  const lines = rows.map(({ scenario, seed, tally, skipped }) => (tally
    ? [scenario, seed, ...[tally.faults, tally.acknowledged, tally.lost, tally.duplicated, tally.late, tally.broken.length].map((n) => n.toLocaleString('en')), (tally.recoveryMs / 1000).toFixed(1)]
    : [scenario, seed, `skipped: ${skipped}`, '', '', '', '', '', '']));
  const head = ['scenario', 'seeds', 'faults', 'acknowledged', 'lost', 'twice', 'late', 'broken', 'slowest recovery (s)'];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
