import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';

const MOST = 2 ** 31;

/** What the properties of a run draw by: `FC_SEED`, else the commit, so that the gate of one commit draws the same again and another commit draws anew; by chance where there is no repository. */
export function seedOfRun(): number {
  const given = Number(process.env['FC_SEED'] ?? '');
  if (Number.isInteger(given) && given > 0 && given < MOST) return given;
  try {
    return seedOf(execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim());
  } catch {
    return randomInt(1, MOST);
  }
}

/** Of a commit. */
export function seedOf(commit: string): number {
  return 1 + (Number.parseInt(commit.slice(0, 8), 16) % (MOST - 1));
}
