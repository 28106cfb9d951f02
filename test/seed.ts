import { execFileSync } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';

const MOST = 2 ** 31;
/** What runs, with its tests: another word in the docs draws nothing else. */
const CODE = ['libs', 'services', 'policies', 'demo', 'client', 'test'];

/** What the properties of a run draw by: `FC_SEED`, else the code that is checked out, so that its gate draws the same again and other code draws anew; by chance where there is no repository. */
export function seedOfRun(): number {
  const given = Number(process.env['FC_SEED'] ?? '');
  if (Number.isInteger(given) && given > 0 && given < MOST) return given;
  try {
    return seedOf(execFileSync('git', ['rev-parse', ...CODE.map((folder) => `HEAD:${folder}`)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return randomInt(1, MOST);
  }
}

/** Of the digests of its folders. */
export function seedOf(trees: string): number {
  return 1 + (createHash('sha256').update(trees).digest().readUInt32BE() % (MOST - 1));
}
