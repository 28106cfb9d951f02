import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

function files(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name)).map((name) => join(folder, name));
}

/** Every code that a `*.refusals.ts` declares, with its file. */
function declared(): readonly (readonly [code: string, file: string])[] {
  return files('services', /\.refusals\.ts$/).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+): \[/gm)].map((found) => [found[1]!, file] as const));
}

describe('Refusals', () => {
  it('are named by tests, each of them', () => {
    const tests = [...files('services', /(?<!\.model)\.(spec|e2e)\.ts$/), ...files('libs', /\.(spec|e2e)\.ts$/), ...files('test', /\.(spec|e2e)\.ts$/)]
      .map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
    const codes = declared();
    const unnamed = codes.filter(([code]) => !new RegExp(`\\b${code}\\b`).test(tests));
    expect(codes.length).toBeGreaterThan(0);
    expect(unnamed).toEqual([]);
  });
});
