import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Ran } from './guarantees.js';
import { withRun } from './guarantees.js';
import { seedOfRun } from './seed.js';

/**
 * `npm test -- --json --outputFile=result.json`, then `npm run guarantees -- result.json`: writes into docs/guarantees.md what the run said of each row. The run is that of the commit
 * that is checked out, with its seed unless `FC_SEED` was given to both. Several files: what ran again in a later one counts as it went there.
 */
interface Result { readonly startTime: number; readonly testResults: readonly { readonly name: string; readonly assertionResults: readonly { readonly status: string }[] }[] }

const PAGE = 'docs/guarantees.md';
const paths = process.argv.slice(2);
if (paths.length === 0) {
  process.stderr.write('npm run guarantees -- <result.json>...  (npm test -- --json --outputFile=result.json)\n');
  process.exit(2);
}
const results = paths.map((path) => JSON.parse(readFileSync(path, 'utf8')) as Result);
const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
const count = (result: Result['testResults'][number], ...of: readonly string[]): number => result.assertionResults.filter(({ status }) => of.includes(status)).length;
const files = new Map(results.flatMap(({ testResults }) => testResults).map((result): [string, Ran] => [relative(process.cwd(), result.name), { passed: count(result, 'passed'), failed: count(result, 'failed'), skipped: count(result, 'pending', 'skipped', 'todo') }]));
const on = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(results[0]!.startTime);
writeFileSync(PAGE, withRun(readFileSync(PAGE, 'utf8'), { files, commit: commit.slice(0, 7), seed: seedOfRun(), on }));
