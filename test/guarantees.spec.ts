import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { matches, patternsIn, withRun } from './guarantees.js';
import { seedOf } from './seed.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const page = readFileSync(join(ROOT, 'docs/guarantees.md'), 'utf8');
const tests = ['libs', 'services', 'test', 'client', 'demo'].flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`)).filter((name) => /\.(spec|e2e)\.ts$/.test(name));

const SMALL = `# Promised

Words.

## First

| | promise | earned by | state |
|---|---|---|---|
| G1 | It lasts. | \`libs/a.spec.ts\` (twice), \`test/{b,c}/*.e2e.ts\` | shown |

## Others

| area | promise | earned by | state |
|---|---|---|---|
| any | \`a|b\` is one name. | \`npm run faults\` | shown |

| test | what |
|---|---|
| \`libs/a.spec.ts\` | no row of these |
`;
const ran = { passed: 2, failed: 0, skipped: 0 };
const files = new Map([['libs/a.spec.ts', ran], ['test/b/x.e2e.ts', { passed: 3, failed: 1, skipped: 2 }], ['test/d/x.e2e.ts', ran]]);

describe('The page of guarantees', () => {
  it('names tests that are there', () => expect(patternsIn(page).filter((pattern) => !tests.some((file) => matches(pattern, file)))).toEqual([]));
  it('names many', () => expect(patternsIn(page).length).toBeGreaterThan(100));

  it('says of each row how many of its tests passed, of which commit and by which seed', () => {
    const told = withRun(SMALL, { files, commit: 'abc1234', seed: 7, on: '2026-12-01' });
    expect(told).toContain('commit `abc1234`, 2026-12-01, seed 7 (`FC_SEED`): 7 passed, 1 failed, 2 skipped.');
    expect(told.split('\n').filter((line) => line.startsWith('|'))).toEqual([
      '| | promise | earned by | state | last run |', '|---|---|---|---|---|', '| G1 | It lasts. | `libs/a.spec.ts` (twice), `test/{b,c}/*.e2e.ts` | shown | 5 passed, 1 failed, 2 skipped |',
      '| area | promise | earned by | state | last run |', '|---|---|---|---|---|', '| any | `a|b` is one name. | `npm run faults` | shown | by command |',
      '| test | what |', '|---|---|', '| `libs/a.spec.ts` | no row of these |',
    ]);
  });

  it('is written again to the same page', () => {
    const run = { files, commit: 'abc1234', seed: 7, on: '2026-12-01' };
    expect(withRun(withRun(SMALL, { ...run, commit: 'older00' }), run)).toBe(withRun(SMALL, run));
  });

  it('has a seed of any code that properties can be drawn by', () => {
    const seeds = Array.from({ length: 1_000 }, (_, n) => seedOf(`tree ${n}`));
    expect(seeds.filter((seed) => !Number.isInteger(seed) || seed < 1 || seed >= 2 ** 31)).toEqual([]);
    expect(new Set(seeds).size).toBeGreaterThan(990);
    expect(seedOf('tree 1')).toBe(seeds[1]);
  });
});
